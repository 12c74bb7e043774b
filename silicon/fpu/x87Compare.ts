// FCOM, FUCOM, FCOMI, FUCOMI, FTST, FXAM.
import { FSW } from "../gen/layout";
import { next } from "../record";
import { setArith } from "../flags";
import { checkFpu } from "./check";
import { A, B, C_QNAN, C_SNAN, C_ZERO, C_FINITE, C_INF, IE, DE, kind, setZero, sign, unpackExtended, wasDenormal } from "./number";
import { compareNumbers } from "./arithmetic";
import { note } from "./round";
import { isEmpty, pop, st_ } from "./stack";
import { loadOperand, sti } from "./x87Arithmetic";
import { beginKeepingC1, beginX87, mayStore, setC1, settleX87, stackUnderflow } from "./x87Exception";

const C0: u32 = 0x100; const C1: u32 = 0x200; const C2: u32 = 0x400; const C3: u32 = 0x4000;
const UNORDERED = 2;

function setConditions(c: u32): void { store<u16>(FSW, <u16>((load<u16>(FSW) & ~(C0 | C2 | C3)) | c)); }
/** A against B: -1, 0, 1 or UNORDERED. `quiet`: a quiet NaN is not invalid. */
function compare(quiet: bool): i32 {
  const ka = kind(A), kb = kind(B);
  if (ka >= C_QNAN || kb >= C_QNAN) {
    if (!quiet || ka > C_QNAN || kb > C_QNAN) note(IE);
    return UNORDERED;
  }
  if (wasDenormal(A) || wasDenormal(B)) note(DE);
  return compareNumbers(A, B);
}
/** The result to C0, C2, C3, or (`toFlags`) to ZF, PF, CF, even where an unmasked exception keeps the stack as it is. True to pop. */
function finish(r: i32, toFlags: bool): bool {
  if (toFlags) setArith(r == UNORDERED ? 0x45 : r < 0 ? 1 : r == 0 ? 0x40 : 0);
  else setConditions(r == UNORDERED ? C0 | C2 | C3 : r < 0 ? C0 : r == 0 ? C3 : 0);
  settleX87();
  return mayStore();
}
/** FCOM, FCOMP memory. */
export function compareMemory(p: usize, format: i32, popping: bool): usize {
  checkFpu(p);
  loadOperand(B, p, format);
  beginX87(p);
  let r = UNORDERED;
  if (isEmpty(0)) stackUnderflow(); else { unpackExtended(A, st_(0)); r = compare(false); }
  if (finish(r, false) && popping) pop();
  return next(p);
}
/** Comparisons with ST(i). */
export function compareRegister(p: usize, quiet: bool, toFlags: bool, pops: i32): usize {
  checkFpu(p);
  // The forms that set the flags leave C1 alone.
  if (toFlags) beginKeepingC1(p); else beginX87(p);
  const i = sti(p);
  let r = UNORDERED;
  if (isEmpty(0) || isEmpty(i)) { setC1(false); stackUnderflow(); }
  else { unpackExtended(A, st_(0)); unpackExtended(B, st_(i)); r = compare(quiet); }
  if (finish(r, toFlags)) for (let n = 0; n < pops; n++) pop();
  return next(p);
}
export function ftst(p: usize): usize {
  checkFpu(p);
  beginX87(p);
  let r = UNORDERED;
  if (isEmpty(0)) stackUnderflow(); else { unpackExtended(A, st_(0)); setZero(B, 0); r = compare(false); }
  finish(r, false);
  return next(p);
}
/** What is in ST(0): C3, C2, C0 tell the class, C1 the sign, even of an empty register. */
export function fxam(p: usize): usize {
  checkFpu(p);
  beginX87(p);
  const r = st_(0);
  unpackExtended(A, r);
  const k = kind(A);
  let c: u32 = 0;
  if (isEmpty(0)) c = C3 | C0;
  else if (k == C_ZERO) c = C3;
  else if (k == C_FINITE) c = wasDenormal(A) ? C3 | C2 : C2;
  else if (k == C_INF) c = C2 | C0;
  else if (k == C_QNAN || k == C_SNAN) c = C0;
  if (load<u16>(r, 8) & 0x8000) c |= C1;
  store<u16>(FSW, <u16>((load<u16>(FSW) & ~(C0 | C1 | C2 | C3)) | c));
  return next(p);
}
