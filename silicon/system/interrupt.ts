// INTn INT3 INTO and ICEBP.
import { CURP, RFLAGS, PENDING_DB } from "../gen/layout";
import { imm, next } from "../record";
import { cond, F_VM } from "../flags";
import { V_BP, V_DB, V_OF } from "../fault";
import { intercepted, exitInstruction } from "../svm/intercept";
import { noteDebugException } from "./debug";
import { enterOwnHandler, redirected } from "./virtual8086";
import { hasFeature, F_DECODEASSISTS } from "./features";
import { deliverSoft, TYPE_EXCEPTION, TYPE_SOFT } from "./deliver";

const EXIT_SWINT: u64 = 0x75; const EXIT_ICEBP: u64 = 0x88; const EXIT_EXCEPTION: u64 = 0x40;
/** Condition O. */
const OVERFLOW = 0;

export function intn(p: usize): usize {
  const vector = <u32>imm(p) & 0xff;
  store<u32>(CURP, <u32>p);
  if (intercepted(3, 21)) return exitInstruction(p, EXIT_SWINT, hasFeature(F_DECODEASSISTS) ? vector : 0, 0);
  if ((load<u64>(RFLAGS) & F_VM) && redirected(vector)) return enterOwnHandler(p, vector);
  return deliverSoft(p, vector, TYPE_SOFT, true);
}
/** INT3 and INTO obey the exception intercepts; RIP then still points to them. */
function trap(p: usize, vector: u32): usize {
  store<u32>(CURP, <u32>p);
  if (intercepted(2, vector)) return exitInstruction(p, EXIT_EXCEPTION + vector, 0, 0);
  return deliverSoft(p, vector, TYPE_EXCEPTION, true);
}
export function int3(p: usize): usize { return trap(p, V_BP); }
export function into(p: usize): usize { return cond(OVERFLOW) ? trap(p, V_OF) : next(p); }
/** ICEBP has an intercept of its own in place of that of #DB; it leaves DR6 alone and asks no gate for permission. */
export function icebp(p: usize): usize {
  store<u32>(CURP, <u32>p);
  if (intercepted(4, 8)) return exitInstruction(p, EXIT_ICEBP, 0, 0);
  if (load<u8>(PENDING_DB)) noteDebugException();
  return deliverSoft(p, V_DB, TYPE_EXCEPTION, false);
}
