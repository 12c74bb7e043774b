// AVX and AVX2 moves of chosen elements: VMASKMOV, VPMASKMOV and the gathers. T is the element.
import { VTMP, XMM, CODE_MODE, CURP, I_BASE, I_INDEX, I_SCALE, I_DISP } from "../gen/layout";
import { dst, src, ea, next } from "../record";
import { alignmentChecked, ld, st, probeWrite } from "../mem";
import { raiseUD } from "../fault";
import { segLinear } from "../system/segment";
import { checkAvx } from "../fpu/check";
import { clearUpper, immediate, put128, put256, UPPER, vvvv, wide } from "../fpu/laneOperand";

const RESULT: usize = VTMP;

/** Address of element `i` of a register. */
// @ts-ignore: decorator
@inline function element<T>(register: usize, i: u32): usize {
  const offset = <usize>i * sizeof<T>();
  return register + (offset & 15) + (offset & 16 ? UPPER : 0);
}
// @ts-ignore: decorator
@inline function chosen<T>(mask: usize, i: u32): bool { return load<i8>(element<T>(mask, i) + sizeof<T>() - 1) < 0; }
// @ts-ignore: decorator
@inline function count<T>(p: usize): u32 { return (wide(p) ? 32 : 16) / sizeof<T>(); }

/** An element that is loaded or stored for itself need not be aligned even where that is checked. */
function loadElement<T>(lin: u64, p: usize): T {
  if ((lin & (sizeof<T>() - 1)) == 0 || !alignmentChecked()) return ld<T>(lin, p);
  let v: u64 = 0;
  for (let i: u64 = 0; i < sizeof<T>(); i++) v |= <u64>ld<u8>(lin + i, p) << (i << 3);
  return <T>v;
}
function storeElement<T>(lin: u64, v: T, p: usize): void {
  if ((lin & (sizeof<T>() - 1)) == 0 || !alignmentChecked()) { st<T>(lin, v, p); return; }
  for (let i: u64 = 0; i < sizeof<T>(); i++) st<u8>(lin + i, <u8>(<u64>v >> (i << 3)), p);
}
function probeElement<T>(lin: u64, p: usize): void {
  probeWrite(lin, 1, p);
  if (((lin + (sizeof<T>() - 1)) ^ lin) >> 12) probeWrite((lin + (sizeof<T>() - 1)) & ~0xfff, 1, p);
}
/** Linear address of an element at `offset` in the segment that the record names: only what is chosen can be out of bounds. */
function linear(p: usize, offset: u64, bytes: i32, write: bool): u64 {
  const how = immediate(p), segment = <i32>(how & 0xff), addressSize = how >> 8;
  if (addressSize != 2) offset &= addressSize == 1 ? 0xffffffff : 0xffff;
  if (load<u8>(CODE_MODE) == 2 && segment < 4) return offset;
  store<u32>(CURP, p);
  return segLinear(segment, offset, bytes, write);
}

export function maskLoad<T>(p: usize): usize {
  checkAvx(p);
  const from = ea(p), mask = vvvv(p), n = count<T>(p), d = dst(p);
  v128.store(RESULT, i64x2.splat(0)); v128.store(RESULT, i64x2.splat(0), 16);
  for (let i: u32 = 0; i < n; i++) {
    const offset = <usize>i * sizeof<T>();
    if (chosen<T>(mask, i)) store<T>(RESULT + offset, loadElement<T>(linear(p, from + offset, sizeof<T>(), false), p));
  }
  if (wide(p)) put256(d, v128.load(RESULT), v128.load(RESULT, 16)); else put128(d, v128.load(RESULT));
  return next(p);
}
/** All or nothing. */
export function maskStore<T>(p: usize): usize {
  checkAvx(p);
  const from = ea(p), mask = vvvv(p), n = count<T>(p), s = src(p);
  for (let i: u32 = 0; i < n; i++) if (chosen<T>(mask, i)) probeElement<T>(linear(p, from + i * sizeof<T>(), sizeof<T>(), true), p);
  for (let i: u32 = 0; i < n; i++)
    if (chosen<T>(mask, i)) storeElement<T>(linear(p, from + i * sizeof<T>(), sizeof<T>(), true), load<T>(element<T>(s, i)), p);
  return next(p);
}

// @ts-ignore: decorator
@inline function gatherOffset(p: usize, index: i64): u64 {
  return load<u64>(load<u16>(p, I_BASE)) + (<u64>index << load<u8>(p, I_SCALE)) + <u64><i64>load<i32>(p, I_DISP);
}
/**
 * A gather with indices of type I. Each element that is loaded is there for good, its mask cleared, so that after a fault the instruction
 * goes on where it stopped.
 */
export function gather<T, I>(p: usize): usize {
  checkAvx(p);
  const d = dst(p), mask = vvvv(p), indices: usize = load<u16>(p, I_INDEX);
  if (d == mask || d == indices || mask == indices) { store<u32>(CURP, p); raiseUD(); }
  const n: u32 = (wide(p) ? 32 : 16) / max<u32>(sizeof<T>(), sizeof<I>());
  for (let i: u32 = 0; i < n; i++) {
    if (chosen<T>(mask, i)) {
      const at = element<I>(indices, i), index: i64 = sizeof<I>() == 4 ? <i64>load<i32>(at) : load<i64>(at);
      store<T>(element<T>(d, i), loadElement<T>(linear(p, gatherOffset(p, index), sizeof<T>(), false), p));
    }
    store<T>(element<T>(mask, i), 0);
  }
  if (sizeof<I>() > sizeof<T>() && !wide(p)) { store<u64>(d, 0, 8); store<u64>(mask, 0, 8); }
  if (!wide(p) || sizeof<I>() > sizeof<T>()) { clearUpper(d); clearUpper(mask); }
  return next(p);
}
