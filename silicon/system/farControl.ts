// Far jumps and calls, direct and through call gates.
import { RSP, CPL, CURP, SEG_CS, SEG_SS } from "../gen/layout";
import { ea, imm, nextRip } from "../record";
import { ld } from "../mem";
import { raise, raiseGP, V_GP, V_NP } from "../fault";
import { peek } from "../exec/stack";
import { leaveTo } from "../exec/leave";
import { attributesOf, dplOf, isCode, isConforming, isNull, limitOf, longMode, markAccessed, protectedMode, raiseSelector, readDescriptor,
  readUpper, A_DB, A_L, A_P, A_S, S_CS } from "./descriptor";
import { isCanonical, setParagraph, updateCodeMode } from "./segment";
import { commitCode, gateCode } from "./gate";
import { checkTarget } from "./farReturn";
import { callTask, jumpToTask } from "./task";
import { commitInnerNull, commitInnerStack, markInnerStack, openInnerFrame, openInnerLongFrame } from "./innerStack";
import { frameMask, frameTop, openCurrentFrame, probeFrame, probeOwn, pushFrame, pushOwn, setRsp } from "./stackFrame";

const TASK_GATE: u32 = 5;

/** Pointer in the instruction: offset below, selector above. */
export function jmpFar<T>(p: usize): usize { return far<T>(p, imm(p) & 0xffffffff, <u32>(imm(p) >> 32), false); }
export function callFar<T>(p: usize): usize { return far<T>(p, imm(p) & 0xffffffff, <u32>(imm(p) >> 32), true); }
/** Pointer in memory: REX.W is ignored, so the offset is never wider than 32 bits. */
function indirect<T>(p: usize, call: bool): usize {
  const at = ea(p);
  if (sizeof<T>() == 2) return far<u16>(p, ld<u16>(at, p), ld<u16>(at + 2, p), call);
  return far<u32>(p, ld<u32>(at, p), ld<u16>(at + 4, p), call);
}
export function jmpFarIndirect<T>(p: usize): usize { return indirect<T>(p, false); }
export function callFarIndirect<T>(p: usize): usize { return indirect<T>(p, true); }

function far<T>(p: usize, rip: u64, selector: u32, call: bool): usize {
  store<u32>(CURP, <u32>p);
  if (protectedMode()) return farProtected<T>(p, rip, selector, call);
  if (rip > load<u32>(SEG_CS, 4)) raiseGP(0);
  if (call) pushReturn<T>(p);
  setParagraph(S_CS, selector);
  return leaveTo(p, rip);
}
/** Push CS and the return address on the current stack. */
function pushReturn<T>(p: usize): void {
  openCurrentFrame(0);
  probeOwn<T>(2, p);
  pushOwn<T>(<T>load<u16>(SEG_CS), p);
  pushOwn<T>(<T>nextRip(p), p);
  setRsp(frameMask(), frameTop());
}
function farProtected<T>(p: usize, rip: u64, selector: u32, call: bool): usize {
  if (isNull(selector)) raise(V_GP, 0);
  const d = readDescriptor(selector, V_GP), attributes = attributesOf(d);
  if (!(attributes & A_S)) return farSystem(p, selector, d, call);
  const cpl: u32 = load<u8>(CPL), dpl = dplOf(attributes);
  if (!isCode(attributes) || (isConforming(attributes) ? dpl > cpl : dpl != cpl || (selector & 3) > cpl)) raiseSelector(V_GP, selector);
  if (longMode() && (attributes & A_L) && (attributes & A_DB)) raiseSelector(V_GP, selector);
  if (!(attributes & A_P)) raiseSelector(V_NP, selector);
  checkTarget(rip, d);
  markAccessed(selector, d);
  if (call) pushReturn<T>(p);
  return enter(p, selector, d, cpl, rip);
}
function enter(p: usize, selector: u32, d: u64, cpl: u32, rip: u64): usize {
  commitCode(selector, d, cpl);
  updateCodeMode();
  return leaveTo(p, rip);
}

