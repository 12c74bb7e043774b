// Events on their way to a handler: exceptions with their intercepts and double-fault rules, hardware interrupts, injected events.
import { RIP, CURP, CR2, NRIP, SHADOW, MONITOR_ARMED, HALTED, SHUTDOWN, FAULT_VECTOR, FAULT_ERROR, DELIVER_KIND, DELIVER_ERROR,
  EXIT_INFO1, EXIT_INFO2, PENDING_DR6, FAULT_ROW, FAULT_TIME } from "../gen/layout";
import { getFlags, F_RF } from "../flags";
import { V_BP, V_DB, V_DF, V_MC, V_NMI, V_NPF, V_OF, V_PF } from "../fault";
import { nextRip, ripOf } from "../record";
import { arriveAt, currentTime, spend, EXIT_RECORD } from "../exec/leave";
import { noticeEvents } from "../exec/events";
import { suppressStep } from "../exec/run";
import { intercepted, vmexit, vmexitException } from "../svm/intercept";
import { updateCodeMode } from "./segment";
import { noteDebugException, recordException, updateExact } from "./debug";
import { enterHandler } from "./gate";

// Event types, as EVENTINJ numbers them.
export const TYPE_INTR: u32 = 0; export const TYPE_NMI: u32 = 2; export const TYPE_EXCEPTION: u32 = 3; export const TYPE_SOFT: u32 = 4;
const VALID: u32 = 0x80000000;
const HAS_ERROR: u32 = 0x800;

/** Vectors with an error code: 8, 10 to 14, 17, 21, 29, 30. */
const WITH_ERROR: u32 = 0x60227d00;
/** Exceptions that are no faults: #DB keeps RF as it is, and #NMI, #BP, #OF, #DF, #MC do not restart an instruction. */
const NO_FAULTS: u32 = (1 << V_DB) | (1 << V_NMI) | (1 << V_BP) | (1 << V_OF) | (1 << V_DF) | (1 << V_MC);
/** Contributory exceptions: 0, 10 to 13, 21, 29, 30. */
const CONTRIBUTORY: u32 = 0x60203c01;

const EXIT_SHUTDOWN: u64 = 0x7f;
const EXIT_NPF: u64 = 0x400;
const SHUTDOWN_INTERCEPT = 31;

/** Note what is being delivered: a fault or #VMEXIT on the way looks at it. */
function begin(type: u32, vector: u32, withError: bool, error: u32): void {
  store<u32>(DELIVER_KIND, VALID | (type << 8) | vector | (withError ? HAS_ERROR : 0));
  store<u32>(DELIVER_ERROR, withError ? error : 0);
}
/** The handler at `rip` is entered. */
function done(rip: u64): void {
  recordException(load<u64>(RIP), rip);
  store<u64>(RIP, rip);
  store<u32>(DELIVER_KIND, 0);
  // What a handler is entered with opens the way to no event, but for the end of a shadow.
  if (load<u8>(SHADOW)) { store<u8>(SHADOW, 0); noticeEvents(); }
  store<u8>(MONITOR_ARMED, 0);
  updateCodeMode();
  updateExact();
}

