// The loops. fast() is rewritten by the linker into one br_table loop; the exact loop runs one instruction at a time, sees every event
// at its boundary, and is the only one that touches the bus or overwrites running code.
import { RIP, BUDGET, CURP, EVENTS, EXACT, SHADOW, RFLAGS, CODE_GEN, IN_GUEST, HOST_IS_L0, PENDING_DB, PENDING_DR6, FAULT_KIND, FAULT_VECTOR, SEG_CS, CODE_MODE, I_H, I_HX,
  I_META, M_MICRO, DEBUGCTL, HANDLER_TABLE } from "../gen/layout";
import { installHandlers } from "../gen/handlers";
import { HANDLERS, ATTRIBUTES, A_TRANSFER, A_RELATIVE } from "../gen/opcodes";
import { before } from "../record";
import { isApart, lookup } from "../decode/run";
import { EXIT_RECORD, MAX_RUN, leaveAt, sync, watchBranch, tookBranch, forgetBranch } from "./leave";
import { boundary, noticeEvents, restartInExactLoop, GO_ON, GO_ON_EXACTLY, RETURN_SLICE } from "./events";
import { inExactLoop, setExactLoop } from "../mem";
import { beginAccesses, forgetAccesses, accessesKept, forgetFetch, keepFetch } from "../mmu/deviceLog";
import { deliverFault } from "../system/deliver";
import { codeBreakpoint, endResuming, recordBranch } from "../system/debug";
import { FK_NONE, FK_RECORD, FK_RIP, FK_RESTART, FK_RESUME, V_NPF, caught } from "../fault";
import { F_TF, F_RF } from "../flags";

const DR6_BS: u32 = 0x4000;
const DEBUGCTL_LBR: u64 = 1; const DEBUGCTL_BTF: u64 = 2;

// The dispatch loop is called through the table, by an index the compiler cannot see: it would inline what the linker must find.
const DISPATCH: usize = HANDLER_TABLE + (HANDLERS << 1);
/** Once, before anything runs. */
export function install(): void { installHandlers(); store<u16>(DISPATCH, fast.index); }

/** Run records until one leaves. The linker replaces the body. */
export function fast(p: usize): void {
  do { p = call_indirect<usize>(load<u16>(HANDLER_TABLE + (<usize>load<u16>(p, I_H) << 1)), p); } while (p != EXIT_RECORD);
}
/** One instruction, with the micro-ops around it. Returns the record after it, or EXIT_RECORD when it left. */
function one(p: usize): usize {
  let q = p;
  beginAccesses();
  do {
    p = q;
    store<u32>(CURP, p);
    q = call_indirect<usize>(load<u16>(HANDLER_TABLE + (<usize>load<u16>(p, I_HX) << 1)), p);
  } while (q != EXIT_RECORD && (load<u8>(p, I_META) & M_MICRO));
  forgetAccesses();
  return q;
}
let ran: usize = 0;
/** As one(), and jumped() tells whether control was transferred, be it to the following instruction. */
function oneWatched(p: usize): usize {
  let q = p;
  beginAccesses();
  do {
    p = q;
    store<u32>(CURP, p);
    forgetBranch();
    const h = load<u16>(p, I_HX);
    if (load<u32>(ATTRIBUTES + (<usize>h << 2)) & A_RELATIVE) watchBranch(p);
    q = call_indirect<usize>(load<u16>(HANDLER_TABLE + (<usize>h << 1)), p);
  } while (q != EXIT_RECORD && (load<u8>(p, I_META) & M_MICRO));
  forgetAccesses();
  ran = p;
  return q;
}
function jumped(): bool {
  const attributes = load<u32>(ATTRIBUTES + (<usize>load<u16>(ran, I_HX) << 2));
  return (attributes & A_TRANSFER) != 0 || ((attributes & A_RELATIVE) != 0 && tookBranch());
}
/** The end of a slice: exactly up to its last instruction. */
function finish(p: usize): void {
  setExactLoop(true);
  const generation = load<u32>(CODE_GEN);
  for (;;) {
    const q = one(p);
    if (q == EXIT_RECORD) break;
    if (load<u32>(EVENTS) || load<i32>(BUDGET) <= before(q) || load<u32>(CODE_GEN) != generation) { leaveAt(q); break; }
    p = q;
  }
  setExactLoop(false);
}
/** One instruction with single-step, breakpoint, shadow and resume-flag rules. Returns as one(). `again`: look at the boundary after it in any case. */
function step(p: usize, again: bool): usize {
  const flags = load<u64>(RFLAGS), guest = load<u8>(IN_GUEST), from = load<u64>(RIP), debugctl = load<u64>(DEBUGCTL);
  const watch = (debugctl & (DEBUGCTL_LBR | DEBUGCTL_BTF)) != 0;
  if (!(flags & F_RF)) {
    const lin = load<u8>(CODE_MODE) == 2 ? from : (from + load<u64>(SEG_CS, 8)) & 0xffffffff;
    // A fault here is at the boundary, where BUDGET counts from p.
    store<i32>(BUDGET, load<i32>(BUDGET) - before(p));
    codeBreakpoint(lin);
    store<i32>(BUDGET, load<i32>(BUDGET) + before(p));
  }
  if (load<u8>(SHADOW)) store<u8>(SHADOW, 2);
  owed = load<u8>(PENDING_DB) ? load<u32>(PENDING_DR6) : 0;
  stepped = true;
  keepResume = false;
  setExactLoop(true);
  let q = watch ? oneWatched(p) : one(p);
  setExactLoop(false);
  if (watch && q != EXIT_RECORD) q = leaveAt(q);
  if (load<u8>(IN_GUEST) != guest) { noticeEvents(); return q; }
  if (load<u8>(SHADOW) == 2) store<u8>(SHADOW, 0);
  if (stepped) {
    if ((flags & F_RF) && !keepResume) store<u64>(RFLAGS, load<u64>(RFLAGS) & ~F_RF);
    const branch = watch && jumped();
    if (branch) recordBranch(from, load<u64>(RIP));
    if ((flags & F_TF) && (branch || !(debugctl & DEBUGCTL_BTF))) { store<u8>(PENDING_DB, 1); store<u32>(PENDING_DR6, load<u32>(PENDING_DR6) | DR6_BS); }
  }
  keepResume = false;
  if (!(load<u64>(RFLAGS) & F_RF)) endResuming();
  if (again || load<u8>(PENDING_DB)) noticeEvents();
  return q;
}
/**
 * The fast loop is about to run `p`, which RF or a shadow covers while nothing waits for its end: run it exactly. Returns the record after
 * it where the fast loop may go on.
 */
