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
/** The frame is pushed with the rights of the program at CPL 3, not as the processor's own. */
let user: bool = false;
/** Of a frame that lies in one page of RAM whose writes nobody has to see: what to add to `top` for its place in linear memory; else 0. */
let plain: u32 = 0;

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
// @ts-ignore: decorator
@inline function grow(size: u64): u64 {
  top = (top - size) & mask;
  const last = top + size - 1;
  if (mask == FULL) { if (!isCanonical(top) || !isCanonical(last)) raise(V_SS, error); return top; }
  const outside = growsDown ? top <= limit || last > mask : last > limit;
  if (outside) raise(V_SS, error);
  return (base + top) & 0xffffffff;
}
/** Are the next `bytes` of the frame all there or none? They lie in one page, and where its limit is seen at once. */
// @ts-ignore: decorator
@inline function allOrNothing(bytes: u64): bool {
  const low = (top - bytes) & mask, high = (top - 1) & mask;
  return low <= high && !growsDown && ((base + low) ^ (base + high)) >> 12 == 0;
}
/** Where a byte of the frame is. Each page is found once, so that it matters not what a frame overwrites that lies in page tables. */
// @ts-ignore: decorator
@inline function place(lin: u64): u64 {
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
function forgetPlaces(): void { lastPage = NONE; formerPage = NONE; plain = 0; }
// @ts-ignore: decorator
@inline function wrapped(lin: u64): u64 { return mask == FULL ? lin : lin & 0xffffffff; }

function probe(size: i32, count: i32): void {
  const from = top;
  if (allOrNothing(size * count)) {
    const at = place(grow(size));
    if (<i64>at < 0) plain = <u32>at - <u32>top;
  } else for (let i = 0; i < count; i++) {
    const lin = grow(size);
    place(lin);
    place(wrapped(lin + size - 1));
  }
  top = from;
}
/** Raise what pushFrame() of any of the next `count` values would raise, onto an inner stack or a supervisor's own. */
export function probeFrame(size: i32, count: i32): void { user = false; probe(size, count); }
/** The same for an event's frame without a change of privilege. */
export function probeSame(size: i32, count: i32): void { user = load<u8>(CPL) == 3; probe(size, count); }
/** Push one of the values that have been probed. */
// @ts-ignore: decorator
@inline export function pushFrame(size: i32, v: u64): void {
  if (!plain) { pushAnywhere(size, v); return; }
  top = (top - size) & mask;
  const at = plain + <u32>top;
  if (size == 8) store<u64>(at, v); else if (size == 4) store<u32>(at, <u32>v); else store<u16>(at, <u16>v);
}
/** Push five of 8 bytes: what an event leaves in long mode. */
export function pushFive(a: u64, b: u64, c: u64, d: u64, e: u64): void {
  if (!plain) { pushAnywhere(8, a); pushAnywhere(8, b); pushAnywhere(8, c); pushAnywhere(8, d); pushAnywhere(8, e); return; }
  top -= 40;
  const at = plain + <u32>top;
  store<u64>(at, a, 32); store<u64>(at, b, 24); store<u64>(at, c, 16); store<u64>(at, d, 8); store<u64>(at, e);
}
function pushAnywhere(size: i32, v: u64): void {
  const lin = grow(size);
  if (0x1000 - (<i32>lin & 0xfff) >= size) { storeSystem(place(lin), size, v); return; }
  place(lin);
  place(wrapped(lin + size - 1));
  for (let i = 0; i < size; i++) storeSystem(place(wrapped(lin + i)), 1, (v >> (i << 3)) & 0xff);
}
/** Raise what pushOwn() of any of the next `count` values would raise. */
export function probeOwn<T>(count: i32, p: usize): void {
  if (allOrNothing(sizeof<T>() * count)) return;
  onlyExactly();
  const from = top;
  for (let i = 0; i < count; i++) probeWrite(grow(sizeof<T>()), sizeof<T>(), p);
  top = from;
}
/** Push as an instruction does: record `p`. */
export function pushOwn<T>(v: T, p: usize): void { st<T>(grow(sizeof<T>()), v, p); }
/** Where the frame ends: the new stack pointer. */
export function frameTop(): u64 { return top; }
/** Bits of the stack pointer that count in the frame. */
export function frameMask(): u64 { return mask; }
