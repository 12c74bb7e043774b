// Decoded code, kept by physical page and code width: a table from page offset to record. Dropped when its bytes are written.
//   code page: +0 next of the same physical page, +4 code width, +8 page number, +12 frame, +16 bit map of 64-byte chunks that
//   hold decoded bytes, +28 how often it has been dropped, +32 the table: 4096 record addresses
import { PAGES, CODES, CODE_GEN, RIPBASE, TLB_BASE, I_OFF, I_LEN } from "../gen/layout";
import { take, pageOf, hasDescriptor, P_CODE, P_WATCHED } from "../mmu/phys";
import { codeSlot, markWrites } from "../mmu/tlb";
import { tableWritten } from "../mmu/watch";
import { saveTlb, restoreTlb } from "../mmu/tlbImage";
import { watchedPageWritten, watchAgain } from "../system/monitor";
import { codeBase } from "../exec/leave";
import { decodeRun } from "./run";

export const CP_FRAME = 12;
export const CP_MODE = 4;
export const CP_TABLE = 32;
const CP_PFN = 8;
const CP_CHUNKS = 16;
export const CP_DROPS = 28;
const CP_SIZE = CP_TABLE + 4096 * 4;
const ARENA: u32 = 0x8000000;
/** What a lookup may need at most: a code page and a run. */
const ROOM: u32 = 0x10000;

let arena: u32 = 0;
let free: u32 = 0;
let pages: u32 = 0; // list of all code pages by CP_ALL
const CP_ALL = 24;

/** `bytes` of the arena for records; lookup() has made sure that they are there. */
export function takeRecords(bytes: u32): u32 { const at = free; free += bytes; return at; }
/** Is there room for a code page and a run, where records run and none may be forgotten? */
export function hasRoom(): bool { return free + ROOM <= arena + ARENA; }
/** Give back the end of the last takeRecords(). */
export function returnRecords(at: u32): void { free = at; }

/** Make room for one lookup, forgetting all decoded code when the arena is full. Only where no record is running. */
export function reserveArena(): void {
  if (arena == 0) { arena = take(ARENA); free = arena; }
  if (!hasRoom()) dropAllCode();
}
/** Forget all decoded code, but no translation. Only where no record is running. */
export function dropAllCode(): void {
  saveTlb();
  forgetCodePages();
  restoreTlb();
  watchAgain();
  store<u32>(CODE_GEN, load<u32>(CODE_GEN) + 1);
}
/** The record of the instruction behind that of `p` in its page; 0 when it has not been decoded. */
export function recordBehind(p: u32): u32 {
  const off = <u32>load<u16>(p, I_OFF), behind = off + load<u8>(p, I_LEN);
  if (behind >= 4096) return 0;
  for (let cp = pages; cp != 0; cp = load<u32>(cp, CP_ALL))
    if (load<u32>(cp + CP_TABLE + (off << 2)) == p) return load<u32>(cp + CP_TABLE + (behind << 2));
  return 0;
}
/** Changes whenever the place of records is used again for others. */
export function recordsEpoch(): u32 { return epoch; }
let epoch: u32 = 0;
function forgetCodePages(): void {
  epoch++;
  for (let cp = pages; cp != 0; cp = load<u32>(cp, CP_ALL)) {
    const pfn = load<u32>(cp, CP_PFN);
    store<u32>(CODES + (pfn << 2), 0);
    store<u32>(PAGES + (pfn << 2), load<u32>(PAGES + (pfn << 2)) & ~P_CODE);
  }
  pages = 0;
  free = arena;
}
/** The code page of a RAM page for one code width, made when missing. */
export function codePageFor(pfn: u32, frame: u32, mode: u32): u32 {
  for (let cp = load<u32>(CODES + (pfn << 2)); cp != 0; cp = load<u32>(cp)) if (load<u32>(cp, CP_MODE) == mode) return cp;
  const cp = takeRecords(CP_SIZE);
  memory.fill(cp, 0, CP_SIZE);
  store<u32>(cp, load<u32>(CODES + (pfn << 2)));
  store<u32>(cp, mode, CP_MODE); store<u32>(cp, pfn, CP_PFN); store<u32>(cp, frame, CP_FRAME); store<u32>(cp, pages, CP_ALL);
  pages = cp;
  store<u32>(CODES + (pfn << 2), cp);
  return cp;
}
// Which bytes are watched for writes, in words that mean the same in another run: page number and code width << 32, then the chunks.
const MARK_BYTES: u32 = 16;
/** Number of code pages. */
export function codePageCount(): u32 {
  let count: u32 = 0;
  for (let cp = pages; cp != 0; cp = load<u32>(cp, CP_ALL)) count++;
  return count;
}
/** Write the marks of every code page at `at`. */
export function saveMarks(at: usize): void {
  for (let cp = pages; cp != 0; cp = load<u32>(cp, CP_ALL), at += MARK_BYTES) {
    store<u64>(at, <u64>load<u32>(cp, CP_PFN) | (<u64>load<u32>(cp, CP_MODE) << 32));
    store<u64>(at, load<u64>(cp, CP_CHUNKS), 8);
  }
}
/** Forget all code and mark what `count` marks at `at` say, without decoding it; the TLB must be restored after it. */
export function restoreMarks(at: usize, count: u32): void {
  if (arena == 0) { arena = take(ARENA); free = arena; }
  forgetCodePages();
  for (let end = at + count * MARK_BYTES; at < end; at += MARK_BYTES) {
    const pfn = load<u32>(at), chunks = load<u64>(at, 8), d = PAGES + (pfn << 2);
    const cp = codePageFor(pfn, pageOf(<u64>pfn << 12) & ~0xfff, load<u32>(at, 4));
    store<u64>(cp, chunks, CP_CHUNKS);
    if (chunks) store<u32>(d, load<u32>(d) | P_CODE);
  }
}
/** Bytes [from, to) of the page are decoded from now on: writes to them must be seen. */
export function markCode(cp: u32, from: u32, to: u32): void {
  const last = (min<u32>(to, 4096) - 1) >> 6;
  store<u64>(cp, load<u64>(cp, CP_CHUNKS) | chunks(from >> 6, last), CP_CHUNKS);
  const d = PAGES + (load<u32>(cp, CP_PFN) << 2);
  if (load<u32>(d) & P_CODE) return;
  store<u32>(d, load<u32>(d) | P_CODE);
  markWrites(load<u32>(cp, CP_FRAME), true);
}
function chunks(first: u32, last: u32): u64 { return ((<u64>-1) >> <u64>(63 - last)) & ((<u64>-1) << <u64>first); }

