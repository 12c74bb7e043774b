// Moves with VEX prefixes: between vector registers, memory and general registers. A destination's bits above the result become zero.
import { XMM, YMM_HI, CODE_MODE, CURP, MXCSR, I_IMM } from "../gen/layout";
import { dst, src, ea, isMem, next, wr } from "../record";
import { ld, st } from "../mem";
import { raiseGP } from "../fault";
import { setArith, F_CF, F_ZF } from "../flags";
import { checkAvx } from "../fpu/check";
import { checkMxcsr } from "../fpu/fxsave";
import { read16, write16 } from "../fpu/operand";
import { gap, put128, put256, UPPER, vex, vvvv, wide, write32 } from "../fpu/laneOperand";
import { maskedStore } from "../fpu/sseMove";

/** #GP(0) unless the operand is aligned to its size, whatever MXCSR.MM says. */
function checkAligned(p: usize): void {
  if (isMem(p) && (ea(p) & (wide(p) ? 31 : 15))) { store<u32>(CURP, p); raiseGP(0); }
}
export function vloadUnaligned(p: usize): usize {
  const m = vex(p), d = dst(p), v = v128.load(m);
  if (wide(p)) put256(d, v, v128.load(m + gap(p))); else put128(d, v);
  return next(p);
}
export function vloadAligned(p: usize): usize { checkAvx(p); checkAligned(p); return vloadUnaligned(p); }
export function vstoreUnaligned(p: usize): usize {
  checkAvx(p);
  const s = src(p), d = dst(p);
  if (isMem(p)) { if (wide(p)) write32(ea(p), s, p); else write16(ea(p), v128.load(s), p); }
  else if (wide(p)) put256(d, v128.load(s), v128.load(s, UPPER));
  else put128(d, v128.load(s));
  return next(p);
}
export function vstoreAligned(p: usize): usize { checkAvx(p); checkAligned(p); return vstoreUnaligned(p); }

// @ts-ignore: decorator
@inline function low(v: u64): v128 { return i64x2.replace_lane(i64x2.splat(0), 0, <i64>v); }
/** VMOVSS, VMOVSD, VMOVQ, VMOVD: the rest becomes zero. */
export function vloadScalar<T>(p: usize): usize {
  checkAvx(p);
  const v = isMem(p) ? ld<T>(ea(p), p) : load<T>(src(p));
  put128(dst(p), low(<u64>v));
  return next(p);
}
export function vstoreScalar<T>(p: usize): usize { checkAvx(p); st<T>(ea(p), load<T>(src(p)), p); return next(p); }
/** VMOVQ xmm/m64, xmm. */
export function vmovqStore(p: usize): usize {
  checkAvx(p);
  const v = load<u64>(src(p));
  if (isMem(p)) st<u64>(ea(p), v, p); else put128(dst(p), low(v));
  return next(p);
}
/** VMOVSS, VMOVSD of registers: one element of the source, the others of vvvv. */
export function vmergeScalar<T>(p: usize): usize {
  checkAvx(p);
  const v = load<T>(src(p)), d = dst(p);
  put128(d, v128.load(vvvv(p)));
  store<T>(d, v);
  return next(p);
}
/** VMOVLPS, VMOVHPS from memory, VMOVHLPS, VMOVLHPS: half `at` (0 low, 8 high); the other half is that of vvvv. */
export function vloadHalf(p: usize, at: usize): usize {
  checkAvx(p);
  const v = isMem(p) ? ld<u64>(ea(p), p) : load<u64>(src(p) + 8 - at), d = dst(p);
  put128(d, v128.load(vvvv(p)));
  store<u64>(d + at, v);
  return next(p);
}
export function vstoreHalf(p: usize, at: usize): usize { checkAvx(p); st<u64>(ea(p), load<u64>(src(p) + at), p); return next(p); }
/** VMOVD, VMOVQ to a general register or memory. */
export function vmovFromXmm<T>(p: usize): usize {
  checkAvx(p);
  const v = load<T>(src(p));
  if (isMem(p)) st<T>(ea(p), v, p); else wr<T>(dst(p), v);
  return next(p);
}

// Sign bits to a general register.
export function vmovmskps(p: usize): usize {
  checkAvx(p);
  const s = src(p), high: u32 = wide(p) ? i32x4.bitmask(v128.load(s, UPPER)) : 0;
  wr<u32>(dst(p), i32x4.bitmask(v128.load(s)) | (high << 4));
  return next(p);
}
export function vmovmskpd(p: usize): usize {
  checkAvx(p);
  const s = src(p), high: u32 = wide(p) ? i64x2.bitmask(v128.load(s, UPPER)) : 0;
  wr<u32>(dst(p), i64x2.bitmask(v128.load(s)) | (high << 2));
  return next(p);
}
export function vpmovmskb(p: usize): usize {
  checkAvx(p);
  const s = src(p), high: u32 = wide(p) ? i8x16.bitmask(v128.load(s, UPPER)) : 0;
  wr<u32>(dst(p), i8x16.bitmask(v128.load(s)) | (high << 16));
  return next(p);
}
export function vmaskmovdqu(p: usize): usize {
  checkAvx(p);
  store<u32>(CURP, p);
  maskedStore(p, dst(p), i8x16.bitmask(v128.load(src(p))), 16, load<u16>(p, I_IMM + 4));
  return next(p);
}
export function vldmxcsr(p: usize): usize {
  checkAvx(p);
  const v = ld<u32>(ea(p), p);
  checkMxcsr(v, p);
  store<u32>(MXCSR, v);
  return next(p);
}
export function vstmxcsr(p: usize): usize { checkAvx(p); st<u32>(ea(p), load<u32>(MXCSR), p); return next(p); }

/** VZEROUPPER and VZEROALL: of the eight registers that there are outside 64-bit code. */
export function vzero(p: usize): usize {
  checkAvx(p);
  const bytes: usize = load<u8>(CODE_MODE) == 2 ? 256 : 128;
  memory.fill(YMM_HI, 0, bytes);
  if (wide(p)) memory.fill(XMM, 0, bytes);
  return next(p);
}

/** Sign bits of a and b tested as PTEST does: ZF where no sign is in both, CF where none of b is outside a. */
// @ts-ignore: decorator
@inline function testSigns(p: usize, both: u32, outside: u32): usize {
  setArith((both ? 0 : F_ZF) | (outside ? 0 : F_CF));
  return next(p);
}
export function vtestps(p: usize): usize {
  const m = vex(p), d = dst(p), a = v128.load(d), b = v128.load(m);
  let both: u32 = i32x4.bitmask(v128.and(a, b)), outside: u32 = i32x4.bitmask(v128.andnot(b, a));
  if (wide(p)) {
    const c = v128.load(d, UPPER), e = v128.load(m + gap(p));
    both |= i32x4.bitmask(v128.and(c, e)); outside |= i32x4.bitmask(v128.andnot(e, c));
  }
  return testSigns(p, both, outside);
}
export function vtestpd(p: usize): usize {
  const m = vex(p), d = dst(p), a = v128.load(d), b = v128.load(m);
  let both: u32 = i64x2.bitmask(v128.and(a, b)), outside: u32 = i64x2.bitmask(v128.andnot(b, a));
  if (wide(p)) {
    const c = v128.load(d, UPPER), e = v128.load(m + gap(p));
    both |= i64x2.bitmask(v128.and(c, e)); outside |= i64x2.bitmask(v128.andnot(e, c));
  }
  return testSigns(p, both, outside);
}
