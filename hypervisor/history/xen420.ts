import { LIVE } from '../live.js';
import { EXIT } from '../../spec/exits.js';
import { EVENT, EVENT_TYPE, MISC_CTL } from '../../spec/vmcbBits.js';
import { RIGHT } from '../behaviour.js';
import { addressOperand } from '../instruction.js';
import type { L0 } from '../l0.js';
import { raise } from '../nested/inject.js';
import type { Vcpu } from '../vcpu.js';
import { AT } from '../vmcb.js';
import { NO_MEMORY, failLate, handOn, hasNoMemory, msrMap, msrpmUnreadable, pageOf, paging } from './kvm.js';
import type { HistoryProfile } from './profile.js';
import { rowsMask } from './rows.js';

const V_UD = 6;
const V_NMI = 2;
const BREAKPOINT = 3;
const OVERFLOW = 4;
const IOIO_PROT = 1 << 27;
const EVENT_RESERVED = 0x7fff_f000;

/** svm_vmcb_isvalid. ASID, maps, nCR3, PAT and EVENTINJ's type are not in it. */
const CHECKED = rowsMask('C1', 'S1', 'S2', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11', 'S12', 'E6');

function reservedEventBits({ vmcb12 }: Vcpu): bigint {
  const event = vmcb12.word(AT.eventInj);
  return event & EVENT.v.mask && event & EVENT_RESERVED ? rowsMask('E6') : 0n;
}

/** L2's state is loaded, then checked. A failure goes the way of a #VMEXIT, with the general registers of the VMRUN in L2's place. */
function vmrun(l0: L0, vcpu: Vcpu, vmcb12Pa: number): void {
  const { behaviour } = l0;
  behaviour.readVmcb12(l0, vcpu, vmcb12Pa);
  const mask = (behaviour.check(l0, vcpu) | reservedEventBits(vcpu)) & CHECKED;
  const unreadable = msrpmUnreadable(l0, vcpu);
  const gif = vcpu.gif;
  behaviour.enter(l0, vcpu, vmcb12Pa);
  vcpu.gif02 = true;
  // Xen has ASIDs of its own, whatever L1 asks for.
  if (mask === 0n && !unreadable) {
    l0.observer.nestedEnter?.(l0.observed(vcpu.index, vmcb12Pa, vcpu.vmcb12.linear));
    return;
  }
  const { vmcb01, vmcb02 } = vcpu;
  for (const at of [AT.rax, AT.rsp, AT.rflags]) vmcb02.copyLong(at, vmcb01);
  vmcb02.setLong(AT.rip, l0.state(LIVE.RIP));
  failLate(l0, vcpu, mask);
  // Only nestedsvm_vmexit_defer clears it, and this exit does not go through that.
  vcpu.gif = gif;
}

/** A VMCB that cannot be mapped is #UD, and the single step of VMRUN is nowhere. */
function handle(l0: L0, vcpu: Vcpu, code: number): void {
  const unmapped = code === EXIT.vmrun.code && vcpu.svme && hasNoMemory(l0, addressOperand(l0, vcpu));
  if (unmapped) raise(l0, vcpu, V_UD, 0, NO_MEMORY);
  else RIGHT.handle(l0, vcpu, code);
}

/** A map where there is no memory intercepts no port. */
function intercepts(l0: L0, vcpu: Vcpu): void {
  RIGHT.intercepts(l0, vcpu);
  const { vmcb02, vmcb12 } = vcpu;
  if (vmcb12.word(AT.interceptMisc1) & IOIO_PROT && l0.memory.linear(ioMap12(vcpu)) === 0)
    vmcb02.setWord(AT.interceptMisc1, (vmcb02.word(AT.interceptMisc1) & ~IOIO_PROT) >>> 0);
}
const ioMap12 = ({ vmcb12 }: Vcpu): number => pageOf(vmcb12.address(AT.iopmBasePa));
function ioMap(l0: L0, vcpu: Vcpu): number {
  return l0.memory.linear(ioMap12(vcpu)) === 0 ? 0 : RIGHT.ioMap(l0, vcpu);
}

/** What nsvm_vmcb_prepare4vmexit writes besides. */
function writeExit(l0: L0, vcpu: Vcpu, linear: number): void {
  const { u32 } = l0.cpu;
  const { vmcb02 } = vcpu;
  const lost = vmcb02.word(AT.eventInj);
  RIGHT.writeExit(l0, vcpu, linear);
  const put = (at: number, value: number): void => {
    u32[(linear + at) >>> 2] = value;
  };
  put(AT.tlbControl, u32[(linear + AT.tlbControl) >>> 2] & ~0xff);
  put(AT.gPat, vmcb02.word(AT.gPat));
  put(AT.gPat + 4, vmcb02.word(AT.gPat + 4));
  if (!vcpu.nestedNpt) {
    put(AT.miscCtl, u32[(linear + AT.miscCtl) >>> 2] & ~MISC_CTL.npEnable.mask);
    put(AT.nCr3, 0);
    put(AT.nCr3 + 4, 0);
  }
  if (!isReinjected(lost)) return;
  put(AT.exitIntInfo, lost);
  put(AT.exitIntInfoErr, vmcb02.word(AT.eventInjErr));
}
/** An event that no instruction would ask for again. */
function isReinjected(event: number): boolean {
  if (!(event & EVENT.v.mask)) return false;
  const type = (event & EVENT.type.mask) >> 8;
  const vector = event & 0xff;
  if (type === EVENT_TYPE.exception) return vector !== BREAKPOINT && vector !== OVERFLOW;
  return type === 0 || type === V_NMI;
}

/** nsvm_vcpu_hostrestore: CR2 and DR6 are L1's own, and nothing is known of a single step. */
function returnToL1(l0: L0, vcpu: Vcpu): void {
  RIGHT.returnToL1(l0, vcpu);
  vcpu.dueTraps = 0;
}

export const XEN_4_20: HistoryProfile = {
  name: 'xen-4.20',
  title: 'Xen 4.20, not built for debugging (a debug build stops the host at an assertion instead)',
  sources: [
    'xen/arch/x86/hvm/svm/nestedsvm.c at 006cf1093da8, and the patch that became 5fa2c5849f in 2026, which shows its context unchanged',
  ],
  faults: [
    {
      what: 'a failed check leaves GIF as it was',
      source: 'fixed by 5fa2c5849f',
      shownBy: 'DR7 high',
    },
    {
      what: 'a failed check writes RAX, RSP, RIP and RFLAGS of the VMRUN into VMCB12’s save area',
      source: 'nsvm_vmcb_prepare4vmexit takes them from the current registers',
      shownBy: 'DR7 high',
    },
    {
      what: 'EVENTINJ of a failed VMRUN comes back as EXITINTINFO',
      source: 'nsvm_vmcb_prepare4vmexit',
      shownBy: 'DR7 high',
    },
    {
      what: 'nothing is a single step: no #DB after VMRUN',
      source: 'nsvm_vcpu_hostrestore',
      shownBy: 'single step',
    },
    {
      what: 'every #VMEXIT clears TLB_CONTROL, and without nested paging nCR3',
      source: 'nsvm_vmcb_prepare4vmexit',
      shownBy: 'VMMCALL',
    },
    {
      what: 'CR2 and DR6 of L1 come back at #VMEXIT',
      source: 'nsvm_vcpu_hostrestore',
      shownBy: 'VMMCALL',
    },
    {
      what: 'an I/O permission map out of range is accepted, and intercepts nothing',
      source: 'fixed by 8c36d5a500',
      shownBy: 'I/O map out of range',
    },
    {
      what: 'EVENTINJ is not checked: the processor refuses, and that is a whole #VMEXIT',
      source: 'svm_vmcb_isvalid; a patch was posted on 15 July 2026',
      shownBy: 'EVENTINJ type 7',
    },
    {
      what: 'a page-directory pointer that is wrong is not found',
      source: 'svm_vmcb_isvalid',
      shownBy: 'page-directory pointer',
    },
    { what: 'ASID 0 is accepted', source: 'svm_vmcb_isvalid', shownBy: 'ASID 0' },
    {
      what: 'reserved bits of nCR3 are not checked',
      source: 'svm_vmcb_isvalid',
      shownBy: 'nCR3 reserved',
    },
    { what: 'a VMCB where there is no memory is #UD', source: 'nestedsvm_vmcb_map', shownBy: 'no memory' },
  ],
  notReproduced: [
    'the #GP that an illegal CR0, CR3, CR4 or EFER of VMCB12 leaves pending (hvm_set_cr0 and its like)',
    'interrupts that Xen injects itself, and the toggling of event channels by STGI and CLGI (6a6e1e17d6)',
    'the intercepts that Xen adds for its own needs, and its lazy switch of the FPU',
  ],
  behaviour: {
    ...RIGHT,
    vmrun,
    handle,
    refused: handOn,
    intercepts,
    ioMap,
    msrMap,
    paging,
    writeExit,
    returnToL1,
    shared: () => undefined,
    pat: (_, { vmcb02, vmcb12 }) => vmcb02.copyLong(AT.gPat, vmcb12),
  },
};
