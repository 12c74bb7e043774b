// Moves, address computation, widening, conditional moves and sets.
import { dst, src, ea, next, wr, isMem } from "../record";
import { ld, st } from "../mem";
import { cond } from "../flags";

// @ts-ignore: decorator
@inline export function mov_rs<T>(p: usize): usize { wr<T>(dst(p), load<T>(src(p))); return next(p); }
// @ts-ignore: decorator
@inline export function mov_rm<T>(p: usize): usize { wr<T>(dst(p), ld<T>(ea(p), p)); return next(p); }
// @ts-ignore: decorator
@inline export function mov_ms<T>(p: usize): usize { st<T>(ea(p), load<T>(src(p)), p); return next(p); }
// @ts-ignore: decorator
@inline export function lea<T>(p: usize): usize { wr<T>(dst(p), <T>ea(p)); return next(p); }

// @ts-ignore: decorator
@inline export function movzx8_rs<T>(p: usize): usize { wr<T>(dst(p), <T>load<u8>(src(p))); return next(p); }
// @ts-ignore: decorator
@inline export function movzx8_rm<T>(p: usize): usize { wr<T>(dst(p), <T>ld<u8>(ea(p), p)); return next(p); }
// @ts-ignore: decorator
@inline export function movzx16_rs<T>(p: usize): usize { wr<T>(dst(p), <T>load<u16>(src(p))); return next(p); }
// @ts-ignore: decorator
@inline export function movzx16_rm<T>(p: usize): usize { wr<T>(dst(p), <T>ld<u16>(ea(p), p)); return next(p); }
// @ts-ignore: decorator
@inline export function movsx8_rs<T>(p: usize): usize { wr<T>(dst(p), <T><i64>load<i8>(src(p))); return next(p); }
// @ts-ignore: decorator
@inline export function movsx8_rm<T>(p: usize): usize { wr<T>(dst(p), <T><i64><i8>ld<u8>(ea(p), p)); return next(p); }
// @ts-ignore: decorator
@inline export function movsx16_rs<T>(p: usize): usize { wr<T>(dst(p), <T><i64>load<i16>(src(p))); return next(p); }
// @ts-ignore: decorator
@inline export function movsx16_rm<T>(p: usize): usize { wr<T>(dst(p), <T><i64><i16>ld<u16>(ea(p), p)); return next(p); }
// @ts-ignore: decorator
@inline export function movsxd_rs<T>(p: usize): usize { wr<T>(dst(p), <T><i64>load<i32>(src(p))); return next(p); }
// @ts-ignore: decorator
@inline export function movsxd_rm<T>(p: usize): usize { wr<T>(dst(p), <T><i64><i32>ld<u32>(ea(p), p)); return next(p); }

// A 32-bit CMOV clears the upper half even when the condition is false.
// @ts-ignore: decorator
@inline export function cmov_rs<T>(p: usize, cc: i32): usize {
  const d = dst(p); wr<T>(d, cond(cc) ? load<T>(src(p)) : load<T>(d)); return next(p);
}
// @ts-ignore: decorator
@inline export function cmov_rm<T>(p: usize, cc: i32): usize {
  const d = dst(p), v = ld<T>(ea(p), p); wr<T>(d, cond(cc) ? v : load<T>(d)); return next(p);
}
// @ts-ignore: decorator
@inline export function setcc<T>(p: usize, cc: i32): usize {
  const v = <u8>cond(cc);
  if (isMem(p)) st<u8>(ea(p), v, p); else store<u8>(dst(p), v);
  return next(p);
}
