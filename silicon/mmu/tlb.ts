// Software TLB. Sixteen sub-TLBs, each owned by one context (address space, privilege class, code width), so that neither a world
// switch nor a change of privilege flushes. An entry: 8 bytes tag (page address, all ones when empty), 4 bytes value.
//   +0      512 read entries: value = linear-memory address minus low half of the page address
//   +2000h  512 write entries
//   +4000h  128 execute entries: value = code page
import { forgetLarge, forgetPieces, forgetIn, notePiece } from "./largePages";
import { TLB, TLB_BASE, CPL, CODE_MODE, CR3, CR4, GUEST_ASID, VCPU, RFLAGS, CR0, WALK_FLAGS } from "../gen/layout";
import { F_AC } from "../flags";

export const COUNT = 16;
export const STRIDE = 0x4800;
export const WRITE_ENTRIES: u32 = 0x2000;
export const CODE_ENTRIES: u32 = 0x4000;
const VALID: u64 = 0x8000000000000000;
/** Owner of each sub-TLB: bits 11:0 PCID, 31:12 ASID, 39:32 vCPU, 41:40 class, 43:42 code width, 63 valid. */
export const owners = memory.data(COUNT * 8);
export let victim: i32 = 0;
export function setVictim(i: i32): void { victim = i; }
/** Of each sub-TLB: how many entries were filled since it was empty (at the start: too many to know), and the offsets of the first of them. */
const LOGGED: u32 = 64;
const filled = memory.data<u32>([0x10000, 0x10000, 0x10000, 0x10000, 0x10000, 0x10000, 0x10000, 0x10000, 0x10000, 0x10000, 0x10000, 0x10000, 0x10000, 0x10000, 0x10000, 0x10000]);
const logs = memory.data(COUNT * LOGGED * 2);
// @ts-ignore: decorator
@inline function logAt(i: i32): usize { return logs + <usize>(<u32>i * LOGGED * 2); }

const PAGE: u64 = ~0xfff;
const SPACE: u64 = 0xfffffff000; // vCPU and ASID
const OWNER_VCPU: u64 = 0xff00000000;

// @ts-ignore: decorator
@inline function ownerAt(i: i32): usize { return owners + (<usize>i << 3); }

function space(): u64 { return (<u64>load<u32>(VCPU) << 32) | (<u64>load<u32>(GUEST_ASID) << 12); }
function pcid(): u64 { return (load<u64>(CR4) >> 17) & 1 ? load<u64>(CR3) & 0xfff : 0; }

/**
 * Privilege class of data accesses: 0 supervisor, 1 supervisor with EFLAGS.AC set under SMAP, 2 user, 3 user with alignment checks.
 */
