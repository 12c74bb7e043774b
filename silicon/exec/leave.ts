// Leaving a run of records: to another run (jumpTo), or to the outer loop, with RIP and BUDGET made true for a boundary.
import { RIP, RIPBASE, BUDGET, CURP, EVENTS, EXACT, TIME, SPENT, TLB_BASE, SEG_CS, CODE_MODE, STATIC_RECORDS, UNLINKED, I_N, I_LEN, I_OFF, I_IMM, I_DISP, I_META, M_WORD, M_APART } from "../gen/layout";
import { before, nextRip, ripOf } from "../record";
import { codeSlot } from "../mmu/tlb";
import { recordAt, CP_TABLE } from "../decode/codePage";
import { raiseGP } from "../fault";
import { inExactLoop } from "../mem";
import { RESUMING } from "../system/debug";
import { noticeEvents } from "./events";
import { stepCovered } from "./run";

/** A record whose handler ends the dispatch loop. */
export const EXIT_RECORD: usize = STATIC_RECORDS;
/** Records in the longest run; the fast loop stays out of slices shorter than this. */
export const MAX_RUN = 64;

/** The instruction retired; go on at `rip` through the outer loop. */
export function leaveTo(p: usize, rip: u64): usize {
  store<u64>(RIP, rip);
  store<i32>(BUDGET, load<i32>(BUDGET) - load<u8>(p, I_N));
  store<u32>(CURP, 0);
  return EXIT_RECORD;
}
/** The instruction retired; go on at the following one through the outer loop. */
export function leaveNext(p: usize): usize { return leaveTo(p, nextRip(p)); }
/** Make RIP and BUDGET as at the boundary before `p`, which has not retired. */
export function sync(p: usize): void {
  store<u64>(RIP, ripOf(p));
  store<i32>(BUDGET, load<i32>(BUDGET) - before(p));
  store<u32>(CURP, 0);
}
/** The boundary before record `q`, which the loop was about to run. */
export function leaveAt(q: usize): usize { sync(q); return EXIT_RECORD; }

/** Virtual time at this instruction. */
export function now(p: usize): u64 { return load<u64>(TIME) - <u64><i64>(load<i32>(BUDGET) - before(p)); }

