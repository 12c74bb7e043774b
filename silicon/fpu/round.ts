// Rounding of an exact result to a format, with overflow and underflow, and the exceptions an operation has met so far.
import { C_FINITE, OE, UE, PE, IE, kind, sign, exponent, sig, low, setNumber, setInfinity, setZero, setIndefinite } from "./number";

/** Rounding control: 0 nearest even, 1 down, 2 up, 3 towards zero. */
let control: u32 = 0;
/** Bits of exceptions that are masked. */
let masked: u32 = 0x3f;
let flushToZero: bool = false;
let flags: u32 = 0;
let up: bool = false;

/** Begin an operation. An unmasked overflow or underflow gives its result with the exponent wrapped by 24576, as x87 registers have it. */
export function beginRounding(rc: u32, masks: u32, ftz: bool): void { setModes(rc, masks, ftz); flags = 0; }
/** Modes for what follows of an operation that has begun. */
export function setModes(rc: u32, masks: u32, ftz: bool): void { control = rc; masked = masks; flushToZero = ftz; up = false; }
/** Begin an operation that may not need the modes. */
// @ts-ignore: decorator
@inline export function forgetRaised(): void { flags = 0; }
export function setRounding(rc: u32): void { control = rc; }
export function rounding(): u32 { return control; }
export function note(f: u32): void { flags |= f; }
/** Exceptions met since beginRounding(). */
// @ts-ignore: decorator
@inline export function raised(): u32 { return flags; }
/** Those, forgotten: for an element that must not see what its neighbours met. */
export function takeRaised(): u32 { const f = flags; flags = 0; return f; }
/** The last rounding increased the magnitude. */
export function roundedUp(): bool { return up; }
/** An invalid operation: its result is the indefinite NaN. */
export function invalid(z: usize): void { flags |= IE; setIndefinite(z); }

let inexact: bool = false;
/** Is the magnitude to be increased, when `rest` (top-aligned) and `sticky` lie below the last place? */
function increments(s: u32, odd: bool, rest: u64, sticky: bool): bool {
  inexact = rest != 0 || sticky;
  if (!inexact) return false;
  if (control == 0) return rest > 0x8000000000000000 || (rest == 0x8000000000000000 && (sticky || odd));
  if (control == 1) return s != 0;
  if (control == 2) return s == 0;
  return false;
}
/** Significand `m:rest` rounded to `bits`; 0 when it carries out. */
function roundSignificand(s: u32, m: u64, rest: u64, bits: u32): u64 {
  if (bits == 64) {
    up = increments(s, (m & 1) != 0, rest, false);
    return m + <u64>up;
  }
  const drop = 64 - bits, unit = <u64>1 << drop;
  up = increments(s, (m & unit) != 0, m << bits, rest != 0);
  return (m & ~(unit - 1)) + (up ? unit : 0);
}
// m:rest shifted right, what falls out kept as a sticky last bit.
function shiftedHigh(m: u64, n: u32): u64 { return n < 64 ? m >> n : 0; }
function shiftedLow(m: u64, rest: u64, n: u32): u64 {
  if (n == 0) return rest;
  if (n < 64) return (m << (64 - n)) | (rest >> n) | <u64>((rest << (64 - n)) != 0);
  if (n == 64) return m | <u64>(rest != 0);
  if (n < 128) return (m >> (n - 64)) | <u64>(((m << (128 - n)) | rest) != 0);
  return 1;
}

/** Round a finite number to `bits` of significand and exponents `least` to `most`. */
export function roundNumber(z: usize, bits: u32, least: i32, most: i32): void {
  if (kind(z) != C_FINITE) return;
  const s = sign(z);
  let e = exponent(z), m = roundSignificand(s, sig(z), low(z), bits);
  // Tininess is judged after rounding, as if the exponent had no bound.
  const tiny = e < least && !(e == least - 1 && m == 0);
  if (tiny || e < least) { underflow(z, bits, least, tiny); return; }
  if (m == 0) { m = 0x8000000000000000; e++; }
  if (inexact) flags |= PE;
  if (e > most) { overflow(z, s, e, m, bits, most); return; }
  setNumber(z, C_FINITE, s, e, m, 0);
}
function overflow(z: usize, s: u32, e: i32, m: u64, bits: u32, most: i32): void {
  flags |= OE;
  // Unmasked, only a result that does not fit the significand is inexact too; where none is stored its exponent does not matter.
  const wrapped = e - 24576, unmasked = !(masked & OE);
  if (unmasked && wrapped <= most) { setNumber(z, C_FINITE, s, wrapped, m, 0); return; }
  flags |= PE;
  // FSCALE may go further than the wrapping reaches.
  up = unmasked || control == 0 || control == (s ? 1 : 2);
  if (up) setInfinity(z, s);
  else setNumber(z, C_FINITE, s, most, bits == 64 ? <u64>-1 : ~((<u64>1 << (64 - bits)) - 1), 0);
}
function underflow(z: usize, bits: u32, least: i32, tiny: bool): void {
  const s = sign(z), m = sig(z), rest = low(z), e = exponent(z);
  if (tiny && !(masked & UE)) {
    const r = roundSignificand(s, m, rest, bits);
    flags |= inexact ? UE | PE : UE;
    if (e + 24576 < least) { flags |= PE; setZero(z, s); return; }
    setNumber(z, C_FINITE, s, e + 24576 + <i32>(r == 0), r ? r : 0x8000000000000000, 0);
    return;
  }
  if (tiny && flushToZero) { flags |= UE | PE; setZero(z, s); return; }
  const n = <u32>(least - e);
  const r = roundSignificand(s, shiftedHigh(m, n), shiftedLow(m, rest, n), bits);
  if (inexact) flags |= tiny ? UE | PE : PE;
  if (r == 0) setZero(z, s); else setNumber(z, C_FINITE, s, least, r, 0);
}
export function roundSingle(z: usize): void { roundNumber(z, 24, -126, 127); }
export function roundDouble(z: usize): void { roundNumber(z, 53, -1022, 1023); }

/** Round a finite number to an integer of the same value range; the sign of a zero result is kept. */
export function roundToIntegral(z: usize): void {
  if (kind(z) != C_FINITE || exponent(z) >= 63) return;
  const s = sign(z), e = exponent(z);
  const n: u32 = 63 - e;
  const m = roundSignificand(s, shiftedHigh(sig(z), n), shiftedLow(sig(z), low(z), n), 64);
  if (inexact) flags |= PE;
  if (m == 0) { setZero(z, s); return; }
  const shift = clz<u64>(m);
  setNumber(z, C_FINITE, s, 63 - <i32>shift, m << shift, 0);
}
/** The integer value of `z` in `bits` (16, 32, 64) two's complement, or the integer indefinite with an invalid exception. */
export function toInteger(z: usize, bits: u32): i64 {
  const k = kind(z), indefinite = <i64>-1 << (bits - 1);
  if (k == 0) return 0;
  const before = flags;
  if (k == C_FINITE) {
    const s = sign(z);
    roundToIntegral(z);
    if (kind(z) == 0) return 0;
    const e = exponent(z);
    if (e < 63) {
      const m = <i64>(sig(z) >> (63 - e)), v = s ? -m : m;
      if (v >= indefinite && v <= ~indefinite) return v;
    } else if (e == 63 && s && bits == 64 && sig(z) == 0x8000000000000000) return indefinite;
  }
  flags = before | IE;
  return indefinite;
}
