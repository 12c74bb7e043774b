import { op, type OpFamily } from './row.js';

const multiply = { readsRm: true, pure: true, writes: 'oc' } as const;
const imul = { split: true, nf: true, pure: true, writes: 'oc' } as const;
const divide = { readsRm: true, writes: 'szap' } as const;

export const muldivFamily: OpFamily = {
  module: 'exec/muldiv',
  rows: [
    op('F6 /4', 'mul', 'E', 'B', multiply),
    op('F7 /4', 'mul', 'E', 'V', multiply),
    op('F6 /5', 'imulWide', 'E', 'B', multiply),
    op('F7 /5', 'imulWide', 'E', 'V', multiply),
    op('0F AF /r', 'imul', 'GE', 'V', imul),
    op('69 /r', 'imulImm', 'GEI', 'V', { ...imul, imm: 'z' }),
    op('6B /r', 'imulImm', 'GEI', 'V', { ...imul, imm: 'b' }),
    op('F6 /6', 'div', 'E', 'B', divide),
    op('F7 /6', 'div', 'E', 'V', divide),
    op('F6 /7', 'idiv', 'E', 'B', divide),
    op('F7 /7', 'idiv', 'E', 'V', divide),
  ],
};
