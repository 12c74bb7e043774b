// What the outer loop looks at between instructions.
import { EVENTS, STOP_KIND, SHUTDOWN, HALTED, WAIT_SIPI, EVENT_INJECTED, PENDING_DB, SHADOW, RFLAGS } from "../gen/layout";
import { accessesKept } from "../mmu/deviceLog";
import { takeEvents, injectEvent } from "../svm/events";
import { waitEnds } from "../system/monitor";
import { deliverDebugTrap } from "../system/debug";
import { F_RF } from "../flags";

/** Why resume() returned. */
export const RETURN_SLICE = 0; export const RETURN_HALTED = 1; export const RETURN_SHUTDOWN = 2; export const RETURN_WAIT_SIPI = 3; export const RETURN_VMEXIT = 4;
export const RETURN_RSM = 5; export const RETURN_TABLES = 6;
/** boundary(): no reason to return; go on as usual, or in the exact loop for one instruction and look again. */
export const GO_ON = -1; export const GO_ON_EXACTLY = -2;

let restart: bool = false;

/** Make the outer loop look before the next instruction. */
export function noticeEvents(): void { store<u32>(EVENTS, 1); }
/** The next instruction must be run by the exact loop. */
export function restartInExactLoop(): void { restart = true; store<u32>(EVENTS, 1); }

/** Deal with everything that is due at this boundary. May unwind. */
export function boundary(): i32 {
  store<u32>(EVENTS, 0);
  const stop = load<u8>(STOP_KIND);
  if (stop) { store<u8>(STOP_KIND, 0); store<u32>(EVENTS, 1); return stop; }
  if (accessesKept()) return GO_ON_EXACTLY;
  if (load<u8>(SHUTDOWN)) return takeEvents() ? boundary() : RETURN_SHUTDOWN;
  if (load<u8>(EVENT_INJECTED)) { injectEvent(); if (load<u8>(STOP_KIND)) return boundary(); }
  if (load<u8>(PENDING_DB) && load<u8>(SHADOW) == 0) { deliverDebugTrap(); if (load<u32>(EVENTS)) return boundary(); }
  if (takeEvents()) return boundary();
  if (load<u8>(WAIT_SIPI)) return RETURN_WAIT_SIPI;
  if (load<u8>(HALTED) && !waitEnds()) return RETURN_HALTED;
  if (restart || load<u8>(SHADOW) || (load<u64>(RFLAGS) & F_RF) || load<u8>(PENDING_DB)) { restart = false; return GO_ON_EXACTLY; }
  return GO_ON;
}
