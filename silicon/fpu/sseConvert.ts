// Lane and element functions of conversions between integers, single and double; and the forms with general or MMX registers, in whose
// names S is single, D double, G a general register.
import { VTMP } from "../gen/layout";
import { dst, src, ea, isMem, next, wr } from "../record";
import { ld } from "../mem";
import { checkAvx, checkMmx, checkSse, enterMmx } from "./check";
import { putMmx, source16, source8 } from "./operand";
import { put128, sseElement, vexElement, vvvv } from "./laneOperand";
import { A, Z, C_SNAN, C_FINITE, IE, DE, isNan, kind, wasDenormal, packSingle, packDouble, setNormalized, unpackSingle,
  unpackDouble } from "./number";
import { note, roundDouble, roundSingle, setRounding, toInteger } from "./round";
import { beginSse, denormalsAreZero, normal, isZero, ordinary, quick, readModes, settleSse } from "./sseException";

const TOWARDS_ZERO = 3;
/** Elements on their way; VTMP itself may hold the memory operand. */
const IN: usize = VTMP + 16; const OUT: usize = VTMP + 32;

/** One float (T u32: single, u64: double) to an integer of `bits`. */
function integer<T>(v: T, bits: u32, truncate: bool): i64 {
  const f: f64 = sizeof<T>() == 4 ? <f64>reinterpret<f32>(<u32>v) : reinterpret<f64>(<u64>v);
  // Being inexact is the only exception left then, and it is noted already.
  if (quick() && abs<f64>(f) < (bits == 32 ? 2147483647 : 9223372036854774784)) return <i64>(truncate ? trunc<f64>(f) : nearest<f64>(f));
  readModes();
  if (truncate) setRounding(TOWARDS_ZERO);
  if (sizeof<T>() == 4) unpackSingle(A, <u32>v, denormalsAreZero()); else unpackDouble(A, <u64>v, denormalsAreZero());
  return toInteger(A, bits);
}

/** One integer to a float. */
function float<T>(v: i64): T {
  if (quick()) {
    if (sizeof<T>() == 4) return <T>reinterpret<u32>(<f32>v);
    return <T>reinterpret<u64>(<f64>v);
  }
  readModes();
  setNormalized(Z, <u32>(v < 0), 63, v < 0 ? <u64>-v : <u64>v, 0);
  if (v == 0) store<u32>(Z, 0, 4);
  if (sizeof<T>() == 4) { roundSingle(Z); return <T>packSingle(Z); }
  roundDouble(Z); return <T>packDouble(Z);
}
function noteOperand(): void {
  if (kind(A) == C_SNAN) note(IE); else if (kind(A) == C_FINITE && wasDenormal(A)) note(DE);
}
export function widened(v: u32): u64 {
  if (ordinary<u32>(v)) return reinterpret<u64>(<f64>reinterpret<f32>(v));
  unpackSingle(A, v, denormalsAreZero());
  noteOperand();
  return packDouble(A);
}
export function narrowed(v: u64): u32 {
  if (quick() && ordinary<u64>(v)) {
    const r = reinterpret<u32>(<f32>reinterpret<f64>(v));
    if (normal<u32>(r) || isZero<u64>(v)) return r;
  }
  readModes();
  unpackDouble(A, v, denormalsAreZero());
  noteOperand();
  if (!isNan(A)) roundSingle(A);
  return packSingle(A);
}

// @ts-ignore: decorator
@inline function fromGeneral<T, F>(p: usize): F {
  const v: T = isMem(p) ? ld<T>(ea(p), p) : load<T>(src(p));
  beginSse();
  const r = float<F>(sizeof<T>() == 4 ? <i64><i32>v : <i64>v);
  settleSse(p);
  return r;
}
export function cvtG2S<T>(p: usize): usize { checkSse(p); store<u32>(dst(p), fromGeneral<T, u32>(p)); return next(p); }
export function cvtG2D<T>(p: usize): usize { checkSse(p); store<u64>(dst(p), fromGeneral<T, u64>(p)); return next(p); }
// @ts-ignore: decorator
@inline function vexFromGeneral<T, F>(p: usize): usize {
  checkAvx(p);
  const r = fromGeneral<T, F>(p), d = dst(p);
  put128(d, v128.load(vvvv(p)));
  store<F>(d, r);
  return next(p);
}
export function vcvtG2S<T>(p: usize): usize { return vexFromGeneral<T, u32>(p); }
export function vcvtG2D<T>(p: usize): usize { return vexFromGeneral<T, u64>(p); }

