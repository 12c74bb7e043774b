import { LIVE } from './live.js';
import type { L0 } from './l0.js';
import type { Vcpu } from './vcpu.js';

/**
 * The guest of the live vCPU stops being one, between two instructions: all it holds is then in its VMCB, in the general registers and in
 * `vcpu`. The next run enters it again, as if nothing had been.
 */
export function suspend(l0: L0, vcpu: Vcpu): void {
  if (!l0.flag(LIVE.IN_GUEST)) return;
  vcpu.shutdown = l0.flag(LIVE.SHUTDOWN) !== 0;
  vcpu.halted = l0.flag(LIVE.HALTED) !== 0;
  vcpu.dueTraps = l0.takeDueTraps();
  l0.noteGif(vcpu);
  l0.cpu.suspendGuest();
}
