// Unpacked numbers of the exact arithmetic, one form for binary32, binary64 and the 80-bit format. A number lies in 32 bytes:
//   0 class, 4 sign (0 or 1), 8 exponent, 12 was denormal, 16 significand (bit 63 set when finite), 24 the bits below, the last one sticky.
// Its value is significand / 2^63 * 2^exponent. A NaN keeps its payload left-aligned, with bit 62 the quiet bit.

export const C_ZERO: u32 = 0; export const C_FINITE: u32 = 1; export const C_INF: u32 = 2; export const C_QNAN: u32 = 3; export const C_SNAN: u32 = 4;
/** A pattern of the 80-bit format that is no number: integer bit clear with an exponent. */
export const C_UNSUPPORTED: u32 = 5;

/** Operands and result. */
export const A: usize = memory.data(32, 8);
export const B: usize = memory.data(32, 8);
export const Z: usize = memory.data(32, 8);

/** Exception flags, at the same bits in MXCSR and in the x87 status word. */
export const IE: u32 = 1; export const DE: u32 = 2; export const ZE: u32 = 4; export const OE: u32 = 8; export const UE: u32 = 16; export const PE: u32 = 32;

// @ts-ignore: decorator
@inline export function kind(n: usize): u32 { return load<u32>(n); }
// @ts-ignore: decorator
@inline export function sign(n: usize): u32 { return load<u32>(n, 4); }
// @ts-ignore: decorator
@inline export function exponent(n: usize): i32 { return load<i32>(n, 8); }
// @ts-ignore: decorator
@inline export function wasDenormal(n: usize): bool { return load<u32>(n, 12) != 0; }
// @ts-ignore: decorator
@inline export function sig(n: usize): u64 { return load<u64>(n, 16); }
// @ts-ignore: decorator
@inline export function low(n: usize): u64 { return load<u64>(n, 24); }
// @ts-ignore: decorator
@inline export function isNan(n: usize): bool { const k = kind(n); return k == C_QNAN || k == C_SNAN; }

export function setNumber(n: usize, k: u32, s: u32, e: i32, m: u64, rest: u64): void {
  store<u32>(n, k); store<u32>(n, s, 4); store<i32>(n, e, 8); store<u32>(n, 0, 12); store<u64>(n, m, 16); store<u64>(n, rest, 24);
}
export function setZero(n: usize, s: u32): void { setNumber(n, C_ZERO, s, 0, 0, 0); }
export function setInfinity(n: usize, s: u32): void { setNumber(n, C_INF, s, 0, 0x8000000000000000, 0); }
/** The NaN an invalid operation gives. */
export function setIndefinite(n: usize): void { setNumber(n, C_QNAN, 1, 0, 0xc000000000000000, 0); }
/** A finite number from a significand that may have leading zeros; zero keeps its sign. */
export function setNormalized(n: usize, s: u32, e: i32, m: u64, rest: u64): void {
  if (m == 0) {
    if (rest == 0) { setZero(n, s); return; }
    m = rest; rest = 0; e -= 64;
  }
  const shift = clz<u64>(m);
  if (shift) { m = (m << shift) | (rest >> (64 - shift)); rest <<= shift; }
  setNumber(n, C_FINITE, s, e - <i32>shift, m, rest);
}

/** `bits` of a format with an exponent field of `width` bits over a fraction left-aligned in `fraction`. */
function unpackFields(n: usize, s: u32, e: i32, bias: i32, top: i32, fraction: u64, denormalsAreZero: bool): void {
  if (e == top) {
    if (fraction == 0) setInfinity(n, s);
    else setNumber(n, fraction >> 63 ? C_QNAN : C_SNAN, s, 0, 0x8000000000000000 | (fraction >> 1), 0);
  } else if (e != 0) setNumber(n, C_FINITE, s, e - bias, 0x8000000000000000 | (fraction >> 1), 0);
  else if (fraction == 0 || denormalsAreZero) setZero(n, s);
  else { setNormalized(n, s, -bias, fraction, 0); store<u32>(n, 1, 12); }
}
export function unpackSingle(n: usize, v: u32, denormalsAreZero: bool): void {
  unpackFields(n, v >> 31, (v >> 23) & 0xff, 127, 0xff, <u64>v << 41, denormalsAreZero);
}
export function unpackDouble(n: usize, v: u64, denormalsAreZero: bool): void {
  unpackFields(n, <u32>(v >> 63), <i32>(v >> 52) & 0x7ff, 1023, 0x7ff, v << 12, denormalsAreZero);
}
/** The 80-bit number at `at`. */
export function unpackExtended(n: usize, at: usize): void {
  const m = load<u64>(at), se: u32 = load<u16>(at, 8), s = se >> 15, e = <i32>(se & 0x7fff);
  if (e == 0) {
    if (m == 0) { setZero(n, s); return; }
    setNormalized(n, s, -16382, m, 0);
    store<u32>(n, 1, 12);
  } else if (<i64>m >= 0) setNumber(n, C_UNSUPPORTED, s, 0, m, 0);
  else if (e != 0x7fff) setNumber(n, C_FINITE, s, e - 16383, m, 0);
  else if (m == 0x8000000000000000) setInfinity(n, s);
  else setNumber(n, (m >> 62) & 1 ? C_QNAN : C_SNAN, s, 0, m, 0);
}

// A rounded number whose significand has lost bit 63 is denormal; it then has the format's least exponent.
export function packSingle(n: usize): u32 {
  const s = sign(n) << 31, k = kind(n), m = sig(n);
  if (k == C_ZERO) return s;
  if (k == C_FINITE) return s | ((<i64>m < 0 ? <u32>(exponent(n) + 127) << 23 : 0) | (<u32>(m >> 40) & 0x7fffff));
  return s | 0x7f800000 | (<u32>(m >> 40) & 0x7fffff) | (k == C_SNAN ? 0x400000 : 0);
}
export function packDouble(n: usize): u64 {
  const s = <u64>sign(n) << 63, k = kind(n), m = sig(n);
  if (k == C_ZERO) return s;
  if (k == C_FINITE) return s | ((<i64>m < 0 ? <u64>(exponent(n) + 1023) << 52 : 0) | ((m >> 11) & 0xfffffffffffff));
  return s | 0x7ff0000000000000 | ((m >> 11) & 0xfffffffffffff) | (k == C_SNAN ? 0x8000000000000 : 0);
}
export function packExtended(n: usize, at: usize): void {
  const s = sign(n) << 15, k = kind(n), m = sig(n);
  const e: u32 = k == C_ZERO ? 0 : k == C_FINITE ? (<i64>m < 0 ? <u32>(exponent(n) + 16383) : 0) : 0x7fff;
  store<u64>(at, k == C_SNAN ? m | 0x4000000000000000 : m); store<u64>(at, s | e, 8);
}
