// Entry into an event handler through the interrupt table, in every mode. A fault on the way leaves the registers as they were.
import { SEG_CS, SEG_IDTR, SEG_SS, CPL, CR0, RFLAGS, RSP } from "../gen/layout";
import { ldSys, systemBytes } from "../mem";
import { raise, V_GP, V_NP } from "../fault";
import { F_AC, F_IF, F_NT, F_RF, F_TF, F_VM } from "../flags";
import { attributesOf, dplOf, externalBit, isCode, isConforming, isNull, limitOf, longMode, markAccessed, raiseSelector, readDescriptor,
  segmentAt, setFromDescriptor, A_DB, A_L, A_P, S_CS, S_DS, S_ES, S_FS, S_GS } from "./descriptor";
import { switchTask, TASK_EVENT } from "./task";
import { isCanonical, setNull, setParagraph } from "./segment";
import { commitInnerNull, commitInnerStack, longStack, markInnerStack, openInnerFrame } from "./innerStack";
import { frameMask, frameTop, openCurrentFrame, openFlatFrame, probeFrame, probeSame, pushFive, pushFrame, setRsp } from "./stackFrame";

/** What is being entered: where to return to and what to push. */
let vector: u32 = 0;
let returnRip: u64 = 0;
let flags: u64 = 0;
let hasError: bool = false;
let error: u32 = 0;
/** An INT instruction asked for it, so the gate's DPL counts. */
let soft: bool = false;

/**
 * Enter the handler of `number`: push `image` of RFLAGS, CS and `rip` (and the error code, outside real mode), load CS and the stack. Returns the
 * handler's RIP, which the caller makes current.
 */
export function enterHandler(number: u32, rip: u64, image: u64, withError: bool, code: u32, asked: bool): u64 {
  vector = number; returnRip = rip; flags = image; hasError = withError; error = code; soft = asked;
  if (!(load<u64>(CR0) & 1)) return enterReal();
  return longMode() ? enterLong() : enterProtected();
}
function clearFlags(mask: u64): void { store<u64>(RFLAGS, load<u64>(RFLAGS) & ~mask); }
/** Error code that names an entry of the interrupt table. */
function entryError(): u32 { return (vector << 3) | 2 | externalBit(); }
// @ts-ignore: decorator
@inline function entry(size: u32): u64 {
  const at = vector * size;
  if (at + size - 1 > <u32>load<u16>(SEG_IDTR, 4)) raise(V_GP, entryError());
  return load<u64>(SEG_IDTR, 8) + at;
}

function enterReal(): u64 {
  const target = ldSys(entry(4), 4);
  openCurrentFrame(0);
  probeSame(2, 3);
  pushFrame(2, flags); pushFrame(2, load<u16>(SEG_CS)); pushFrame(2, returnRip);
  setRsp(frameMask(), frameTop());
  setParagraph(S_CS, <u32>(target >> 16));
  clearFlags(F_IF | F_TF | F_AC | F_RF);
  return target & 0xffff;
}

// @ts-ignore: decorator
@inline function checkGate(gate: u64): void {
  if (soft && (<u32>(gate >> 45) & 3) < <u32>load<u8>(CPL)) raise(V_GP, entryError());
  if (!((gate >> 47) & 1)) raise(V_NP, entryError());
}
/** The code segment of an interrupt or call gate, checked. */
export function gateCode(selector: u32): u64 {
  if (isNull(selector)) raise(V_GP, externalBit());
  const d = readDescriptor(selector, V_GP), attributes = attributesOf(d);
  if (!isCode(attributes) || dplOf(attributes) > <u32>load<u8>(CPL)) raiseSelector(V_GP, selector);
  // Gates of long mode lead to 64-bit code only.
  if (longMode() && (attributes & (A_L | A_DB)) != A_L) raiseSelector(V_GP, selector);
  if (!(attributes & A_P)) raiseSelector(V_NP, selector);
  return d;
}
/** Load CS for level `cpl`. */
export function commitCode(selector: u32, d: u64, cpl: u32): void {
  setFromDescriptor(S_CS, (selector & 0xfffc) | cpl, d);
  store<u8>(CPL, <u8>cpl);
}

