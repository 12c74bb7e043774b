// Elementary functions as series over 128-bit numbers.
import { C_FINITE, C_ZERO, exponent, kind, low, setNumber, setZero, sig } from "./number";
import { copyTo, negate, setOne, shiftBy, wideAdd, wideDivide, wideDivideSmall, wideMultiply } from "./wide";

const T: usize = memory.data(32, 8);
const U: usize = memory.data(32, 8);
const SQUARE: usize = memory.data(32, 8);
const ONE: usize = memory.data(32, 8);
const CONSTANT: usize = memory.data(32, 8);

export function setPi(z: usize): void { setNumber(z, C_FINITE, 0, 1, 0xc90fdaa22168c234, 0xc4c6628b80dc1cd1); }
function setLog2E(z: usize): void { setNumber(z, C_FINITE, 0, 0, 0xb8aa3b295c17f0bb, 0xbe87fed0691d3e88); }
function setLn2(z: usize): void { setNumber(z, C_FINITE, 0, -1, 0xb17217f7d1cf79ab, 0xc9e3b39803f2f6af); }

/** z = 2^x - 1 for |x| up to 1. */
export function powerOfTwoMinusOne(z: usize, x: usize): void {
  setOne(ONE); setLn2(CONSTANT);
  wideMultiply(T, x, CONSTANT);
  setOne(U);
  for (let n: u64 = 31; n >= 2; n--) { wideMultiply(U, U, T); wideDivideSmall(U, U, n); wideAdd(U, U, ONE); }
  wideMultiply(z, T, U);
}
/** U = 1 - x^2/(k(k+1)) (1 - x^2/((k+2)(k+3)) (...)): sine over x from k = 2, cosine from k = 1. */
function alternating(x: usize, k: u64): void {
  setOne(ONE);
  wideMultiply(SQUARE, x, x); negate(SQUARE);
  setOne(U);
  for (let n: u64 = k + 30; n >= k; n -= 2) {
    wideMultiply(U, U, SQUARE); wideDivideSmall(U, U, n * (n + 1)); wideAdd(U, U, ONE);
    if (n == k) break;
  }
}
/** z = sin x for |x| up to pi/4. */
export function sine(z: usize, x: usize): void { alternating(x, 2); wideMultiply(z, U, x); }
export function cosine(z: usize, x: usize): void { alternating(x, 1); copyTo(z, U); }

/** z = log2((1 + t) / (1 - t)) from t, |t| up to 0.18. */
function logOfRatio(z: usize, t: usize): void {
  setOne(ONE);
  wideMultiply(SQUARE, t, t);
  wideDivideSmall(U, ONE, 55);
  for (let n: u64 = 53; n >= 1; n -= 2) {
    wideMultiply(U, U, SQUARE); wideDivideSmall(CONSTANT, ONE, n); wideAdd(U, U, CONSTANT);
    if (n == 1) break;
  }
  wideMultiply(U, U, t);
  setLog2E(CONSTANT);
  wideMultiply(z, U, CONSTANT);
  shiftBy(z, 1);
}
/** z = log2 x for finite x > 0. */
export function logarithm(z: usize, x: usize): void {
  // The significand between the square roots of 1/2 and 2.
  let e = exponent(x);
  setNumber(z, C_FINITE, 0, 0, sig(x), low(x));
  if (sig(x) > 0xb504f333f9de6484) { e++; shiftBy(z, -1); }
  setOne(ONE);
  wideAdd(U, z, ONE);
  negate(ONE);
  wideAdd(T, z, ONE);
  if (kind(T) == C_ZERO) setZero(z, 0); else { wideDivide(T, T, U); logOfRatio(z, T); }
  if (e == 0) return;
  const m = <u64>abs<i32>(e), shift = clz<u64>(m);
  setNumber(T, C_FINITE, <u32>(e < 0), 63 - <i32>shift, m << shift, 0);
  wideAdd(z, z, T);
}
/** z = log2(1 + x) for x near zero. */
export function logarithmOfOnePlus(z: usize, x: usize): void {
  setNumber(ONE, C_FINITE, 0, 1, 0x8000000000000000, 0);
  wideAdd(U, x, ONE);
  wideDivide(T, x, U);
  logOfRatio(z, T);
}

/** Arc tangents of 1/8 to 8/8: significand, its lower half, exponent. */
const ARCS: usize = memory.data<u64>([
  0xfeadd4d5617b6e32, 0xc897989f3e888ef8, 0xfffffffffffffffc, 0xfadbafc96406eb15, 0x6dc79ef5f7a217e6, 0xfffffffffffffffd,
  0xb7b0ca0f26f78473, 0x8aa32122dcfe4483, 0xfffffffffffffffe, 0xed63382b0dda7b45, 0x6fe445ecbc3a8d03, 0xfffffffffffffffe,
  0x8f005d5ef7f59f9b, 0x5c835e1665c43748, 0xffffffffffffffff, 0xa4bc7d1934f70924, 0x19a87f2a457dac9f, 0xffffffffffffffff,
  0xb8053e2bc2319e73, 0xcb2da55210a4443d, 0xffffffffffffffff, 0xc90fdaa22168c234, 0xc4c6628b80dc1cd1, 0xffffffffffffffff]);

/** z = arc tangent of x, 0 < x <= 1. */
export function arcTangent(z: usize, x: usize): void {
  const e = exponent(x);
  // The nearest eighth, c: atan x = atan c + atan((x - c) / (1 + x c)).
  const eighths: u64 = e < -4 ? 0 : ((sig(x) >> <u64>(59 - e)) + 1) >> 1;
  copyTo(T, x);
  if (eighths) {
    const shift = clz<u64>(eighths);
    setNumber(CONSTANT, C_FINITE, 0, 60 - <i32>shift, eighths << shift, 0);
    wideMultiply(U, x, CONSTANT);
    setOne(ONE);
    wideAdd(U, U, ONE);
    negate(CONSTANT);
    wideAdd(T, x, CONSTANT);
    if (kind(T) != C_ZERO) wideDivide(T, T, U);
  }
  arcSeries(z, T);
  if (!eighths) return;
  const at = ARCS + <usize>(eighths - 1) * 24;
  setNumber(CONSTANT, C_FINITE, 0, load<i32>(at, 16), load<u64>(at), load<u64>(at, 8));
  wideAdd(z, z, CONSTANT);
}
/** z = t - t^3/3 + t^5/5 - ... for |t| up to 1/16. */
function arcSeries(z: usize, t: usize): void {
  if (kind(t) == C_ZERO) { copyTo(z, t); return; }
  setOne(ONE);
  wideMultiply(SQUARE, t, t); negate(SQUARE);
  wideDivideSmall(U, ONE, 35);
  for (let n: u64 = 33; n >= 1; n -= 2) {
    wideMultiply(U, U, SQUARE); wideDivideSmall(CONSTANT, ONE, n); wideAdd(U, U, CONSTANT);
    if (n == 1) break;
  }
  wideMultiply(z, U, t);
}
