// Instructions on parts of a vector register that are no lane functions: PEXTR, PINSR, EXTRACTPS, the memory form of INSERTPS, PTEST, and
// SSE4A's bit fields and scalar streaming stores.
import { dst, src, ea, imm, isMem, next, wr } from "../record";
import { ld, st } from "../mem";
import { setArith, F_CF, F_ZF } from "../flags";
import { checkAvx, checkSse } from "../fpu/check";
import { gap, immediate, put128, sseElement, UPPER, vex, vexElement, vvvv, wide } from "../fpu/laneOperand";
import { source16 } from "../fpu/operand";
import { insertps } from "./extended";

// @ts-ignore: decorator
@inline function place<T>(i: u32): usize { return (<usize>i & (16 / sizeof<T>() - 1)) * sizeof<T>(); }
// @ts-ignore: decorator
@inline function extract<T>(p: usize, i: u32): usize {
  const v = load<T>(src(p) + place<T>(i));
  if (isMem(p)) st<T>(ea(p), v, p); else store<u64>(dst(p), <u64>v);
  return next(p);
}
/** PEXTRB, PEXTRW, PEXTRD, PEXTRQ, EXTRACTPS: element of type T to memory or, zero-extended, to a register. */
export function extractElement<T>(p: usize): usize { checkSse(p); return extract<T>(p, <u32>imm(p)); }
export function vextractElement<T>(p: usize): usize { checkAvx(p); return extract<T>(p, immediate(p)); }
/** PINSRB, PINSRD, PINSRQ. */
export function insertElement<T>(p: usize): usize {
  const v = sseElement<T>(p);
  store<T>(dst(p) + place<T>(<u32>imm(p)), v);
  return next(p);
}
export function vinsertElement<T>(p: usize): usize {
  const v = vexElement<T>(p), d = dst(p);
  put128(d, v128.load(vvvv(p)));
  store<T>(d + place<T>(immediate(p)), v);
  return next(p);
}
/** Of a memory operand there is only one element to choose. */
// @ts-ignore: decorator
@inline function singles(p: usize): v128 { return isMem(p) ? i32x4.splat(ld<u32>(ea(p), p)) : v128.load(src(p)); }
export function insertSingle(p: usize): usize {
  checkSse(p);
  const b = singles(p), d = dst(p);
  v128.store(d, insertps(v128.load(d), b, <u32>imm(p)));
  return next(p);
}
export function vinsertSingle(p: usize): usize {
  checkAvx(p);
  const b = singles(p);
  put128(dst(p), insertps(v128.load(vvvv(p)), b, immediate(p)));
  return next(p);
}
export function ptest(p: usize): usize {
  const b = v128.load(source16(p)), a = v128.load(dst(p));
  setArith((v128.any_true(v128.and(a, b)) ? 0 : F_ZF) | (v128.any_true(v128.andnot(b, a)) ? 0 : F_CF));
  return next(p);
}
export function vptest(p: usize): usize {
  const m = vex(p), d = dst(p), a = v128.load(d), b = v128.load(m);
  let both = v128.and(a, b), outside = v128.andnot(b, a);
  if (wide(p)) {
    const c = v128.load(d, UPPER), e = v128.load(m + gap(p));
    both = v128.or(both, v128.and(c, e)); outside = v128.or(outside, v128.andnot(e, c));
  }
  setArith((v128.any_true(both) ? 0 : F_ZF) | (v128.any_true(outside) ? 0 : F_CF));
  return next(p);
}

/** A mask of `length` bits, where none means all 64. */
// @ts-ignore: decorator
@inline function field(length: u64): u64 { return <u64>-1 >> ((64 - length) & 63); }
function extracted(p: usize, d: usize, length: u64, index: u64): usize {
  store<u64>(d, (load<u64>(d) >> (index & 63)) & field(length & 63));
  store<u64>(d, 0, 8);
  return next(p);
}
function inserted(p: usize, d: usize, v: u64, length: u64, index: u64): usize {
  const mask = field(length & 63) << (index & 63);
  store<u64>(d, (load<u64>(d) & ~mask) | ((v << (index & 63)) & mask));
  store<u64>(d, 0, 8);
  return next(p);
}
export function extrqImm(p: usize): usize { checkSse(p); const i = imm(p); return extracted(p, dst(p), i, i >> 8); }
export function extrq(p: usize): usize { checkSse(p); const i = load<u64>(src(p)); return extracted(p, dst(p), i, i >> 8); }
export function insertqImm(p: usize): usize { checkSse(p); const i = imm(p); return inserted(p, dst(p), load<u64>(src(p)), i, i >> 8); }
export function insertq(p: usize): usize {
  checkSse(p);
  const v = load<u64>(src(p)), i = load<u64>(src(p), 8);
  return inserted(p, dst(p), v, i, i >> 8);
}
