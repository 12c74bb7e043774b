// MONITOR and MWAIT: a processor waits until another one, or a device, writes to a cache line. The line is marked like decoded code, so that
// no translation lets a write to its page pass unseen.
import { RAX, RBX, RCX, RFLAGS, CPL, CURP, HALTED, HWCR, MONITOR_ARMED, MONITOR_ADDR, MWAITING, MWAIT_UNTIL, I_IMM } from "../gen/layout";
import { next } from "../record";
import { probeRead, READ } from "../mem";
import { raiseGP, raiseUD } from "../fault";
import { F_TF } from "../flags";
import { currentTime, leaveNext } from "../exec/leave";
import { noticeEvents } from "../exec/events";
import { intercepted, exitInstruction } from "../svm/intercept";
import { interruptPending } from "../apic/priority";
import { regionOf, signal, vcpuCount } from "../apic/state";
import { codeWritten, watchLine } from "../decode/codePage";
import { walk } from "../mmu/walk";
import { segLinear } from "./segment";
import { hasFeature, F_MONITOR } from "./features";

const HWCR_MONITOR_OFF: u64 = 1 << 9; const HWCR_MONITOR_USER: u64 = 1 << 10;
const LINE: u64 = 64;
const NEVER: u64 = 0xffffffffffffffff;
/** MWAITING: the processor waits; interrupts that are masked end it too. */
const WAITS: u8 = 1; const INTERRUPTS_WAKE: u8 = 2;
/** Extensions in ECX. */
const X_INTERRUPTS: u32 = 1; const X_TIMER: u32 = 2;

/** Watch the line at a physical address for the running vCPU; only RAM can be watched. */
function arm(pa: u64): void {
  store<u64>(MONITOR_ADDR, pa & ~(LINE - 1));
  store<u8>(MONITOR_ARMED, <u8>watchLine(pa));
}
let outside = false;
/** Something other than the running program has written to RAM: a device, or the L0. */
export function memoryWritten(pa: u64, size: i32): void {
  outside = true;
  codeWritten(pa, size);
  outside = false;
}
/** Bytes of a page with marks have been written, and the marks are gone: wake who watches them, mark again what others watch. */
export function watchedPageWritten(pa: u64, size: u64): void {
  for (let v = 0; v < vcpuCount(); v++) {
    const base = regionOf(v), line = load<u64>(MONITOR_ADDR + base);
    if (!load<u8>(MONITOR_ARMED + base) || (line ^ pa) >> 12 != 0) continue;
    // A processor's own stores do not count.
    if (line < pa + size && pa < line + LINE && (base != 0 || outside)) {
      store<u8>(MONITOR_ARMED + base, 0);
      signal(base);
    } else watchLine(line);
  }
}
/** All marks are gone: mark again every line that is watched. */
export function watchAgain(): void {
  for (let v = 0; v < vcpuCount(); v++) {
    const base = regionOf(v);
    if (load<u8>(MONITOR_ARMED + base)) watchLine(load<u64>(MONITOR_ADDR + base));
  }
}
/** Does something end the wait of the halted vCPU, other than an event that it takes? */
export function waitEnds(): bool {
  const how = load<u8>(MWAITING);
  if (!how || (load<u8>(MONITOR_ARMED) != 0 && (!(how & INTERRUPTS_WAKE) || !interruptPending()))) return false;
  store<u8>(HALTED, 0); store<u8>(MONITOR_ARMED, 0);
  return true;
}
/** Virtual time at which a vCPU's wait ends by itself; all ones for never. */
export function waitDeadline(base: u32): u64 {
  return load<u8>(HALTED + base) != 0 && load<u8>(MWAITING + base) != 0 ? load<u64>(MWAIT_UNTIL + base) : NEVER;
}
/** End the running vCPU's wait if its time has come. */
export function waitDue(time: u64): void {
  if (time < waitDeadline(0)) return;
  store<u8>(MONITOR_ARMED, 0);
  noticeEvents();
}

function checkMonitor(): void {
  const control = load<u64>(HWCR);
  if (!hasFeature(F_MONITOR) || (control & HWCR_MONITOR_OFF) != 0) raiseUD();
  if (load<u8>(CPL) && !(control & HWCR_MONITOR_USER)) raiseUD();
}
/** A byte of DS:rAX (or an override) that must be readable; no extensions in ECX. */
function watch(p: usize): usize {
  if (load<u32>(RCX)) raiseGP();
  const size = load<u8>(p, I_IMM + 1), rax = load<u64>(RAX);
  const lin = segLinear(load<u8>(p, I_IMM), size == 2 ? rax : size == 1 ? rax & 0xffffffff : rax & 0xffff, 1, false);
  probeRead(lin, 1, p);
  if (intercepted(4, 10)) return exitInstruction(p, 0x8a, 0, 0);
  arm(walk(lin, READ, load<u8>(CPL) == 3));
  return next(p);
}
/** Wait while the line is watched; `until` when the timer is asked for. */
function wait(p: usize, extensions: u32): usize {
  if (load<u32>(RCX) & ~extensions) raiseGP();
  if (intercepted(4, 12) && load<u8>(MONITOR_ARMED)) return exitInstruction(p, 0x8c, 0, 0);
  if (intercepted(4, 11)) return exitInstruction(p, 0x8b, 0, 0);
  // The single-step trap that follows would wake the processor at once.
  if (load<u8>(MONITOR_ARMED) && !(load<u64>(RFLAGS) & F_TF)) {
    const how = load<u32>(RCX) & extensions;
    store<u8>(HALTED, 1);
    store<u8>(MWAITING, how & X_INTERRUPTS ? WAITS | INTERRUPTS_WAKE : WAITS);
    store<u64>(MWAIT_UNTIL, how & X_TIMER ? currentTime() + load<u32>(RBX) : NEVER);
  } else store<u8>(MONITOR_ARMED, 0);
  noticeEvents();
  return leaveNext(p);
}
export function monitor(p: usize): usize { store<u32>(CURP, p); checkMonitor(); return watch(p); }
export function mwait(p: usize): usize { store<u32>(CURP, p); checkMonitor(); return wait(p, X_INTERRUPTS); }
/** MONITORX and MWAITX are for programs too, and can set themselves a limit: EBX, in ticks of the time-stamp counter. */
export function monitorx(p: usize): usize { store<u32>(CURP, p); return watch(p); }
export function mwaitx(p: usize): usize { store<u32>(CURP, p); return wait(p, X_INTERRUPTS | X_TIMER); }
