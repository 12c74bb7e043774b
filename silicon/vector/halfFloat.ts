// F16C: conversions between single precision and the 16-bit format.
import { VTMP, MXCSR } from "../gen/layout";
import { dst, src, ea, isMem, next } from "../record";
import { checkOperand, st, probeWrite } from "../mem";
import { checkAvx } from "../fpu/check";
import { immediate, put128, UPPER, wide } from "../fpu/laneOperand";
import { write16 } from "../fpu/operand";
import { A, C_FINITE, C_INF, C_QNAN, C_SNAN, C_ZERO, DE, IE, exponent, isNan, kind, packSingle, setInfinity, setNormalized, setNumber, setZero,
  sig, sign, unpackSingle, wasDenormal } from "../fpu/number";
import { note, roundNumber, setModes } from "../fpu/round";
import { beginSse, denormalsAreZero, settleSse } from "../fpu/sseException";

const IN: usize = VTMP + 16; const OUT: usize = VTMP + 32; const HALVES: usize = VTMP + 48;
const BITS = 11; const LEAST = -14; const MOST = 15;
/** Of the immediate: rounding is that of MXCSR. */
const BY_MXCSR: u32 = 4;

/** A denormal of the 16-bit format is a number like any other: it is neither noted nor taken for zero. */
function fromHalf(v: u32): u32 {
  const s = v >> 15, e = <i32>(v >> 10) & 31, fraction = <u64>v << 54;
  if (e == 31) {
    if (fraction == 0) setInfinity(A, s);
    else setNumber(A, fraction >> 63 ? C_QNAN : C_SNAN, s, 0, 0x8000000000000000 | (fraction >> 1), 0);
    if (kind(A) == C_SNAN) note(IE);
  } else if (e) setNumber(A, C_FINITE, s, e - 15, 0x8000000000000000 | (fraction >> 1), 0);
  else if (fraction) setNormalized(A, s, -15, fraction, 0);
  else setZero(A, s);
  return packSingle(A);
}
/** Lane function: the four in the low half. */
export function vcvtph2ps(b: v128): v128 {
  v128.store(IN, b);
  for (let i: usize = 0; i < 4; i++) store<u32>(OUT + (i << 2), fromHalf(load<u16>(IN + (i << 1))));
  return v128.load(OUT);
}
function toHalf(v: u32): u32 {
  unpackSingle(A, v, denormalsAreZero());
  if (kind(A) == C_SNAN) note(IE);
  if (wasDenormal(A)) note(DE);
  roundNumber(A, BITS, LEAST, MOST);
  const s = sign(A) << 15, m = sig(A);
  if (kind(A) == C_ZERO) return s;
  if (kind(A) == C_FINITE) return s | (<i64>m < 0 ? <u32>(exponent(A) + 15) << 10 : 0) | (<u32>(m >> 53) & 0x3ff);
  if (kind(A) == C_INF) return s | 0x7c00;
  return s | 0x7e00 | (<u32>(m >> 53) & 0x3ff);
}
function toHalves(from: usize, to: usize): void {
  for (let i: usize = 0; i < 4; i++) store<u16>(to + (i << 1), <u16>toHalf(load<u32>(from + (i << 2))));
}
export function vcvtps2ph(p: usize): usize {
  checkAvx(p);
  const m = load<u32>(MXCSR), i = immediate(p), s = src(p);
  // Whether the result can be stored comes before what may be wrong with it.
  if (isMem(p)) { checkOperand(ea(p), wide(p) ? 16 : 8, p); probeWrite(ea(p), wide(p) ? 16 : 8, p); }
  beginSse();
  // Tiny results are never flushed to zero.
  setModes(i & BY_MXCSR ? (m >> 13) & 3 : i & 3, (m >> 7) & 0x3f, false);
  v128.store(HALVES, i64x2.splat(0));
  toHalves(s, HALVES);
  if (wide(p)) toHalves(s + UPPER, HALVES + 8);
  settleSse(p);
  if (!isMem(p)) put128(dst(p), v128.load(HALVES));
  else if (wide(p)) write16(ea(p), v128.load(HALVES), p);
  else st<u64>(ea(p), load<u64>(HALVES), p);
  return next(p);
}
