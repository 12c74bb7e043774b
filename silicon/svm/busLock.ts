// The bus lock threshold: a guest may lock the bus so often before it is taken notice of. What locks the bus here is a locked access that
// crosses a cache line; memory types, which would make every locked access to uncached memory another, are not told apart.
import { BUS_LOCK_LEFT, I_IMM } from "../gen/layout";
import { ea, next } from "../record";
import { probeWrite } from "../mem";
import { resumeAtRip } from "../fault";
import { hasFeature, F_BUS_LOCK_THRESHOLD } from "../system/features";
import { sync } from "../exec/leave";
import { intercepted, vmexit } from "./intercept";
import { VC_BUS_LOCK_COUNTER } from "./vmcb";

const CACHE_LINE: u32 = 64;
const EXIT_BUSLOCK: u64 = 0xa5;

/** VMRUN: the guest's count. */
export function loadBusLocks(at: usize): void { if (hasFeature(F_BUS_LOCK_THRESHOLD)) store<u16>(BUS_LOCK_LEFT, load<u16>(at, VC_BUS_LOCK_COUNTER)); }
/** #VMEXIT: what is left of it. */
export function saveBusLocks(at: usize): void {
  if (hasFeature(F_BUS_LOCK_THRESHOLD)) store<u16>(at, load<u16>(BUS_LOCK_LEFT), VC_BUS_LOCK_COUNTER);
}
/** A locked access of `size` bytes is about to be made, by the instruction of record `p`. Does not return where it exits. */
// @ts-ignore: decorator
@inline export function noteBusLock(lin: u64, size: u32, p: usize): void {
  if (intercepted(5, 5) && (<u32>lin & (CACHE_LINE - 1)) + size > CACHE_LINE) countBusLock(lin, size, p);
}
function countBusLock(lin: u64, size: u32, p: usize): void {
  if (!hasFeature(F_BUS_LOCK_THRESHOLD)) return;
  // A fault comes first, and locks nothing.
  probeWrite(lin, size, p);
  const left = load<u16>(BUS_LOCK_LEFT);
  if (left) { store<u16>(BUS_LOCK_LEFT, left - 1); return; }
  sync(p);
  vmexit(EXIT_BUSLOCK, 0, 0);
  resumeAtRip();
}
/** Micro-op before an instruction with a LOCK prefix: its address, and the bytes of its operand in IMM. */
export function busLockMicro(p: usize): usize {
  noteBusLock(ea(p), load<u32>(p, I_IMM), p);
  return next(p);
}
