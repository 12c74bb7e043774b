import { MISC_CTL } from '../../spec/vmcbBits.js';
import { RIGHT } from '../behaviour.js';
import type { L0 } from '../l0.js';
import { endFailedVmrun } from '../nested/failure.js';
import type { FailedRow } from '../observer.js';
import type { Vcpu } from '../vcpu.js';
import { AT } from '../vmcb.js';
import { KVM, ROWS_7_0, msrMap, msrpmUnreadable, writeFailure } from './kvm.js';
import { KVM_FAULTS, OLD_FAULTS, OLD_INSTRUCTIONS } from './linux70.js';
import type { HistoryProfile } from './profile.js';
import { rowsMask } from './rows.js';

const POINTERS = rowsMask('S13');
/** The nearest row to a map that cannot be read. */
const MAP = rowsMask('C3');
const MSR_PROT = 1 << 28;
const CR0_PG = 0x8000_0000;
const CR4_PAE = 0x20;
const EFER_LMA = 0x400;
/** Reserved bits of a page-directory pointer, below bit 32. */
const RESERVED_LOW = 0x1e6;

/** All checks before anything is loaded, and CR3 among them: but whether L2 has page-directory pointers is asked of L1's mode. */
function checkWithL1sMode(l0: L0, vcpu: Vcpu): bigint {
  const mask = RIGHT.check(l0, vcpu);
  const found = mask & (ROWS_7_0.early(vcpu) | (ROWS_7_0.late & ~POINTERS));
  const wrong = hasPointers(vcpu) && pointersAreWrong(l0, vcpu) ? POINTERS : 0n;
  const unreadable = msrpmUnreadable(l0, vcpu) ? MAP : 0n;
  return found | wrong | unreadable;
}
/** L1 itself is in legacy PAE paging, and does not use nested paging. */
function hasPointers({ vmcb01, vmcb12 }: Vcpu): boolean {
  const legacyPae = (vmcb01.word(AT.cr4) & CR4_PAE) !== 0 && !(vmcb01.word(AT.efer) & EFER_LMA);
  const paging = (vmcb01.word(AT.cr0) & CR0_PG) !== 0;
  return paging && legacyPae && !(vmcb12.word(AT.miscCtl) & MISC_CTL.npEnable.mask);
}
function pointersAreWrong(l0: L0, { vmcb12 }: Vcpu): boolean {
  const first = (vmcb12.word(AT.cr3) & ~31) >>> 0;
  const above = ~(2 ** (Number(l0.physBits) - 32) - 1);
  return [0, 8, 16, 24].some((at) => {
    const low = l0.memory.read(first + at);
    return (low & 1) !== 0 && ((low & RESERVED_LOW) !== 0 || (l0.memory.read(first + at + 4) & above) !== 0);
  });
}

/** The one minimal #VMEXIT, which does all that #VMEXIT does to the host. */
function failVmrun(
  l0: L0,
  vcpu: Vcpu,
  vmcb12Pa: number,
  mask: bigint,
  ownRows: readonly FailedRow[] = [],
): void {
  writeFailure(l0, vmcb12Pa, false);
  endFailedVmrun(l0, vcpu, vmcb12Pa, mask, ownRows);
}

/** The merged map is put into the VMCB that is current, which is L1's still: L1 goes on with it after its guest. */
function mergeIntoVmcb01(l0: L0, vcpu: Vcpu): void {
  const { vmcb01, vmcb02, vmcb12 } = vcpu;
  msrMap(l0, vcpu);
  if (vmcb12.word(AT.interceptMisc1) & MSR_PROT) vmcb01.setAddress(AT.msrpmBasePa, vcpu.msrpm02);
  vmcb02.copyLong(AT.msrpmBasePa, vmcb01);
}

/** What the patch in its three postings did. */
export const LINUX_PATCH_V4: HistoryProfile = {
  name: 'linux-patch-v4',
  title:
    'Linux with “KVM: nSVM: Unify handling of VMRUN failures with proper cleanup” as posted in January 2026 (v4 13/26)',
  sources: [
    'message 20260115011312.3675857-14-yosry.ahmed@linux.dev, with the twelve patches before it',
    'withdrawn after CAO9r8zP3-=M+3hyve4-0uGXCsKrhwmx+YPXzw0b-+WfTRS-M1g@mail.gmail.com and aaIxtBYRNCHdEvsV@google.com',
  ],
  faults: [
    {
      what: 'whether L2 has page-directory pointers is asked of L1’s mode: wrong ones of an L2 in PAE paging are not found under a 64-bit L1',
      source: 'nested_svm_load_cr3 comes before L2’s registers are loaded',
      shownBy: 'page-directory pointer',
    },
    {
      what: 'an L1 in PAE paging cannot run an L2 in long mode: its CR3 is read as page-directory pointers',
      source: 'the same',
      shownBy: 'L1 in PAE paging',
    },
    {
      what: 'the merged MSR permission map stays in VMCB01: L1 exits to the L0 for MSRs that it wants of L2',
      source: 'nested_svm_merge_msrpm writes to the current VMCB, before the switch',
      shownBy: null,
    },
    {
      what: 'a failed VMRUN leaves EVENTINJ as it was',
      source: 'the next patch of the series clears it',
      shownBy: 'DR7 high',
    },
    ...OLD_FAULTS,
    ...KVM_FAULTS,
  ],
  notReproduced: [
    'KVM’s own walks of L2’s page tables with L1’s mode (kvm_init_mmu): this L0 leaves them to the processor',
    'KVM_SET_NESTED_STATE, which the patch reorders too',
  ],
  behaviour: {
    ...KVM,
    ...OLD_INSTRUCTIONS,
    vmrun: RIGHT.vmrun,
    check: checkWithL1sMode,
    failVmrun,
    msrMap: mergeIntoVmcb01,
  },
};

export const LINUX_PATCH_V6: HistoryProfile = {
  ...LINUX_PATCH_V4,
  name: 'linux-patch-v6',
  title: 'The same patch as last posted in February 2026 (v6 16/31)',
  sources: [
    'message 20260224223405.3270433-17-yosry@kernel.org',
    'differs from v4 in the name of its function, in warnings, and in that EXITCODE is written as one 64-bit field: to a guest it is the same',
    ...LINUX_PATCH_V4.sources.slice(1),
  ],
};
