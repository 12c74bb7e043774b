// What the generated handlers of vector instructions do around a lane function: operands in, result out. Each function that gives an
// operand makes the checks of its kind of instruction first.
import { XMM, YMM_HI, VTMP, TLB_BASE, I_IMM } from "../gen/layout";
import { dst, src, ea, isMem } from "../record";
import { checkVectorAlignment, ld, st, probeWrite, writeIsKept } from "../mem";
import { dataSlot } from "../mmu/tlb";
import { checkAvx, checkMmx, checkSse, enterMmx } from "./check";
import { alignedSource, putMmx, read16, write16 } from "./operand";
import { beginSse as beginFloat, settleSse } from "./sseException";

/** The mask of the SSE4.1 forms with three sources. */
export const XMM0: usize = XMM;
/** From the lower to the upper half of a YMM register. */
export const UPPER: usize = YMM_HI - XMM;
/** Where a memory operand of 32 bytes is put together; the exact arithmetic has the words below for itself. */
const WIDE: usize = VTMP + 96;
const L: u32 = 0x10000;

// Of the instruction: VEX.L, the register that vvvv names, the one that the immediate names, the immediate.
// @ts-ignore: decorator
@inline export function wide(p: usize): bool { return (load<u32>(p, I_IMM) & L) != 0; }
// @ts-ignore: decorator
@inline export function vvvv(p: usize): usize { return load<u16>(p, I_IMM); }
// @ts-ignore: decorator
@inline export function third(p: usize): usize { return XMM + (load<u8>(p, I_IMM + 4) & 0xf0); }
// @ts-ignore: decorator
@inline export function immediate(p: usize): u32 { return load<u32>(p, I_IMM + 4); }

// Floating-point exceptions, collected between the two.
// @ts-ignore: decorator
@inline export function begin(): void { beginFloat(); }
// @ts-ignore: decorator
@inline export function settle(p: usize): void { settleSse(p); }

// Instructions without a memory operand.
export function beginMmx(p: usize): void { checkMmx(p); enterMmx(); }
// @ts-ignore: decorator
@inline export function beginSse(p: usize): void { checkSse(p); }
// @ts-ignore: decorator
@inline export function beginVex(p: usize): void { checkAvx(p); }

// MMX: registers in the low half of a vector.
function mmx(v: u64): v128 { enterMmx(); return i64x2.replace_lane(i64x2.splat(0), 0, <i64>v); }
export function mmx8(p: usize): v128 { checkMmx(p); return mmx(isMem(p) ? ld<u64>(ea(p), p) : load<u64>(src(p))); }
export function mmx4(p: usize): v128 { checkMmx(p); return mmx(isMem(p) ? ld<u32>(ea(p), p) : load<u64>(src(p))); }
// @ts-ignore: decorator
@inline export function putLow(d: usize, v: v128): void { putMmx(d, v128.extract_lane<u64>(v, 0)); }

// SSE: 16 bytes of aligned memory, or fewer of any.
// @ts-ignore: decorator
@inline export function sse(p: usize): usize { checkSse(p); return isMem(p) ? read16(alignedSource(ea(p), p), p) : src(p); }
export function sseAnywhere(p: usize): usize { checkSse(p); return isMem(p) ? read16(ea(p), p) : src(p); }
function low(v: u64): v128 { return i64x2.replace_lane(i64x2.splat(0), 0, <i64>v); }
export function sse8(p: usize): v128 { checkSse(p); return isMem(p) ? low(ld<u64>(ea(p), p)) : v128.load(src(p)); }
/** A count of shifts: aligned as 16 bytes are, but in the misaligned mode only the low 8 bytes are read, as processors do. */
export function sseCount(p: usize): v128 {
  checkSse(p);
  if (!isMem(p)) return v128.load(src(p));
  const lin = alignedSource(ea(p), p);
  if ((lin & 15) == 0) return v128.load(read16(lin, p));
  checkVectorAlignment(lin, p);
  return low(ld<u64>(lin, p));
}
export function sse4(p: usize): v128 { checkSse(p); return isMem(p) ? low(ld<u32>(ea(p), p)) : v128.load(src(p)); }
export function sse2(p: usize): v128 { checkSse(p); return isMem(p) ? low(ld<u16>(ea(p), p)) : v128.load(src(p)); }
// @ts-ignore: decorator
@inline export function sseElement<T>(p: usize): T { checkSse(p); return isMem(p) ? ld<T>(ea(p), p) : load<T>(src(p)); }

