import { LIVE } from './live.js';
import type { L0 } from './l0.js';
import { leaveGuestMode } from './nested/exit.js';
import { keepLastBranches } from './nested/lastBranch.js';
import { raise } from './nested/inject.js';
import { NO_VMCB, type Vcpu } from './vcpu.js';
import { AT } from './vmcb.js';

const VM_CR_R_INIT = 2n;
const V_SX = 30;
/** Error code of #SX: an INIT was redirected. */
const SX_INIT = 1;

/** INIT has reached L1, or an L2 whose L1 does not intercept it. */
export function takeInit(l0: L0, vcpu: Vcpu): void {
  l0.setFlag(LIVE.PENDING_INIT, 0);
  if (l0.state(LIVE.VM_CR) & VM_CR_R_INIT)
    raise(l0, vcpu, V_SX, SX_INIT, 'VM_CR.R_INIT is set: an INIT becomes #SX');
  else resetByInit(l0, vcpu);
}

/** L1 starts anew. */
export function resetByInit(l0: L0, vcpu: Vcpu): void {
  // INIT leaves the PAT register alone, and while a guest runs it is in the VMCB.
  if (!l0.inSmiHandler)
    l0.setState(LIVE.PAT, vcpu.nestedNpt ? vcpu.vmcb01.long(AT.gPat) : vcpu.vmcb.long(AT.gPat));
  l0.account?.did({ kind: 'reset', fromL2: vcpu.inL2 });
  if (vcpu.inL2) l0.behaviour.leaveByInit(l0, vcpu);
  vcpu.rememberedVmcb12 = NO_VMCB;
  l0.cpu.init();
  l0.capture(vcpu);
}

/** L2 ends with no exit: what it shared with L1 is L1's. */
export function leaveByInit(l0: L0, vcpu: Vcpu): void {
  keepLastBranches(l0, vcpu);
  leaveGuestMode(vcpu);
}

/** The board has reset the processor: whatever was running is gone. */
export function takeReset(l0: L0, vcpu: Vcpu): void {
  if (vcpu.inL2) leaveGuestMode(vcpu);
  l0.capture(vcpu);
}

/** A vCPU that waits for its start-up message looks whether it may run again. */
export function wake(l0: L0, vcpu: Vcpu): void {
  if (l0.flag(LIVE.PENDING_INIT) || l0.flag(LIVE.PENDING_SIPI)) l0.tellOfEvent();
  if (l0.flag(LIVE.PENDING_INIT)) resetByInit(l0, vcpu);
  if (l0.flag(LIVE.PENDING_SIPI)) {
    l0.cpu.startUp();
    l0.capture(vcpu);
  }
  // It has looked: until the next event it needs no turn.
  if (vcpu.waitForSipi) l0.setFlag(LIVE.EVENTS, 0);
}
