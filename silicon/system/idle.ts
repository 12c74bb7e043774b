// Instructions by which a program says that it waits: HLT and PAUSE.
import { RFLAGS, CPL, CURP, HALTED, MWAITING } from "../gen/layout";
import { next, nextRip } from "../record";
import { raiseGP } from "../fault";
import { F_TF } from "../flags";
import { jumpTo, leaveNext, spend, PAUSE_NS } from "../exec/leave";
import { noticeEvents } from "../exec/events";
import { pauseExits } from "../svm/pauseFilter";
import { virtualEventPending } from "../svm/events";
import { intercepted, exitInstruction } from "../svm/intercept";
import { hasFeature, F_IDLE_HLT } from "./features";

export function hlt(p: usize): usize {
  store<u32>(CURP, p);
  if (load<u8>(CPL)) raiseGP();
  if (intercepted(3, 24)) return exitInstruction(p, 0x78, 0, 0);
  if (intercepted(5, 6) && hasFeature(F_IDLE_HLT) && !virtualEventPending()) return exitInstruction(p, 0xa6, 0, 0);
  // The single-step trap that follows would wake the processor at once.
  if (!(load<u64>(RFLAGS) & F_TF)) { store<u8>(HALTED, 1); store<u8>(MWAITING, 0); }
  noticeEvents();
  return leaveNext(p);
}
/** PAUSE: without a pause filter the intercept takes every one. */
export function pause(p: usize): usize {
  if (intercepted(3, 23) && pauseExits(p)) return exitInstruction(p, 0x77, 0, 0);
  spend(PAUSE_NS);
  return jumpTo(p, nextRip(p));
}
