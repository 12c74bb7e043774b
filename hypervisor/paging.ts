import type { L0 } from './l0.js';
import type { Vcpu } from './vcpu.js';

/** Without nested paging of its own the guest must not notice the L0's, which reads page-directory pointers when they are used. */
export function enterPaging({ cpu }: L0, vcpu: Vcpu): void {
  const keeps = !vcpu.inL2 || !vcpu.nestedNpt;
  cpu.keepPdptes(keeps);
  // VMRUN has checked L2's; L1's may have been spoilt while L2 ran.
  if (vcpu.pointersDue && keeps && !cpu.loadPdptes() && !vcpu.inL2) vcpu.shutdown = true;
  vcpu.pointersDue = false;
}
