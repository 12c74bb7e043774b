// Segment registers: loading them, and turning an offset in a segment into a linear address.
import { SEG_CS, CPL, CR0, CR4, RFLAGS, CODE_MODE, CURP, EATMP, I_BASE, I_IMM, I_SIZE, I_SRC } from "../gen/layout";
import { ea, next } from "../record";
import { raise, V_GP, V_SS, V_NP } from "../fault";
import { updateContext } from "../mmu/tlb";
import { protectedMode, longMode, segmentAt, setSegment, setFromDescriptor, attributesOf, dplOf, isConforming, isNull, isReadable,
  isWritableData, markAccessed, readDescriptor, raiseSelector, externalBit, A_CODE, A_DB, A_L, A_P, S_CS, S_FS, S_SS } from "./descriptor";
import { F_VM } from "../flags";
import { OFFSET_ONLY } from "../decode/instruction";
import { hasFeature, linearLimitBits, F_NULL_SEL_CLR_BASE } from "./features";

/** Load a null selector. Processors without NullSelClrBase keep base and limit. */
export function setNull(seg: i32, selector: u32): void {
  if (hasFeature(F_NULL_SEL_CLR_BASE)) { setSegment(seg, selector, 0, 0, 0); return; }
  store<u16>(segmentAt(seg), <u16>selector); store<u16>(segmentAt(seg), 0, 2);
}
/** Load a segment register in real mode: limit and attributes stay, so that unreal mode works. */
export function setReal(seg: i32, selector: u32): void {
  const at = segmentAt(seg);
  if (seg != S_CS) store<u16>(at, (load<u16>(at, 2) & 0xf00) | 0x93, 2);
  store<u16>(at, <u16>selector); store<u64>(at, <u64>selector << 4, 8);
}
/** Load a segment register in virtual-8086 mode. */
export function setVirtual(seg: i32, selector: u32): void { setSegment(seg, selector, 0xf3, 0xffff, <u64>selector << 4); }
/** Load a segment register where a selector is a paragraph number. */
export function setParagraph(seg: i32, selector: u32): void {
  if (load<u64>(RFLAGS) & F_VM) setVirtual(seg, selector); else setReal(seg, selector);
}

/** Load ES, SS, DS, FS or GS as MOV and POP do, with every check. CURP must be set. */
export function loadSegment(seg: i32, selector: u32): void {
  selector &= 0xffff;
  if (!protectedMode()) setParagraph(seg, selector);
  else if (seg == S_SS) loadStackSegment(selector);
  else loadDataSegment(seg, selector);
}
function loadDataSegment(seg: i32, selector: u32): void {
  if (isNull(selector)) { setNull(seg, selector); return; }
  const d = readDescriptor(selector, V_GP), attributes = attributesOf(d);
  if (!isReadable(attributes)) raiseSelector(V_GP, selector);
  if (!isConforming(attributes) && dplOf(attributes) < max<u32>(load<u8>(CPL), selector & 3)) raiseSelector(V_GP, selector);
  if (!(attributes & A_P)) raiseSelector(V_NP, selector);
  markAccessed(selector, d);
  setFromDescriptor(seg, selector, d);
}
function loadStackSegment(selector: u32): void {
  const cpl: u32 = load<u8>(CPL), d = stackDescriptor(selector, cpl, load<u8>(CODE_MODE) == 2, V_GP);
  if (d == 0) { setNull(S_SS, selector); return; }
  markAccessed(selector, d);
  setFromDescriptor(S_SS, selector, d);
}
/**
 * The descriptor of a stack segment for privilege level `cpl`, checked: its own faults are exception `vector`, an absent one is #SS. 0 for a
 * null selector of the same level, which only 64-bit code below CPL 3 may have.
 */
export function stackDescriptor(selector: u32, cpl: u32, wide: bool, vector: u32): u64 {
  if (isNull(selector)) {
    if (!wide || cpl == 3 || (selector & 3) != cpl) raise(vector, externalBit());
    return 0;
  }
  const d = readDescriptor(selector, vector), attributes = attributesOf(d);
  if ((selector & 3) != cpl || dplOf(attributes) != cpl || !isWritableData(attributes)) raiseSelector(vector, selector);
  if (!(attributes & A_P)) raiseSelector(V_SS, selector);
  return d;
}
/** After a return to an outer level: data segments that the new CPL may not use become null. */
// Selector and attributes only: the hidden base and limit stay, as AMD processors leave them.
export function dropInnerSegments(): void {
  const cpl: u32 = load<u8>(CPL);
  for (let seg = 0; seg <= 5; seg++) {
    if (seg == S_CS || seg == S_SS) continue;
    const attributes: u32 = load<u16>(segmentAt(seg), 2);
    if ((attributes & A_P) && dplOf(attributes) < cpl && !isConforming(attributes)) store<u32>(segmentAt(seg), 0);
  }
}

