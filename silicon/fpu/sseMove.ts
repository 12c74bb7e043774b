// Moves between vector registers, memory, general and MMX registers; logic on floats is in packedInteger.ts.
import { RDI, CURP, I_IMM } from "../gen/layout";
import { dst, src, ea, isMem, next, wr } from "../record";
import { checkOperand, ld, st, probeWrite } from "../mem";
import { segLinear } from "../system/segment";
import { checkMmx, checkSse, enterMmx } from "./check";
import { aligned, putMmx, read16, source8, sourceMmx, write16 } from "./operand";

// 16 bytes: aligned or not, loads and stores.
export function loadAligned(p: usize): usize {
  checkSse(p);
  v128.store(dst(p), v128.load(isMem(p) ? read16(aligned(ea(p), p), p) : src(p)));
  return next(p);
}
export function loadUnaligned(p: usize): usize {
  checkSse(p);
  v128.store(dst(p), v128.load(isMem(p) ? read16(ea(p), p) : src(p)));
  return next(p);
}
export function storeAligned(p: usize): usize {
  checkSse(p);
  const v = v128.load(src(p));
  if (isMem(p)) write16(aligned(ea(p), p), v, p); else v128.store(dst(p), v);
  return next(p);
}
export function storeUnaligned(p: usize): usize {
  checkSse(p);
  const v = v128.load(src(p));
  if (isMem(p)) write16(ea(p), v, p); else v128.store(dst(p), v);
  return next(p);
}
/** MOVSS, MOVSD to a register: a load clears the rest, a register move keeps it. */
export function loadScalar<T>(p: usize): usize {
  checkSse(p);
  const d = dst(p);
  if (!isMem(p)) { store<T>(d, load<T>(src(p))); return next(p); }
  const v = ld<T>(ea(p), p);
  store<u64>(d, <u64>v); store<u64>(d, 0, 8);
  return next(p);
}
export function storeScalar<T>(p: usize): usize {
  checkSse(p);
  const v = load<T>(src(p));
  if (isMem(p)) st<T>(ea(p), v, p); else store<T>(dst(p), v);
  return next(p);
}
/** MOVQ xmm, xmm/m64. */
export function movqLoad(p: usize): usize { const v = source8(p), d = dst(p); store<u64>(d, v); store<u64>(d, 0, 8); return next(p); }
/** MOVQ xmm/m64, xmm. */
export function movqStore(p: usize): usize {
  checkSse(p);
  const v = load<u64>(src(p));
  if (isMem(p)) st<u64>(ea(p), v, p); else { store<u64>(dst(p), v); store<u64>(dst(p), 0, 8); }
  return next(p);
}
/** Half `at` (0 low, 8 high) of a register from memory; the register forms are MOVHLPS and MOVLHPS. */
export function loadHalf(p: usize, at: usize): usize {
  checkSse(p);
  const v = isMem(p) ? ld<u64>(ea(p), p) : load<u64>(src(p) + 8 - at);
  store<u64>(dst(p) + at, v);
  return next(p);
}
export function storeHalf(p: usize, at: usize): usize { checkSse(p); st<u64>(ea(p), load<u64>(src(p) + at), p); return next(p); }

/** MOVD, MOVQ from a general register or memory. */
export function movToXmm<T>(p: usize): usize {
  checkSse(p);
  const v = isMem(p) ? ld<T>(ea(p), p) : load<T>(src(p)), d = dst(p);
  store<u64>(d, <u64>v); store<u64>(d, 0, 8);
  return next(p);
}
export function movFromXmm<T>(p: usize): usize {
  checkSse(p);
  const v = load<T>(src(p));
  if (isMem(p)) st<T>(ea(p), v, p); else wr<T>(dst(p), v);
  return next(p);
}
export function movToMmx<T>(p: usize): usize {
  checkMmx(p);
  const v = isMem(p) ? ld<T>(ea(p), p) : load<T>(src(p));
  enterMmx();
  putMmx(dst(p), <u64>v);
  return next(p);
}
export function movFromMmx<T>(p: usize): usize {
  checkMmx(p);
  const v = load<T>(src(p));
  if (isMem(p)) st<T>(ea(p), v, p); else wr<T>(dst(p), v);
  enterMmx();
  return next(p);
}
export function mmxLoad(p: usize): usize { putMmx(dst(p), sourceMmx(p)); return next(p); }
export function mmxStore(p: usize): usize {
  checkMmx(p);
  const v = load<u64>(src(p));
  if (isMem(p)) st<u64>(ea(p), v, p); else putMmx(dst(p), v);
  enterMmx();
  return next(p);
}
export function movdq2q(p: usize): usize {
  checkSse(p); checkMmx(p);
  enterMmx();
  putMmx(dst(p), load<u64>(src(p)));
  return next(p);
}
export function movq2dq(p: usize): usize {
  checkSse(p); checkMmx(p);
  enterMmx();
  store<u64>(dst(p), load<u64>(src(p))); store<u64>(dst(p), 0, 8);
  return next(p);
}
/** MOVNTI is an ordinary store: it needs no SSE state. */
export function movnti<T>(p: usize): usize { st<T>(ea(p), load<T>(src(p)), p); return next(p); }

// Sign bits to a general register; 32 bits are written whatever the operand size.
export function movmskps(p: usize): usize { checkSse(p); wr<u32>(dst(p), i32x4.bitmask(v128.load(src(p)))); return next(p); }
export function movmskpd(p: usize): usize { checkSse(p); wr<u32>(dst(p), i64x2.bitmask(v128.load(src(p)))); return next(p); }
export function pmovmskb(p: usize): usize { checkSse(p); wr<u32>(dst(p), i8x16.bitmask(v128.load(src(p)))); return next(p); }
export function pmovmskbMmx(p: usize): usize {
  checkMmx(p); enterMmx();
  wr<u32>(dst(p), i8x16.bitmask(v128.load_zero<u64>(src(p))));
  return next(p);
}

/**
 * The bytes of a register whose mask byte is negative, to DS:rDI. The whole operand must be writable, whatever the mask. `place` is where the
 * record holds segment and address size.
 */
export function maskedStore(p: usize, values: usize, picked: u32, bytes: i32, place: u32): void {
  const addressSize = place >> 8, rdi = load<u64>(RDI);
  const a = segLinear(place & 0xff, addressSize == 2 ? rdi : addressSize == 1 ? rdi & 0xffffffff : rdi & 0xffff, bytes, true);
  // Sixteen bytes are two operands of eight.
  checkOperand(a, 8, p);
  probeWrite(a, bytes, p);
  for (let i: u32 = 0; i < <u32>bytes; i++) if ((picked >> i) & 1) st<u8>(a + i, load<u8>(values + i), p);
}
export function maskmovdqu(p: usize): usize {
  checkSse(p);
  store<u32>(CURP, p);
  maskedStore(p, dst(p), i8x16.bitmask(v128.load(src(p))), 16, load<u16>(p, I_IMM));
  return next(p);
}
export function maskmovq(p: usize): usize {
  checkMmx(p);
  store<u32>(CURP, p);
  maskedStore(p, dst(p), i8x16.bitmask(v128.load_zero<u64>(src(p))), 8, load<u16>(p, I_IMM));
  enterMmx();
  return next(p);
}