// VEX: memory need not be aligned.
function readWideSlowly(lin: u64, p: usize): usize {
  checkVectorAlignment(lin, p);
  const a = ld<u64>(lin, p), b = ld<u64>(lin + 8, p), c = ld<u64>(lin + 16, p), d = ld<u64>(lin + 24, p);
  store<u64>(WIDE, a); store<u64>(WIDE, b, 8); store<u64>(WIDE, c, 16); store<u64>(WIDE, d, 24);
  return WIDE;
}
/** Where 32 bytes of guest memory can be read: in place, or copied. */
// @ts-ignore: decorator
@inline export function read32(lin: u64, p: usize): usize {
  const e = load<u32>(TLB_BASE) + dataSlot(lin);
  if (load<u64>(e) == ((lin + 31) & ~0xfff)) return <usize>(<u32>lin + load<u32>(e, 8));
  return readWideSlowly(lin, p);
}
/** Store 32 bytes to guest memory, all or nothing. */
export function write32(lin: u64, from: usize, p: usize): void {
  const e = load<u32>(TLB_BASE) + dataSlot(lin);
  if (load<u64>(e, 0x2000) == ((lin + 31) & ~0xfff)) {
    const m = <usize>(<u32>lin + load<u32>(e, 0x2008));
    v128.store(m, v128.load(from)); v128.store(m, v128.load(from, UPPER), 16);
    return;
  }
  if (!writeIsKept(lin, 32)) { checkVectorAlignment(lin, p); probeWrite(lin, 32, p); }
  write16(lin, v128.load(from), p); write16(lin + 16, v128.load(from, UPPER), p);
}
/** Address of the r/m operand's lower half; the upper one is gap() further on. */
export function vex(p: usize): usize {
  checkAvx(p);
  if (!isMem(p)) return src(p);
  return wide(p) ? read32(ea(p), p) : read16(ea(p), p);
}
// @ts-ignore: decorator
@inline export function gap(p: usize): usize { return isMem(p) ? 16 : UPPER; }
/** The same where the operand is 128 bits whatever VEX.L is. */
export function vex16(p: usize): usize { checkAvx(p); return isMem(p) ? read16(ea(p), p) : src(p); }
/** `bytes` of the r/m operand, or twice as many for a result of 256 bits. */
export function vexWider(p: usize, bytes: u32): v128 {
  checkAvx(p);
  if (!isMem(p)) return v128.load(src(p));
  const n = bytes << <u32>wide(p), lin = ea(p);
  if (n == 16) return v128.load(read16(lin, p));
  return low(n == 8 ? ld<u64>(lin, p) : n == 4 ? <u64>ld<u32>(lin, p) : <u64>ld<u16>(lin, p));
}
// The part of such an operand that makes the upper half.
// @ts-ignore: decorator
@inline export function above8(v: v128): v128 { return v128.shuffle<i64>(v, v, 1, 1); }
// @ts-ignore: decorator
@inline export function above4(v: v128): v128 { return v128.shuffle<i32>(v, v, 1, 1, 1, 1); }
// @ts-ignore: decorator
@inline export function above2(v: v128): v128 { return v128.shuffle<i16>(v, v, 1, 1, 1, 1, 1, 1, 1, 1); }
export function vexElement<T>(p: usize): T { checkAvx(p); return isMem(p) ? ld<T>(ea(p), p) : load<T>(src(p)); }

/** A result of 128 bits: the upper half of the register becomes zero. */
// @ts-ignore: decorator
@inline export function put128(d: usize, v: v128): void { v128.store(d, v); v128.store(d, i64x2.splat(0), UPPER); }
// @ts-ignore: decorator
@inline export function put256(d: usize, v: v128, upper: v128): void { v128.store(d, v); v128.store(d, upper, UPPER); }
// @ts-ignore: decorator
@inline export function clearUpper(d: usize): void { v128.store(d, i64x2.splat(0), UPPER); }
/** Two results of 64 bits. */
// @ts-ignore: decorator
@inline export function join(v: v128, upper: v128): v128 { return v128.shuffle<i64>(v, upper, 0, 2); }
