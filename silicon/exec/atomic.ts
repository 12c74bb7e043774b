// Exchanges. Processors take turns between instructions, so every one of these is atomic as it is.
import { RAX, RBX, RCX, RDX, CURP, BOUNCE } from "../gen/layout";
import { dst, src, ea, next, wr, isMem } from "../record";
import { ld, st, rmw, rmwEnd, upperHalf } from "../mem";
import { fAdd, fSub, arithFlags, setArith, F_ZF } from "../flags";
import { raiseGP, raiseUD } from "../fault";
import { noteBusLock } from "../svm/busLock";
import { hasFeature, F_CX16 } from "../system/features";

export function xchg<T>(p: usize): usize {
  const s = src(p), v = load<T>(s);
  if (isMem(p)) {
    const at = ea(p);
    // It locks without a prefix.
    noteBusLock(at, sizeof<T>(), p);
    const m = rmw<T>(at, p), old = load<T>(m);
    rmwEnd<T>(m, at, v, p);
    wr<T>(s, old);
  } else {
    const d = dst(p), old = load<T>(d);
    wr<T>(d, v);
    wr<T>(s, old);
  }
  return next(p);
}
/** XCHG with the accumulator; with itself it is NOP, and does not even clear the upper half. */
export function xchgAcc<T>(p: usize): usize {
  const d = dst(p), s = src(p);
  if (d != s) { const v = load<T>(d); wr<T>(d, load<T>(s)); wr<T>(s, v); }
  return next(p);
}
export function xadd<T>(p: usize): usize {
  const s = src(p), b = load<T>(s);
  let a: T, r: T;
  if (isMem(p)) {
    const at = ea(p), m = rmw<T>(at, p);
    a = load<T>(m); r = <T>(a + b);
    rmwEnd<T>(m, at, r, p);
    wr<T>(s, a);
  } else {
    const d = dst(p);
    a = load<T>(d); r = <T>(a + b);
    wr<T>(s, a);
    wr<T>(d, r);
  }
  fAdd<T>(a, b, r);
  return next(p);
}
/** CMPXCHG: memory is written in any case, a register only on success. */
export function cmpxchg<T>(p: usize): usize {
  const acc = load<T>(RAX), v = load<T>(src(p));
  let old: T;
  if (isMem(p)) {
    const at = ea(p), m = rmw<T>(at, p);
    old = load<T>(m);
    rmwEnd<T>(m, at, old == acc ? v : old, p);
  } else {
    old = load<T>(dst(p));
    if (old == acc) wr<T>(dst(p), v);
  }
  if (old != acc) wr<T>(RAX, old);
  fSub<T>(acc, old, <T>(acc - old));
  return next(p);
}

// @ts-ignore: decorator
@inline function setZero(equal: bool): void { setArith((arithFlags() & ~F_ZF) | (equal ? F_ZF : 0)); }
export function cmpxchgPair<T>(p: usize): usize { return sizeof<T>() == 8 ? cmpxchg16b(p) : cmpxchg8b(p); }
function cmpxchg8b(p: usize): usize {
  const at = ea(p), m = rmw<u64>(at, p), old = load<u64>(m);
  const equal = old == (<u64>load<u32>(RAX) | (<u64>load<u32>(RDX) << 32));
  rmwEnd<u64>(m, at, equal ? <u64>load<u32>(RBX) | (<u64>load<u32>(RCX) << 32) : old, p);
  if (!equal) { store<u64>(RAX, old & 0xffffffff); store<u64>(RDX, old >> 32); }
  setZero(equal);
  return next(p);
}
function cmpxchg16b(p: usize): usize {
  const at = ea(p);
  if (!hasFeature(F_CX16) || (at & 15) != 0) {
    store<u32>(CURP, p);
    if (!hasFeature(F_CX16)) raiseUD();
    raiseGP(0);
  }
  const m = rmw<u64>(at, p), low = load<u64>(m), high = m == BOUNCE ? upperHalf(at + 8, p) : load<u64>(m, 8);
  const equal = low == load<u64>(RAX) && high == load<u64>(RDX);
  const newLow = equal ? load<u64>(RBX) : low, newHigh = equal ? load<u64>(RCX) : high;
  if (m == BOUNCE) {
    // The old value first: either store may send the instruction back to the exact loop, which must then find memory unchanged.
    st<u64>(at, low, p);
    st<u64>(at + 8, high, p);
    st<u64>(at, newLow, p);
    st<u64>(at + 8, newHigh, p);
  } else { store<u64>(m, newLow); store<u64>(m, newHigh, 8); }
  if (!equal) { store<u64>(RAX, low); store<u64>(RDX, high); }
  setZero(equal);
  return next(p);
}
