// A stack frame that the processor writes before it switches to it: interrupts, far calls, call gates. Nothing of the state changes until
// the frame is complete, and nothing of memory unless all of it can be written.
import { RSP, SEG_SS, CODE_MODE, CPL } from "../gen/layout";
import { onlyExactly, probeWrite, st, storeSystem, systemAddress } from "../mem";
import { walk } from "../mmu/walk";
import { raise, V_SS } from "../fault";
import { A_DB } from "./descriptor";
import { isCanonical } from "./segment";

const FULL: u64 = 0xffffffffffffffff;
/** WRITE of mem.ts. */
const ACCESS_WRITE = 1;

let base: u64 = 0;
let limit: u64 = 0;
let growsDown: bool = false;
let mask: u64 = 0;
let top: u64 = 0;
let error: u32 = 0;

/** Bits of the stack pointer that count for a stack segment outside 64-bit mode. */
export function maskOfStack(attributes: u32): u64 { return attributes & A_DB ? 0xffffffff : 0xffff; }
/** Bits of the stack pointer that count now. */
export function stackMask(): u64 { return load<u8>(CODE_MODE) == 2 ? FULL : maskOfStack(load<u16>(SEG_SS, 2)); }
/** Set the stack pointer where only the bits in `width` count: 16 bits leave the rest alone, 32 clear it. */
export function setRsp(width: u64, v: u64): void {
  if (width == 0xffff) store<u16>(RSP, <u16>v); else store<u64>(RSP, v & width);
}

/** Begin a frame in a segment; `code` is the error code when it does not fit. */
export function openFrame(segmentBase: u64, segmentLimit: u32, attributes: u32, rsp: u64, code: u32): void {
  base = segmentBase; limit = segmentLimit; growsDown = (attributes & 12) == 4; mask = maskOfStack(attributes);
  top = rsp & mask; error = code;
  forgetPlaces();
}
/** Begin a frame in 64-bit mode. */
export function openFlatFrame(rsp: u64, code: u32): void { base = 0; growsDown = false; mask = FULL; top = rsp; error = code; forgetPlaces(); }
/** Begin a frame on the current stack. */
export function openCurrentFrame(code: u32): void {
  if (load<u8>(CODE_MODE) == 2) openFlatFrame(load<u64>(RSP), code);
  else openFrame(load<u64>(SEG_SS, 8), load<u32>(SEG_SS, 4), load<u16>(SEG_SS, 2), load<u64>(RSP), code);
}
/** Linear address of the next `size` bytes of the frame, checked. */
function grow(size: u64): u64 {
  top = (top - size) & mask;
  const last = top + size - 1;
  if (mask == FULL) { if (!isCanonical(top) || !isCanonical(last)) raise(V_SS, error); return top; }
  const outside = growsDown ? top <= limit || last > mask : last > limit;
  if (outside) raise(V_SS, error);
  return (base + top) & 0xffffffff;
}
/** Will the next `bytes` of the frame fault with the first push or not at all? They lie in one page, and where its limit is seen at once. */
function faultsAtOnce(bytes: u64): bool {
  const low = (top - bytes) & mask, high = (top - 1) & mask;
  return low <= high && !growsDown && ((base + low) ^ (base + high)) >> 12 == 0;
}
/** Where a byte of the frame is. Each page is found once, so that it matters not what a frame overwrites that lies in page tables. */
function place(lin: u64, user: bool): u64 {
  const page = lin & ~0xfff, offset = lin & 0xfff;
  if (page == lastPage) return lastPlace | offset;
  if (page == formerPage) return formerPlace | offset;
  const found = user ? walk(lin, ACCESS_WRITE, true) : systemAddress(lin);
  formerPage = lastPage; formerPlace = lastPlace;
  lastPage = page; lastPlace = found & ~0xfff;
  return found;
}
const NONE: u64 = 1;
let lastPage: u64 = NONE; let lastPlace: u64 = 0;
let formerPage: u64 = NONE; let formerPlace: u64 = 0;
function forgetPlaces(): void { lastPage = NONE; formerPage = NONE; }
// @ts-ignore: decorator
@inline function wrapped(lin: u64): u64 { return mask == FULL ? lin : lin & 0xffffffff; }

function probe(size: i32, count: i32, user: bool): void {
  if (faultsAtOnce(size * count)) return;
  const from = top;
  for (let i = 0; i < count; i++) {
    const lin = grow(size);
    place(lin, user);
    place(wrapped(lin + size - 1), user);
  }
  top = from;
}
function push(size: i32, v: u64, user: bool): void {
  const lin = grow(size);
  if (0x1000 - (<i32>lin & 0xfff) >= size) { storeSystem(place(lin, user), size, v); return; }
  place(lin, user);
  place(wrapped(lin + size - 1), user);
  for (let i = 0; i < size; i++) storeSystem(place(wrapped(lin + i), user), 1, (v >> (i << 3)) & 0xff);
}
/** Raise what pushFrame() of any of the next `count` values would raise. */
export function probeFrame(size: i32, count: i32): void { probe(size, count, false); }
/** As probeFrame(), before pushSame(). */
export function probeSame(size: i32, count: i32): void { probe(size, count, load<u8>(CPL) == 3); }
/** As probeFrame(), before pushOwn(). */
export function probeOwn<T>(count: i32, p: usize): void {
  if (faultsAtOnce(sizeof<T>() * count)) return;
  onlyExactly();
  const from = top;
  for (let i = 0; i < count; i++) probeWrite(grow(sizeof<T>()), sizeof<T>(), p);
  top = from;
}
/** Push onto an inner stack, or a supervisor's own. */
export function pushFrame(size: i32, v: u64): void { push(size, v, false); }
/** Push an event's frame without a change of privilege. */
export function pushSame(size: i32, v: u64): void { push(size, v, load<u8>(CPL) == 3); }
/** Push as an instruction does: record `p`. */
export function pushOwn<T>(v: T, p: usize): void { st<T>(grow(sizeof<T>()), v, p); }
/** Where the frame ends: the new stack pointer. */
export function frameTop(): u64 { return top; }
/** Bits of the stack pointer that count in the frame. */
export function frameMask(): u64 { return mask; }
