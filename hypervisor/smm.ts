import { LIVE } from './live.js';
import type { Processor } from './processor.js';
import type { L0 } from './l0.js';
import { suspend } from './suspend.js';
import type { Vcpu } from './vcpu.js';
import { AT } from './vmcb.js';
import { setSvme } from './withoutSvme.js';

/** Values of SMM_L2 in the processor's state. */
const [NO_GUEST, L2, L2_WITH_NESTED_PAGING] = [0, 1, 3];

/**
 * Tell the processor what system management software may see when an SMI interrupts the guest that is about to run: L1 is no
 * guest to it, and the host of L2 is L1. The save map is all that it could tell the machines apart by.
 */
export function showToSmm(l0: L0, vcpu: Vcpu): void {
  const { vmcb01, vmcb12, nestedNpt } = vcpu;
  l0.setFlag(LIVE.SMM_NO_SVME, vcpu.inL2 || vcpu.svme ? 0 : 1);
  l0.setFlag(LIVE.SMM_L2, !vcpu.inL2 ? NO_GUEST : nestedNpt ? L2_WITH_NESTED_PAGING : L2);
  if (!vcpu.inL2) return;
  const { cpu } = l0;
  const address = vcpu.vmcb12Pa;
  putPair(cpu, 0, address % 0x1_0000_0000, Math.floor(address / 0x1_0000_0000));
  putPair(cpu, 1, vmcb01.word(AT.efer), vmcb01.word(AT.efer + 4));
  putPair(cpu, 2, vmcb01.word(AT.cr4), vmcb01.word(AT.cr4 + 4));
  putPair(cpu, 3, vmcb12.word(AT.nCr3), vmcb12.word(AT.nCr3 + 4));
  putPair(cpu, 4, vmcb01.word(AT.cr0), vmcb01.word(AT.cr0 + 4));
  // The handler finds L1's PAT register in its place.
  if (nestedNpt) l0.setState(LIVE.PAT, vmcb01.long(AT.gPat));
}

/** An element of SMM_HOST. */
function putPair({ u32 }: Processor, n: number, low: number, high: number): void {
  const at = (LIVE.SMM_HOST >>> 2) + 2 * n;
  u32[at] = low;
  u32[at + 1] = high;
}

/** RSM has gone back to the guest: the handler may have changed what the L0 keeps of L1. */
export function learnFromSmm(l0: L0, vcpu: Vcpu): void {
  suspend(l0, vcpu);
  if (!vcpu.inL2) setSvme(vcpu, l0.flag(LIVE.SMM_NO_SVME) === 0);
  else if (vcpu.nestedNpt) vcpu.vmcb01.setLong(AT.gPat, l0.state(LIVE.PAT));
}
