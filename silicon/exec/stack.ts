// Near stack operations. Operands of 8 bytes exist only in 64-bit mode, where the stack segment is flat: those are the hot forms.
import { RSP, RAX, RCX, RDX, RBX, RBP, RSI, RDI, CODE_MODE, SEG_SS, CURP, EATMP, I_BASE, I_SIZE } from "../gen/layout";
import { dst, src, ea, next, wr, imm } from "../record";
import { ld, st, rmw, rmwEnd, onlyExactly, probeRead, probeWrite } from "../mem";
import { raise, V_SS } from "../fault";
import { isCanonical, segLinear } from "../system/segment";

const SS = 2;
/** Width of the stack pointer outside 64-bit mode, from SS.B. */
// @ts-ignore: decorator
@inline function wideStack(): bool { return (load<u16>(SEG_SS, 2) & 0x400) != 0; }
/** Stack pointer of the current stack width. */
export function stackPointer(): u64 {
  if (load<u8>(CODE_MODE) == 2) return load<u64>(RSP);
  return wideStack() ? load<u32>(RSP) : load<u16>(RSP);
}
export function setStackPointer(v: u64): void {
  if (load<u8>(CODE_MODE) == 2) store<u64>(RSP, v);
  else if (wideStack()) store<u64>(RSP, v & 0xffffffff);
  else store<u16>(RSP, <u16>v);
}
/** Linear address of `size` bytes at stack offset `sp` (wrapped to the stack width), checked against SS. */
export function stackLinear(sp: u64, size: i32, write: bool): u64 {
  if (load<u8>(CODE_MODE) == 2) return sp;
  return segLinear(SS, wideStack() ? sp & 0xffffffff : sp & 0xffff, size, write);
}

// @ts-ignore: decorator
@inline export function pushValue<T>(v: T, p: usize): void {
  if (sizeof<T>() == 8) { const sp = load<u64>(RSP) - 8; st<u64>(sp, <u64>v, p); store<u64>(RSP, sp); }
  else pushNarrow<T>(v, p);
}
function pushNarrow<T>(v: T, p: usize): void {
  store<u32>(CURP, p);
  const sp = stackPointer() - sizeof<T>();
  st<T>(stackLinear(sp, sizeof<T>(), true), v, p);
  setStackPointer(sp);
}
/** Value at the top of the stack plus `skip` bytes; RSP is left alone. */
// @ts-ignore: decorator
@inline export function peek<T>(skip: u64, p: usize): T {
  if (sizeof<T>() == 8) return ld<T>(load<u64>(RSP) + skip, p);
  return peekNarrow<T>(skip, p);
}
function peekNarrow<T>(skip: u64, p: usize): T {
  store<u32>(CURP, p);
  return ld<T>(stackLinear(stackPointer() + skip, sizeof<T>(), false), p);
}
/** Drop `bytes` from the stack. */
// @ts-ignore: decorator
@inline export function dropStack<T>(bytes: u64): void {
  if (sizeof<T>() == 8) store<u64>(RSP, load<u64>(RSP) + bytes); else setStackPointer(stackPointer() + bytes);
}

