// Hardware task switches, which exist outside long mode only: CALL, JMP, IRET and events, through TSS descriptors and task gates. Up to the
// commit a fault leaves everything as it was; from there on it is one of the new task, before its first instruction.
import { CR0, CR3, CR4, CPL, CURP, DR, HALTED, PENDING_DB, PENDING_DR6, RFLAGS, RIP, SEG_GDTR, SEG_TR, SHADOW } from "../gen/layout";
import { ldSys, probeSystem, stSys } from "../mem";
import { raiseGP, resumeAtRip, V_GP, V_NP, V_SS, V_TS } from "../fault";
import { getFlags, setFlags, F_NT, F_RF, F_VM } from "../flags";
import { leaveTo, sync, EXIT_RECORD } from "../exec/leave";
import { noticeEvents } from "../exec/events";
import { suppressStep } from "../exec/run";
import { flushPcid } from "../mmu/tlb";
import { loadPdptes, nestedPaging, keepsPdptes, pdptesLegal } from "../mmu/walk";
import { unmaskNmi } from "../svm/virtualNmi";
import { intercepted, vmexit } from "../svm/intercept";
import { attributesOf, baseOf, dplOf, externalBit, isCode, isConforming, isNull, isReadable, isWritableData,
  limitOf, markAccessed, raiseSelector, readDescriptor, setFromDescriptor, setSegment, A_P, S_CS, S_DS, S_ES, S_FS, S_GS, S_SS } from "./descriptor";
import { setNull, setVirtual, updateCodeMode } from "./segment";
import { frameMask, frameTop, openCurrentFrame, probeSame, pushFrame, setRsp } from "./stackFrame";
import { updateExact } from "./debug";
import { loadTask, readTask, savedBytes, savedFrom, saveTask, setTaskLink, taskCr3, taskLdt, taskLink, taskSelector, taskTraps, NARROW_LIMIT,
  WIDE_LIMIT } from "./taskState";
import { reachTask } from "./taskReach";

/** Why the task is switched to. */
export const TASK_CALL: u32 = 0; export const TASK_JUMP: u32 = 1; export const TASK_RETURN: u32 = 2; export const TASK_EVENT: u32 = 3;

const LDTR = 7; const TR = 9;
const WIDE: u32 = 8; const BUSY: u32 = 2;
const EXIT_TASK_SWITCH: u64 = 0x7d; const TASK_SWITCH = 29;
// EXITINFO2 of the exit.
const BY_RETURN: u64 = 1 << 36; const BY_JUMP: u64 = 1 << 38; const WITH_ERROR: u64 = 1 << 44; const OLD_RF: u64 = 1 << 48;
const CR0_TS: u64 = 8; const CR0_PG: u64 = 0x80000000; const CR4_PAE: u64 = 0x20;
/** L0 to L3 and LE of DR7: breakpoints of one task. */
const DR7_LOCAL: u64 = 0x155;
const DR6_BT: u32 = 0x8000;

/** CALL and JMP to the task of a TSS selector, found in a task gate or given at once; `rip` follows the instruction. */
export function callTask(selector: u32, rip: u64): usize { return switchBy(TASK_CALL, selector, rip, getFlags() & ~F_RF); }
export function jumpToTask(selector: u32, rip: u64): usize { return switchBy(TASK_JUMP, selector, rip, getFlags() & ~F_RF); }
/** IRET with NT set: back to the task that the current one is nested in. */
export function returnToTask(rip: u64): usize { return switchBy(TASK_RETURN, taskLink(load<u64>(SEG_TR, 8)), rip, getFlags() & ~(F_RF | F_NT)); }
function switchBy(reason: u32, selector: u32, rip: u64, flags: u64): usize {
  switchTask(reason, selector, rip, flags, false, 0);
  return EXIT_RECORD;
}

