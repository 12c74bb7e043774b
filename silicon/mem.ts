// Guest memory by linear address. The fast path is one tag compare that also catches page crossing; everything else is in slow*().
import { EFER, TLB_BASE, PAGES, CURP, CPL, CODE_MODE, CR0, DR, RFLAGS, BOUNCE, I_META, M_STACK, WALK_FLAGS } from "./gen/layout";
import { pageOf, pageIn, physRead, physWrite, P_CODE, P_SEEN, P_WATCHED } from "./mmu/phys";
import { tablesLive } from "./mmu/watch";
import { fill, supervisorTlb, dataSlot } from "./mmu/tlb";
import { walk } from "./mmu/walk";
import { deviceLoad, deviceStore } from "./mmu/deviceLog";
import { raise, restartExact, V_GP, V_SS, V_AC } from "./fault";
import { F_AC } from "./flags";
import { codeWritten, codeTouches } from "./decode/codePage";
import { watchData } from "./system/debug";
import { isCanonical } from "./system/segment";

/** Kinds of access for walk(). */
export const READ = 0; export const WRITE = 1; export const FETCH = 2;

/** The exact loop runs: the only place where the bus may be touched and running code overwritten. */
let exactLoop: bool = false;
export function setExactLoop(on: bool): void { exactLoop = on; }
// @ts-ignore: decorator
@inline export function inExactLoop(): bool { return exactLoop; }
/** Go no further with the instruction CURP in the fast loop: from here on it could not begin again unnoticed. */
export function onlyExactly(): void { if (!exactLoop) restartExact(); }

// @ts-ignore: decorator
@inline export function ld<T>(lin: u64, p: usize): T {
  const e = load<u32>(TLB_BASE) + dataSlot(lin);
  if (load<u64>(e) == ((lin + (sizeof<T>() - 1)) & ~0xfff)) return load<T>(<usize>(<u32>lin + load<u32>(e, 8)));
  return <T>slowLoad(lin, sizeof<T>(), p);
}
// @ts-ignore: decorator
@inline export function st<T>(lin: u64, v: T, p: usize): void {
  const e = load<u32>(TLB_BASE) + dataSlot(lin);
  if (load<u64>(e, 0x2000) == ((lin + (sizeof<T>() - 1)) & ~0xfff)) store<T>(<usize>(<u32>lin + load<u32>(e, 0x2008)), v);
  else slowStore(lin, sizeof<T>(), <u64>v, p);
}
/** Begin a read-modify-write: a pointer to the operand, or BOUNCE with its value. Write permission is already checked. */
// @ts-ignore: decorator
@inline export function rmw<T>(lin: u64, p: usize): usize {
  const e = load<u32>(TLB_BASE) + dataSlot(lin);
  if (load<u64>(e, 0x2000) == ((lin + (sizeof<T>() - 1)) & ~0xfff)) return <usize>(<u32>lin + load<u32>(e, 0x2008));
  return slowModify(lin, sizeof<T>(), p);
}
/** End a read-modify-write that began with rmw() at the same address. */
// @ts-ignore: decorator
@inline export function rmwEnd<T>(m: usize, lin: u64, v: T, p: usize): void {
  if (m != BOUNCE) store<T>(m, v); else slowStore(lin, sizeof<T>(), <u64>v, p);
}

/** A linear address of the current code width that may be used: canonical in 64-bit code, else #GP(0) or #SS(0). */
function checkAddress(lin: u64, size: i32, p: usize): void {
  if (load<u8>(CODE_MODE) != 2) return;
  if (isCanonical(lin) && isCanonical(lin + size - 1)) return;
  raise(p && load<u8>(p, I_META) & M_STACK ? V_SS : V_GP, 0);
}
// @ts-ignore: decorator
@inline export function alignmentChecked(): bool { return load<u8>(CPL) == 3 && (load<u64>(RFLAGS) & F_AC) != 0 && ((load<u64>(CR0) >> 18) & 1) != 0; }
// @ts-ignore: decorator
@inline function dataWatched(): bool { return (load<u64>(DR + 56) & 0xff) != 0; }

