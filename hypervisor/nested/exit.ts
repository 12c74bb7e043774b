import { LIVE } from '../live.js';
import { INT_CTL } from '../../spec/vmcbBits.js';
import type { L0 } from '../l0.js';
import type { Vcpu } from '../vcpu.js';
import { AT } from '../vmcb.js';
import { writeLastBranches } from './lastBranch.js';

const RFLAGS_TF = 0x100;
/** DR6.BS. */
export const SINGLE_STEP = 0x4000;
const RFLAGS_RF = 0x1_0000;
const RFLAGS_VM = 0x2_0000;
const DR7_RESET = 0x400;
/** What the processor itself changes in int_ctl while a guest runs. */
const INT_CTL_LIVE = INT_CTL.vTpr.mask | INT_CTL.vIrq.mask;

/** #VMEXIT from L2 to L1: the exit is in VMCB02 and goes to VMCB12, then L1 runs again. */
export function nestedVmexit(l0: L0, vcpu: Vcpu): void {
  if (!vcpu.inL2) throw new Error('a nested #VMEXIT needs a running L2');
  const { vmcb02, vmcb12Pa } = vcpu;
  const { behaviour } = l0;
  behaviour.completeInstruction(l0, vcpu);
  l0.setFlag(LIVE.MONITOR_ARMED, 0);
  l0.account?.writing(vmcb12Pa);
  writeVmcb12(l0, vcpu);
  l0.account?.written(vmcb12Pa);
  behaviour.shared(l0, vcpu);
  leaveGuestMode(vcpu);
  behaviour.returnToL1(l0, vcpu);
  l0.observer.nestedExit?.({
    ...l0.observed(vcpu.index, vmcb12Pa, l0.memory.linear(vmcb12Pa)),
    codeLow: vmcb02.word(AT.exitCode),
    codeHigh: vmcb02.word(AT.exitCode + 4),
  });
}

/** CR2 and DR6 are not host state: L1 finds what L2 left there, and in the PAT register if they share it. */
export function shareWithL1(_: L0, { vmcb01, vmcb02, nestedNpt }: Vcpu): void {
  vmcb01.copyLong(AT.cr2, vmcb02);
  vmcb01.copyLong(AT.dr6, vmcb02);
  if (!nestedNpt) vmcb01.copyLong(AT.gPat, vmcb02);
}

/** L2 runs no more, with or without an exit that L1 sees. */
export function leaveGuestMode(vcpu: Vcpu): void {
  vcpu.inL2 = false;
  vcpu.vmcb12Pa = 0;
  vcpu.nestedNpt = false;
  vcpu.shadow = null;
  vcpu.nestedMode = null;
}

/** What every #VMEXIT does to its host, the exit of a failed VMRUN included. */
export function returnToL1(_: L0, vcpu: Vcpu): void {
  const { vmcb01 } = vcpu;
  const flags = vmcb01.word(AT.rflags);
  vmcb01.setWord(AT.rflags, flags & ~(RFLAGS_RF | RFLAGS_VM));
  vmcb01.setWord(AT.dr7, DR7_RESET);
  vmcb01.setWord(AT.dr7 + 4, 0);
  vmcb01.setWord(AT.intState, 0);
  vcpu.gif = false;
  vcpu.pointersDue = true;
  // VMRUN is one instruction to whoever single-steps L1: its trap is due now, GIF or not.
  vcpu.dueTraps = flags & RFLAGS_TF ? SINGLE_STEP : 0;
}

function writeVmcb12(l0: L0, vcpu: Vcpu): void {
  const { vmcb12, vmcb12Pa } = vcpu;
  const linear = l0.memory.linear(vmcb12Pa);
  // RAM does not go away: the VMRUN that succeeded had it.
  if (linear === 0) throw new Error(`VMCB12 at ${vmcb12Pa.toString(16)} is gone`);
  const { behaviour } = l0;
  behaviour.writeExit(l0, vcpu, linear);
  // What L1 calls clean next time is what it finds now.
  if (l0.hasCleanBits) behaviour.writeExit(l0, vcpu, vmcb12.linear);
  l0.cpu.codeWritten(vmcb12Pa, 0x1000);
}
/** The exit into the VMCB12 at a linear address. */
export function writeExit(l0: L0, { vmcb02, nestedNpt }: Vcpu, linear: number): void {
  const { cpu } = l0;
  l0.flows.toVmcb12(cpu, linear, vmcb02);
  const { u32 } = cpu;
  const lane = (at: number): number => (linear + at) >>> 2;
  const virtualNmi = l0.hasVnmi ? INT_CTL.vNmi.mask | INT_CTL.vNmiMask.mask : 0;
  const live = INT_CTL_LIVE | (l0.hasVgif ? INT_CTL.vGif.mask : 0) | virtualNmi;
  u32[lane(AT.intCtl)] = (u32[lane(AT.intCtl)] & ~live) | (vmcb02.word(AT.intCtl) & live);
  u32[lane(AT.exitIntInfo)] = vmcb02.word(AT.exitIntInfo);
  u32[lane(AT.exitIntInfoErr)] = vmcb02.word(AT.exitIntInfoErr);
  u32[lane(AT.eventInj)] = 0;
  u32[lane(AT.eventInjErr)] = 0;
  if (nestedNpt) {
    u32[lane(AT.gPat)] = vmcb02.word(AT.gPat);
    u32[lane(AT.gPat + 4)] = vmcb02.word(AT.gPat + 4);
  }
  writeLastBranches(u32, linear, vmcb02);
}
