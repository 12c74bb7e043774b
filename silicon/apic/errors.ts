// The error status register: errors gather unseen, and a write to the register shows them.
import { APIC_ESR_SHADOW } from "../gen/layout";
import { reg, setReg, R_ESR, R_LVT_ERROR } from "./state";
import { raiseLocal } from "./deliver";

const SENT_ILLEGAL: u32 = 0x20; const RECEIVED_ILLEGAL: u32 = 0x40; const ILLEGAL_REGISTER: u32 = 0x80;

function report(base: u32, error: u32): void {
  store<u32>(APIC_ESR_SHADOW + base, load<u32>(APIC_ESR_SHADOW + base) | error);
  // An error entry with an illegal vector would report itself for ever.
  if ((reg(base, R_LVT_ERROR) & 0xff) >= 16) raiseLocal(base, R_LVT_ERROR);
}
/** An interrupt with a vector below 16 was to be accepted. */
export function illegalVector(base: u32): void { report(base, RECEIVED_ILLEGAL); }
/** An interrupt with a vector below 16 was to be sent. */
export function illegalVectorSent(): void { report(0, SENT_ILLEGAL); }
/** A register that does not exist was accessed in the page. */
export function illegalRegister(): void { report(0, ILLEGAL_REGISTER); }
/** A write to the error status register. */
export function latchErrors(): void {
  setReg(0, R_ESR, load<u32>(APIC_ESR_SHADOW));
  store<u32>(APIC_ESR_SHADOW, 0);
}
