// IN OUT INS OUTS. A port access may change anything outside, so these always go on through the outer loop. Order: privilege and the TSS's
// permission map, the intercept, the memory operand, the port.
import { RAX, RCX, RDX, RSI, RDI, RFLAGS, CR0, CPL, CURP, CODE_MODE, SEG_TR, I_IMM, I_META, M_REP, M_REPNE } from "../gen/layout";
import { imm, nextRip, ripOf, wr } from "../record";
import { ld, st, ldSys, probeWrite, setExactLoop } from "../mem";
import { raiseGP } from "../fault";
import { F_DF, F_RF, F_VM } from "../flags";
import { leaveNext, leaveTo, spend, PORT_NS } from "../exec/leave";
import { noticeEvents } from "../exec/events";
import { keepResumeFlag } from "../exec/run";
import { ioIntercepted, exitInstruction } from "../svm/intercept";
import { segLinear } from "./segment";
import { watchPort } from "./debug";
import { ioMapOffset } from "./taskState";
import { hasFeature, F_DECODEASSISTS } from "./features";

// @ts-ignore: decorator
@external("env", "portRead") declare function portRead(port: i32, size: i32): u32;
// @ts-ignore: decorator
@external("env", "portWrite") declare function portWrite(port: i32, size: i32, value: u32): void;

const IOIO: u64 = 0x7b;
const INFO_IN: u64 = 1; const INFO_STRING: u64 = 4; const INFO_REP: u64 = 8;
const ES: u64 = 0; const ES_SEGMENT = 0;

/** #GP(0) unless the program may touch the port: by IOPL, or by the map in a 32- or 64-bit TSS; always by the map in virtual-8086 mode. */
function checkPermission(port: u32, size: u32): void {
  if (!(load<u64>(CR0) & 1)) return;
  const flags = load<u64>(RFLAGS);
  if (!(flags & F_VM) && load<u8>(CPL) <= <u8>((flags >> 12) & 3)) return;
  const at = ioMapOffset() + (port >> 3);
  // Two bytes are read whatever the port, so the last byte of the map must be followed by another.
  if (at + 1 > load<u32>(SEG_TR, 4)) raiseGP();
  const bits = <u32>ldSys(load<u64>(SEG_TR, 8) + at, 2) >> (port & 7);
  if (bits & ((1 << size) - 1)) raiseGP();
}
/** EXITINFO1 of an IOIO exit; `addressSize` is 0, 1 or 2 for 16, 32 or 64 bits. */
function exitInfo(port: u32, size: u32, addressSize: u32, kind: u64): u64 {
  return kind | ((<u64>size) << 4) | ((<u64>0x80) << addressSize) | (<u64>port << 16);
}
// @ts-ignore: decorator
@inline function dx(): u32 { return load<u16>(RDX); }

function readPort(port: u32, size: i32): u32 {
  const v = portRead(port, size);
  spend(PORT_NS);
  watchPort(port, size);
  return v;
}
function writePort(port: u32, size: i32, v: u32): void {
  portWrite(port, size, v);
  spend(PORT_NS);
  watchPort(port, size);
}
// REX.W does not widen an I/O operand: 64-bit forms of these handlers are never reached.
// @ts-ignore: decorator
@inline function widthOf<T>(): i32 { return sizeof<T>() == 8 ? 4 : sizeof<T>(); }

function input<T>(p: usize, port: u32, addressSize: u32): usize {
  store<u32>(CURP, p);
  const size = widthOf<T>();
  checkPermission(port, size);
  if (ioIntercepted(port, size)) return exitInstruction(p, IOIO, exitInfo(port, size, addressSize, INFO_IN), nextRip(p));
  const v = readPort(port, size);
  if (size == 4) wr<u32>(RAX, v); else if (size == 2) wr<u16>(RAX, <u16>v); else wr<u8>(RAX, <u8>v);
  return leaveNext(p);
}
function output<T>(p: usize, port: u32, addressSize: u32): usize {
  store<u32>(CURP, p);
  const size = widthOf<T>();
  checkPermission(port, size);
  if (ioIntercepted(port, size)) return exitInstruction(p, IOIO, exitInfo(port, size, addressSize, 0), nextRip(p));
  writePort(port, size, size == 4 ? load<u32>(RAX) : size == 2 ? load<u16>(RAX) : load<u8>(RAX));
  return leaveNext(p);
}
/** Address size of the code: an override on a form with immediate port shows nowhere, and no one needs it. */
// @ts-ignore: decorator
@inline function defaultAddressSize(): u32 { return load<u8>(CODE_MODE); }
// @ts-ignore: decorator
@inline function addressSizeOf(p: usize): u32 { return load<u8>(p, I_IMM + 1); }

