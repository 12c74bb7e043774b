// What an instruction has done to devices. Under an L0 it may have to run again for the sake of a page that the L0 has not entered yet, of
// which its program must not notice anything: then it finds what the devices answered, and they are not touched a second time. Nor are they
// asked again for the bytes of an instruction that runs again before it has done anything, be it for such a page or in the exact loop.
import { CURP, FETCH_BUFFER, HOST_IS_L0, IN_GUEST, RCX, RIP } from "../gen/layout";
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
export function forgetAccesses(): void { count = 0; active = false; fetchAgain = false; }
/** It must run again, and nothing may happen before. */
export function accessesKept(): bool { return count != 0 || fetchAgain; }

/** Bytes of the instruction that was fetched last in FETCH_BUFFER, if a device has given some of them; it is still being fetched. */
let fetched: u32 = 0;
let fetchedFrom: u64 = 0;
let fetching: bool = false;
/** That instruction is the next. */
let fetchAgain: bool = false;

/** The fetch of an instruction at `rip` whose records cannot be kept begins. */
export function beginFetch(rip: u64): void {
  if (!fetchAgain || rip != fetchedFrom) fetched = 0;
  fetchAgain = false;
  fetching = true;
  fetchedFrom = rip;
}
export function endFetch(): void { fetching = false; }
/** Byte `n` of it, which is a device's. */
export function deviceFetch(pa: u64, n: u32): void {
  if (n < fetched) return;
  store<u8>(FETCH_BUFFER + n, <u8>physRead(pa, 1));
  fetched = n + 1;
}
/** An instruction unwinds and will run again: the one at `apart`, where they are when their records cannot be kept, or one that is being fetched. */
export function keepFetch(apart: bool): void { fetchAgain = fetched != 0 && (apart || fetching); fetching = false; }
/** It unwinds for good. */
export function forgetFetch(): void { fetching = false; }

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
