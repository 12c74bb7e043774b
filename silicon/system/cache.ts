// Caches and memory order: there is nothing to flush or to wait for, only checks and intercepts.
import { CPL, CURP } from "../gen/layout";
import { ea, next } from "../record";
import { probeRead } from "../mem";
import { raiseGP, raiseUD } from "../fault";
import { intercepted, exitInstruction } from "../svm/intercept";
import { hasFeature, F_CLFLUSH, F_CLFLUSHOPT, F_CLWB, F_SSE, F_SSE2 } from "./features";

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

function fence(p: usize, feature: i32): usize {
  if (hasFeature(feature)) return next(p);
  store<u32>(CURP, p);
  raiseUD();
  return p;
}
export function lfence(p: usize): usize { return fence(p, F_SSE2); }
export function mfence(p: usize): usize { return fence(p, F_SSE2); }
export function sfence(p: usize): usize { return fence(p, F_SSE); }
