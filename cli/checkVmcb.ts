import type { CheckVmcb } from './machineConfig.js';

/** Asks the tables of VMRUN checks about a VMCB. */
export const checkVmcb: CheckVmcb = () =>
  Promise.reject(new Error('the checks are not wired to the command line'));
