// Builds runs of records, and finds the record for an address.
import { RIP, RIPBASE, CURP, CODE_MODE, TLB_BASE, SEG_CS, CPL, BUDGET, FETCH_BUFFER, STATIC_RECORDS, I_H, I_HX, I_OFF, I_LEN,
  I_N, I_META, I_IMM, I_SIZE, M_MICRO, M_MEM, M_APART, U_FETCH_OUTSIDE_RAM } from "../gen/layout";
import { ATTRIBUTES, NO_FLAGS, FUSED, H_GOTO, H_NEXT_PAGE, H_CROSS, A_PURE, A_BRANCH, A_JCC, A_COUNT, H_JCC } from "../gen/opcodes";
import { decodeInstruction, lastFlags, L_ENDS } from "./instruction";
import { codePageFor, reserveArena, takeRecords, returnRecords, markCode, CP_FRAME, CP_MODE, CP_TABLE } from "./codePage";
import { before, ripOf } from "../record";
import { MAX_RUN, UNLINKED } from "../exec/leave";
import { codeSlot, fillCode } from "../mmu/tlb";
import { pageOf } from "../mmu/phys";
import { walk } from "../mmu/walk";
import { FETCH } from "../mem";
import { isCanonical } from "../system/segment";
import { raiseGP, unimplemented } from "../fault";

/** Scratch for an instruction that crosses a page: an address micro-op, the instruction, a jump to what follows. */
const APART: u32 = STATIC_RECORDS + I_SIZE * 2;

/** Physical address of the code byte at linear address `lin`; faults as an instruction fetch. */
function fetchPage(lin: u64): u32 {
  const d = pageOf(walk(lin, FETCH, load<u8>(CPL) == 3));
  if (!d) unimplemented(U_FETCH_OUTSIDE_RAM, lin);
  return d & ~0xfff;
}
function linear(rip: u64): u64 {
  if (load<u8>(CODE_MODE) == 2) return rip;
  return (rip + load<u64>(SEG_CS, 8)) & 0xffffffff;
}
/** #GP(0) unless RIP may be fetched from: canonical in 64-bit code, within the limit elsewhere. */
function checkRip(rip: u64): void {
  if (load<u8>(CODE_MODE) == 2) { if (!isCanonical(rip)) raiseGP(0); }
  else if (rip > load<u32>(SEG_CS, 4)) raiseGP(0);
}

/** The record for RIP, decoding as needed; sets RIPBASE. May raise a fetch fault (CURP must be 0). */
export function lookup(): usize {
  reserveArena();
  const rip = load<u64>(RIP);
  checkRip(rip);
  const lin = linear(rip);
  const page = lin & ~0xfff, off = <u32>lin & 0xfff;
  const e = load<u32>(TLB_BASE) + codeSlot(lin);
  const mode = load<u8>(CODE_MODE);
  let cp: u32;
  if (load<u64>(e, 0x4000) == page) cp = load<u32>(e, 0x4008);
  else {
    const pa = walk(lin, FETCH, load<u8>(CPL) == 3);
    const d = pageOf(pa);
    if (!d) unimplemented(U_FETCH_OUTSIDE_RAM, lin);
    cp = codePageFor(<u32>(pa >> 12), d & ~0xfff, mode);
    // A code segment that ends inside the page is checked instruction by instruction: the page stays out of the TLB.
    const last = rip - off + 0xfff;
    if (mode == 2 || last <= load<u32>(SEG_CS, 4)) fillCode(lin, cp);
  }
  store<u64>(RIPBASE, rip - off);
  const q = load<u32>(cp + CP_TABLE + (off << 2));
  return q ? q : decodeRun(cp, off);
}

