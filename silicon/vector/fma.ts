// FMA: a product and a sum with one rounding. The numbers in the names say which operands are multiplied: 1 the destination, 2 vvvv, 3
// the r/m operand; the last is added. T is the element: u32 for single, u64 for double.
import { VTMP } from "../gen/layout";
import { A, B, Z, C_FINITE, C_INF, C_SNAN, C_ZERO, IE, DE, exponent, isNan, kind, packDouble, packSingle, setInfinity, setNormalized,
  setNumber, setZero, sig, sign, unpackDouble, unpackSingle, wasDenormal } from "../fpu/number";
import { multiplyHigh } from "../fpu/arithmetic";
import { invalid, note, raised, roundDouble, roundSingle, rounding, takeRaised } from "../fpu/round";
import { denormalsAreZero, isZero, normal, ordinary, quick, readModes } from "../fpu/sseException";

/** The number that is added. */
const C: usize = memory.data(32, 8);
const X: usize = VTMP + 16; const Y: usize = VTMP + 32; const W: usize = VTMP + 48; const RESULT: usize = VTMP + 64;
/** Signs turned: of the product, of the number added. */
const PRODUCT = 1; const ADDEND = 2;

// @ts-ignore: decorator
@inline function unpack<T>(n: usize, v: T): void {
  if (sizeof<T>() == 4) unpackSingle(n, <u32>v, denormalsAreZero()); else unpackDouble(n, <u64>v, denormalsAreZero());
}
// @ts-ignore: decorator
@inline function packed<T>(n: usize): T { return sizeof<T>() == 4 ? <T>packSingle(n) : <T>packDouble(n); }

