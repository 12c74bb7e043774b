// Instructions on parts of a vector register that are no lane functions: PEXTR, PINSR, EXTRACTPS, the memory form of INSERTPS, PTEST, and
// SSE4A's bit fields and scalar streaming stores.
import { dst, src, ea, imm, isMem, next, wr } from "../record";
import { ld, st } from "../mem";
import { setArith, F_CF, F_ZF } from "../flags";
import { checkSse } from "../fpu/check";
import { source16 } from "../fpu/operand";
import { insertps } from "./extended";

/** PEXTRB, PEXTRW, PEXTRD, PEXTRQ, EXTRACTPS: element of type T to memory or, zero-extended, to a register. */
// @ts-ignore: decorator
@inline export function extractElement<T>(p: usize): usize {
  checkSse(p);
  const v = load<T>(src(p) + ((<usize>imm(p) & (16 / sizeof<T>() - 1)) * sizeof<T>()));
  if (isMem(p)) st<T>(ea(p), v, p); else store<u64>(dst(p), <u64>v);
  return next(p);
}
/** PINSRB, PINSRD, PINSRQ. */
// @ts-ignore: decorator
@inline export function insertElement<T>(p: usize): usize {
  checkSse(p);
  const v = isMem(p) ? ld<T>(ea(p), p) : load<T>(src(p));
  store<T>(dst(p) + ((<usize>imm(p) & (16 / sizeof<T>() - 1)) * sizeof<T>()), v);
  return next(p);
}
/** Of a memory operand there is only one element to choose. */
export function insertSingle(p: usize): usize {
  checkSse(p);
  const i = <u32>imm(p);
  const r = isMem(p) ? insertps(v128.load(dst(p)), i32x4.splat(ld<u32>(ea(p), p)), i) : insertps(v128.load(dst(p)), v128.load(src(p)), i);
  v128.store(dst(p), r);
  return next(p);
}
export function ptest(p: usize): usize {
  const b = v128.load(source16(p)), a = v128.load(dst(p));
  setArith((v128.any_true(v128.and(a, b)) ? 0 : F_ZF) | (v128.any_true(v128.andnot(b, a)) ? 0 : F_CF));
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
