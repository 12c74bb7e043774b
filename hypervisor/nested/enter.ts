import { LIVE } from '../live.js';
import { INTERCEPT, INTERCEPT_WORDS } from '../../spec/intercepts.js';
import { INT_CTL, MISC_CTL, MISC_CTL2 } from '../../spec/vmcbBits.js';
import type { Entered } from '../exitAccount.js';
import type { L0 } from '../l0.js';
import type { Vcpu } from '../vcpu.js';
import { AT, type Vmcb } from '../vmcb.js';
import { vmcbBytes } from '../observedVmcb.js';
import { nestedMode } from './npt12.js';

const NP_ENABLE = MISC_CTL.npEnable.mask;
const GMET = MISC_CTL.gmet.mask;
const RFLAGS_IF = 0x200;
const IOIO_PROT = 1 << 27;
/** What of int_ctl is L1's to say: nothing of the interrupt controller's. */
const INT_CTL_12 =
  INT_CTL.vTpr.mask |
  INT_CTL.vIrq.mask |
  INT_CTL.vIntrPrio.mask |
  INT_CTL.vIgnTpr.mask |
  INT_CTL.vIntrMasking.mask;
const INT_CTL_VGIF = INT_CTL.vGif.mask | INT_CTL.vGifEnable.mask;
const INT_CTL_VNMI = INT_CTL.vNmi.mask | INT_CTL.vNmiMask.mask | INT_CTL.vNmiEnable.mask;
/** The lane that holds the count of the pause filter in its upper half. */
const PAUSE_LANE = AT.pauseFilterThreshold;
const COUNT_SHIFT = 16;

const VLS = MISC_CTL2.vVmload.mask;
/** What the L0 lets L1 do by itself, and not L2, which names a VMCB by an address of L1's; but the processor can translate that. */
const WANTED_OF_L2 = [INTERCEPT.vmload, INTERCEPT.vmsave] as const;
const VMLOAD_VMSAVE = WANTED_OF_L2.reduce((word, { bit }) => word | (1 << bit), 0);
const CR4_LA57 = 1 << 12;
const BASES = [AT.esBase, AT.csBase, AT.ssBase, AT.dsBase, AT.gdtrBase, AT.idtrBase] as const;
const LAST_INTERCEPT_WORD = 0x14;
/** The processor tags with 20 bits, and what has none of them with all. */
const ASID_BITS = 0xfffff;

/** VMRUN of L1, permissions and address checked and the instruction skipped: into L2, or out by the one failure path. */
export function nestedVmrun(l0: L0, vcpu: Vcpu, vmcb12Pa: number): void {
  // A world switch is a far transfer of control: the monitor forgets its line.
  l0.setFlag(LIVE.MONITOR_ARMED, 0);
  const { behaviour } = l0;
  behaviour.readVmcb12(l0, vcpu, vmcb12Pa);
  const mask = behaviour.check(l0, vcpu);
  if (mask !== 0n) {
    behaviour.failVmrun(l0, vcpu, vmcb12Pa, mask);
    return;
  }
  behaviour.enter(l0, vcpu, vmcb12Pa);
  // VMRUN sets GIF; the exit clears it again, so L1's own need not follow.
  vcpu.gif02 = true;
  l0.observer.nestedEnter?.(l0.observed(vcpu.index, vmcb12Pa, vcpu.vmcb12.linear));
}

/** Into guest mode, with the VMCB12 in the cache, which has passed its checks, and L1's state in VMCB01. */
export function enterNested(l0: L0, vcpu: Vcpu, vmcb12Pa: number): void {
  vcpu.hostIf = (vcpu.vmcb01.word(AT.rflags) & RFLAGS_IF) !== 0;
  prepareControl(l0, vcpu);
  makeCanonical(vcpu);
  const { behaviour } = l0;
  behaviour.pat(l0, vcpu);
  behaviour.lastBranches(l0, vcpu);
  behaviour.pauseFilter(l0, vcpu);
  vcpu.inL2 = true;
  vcpu.vmcb12Pa = vmcb12Pa;
  vcpu.enteredAt = l0.time();
  vcpu.pointersDue = true;
  l0.account?.did(entryOf(vcpu));
}
function entryOf({ vmcb02, vmcb12, vmcb12Pa, nestedNpt, shadow }: Vcpu): Entered {
  const words = (vmcb: Vmcb): number[] => INTERCEPT_WORDS.map((key) => vmcb.word(AT[key]));
  return {
    kind: 'entered',
    vmcbPa: vmcb12Pa,
    asid12: vmcb12.word(AT.guestAsid),
    asid02: vmcb02.word(AT.guestAsid),
    nestedPaging: nestedNpt,
    tables: shadow?.table.size ?? 0,
    tlbControl: vmcb12.word(AT.tlbControl) & 7,
    intercepts12: words(vmcb12),
    intercepts02: words(vmcb02),
    event: vmcb12.word(AT.eventInj),
    eventError: vmcb12.word(AT.eventInjErr),
  };
}

