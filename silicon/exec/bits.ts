// Bit tests, scans and counts. What the manual leaves undefined is as Zen does it: bit tests change only CF; a scan clears all but ZF and
// PF, which is the parity of the index; counts clear SF, AF and PF, and LZCNT and TZCNT keep OF.
import { LF_RES, LF_AUX, CURP, I_IMM, I_META, M_LOCK } from "../gen/layout";
import { dst, src, ea, next, wr, isMem } from "../record";
import { ld, rmw, rmwEnd } from "../mem";
import { setCarry } from "../flags";
import { hasFeature, F_ABM, F_BMI1 } from "../system/features";
import { bitStringWord } from "../system/segment";
import { noteBusLock } from "../svm/busLock";

const BT = 0; const BTS = 1; const BTR = 2;

// @ts-ignore: decorator
@inline function operand<T>(p: usize): T { return isMem(p) ? ld<T>(ea(p), p) : load<T>(src(p)); }
// @ts-ignore: decorator
@inline function lastBit<T>(): u32 { return (sizeof<T>() << 3) - 1; }
/** Bytes from the operand to the word that holds bit `offset` of the string: signed. */
// @ts-ignore: decorator
@inline function wordOffset<T>(offset: T): u64 {
  if (sizeof<T>() == 2) return <u64>((<i64><i16>offset >> 4) << 1);
  if (sizeof<T>() == 4) return <u64>((<i64><i32>offset >> 5) << 2);
  return <u64>((<i64>offset >> 6) << 3);
}
// @ts-ignore: decorator
@inline function changed<T>(k: i32, a: T, bit: T): T { return k == BTS ? a | bit : k == BTR ? a & ~bit : a ^ bit; }

// @ts-ignore: decorator
@inline function testBit<T>(p: usize, k: i32, at: u64, n: u32): usize {
  const bit = <T>(<u64>1 << n);
  let a: T;
  if (k == BT) a = isMem(p) ? ld<T>(at, p) : load<T>(dst(p));
  else if (isMem(p)) { if (load<u8>(p, I_META) & M_LOCK) noteBusLock(at, sizeof<T>(), p); const m = rmw<T>(at, p); a = load<T>(m); rmwEnd<T>(m, at, changed<T>(k, a, bit), p); }
  else { a = load<T>(dst(p)); wr<T>(dst(p), changed<T>(k, a, bit)); }
  setCarry((<u64>a >> n) & 1);
  return next(p);
}
/** Bit number in a register: a memory operand is a bit string that reaches beyond its own word. */
// @ts-ignore: decorator
@inline export function bitByReg<T>(p: usize, k: i32): usize {
  const offset = load<T>(src(p));
  const n = <u32>offset & lastBit<T>();
  if (!isMem(p)) return testBit<T>(p, k, 0, n);
  store<u32>(CURP, <u32>p);
  return testBit<T>(p, k, bitStringWord(p, wordOffset<T>(offset), sizeof<T>()), n);
}
// @ts-ignore: decorator
@inline export function bitByImm<T>(p: usize, k: i32): usize {
  return testBit<T>(p, k, ea(p), <u32>load<u8>(p, I_IMM) & lastBit<T>());
}

/** Flags of a scan that found bit `i`. Bit 8 keeps ZF clear without touching parity. */
// @ts-ignore: decorator
@inline function found(i: u64): void { store<u64>(LF_RES, i | 0x100); store<u64>(LF_AUX, 0); }
// @ts-ignore: decorator
@inline function foundNone(): void { store<u64>(LF_RES, 0); store<u64>(LF_AUX, 0); }

/** BSF; a zero source leaves the whole destination register alone. */
export function scanForward<T>(p: usize): usize {
  const a = operand<T>(p);
  if (!a) { foundNone(); return next(p); }
  const i = ctz<u64>(<u64>a);
  wr<T>(dst(p), <T>i);
  found(i);
  return next(p);
}
/** BSR; a zero source leaves the whole destination register alone. */
export function scanReverse<T>(p: usize): usize {
  const a = operand<T>(p);
  if (!a) { foundNone(); return next(p); }
  const i = 63 - clz<u64>(<u64>a);
  wr<T>(dst(p), <T>i);
  found(i);
  return next(p);
}
/** ZF as said, PF clear either way: zero has even parity, which the delta turns, and one has odd parity. */
// @ts-ignore: decorator
@inline function counted(zero: u64, carryAndOverflow: u64): void {
  store<u64>(LF_RES, zero ^ 1); store<u64>(LF_AUX, (zero << 8) | carryAndOverflow);
}
export function countOnes<T>(p: usize): usize {
  const a = <u64>operand<T>(p);
  wr<T>(dst(p), <T>popcnt<u64>(a));
  counted(<u64>(a == 0), 0);
  return next(p);
}
// @ts-ignore: decorator
@inline function countZeros<T>(p: usize, none: bool, r: T): usize {
  wr<T>(dst(p), r);
  const aux = load<u64>(LF_AUX), overflow = (aux ^ (aux << 1)) >> 63, c = <u64>none;
  counted(<u64>(r == 0), (c << 63) | ((c ^ overflow) << 62));
  return next(p);
}
/** LZCNT; without the feature its prefix means nothing, and it is BSR. */
export function countLeading<T>(p: usize): usize {
  if (!hasFeature(F_ABM)) return scanReverse<T>(p);
  const a = operand<T>(p);
  return countZeros<T>(p, a == 0, <T>(clz<u64>(<u64>a) - (63 - lastBit<T>())));
}
/** TZCNT; without the feature its prefix means nothing, and it is BSF. */
export function countTrailing<T>(p: usize): usize {
  if (!hasFeature(F_BMI1)) return scanForward<T>(p);
  const a = operand<T>(p);
  return countZeros<T>(p, a == 0, a == 0 ? <T>(lastBit<T>() + 1) : <T>ctz<u64>(<u64>a));
}
/** BSWAP; of a 16-bit register it is undefined, and Zen leaves zero. */
export function swapBytes<T>(p: usize): usize {
  const d = dst(p);
  if (sizeof<T>() == 8) store<u64>(d, bswap<u64>(load<u64>(d)));
  else if (sizeof<T>() == 4) store<u64>(d, bswap<u32>(load<u32>(d)));
  else store<u16>(d, 0);
  return next(p);
}
