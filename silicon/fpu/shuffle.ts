// Lane functions that pack, interleave and reorder; and the moves of one word.
import { dst, ea, imm, isMem, next, src, wr } from "../record";
import { ld } from "../mem";
import { checkAvx, checkMmx, checkSse, enterMmx } from "./check";
import { immediate, put128, vvvv } from "./laneOperand";

/** Both operands of an MMX form side by side, so that the 128-bit operation has its result in the low half. */
// @ts-ignore: decorator
@inline function beside(a: v128, b: v128): v128 { return v128.shuffle<i64>(a, b, 0, 2); }
// @ts-ignore: decorator
@inline function upper(v: v128): v128 { return v128.shuffle<i64>(v, v, 1, 1); }

export function packsswb(a: v128, b: v128): v128 { return i8x16.narrow_i16x8_s(a, b); }
export function packuswb(a: v128, b: v128): v128 { return i8x16.narrow_i16x8_u(a, b); }
export function packssdw(a: v128, b: v128): v128 { return i16x8.narrow_i32x4_s(a, b); }
export function packsswbMmx(a: v128, b: v128): v128 { const v = beside(a, b); return i8x16.narrow_i16x8_s(v, v); }
export function packuswbMmx(a: v128, b: v128): v128 { const v = beside(a, b); return i8x16.narrow_i16x8_u(v, v); }
export function packssdwMmx(a: v128, b: v128): v128 { const v = beside(a, b); return i16x8.narrow_i32x4_s(v, v); }

export function punpcklbw(a: v128, b: v128): v128 { return v128.shuffle<i8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23); }
export function punpcklwd(a: v128, b: v128): v128 { return v128.shuffle<i16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11); }
export function punpckldq(a: v128, b: v128): v128 { return v128.shuffle<i32>(a, b, 0, 4, 1, 5); }
export function punpcklqdq(a: v128, b: v128): v128 { return v128.shuffle<i64>(a, b, 0, 2); }
export function punpckhbw(a: v128, b: v128): v128 { return v128.shuffle<i8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31); }
export function punpckhwd(a: v128, b: v128): v128 { return v128.shuffle<i16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15); }
export function punpckhdq(a: v128, b: v128): v128 { return v128.shuffle<i32>(a, b, 2, 6, 3, 7); }
export function punpckhqdq(a: v128, b: v128): v128 { return v128.shuffle<i64>(a, b, 1, 3); }
export function punpckhbwMmx(a: v128, b: v128): v128 { return upper(punpcklbw(a, b)); }
export function punpckhwdMmx(a: v128, b: v128): v128 { return upper(punpcklwd(a, b)); }
export function punpckhdqMmx(a: v128, b: v128): v128 { return upper(punpckldq(a, b)); }

/** Byte indices of the 32-bit element that field `n` of `order` chooses. */
// @ts-ignore: decorator
@inline function indices(order: u32, n: u32): u64 { return 0x03020100 + ((order >> (n << 1)) & 3) * 0x04040404; }
export function pshufd(b: v128, order: u32): v128 {
  const low = indices(order, 0) | (indices(order, 1) << 32), high = indices(order, 2) | (indices(order, 3) << 32);
  return i8x16.swizzle(b, i64x2.replace_lane(i64x2.splat(low), 1, high));
}
export function shufps(a: v128, b: v128, order: u32): v128 { return v128.shuffle<i64>(pshufd(a, order), pshufd(b, order), 0, 3); }
export function shufpd(a: v128, b: v128, order: u32): v128 {
  const low = order & 1 ? v128.extract_lane<u64>(a, 1) : v128.extract_lane<u64>(a, 0);
  const high = order & 2 ? v128.extract_lane<u64>(b, 1) : v128.extract_lane<u64>(b, 0);
  return i64x2.replace_lane(i64x2.splat(low), 1, high);
}
/** The four words of `v` in another order. */
// @ts-ignore: decorator
@inline function words(v: u64, o: u32): u64 {
  return ((v >> ((o & 3) << 4)) & 0xffff) | (((v >> (((o >> 2) & 3) << 4)) & 0xffff) << 16)
    | (((v >> (((o >> 4) & 3) << 4)) & 0xffff) << 32) | ((v >> (((o >> 6) & 3) << 4)) << 48);
}
/** Also PSHUFW, in the low half. */
export function pshuflw(b: v128, order: u32): v128 { return i64x2.replace_lane(b, 0, words(v128.extract_lane<u64>(b, 0), order)); }
export function pshufhw(b: v128, order: u32): v128 { return i64x2.replace_lane(b, 1, words(v128.extract_lane<u64>(b, 1), order)); }

// @ts-ignore: decorator
@inline function word(p: usize): u16 { return isMem(p) ? ld<u16>(ea(p), p) : load<u16>(src(p)); }
export function pinsrw(p: usize): usize {
  checkSse(p);
  store<u16>(dst(p) + ((<usize>imm(p) & 7) << 1), word(p));
  return next(p);
}
export function vpinsrw(p: usize): usize {
  checkAvx(p);
  const v = word(p), d = dst(p);
  put128(d, v128.load(vvvv(p)));
  store<u16>(d + ((<usize>immediate(p) & 7) << 1), v);
  return next(p);
}
export function pinsrwMmx(p: usize): usize {
  checkMmx(p);
  const v = word(p);
  enterMmx();
  const d = dst(p);
  store<u16>(d + ((<usize>imm(p) & 3) << 1), v);
  store<u16>(d, 0xffff, 8);
  return next(p);
}
export function pextrw(p: usize): usize { checkSse(p); wr<u32>(dst(p), load<u16>(src(p) + ((<usize>imm(p) & 7) << 1))); return next(p); }
export function vpextrw(p: usize): usize { checkAvx(p); wr<u32>(dst(p), load<u16>(src(p) + ((<usize>immediate(p) & 7) << 1))); return next(p); }
export function pextrwMmx(p: usize): usize {
  checkMmx(p); enterMmx();
  wr<u32>(dst(p), load<u16>(src(p) + ((<usize>imm(p) & 3) << 1)));
  return next(p);
}
