import type { L0 } from '../l0.js';
import type { Vcpu } from '../vcpu.js';
import { AT } from '../vmcb.js';

/** What is wrong with the VMCB12 in the cache, as a mask over the rows of spec/checks: everything that can fail, before the first write to any state. */
export function checkVmcb12(l0: L0, { vmcb12, vmcb01 }: Vcpu): bigint {
  return l0.cpu.vmcbChecks(vmcb12.linear, vmcb01.long(AT.cr0), vmcb01.long(AT.cr4), vmcb01.long(AT.efer));
}
