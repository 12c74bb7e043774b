// F2XM1, FYL2X, FYL2XP1, FPATAN, FPTAN, FSIN, FCOS, FSINCOS: rounded right from some 120 bits. A processor may be a unit of the last
// place off, so results agree with real ones in all but one or two of a hundred cases.
import { FSW } from "../gen/layout";
import { next } from "../record";
import { A, B, Z, C_FINITE, C_INF, C_ZERO, PE, ZE, exponent, kind, setIndefinite, setInfinity, setNormalized, setNumber, setZero, sig, sign,
  unpackExtended } from "./number";
import { multiplyNumbers } from "./arithmetic";
import { invalid, note } from "./round";
import { isEmpty, pop, st_ } from "./stack";
import { arcTangent, cosine, logarithm, logarithmOfOnePlus, powerOfTwoMinusOne, setPi, sine } from "./series";
import { copyTo, negate, setOne, shiftBy, wideAdd, wideDivide, wideMultiply } from "./wide";
import { beginPair, beginTop, copyNumber, nanOperand, nanOperands, noteDenormals, setInteger } from "./x87Arithmetic";
import { roundExtended, settleX87, stackUnderflow, storePair, storeResult } from "./x87Exception";

const C2: u32 = 0x400;
const R: usize = memory.data(32, 8);
const S: usize = memory.data(32, 8);
const T: usize = memory.data(32, 8);

/** Round a computed result; these count as inexact always. */
function finish(z: usize): void { roundExtended(z); note(PE); }
function setSign(z: usize, s: u32): void { store<u32>(z, s, 4); }

export function f2xm1(p: usize): usize {
  if (beginTop(p) && !nanOperand(A)) {
    const k = kind(A);
    noteDenormals();
    // Beyond one, where the result is undefined, the operand stays.
    if (k == C_INF && sign(A)) setNumber(Z, C_FINITE, 1, 0, 0x8000000000000000, 0);
    else if (k != C_FINITE) copyNumber(Z, A);
    else if (exponent(A) >= 0) {
      copyNumber(Z, A);
      if (exponent(A) == 0 && sig(A) == 0x8000000000000000 && sign(A)) shiftBy(Z, -1);
      note(PE);
    } else { powerOfTwoMinusOne(Z, A); finish(Z); }
  }
  storeResult(0);
  return next(p);
}

// Two operands, the result in ST(1), ST(0) popped: A is ST(0), B is ST(1).
function beginTwo(p: usize): bool {
  if (!beginTop(p)) return false;
  if (isEmpty(1)) { stackUnderflow(); setIndefinite(Z); return false; }
  unpackExtended(B, st_(1));
  return !nanOperands(A, B);
}
function endTwo(p: usize): usize { if (storeResult(1)) pop(); return next(p); }

/** Z = B * log2(A). */
export function fyl2x(p: usize): usize {
  if (beginTwo(p)) {
    const ka = kind(A), kb = kind(B), s = sign(B);
    if (ka == C_ZERO) {
      if (kb == C_ZERO) invalid(Z); else { if (kb == C_FINITE) note(ZE); setInfinity(Z, s ^ 1); }
    } else if (sign(A)) invalid(Z);
    else if (ka == C_INF) { if (kb == C_ZERO) invalid(Z); else setInfinity(Z, s); }
    else {
      const one = exponent(A) == 0 && sig(A) == 0x8000000000000000, less = <u32>(exponent(A) < 0);
      if (kb == C_INF) { if (one) invalid(Z); else setInfinity(Z, s ^ less); }
      else if (one || kb == C_ZERO) setZero(Z, s ^ less);
      else if (sig(A) == 0x8000000000000000) { setInteger(R, exponent(A)); multiplyNumbers(Z, B, R); finish(Z); }
      else { logarithm(R, A); wideMultiply(Z, R, B); finish(Z); }
    }
    noteDenormals();
  }
  return endTwo(p);
}
/** Z = B * log2(1 + A), A between sqrt(1/2) - 1 and sqrt(2) - 1. */
export function fyl2xp1(p: usize): usize {
  if (beginTwo(p)) {
    const ka = kind(A), kb = kind(B), s = sign(A) ^ sign(B);
    if (ka == C_ZERO) { if (kb == C_INF) invalid(Z); else setZero(Z, s); }
    else if (ka == C_INF) { if (kb == C_ZERO || sign(A)) invalid(Z); else setInfinity(Z, s); }
    else if (kb == C_INF) setInfinity(Z, s);
    else if (kb == C_ZERO) setZero(Z, s);
    else { scaledLogarithmOfOnePlus(); finish(Z); }
    noteDenormals();
  }
  return endTwo(p);
}
function scaledLogarithmOfOnePlus(): void {
  if (exponent(A) < -1) logarithmOfOnePlus(R, A);
  else {
    setOne(S);
    wideAdd(R, A, S);
    // Undefined below -1; processors give the operand.
    if (kind(R) == C_ZERO || sign(R)) { copyNumber(Z, A); return; }
    copyTo(S, R); logarithm(R, S);
  }
  wideMultiply(Z, R, B);
}
/** Z = the angle of the point (A, B). */
export function fpatan(p: usize): usize {
  if (beginTwo(p)) {
    const s = sign(B);
    angle(sign(A) != 0);
    setSign(Z, s);
    if (kind(Z) == C_FINITE) finish(Z);
    noteDenormals();
  }
  return endTwo(p);
}
/** Its magnitude; the left half plane has the supplement. */
function angle(left: bool): void {
  const ka = kind(A), kb = kind(B);
  setSign(A, 0); setSign(B, 0);
  setPi(S);
  if (kb == C_INF || ka == C_INF || kb == C_ZERO || ka == C_ZERO) {
    if (ka == kb && ka == C_INF) { shiftBy(S, -2); copyTo(Z, S); if (left) { shiftBy(S, 1); wideAdd(Z, Z, S); } }
    else if (kb == C_ZERO || ka == C_INF) { if (left) copyTo(Z, S); else setZero(Z, 0); }
    else { shiftBy(S, -1); copyTo(Z, S); }
    return;
  }
  const steep = exponent(B) > exponent(A) || (exponent(B) == exponent(A) && sig(B) > sig(A));
  if (steep) wideDivide(R, A, B); else wideDivide(R, B, A);
  arcTangent(Z, R);
  if (steep) { setPi(S); shiftBy(S, -1); if (!left) negate(Z); wideAdd(Z, S, Z); }
  else if (left) { setPi(S); negate(Z); wideAdd(Z, S, Z); }
}

