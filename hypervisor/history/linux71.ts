import { KVM, ROWS_7_1, failEarly, handleOfKvm, vmrunOfTwoFamilies } from './kvm.js';
import { KVM_FAULTS } from './linux70.js';
import type { Fault, HistoryProfile } from './profile.js';

const FAULTS: readonly Fault[] = [
  {
    what: 'a failed check leaves DR7 as it was',
    source: 'nested_svm_copy_vmcb12_to_cache',
    shownBy: 'DR7 high',
  },
  {
    what: 'page-directory pointers and the MSR map are found late: a whole #VMEXIT of an L2 that never ran, with L1’s CR3 in VMCB12',
    source: 'nested_svm_vmrun of 1a27afa0511e',
    shownBy: 'page-directory pointer',
  },
  {
    what: '#BR and #OF as injected exceptions in 64-bit mode are left to the processor: the failure is a whole #VMEXIT',
    source: 'nested_svm_check_event_inj does not look at the mode',
    shownBy: '#BR in 64-bit mode',
  },
];
const BEHAVIOUR = {
  ...KVM,
  vmrun: vmrunOfTwoFamilies(ROWS_7_1),
  failVmrun: failEarly({ clearsGif: true, clearsEventInj: true }),
};

export const LINUX_7_1: HistoryProfile = {
  name: 'linux-7.1',
  title: 'Linux 7.1, with the series that took the place of the patch (20260303003421.2185681)',
  sources: ['the 26 commits from b53ab5167a81 to 5e4c6da0bb92'],
  faults: [
    ...FAULTS,
    {
      what: 'the single step of VMRUN is a #DB in L2',
      source: 'fixed by 8862376260c4',
      shownBy: 'single step',
    },
    ...KVM_FAULTS,
  ],
  notReproduced: ['a VMCB12 that is gone at the #VMEXIT: RAM does not go away here'],
  behaviour: { ...BEHAVIOUR, handle: handleOfKvm(true) },
};

export const LINUX_MID_2026: HistoryProfile = {
  name: 'linux-1a27afa0511e',
  title: 'The KVM tree of the middle of 2026, after “Stop leaking single-stepping on VMRUN into L2”',
  sources: ['arch/x86/kvm/svm/nested.c at 1a27afa0511e of kvm-x86/linux'],
  faults: [
    ...FAULTS,
    {
      what: 'a single-stepped VMRUN that fails early has no #DB at all',
      source: 'the remark at svm_skip_emulated_instruction in nested_svm_vmrun',
      shownBy: 'single step of a failure',
    },
    ...KVM_FAULTS,
  ],
  notReproduced: LINUX_7_1.notReproduced,
  behaviour: { ...BEHAVIOUR, handle: handleOfKvm(false) },
};
