// Multiplication and division. As on Zen, a multiplication changes only CF and OF, and a division leaves SF, ZF and PF clear, AF set and
// the other two as they were.
import { RAX, RDX, LF_RES, LF_AUX, CURP, I_IMM } from "../gen/layout";
import { dst, src, ea, next, wr, isMem } from "../record";
import { ld } from "../mem";
import { fCarryOverflow } from "../flags";
import { raise, V_DE } from "../fault";

// @ts-ignore: decorator
@inline function operand<T>(p: usize): T { return isMem(p) ? ld<T>(ea(p), p) : load<T>(src(p)); }

/** High half of an unsigned 64 by 64 bit product. */
export function mulHigh(a: u64, b: u64): u64 {
  const al = a & 0xffffffff, ah = a >> 32, bl = b & 0xffffffff, bh = b >> 32;
  const low = al * bl, m1 = ah * bl + (low >> 32), m2 = al * bh + (m1 & 0xffffffff);
  return ah * bh + (m1 >> 32) + (m2 >> 32);
}
/** High half of a signed one. */
function mulHighSigned(a: i64, b: i64): i64 {
  return <i64>(mulHigh(<u64>a, <u64>b) - (<u64>(a >> 63) & <u64>b) - (<u64>(b >> 63) & <u64>a));
}

export function mul<T>(p: usize): usize {
  const b = operand<T>(p), a = load<T>(RAX);
  let over = false;
  if (sizeof<T>() == 8) {
    const high = mulHigh(<u64>a, <u64>b);
    store<u64>(RAX, <u64>a * <u64>b); store<u64>(RDX, high);
    over = high != 0;
  } else {
    const r = <u64>a * <u64>b, high = r >> (sizeof<T>() << 3);
    if (sizeof<T>() == 1) store<u16>(RAX, <u16>r); else { wr<T>(RAX, <T>r); wr<T>(RDX, <T>high); }
    over = high != 0;
  }
  fCarryOverflow(<u64>over, <u64>over);
  return next(p);
}
/** IMUL with one operand. */
export function imulWide<T>(p: usize): usize {
  const b = widen<T>(operand<T>(p)), a = widen<T>(load<T>(RAX)), r = a * b;
  let over = false;
  if (sizeof<T>() == 8) {
    const high = mulHighSigned(a, b);
    store<i64>(RAX, r); store<i64>(RDX, high);
    over = high != r >> 63;
  } else {
    if (sizeof<T>() == 1) store<i16>(RAX, <i16>r); else { wr<T>(RAX, <T>r); wr<T>(RDX, <T>(r >> (sizeof<T>() << 3))); }
    over = r != widen<T>(<T>r);
  }
  fCarryOverflow(<u64>over, <u64>over);
  return next(p);
}
// @ts-ignore: decorator
@inline function widen<T>(a: T): i64 {
  if (sizeof<T>() == 1) return <i64><i8>a;
  if (sizeof<T>() == 2) return <i64><i16>a;
  if (sizeof<T>() == 4) return <i64><i32>a;
  return <i64>a;
}

/** A 64-bit product that needs more than 64 bits. */
function overflows(a: i64, b: i64): bool { return mulHighSigned(a, b) != (a * b) >> 63; }
// @ts-ignore: decorator
@inline function product<T>(a: T, b: T, f: bool): T {
  const x = widen<T>(a), y = widen<T>(b), r = x * y;
  if (f) {
    let over: bool;
    if (sizeof<T>() == 8) over = (x != <i64><i32>x || y != <i64><i32>y) && overflows(x, y);
    else over = r != widen<T>(<T>r);
    fCarryOverflow(<u64>over, <u64>over);
  }
  return <T>r;
}
// @ts-ignore: decorator
@inline export function imul_rs<T>(p: usize, f: bool): usize {
  const d = dst(p); wr<T>(d, product<T>(load<T>(d), load<T>(src(p)), f)); return next(p);
}
// @ts-ignore: decorator
@inline export function imul_rm<T>(p: usize, f: bool): usize {
  const d = dst(p), b = ld<T>(ea(p), p); wr<T>(d, product<T>(load<T>(d), b, f)); return next(p);
}
// @ts-ignore: decorator
@inline export function imulImm_rs<T>(p: usize, f: bool): usize {
  wr<T>(dst(p), product<T>(load<T>(src(p)), load<T>(p, I_IMM), f)); return next(p);
}
// @ts-ignore: decorator
@inline export function imulImm_rm<T>(p: usize, f: bool): usize {
  const a = ld<T>(ea(p), p); wr<T>(dst(p), product<T>(a, load<T>(p, I_IMM), f)); return next(p);
}

