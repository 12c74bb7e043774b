// Caches and memory order: there is nothing to flush or to wait for, only checks and intercepts.
import { CPL, CURP, EFER, RAX, I_IMM } from "../gen/layout";
import { ea, next } from "../record";
import { st, probeRead, probeWrite } from "../mem";
import { setArith, F_CF } from "../flags";
import { raiseGP, raiseUD } from "../fault";
import { intercepted, exitInstruction } from "../svm/intercept";
import { segLinear } from "./segment";
import { hasFeature, F_3DNOWPREFETCH, F_LM, F_CLFLUSH, F_CLFLUSHOPT, F_CLWB, F_SSE, F_SSE2 } from "./features";

const EFER_MCOMMIT: u64 = 1 << 17;
/** Bytes of a cache line. */
const LINE: u64 = 64;

export function invd(p: usize): usize {
  store<u32>(CURP, p);
  if (load<u8>(CPL)) raiseGP();
  if (intercepted(3, 22)) return exitInstruction(p, 0x76, 0, 0);
  return next(p);
}
/** WBINVD and WBNOINVD share an intercept; without the feature WBNOINVD is WBINVD. */
export function wbinvd(p: usize): usize {
  store<u32>(CURP, p);
  if (load<u8>(CPL)) raiseGP();
  if (intercepted(4, 9)) return exitInstruction(p, 0x89, 0, 0);
  return next(p);
}
/** A cache-line instruction checks its address as a load of one byte. */
function line(p: usize, feature: i32): usize {
  store<u32>(CURP, p);
  if (!hasFeature(feature)) raiseUD();
  probeRead(ea(p), 1, p);
  return next(p);
}
export function clflush(p: usize): usize { return line(p, F_CLFLUSH); }
export function clflushopt(p: usize): usize { return line(p, F_CLFLUSHOPT); }
export function clwb(p: usize): usize { return line(p, F_CLWB); }

/** PREFETCH and PREFETCHW: hints, whose address is never used. */
export function prefetch(p: usize): usize {
  if (hasFeature(F_3DNOWPREFETCH) || hasFeature(F_LM)) return next(p);
  store<u32>(CURP, p);
  raiseUD();
  return p;
}
/** CLZERO: the cache line that DS:rAX (or an override) lies in. */
export function clzero(p: usize): usize {
  store<u32>(CURP, p);
  const size = load<u8>(p, I_IMM + 1), rax = load<u64>(RAX);
  const offset = (size == 2 ? rax : size == 1 ? rax & 0xffffffff : rax & 0xffff) & ~(LINE - 1);
  const lin = segLinear(load<u8>(p, I_IMM), offset, <i32>LINE, true) & ~(LINE - 1);
  probeWrite(lin, <i32>LINE, p);
  for (let i: u64 = 0; i < LINE; i += 8) st<u64>(lin + i, 0, p);
  return next(p);
}
/** MCOMMIT: CF says that no store before it has failed, as none ever does. */
export function mcommit(p: usize): usize {
  store<u32>(CURP, p);
  if (!(load<u64>(EFER) & EFER_MCOMMIT)) raiseUD();
  if (intercepted(5, 3)) return exitInstruction(p, 0xa3, 0, 0);
  setArith(F_CF);
  return next(p);
}

function fence(p: usize, feature: i32): usize {
  if (hasFeature(feature)) return next(p);
  store<u32>(CURP, p);
  raiseUD();
  return p;
}
export function lfence(p: usize): usize { return fence(p, F_SSE2); }
export function mfence(p: usize): usize { return fence(p, F_SSE2); }
export function sfence(p: usize): usize { return fence(p, F_SSE); }
