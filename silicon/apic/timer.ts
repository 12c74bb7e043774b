// The timer of a local APIC. Its bus runs at one tick a virtual nanosecond. Nothing counts: the state is the time when zero is reached,
// all ones when the timer is stopped, and the current count is worked out when it is read.
import { TSC_ADD, APIC_TIMER_START, APIC_TIMER_DEADLINE, TSC_DEADLINE } from "../gen/layout";
import { currentTime, endSliceAt } from "../exec/leave";
import { reg, setReg, regionOf, R_LVT_TIMER, R_COUNT, R_DIVIDE, LVT_MASKED } from "./state";
import { waitDeadline, waitDue } from "../system/monitor";
import { raiseLocal } from "./deliver";

const STOPPED: u64 = 0xffffffffffffffff;
const PERIODIC = 1; const DEADLINE = 2;

function kind(): i32 { return (reg(0, R_LVT_TIMER) >> 17) & 3; }
/** The divide register, bits 3, 1 and 0, as a shift: 2, 4, .. 128, 1. */
function divide(): u64 {
  const d = reg(0, R_DIVIDE);
  return <u64>((((d & 3) | ((d >> 1) & 4)) + 1) & 7);
}
/** The timer of the running vCPU expires at `at`; who made the running slice could not know of it. */
function setExpiry(at: u64): void {
  store<u64>(APIC_TIMER_DEADLINE, at);
  if ((reg(0, R_LVT_TIMER) & LVT_MASKED) == 0) endSliceAt(max<u64>(at, currentTime() + 1));
}

/** Make the state true for `time`: what has expired by then has raised its interrupt. */
function settle(time: u64): void {
  const due = load<u64>(APIC_TIMER_DEADLINE);
  if (time < due) return;
  let next = STOPPED;
  const mode = kind();
  if (mode == PERIODIC) {
    const period = <u64>reg(0, R_COUNT) << divide();
    if (period) { next = due + ((time - due) / period + 1) * period; store<u64>(APIC_TIMER_START, next - period); }
  } else if (mode == DEADLINE) store<u64>(TSC_DEADLINE, 0);
  raiseLocal(0, R_LVT_TIMER);
  setExpiry(next);
}

/** Virtual time at which a vCPU's timer wants to interrupt, or its MWAITX to end; all ones for never. */
export function apicDeadline(vcpu: i32): u64 {
  const base = regionOf(vcpu);
  return min<u64>(waitDeadline(base), reg(base, R_LVT_TIMER) & LVT_MASKED ? STOPPED : load<u64>(APIC_TIMER_DEADLINE + base));
}
/** Raise the running vCPU's timer interrupt, and end its wait, if they are due at `time`. */
export function apicTimerDue(time: u64): void { settle(time); waitDue(time); }

export function stopTimer(): void { store<u64>(APIC_TIMER_DEADLINE, STOPPED); store<u64>(TSC_DEADLINE, 0); }

/** Write of the timer's entry in the local vector table, already in its legal form. */
export function writeTimerEntry(v: u32): void {
  settle(currentTime());
  const before = kind();
  setReg(0, R_LVT_TIMER, v);
  const after = kind();
  // Between counting down and the TSC deadline nothing carries over; between one-shot and periodic the count goes on.
  if (before != after && (before >= DEADLINE || after >= DEADLINE)) { stopTimer(); setReg(0, R_COUNT, 0); }
  setExpiry(load<u64>(APIC_TIMER_DEADLINE));
}
/** Write of the initial count: starts the timer, or stops it with zero. */
export function writeCount(v: u32): void {
  if (kind() >= DEADLINE) return;
  const time = currentTime();
  settle(time);
  setReg(0, R_COUNT, v);
  store<u64>(APIC_TIMER_START, time);
  setExpiry(v ? time + (<u64>v << divide()) : STOPPED);
}
/** The current count. */
export function currentCount(): u32 {
  const time = currentTime();
  settle(time);
  const due = load<u64>(APIC_TIMER_DEADLINE);
  if (due == STOPPED || kind() >= DEADLINE) return 0;
  const shift = divide();
  return <u32>((due - time + (<u64>1 << shift) - 1) >> shift);
}
/** Write of the divide register: the count stays, its pace changes. */
export function writeDivide(v: u32): void {
  const count = currentCount();
  setReg(0, R_DIVIDE, v & 0xb);
  if (count) setExpiry(currentTime() + (<u64>count << divide()));
}

/** The TSC-deadline register: the TSC value at which the timer expires, 0 when it is not armed. */
export function tscDeadlineRead(): u64 { settle(currentTime()); return load<u64>(TSC_DEADLINE); }
/** Arms the timer, or disarms it with 0; ignored in the other timer modes. A value that has passed expires at once. */
export function tscDeadlineWrite(v: u64): void {
  if (kind() != DEADLINE) return;
  store<u64>(TSC_DEADLINE, v);
  aimAtTsc();
}
function aimAtTsc(): void {
  const time = currentTime(), wanted = load<u64>(TSC_DEADLINE), tsc = time + load<u64>(TSC_ADD);
  if (wanted == 0) { setExpiry(STOPPED); return; }
  const wait = wanted > tsc ? wanted - tsc : 0;
  setExpiry(wait > STOPPED - time ? STOPPED : time + wait);
  if (!wait) settle(time);
}
/** TSC_ADD has changed: an armed TSC deadline lies at another time now. */
export function apicTscChanged(): void { if (load<u64>(TSC_DEADLINE)) aimAtTsc(); }
