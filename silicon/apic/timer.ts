// The timer of a local APIC. Its bus runs at one tick a virtual nanosecond. Nothing counts: the state is the time when zero is reached,
// all ones when the timer is stopped, and the current count is worked out when it is read.
import { TIME, BUDGET, CURP, TSC_ADD, APIC_TIMER_START, APIC_TIMER_DEADLINE, TSC_DEADLINE } from "../gen/layout";
import { now } from "../exec/leave";
import { reg, setReg, regionOf, vcpuCount, R_LVT_TIMER, R_COUNT, R_DIVIDE, LVT_MASKED } from "./state";
import { raiseLocal } from "./deliver";

const STOPPED: u64 = 0xffffffffffffffff;
const ONE_SHOT = 0; const PERIODIC = 1; const DEADLINE = 2;

function kind(base: u32): i32 { return (reg(base, R_LVT_TIMER) >> 17) & 3; }
/** The divide register, bits 3, 1 and 0, as a shift: 2, 4, .. 128, 1. */
function divide(base: u32): u64 {
  const d = reg(base, R_DIVIDE);
  return <u64>((((d & 3) | ((d >> 1) & 4)) + 1) & 7);
}
/** Virtual time of the instruction that runs, or of the boundary. */
function timeNow(): u64 {
  const p = load<u32>(CURP);
  return p ? now(p) : load<u64>(TIME) - <u64><i64>load<i32>(BUDGET);
}

function setExpiry(base: u32, at: u64): void {
  store<u64>(APIC_TIMER_DEADLINE + base, at);
  if (base == 0 && (reg(0, R_LVT_TIMER) & LVT_MASKED) == 0) shortenSlice(at);
}
/** End the running slice at `at`, but not before the running instruction is over: whoever made the slice could not know of this timer. */
function shortenSlice(at: u64): void {
  const end = max<u64>(at, timeNow() + 1), planned = load<u64>(TIME);
  if (end >= planned) return;
  store<u64>(TIME, end);
  store<i32>(BUDGET, load<i32>(BUDGET) - <i32>(planned - end));
}

/** Make the state true for `time`: what has expired by then has raised its interrupt. */
function settle(base: u32, time: u64): void {
  const due = load<u64>(APIC_TIMER_DEADLINE + base);
  if (time < due) return;
  let next = STOPPED;
  const mode = kind(base);
  if (mode == PERIODIC) {
    const period = <u64>reg(base, R_COUNT) << divide(base);
    if (period) { next = due + ((time - due) / period + 1) * period; store<u64>(APIC_TIMER_START + base, next - period); }
  } else if (mode == DEADLINE) store<u64>(TSC_DEADLINE + base, 0);
  raiseLocal(base, R_LVT_TIMER);
  setExpiry(base, next);
}

/** Virtual time at which a vCPU's timer wants to interrupt; all ones for never. */
export function apicDeadline(vcpu: i32): u64 {
  const base = regionOf(vcpu);
  return reg(base, R_LVT_TIMER) & LVT_MASKED ? STOPPED : load<u64>(APIC_TIMER_DEADLINE + base);
}
/** Raise the timer interrupts that are due at `time`. */
export function apicTimerDue(time: u64): void {
  for (let v = 0; v < vcpuCount(); v++) settle(regionOf(v), time);
}

export function stopTimer(): void { store<u64>(APIC_TIMER_DEADLINE, STOPPED); store<u64>(TSC_DEADLINE, 0); }

/** Write of the timer's entry in the local vector table, already in its legal form. */
export function writeTimerEntry(v: u32): void {
  settle(0, timeNow());
  const before = kind(0);
  setReg(0, R_LVT_TIMER, v);
  const after = kind(0);
  // Between counting down and the TSC deadline nothing carries over; between one-shot and periodic the count goes on.
  if (before != after && (before >= DEADLINE || after >= DEADLINE)) { stopTimer(); setReg(0, R_COUNT, 0); }
  setExpiry(0, load<u64>(APIC_TIMER_DEADLINE));
}
/** Write of the initial count: starts the timer, or stops it with zero. */
export function writeCount(v: u32): void {
  if (kind(0) >= DEADLINE) return;
  const time = timeNow();
  settle(0, time);
  setReg(0, R_COUNT, v);
  store<u64>(APIC_TIMER_START, time);
  setExpiry(0, v ? time + (<u64>v << divide(0)) : STOPPED);
}
/** The current count. */
export function currentCount(): u32 {
  const time = timeNow();
  settle(0, time);
  const due = load<u64>(APIC_TIMER_DEADLINE);
  if (due == STOPPED || kind(0) >= DEADLINE) return 0;
  const shift = divide(0);
  return <u32>((due - time + (<u64>1 << shift) - 1) >> shift);
}
/** Write of the divide register: the count stays, its pace changes. */
export function writeDivide(v: u32): void {
  const count = currentCount();
  setReg(0, R_DIVIDE, v & 0xb);
  if (count) setExpiry(0, timeNow() + (<u64>count << divide(0)));
}

/** The TSC-deadline register: the TSC value at which the timer expires, 0 when it is not armed. */
export function tscDeadlineRead(): u64 { settle(0, timeNow()); return load<u64>(TSC_DEADLINE); }
/** Arms the timer, or disarms it with 0; ignored in the other timer modes. A value that has passed expires at once. */
export function tscDeadlineWrite(v: u64): void {
  if (kind(0) != DEADLINE) return;
  store<u64>(TSC_DEADLINE, v);
  aimAtTsc();
}
function aimAtTsc(): void {
  const time = timeNow(), wanted = load<u64>(TSC_DEADLINE), tsc = time + load<u64>(TSC_ADD);
  if (wanted == 0) { setExpiry(0, STOPPED); return; }
  const wait = wanted > tsc ? wanted - tsc : 0;
  setExpiry(0, wait > STOPPED - time ? STOPPED : time + wait);
  if (!wait) settle(0, time);
}
/** TSC_ADD has changed: an armed TSC deadline lies at another time now. */
export function apicTscChanged(): void { if (load<u64>(TSC_DEADLINE)) aimAtTsc(); }
