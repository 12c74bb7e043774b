// Physical memory: RAM in 4 KiB frames of linear memory that come into being when first touched; everything else is the bus.
import { PAGES, FRAMES, HEAP, SMM_ADDR, SMM_MASK, SMRAM_HIDDEN } from "../gen/layout";
import { apicCovers, apicLoad, apicStore } from "../apic/mmio";

// @ts-ignore: decorator
@external("env", "mmioRead") declare function busRead(address: f64, size: i32): u32;
// @ts-ignore: decorator
@external("env", "mmioWrite") declare function busWrite(address: f64, size: i32, value: u32): void;
// @ts-ignore: decorator
@external("env", "outOfMemory") declare function outOfMemory(): void;
// @ts-ignore: decorator
@external("env", "grown") declare function grown(): void;

/** Page descriptor bits beside the frame address: a frame is there; decoded code lies in the page. */
export const P_RAM: u32 = 1;
export const P_CODE: u32 = 2;
/** An L0 hears of writes to the page (watch.ts). */
export const P_WATCHED: u32 = 4;
/** Writes to the page must be seen. */
export const P_SEEN: u32 = P_CODE | P_WATCHED;
const PAGE_LIMIT: u64 = 0x400000;
/** In an L0's nested tables, on addresses of L1's where the L0 has memory of its own: that is not there, and the bus has what it has. */
export const OF_L1: u64 = 1 << 52;

// RAM as page-number ranges: below the PCI hole, above 4 GiB, and the L0's own.
let lowPages: u64 = 0;
let highPages: u64 = 0;
let privateFirst: u64 = 0;
let privatePages: u64 = 0;
let brk: u32 = HEAP;
let frameNext: u32 = 0;
let frameEnd: u32 = 0;

export function setRam(low: u32, high: u32, first: u32, count: u32): void {
  lowPages = low; highPages = high; privateFirst = first; privatePages = count;
}
function isRam(pfn: u64): bool {
  return pfn < lowPages || (pfn >= 0x100000 && pfn - 0x100000 < highPages) || (pfn >= privateFirst && pfn - privateFirst < privatePages);
}
/** Take `bytes` (a multiple of 4096) of fresh zeroed linear memory. */
export function take(bytes: u32): u32 {
  const at = brk;
  const end = <u64>at + bytes;
  const have = <u64>memory.size() << 16;
  if (end > have) {
    const grow: u64 = max<u64>(end - have, 0x1000000);
    if (have + grow > 0x100000000 || memory.grow(<i32>(grow >> 16)) < 0) {
      const least = (end - have + 0xffff) >> 16;
      if (end > 0xffff0000 || memory.grow(<i32>least) < 0) { outOfMemory(); unreachable(); }
    }
  }
  if ((<u64>memory.size() << 16) != have) grown();
  brk = <u32>end;
  return at;
}
function newFrame(pfn: u64): u32 {
  if (frameNext == frameEnd) { frameNext = take(0x100000); frameEnd = frameNext + 0x100000; }
  const frame = frameNext, d = frame | P_RAM;
  frameNext += 0x1000;
  store<u32>(PAGES + (<u32>pfn << 2), d);
  store<u32>(FRAMES + (frame >> 10), <u32>pfn + 1);
  return d;
}
/** Number of the physical page that lies in a frame. */
export function pageIn(frame: u32): u32 { return load<u32>(FRAMES + ((frame >> 12) << 2)) - 1; }
/** End of the linear memory in use. */
export function memoryEnd(): u32 { return brk; }
const ASEG_BASE: u64 = 0xa0000; const ASEG_BYTES: u64 = 0x20000;
const ASEG_ENABLED: u64 = 1; const TSEG_ENABLED: u64 = 2; const TSEG: u64 = 0xffffffffe0000;
/** In one of the areas of SMRAM that are protected, and hidden while SMRAM_HIDDEN. */
function inSmram(pa: u64): bool {
  const mask = load<u64>(SMM_MASK);
  if ((mask & ASEG_ENABLED) != 0 && pa - ASEG_BASE < ASEG_BYTES) return true;
  return (mask & TSEG_ENABLED) != 0 && ((pa ^ load<u64>(SMM_ADDR)) & mask & TSEG) == 0;
}
/** Is the page one of those that RAM can be in? */
export function hasDescriptor(pa: u64): bool { return pa >> 12 < PAGE_LIMIT; }
/** Descriptor of a physical page: 0 when it is not RAM, or hidden; the frame is made on first use. */
export function pageOf(pa: u64): u32 {
  const pfn = pa >> 12;
  if (pfn >= PAGE_LIMIT || (load<u8>(SMRAM_HIDDEN) != 0 && inSmram(pa))) return 0;
  const d = load<u32>(PAGES + (<u32>pfn << 2));
  return d || !isRam(pfn) ? d : newFrame(pfn);
}
/** Linear-memory address of a physical RAM byte, or 0. */
export function hostAddress(pa: u64): usize {
  const d = pageOf(pa);
  return d ? (d & ~0xfff) | (<u32>pa & 0xfff) : 0;
}
/** Physical read within one page; what nothing decodes reads as ones. */
export function physRead(pa: u64, size: i32): u64 {
  const d = pageOf(pa);
  if (d) {
    const a = (d & ~0xfff) | (<u32>pa & 0xfff);
    return size == 8 ? load<u64>(a) : size == 4 ? load<u32>(a) : size == 2 ? load<u16>(a) : load<u8>(a);
  }
  pa &= ~OF_L1;
  if (apicCovers(pa)) return apicLoad(<u32>pa & 0xfff, size);
  if (size == 8) return <u64>busRead(<f64>pa, 4) | (<u64>busRead(<f64>(pa + 4), 4) << 32);
  return busRead(<f64>pa, size);
}
/** Physical write within one page, of RAM that holds no decoded code, or of the bus. */
export function physWrite(pa: u64, size: i32, v: u64): void {
  const d = pageOf(pa);
  if (d) {
    const a = (d & ~0xfff) | (<u32>pa & 0xfff);
    if (size == 8) store<u64>(a, v); else if (size == 4) store<u32>(a, <u32>v); else if (size == 2) store<u16>(a, <u16>v); else store<u8>(a, <u8>v);
    return;
  }
  pa &= ~OF_L1;
  if (apicCovers(pa)) { apicStore(<u32>pa & 0xfff, size, <u32>v); return; }
  if (size == 8) { busWrite(<f64>pa, 4, <u32>v); busWrite(<f64>(pa + 4), 4, <u32>(v >> 32)); return; }
  busWrite(<f64>pa, size, <u32>v);
}