/** The fault that unwound (FAULT_VECTOR, FAULT_ERROR), with RIP at the instruction. May unwind with a fault of its own delivery. */
export function deliverFault(): void {
  const vector = load<u32>(FAULT_VECTOR);
  if (vector == V_NPF) {
    vmexit(EXIT_NPF, load<u64>(EXIT_INFO1), load<u64>(EXIT_INFO2));
    store<u32>(DELIVER_KIND, 0);
    return;
  }
  keepTimeMoving();
  deliverException(vector, load<u32>(FAULT_ERROR));
}
/** Faults in a row, with no instruction retired between them, that take no time. */
const FREE_FAULTS: u32 = 256;
/** A handler whose first byte faults, and so for ever, would keep the processor in its slice: from some point on each fault takes as long as an instruction. */
function keepTimeMoving(): void {
  let now = currentTime(), row: u32 = 0;
  if (load<u64>(FAULT_TIME) == now) {
    row = load<u32>(FAULT_ROW) + 1;
    if (row > FREE_FAULTS) { spend(1); now++; }
  }
  store<u32>(FAULT_ROW, row);
  store<u64>(FAULT_TIME, now);
}
/** Deliver an exception at RIP; for #DB `error` holds bits of DR6 beside those that wait in PENDING_DR6. May unwind. */
export function deliverException(vector: u32, error: u32): void {
  store<u32>(CURP, 0);
  // Before the intercept: a hypervisor finds the cause of #DB in the saved DR6.
  if (vector == V_DB) {
    store<u32>(PENDING_DR6, load<u32>(PENDING_DR6) | error);
    error = 0;
    // No instruction asks for this handler: an L0 tells ICEBP by its return address.
    store<u64>(NRIP, 0);
    noteDebugException();
  }
  if (exits(vector, error)) return;
  if (vector == V_PF) store<u64>(CR2, load<u64>(EXIT_INFO2));
  const first = load<u32>(DELIVER_KIND);
  if (first) {
    // An exception while an exception is delivered, checked against its own intercept above, may be a double fault or the end.
    const former = first & 0xff, exception = ((first >> 8) & 7) == TYPE_EXCEPTION;
    if (exception && former == V_DF && (vector == V_PF || contributory(vector))) { shutDown(); return; }
    if (exception && doubles(former, vector)) {
      vector = V_DF; error = 0;
      if (exits(vector, error)) return;
    }
  }
  const withError = hasError(vector);
  begin(TYPE_EXCEPTION, vector, withError, error);
  done(enterHandler(vector, load<u64>(RIP), faultFlags(vector), withError, error, false));
}
// @ts-ignore: decorator
@inline function exits(vector: u32, error: u32): bool {
  if (vector > 31 || !intercepted(2, vector)) return false;
  vmexitException(vector, error, hasError(vector));
  store<u32>(DELIVER_KIND, 0);
  return true;
}
// @ts-ignore: decorator
@inline function hasError(vector: u32): bool { return ((WITH_ERROR >> vector) & 1) != 0; }
// @ts-ignore: decorator
@inline function contributory(vector: u32): bool { return ((CONTRIBUTORY >> vector) & 1) != 0; }
function doubles(first: u32, second: u32): bool {
  return contributory(first) ? contributory(second) : first == V_PF && (second == V_PF || contributory(second));
}
/** RFLAGS as a fault pushes them: RF keeps the instruction breakpoint off when the instruction runs again. */
// @ts-ignore: decorator
@inline function faultFlags(vector: u32): u64 { return (NO_FAULTS >> vector) & 1 ? getFlags() : getFlags() | F_RF; }
/** The processor shuts down, or the hypervisor of the running guest hears of it. At a boundary. */
export function shutDown(): void {
  if (intercepted(3, SHUTDOWN_INTERCEPT)) { vmexit(EXIT_SHUTDOWN, 0, 0); store<u32>(DELIVER_KIND, 0); return; }
  store<u32>(DELIVER_KIND, 0);
  store<u8>(SHUTDOWN, 1);
  noticeEvents();
}

/** Deliver a hardware interrupt (TYPE_INTR) or NMI at RIP. May unwind. */
export function deliverInterrupt(vector: u32, type: u32): void {
  store<u32>(CURP, 0);
  store<u8>(HALTED, 0);
  begin(type, vector, false, 0);
  done(enterHandler(vector, load<u64>(RIP), getFlags(), false, 0, false));
}
/** Deliver an injected event: EVENTINJ and its error code. May unwind. An NMI masks nothing here. */
export function deliverEvent(event: u32, error: u32): void {
  const type = (event >> 8) & 7, withError = type == TYPE_EXCEPTION && (event & HAS_ERROR) != 0;
  const vector = type == TYPE_NMI ? V_NMI : event & 0xff;
  // As the instructions INTn, INT3 and INTO would have it: the gate's DPL counts, and the handler returns to what follows.
  const soft = type == TYPE_SOFT || (type == TYPE_EXCEPTION && (vector == V_BP || vector == V_OF));
  store<u32>(CURP, 0);
  store<u8>(HALTED, 0);
  begin(type, vector, withError, error);
  const flags = type == TYPE_EXCEPTION && vector < 32 ? faultFlags(vector) : getFlags();
  done(enterHandler(vector, soft ? load<u64>(NRIP) : load<u64>(RIP), flags, withError, error, soft));
}
/** The instruction `p` asks for a handler: INTn (TYPE_SOFT), INT3, INTO and ICEBP (TYPE_EXCEPTION). Returns the exit record. */
export function deliverSoft(p: usize, vector: u32, type: u32, checkDpl: bool): usize {
  const from = ripOf(p), after = nextRip(p);
  begin(type, vector, false, 0);
  store<u64>(NRIP, after);
  const rip = enterHandler(vector, after, getFlags() & ~F_RF, false, 0, checkDpl);
  suppressStep();
  // A task switch has retired the instruction.
  const retired = load<u32>(CURP) == 0;
  if (!retired) store<u64>(RIP, from);
  done(rip);
  return retired ? EXIT_RECORD : arriveAt(p, rip);
}
