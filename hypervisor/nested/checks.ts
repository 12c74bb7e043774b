import type { L0 } from '../l0.js';
import type { FailedRow } from '../observer.js';
import type { Vcpu } from '../vcpu.js';
import { AT } from '../vmcb.js';

const MSR_PROT = 1 << 28;

/** The L0's own row: the processor would read ones from such a map, but there is nothing to merge. */
export const UNREADABLE_MSRPM: FailedRow = {
  id: 'L0-MSRPM',
  sentence: 'the MSR permission map lies where there is no memory',
  fields: ['msrpmBasePa', 'interceptMisc1'],
};

/** What is wrong with the VMCB12 in the cache, without changing anything. */
export interface VmrunVerdict {
  /** Mask over the rows of spec/checks. */
  readonly mask: bigint;
  readonly msrpmUnreadable: boolean;
}

/** Evaluate everything that can fail, before the first write to any state. */
export function checkVmcb12(l0: L0, vcpu: Vcpu): VmrunVerdict {
  const { vmcb12, vmcb01 } = vcpu;
  const mask = l0.cpu.vmcbChecks(
    vmcb12.linear,
    vmcb01.long(AT.cr0),
    vmcb01.long(AT.cr4),
    vmcb01.long(AT.efer),
  );
  return { mask, msrpmUnreadable: mask === 0n && msrpmUnreadable(l0, vcpu) };
}

/** The map that MSRPM02 is to be made of is not there. */
export function msrpmUnreadable(l0: L0, { vmcb12 }: Vcpu): boolean {
  if (!(vmcb12.word(AT.interceptMisc1) & MSR_PROT)) return false;
  const base = msrpm12(vmcb12.address(AT.msrpmBasePa));
  return l0.memory.linear(base) === 0 || l0.memory.linear(base + 0x1000) === 0;
}

/** The page an address field names: its low bits are ignored. */
export function msrpm12(address: number): number {
  return address - (address % 0x1000);
}
