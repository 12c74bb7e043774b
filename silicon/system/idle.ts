// Instructions by which a program says that it waits: HLT MONITOR MWAIT PAUSE.
import { RAX, RCX, RFLAGS, CPL, CURP, HALTED, HWCR, MONITOR_ARMED, MONITOR_ADDR, I_IMM } from "../gen/layout";
import { next, nextRip } from "../record";
import { probeRead } from "../mem";
import { raiseGP, raiseUD } from "../fault";
import { F_TF } from "../flags";
import { jumpTo, leaveNext, spend, PAUSE_NS } from "../exec/leave";
import { noticeEvents } from "../exec/events";
import { pauseExits } from "../svm/pauseFilter";
import { virtualEventPending } from "../svm/events";
import { intercepted, exitInstruction } from "../svm/intercept";
import { segLinear } from "./segment";
import { hasFeature, F_IDLE_HLT, F_MONITOR } from "./features";

const HWCR_MONITOR_OFF: u64 = 1 << 9; const HWCR_MONITOR_USER: u64 = 1 << 10;

export function hlt(p: usize): usize {
  store<u32>(CURP, p);
  if (load<u8>(CPL)) raiseGP();
  if (intercepted(3, 24)) return exitInstruction(p, 0x78, 0, 0);
  if (intercepted(5, 6) && hasFeature(F_IDLE_HLT) && !virtualEventPending()) return exitInstruction(p, 0xa6, 0, 0);
  // The single-step trap that follows would wake the processor at once.
  if (!(load<u64>(RFLAGS) & F_TF)) store<u8>(HALTED, 1);
  noticeEvents();
  return leaveNext(p);
}
/** PAUSE: without a pause filter the intercept takes every one. */
export function pause(p: usize): usize {
  if (intercepted(3, 23) && pauseExits(p)) return exitInstruction(p, 0x77, 0, 0);
  spend(PAUSE_NS);
  return jumpTo(p, nextRip(p));
}
function checkMonitor(): void {
  const control = load<u64>(HWCR);
  if (!hasFeature(F_MONITOR) || (control & HWCR_MONITOR_OFF) != 0) raiseUD();
  if (load<u8>(CPL) && !(control & HWCR_MONITOR_USER)) raiseUD();
}
/** MONITOR: a byte of DS:rAX (or an override) that must be readable; no extensions in ECX. */
export function monitor(p: usize): usize {
  store<u32>(CURP, p);
  checkMonitor();
  if (load<u32>(RCX)) raiseGP();
  const size = load<u8>(p, I_IMM + 1), rax = load<u64>(RAX);
  const lin = segLinear(load<u8>(p, I_IMM), size == 2 ? rax : size == 1 ? rax & 0xffffffff : rax & 0xffff, 1, false);
  probeRead(lin, 1, p);
  if (intercepted(4, 10)) return exitInstruction(p, 0x8a, 0, 0);
  store<u8>(MONITOR_ARMED, 1);
  store<u64>(MONITOR_ADDR, lin);
  return next(p);
}
/** MWAIT: the processor may wake for any reason, so it wakes at once; a loop around it is right by the manual. */
export function mwait(p: usize): usize {
  store<u32>(CURP, p);
  checkMonitor();
  // Bit 0 lets masked interrupts wake it.
  if (load<u32>(RCX) & ~1) raiseGP();
  if (intercepted(4, 12) && load<u8>(MONITOR_ARMED)) return exitInstruction(p, 0x8c, 0, 0);
  if (intercepted(4, 11)) return exitInstruction(p, 0x8b, 0, 0);
  store<u8>(MONITOR_ARMED, 0);
  noticeEvents();
  return leaveNext(p);
}
