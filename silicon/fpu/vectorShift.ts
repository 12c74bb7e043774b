// Vector shifts: by an immediate, or by the low 64 bits of a vector. T is v128 for the SSE2 form and u64 for the MMX form.
import { VTMP } from "../gen/layout";
import { dst, imm, next } from "../record";
import { checkMmx, checkSse, enterMmx } from "./check";
import { put, source16, sourceMmx, x } from "./operand";

/** The count of the form with a vector operand. */
// @ts-ignore: decorator
@inline function vectorCount<T>(p: usize): u64 { return isVector<T>() ? load<u64>(source16(p)) : sourceMmx(p); }
/** The count of the form with an immediate. */
// @ts-ignore: decorator
@inline function immediateCount<T>(p: usize): u64 {
  if (isVector<T>()) checkSse(p); else { checkMmx(p); enterMmx(); }
  return imm(p) & 0xff;
}
/** A register shifted by more than its elements' width is zero, or all sign. The wasm operation takes the count modulo the width. */
// @ts-ignore: decorator
@inline function clear(v: v128, keep: bool): v128 { return keep ? v : i64x2.splat(0); }

// @ts-ignore: decorator
@inline function left16(v: v128, n: u64): v128 { return clear(i16x8.shl(v, <i32>n), n < 16); }
// @ts-ignore: decorator
@inline function right16(v: v128, n: u64): v128 { return clear(i16x8.shr_u(v, <i32>n), n < 16); }
// @ts-ignore: decorator
@inline function signed16(v: v128, n: u64): v128 { return i16x8.shr_s(v, n < 16 ? <i32>n : 15); }
// @ts-ignore: decorator
@inline function left32(v: v128, n: u64): v128 { return clear(i32x4.shl(v, <i32>n), n < 32); }
// @ts-ignore: decorator
@inline function right32(v: v128, n: u64): v128 { return clear(i32x4.shr_u(v, <i32>n), n < 32); }
// @ts-ignore: decorator
@inline function signed32(v: v128, n: u64): v128 { return i32x4.shr_s(v, n < 32 ? <i32>n : 31); }
// @ts-ignore: decorator
@inline function left64(v: v128, n: u64): v128 { return clear(i64x2.shl(v, <i32>n), n < 64); }
// @ts-ignore: decorator
@inline function right64(v: v128, n: u64): v128 { return clear(i64x2.shr_u(v, <i32>n), n < 64); }

export function psllw<T>(p: usize): usize { const n = vectorCount<T>(p); return put<T>(p, left16(x<T>(p), n)); }
export function psllwImm<T>(p: usize): usize { const n = immediateCount<T>(p); return put<T>(p, left16(x<T>(p), n)); }
export function pslld<T>(p: usize): usize { const n = vectorCount<T>(p); return put<T>(p, left32(x<T>(p), n)); }
export function pslldImm<T>(p: usize): usize { const n = immediateCount<T>(p); return put<T>(p, left32(x<T>(p), n)); }
export function psllq<T>(p: usize): usize { const n = vectorCount<T>(p); return put<T>(p, left64(x<T>(p), n)); }
export function psllqImm<T>(p: usize): usize { const n = immediateCount<T>(p); return put<T>(p, left64(x<T>(p), n)); }
export function psrlw<T>(p: usize): usize { const n = vectorCount<T>(p); return put<T>(p, right16(x<T>(p), n)); }
export function psrlwImm<T>(p: usize): usize { const n = immediateCount<T>(p); return put<T>(p, right16(x<T>(p), n)); }
export function psrld<T>(p: usize): usize { const n = vectorCount<T>(p); return put<T>(p, right32(x<T>(p), n)); }
export function psrldImm<T>(p: usize): usize { const n = immediateCount<T>(p); return put<T>(p, right32(x<T>(p), n)); }
export function psrlq<T>(p: usize): usize { const n = vectorCount<T>(p); return put<T>(p, right64(x<T>(p), n)); }
export function psrlqImm<T>(p: usize): usize { const n = immediateCount<T>(p); return put<T>(p, right64(x<T>(p), n)); }
export function psraw<T>(p: usize): usize { const n = vectorCount<T>(p); return put<T>(p, signed16(x<T>(p), n)); }
export function psrawImm<T>(p: usize): usize { const n = immediateCount<T>(p); return put<T>(p, signed16(x<T>(p), n)); }
export function psrad<T>(p: usize): usize { const n = vectorCount<T>(p); return put<T>(p, signed32(x<T>(p), n)); }
export function psradImm<T>(p: usize): usize { const n = immediateCount<T>(p); return put<T>(p, signed32(x<T>(p), n)); }

/** The register between two rows of zeros: a load at a byte offset is a shift by bytes. */
function shiftBytes(p: usize, offset: isize): usize {
  checkSse(p);
  const at = VTMP + 16;
  memory.fill(at, 0, 48);
  v128.store(at + 16, v128.load(dst(p)));
  v128.store(dst(p), v128.load(at + 16 + offset));
  return next(p);
}
export function pslldq(p: usize): usize { return shiftBytes(p, -<isize>min<u64>(imm(p) & 0xff, 16)); }
export function psrldq(p: usize): usize { return shiftBytes(p, <isize>min<u64>(imm(p) & 0xff, 16)); }