/** Singles: a product of two is exact in double, and a sum rounded to odd there rounds to single as the exact one does. */
// @ts-ignore: decorator
@inline function quickSingle(a: u32, b: u32, c: u32, turned: u32): u32 {
  let product = <f64>reinterpret<f32>(a) * <f64>reinterpret<f32>(b), addend = <f64>reinterpret<f32>(c);
  if (turned & PRODUCT) product = -product;
  if (turned & ADDEND) addend = -addend;
  const sum = product + addend, part = sum - product, lost = (product - (sum - part)) + (addend - part);
  let bits = reinterpret<u64>(sum);
  if (lost != 0 && !(bits & 1)) bits += (lost > 0) == (<i64>bits > 0) ? 1 : -1;
  return reinterpret<u32>(<f32>reinterpret<f64>(bits));
}
// Sums and products with what they lost.
// @ts-ignore: decorator
@inline function lostBySum(a: f64, b: f64, sum: f64): f64 { const part = sum - a; return (a - (sum - part)) + (b - part); }
const SPLIT: f64 = 134217729;
/** The upper half of a significand. */
// @ts-ignore: decorator
@inline function upperHalf(a: f64): f64 { const t = SPLIT * a; return t - (t - a); }
// @ts-ignore: decorator
@inline function lostByProduct(a: f64, b: f64, product: f64): f64 {
  const ah = upperHalf(a), al = a - ah, bh = upperHalf(b), bl = b - bh;
  return ((ah * bh - product) + ah * bl + al * bh) + al * bl;
}
/** A factor, and a number added, so far from the ends of the format that nothing on the way overflows or loses bits. */
// @ts-ignore: decorator
@inline function moderate(v: u64): bool { return <u32>(v >> 52 & 0x7ff) - 623 < 800; }
// @ts-ignore: decorator
@inline function addable(v: u64): bool { return isZero<u64>(v) || <u32>(v >> 52 & 0x7ff) - 223 < 1600; }
/** Doubles: the product and the first sum exactly, as two numbers each; what they lost, rounded to odd, goes into the last sum. */
// @ts-ignore: decorator
@inline function quickDouble(x: u64, y: u64, z: u64, turned: u32): u64 {
  const a = reinterpret<f64>(turned & PRODUCT ? x ^ 0x8000000000000000 : x), b = reinterpret<f64>(y);
  const c = reinterpret<f64>(turned & ADDEND ? z ^ 0x8000000000000000 : z);
  const product = a * b, rest = lostByProduct(a, b, product);
  const small = c + rest, smallLost = lostBySum(c, rest, small);
  const sum = product + small, sumLost = lostBySum(product, small, sum);
  const tail = smallLost + sumLost, lost = lostBySum(smallLost, sumLost, tail);
  let bits = reinterpret<u64>(tail);
  if (lost != 0 && !(bits & 1)) bits += (lost > 0) == (<i64>bits > 0) ? 1 : -1;
  return reinterpret<u64>(sum + reinterpret<f64>(bits));
}
/** a * b + c, with signs turned; of NaNs the first counts. */
function fused<T>(a: T, b: T, c: T, turned: u32): T {
  if (sizeof<T>() == 4 && quick() && ordinary<T>(a) && ordinary<T>(b) && ordinary<T>(c)) {
    const r = quickSingle(<u32>a, <u32>b, <u32>c, turned);
    if (normal<u32>(r)) return <T>r;
  }
  if (sizeof<T>() == 8 && quick() && moderate(<u64>a) && moderate(<u64>b) && addable(<u64>c)) {
    const r = quickDouble(<u64>a, <u64>b, <u64>c, turned);
    if (normal<u64>(r)) return <T>r;
  }
  readModes();
  unpack<T>(A, a); unpack<T>(B, b); unpack<T>(C, c);
  if (isNan(A) || isNan(B) || isNan(C)) {
    if (kind(A) == C_SNAN || kind(B) == C_SNAN || kind(C) == C_SNAN) note(IE);
    return packed<T>(isNan(A) ? A : isNan(B) ? B : C);
  }
  const others = takeRaised();
  multiplyAdd(sign(A) ^ sign(B) ^ (turned & PRODUCT), sign(C) ^ (turned >> 1));
  if ((wasDenormal(A) || wasDenormal(B) || wasDenormal(C)) && !(raised() & IE)) note(DE);
  note(others);
  if (sizeof<T>() == 4) roundSingle(Z); else roundDouble(Z);
  return packed<T>(Z);
}
/** Z = A * B + C with these signs of product and addend, all but NaNs. */
function multiplyAdd(sp: u32, sc: u32): void {
  const ka = kind(A), kb = kind(B), kc = kind(C);
  if (ka == C_INF || kb == C_INF) {
    if (ka == C_ZERO || kb == C_ZERO || (kc == C_INF && sc != sp)) invalid(Z); else setInfinity(Z, sp);
    return;
  }
  if (kc == C_INF) { setInfinity(Z, sc); return; }
  if (ka == C_ZERO || kb == C_ZERO) {
    if (kc == C_ZERO) setZero(Z, sp == sc ? sp : <u32>(rounding() == 1));
    else setNumber(Z, C_FINITE, sc, exponent(C), sig(C), 0);
    return;
  }
  setNormalized(Z, sp, exponent(A) + exponent(B) + 1, multiplyHigh(sig(A), sig(B)), sig(A) * sig(B));
  if (kc == C_ZERO) return;
  const ep = exponent(Z), ec = exponent(C);
  if (ep >= ec) sum(sp, ep, sig(Z), load<u64>(Z, 24), sc, sig(C), 0, <u32>(ep - ec));
  else sum(sc, ec, sig(C), 0, sp, sig(Z), load<u64>(Z, 24), <u32>(ec - ep));
}
/** Z = the first number and the second shifted right by `d`; of what is shifted out a last bit stays. */
function sum(s: u32, e: i32, ah: u64, al: u64, sb: u32, bh: u64, bl: u64, d: u32): void {
  if (d >= 128) { bh = 0; bl = 1; }
  else if (d >= 64) { const rest = d == 64 ? bl : (bh << (128 - d)) | bl; bl = (bh >> (d - 64)) | <u64>(rest != 0); bh = 0; }
  else if (d) { const rest = bl << (64 - d); bl = (bl >> d) | (bh << (64 - d)) | <u64>(rest != 0); bh >>= d; }
  if (s == sb) {
    const lo = al + bl, carry = <u64>(lo < al), half = ah + bh, hi = half + carry;
    if (half < ah || hi < half) setNumber(Z, C_FINITE, s, e + 1, 0x8000000000000000 | (hi >> 1), (hi << 63) | (lo >> 1) | (lo & 1));
    else setNumber(Z, C_FINITE, s, e, hi, lo);
    return;
  }
  if (ah == bh && al == bl) { setZero(Z, <u32>(rounding() == 1)); return; }
  if (ah > bh || (ah == bh && al > bl)) setNormalized(Z, s, e, ah - bh - <u64>(al < bl), al - bl);
  else setNormalized(Z, sb, e, bh - ah - <u64>(bl < al), bl - al);
}