// Where a byte of guest memory is, up to the end of its page: for RAM that may be accessed at once, RAM and its address in linear memory;
// else its physical address.
const RAM: u64 = 0x8000000000000000;
/** Where a program's data is. */
function translate(lin: u64, access: i32): u64 { return place(lin, access, load<u8>(CPL) == 3, load<u32>(TLB_BASE)); }
/** The same by the sub-TLB at `base`, which is filled where the fast path may be used next time. */
// @ts-ignore: decorator
@inline function place(lin: u64, access: i32, user: bool, base: u32): u64 {
  const e = base + dataSlot(lin) + (access == WRITE ? 0x2000 : 0);
  if (load<u64>(e) == (lin & ~0xfff)) return RAM | <u64>(<u32>lin + load<u32>(e, 8));
  return findPlace(lin, access, user, base, e);
}
function findPlace(lin: u64, access: i32, user: bool, base: u32, e: u32): u64 {
  if (access == WRITE && load<u64>(e) == (lin & ~0xfff | 1)) return seenPlace(e, lin);
  const pa = walk(lin, access, user), d = pageOf(pa);
  if (!d) return pa;
  if (!dataWatched() && !(user && alignmentChecked())) {
    const frame = d & ~0xfff;
    fill(base, lin, frame, false);
    if (load<u32>(WALK_FLAGS) & 1) {
      fill(base, lin, frame, true);
      if (d & P_SEEN) store<u8>(base + dataSlot(lin), 1, 0x2000);
    }
  }
  return access == WRITE && (d & P_SEEN) != 0 ? pa : RAM | <u64>((d & ~0xfff) | (<u32>lin & 0xfff));
}
/** Place by a marked write entry, which loses its mark if writes to the page need not be seen any more. */
function seenPlace(e: u32, lin: u64): u64 {
  const page = pageIn((<u32>lin + load<u32>(e, 8)) & ~0xfff);
  if (!(load<u32>(PAGES + (page << 2)) & P_SEEN)) store<u8>(e, 0);
  return (<u64>page << 12) | (lin & 0xfff);
}
/** Does the TLB let `size` bytes at `lin` be written, marked or not, so that nothing need be probed? */
export function writeIsKept(lin: u64, size: i32): bool {
  lin = wrap(lin);
  return (load<u64>(load<u32>(TLB_BASE) + dataSlot(lin), 0x2000) & ~1) == ((lin + size - 1) & ~0xfff);
}
/** The second half of an operand that rmw() has given as BOUNCE: read where it will be written, if that is known. */
export function upperHalf(lin: u64, p: usize): u64 {
  return writeIsKept(lin, 8) ? loadAt(translate(wrap(lin), WRITE), 8) : ld<u64>(lin, p);
}
// @ts-ignore: decorator
@inline function wrap(lin: u64): u64 { return load<u8>(CODE_MODE) == 2 ? lin : lin & 0xffffffff; }

/** What can be wrong with the address of an operand of `size` bytes: not canonical, or not aligned where that is checked. */
export function checkOperand(lin: u64, size: i32, p: usize): void {
  store<u32>(CURP, p);
  checkAddress(lin, size, p);
  if (size > 1 && (lin & (size - 1)) != 0 && alignmentChecked()) raise(V_AC, 0);
}
/** Of vectors of 16 and 32 bytes both: where alignment is checked they lie at a multiple of 16. */
export function checkVectorAlignment(lin: u64, p: usize): void {
  if ((lin & 15) != 0 && alignmentChecked()) checkOperand(lin, 16, p);
}
function loadAt(at: u64, size: i32): u64 {
  if (<i64>at < 0) return peek(<usize>at, size);
  if (pageOf(at)) return physRead(at, size);
  onlyExactly();
  return deviceLoad(at, size);
}
function storeAt(at: u64, size: i32, v: u64): void {
  if (<i64>at < 0) { poke(<usize>at, size, v); return; }
  const d = pageOf(at);
  if (!d) { onlyExactly(); deviceStore(at, size, v); return; }
  const code = (d & P_CODE) != 0 && codeTouches(at, size), watched = (d & P_WATCHED) != 0;
  if (code || (watched && tablesLive())) onlyExactly();
  physWrite(at, size, v);
  if (code || watched) codeWritten(at, size);
}
// @ts-ignore: decorator
@inline function peek(m: usize, size: i32): u64 { return size == 8 ? load<u64>(m) : size == 4 ? load<u32>(m) : size == 2 ? load<u16>(m) : load<u8>(m); }
// @ts-ignore: decorator
@inline function poke(m: usize, size: i32, v: u64): void {
  if (size == 8) store<u64>(m, v); else if (size == 4) store<u32>(m, <u32>v); else if (size == 2) store<u16>(m, <u16>v); else store<u8>(m, <u8>v);
}
/** Load `size` bytes (1, 2, 4, 8) for an access that may be a write as well. */
function loadFor(lin: u64, size: i32, access: i32, p: usize): u64 {
  checkOperand(lin, size, p);
  if (dataWatched()) watchData(lin, size, false);
  const room = 0x1000 - (<i32>lin & 0xfff);
  if (room >= size) return loadAt(translate(lin, access), size);
  const first = translate(lin, access), second = translate(wrap(lin + room), access);
  let v: u64 = 0;
  for (let i = 0; i < size; i++) v |= loadAt(i < room ? first + i : second + i - room, 1) << (i << 3);
  return v;
}
/** Load `size` bytes. */
export function slowLoad(lin: u64, size: i32, p: usize): u64 { return loadFor(wrap(lin), size, READ, p); }
/** Store `size` bytes. */
export function slowStore(lin: u64, size: i32, v: u64, p: usize): void {
  lin = wrap(lin);
  checkOperand(lin, size, p);
  if (dataWatched()) watchData(lin, size, true);
  const room = 0x1000 - (<i32>lin & 0xfff);
  if (room >= size) { storeAt(translate(lin, WRITE), size, v); return; }
  const first = translate(lin, WRITE), second = translate(wrap(lin + room), WRITE);
  for (let i = 0; i < size; i++) storeAt(i < room ? first + i : second + i - room, 1, (v >> (i << 3)) & 0xff);
}
export function slowModify(lin: u64, size: i32, p: usize): usize {
  store<u64>(BOUNCE, loadFor(wrap(lin), size, WRITE, p));
  return BOUNCE;
}
/** Check that `size` bytes at `lin` may be written, before an instruction with several stores begins. */
export function probeWrite(lin: u64, size: i32, p: usize): void { probe(lin, size, WRITE, p); }
/** Check that `size` bytes at `lin` may be read. */
export function probeRead(lin: u64, size: i32, p: usize): void { probe(lin, size, READ, p); }
function probe(lin: u64, size: i32, access: i32, p: usize): void {
  lin = wrap(lin);
  // A single operand must be aligned where that is checked; an area is checked where it is used.
  checkOperand(lin, size == 10 ? 8 : size > 8 ? 1 : size, p);
  checkAddress(lin, size, p);
  translate(lin, access);
  const last = wrap(lin + size - 1);
  if ((last ^ lin) >> 12) translate(last & ~0xfff, access);
}

