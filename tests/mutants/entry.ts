import { RIGHT } from '../../hypervisor/behaviour.js';
import { LIVE } from '../../hypervisor/live.js';
import { AT, type Vmcb } from '../../hypervisor/vmcb.js';
import { EXIT } from '../../spec/exits.js';
import { INTERCEPT } from '../../spec/intercepts.js';
import { INT_CTL, MISC_CTL, MISC_CTL2 } from '../../spec/vmcbBits.js';
import { after, mutant, type Mutant } from './mutant.js';

const without = (vmcb: Vmcb, at: number, bits: number): void =>
  vmcb.setWord(at, (vmcb.word(at) & ~bits) >>> 0);
const VMLOAD_VMSAVE = (1 << INTERCEPT.vmload.bit) | (1 << INTERCEPT.vmsave.bit);
const NP_ENABLE = MISC_CTL.npEnable.mask;
const interruptControlWithout = (bits: number) => ({
  interruptControl: (...[l0, vcpu]: Parameters<typeof RIGHT.interruptControl>) =>
    (RIGHT.interruptControl(l0, vcpu) & ~bits) >>> 0,
});

/** Mistakes in making VMCB02. */
export const ENTRY: readonly Mutant[] = [
  mutant(
    'toctou-intercepts',
    'whether L1 intercepts is looked up in VMCB12 in memory, which L2 and other vCPUs can change',
    'CVE-2021-29657: VMCB12 read again after its check',
    {
      wantedByL1: (l0, vcpu, code) => {
        const { vmcb12 } = vcpu;
        const { u8 } = l0.cpu;
        const kept = u8.slice(vmcb12.linear, vmcb12.linear + 0x18);
        u8.copyWithin(vmcb12.linear, l0.memory.linear(vcpu.vmcb12Pa), l0.memory.linear(vcpu.vmcb12Pa) + 0x18);
        const rule = RIGHT.wantedByL1(l0, vcpu, code);
        u8.set(kept, vmcb12.linear);
        return rule;
      },
    },
  ),
  mutant(
    'vmload-unintercepted',
    'VMLOAD and VMSAVE of L2 are never intercepted unless L1 asks',
    'CVE-2021-3656',
    {
      virtualVmload: (l0, vcpu) => {
        RIGHT.virtualVmload(l0, vcpu);
        const { vmcb02, vmcb12 } = vcpu;
        const word = vmcb02.word(AT.interceptMisc2) & ~VMLOAD_VMSAVE;
        vmcb02.setWord(AT.interceptMisc2, (word | (vmcb12.word(AT.interceptMisc2) & VMLOAD_VMSAVE)) >>> 0);
      },
    },
  ),
  mutant(
    'vls-without-npt',
    'VMLOAD and VMSAVE stay virtual for an L2 without nested paging',
    'CVE-2021-3656: the condition on nested paging',
    {
      virtualVmload: (l0, vcpu) => {
        const { nestedNpt } = vcpu;
        vcpu.nestedNpt = true;
        RIGHT.virtualVmload(l0, vcpu);
        vcpu.nestedNpt = nestedNpt;
      },
    },
  ),
  mutant(
    'shutdown-kept',
    'a shutdown of L2 is not told to L1, and it is L1 that is down',
    'CVE-2022-3344: the shutdown intercept',
    {
      wantedByL1: (l0, vcpu, code) => (code === EXIT.shutdown.code ? null : RIGHT.wantedByL1(l0, vcpu, code)),
      shutDown: (_, vcpu) => {
        vcpu.shutdown = true;
      },
    },
  ),
  mutant(
    'intercepts-of-l0-only',
    'the third word of L1’s miscellaneous intercepts is forgotten',
    'INTERCEPT_WORD5 in KVM',
    {
      intercepts: after(RIGHT.intercepts, (_, { vmcb01, vmcb02 }) =>
        vmcb02.setWord(AT.interceptMisc3, vmcb01.word(AT.interceptMisc3)),
      ),
    },
  ),
  mutant('cr0-selective', 'selective writes of CR0 are not intercepted', 'N-56: CR0_SEL_WRITE under an L0', {
    intercepts: after(RIGHT.intercepts, (_, { vmcb02 }) =>
      without(vmcb02, AT.interceptMisc1, 1 << INTERCEPT.selectiveCr0.bit),
    ),
  }),
  mutant(
    'int-ctl-v-intr-masking',
    'V_INTR_MASKING of L1 is lost',
    'CVE-2021-3653: whose bits of int_ctl are whose',
    interruptControlWithout(INT_CTL.vIntrMasking.mask),
  ),
  mutant('int-ctl-ign-tpr', 'V_IGN_TPR of L1 is lost', 'N-31', interruptControlWithout(INT_CTL.vIgnTpr.mask)),
  mutant(
    'int-ctl-priority',
    'the priority of the virtual interrupt is lost',
    'N-31',
    interruptControlWithout(INT_CTL.vIntrPrio.mask),
  ),
  mutant(
    'int-ctl-vgif',
    'L2 has no virtual GIF of its own',
    'N-A2',
    interruptControlWithout(INT_CTL.vGif.mask | INT_CTL.vGifEnable.mask),
  ),
  mutant(
    'int-ctl-vnmi',
    'L2 has no virtual NMIs',
    'N-A3',
    interruptControlWithout(INT_CTL.vNmi.mask | INT_CTL.vNmiMask.mask | INT_CTL.vNmiEnable.mask),
  ),
  mutant('int-vector', 'the vector of the virtual interrupt is lost', 'N-36', {
    interruptControl: (l0, vcpu) => {
      vcpu.vmcb02.setWord(AT.intVector, 0);
      return RIGHT.interruptControl(l0, vcpu);
    },
  }),
  mutant('shadow-lost', 'the interrupt shadow of L2 is lost', 'N-36, N-6A', {
    interruptControl: (l0, vcpu) => {
      vcpu.vmcb02.setWord(AT.intState, 0);
      return RIGHT.interruptControl(l0, vcpu);
    },
  }),
  mutant('eventinj-not-injected', 'EVENTINJ of L1 is lost', 'N-36', {
    interruptControl: (l0, vcpu) => {
      vcpu.vmcb02.setWord(AT.eventInj, 0);
      return RIGHT.interruptControl(l0, vcpu);
    },
  }),
  mutant('host-if', 'physical interrupts under V_INTR_MASKING go by IF of L2', 'N-65', {
    enter: after(RIGHT.enter, (_, vcpu) => (vcpu.hostIf = (vcpu.vmcb12.word(AT.rflags) & 0x200) !== 0)),
  }),
  mutant('gif-of-l1', 'L2 begins with GIF as L1 had it', 'N-2E', {
    vmrun: (l0, vcpu, pa) => {
      const { gif } = vcpu;
      RIGHT.vmrun(l0, vcpu, pa);
      if (vcpu.inL2) vcpu.gif02 = gif;
    },
  }),
  mutant('tsc-offset', 'L1’s TSC offset is not applied to L2', 'N-91', {
    interruptControl: (l0, vcpu) => {
      vcpu.vmcb02.zeroLong(AT.tscOffset);
      return RIGHT.interruptControl(l0, vcpu);
    },
  }),
  mutant('tsc-ratio', 'L1’s TSC ratio is not applied to L2', 'N-91', {
    paging: after(RIGHT.paging, (l0, vcpu) => {
      if (vcpu.inL2) l0.setFlag(LIVE.TSC_SCALED, 0);
    }),
  }),
  mutant('tsc-ratio-left', 'L2’s TSC ratio goes on in L1', 'N-93', {
    paging: after(RIGHT.paging, (l0) => l0.setFlag(LIVE.TSC_SCALED, 1)),
  }),
  mutant('lbrv-lost', 'last-branch registers are not virtualized for L2', 'N-A0', {
    lastBranches: lastBranchesOff,
  }),
  mutant('pause-count', 'the count of the pause filter is not loaded', 'N-A4', {
    pauseFilter: () => undefined,
  }),
  mutant(
    'pat-shared',
    'L2 shares L1’s PAT register under nested paging',
    'KVM until the series 20260407190343',
    {
      pat: (_, { vmcb01, vmcb02 }) => vmcb02.copyLong(AT.gPat, vmcb01),
    },
  ),
  mutant('iopm-ignored', 'the I/O permission map of L1 is that at address 0', 'N-34', { ioMap: () => 0 }),
  mutant('iopm-unmasked', 'the I/O permission map begins a page later', 'N-55: the second page of the map', {
    ioMap: (l0, vcpu) => RIGHT.ioMap(l0, vcpu) + 0x1000,
  }),
  mutant(
    'msrpm-vmcb01',
    'L2 runs with the L0’s own MSR permission map',
    'the withdrawn patch: the merged map goes to the current VMCB',
    {
      msrMap: (_, { vmcb01, vmcb02 }) => vmcb02.copyLong(AT.msrpmBasePa, vmcb01),
      // The processor would look into L1's map itself.
      paging: after(RIGHT.paging, ({ cpu }) =>
        cpu.u32.fill(0, LIVE.L1_MSRPM >>> 2, (LIVE.L1_MSRPM >>> 2) + 2),
      ),
    },
  ),
  mutant('msrpm-outside', 'MSRs outside the permission map are not intercepted', 'N-54', {
    l1InterceptsMsr: (l0, vcpu, msr, write) => {
      const rule = RIGHT.l1InterceptsMsr(l0, vcpu, msr, write);
      return rule?.place === null ? null : rule;
    },
  }),
  mutant('msrpm-write-bit', 'RDMSR is judged by the bit of WRMSR', 'N-54', {
    l1InterceptsMsr: (l0, vcpu, msr) => RIGHT.l1InterceptsMsr(l0, vcpu, msr, true),
  }),
  mutant(
    'clean-other-vmcb',
    'clean bits count for another VMCB than the one that ran last',
    'N-3B: last_vmcb12_gpa',
    {
      cleanGroups: (l0, vcpu, _, from) => {
        const { rememberedVmcb12 } = vcpu;
        return RIGHT.cleanGroups(l0, vcpu, rememberedVmcb12, from);
      },
    },
  ),
  mutant(
    'clean-ignored',
    'clean bits are ignored',
    'N-A9: allowed by the manual, and not what our processor does',
    { cleanGroups: () => 0 },
  ),
  mutant(
    'misc-ctl-12',
    'misc_ctl of L1 is used as it is: without nested paging of its own L2 runs without the L0’s',
    'KVM before b6dc21d896a0',
    {
      addressSpace: after(RIGHT.addressSpace, (_, { vmcb02, vmcb12 }) =>
        vmcb02.setWord(AT.miscCtl, vmcb12.word(AT.miscCtl) & (NP_ENABLE | MISC_CTL.gmet.mask)),
      ),
    },
  ),
  mutant('gmet-lost', 'the guest mode execute trap of L1 is lost', 'N-32', {
    addressSpace: after(RIGHT.addressSpace, (_, { vmcb02 }) => vmcb02.setWord(AT.miscCtl, NP_ENABLE)),
  }),
  mutant(
    'asid-shared',
    'L2 runs with the ASID of L1',
    'N-81: L1 and L2 share an ASID, without the flush that needs',
    {
      addressSpace: after(RIGHT.addressSpace, (_, { vmcb01, vmcb02 }) =>
        vmcb02.setWord(AT.guestAsid, vmcb01.word(AT.guestAsid)),
      ),
    },
  ),
  mutant('asid-one-for-all', 'all of L1’s ASIDs are one', 'N-81', {
    addressSpace: after(RIGHT.addressSpace, (_, { vmcb02 }) => vmcb02.setWord(AT.guestAsid, 1)),
  }),
  mutant('npt-off', 'L2 runs on L1’s physical addresses though L1 uses nested paging', 'N-33', {
    addressSpace: after(RIGHT.addressSpace, ({ npt01 }, { vmcb02 }) =>
      vmcb02.setAddress(AT.nCr3, npt01.root),
    ),
  }),
  mutant('tlb-control-ignored', 'TLB_CONTROL of L1 is ignored', 'N-80', { flush: () => undefined }),
];

function lastBranchesOff(...[, { vmcb02 }]: Parameters<typeof RIGHT.lastBranches>): void {
  without(vmcb02, AT.miscCtl2, MISC_CTL2.lbrv.mask);
}
