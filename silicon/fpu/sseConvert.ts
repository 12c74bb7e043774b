// Conversions between integers, single and double. In the names: S single, D double, I 32-bit integers, G a general register.
import { VTMP } from "../gen/layout";
import { dst, src, ea, isMem, next, wr } from "../record";
import { ld } from "../mem";
import { checkMmx, checkSse, enterMmx } from "./check";
import { putMmx, source16, source8, source4 } from "./operand";
import { A, Z, C_SNAN, C_FINITE, IE, DE, isNan, kind, wasDenormal, packSingle, packDouble, setNormalized, unpackSingle,
  unpackDouble } from "./number";
import { note, roundDouble, roundSingle, setRounding, toInteger } from "./round";
import { beginSse, denormalsAreZero, normal, isZero, ordinary, quick, settleSse } from "./sseException";

const TOWARDS_ZERO = 3;
/** Elements on their way; VTMP itself may hold the memory operand. */
const IN: usize = VTMP + 16; const OUT: usize = VTMP + 32;

/** One float (T u32: single, u64: double) to an integer of `bits`. */
function integer<T>(v: T, bits: u32, truncate: bool): i64 {
  const f: f64 = sizeof<T>() == 4 ? <f64>reinterpret<f32>(<u32>v) : reinterpret<f64>(<u64>v);
  // Being inexact is the only exception left then, and it is noted already.
  if (quick() && abs<f64>(f) < (bits == 32 ? 2147483647 : 9223372036854774784)) return <i64>(truncate ? trunc<f64>(f) : nearest<f64>(f));
  if (sizeof<T>() == 4) unpackSingle(A, <u32>v, denormalsAreZero()); else unpackDouble(A, <u64>v, denormalsAreZero());
  return toInteger(A, bits);
}
function beginInteger(truncate: bool): void { beginSse(); if (truncate) setRounding(TOWARDS_ZERO); }

/** One integer to a float. */
function float<T>(v: i64): T {
  if (quick()) {
    if (sizeof<T>() == 4) return <T>reinterpret<u32>(<f32>v);
    return <T>reinterpret<u64>(<f64>v);
  }
  setNormalized(Z, <u32>(v < 0), 63, v < 0 ? <u64>-v : <u64>v, 0);
  if (v == 0) store<u32>(Z, 0, 4);
  if (sizeof<T>() == 4) { roundSingle(Z); return <T>packSingle(Z); }
  roundDouble(Z); return <T>packDouble(Z);
}
function noteOperand(): void {
  if (kind(A) == C_SNAN) note(IE); else if (kind(A) == C_FINITE && wasDenormal(A)) note(DE);
}
function widened(v: u32): u64 {
  if (ordinary<u32>(v)) return reinterpret<u64>(<f64>reinterpret<f32>(v));
  unpackSingle(A, v, denormalsAreZero());
  noteOperand();
  return packDouble(A);
}
function narrowed(v: u64): u32 {
  if (quick() && ordinary<u64>(v)) {
    const r = reinterpret<u32>(<f32>reinterpret<f64>(v));
    if (normal<u32>(r) || isZero<u64>(v)) return r;
  }
  unpackDouble(A, v, denormalsAreZero());
  noteOperand();
  if (!isNan(A)) roundSingle(A);
  return packSingle(A);
}

/** CVTSI2SS, CVTSI2SD: F the float, T the general register. */
// @ts-ignore: decorator
@inline function generalToFloat<T, F>(p: usize): usize {
  checkSse(p);
  const v: T = isMem(p) ? ld<T>(ea(p), p) : load<T>(src(p));
  beginSse();
  const r = float<F>(sizeof<T>() == 4 ? <i64><i32>v : <i64>v);
  settleSse(p);
  store<F>(dst(p), r);
  return next(p);
}
export function cvtG2S<T>(p: usize): usize { return generalToFloat<T, u32>(p); }
export function cvtG2D<T>(p: usize): usize { return generalToFloat<T, u64>(p); }

/** CVT(T)SS2SI, CVT(T)SD2SI. */
// @ts-ignore: decorator
@inline function floatToGeneral<F, T>(p: usize, truncate: bool): usize {
  const v: F = sizeof<F>() == 4 ? <F>source4(p) : <F>source8(p);
  beginInteger(truncate);
  const r = integer<F>(v, sizeof<T>() << 3, truncate);
  settleSse(p);
  wr<T>(dst(p), <T>r);
  return next(p);
}
export function cvtS2G<T>(p: usize): usize { return floatToGeneral<u32, T>(p, false); }
export function cvttS2G<T>(p: usize): usize { return floatToGeneral<u32, T>(p, true); }
export function cvtD2G<T>(p: usize): usize { return floatToGeneral<u64, T>(p, false); }
export function cvttD2G<T>(p: usize): usize { return floatToGeneral<u64, T>(p, true); }