/** The selector names a gate or a TSS. */
function farSystem(p: usize, selector: u32, d: u64, call: bool): usize {
  const attributes = attributesOf(d), type = attributes & 15, long = longMode();
  const callGate = type == 12 || (type == 4 && !long);
  // Available TSSs and task gates.
  const task = !long && (type == 1 || type == 9 || type == TASK_GATE);
  if (!callGate && !task) raiseSelector(V_GP, selector);
  if (dplOf(attributes) < max<u32>(load<u8>(CPL), selector & 3)) raiseSelector(V_GP, selector);
  if (!(attributes & A_P)) raiseSelector(V_NP, selector);
  if (task) {
    const to = type == TASK_GATE ? <u32>(d >> 16) & 0xffff : selector;
    return call ? callTask(to, nextRip(p)) : jumpToTask(to, nextRip(p));
  }
  return long ? longGate(p, selector, d, call) : legacyGate(p, d, call);
}
/** A jump through a gate stays at its level. */
function checkJump(selector: u32, attributes: u32): void {
  if (!isConforming(attributes) && dplOf(attributes) != <u32>load<u8>(CPL)) raiseSelector(V_GP, selector);
}
/** What a call gate copies from stack to stack: read before anything is written. */
const parameters = memory.data(31 * 4, 8);
function legacyGate(p: usize, gate: u64, call: bool): usize {
  const selector = <u32>(gate >> 16) & 0xffff, wide = ((gate >> 43) & 1) != 0;
  const rip = wide ? (gate & 0xffff) | ((gate >> 32) & 0xffff0000) : gate & 0xffff;
  const d = gateCode(selector), attributes = attributesOf(d), cpl: u32 = load<u8>(CPL);
  if (!call) checkJump(selector, attributes);
  const inner = isConforming(attributes) ? cpl : dplOf(attributes);
  if (inner == cpl) {
    if (rip > limitOf(d)) raiseGP(0);
    markAccessed(selector, d);
    if (call) { if (wide) pushReturn<u32>(p); else pushReturn<u16>(p); }
    return enter(p, selector, d, cpl, rip);
  }
  const size = wide ? 4 : 2;
  openInnerFrame(inner);
  if (rip > limitOf(d)) raiseGP(0);
  const count = <i32>(gate >> 32) & 31;
  probeFrame(size, 4 + count);
  for (let i = 0; i < count; i++) store<u32>(parameters + (i << 2), wide ? peek<u32>(i * size, p) : peek<u16>(i * size, p));
  markInnerStack();
  markAccessed(selector, d);
  pushFrame(size, load<u16>(SEG_SS)); pushFrame(size, load<u64>(RSP));
  for (let i = count; i > 0; i--) pushFrame(size, load<u32>(parameters + ((i - 1) << 2)));
  pushFrame(size, load<u16>(SEG_CS)); pushFrame(size, nextRip(p));
  commitInnerStack();
  setRsp(frameMask(), frameTop());
  return enter(p, selector, d, inner, rip);
}
function longGate(p: usize, gateSelector: u32, gate: u64, call: bool): usize {
  const upper = readUpper(gateSelector, V_GP);
  if ((upper >> 40) & 0x1f) raiseSelector(V_GP, gateSelector);
  const selector = <u32>(gate >> 16) & 0xffff, rip = (gate & 0xffff) | ((gate >> 32) & 0xffff0000) | (upper << 32);
  const d = gateCode(selector), attributes = attributesOf(d), cpl: u32 = load<u8>(CPL);
  if (!call) checkJump(selector, attributes);
  if (!isCanonical(rip)) raiseGP(0);
  const inner = isConforming(attributes) ? cpl : dplOf(attributes);
  if (inner == cpl) {
    markAccessed(selector, d);
    if (call) pushReturn<u64>(p);
    return enter(p, selector, d, cpl, rip);
  }
  openInnerLongFrame(inner);
  probeFrame(8, 4);
  markAccessed(selector, d);
  pushFrame(8, load<u16>(SEG_SS)); pushFrame(8, load<u64>(RSP)); pushFrame(8, load<u16>(SEG_CS)); pushFrame(8, nextRip(p));
  commitInnerNull(inner);
  store<u64>(RSP, frameTop());
  return enter(p, selector, d, inner, rip);
}
