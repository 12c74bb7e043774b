import { op, type OpFamily } from './row.js';

/** State and control: nothing here computes. */
const stateFamily: OpFamily = {
  module: 'fpu/state',
  rows: [
    op('9B', 'fwait', 'X', '-'),
    op('D9 /5m', 'fldcw', 'E', '-', { bytes: 2, readsRm: true }),
    op('D9 /7m', 'fnstcw', 'E', '-', { bytes: 2 }),
    op('DD /7m', 'fnstsw', 'E', '-', { bytes: 2 }),
    op('DF =E0', 'fnstswAx', 'X', '-'),
    op('DB =E0', 'fneni', 'X', '-'),
    op('DB =E1', 'fneni', 'X', '-'),
    op('DB =E2', 'fnclex', 'X', '-'),
    op('DB =E3', 'fninit', 'X', '-'),
    op('DB =E4', 'fneni', 'X', '-'),
    op('D9 =D0', 'fnop', 'X', '-'),
    op('0F 77', 'emms', 'X', '-'),
  ],
};

/** The size class chooses the 16-bit or the 32-bit layout; `bytes` is what the smaller one has. */
const environmentFamily: OpFamily = {
  module: 'fpu/environment',
  rows: [
    op('D9 /4m', 'fldenv', 'E', 'V', { bytes: 14, readsRm: true }),
    op('D9 /6m', 'fnstenv', 'E', 'V', { bytes: 14 }),
    op('DD /4m', 'frstor', 'E', 'V', { bytes: 94, readsRm: true }),
    op('DD /6m', 'fnsave', 'E', 'V', { bytes: 94 }),
  ],
};

/** The whole area is checked by the instruction itself. */
const saveFamily: OpFamily = {
  module: 'fpu/fxsave',
  rows: [
    op('NP 0F AE /0m', 'fxsave', 'E', 'Y', { bytes: 16 }),
    op('NP 0F AE /1m', 'fxrstor', 'E', 'Y', { bytes: 16, readsRm: true }),
    op('NP 0F AE /2m', 'ldmxcsr', 'E', '-', { bytes: 4, readsRm: true }),
    op('NP 0F AE /3m', 'stmxcsr', 'E', '-', { bytes: 4 }),
    op('NP 0F AE /4m', 'xsave', 'E', 'Y', { bytes: 16 }),
    op('NP 0F AE /5m', 'xrstor', 'E', 'Y', { bytes: 16, readsRm: true }),
    op('NP 0F AE /6m', 'xsaveopt', 'E', 'Y', { bytes: 16 }),
  ],
};

export const x87Families: readonly OpFamily[] = [stateFamily, environmentFamily, saveFamily];
