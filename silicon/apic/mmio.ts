// The local APIC's page (xAPIC mode): registers of 32 bits, 16 bytes apart.
import { APIC_BASE } from "../gen/layout";
import { BASE_ENABLED, BASE_X2APIC, R_ID, R_VERSION, R_TPR, R_REMOTE, R_LDR, R_ESR, R_ICR, R_DIVIDE, R_CURRENT } from "./state";
import { readRegister, writeRegister } from "./registers";
import { illegalRegister } from "./errors";

/** Does this physical address belong to the running vCPU's local APIC? */
export function apicCovers(pa: u64): bool {
  const base = load<u64>(APIC_BASE);
  return (base ^ pa) >> 12 == 0 && (base & (BASE_ENABLED | BASE_X2APIC)) == BASE_ENABLED;
}
/** Is there a register? */
function exists(r: i32): bool {
  if (r <= R_VERSION) return r >= R_ID;
  if (r <= R_REMOTE) return r >= R_TPR;
  if (r <= R_ESR) return r >= R_LDR;
  return (r >= R_ICR && r <= R_CURRENT) || r == R_DIVIDE;
}
/** Read; only the 32 bits of a register hold anything, and other than whole aligned reads of them are not architectural. */
export function apicLoad(offset: u32, size: i32): u64 {
  const r: i32 = offset >> 4, byte = offset & 15;
  if (!exists(r)) { illegalRegister(); return 0; }
  if (byte > 3) return 0;
  const v = <u64>readRegister(r) >> (byte << 3);
  return size < 4 ? v & ((1 << (size << 3)) - 1) : v;
}
/** Write; nothing but a whole aligned register can be written. */
export function apicStore(offset: u32, size: i32, v: u32): void {
  const r: i32 = offset >> 4;
  if (!exists(r)) { illegalRegister(); return; }
  if ((offset & 15) == 0 && size >= 4) writeRegister(r, v);
}
