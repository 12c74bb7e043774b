// What an instruction has done to devices. Under an L0 it may have to run again for the sake of a page that the L0 has not entered yet, of
// which its program must not notice anything: then it finds what the devices answered, and they are not touched a second time.
import { HOST_IS_L0, IN_GUEST, RCX } from "../gen/layout";
import { physRead, physWrite } from "./phys";
import { spend, DEVICE_NS } from "../exec/leave";

/** Accesses that are kept; more than any instruction makes that touches pages besides. */
const MOST: u32 = 128;
const answers = memory.data(128 * 8, 8);
let count: u32 = 0;
/** Accesses of the instruction as it runs now. */
let next: u32 = 0;
/** It is the exact loop's: elsewhere nothing that can fail follows an access. */
let active: bool = false;
/** RCX of the repetition that they belong to. */
let repetition: u64 = 0;

/** An instruction begins, for the first time or again. */
export function beginAccesses(): void { next = 0; active = true; }
/** It has come to its end, or to a fault of its own. */
export function forgetAccesses(): void { count = 0; active = false; }
/** It must run again, and nothing may happen before. */
export function accessesKept(): bool { return count != 0; }

/** Has the next access been made before? */
function made(): bool {
  const rcx = load<u64>(RCX);
  if (rcx != repetition) { count = 0; next = 0; repetition = rcx; }
  return next < count;
}
function keep(answer: u64): void {
  if (!active || (load<u8>(HOST_IS_L0) & load<u8>(IN_GUEST)) == 0 || count == MOST) return;
  store<u64>(answers + (<usize>count << 3), answer);
  next = ++count;
}
/** Load from a device. */
export function deviceLoad(pa: u64, size: i32): u64 {
  if (made()) { next++; return load<u64>(answers + (<usize>(next - 1) << 3)); }
  spend(DEVICE_NS);
  const answer = physRead(pa, size);
  keep(answer);
  return answer;
}
/** Store to a device. */
export function deviceStore(pa: u64, size: i32, v: u64): void {
  if (made()) { next++; return; }
  physWrite(pa, size, v);
  spend(DEVICE_NS);
  keep(0);
}
