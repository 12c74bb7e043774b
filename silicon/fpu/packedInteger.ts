// Lane functions of the integer operations: `a` is the first source, `b` the second.

/** The upper halves of eight 32-bit products. */
// @ts-ignore: decorator
@inline function highWords(low: v128, high: v128): v128 { return v128.shuffle<i16>(low, high, 1, 3, 5, 7, 9, 11, 13, 15); }
/** In each half, the sum of its eight bytes. */
// @ts-ignore: decorator
@inline function sumsOfBytes(v: v128): v128 {
  const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(v));
  return i64x2.add(v128.and(sums, v128.splat<u64>(0xffffffff)), i64x2.shr_u(sums, 32));
}

export function paddb(a: v128, b: v128): v128 { return i8x16.add(a, b); }
export function paddw(a: v128, b: v128): v128 { return i16x8.add(a, b); }
export function paddd(a: v128, b: v128): v128 { return i32x4.add(a, b); }
export function paddq(a: v128, b: v128): v128 { return i64x2.add(a, b); }
export function psubb(a: v128, b: v128): v128 { return i8x16.sub(a, b); }
export function psubw(a: v128, b: v128): v128 { return i16x8.sub(a, b); }
export function psubd(a: v128, b: v128): v128 { return i32x4.sub(a, b); }
export function psubq(a: v128, b: v128): v128 { return i64x2.sub(a, b); }
export function paddsb(a: v128, b: v128): v128 { return i8x16.add_sat_s(a, b); }
export function paddsw(a: v128, b: v128): v128 { return i16x8.add_sat_s(a, b); }
export function paddusb(a: v128, b: v128): v128 { return i8x16.add_sat_u(a, b); }
export function paddusw(a: v128, b: v128): v128 { return i16x8.add_sat_u(a, b); }
export function psubsb(a: v128, b: v128): v128 { return i8x16.sub_sat_s(a, b); }
export function psubsw(a: v128, b: v128): v128 { return i16x8.sub_sat_s(a, b); }
export function psubusb(a: v128, b: v128): v128 { return i8x16.sub_sat_u(a, b); }
export function psubusw(a: v128, b: v128): v128 { return i16x8.sub_sat_u(a, b); }
export function pand(a: v128, b: v128): v128 { return v128.and(a, b); }
export function pandn(a: v128, b: v128): v128 { return v128.andnot(b, a); }
export function por(a: v128, b: v128): v128 { return v128.or(a, b); }
export function pxor(a: v128, b: v128): v128 { return v128.xor(a, b); }
export function pcmpeqb(a: v128, b: v128): v128 { return i8x16.eq(a, b); }
export function pcmpeqw(a: v128, b: v128): v128 { return i16x8.eq(a, b); }
export function pcmpeqd(a: v128, b: v128): v128 { return i32x4.eq(a, b); }
export function pcmpgtb(a: v128, b: v128): v128 { return i8x16.gt_s(a, b); }
export function pcmpgtw(a: v128, b: v128): v128 { return i16x8.gt_s(a, b); }
export function pcmpgtd(a: v128, b: v128): v128 { return i32x4.gt_s(a, b); }
export function pavgb(a: v128, b: v128): v128 { return i8x16.avgr_u(a, b); }
export function pavgw(a: v128, b: v128): v128 { return i16x8.avgr_u(a, b); }
export function pminub(a: v128, b: v128): v128 { return i8x16.min_u(a, b); }
export function pmaxub(a: v128, b: v128): v128 { return i8x16.max_u(a, b); }
export function pminsw(a: v128, b: v128): v128 { return i16x8.min_s(a, b); }
export function pmaxsw(a: v128, b: v128): v128 { return i16x8.max_s(a, b); }
export function pmullw(a: v128, b: v128): v128 { return i16x8.mul(a, b); }
export function pmulhw(a: v128, b: v128): v128 {
  return highWords(i32x4.extmul_low_i16x8_s(a, b), i32x4.extmul_high_i16x8_s(a, b));
}
export function pmulhuw(a: v128, b: v128): v128 {
  return highWords(i32x4.extmul_low_i16x8_u(a, b), i32x4.extmul_high_i16x8_u(a, b));
}
export function pmaddwd(a: v128, b: v128): v128 { return i32x4.dot_i16x8_s(a, b); }
export function pmuludq(a: v128, b: v128): v128 {
  return i64x2.mul(v128.and(a, v128.splat<u64>(0xffffffff)), v128.and(b, v128.splat<u64>(0xffffffff)));
}
export function psadbw(a: v128, b: v128): v128 {
  return sumsOfBytes(i8x16.sub(i8x16.max_u(a, b), i8x16.min_u(a, b)));
}
