import { LIVE } from '../live.js';
import { MISC_CTL2 } from '../../spec/vmcbBits.js';
import type { L0 } from '../l0.js';
import type { Vcpu } from '../vcpu.js';
import { AT, type Vmcb } from '../vmcb.js';

const LBRV = MISC_CTL2.lbrv.mask;
/** The registers in the processor's state, and where a VMCB has them. */
const REGISTERS = [
  [LIVE.DEBUGCTL, AT.dbgCtl],
  [LIVE.LBR_FROM, AT.brFrom],
  [LIVE.LBR_TO, AT.brTo],
  [LIVE.LASTEXC_FROM, AT.lastExcpFrom],
  [LIVE.LASTEXC_TO, AT.lastExcpTo],
] as const;

/** The last-branch registers of L2, when L1 virtualizes them; else they stay in the processor, L1's and L2's alike. */
export function prepareLastBranches(l0: L0, { vmcb02, vmcb12 }: Vcpu): void {
  const own = l0.hasLbrv ? vmcb12.word(AT.miscCtl2) & LBRV : 0;
  vmcb02.setWord(AT.miscCtl2, (vmcb02.word(AT.miscCtl2) & ~LBRV) | own);
  if (own) for (const [, at] of REGISTERS) vmcb02.copyLong(at, vmcb12);
}
/** Into VMCB12 at a linear address. */
export function writeLastBranches(u32: Uint32Array, linear: number, vmcb02: Vmcb): void {
  if (!hasOwn(vmcb02)) return;
  for (const [, at] of REGISTERS) {
    u32[(linear + at) >>> 2] = vmcb02.word(at);
    u32[(linear + at + 4) >>> 2] = vmcb02.word(at + 4);
  }
}
/** L2 becomes L1 without an exit: its registers are L1's from now on. */
export function keepLastBranches(l0: L0, { vmcb02 }: Vcpu): void {
  if (hasOwn(vmcb02)) for (const [live, at] of REGISTERS) l0.setState(live, vmcb02.long(at));
}
/** Low half of DEBUGCTL of the guest that has left. */
export function debugControl(l0: L0, { inL2, vmcb02 }: Vcpu): number {
  return inL2 && hasOwn(vmcb02) ? vmcb02.word(AT.dbgCtl) : l0.cpu.u32[LIVE.DEBUGCTL >>> 2];
}
/** The registers of the level that runs, as long as it is suspended. */
export function lastBranches(l0: L0, { inL2, vmcb02 }: Vcpu): bigint[] {
  return REGISTERS.map(([live, at]) => (inL2 && hasOwn(vmcb02) ? vmcb02.long(at) : l0.state(live)));
}
/** Whichever place they are taken from. */
export function setLastBranches(l0: L0, { vmcb }: Vcpu, values: readonly bigint[]): void {
  REGISTERS.forEach(([live, at], n) => {
    vmcb.setLong(at, values[n]);
    l0.setState(live, values[n]);
  });
}
/** Those of L1, while L2 with its own is suspended: into the bytes of a VMCB, and back. */
export function saveHostBranches(l0: L0, { vmcb02 }: Vcpu, vmcb: DataView): void {
  if (hasOwn(vmcb02)) for (const [live, at] of REGISTERS) vmcb.setBigUint64(at, l0.state(live), true);
}
export function restoreHostBranches(l0: L0, { vmcb02 }: Vcpu, vmcb: DataView): void {
  if (hasOwn(vmcb02)) for (const [live, at] of REGISTERS) l0.setState(live, vmcb.getBigUint64(at, true));
}
function hasOwn(vmcb02: Vmcb): boolean {
  return (vmcb02.word(AT.miscCtl2) & LBRV) !== 0;
}
