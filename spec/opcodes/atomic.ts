import { op, type OpFamily } from './row.js';

const exchange = { pure: true, lock: true } as const;
const arithmetic = { ...exchange, writes: 'oszapc' } as const;

export const atomicFamily: OpFamily = {
  module: 'exec/atomic',
  rows: [
    op('86 /r', 'xchg', 'EG', 'B', exchange),
    op('87 /r', 'xchg', 'EG', 'V', exchange),
    op('90 +r', 'xchgAcc', 'AO', 'V', { pure: true }),
    op('0F B0 /r', 'cmpxchg', 'EG', 'B', arithmetic),
    op('0F B1 /r', 'cmpxchg', 'EG', 'V', arithmetic),
    op('0F C0 /r', 'xadd', 'EG', 'B', arithmetic),
    op('0F C1 /r', 'xadd', 'EG', 'V', arithmetic),
    op('0F C7 /1m', 'cmpxchgPair', 'E', 'Y', { lock: true, writes: 'z', bytes: 8, feature: 'cx8' }),
  ],
};