/** The descriptor of a TSS that may be switched to. */
function taskDescriptor(reason: u32, selector: u32): u64 {
  const vector = reason == TASK_RETURN ? V_TS : V_GP;
  if (isNull(selector) || (selector & 4) != 0) raiseSelector(vector, selector);
  const d = readDescriptor(selector, vector), attributes = attributesOf(d);
  // A task that another one waits for is busy, and only IRET goes there.
  if ((attributes & (0x1f & ~WIDE)) != (reason == TASK_RETURN ? 3 : 1)) raiseSelector(vector, selector);
  if (!(attributes & A_P)) raiseSelector(V_NP, selector);
  if (limitOf(d) < (attributes & WIDE ? WIDE_LIMIT : NARROW_LIMIT)) raiseSelector(V_TS, selector);
  return d;
}

/**
 * Switch to the task of a TSS selector; the old one is saved with RIP and flags as given, and an error code is pushed in the new one. RIP is
 * the new task's when it returns, and an instruction that asked for it has retired: CURP is 0.
 */
export function switchTask(reason: u32, selector: u32, rip: u64, flags: u64, hasError: bool, error: u32): u64 {
  const d = taskDescriptor(reason, selector), attributes = attributesOf(d), wide = (attributes & WIDE) != 0, at = baseOf(d);
  if (intercepted(3, TASK_SWITCH)) exit(reason, selector, flags, hasError, error);
  const from = load<u64>(SEG_TR, 8), fromWide = (load<u16>(SEG_TR, 2) & WIDE) != 0, fromSelector: u32 = load<u16>(SEG_TR);
  const nested = reason == TASK_CALL || reason == TASK_EVENT, leaves = reason == TASK_JUMP || reason == TASK_RETURN;
  // Everything the switch touches must be there.
  if (savedFrom(fromWide) + savedBytes(fromWide) - 1 > load<u32>(SEG_TR, 4)) raiseSelector(V_TS, fromSelector);
  probeSystem(from + savedFrom(fromWide), savedBytes(fromWide), true);
  probeSystem(at, <i32>(wide ? WIDE_LIMIT : NARROW_LIMIT) + 1, false);
  if (nested) probeSystem(at, 2, true);
  if (leaves) probeSystem(typeAddress(fromSelector), 1, true);
  if (reason != TASK_RETURN) probeSystem(typeAddress(selector), 1, true);
  const pages = wide && (load<u64>(CR0) & CR0_PG) != 0, cr3 = pages ? taskCr3(at) : load<u64>(CR3);
  if (pages && (load<u64>(CR4) & CR4_PAE) != 0 && keepsPdptes() && !pdptesLegal(cr3)) raiseGP();
  if (nestedPaging()) { readTask(at, wide); reachTask(at, wide, cr3, hasError); }

  saveTask(from, fromWide, rip, flags);
  if (leaves) setBusy(fromSelector, false);
  if (reason != TASK_RETURN) setBusy(selector, true);
  if (nested) setTaskLink(at, fromSelector);
  else if (reason == TASK_RETURN) unmaskNmi();
  readTask(at, wide);
  const p = load<u32>(CURP);
  if (p) leaveTo(p, 0);
  setFlags(loadTask(at, wide) | (nested ? F_NT : 0));
  setSegment(TR, selector, attributes | BUSY, limitOf(d), at);
  if (pages) loadCr3(cr3);
  begin();
  loadSegments();
  if (taskTraps()) { store<u8>(PENDING_DB, 1); store<u32>(PENDING_DR6, load<u32>(PENDING_DR6) | DR6_BT); }
  if (hasError) {
    openCurrentFrame(externalBit());
    probeSame(wide ? 4 : 2, 1);
    pushFrame(wide ? 4 : 2, error);
    setRsp(frameMask(), frameTop());
  }
  return load<u64>(RIP);
}
/** The hypervisor wants to see it. An event on its way is in EXITINTINFO. Does not return. */
function exit(reason: u32, selector: u32, flags: u64, hasError: bool, error: u32): void {
  const p = load<u32>(CURP);
  if (p) sync(p);
  const how = reason == TASK_RETURN ? BY_RETURN : reason == TASK_JUMP ? BY_JUMP : 0;
  vmexit(EXIT_TASK_SWITCH, selector, how | (hasError ? WITH_ERROR | error : 0) | (flags & F_RF ? OLD_RF : 0));
  resumeAtRip();
}
/** Linear address of the byte of a descriptor that holds its type. */
function typeAddress(selector: u32): u64 { return load<u64>(SEG_GDTR, 8) + (selector & 0xfff8) + 5; }
function setBusy(selector: u32, busy: bool): void {
  const type = <u32>ldSys(typeAddress(selector), 1);
  stSys(typeAddress(selector), 1, busy ? type | BUSY : type & ~BUSY);
}
function loadCr3(cr3: u64): void {
  store<u64>(CR3, cr3);
  if (load<u64>(CR4) & CR4_PAE) loadPdptes(cr3);
  flushPcid(0);
}
/** The new task is the current one; its segment registers have selectors and nothing behind them. */
function begin(): void {
  for (let seg = S_ES; seg <= S_GS; seg++) setSegment(seg, taskSelector(seg), 0, 0, 0);
  setSegment(LDTR, taskLdt(), 0, 0, 0);
  store<u8>(CPL, <u8>(load<u64>(RFLAGS) & F_VM ? 3 : taskSelector(S_CS) & 3));
  store<u64>(CR0, load<u64>(CR0) | CR0_TS);
  store<u64>(DR + 56, load<u64>(DR + 56) & ~DR7_LOCAL);
  store<u8>(SHADOW, 0);
  store<u8>(HALTED, 0);
  // What TF was before is the old task's.
  suppressStep();
  updateCodeMode();
  updateExact();
  noticeEvents();
}

