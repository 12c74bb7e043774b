// Fast system calls, and what 64-bit kernels use with them: SWAPGS and the FS and GS bases.
import { RSP, RCX, RDX, CPL, CR0, CR4, EFER, CODE_MODE, CURP, RFLAGS, STAR, LSTAR, CSTAR, SFMASK, SYSENTER_CS, SYSENTER_ESP, SYSENTER_EIP,
  KERNEL_GS_BASE, SEG_FS, SEG_GS, SEG_SS, PENDING_DB, PENDING_DR6 } from "../gen/layout";
import { dst, gpr, next, nextRip, wr } from "../record";
import { getFlags, setFlags, F_IF, F_RF, F_TF, F_VM } from "../flags";
import { raiseGP, raiseUD } from "../fault";
import { leaveTo } from "../exec/leave";
import { noticeEvents } from "../exec/events";
import { suppressStep } from "../exec/run";
import { longMode, setSegment, S_CS, S_SS } from "./descriptor";
import { isCanonical, updateCodeMode } from "./segment";
import { hasIntelSysenter } from "./features";
import { updateExact } from "./debug";

/** Attributes of the flat segments these instructions load, for CPL 0. */
const CODE_32: u32 = 0xc9b; const CODE_64: u32 = 0xa9b; const DATA_32: u32 = 0xc93;
const DPL_3: u32 = 0x60;
const DR6_BS: u32 = 0x4000;
const R11 = 11;

function loadCode(selector: u32, attributes: u32, cpl: u32): void {
  setSegment(S_CS, selector, attributes | (cpl ? DPL_3 : 0), 0xffffffff, 0);
  store<u8>(CPL, <u8>cpl);
}
function loadStack(selector: u32, cpl: u32): void { setSegment(S_SS, selector, DATA_32 | (cpl ? DPL_3 : 0), 0xffffffff, 0); }
/** The transfer is complete. SYSCALL and SYSRET trap when TF is set at their end, not at their beginning. */
function arrive(p: usize, rip: u64, stepsByNewFlags: bool): usize {
  if (stepsByNewFlags) {
    suppressStep();
    if (load<u64>(RFLAGS) & F_TF) { store<u8>(PENDING_DB, 1); store<u32>(PENDING_DR6, load<u32>(PENDING_DR6) | DR6_BS); }
  }
  updateCodeMode();
  updateExact();
  noticeEvents();
  return leaveTo(p, rip);
}

export function syscall(p: usize): usize {
  store<u32>(CURP, <u32>p);
  if (!(load<u64>(EFER) & 1)) raiseUD();
  const star = load<u64>(STAR), selector = <u32>(star >> 32) & 0xfffc, flags = getFlags() & ~F_RF, after = nextRip(p);
  let rip: u64;
  if (longMode()) {
    rip = load<u64>(load<u8>(CODE_MODE) == 2 ? LSTAR : CSTAR);
    store<u64>(RCX, after);
    store<u64>(gpr(R11), flags);
    loadCode(selector, CODE_64, 0);
    setFlags(flags & ~load<u64>(SFMASK));
  } else {
    rip = star & 0xffffffff;
    store<u64>(RCX, after);
    loadCode(selector, CODE_32, 0);
    setFlags(flags & ~(F_VM | F_IF));
  }
  loadStack(selector + 8, 0);
  return arrive(p, rip, true);
}
/** SS gets a selector only: its attributes stay those that the kernel ran with. */
export function sysret<T>(p: usize): usize {
  store<u32>(CURP, <u32>p);
  if (!(load<u64>(EFER) & 1)) raiseUD();
  if (!(load<u64>(CR0) & 1) || load<u8>(CPL) != 0) raiseGP(0);
  const base = <u32>(load<u64>(STAR) >> 48), wide = load<u8>(CODE_MODE) == 2;
  const rip = sizeof<T>() == 8 && wide ? load<u64>(RCX) : load<u32>(RCX);
  if (sizeof<T>() == 8 && wide) loadCode((base + 16) | 3, CODE_64, 3); else loadCode(base | 3, CODE_32, 3);
  store<u16>(SEG_SS, <u16>(base + 8));
  setFlags(wide ? load<u64>(gpr(R11)) & ~(F_RF | F_VM) : (getFlags() | F_IF) & ~F_RF);
  return arrive(p, rip, true);
}
/** AMD processors have SYSENTER and SYSEXIT outside long mode only. */
function checkSysenter(): void {
  if (longMode() && !hasIntelSysenter()) raiseUD();
  if (!(load<u64>(CR0) & 1) || !(load<u64>(SYSENTER_CS) & 0xfffc)) raiseGP(0);
}
/** Into long mode the kernel is entered as 64-bit code. */
export function sysenter(p: usize): usize {
  store<u32>(CURP, <u32>p);
  checkSysenter();
  const selector = <u32>load<u64>(SYSENTER_CS) & 0xfffc, wide = longMode(), mask: u64 = wide ? ~0 : 0xffffffff;
  loadCode(selector, wide ? CODE_64 : CODE_32, 0);
  loadStack(selector + 8, 0);
  setFlags(getFlags() & ~(F_VM | F_IF | F_RF));
  store<u64>(RSP, load<u64>(SYSENTER_ESP) & mask);
  return arrive(p, load<u64>(SYSENTER_EIP) & mask, false);
}
/** With REX.W back to 64-bit code, else to 32-bit code. */
export function sysexit<T>(p: usize): usize {
  store<u32>(CURP, <u32>p);
  if (load<u8>(CPL) != 0) raiseGP(0);
  checkSysenter();
  const wide = sizeof<T>() == 8, rip = <u64>load<T>(RDX), rsp = <u64>load<T>(RCX);
  if (wide && (!isCanonical(rip) || !isCanonical(rsp))) raiseGP(0);
  const selector = (<u32>load<u64>(SYSENTER_CS) & 0xfffc) + (wide ? 32 : 16);
  loadCode(selector | 3, wide ? CODE_64 : CODE_32, 3);
  loadStack((selector + 8) | 3, 3);
  store<u64>(RSP, rsp);
  return arrive(p, rip, false);
}

export function swapgs(p: usize): usize {
  if (load<u8>(CPL) != 0) { store<u32>(CURP, <u32>p); raiseGP(0); }
  const base = load<u64>(SEG_GS, 8);
  store<u64>(SEG_GS, load<u64>(KERNEL_GS_BASE), 8);
  store<u64>(KERNEL_GS_BASE, base);
  return next(p);
}
function checkFsgsbase(p: usize): void {
  store<u32>(CURP, <u32>p);
  if (!((load<u64>(CR4) >> 16) & 1)) raiseUD();
}
function readBase<T>(p: usize, at: usize): usize {
  checkFsgsbase(p);
  wr<T>(dst(p), <T>load<u64>(at, 8));
  return next(p);
}
function writeBase<T>(p: usize, at: usize): usize {
  checkFsgsbase(p);
  const base = <u64>load<T>(dst(p));
  if (!isCanonical(base)) raiseGP(0);
  store<u64>(at, base, 8);
  return next(p);
}
export function rdfsbase<T>(p: usize): usize { return readBase<T>(p, SEG_FS); }
export function rdgsbase<T>(p: usize): usize { return readBase<T>(p, SEG_GS); }
export function wrfsbase<T>(p: usize): usize { return writeBase<T>(p, SEG_FS); }
export function wrgsbase<T>(p: usize): usize { return writeBase<T>(p, SEG_GS); }
