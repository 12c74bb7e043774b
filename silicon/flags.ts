// Lazy flags: the last result (LF_RES, sign-extended to 64 bits) and what it does not tell (LF_AUX): bit 63 CF, bit 62 CF^OF,
// bits 15:8 parity delta, bit 3 AF, bit 0 sign delta. Every combination of the six flags has a representation.
import { LF_RES, LF_AUX, RFLAGS } from "./gen/layout";

export const F_CF: u64 = 1;
export const F_PF: u64 = 4;
export const F_AF: u64 = 0x10;
export const F_ZF: u64 = 0x40;
export const F_SF: u64 = 0x80;
export const F_TF: u64 = 0x100;
export const F_IF: u64 = 0x200;
export const F_DF: u64 = 0x400;
export const F_OF: u64 = 0x800;
export const F_IOPL: u64 = 0x3000;
export const F_NT: u64 = 0x4000;
export const F_RF: u64 = 0x10000;
export const F_VM: u64 = 0x20000;
export const F_AC: u64 = 0x40000;
export const F_VIF: u64 = 0x80000;
export const F_VIP: u64 = 0x100000;
export const F_ID: u64 = 0x200000;
/** The flags that are lazy. */
export const F_ARITH: u64 = 0x8d5;
/** Every flag a program can hold. */
export const F_ALL: u64 = 0x3f7fd5;

const TOP: u64 = 0x8000000000000000;
const CARRIES: u64 = 0xC000000000000008;

// @ts-ignore: decorator
@inline function sext<T>(r: T): u64 {
  if (sizeof<T>() == 1) return <u64><i64><i8>r;
  if (sizeof<T>() == 2) return <u64><i64><i16>r;
  if (sizeof<T>() == 4) return <u64><i64><i32>r;
  return <u64>r;
}
/** Carry vector of width T to LF_AUX form: carry out of the top bit in 63, into it in 62, AF in 3. */
// @ts-ignore: decorator
@inline function carries<T>(c: T): u64 {
  if (sizeof<T>() == 8) return <u64>c & CARRIES;
  return ((<u64>c << (64 - (sizeof<T>() << 3))) & 0xC000000000000000) | (<u64>c & 8);
}
// @ts-ignore: decorator
@inline export function fAdd<T>(a: T, b: T, r: T): void {
  store<u64>(LF_RES, sext<T>(r)); store<u64>(LF_AUX, carries<T>((a & b) | ((a | b) & ~r)));
}
// @ts-ignore: decorator
@inline export function fSub<T>(a: T, b: T, r: T): void {
  store<u64>(LF_RES, sext<T>(r)); store<u64>(LF_AUX, carries<T>((~a & b) | ((~a | b) & r)));
}
// @ts-ignore: decorator
@inline export function fLogic<T>(r: T): void { store<u64>(LF_RES, sext<T>(r)); store<u64>(LF_AUX, 0); }
/** Result plus explicit CF and OF (0 or 1); AF clear. */
// @ts-ignore: decorator
@inline export function fShift<T>(r: T, c: u64, o: u64): void {
  store<u64>(LF_RES, sext<T>(r)); store<u64>(LF_AUX, (c << 63) | ((c ^ o) << 62));
}
/** Replace CF and OF (0 or 1), keep the rest: rotates. */
// @ts-ignore: decorator
@inline export function fCarryOverflow(c: u64, o: u64): void {
  store<u64>(LF_AUX, (load<u64>(LF_AUX) & 0x3fffffffffffffff) | (c << 63) | ((c ^ o) << 62));
}
/** INC and DEC: as ADD or SUB with CF kept. */
// @ts-ignore: decorator
@inline export function fInc<T>(a: T, r: T): void { stepped<T>(a, r, ~a & r); }
// @ts-ignore: decorator
@inline export function fDec<T>(a: T, r: T): void { stepped<T>(a, r, a & ~r); }
/** The top bit of `turned` is OF; AF is where bit 4 changed. */
// @ts-ignore: decorator
@inline function stepped<T>(a: T, r: T, turned: T): void {
  const c = load<u64>(LF_AUX) & TOP, o = (<u64>turned << (64 - (sizeof<T>() << 3))) & TOP;
  store<u64>(LF_RES, sext<T>(r));
  store<u64>(LF_AUX, c | ((c ^ o) >> 1) | (<u64>((a ^ r) >> 1) & 8));
}
// @ts-ignore: decorator
@inline export function setCarry(c: u64): void {
  const aux = load<u64>(LF_AUX), o = (aux >> 63) ^ ((aux >> 62) & 1);
  store<u64>(LF_AUX, (aux & 0x3fffffffffffffff) | (c << 63) | ((c ^ o) << 62));
}

