// Debug registers, breakpoints and the debug exception's bookkeeping. While any breakpoint is enabled only the exact loop runs, and no
// data translation is cached: every access comes by watchData().
import { CURP, CPL, CR4, DR, DEBUGCTL, RFLAGS, EXACT, CODE_MODE, PENDING_DB, PENDING_DR6, LBR_FROM, LBR_TO, LASTEXC_FROM,
  LASTEXC_TO, I_META, M_LOCK } from "../gen/layout";
import { dst, src, imm, next } from "../record";
import { raise, raiseGP, raiseUD, V_DB } from "../fault";
import { F_RF, F_TF } from "../flags";
import { leaveNext } from "../exec/leave";
import { intercepted, exitInstruction } from "../svm/intercept";
import { flushAll } from "../mmu/tlb";
import { deliverException } from "./deliver";
import { gprInfo, moveSource, moveResult } from "./controlMoves";

const DR6: usize = DR + 48; const DR7: usize = DR + 56;
const DR6_FIXED: u64 = 0xffff0ff0; const DR6_WRITABLE: u64 = 0xe00f; const DR6_HITS: u64 = 15; const DR6_BD: u32 = 0x2000;
const DR7_FIXED: u64 = 0x400; const DR7_WRITABLE: u64 = 0xffff23ff; const DR7_GD: u64 = 0x2000; const DR7_ENABLES: u64 = 0xff;
const CR4_DE: u64 = 8;
const DEBUGCTL_LBR: u64 = 1; const DEBUGCTL_BTF: u64 = 2;
/** Kinds of breakpoint, as R/W in DR7 has them. */
const ON_EXECUTE: u32 = 0; const ON_WRITE: u32 = 1; const ON_PORT: u32 = 2; const ON_ACCESS: u32 = 3;
// Bits of EXACT.
const STEPPING: u8 = 1; const WATCHING: u8 = 2; export const RESUMING: u8 = 4;

/** Decide whether the exact loop must run: after any change of TF, DR7 or DEBUGCTL, and when RF has been loaded. */
// @ts-ignore: decorator
@inline export function updateExact(): void {
  if (((load<u64>(RFLAGS) & (F_TF | F_RF)) | (load<u64>(DEBUGCTL) & (DEBUGCTL_LBR | DEBUGCTL_BTF)) | (load<u64>(DR7) & DR7_ENABLES)) == 0) store<u8>(EXACT, 0);
  else decideExact();
}
function decideExact(): void {
  const flags = load<u64>(RFLAGS);
  const stepping = (flags & F_TF) != 0 || (load<u64>(DEBUGCTL) & (DEBUGCTL_LBR | DEBUGCTL_BTF)) != 0;
  const watching = (load<u64>(DR7) & DR7_ENABLES) != 0;
  // What was cached before the breakpoint was on would hide accesses from it.
  if (watching && !(load<u8>(EXACT) & WATCHING)) flushAll();
  store<u8>(EXACT, (stepping ? STEPPING : 0) | (watching ? WATCHING : 0) | (flags & F_RF ? RESUMING : 0));
}
/** RF is clear, and needs the exact loop no more. */
// @ts-ignore: decorator
@inline export function endResuming(): void { store<u8>(EXACT, load<u8>(EXACT) & ~RESUMING); }

