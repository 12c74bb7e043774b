import { MISC_CTL2 } from '../spec/vmcbBits.js';
import type { L0 } from './l0.js';
import { addressOperand } from './instruction.js';
import { raise } from './nested/inject.js';
import type { Vcpu } from './vcpu.js';
import { AT } from './vmcb.js';
import { SVME_CLEAR } from './withoutSvme.js';

const V_UD = 6;
const V_GP = 13;

/** VMRUN of L1. L2's own always exits to L1, or L1's VMRUN would have failed. */
export function emulateVmrun(l0: L0, vcpu: Vcpu): void {
  const pa = vmcbOperand(l0, vcpu);
  if (pa === undefined) return;
  l0.behaviour.skip(l0, vcpu);
  // The trap of a single step waits for the #VMEXIT.
  vcpu.dueTraps = 0;
  l0.behaviour.vmrun(l0, vcpu, pa);
}

/** VMLOAD or VMSAVE: what they move is in the processor, for L1 and L2 alike. */
export function emulateVmcbMove(l0: L0, vcpu: Vcpu, what: 'VMLOAD' | 'VMSAVE'): void {
  const pa = vmcbOperand(l0, vcpu);
  if (pa === undefined) return;
  if (isVirtual(l0, vcpu)) {
    l0.account?.reflect({ kind: 'virtualVmload' });
    l0.behaviour.vmexit(l0, vcpu);
    return;
  }
  l0.account?.did({ kind: 'emulated', what, operand: BigInt(pa) });
  const here = l0.hidden.seenByL1(pa);
  if (what === 'VMLOAD') l0.cpu.vmload(here);
  else l0.cpu.vmsave(here);
  l0.behaviour.skip(l0, vcpu);
}
/** L1 has made them virtual for L2, and the processor could not do them: without nested paging or long mode they are L1's. */
function isVirtual(l0: L0, { inL2, vmcb12 }: Vcpu): boolean {
  return inL2 && l0.hasVls && (vmcb12.word(AT.miscCtl2) & MISC_CTL2.vVmload.mask) !== 0;
}

/** STGI and CLGI come here only from an L1 that has SVM off, to which they are #UD; some L0s of the past carry them out. */
export function emulateSetGif(l0: L0, vcpu: Vcpu, gif: boolean): void {
  if (!l0.behaviour.permitted(l0, vcpu)) return;
  l0.account?.did({ kind: 'emulated', what: gif ? 'STGI' : 'CLGI' });
  vcpu.gif = gif;
  l0.behaviour.skip(l0, vcpu);
}

/** INVLPGA. */
export function emulateInvlpga(l0: L0, vcpu: Vcpu): void {
  if (!l0.behaviour.permitted(l0, vcpu)) return;
  const linear = addressOperand(l0, vcpu);
  // The processor tags with 20 bits of an ASID.
  const asid = l0.register(1) & 0xfffff;
  l0.account?.did({ kind: 'emulated', what: 'INVLPGA', operand: linear, asid });
  l0.cpu.flushPage(linear, asid);
  l0.behaviour.skip(l0, vcpu);
}

/** The processor has checked mode and privilege, but SVM is never off for it. */
export function permitted(l0: L0, vcpu: Vcpu): boolean {
  if (vcpu.inL2 || vcpu.svme) return true;
  raise(l0, vcpu, V_UD, 0, SVME_CLEAR);
  return false;
}
/** The VMCB address in rAX; undefined when an exception was raised instead. */
export function vmcbOperand(l0: L0, vcpu: Vcpu): number | undefined {
  if (!l0.behaviour.permitted(l0, vcpu)) return undefined;
  const address = addressOperand(l0, vcpu);
  if ((address & 0xfffn) === 0n && address >> l0.physBits === 0n) return Number(address);
  raise(l0, vcpu, V_GP, 0, 'the address in rAX is no physical address of a page');
  return undefined;
}
