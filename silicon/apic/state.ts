// The local APICs' state: 64 registers and a few fields in each vCPU's region. The region of the running vCPU lies at STATE_BASE, the
// others' in VCPUS; every function that may concern another vCPU takes `base`, what to add to an address of the layout.
import { STATE_BASE, STATE_SIZE, VCPUS, VCPU, EVENTS, HALTED, WAIT_SIPI, SHUTDOWN, APIC_BASE, APIC_ID, APIC_REGS } from "../gen/layout";
import { currentTime, endSliceAt } from "../exec/leave";

let vcpus: i32 = 1;
/** How many vCPUs the machine has. */
export function setVcpus(count: i32): void { vcpus = count; }
// @ts-ignore: decorator
@inline export function vcpuCount(): i32 { return vcpus; }
/** What to add to an address of the layout to reach the state of a vCPU. */
export function regionOf(vcpu: i32): u32 {
  return <u32>vcpu == load<u32>(VCPU) ? 0 : VCPUS + <u32>vcpu * STATE_SIZE - STATE_BASE;
}
/** Make a vCPU look for events before its next instruction. Another that sleeps is to have its turn soon, not after a long slice of this one. */
export function signal(base: u32): void {
  const wakes = base != 0 && !load<u32>(EVENTS + base) && (load<u8>(HALTED + base) | load<u8>(WAIT_SIPI + base) | load<u8>(SHUTDOWN + base)) != 0;
  store<u32>(EVENTS + base, 1);
  if (wakes) endSliceAt(currentTime() + 1);
}

/** Registers by number: offset in the page / 16, or MSR - 800h. */
export const R_ID = 0x02; export const R_VERSION = 0x03; export const R_TPR = 0x08; export const R_APR = 0x09; export const R_PPR = 0x0a;
export const R_EOI = 0x0b; export const R_REMOTE = 0x0c;
export const R_LDR = 0x0d; export const R_DFR = 0x0e; export const R_SVR = 0x0f; export const R_ISR = 0x10;
export const R_TMR = 0x18; export const R_IRR = 0x20; export const R_ESR = 0x28; export const R_ICR = 0x30; export const R_ICR_HIGH = 0x31;
export const R_LVT_TIMER = 0x32; export const R_LVT_THERMAL = 0x33; export const R_LVT_PERF = 0x34; export const R_LVT_LINT0 = 0x35;
export const R_LVT_LINT1 = 0x36; export const R_LVT_ERROR = 0x37; export const R_COUNT = 0x38; export const R_CURRENT = 0x39;
export const R_DIVIDE = 0x3e; export const R_SELF = 0x3f;

// @ts-ignore: decorator
@inline export function reg(base: u32, r: i32): u32 { return load<u32>(APIC_REGS + base + (r << 2)); }
// @ts-ignore: decorator
@inline export function setReg(base: u32, r: i32, v: u32): void { store<u32>(APIC_REGS + base + (r << 2), v); }

/** Bits of the APIC base register. */
export const BASE_BOOT: u64 = 0x100; export const BASE_X2APIC: u64 = 0x400; export const BASE_ENABLED: u64 = 0x800;
/** Bits of a local vector table entry and of the interrupt command. */
export const LVT_MASKED: u32 = 0x10000; export const LVT_LEVEL: u32 = 0x8000; export const LVT_REMOTE_IRR: u32 = 0x4000;
export const SVR_ENABLED: u32 = 0x100;
/** Delivery modes. */
export const FIXED = 0; export const LOWEST = 1; export const SMI = 2; export const NMI = 4; export const INIT = 5; export const STARTUP = 6;
export const EXTINT = 7;

/** Delivery mode of a local vector table entry or an interrupt command. */
// @ts-ignore: decorator
@inline export function modeOf(v: u32): i32 { return (v >> 8) & 7; }
// @ts-ignore: decorator
@inline export function hardwareEnabled(base: u32): bool { return (load<u64>(APIC_BASE + base) & BASE_ENABLED) != 0; }
// @ts-ignore: decorator
@inline export function softwareEnabled(base: u32): bool { return (reg(base, R_SVR) & SVR_ENABLED) != 0; }
// @ts-ignore: decorator
@inline export function x2apicMode(base: u32): bool { return (load<u64>(APIC_BASE + base) & BASE_X2APIC) != 0; }
/** Logical id in x2APIC mode: cluster in the high half, one of 16 bits in the low half, both made from the id. */
export function x2apicLogicalId(base: u32): u32 {
  const id = load<u32>(APIC_ID + base);
  return ((id & 0xffff0) << 12) | (<u32>1 << (id & 15));
}
