// FBLD and FBSTP: packed decimal, eighteen digits and a sign.
import { ea, next } from "../record";
import { ld, st, probeWrite } from "../mem";
import { checkFpu } from "./check";
import { A, C_FINITE, IE, Z, kind, setIndefinite, sign, unpackExtended } from "./number";
import { note, takeRaised, toInteger } from "./round";
import { isEmpty, pop, st_ } from "./stack";
import { setInteger } from "./x87Arithmetic";
import { beginX87, mayStore, pushResult, settleX87, stackUnderflow } from "./x87Exception";

const LIMIT: u64 = 1000000000000000000;

export function fbld(p: usize): usize {
  checkFpu(p);
  const a = ea(p), low = ld<u64>(a, p), high = ld<u16>(a + 8, p);
  beginX87(p);
  let v: u64 = ((high >> 4) & 15) * 10 + (high & 15);
  for (let i = 60; i >= 0; i -= 4) v = v * 10 + ((low >> i) & 15);
  setInteger(Z, v);
  store<u32>(Z, high >> 15, 4);
  pushResult();
  return next(p);
}
/** The two digits above those `decimal` returns, and the sign. */
let lastDigits: u32 = 0;
/** A in decimal, the lower sixteen digits. */
function decimal(): u64 {
  const s = sign(A), tooBig = kind(A) > C_FINITE;
  const before = takeRaised();
  const n = toInteger(A, 64);
  let v: u64 = n < 0 ? 0 - <u64>n : <u64>n;
  if (tooBig || v >= LIMIT) { takeRaised(); note(IE); lastDigits = 0xffff; return 0xc000000000000000; }
  note(before);
  let digits: u64 = 0;
  for (let i = 0; i < 64; i += 4) { digits |= (v % 10) << i; v /= 10; }
  lastDigits = <u32>(v % 10 | ((v / 10) << 4)) | (s << 15);
  return digits;
}
export function fbstp(p: usize): usize {
  checkFpu(p);
  const a = ea(p);
  probeWrite(a, 10, p);
  beginX87(p);
  if (isEmpty(0)) { stackUnderflow(); setIndefinite(A); } else unpackExtended(A, st_(0));
  const digits = decimal();
  if (!mayStore()) { settleX87(); return next(p); }
  st<u64>(a, digits, p); st<u16>(a + 8, <u16>lastDigits, p);
  settleX87();
  pop();
  return next(p);
}