export function inImm<T>(p: usize): usize { return input<T>(p, <u32>imm(p) & 0xff, defaultAddressSize()); }
export function inDx<T>(p: usize): usize { return input<T>(p, dx(), addressSizeOf(p)); }
export function outImm<T>(p: usize): usize { return output<T>(p, <u32>imm(p) & 0xff, defaultAddressSize()); }
export function outDx<T>(p: usize): usize { return output<T>(p, dx(), addressSizeOf(p)); }

// Strings: one element an execution. A repetition that is not over goes on at the same RIP, as an instruction of its own.
// @ts-ignore: decorator
@inline function maskOf(p: usize): u64 {
  const size = addressSizeOf(p);
  return size == 2 ? ~0 : size == 1 ? 0xffffffff : 0xffff;
}
function advance(register: usize, by: u64, mask: u64): void {
  const v = (load<u64>(register) + by) & mask;
  if (mask == 0xffff) store<u16>(register, <u16>v); else store<u64>(register, v);
}
// @ts-ignore: decorator
@inline function repeated(p: usize): bool { return (load<u8>(p, I_META) & (M_REP | M_REPNE)) != 0; }
function stringInfo(p: usize, port: u32, size: u32, segment: u64, kind: u64): u64 {
  const shown = hasFeature(F_DECODEASSISTS) ? segment << 10 : 0;
  return exitInfo(port, size, addressSizeOf(p), kind | INFO_STRING | (repeated(p) ? INFO_REP : 0) | shown);
}
/** Move the index and the count, and leave. */
function element(p: usize, index: usize, size: i32, mask: u64): usize {
  advance(index, load<u64>(RFLAGS) & F_DF ? <u64>-size : size, mask);
  if (!repeated(p)) return leaveNext(p);
  advance(RCX, <u64>-1, mask);
  if (!(load<u64>(RCX) & mask)) return leaveNext(p);
  // An instruction breakpoint has been passed for good; who looks between two elements sees RF.
  const flags = load<u64>(RFLAGS);
  if (flags & F_RF) keepResumeFlag(); else store<u64>(RFLAGS, flags | F_RF);
  noticeEvents();
  return leaveTo(p, ripOf(p));
}

export function ins<T>(p: usize): usize {
  store<u32>(CURP, p);
  const port = dx(), size = widthOf<T>(), mask = maskOf(p);
  checkPermission(port, size);
  if (repeated(p) && !(load<u64>(RCX) & mask)) return leaveNext(p);
  if (ioIntercepted(port, size)) return exitInstruction(p, IOIO, stringInfo(p, port, size, ES, INFO_IN), nextRip(p));
  const lin = segLinear(ES_SEGMENT, load<u64>(RDI) & mask, size, true);
  probeWrite(lin, size, p);
  const v = readPort(port, size);
  // The port cannot be read twice, so the store must not ask for the exact loop; the run is left at once anyway.
  setExactLoop(true);
  if (size == 4) st<u32>(lin, v, p); else if (size == 2) st<u16>(lin, <u16>v, p); else st<u8>(lin, <u8>v, p);
  setExactLoop(false);
  return element(p, RDI, size, mask);
}
export function outs<T>(p: usize): usize {
  store<u32>(CURP, p);
  const port = dx(), size = widthOf<T>(), mask = maskOf(p), segment: i32 = load<u8>(p, I_IMM);
  checkPermission(port, size);
  if (repeated(p) && !(load<u64>(RCX) & mask)) return leaveNext(p);
  if (ioIntercepted(port, size)) return exitInstruction(p, IOIO, stringInfo(p, port, size, segment, 0), nextRip(p));
  const lin = segLinear(segment, load<u64>(RSI) & mask, size, false);
  writePort(port, size, size == 4 ? ld<u32>(lin, p) : size == 2 ? ld<u16>(lin, p) : ld<u8>(lin, p));
  return element(p, RSI, size, mask);
}
