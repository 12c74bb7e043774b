// Returns through a code segment: RETF and IRET in every mode.
import { RSP, CPL, CR0, CURP, CODE_MODE, RFLAGS, SEG_CS, I_IMM } from "../gen/layout";
import { nextRip } from "../record";
import { getFlags, setFlags, F_AC, F_ARITH, F_DF, F_ID, F_IF, F_IOPL, F_NT, F_RF, F_TF, F_VIF, F_VIP, F_VM } from "../flags";
import { raise, raiseGP, V_GP, V_NP, V_SS } from "../fault";
import { peek } from "../exec/stack";
import { arriveAt, leaveTo } from "../exec/leave";
import { noticeEvents } from "../exec/events";
import { keepResumeFlag } from "../exec/run";
import { unmaskNmi } from "../svm/virtualNmi";
import { intercepted, exitInstruction } from "../svm/intercept";
import { attributesOf, dplOf, isCode, isConforming, isNull, limitOf, longMode, markAccessed, protectedMode, raiseSelector, readDescriptor,
  setFromDescriptor, A_DB, A_L, A_P, S_CS, S_DS, S_ES, S_FS, S_GS, S_SS } from "./descriptor";
import { dropInnerSegments, isCanonical, setNull, setParagraph, setVirtual, stackDescriptor, updateCodeMode } from "./segment";
import { commitCode } from "./gate";
import { returnToTask } from "./task";
import { checkVif, fromVirtualImage, virtualBelowIopl } from "./virtual8086";
import { maskOfStack, setRsp, stackMask } from "./stackFrame";
import { updateExact } from "./debug";

const EXIT_IRET: u64 = 0x74;
const FULL: u64 = 0xffffffffffffffff;
/** Flags any IRET may change; those of the 32-bit forms; those that need CPL 0. */
const PLAIN: u64 = F_ARITH | F_TF | F_DF | F_NT;
const WIDE: u64 = F_RF | F_AC | F_ID;
const VIRTUAL: u64 = F_VIF | F_VIP;

/** Stack item `n` of the frame being popped. */
// @ts-ignore: decorator
@inline function item<T>(n: u64, p: usize): u64 { return <u64>peek<T>(n * sizeof<T>(), p); }
/** #SS(0) unless the frame can be addressed. */
// @ts-ignore: decorator
@inline function checkFrame(bytes: u64): void {
  const rsp = load<u64>(RSP);
  if (load<u8>(CODE_MODE) == 2 && (!isCanonical(rsp) || !isCanonical(rsp + bytes - 1))) raise(V_SS, 0);
}
/** RSP after `bytes` have been popped from a stack of width `width`. */
function drop(width: u64, bytes: u64): void { setRsp(width, load<u64>(RSP) + bytes); }

/** The code segment a return leads to, checked. */
// @ts-ignore: decorator
@inline function returnCode(selector: u32): u64 {
  if (isNull(selector)) raise(V_GP, 0);
  const d = readDescriptor(selector, V_GP), attributes = attributesOf(d), rpl = selector & 3, dpl = dplOf(attributes);
  if (!isCode(attributes) || rpl < <u32>load<u8>(CPL) || (isConforming(attributes) ? dpl > rpl : dpl != rpl)) raiseSelector(V_GP, selector);
  if (longMode() && (attributes & A_L) && (attributes & A_DB)) raiseSelector(V_GP, selector);
  if (!(attributes & A_P)) raiseSelector(V_NP, selector);
  return d;
}
/** Will code of these attributes be 64-bit code? */
// @ts-ignore: decorator
@inline function leadsWide(attributes: u32): bool { return longMode() && (attributes & A_L) != 0; }
/** #GP(0) unless RIP lies in the code segment it goes to. */
export function checkTarget(rip: u64, d: u64): void {
  if (leadsWide(attributesOf(d)) ? !isCanonical(rip) : rip > limitOf(d)) raiseGP(0);
}
/** RFLAGS with the bits of `mask`, all that are lazy among them, taken from `v`. */
// @ts-ignore: decorator
@inline function mergeFlags(v: u64, mask: u64): void {
  const old = load<u64>(RFLAGS);
  setFlags((old & ~(mask | F_RF)) | (v & mask));
  if (load<u64>(RFLAGS) & ~old & F_IF) noticeEvents();
}

/** Load CS and, where the level changes or 64-bit code says so, SS:RSP. `extra` bytes are dropped from the outer stack. */
function commitReturn(cs: u32, code: u64, ss: u32, rsp: u64, extra: u64): void {
  const rpl = cs & 3, wide = leadsWide(attributesOf(code)), outer = rpl != <u32>load<u8>(CPL);
  const stack = stackDescriptor(ss, rpl, wide, V_GP);
  markAccessed(cs, code);
  if (stack) { markAccessed(ss, stack); setFromDescriptor(S_SS, ss, stack); } else setNull(S_SS, ss);
  commitCode(cs, code, rpl);
  setRsp(wide ? FULL : maskOfStack(attributesOf(stack)), rsp + extra);
  if (outer) dropInnerSegments();
}