// @ts-ignore: decorator
@inline export function push_rs<T>(p: usize): usize { pushValue<T>(load<T>(src(p)), p); return next(p); }
/** #SS(0) for a stack that is not canonical, of an instruction whose memory operand would be #GP(0). */
export function checkStack(sp: u64, size: i32, p: usize): void {
  if (load<u8>(CODE_MODE) != 2 || (isCanonical(sp) && isCanonical(sp + size - 1))) return;
  store<u32>(CURP, p);
  raise(V_SS, 0);
}
export function push_ms<T>(p: usize): usize {
  const v = ld<T>(ea(p), p);
  checkStack(load<u64>(RSP) - sizeof<T>(), sizeof<T>(), p);
  pushValue<T>(v, p);
  return next(p);
}
// @ts-ignore: decorator
@inline export function pop_rs<T>(p: usize): usize {
  const v = peek<T>(0, p); dropStack<T>(sizeof<T>()); wr<T>(dst(p), v); return next(p);
}
/** POP to memory: an address based on RSP is computed with RSP after the pop, and RSP changes only if the store succeeds. */
export function pop_ms<T>(p: usize): usize {
  checkStack(load<u64>(RSP), sizeof<T>(), p);
  const v = peek<T>(0, p);
  const rsp = load<u64>(RSP);
  // The micro-op (legacy modes) has already computed the address with the old RSP; only RSP-based operands differ.
  const bump: u64 = popBase(p) ? sizeof<T>() : 0;
  st<T>(ea(p) + bump, v, p);
  store<u64>(RSP, rsp); dropStack<T>(sizeof<T>());
  return next(p);
}
function popBase(p: usize): bool {
  const base = load<u16>(p, I_BASE);
  return base == RSP || (base == EATMP && load<u16>(p - I_SIZE, I_BASE) == RSP);
}
export function pusha<T>(p: usize): usize {
  const sp = stackPointer();
  store<u32>(CURP, p);
  const first = stackLinear(sp - sizeof<T>(), sizeof<T>(), true), last = stackLinear(sp - 8 * sizeof<T>(), sizeof<T>(), true);
  if ((first ^ last) >> 12) { onlyExactly(); for (let n: u64 = 1; n <= 8; n++) probeWrite(stackLinear(sp - n * sizeof<T>(), sizeof<T>(), true), sizeof<T>(), p); }
  stackWord<T>(p, sp, 1, load<T>(RAX)); stackWord<T>(p, sp, 2, load<T>(RCX)); stackWord<T>(p, sp, 3, load<T>(RDX)); stackWord<T>(p, sp, 4, load<T>(RBX));
  stackWord<T>(p, sp, 5, load<T>(RSP)); stackWord<T>(p, sp, 6, load<T>(RBP)); stackWord<T>(p, sp, 7, load<T>(RSI)); stackWord<T>(p, sp, 8, load<T>(RDI));
  setStackPointer(sp - 8 * sizeof<T>());
  return next(p);
}
// @ts-ignore: decorator
@inline function stackWord<T>(p: usize, sp: u64, n: u64, v: T): void { st<T>(stackLinear(sp - n * sizeof<T>(), sizeof<T>(), true), v, p); }
export function popa<T>(p: usize): usize {
  const n: u64 = sizeof<T>();
  const di = peek<T>(0, p), si = peek<T>(n, p), bp = peek<T>(2 * n, p), bx = peek<T>(4 * n, p), dx = peek<T>(5 * n, p), cx = peek<T>(6 * n, p), ax = peek<T>(7 * n, p);
  wr<T>(RDI, di); wr<T>(RSI, si); wr<T>(RBP, bp); wr<T>(RBX, bx); wr<T>(RDX, dx); wr<T>(RCX, cx); wr<T>(RAX, ax);
  dropStack<T>(8 * n);
  return next(p);
}
// @ts-ignore: decorator
@inline export function leave<T>(p: usize): usize {
  if (sizeof<T>() == 8) {
    const bp = load<u64>(RBP), v = ld<u64>(bp, p);
    store<u64>(RSP, bp + 8); store<u64>(RBP, v);
    return next(p);
  }
  return leaveNarrow<T>(p);
}
function leaveNarrow<T>(p: usize): usize {
  store<u32>(CURP, p);
  const bp = load<u8>(CODE_MODE) == 2 ? load<u64>(RBP) : wideStack() ? load<u32>(RBP) : load<u16>(RBP);
  const v = ld<T>(stackLinear(bp, sizeof<T>(), false), p);
  setStackPointer(bp + sizeof<T>());
  wr<T>(RBP, v);
  return next(p);
}
/** ENTER: frame of `imm & FFFFh` bytes, nesting level in bits 20:16. */
export function enter<T>(p: usize): usize {
  store<u32>(CURP, p);
  const bytes = imm(p) & 0xffff, level = <i32>(imm(p) >> 16) & 31, n: u64 = sizeof<T>();
  let sp = stackPointer() - n;
  // What has been pushed before a fault stays in memory: it is no single frame to the processor.
  st<T>(stackLinear(sp, sizeof<T>(), true), load<T>(RBP), p);
  const frame = sp;
  if (level) {
    let bp = load<u64>(RBP);
    for (let i = 1; i < level; i++) {
      bp -= n; sp -= n;
      const v = ld<T>(stackLinear(bp, sizeof<T>(), false), p);
      st<T>(stackLinear(sp, sizeof<T>(), true), v, p);
    }
    sp -= n;
    st<T>(stackLinear(sp, sizeof<T>(), true), <T>frame, p);
  }
  sp -= bytes;
  // The new top of stack must be writable, or ENTER faults before it changes anything.
  const top = stackLinear(sp, sizeof<T>(), true), m = rmw<T>(top, p);
  rmwEnd<T>(m, top, load<T>(m), p);
  wr<T>(RBP, <T>frame);
  setStackPointer(sp);
  return next(p);
}
