import { op, type OpFamily } from './row.js';

/** Port input and output; 64-bit operands do not exist. */
export const ioFamily: OpFamily = {
  module: 'system/io',
  rows: [
    op('E4', 'in', 'AI', 'B', { fn: 'inImm', imm: 'ub', ends: true }),
    op('E5', 'in', 'AI', 'Z', { fn: 'inImm', imm: 'ub', ends: true }),
    op('E6', 'out', 'AI', 'B', { fn: 'outImm', imm: 'ub', ends: true }),
    op('E7', 'out', 'AI', 'Z', { fn: 'outImm', imm: 'ub', ends: true }),
    op('EC', 'in_dx', 'X', 'B', { fn: 'inDx', ends: true }),
    op('ED', 'in_dx', 'X', 'Z', { fn: 'inDx', ends: true }),
    op('EE', 'out_dx', 'X', 'B', { fn: 'outDx', ends: true }),
    op('EF', 'out_dx', 'X', 'Z', { fn: 'outDx', ends: true }),
    op('6C', 'ins', 'X', 'B', { ends: true }),
    op('6D', 'ins', 'X', 'Z', { ends: true }),
    op('6E', 'outs', 'X', 'B', { ends: true }),
    op('6F', 'outs', 'X', 'Z', { ends: true }),
  ],
};
