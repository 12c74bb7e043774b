// Loads, stores and moves of x87 registers; constants; FCMOVcc.
import { CURP } from "../gen/layout";
import { ea, next } from "../record";
import { ld, st, probeWrite } from "../mem";
import { cond } from "../flags";
import { raiseUD } from "../fault";
import { hasFeature, F_PNI } from "../system/features";
import { checkFpu } from "./check";
import { A, Z, C_FINITE, DE, wasDenormal, packDouble, packExtended, packSingle, setIndefinite, setNumber,
  setZero, unpackDouble, unpackExtended, unpackSingle } from "./number";
import { note, roundDouble, roundSingle, setRounding, takeRaised, toInteger } from "./round";
import { isEmpty, markEmpty, markUsed, pop, setTop, st_, top } from "./stack";
import { copyNumber, nanOperand, setInteger, sti } from "./x87Arithmetic";
import { beginKeepingC1, beginX87, mayStore, mayStoreToMemory, pushResult, pushUnchecked, roundExtended, setC1, settleX87,
  stackUnderflow } from "./x87Exception";

const TOWARDS_ZERO = 3;

// Loads.
/** FLD m32, m64 (`double`). */
export function fldMemory(p: usize, double: bool): usize {
  checkFpu(p);
  if (double) unpackDouble(A, ld<u64>(ea(p), p), false); else unpackSingle(A, ld<u32>(ea(p), p), false);
  beginX87(p);
  if (isEmpty(7) && !nanOperand(A)) { if (wasDenormal(A)) note(DE); copyNumber(Z, A); }
  pushResult();
  return next(p);
}
/** Push a register pattern as it is. */
function pushRaw(p: usize, m: u64, se: u16): usize {
  if (!isEmpty(7)) { pushResult(); return next(p); }
  setTop(top() - 1);
  markUsed(0);
  const r = st_(0);
  store<u64>(r, m); store<u64>(r, se, 8);
  return next(p);
}
export function fldExtended(p: usize): usize {
  checkFpu(p);
  const a = ea(p), m = ld<u64>(a, p), se = ld<u16>(a + 8, p);
  beginX87(p);
  return pushRaw(p, m, se);
}
export function fldRegister(p: usize): usize {
  checkFpu(p);
  beginX87(p);
  const i = sti(p), r = st_(i);
  if (isEmpty(i)) { stackUnderflow(); setIndefinite(Z); pushUnchecked(); return next(p); }
  return pushRaw(p, load<u64>(r), load<u16>(r, 8));
}
// @ts-ignore: decorator
@inline function fildValue(p: usize, v: i64): usize { beginX87(p); setInteger(Z, v); pushResult(); return next(p); }
export function fild<T>(p: usize): usize {
  checkFpu(p);
  const v = ld<T>(ea(p), p);
  return fildValue(p, sizeof<T>() == 2 ? <i64><i16>v : sizeof<T>() == 4 ? <i64><i32>v : <i64>v);
}
/** FLD1 to FLDZ by the low bits of the opcode; the bits below the significand round as the mode says, but are not inexact. */
export function fldConstant(p: usize, which: i32): usize {
  checkFpu(p);
  beginX87(p);
  if (which == 0) setNumber(Z, C_FINITE, 0, 0, 0x8000000000000000, 0);
  else if (which == 1) setNumber(Z, C_FINITE, 0, 1, 0xd49a784bcd1b8afe, 0x492bf6ff4dafdb4c);
  else if (which == 2) setNumber(Z, C_FINITE, 0, 0, 0xb8aa3b295c17f0bb, 0xbe87fed0691d3e88);
  else if (which == 3) setNumber(Z, C_FINITE, 0, 1, 0xc90fdaa22168c234, 0xc4c6628b80dc1cd1);
  else if (which == 4) setNumber(Z, C_FINITE, 0, -2, 0x9a209a84fbcff798, 0x8f8959ac0b7c9178);
  else if (which == 5) setNumber(Z, C_FINITE, 0, -1, 0xb17217f7d1cf79ab, 0xc9e3b39803f2f6af);
  else setZero(Z, 0);
  roundExtended(Z);
  takeRaised();
  pushResult();
  return next(p);
}

