// The local APIC's registers as MSRs 800h to 8FFh (x2APIC mode).
import { raiseGP } from "../fault";
import { reg, setReg, x2apicMode, R_ID, R_VERSION, R_TPR, R_PPR, R_EOI, R_LDR, R_SVR, R_ISR, R_ESR, R_ICR, R_ICR_HIGH, R_LVT_TIMER, R_LVT_LINT0,
  R_LVT_LINT1, R_COUNT, R_CURRENT, R_DIVIDE, R_SELF, LVT_REMOTE_IRR } from "./state";
import { readRegister, writeRegister, lvtBits } from "./registers";
import { sendSelf } from "./deliver";

const DELIVERY_STATUS: u64 = 0x1000;
const ALL: u64 = 0xffffffff;
/** No register that could be written. */
const NONE: u64 = 0xffffffffffffffff;

function readable(r: i32): bool {
  if (r == R_ID || r == R_VERSION || r == R_TPR || r == R_PPR || r == R_LDR || r == R_SVR || r == R_DIVIDE) return true;
  return (r >= R_ISR && r <= R_ESR) || r == R_ICR || (r >= R_LVT_TIMER && r <= R_CURRENT);
}
/** Bits a write may set; what only the APIC itself sets is ignored, so that a value read can be written back. */
function writable(r: i32): u64 {
  if (r == R_TPR || r == R_SELF) return 0xff;
  if (r == R_EOI || r == R_ESR) return 0;
  if (r == R_SVR) return 0x3ff;
  if (r == R_ICR) return 0xffffffff000ccfff | DELIVERY_STATUS;
  if (r == R_COUNT) return ALL;
  if (r == R_DIVIDE) return 0xb;
  const lvt = <u64>lvtBits(r);
  if (!lvt) return NONE;
  return lvt | DELIVERY_STATUS | (r == R_LVT_LINT0 || r == R_LVT_LINT1 ? LVT_REMOTE_IRR : 0);
}
function registerOf(msr: u32): i32 { return msr >= 0x800 ? msr - 0x800 : msr; }

/** RDMSR of 800h + register; #GP outside x2APIC mode and where there is nothing to read. */
export function x2apicRead(msr: u32): u64 {
  const r = registerOf(msr);
  if (!x2apicMode(0) || !readable(r)) raiseGP(0);
  return r == R_ICR ? <u64>reg(0, R_ICR) | (<u64>reg(0, R_ICR_HIGH) << 32) : <u64>readRegister(r);
}
/** WRMSR of 800h + register; #GP outside x2APIC mode, where there is nothing to write, and for reserved bits. */
export function x2apicWrite(msr: u32, v: u64): void {
  const r = registerOf(msr);
  if (!x2apicMode(0)) raiseGP(0);
  const bits = writable(r);
  if (bits == NONE || (v & ~bits) != 0) raiseGP(0);
  if (r == R_SELF) { sendSelf(<i32>v & 0xff); return; }
  if (r == R_ICR) setReg(0, R_ICR_HIGH, <u32>(v >> 32));
  writeRegister(r, <u32>v);
}
