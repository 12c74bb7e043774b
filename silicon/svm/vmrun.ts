// Entering a guest: by VMRUN, where the running program is the host, or for the L0, which is not a program of this processor.
import { RAX, RSP, RIP, SEGS, CPL, SHADOW, HALTED, MONITOR_ARMED, PENDING_DB, PENDING_DR6, STOP_KIND, CR0, CR2, CR3, CR4, EFER, DR, DELIVER_KIND, GIF, IN_GUEST,
  HOST_IS_L0, HOST_IF, NPT_ON, GMET_ON, EVENT_INJECTED, EVENT_INJ, V_INTR_MASKING, VMCB_PA, VMCB, GUEST_ASID, INTERCEPTS, NCR3, HOST_CR0, HOST_CR4,
  HOST_EFER, G_PAT, TSC_OFFSET, TSC_SCALED, VLS_ON, INT_CTL, FAILED_CHECKS, EXIT_CODE, NRIP, MSRPM, L1_MSRPM, IOPM,
  U_VMCB_OUTSIDE_RAM } from "../gen/layout";
import { hasFeature, physicalLimitBits, showAllFeatures, F_VGIF, F_VNMI, F_GMET, F_NRIP_SAVE, F_TSC_SCALE, F_V_VMSAVE_VMLOAD } from "../system/features";
import { getFlags, setFlags, F_IF, F_VM } from "../flags";
import { unimplemented } from "../fault";
import { physWrite } from "../mmu/phys";
import { flushAll, flushAsid } from "../mmu/tlb";
import { updateCodeMode } from "../system/segment";
import { updateExact } from "../system/debug";
import { noticeEvents, RETURN_VMEXIT } from "../exec/events";
import { vmcbChecks, pdpteCheck, nestedPagingWanted } from "./checks";
import { loadPauseFilter } from "./pauseFilter";
import { loadBusLocks } from "./busLock";
import { switchLastBranches } from "./lastBranch";
import { effectiveVmcb, forgetVmcb } from "./cleanBits";
import { NO_MAP } from "./intercept";
import { saveHost, afterExit, loadOwnPdptes } from "./host";
import { switched, failed, vmrunRip, SWITCH_ENTER, SWITCH_FAIL } from "./observe";
import * as V from "./vmcb";

const INVALID: u64 = 0xffffffffffffffff;
/** Guest mode execute trap, in MISC_CTL. */
const MC_GMET: u8 = 8;
/** Virtualized VMLOAD and VMSAVE, in MISC_CTL2. */
const MC2_VLS: u64 = 2;
const EFER_LME: u64 = 0x100; const EFER_LMA: u64 = 0x400; const EFER_MEANT: u64 = ~(0xfe | EFER_LMA);
const CR0_PE: u64 = 1; const CR0_ET: u64 = 0x10; const CR0_PG: u64 = 0x80000000; const CR0_MEANT: u64 = 0xe005003f;
const DR6_MEANT: u64 = 0xe00f; const DR6_ONES: u64 = 0xffff0ff0;
const DR7_MEANT: u64 = 0xffff23ff; const DR7_ONES: u64 = 0x400;

// The mode of an L0 as the nested walk sees it: 64-bit, no-execute pages, five levels where physical addresses need them.
const L0_CR0: u64 = CR0_PG | CR0_PE; const L0_EFER: u64 = 0x1d00;

/** VMRUN with its permissions and address checked; RIP is that of the next instruction. */
export function runGuest(pa: u64): void {
  store<u8>(HOST_IS_L0, 0);
  store<u8>(MONITOR_ARMED, 0);
  saveHost();
  if (enter(pa, load<u64>(CR0), load<u64>(CR4), load<u64>(EFER), (getFlags() & F_IF) != 0, true)) return;
  // Not one register has been loaded: what is left is what every #VMEXIT does to its host.
  afterExit();
  switched(SWITCH_FAIL);
}
/**
 * For the L0: run the guest of the VMCB at VMCB_PA; the next resume() goes on in it. `hostIf` stands for RFLAGS.IF of the host and
 * `hostGif` is GIF while the guest runs. Returns 1, or 0 when the checks failed: then the next resume() says #VMEXIT at once.
 */
