// #VMEXIT: the guest's state into the VMCB, then back to the host.
import { RAX, RSP, RIP, SEGS, CPL, SHADOW, HALTED, SHUTDOWN, MONITOR_ARMED, PENDING_DB, PENDING_DR6, STOP_KIND, CR0, CR2, CR3, CR4, EFER, DR, DELIVER_KIND,
  DELIVER_ERROR, IN_GUEST, HOST_IS_L0, NPT_ON, EVENT_INJECTED, V_INTR_MASKING, VMCB_PA, VMCB, VMCB_CACHE, GUEST_ASID, INTERCEPTS, G_PAT, TSC_OFFSET,
  BUS_LOCK_LEFT, INT_CTL, EXIT_CODE, EXIT_INFO1, EXIT_INFO2, EVENT_INJ, NRIP, PAT, TSC_SCALED } from "../gen/layout";
import { hasFeature, F_NRIP_SAVE, F_DECODEASSISTS, F_VGIF, F_VNMI } from "../system/features";
import { getFlags } from "../flags";
import { nextRip } from "../record";
import { EXIT_RECORD, sync } from "../exec/leave";
import { raisedByFetch, V_PF, V_NPF } from "../fault";
import { hostAddress } from "../mmu/phys";
import { noticeEvents, RETURN_VMEXIT } from "../exec/events";
import { remembersVmcb } from "./cleanBits";
import { saveLastBranches, restoreLastBranches } from "./lastBranch";
import { saveBusLocks } from "./busLock";
import { restoreHost } from "./host";
import { saveInstruction } from "./instructionBytes";
import { deliversVirtualNmi } from "./virtualNmi";
import { switched, SWITCH_EXIT, SWITCH_LEAVE } from "./observe";
import * as V from "./vmcb";

const EXIT_EXCEPTION: u64 = 0x40;
const EXIT_PF: u64 = 0x4e;
const EXIT_NPF: u64 = 0x400;

/** #VMEXIT at a boundary: RIP is valid, nothing of an instruction is under way. An event being delivered becomes EXITINTINFO. */
export function vmexit(code: u64, info1: u64, info2: u64): void { exit(code, info1, info2, 0); }

/** #VMEXIT for the intercepted instruction `p`, which does not retire. Returns the exit record. */
export function exitInstruction(p: usize, code: u64, info1: u64, info2: u64): usize {
  const after = nextRip(p);
  sync(p);
  exit(code, info1, info2, after);
  return EXIT_RECORD;
}

/** #VMEXIT for an intercepted exception, before it changes anything; RIP is where its handler would return to. */
export function vmexitException(vector: u32, error: u32, hasError: bool): void {
  if (vector == V_NPF) { vmexit(EXIT_NPF, load<u64>(EXIT_INFO1), load<u64>(EXIT_INFO2)); return; }
  vmexit(EXIT_EXCEPTION + vector, hasError ? error : 0, vector == V_PF ? load<u64>(EXIT_INFO2) : 0);
}

/** `after` is the RIP after an intercepted instruction, 0 for all other causes. */
function exit(code: u64, info1: u64, info2: u64, after: u64): void {
  const at = load<u32>(VMCB);
  if (!load<u8>(HOST_IS_L0)) { switched(SWITCH_LEAVE); store<u8>(MONITOR_ARMED, 0); }
  const delivering = load<u32>(DELIVER_KIND);
  // First of all: the instruction may lie in the VMCB.
  if (hasFeature(F_DECODEASSISTS)) saveInstruction(at, isDataFault(code) && delivering == 0);
  saveWorld(at);
  if (!load<u8>(HOST_IS_L0) && remembersVmcb()) saveWorld(VMCB_CACHE);
  store<u64>(EXIT_CODE, code);
  store<u64>(at, code, V.VC_EXIT_CODE);
  store<u64>(at, info1, V.VC_EXIT_INFO1);
  store<u64>(at, info2, V.VC_EXIT_INFO2);
  const error: u64 = delivering & V.EVENT_HAS_ERROR ? load<u32>(DELIVER_ERROR) : 0;
  store<u64>(at, <u64>(delivering & V.EVENT_MEANT) | (error << 32), V.VC_EXIT_INT_INFO);
  store<u64>(at, 0, V.VC_EVENT_INJ);
  if (hasFeature(F_NRIP_SAVE) || load<u8>(HOST_IS_L0)) store<u64>(at, after, V.VC_N_RIP);
  restoreLastBranches();
  V.vmcbWritten(load<u64>(VMCB_PA));
  leaveWorld();
  if (!load<u8>(HOST_IS_L0)) { restoreHost(); switched(SWITCH_EXIT); return; }
  store<u8>(STOP_KIND, RETURN_VMEXIT);
  noticeEvents();
}

/** A page fault or nested page fault of a data access; the error code does not tell when it is about the page tables of a fetch. */
function isDataFault(code: u64): bool { return (code == EXIT_PF || code == EXIT_NPF) && !raisedByFetch(); }

