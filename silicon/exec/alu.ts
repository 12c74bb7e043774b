// Two-operand and one-operand integer arithmetic and logic. Split into forms: rs (register, register or immediate), ms (memory, register
// or immediate), rm (register, memory). `op` and `f` (compute flags) are constants where these are inlined.
import { I_SIZE, BOUNCE } from "../gen/layout";
import { dst, src, ea, next, wr, isMem } from "../record";
import { ld, rmw, rmwEnd } from "../mem";
import { fAdd, fSub, fLogic, fInc, fDec, cf, cond } from "../flags";
import { taken } from "./leave";

// @ts-ignore: decorator
@inline function compute<T>(op: i32, a: T, b: T, f: bool): T {
  let r: T = a;
  if (op == 0) { r = <T>(a + b); if (f) fAdd<T>(a, b, r); }
  else if (op == 1) { r = a | b; if (f) fLogic<T>(r); }
  else if (op == 2) { r = <T>(a + b + <T>cf()); if (f) fAdd<T>(a, b, r); }
  else if (op == 3) { r = <T>(a - b - <T>cf()); if (f) fSub<T>(a, b, r); }
  else if (op == 4) { r = a & b; if (f) fLogic<T>(r); }
  else if (op == 5) { r = <T>(a - b); if (f) fSub<T>(a, b, r); }
  else if (op == 6) { r = a ^ b; if (f) fLogic<T>(r); }
  return r;
}
// @ts-ignore: decorator
@inline export function alu_rs<T>(p: usize, op: i32, f: bool): usize {
  const d = dst(p);
  wr<T>(d, compute<T>(op, load<T>(d), load<T>(src(p)), f));
  return next(p);
}
// @ts-ignore: decorator
@inline export function alu_rm<T>(p: usize, op: i32, f: bool): usize {
  const d = dst(p), b = ld<T>(ea(p), p);
  wr<T>(d, compute<T>(op, load<T>(d), b, f));
  return next(p);
}
// @ts-ignore: decorator
@inline export function alu_ms<T>(p: usize, op: i32, f: bool): usize {
  const a = ea(p), m = rmw<T>(a, p);
  if (m == BOUNCE) return aluSlow<T>(p, op, a);
  store<T>(m, compute<T>(op, load<T>(m), load<T>(src(p)), f));
  return next(p);
}
/** The memory operand is not plain RAM: flags change only after the store has succeeded. */
function aluSlow<T>(p: usize, op: i32, a: u64): usize {
  const x = load<T>(BOUNCE), y = load<T>(src(p));
  const r = op == 0 ? <T>(x + y) : op == 1 ? x | y : op == 2 ? <T>(x + y + <T>cf()) : op == 3 ? <T>(x - y - <T>cf()) : op == 4 ? x & y
    : op == 5 ? <T>(x - y) : x ^ y;
  rmwEnd<T>(BOUNCE, a, r, p);
  if (op == 0 || op == 2) fAdd<T>(x, y, r); else if (op == 3 || op == 5) fSub<T>(x, y, r); else fLogic<T>(r);
  return next(p);
}
// @ts-ignore: decorator
@inline export function cmp_rs<T>(p: usize): usize {
  const a = load<T>(dst(p)), b = load<T>(src(p)); fSub<T>(a, b, <T>(a - b)); return next(p);
}
// @ts-ignore: decorator
@inline export function cmp_rm<T>(p: usize): usize {
  const b = ld<T>(ea(p), p), a = load<T>(dst(p)); fSub<T>(a, b, <T>(a - b)); return next(p);
}
// @ts-ignore: decorator
@inline export function cmp_ms<T>(p: usize): usize {
  const a = ld<T>(ea(p), p), b = load<T>(src(p)); fSub<T>(a, b, <T>(a - b)); return next(p);
}
// @ts-ignore: decorator
@inline export function test_rs<T>(p: usize): usize { fLogic<T>(load<T>(dst(p)) & load<T>(src(p))); return next(p); }
// @ts-ignore: decorator
@inline export function test_ms<T>(p: usize): usize { const a = ld<T>(ea(p), p); fLogic<T>(a & load<T>(src(p))); return next(p); }