// @ts-ignore: decorator
@inline function toGeneral<F, T>(p: usize, v: F, truncate: bool): usize {
  beginSse();
  const r = integer<F>(v, sizeof<T>() << 3, truncate);
  settleSse(p);
  wr<T>(dst(p), <T>r);
  return next(p);
}
export function cvtS2G<T>(p: usize): usize { return toGeneral<u32, T>(p, sseElement<u32>(p), false); }
export function cvttS2G<T>(p: usize): usize { return toGeneral<u32, T>(p, sseElement<u32>(p), true); }
export function cvtD2G<T>(p: usize): usize { return toGeneral<u64, T>(p, sseElement<u64>(p), false); }
export function cvttD2G<T>(p: usize): usize { return toGeneral<u64, T>(p, sseElement<u64>(p), true); }
export function vcvtS2G<T>(p: usize): usize { return toGeneral<u32, T>(p, vexElement<u32>(p), false); }
export function vcvttS2G<T>(p: usize): usize { return toGeneral<u32, T>(p, vexElement<u32>(p), true); }
export function vcvtD2G<T>(p: usize): usize { return toGeneral<u64, T>(p, vexElement<u64>(p), false); }
export function vcvttD2G<T>(p: usize): usize { return toGeneral<u64, T>(p, vexElement<u64>(p), true); }

// @ts-ignore: decorator
@inline function pair(low: u64, high: u64): v128 { return i64x2.replace_lane(i64x2.splat(low), 1, high); }
// @ts-ignore: decorator
@inline function pairLow(low: u32, high: u32): v128 { return pair(<u64>low | (<u64>high << 32), 0); }

export function cvtps2pd(b: v128): v128 { return pair(widened(v128.extract_lane<u32>(b, 0)), widened(v128.extract_lane<u32>(b, 1))); }
export function cvtpd2ps(b: v128): v128 { return pairLow(narrowed(v128.extract_lane<u64>(b, 0)), narrowed(v128.extract_lane<u64>(b, 1))); }
export function cvtdq2pd(b: v128): v128 { return f64x2.convert_low_i32x4_s(b); }
export function cvtdq2ps(b: v128): v128 {
  v128.store(IN, b);
  for (let i: usize = 0; i < 16; i += 4) store<u32>(OUT + i, float<u32>(load<i32>(IN + i)));
  return v128.load(OUT);
}
function singlesToIntegers(b: v128, truncate: bool): v128 {
  v128.store(IN, b);
  for (let i: usize = 0; i < 16; i += 4) store<u32>(OUT + i, <u32>integer<u32>(load<u32>(IN + i), 32, truncate));
  return v128.load(OUT);
}
export function cvtps2dq(b: v128): v128 { return singlesToIntegers(b, false); }
export function cvttps2dq(b: v128): v128 { return singlesToIntegers(b, true); }
function doublesToIntegers(b: v128, truncate: bool): v128 {
  return pairLow(<u32>integer<u64>(v128.extract_lane<u64>(b, 0), 32, truncate), <u32>integer<u64>(v128.extract_lane<u64>(b, 1), 32, truncate));
}
export function cvtpd2dq(b: v128): v128 { return doublesToIntegers(b, false); }
export function cvttpd2dq(b: v128): v128 { return doublesToIntegers(b, true); }

// Forms with an MMX register.
function fromMmx(p: usize): u64 {
  checkSse(p);
  if (isMem(p)) return ld<u64>(ea(p), p);
  checkMmx(p);
  enterMmx();
  return load<u64>(src(p));
}
export function cvtpi2ps(p: usize): usize {
  const v = fromMmx(p);
  beginSse();
  const r0 = float<u32>(<i32>v), r1 = float<u32>(<i32>(v >> 32));
  settleSse(p);
  store<u64>(dst(p), <u64>r0 | (<u64>r1 << 32));
  return next(p);
}
export function cvtpi2pd(p: usize): usize {
  const v = fromMmx(p);
  store<f64>(dst(p), <f64><i32>v); store<f64>(dst(p), <f64><i32>(v >> 32), 8);
  return next(p);
}
function toMmx(p: usize, v: u64): usize { settleSse(p); putMmx(dst(p), v); return next(p); }
function singlesToMmx(p: usize, truncate: bool): usize {
  checkSse(p); checkMmx(p);
  const v = source8(p);
  // Even a result that #XF suppresses leaves the registers in MMX state.
  enterMmx();
  beginSse();
  const r0 = integer<u32>(<u32>v, 32, truncate), r1 = integer<u32>(<u32>(v >> 32), 32, truncate);
  return toMmx(p, <u64><u32>r0 | (<u64>r1 << 32));
}
export function cvtps2pi(p: usize): usize { return singlesToMmx(p, false); }
export function cvttps2pi(p: usize): usize { return singlesToMmx(p, true); }
function doublesToMmx(p: usize, truncate: bool): usize {
  checkSse(p); checkMmx(p);
  const v = v128.load(source16(p));
  enterMmx();
  beginSse();
  return toMmx(p, v128.extract_lane<u64>(doublesToIntegers(v, truncate), 0));
}
export function cvtpd2pi(p: usize): usize { return doublesToMmx(p, false); }
export function cvttpd2pi(p: usize): usize { return doublesToMmx(p, true); }
