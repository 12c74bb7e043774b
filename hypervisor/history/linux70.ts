import { MISC_CTL2 } from '../../spec/vmcbBits.js';
import { EXIT } from '../../spec/exits.js';
import { RIGHT, type Behaviour } from '../behaviour.js';
import type { L0 } from '../l0.js';
import { leaveGuestMode } from '../nested/exit.js';
import type { Vcpu } from '../vcpu.js';
import { AT } from '../vmcb.js';
import { setSvme } from '../withoutSvme.js';
import { KVM, ROWS_7_0, failEarly, handleOfKvm, vmrunOfTwoFamilies, writeExit } from './kvm.js';
import type { Fault, HistoryProfile } from './profile.js';

const EFER_SVME = 0x1000n;
const LBR_CLEAN = 1 << 10;
/** EVENTINJ goes back as it stands, and is used up only if the processor has run L2. */
function writeExitOf70(l0: L0, vcpu: Vcpu, linear: number): void {
  const { u32 } = l0.cpu;
  const { vmcb02 } = vcpu;
  writeExit(l0, vcpu, linear);
  u32[(linear + AT.eventInj) >>> 2] = vmcb02.word(AT.eventInj);
  u32[(linear + AT.eventInjErr) >>> 2] = vmcb02.word(AT.eventInjErr);
  // The copy of the last-branch registers marks them dirty where it puts them.
  if (vmcb02.word(AT.miscCtl2) & MISC_CTL2.lbrv.mask) u32[(linear + AT.cleanBits) >>> 2] &= ~LBR_CLEAN;
}

/** What the processor does by itself for L1 needs no EFER.SVME of L1's, and INVLPGA is not asked for it. */
function permitted(l0: L0, vcpu: Vcpu): boolean {
  const code = vcpu.vmcb.word(AT.exitCode);
  const byProcessor =
    (l0.hasVgif && (code === EXIT.stgi.code || code === EXIT.clgi.code)) ||
    (l0.hasVls && (code === EXIT.vmload.code || code === EXIT.vmsave.code));
  return byProcessor || code === EXIT.invlpga.code || RIGHT.permitted(l0, vcpu);
}

/** An L2 that clears EFER.SVME goes on as L1: with its own RIP, RSP and RAX, and L1's everything else. */
function changeEfer(l0: L0, vcpu: Vcpu, efer: bigint): void {
  if (!vcpu.inL2 || efer & EFER_SVME) {
    RIGHT.changeEfer(l0, vcpu, efer);
    return;
  }
  const { vmcb01, vmcb02 } = vcpu;
  for (const at of [AT.rip, AT.rsp, AT.rax, AT.cr2]) vmcb01.copyLong(at, vmcb02);
  vmcb01.setLong(AT.efer, efer | EFER_SVME);
  leaveGuestMode(vcpu);
  setSvme(vcpu, false);
  vcpu.gif = true;
}

/** What the withdrawn patch did not touch either. */
export const OLD_INSTRUCTIONS: Pick<Behaviour, 'handle' | 'permitted' | 'changeEfer'> = {
  handle: handleOfKvm(true),
  permitted,
  changeEfer,
};

/** Faults of the instructions, which 7.0 and the patches of early 2026 share. */
export const OLD_FAULTS: readonly Fault[] = [
  {
    what: 'CS.L with CS.D and a malformed EVENTINJ are left to the processor: the failure is a whole #VMEXIT',
    source: 'fixed by 96bd3e76a171 and 7e79f71bca5c',
    shownBy: 'CS.L and CS.D',
  },
  {
    what: 'reserved bits of nCR3 are not checked: L2 starts, and its first access is a nested page fault',
    source: 'fixed by b71138fcc362',
    shownBy: 'nCR3 reserved',
  },
  {
    what: 'the single step of VMRUN is a #DB in L2',
    source: 'fixed by 8862376260c4',
    shownBy: 'single step',
  },
  {
    what: 'an L2 that clears EFER.SVME goes on as L1',
    source: 'fixed by cdc69269b18a',
    shownBy: 'L2 clears SVME',
  },
  {
    what: 'STGI, CLGI, VMLOAD and VMSAVE do not need EFER.SVME where the processor virtualizes them',
    source: 'fixed by 69f779f79e0d and 460c7eb2e759',
    shownBy: 'CLGI without SVME',
  },
  {
    what: 'INVLPGA does not need EFER.SVME',
    source: 'fixed by d99df02ff427',
    shownBy: 'INVLPGA without SVME',
  },
];
/** What all KVMs of 2026 share. */
export const KVM_FAULTS: readonly Fault[] = [
  {
    what: 'the #DB after a single-stepped VMRUN does not set DR6.BS',
    source: 'nested_svm_vmexit of b53ab5167a81 and 1a27afa0511e queues it without a payload',
    shownBy: 'single step, DR6 cleared',
  },
  {
    what: 'a VMCB where there is no memory is #GP',
    source: '01ddcdc55e09, and -EINVAL before it',
    shownBy: 'no memory',
  },
  {
    what: 'L1 and L2 share the PAT register under nested paging, and VMRUN does not check it',
    source: 'the series 20260407190343 gives L2 one of its own, behind a quirk that is on by default',
    shownBy: 'PAT',
  },
];

export const LINUX_7_0: HistoryProfile = {
  name: 'linux-7.0',
  title: 'Linux 7.0, and so the kernels before it',
  sources: [
    'arch/x86/kvm/svm/nested.c of the tree that became 7.0, read at b53ab5167a81 (whose own change is undone here)',
  ],
  faults: [
    {
      what: 'a failed check leaves GIF, EVENTINJ and DR7 as they were',
      source: 'fixed for GIF by f85a6ce06e4a, for EVENTINJ by 69b721a86d0d',
      shownBy: 'DR7 high',
    },
    {
      what: 'page-directory pointers and the MSR map are found late: a whole #VMEXIT of an L2 that never ran, with L1’s CR3 in VMCB12',
      source: 'nested_svm_vmrun of b53ab5167a81',
      shownBy: 'page-directory pointer',
    },
    {
      what: 'the exit clears the clean bit of the last-branch registers in VMCB12',
      source: 'fixed by b53ab5167a81',
      shownBy: 'LBR clean bit',
    },
    ...OLD_FAULTS,
    ...KVM_FAULTS,
  ],
  notReproduced: [
    'what a guest sees of speed, and of races between vCPUs',
    'a VMCB12 that is gone at the #VMEXIT (1b30e7551767, 5d291ef0585e): RAM does not go away here',
    'tracking of NMIs and software interrupts that a failure leaves behind (8998e1d012f3)',
  ],
  behaviour: {
    ...KVM,
    ...OLD_INSTRUCTIONS,
    vmrun: vmrunOfTwoFamilies(ROWS_7_0),
    failVmrun: failEarly({ clearsGif: false, clearsEventInj: false }),
    writeExit: writeExitOf70,
  },
};