function enterProtected(): u64 {
  const gate = ldSys(entry(8), 8), type = <u32>(gate >> 40) & 0x1f;
  // Types 6, 7, 14, 15: interrupt and trap gates of 16 and 32 bits.
  if (type != 5 && (type & 0x16) != 6) raise(V_GP, entryError());
  checkGate(gate);
  const selector = <u32>(gate >> 16) & 0xffff;
  if (type == 5) return switchTask(TASK_EVENT, selector, returnRip, flags, hasError, error);
  const d = gateCode(selector), attributes = attributesOf(d);
  const cpl: u32 = load<u8>(CPL), inner = isConforming(attributes) ? cpl : dplOf(attributes);
  const virtual = (load<u64>(RFLAGS) & F_VM) != 0;
  if (virtual && inner != 0) raiseSelector(V_GP, selector);
  const wide = (type & 8) != 0, size = wide ? 4 : 2, withError: i32 = hasError ? 1 : 0;
  const rip = wide ? (gate & 0xffff) | ((gate >> 32) & 0xffff0000) : gate & 0xffff;
  if (inner != cpl) {
    openInnerFrame(inner);
    if (rip > limitOf(d)) raise(V_GP, externalBit());
    probeFrame(size, (virtual ? 9 : 5) + withError);
    markInnerStack();
    markAccessed(selector, d);
    if (virtual) {
      pushFrame(size, load<u16>(segmentAt(S_GS))); pushFrame(size, load<u16>(segmentAt(S_FS)));
      pushFrame(size, load<u16>(segmentAt(S_DS))); pushFrame(size, load<u16>(segmentAt(S_ES)));
    }
    pushFrame(size, load<u16>(SEG_SS)); pushFrame(size, load<u64>(RSP));
    pushFrame(size, flags); pushFrame(size, load<u16>(SEG_CS)); pushFrame(size, returnRip);
    if (hasError) pushFrame(size, error);
    commitInnerStack();
    if (virtual) { setNull(S_GS, 0); setNull(S_FS, 0); setNull(S_DS, 0); setNull(S_ES, 0); }
  } else {
    openCurrentFrame(externalBit());
    if (rip > limitOf(d)) raise(V_GP, externalBit());
    probeSame(size, 3 + withError);
    markAccessed(selector, d);
    pushFrame(size, flags); pushFrame(size, load<u16>(SEG_CS)); pushFrame(size, returnRip);
    if (hasError) pushFrame(size, error);
  }
  setRsp(frameMask(), frameTop());
  commitCode(selector, d, inner);
  clearFlags(F_TF | F_NT | F_RF | F_VM | (type & 1 ? 0 : F_IF));
  return rip;
}

function enterLong(): u64 {
  const at = entry(16), bytes = systemBytes(at, 16), gate = bytes ? load<u64>(bytes) : ldSys(at, 8), type = <u32>(gate >> 40) & 0x1f;
  if (type != 14 && type != 15) raise(V_GP, entryError());
  checkGate(gate);
  const upper: u64 = bytes ? load<u32>(bytes, 8) : ldSys(at + 8, 4);
  const rip = (gate & 0xffff) | ((gate >> 32) & 0xffff0000) | (upper << 32);
  const selector = <u32>(gate >> 16) & 0xffff, d = gateCode(selector), attributes = attributesOf(d);
  const cpl: u32 = load<u8>(CPL), inner = isConforming(attributes) ? cpl : dplOf(attributes);
  const ist = <u32>(gate >> 32) & 7;
  const rsp = ist || inner != cpl ? longStack(inner, ist) : load<u64>(RSP);
  if (!isCanonical(rip)) raise(V_GP, externalBit());
  openFlatFrame(rsp & ~15, externalBit());
  const values = hasError ? 6 : 5;
  if (inner == cpl) probeSame(8, values); else probeFrame(8, values);
  markAccessed(selector, d);
  pushFive(load<u16>(SEG_SS), load<u64>(RSP), flags, load<u16>(SEG_CS), returnRip);
  if (hasError) pushFrame(8, error);
  if (inner != cpl) commitInnerNull(inner);
  store<u64>(RSP, frameTop());
  commitCode(selector, d, inner);
  clearFlags(F_TF | F_NT | F_RF | F_VM | (type & 1 ? 0 : F_IF));
  return rip;
}