/**
 * Read VMCB12 once: whatever L1 does to it from here on decides nothing. When the same VMCB12 ran last, the groups L1 calls
 * clean stay as they are remembered.
 */
export function cacheVmcb12(l0: L0, vcpu: Vcpu, pa: number): void {
  const { vmcb12 } = vcpu;
  const from = l0.memory.linear(pa);
  if (from === 0) {
    // A bus without memory at the address reads as ones.
    l0.cpu.u8.fill(0xff, vmcb12.linear, vmcb12.linear + 0x1000);
    return;
  }
  const clean = l0.behaviour.cleanGroups(l0, vcpu, pa, from);
  if (clean !== 0) l0.account?.did({ kind: 'remembered', clean });
  vcpu.rememberedVmcb12 = pa;
  const groups = l0.cpu.mergeVmcb(vmcb12.linear, from, clean);
  if (groups !== 0)
    l0.observer.staleVmcb?.({
      ...l0.observed(vcpu.index, pa, from),
      rip: l0.state(LIVE.RIP),
      groups,
      used: vmcbBytes(l0.cpu, vmcb12.linear),
    });
}

/** Clean bits count for the VMCB that ran last, and are those in memory now. */
export function cleanGroups(l0: L0, vcpu: Vcpu, pa: number, from: number): number {
  const honoured = l0.hasCleanBits && vcpu.rememberedVmcb12 === pa;
  return honoured ? l0.cpu.u32[(from + AT.cleanBits) >>> 2] : 0;
}

/** Bases as VMRUN makes them. The processor takes those of the L0's VMCB as they stand, which may be what L2 has loaded. */
function makeCanonical({ vmcb02 }: Vcpu): void {
  const absent = vmcb02.word(AT.cr4) & CR4_LA57 ? 7 : 16;
  for (const at of BASES) vmcb02.setWord(at + 4, ((vmcb02.word(at + 4) << absent) >> absent) >>> 0);
}

/** The count begins with L1's VMRUN, and goes on where the L0 only returns to L2. */
export function beginPauseFilter(l0: L0, { vmcb12 }: Vcpu): void {
  const count = l0.hasPauseFilter ? vmcb12.word(PAUSE_LANE) >>> COUNT_SHIFT : 0;
  l0.cpu.u32[LIVE.PAUSE_LEFT >>> 2] = count;
  l0.setState(LIVE.PAUSE_AT, 0n);
}

function prepareControl(l0: L0, vcpu: Vcpu): void {
  const { vmcb02, vmcb12 } = vcpu;
  const { behaviour } = l0;
  behaviour.intercepts(l0, vcpu);
  l0.flows.toVmcb02(l0.cpu, vmcb02, vmcb12);
  vmcb02.copyLong(AT.nRip, vmcb12, returnAddress(l0));
  vmcb02.copyLong(AT.tscOffset, vmcb12);
  vmcb02.setWord(AT.intCtl, behaviour.interruptControl(l0, vcpu));
  vmcb02.setAddress(AT.msrpmBasePa, vcpu.msrpm02);
  behaviour.msrMap(l0, vcpu);
  vmcb02.setAddress(AT.iopmBasePa, behaviour.ioMap(l0, vcpu));
  behaviour.addressSpace(l0, vcpu);
  behaviour.virtualVmload(l0, vcpu);
}

/** What L1 or the L0 wants to see of L2. */
export function unionOfIntercepts(_: L0, { vmcb01, vmcb02, vmcb12 }: Vcpu): void {
  for (let at = 0; at <= LAST_INTERCEPT_WORD; at += 4) vmcb02.setWord(at, vmcb12.word(at) | vmcb01.word(at));
  vmcb02.setWord(AT.interceptMisc2, vmcb02.word(AT.interceptMisc2) | VMLOAD_VMSAVE);
}

