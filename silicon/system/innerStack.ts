// Stacks of inner privilege levels, from the task-state segment: what an interrupt or a call gate switches to.
import { SEG_TR } from "../gen/layout";
import { ldSys } from "../mem";
import { V_TS } from "../fault";
import { attributesOf, baseOf, externalBit, limitOf, markAccessed, raiseSelector, setFromDescriptor, S_SS } from "./descriptor";
import { setNull, stackDescriptor } from "./segment";
import { openFlatFrame, openFrame } from "./stackFrame";

let selector: u32 = 0;
let descriptor: u64 = 0;

/** Read from the current TSS; beyond its limit is #TS. */
// @ts-ignore: decorator
@inline function taskState(offset: u32, size: i32): u64 {
  if (offset + size - 1 > load<u32>(SEG_TR, 4)) raiseSelector(V_TS, load<u16>(SEG_TR));
  return ldSys(load<u64>(SEG_TR, 8) + offset, size);
}
/** Open a frame on the legacy stack of level `cpl`. */
export function openInnerFrame(cpl: u32): void {
  const wide = (load<u16>(SEG_TR, 2) & 8) != 0;
  const rsp = wide ? taskState(4 + 8 * cpl, 4) : taskState(2 + 4 * cpl, 2);
  selector = <u32>(wide ? taskState(8 + 8 * cpl, 2) : taskState(4 + 4 * cpl, 2));
  descriptor = stackDescriptor(selector, cpl, false, V_TS);
  openFrame(baseOf(descriptor), limitOf(descriptor), attributesOf(descriptor), rsp, (selector & 0xfffc) | externalBit());
}
/** RSP of level `cpl` in long mode, or of entry `ist` of the interrupt stack table when that is not 0. */
export function longStack(cpl: u32, ist: u32): u64 { return taskState(ist ? 0x1c + 8 * ist : 4 + 8 * cpl, 8); }
/** Open a frame on the long-mode stack of level `cpl`, as a call gate does. */
export function openInnerLongFrame(cpl: u32): void { openFlatFrame(longStack(cpl, 0), externalBit()); }

/** Set the accessed bit of the stack segment of openInnerFrame(). */
export function markInnerStack(): void { markAccessed(selector, descriptor); }
/** Load SS with the segment of openInnerFrame(). */
export function commitInnerStack(): void { setFromDescriptor(S_SS, selector, descriptor); }
/** Load SS as long mode does on a change of privilege. */
export function commitInnerNull(cpl: u32): void { setNull(S_SS, cpl); }