/** Recompute CODE_MODE from CS and EFER, and the memory context with it. */
export function updateCodeMode(): void {
  const attributes: u32 = load<u16>(SEG_CS, 2);
  store<u8>(CODE_MODE, longMode() && (attributes & A_L) ? 2 : attributes & A_DB ? 1 : 0);
  updateContext();
}
/** Is this a canonical address for the widest linear addresses the processor has, whatever CR4 says? Bases of system tables and MSRs ask so. */
export function isCanonicalBase(linear: u64): bool {
  return canonicalBase(linear) == linear;
}
/** The canonical address with the same bits as far as linear addresses go. */
export function canonicalBase(linear: u64): u64 {
  const shift = <u64>(64 - linearLimitBits());
  return <u64>(<i64>(linear << shift) >> shift);
}
/** Is the address one that paging can translate? */
export function isCanonical(linear: u64): bool {
  const shift: u64 = (load<u64>(CR4) >> 12) & 1 ? 7 : 16;
  return <u64>(<i64>(linear << shift) >> shift) == linear;
}

/** #SS(0) for the stack segment, #GP(0) for the others. */
function raiseAccess(seg: i32): void { raise(seg == S_SS ? V_SS : V_GP, 0); }

/**
 * Linear address of `size` bytes at `offset` (already cut to the address size) in a segment, with canonical, limit and rights checks.
 * CURP must be set.
 */
export function segLinear(seg: i32, offset: u64, size: i32, write: bool): u64 {
  const at = segmentAt(seg);
  if (load<u8>(CODE_MODE) == 2) {
    const linear = seg >= S_FS ? load<u64>(at, 8) + offset : offset;
    if (!isCanonical(linear) || !isCanonical(linear + size - 1)) raiseAccess(seg);
    return linear;
  }
  const base = load<u64>(at, 8);
  // Present writable data that grows up serves reads and writes alike.
  if ((load<u16>(at, 2) & 0x8e) != 0x82 || offset + size - 1 > load<u32>(at, 4)) checkLegacy(seg, offset, size, write);
  return (base + offset) & 0xffffffff;
}
function checkLegacy(seg: i32, offset: u64, size: i32, write: bool): void {
  const at = segmentAt(seg), attributes: u32 = load<u16>(at, 2), limit: u64 = load<u32>(at, 4), last = offset + size - 1;
  if (!(load<u64>(CR0) & 1)) { if (last > limit) raiseAccess(seg); return; }
  if (!(attributes & A_P)) raiseAccess(seg);
  // Code is never written and read only when readable; data is always read and written only when writable.
  if (write ? (attributes & (A_CODE | 2)) != 2 : (attributes & (A_CODE | 2)) == A_CODE) raiseAccess(seg);
  if ((attributes & (A_CODE | 4)) == 4) {
    if (offset <= limit || last > (attributes & A_DB ? 0xffffffff : 0xffff)) raiseAccess(seg);
  } else if (last > limit) raiseAccess(seg);
}

// @ts-ignore: decorator
@inline function addressMask(width: u32): u64 { return width == 2 ? ~0 : width == 1 ? 0xffffffff : 0xffff; }
/** Linear address of the word of a bit string, `bytes` from the operand of record `p`. CURP must be set. */
export function bitStringWord(p: usize, bytes: u64, size: i32): u64 {
  if (load<u16>(p, I_BASE) != EATMP) return ea(p) + bytes;
  const how = load<u32>(p - I_SIZE, I_IMM), offset = (load<u64>(EATMP) + bytes) & addressMask((how >> 8) & 0xff);
  return segLinear(<i32>(how & (OFFSET_ONLY - 1)), offset, size, (how & 0x10000) != 0);
}
/**
 * Address micro-op before a memory operand that is not a plain 64-bit one. IMM: segment 7:0 (with OFFSET_ONLY: the offset itself, as for
 * LEA), address size 15:8, write 16, bytes 63:32. The linear address goes to EATMP.
 */
export function segmentMicro(p: usize): usize {
  const how = load<u32>(p, I_IMM), offset = ea(p) & addressMask((how >> 8) & 0xff);
  const seg = <i32>(how & 0xff);
  if (seg & OFFSET_ONLY) { store<u64>(EATMP, offset); return next(p); }
  const at = segmentAt(seg);
  if (load<u8>(CODE_MODE) == 2) { store<u64>(EATMP, seg >= S_FS ? load<u64>(at, 8) + offset : offset); return next(p); }
  // An operand of which only the address counts has no bytes, and still must lie in the segment.
  const size = max<i32>(load<i32>(p, I_IMM + 4), 1);
  if ((load<u16>(at, 2) & 0x8e) != 0x82 || offset + size - 1 > load<u32>(at, 4)) {
    store<u32>(CURP, <u32>p);
    checkLegacy(seg, offset, size, (how & 0x10000) != 0);
  }
  store<u64>(EATMP, (load<u64>(at, 8) + offset) & 0xffffffff);
  return next(p);
}
/** Address micro-op in 64-bit mode with 64-bit addresses: an FS or GS override, or (SRC: its high half) a 64-bit absolute address. */
// @ts-ignore: decorator
@inline export function fsgsMicro(p: usize): usize {
  const seg = <i32>load<u8>(p, I_IMM), offset = ea(p) + (<u64>load<u32>(p, I_SRC) << 32);
  store<u64>(EATMP, seg >= S_FS ? load<u64>(segmentAt(seg), 8) + offset : offset);
  return next(p);
}
