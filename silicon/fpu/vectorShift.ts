// Lane functions that shift: by an immediate, by the low 64 bits of a vector, or each element by its own count.

/** A register shifted by more than its elements' width is zero, or all sign. The wasm operation takes the count modulo the width. */
// @ts-ignore: decorator
@inline function clear(v: v128, keep: bool): v128 { return keep ? v : i64x2.splat(0); }

// @ts-ignore: decorator
@inline function left16(v: v128, n: u64): v128 { return clear(i16x8.shl(v, <i32>n), n < 16); }
// @ts-ignore: decorator
@inline function right16(v: v128, n: u64): v128 { return clear(i16x8.shr_u(v, <i32>n), n < 16); }
// @ts-ignore: decorator
@inline function signed16(v: v128, n: u64): v128 { return i16x8.shr_s(v, n < 16 ? <i32>n : 15); }
// @ts-ignore: decorator
@inline function left32(v: v128, n: u64): v128 { return clear(i32x4.shl(v, <i32>n), n < 32); }
// @ts-ignore: decorator
@inline function right32(v: v128, n: u64): v128 { return clear(i32x4.shr_u(v, <i32>n), n < 32); }
// @ts-ignore: decorator
@inline function signed32(v: v128, n: u64): v128 { return i32x4.shr_s(v, n < 32 ? <i32>n : 31); }
// @ts-ignore: decorator
@inline function left64(v: v128, n: u64): v128 { return clear(i64x2.shl(v, <i32>n), n < 64); }
// @ts-ignore: decorator
@inline function right64(v: v128, n: u64): v128 { return clear(i64x2.shr_u(v, <i32>n), n < 64); }
// @ts-ignore: decorator
@inline function count(b: v128): u64 { return v128.extract_lane<u64>(b, 0); }

export function psllw(a: v128, b: v128): v128 { return left16(a, count(b)); }
export function psllwImm(a: v128, n: u32): v128 { return left16(a, n); }
export function pslld(a: v128, b: v128): v128 { return left32(a, count(b)); }
export function pslldImm(a: v128, n: u32): v128 { return left32(a, n); }
export function psllq(a: v128, b: v128): v128 { return left64(a, count(b)); }
export function psllqImm(a: v128, n: u32): v128 { return left64(a, n); }
export function psrlw(a: v128, b: v128): v128 { return right16(a, count(b)); }
export function psrlwImm(a: v128, n: u32): v128 { return right16(a, n); }
export function psrld(a: v128, b: v128): v128 { return right32(a, count(b)); }
export function psrldImm(a: v128, n: u32): v128 { return right32(a, n); }
export function psrlq(a: v128, b: v128): v128 { return right64(a, count(b)); }
export function psrlqImm(a: v128, n: u32): v128 { return right64(a, n); }
export function psraw(a: v128, b: v128): v128 { return signed16(a, count(b)); }
export function psrawImm(a: v128, n: u32): v128 { return signed16(a, n); }
export function psrad(a: v128, b: v128): v128 { return signed32(a, count(b)); }
export function psradImm(a: v128, n: u32): v128 { return signed32(a, n); }

// A byte whose index is not below 16 comes out as zero.
// @ts-ignore: decorator
@inline function places(): v128 { return i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15); }
export function pslldq(a: v128, n: u32): v128 { return i8x16.swizzle(a, i8x16.sub(places(), i8x16.splat(<i8>min<u32>(n, 16)))); }
export function psrldq(a: v128, n: u32): v128 { return i8x16.swizzle(a, i8x16.add(places(), i8x16.splat(<i8>min<u32>(n, 16)))); }

// @ts-ignore: decorator
@inline function left(a: u32, n: u32): u32 { return n < 32 ? a << n : 0; }
// @ts-ignore: decorator
@inline function right(a: u32, n: u32): u32 { return n < 32 ? a >> n : 0; }
// @ts-ignore: decorator
@inline function arithmetic(a: u32, n: u32): u32 { return <u32>(<i32>a >> min<u32>(n, 31)); }
export function psllvd(a: v128, b: v128): v128 {
  let r = a;
  r = i32x4.replace_lane(r, 0, left(i32x4.extract_lane(a, 0), i32x4.extract_lane(b, 0)));
  r = i32x4.replace_lane(r, 1, left(i32x4.extract_lane(a, 1), i32x4.extract_lane(b, 1)));
  r = i32x4.replace_lane(r, 2, left(i32x4.extract_lane(a, 2), i32x4.extract_lane(b, 2)));
  r = i32x4.replace_lane(r, 3, left(i32x4.extract_lane(a, 3), i32x4.extract_lane(b, 3)));
  return r;
}
export function psrlvd(a: v128, b: v128): v128 {
  let r = a;
  r = i32x4.replace_lane(r, 0, right(i32x4.extract_lane(a, 0), i32x4.extract_lane(b, 0)));
  r = i32x4.replace_lane(r, 1, right(i32x4.extract_lane(a, 1), i32x4.extract_lane(b, 1)));
  r = i32x4.replace_lane(r, 2, right(i32x4.extract_lane(a, 2), i32x4.extract_lane(b, 2)));
  r = i32x4.replace_lane(r, 3, right(i32x4.extract_lane(a, 3), i32x4.extract_lane(b, 3)));
  return r;
}
export function psravd(a: v128, b: v128): v128 {
  let r = a;
  r = i32x4.replace_lane(r, 0, arithmetic(i32x4.extract_lane(a, 0), i32x4.extract_lane(b, 0)));
  r = i32x4.replace_lane(r, 1, arithmetic(i32x4.extract_lane(a, 1), i32x4.extract_lane(b, 1)));
  r = i32x4.replace_lane(r, 2, arithmetic(i32x4.extract_lane(a, 2), i32x4.extract_lane(b, 2)));
  r = i32x4.replace_lane(r, 3, arithmetic(i32x4.extract_lane(a, 3), i32x4.extract_lane(b, 3)));
  return r;
}
export function psllvq(a: v128, b: v128): v128 {
  return v128.shuffle<i64>(left64(a, count(b)), left64(a, v128.extract_lane<u64>(b, 1)), 0, 3);
}
export function psrlvq(a: v128, b: v128): v128 {
  return v128.shuffle<i64>(right64(a, count(b)), right64(a, v128.extract_lane<u64>(b, 1)), 0, 3);
}