/** Conditions after a compare of a and b, without going through the flags. */
// @ts-ignore: decorator
@inline function compares<T>(cc: i32, a: T, b: T): bool {
  const r = <T>(a - b);
  if (cc == 0) return <bool>((((a ^ b) & (a ^ r)) >>> (<T>(sizeof<T>() * 8 - 1))) & 1);
  if (cc == 1) return !((((a ^ b) & (a ^ r)) >>> (<T>(sizeof<T>() * 8 - 1))) & 1);
  if (cc == 2) return a < b;
  if (cc == 3) return a >= b;
  if (cc == 4) return a == b;
  if (cc == 5) return a != b;
  if (cc == 6) return a <= b;
  if (cc == 7) return a > b;
  if (cc == 8) return <bool>(r >>> (<T>(sizeof<T>() * 8 - 1)));
  if (cc == 9) return !(r >>> (<T>(sizeof<T>() * 8 - 1)));
  if (cc == 10) return !(popcnt<u32>(<u32>r & 0xff) & 1);
  if (cc == 11) return <bool>(popcnt<u32>(<u32>r & 0xff) & 1);
  if (cc == 12) return less<T>(a, b);
  if (cc == 13) return !less<T>(a, b);
  if (cc == 14) return !less<T>(b, a);
  return less<T>(b, a);
}
// @ts-ignore: decorator
@inline function less<T>(a: T, b: T): bool {
  if (sizeof<T>() == 1) return <i8>a < <i8>b;
  if (sizeof<T>() == 2) return <i16>a < <i16>b;
  if (sizeof<T>() == 4) return <i32>a < <i32>b;
  return <i64>a < <i64>b;
}
/** CMP fused with the conditional branch in the following record. */
// @ts-ignore: decorator
@inline export function cmp_j<T>(p: usize, cc: i32): usize {
  const a = load<T>(dst(p)), b = load<T>(src(p));
  fSub<T>(a, b, <T>(a - b));
  return compares<T>(cc, a, b) ? taken(p + I_SIZE) : p + 2 * I_SIZE;
}
/** TEST fused with the conditional branch in the following record. */
// @ts-ignore: decorator
@inline export function test_j<T>(p: usize, cc: i32): usize {
  const r = load<T>(dst(p)) & load<T>(src(p));
  fLogic<T>(r);
  return compares<T>(cc, r, <T>0) ? taken(p + I_SIZE) : p + 2 * I_SIZE;
}
/** DEC fused with the conditional branch in the following record. */
// @ts-ignore: decorator
@inline export function dec_j<T>(p: usize, cc: i32): usize {
  const d = dst(p), a = load<T>(d), r = <T>(a - 1);
  wr<T>(d, r); fDec<T>(a, r);
  return (cc == 4 ? r == 0 : cc == 5 ? r != 0 : cond(cc)) ? taken(p + I_SIZE) : p + 2 * I_SIZE;
}

// @ts-ignore: decorator
@inline export function inc_rs<T>(p: usize, f: bool): usize {
  const d = dst(p), a = load<T>(d), r = <T>(a + 1); wr<T>(d, r); if (f) fInc<T>(a, r); return next(p);
}
// @ts-ignore: decorator
@inline export function dec_rs<T>(p: usize, f: bool): usize {
  const d = dst(p), a = load<T>(d), r = <T>(a - 1); wr<T>(d, r); if (f) fDec<T>(a, r); return next(p);
}
export function inc_ms<T>(p: usize, f: bool): usize {
  const e = ea(p), m = rmw<T>(e, p), a = load<T>(m), r = <T>(a + 1); rmwEnd<T>(m, e, r, p); fInc<T>(a, r); return next(p);
}
export function dec_ms<T>(p: usize, f: bool): usize {
  const e = ea(p), m = rmw<T>(e, p), a = load<T>(m), r = <T>(a - 1); rmwEnd<T>(m, e, r, p); fDec<T>(a, r); return next(p);
}
export function not<T>(p: usize): usize {
  if (!isMem(p)) { const d = dst(p); wr<T>(d, ~load<T>(d)); return next(p); }
  const e = ea(p), m = rmw<T>(e, p); rmwEnd<T>(m, e, ~load<T>(m), p); return next(p);
}
export function neg<T>(p: usize): usize {
  if (!isMem(p)) { const d = dst(p), a = load<T>(d), r = <T>(0 - a); wr<T>(d, r); fSub<T>(0, a, r); return next(p); }
  const e = ea(p), m = rmw<T>(e, p), a = load<T>(m), r = <T>(0 - a); rmwEnd<T>(m, e, r, p); fSub<T>(0, a, r); return next(p);
}
