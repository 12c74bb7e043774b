// Interrupt messages: who they are for and what they do there. They come from interrupt commands, the I/O APIC and the local vector table.
import { APIC_ID, PENDING_NMI, PENDING_SMI, PENDING_INIT, PENDING_SIPI, SIPI_VECTOR, WAIT_SIPI, NMI_BLOCKED, GIF, PIC_INTR,
  EXTINT_PENDING } from "../gen/layout";
import { reg, regionOf, signal, vcpuCount, hardwareEnabled, softwareEnabled, x2apicMode, x2apicLogicalId, modeOf, R_ID, R_LDR, R_DFR, R_ICR,
  R_ICR_HIGH, R_LVT_TIMER, R_LVT_LINT0, LVT_MASKED, LVT_LEVEL, FIXED, LOWEST, SMI, NMI, INIT, STARTUP, EXTINT } from "./state";
import { request, lint0Asserted, processorPriority } from "./priority";
import { illegalVectorSent } from "./errors";

/** Destination of everybody: of a narrow message and of a wide one. */
const ALL_NARROW: u32 = 0xff; const ALL_WIDE: u32 = 0xffffffff;

/** Interrupt command: logical destination, level (assert), trigger mode level, and the shorthand. */
const ICR_LOGICAL: u32 = 0x800; const ICR_ASSERT: u32 = 0x4000; const ICR_LEVEL: u32 = 0x8000;
const TO_SELF = 1; const TO_ALL = 2;

/** A message arrives at one local APIC. */
function receive(base: u32, mode: i32, vector: i32, level: bool): void {
  if (mode == FIXED || mode == LOWEST) {
    if (softwareEnabled(base)) request(base, vector, level);
    return;
  }
  if (mode == NMI) nmi(base);
  else if (mode == SMI) store<u8>(PENDING_SMI + base, 1);
  else if (mode == INIT) { store<u8>(PENDING_INIT + base, 1); store<u8>(PENDING_SIPI + base, 0); }
  else if (mode == EXTINT) store<u8>(EXTINT_PENDING + base, 1);
  else if (mode == STARTUP) startUp(base, vector);
  else return;
  signal(base);
}
/**
 * One NMI waits at most, but between the turns of a vCPU two may come: the first would have begun already if all ran at once.
 */
function nmi(base: u32): void {
  const blocked = load<u8>(NMI_BLOCKED + base) != 0 || load<u8>(GIF + base) == 0;
  const waiting: i32 = load<u8>(PENDING_NMI + base);
  store<u8>(PENDING_NMI + base, blocked || waiting == 0 ? 1 : 2);
}
/** Only a processor that waits for it heeds a start-up message; one with an INIT pending is about to. */
function startUp(base: u32, vector: i32): void {
  if (!load<u8>(WAIT_SIPI + base) && !load<u8>(PENDING_INIT + base)) return;
  if (load<u8>(PENDING_SIPI + base)) return;
  store<u8>(PENDING_SIPI + base, 1);
  store<u8>(SIPI_VECTOR + base, <u8>vector);
}

/** Does a message address this APIC? `all` is the sender's broadcast destination. */
function addressed(base: u32, destination: u32, logical: bool, all: u32): bool {
  if (!hardwareEnabled(base)) return false;
  if (destination == all) return true;
  if (x2apicMode(base)) {
    if (!logical) return destination == load<u32>(APIC_ID + base);
    const id = x2apicLogicalId(base);
    return destination >> 16 == id >> 16 && (destination & id & 0xffff) != 0;
  }
  if (destination > 0xff) return false;
  if (!logical) return destination == reg(base, R_ID) >> 24;
  const id = reg(base, R_LDR) >> 24;
  const flat = reg(base, R_DFR) >> 28 == 15;
  return (flat || destination >> 4 == id >> 4) && (destination & id & (flat ? 0xff : 0x0f)) != 0;
}
/** Of those addressed, the processor with the lowest priority; the first of equals, so that a run repeats. */
function sendLowest(destination: u32, logical: bool, vector: i32, level: bool, all: u32): void {
  let chosen: u32 = 0, best: u32 = 0x100;
  for (let v = 0; v < vcpuCount(); v++) {
    const base = regionOf(v);
    if (!addressed(base, destination, logical, all) || !softwareEnabled(base)) continue;
    const priority = processorPriority(base) & 0xf0;
    if (priority < best) { best = priority; chosen = base; }
  }
  if (best < 0x100) receive(chosen, FIXED, vector, level);
}
function send(destination: u32, logical: bool, mode: i32, vector: i32, level: bool, all: u32): void {
  if (mode == LOWEST) { sendLowest(destination, logical, vector, level, all); return; }
  for (let v = 0; v < vcpuCount(); v++) {
    const base = regionOf(v);
    if (addressed(base, destination, logical, all)) receive(base, mode, vector, level);
  }
}

/** A message from the I/O APIC, or a message signalled interrupt. */
export function apicMessage(destination: u32, logical: bool, mode: i32, vector: i32, level: bool): void {
  send(destination, logical, mode, vector, level, ALL_NARROW);
}
/** Carry out the command in ICR. Interrupts between processors are edge-triggered, whatever the command says. */
export function sendCommand(): void {
  const icr = reg(0, R_ICR), mode = modeOf(icr), vector: i32 = icr & 0xff, shorthand = (icr >> 18) & 3;
  // INIT level de-assert set the arbitration ids of old buses.
  if (mode == INIT && (icr & (ICR_LEVEL | ICR_ASSERT)) == ICR_LEVEL) return;
  if ((mode == FIXED || mode == LOWEST) && vector < 16) { illegalVectorSent(); return; }
  if (shorthand == 0) {
    const wide = x2apicMode(0);
    const to = reg(0, R_ICR_HIGH);
    send(wide ? to : to >> 24, (icr & ICR_LOGICAL) != 0, mode, vector, false, wide ? ALL_WIDE : ALL_NARROW);
    return;
  }
  if (shorthand == TO_SELF) { receive(0, mode, vector, false); return; }
  for (let v = 0; v < vcpuCount(); v++) {
    const base = regionOf(v);
    if ((base != 0 || shorthand == TO_ALL) && hardwareEnabled(base)) receive(base, mode, vector, false);
  }
}
/** x2APIC: an interrupt for the sender itself. */
export function sendSelf(vector: i32): void {
  if (vector < 16) illegalVectorSent(); else receive(0, FIXED, vector, false);
}

/** A source of the local vector table wants its interrupt. */
export function raiseLocal(base: u32, r: i32): void {
  const lvt = reg(base, r);
  if ((lvt & LVT_MASKED) == 0 && hardwareEnabled(base)) receive(base, r == R_LVT_TIMER ? FIXED : modeOf(lvt), lvt & 0xff, false);
}
/** INTR of the 8259 pair changes; it is wired to LINT0 of the boot processor. */
export function setLint0(level: bool): void {
  const base = regionOf(0);
  const rising = level && !load<u8>(PIC_INTR + base);
  store<u8>(PIC_INTR + base, level);
  if (!level) return;
  const lvt = reg(base, R_LVT_LINT0);
  const mode = modeOf(lvt);
  if (rising && mode != EXTINT && (mode != FIXED || (lvt & LVT_LEVEL) == 0)) raiseLocal(base, R_LVT_LINT0);
  lint0Asserted();
}
