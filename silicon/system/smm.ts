// System management mode: an SMI enters it, RSM leaves it. Of a guest that is interrupted the processor keeps what makes it a guest to
// itself, so that the handler runs as if there were none.
import { CURP, CPL, SHADOW, HALTED, NMI_BLOCKED, PENDING_DB, PENDING_DR6, MONITOR_ARMED, SHUTDOWN, IN_SMM, RIP, CR0, CR3, CR4, EFER, DR, SMBASE,
  GIF, IN_GUEST, VMCB, VMCB_PA, HOST_IS_L0, SMM_L2, SMM_NO_SVME, STOP_KIND, NPT_ON, EVENT_INJECTED, V_INTR_MASKING, GUEST_ASID, INTERCEPTS, TSC_OFFSET, TSC_SCALED, INT_CTL, PAT, G_PAT, SMM_WORLD, SMM_CPL, SMM_SHADOW, SMM_DB,
  SMM_DR6 } from "../gen/layout";
import { setFlags, F_VM } from "../flags";
import { raiseUD } from "../fault";
import { leaveNext, leaveTo } from "../exec/leave";
import { noticeEvents, RETURN_RSM } from "../exec/events";
import { suppressStep } from "../exec/run";
import { hostAddress } from "../mmu/phys";
import { flushProcessor } from "../mmu/tlb";
import { loadPdptes } from "../mmu/walk";
import { stateChecks, pdpteCheck, S1 } from "../svm/checks";
import { intercepted, exitInstruction } from "../svm/intercept";
import { setSegment } from "./descriptor";
import { updateCodeMode } from "./segment";
import { updateExact } from "./debug";
import { BY_SMI } from "./smmControl";
import { updateSmram } from "./smram";
import { guestShown, patIsInVmcb, SMM_L2_NESTED, writeSaveMap, readSaveMap, loadSavedRegisters, revisionKept, savedAsVmcb, savedRip, SAVE_MAP, M_HLT_RESTART, M_NMI_MASK, M_EFER, M_SMBASE, M_CR0, M_CR3,
  M_CR4, M_DR6, M_DR7, M_RFLAGS } from "./saveMap";

const CR0_PE: u64 = 1; const CR0_EM: u64 = 4; const CR0_TS: u64 = 8; const CR0_ET: u64 = 0x10; const CR0_PG: u64 = 0x80000000; const CR0_DEFINED: u64 = 0xe005003f;
const CR4_PAE: u64 = 0x20;
const EFER_LME: u64 = 0x100; const EFER_LMA: u64 = 0x400; const EFER_SVME: u64 = 0x1000; const EFER_IGNORED_BITS: u64 = 0xfe;
const DR6_FIXED: u64 = 0xffff0ff0; const DR6_WRITABLE: u64 = 0xe00f; const DR7_FIXED: u64 = 0x400; const DR7_WRITABLE: u64 = 0xffff23ff;
/** Writable data with a limit of 4 GiB: every segment of SMM, CS too. */
const BIG: u32 = 0x893; const ALL: u32 = 0xffffffff;
const ENTRY: u64 = 0x8000;
/** GIF to INT_CTL: the state's fields about the guest that runs. */
const WORLD_BYTES: usize = INT_CTL + 8 - GIF;

/** An SMI is taken at this boundary. */
export function enterSmm(): void {
  store<u8>(IN_SMM, BY_SMI);
  updateSmram();
  writeSaveMap();
  memory.copy(SMM_WORLD, GIF, WORLD_BYTES);
  // Where the VMCB lies in linear memory is no state of the machine: RSM may be on another one.
  store<u32>(SMM_WORLD + (VMCB - GIF), 0);
  store<u8>(SMM_CPL, load<u8>(CPL));
  store<u8>(SMM_SHADOW, load<u8>(SHADOW));
  store<u8>(SMM_DB, load<u8>(PENDING_DB));
  store<u32>(SMM_DR6, load<u32>(PENDING_DR6));
  if (load<u8>(IN_GUEST)) hideGuest();
  store<u8>(NMI_BLOCKED, 1);
  store<u8>(HALTED, 0); store<u8>(SHADOW, 0); store<u8>(MONITOR_ARMED, 0); store<u8>(PENDING_DB, 0); store<u32>(PENDING_DR6, 0);
  store<u64>(CR0, load<u64>(CR0) & ~(CR0_PE | CR0_EM | CR0_TS | CR0_PG));
  store<u64>(CR4, 0);
  store<u64>(EFER, 0);
  store<u64>(DR + 56, DR7_FIXED);
  store<u8>(CPL, 0);
  setFlags(2);
  for (let seg = 0; seg < 6; seg++) setSegment(seg, 0, BIG, ALL, 0);
  const base = load<u64>(SMBASE);
  setSegment(1, <u32>(base >> 4) & 0xffff, BIG, ALL, base);
  store<u64>(RIP, ENTRY);
  flushProcessor();
  arrive();
}
/** As after #VMEXIT, but nothing is written to the VMCB and no host comes back. */
function hideGuest(): void {
  if (guestShown()) store<u8>(GIF, 0);
  if (patIsInVmcb()) store<u64>(PAT, load<u64>(G_PAT));
  store<u8>(IN_GUEST, 0); store<u8>(NPT_ON, 0); store<u8>(EVENT_INJECTED, 0); store<u8>(V_INTR_MASKING, 0);
  store<u32>(GUEST_ASID, 0); store<u64>(TSC_OFFSET, 0); store<u8>(TSC_SCALED, 0); store<u64>(INT_CTL, 0);
  memory.fill(INTERCEPTS, 0, 24);
}
function arrive(): void { updateCodeMode(); updateExact(); noticeEvents(); }