/** R = |A| less the nearest multiple of pi/2, with pi cut to 66 bits as processors have it; the multiple's low bits. A is below 2^63. */
function reduce(): u32 {
  // pi/2 and A with a bit of headroom above them: the unit is bit 126.
  const half: u64 = 0x6487ed5110b4611a, rest: u64 = 0x6000000000000000;
  const d = exponent(A), m = sig(A);
  if (d < -1) { copyNumber(R, A); setSign(R, 0); return 0; }
  let hi = m >> (d < 0 ? 2 : 1), lo = m << (d < 0 ? 62 : 63), quadrant: u32 = 0;
  for (let i = max(d, 0); ; i--) {
    quadrant <<= 1;
    if (hi > half || (hi == half && lo >= rest)) { hi -= half + <u64>(lo < rest); lo -= rest; quadrant |= 1; }
    if (i == 0) break;
    hi = (hi << 1) | (lo >> 63); lo <<= 1;
  }
  const above = hi > half >> 1;
  if (above) { const l = rest - lo; hi = half - hi - <u64>(rest < lo); lo = l; quadrant++; }
  setNormalized(R, <u32>above, 1, hi, lo);
  return quadrant & 3;
}
/** z = sine of the reduced angle R in a quadrant. */
function quadrantSine(z: usize, quadrant: u32): void {
  if (quadrant & 1) cosine(z, R); else sine(z, R);
  if (quadrant & 2) negate(z);
}
function setC2(on: bool): void { store<u16>(FSW, on ? load<u16>(FSW) | <u16>C2 : load<u16>(FSW) & <u16>~C2); }
/** Is the angle A one to compute with? Infinity is invalid. Zero and what is too big are the caller's. */
function usable(): bool {
  if (kind(A) == C_INF) { invalid(Z); return false; }
  return kind(A) == C_FINITE && exponent(A) < 63;
}
/** Too big an angle: C2 tells, and nothing changes. */
function tooBig(): bool { return kind(A) == C_FINITE && exponent(A) >= 63; }
function refuse(p: usize): usize { setC2(true); settleX87(); return next(p); }

function single(p: usize, turn: u32): usize {
  const there = beginTop(p);
  setC2(false);
  if (there && !nanOperand(A)) {
    if (tooBig()) return refuse(p);
    noteDenormals();
    if (usable()) {
      const quadrant = reduce() + turn;
      quadrantSine(Z, quadrant);
      if (!turn && sign(A)) negate(Z);
      finish(Z);
    } else if (kind(A) == C_ZERO) { if (turn) setOne(Z); else copyNumber(Z, A); }
  }
  storeResult(0);
  return next(p);
}
export function fsin(p: usize): usize { return single(p, 0); }
export function fcos(p: usize): usize { return single(p, 1); }

/** Sine to ST(0), then the cosine is pushed. */
export function fsincos(p: usize): usize {
  const there = beginPair(p);
  setC2(false);
  if (there && !nanOperand(A)) {
    if (tooBig()) return refuse(p);
    noteDenormals();
    if (usable()) {
      const quadrant = reduce();
      quadrantSine(Z, quadrant);
      if (sign(A)) negate(Z);
      quadrantSine(B, quadrant + 1);
      // C1 speaks of the sine.
      finish(B); finish(Z);
    } else if (kind(A) == C_ZERO) { copyNumber(Z, A); setOne(B); } else copyNumber(B, Z);
  } else copyNumber(B, Z);
  storePair();
  return next(p);
}
/** Tangent to ST(0), then one is pushed. */
export function fptan(p: usize): usize {
  const there = beginPair(p);
  setC2(false);
  if (there && !nanOperand(A)) {
    if (tooBig()) return refuse(p);
    noteDenormals();
    setOne(B);
    // So near to zero the series is lost in the last places, and all that shows is that the tangent is the greater.
    if (kind(A) == C_FINITE && exponent(A) < -60) { setNumber(Z, C_FINITE, sign(A), exponent(A), sig(A), 1); finish(Z); }
    else if (usable()) {
      const quadrant = reduce();
      quadrantSine(S, quadrant);
      quadrantSine(T, quadrant + 1);
      wideDivide(Z, S, T);
      if (sign(A)) negate(Z);
      finish(Z);
    } else if (kind(A) == C_ZERO) copyNumber(Z, A); else copyNumber(B, Z);
  } else copyNumber(B, Z);
  storePair();
  return next(p);
}
