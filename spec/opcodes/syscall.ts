import { op, type OpFamily } from './row.js';

const leaves = { ends: true, transfers: true } as const;
const long = { mode: '64' } as const;

export const syscallFamily: OpFamily = {
  module: 'system/syscall',
  rows: [
    op('0F 05', 'syscall', 'X', '-', leaves),
    op('0F 07', 'sysret', 'X', 'Y', leaves),
    op('0F 34', 'sysenter', 'X', '-', { ...leaves, feature: 'sep' }),
    op('0F 35', 'sysexit', 'X', 'Y', { ...leaves, feature: 'sep' }),
    op('0F 01 =F8', 'swapgs', 'X', '-', long),
    op('F3 0F AE /0r', 'rdfsbase', 'E', 'Y', long),
    op('F3 0F AE /1r', 'rdgsbase', 'E', 'Y', long),
    op('F3 0F AE /2r', 'wrfsbase', 'E', 'Y', long),
    op('F3 0F AE /3r', 'wrgsbase', 'E', 'Y', long),
  ],
};
