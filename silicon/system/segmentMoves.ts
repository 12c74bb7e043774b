// MOV, PUSH and POP of segment registers, and the loads of far pointers: LDS LES LFS LGS LSS.
import { CURP, RFLAGS, RSP, SHADOW, I_IMM } from "../gen/layout";
import { dst, src, ea, isMem, next, wr } from "../record";
import { ld, st } from "../mem";
import { raiseUD } from "../fault";
import { F_RF } from "../flags";
import { peek, pushValue } from "../exec/stack";
import { goOnShadowed } from "../exec/leave";
import { suppressStep } from "../exec/run";
import { loadSegment } from "./segment";
import { segmentAt, S_CS, S_GS, S_SS } from "./descriptor";
import { setRsp, stackMask } from "./stackFrame";

// @ts-ignore: decorator
@inline function sregOf(p: usize): i32 { return <i32>load<u8>(p, I_IMM) & 7; }
/**
 * A new stack segment is in: the next instruction, which sets the pointer, runs undisturbed. Unlike that of STI, this shadow swallows the
 * single-step trap of its own instruction.
 */
function shadowed(p: usize): usize {
  suppressStep();
  store<u64>(RFLAGS, load<u64>(RFLAGS) & ~F_RF);
  store<u8>(SHADOW, 1);
  return goOnShadowed(p);
}

export function movToSegment(p: usize): usize {
  const seg = sregOf(p);
  store<u32>(CURP, <u32>p);
  if (seg == S_CS || seg > S_GS) raiseUD();
  loadSegment(seg, isMem(p) ? ld<u16>(ea(p), p) : load<u16>(src(p)));
  return seg == S_SS ? shadowed(p) : next(p);
}
/** To memory always 16 bits; to a register the operand size, zero-extended. */
export function movFromSegment<T>(p: usize): usize {
  const seg = sregOf(p);
  if (seg > S_GS) { store<u32>(CURP, <u32>p); raiseUD(); }
  const selector = load<u16>(segmentAt(seg));
  if (isMem(p)) st<u16>(ea(p), selector, p); else wr<T>(dst(p), <T>selector);
  return next(p);
}
export function pushSegment<T>(p: usize, seg: i32): usize { pushValue<T>(<T>load<u16>(segmentAt(seg)), p); return next(p); }
export function popSegment<T>(p: usize, seg: i32): usize {
  const selector = <u32>peek<T>(0, p);
  // The width of the pop is that of the stack before it.
  const width = stackMask();
  store<u32>(CURP, <u32>p);
  loadSegment(seg, selector);
  setRsp(width, load<u64>(RSP) + sizeof<T>());
  return seg == S_SS ? shadowed(p) : next(p);
}
/** With 64-bit operands the offset is still 32 bits wide, and zero-extended. */
export function loadFar<T>(p: usize, seg: i32): usize {
  const at = ea(p), width: u64 = sizeof<T>() == 2 ? 2 : 4;
  const selector = ld<u16>(at + width, p);
  const offset: u64 = sizeof<T>() == 2 ? ld<u16>(at, p) : ld<u32>(at, p);
  store<u32>(CURP, <u32>p);
  loadSegment(seg, selector);
  if (sizeof<T>() == 2) wr<u16>(dst(p), <u16>offset); else wr<u32>(dst(p), <u32>offset);
  return next(p);
}
