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
  l0.setFlag('SMM_NO_SVME', vcpu.inL2 || vcpu.svme ? 0 : 1);
  l0.setFlag('SMM_L2', !vcpu.inL2 ? NO_GUEST : nestedNpt ? L2_WITH_NESTED_PAGING : L2);
  if (!vcpu.inL2) return;
  const { cpu } = l0;
  const at = cpu.state('SMM_HOST') >>> 2;
  const put = (n: number, low: number, high: number): void => cpu.u32.set([low, high], at + 2 * n);
  put(0, vcpu.vmcb12Pa % 0x1_0000_0000, Math.floor(vcpu.vmcb12Pa / 0x1_0000_0000));
  [AT.efer, AT.cr4].forEach((field, n) => put(1 + n, vmcb01.word(field), vmcb01.word(field + 4)));
  put(3, vmcb12.word(AT.nCr3), vmcb12.word(AT.nCr3 + 4));
  put(4, vmcb01.word(AT.cr0), vmcb01.word(AT.cr0 + 4));
  // The handler finds L1's PAT register in its place.
  if (nestedNpt) l0.setState('PAT', vmcb01.long(AT.gPat));
}

/** RSM has gone back to the guest: the handler may have changed what the L0 keeps of L1. */
export function learnFromSmm(l0: L0, vcpu: Vcpu): void {
  suspend(l0, vcpu);
  if (!vcpu.inL2) setSvme(vcpu, l0.flag('SMM_NO_SVME') === 0);
  else if (vcpu.nestedNpt) vcpu.vmcb01.setLong(AT.gPat, l0.state('PAT'));
}
