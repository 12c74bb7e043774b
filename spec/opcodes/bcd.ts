import { op, type OpFamily } from './row.js';

const adjust = { mode: 'legacy', pure: true, writes: 'oszapc', reads: 'ac' } as const;

export const bcdFamily: OpFamily = {
  module: 'exec/bcd',
  rows: [
    op('27', 'daa', 'X', '-', adjust),
    op('2F', 'das', 'X', '-', adjust),
    op('37', 'aaa', 'X', '-', adjust),
    op('3F', 'aas', 'X', '-', adjust),
    op('D6', 'salc', 'X', '-', { mode: 'legacy', pure: true, reads: 'c' }),
    op('D4', 'aam', 'I', '-', { mode: 'legacy', writes: 'oszapc', imm: 'ub' }),
    op('D5', 'aad', 'I', '-', { mode: 'legacy', pure: true, writes: 'oszapc', imm: 'ub' }),
  ],
};