// Implicit supervisor accesses: descriptor tables, TSS, interrupt stacks before CPL changes. Not subject to SMAP's AC override.
// Linear addresses of the tables are 64 bits wide in all of long mode, whatever the width of the code.
// @ts-ignore: decorator
@inline function systemWrap(lin: u64): u64 { return load<u64>(EFER) & 0x400 ? lin : lin & 0xffffffff; }
// @ts-ignore: decorator
@inline function systemTranslate(lin: u64, access: i32): u64 { return place(lin, access, false, load<u8>(CPL) == 3 ? supervisorTlb() : load<u32>(TLB_BASE)); }
/** Raise what ldSys() or stSys() of any of `bytes` at `lin` would raise. */
export function probeSystem(lin: u64, bytes: i32, write: bool): void {
  lin = systemWrap(lin);
  const last = systemWrap(lin + bytes - 1);
  systemTranslate(lin, write ? WRITE : READ);
  if ((last ^ lin) >> 12) systemTranslate(last, write ? WRITE : READ);
}
function systemByteLoad(lin: u64): u64 {
  const a = systemTranslate(lin, READ);
  return <i64>a < 0 ? load<u8>(<usize>a) : physRead(a, 1);
}
function systemByteStore(lin: u64, v: u64): void { storeSystem(systemTranslate(lin, WRITE), 1, v); }
/** Load as the processor itself does from descriptor tables and the TSS: supervisor, whatever CPL is. */
export function ldSys(lin: u64, size: i32): u64 {
  lin = systemWrap(lin);
  if (0x1000 - (<i32>lin & 0xfff) < size) {
    let v: u64 = 0;
    for (let i = 0; i < size; i++) v |= systemByteLoad(systemWrap(lin + i)) << (i << 3);
    return v;
  }
  const a = systemTranslate(lin, READ);
  return <i64>a < 0 ? peek(<usize>a, size) : physRead(a, size);
}
/** Store as the processor itself does: supervisor, whatever CPL is. */
export function stSys(lin: u64, size: i32, v: u64): void {
  lin = systemWrap(lin);
  if (0x1000 - (<i32>lin & 0xfff) < size) {
    systemTranslate(lin, WRITE); systemTranslate(systemWrap(lin + size - 1), WRITE);
    for (let i = 0; i < size; i++) systemByteStore(systemWrap(lin + i), (v >> (i << 3)) & 0xff);
    return;
  }
  storeSystem(systemTranslate(lin, WRITE), size, v);
}
/** Where the `bytes` at `lin` that ldSys() would read lie in linear memory; 0 unless all are in one page of RAM. */
export function systemBytes(lin: u64, bytes: i32): usize {
  lin = systemWrap(lin);
  if (0x1000 - (<i32>lin & 0xfff) < bytes) return 0;
  const a = systemTranslate(lin, READ);
  return <i64>a < 0 ? <usize>a : 0;
}
/** Where stSys() would write at `lin`: for storeSystem(), up to the end of the page. */
export function systemAddress(lin: u64): u64 { return systemTranslate(systemWrap(lin), WRITE); }
/** Store within a page at what systemAddress() gave, or at a physical address. */
export function storeSystem(a: u64, size: i32, v: u64): void {
  if (<i64>a < 0) poke(<usize>a, size, v);
  else { physWrite(a, size, v); codeWritten(a, size); }
}
