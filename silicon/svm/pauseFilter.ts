// The pause filter: a guest may spin for a while before the PAUSE intercept takes notice.
import { PAUSE_COUNT, PAUSE_THRESHOLD, PAUSE_LEFT, PAUSE_AT, HOST_IS_L0 } from "../gen/layout";
import { hasFeature, F_PAUSE_FILTER, F_PFTHRESHOLD } from "../system/features";
import { now } from "../exec/leave";
import { VC_PAUSE_FILTER_COUNT, VC_PAUSE_FILTER_THRESHOLD } from "./vmcb";

/** VMRUN: a new count. To an L0 every return to its guest is a VMRUN, to L1 it is not: the L0 begins the count itself. */
export function loadPauseFilter(at: usize): void {
  store<u16>(PAUSE_COUNT, hasFeature(F_PAUSE_FILTER) ? load<u16>(at, VC_PAUSE_FILTER_COUNT) : 0);
  store<u16>(PAUSE_THRESHOLD, hasFeature(F_PFTHRESHOLD) ? load<u16>(at, VC_PAUSE_FILTER_THRESHOLD) : 0);
  if (load<u8>(HOST_IS_L0)) return;
  store<u32>(PAUSE_LEFT, load<u16>(PAUSE_COUNT));
  store<u64>(PAUSE_AT, 0);
}
/**
 * Does this intercepted PAUSE exit? Each uses up the count. With a threshold, one that comes later than that after the one before is no
 * spinning and brings the whole count back.
 */
export function pauseExits(p: usize): bool {
  const count = load<u16>(PAUSE_COUNT), threshold: u64 = load<u16>(PAUSE_THRESHOLD);
  if (!count) return true;
  const time = now(p), elapsed = time - load<u64>(PAUSE_AT);
  store<u64>(PAUSE_AT, time);
  if (threshold != 0 && elapsed > threshold) { store<u32>(PAUSE_LEFT, count); return false; }
  const left = load<u32>(PAUSE_LEFT);
  if (!left) return true;
  store<u32>(PAUSE_LEFT, left - 1);
  return false;
}
