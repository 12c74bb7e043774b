// Arithmetic on unpacked numbers with all 128 bits of significand, for the series behind the transcendental instructions. Results are
// off by a few units of the last place; 64 bits of them are kept in the end.
import { C_FINITE, C_ZERO, exponent, kind, low, setNormalized, setNumber, setZero, sig, sign } from "./number";
import { divideWide, lastRemainder, multiplyHigh } from "./arithmetic";

const CORRECTION: usize = memory.data(32, 8);

export function copyTo(z: usize, n: usize): void { memory.copy(z, n, 32); }
export function negate(n: usize): void { store<u32>(n, sign(n) ^ 1, 4); }
export function setOne(z: usize): void { setNumber(z, C_FINITE, 0, 0, 0x8000000000000000, 0); }
/** Multiply by two to the power of `n`. */
export function shiftBy(z: usize, n: i32): void { if (kind(z) == C_FINITE) store<i32>(z, exponent(z) + n, 8); }

export function wideMultiply(z: usize, a: usize, b: usize): void {
  const s = sign(a) ^ sign(b);
  if (kind(a) == C_ZERO || kind(b) == C_ZERO) { setZero(z, s); return; }
  const ah = sig(a), bh = sig(b);
  let hi = multiplyHigh(ah, bh), lo = ah * bh;
  const c1 = multiplyHigh(ah, low(b)), c2 = multiplyHigh(low(a), bh);
  lo += c1; hi += <u64>(lo < c1);
  lo += c2; hi += <u64>(lo < c2);
  setNormalized(z, s, exponent(a) + exponent(b) + 1, hi, lo);
}
export function wideAdd(z: usize, a: usize, b: usize): void {
  if (kind(b) == C_ZERO) { copyTo(z, a); return; }
  if (kind(a) == C_ZERO) { copyTo(z, b); return; }
  if (exponent(a) < exponent(b)) { const t = a; a = b; b = t; }
  const d = <u32>(exponent(a) - exponent(b)), sa = sign(a), e = exponent(a), ah = sig(a), al = low(a);
  let bh = sig(b), bl = low(b);
  // What is shifted out counts as the least bit, so that a sum is never just its greater part.
  if (d >= 128) { bh = 0; bl = 1; }
  else if (d >= 64) { bl = (bh >> (d - 64)) | 1; bh = 0; }
  else if (d) { bl = (bl >> d) | (bh << (64 - d)); bh >>= d; }
  if (sa == sign(b)) {
    const lo = al + bl, carry = <u64>(lo < al), half = ah + bh, hi = half + carry;
    if (half < ah || hi < half) setNumber(z, C_FINITE, sa, e + 1, 0x8000000000000000 | (hi >> 1), (hi << 63) | (lo >> 1));
    else setNumber(z, C_FINITE, sa, e, hi, lo);
    return;
  }
  if (ah > bh || (ah == bh && al >= bl)) setNormalized(z, sa, e, ah - bh - <u64>(al < bl), al - bl);
  else setNormalized(z, sa ^ 1, e, bh - ah - <u64>(bl < al), bl - al);
}
/** z = a divided by a normalized 64-bit divisor d, scaled: the caller knows the exponent. */
function divideBy(z: usize, a: usize, d: u64, s: u32, e: i32): void {
  const h = sig(a), l = low(a);
  const qh = divideWide(h >> 1, (h << 63) | (l >> 1), d);
  const ql = divideWide(lastRemainder(), l << 63, d);
  setNormalized(z, s, e, qh, ql);
}
/** z = a / n for a small integer. */
export function wideDivideSmall(z: usize, a: usize, n: u64): void {
  const shift = clz<u64>(n);
  if (kind(a) == C_ZERO) { copyTo(z, a); return; }
  divideBy(z, a, n << shift, sign(a), exponent(a) + <i32>shift - 63);
}
/** z = a / b: by the upper half of b first, then corrected for the lower half. */
export function wideDivide(z: usize, a: usize, b: usize): void {
  const s = sign(a) ^ sign(b), bl = low(b), bh = sig(b);
  if (kind(a) == C_ZERO) { setZero(z, s); return; }
  setNormalized(CORRECTION, 0, -1, bl, 0);
  divideBy(z, a, bh, s, exponent(a) - exponent(b));
  if (kind(CORRECTION) == C_ZERO) return;
  divideBy(CORRECTION, CORRECTION, bh, 1, exponent(CORRECTION) - 63);
  wideMultiply(CORRECTION, CORRECTION, z);
  wideAdd(z, z, CORRECTION);
}
