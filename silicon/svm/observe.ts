// What an outside observer may hear about world switches. Off, a switch costs one test.

// @ts-ignore: decorator
@external("env", "worldSwitch") declare function worldSwitch(kind: i32): void;
// @ts-ignore: decorator
@external("env", "vmrunFailed") declare function vmrunFailed(): void;

export const SWITCH_EXIT = 0; export const SWITCH_ENTER = 1;

let observed: bool = false;
/** Call env.worldSwitch at every entry to a guest and every #VMEXIT from now on, or no longer. */
export function observeWorldSwitches(on: bool): void { observed = on; }

export function switched(kind: i32): void { if (observed) worldSwitch(kind); }
/** A VMRUN failed: FAILED_CHECKS tells why. */
export function failed(): void { vmrunFailed(); }
