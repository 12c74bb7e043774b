// HADD, HSUB, ADDSUB and DPP: lane functions on 128 bits made of packed additions, subtractions and products.
import { stepTraps } from "../fpu/sseException";
import { addLanes, subLanes, mulLanes } from "../fpu/sseArithmetic";

// @ts-ignore: decorator
@inline function even(a: v128, b: v128): v128 { return v128.shuffle<i32>(a, b, 0, 2, 4, 6); }
// @ts-ignore: decorator
@inline function odd(a: v128, b: v128): v128 { return v128.shuffle<i32>(a, b, 1, 3, 5, 7); }
// @ts-ignore: decorator
@inline function low(a: v128, b: v128): v128 { return v128.shuffle<i64>(a, b, 0, 2); }
// @ts-ignore: decorator
@inline function high(a: v128, b: v128): v128 { return v128.shuffle<i64>(a, b, 1, 3); }

export function haddps(a: v128, b: v128): v128 { return addLanes<u32>(even(a, b), odd(a, b)); }
export function haddpd(a: v128, b: v128): v128 { return addLanes<u64>(low(a, b), high(a, b)); }
export function hsubps(a: v128, b: v128): v128 { return subLanes<u32>(even(a, b), odd(a, b)); }
export function hsubpd(a: v128, b: v128): v128 { return subLanes<u64>(low(a, b), high(a, b)); }
/** Elements that are not wanted are computed from zeros, which raise no exception. */
export function addsubps(a: v128, b: v128): v128 {
  const added = i64x2.splat(0xffffffff00000000);
  return v128.bitselect(addLanes<u32>(v128.and(a, added), v128.and(b, added)), subLanes<u32>(v128.andnot(a, added), v128.andnot(b, added)), added);
}
export function addsubpd(a: v128, b: v128): v128 {
  const added = i64x2(0, -1);
  return v128.bitselect(addLanes<u64>(v128.and(a, added), v128.and(b, added)), subLanes<u64>(v128.andnot(a, added), v128.andnot(b, added)), added);
}
// @ts-ignore: decorator
@inline function chosen4(i: u32): v128 { return i32x4.ne(v128.and(i32x4.splat(i), i32x4(1, 2, 4, 8)), i32x4.splat(0)); }
// @ts-ignore: decorator
@inline function chosen2(i: u32): v128 { return i64x2.ne(v128.and(i64x2.splat(i), i64x2(1, 2)), i64x2.splat(0)); }
/** Bits 7:4 of the immediate choose the products, bits 3:0 the elements that get their sum. An unmasked exception ends it at its step. */
export function dpps(a: v128, b: v128, i: u32): v128 {
  const wanted = chosen4(i >> 4);
  const products = v128.and(mulLanes<u32>(v128.and(a, wanted), v128.and(b, wanted)), wanted);
  if (stepTraps()) return products;
  const sums = haddps(products, products);
  if (stepTraps()) return sums;
  return v128.and(addLanes<u32>(v128.shuffle<i32>(sums, sums, 0, 0, 0, 0), v128.shuffle<i32>(sums, sums, 1, 1, 1, 1)), chosen4(i));
}
export function dppd(a: v128, b: v128, i: u32): v128 {
  const wanted = chosen2(i >> 4);
  const products = v128.and(mulLanes<u64>(v128.and(a, wanted), v128.and(b, wanted)), wanted);
  if (stepTraps()) return products;
  return v128.and(haddpd(products, products), chosen2(i));
}
