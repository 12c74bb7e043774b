// The time-stamp counter and its relatives: one tick an instruction.
import { CURP, CPL, CR4, IN_GUEST, TSC_ADD, TSC_ADJUST, TSC_AUX, TSC_OFFSET, TSC_RATIO, TSC_SCALED, RAX, RCX, RDX } from "../gen/layout";
import { MSR_MPERF, MSR_APERF } from "../gen/msrs";
import { dst, next } from "../record";
import { raiseGP, raiseUD } from "../fault";
import { currentTime } from "../exec/leave";
import { intercepted, exitInstruction } from "../svm/intercept";
import { hasFeature, F_RDTSCP, F_RDPID, F_PERFCTR_CORE } from "./features";

const CR4_TSD: u64 = 4; const CR4_PCE: u64 = 1 << 8;

/** The counter without what a VMCB makes of it. */
export function hostTsc(): u64 { return currentTime() + load<u64>(TSC_ADD); }
/** `v` times the ratio, a fixed-point number with 32 bits of fraction. */
export function scaledTsc(v: u64, ratio: u64): u64 {
  const fraction = ratio & 0xffffffff;
  return v * (ratio >> 32) + (v >> 32) * fraction + (((v & 0xffffffff) * fraction) >> 32);
}
/** The counter as the running program reads it. */
export function readTsc(): u64 {
  const v = hostTsc();
  if (!load<u8>(IN_GUEST)) return v;
  return (load<u8>(TSC_SCALED) ? scaledTsc(v, load<u64>(TSC_RATIO)) : v) + load<u64>(TSC_OFFSET);
}
/** WRMSR to the counter: no VMCB field applies, and TSC_ADJUST moves along. */
export function writeTsc(v: u64): void { moveTsc(v - hostTsc()); }
export function writeTscAdjust(v: u64): void { moveTsc(v - load<u64>(TSC_ADJUST)); }
function moveTsc(by: u64): void {
  store<u64>(TSC_ADD, load<u64>(TSC_ADD) + by);
  store<u64>(TSC_ADJUST, load<u64>(TSC_ADJUST) + by);
}
/** MPERF (0) and APERF (1): they count alike, for the processor runs at one speed. Their slots hold what writes have moved them by. */
export function readPerf(n: i32): u64 { return currentTime() + load<u64>(n ? MSR_APERF : MSR_MPERF); }
export function writePerf(n: i32, v: u64): void { store<u64>(n ? MSR_APERF : MSR_MPERF, v - currentTime()); }

function result(v: u64): void { store<u64>(RAX, v & 0xffffffff); store<u64>(RDX, v >> 32); }
function checkTsd(): void { if (load<u8>(CPL) && (load<u64>(CR4) & CR4_TSD) != 0) raiseGP(); }

export function rdtsc(p: usize): usize {
  store<u32>(CURP, p);
  checkTsd();
  if (intercepted(3, 14)) return exitInstruction(p, 0x6e, 0, 0);
  result(readTsc());
  return next(p);
}
export function rdtscp(p: usize): usize {
  store<u32>(CURP, p);
  if (!hasFeature(F_RDTSCP)) raiseUD();
  checkTsd();
  if (intercepted(4, 7)) return exitInstruction(p, 0x87, 0, 0);
  result(readTsc());
  store<u64>(RCX, load<u64>(TSC_AUX) & 0xffffffff);
  return next(p);
}
export function rdpid(p: usize): usize {
  store<u32>(CURP, p);
  if (!hasFeature(F_RDPID)) raiseUD();
  store<u64>(dst(p), load<u64>(TSC_AUX) & 0xffffffff);
  return next(p);
}
/** RDPMC: the counters exist and never count. */
export function rdpmc(p: usize): usize {
  store<u32>(CURP, p);
  if (load<u8>(CPL) && (load<u64>(CR4) & CR4_PCE) == 0) raiseGP();
  if (load<u32>(RCX) >= <u32>(hasFeature(F_PERFCTR_CORE) ? 6 : 4)) raiseGP();
  if (intercepted(3, 15)) return exitInstruction(p, 0x6f, 0, 0);
  result(0);
  return next(p);
}
/** RDPRU: MPERF and APERF for programs; registers past the last one read as zero. */
export function rdpru(p: usize): usize {
  store<u32>(CURP, p);
  if (load<u8>(CPL) && (load<u64>(CR4) & CR4_TSD) != 0) raiseUD();
  if (intercepted(4, 14)) return exitInstruction(p, 0x8e, 0, 0);
  const n = load<u32>(RCX);
  result(n < 2 ? readPerf(<i32>n) : 0);
  return next(p);
}
