// What the TLB holds, in words that mean the same in another run of the program: physical page numbers instead of addresses in linear
// memory. A guest can see what its TLB holds, by forgetting a flush, so a snapshot of the machine has it too.
//   first word: the next sub-TLB to give up, number of owned ones << 32
//   of each owned sub-TLB: index, number of large pages << 8, number of entries << 32; owner; what is known of each large page; then for
//   each entry its tag, and its offset, code width << 16, page number << 32
//   number of known pages of guests' tables; of each its guest-physical page, address space, and system-physical page
import { TLB } from "../gen/layout";
import { COUNT, STRIDE, WRITE_ENTRIES, CODE_ENTRIES, TABLES, TABLE_BYTES, owners, victim, setVictim, emptySubTlb, updateContext, tables, tableAt, tableSpace, ownerIn,
  forgetTables } from "./tlb";
import { largeCount, largePages, setLargeCount, LARGE_BYTES } from "./largePages";
import { forgetEntered } from "./nestedWalk";
import { pageIn, pageOf, take, P_SEEN } from "./phys";
import { codePageFor, CP_FRAME, CP_MODE } from "../decode/codePage";

const MOST_BYTES: u32 = 0x80000;
let image: u32 = 0;
let at: u32 = 0;

// @ts-ignore: decorator
@inline function put(word: u64): void { store<u64>(at, word); at += 8; }
// @ts-ignore: decorator
@inline function get(): u64 { const word = load<u64>(at); at += 8; return word; }

/** Address of a buffer for an image. */
export function tlbImage(): u32 {
  if (image == 0) image = take(MOST_BYTES);
  return image;
}
/** Write the image; returns its length in bytes. */
export function saveTlb(): u32 {
  at = tlbImage();
  put(0);
  let count: u64 = 0;
  for (let i = 0; i < COUNT; i++) {
    const owner = load<u64>(owners + (<usize>i << 3));
    if (owner == 0) continue;
    count++;
    const head = at;
    at += 8;
    put(owner);
    const pages = largeCount(i);
    memory.copy(at, largePages(i), pages * LARGE_BYTES);
    at += pages * LARGE_BYTES;
    const entries = saveEntries(TLB + i * STRIDE);
    store<u64>(head, <u64>i | (<u64>pages << 8) | (<u64>entries << 32));
  }
  store<u64>(image, <u64>victim | (count << 32));
  saveTables();
  return at - image;
}
function saveTables(): void {
  const head = at;
  let count: u64 = 0;
  put(0);
  for (let i = 0; i < TABLES; i++) {
    const entry = tables + i * TABLE_BYTES, space = tableSpace(load<u64>(entry, 8));
    if (load<u64>(entry) == 0 || space == <u64>-1) continue;
    put(load<u64>(entry)); put(space); put(load<u64>(entry, 16));
    count++;
  }
  store<u64>(head, count);
}
function restoreTables(): void {
  forgetTables();
  for (let n = get(); n > 0; n--) {
    const page = get(), entry = tableAt(page);
    store<u64>(entry, page); store<u64>(entry, ownerIn(get()), 8); store<u64>(entry, get(), 16);
  }
}
function saveEntries(base: u32): u32 {
  let count: u32 = 0;
  for (let offset: u32 = 0; offset < <u32>STRIDE; offset += 16) {
    const tag = load<u64>(base + offset), value = load<u32>(base + offset, 8);
    if (tag == <u64>-1) continue;
    const code = offset >= CODE_ENTRIES;
    const frame = code ? load<u32>(value, CP_FRAME) : (<u32>tag & ~1) + value;
    // The mark of a page whose writes must be seen follows from the page.
    put(tag & ~1);
    put(<u64>offset | (code ? <u64>load<u32>(value, CP_MODE) << 16 : 0) | (<u64>pageIn(frame) << 32));
    count++;
  }
  return count;
}
/** Take over the image in the buffer. */
export function restoreTlb(): void {
  forgetEntered();
  for (let i = 0; i < COUNT; i++) emptySubTlb(i);
  at = tlbImage();
  const head = get();
  setVictim(<i32>head);
  for (let n = <u32>(head >> 32); n > 0; n--) {
    const which = get(), i = <i32>which & 0xff;
    store<u64>(owners + (<usize>i << 3), get());
    const pages = <u8>(which >> 8);
    memory.copy(largePages(i), at, <u32>pages * LARGE_BYTES);
    setLargeCount(i, pages);
    at += <u32>pages * LARGE_BYTES;
    for (let entries = <u32>(which >> 32); entries > 0; entries--) {
      const tag = get(), where = get();
      const offset = <u32>where & 0xffff, mode = (<u32>where >> 16) & 3, page = <u32>(where >> 32);
      const d = pageOf(<u64>page << 12), frame = d & ~0xfff, entry = TLB + i * STRIDE + offset;
      const seen = (d & P_SEEN) != 0 && offset >= WRITE_ENTRIES && offset < CODE_ENTRIES;
      store<u64>(entry, tag | <u64>seen);
      store<u32>(entry, offset >= CODE_ENTRIES ? codePageFor(page, frame, mode) : frame - <u32>tag, 8);
    }
  }
  restoreTables();
  updateContext();
}
