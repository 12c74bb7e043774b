// FPREM and FPREM1: exact remainders, in steps when the quotient is long.
import { FSW } from "../gen/layout";
import { next } from "../record";
import { A, B, Z, C_INF, C_ZERO, IE, exponent, kind, setIndefinite, setNormalized, sig, sign, unpackExtended } from "./number";
import { invalid, raised } from "./round";
import { isEmpty, st_ } from "./stack";
import { beginTop, copyNumber, nanOperands, noteDenormals } from "./x87Arithmetic";
import { mayStore, roundExtended, stackUnderflow, storeResult } from "./x87Exception";

const C0: u32 = 0x100; const C1: u32 = 0x200; const C2: u32 = 0x400; const C3: u32 = 0x4000;

/** Low bits of the quotient, and whether the remainder is only partial. */
let quotient: u64 = 0;
let partial: bool = false;

/** Z = A rem B; `toNearest`: the quotient is rounded to nearest even, else cut. There must be one. */
function remainder(toNearest: bool): void {
  if (kind(A) == C_ZERO || kind(B) == C_INF) { copyNumber(Z, A); return; }
  const d = exponent(A) - exponent(B), s = sign(A), b = sig(B);
  let r = sig(A);
  const least = toNearest ? -1 : 0;
  if (d < least) { copyNumber(Z, A); return; }
  if (d == -1) {
    // Half a divisor or less stays as it is.
    if (r <= b) { copyNumber(Z, A); return; }
    quotient = 1;
    setNormalized(Z, s ^ 1, exponent(A), b - (r - b), 0);
    return;
  }
  const steps = d < 64 ? d : (d & 31) | 32;
  let carry: u64 = 0;
  for (let i = steps; ; i--) {
    quotient <<= 1;
    if (carry || r >= b) { r -= b; quotient |= 1; }
    if (i == 0) break;
    carry = r >> 63; r <<= 1;
  }
  partial = d >= 64;
  const twice = r << 1;
  if (toNearest && !partial && (r >> 63 || twice > b || (twice == b && (quotient & 1)))) {
    quotient++;
    setNormalized(Z, s ^ 1, exponent(B), b - r, 0);
  } else setNormalized(Z, s, exponent(A) - steps, r, 0);
}
export function fprem(p: usize, toNearest: bool): usize {
  quotient = 0; partial = false;
  let done = false;
  if (beginTop(p)) {
    if (isEmpty(1)) { stackUnderflow(); setIndefinite(Z); }
    else {
      unpackExtended(B, st_(1));
      if (!nanOperands(A, B)) {
        // An invalid remainder leaves the conditions alone.
        done = kind(A) != C_INF && kind(B) != C_ZERO;
        if (done) remainder(toNearest); else invalid(Z);
        noteDenormals(); roundExtended(Z);
      }
    }
  }
  // C2 is cleared even where the instruction fails.
  store<u16>(FSW, load<u16>(FSW) & <u16>~C2);
  const conditions = partial ? C2 : (quotient & 4 ? C0 : 0) | (quotient & 2 ? C3 : 0) | (quotient & 1 ? C1 : 0);
  // An invalid operation keeps them.
  if (done && mayStore() && !(raised() & IE)) store<u16>(FSW, <u16>((load<u16>(FSW) & ~(C0 | C1 | C2 | C3)) | conditions));
  storeResult(0);
  return next(p);
}