/** RETF; `drops`: the immediate says how many bytes of arguments go too. */
export function retf<T>(p: usize, drops: bool): usize {
  const n: u64 = sizeof<T>(), extra: u64 = drops ? load<u16>(p, I_IMM) : 0, width = stackMask();
  store<u32>(CURP, <u32>p);
  checkFrame(2 * n);
  const rip = item<T>(0, p), cs = <u32>item<T>(1, p) & 0xffff;
  store<u32>(CURP, <u32>p);
  if (!protectedMode()) {
    if (rip > load<u32>(SEG_CS, 4)) raiseGP(0);
    setParagraph(S_CS, cs);
    drop(width, 2 * n + extra);
    return leaveTo(p, rip);
  }
  const code = returnCode(cs);
  if ((cs & 3) == <u32>load<u8>(CPL)) {
    checkTarget(rip, code);
    markAccessed(cs, code);
    commitCode(cs, code, cs & 3);
    drop(width, 2 * n + extra);
  } else {
    checkFrame(4 * n + extra);
    const rsp = <u64>peek<T>(2 * n + extra, p), ss = <u32>peek<T>(3 * n + extra, p) & 0xffff;
    checkTarget(rip, code);
    commitReturn(cs, code, ss, rsp, extra);
  }
  updateCodeMode();
  return leaveTo(p, rip);
}

/** What every IRET does last. */
// @ts-ignore: decorator
@inline function returned(p: usize, rip: u64): usize {
  if (unmaskNmi()) noticeEvents();
  if (load<u64>(RFLAGS) & F_RF) keepResumeFlag();
  updateCodeMode();
  updateExact();
  return arriveAt(p, rip);
}
export function iret<T>(p: usize): usize {
  store<u32>(CURP, <u32>p);
  if (intercepted(3, 20)) return exitInstruction(p, EXIT_IRET, 0, 0);
  if (!protectedMode()) return iretParagraph<T>(p);
  if (load<u64>(RFLAGS) & F_NT) {
    if (longMode()) raiseGP(0);
    return returnToTask(nextRip(p));
  }
  return iretProtected<T>(p);
}
/** Real and virtual-8086 mode. */
function iretParagraph<T>(p: usize): usize {
  const virtual = (load<u64>(CR0) & 1) != 0, below = virtualBelowIopl(load<u64>(RFLAGS)), width = stackMask();
  if (below) checkVif(sizeof<T>());
  const rip = item<T>(0, p), cs = <u32>item<T>(1, p) & 0xffff, flags = item<T>(2, p);
  store<u32>(CURP, <u32>p);
  if (rip > load<u32>(SEG_CS, 4)) raiseGP(0);
  const merged = below ? fromVirtualImage(flags, getFlags()) : 0;
  setParagraph(S_CS, cs);
  drop(width, 3 * sizeof<T>());
  if (below) setFlags(merged);
  else mergeFlags(flags, PLAIN | F_IF | (virtual ? 0 : F_IOPL) | (sizeof<T>() == 2 ? 0 : WIDE));
  return returned(p, rip);
}
function iretProtected<T>(p: usize): usize {
  const n: u64 = sizeof<T>(), cpl: u32 = load<u8>(CPL), wide = load<u8>(CODE_MODE) == 2, width = stackMask();
  checkFrame((wide ? 5 : 3) * n);
  const rip = item<T>(0, p), cs = <u32>item<T>(1, p) & 0xffff, flags = item<T>(2, p);
  store<u32>(CURP, <u32>p);
  if (sizeof<T>() == 4 && (flags & F_VM) && cpl == 0 && !longMode()) return iretToVirtual(p, rip, cs, flags);
  // The stack of the outer level; 64-bit code always pops one.
  const stack = wide || (cs & 3) != cpl;
  const rsp = stack ? item<T>(3, p) : 0, ss = stack ? <u32>item<T>(4, p) & 0xffff : 0;
  store<u32>(CURP, <u32>p);
  const code = returnCode(cs);
  checkTarget(rip, code);
  let mask = PLAIN | (sizeof<T>() == 2 ? 0 : WIDE);
  if (cpl <= (<u32>(load<u64>(RFLAGS) >> 12) & 3)) mask |= F_IF;
  if (cpl == 0) mask |= F_IOPL | (sizeof<T>() == 2 ? 0 : VIRTUAL);
  if (stack) commitReturn(cs, code, ss, rsp, 0);
  else {
    markAccessed(cs, code);
    commitCode(cs, code, cpl);
    drop(width, 3 * n);
  }
  mergeFlags(flags, mask);
  return returned(p, rip);
}
function iretToVirtual(p: usize, rip: u64, cs: u32, flags: u64): usize {
  const rsp = item<u32>(3, p), ss = <u32>item<u32>(4, p), es = <u32>item<u32>(5, p), ds = <u32>item<u32>(6, p);
  const fs = <u32>item<u32>(7, p), gs = <u32>item<u32>(8, p);
  store<u32>(CURP, <u32>p);
  if (rip > 0xffff) raiseGP(0);
  mergeFlags(flags, PLAIN | WIDE | VIRTUAL | F_IF | F_IOPL | F_VM);
  setVirtual(S_CS, cs); setVirtual(S_SS, ss & 0xffff); setVirtual(S_ES, es & 0xffff); setVirtual(S_DS, ds & 0xffff);
  setVirtual(S_FS, fs & 0xffff); setVirtual(S_GS, gs & 0xffff);
  store<u64>(RSP, rsp);
  store<u8>(CPL, 3);
  return returned(p, rip);
}