export function stepCovered(p: usize): usize {
  const generation = load<u32>(CODE_GEN), q = step(p, false);
  if (q == EXIT_RECORD) return q;
  const stay = (load<u32>(EVENTS) | load<u8>(EXACT)) == 0 && load<u32>(CODE_GEN) == generation && load<i32>(BUDGET) - before(q) >= MAX_RUN;
  return stay ? q : leaveAt(q);
}
let stepped: bool = false;
/** DR6 bits of the trap that MOV SS has put off over the running instruction. */
let owed: u32 = 0;
let keepResume: bool = false;
/** The running instruction delivers an event of its own (INT n): no single-step trap follows it. */
export function suppressStep(): void { stepped = false; }
/** The running instruction has loaded RF (IRET): it covers the next one. */
export function keepResumeFlag(): void { keepResume = true; }

/** Run until the slice ends or the host is needed; the result is a RETURN_ value. */
export function resume(): i32 {
  for (;;) {
    const reason = runOn();
    if (!caught()) return reason;
    settle();
  }
  return GO_ON;
}
/** A fault has been caught: deliver it, and what faults in the delivery, until the state is that of a boundary. */
export function settle(): void {
  do afterUnwind(); while (caught());
}
/** As resume(), up to the first guest fault, which unwinds. Exported, for the compiler must not make it a part of resume(). */
export function runOn(): i32 {
  for (;;) {
    let exactly = false;
    store<u32>(CURP, 0);
    if (load<u32>(EVENTS)) {
      const r = boundary();
      if (r >= 0) return r;
      exactly = r == GO_ON_EXACTLY;
    }
    const left = load<i32>(BUDGET);
    if (left <= 0 && !accessesKept()) { if (exactly) noticeEvents(); return RETURN_SLICE; }
    const p = lookup();
    // BUDGET counts from the start of the run that p is in.
    store<i32>(BUDGET, load<i32>(BUDGET) + before(p));
    if (exactly || load<u8>(EXACT)) {
      const q = step(p, exactly);
      if (q != EXIT_RECORD) leaveAt(q);
    }
    else if (left < MAX_RUN) { hot = isApart(p) ? 0 : p; finish(p); }
    else call_indirect<void>(load<u16>(DISPATCH), p);
  }
  return GO_ON;
}
/** Where the fast loop was when a slice came to its end. */
let hot: usize = 0;
/** The record where it was in the slice that has just ended; 0 for none. */
export function hotRecord(): usize { const p = hot; hot = 0; return p; }
/** For compiled regions: run a record by a handler. */
export function callHandler(handler: i32, p: usize): usize {
  store<u32>(CURP, p);
  return call_indirect<usize>(load<u16>(HANDLER_TABLE + (<usize>handler << 1)), p);
}
/** unwind() has been caught: make the state that of a boundary and begin delivery. May unwind again. Exported as runOn() is. */
export function afterUnwind(): void {
  const exactly = inExactLoop();
  setExactLoop(false);
  keepResume = false;
  // An L0 says itself when it has no answer to a nested page fault.
  const mayBeL0s = load<u32>(FAULT_VECTOR) == V_NPF && load<u8>(HOST_IS_L0) != 0;
  if (!mayBeL0s) forgetAccesses();
  const kind = load<u32>(FAULT_KIND), p = load<u32>(CURP);
  if (kind == FK_RESTART || (mayBeL0s && kind != FK_RESUME)) keepFetch(isApart(p)); else forgetFetch();
  store<u32>(FAULT_KIND, FK_NONE);
  if (p) {
    sync(p);
    // An instruction that faults has not been completed: its data breakpoints were not hit.
    // A nested page fault may be the L0's own, which runs the instruction again: the trap from before it is still owed.
    const still = load<u32>(FAULT_VECTOR) == V_NPF && load<u8>(SHADOW) != 0 ? owed : 0;
    store<u8>(PENDING_DB, <u8>(still != 0)); store<u32>(PENDING_DR6, still);
  }
  store<u32>(CURP, 0);
  if (kind == FK_RESTART) restartInExactLoop();
  else if (kind == FK_RECORD || kind == FK_RIP) {
    // In the fast loop there was nothing to look at; a fault at a boundary may have cut short what that had to do.
    if (exactly || kind == FK_RIP) noticeEvents();
    deliverFault();
  }
}
