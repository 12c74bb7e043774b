// Which interrupt a local APIC offers its processor: requests, what is in service, and the priority above which one gets through.
import { VCPU, APIC_INTR, PIC_INTR, EXTINT_PENDING } from "../gen/layout";
import { reg, setReg, regionOf, signal, hardwareEnabled, modeOf, R_TPR, R_SVR, R_ISR, R_TMR, R_IRR, R_LVT_LINT0, LVT_MASKED, LVT_LEVEL,
  LVT_REMOTE_IRR, FIXED, EXTINT } from "./state";
import { illegalVector } from "./errors";

// @ts-ignore: decorator
@external("env", "picAcknowledge") declare function picAcknowledge(): i32;
// @ts-ignore: decorator
@external("env", "ioapicEoi") declare function ioapicEoi(vector: i32): void;

/** Highest vector of a 256-bit register, or -1. */
function highest(base: u32, first: i32): i32 {
  for (let i = 7; i >= 0; i--) {
    const word = reg(base, first + i);
    if (word) return (i << 5) | (31 - clz<u32>(word));
  }
  return -1;
}
// @ts-ignore: decorator
@inline function bitOf(vector: i32): u32 { return <u32>1 << (vector & 31); }
function setBit(base: u32, first: i32, vector: i32, on: bool): void {
  const r = first + (vector >> 5);
  setReg(base, r, on ? reg(base, r) | bitOf(vector) : reg(base, r) & ~bitOf(vector));
}
function getBit(base: u32, first: i32, vector: i32): bool { return (reg(base, first + (vector >> 5)) & bitOf(vector)) != 0; }

/** Priority of the processor: of the task or of the interrupt in service. */
export function processorPriority(base: u32): u32 {
  const task = reg(base, R_TPR), serving = highest(base, R_ISR);
  const served: u32 = serving < 0 ? 0 : serving & 0xf0;
  return (task & 0xf0) >= served ? task : served;
}
/** Priority with which it would arbitrate. */
export function arbitrationPriority(base: u32): u32 {
  const request = highest(base, R_IRR);
  const wanted: u32 = request < 0 ? 0 : request & 0xf0;
  const now = processorPriority(base);
  return (now & 0xf0) >= wanted ? now : wanted;
}
/** Vector that gets through, or -1. */
function deliverable(base: u32): i32 {
  const vector = highest(base, R_IRR);
  return vector >= 0 && (<u32>vector & 0xf0) > (processorPriority(base) & 0xf0) ? vector : -1;
}
/** After any change of requests, service or priority. */
export function updateIntr(base: u32): void {
  const offered = deliverable(base) >= 0;
  store<u8>(APIC_INTR + base, offered);
  if (offered) signal(base);
}
/** A fixed interrupt arrives. */
export function request(base: u32, vector: i32, level: bool): void {
  if (vector < 16) { illegalVector(base); return; }
  setBit(base, R_IRR, vector, true);
  setBit(base, R_TMR, vector, level);
  updateIntr(base);
}

/** Does the 8259 pair reach the processor: by a disabled APIC's INTR pin, or through LINT0? */
function picOffered(): bool {
  if (!load<u8>(PIC_INTR)) return false;
  if (!hardwareEnabled(0)) return true;
  const lvt = reg(0, R_LVT_LINT0);
  return (lvt & LVT_MASKED) == 0 && modeOf(lvt) == EXTINT;
}
/** Is there an interrupt for the running vCPU, were it to accept one? */
export function interruptPending(): bool { return load<u8>(APIC_INTR) != 0 || load<u8>(EXTINT_PENDING) != 0 || picOffered(); }

/** The processor takes the interrupt that interruptPending() announced: its vector. */
export function apicAcknowledge(): i32 {
  if (load<u8>(EXTINT_PENDING) || picOffered()) {
    store<u8>(EXTINT_PENDING, 0);
    return picAcknowledge();
  }
  const vector = deliverable(0);
  // The request went away after it was announced.
  if (vector < 0) { updateIntr(0); return reg(0, R_SVR) & 0xff; }
  setBit(0, R_IRR, vector, false);
  setBit(0, R_ISR, vector, true);
  updateIntr(0);
  return vector;
}
/** EOI of the running vCPU: the highest interrupt in service is over. */
export function endOfInterrupt(): void {
  const vector = highest(0, R_ISR);
  if (vector < 0) return;
  setBit(0, R_ISR, vector, false);
  if (getBit(0, R_TMR, vector)) { endLint0(vector); ioapicEoi(vector); }
  updateIntr(0);
}

/** LINT0 as a level-triggered fixed interrupt: asks again as long as the line is up. */
function endLint0(vector: i32): void {
  const lvt = reg(0, R_LVT_LINT0);
  if ((lvt & LVT_REMOTE_IRR) == 0 || <i32>(lvt & 0xff) != vector) return;
  setReg(0, R_LVT_LINT0, lvt & ~LVT_REMOTE_IRR);
  if (load<u32>(VCPU) == 0) lint0Asserted();
}
/** LINT0 of the boot processor may be up: a level-triggered interrupt that does not wait for its EOI is due. */
export function lint0Asserted(): void {
  const base = regionOf(0), lvt = reg(base, R_LVT_LINT0);
  if (!load<u8>(PIC_INTR + base)) return;
  signal(base);
  if ((lvt & (LVT_MASKED | LVT_LEVEL | LVT_REMOTE_IRR)) != LVT_LEVEL || modeOf(lvt) != FIXED) return;
  setReg(base, R_LVT_LINT0, lvt | LVT_REMOTE_IRR);
  request(base, lvt & 0xff, true);
}

/** Bits 7:4 of the task priority, as CR8 shows them. */
export function apicGetTpr(): u64 { return reg(0, R_TPR) >> 4; }
export function apicSetTpr(cr8: u64): void { setTaskPriority(<u32>(cr8 << 4) & 0xf0); }
export function setTaskPriority(v: u32): void { setReg(0, R_TPR, v & 0xff); updateIntr(0); }
