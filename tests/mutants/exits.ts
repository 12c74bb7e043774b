import { RIGHT } from '../../hypervisor/behaviour.js';
import type { L0 } from '../../hypervisor/l0.js';
import { leaveGuestMode } from '../../hypervisor/nested/exit.js';
import { skip } from '../../hypervisor/skip.js';
import type { Vcpu } from '../../hypervisor/vcpu.js';
import { AT } from '../../hypervisor/vmcb.js';
import { setSvme } from '../../hypervisor/withoutSvme.js';
import { ENTRY as BITS } from '../../hypervisor/nestedTable.js';
import { EXIT } from '../../spec/exits.js';
import { EVENT, INT_CTL, MISC_CTL2 } from '../../spec/vmcbBits.js';
import { handleOfKvm } from '../../hypervisor/history/kvm.js';
import { after, mutant, type Mutant } from './mutant.js';

const EFER_SVME = 0x1000n;

/** Fields of VMCB12 that the exit should write, and does not. */
const keeps = (...fields: number[]) => ({
  writeExit: (l0: L0, vcpu: Vcpu, linear: number): void => {
    const { u32 } = l0.cpu;
    const before = fields.map((at) => [(linear + at) >>> 2, u32[(linear + at) >>> 2]] as const);
    RIGHT.writeExit(l0, vcpu, linear);
    for (const [lane, value] of before) u32[lane] = value;
  },
});
/** Bits of int_ctl that the exit should write, and does not. */
const keepsControl = (bits: number) => ({
  writeExit: (l0: L0, vcpu: Vcpu, linear: number): void => {
    const { u32 } = l0.cpu;
    const lane = (linear + AT.intCtl) >>> 2;
    const before = u32[lane];
    RIGHT.writeExit(l0, vcpu, linear);
    u32[lane] = (u32[lane] & ~bits) | (before & bits);
  },
});
/** An instruction that the L0 carries out otherwise. */
const instead = (codes: readonly number[], other: (l0: L0, vcpu: Vcpu) => void) => ({
  handle: (l0: L0, vcpu: Vcpu, code: number): void => {
    if (codes.includes(code)) other(l0, vcpu);
    else RIGHT.handle(l0, vcpu, code);
  },
});

