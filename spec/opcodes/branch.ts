import { CONDITIONS, hex } from './conditions.js';
import { op, type OpFamily } from './row.js';

const LOOPS = ['loopne', 'loope', 'loop', 'jcxz'];

export const branchFamily: OpFamily = {
  module: 'exec/branch',
  rows: [
    ...CONDITIONS.flatMap(({ name, reads }, cc) => [
      op(`${hex(0x70 + cc)}`, `j${name}`, 'J', 'J', { fn: 'jcc', args: String(cc), imm: 'b', reads }),
      op(`0F ${hex(0x80 + cc)}`, `j${name}`, 'J', 'J', { fn: 'jcc', args: String(cc), imm: 'z', reads }),
    ]),
    op('EB', 'jmp', 'J', 'J', { imm: 'b', ends: true }),
    op('E9', 'jmp', 'J', 'J', { imm: 'z', ends: true }),
    op('E8', 'call', 'J', 'F64', { imm: 'z', ends: true }),
    op('FF /2', 'calle', 'E', 'F64', { split: true, ends: true, readsRm: true }),
    op('FF /4', 'jmpe', 'E', 'F64', { split: true, ends: true, readsRm: true }),
    op('C3', 'ret', 'X', 'F64', { ends: true }),
    op('C2', 'retn', 'X', 'F64', { imm: 'w', ends: true }),
    ...LOOPS.map((name, n) => op(hex(0xe0 + n), name, 'J', 'J', { fn: 'loop', args: String(n), imm: 'b' })),
  ],
};
