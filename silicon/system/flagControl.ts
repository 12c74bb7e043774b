// Instructions that move or change the flags the system cares for: PUSHF POPF CLI STI STAC CLAC.
import { RFLAGS, CPL, CURP, SHADOW } from "../gen/layout";
import { next } from "../record";
import { raiseGP, raiseUD } from "../fault";
import { getFlags, setFlags, F_ARITH, F_TF, F_IF, F_DF, F_IOPL, F_NT, F_RF, F_VM, F_VIF, F_VIP, F_AC, F_ID } from "../flags";
import { leaveNext } from "../exec/leave";
import { noticeEvents } from "../exec/events";
import { pushValue, peek, dropStack } from "../exec/stack";
import { updateContext } from "../mmu/tlb";
import { intercepted, exitInstruction } from "../svm/intercept";
import { updateExact } from "./debug";
import { actsOnVif, checkVif, fromVirtualImage, virtualBelowIopl, virtualImage } from "./virtual8086";
import { hasFeature, F_SMAP } from "./features";

// @ts-ignore: decorator
@inline function iopl(flags: u64): u8 { return <u8>((flags >> 12) & 3); }
/** PUSHF: the intercept comes first; the image never shows VM or RF. */
export function pushf<T>(p: usize): usize {
  store<u32>(CURP, p);
  if (intercepted(3, 16)) return exitInstruction(p, 0x70, 0, 0);
  let flags = getFlags();
  if (virtualBelowIopl(flags)) { checkVif(sizeof<T>()); flags = virtualImage(flags); }
  pushValue<T>(<T>(flags & ~(F_RF | F_VM)), p);
  return next(p);
}
/** POPF: IOPL changes at CPL 0 only, IF only where CPL permits; without permission both quietly stay. */
export function popf<T>(p: usize): usize {
  store<u32>(CURP, p);
  if (intercepted(3, 17)) return exitInstruction(p, 0x71, 0, 0);
  const old = getFlags(), cpl = load<u8>(CPL);
  const below = virtualBelowIopl(old);
  if (below) checkVif(sizeof<T>());
  const v = <u64>peek<T>(0, p);
  let writable = F_ARITH | F_TF | F_DF | F_NT | F_AC | F_ID;
  if (cpl <= iopl(old)) writable |= F_IF;
  if (cpl == 0) writable |= F_IOPL;
  if (sizeof<T>() == 2) writable &= 0xffff;
  store<u32>(CURP, p);
  const flags = below ? fromVirtualImage(v, old) : ((old & ~writable) | (v & writable)) & ~F_RF;
  dropStack<T>(sizeof<T>());
  setFlags(flags);
  const changed = flags ^ old;
  if (changed & F_AC) updateContext();
  if (!(changed & F_TF) && !(changed & flags & F_IF)) return next(p);
  updateExact();
  noticeEvents();
  return leaveNext(p);
}
export function cli(p: usize): usize {
  store<u32>(CURP, p);
  const flags = load<u64>(RFLAGS);
  let flag = F_IF;
  if (load<u8>(CPL) > iopl(flags)) {
    if (!actsOnVif(flags)) raiseGP();
    flag = F_VIF;
  }
  store<u64>(RFLAGS, flags & ~flag);
  return next(p);
}
/** STI: interrupts come after the next instruction, if they were off. A program that may only set VIF faults while an interrupt waits. */
export function sti(p: usize): usize {
  store<u32>(CURP, p);
  const flags = load<u64>(RFLAGS);
  if (load<u8>(CPL) > iopl(flags)) {
    if (!actsOnVif(flags) || (flags & F_VIP) != 0) raiseGP();
    store<u64>(RFLAGS, flags | F_VIF);
    return next(p);
  }
  if (flags & F_IF) return next(p);
  store<u64>(RFLAGS, flags | F_IF);
  // Unlike MOV SS, STI does not put off the single-step trap; the trap's handler ends the shadow.
  if (!(flags & F_TF)) store<u8>(SHADOW, 1);
  noticeEvents();
  return leaveNext(p);
}
/** STAC and CLAC: supervisor accesses to user pages under SMAP. */
export function setAc(p: usize, on: bool): usize {
  store<u32>(CURP, p);
  if (!hasFeature(F_SMAP) || load<u8>(CPL)) raiseUD();
  const flags = load<u64>(RFLAGS);
  store<u64>(RFLAGS, on ? flags | F_AC : flags & ~F_AC);
  updateContext();
  return next(p);
}
