// GFNI, AES and PCLMULQDQ: arithmetic on polynomials over bits. Bytes are elements of the field of 256 that AES uses.

const REDUCTION: i8 = 0x1b;

/** Every byte times x. */
// @ts-ignore: decorator
@inline function twice(v: v128): v128 { return v128.xor(i8x16.add(v, v), v128.and(i8x16.shr_s(v, 7), i8x16.splat(REDUCTION))); }

export function gf2p8mulb(a: v128, b: v128): v128 {
  let r = i8x16.splat(0);
  for (let k = 0; k < 8; k++) {
    // Horner, from the top bit of `b` down.
    r = v128.xor(twice(r), v128.and(a, i8x16.shr_s(b, 7)));
    b = i8x16.shl(b, 1);
  }
  return r;
}
/** In each half, every byte of `a` times the matrix in `b`, plus the immediate. */
export function gf2p8affineqb(a: v128, b: v128, i: u32): v128 {
  let r = i8x16.splat(<i8>i);
  for (let k = 0; k < 8; k++) {
    const row = i8x16.swizzle(b, i8x16.sub(i8x16(7, 7, 7, 7, 7, 7, 7, 7, 15, 15, 15, 15, 15, 15, 15, 15), i8x16.splat(<i8>k)));
    r = v128.xor(r, i8x16.shl(v128.and(i8x16.popcnt(v128.and(row, a)), i8x16.splat(1)), k));
  }
  return r;
}
/** Every byte to the power of 254: its inverse, and zero for zero. */
function inverses(v: v128): v128 {
  let r = v;
  for (let k = 0; k < 6; k++) r = gf2p8mulb(gf2p8mulb(r, r), v);
  return gf2p8mulb(r, r);
}
export function gf2p8affineinvqb(a: v128, b: v128, i: u32): v128 { return gf2p8affineqb(inverses(a), b, i); }

const S_BOX = memory.data(256, 16);
const INVERSE_S_BOX = memory.data(256, 16);
const AES_MATRIX: u64 = 0xf1e3c78f1f3e7cf8;
const AES_CONSTANT: u32 = 0x63;
const BYTES = memory.data(16, 16);
/** The S-box is the inverse and an affine map: no table need be written down. */
function makeBoxes(): void {
  const step = i8x16.splat(16), matrix = i64x2.splat(AES_MATRIX);
  let v = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  for (let at: usize = 0; at < 256; at += 16) {
    v128.store(S_BOX + at, gf2p8affineinvqb(v, matrix, AES_CONSTANT));
    v = i8x16.add(v, step);
  }
  for (let n: usize = 0; n < 256; n++) store<u8>(INVERSE_S_BOX + load<u8>(S_BOX + n), <u8>n);
}
function substituted(v: v128, box: usize): v128 {
  if (load<u8>(S_BOX) == 0) makeBoxes();
  v128.store(BYTES, v);
  for (let i: usize = 0; i < 16; i++) store<u8>(BYTES + i, load<u8>(box + load<u8>(BYTES + i)));
  return v128.load(BYTES);
}
// @ts-ignore: decorator
@inline function shiftedRows(v: v128): v128 { return v128.shuffle<i8>(v, v, 0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12, 1, 6, 11); }
// @ts-ignore: decorator
@inline function unshiftedRows(v: v128): v128 { return v128.shuffle<i8>(v, v, 0, 13, 10, 7, 4, 1, 14, 11, 8, 5, 2, 15, 12, 9, 6, 3); }
function mixedColumns(v: v128): v128 {
  const one = v128.or(i32x4.shr_u(v, 8), i32x4.shl(v, 24)), sum = v128.xor(v, one);
  // 2a + 3b + c + d, for the bytes of a column turned each way.
  return v128.xor(v128.xor(twice(sum), one), v128.or(i32x4.shr_u(sum, 16), i32x4.shl(sum, 16)));
}
export function aesimc(b: v128): v128 {
  const two = v128.or(i32x4.shr_u(b, 16), i32x4.shl(b, 16));
  return mixedColumns(v128.xor(b, twice(twice(v128.xor(b, two)))));
}
export function aesenc(a: v128, b: v128): v128 { return v128.xor(mixedColumns(substituted(shiftedRows(a), S_BOX)), b); }
export function aesenclast(a: v128, b: v128): v128 { return v128.xor(substituted(shiftedRows(a), S_BOX), b); }
export function aesdec(a: v128, b: v128): v128 { return v128.xor(aesimc(substituted(unshiftedRows(a), INVERSE_S_BOX)), b); }
export function aesdeclast(a: v128, b: v128): v128 { return v128.xor(substituted(unshiftedRows(a), INVERSE_S_BOX), b); }
export function aeskeygenassist(b: v128, i: u32): v128 {
  const v = substituted(b, S_BOX);
  return v128.xor(v128.shuffle<i8>(v, v, 4, 5, 6, 7, 5, 6, 7, 4, 12, 13, 14, 15, 13, 14, 15, 12), i32x4(0, i, 0, i));
}

/** The 128-bit product of two polynomials of 64 bits: bits 0 and 4 of the immediate choose the halves. */
export function pclmulqdq(a: v128, b: v128, i: u32): v128 {
  const x = i & 1 ? v128.extract_lane<u64>(a, 1) : v128.extract_lane<u64>(a, 0);
  let y = i & 16 ? v128.extract_lane<u64>(b, 1) : v128.extract_lane<u64>(b, 0);
  let low: u64 = 0, high: u64 = 0;
  for (; y; y &= y - 1) {
    const n = ctz<u64>(y);
    low ^= x << n;
    // In two steps: a shift by 64 would be one by nothing.
    high ^= (x >> 1) >> (63 - n);
  }
  return i64x2.replace_lane(i64x2.splat(low), 1, high);
}
