// One decoded instruction (spec/layout.ts RECORD) as handlers see it.
import { REGS, I_DST, I_SRC, I_BASE, I_INDEX, I_SCALE, I_DISP, I_OFF, I_LEN, I_IMM, I_META, I_N, I_SIZE, M_MICRO, M_MEM, RIPBASE,
  CODE_MODE } from "./gen/layout";

/** Address of the destination register. */
// @ts-ignore: decorator
@inline export function dst(p: usize): usize { return load<u16>(p, I_DST); }
/** Address of the source register or of the immediate. */
// @ts-ignore: decorator
@inline export function src(p: usize): usize { return load<u32>(p, I_SRC); }
/** The immediate, sign-extended. */
// @ts-ignore: decorator
@inline export function imm(p: usize): u64 { return load<u64>(p, I_IMM); }
/** Linear address of the memory operand. */
// @ts-ignore: decorator
@inline export function ea(p: usize): u64 {
  return load<u64>(load<u16>(p, I_BASE)) + (load<u64>(load<u16>(p, I_INDEX)) << load<u8>(p, I_SCALE)) + <u64><i64>load<i32>(p, I_DISP);
}
// @ts-ignore: decorator
@inline export function next(p: usize): usize { return p + I_SIZE; }
// @ts-ignore: decorator
@inline export function isMem(p: usize): bool { return (load<u8>(p, I_META) & M_MEM) != 0; }
/** Instructions of the run before this record. */
// @ts-ignore: decorator
@inline export function before(p: usize): i32 { return <i32>load<u8>(p, I_N) - 1 + (load<u8>(p, I_META) & M_MICRO); }

/** Store a register: a 32-bit result clears the upper half, narrower ones leave the rest. */
// @ts-ignore: decorator
@inline export function wr<T>(d: usize, v: T): void {
  if (sizeof<T>() == 4) store<u64>(d, <u64><u32>v); else store<T>(d, v);
}
/** Address of general register `n`. */
// @ts-ignore: decorator
@inline export function gpr(n: i32): usize { return REGS + (<usize>n << 3); }

/** RIP in the width of the code segment. */
// @ts-ignore: decorator
@inline export function ripMask(rip: u64): u64 {
  const mode = load<u8>(CODE_MODE);
  return mode == 2 ? rip : mode == 1 ? rip & 0xffffffff : rip & 0xffffffff;
}
/** RIP of the instruction of this record. */
export function ripOf(p: usize): u64 { return ripMask(load<u64>(RIPBASE) + load<u16>(p, I_OFF)); }
/** RIP of the instruction after it. */
export function nextRip(p: usize): u64 { return ripMask(load<u64>(RIPBASE) + load<u16>(p, I_OFF) + load<u8>(p, I_LEN)); }
