import { FAILED_VMRUN_FIELDS } from '../../spec/failedVmrun.js';
import { VMCB, type VmcbKey } from '../../spec/vmcb.js';
import { LIVE } from '../live.js';
import type { L0 } from '../l0.js';
import { NO_VMCB, type Vcpu } from '../vcpu.js';
import { vmcbBytes, failedPointers } from '../observedVmcb.js';
import type { FailedRow } from '../observer.js';
import { leaveGuestMode } from './exit.js';

/** What is written, 32 bits at a time: offset and value. */
const WRITTEN = Object.entries(FAILED_VMRUN_FIELDS).flatMap(([key, value]): [number, number][] => {
  const { offset, width } = VMCB[key as VmcbKey];
  const low: [number, number] = [offset, Number(value & 0xffff_ffffn)];
  return width === 4 ? [low] : [low, [offset + 4, Number(value >> 32n)]];
});

/** The processor's checks and the L0's differ, which is a mistake of nsvm's. */
const REFUSED_VMCB02: FailedRow = {
  id: 'L0-VMCB02',
  sentence: "the processor refuses the L0's own VMCB, though no check of L1's fails",
  fields: [],
};

/** The processor found something wrong with VMCB02 that no check of VMCB12 had found. */
export function processorRefused(l0: L0, vcpu: Vcpu): void {
  const { vmcb12Pa } = vcpu;
  leaveGuestMode(vcpu);
  l0.behaviour.failVmrun(l0, vcpu, vmcb12Pa, 0n, [REFUSED_VMCB02]);
}

/**
 * The only way out of a failed VMRUN. Nothing of L2 has been loaded, so nothing is written back: L1 finds the exit code,
 * a used-up EVENTINJ, and what every #VMEXIT does to its own registers.
 */
export function failVmrun(
  l0: L0,
  vcpu: Vcpu,
  vmcb12Pa: number,
  mask: bigint,
  ownRows: readonly FailedRow[] = [],
): void {
  if (vcpu.inL2) throw new Error('a VMRUN fails only while L1 runs');
  const linear = l0.memory.linear(vmcb12Pa);
  if (linear !== 0) {
    l0.account?.reflect({ kind: 'checks' });
    l0.account?.writing(vmcb12Pa);
    const { u32 } = l0.cpu;
    for (const [at, value] of WRITTEN) u32[(linear + at) >>> 2] = value;
    l0.cpu.codeWritten(vmcb12Pa, 0x1000);
    l0.account?.written(vmcb12Pa);
  }
  endFailedVmrun(l0, vcpu, vmcb12Pa, mask, ownRows);
}

/** What a failed VMRUN does besides writing to its VMCB. */
export function endFailedVmrun(
  l0: L0,
  vcpu: Vcpu,
  vmcb12Pa: number,
  mask: bigint,
  ownRows: readonly FailedRow[],
): void {
  l0.account?.did({ kind: 'vmrunFailed', vmcbPa: vmcb12Pa, mask, ownRows });
  vcpu.rememberedVmcb12 = NO_VMCB;
  l0.behaviour.returnToL1(l0, vcpu);
  tellOfFailure(l0, vcpu, vmcb12Pa, mask, ownRows);
}

/** An observer hears why a VMRUN failed. */
export function tellOfFailure(
  l0: L0,
  vcpu: Vcpu,
  vmcb12Pa: number,
  mask: bigint,
  ownRows: readonly FailedRow[],
): void {
  if (!l0.observer.vmrunFailed) return;
  // The cached VMCB12 is what was checked, and the processor's own RIP still stands at the VMRUN that exited.
  const vmcb = vmcbBytes(l0.cpu, vcpu.vmcb12.linear).slice();
  l0.observer.vmrunFailed({
    ...l0.observed(vcpu.index, vmcb12Pa, vcpu.vmcb12.linear),
    vmcb,
    checkedBy: 'L0',
    rip: l0.state(LIVE.RIP),
    mask,
    ownRows,
    ...failedPointers(l0.cpu, vmcb, mask),
  });
}