/** Decode a run from page offset `off`; every record is entered in the table. */
export function decodeRun(cp: u32, off: u32): usize {
  const start = takeRecords(I_SIZE * (MAX_RUN * 2 + 2));
  const frame = load<u32>(cp, CP_FRAME), mode = load<u32>(cp, CP_MODE);
  const table = cp + CP_TABLE;
  let at = start, n: u32 = 0, o = off;
  for (;;) {
    if (o >= 4096) { at = glue(at, H_NEXT_PAGE, o, n); break; }
    if (n == MAX_RUN - 2 || (n > 0 && load<u32>(table + (o << 2)) != 0)) { at = glue(at, H_GOTO, o, n); break; }
    const after = decodeInstruction(at, frame + o, frame + 4096, o, mode);
    store<u32>(table + (o << 2), at);
    n++;
    if (after == 0) {
      store<u16>(at, H_CROSS, I_H); store<u16>(at, H_CROSS, I_HX); store<u16>(at, o, I_OFF); store<u8>(at, M_MICRO, I_META); store<u8>(at, n - 1, I_N);
      at += I_SIZE;
      o = 4096;
      break;
    }
    const main = after - I_SIZE;
    if (main != at) store<u8>(at, n - 1, I_N);
    store<u8>(main, n, I_N);
    at = after;
    o += load<u8>(main, I_LEN);
    if (lastFlags & L_ENDS) break;
  }
  returnRecords(at);
  markCode(cp, off, o);
  optimise(start, at);
  return start;
}
function glue(at: u32, h: u32, off: u32, n: u32): u32 {
  memory.fill(at, 0, I_SIZE);
  store<u16>(at, h, I_H); store<u16>(at, h, I_HX); store<u16>(at, off, I_OFF);
  store<u8>(at, n, I_N); store<u8>(at, M_MICRO, I_META);
  store<u64>(at, <u64>UNLINKED << 32, I_IMM);
  return at + I_SIZE;
}
/** Choose handlers without flags where no one looks at them, and fuse compare with branch. Only the fast loop's handler changes. */
function optimise(start: u32, end: u32): void {
  let live: u32 = 63;
  for (let p = end - I_SIZE; p >= start; p -= I_SIZE) {
    const h = load<u16>(p, I_H);
    const a = load<u32>(ATTRIBUTES + (<u32>h << 2));
    const writes = a & 63;
    const reads = (a & A_COUNT) && (load<u8>(p, I_IMM) & 31) ? 0 : (a >> 6) & 63;
    const mem = (load<u8>(p, I_META) & M_MEM) != 0;
    if (writes && !(writes & live)) {
      const nf = load<u16>(NO_FLAGS + (<u32>h << 1));
      if (nf) store<u16>(p, nf, I_H);
    }
    if (!(a & A_PURE) || mem || (a & A_BRANCH)) live = 63;
    else live = (live & ~writes) | reads;
    const fused = load<u16>(FUSED + (<u32>h << 1));
    if (fused && p + I_SIZE < end) {
      const jh = load<u16>(p + I_SIZE, I_HX);
      if (load<u32>(ATTRIBUTES + (<u32>jh << 2)) & A_JCC) store<u16>(p, fused + ((jh - H_JCC) & 15), I_H);
    }
  }
}

/** Handler of a record whose instruction crosses a page: fetch all its bytes, decode it apart, go on there. */
export function cross(p: usize): usize {
  const rip = ripOf(p);
  const lin = linear(rip);
  const room = 0x1000 - (<u32>lin & 0xfff);
  store<u64>(RIP, rip);
  store<u32>(CURP, 0);
  store<i32>(BUDGET, load<i32>(BUDGET) - before(p));
  // A fetch fault from here on is at RIP, a boundary.
  const first = fetchPage(lin);
  memory.copy(FETCH_BUFFER, first + (<u32>lin & 0xfff), room);
  const mode = load<u8>(CODE_MODE);
  if (mode != 2 && rip + room > load<u32>(SEG_CS, 4)) raiseGP(0);
  const second = fetchPage(mode == 2 ? lin + room : (lin + room) & 0xffffffff);
  memory.copy(FETCH_BUFFER + room, second, 16 - min<u32>(room, 16));
  const after = decodeInstruction(APART, FETCH_BUFFER, FETCH_BUFFER + 16, load<u16>(p, I_OFF), mode);
  const main = after - I_SIZE;
  store<u8>(APART, 0, I_N); store<u8>(main, 1, I_N);
  store<u8>(main, load<u8>(main, I_META) | M_APART, I_META);
  glue(after, H_NEXT_PAGE, <u32>load<u16>(main, I_OFF) + load<u8>(main, I_LEN), 1);
  return APART;
}
