import { hex } from './conditions.js';
import { op, type OpFamily, type OpRow } from './row.js';

const NAMES = ['add', 'or', 'adc', 'sbb', 'and', 'sub', 'xor', 'cmp'];

/** The eight operations share their encodings: number `n` is in bits 5:3 of the opcode, or in ModRM.reg. */
function binary(name: string, n: number): OpRow[] {
  const compare = name === 'cmp';
  const about = {
    split: true,
    pure: true,
    writes: 'oszapc',
    ...(compare ? { readsRm: true } : { fn: 'alu', args: String(n), nf: true, lock: true }),
    ...(name === 'adc' || name === 'sbb' ? { reads: 'c' } : {}),
  };
  const base = n * 8;
  return [
    op(`${hex(base)} /r`, name, 'EG', 'B', about),
    op(`${hex(base + 1)} /r`, name, 'EG', 'V', about),
    op(`${hex(base + 2)} /r`, name, 'GE', 'B', about),
    op(`${hex(base + 3)} /r`, name, 'GE', 'V', about),
    op(hex(base + 4), name, 'AI', 'B', { ...about, imm: 'b' }),
    op(hex(base + 5), name, 'AI', 'V', { ...about, imm: 'z' }),
    op(`80 /${n}`, name, 'EI', 'B', { ...about, imm: 'b' }),
    op(`81 /${n}`, name, 'EI', 'V', { ...about, imm: 'z' }),
    op(`82 /${n}`, name, 'EI', 'B', { ...about, imm: 'b', mode: 'legacy' }),
    op(`83 /${n}`, name, 'EI', 'V', { ...about, imm: 'b' }),
  ];
}
const test = { split: true, pure: true, writes: 'oszapc', readsRm: true } as const;
const inc = { split: true, pure: true, nf: true, writes: 'oszap', lock: true } as const;

export const aluFamily: OpFamily = {
  module: 'exec/alu',
  rows: [
    ...NAMES.flatMap(binary),
    op('84 /r', 'test', 'EG', 'B', test),
    op('85 /r', 'test', 'EG', 'V', test),
    op('A8', 'test', 'AI', 'B', { ...test, imm: 'b' }),
    op('A9', 'test', 'AI', 'V', { ...test, imm: 'z' }),
    ...['0', '1'].flatMap((n) => [
      op(`F6 /${n}`, 'test', 'EI', 'B', { ...test, imm: 'b' }),
      op(`F7 /${n}`, 'test', 'EI', 'V', { ...test, imm: 'z' }),
    ]),
    op('FE /0', 'inc', 'E', 'B', inc),
    op('FF /0', 'inc', 'E', 'V', inc),
    op('40 +r', 'inc', 'O', 'V', { ...inc, mode: 'legacy' }),
    op('FE /1', 'dec', 'E', 'B', inc),
    op('FF /1', 'dec', 'E', 'V', inc),
    op('48 +r', 'dec', 'O', 'V', { ...inc, mode: 'legacy' }),
    op('F6 /2', 'not', 'E', 'B', { pure: true, lock: true }),
    op('F7 /2', 'not', 'E', 'V', { pure: true, lock: true }),
    op('F6 /3', 'neg', 'E', 'B', { pure: true, lock: true, writes: 'oszapc' }),
    op('F7 /3', 'neg', 'E', 'V', { pure: true, lock: true, writes: 'oszapc' }),
  ],
};
