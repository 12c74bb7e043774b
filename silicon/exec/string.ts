// String instructions. A repetition commits RCX, RSI and RDI after each stretch it has done, so a fault finds them true; it stops where
// the count reaches a multiple of CHUNK, so that events are seen in time and that where it stops does not depend on faults on the way.
import { RAX, RCX, RSI, RDI, RFLAGS, SEGS, CURP, EVENTS, TLB_BASE, CODE_MODE, I_IMM, I_META, M_REP, M_REPNE } from "../gen/layout";
import { next, ripOf } from "../record";
import { ld, st, probeRead } from "../mem";
import { dataSlot } from "../mmu/tlb";
import { fSub, F_DF, F_TF, F_RF } from "../flags";
import { segLinear } from "../system/segment";
import { leaveTo } from "./leave";
import { keepResumeFlag } from "./run";

const CHUNK: u64 = 4096;
/** Below this many bytes a loop beats a call of memory.copy or memory.fill. */
const BULK: u32 = 64;

// @ts-ignore: decorator
@inline function segment(p: usize): i32 { return load<u8>(p, I_IMM); }
/** Mask of an offset: 16, 32 or 64 bits. */
// @ts-ignore: decorator
@inline function offsetMask(p: usize): u64 {
  const size = load<u8>(p, I_IMM + 1);
  return size == 2 ? -1 : size == 1 ? 0xffffffff : 0xffff;
}
// @ts-ignore: decorator
@inline function repeats(p: usize): bool { return (load<u8>(p, I_META) & (M_REP | M_REPNE)) != 0; }
// @ts-ignore: decorator
@inline function down(): bool { return (load<u64>(RFLAGS) & F_DF) != 0; }
/** Add to RCX, RSI or RDI in the width of the address. */
// @ts-ignore: decorator
@inline function advance(register: usize, by: u64, mask: u64): void {
  const v = (load<u64>(register) + by) & mask;
  if (mask == 0xffff) store<u16>(register, <u16>v); else store<u64>(register, v);
}
/** What an element adds to RSI and RDI. */
// @ts-ignore: decorator
@inline function stepOf<T>(backward: bool): u64 { return <u64>(backward ? -(<i64>sizeof<T>()) : <i64>sizeof<T>()); }
/** Elements this execution may do, of `left`. */
// @ts-ignore: decorator
@inline function allowance(left: u64): u64 {
  return (load<u64>(RFLAGS) & F_TF) ? 1 : ((left - 1) & (CHUNK - 1)) + 1;
}
/** The repetition goes on later; until it is complete, RF covers it if it did so at first. */
function interrupted(p: usize): usize {
  if (load<u64>(RFLAGS) & F_RF) keepResumeFlag();
  return leaveTo(p, ripOf(p));
}
// @ts-ignore: decorator
@inline function ended(p: usize, mask: u64): usize { return load<u64>(RCX) & mask ? interrupted(p) : next(p); }

/** Linear-memory address of a byte in a page that the TLB lets be read or written, or 0. */
// @ts-ignore: decorator
@inline function pointer(lin: u64, table: u32): usize {
  const e = load<u32>(TLB_BASE) + dataSlot(lin) + table;
  return load<u64>(e) == (lin & ~0xfff) ? <usize>(<u32>lin + load<u32>(e, 8)) : 0;
}
const READS: u32 = 0; const WRITES: u32 = 0x2000;

/** Of `n` elements from `lin` = segment:offset on, how many lie whole in this page and in the segment, without wrapping. */
function stretch(seg: i32, offset: u64, lin: u64, size: u32, mask: u64, backward: bool, n: u64): u64 {
  const inPage = <u32>lin & 0xfff, shift = ctz<u32>(size);
  if (inPage + size > 0x1000) return 0;
  n = min<u64>(n, backward ? (inPage >> shift) + 1 : (0x1000 - inPage) >> shift);
  if (load<u8>(CODE_MODE) == 2) {
    if (mask == -1) return n;
    return min<u64>(n, backward ? (offset >> shift) + 1 : (mask - offset + 1) >> shift);
  }
  const s = SEGS + (<usize>seg << 4);
  if ((load<u16>(s, 2) & 0xc) == 4) return 0; // expand-down
  const last = min<u64>(mask, load<u32>(s, 4));
  return min<u64>(n, backward ? (offset >> shift) + 1 : (last - offset + 1) >> shift);
}

export function movs<T>(p: usize): usize {
  store<u32>(CURP, p);
  const mask = offsetMask(p), seg = segment(p), backward = down(), rep = repeats(p), events = load<u32>(EVENTS);
  const step = stepOf<T>(backward);
  let todo: u64 = 1;
  if (rep) {
    const left = load<u64>(RCX) & mask;
    if (!left) return next(p);
    todo = allowance(left);
  }
  do {
    const from = load<u64>(RSI) & mask, to = load<u64>(RDI) & mask;
    const a = segLinear(seg, from, sizeof<T>(), false);
    // All faults of the source come before any of the destination.
    if (!pointer(a, READS)) probeRead(a, sizeof<T>(), p);
    const b = segLinear(0, to, sizeof<T>(), true);
    let n: u64 = todo == 1 ? 0 : stretch(seg, from, a, sizeof<T>(), mask, backward, todo);
    if (n > 1) n = stretch(0, to, b, sizeof<T>(), mask, backward, n);
    const s = n > 1 ? pointer(a, READS) : 0, d = s ? pointer(b, WRITES) : 0;
    if (d) copyElements<T>(d, s, <u32>n, backward);
    else { n = 1; st<T>(b, ld<T>(a, p), p); }
    advance(RSI, n * step, mask);
    advance(RDI, n * step, mask);
    if (!rep) return next(p);
    advance(RCX, 0 - n, mask);
    todo -= n;
  } while (todo && load<u32>(EVENTS) == events);
  return ended(p, mask);
}
/** Copy one element after the other, as overlapping operands show it. */
function copyElements<T>(d: usize, s: usize, n: u32, backward: bool): void {
  const bytes = n * sizeof<T>();
  const low = backward ? bytes - sizeof<T>() : 0, from = s - low, to = d - low;
  const free = to + bytes <= from || from + bytes <= to;
  if (bytes >= BULK && (free || (backward ? to >= from : to <= from))) { memory.copy(to, from, bytes); return; }
  const step = <usize>stepOf<T>(backward);
  for (; n; n--) { store<T>(d, load<T>(s)); s += step; d += step; }
}

