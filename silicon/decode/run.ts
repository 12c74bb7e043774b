// Builds runs of records, and finds the record for an address.
import { RIP, RIPBASE, CURP, CODE_MODE, TLB_BASE, SEG_CS, CPL, BUDGET, FETCH_BUFFER, STATIC_RECORDS, UNLINKED, I_H, I_HX, I_OFF, I_LEN,
  I_N, I_META, I_IMM, I_SIZE, M_MICRO, M_MEM, M_APART } from "../gen/layout";
import { ATTRIBUTES, NO_FLAGS, FUSED, H_GOTO, H_NEXT_PAGE, H_CROSS, A_PURE, A_BRANCH, A_JCC, A_COUNT, H_JCC } from "../gen/opcodes";
import { decodeInstruction, lastFlags, L_ENDS } from "./instruction";
import { codePageFor, reserveArena, takeRecords, returnRecords, hasRoom, markCode, CP_DROPS, CP_FRAME, CP_MODE, CP_TABLE } from "./codePage";
import { before, next, ripOf } from "../record";
import { MAX_RUN } from "../exec/leave";
import { codeSlot, fillCode } from "../mmu/tlb";
import { hostAddress, pageOf } from "../mmu/phys";
import { beginFetch, deviceFetch, endFetch } from "../mmu/deviceLog";
import { walk } from "../mmu/walk";
import { FETCH } from "../mem";
import { isCanonical } from "../system/segment";
import { raiseGP } from "../fault";

/** Bytes of an instruction. */
const LONGEST: u32 = 15;
/** Scratch for an instruction that is decoded apart: an address micro-op, the instruction, a jump to what follows. */
const APART: u32 = STATIC_RECORDS + I_SIZE * 2;
const APART_BYTES: u32 = I_SIZE * 3;
/** Is the record that of an instruction which was decoded apart? */
export function isApart(p: u32): bool { return p - APART < APART_BYTES; }

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
  const rip = load<u64>(RIP), e = load<u32>(TLB_BASE) + codeSlot(rip);
  // What has a translation is canonical.
  if (load<u8>(CODE_MODE) == 2 && load<u64>(e, 0x4000) == (rip & ~0xfff)) {
    const off = <u32>rip & 0xfff, q = load<u32>(load<u32>(e, 0x4008) + CP_TABLE + (off << 2));
    if (q) { store<u64>(RIPBASE, rip - off); return q; }
  }
  return find(rip);
}
function find(rip: u64): usize {
  reserveArena();
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
    store<u64>(RIPBASE, rip - off);
    if (!d || (mode != 2 && rip - off + 0xfff > load<u32>(SEG_CS, 4))) return decodeApart(rip);
    cp = codePageFor(<u32>(pa >> 12), d & ~0xfff, mode);
    fillCode(lin, cp);
  }
  store<u64>(RIPBASE, rip - off);
  const q = load<u32>(cp + CP_TABLE + (off << 2));
  return q ? q : decodeRun(cp, off);
}

