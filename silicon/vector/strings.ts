// PCMPESTRI, PCMPESTRM, PCMPISTRI, PCMPISTRM. Memory operands need no alignment, with VEX or without.
import { XMM, RAX, RCX, RDX } from "../gen/layout";
import { dst, src, ea, imm, isMem, next } from "../record";
import { setArith, F_CF, F_ZF, F_SF, F_OF } from "../flags";
import { checkSse } from "../fpu/check";
import { clearUpper, immediate, vex16 } from "../fpu/laneOperand";
import { read16 } from "../fpu/operand";

const A = memory.data(16, 16);
const B = memory.data(16, 16);

/** Of the immediate: signed and word elements, and what is compared. */
const WORDS: u32 = 1; const SIGNED: u32 = 2;
const ANY: u32 = 0; const RANGES: u32 = 1; const EACH: u32 = 2;

function element(from: usize, i: u32, format: u32): i32 {
  if (format & WORDS) return format & SIGNED ? <i32>load<i16>(from + (i << 1)) : <i32>load<u16>(from + (i << 1));
  return format & SIGNED ? <i32>load<i8>(from + i) : <i32>load<u8>(from + i);
}
/** Does element `j` of B, of `m` valid ones, match A, of which `n` of `all` are valid? */
function matches(format: u32, how: u32, j: u32, n: u32, m: u32, all: u32): bool {
  if (how == EACH) return j < n && j < m ? element(A, j, format) == element(B, j, format) : j >= n && j >= m;
  if (how == ANY || how == RANGES) {
    if (j >= m) return false;
    const b = element(B, j, format);
    for (let i: u32 = 0; i + how < n; i += 1 + how) {
      const a = element(A, i, format);
      if (how == ANY ? a == b : a <= b && b <= element(A, i + 1, format)) return true;
    }
    return false;
  }
  for (let i: u32 = 0; i < n && i + j < all; i++) {
    if (i + j >= m || element(A, i, format) != element(B, i + j, format)) return false;
  }
  return true;
}
/** A bit for each element of the second string `b` that matches the first, polarity applied; sets the flags. */
function compareStrings(a: v128, b: v128, n: u32, m: u32, i: u32): u32 {
  v128.store(A, a); v128.store(B, b);
  const all: u32 = i & WORDS ? 8 : 16;
  let r: u32 = 0;
  for (let j: u32 = 0; j < all; j++) r |= <u32>matches(i & 3, (i >> 2) & 3, j, n, m, all) << j;
  if (i & 0x10) r ^= (1 << (i & 0x20 ? m : all)) - 1;
  setArith((r ? F_CF : 0) | (m < all ? F_ZF : 0) | (n < all ? F_SF : 0) | (r & 1 ? F_OF : 0));
  return r;
}
/** Elements before the first that is zero. */
function implicitLength(v: v128, i: u32): u32 {
  if (i & WORDS) { const zeros: u32 = i16x8.bitmask(i16x8.eq(v, i16x8.splat(0))); return zeros ? ctz<u32>(zeros) : 8; }
  const zeros: u32 = i8x16.bitmask(i8x16.eq(v, i8x16.splat(0)));
  return zeros ? ctz<u32>(zeros) : 16;
}
/** The magnitude of a length in a register, no more than the elements there are. */
// @ts-ignore: decorator
@inline function explicitLength<T>(register: usize, i: u32): u32 {
  const v: i64 = sizeof<T>() == 8 ? load<i64>(register) : <i64>load<i32>(register);
  return <u32>min<u64>(v < 0 ? 0 - v : v, i & WORDS ? 8 : 16);
}
// @ts-ignore: decorator
@inline function second(p: usize): v128 { checkSse(p); return v128.load(isMem(p) ? read16(ea(p), p) : src(p)); }
function explicitMatches<T>(p: usize, b: v128, i: u32): u32 {
  return compareStrings(v128.load(dst(p)), b, explicitLength<T>(RAX, i), explicitLength<T>(RDX, i), i);
}
function implicitMatches(p: usize, b: v128, i: u32): u32 {
  const a = v128.load(dst(p));
  return compareStrings(a, b, implicitLength(a, i), implicitLength(b, i), i);
}
/** The number of the first or last match, or of the elements when there is none. */
function putIndex(p: usize, r: u32, i: u32): usize {
  const none: u32 = i & WORDS ? 8 : 16;
  store<u64>(RCX, r == 0 ? none : i & 0x40 ? 31 - clz<u32>(r) : ctz<u32>(r));
  return next(p);
}
/** The matches as bits, or as elements all ones. */
function putMask(p: usize, r: u32, i: u32): usize {
  let v = i32x4(r, 0, 0, 0);
  if (i & 0x40) {
    if (i & WORDS) v = i16x8.ne(v128.and(i16x8.splat(<i16>r), i16x8(1, 2, 4, 8, 16, 32, 64, 128)), i16x8.splat(0));
    else {
      const bytes = i8x16.swizzle(v, i8x16(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1));
      v = i8x16.ne(v128.and(bytes, i8x16(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128)), i8x16.splat(0));
    }
  }
  v128.store(XMM, v);
  return next(p);
}
export function pcmpestri<T>(p: usize): usize { const b = second(p), i = <u32>imm(p); return putIndex(p, explicitMatches<T>(p, b, i), i); }
export function pcmpestrm<T>(p: usize): usize { const b = second(p), i = <u32>imm(p); return putMask(p, explicitMatches<T>(p, b, i), i); }
export function pcmpistri(p: usize): usize { const b = second(p), i = <u32>imm(p); return putIndex(p, implicitMatches(p, b, i), i); }
export function pcmpistrm(p: usize): usize { const b = second(p), i = <u32>imm(p); return putMask(p, implicitMatches(p, b, i), i); }
function vexMask(p: usize, r: u32, i: u32): usize { clearUpper(XMM); return putMask(p, r, i); }
// @ts-ignore: decorator
@inline function vexSecond(p: usize): v128 { return v128.load(vex16(p)); }
export function vpcmpestri<T>(p: usize): usize { const b = vexSecond(p), i = immediate(p); return putIndex(p, explicitMatches<T>(p, b, i), i); }
export function vpcmpestrm<T>(p: usize): usize { const b = vexSecond(p), i = immediate(p); return vexMask(p, explicitMatches<T>(p, b, i), i); }
export function vpcmpistri(p: usize): usize { const b = vexSecond(p), i = immediate(p); return putIndex(p, implicitMatches(p, b, i), i); }
export function vpcmpistrm(p: usize): usize { const b = vexSecond(p), i = immediate(p); return vexMask(p, implicitMatches(p, b, i), i); }