export function cvtss2sd(p: usize): usize {
  const v = source4(p);
  beginSse(); const r = widened(v); settleSse(p);
  store<u64>(dst(p), r);
  return next(p);
}
export function cvtsd2ss(p: usize): usize {
  const v = source8(p);
  beginSse(); const r = narrowed(v); settleSse(p);
  store<u32>(dst(p), r);
  return next(p);
}
export function cvtps2pd(p: usize): usize {
  const v = source8(p);
  beginSse(); const r0 = widened(<u32>v), r1 = widened(<u32>(v >> 32)); settleSse(p);
  store<u64>(dst(p), r0); store<u64>(dst(p), r1, 8);
  return next(p);
}
export function cvtpd2ps(p: usize): usize {
  const s = source16(p), v0 = load<u64>(s), v1 = load<u64>(s, 8);
  beginSse(); const r0 = narrowed(v0), r1 = narrowed(v1); settleSse(p);
  store<u64>(dst(p), <u64>r0 | (<u64>r1 << 32)); store<u64>(dst(p), 0, 8);
  return next(p);
}
export function cvtdq2pd(p: usize): usize {
  const v = source8(p);
  store<f64>(dst(p), <f64><i32>v); store<f64>(dst(p), <f64><i32>(v >> 32), 8);
  return next(p);
}
export function cvtdq2ps(p: usize): usize {
  v128.store(IN, v128.load(source16(p)));
  beginSse();
  for (let i: usize = 0; i < 16; i += 4) store<u32>(OUT + i, float<u32>(load<i32>(IN + i)));
  settleSse(p);
  v128.store(dst(p), v128.load(OUT));
  return next(p);
}
function singlesToIntegers(p: usize, truncate: bool): usize {
  v128.store(IN, v128.load(source16(p)));
  beginInteger(truncate);
  for (let i: usize = 0; i < 16; i += 4) store<u32>(OUT + i, <u32>integer<u32>(load<u32>(IN + i), 32, truncate));
  settleSse(p);
  v128.store(dst(p), v128.load(OUT));
  return next(p);
}
export function cvtps2dq(p: usize): usize { return singlesToIntegers(p, false); }
export function cvttps2dq(p: usize): usize { return singlesToIntegers(p, true); }
/** Two doubles to two 32-bit integers in one word. */
function doublesToIntegers(p: usize, truncate: bool, mmx: bool): u64 {
  const s = source16(p), v0 = load<u64>(s), v1 = load<u64>(s, 8);
  if (mmx) enterMmx();
  beginInteger(truncate);
  const r0 = integer<u64>(v0, 32, truncate), r1 = integer<u64>(v1, 32, truncate);
  settleSse(p);
  return <u64><u32>r0 | (<u64>r1 << 32);
}
function lowHalf(p: usize, v: u64): usize { store<u64>(dst(p), v); store<u64>(dst(p), 0, 8); return next(p); }
export function cvtpd2dq(p: usize): usize { return lowHalf(p, doublesToIntegers(p, false, false)); }
export function cvttpd2dq(p: usize): usize { return lowHalf(p, doublesToIntegers(p, true, false)); }

// Forms with an MMX register.
function fromMmx(p: usize): u64 {
  checkSse(p);
  if (isMem(p)) return ld<u64>(ea(p), p);
  checkMmx(p);
  enterMmx();
  return load<u64>(src(p));
}
function toMmx(p: usize, v: u64): usize { putMmx(dst(p), v); return next(p); }
export function cvtpi2ps(p: usize): usize {
  const v = fromMmx(p);
  beginSse(); const r0 = float<u32>(<i32>v), r1 = float<u32>(<i32>(v >> 32)); settleSse(p);
  store<u64>(dst(p), <u64>r0 | (<u64>r1 << 32));
  return next(p);
}
export function cvtpi2pd(p: usize): usize {
  const v = fromMmx(p);
  store<f64>(dst(p), <f64><i32>v); store<f64>(dst(p), <f64><i32>(v >> 32), 8);
  return next(p);
}
function singlesToMmx(p: usize, truncate: bool): usize {
  checkSse(p); checkMmx(p);
  const v = source8(p);
  // Even a result that #XF suppresses leaves the registers in MMX state.
  enterMmx();
  beginInteger(truncate);
  const r0 = integer<u32>(<u32>v, 32, truncate), r1 = integer<u32>(<u32>(v >> 32), 32, truncate);
  settleSse(p);
  return toMmx(p, <u64><u32>r0 | (<u64>r1 << 32));
}
export function cvtps2pi(p: usize): usize { return singlesToMmx(p, false); }
export function cvttps2pi(p: usize): usize { return singlesToMmx(p, true); }
export function cvtpd2pi(p: usize): usize { checkSse(p); checkMmx(p); return toMmx(p, doublesToIntegers(p, false, true)); }
export function cvttpd2pi(p: usize): usize { checkSse(p); checkMmx(p); return toMmx(p, doublesToIntegers(p, true, true)); }
