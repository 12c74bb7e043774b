// FADD to FDIVR in all their forms, FSQRT, FRNDINT, FSCALE, FXTRACT, FABS, FCHS.
import { dst, ea, next } from "../record";
import { REGS } from "../gen/layout";
import { ld } from "../mem";
import { checkFpu } from "./check";
import { A, B, Z, C_ZERO, C_FINITE, C_INF, C_QNAN, C_SNAN, C_UNSUPPORTED, IE, DE, ZE, isNan, kind, sign, sig, exponent, low,
  wasDenormal, setNumber,
  setIndefinite, setInfinity, setNormalized, setZero, unpackDouble, unpackExtended, unpackSingle } from "./number";
import { addNumbers, divideNumbers, multiplyNumbers, squareRoot } from "./arithmetic";
import { invalid, note, raised, roundToIntegral } from "./round";
import { isEmpty, pop, st_ } from "./stack";
import { beginX87, roundExtended, roundToPrecision, stackOverflow, stackUnderflow, storePair, storeResult } from "./x87Exception";

const ADD = 0; const MUL = 1; const SUB = 4; const SUBR = 5; const DIV = 6;

/** i of the register form, from the general register the decoder took ModRM.rm for. */
// @ts-ignore: decorator
@inline export function sti(p: usize): u32 { return (<u32>(dst(p) - REGS) >> 3) & 7; }
/** Memory operand kinds: 0 single, 1 double, 2 32-bit integer, 3 16-bit integer. */
// @ts-ignore: decorator
@inline export function loadOperand(n: usize, p: usize, format: i32): void {
  if (format == 0) unpackSingle(n, ld<u32>(ea(p), p), false);
  else if (format == 1) unpackDouble(n, ld<u64>(ea(p), p), false);
  else setInteger(n, format == 2 ? <i64><i32>ld<u32>(ea(p), p) : <i64><i16>ld<u16>(ea(p), p));
}
export function setInteger(n: usize, v: i64): void {
  if (v == 0) setZero(n, 0); else setNormalized(n, <u32>(v < 0), 63, v < 0 ? <u64>-v : <u64>v, 0);
}
function copyNan(n: usize): void { setNumber(Z, C_QNAN, sign(n), 0, sig(n) | 0x4000000000000000, 0); }
/**
 * Operands that are no numbers: Z becomes the NaN to give, the greater of two. True when there was one. A signalling or unsupported
 * operand is invalid.
 */
export function nanOperands(a: usize, b: usize): bool {
  if (kind(a) < C_QNAN && kind(b) < C_QNAN) return false;
  if (kind(a) == C_UNSUPPORTED || kind(b) == C_UNSUPPORTED) { invalid(Z); return true; }
  if (kind(a) == C_SNAN || kind(b) == C_SNAN) note(IE);
  if (!isNan(a)) copyNan(b);
  else if (!isNan(b)) copyNan(a);
  else if (kind(a) != kind(b)) copyNan(kind(a) == C_QNAN ? a : b);
  else if (sig(a) != sig(b)) copyNan(sig(a) > sig(b) ? a : b);
  else copyNan(sign(a) ? b : a);
  return true;
}
/** The same for one operand. */
export function nanOperand(a: usize): bool {
  if (kind(a) < C_QNAN) return false;
  if (kind(a) == C_UNSUPPORTED) { invalid(Z); return true; }
  if (kind(a) == C_SNAN) note(IE);
  copyNan(a);
  return true;
}
/** Denormal operands count where the operation is neither invalid nor a division by zero. */
export function noteDenormals(): void { if ((wasDenormal(A) || wasDenormal(B)) && !(raised() & (IE | ZE))) note(DE); }

