// Packing, interleaving, shuffling and shifting. T is v128 for the SSE2 form and u64 for the MMX form.
import { dst, ea, imm, isMem, next, src, wr } from "../record";
import { ld } from "../mem";
import { checkMmx, checkSse, enterMmx } from "./check";
import { put, putMmx, source16, sourceMmx, x, y, yLow } from "./operand";

/** Both operands of an MMX form side by side, so that the 128-bit operation has its result in the low half. */
// @ts-ignore: decorator
@inline function beside(a: v128, b: v128): v128 { return v128.shuffle<i64>(a, b, 0, 2); }
// @ts-ignore: decorator
@inline function upper(v: v128): v128 { return v128.shuffle<i64>(v, v, 1, 1); }

export function packsswb<T>(p: usize): usize {
  const b = y<T>(p), a = x<T>(p);
  if (isVector<T>()) return put<T>(p, i8x16.narrow_i16x8_s(a, b));
  const v = beside(a, b); return put<T>(p, i8x16.narrow_i16x8_s(v, v));
}
export function packuswb<T>(p: usize): usize {
  const b = y<T>(p), a = x<T>(p);
  if (isVector<T>()) return put<T>(p, i8x16.narrow_i16x8_u(a, b));
  const v = beside(a, b); return put<T>(p, i8x16.narrow_i16x8_u(v, v));
}
export function packssdw<T>(p: usize): usize {
  const b = y<T>(p), a = x<T>(p);
  if (isVector<T>()) return put<T>(p, i16x8.narrow_i32x4_s(a, b));
  const v = beside(a, b); return put<T>(p, i16x8.narrow_i32x4_s(v, v));
}

// @ts-ignore: decorator
@inline function lowBytes(a: v128, b: v128): v128 { return v128.shuffle<i8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23); }
// @ts-ignore: decorator
@inline function lowWords(a: v128, b: v128): v128 { return v128.shuffle<i16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11); }
// @ts-ignore: decorator
@inline function lowDwords(a: v128, b: v128): v128 { return v128.shuffle<i32>(a, b, 0, 4, 1, 5); }

export function punpcklbw<T>(p: usize): usize { const b = yLow<T>(p), a = x<T>(p); return put<T>(p, lowBytes(a, b)); }
export function punpcklwd<T>(p: usize): usize { const b = yLow<T>(p), a = x<T>(p); return put<T>(p, lowWords(a, b)); }
export function punpckldq<T>(p: usize): usize { const b = yLow<T>(p), a = x<T>(p); return put<T>(p, lowDwords(a, b)); }
export function punpckhbw<T>(p: usize): usize {
  const b = y<T>(p), a = x<T>(p);
  if (!isVector<T>()) return put<T>(p, upper(lowBytes(a, b)));
  return put<T>(p, v128.shuffle<i8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31));
}
export function punpckhwd<T>(p: usize): usize {
  const b = y<T>(p), a = x<T>(p);
  return put<T>(p, isVector<T>() ? v128.shuffle<i16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15) : upper(lowWords(a, b)));
}
export function punpckhdq<T>(p: usize): usize {
  const b = y<T>(p), a = x<T>(p);
  return put<T>(p, isVector<T>() ? v128.shuffle<i32>(a, b, 2, 6, 3, 7) : upper(lowDwords(a, b)));
}
export function punpcklqdq(p: usize): usize { const b = y<v128>(p), a = x<v128>(p); return put<v128>(p, v128.shuffle<i64>(a, b, 0, 2)); }
export function punpckhqdq(p: usize): usize { const b = y<v128>(p), a = x<v128>(p); return put<v128>(p, v128.shuffle<i64>(a, b, 1, 3)); }

/** The 32-bit element at `from` that field `i` of `order` chooses. */
// @ts-ignore: decorator
@inline function lane(from: usize, order: u32, i: u32): u64 { return load<u32>(from + (<usize>((order >> (i << 1)) & 3) << 2)); }
export function pshufd(p: usize): usize {
  const s = source16(p), o = <u32>imm(p), d = dst(p);
  const low = lane(s, o, 0) | (lane(s, o, 1) << 32), high = lane(s, o, 2) | (lane(s, o, 3) << 32);
  store<u64>(d, low); store<u64>(d, high, 8);
  return next(p);
}
export function shufps(p: usize): usize {
  const s = source16(p), o = <u32>imm(p), d = dst(p);
  const low = lane(d, o, 0) | (lane(d, o, 1) << 32), high = lane(s, o, 2) | (lane(s, o, 3) << 32);
  store<u64>(d, low); store<u64>(d, high, 8);
  return next(p);
}
export function shufpd(p: usize): usize {
  const s = source16(p), o = <usize>imm(p), d = dst(p);
  const low = load<u64>(d + ((o & 1) << 3)), high = load<u64>(s + ((o & 2) << 2));
  store<u64>(d, low); store<u64>(d, high, 8);
  return next(p);
}
/** The four words of `v` in another order. */
// @ts-ignore: decorator
@inline function words(v: u64, o: u32): u64 {
  return ((v >> ((o & 3) << 4)) & 0xffff) | (((v >> (((o >> 2) & 3) << 4)) & 0xffff) << 16)
    | (((v >> (((o >> 4) & 3) << 4)) & 0xffff) << 32) | ((v >> (((o >> 6) & 3) << 4)) << 48);
}
export function pshuflw(p: usize): usize {
  const s = source16(p), low = words(load<u64>(s), <u32>imm(p)), high = load<u64>(s, 8);
  store<u64>(dst(p), low); store<u64>(dst(p), high, 8);
  return next(p);
}
export function pshufhw(p: usize): usize {
  const s = source16(p), low = load<u64>(s), high = words(load<u64>(s, 8), <u32>imm(p));
  store<u64>(dst(p), low); store<u64>(dst(p), high, 8);
  return next(p);
}
export function pshufw(p: usize): usize { const v = sourceMmx(p); putMmx(dst(p), words(v, <u32>imm(p))); return next(p); }

export function pinsrw(p: usize): usize {
  checkSse(p);
  const v = isMem(p) ? ld<u16>(ea(p), p) : load<u16>(src(p));
  store<u16>(dst(p) + ((<usize>imm(p) & 7) << 1), v);
  return next(p);
}
export function pinsrwMmx(p: usize): usize {
  checkMmx(p);
  const v = isMem(p) ? ld<u16>(ea(p), p) : load<u16>(src(p));
  enterMmx();
  const d = dst(p);
  store<u16>(d + ((<usize>imm(p) & 3) << 1), v);
  store<u16>(d, 0xffff, 8);
  return next(p);
}
export function pextrw(p: usize): usize { checkSse(p); wr<u32>(dst(p), load<u16>(src(p) + ((<usize>imm(p) & 7) << 1))); return next(p); }
export function pextrwMmx(p: usize): usize {
  checkMmx(p); enterMmx();
  wr<u32>(dst(p), load<u16>(src(p) + ((<usize>imm(p) & 3) << 1)));
  return next(p);
}