/** Where RIP 0 of the running code is: 64-bit code has no base, whatever its descriptor says. */
// @ts-ignore: decorator
@inline export function codeBase(): u64 { return load<u8>(CODE_MODE) == 2 ? 0 : load<u64>(SEG_CS, 8); }
/** The instruction retired and jumps to `rip` in the same code segment. */
// @ts-ignore: decorator
@inline export function jumpTo(p: usize, rip: u64): usize {
  const lin = rip + codeBase();
  const b = load<i32>(BUDGET) - load<u8>(p, I_N);
  const e = load<u32>(TLB_BASE) + codeSlot(lin);
  if (load<u64>(e, 0x4000) == (lin & ~0xfff)) {
    const q = load<u32>(load<u32>(e, 0x4008) + (<u32>(lin & 0xfff) << 2), CP_TABLE);
    if (q) {
      const left = b + before(q);
      if (left >= MAX_RUN) {
        store<i32>(BUDGET, left);
        store<u64>(RIPBASE, rip - (lin & 0xfff));
        return q;
      }
    }
  }
  store<i32>(BUDGET, b);
  store<u64>(RIP, rip);
  return EXIT_RECORD;
}
/** The instruction retired and has changed everything that a transfer to `rip` changes: 64-bit code goes on there at once if nothing has to be looked at. */
export function arriveAt(p: usize, rip: u64): usize {
  const exact = load<u8>(EXACT);
  if (load<u8>(CODE_MODE) != 2 || load<u32>(EVENTS) != 0 || (exact & ~RESUMING) != 0 || (exact != 0 && inExactLoop())) return leaveTo(p, rip);
  const q = jumpTo(p, rip);
  return exact && q != EXIT_RECORD ? stepCovered(q) : q;
}
/** The instruction retired, and SHADOW covers the following one: go on there, by the outer loop where that has to look first. */
export function goOnShadowed(p: usize): usize {
  if (load<u8>(CODE_MODE) == 2 && (load<u32>(EVENTS) | load<u8>(EXACT)) == 0 && !inExactLoop()) {
    const q = jumpTo(p, nextRip(p));
    if (q != EXIT_RECORD) return stepCovered(q);
    noticeEvents();
    return q;
  }
  noticeEvents();
  return leaveNext(p);
}
/** A direct branch of this record is taken. IMM holds the link and what it costs; the cost is huge until the link is known. */
// @ts-ignore: decorator
@inline export function taken(p: usize): usize {
  const b = load<i32>(BUDGET) - load<i32>(p, I_IMM + 4);
  if (b < MAX_RUN) return takenSlow(p);
  store<i32>(BUDGET, b);
  return load<u32>(p, I_IMM);
}
/** The next relative branch of this record that is taken comes by takenSlow(), and tookBranch() tells. */
export function watchBranch(p: usize): void { store<i32>(p, UNLINKED, I_IMM + 4); }
export function tookBranch(): bool { return slowly; }
export function forgetBranch(): void { slowly = false; }
let slowly: bool = false;
/** #GP(0) on the branch itself for a target that a legacy code segment does not reach. */
// @ts-ignore: decorator
@inline function checkReach(p: usize, rip: u64): void {
  if (load<u8>(CODE_MODE) != 2 && rip > load<u32>(SEG_CS, 4)) { store<u32>(CURP, <u32>p); raiseGP(); }
}
/** The same for a direct branch that has more to do before it jumps. */
export function checkTaken(p: usize): void {
  const target = <i32>load<u16>(p, I_OFF) + load<u8>(p, I_LEN) + load<i32>(p, I_DISP);
  checkReach(p, branchTarget(load<u64>(RIPBASE) + <u64><i64>target, p));
}
/** The branch is unlinked, leaves the page, or the slice is nearly over. DISP is the displacement from the next instruction. */
export function takenSlow(p: usize): usize {
  slowly = true;
  const target = <i32>load<u16>(p, I_OFF) + load<u8>(p, I_LEN) + load<i32>(p, I_DISP), straight = load<u64>(RIPBASE) + <u64><i64>target;
  let rip = straight;
  if (load<u8>(CODE_MODE) != 2 || (load<u8>(p, I_META) & M_WORD)) {
    rip = branchTarget(straight, p);
    checkReach(p, rip);
  }
  if (<u32>target < 0x1000 && load<i32>(p, I_IMM + 4) == UNLINKED && !(load<u8>(p, I_META) & M_APART) && rip == straight) {
    const q = recordAt(target);
    if (q) { store<u32>(p, <u32>q, I_IMM); store<i32>(p, <i32>load<u8>(p, I_N) - before(q), I_IMM + 4); }
  }
  const q = jumpTo(p, rip);
  // For a compiled region: where this branch, which cannot be linked, has gone.
  if (q != EXIT_RECORD && load<i32>(p, I_IMM + 4) == UNLINKED) store<u32>(p, <u32>q, I_IMM);
  return q;
}
/** RIP of a branch target: 16-bit operand size keeps only IP. */
// @ts-ignore: decorator
@inline function branchTarget(rip: u64, p: usize): u64 {
  if (load<u8>(p, I_META) & M_WORD) return rip & 0xffff;
  return load<u8>(CODE_MODE) == 2 ? rip : rip & 0xffffffff;
}
/** End the slice at virtual time `time` if it would go on longer: a timer is due then. */
export function endSliceAt(time: u64): void {
  const end = load<u64>(TIME);
  if (time >= end) return;
  const cut = end - time;
  store<u64>(TIME, time);
  store<i32>(BUDGET, load<i32>(BUDGET) - <i32>cut);
}
/** Virtual time where the processor is now, inside an instruction or at a boundary. */
export function currentTime(): u64 {
  const p = load<u32>(CURP);
  return p ? now(p) : load<u64>(TIME) - <u64><i64>load<i32>(BUDGET);
}
/** Nanoseconds that a PAUSE, CPUID or a move of a control register, a port on the ISA bus, and a device's memory take beyond one. */
export const PAUSE_NS = 64; export const SYSTEM_NS = 100; export const PORT_NS = 1000; export const DEVICE_NS = 100;
/** The running instruction takes `ns` longer than one of its own; it must go on by jumpTo() or leave, for the slice may be over. */
export function spend(ns: i32): void {
  store<i32>(BUDGET, load<i32>(BUDGET) - ns);
  store<u64>(SPENT, load<u64>(SPENT) + ns);
}