export function stos<T>(p: usize): usize {
  store<u32>(CURP, p);
  const mask = offsetMask(p), backward = down(), rep = repeats(p), events = load<u32>(EVENTS);
  const step = stepOf<T>(backward);
  let todo: u64 = 1;
  if (rep) {
    const left = load<u64>(RCX) & mask;
    if (!left) return next(p);
    todo = allowance(left);
  }
  do {
    const to = load<u64>(RDI) & mask, b = segLinear(0, to, sizeof<T>(), true);
    let n: u64 = todo == 1 ? 0 : stretch(0, to, b, sizeof<T>(), mask, backward, todo);
    const d = n > 1 ? pointer(b, WRITES) : 0;
    if (d) fillElements<T>(d, load<T>(RAX), <u32>n, backward);
    else { n = 1; st<T>(b, load<T>(RAX), p); }
    advance(RDI, n * step, mask);
    if (!rep) return next(p);
    advance(RCX, 0 - n, mask);
    todo -= n;
  } while (todo && load<u32>(EVENTS) == events);
  return ended(p, mask);
}
function fillElements<T>(d: usize, v: T, n: u32, backward: bool): void {
  const bytes = n * sizeof<T>();
  if (backward) d -= bytes - sizeof<T>();
  if (bytes >= BULK && (sizeof<T>() == 1 || rotl<T>(v, <T>8) == v)) { memory.fill(d, <u8>v, bytes); return; }
  for (; n; n--) { store<T>(d, v); d += sizeof<T>(); }
}

export function lods<T>(p: usize): usize {
  store<u32>(CURP, p);
  const mask = offsetMask(p), seg = segment(p), rep = repeats(p), events = load<u32>(EVENTS);
  const step = stepOf<T>(down());
  let todo: u64 = 1;
  if (rep) {
    const left = load<u64>(RCX) & mask;
    if (!left) return next(p);
    todo = allowance(left);
  }
  do {
    const v = ld<T>(segLinear(seg, load<u64>(RSI) & mask, sizeof<T>(), false), p);
    if (sizeof<T>() == 4) store<u64>(RAX, <u64>v); else store<T>(RAX, v);
    advance(RSI, step, mask);
    if (!rep) return next(p);
    advance(RCX, -1, mask);
    todo--;
  } while (todo && load<u32>(EVENTS) == events);
  return ended(p, mask);
}

/** CMPS and SCAS: flags are those of the last comparison, also where the next one faults. */
// @ts-ignore: decorator
@inline function compareStrings<T>(p: usize, scan: bool): usize {
  store<u32>(CURP, p);
  const mask = offsetMask(p), seg = segment(p), backward = down(), rep = repeats(p), events = load<u32>(EVENTS);
  const step = stepOf<T>(backward), whileEqual = (load<u8>(p, I_META) & M_REP) != 0;
  let todo: u64 = 1;
  if (rep) {
    const left = load<u64>(RCX) & mask;
    if (!left) return next(p);
    todo = allowance(left);
  }
  let a: T = scan ? load<T>(RAX) : 0, b: T = 0, more = true;
  do {
    const from = load<u64>(RSI) & mask, to = load<u64>(RDI) & mask;
    // The operand at RDI is read first.
    const lb = segLinear(0, to, sizeof<T>(), false);
    if (!scan && !pointer(lb, READS)) probeRead(lb, sizeof<T>(), p);
    const la = scan ? 0 : segLinear(seg, from, sizeof<T>(), false);
    let n: u64 = todo == 1 ? 0 : stretch(0, to, lb, sizeof<T>(), mask, backward, todo);
    if (!scan && n > 1) n = stretch(seg, from, la, sizeof<T>(), mask, backward, n);
    let d = n > 1 ? pointer(lb, READS) : 0, s: usize = 0;
    if (!scan && d) { s = pointer(la, READS); if (!s) d = 0; }
    if (d) {
      let i: u64 = 0;
      do {
        b = load<T>(d); d += <usize>step;
        if (!scan) { a = load<T>(s); s += <usize>step; }
        i++;
      } while (i < n && (a == b) == whileEqual);
      n = i;
    } else {
      n = 1;
      b = ld<T>(lb, p);
      if (!scan) a = ld<T>(la, p);
    }
    fSub<T>(a, b, <T>(a - b));
    if (!scan) advance(RSI, n * step, mask);
    advance(RDI, n * step, mask);
    if (!rep) return next(p);
    advance(RCX, 0 - n, mask);
    todo -= n;
    more = (a == b) == whileEqual;
  } while (more && todo && load<u32>(EVENTS) == events);
  return more ? ended(p, mask) : next(p);
}
export function cmps<T>(p: usize): usize { return compareStrings<T>(p, false); }
export function scas<T>(p: usize): usize { return compareStrings<T>(p, true); }