// Stores.
/** FST, FSTP m32 and m64. */
export function fstMemory(p: usize, double: bool, popping: bool): usize {
  checkFpu(p);
  probeWrite(ea(p), double ? 8 : 4, p);
  beginX87(p);
  if (isEmpty(0)) { stackUnderflow(); setIndefinite(Z); }
  else {
    unpackExtended(A, st_(0));
    if (!nanOperand(A)) { copyNumber(Z, A); if (double) roundDouble(Z); else roundSingle(Z); }
  }
  if (mayStoreToMemory()) {
    if (double) st<u64>(ea(p), packDouble(Z), p); else st<u32>(ea(p), packSingle(Z), p);
    settleX87();
    if (popping) pop();
  } else settleX87();
  return next(p);
}
export function fstpExtended(p: usize): usize {
  checkFpu(p);
  const a = ea(p);
  probeWrite(a, 10, p);
  beginX87(p);
  const r = st_(0);
  if (isEmpty(0)) {
    stackUnderflow();
    if (mayStore()) { st<u64>(a, 0xc000000000000000, p); st<u16>(a + 8, 0xffff, p); settleX87(); pop(); } else settleX87();
    return next(p);
  }
  st<u64>(a, load<u64>(r), p); st<u16>(a + 8, load<u16>(r, 8), p);
  pop();
  return next(p);
}
/** FIST, FISTP, FISTTP (`truncate`). */
// @ts-ignore: decorator
@inline function storeInteger<T>(p: usize, truncate: bool, popping: bool): usize {
  checkFpu(p);
  probeWrite(ea(p), sizeof<T>(), p);
  beginX87(p);
  if (truncate) setRounding(TOWARDS_ZERO);
  if (isEmpty(0)) { stackUnderflow(); setIndefinite(A); } else unpackExtended(A, st_(0));
  const v = toInteger(A, sizeof<T>() << 3);
  if (mayStoreToMemory()) {
    st<T>(ea(p), <T>v, p);
    settleX87();
    if (popping) pop();
  } else settleX87();
  return next(p);
}
export function fist<T>(p: usize): usize { return storeInteger<T>(p, false, false); }
export function fistp<T>(p: usize): usize { return storeInteger<T>(p, false, true); }
export function fisttp<T>(p: usize): usize {
  if (!hasFeature(F_PNI)) { store<u32>(CURP, p); raiseUD(); }
  return storeInteger<T>(p, true, true);
}
/** FST, FSTP ST(i). */
export function fstRegister(p: usize, popping: bool): usize {
  checkFpu(p);
  beginX87(p);
  const i = sti(p), from = st_(0), to = st_(i);
  if (isEmpty(0)) {
    stackUnderflow(); setIndefinite(Z);
    if (mayStore()) { packExtended(Z, to); markUsed(i); if (popping) pop(); }
    settleX87();
    return next(p);
  }
  store<u64>(to, load<u64>(from)); store<u64>(to, load<u64>(from, 8), 8);
  markUsed(i);
  if (popping) pop();
  return next(p);
}

/** The D9 encoding of FSTP ST(i): an empty ST(0) is no exception, it is just popped. */
export function fstpQuietly(p: usize): usize {
  checkFpu(p);
  beginX87(p);
  const i = sti(p), from = st_(0), to = st_(i);
  if (!isEmpty(0)) { store<u64>(to, load<u64>(from)); store<u64>(to, load<u64>(from, 8), 8); markUsed(i); }
  pop();
  return next(p);
}

// Between registers.
function fillEmpty(i: u32): void { if (isEmpty(i)) { setIndefinite(Z); packExtended(Z, st_(i)); markUsed(i); } }
export function fxch(p: usize): usize {
  checkFpu(p);
  beginX87(p);
  const i = sti(p);
  if (isEmpty(0) || isEmpty(i)) {
    stackUnderflow();
    settleX87();
    if (!mayStore()) return next(p);
    fillEmpty(0); fillEmpty(i);
  }
  const a = st_(0), b = st_(i), m = load<u64>(a), se = load<u64>(a, 8);
  store<u64>(a, load<u64>(b)); store<u64>(a, load<u64>(b, 8), 8);
  store<u64>(b, m); store<u64>(b, se, 8);
  return next(p);
}
export function fcmov(p: usize, cc: i32): usize {
  checkFpu(p);
  beginKeepingC1(p);
  const i = sti(p), from = st_(i), to = st_(0);
  if (isEmpty(0) || isEmpty(i)) {
    setC1(false);
    stackUnderflow();
    if (mayStore()) { setIndefinite(Z); packExtended(Z, to); markUsed(0); }
    settleX87();
  } else if (cond(cc)) { store<u64>(to, load<u64>(from)); store<u64>(to, load<u64>(from, 8), 8); }
  return next(p);
}
export function ffree(p: usize): usize { checkFpu(p); beginX87(p); markEmpty(sti(p)); return next(p); }
export function ffreep(p: usize): usize { checkFpu(p); beginX87(p); markEmpty(sti(p)); pop(); return next(p); }
export function fincstp(p: usize): usize { checkFpu(p); beginX87(p); setTop(top() + 1); return next(p); }
export function fdecstp(p: usize): usize { checkFpu(p); beginX87(p); setTop(top() - 1); return next(p); }
/** FCHS, FABS change the sign bit of anything. */
export function changeSign(p: usize, clear: bool): usize {
  checkFpu(p);
  beginX87(p);
  const r = st_(0);
  if (isEmpty(0)) {
    stackUnderflow();
    if (mayStore()) { setIndefinite(Z); packExtended(Z, r); markUsed(0); }
    settleX87();
  } else store<u16>(r, clear ? load<u16>(r, 8) & 0x7fff : load<u16>(r, 8) ^ 0x8000, 8);
  return next(p);
}