// @ts-ignore: decorator
@inline export function cf(): bool { return load<i64>(LF_AUX) < 0; }
// @ts-ignore: decorator
@inline export function zf(): bool { return load<u64>(LF_RES) == 0; }
// @ts-ignore: decorator
@inline export function sf(): bool { return <i64>(load<u64>(LF_RES) ^ (load<u64>(LF_AUX) << 63)) < 0; }
// @ts-ignore: decorator
@inline export function ovf(): bool { const a = load<u64>(LF_AUX); return <i64>(a ^ (a << 1)) < 0; }
// @ts-ignore: decorator
@inline export function pf(): bool {
  const b = (load<u64>(LF_RES) ^ (load<u64>(LF_AUX) >> 8)) & 0xff;
  return (popcnt<u32>(<u32>b) & 1) == 0;
}
// @ts-ignore: decorator
@inline export function lt(): bool { return sf() != ovf(); }

/** Condition code `cc` of Jcc, SETcc and CMOVcc; constant when inlined. */
// @ts-ignore: decorator
@inline export function cond(cc: i32): bool {
  if (cc == 0) return ovf();
  if (cc == 1) return !ovf();
  if (cc == 2) return cf();
  if (cc == 3) return !cf();
  if (cc == 4) return zf();
  if (cc == 5) return !zf();
  if (cc == 6) return cf() | zf();
  if (cc == 7) return !(cf() | zf());
  if (cc == 8) return sf();
  if (cc == 9) return !sf();
  if (cc == 10) return pf();
  if (cc == 11) return !pf();
  if (cc == 12) return lt();
  if (cc == 13) return !lt();
  if (cc == 14) return lt() | zf();
  return !(lt() | zf());
}

/** The six arithmetic flags in RFLAGS positions. */
export function arithFlags(): u64 {
  return <u64>cf() | (<u64>pf() << 2) | ((load<u64>(LF_AUX) & 8) << 1) | (<u64>zf() << 6) | (<u64>sf() << 7) | (<u64>ovf() << 11);
}
/** All of RFLAGS as a program sees it. */
export function getFlags(): u64 { return (load<u64>(RFLAGS) & ~F_ARITH) | 2 | arithFlags(); }
/** Make the lazy pair represent the six flags of `v`. */
export function setArith(v: u64): void {
  const c = v & 1, o = (v >> 11) & 1, z = (v >> 6) & 1, s = (v >> 7) & 1;
  // The result is 0 for ZF and 1 otherwise; sign and parity are then deltas from it.
  const res: u64 = z ^ 1;
  const parityNow = (popcnt<u64>(res) & 1) ^ 1;
  const delta = parityNow ^ ((v >> 2) & 1);
  store<u64>(LF_RES, res);
  store<u64>(LF_AUX, (c << 63) | ((c ^ o) << 62) | (delta << 8) | ((v & F_AF) >> 1) | s);
}
/** Set all of RFLAGS: the arithmetic ones lazily, the rest (bit 1 set) in RFLAGS. */
export function setFlags(v: u64): void { setArith(v); store<u64>(RFLAGS, (v & F_ALL & ~F_ARITH) | 2); }
