import type { L0 } from './l0.js';
import { raise } from './nested/inject.js';
import type { Vcpu } from './vcpu.js';
import { AT } from './vmcb.js';

const V_UD = 6;
const V_GP = 13;
const RCX = 1;
const RDX = 2;

/** INVLPGB of L1. */
export function emulateInvlpgb(l0: L0, vcpu: Vcpu): void {
  if (refused(l0, vcpu)) return;
  const { vmcb } = vcpu;
  if (l0.cpu.invlpgbIllegal(vmcb.long(AT.rax), l0.register(RCX), l0.register(RDX), vmcb.long(AT.cr4))) {
    raise(l0, vcpu, V_GP, 0, 'INVLPGB has an illegal operand');
    return;
  }
  l0.cpu.flushAll();
  l0.account?.did({ kind: 'emulated', what: 'INVLPGB' });
  l0.behaviour.skip(l0, vcpu);
}
/** TLBSYNC of L1: there is nothing to wait for. */
export function emulateTlbsync(l0: L0, vcpu: Vcpu): void {
  if (refused(l0, vcpu)) return;
  l0.account?.did({ kind: 'emulated', what: 'TLBSYNC' });
  l0.behaviour.skip(l0, vcpu);
}

/** A guest may not broadcast, and L2 is one. */
function refused(l0: L0, vcpu: Vcpu): boolean {
  if (!vcpu.inL2) return false;
  raise(l0, vcpu, V_UD, 0, 'a guest may not execute INVLPGB and TLBSYNC, and L2 is one');
  return true;
}
