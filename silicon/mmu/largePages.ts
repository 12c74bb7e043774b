// Large pages are in the TLB in pieces of 4 KiB, and INVLPG of one address must take out all pieces of its page. So each sub-TLB knows
// of which large pages it has had pieces, and where among its entries those are. When there are too many, the two that are nearest to
// each other count as one page that has both in it.
//   each page: address, mask of the address bits that are the page's, map of the groups of 8 data slots that its pieces lie in
import { WRITE_ENTRIES, CODE_ENTRIES } from "./tlb";

/** Large pages that a sub-TLB tells apart. */
const MOST: u32 = 8;
export const LARGE_BYTES: u32 = 24;
const pages = memory.data(16 * 8 * 24, 8);
const counts = memory.data(16);

/** What is known of each large page of sub-TLB `i`. */
// @ts-ignore: decorator
@inline export function largePages(i: i32): usize { return pages + <u32>i * (MOST * LARGE_BYTES); }
// @ts-ignore: decorator
@inline export function largeCount(i: i32): u32 { return load<u8>(counts + i); }
// @ts-ignore: decorator
@inline export function setLargeCount(i: i32, n: u32): void { store<u8>(counts + i, <u8>n); }
/** Sub-TLB `i` holds no pieces any more. */
export function forgetLarge(i: i32): void { setLargeCount(i, 0); }

/** A piece at `lin` of a page of 1 << `shift` bytes is entered in sub-TLB `i`. */
export function notePiece(i: i32, lin: u64, shift: u64): void {
  const n = largeCount(i), end = largePages(i) + n * LARGE_BYTES, own = <u64>-1 << shift;
  let nearest: usize = 0, most: u64 = 0;
  for (let at = largePages(i); at < end; at += LARGE_BYTES) {
    const mask = load<u64>(at, 8), common = mask & own & ~(<u64>-1 >> clz((load<u64>(at) ^ lin) | 1));
    if (common == mask) { noteGroup(at, lin); return; }
    if (common >= most) { most = common; nearest = at; }
  }
  if (n < MOST) {
    store<u64>(end, lin & own); store<u64>(end, own, 8); store<u64>(end, 0, 16);
    setLargeCount(i, n + 1);
    noteGroup(end, lin);
  } else {
    store<u64>(nearest, lin & most); store<u64>(nearest, most, 8);
    noteGroup(nearest, lin);
  }
}
// @ts-ignore: decorator
@inline function noteGroup(at: usize, lin: u64): void { store<u64>(at, load<u64>(at, 16) | (<u64>1 << ((lin >> 15) & 63)), 16); }

/** Take the pieces of a large page that `lin` is in out of sub-TLB `i`, whose entries are at `tlb`. */
export function forgetPieces(i: i32, tlb: u32, lin: u64): void {
  let n = largeCount(i), at = largePages(i);
  for (let k: u32 = 0; k < n;) {
    const page = load<u64>(at), mask = load<u64>(at, 8);
    if ((page ^ lin) & mask) { k++; at += LARGE_BYTES; continue; }
    for (let groups = load<u64>(at, 16); groups != 0; groups &= groups - 1) forgetGroup(tlb, <u32>ctz(groups), page, mask);
    setLargeCount(i, --n);
    memory.copy(at, at + LARGE_BYTES, (n - k) * LARGE_BYTES);
  }
}
function forgetGroup(tlb: u32, group: u32, page: u64, mask: u64): void {
  const data = tlb + (group << 7), code = tlb + CODE_ENTRIES + ((group & 15) << 7);
  for (let slot: u32 = 0; slot < 128; slot += 16) {
    forgetIn(data + slot, page, mask); forgetIn(data + WRITE_ENTRIES + slot, page, mask); forgetIn(code + slot, page, mask);
  }
}
/** Empty the entry at `at` if it is of the page that the bits `mask` of `page` say. */
// @ts-ignore: decorator
@inline export function forgetIn(at: u32, page: u64, mask: u64): void { if (!((load<u64>(at) ^ page) & mask)) store<i64>(at, -1); }