/** Bytes a breakpoint covers, by LEN. */
// @ts-ignore: decorator
@inline function lengthOf(len: u32): u64 { return len == 2 ? 8 : len + 1; }
/** DR6 bits of the enabled breakpoints that `size` bytes at `at` meet, among the two kinds. */
function hits(at: u64, size: u64, kind: u32, orKind: u32): u32 {
  const control = <u32>load<u64>(DR7);
  let found: u32 = 0;
  for (let i: u32 = 0; i < 4; i++) {
    if (!((control >> (2 * i)) & 3)) continue;
    const how = (control >> (16 + 4 * i)) & 3;
    if (how != kind && how != orKind) continue;
    const length = lengthOf((control >> (18 + 4 * i)) & 3);
    let from = load<u64>(DR + (<usize>i << 3));
    if (load<u8>(CODE_MODE) != 2) from &= 0xffffffff;
    from &= ~(length - 1);
    if (at < from + length && from < at + size) found |= 1 << i;
  }
  return found;
}
function trapAfter(found: u32): void {
  if (!found) return;
  store<u8>(PENDING_DB, 1);
  store<u32>(PENDING_DR6, load<u32>(PENDING_DR6) | found);
}
/** A data access is about to be made: a breakpoint it meets traps after the instruction. */
export function watchData(lin: u64, size: i32, write: bool): void { trapAfter(hits(lin, size, ON_ACCESS, write ? ON_WRITE : ON_ACCESS)); }
/** A port access has been made. */
export function watchPort(port: u32, size: i32): void {
  if ((load<u64>(DR7) & DR7_ENABLES) != 0 && (load<u64>(CR4) & CR4_DE) != 0) trapAfter(hits(port, size, ON_PORT, ON_PORT));
}
/** Raise #DB, a fault at RIP, when an instruction breakpoint is set on the linear address. Only where RFLAGS.RF is clear. */
export function codeBreakpoint(lin: u64): void {
  if (!(load<u64>(DR7) & DR7_ENABLES)) return;
  const found = hits(lin, 1, ON_EXECUTE, ON_EXECUTE);
  if (found) raiseDebug(found);
}
/** #DB as a fault of this instruction. Does not return. */
function raiseDebug(cause: u32): void { raise(V_DB, cause); }
/** The trap announced by PENDING_DB, at the boundary after its instruction. May unwind. */
export function deliverDebugTrap(): void { deliverException(V_DB, 0); }
/**
 * #DB is taken: DR6 gets its cause from PENDING_DR6 (hit bits are replaced, the others only set), and what would disturb the handler goes
 * off. Delivery calls it before the intercept, so that a hypervisor finds the cause in the saved DR6.
 */
export function noteDebugException(): void {
  const cause = <u64>load<u32>(PENDING_DR6);
  store<u32>(PENDING_DR6, 0);
  store<u8>(PENDING_DB, 0);
  store<u64>(DR6, (load<u64>(DR6) & ~DR6_HITS) | cause);
  store<u64>(DR7, load<u64>(DR7) & ~DR7_GD);
  store<u64>(DEBUGCTL, load<u64>(DEBUGCTL) & ~(DEBUGCTL_LBR | DEBUGCTL_BTF));
  updateExact();
}
/** A branch was taken: remember it while DEBUGCTL.LBR is set. */
export function recordBranch(from: u64, to: u64): void {
  if (!(load<u64>(DEBUGCTL) & DEBUGCTL_LBR)) return;
  store<u64>(LBR_FROM, from); store<u64>(LBR_TO, to);
}
/** An exception or interrupt goes to its handler: it counts as a branch, and the branch before it is kept apart. */
// @ts-ignore: decorator
@inline export function recordException(from: u64, to: u64): void {
  if (!(load<u64>(DEBUGCTL) & DEBUGCTL_LBR)) return;
  store<u64>(LASTEXC_FROM, load<u64>(LBR_FROM)); store<u64>(LASTEXC_TO, load<u64>(LBR_TO));
  recordBranch(from, to);
}

/** The debug register of a move, with its exceptions: 4 and 5 mean 6 and 7 unless CR4.DE makes them #UD; DR7.GD guards them all. */
function debugRegister(p: usize): i32 {
  let n = <i32>imm(p) & 15;
  if (n > 7 || (load<u8>(p, I_META) & M_LOCK) != 0) raiseUD();
  if (n == 4 || n == 5) {
    if (load<u64>(CR4) & CR4_DE) raiseUD();
    n += 2;
  }
  if (load<u8>(CPL)) raiseGP();
  if (load<u64>(DR7) & DR7_GD) raiseDebug(DR6_BD);
  return n;
}
/** MOV from DRn. */
export function movFromDr(p: usize): usize {
  store<u32>(CURP, p);
  const n = debugRegister(p), r = dst(p), named = <i32>imm(p) & 7;
  if (intercepted(1, named)) return exitInstruction(p, 0x20 + named, gprInfo(r), 0);
  moveResult(r, load<u64>(DR + (<usize>n << 3)));
  return next(p);
}
/** MOV to DRn. */
export function movToDr(p: usize): usize {
  store<u32>(CURP, p);
  const n = debugRegister(p), r = src(p), named = <i32>imm(p) & 7;
  let v = moveSource(r);
  if (n > 3 && v >> 32 != 0) raiseGP();
  if (intercepted(1, 16 + named)) return exitInstruction(p, 0x30 + named, gprInfo(r), 0);
  if (n > 3) v = n == 6 ? (v & DR6_WRITABLE) | DR6_FIXED : (v & DR7_WRITABLE) | DR7_FIXED;
  store<u64>(DR + (<usize>n << 3), v);
  updateExact();
  return leaveNext(p);
}