/** Whether the L0 has added the intercept of an exit code for L2 that it does not have for L1. */
export function addedForL2({ vmcb02 }: Vcpu, code: number): boolean {
  const here = WANTED_OF_L2.some(({ exitCode }) => exitCode === code);
  return here && !(vmcb02.word(AT.miscCtl2) & VLS);
}

/** What L1 may say in int_ctl, by the features it has. */
export function interruptControl({ hasVgif, hasVnmi }: L0, { vmcb12 }: Vcpu): number {
  const theirs = INT_CTL_12 | (hasVgif ? INT_CTL_VGIF : 0) | (hasVnmi ? INT_CTL_VNMI : 0);
  return vmcb12.word(AT.intCtl) & theirs;
}

/** L1's own map: the processor reads it as the instruction runs, as it would without an L0. */
export function ioMap({ hidden, allOnes }: L0, { vmcb12 }: Vcpu): number {
  const iopm = vmcb12.word(AT.interceptMisc1) & IOIO_PROT ? vmcb12.address(AT.iopmBasePa) : 0;
  return hidden.hides(iopm) ? allOnes : iopm;
}

/** The field that holds where the handler of an injected software interrupt returns to. */
export function returnAddress({ hasNripSave }: L0): number {
  return hasNripSave ? AT.nRip : AT.rip;
}

/** With nested paging of L1's the processor can do L2's VMLOAD and VMSAVE, if L1 says so; else they come to the L0. */
export function prepareVirtualVmload(l0: L0, { vmcb02, vmcb12, nestedNpt }: Vcpu): void {
  const wanted = l0.hasVls && nestedNpt ? vmcb12.word(AT.miscCtl2) & VLS : 0;
  vmcb02.setWord(AT.miscCtl2, (vmcb02.word(AT.miscCtl2) & ~VLS) | wanted);
  if (!wanted) return;
  const word = vmcb02.word(AT.interceptMisc2) & ~VMLOAD_VMSAVE;
  vmcb02.setWord(AT.interceptMisc2, (word | (vmcb12.word(AT.interceptMisc2) & VMLOAD_VMSAVE)) >>> 0);
}

/** TLB_CONTROL is the processor's to carry out, once: its ASIDs are L1's, and what it forgets is all there is to forget. */
export function flushAsAsked(_: L0, { vmcb02, vmcb12 }: Vcpu): void {
  vmcb02.setWord(AT.tlbControl, vmcb12.word(AT.tlbControl) & 7);
}

/** The ASID and the nested tables that L2 runs with. */
export function prepareAddressSpace(l0: L0, vcpu: Vcpu): void {
  const { vmcb02, vmcb12, vmcb01 } = vcpu;
  l0.behaviour.flush(l0, vcpu);
  vcpu.nestedNpt = l0.hasNpt && (vmcb12.word(AT.miscCtl) & NP_ENABLE) !== 0;
  const asid = vmcb12.word(AT.guestAsid) & ASID_BITS;
  vmcb02.setWord(AT.guestAsid, asid === 0 ? ASID_BITS : asid);
  // Without nested paging of its own L2 uses L1's physical addresses.
  let root = l0.npt01.root;
  vcpu.shadow = null;
  vcpu.nestedMode = null;
  if (vcpu.nestedNpt) {
    const gmet = l0.hasGmet && (vmcb12.word(AT.miscCtl) & GMET) !== 0;
    vcpu.nestedMode = nestedMode(vmcb01.word(AT.cr4), vmcb01.word(AT.efer), gmet);
    vcpu.shadow = l0.shadows.of(vmcb12.address(AT.nCr3), vcpu.nestedMode);
    root = vcpu.shadow.table.root;
  }
  vmcb02.setAddress(AT.nCr3, root);
  vmcb02.setWord(AT.miscCtl, vcpu.nestedMode?.gmet ? NP_ENABLE | GMET : NP_ENABLE);
}

/** Without nested paging of its own L2 shares L1's PAT register. */
export function preparePat(_: L0, { vmcb02, vmcb12, vmcb01, nestedNpt }: Vcpu): void {
  vmcb02.copyLong(AT.gPat, nestedNpt ? vmcb12 : vmcb01);
}
