// CMPxx, COMISx and UCOMISx.
import { VTMP } from "../gen/layout";
import { dst, imm, next } from "../record";
import { setArith } from "../flags";
import { source16, source8, source4 } from "./operand";
import { A, B, C_SNAN, IE, DE, isNan, kind, wasDenormal, unpackSingle, unpackDouble } from "./number";
import { compareNumbers } from "./arithmetic";
import { note } from "./round";
import { beginSse, settleSse, denormalsAreZero, ordinary } from "./sseException";

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
/** Predicate: 0 EQ, 1 LT, 2 LE, 3 UNORD, 4..7 their opposites. */
function holds<T>(predicate: u32, a: T, b: T): bool {
  const which = predicate & 3, r = compare<T>(a, b, which == 1 || which == 2);
  const yes = which == 0 ? r == 0 : which == 1 ? r < 0 : which == 2 ? r <= 0 : r == UNORDERED;
  return yes != ((predicate & 4) != 0);
}
export function cmpPacked<T>(p: usize): usize {
  const predicate = <u32>imm(p) & 7;
  v128.store(RIGHT, v128.load(source16(p))); v128.store(LEFT, v128.load(dst(p)));
  beginSse();
  for (let i: usize = 0; i < 16; i += sizeof<T>()) {
    store<T>(RESULT + i, <T>(0 - <u64>holds<T>(predicate, load<T>(LEFT + i), load<T>(RIGHT + i))));
  }
  settleSse(p);
  v128.store(dst(p), v128.load(RESULT));
  return next(p);
}
export function cmpScalar<T>(p: usize): usize {
  const b: T = sizeof<T>() == 4 ? <T>source4(p) : <T>source8(p);
  beginSse();
  const r = holds<T>(<u32>imm(p) & 7, load<T>(dst(p)), b);
  settleSse(p);
  store<T>(dst(p), <T>(0 - <u64>r));
  return next(p);
}
// @ts-ignore: decorator
@inline function ordered<T>(p: usize, signals: bool): usize {
  const b: T = sizeof<T>() == 4 ? <T>source4(p) : <T>source8(p);
  beginSse();
  const r = compare<T>(load<T>(dst(p)), b, signals);
  settleSse(p);
  setArith(r == UNORDERED ? 0x45 : r < 0 ? 1 : r == 0 ? 0x40 : 0);
  return next(p);
}
export function comi<T>(p: usize): usize { return ordered<T>(p, true); }
export function ucomi<T>(p: usize): usize { return ordered<T>(p, false); }
