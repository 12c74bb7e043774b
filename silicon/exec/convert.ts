// Sign extension within the accumulator, table look-up, flag bits, BOUND, and instructions that do nothing.
import { RAX, RBX, RDX, RFLAGS, CURP, I_IMM } from "../gen/layout";
import { dst, ea, next, wr } from "../record";
import { ld } from "../mem";
import { cf, arithFlags, setArith, setCarry, F_DF, F_OF, F_ARITH } from "../flags";
import { raise, V_BR } from "../fault";
import { intercepted, exitInstruction } from "../svm/intercept";
import { segLinear } from "../system/segment";

const EXIT_BR: u64 = 0x45;

/** CBW, CWDE, CDQE: AL, AX or EAX to twice its width. */
export function widenAcc<T>(p: usize): usize {
  if (sizeof<T>() == 2) store<i16>(RAX, <i16>load<i8>(RAX));
  else if (sizeof<T>() == 4) store<u64>(RAX, <u64><u32><i32>load<i16>(RAX));
  else store<i64>(RAX, <i64>load<i32>(RAX));
  return next(p);
}
/** CWD, CDQ, CQO: the sign of the accumulator fills rDX. */
export function spreadSign<T>(p: usize): usize {
  const a = load<T>(RAX);
  wr<T>(RDX, <T>(0 - (a >> (<T>((sizeof<T>() << 3) - 1)))));
  return next(p);
}
export function xlat(p: usize): usize {
  store<u32>(CURP, p);
  const size = load<u8>(p, I_IMM + 1), at = load<u64>(RBX) + load<u8>(RAX);
  const offset = size == 2 ? at : size == 1 ? at & 0xffffffff : at & 0xffff;
  store<u8>(RAX, ld<u8>(segLinear(load<u8>(p, I_IMM), offset, 1, false), p));
  return next(p);
}
export function lahf(p: usize): usize { store<u8>(RAX, <u8>arithFlags() | 2, 1); return next(p); }
export function sahf(p: usize): usize {
  setArith((arithFlags() & F_OF) | (load<u8>(RAX, 1) & F_ARITH));
  return next(p);
}
export function cmc(p: usize): usize { setCarry(<u64>!cf()); return next(p); }
export function clc(p: usize): usize { setCarry(0); return next(p); }
export function stc(p: usize): usize { setCarry(1); return next(p); }
export function cld(p: usize): usize { store<u64>(RFLAGS, load<u64>(RFLAGS) & ~F_DF); return next(p); }
export function std(p: usize): usize { store<u64>(RFLAGS, load<u64>(RFLAGS) | F_DF); return next(p); }

// @ts-ignore: decorator
@inline function signed<T>(a: T): i64 { return sizeof<T>() == 2 ? <i64><i16>a : sizeof<T>() == 4 ? <i64><i32>a : <i64>a; }
export function bound<T>(p: usize): usize {
  const at = ea(p), i = signed<T>(load<T>(dst(p)));
  const low = signed<T>(ld<T>(at, p)), high = signed<T>(ld<T>(at + sizeof<T>(), p));
  if (i >= low && i <= high) return next(p);
  store<u32>(CURP, p);
  // Unlike other faults it tells a hypervisor where the next instruction is.
  if (intercepted(2, V_BR)) return exitInstruction(p, EXIT_BR, 0, 0);
  raise(V_BR, 0);
  return p;
}
/** NOP, hints and prefetches: the memory operand is not looked at. */
export function nop(p: usize): usize { return next(p); }
