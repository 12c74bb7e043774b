// SSSE3: lane functions on 128 bits. An MMX form has both operands zero-extended, and only the low half of its result counts; where its
// result is not the low half of the 128-bit one, it has a function of its own.

// @ts-ignore: decorator
@inline function evenWords(a: v128, b: v128): v128 { return v128.shuffle<i16>(a, b, 0, 2, 4, 6, 8, 10, 12, 14); }
// @ts-ignore: decorator
@inline function oddWords(a: v128, b: v128): v128 { return v128.shuffle<i16>(a, b, 1, 3, 5, 7, 9, 11, 13, 15); }
// @ts-ignore: decorator
@inline function evenDwords(a: v128, b: v128): v128 { return v128.shuffle<i32>(a, b, 0, 2, 4, 6); }
// @ts-ignore: decorator
@inline function oddDwords(a: v128, b: v128): v128 { return v128.shuffle<i32>(a, b, 1, 3, 5, 7); }
/** The two operands of an MMX form in one register. */
// @ts-ignore: decorator
@inline function beside(a: v128, b: v128): v128 { return v128.shuffle<i64>(a, b, 0, 2); }

export function phaddw(a: v128, b: v128): v128 { return i16x8.add(evenWords(a, b), oddWords(a, b)); }
export function phaddd(a: v128, b: v128): v128 { return i32x4.add(evenDwords(a, b), oddDwords(a, b)); }
export function phaddsw(a: v128, b: v128): v128 { return i16x8.add_sat_s(evenWords(a, b), oddWords(a, b)); }
export function phsubw(a: v128, b: v128): v128 { return i16x8.sub(evenWords(a, b), oddWords(a, b)); }
export function phsubd(a: v128, b: v128): v128 { return i32x4.sub(evenDwords(a, b), oddDwords(a, b)); }
export function phsubsw(a: v128, b: v128): v128 { return i16x8.sub_sat_s(evenWords(a, b), oddWords(a, b)); }
export function phaddwMmx(a: v128, b: v128): v128 { const v = beside(a, b); return phaddw(v, v); }
export function phadddMmx(a: v128, b: v128): v128 { const v = beside(a, b); return phaddd(v, v); }
export function phaddswMmx(a: v128, b: v128): v128 { const v = beside(a, b); return phaddsw(v, v); }
export function phsubwMmx(a: v128, b: v128): v128 { const v = beside(a, b); return phsubw(v, v); }
export function phsubdMmx(a: v128, b: v128): v128 { const v = beside(a, b); return phsubd(v, v); }
export function phsubswMmx(a: v128, b: v128): v128 { const v = beside(a, b); return phsubsw(v, v); }

/** An index byte with bit 7 set gives zero: so does any beyond 15 in wasm. */
export function pshufb(a: v128, b: v128): v128 { return i8x16.swizzle(a, v128.and(b, i8x16.splat(-0x71))); }
export function pshufbMmx(a: v128, b: v128): v128 { return i8x16.swizzle(a, v128.and(b, i8x16.splat(-0x79))); }

export function pabsb(b: v128): v128 { return i8x16.abs(b); }
export function pabsw(b: v128): v128 { return i16x8.abs(b); }
export function pabsd(b: v128): v128 { return i32x4.abs(b); }
/** `a` negated where `b` is negative, zero where it is zero. */
export function psignb(a: v128, b: v128): v128 {
  return v128.andnot(v128.bitselect(i8x16.neg(a), a, i8x16.shr_s(b, 7)), i8x16.eq(b, i8x16.splat(0)));
}
export function psignw(a: v128, b: v128): v128 {
  return v128.andnot(v128.bitselect(i16x8.neg(a), a, i16x8.shr_s(b, 15)), i16x8.eq(b, i16x8.splat(0)));
}
export function psignd(a: v128, b: v128): v128 {
  return v128.andnot(v128.bitselect(i32x4.neg(a), a, i32x4.shr_s(b, 31)), i32x4.eq(b, i32x4.splat(0)));
}

/** Unsigned bytes times signed bytes, neighbours added with saturation. */
export function pmaddubsw(a: v128, b: v128): v128 {
  const even = i16x8.mul(v128.and(a, i16x8.splat(0xff)), i16x8.shr_s(i16x8.shl(b, 8), 8));
  return i16x8.add_sat_s(even, i16x8.mul(i16x8.shr_u(a, 8), i16x8.shr_s(b, 8)));
}
/** The one product wasm saturates, of the least words, wraps here. */
export function pmulhrsw(a: v128, b: v128): v128 {
  const least = i16x8.splat(-0x8000);
  return v128.xor(i16x8.q15mulr_sat_s(a, b), v128.and(i16x8.eq(a, least), i16x8.eq(b, least)));
}

const WINDOW = memory.data(64, 16);
/** Bytes `i` to `i` + 15 of `b` with `a` above it and zeros above that. */
export function palignr(a: v128, b: v128, i: u32): v128 {
  v128.store(WINDOW, b); v128.store(WINDOW, a, 16);
  return v128.load(WINDOW + min<u32>(i, 32));
}
export function palignrMmx(a: v128, b: v128, i: u32): v128 {
  v128.store(WINDOW, beside(b, a)); v128.store(WINDOW, i64x2.splat(0), 16);
  return v128.load(WINDOW + min<u32>(i, 16));
}
