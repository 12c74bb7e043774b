// Operands of vector instructions: where they are in memory, with the checks that come before them.
import { VTMP, TLB_BASE, MXCSR, CURP } from "../gen/layout";
import { src, ea, isMem } from "../record";
import { checkVectorAlignment, ld, st, probeWrite, writeIsKept } from "../mem";
import { dataSlot } from "../mmu/tlb";
import { raiseGP } from "../fault";
import { hasFeature, F_MISALIGNSSE } from "../system/features";
import { checkSse, checkMmx, enterMmx } from "./check";

const MXCSR_MM: u32 = 0x20000;

function misaligned(p: usize): void { store<u32>(CURP, p); raiseGP(0); }
function misalignedSource(p: usize): void {
  if (hasFeature(F_MISALIGNSSE) && (load<u32>(MXCSR) & MXCSR_MM)) return;
  misaligned(p);
}
function readSlowly(lin: u64, p: usize): usize {
  checkVectorAlignment(lin, p);
  const low = ld<u64>(lin, p), high = ld<u64>(lin + 8, p);
  store<u64>(VTMP, low); store<u64>(VTMP, high, 8);
  return VTMP;
}
/** Where 16 bytes of guest memory can be read: in place, or copied to VTMP. */
// @ts-ignore: decorator
@inline export function read16(lin: u64, p: usize): usize {
  const e = load<u32>(TLB_BASE) + dataSlot(lin);
  if (load<u64>(e) == ((lin + 15) & ~0xfff)) return <usize>(<u32>lin + load<u32>(e, 8));
  return readSlowly(lin, p);
}
function writeSlowly(lin: u64, low: u64, high: u64, p: usize): void {
  if (!writeIsKept(lin, 16)) { checkVectorAlignment(lin, p); probeWrite(lin, 16, p); }
  st<u64>(lin, low, p); st<u64>(lin + 8, high, p);
}
/** Store 16 bytes to guest memory, all or nothing. */
// @ts-ignore: decorator
@inline export function write16(lin: u64, v: v128, p: usize): void {
  const e = load<u32>(TLB_BASE) + dataSlot(lin);
  if (load<u64>(e, 0x2000) == ((lin + 15) & ~0xfff)) v128.store(<usize>(<u32>lin + load<u32>(e, 0x2008)), v);
  else writeSlowly(lin, v128.extract_lane<u64>(v, 0), v128.extract_lane<u64>(v, 1), p);
}
/** #GP(0) unless the memory operand is aligned to 16 bytes. */
// @ts-ignore: decorator
@inline export function aligned(lin: u64, p: usize): u64 { if (lin & 15) misaligned(p); return lin; }
/** The same for the operand of a calculation, where MXCSR.MM may lift the rule; for moves it does not. */
// @ts-ignore: decorator
@inline export function alignedSource(lin: u64, p: usize): u64 { if (lin & 15) misalignedSource(p); return lin; }

/** Address of the 16-byte operand of an SSE instruction: a register, or aligned memory. */
// @ts-ignore: decorator
@inline export function source16(p: usize): usize {
  checkSse(p);
  return isMem(p) ? read16(alignedSource(ea(p), p), p) : src(p);
}
/** The low 8 bytes of an XMM register, or 8 bytes of memory. */
// @ts-ignore: decorator
@inline export function source8(p: usize): u64 {
  checkSse(p);
  return isMem(p) ? ld<u64>(ea(p), p) : load<u64>(src(p));
}
/** The low 4 bytes of an XMM register, or 4 bytes of memory. */
// @ts-ignore: decorator
@inline export function source4(p: usize): u32 {
  checkSse(p);
  return isMem(p) ? ld<u32>(ea(p), p) : load<u32>(src(p));
}
/** 8 bytes of an MMX register or memory, by an instruction of the MMX kind. */
// @ts-ignore: decorator
@inline export function sourceMmx(p: usize): u64 {
  checkMmx(p);
  const v = isMem(p) ? ld<u64>(ea(p), p) : load<u64>(src(p));
  enterMmx();
  return v;
}
/** Store an MMX register: the exponent field of the x87 register under it becomes all ones. */
// @ts-ignore: decorator
@inline export function putMmx(d: usize, v: u64): void { store<u64>(d, v); store<u16>(d, 0xffff, 8); }