/** Operands by their numbers: which multiply, which is added. */
// @ts-ignore: decorator
@inline function ordered<T>(order: i32, x: T, y: T, z: T, turned: u32): T {
  if (order == 132) return fused<T>(x, z, y, turned);
  if (order == 213) return fused<T>(y, x, z, turned);
  return fused<T>(y, z, x, turned);
}
/** `odd`: what is turned in elements of odd number, where that differs. */
// @ts-ignore: decorator
@inline function lanes<T>(order: i32, x: v128, y: v128, z: v128, even: u32, odd: u32): v128 {
  v128.store(X, x); v128.store(Y, y); v128.store(W, z);
  for (let i: usize = 0; i < 16; i += sizeof<T>())
    store<T>(RESULT + i, ordered<T>(order, load<T>(X + i), load<T>(Y + i), load<T>(W + i), i & sizeof<T>() ? odd : even));
  return v128.load(RESULT);
}
export function fmadd132Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(132, x, y, z, 0, 0); }
export function fmadd213Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(213, x, y, z, 0, 0); }
export function fmadd231Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(231, x, y, z, 0, 0); }
export function fmsub132Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(132, x, y, z, ADDEND, ADDEND); }
export function fmsub213Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(213, x, y, z, ADDEND, ADDEND); }
export function fmsub231Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(231, x, y, z, ADDEND, ADDEND); }
export function fnmadd132Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(132, x, y, z, PRODUCT, PRODUCT); }
export function fnmadd213Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(213, x, y, z, PRODUCT, PRODUCT); }
export function fnmadd231Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(231, x, y, z, PRODUCT, PRODUCT); }
export function fnmsub132Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(132, x, y, z, PRODUCT | ADDEND, PRODUCT | ADDEND); }
export function fnmsub213Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(213, x, y, z, PRODUCT | ADDEND, PRODUCT | ADDEND); }
export function fnmsub231Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(231, x, y, z, PRODUCT | ADDEND, PRODUCT | ADDEND); }
export function fmaddsub132Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(132, x, y, z, ADDEND, 0); }
export function fmaddsub213Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(213, x, y, z, ADDEND, 0); }
export function fmaddsub231Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(231, x, y, z, ADDEND, 0); }
export function fmsubadd132Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(132, x, y, z, 0, ADDEND); }
export function fmsubadd213Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(213, x, y, z, 0, ADDEND); }
export function fmsubadd231Lanes<T>(x: v128, y: v128, z: v128): v128 { return lanes<T>(231, x, y, z, 0, ADDEND); }
export function fmadd132Element<T>(x: T, y: T, z: T): T { return ordered<T>(132, x, y, z, 0); }
export function fmadd213Element<T>(x: T, y: T, z: T): T { return ordered<T>(213, x, y, z, 0); }
export function fmadd231Element<T>(x: T, y: T, z: T): T { return ordered<T>(231, x, y, z, 0); }
export function fmsub132Element<T>(x: T, y: T, z: T): T { return ordered<T>(132, x, y, z, ADDEND); }
export function fmsub213Element<T>(x: T, y: T, z: T): T { return ordered<T>(213, x, y, z, ADDEND); }
export function fmsub231Element<T>(x: T, y: T, z: T): T { return ordered<T>(231, x, y, z, ADDEND); }
export function fnmadd132Element<T>(x: T, y: T, z: T): T { return ordered<T>(132, x, y, z, PRODUCT); }
export function fnmadd213Element<T>(x: T, y: T, z: T): T { return ordered<T>(213, x, y, z, PRODUCT); }
export function fnmadd231Element<T>(x: T, y: T, z: T): T { return ordered<T>(231, x, y, z, PRODUCT); }
export function fnmsub132Element<T>(x: T, y: T, z: T): T { return ordered<T>(132, x, y, z, PRODUCT | ADDEND); }
export function fnmsub213Element<T>(x: T, y: T, z: T): T { return ordered<T>(213, x, y, z, PRODUCT | ADDEND); }
export function fnmsub231Element<T>(x: T, y: T, z: T): T { return ordered<T>(231, x, y, z, PRODUCT | ADDEND); }