/** Decode a run from page offset `off`; every record is entered in the table. */
export function decodeRun(cp: u32, off: u32): usize {
  const start = takeRecords(I_SIZE * (MAX_RUN * 3 + 2));
  const frame = load<u32>(cp, CP_FRAME), mode = load<u32>(cp, CP_MODE);
  const table = cp + CP_TABLE;
  let at = start, n: u32 = 0, o = off, kept: u32 = 0;
  for (;;) {
    if (o >= 4096) { at = glue(at, H_NEXT_PAGE, o, n); break; }
    if (n == MAX_RUN - 2 || (n > 0 && load<u32>(table + (o << 2)) != 0)) { at = glue(at, H_GOTO, o, n); break; }
    const after = decodeInstruction(at, frame + o, frame + 4096, o, mode);
    store<u32>(table + (o << 2), at);
    n++;
    if (after == 0) {
      store<u16>(at, H_CROSS, I_H); store<u16>(at, H_CROSS, I_HX); store<u16>(at, o, I_OFF); store<u8>(at, M_MICRO, I_META); store<u8>(at, n - 1, I_N);
      at += I_SIZE;
      kept = APART_BYTES;
      o = 4096;
      break;
    }
    const main = after - I_SIZE;
    for (let micro = at; micro != main; micro += I_SIZE) store<u8>(micro, n - 1, I_N);
    store<u8>(main, n, I_N);
    at = after;
    o += load<u8>(main, I_LEN);
    if (lastFlags & L_ENDS) break;
  }
  returnRecords(at + kept);
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

/**
 * Handler of a record whose instruction crosses a page. Room for its records follows; IMM says which code page, dropped how many times, they
 * were made with as the second.
 */
export function cross(p: usize): usize {
  const second = load<u64>(RIPBASE) + 0x1000, e = load<u32>(TLB_BASE) + codeSlot(second), cp = load<u32>(p, I_IMM);
  store<i32>(BUDGET, load<i32>(BUDGET) - before(p));
  if (cp != 0 && load<u64>(e, 0x4000) == second && load<u32>(e, 0x4008) == cp && load<u32>(cp, CP_DROPS) == load<u32>(p, I_IMM + 4)) return next(p);
  const rip = ripOf(p);
  store<u64>(RIP, rip);
  store<u32>(CURP, 0);
  // A fetch fault from here on is at RIP, a boundary.
  const apart = decodeApart(rip);
  return load<u8>(CODE_MODE) == 2 && tail && hasRoom() ? keep(p, second) : apart;
}
/** Decode what decodeApart() has decoded behind the record `p`, to run from there while the page at `second` stays what it is. */
function keep(p: usize, second: u64): usize {
  const at = next(p), cp = codePageFor(<u32>(tail >> 12), pageOf(tail) & ~0xfff, 2);
  fillCode(second, cp);
  finishApart(at, decodeInstruction(at, FETCH_BUFFER, FETCH_BUFFER + LONGEST, load<u16>(p, I_OFF), 2));
  markCode(cp, 0, LONGEST);
  store<u32>(p, cp, I_IMM); store<u32>(p, load<u32>(cp, CP_DROPS), I_IMM + 4);
  return at;
}
/** Have the bytes of record `p`, an instruction that was decoded apart, in FETCH_BUFFER. */
export function fetchedApart(p: usize): void {
  if (isApart(p)) return;
  const off: u32 = load<u16>(p, I_OFF), first = 0x1000 - off, page = load<u64>(RIPBASE);
  memory.copy(FETCH_BUFFER, frameRunning(page) + off, first);
  memory.copy(FETCH_BUFFER + first, frameRunning(page + 0x1000), LONGEST - first);
}
function frameRunning(page: u64): u32 { return load<u32>(load<u32>(load<u32>(TLB_BASE) + codeSlot(page), 0x4008), CP_FRAME); }
/**
 * Decode the instruction at `rip` where its records cannot be kept: it crosses a page, it is in the page where its segment ends, or the bus
 * gives its bytes. A device is asked for no more bytes than the instruction has.
 */
function decodeApart(rip: u64): usize {
  const mode = load<u8>(CODE_MODE), off = <u32>linear(rip) & 0xfff;
  let have: u32 = 0, after: u32 = 0, device = false;
  beginFetch(rip);
  do {
    checkRip(rip + have);
    const lin = linear(rip + have), pa = walk(lin, FETCH, load<u8>(CPL) == 3), from = hostAddress(pa);
    let n: u64 = 1;
    if (from) {
      n = min<u64>(LONGEST - have, 0x1000 - (lin & 0xfff));
      if (mode != 2) n = min<u64>(n, <u64>load<u32>(SEG_CS, 4) - rip - have + 1);
      memory.copy(FETCH_BUFFER + have, from, <usize>n);
    } else { deviceFetch(pa, have); device = true; }
    tail = device ? 0 : pa;
    have += <u32>n;
    after = decodeInstruction(APART, FETCH_BUFFER, FETCH_BUFFER + have, off, mode);
  } while (after == 0);
  endFetch();
  return finishApart(APART, after);
}
/** Physical address of the last bytes that decodeApart() has fetched; 0 where a device has given any. */
let tail: u64 = 0;
/** Make a run of the records of one instruction from `at` to `after`. */
function finishApart(at: u32, after: u32): usize {
  const main = after - I_SIZE;
  store<u8>(at, 0, I_N); store<u8>(main, 1, I_N);
  store<u8>(main, load<u8>(main, I_META) | M_APART, I_META);
  glue(after, H_NEXT_PAGE, <u32>load<u16>(main, I_OFF) + load<u8>(main, I_LEN), 1);
  return at;
}