export function vmEnter(hostIf: i32, hostGif: i32): i32 {
  store<u8>(HOST_IS_L0, 1);
  showAllFeatures(true);
  const entered = enter(load<u64>(VMCB_PA), L0_CR0, l0Cr4(), L0_EFER, hostIf != 0, hostGif != 0);
  showAllFeatures(false);
  if (entered) return 1;
  store<u8>(STOP_KIND, RETURN_VMEXIT);
  noticeEvents();
  return 0;
}
function l0Cr4(): u64 { return physicalLimitBits() > 48 ? 0x1020 : 0x20; }
function enter(pa: u64, hostCr0: u64, hostCr4: u64, hostEfer: u64, hostIf: bool, gif: bool): bool {
  const at = V.vmcbAt(pa);
  store<u64>(VMCB_PA, pa);
  store<u32>(VMCB, <u32>at);
  const from = load<u8>(HOST_IS_L0) ? at : effectiveVmcb(at, pa);
  const wrong = vmcbChecks(from, hostCr0, hostCr4, hostEfer) | pdpteCheck(from);
  if (wrong) { store<u32>(VMCB, <u32>from); refuse(pa, wrong); return false; }
  // What a bus gives can hardly be a legal VMCB; there would be no place to write the exit to.
  if (V.isOutsideRam(at)) { store<u64>(RIP, vmrunRip()); unimplemented(U_VMCB_OUTSIDE_RAM, pa); }
  store<u64>(HOST_CR0, hostCr0);
  store<u64>(HOST_CR4, hostCr4);
  store<u64>(HOST_EFER, hostEfer);
  store<u8>(HOST_IF, <u8>hostIf);
  store<u8>(GIF, <u8>gif);
  loadControl(from);
  loadGuest(from);
  switchLastBranches(from);
  store<u8>(IN_GUEST, 1);
  if (!load<u8>(NPT_ON)) loadOwnPdptes();
  flush(load<u8>(from, V.VC_TLB_CONTROL) & 7);
  updateCodeMode();
  updateExact();
  noticeEvents();
  switched(SWITCH_ENTER);
  return true;
}

/** #VMEXIT(INVALID): nothing but the exit code and the fields that go with it is written. */
function refuse(pa: u64, wrong: u64): void {
  store<u64>(FAILED_CHECKS, wrong);
  store<u64>(EXIT_CODE, INVALID);
  failed();
  forgetVmcb();
  physWrite(pa + V.VC_EXIT_CODE, 8, INVALID);
  physWrite(pa + V.VC_EXIT_INFO1, 8, 0);
  physWrite(pa + V.VC_EXIT_INFO2, 8, 0);
  physWrite(pa + V.VC_EVENT_INJ, 8, 0);
  V.vmcbWritten(pa);
}

function loadControl(at: usize): void {
  memory.copy(INTERCEPTS, at + V.VC_INTERCEPT_CR, 24);
  store<u64>(IOPM, load<u64>(at, V.VC_IOPM_BASE_PA) & ~0xfff);
  store<u64>(MSRPM, load<u64>(at, V.VC_MSRPM_BASE_PA) & ~0xfff);
  store<u64>(L1_MSRPM, NO_MAP);
  store<u64>(TSC_OFFSET, load<u64>(at, V.VC_TSC_OFFSET));
  loadPauseFilter(at);
  loadBusLocks(at);
  store<u8>(VLS_ON, <u8>(hasFeature(F_V_VMSAVE_VMLOAD) && (load<u64>(at, V.VC_MISC_CTL2) & MC2_VLS) != 0));
  // The register is L1's, also under an L0: that says itself when it counts.
  store<u8>(TSC_SCALED, <u8>(!load<u8>(HOST_IS_L0) && hasFeature(F_TSC_SCALE)));
  // The TLB's tags have room for 20 bits; 0 is the host.
  const asid = load<u32>(at, V.VC_GUEST_ASID) & 0xfffff;
  // L1 is the host to all that it sees, and has the host's tag: an L0 gives it an ASID beyond these bits.
  store<u32>(GUEST_ASID, asid || load<u8>(HOST_IS_L0) ? asid : 0xfffff);
  const control = load<u64>(at, V.VC_INT_CTL);
  store<u64>(INT_CTL, control & ~absentControls());
  store<u8>(V_INTR_MASKING, <u8>((control & V.IC_V_INTR_MASKING) != 0));
  const nested = nestedPagingWanted(at);
  store<u8>(NPT_ON, <u8>nested);
  store<u8>(GMET_ON, <u8>(nested && (load<u8>(at, V.VC_MISC_CTL) & MC_GMET) != 0 && hasFeature(F_GMET)));
  if (nested) {
    store<u64>(NCR3, load<u64>(at, V.VC_N_CR3));
    store<u64>(G_PAT, load<u64>(at, V.VS_G_PAT));
  }
  const event = load<u32>(at, V.VC_EVENT_INJ);
  store<u8>(EVENT_INJECTED, <u8>(event >> 31));
  store<u64>(EVENT_INJ, load<u64>(at, V.VC_EVENT_INJ));
  if ((event & (V.EVENT_VALID | V.EVENT_TYPE)) == (V.EVENT_VALID | V.EVENT_NMI) && (load<u64>(INT_CTL) & V.IC_V_NMI_ENABLE) != 0) {
    store<u64>(INT_CTL, load<u64>(INT_CTL) | V.IC_V_NMI_MASK);
  }
  store<u64>(NRIP, hasFeature(F_NRIP_SAVE) ? load<u64>(at, V.VC_N_RIP) : load<u64>(at, V.VS_RIP));
}