// @ts-ignore: decorator
@inline function divideError(p: usize): void { store<u32>(CURP, p); raise(V_DE, 0); }
// @ts-ignore: decorator
@inline function divided(): void {
  // 1 is neither zero nor negative and has odd parity.
  store<u64>(LF_RES, 1);
  store<u64>(LF_AUX, (load<u64>(LF_AUX) & 0xc000000000000000) | 8);
}
let remainder: u64 = 0;
/** Quotient of high:low by d, where high < d; the remainder is left in `remainder`. Two digits of 32 bits, by trial and correction. */
function divideWide(high: u64, low: u64, d: u64): u64 {
  if (!high) { remainder = low % d; return low / d; }
  const s = clz<u64>(d);
  const v = d << s, v1 = v >> 32, v0 = v & 0xffffffff;
  let rest = s ? (high << s) | (low >> (64 - s)) : high;
  const tail = low << s;
  const q1 = digit(rest, tail >> 32, v1, v0);
  rest = (rest << 32) + (tail >> 32) - q1 * v;
  const q0 = digit(rest, tail & 0xffffffff, v1, v0);
  remainder = ((rest << 32) + (tail & 0xffffffff) - q0 * v) >> s;
  return (q1 << 32) + q0;
}
/** One 32-bit digit of rest:following by v1:v0, whose top bit is set. */
function digit(rest: u64, following: u64, v1: u64, v0: u64): u64 {
  let q = rest / v1, r = rest % v1;
  while (q > 0xffffffff || q * v0 > ((r << 32) | following)) {
    q--; r += v1;
    if (r > 0xffffffff) break;
  }
  return q;
}

export function div<T>(p: usize): usize {
  const d = <u64>operand<T>(p);
  if (!d) divideError(p);
  if (sizeof<T>() == 8) {
    if (load<u64>(RDX) >= d) divideError(p);
    const q = divideWide(load<u64>(RDX), load<u64>(RAX), d);
    store<u64>(RAX, q); store<u64>(RDX, remainder);
  } else {
    const n = sizeof<T>() == 1 ? <u64>load<u16>(RAX) : <u64>load<T>(RAX) | (<u64>load<T>(RDX) << (sizeof<T>() << 3));
    const q = n / d, r = n % d;
    if (q >> (sizeof<T>() << 3)) divideError(p);
    if (sizeof<T>() == 1) store<u16>(RAX, <u16>(q | (r << 8))); else { wr<T>(RAX, <T>q); wr<T>(RDX, <T>r); }
  }
  divided();
  return next(p);
}
export function idiv<T>(p: usize): usize {
  const d = widen<T>(operand<T>(p));
  if (!d) divideError(p);
  if (sizeof<T>() == 8) idivWide(p, d);
  else {
    const n = sizeof<T>() == 1 ? <i64>load<i16>(RAX)
      : sizeof<T>() == 2 ? <i64><i32>(<u32>load<u16>(RAX) | (<u32>load<u16>(RDX) << 16))
      : <i64>(<u64>load<u32>(RAX) | (<u64>load<u32>(RDX) << 32));
    if (n == i64.MIN_VALUE && d == -1) divideError(p);
    const q = n / d, r = n % d;
    if (q != widen<T>(<T>q)) divideError(p);
    if (sizeof<T>() == 1) store<u16>(RAX, <u16>((q & 0xff) | (r << 8))); else { wr<T>(RAX, <T>q); wr<T>(RDX, <T>r); }
  }
  divided();
  return next(p);
}
function idivWide(p: usize, d: i64): void {
  let high = load<u64>(RDX), low = load<u64>(RAX);
  const negative = <i64>high < 0, divisor = d < 0 ? <u64>0 - <u64>d : <u64>d;
  if (negative) { low = 0 - low; high = ~high + <u64>(low == 0); }
  if (high >= divisor) divideError(p);
  const q = divideWide(high, low, divisor), minus = negative != d < 0;
  if (q > (minus ? <u64>1 << 63 : (<u64>1 << 63) - 1)) divideError(p);
  store<u64>(RAX, minus ? 0 - q : q);
  store<u64>(RDX, negative ? 0 - remainder : remainder);
}