/** Z = A operation B. */
function compute(operation: i32): void {
  if (nanOperands(A, B)) return;
  if (operation == ADD) addNumbers(Z, A, B, sign(B));
  else if (operation == MUL) multiplyNumbers(Z, A, B);
  else if (operation == SUB) addNumbers(Z, A, B, sign(B) ^ 1);
  else if (operation == SUBR) addNumbers(Z, B, A, sign(A) ^ 1);
  else if (operation == DIV) divideNumbers(Z, A, B);
  else divideNumbers(Z, B, A);
  noteDenormals();
  roundToPrecision(Z);
}
/** ST(0) = ST(0) operation memory. */
export function arithmeticMemory(p: usize, operation: i32, format: i32): usize {
  checkFpu(p);
  loadOperand(B, p, format);
  beginX87(p);
  if (isEmpty(0)) { stackUnderflow(); setIndefinite(Z); }
  else { unpackExtended(A, st_(0)); compute(operation); }
  storeResult(0);
  return next(p);
}
/** ST(0) or ST(i) = ST(0) operation ST(i). */
function registers(p: usize, operation: i32, into: u32, popping: bool): usize {
  checkFpu(p);
  beginX87(p);
  const i = sti(p);
  if (isEmpty(0) || isEmpty(i)) { stackUnderflow(); setIndefinite(Z); }
  else { unpackExtended(A, st_(0)); unpackExtended(B, st_(i)); compute(operation); }
  if (storeResult(into) && popping) pop();
  return next(p);
}
export function arithmeticTop(p: usize, operation: i32): usize { return registers(p, operation, 0, false); }
export function arithmeticRegister(p: usize, operation: i32): usize { return registers(p, operation, sti(p), false); }
export function arithmeticPop(p: usize, operation: i32): usize { return registers(p, operation, sti(p), true); }

/** Begin an instruction on ST(0) alone: A is the operand; false, and Z the indefinite, when there is none. */
export function beginTop(p: usize): bool {
  checkFpu(p);
  beginX87(p);
  setZero(B, 0);
  if (isEmpty(0)) { stackUnderflow(); setIndefinite(Z); return false; }
  unpackExtended(A, st_(0));
  return true;
}
/** The same for one that also pushes: the stack must have room. */
export function beginPair(p: usize): bool {
  if (!beginTop(p)) return false;
  if (isEmpty(7)) return true;
  stackOverflow(); setIndefinite(Z);
  return false;
}
export function fsqrt(p: usize): usize {
  if (beginTop(p) && !nanOperand(A)) { squareRoot(Z, A); noteDenormals(); roundToPrecision(Z); }
  storeResult(0);
  return next(p);
}
export function copyNumber(z: usize, n: usize): void { setNumber(z, kind(n), sign(n), exponent(n), sig(n), low(n)); }
export function frndint(p: usize): usize {
  if (beginTop(p) && !nanOperand(A)) { noteDenormals(); copyNumber(Z, A); roundToIntegral(Z); }
  storeResult(0);
  return next(p);
}
/** ST(0) times two to the power of ST(1), cut to an integer. */
export function fscale(p: usize): usize {
  if (beginTop(p)) {
    if (isEmpty(1)) { stackUnderflow(); setIndefinite(Z); }
    else { unpackExtended(B, st_(1)); if (!nanOperands(A, B)) { scale(); noteDenormals(); roundExtended(Z); } }
  }
  storeResult(0);
  return next(p);
}
function scale(): void {
  const s = sign(A), ka = kind(A), kb = kind(B);
  if (kb == C_INF) {
    if (sign(B)) { if (ka == C_INF) invalid(Z); else setZero(Z, s); }
    else if (ka == C_ZERO) invalid(Z); else setInfinity(Z, s);
    return;
  }
  copyNumber(Z, A);
  if (ka != C_FINITE || kb == C_ZERO || exponent(B) < 0) return;
  // Beyond this every number overflows or underflows.
  const n = exponent(B) > 16 ? 0x20000 : <i32>(sig(B) >> (63 - exponent(B)));
  store<i32>(Z, exponent(A) + (sign(B) ? -n : n), 8);
}
/** ST(0) becomes its exponent, and the significand is pushed. */
export function fxtract(p: usize): usize {
  if (beginPair(p) && !nanOperand(A)) {
    const k = kind(A), s = sign(A);
    if (k == C_ZERO) note(ZE);
    noteDenormals();
    if (k == C_FINITE) { setInteger(Z, exponent(A)); setNumber(B, C_FINITE, s, 0, sig(A), 0); storePair(); return next(p); }
    setInfinity(Z, <u32>(k == C_ZERO));
    copyNumber(B, A);
  } else copyNumber(B, Z);
  storePair();
  return next(p);
}
