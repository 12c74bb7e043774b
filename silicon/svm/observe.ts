// What an outside observer may hear about world switches. Off, a switch costs one test.

// @ts-ignore: decorator
@external("env", "worldSwitch") declare function worldSwitch(kind: i32): void;
// @ts-ignore: decorator
@external("env", "eventDue") declare function eventDue(): void;
// @ts-ignore: decorator
@external("env", "vmrunFailed") declare function vmrunFailed(rip: u64): void;
// @ts-ignore: decorator
@external("env", "staleVmcb") declare function staleVmcb(groups: u32, rip: u64): void;

/** What is told, when the host is no L0: a #VMEXIT that is over, a VMRUN with its guest loaded, a #VMEXIT of which nothing has been done, and a VMRUN
 * that has failed. */
export const SWITCH_EXIT = 0; export const SWITCH_ENTER = 1; export const SWITCH_LEAVE = 2; export const SWITCH_FAIL = 3;

let observed: bool = false;
/** Call env.worldSwitch at every entry to a guest, and before and after every #VMEXIT, from now on, or no longer. */
export function observeWorldSwitches(on: bool): void { observed = on; }

export function switched(kind: i32): void { if (observed) worldSwitch(kind); }
let vmrunAt: u64 = 0;
/** A VMRUN begins, at this RIP. By the time it fails the host has gone on to the next instruction. */
export function vmrunBegins(rip: u64): void { vmrunAt = rip; }
/** RIP of the last VMRUN. */
export function vmrunRip(): u64 { return vmrunAt; }
/** A VMRUN goes by what the processor remembers of these groups of its VMCB, though memory has something else. */
export function staleGroups(groups: u32): void { staleVmcb(groups, vmrunAt); }
/** A VMRUN fails: FAILED_CHECKS tells why, and the VMCB is still as it was checked. */
export function failed(): void { vmrunFailed(vmrunAt); }

let eventsObserved: bool = false;
/** Call env.eventDue at every boundary where an event is about to be taken or to exit, or no longer. */
export function observeEvents(on: bool): void { eventsObserved = on; }
/** The event of this boundary is about to be taken: nothing has been done about it. */
export function due(): void { if (eventsObserved) eventDue(); }