/** In place of a code width: the page's lines that MONITOR watches. */
const WATCHED: u32 = 3;
/** Mark the 64 bytes of RAM at `pa`, so that writes to them are seen; false where that cannot be. */
export function watchLine(pa: u64): bool {
  const d = pageOf(pa), from = <u32>pa & 0xfc0;
  if (d == 0 || free + CP_SIZE > arena + ARENA) return false;
  markCode(codePageFor(<u32>(pa >> 12), d & ~0xfff, WATCHED), from, from + 64);
  return true;
}
/** Does a write of `size` bytes (within a page) overlap decoded bytes? A page without any is looked at for the last time. */
export function codeTouches(pa: u64, size: i32): bool {
  const off = <u32>pa & 0xfff, pfn = <u32>(pa >> 12), d = PAGES + (pfn << 2);
  let held: u64 = 0;
  for (let cp = load<u32>(CODES + (pfn << 2)); cp != 0; cp = load<u32>(cp)) held |= load<u64>(cp, CP_CHUNKS);
  if (held == 0) store<u32>(d, load<u32>(d) & ~P_CODE);
  return (held & chunks(off >> 6, (off + size - 1) >> 6)) != 0;
}
/** Bytes were written: drop what was decoded from the page if they overlap it. */
export function codeWritten(pa: u64, size: i32): void {
  if (!hasDescriptor(pa)) return;
  if (load<u32>(PAGES + (<u32>(pa >> 12) << 2)) & P_WATCHED) tableWritten(pa, size);
  if (!codeTouches(pa, size)) return;
  const pfn = <u32>(pa >> 12);
  let watched = false;
  for (let cp = load<u32>(CODES + (pfn << 2)); cp != 0; cp = load<u32>(cp)) {
    store<u32>(cp, load<u32>(cp, CP_DROPS) + 1, CP_DROPS);
    if (load<u32>(cp, CP_MODE) == WATCHED) watched = load<u64>(cp, CP_CHUNKS) != 0; else memory.fill(cp + CP_TABLE, 0, 4096 * 4);
    store<u64>(cp, 0, CP_CHUNKS);
  }
  // The page is not unmarked yet: where code is written, more may be decoded at once.
  store<u32>(CODE_GEN, load<u32>(CODE_GEN) + 1);
  if (watched) watchedPageWritten(pa, size);
}
/** Record at page offset `off` of the page that runs, decoding it when there is room; 0 when it cannot be had here. */
export function recordAt(off: i32): usize {
  const lin = load<u64>(RIPBASE) + codeBase();
  const e = load<u32>(TLB_BASE) + codeSlot(lin);
  if (load<u64>(e, 0x4000) != lin) return 0;
  const cp = load<u32>(e, 0x4008);
  const q = load<u32>(cp + CP_TABLE + (<u32>off << 2));
  if (q) return q;
  return hasRoom() ? decodeRun(cp, off) : 0;
}
