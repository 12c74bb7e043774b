// ROUNDPS, ROUNDPD, ROUNDSS, ROUNDSD: to an integral value. Bits 1:0 of the immediate are the rounding unless bit 2 says MXCSR's, and
// bit 3 suppresses the inexact exception.
import { MXCSR } from "../gen/layout";
import { A, C_FINITE, C_SNAN, IE, PE, kind, packSingle, packDouble, unpackSingle, unpackDouble } from "../fpu/number";
import { note, roundToIntegral, setRounding, takeRaised } from "../fpu/round";
import { denormalsAreZero, ordinaryLanes, quick } from "../fpu/sseException";

const ELEMENTS = memory.data(16, 16);

// @ts-ignore: decorator
@inline function mode(i: u32): u32 { return i & 4 ? (load<u32>(MXCSR) >> 13) & 3 : i & 3; }
// @ts-ignore: decorator
@inline function roundElement<T>(v: T, i: u32): T {
  if (sizeof<T>() == 4) unpackSingle(A, <u32>v, denormalsAreZero()); else unpackDouble(A, <u64>v, denormalsAreZero());
  if (kind(A) == C_SNAN) note(IE);
  if (kind(A) == C_FINITE) {
    const before = takeRaised();
    setRounding(mode(i));
    roundToIntegral(A);
    const met = takeRaised();
    note(before | (i & 8 ? met & ~PE : met));
  }
  return sizeof<T>() == 4 ? <T>packSingle(A) : <T>packDouble(A);
}
export function roundss(b: u32, i: u32): u32 { return roundElement<u32>(b, i); }
export function roundsd(b: u64, i: u32): u64 { return roundElement<u64>(b, i); }
export function roundps(b: v128, i: u32): v128 {
  if (quick() && ordinaryLanes<u32>(b)) {
    const how = mode(i);
    return how == 0 ? f32x4.nearest(b) : how == 1 ? f32x4.floor(b) : how == 2 ? f32x4.ceil(b) : f32x4.trunc(b);
  }
  v128.store(ELEMENTS, b);
  for (let at: usize = 0; at < 16; at += 4) store<u32>(ELEMENTS + at, roundElement<u32>(load<u32>(ELEMENTS + at), i));
  return v128.load(ELEMENTS);
}
export function roundpd(b: v128, i: u32): v128 {
  if (quick() && ordinaryLanes<u64>(b)) {
    const how = mode(i);
    return how == 0 ? f64x2.nearest(b) : how == 1 ? f64x2.floor(b) : how == 2 ? f64x2.ceil(b) : f64x2.trunc(b);
  }
  v128.store(ELEMENTS, b);
  for (let at: usize = 0; at < 16; at += 8) store<u64>(ELEMENTS + at, roundElement<u64>(load<u64>(ELEMENTS + at), i));
  return v128.load(ELEMENTS);
}
