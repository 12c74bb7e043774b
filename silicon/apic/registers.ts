// The registers of the running vCPU's local APIC, by number: what reads give and what writes do. The page and the MSRs share them and
// check for themselves what is legal.
import { VCPU, APIC_BASE, APIC_ID, APIC_REGS, APIC_INTR, APIC_ESR_SHADOW, EXTINT_PENDING } from "../gen/layout";
import { hasFeature, physicalLimitBits, F_X2APIC, F_TSC_DEADLINE } from "../system/features";
import { reg, setReg, x2apicMode, x2apicLogicalId, BASE_BOOT, BASE_X2APIC, BASE_ENABLED, R_ID, R_VERSION, R_TPR, R_APR, R_PPR, R_EOI, R_LDR,
  R_DFR, R_SVR, R_ESR, R_ICR, R_ICR_HIGH, R_LVT_TIMER, R_LVT_THERMAL, R_LVT_PERF, R_LVT_LINT0, R_LVT_LINT1, R_LVT_ERROR, R_COUNT,
  R_CURRENT, R_DIVIDE, LVT_MASKED, LVT_REMOTE_IRR, SVR_ENABLED } from "./state";
import { processorPriority, arbitrationPriority, setTaskPriority, endOfInterrupt, lint0Asserted } from "./priority";
import { sendCommand } from "./deliver";
import { latchErrors } from "./errors";
import { currentCount, writeCount, writeDivide, writeTimerEntry, stopTimer } from "./timer";

/** Version 10h, six entries in the local vector table, no extended register space. */
const VERSION: u32 = 0x00050010;
const RESET_BASE: u64 = 0xfee00000;
const DELIVERY_STATUS: u32 = 0x1000;

/** Bits of a local vector table entry that software may write; 0 for what is no entry. */
export function lvtBits(r: i32): u32 {
  if (r == R_LVT_TIMER) return hasFeature(F_TSC_DEADLINE) ? 0x700ff : 0x300ff;
  if (r == R_LVT_LINT0 || r == R_LVT_LINT1) return 0x187ff;
  return r == R_LVT_THERMAL || r == R_LVT_PERF || r == R_LVT_ERROR ? 0x107ff : 0;
}

export function readRegister(r: i32): u32 {
  if (r == R_ID) return x2apicMode(0) ? load<u32>(APIC_ID) : reg(0, R_ID);
  if (r == R_VERSION) return VERSION;
  if (r == R_APR) return arbitrationPriority(0);
  if (r == R_PPR) return processorPriority(0);
  if (r == R_EOI) return 0;
  if (r == R_LDR && x2apicMode(0)) return x2apicLogicalId(0);
  if (r == R_CURRENT) return currentCount();
  return reg(0, r);
}
/** Write a register; bits and registers that cannot be written keep their value. */
export function writeRegister(r: i32, v: u32): void {
  if (r == R_EOI) endOfInterrupt();
  else if (r == R_TPR) setTaskPriority(v);
  else if (r == R_ICR) { setReg(0, R_ICR, v & ~DELIVERY_STATUS); sendCommand(); }
  else if (r == R_ICR_HIGH) setReg(0, R_ICR_HIGH, v);
  else if (r == R_COUNT) writeCount(v);
  else if (r == R_DIVIDE) writeDivide(v);
  else if (r == R_ESR) latchErrors();
  else if (r == R_SVR) writeSpurious(v & 0x3ff);
  else if (r == R_ID) setReg(0, R_ID, v & 0xff000000);
  else if (r == R_LDR) setReg(0, R_LDR, v & 0xff000000);
  else if (r == R_DFR) setReg(0, R_DFR, v | 0x0fffffff);
  else writeLvt(r, v);
}
function writeLvt(r: i32, v: u32): void {
  const bits = lvtBits(r);
  if (!bits) return;
  v = (v & bits) | (reg(0, r) & LVT_REMOTE_IRR);
  // While the APIC is disabled by software every entry stays masked.
  if ((reg(0, R_SVR) & SVR_ENABLED) == 0) v |= LVT_MASKED;
  if (r == R_LVT_TIMER) { writeTimerEntry(v); return; }
  setReg(0, r, v);
  if (r == R_LVT_LINT0 && load<u32>(VCPU) == 0) lint0Asserted();
}
function writeSpurious(v: u32): void {
  setReg(0, R_SVR, v);
  if (v & SVR_ENABLED) return;
  for (let r = R_LVT_THERMAL; r <= R_LVT_ERROR; r++) setReg(0, r, reg(0, r) | LVT_MASKED);
  writeTimerEntry(reg(0, R_LVT_TIMER) | LVT_MASKED);
}

/**
 * Reset of the running vCPU's local APIC. After power-up it is enabled at its usual address, but by software disabled; INIT keeps base,
 * mode and id.
 */
export function resetApic(init: bool): void {
  if (!init) {
    store<u32>(APIC_ID, load<u32>(VCPU));
    store<u64>(APIC_BASE, RESET_BASE | BASE_ENABLED | (load<u32>(VCPU) == 0 ? BASE_BOOT : 0));
  }
  resetRegisters(init ? reg(0, R_ID) : load<u32>(APIC_ID) << 24);
}
function resetRegisters(id: u32): void {
  memory.fill(APIC_REGS, 0, 64 * 4);
  setReg(0, R_ID, id);
  setReg(0, R_DFR, 0xffffffff);
  setReg(0, R_SVR, 0xff);
  for (let r = R_LVT_TIMER; r <= R_LVT_ERROR; r++) setReg(0, r, LVT_MASKED);
  store<u8>(APIC_INTR, 0);
  store<u8>(EXTINT_PENDING, 0);
  store<u32>(APIC_ESR_SHADOW, 0);
  stopTimer();
}

/** Write of the APIC base register; false when it must be #GP. Modes go disabled, xAPIC, x2APIC, disabled, and no other way. */
export function apicWriteBase(v: u64): bool {
  const old = load<u64>(APIC_BASE), mode = v & (BASE_ENABLED | BASE_X2APIC), was = old & (BASE_ENABLED | BASE_X2APIC);
  if ((v & 0x2ff) != 0 || v >> <u64>physicalLimitBits() != 0) return false;
  if (mode == BASE_X2APIC || ((v & BASE_X2APIC) != 0 && !hasFeature(F_X2APIC))) return false;
  if (mode != was) {
    if ((was & BASE_X2APIC) != 0 && mode != 0) return false;
    if (was == 0 && mode != BASE_ENABLED) return false;
    if (mode == 0) resetRegisters(load<u32>(APIC_ID) << 24);
  }
  // Which processor is the boot processor is not for software to say.
  store<u64>(APIC_BASE, (v & ~BASE_BOOT) | (old & BASE_BOOT));
  return true;
}
/** Leave the running vCPU's APIC as firmware hands over a boot processor: the 8259 pair comes through LINT0, NMI through LINT1. */
export function apicVirtualWire(): void {
  setReg(0, R_SVR, SVR_ENABLED | 0xf);
  setReg(0, R_LVT_LINT0, 0x700);
  setReg(0, R_LVT_LINT1, 0x400);
  lint0Asserted();
}
