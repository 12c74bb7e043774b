import { DEBUGCTL } from '../spec/controlBits.js';
import { advanceRip } from './instruction.js';
import type { L0 } from './l0.js';
import { SINGLE_STEP } from './nested/exit.js';
import { debugControl } from './nested/lastBranch.js';
import type { Vcpu } from './vcpu.js';
import { AT } from './vmcb.js';

const RFLAGS_TF = 0x100;
const RFLAGS_RF = 0x1_0000;

/** The instruction of the guest that the L0 has carried out retires. */
export function skip(l0: L0, vcpu: Vcpu): void {
  const { vmcb } = vcpu;
  advanceRip(vcpu);
  const flags = vmcb.word(AT.rflags);
  vmcb.setWord(AT.rflags, flags & ~RFLAGS_RF);
  vmcb.setWord(AT.intState, 0);
  const steps = (flags & RFLAGS_TF) !== 0 && !(debugControl(l0, vcpu) & DEBUGCTL.btf.mask);
  if (steps) vcpu.dueTraps |= SINGLE_STEP;
  l0.cpu.retire(1);
}