/** Bits of int_ctl that mean nothing, for want of their feature. */
function absentControls(): u64 {
  return (hasFeature(F_VGIF) ? 0 : V.IC_V_GIF | V.IC_V_GIF_ENABLE)
    | (hasFeature(F_VNMI) ? 0 : V.IC_V_NMI | V.IC_V_NMI_MASK | V.IC_V_NMI_ENABLE);
}
function loadGuest(at: usize): void {
  const cr0 = (load<u64>(at, V.VS_CR0) & CR0_MEANT) | CR0_ET;
  const cr4 = load<u64>(at, V.VS_CR4);
  let efer = load<u64>(at, V.VS_EFER) & EFER_MEANT;
  // LMA is not taken from the VMCB: it follows from LME and paging, as always.
  if ((efer & EFER_LME) != 0 && (cr0 & CR0_PG) != 0) efer |= EFER_LMA;
  let flags = load<u64>(at, V.VS_RFLAGS);
  // There is no virtual-8086 mode in long mode and none in real mode, where the manual forces CPL to 0; of the bit itself it says nothing.
  if ((efer & EFER_LMA) != 0 || !(cr0 & CR0_PE)) flags &= ~F_VM;
  for (let row = 0; row < 64; row += 16) loadRow(at, row, cr4);
  loadTable(at, 96, cr4);
  loadTable(at, 128, cr4);
  store<u64>(EFER, efer);
  store<u64>(CR0, cr0);
  store<u64>(CR2, load<u64>(at, V.VS_CR2));
  store<u64>(CR3, load<u64>(at, V.VS_CR3));
  store<u64>(CR4, cr4);
  store<u64>(DR + 48, (load<u64>(at, V.VS_DR6) & DR6_MEANT) | DR6_ONES);
  store<u64>(DR + 56, (load<u64>(at, V.VS_DR7) & DR7_MEANT) | DR7_ONES);
  setFlags(flags);
  store<u64>(RIP, load<u64>(at, V.VS_RIP));
  store<u64>(RSP, load<u64>(at, V.VS_RSP));
  store<u64>(RAX, load<u64>(at, V.VS_RAX));
  store<u8>(CPL, !(cr0 & CR0_PE) ? 0 : flags & F_VM ? 3 : load<u8>(at, V.VS_CPL) & 3);
  store<u8>(SHADOW, load<u8>(at, V.VC_INT_STATE) & 1);
  store<u8>(HALTED, 0);
  store<u32>(DELIVER_KIND, 0);
  store<u8>(PENDING_DB, 0);
  store<u32>(PENDING_DR6, 0);
}
/** A base as VMRUN makes it. The L0 goes on with a guest that may have loaded a table with one that is canonical for LA57 only. */
function loadedBase(base: u64, cr4: u64): u64 { return load<u8>(HOST_IS_L0) ? base : V.canonicalised(base, cr4); }
/** ES, CS, SS or DS: the attributes as they are; what reads them looks only at the bits that count. */
function loadRow(at: usize, row: i32, cr4: u64): void {
  memory.copy(SEGS + row, at + V.VS_ES_SELECTOR + row, 8);
  store<u64>(SEGS + row, loadedBase(load<u64>(at + row, V.VS_ES_SELECTOR + 8), cr4), 8);
}
function loadTable(at: usize, row: i32, cr4: u64): void {
  store<u32>(SEGS + row, load<u16>(at + row, V.VS_ES_SELECTOR + 4), 4);
  store<u64>(SEGS + row, loadedBase(load<u64>(at + row, V.VS_ES_SELECTOR + 8), cr4), 8);
}

/** TLB_CONTROL. Global pages are not told apart: a flush that may spare them does not. */
function flush(control: u32): void {
  if (control == 1) flushAll();
  else if (control == 3 || control == 7) flushAsid(load<u32>(GUEST_ASID));
}
