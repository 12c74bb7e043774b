import { CONDITIONS, hex } from './conditions.js';
import { op, type OpFamily } from './row.js';

const always = { ends: true, transfers: true } as const;
const LOOPS = ['loopne', 'loope', 'loop', 'jcxz'];

export const branchFamily: OpFamily = {
  module: 'exec/branch',
  rows: [
    ...CONDITIONS.flatMap(({ name, reads }, cc) => [
      op(`${hex(0x70 + cc)}`, `j${name}`, 'J', 'J', { fn: 'jcc', args: String(cc), imm: 'b', reads }),
      op(`0F ${hex(0x80 + cc)}`, `j${name}`, 'J', 'J', { fn: 'jcc', args: String(cc), imm: 'z', reads }),
    ]),
    op('EB', 'jmp', 'J', 'J', { imm: 'b', ...always }),
    op('E9', 'jmp', 'J', 'J', { imm: 'z', ...always }),
    op('E8', 'call', 'J', 'D64', { imm: 'z', ...always }),
    op('FF /2', 'calle', 'E', 'D64', { split: true, ...always, readsRm: true }),
    op('FF /4', 'jmpe', 'E', 'D64', { split: true, ...always, readsRm: true }),
    op('C3', 'ret', 'X', 'D64', always),
    op('C2', 'retn', 'X', 'D64', { imm: 'w', ...always }),
    ...LOOPS.map((name, n) => op(hex(0xe0 + n), name, 'J', 'J', { fn: 'loop', args: String(n), imm: 'b' })),
  ],
};
