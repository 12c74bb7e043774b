// System management mode, as far as it goes: RSM is known, the mode is not.
import { CURP, IN_SMM, U_SMM } from "../gen/layout";
import { raiseUD, unimplemented } from "../fault";
import { intercepted, exitInstruction } from "../svm/intercept";

/** RSM: the intercept comes first; outside SMM there is no such instruction. */
export function rsm(p: usize): usize {
  store<u32>(CURP, p);
  if (intercepted(3, 19)) return exitInstruction(p, 0x73, 0, 0);
  if (!load<u8>(IN_SMM)) raiseUD();
  unimplemented(U_SMM);
  return p;
}