function loadSegments(): void {
  const local = taskLdt();
  if (!isNull(local)) {
    if (local & 4) raiseSelector(V_TS, local);
    const d = readDescriptor(local, V_TS), attributes = attributesOf(d);
    if ((attributes & 0x9f) != 0x82) raiseSelector(V_TS, local);
    setSegment(LDTR, local, attributes, limitOf(d), baseOf(d));
  }
  if (load<u64>(RFLAGS) & F_VM) {
    for (let seg = S_ES; seg <= S_GS; seg++) setVirtual(seg, taskSelector(seg));
  } else {
    loadCode(taskSelector(S_CS));
    loadStack(taskSelector(S_SS));
    loadData(S_ES); loadData(S_DS); loadData(S_FS); loadData(S_GS);
  }
  updateCodeMode();
}
function loadCode(selector: u32): void {
  if (isNull(selector)) raiseSelector(V_TS, selector);
  const d = readDescriptor(selector, V_TS), attributes = attributesOf(d), dpl = dplOf(attributes), rpl = selector & 3;
  if (!isCode(attributes) || (isConforming(attributes) ? dpl > rpl : dpl != rpl)) raiseSelector(V_TS, selector);
  accept(S_CS, selector, d, V_NP);
}
function loadStack(selector: u32): void {
  if (isNull(selector)) raiseSelector(V_TS, selector);
  const d = readDescriptor(selector, V_TS), attributes = attributesOf(d), cpl: u32 = load<u8>(CPL);
  if (!isWritableData(attributes) || dplOf(attributes) != cpl || (selector & 3) != cpl) raiseSelector(V_TS, selector);
  accept(S_SS, selector, d, V_SS);
}
function loadData(seg: i32): void {
  const selector = taskSelector(seg);
  if (isNull(selector)) { setNull(seg, selector); return; }
  const d = readDescriptor(selector, V_TS), attributes = attributesOf(d);
  if (!isReadable(attributes)) raiseSelector(V_TS, selector);
  if (!isConforming(attributes) && dplOf(attributes) < max<u32>(load<u8>(CPL), selector & 3)) raiseSelector(V_TS, selector);
  accept(seg, selector, d, V_NP);
}
function accept(seg: i32, selector: u32, d: u64, absent: u32): void {
  if (!(attributesOf(d) & A_P)) raiseSelector(absent, selector);
  markAccessed(selector, d);
  setFromDescriptor(seg, selector, d);
}