/** RSM: the intercept comes first; but in the handler of an SMI there is no such instruction. A saved state that cannot be is the end: shutdown. */
export function rsm(p: usize): usize {
  store<u32>(CURP, p);
  if (intercepted(3, 19)) return exitInstruction(p, 0x73, 0, 0);
  if (load<u8>(IN_SMM) != BY_SMI) raiseUD();
  readSaveMap();
  if (!savedStateLegal()) return fail(p);
  takeSvme();
  const out = leaveTo(p, savedRip());
  flushProcessor();
  memory.copy(GIF, SMM_WORLD, WORLD_BYTES);
  if (load<u8>(IN_GUEST)) store<u32>(VMCB, hostAddress(load<u64>(VMCB_PA)));
  if (patIsInVmcb()) store<u64>(G_PAT, load<u64>(PAT));
  loadSavedState();
  store<u8>(IN_SMM, 0);
  updateSmram();
  suppressStep();
  arrive();
  // Nested paging has the pointers read when they are needed.
  if (legacyPae()) loadPdptes(load<u64>(CR3));
  if (load<u8>(IN_GUEST) & load<u8>(HOST_IS_L0)) store<u8>(STOP_KIND, RETURN_RSM);
  return out;
}
function fail(p: usize): usize {
  store<u8>(SHUTDOWN, 1);
  noticeEvents();
  return leaveNext(p);
}
function legacyPae(): bool {
  return (load<u64>(CR0) & CR0_PG) != 0 && (load<u64>(CR4) & CR4_PAE) != 0 && (load<u64>(EFER) & EFER_LMA) == 0;
}
/** What goes on is a guest, whoever its host is. */
function guestResumes(): bool { return load<u8>(SMM_WORLD + (IN_GUEST - GIF)) != 0; }
/** It is L1 under an L0, which to itself is none. */
function hostResumesUnderL0(): bool { return guestResumes() && load<u8>(HOST_IS_L0) != 0 && !load<u8>(SMM_L2); }
function hasOwnNestedPaging(): bool {
  return load<u8>(HOST_IS_L0) ? (load<u8>(SMM_L2) & SMM_L2_NESTED) != 0 : load<u8>(SMM_WORLD + (NPT_ON - GIF)) != 0;
}
/** A guest must be one that VMRUN could have entered. Who is none needs no SVM, and cannot be in paged real mode. */
function savedStateLegal(): bool {
  if (!revisionKept()) return false;
  const guest = guestResumes() && !hostResumesUnderL0(), vmcb = savedAsVmcb(guest && hasOwnNestedPaging());
  const wrong = stateChecks(vmcb) | pdpteCheck(vmcb), cr0 = load<u64>(SAVE_MAP, M_CR0);
  return guest ? !wrong : !(wrong & ~S1) && ((cr0 & CR0_PG) == 0 || (cr0 & CR0_PE) != 0);
}
/** Under an L0 SVM is always on; what the handler has made of L1's is for the L0 to know. */
function takeSvme(): void {
  if (!hostResumesUnderL0()) return;
  const efer = load<u64>(SAVE_MAP, M_EFER);
  store<u8>(SMM_NO_SVME, <u8>(!(efer & EFER_SVME)));
  store<u64>(SAVE_MAP, efer | EFER_SVME, M_EFER);
}
/** Neither LMA nor VM is taken as it is saved: each follows from what it needs. */
function savedEfer(): u64 {
  const efer = load<u64>(SAVE_MAP, M_EFER) & ~(EFER_IGNORED_BITS | EFER_LMA);
  const long = (efer & EFER_LME) != 0 && (load<u64>(SAVE_MAP, M_CR0) & CR0_PG) != 0 && (load<u64>(SAVE_MAP, M_CR4) & CR4_PAE) != 0;
  return long ? efer | EFER_LMA : efer;
}
function loadSavedState(): void {
  loadSavedRegisters();
  store<u64>(CR0, (load<u64>(SAVE_MAP, M_CR0) & CR0_DEFINED) | CR0_ET);
  store<u64>(CR3, load<u64>(SAVE_MAP, M_CR3));
  store<u64>(CR4, load<u64>(SAVE_MAP, M_CR4));
  store<u64>(EFER, savedEfer());
  store<u64>(DR + 48, (load<u64>(SAVE_MAP, M_DR6) & DR6_WRITABLE) | DR6_FIXED);
  store<u64>(DR + 56, (load<u64>(SAVE_MAP, M_DR7) & DR7_WRITABLE) | DR7_FIXED);
  let flags = load<u64>(SAVE_MAP, M_RFLAGS);
  if (!(load<u64>(CR0) & CR0_PE) || (load<u64>(EFER) & EFER_LMA) != 0) flags &= ~F_VM;
  setFlags(flags);
  store<u8>(CPL, !(load<u64>(CR0) & CR0_PE) ? 0 : flags & F_VM ? 3 : load<u8>(SMM_CPL));
  store<u64>(SMBASE, load<u32>(SAVE_MAP, M_SMBASE));
  store<u8>(HALTED, <u8>(load<u8>(SAVE_MAP, M_HLT_RESTART) != 0));
  store<u8>(NMI_BLOCKED, load<u8>(SAVE_MAP, M_NMI_MASK) & 1);
  store<u8>(SHADOW, load<u8>(SMM_SHADOW));
  store<u8>(PENDING_DB, load<u8>(SMM_DB));
  store<u32>(PENDING_DR6, load<u32>(SMM_DR6));
}