function privilegeClass(): u64 {
  const ac = (load<u64>(RFLAGS) & F_AC) != 0;
  if (load<u8>(CPL) == 3) return ac && ((load<u64>(CR0) >> 18) & 1) ? 3 : 2;
  return ac && ((load<u64>(CR4) >> 21) & 1) ? 1 : 0;
}
/** Point TLB_BASE at the sub-TLB of the current context. Call after any change of CPL, CR0, CR3, CR4, EFER, AC, code width, world. */
export function updateContext(): void {
  const key = VALID | (<u64>load<u8>(CODE_MODE) << 42) | (privilegeClass() << 40) | space() | pcid();
  store<u32>(TLB_BASE, subTlb(key, NOT_ANY));
}
/** Of each class and code width, the sub-TLB that was in use last: the first to look at. */
const recent = memory.data(16);
const NOT_ANY: u32 = 0;
/** The sub-TLB of a context, which may take that of another, but not `kept`. */
function subTlb(key: u64, kept: u32): u32 {
  const last = load<u8>(recent + (<usize>(key >> 40) & 15));
  return load<u64>(ownerAt(last)) == key ? TLB + last * STRIDE : findSubTlb(key, kept);
}
function findSubTlb(key: u64, kept: u32): u32 {
  let free = -1;
  for (let i = 0; i < COUNT; i++) {
    const owner = load<u64>(ownerAt(i));
    if (owner == key) { store<u8>(recent + (<usize>(key >> 40) & 15), <u8>i); return TLB + i * STRIDE; }
    if (owner == 0) free = i;
  }
  if (free < 0) {
    if (TLB + victim * STRIDE == kept) victim = (victim + 1) & (COUNT - 1);
    free = victim;
    victim = (victim + 1) & (COUNT - 1);
  }
  store<u64>(ownerAt(free), key);
  store<u8>(recent + (<usize>(key >> 40) & 15), <u8>free);
  const at = TLB + free * STRIDE;
  clear(free, at);
  return at;
}
/** Empty a sub-TLB: entry by entry while few have been filled, as is usual where every world switch flushes. */
function clear(i: i32, at: u32): void {
  const n = load<u32>(filled + (<usize>i << 2));
  if (n > LOGGED) memory.fill(at, 0xff, STRIDE);
  else for (let k: u32 = 0; k < n; k++) store<i64>(at + load<u16>(logAt(i) + (k << 1)), -1);
  store<u32>(filled + (<usize>i << 2), 0);
  forgetLarge(i);
}
/** What the last walk found for `lin` is about to be entered at `offset` of a sub-TLB. */
function note(at: u32, offset: u32, lin: u64): void {
  const i = (at - TLB) / STRIDE, n = load<u32>(filled + (<usize>i << 2));
  if (n < LOGGED) store<u16>(logAt(i) + (n << 1), <u16>offset);
  if (n <= LOGGED) store<u32>(filled + (<usize>i << 2), n + 1);
  const shift = load<u32>(WALK_FLAGS) >> 8;
  if (shift) notePiece(i, lin, <u64>shift);
}
/** A sub-TLB without an owner and without entries; how many it is given from here on is not counted. */
export function emptySubTlb(i: i32): void {
  store<u64>(ownerAt(i), 0);
  forgetLarge(i);
  memory.fill(TLB + i * STRIDE, 0xff, STRIDE);
  store<u32>(filled + (<usize>i << 2), LOGGED + 1);
}
/** Enter a code page. */
export function fillCode(lin: u64, codePage: u32): void {
  const base = load<u32>(TLB_BASE), offset = CODE_ENTRIES + codeSlot(lin);
  note(base, offset, lin);
  store<u64>(base + offset, lin & ~0xfff); store<u32>(base + offset, codePage, 8);
}
/** Read and write entries for implicit supervisor accesses made at CPL 3. */
export function supervisorTlb(): u32 {
  return subTlb(VALID | (<u64>load<u8>(CODE_MODE) << 42) | space() | pcid(), load<u32>(TLB_BASE));
}
// Where the pages of guests' tables are: guest-physical pages and system-physical ones. A walk of the nested tables for each level of
// every walk would be most of its cost. An entry: guest-physical page | 1, owner, system-physical page.
export const TABLES: i32 = 32;
export const TABLE_BYTES: i32 = 24;
export const tables = memory.data(32 * 24);
/** Bits 63:40 of owners: those of another age have been forgotten. */
const AGE: u64 = 1 << 40;
let age: u64 = 0;
/** The entry that a page of a table would have. */
// @ts-ignore: decorator
@inline export function tableAt(gpa: u64): usize { return tables + <usize>((<i32>(gpa >> 12) & (TABLES - 1)) * TABLE_BYTES); }
/** The owner of entries of the running guest: age, vCPU and ASID as for a sub-TLB. */
// @ts-ignore: decorator
@inline export function tableOwner(): u64 { return space() | age; }
/** The address space of an owner, or all ones when the entry has been forgotten. */
export function tableSpace(owner: u64): u64 { return owner >> 40 == age >> 40 ? owner & (AGE - 1) : <u64>-1; }
export function ownerIn(space: u64): u64 { return space | age; }
/** Forget where every guest's tables are. */
export function forgetTables(): void {
  age += AGE;
  if (age == 0) memory.fill(tables, 0, TABLES * TABLE_BYTES);
}
function drop(mask: u64, value: u64): void {
  forgetTables();
  for (let i = 0; i < COUNT; i++) {
    const owner = load<u64>(ownerAt(i));
    if (owner != 0 && (owner & mask) == value) store<u64>(ownerAt(i), 0);
  }
  updateContext();
}
/** Forget every translation of every context. */
export function flushAll(): void { drop(0, 0); }
/** Forget the current address space (this vCPU, this ASID), every PCID. */
export function flushSpace(): void { drop(SPACE, space()); }
/** Forget every translation of this vCPU. */
export function flushProcessor(): void { drop(OWNER_VCPU, <u64>load<u32>(VCPU) << 32); }
/** Forget one PCID of the current ASID. */
export function flushPcid(id: u64): void { drop(SPACE | 0xfff, space() | id); }
/** Forget one ASID of this vCPU (0: the host's). */
export function flushAsid(asid: u32): void { drop(SPACE, (<u64>load<u32>(VCPU) << 32) | (<u64>asid << 12)); }
/** Forget one page of one ASID of this vCPU, in every PCID. */
export function flushPage(lin: u64, asid: u32): void {
  const value = (<u64>load<u32>(VCPU) << 32) | (<u64>asid << 12);
  for (let i = 0; i < COUNT; i++) {
    const owner = load<u64>(ownerAt(i));
    if (owner == 0 || (owner & SPACE) != value) continue;
    const at = TLB + i * STRIDE;
    forgetIn(at + dataSlot(lin), lin, PAGE); forgetIn(at + WRITE_ENTRIES + dataSlot(lin), lin, PAGE); forgetIn(at + CODE_ENTRIES + codeSlot(lin), lin, PAGE);
    forgetPieces(i, at, lin);
  }
}
/** Mark every write permission for the page whose frame is at `frame`, so that only slow paths take it, or take the marks away. */
export function markWrites(frame: u32, on: bool): void {
  for (let i = 0; i < COUNT; i++) {
    if (load<u64>(ownerAt(i)) == 0) continue;
    const at = TLB + i * STRIDE + WRITE_ENTRIES;
    for (let e: u32 = 0; e < WRITE_ENTRIES; e += 16) {
      const tag = load<u64>(at + e);
      if (tag != <u64>-1 && (<u32>tag & ~1) + load<u32>(at + e, 8) == frame) store<u8>(at + e, <u8>on);
    }
  }
}
// @ts-ignore: decorator
@inline export function dataSlot(lin: u64): u32 { return <u32>(lin >> 8) & 0x1ff0; }
// @ts-ignore: decorator
@inline export function codeSlot(lin: u64): u32 { return <u32>(lin >> 8) & 0x7f0; }
/** Fill a data entry; `frame` is the page's address in linear memory. */
export function fill(base: u32, lin: u64, frame: u32, write: bool): void {
  const offset = dataSlot(lin) + (write ? WRITE_ENTRIES : 0), at = base + offset;
  note(base, offset, lin);
  const page = lin & ~0xfff;
  store<u64>(at, page); store<u32>(at, frame - <u32>page, 8);
}
