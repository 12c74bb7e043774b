// Near branches.
import { RCX, RSP, CODE_MODE, SEG_CS, CURP, I_IMM, I_SRC } from "../gen/layout";
import { dst, ea, next, nextRip, ripOf, wr } from "../record";
import { probeWrite, ld } from "../mem";
import { cond, zf } from "../flags";
import { checkTaken, taken, jumpTo } from "./leave";
import { checkStack, pushValue, peek, dropStack } from "./stack";
import { isCanonical } from "../system/segment";
import { raiseGP } from "../fault";
import { isCanonical } from "../system/segment";

// @ts-ignore: decorator
@inline export function jcc(p: usize, cc: i32): usize { return cond(cc) ? taken(p) : next(p); }
// @ts-ignore: decorator
@inline export function jmp(p: usize): usize { return taken(p); }
// @ts-ignore: decorator
@inline export function call<T>(p: usize): usize {
  if (sizeof<T>() != 8) checkTaken(p);
  pushValue<T>(<T>nextRip(p), p);
  return taken(p);
}

/** #GP(0), on the branch itself, for a target the code segment does not reach. */
function checkTarget(p: usize, rip: u64): void {
  store<u32>(CURP, p);
  if (load<u8>(CODE_MODE) == 2) { if (!isCanonical(rip)) raiseGP(0); }
  else if (rip > load<u32>(SEG_CS, 4)) raiseGP(0);
}
// @ts-ignore: decorator
@inline function target<T>(p: usize, rip: T): u64 {
  if (sizeof<T>() == 8) { if (<u64>(<i64>(rip << 16) >> 16) != <u64>rip) checkTarget(p, rip); }
  else checkTarget(p, <u64>rip);
  return <u64>rip;
}
// @ts-ignore: decorator
@inline export function jmpe_rs<T>(p: usize): usize { return jumpTo(p, target<T>(p, load<T>(dst(p)))); }
// @ts-ignore: decorator
@inline export function jmpe_ms<T>(p: usize): usize { return jumpTo(p, target<T>(p, ld<T>(ea(p), p))); }
/** The faults of a stack that is pushed to in 64-bit code: they come before that of a target that is not canonical. */
function checkPush(p: usize): void {
  const lin = load<u64>(RSP) - 8;
  checkStack(lin, 8, p);
  probeWrite(lin, 8, p);
}
// @ts-ignore: decorator
@inline export function calle_rs<T>(p: usize): usize {
  const to = load<T>(dst(p));
  if (sizeof<T>() == 8 && <u64>(<i64>(<u64>to << 16) >> 16) != <u64>to) checkPush(p);
  const rip = target<T>(p, to); pushValue<T>(<T>nextRip(p), p); return jumpTo(p, rip);
}
// @ts-ignore: decorator
@inline export function calle_ms<T>(p: usize): usize {
  const to = ld<T>(ea(p), p);
  checkStack(load<u64>(RSP) - sizeof<T>(), sizeof<T>(), p);
  if (sizeof<T>() == 8 && <u64>(<i64>(<u64>to << 16) >> 16) != <u64>to) checkPush(p);
  const rip = target<T>(p, to);
  pushValue<T>(<T>nextRip(p), p); return jumpTo(p, rip);
}
// @ts-ignore: decorator
@inline export function ret<T>(p: usize): usize {
  const rip = target<T>(p, peek<T>(0, p)); dropStack<T>(sizeof<T>()); return jumpTo(p, rip);
}
export function retn<T>(p: usize): usize {
  const rip = target<T>(p, peek<T>(0, p)); dropStack<T>(sizeof<T>() + (load<u64>(p, I_IMM) & 0xffff)); return jumpTo(p, rip);
}
/** LOOP, LOOPE, LOOPNE, JrCXZ: `kind` 0 LOOPNE, 1 LOOPE, 2 LOOP, 3 JrCXZ. The counter's width is the address size, kept in SRC. */
export function loop(p: usize, kind: i32): usize {
  const width = load<u32>(p, I_SRC);
  let c = load<u64>(RCX);
  if (width == 0) c &= 0xffff; else if (width == 1) c &= 0xffffffff;
  if (kind == 3) return c == 0 ? taken(p) : next(p);
  c--;
  const more = width == 0 ? <u16>c != 0 : width == 1 ? <u32>c != 0 : c != 0, goes = more && (kind == 2 || zf() == (kind == 1));
  if (goes) checkTaken(p);
  if (width == 0) wr<u16>(RCX, <u16>c); else if (width == 1) wr<u32>(RCX, <u32>c); else store<u64>(RCX, c);
  return goes ? taken(p) : next(p);
}
/** End of a run that goes on in the same page. */
// @ts-ignore: decorator
@inline export function goto(p: usize): usize { return taken(p); }
/** End of the page. */
// @ts-ignore: decorator
@inline export function nextPage(p: usize): usize { return jumpTo(p, ripOf(p)); }
