// CMPxx as lane and element functions; COMISx and UCOMISx.
import { VTMP } from "../gen/layout";
import { dst, next } from "../record";
import { setArith } from "../flags";
import { sseElement, vexElement } from "./laneOperand";
import { A, B, C_SNAN, IE, DE, isNan, kind, wasDenormal, unpackSingle, unpackDouble } from "./number";
import { compareNumbers } from "./arithmetic";
import { note } from "./round";
import { beginSse, settleSse, denormalsAreZero, ordinary, ordinaryLanes } from "./sseException";

const LEFT: usize = VTMP + 16; const RIGHT: usize = VTMP + 32; const RESULT: usize = VTMP + 48;
const UNORDERED = 2;

/** -1, 0, 1 or UNORDERED; a quiet NaN is invalid too when `signals`. */
// @ts-ignore: decorator
@inline function compare<T>(a: T, b: T, signals: bool): i32 {
  if (ordinary<T>(a) && ordinary<T>(b)) {
    const u: f64 = sizeof<T>() == 4 ? reinterpret<f32>(<u32>a) : reinterpret<f64>(<u64>a);
    const v: f64 = sizeof<T>() == 4 ? reinterpret<f32>(<u32>b) : reinterpret<f64>(<u64>b);
    return <i32>(u > v) - <i32>(u < v);
  }
  return compareExactly<T>(a, b, signals);
}
function compareExactly<T>(a: T, b: T, signals: bool): i32 {
  const daz = denormalsAreZero();
  if (sizeof<T>() == 4) { unpackSingle(A, <u32>a, daz); unpackSingle(B, <u32>b, daz); }
  else { unpackDouble(A, <u64>a, daz); unpackDouble(B, <u64>b, daz); }
  if (isNan(A) || isNan(B)) {
    if (signals || kind(A) == C_SNAN || kind(B) == C_SNAN) note(IE);
    return UNORDERED;
  }
  if (wasDenormal(A) || wasDenormal(B)) note(DE);
  return compareNumbers(A, B);
}
/** For each of the predicates 0 to 15, which results hold: bit 0 less, 1 equal, 2 greater, 3 unordered. Bit 4 turns signalling round. */
const HOLDS: u64 = 0xf4650b9a7ced8312;
const LESS = 1; const EQUAL = 2; const GREATER = 4;
// @ts-ignore: decorator
@inline function holding(predicate: u32): u32 { return <u32>(HOLDS >> ((predicate & 15) << 2)) & 15; }
// @ts-ignore: decorator
@inline function signalling(predicate: u32): bool { return ((((predicate + 1) >> 1) ^ (predicate >> 4)) & 1) != 0; }

/** All ones where the predicate holds. */
export function cmpElement<T>(a: T, b: T, predicate: u32): T {
  return <T>(0 - <u64>((holding(predicate) >> (compare<T>(a, b, signalling(predicate)) + 1)) & 1));
}
export function cmpLanes<T>(a: v128, b: v128, predicate: u32): v128 {
  if (ordinaryLanes<T>(a) && ordinaryLanes<T>(b)) {
    const h = holding(predicate), none = i64x2.splat(0);
    const less = sizeof<T>() == 4 ? f32x4.lt(a, b) : f64x2.lt(a, b), equal = sizeof<T>() == 4 ? f32x4.eq(a, b) : f64x2.eq(a, b);
    const greater = sizeof<T>() == 4 ? f32x4.gt(a, b) : f64x2.gt(a, b);
    return v128.or(v128.or(h & LESS ? less : none, h & EQUAL ? equal : none), h & GREATER ? greater : none);
  }
  v128.store(LEFT, a); v128.store(RIGHT, b);
  for (let i: usize = 0; i < 16; i += sizeof<T>()) store<T>(RESULT + i, cmpElement<T>(load<T>(LEFT + i), load<T>(RIGHT + i), predicate));
  return v128.load(RESULT);
}
/** The predicate of an SSE form has three bits. */
export function cmpLanes3<T>(a: v128, b: v128, predicate: u32): v128 { return cmpLanes<T>(a, b, predicate & 7); }
export function cmpElement3<T>(a: T, b: T, predicate: u32): T { return cmpElement<T>(a, b, predicate & 7); }

// @ts-ignore: decorator
@inline function ordered<T>(p: usize, b: T, signals: bool): usize {
  beginSse();
  const r = compare<T>(load<T>(dst(p)), b, signals);
  settleSse(p);
  setArith(r == UNORDERED ? 0x45 : r < 0 ? 1 : r == 0 ? 0x40 : 0);
  return next(p);
}
export function comi<T>(p: usize): usize { return ordered<T>(p, sseElement<T>(p), true); }
export function ucomi<T>(p: usize): usize { return ordered<T>(p, sseElement<T>(p), false); }
export function vcomi<T>(p: usize): usize { return ordered<T>(p, vexElement<T>(p), true); }
export function vucomi<T>(p: usize): usize { return ordered<T>(p, vexElement<T>(p), false); }
