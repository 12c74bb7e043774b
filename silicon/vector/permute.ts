// AVX and AVX2: broadcasts, permutations, insertion and extraction of 128 bits, blends of 32 bits.
import { dst, src, ea, isMem, next } from "../record";
import { ld } from "../mem";
import { checkAvx } from "../fpu/check";
import { read16, write16 } from "../fpu/operand";
import { gap, immediate, put128, put256, UPPER, vex, vvvv, wide } from "../fpu/laneOperand";
import { pshufd, shufpd } from "../fpu/shuffle";

// @ts-ignore: decorator
@inline function fill(p: usize, v: v128): usize {
  if (wide(p)) put256(dst(p), v, v); else put128(dst(p), v);
  return next(p);
}
/** One element everywhere. */
// @ts-ignore: decorator
@inline function element<T>(p: usize): T { checkAvx(p); return isMem(p) ? ld<T>(ea(p), p) : load<T>(src(p)); }
export function broadcast8(p: usize): usize { return fill(p, i8x16.splat(element<i8>(p))); }
export function broadcast16(p: usize): usize { return fill(p, i16x8.splat(element<i16>(p))); }
export function broadcast32(p: usize): usize { return fill(p, i32x4.splat(element<i32>(p))); }
export function broadcast64(p: usize): usize { return fill(p, i64x2.splat(element<i64>(p))); }
export function broadcast128(p: usize): usize { checkAvx(p); return fill(p, v128.load(read16(ea(p), p))); }

export function insert128(p: usize): usize {
  checkAvx(p);
  const v = v128.load(isMem(p) ? read16(ea(p), p) : src(p)), a = vvvv(p), d = dst(p);
  if (immediate(p) & 1) put256(d, v128.load(a), v); else put256(d, v, v128.load(a, UPPER));
  return next(p);
}
export function extract128(p: usize): usize {
  checkAvx(p);
  const v = v128.load(src(p) + (immediate(p) & 1 ? UPPER : 0));
  if (isMem(p)) write16(ea(p), v, p); else put128(dst(p), v);
  return next(p);
}
/** VPERM2F128, VPERM2I128: field 0 to 3 of the four halves, or zero. */
export function permute128(p: usize): usize {
  const m = vex(p), a = vvvv(p), g = gap(p), i = immediate(p);
  const low = half(a, m, g, i), high = half(a, m, g, i >> 4);
  put256(dst(p), low, high);
  return next(p);
}
function half(a: usize, m: usize, g: usize, i: u32): v128 {
  if (i & 8) return i64x2.splat(0);
  return v128.load(i & 2 ? m + (i & 1 ? g : 0) : a + (i & 1 ? UPPER : 0));
}

// Lane functions.
export function permutePs(b: v128, order: u32): v128 { return pshufd(b, order); }
export function permutePd(b: v128, order: u32): v128 { return shufpd(b, b, order); }
/** VPERMILPS with a vector of numbers: bytes of the chosen elements. */
export function permutePsBy(a: v128, b: v128): v128 {
  const n = i32x4.mul(v128.and(b, i32x4.splat(3)), i32x4.splat(0x04040404));
  return i8x16.swizzle(a, i8x16.add(n, i32x4.splat(0x03020100)));
}
/** VPERMILPD takes bit 1 of each number. */
export function permutePdBy(a: v128, b: v128): v128 {
  const second = i64x2.ne(v128.and(b, i64x2.splat(2)), i64x2.splat(0));
  return v128.bitselect(v128.shuffle<i64>(a, a, 1, 1), v128.shuffle<i64>(a, a, 0, 0), second);
}
export function blendDwords(a: v128, b: v128, which: u32): v128 {
  const bits = i32x4(1, 2, 4, 8);
  return v128.bitselect(b, a, i32x4.eq(v128.and(i32x4.splat(which), bits), bits));
}

// Elements across both halves: of eight or four, by a vector or an immediate.
/** Address of element `n` of the r/m operand. */
// @ts-ignore: decorator
@inline function at(m: usize, g: usize, n: u32, shift: u32): usize {
  const offset = <usize>n << shift;
  return m + (offset & 15) + (offset & 16 ? g : 0);
}
function picked32(m: usize, g: usize, order: usize): v128 {
  let r = i32x4.splat(load<i32>(at(m, g, load<u32>(order) & 7, 2)));
  r = i32x4.replace_lane(r, 1, load<i32>(at(m, g, load<u32>(order, 4) & 7, 2)));
  r = i32x4.replace_lane(r, 2, load<i32>(at(m, g, load<u32>(order, 8) & 7, 2)));
  return i32x4.replace_lane(r, 3, load<i32>(at(m, g, load<u32>(order, 12) & 7, 2)));
}
export function permute32(p: usize): usize {
  const m = vex(p), g = gap(p), order = vvvv(p);
  const low = picked32(m, g, order), high = picked32(m, g, order + UPPER);
  put256(dst(p), low, high);
  return next(p);
}
function picked64(m: usize, g: usize, order: u32): v128 {
  return i64x2.replace_lane(i64x2.splat(load<i64>(at(m, g, order & 3, 3))), 1, load<i64>(at(m, g, (order >> 2) & 3, 3)));
}
export function permute64(p: usize): usize {
  const m = vex(p), g = gap(p), order = immediate(p);
  const low = picked64(m, g, order), high = picked64(m, g, order >> 4);
  put256(dst(p), low, high);
  return next(p);
}
