// The instructions that move control registers: what needs no memory to be found wrong comes first, then the intercept, then the rest.
import { CURP, CPL, CODE_MODE, CR0, CR2, CR3, CR4, XCR0, RAX, RCX, RDX, REGS, IN_GUEST, V_INTR_MASKING, INT_CTL, I_META, M_LOCK } from "../gen/layout";
import { dst, src, imm, ea, next, nextRip, isMem, wr } from "../record";
import { ld, st } from "../mem";
import { raiseGP, raiseUD } from "../fault";
import { jumpTo, leaveNext, spend, SYSTEM_NS } from "../exec/leave";
import { noticeEvents } from "../exec/events";
import { intercepted, exitInstruction } from "../svm/intercept";
import { apicGetTpr, apicSetTpr } from "../apic/priority";
import { checkCr0, checkCr3, checkCr4, writeCr0, writeCr3, writeCr4, cr0SelectiveChange, xcr0Legal } from "./control";
import { componentsInUse } from "../fpu/xsave";
import { hasFeature, F_CR8LEGACY, F_DECODEASSISTS, F_XGETBV1 } from "./features";

const CR0_PE: u64 = 1; const CR0_TS: u64 = 8;
const CR4_UMIP: u64 = 1 << 11; const CR4_OSXSAVE: u64 = 1 << 18;
const SELECTIVE_CR0 = 5;

/** EXITINFO1 of a move to or from a debug register whose other operand is the GPR at `r`. */
export function gprInfo(r: usize): u64 { return hasFeature(F_DECODEASSISTS) ? <u64>((r - REGS) >> 3) : 0; }
/** The same for a control register: what tells the move from LMSW, SMSW and CLTS is bit 63. */
function moveInfo(r: usize): u64 { return hasFeature(F_DECODEASSISTS) ? 0x8000000000000000 | gprInfo(r) : 0; }
/** The general register at `r` as a move to a control or debug register reads it: 64 bits in 64-bit mode, else 32. */
export function moveSource(r: usize): u64 { return load<u8>(CODE_MODE) == 2 ? load<u64>(r) : load<u32>(r); }
export function moveResult(r: usize, v: u64): void { store<u64>(r, load<u8>(CODE_MODE) == 2 ? v : v & 0xffffffff); }

/** The register of the move: LOCK makes CR8 of CR0, for code that has no REX prefix. */
function controlRegister(p: usize): i32 {
  let n = <i32>imm(p) & 15;
  if (load<u8>(p, I_META) & M_LOCK) {
    if (n != 0 || !hasFeature(F_CR8LEGACY)) raiseUD();
    n = 8;
  }
  if (n == 1 || (n > 4 && n != 8)) raiseUD();
  if (load<u8>(CPL)) raiseGP();
  return n;
}
/** The virtual task priority of a guest whose interrupts are virtual; otherwise the local APIC's. */
function readCr8(): u64 {
  return load<u8>(IN_GUEST) && load<u8>(V_INTR_MASKING) ? load<u64>(INT_CTL) & 15 : apicGetTpr();
}
function writeCr8(v: u64): void {
  if (load<u8>(IN_GUEST)) store<u64>(INT_CTL, (load<u64>(INT_CTL) & ~0xff) | v);
  if (!load<u8>(IN_GUEST) || !load<u8>(V_INTR_MASKING)) apicSetTpr(v);
  noticeEvents();
}

/** MOV from CRn. */
export function movFromCr(p: usize): usize {
  store<u32>(CURP, p);
  const n = controlRegister(p), r = dst(p);
  if (intercepted(0, n)) return exitInstruction(p, n, moveInfo(r), 0);
  moveResult(r, n == 0 ? load<u64>(CR0) : n == 2 ? load<u64>(CR2) : n == 3 ? load<u64>(CR3) : n == 4 ? load<u64>(CR4) : readCr8());
  spend(SYSTEM_NS);
  return jumpTo(p, nextRip(p));
}
function checkValue(n: i32, v: u64): void {
  if (n == 0) checkCr0(v);
  else if (n == 3) checkCr3(v);
  else if (n == 4) checkCr4(v);
  else if (n == 8 && (v & ~15) != 0) raiseGP();
}
/** MOV to CRn. */
export function movToCr(p: usize): usize {
  store<u32>(CURP, p);
  const n = controlRegister(p), r = src(p), v = moveSource(r);
  checkValue(n, v);
  if (intercepted(0, 16 + n)) return exitInstruction(p, 0x10 + n, moveInfo(r), 0);
  if (n == 0) {
    if (intercepted(3, SELECTIVE_CR0) && cr0SelectiveChange(v)) return exitInstruction(p, 0x65, moveInfo(r), 0);
    writeCr0(v);
  } else if (n == 2) store<u64>(CR2, v);
  else if (n == 3) writeCr3(v);
  else if (n == 4) writeCr4(v);
  else writeCr8(v);
  spend(SYSTEM_NS);
  return leaveNext(p);
}
/** LMSW: the low four bits of CR0; PE can be set but not cleared. The selective intercept takes every LMSW, whatever it changes. */
export function lmsw(p: usize): usize {
  store<u32>(CURP, p);
  if (load<u8>(CPL)) raiseGP();
  if (intercepted(0, 16)) return exitInstruction(p, 0x10, 0, 0);
  if (intercepted(3, SELECTIVE_CR0)) return exitInstruction(p, 0x65, 0, 0);
  const v: u64 = isMem(p) ? ld<u16>(ea(p), p) : load<u16>(src(p));
  const old = load<u64>(CR0);
  writeCr0((old & ~14) | (v & 15) | (old & CR0_PE));
  return leaveNext(p);
}
/** SMSW: memory gets 16 bits, a register as many as the operand size says. */
export function smsw<T>(p: usize): usize {
  store<u32>(CURP, p);
  if (load<u8>(CPL) && (load<u64>(CR4) & CR4_UMIP) != 0) raiseGP();
  if (intercepted(0, 0)) return exitInstruction(p, 0, 0, 0);
  if (isMem(p)) st<u16>(ea(p), <u16>load<u64>(CR0), p); else wr<T>(dst(p), <T>load<u64>(CR0));
  return next(p);
}
export function clts(p: usize): usize {
  store<u32>(CURP, p);
  if (load<u8>(CPL)) raiseGP();
  if (intercepted(0, 16)) return exitInstruction(p, 0x10, 0, 0);
  store<u64>(CR0, load<u64>(CR0) & ~CR0_TS);
  return next(p);
}

/** XGETBV: XCR0, or with XGETBV1 the components of XCR0 in use. */
export function xgetbv(p: usize): usize {
  store<u32>(CURP, p);
  if (!(load<u64>(CR4) & CR4_OSXSAVE)) raiseUD();
  const n = load<u32>(RCX);
  if (n > 1 || (n == 1 && !hasFeature(F_XGETBV1))) raiseGP();
  const v = n ? componentsInUse() : load<u64>(XCR0);
  store<u64>(RAX, v & 0xffffffff); store<u64>(RDX, v >> 32);
  return next(p);
}
/** XSETBV: the intercept comes before every #GP. */
export function xsetbv(p: usize): usize {
  store<u32>(CURP, p);
  if (!(load<u64>(CR4) & CR4_OSXSAVE)) raiseUD();
  if (intercepted(4, 13)) return exitInstruction(p, 0x8d, 0, 0);
  const v = (load<u64>(RDX) << 32) | load<u32>(RAX);
  if (load<u8>(CPL) || load<u32>(RCX) != 0 || !xcr0Legal(v)) raiseGP();
  store<u64>(XCR0, v);
  return leaveNext(p);
}
