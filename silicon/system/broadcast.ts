// INVLPGB and TLBSYNC: translations are forgotten on every processor. What INVLPGB asks for is a part of what a TLB may forget at any time,
// and here each forgets all it has; it is done when the instruction is, so there is nothing to wait for.
import { RAX, RCX, RDX, CR4, CURP, CPL, IN_GUEST } from "../gen/layout";
import { next } from "../record";
import { raiseGP, raiseUD } from "../fault";
import { leaveNext } from "../exec/leave";
import { intercepted, exitInstruction } from "../svm/intercept";
import { flushAll } from "../mmu/tlb";
import { cpuidQuery, cpuidAnswer } from "./cpuid";

const EXIT_INVLPGB: u64 = 0xa0; const EXIT_TLBSYNC: u64 = 0xa4;
const I_INVLPGB = 0; const I_TLBSYNC = 4;
const CR4_PCIDE: u64 = 1 << 17;
// rAX: the PCID and the ASID in EDX count; reserved bits. ECX and EDX: reserved bits.
const PCID_VALID: u64 = 2; const ASID_VALID: u64 = 4; const RAX_RESERVED: u64 = 0xfc0;
const ECX_RESERVED: u32 = 0x7fff0000; const EDX_RESERVED: u32 = 0xf0000000;

/** Are the operands of INVLPGB none that the processor takes (#GP)? */
export function invlpgbIllegal(rax: u64, ecx: u32, edx: u32, cr4: u64): bool {
  if (rax & RAX_RESERVED || ecx & ECX_RESERVED || edx & EDX_RESERVED) return true;
  if ((rax & PCID_VALID) != 0 && (cr4 & CR4_PCIDE) == 0) return true;
  cpuidQuery(0x80000008, 0);
  if ((ecx & 0xffff) > (load<u32>(cpuidAnswer(), 12) & 0xffff)) return true;
  cpuidQuery(0x8000000a, 0);
  return (rax & ASID_VALID) != 0 && (edx & 0xffff) >= load<u32>(cpuidAnswer(), 4);
}
/** The intercept comes before every exception but that of privilege; a guest may not do without it. */
function permit(p: usize, bit: i32): bool {
  store<u32>(CURP, <u32>p);
  if (load<u8>(CPL)) raiseGP();
  if (intercepted(5, bit)) return false;
  if (load<u8>(IN_GUEST)) raiseUD();
  return true;
}
export function invlpgb(p: usize): usize {
  if (!permit(p, I_INVLPGB)) return exitInstruction(p, EXIT_INVLPGB, 0, 0);
  if (invlpgbIllegal(load<u64>(RAX), load<u32>(RCX), load<u32>(RDX), load<u64>(CR4))) raiseGP();
  flushAll();
  return leaveNext(p);
}
export function tlbsync(p: usize): usize {
  if (!permit(p, I_TLBSYNC)) return exitInstruction(p, EXIT_TLBSYNC, 0, 0);
  return next(p);
}
