import { RIGHT } from '../../hypervisor/behaviour.js';
import type { L0 } from '../../hypervisor/l0.js';
import { LIVE } from '../../hypervisor/live.js';
import { AT } from '../../hypervisor/vmcb.js';
import { failLate } from '../../hypervisor/history/kvm.js';
import { rowsMask } from '../../hypervisor/history/rows.js';
import { VMCB_SIZE } from '../../spec/vmcb.js';
import { after, before, mutant, type Mutant } from './mutant.js';

/** A field of VMCB12 in L1's memory, 64 bits. */
function field(
  l0: L0,
  pa: number,
  at: number,
): { low: number; high: number; put(low: number, high: number): void } {
  const { u32 } = l0.cpu;
  const lane = (l0.memory.linear(pa) + at) >>> 2;
  return {
    low: u32[lane],
    high: u32[lane + 1],
    put: (low, high) => {
      if (l0.memory.linear(pa) !== 0) u32.set([low, high], lane);
    },
  };
}
const unchecked = (...ids: string[]) => ({
  check: (...[l0, vcpu]: Parameters<typeof RIGHT.check>) => RIGHT.check(l0, vcpu) & ~rowsMask(...ids),
});

/** Mistakes in failing a VMRUN. */
export const FAILURE: readonly Mutant[] = [
  mutant(
    'gif-left',
    'a failed VMRUN leaves GIF as it was',
    'KVM before f85a6ce06e4a, Xen before 5fa2c5849f',
    {
      failVmrun: (l0, vcpu, ...rest) => {
        const { gif } = vcpu;
        RIGHT.failVmrun(l0, vcpu, ...rest);
        vcpu.gif = gif;
      },
    },
  ),
  mutant('eventinj-left', 'a failed VMRUN leaves EVENTINJ valid', 'KVM before 69b721a86d0d', {
    failVmrun: (l0, vcpu, pa, ...rest) => {
      const event = field(l0, pa, AT.eventInj);
      RIGHT.failVmrun(l0, vcpu, pa, ...rest);
      event.put(event.low, event.high);
    },
  }),
  mutant(
    'exitcode-32',
    'EXITCODE of a failed VMRUN has 32 bits',
    'KVM before the patch 20251113225621.1688428-3 (exit_code_hi = 0), QEMU 7.2',
    {
      failVmrun: (l0, vcpu, pa, ...rest) => {
        RIGHT.failVmrun(l0, vcpu, pa, ...rest);
        field(l0, pa, AT.exitCode).put(0xffff_ffff, 0);
      },
    },
  ),
  mutant(
    'exitinfo-stale',
    'a failed VMRUN leaves EXITINFO1 of the last exit',
    'item 4f of the failure path',
    {
      failVmrun: (l0, vcpu, pa, ...rest) => {
        const info = field(l0, pa, AT.exitInfo1);
        RIGHT.failVmrun(l0, vcpu, pa, ...rest);
        info.put(info.low, info.high);
      },
    },
  ),
  mutant(
    'whole-exit',
    'a failed VMRUN is a whole #VMEXIT of an L2 that never ran: CR3 in VMCB12 is L1’s',
    'the second family of failures in KVM (nested_svm_load_cr3)',
    {
      failVmrun: (l0, vcpu, pa, mask) => {
        l0.behaviour.enter(l0, vcpu, pa);
        vcpu.vmcb02.copyLong(AT.cr3, vcpu.vmcb01);
        failLate(l0, vcpu, mask);
      },
    },
  ),
  mutant(
    'fail-host-registers',
    'a failed VMRUN writes L1’s registers to VMCB12',
    'Xen (prepare4vmexit), QEMU’s checks before the load',
    {
      failVmrun: (l0, vcpu, pa, ...rest) => {
        RIGHT.failVmrun(l0, vcpu, pa, ...rest);
        const { vmcb01 } = vcpu;
        for (const at of [AT.rax, AT.rsp, AT.rip])
          field(l0, pa, at).put(vmcb01.word(at), vmcb01.word(at + 4));
      },
    },
  ),
  mutant(
    'dr7-kept',
    'a #VMEXIT leaves the breakpoints of L1 on',
    'the early failure of KVM; #VMEXIT of the manual',
    {
      returnToL1: (l0, vcpu) => {
        const dr7 = vcpu.vmcb01.long(AT.dr7);
        RIGHT.returnToL1(l0, vcpu);
        vcpu.vmcb01.setLong(AT.dr7, dr7);
      },
    },
  ),
  mutant('rf-kept', 'a #VMEXIT leaves RFLAGS.RF of L1 set', '#VMEXIT of the manual', {
    skip: (l0, vcpu) => {
      const flags = vcpu.vmcb.word(AT.rflags);
      RIGHT.skip(l0, vcpu);
      vcpu.vmcb.setWord(AT.rflags, vcpu.vmcb.word(AT.rflags) | (flags & 0x1_0000));
    },
    returnToL1: (l0, vcpu) => {
      const flags = vcpu.vmcb01.word(AT.rflags);
      RIGHT.returnToL1(l0, vcpu);
      vcpu.vmcb01.setWord(AT.rflags, flags);
    },
  }),
  mutant(
    'no-single-step',
    'a single-stepped VMRUN has no #DB after its #VMEXIT',
    'the remark in KVM at 1a27afa0511e; Xen',
    {
      returnToL1: after(RIGHT.returnToL1, (_, vcpu) => (vcpu.dueTraps = 0)),
    },
  ),
  mutant(
    'rip-not-skipped',
    'a failed VMRUN comes back to the VMRUN',
    'the order of skipping RIP in KVM’s failure path',
    {
      failVmrun: after(RIGHT.failVmrun, (l0, vcpu) => vcpu.vmcb01.setLong(AT.rip, l0.state(LIVE.RIP))),
    },
  ),
  mutant(
    'clean-after-failure',
    'clean bits count for a VMCB whose VMRUN has failed',
    'item 4f: clean bits after a failure',
    {
      failVmrun: (l0, vcpu, pa, ...rest) => {
        RIGHT.failVmrun(l0, vcpu, pa, ...rest);
        vcpu.rememberedVmcb12 = pa;
      },
    },
  ),
  mutant('half-in-l2', 'a failed VMRUN leaves CR2 of L2 in L1', 'loading L2’s state before the checks', {
    failVmrun: before(RIGHT.failVmrun, (_, vcpu) => vcpu.vmcb01.copyLong(AT.cr2, vcpu.vmcb12)),
  }),
  mutant(
    'pointers-l1-mode',
    'whether L2 has page-directory pointers is asked of L1’s mode',
    'the withdrawn patch, v4 13/26 to v6 16/31',
    {
      ...unchecked('S13'),
      paging: ({ cpu }, vcpu) => {
        cpu.keepPdptes(false);
        vcpu.pointersDue = false;
      },
    },
  ),
  mutant('no-intercept-check', 'VMRUN need not be intercepted', 'KVM before 52c65a30a5c6', unchecked('C1')),
  mutant('asid-0', 'ASID 0 is accepted', 'Xen (svm_vmcb_isvalid)', unchecked('C2')),
  mutant(
    'ncr3-unchecked',
    'reserved bits of nCR3 are not checked',
    'KVM before b71138fcc362',
    unchecked('C6'),
  ),
  mutant(
    'iopm-unchecked',
    'an I/O permission map out of range is accepted, and intercepts nothing',
    'Xen before 8c36d5a500',
    {
      ...unchecked('C4'),
      intercepts: (l0, vcpu) => {
        RIGHT.intercepts(l0, vcpu);
        const { vmcb02, vmcb12 } = vcpu;
        if (l0.memory.linear(vmcb12.address(AT.iopmBasePa)) === 0)
          vmcb02.setWord(AT.interceptMisc1, (vmcb02.word(AT.interceptMisc1) & ~(1 << 27)) >>> 0);
      },
      ioMap: (l0, vcpu) =>
        l0.memory.linear(vcpu.vmcb12.address(AT.iopmBasePa)) === 0 ? 0 : RIGHT.ioMap(l0, vcpu),
    },
  ),
  mutant(
    'pat-unchecked',
    'the guest PAT is not checked, and L2 shares L1’s',
    'KVM until the series 20260407190343',
    {
      ...unchecked('C7'),
      pat: (_, { vmcb01, vmcb02 }) => vmcb02.copyLong(AT.gPat, vmcb01),
    },
  ),
  mutant('tlb-control-checked', 'a TLB_CONTROL that is not defined fails VMRUN', 'older KVM, VirtualBox', {
    check: (l0, vcpu) =>
      RIGHT.check(l0, vcpu) | ([0, 1, 3, 7].includes(vcpu.vmcb12.byte(AT.tlbControl)) ? 0n : rowsMask('C10')),
  }),
  mutant('eventinj-reserved-checked', 'reserved bits of EVENTINJ fail VMRUN', 'Xen (svm_vmcb_isvalid)', {
    check: (l0, vcpu) => {
      const event = vcpu.vmcb12.word(AT.eventInj);
      return RIGHT.check(l0, vcpu) | (event >>> 31 && event & 0x7fff_f000 ? rowsMask('E6') : 0n);
    },
  }),
  mutant(
    'vmcb12-read-late',
    'the #VMEXIT writes the page of VMCB12 as it was at VMRUN',
    'keeping VMCB12 mapped, and caching too much',
    {
      vmexit: (l0, vcpu) => {
        const { u8 } = l0.cpu;
        const to = l0.memory.linear(vcpu.vmcb12Pa);
        u8.copyWithin(to, vcpu.vmcb12.linear, vcpu.vmcb12.linear + VMCB_SIZE);
        RIGHT.vmexit(l0, vcpu);
      },
    },
  ),
];