/** Mistakes in what L1 finds after an exit. */
export const EXITS: readonly Mutant[] = [
  mutant(
    'eventinj-not-cleared',
    'an exit leaves EVENTINJ valid',
    'KVM before 69b721a86d0d',
    keeps(AT.eventInj),
  ),
  mutant(
    'exitintinfo-stale',
    'EXITINTINFO of an exit is that of an earlier one',
    'N-42, N-45',
    keeps(AT.exitIntInfo),
  ),
  mutant('nrip-missing', 'an exit does not write nRIP', 'N-37', keeps(AT.nRip, AT.nRip + 4)),
  mutant(
    'exitinfo2-missing',
    'an exit does not write EXITINFO2',
    'N-58',
    keeps(AT.exitInfo2, AT.exitInfo2 + 4),
  ),
  mutant(
    'cr2-missing',
    'an exit does not write CR2',
    'KVM before “Use vcpu->arch.cr2 when updating vmcb12”',
    keeps(AT.cr2, AT.cr2 + 4),
  ),
  mutant(
    'shadow-missing',
    'an exit does not write the interrupt shadow',
    'KVM before “Sync interrupt shadow to cached vmcb12”',
    keeps(AT.intState),
  ),
  mutant(
    'v-irq-missing',
    'an exit does not write V_IRQ',
    'section 6: int_ctl',
    keepsControl(INT_CTL.vIrq.mask),
  ),
  mutant(
    'v-tpr-missing',
    'an exit does not write V_TPR',
    'section 6: int_ctl',
    keepsControl(INT_CTL.vTpr.mask),
  ),
  mutant(
    'v-gif-missing',
    'an exit does not write V_GIF',
    'section 6: int_ctl',
    keepsControl(INT_CTL.vGif.mask),
  ),
  mutant(
    'v-nmi-missing',
    'an exit does not write V_NMI and its mask',
    'section 6: int_ctl',
    keepsControl(INT_CTL.vNmi.mask | INT_CTL.vNmiMask.mask),
  ),
  mutant(
    'lbr-missing',
    'an exit does not write the last-branch registers',
    'N-A0',
    keeps(AT.brFrom, AT.brFrom + 4, AT.brTo, AT.brTo + 4, AT.dbgCtl),
  ),
  mutant(
    'lbr-clean-bit',
    'an exit clears the clean bit of the last-branch registers',
    'KVM before b53ab5167a81',
    {
      writeExit: (l0, vcpu, linear) => {
        RIGHT.writeExit(l0, vcpu, linear);
        if (vcpu.vmcb02.word(AT.miscCtl2) & MISC_CTL2.lbrv.mask)
          l0.cpu.u32[(linear + AT.cleanBits) >>> 2] &= ~(1 << 10);
      },
    },
  ),
  mutant('tlb-control-cleared', 'an exit clears TLB_CONTROL', 'Xen (prepare4vmexit)', {
    writeExit: (l0, vcpu, linear) => {
      RIGHT.writeExit(l0, vcpu, linear);
      l0.cpu.u32[(linear + AT.tlbControl) >>> 2] &= ~0xff;
    },
  }),
  mutant(
    'g-pat-missing',
    'an exit does not write G_PAT',
    'section 6: separate PAT',
    keeps(AT.gPat, AT.gPat + 4),
  ),
  mutant('shared-lost', 'CR2 and DR6 of L1 come back at #VMEXIT', 'Xen (hostrestore)', {
    shared: () => undefined,
  }),
  mutant('gif-after-exit', '#VMEXIT leaves GIF set', 'N-44', {
    returnToL1: after(RIGHT.returnToL1, (_, vcpu) => (vcpu.gif = true)),
  }),
  mutant('shadow-of-l1', 'the interrupt shadow of STI comes back after the #VMEXIT', 'N-6A', {
    returnToL1: after(RIGHT.returnToL1, (_, { vmcb01 }) => vmcb01.setWord(AT.intState, 1)),
  }),
  mutant('single-step-leaks', 'the single step of VMRUN is a #DB in L2', 'KVM before 8862376260c4', {
    handle: handleOfKvm(true),
  }),
  mutant(
    'decode-assists',
    'instruction bytes end with the page',
    'N-A8: exits that the L0 makes lack bytes',
    { completeInstruction: () => undefined },
  ),
  mutant(
    'init-in-guest-mode',
    'an INIT leaves the vCPU in guest mode',
    'CVE-2022-3344: no leaving of nested state at reset',
    { leaveByInit: () => undefined },
  ),
  mutant(
    'npf-stage',
    'a nested page fault always says that it is of a final address',
    'KVM before 297c2fe249db',
    {
      nestedFault: (l0, vcpu, error) => {
        vcpu.vmcb02.setWord(AT.exitInfo1 + 4, 1);
        RIGHT.nestedFault(l0, vcpu, error);
      },
    },
  ),
  mutant('npf-of-npt02', 'the error code of a nested page fault is that of the L0’s tables', 'N-73', {
    nestedFault: (l0, vcpu) => l0.behaviour.vmexit(l0, vcpu),
  }),
  mutant('npt-dirty', 'the dirty bit of L1’s nested tables is not set', 'N-74', {
    handle: (l0, vcpu, code) => {
      RIGHT.handle(l0, vcpu, code);
      if (code !== EXIT.npf.code || !vcpu.nestedNpt) return;
      const leaf = l0.npt12.trail.at(-1);
      if (leaf !== undefined) l0.memory.write(leaf, l0.memory.read(leaf) & ~BITS.D);
    },
  }),
  mutant('npt-accessed', 'the accessed bit of L1’s nested tables is not set', 'N-74', {
    handle: (l0, vcpu, code) => {
      RIGHT.handle(l0, vcpu, code);
      if (code !== EXIT.npf.code || !vcpu.nestedNpt) return;
      for (const at of l0.npt12.trail) l0.memory.write(at, l0.memory.read(at) & ~BITS.A);
    },
  }),
  mutant('delivery-lost', 'an event whose delivery an exit of the L0’s has cut is lost', 'N-6D', {
    resumeDelivery: () => undefined,
  }),
  mutant('soft-interrupt-twice', 'INT n whose delivery was cut is injected and then executed', 'N-6D', {
    resumeDelivery: (_, { vmcb }) => {
      const event = vmcb.word(AT.exitIntInfo);
      if (!(event & EVENT.v.mask)) return;
      vmcb.setWord(AT.eventInj, event);
      vmcb.setWord(AT.eventInjErr, vmcb.word(AT.exitIntInfoErr));
    },
  }),
  mutant(
    'soft-interrupt-rip',
    'an injected software interrupt returns to the current RIP',
    'KVM before 8d397582f6b5, a0592461f39c',
    {
      resumeDelivery: after(RIGHT.resumeDelivery, (_, { vmcb }) => vmcb.copyLong(AT.nRip, vmcb, AT.rip)),
    },
  ),
  mutant(
    'invlpga-ignored',
    'INVLPGA does nothing',
    'N-80',
    instead([EXIT.invlpga.code], (l0, vcpu) => {
      if (l0.behaviour.permitted(l0, vcpu)) skip(l0, vcpu);
    }),
  ),
  mutant(
    'invlpgb-in-l2',
    'L2 may execute INVLPGB and TLBSYNC',
    'the instructions are not for guests',
    instead([EXIT.invlpgb.code, EXIT.tlbsync.code], (l0, vcpu) => skip(l0, vcpu)),
  ),
  mutant(
    'svme-not-asked',
    'SVM instructions do not need EFER.SVME',
    'KVM before d99df02ff427, 69f779f79e0d and 460c7eb2e759',
    { permitted: () => true },
  ),
  mutant('svme-of-the-l0', 'EFER shows L1 the SVME bit of the L0', 'N-5: state of the L0 that shows', {
    handle: (l0, vcpu, code) => {
      const { svme } = vcpu;
      if (code === EXIT.msr.code && !vcpu.inL2) setSvme(vcpu, true);
      RIGHT.handle(l0, vcpu, code);
      if (code === EXIT.msr.code && !vcpu.inL2 && !svme && vcpu.svme) setSvme(vcpu, false);
    },
  }),
  mutant('l2-clears-svme', 'an L2 that clears EFER.SVME goes on as L1', 'KVM before cdc69269b18a', {
    changeEfer: (l0, vcpu, efer) => {
      if (!vcpu.inL2 || efer & EFER_SVME) return RIGHT.changeEfer(l0, vcpu, efer);
      const { vmcb01, vmcb02 } = vcpu;
      for (const at of [AT.rip, AT.rsp, AT.rax]) vmcb01.copyLong(at, vmcb02);
      leaveGuestMode(vcpu);
      setSvme(vcpu, false);
    },
  }),
  mutant('gif-by-svme', 'clearing EFER.SVME sets GIF', 'KVM until 2025 (svm_set_efer)', {
    changeEfer: after(RIGHT.changeEfer, (_, vcpu) => {
      if (!vcpu.inL2 && !vcpu.svme) vcpu.gif = true;
    }),
  }),
  mutant(
    'skip-leaves-shadow',
    'an instruction that the L0 carries out does not end an interrupt shadow',
    'N-6A',
    {
      skip: (l0, vcpu) => {
        const shadow = vcpu.vmcb.word(AT.intState);
        RIGHT.skip(l0, vcpu);
        vcpu.vmcb.setWord(AT.intState, shadow);
      },
    },
  ),
  mutant(
    'skip-no-trap',
    'an instruction that the L0 carries out is no single step',
    'KVM’s kvm_skip_emulated_instruction and its siblings',
    {
      skip: (l0, vcpu) => {
        const { dueTraps } = vcpu;
        RIGHT.skip(l0, vcpu);
        vcpu.dueTraps = dueTraps;
      },
    },
  ),
  mutant('l1-waits-on', 'L1 goes on in the HLT of its guest', 'N-41', {
    vmexit: after(RIGHT.vmexit, (_, vcpu) => (vcpu.halted = true)),
  }),
  mutant(
    'vmsave-of-l2',
    'VMLOAD of L2 reads nothing',
    'N-01: one place for state that VMRUN does not switch',
    instead([EXIT.vmload.code], (l0, vcpu) => {
      if (l0.behaviour.permitted(l0, vcpu)) l0.behaviour.skip(l0, vcpu);
    }),
  ),
];
