// Exact add, multiply, divide and square root of unpacked numbers: results carry enough bits below the significand to round right in
// every mode. NaN operands are the caller's.
import { C_ZERO, C_FINITE, C_INF, ZE, kind, sign, exponent, sig, low, setNumber, setZero, setInfinity, setNormalized } from "./number";
import { invalid, note, rounding } from "./round";

/** High half of a 128-bit product. */
export function multiplyHigh(a: u64, b: u64): u64 {
  const al = a & 0xffffffff, ah = a >> 32, bl = b & 0xffffffff, bh = b >> 32;
  const mid = ah * bl + ((al * bl) >> 32);
  const mid2 = al * bh + (mid & 0xffffffff);
  return ah * bh + (mid >> 32) + (mid2 >> 32);
}
let remainder: u64 = 0;
/** Quotient of hi:lo by a normalized divisor greater than hi. */
export function divideWide(hi: u64, lo: u64, d: u64): u64 {
  const q1 = divideDigit(hi, lo >> 32, d);
  const q0 = divideDigit(remainder, lo & 0xffffffff, d);
  return (q1 << 32) | q0;
}
/** One 32-bit digit of a quotient: (r * 2^32 + next) / d, its remainder left in `remainder`. */
function divideDigit(r: u64, next: u64, d: u64): u64 {
  const dh = d >> 32, dl = d & 0xffffffff;
  let q = r / dh, rest = r % dh;
  while (q > 0xffffffff || q * dl > ((rest << 32) | next)) {
    q--; rest += dh;
    if (rest > 0xffffffff) break;
  }
  remainder = ((r << 32) | next) - q * d;
  return q;
}
export function lastRemainder(): u64 { return remainder; }

function copy(z: usize, n: usize, s: u32): void { setNumber(z, kind(n), s, exponent(n), sig(n), low(n)); }

/** z = a + b, or a - b with the sign of b turned: `sb` is the sign to take for b. */
export function addNumbers(z: usize, a: usize, b: usize, sb: u32): void {
  const sa = sign(a), ka = kind(a), kb = kind(b);
  if (ka == C_INF) { if (kb == C_INF && sa != sb) invalid(z); else setInfinity(z, sa); return; }
  if (kb == C_INF) { setInfinity(z, sb); return; }
  if (kb == C_ZERO) {
    if (ka == C_ZERO) setZero(z, sa == sb ? sa : <u32>(rounding() == 1)); else copy(z, a, sa);
    return;
  }
  if (ka == C_ZERO) { copy(z, b, sb); return; }
  if (exponent(a) >= exponent(b)) addFinite(z, sa, exponent(a), sig(a), sb, exponent(b), sig(b));
  else addFinite(z, sb, exponent(b), sig(b), sa, exponent(a), sig(a));
}
/** The first operand has the greater or the same exponent. */
function addFinite(z: usize, sa: u32, ea: i32, ma: u64, sb: u32, eb: i32, mb: u64): void {
  const d = <u32>(ea - eb);
  const bh = d < 64 ? mb >> d : 0;
  const bl = d == 0 ? 0 : d < 64 ? mb << (64 - d) : d == 64 ? mb : d < 128 ? (mb >> (d - 64)) | <u64>((mb << (128 - d)) != 0) : 1;
  if (sa == sb) {
    const m = ma + bh;
    if (m < ma) setNumber(z, C_FINITE, sa, ea + 1, 0x8000000000000000 | (m >> 1), (m << 63) | (bl >> 1) | (bl & 1));
    else setNumber(z, C_FINITE, sa, ea, m, bl);
    return;
  }
  if (bl == 0 && ma == bh) { setZero(z, rounding() == 1); return; }
  if (ma > bh || (ma == bh && bl == 0)) setNormalized(z, sa, ea, ma - bh - <u64>(bl != 0), 0 - bl);
  else setNormalized(z, sb, ea, bh - ma, bl);
}
export function multiplyNumbers(z: usize, a: usize, b: usize): void {
  const s = sign(a) ^ sign(b), ka = kind(a), kb = kind(b);
  if (ka == C_INF || kb == C_INF) { if (ka == C_ZERO || kb == C_ZERO) invalid(z); else setInfinity(z, s); return; }
  if (ka == C_ZERO || kb == C_ZERO) { setZero(z, s); return; }
  setNormalized(z, s, exponent(a) + exponent(b) + 1, multiplyHigh(sig(a), sig(b)), sig(a) * sig(b));
}
export function divideNumbers(z: usize, a: usize, b: usize): void {
  const s = sign(a) ^ sign(b), ka = kind(a), kb = kind(b);
  if (ka == C_INF) { if (kb == C_INF) invalid(z); else setInfinity(z, s); return; }
  if (kb == C_INF) { setZero(z, s); return; }
  if (kb == C_ZERO) { if (ka == C_ZERO) invalid(z); else { note(ZE); setInfinity(z, s); } return; }
  if (ka == C_ZERO) { setZero(z, s); return; }
  const ma = sig(a), mb = sig(b), ahead = ma >= mb;
  const q = ahead ? divideWide(ma >> 1, ma << 63, mb) : divideWide(ma, 0, mb);
  const rest = divideWide(remainder, 0, mb);
  setNumber(z, C_FINITE, s, exponent(a) - exponent(b) - (ahead ? 0 : 1), q, rest | <u64>(remainder != 0));
}
export function squareRoot(z: usize, a: usize): void {
  const k = kind(a);
  if (k == C_ZERO) { setZero(z, sign(a)); return; }
  if (sign(a)) { invalid(z); return; }
  if (k == C_INF) { setInfinity(z, 0); return; }
  const e = exponent(a), odd = e & 1;
  // N = hi:lo in [2^126, 2^128); its root has 64 bits.
  const m = sig(a), hi = odd ? m : m >> 1, lo = odd ? 0 : m << 63;
  let root: u64 = 0, restHigh: u64 = 0, rest: u64 = 0;
  for (let i = 126; i >= 0; i -= 2) {
    const pair = (i >= 64 ? hi >> (i - 64) : lo >> i) & 3;
    restHigh = (restHigh << 2) | (rest >> 62); rest = (rest << 2) | pair;
    const tryHigh = root >> 62, tryLow = (root << 2) | 1;
    root <<= 1;
    if (restHigh > tryHigh || (restHigh == tryHigh && rest >= tryLow)) {
      restHigh -= tryHigh + <u64>(rest < tryLow); rest -= tryLow;
      root |= 1;
    }
  }
  // Above half exactly when the remainder exceeds the root; a tie cannot be.
  const below: u64 = restHigh == 0 && rest == 0 ? 0 : restHigh || rest > root ? 0xc000000000000000 : 0x4000000000000000;
  setNumber(z, C_FINITE, 0, e >> 1, root, below);
}
/** a against b: -1, 0, 1; NaNs are the caller's. */
export function compareNumbers(a: usize, b: usize): i32 {
  const ka = kind(a), kb = kind(b);
  if (ka == C_ZERO && kb == C_ZERO) return 0;
  const sa = sign(a), sb = sign(b);
  if (kb == C_ZERO) return sa ? -1 : 1;
  if (ka == C_ZERO) return sb ? 1 : -1;
  if (sa != sb) return sa ? -1 : 1;
  let r = 0;
  if (ka == C_INF || kb == C_INF) r = ka == kb ? 0 : ka == C_INF ? 1 : -1;
  else if (exponent(a) != exponent(b)) r = exponent(a) > exponent(b) ? 1 : -1;
  else if (sig(a) != sig(b)) r = sig(a) > sig(b) ? 1 : -1;
  return sa ? -r : r;
}