/**
 * For the L0 only: be no guest any more, though nothing has happened that would be an exit. What the VMCB has room for goes there; an
 * event that has not been delivered yet waits in EVENTINJ again.
 */
export function suspendGuest(): void {
  const at = load<u32>(VMCB);
  saveWorld(at);
  const waits = load<u8>(EVENT_INJECTED) != 0;
  store<u64>(at, waits ? load<u64>(EVENT_INJ) : 0, V.VC_EVENT_INJ);
  if (waits) store<u64>(at, load<u64>(NRIP), V.VC_N_RIP);
  restoreLastBranches();
  V.vmcbWritten(load<u64>(VMCB_PA));
  leaveWorld();
}

/** For the L0 only: the processor's registers as they are into the save area of the VMCB at a physical address, no guest running. */
export function captureState(pa: f64): void {
  const at = hostAddress(<u64>pa);
  saveRegisters(at);
  store<u64>(at, load<u64>(PAT), V.VS_G_PAT);
  V.vmcbWritten(<u64>pa);
}

/** What the guest leaves in its VMCB, but for what tells of the exit. */
function saveWorld(at: usize): void {
  saveRegisters(at);
  saveControl(at);
  saveLastBranches(at);
  saveBusLocks(at);
}
/** What VMRUN loads, into the save area. */
function saveRegisters(at: usize): void {
  memory.copy(at + V.VS_ES_SELECTOR, SEGS, 64);
  saveTable(at + V.VS_ES_SELECTOR, 96);
  saveTable(at + V.VS_ES_SELECTOR, 128);
  store<u8>(at, load<u8>(CPL), V.VS_CPL);
  store<u64>(at, load<u64>(EFER), V.VS_EFER);
  store<u64>(at, load<u64>(CR0), V.VS_CR0);
  store<u64>(at, load<u64>(CR2), V.VS_CR2);
  store<u64>(at, load<u64>(CR3), V.VS_CR3);
  store<u64>(at, load<u64>(CR4), V.VS_CR4);
  store<u64>(at, load<u64>(DR + 48), V.VS_DR6);
  store<u64>(at, load<u64>(DR + 56), V.VS_DR7);
  store<u64>(at, getFlags(), V.VS_RFLAGS);
  store<u64>(at, load<u64>(RIP), V.VS_RIP);
  store<u64>(at, load<u64>(RSP), V.VS_RSP);
  store<u64>(at, load<u64>(RAX), V.VS_RAX);
}
/** The live part of the control area, and the guest's PAT when it has one of its own. */
function saveControl(at: usize): void {
  if (load<u8>(NPT_ON)) store<u64>(at, load<u64>(G_PAT), V.VS_G_PAT);
  store<u32>(at, <u32>(load<u8>(SHADOW) != 0), V.VC_INT_STATE);
  // Of int_ctl only what the processor itself changes goes back.
  const live = V.IC_V_TPR | V.IC_V_IRQ | (hasFeature(F_VGIF) ? V.IC_V_GIF : 0) | (hasFeature(F_VNMI) ? V.IC_V_NMI | V.IC_V_NMI_MASK : 0);
  const before = load<u32>(at, V.VC_INT_CTL);
  const now = load<u64>(INT_CTL) & live & ~(deliversVirtualNmi() ? V.IC_V_NMI_MASK : 0);
  store<u32>(at, (before & ~<u32>live) | <u32>now, V.VC_INT_CTL);
}
/** Limit and base of GDTR or IDTR: the rest of the row is not the processor's. */
function saveTable(segs: usize, row: i32): void {
  store<u32>(segs + row, load<u32>(SEGS + row, 4), 4);
  store<u64>(segs + row, load<u64>(SEGS + row, 8), 8);
}

/** Take off everything that makes the processor a guest. */
function leaveWorld(): void {
  store<u8>(IN_GUEST, 0);
  // What an L0 does for its guest concerns the guest's translations.
  if (!load<u8>(HOST_IS_L0)) store<u32>(GUEST_ASID, 0);
  store<u8>(NPT_ON, 0);
  store<u8>(EVENT_INJECTED, 0);
  store<u8>(V_INTR_MASKING, 0);
  store<u64>(TSC_OFFSET, 0);
  store<u16>(BUS_LOCK_LEFT, 0);
  store<u8>(TSC_SCALED, 0);
  store<u64>(INT_CTL, 0);
  store<u32>(DELIVER_KIND, 0);
  store<u8>(HALTED, 0);
  store<u8>(SHUTDOWN, 0);
  store<u8>(SHADOW, 0);
  // An L0 looks what was due: it may send its guest on as if there had been no exit.
  if (!load<u8>(HOST_IS_L0)) { store<u8>(PENDING_DB, 0); store<u32>(PENDING_DR6, 0); }
  memory.fill(INTERCEPTS, 0, 24);
}
