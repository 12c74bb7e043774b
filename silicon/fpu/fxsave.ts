// FXSAVE, FXRSTOR, XSAVE and XRSTOR, and the MXCSR they share with LDMXCSR.
import { FCW, FSW, FTW, FOP, FIP, FDP, FCS, FDS, MXCSR, XMM, YMM_HI, XCR0, CR0, CR4, EFER, CPL, CODE_MODE, RAX, RDX,
  CURP } from "../gen/layout";
import { ea, next } from "../record";
import { ld, st, probeRead, probeWrite } from "../mem";
import { raise, raiseGP, raiseUD, V_NM } from "../fault";
import { hasFeature, F_MISALIGNSSE, F_XSAVEOPT } from "../system/features";
import { checkFpuNoWait, checkSse } from "./check";
import { aligned } from "./operand";
import { resetFpu, setControl } from "./state";
import { st_ } from "./stack";

const X87: u64 = 1; const SSE: u64 = 2; const AVX: u64 = 4;
const CR0_TS: u32 = 8;
const FSW_ES: u32 = 0x80;
const CR4_OSFXSR: u32 = 0x200; const CR4_OSXSAVE: u32 = 0x40000;
const EFER_FFXSR: u64 = 0x4000;
const HEADER: u64 = 512; const AVX_AREA: u64 = 576;
/** MXCSR after reset, and what XRSTOR makes of an absent SSE component. */
export const MXCSR_RESET: u32 = 0x1f80;

/** Bits of MXCSR that can be set. */
function mxcsrMask(): u32 { return hasFeature(F_MISALIGNSSE) ? 0x2ffff : 0xffff; }
function checkMxcsr(v: u32, p: usize): void { if (v & ~mxcsrMask()) { store<u32>(CURP, p); raiseGP(0); } }

export function ldmxcsr(p: usize): usize {
  checkSse(p);
  const v = ld<u32>(ea(p), p);
  checkMxcsr(v, p);
  store<u32>(MXCSR, v);
  return next(p);
}
export function stmxcsr(p: usize): usize { checkSse(p); st<u32>(ea(p), load<u32>(MXCSR), p); return next(p); }

// @ts-ignore: decorator
@inline function xmmCount(): u32 { return load<u8>(CODE_MODE) == 2 ? 16 : 8; }

/** The pointers of the last instruction are saved only while an exception is pending; else the fields are zero. */
function storeX87<T>(a: u64, p: usize): void {
  const pending = (load<u16>(FSW) & FSW_ES) != 0;
  st<u16>(a, load<u16>(FCW), p); st<u16>(a + 2, load<u16>(FSW), p);
  st<u16>(a + 4, load<u16>(FTW) & 0xff, p); st<u16>(a + 6, pending ? load<u16>(FOP) : 0, p);
  let ip = load<u64>(FIP), dp = load<u64>(FDP);
  if (sizeof<T>() != 8) {
    ip = (ip & 0xffffffff) | (<u64>load<u16>(FCS) << 32);
    dp = (dp & 0xffffffff) | (<u64>load<u16>(FDS) << 32);
  }
  st<u64>(a + 8, pending ? ip : 0, p); st<u64>(a + 16, pending ? dp : 0, p);
  for (let i: u32 = 0; i < 8; i++) {
    const r = st_(i), at = a + 32 + (i << 4);
    st<u64>(at, load<u64>(r), p); st<u64>(at + 8, load<u16>(r, 8), p);
  }
}
function loadX87<T>(a: u64, p: usize): void {
  const control = ld<u16>(a, p), status = ld<u16>(a + 2, p), tags = ld<u16>(a + 4, p), op = ld<u16>(a + 6, p);
  const ip = ld<u64>(a + 8, p), dp = ld<u64>(a + 16, p);
  store<u16>(FSW, status); store<u16>(FTW, tags & 0xff); store<u16>(FOP, op & 0x7ff);
  if (sizeof<T>() == 8) { store<u64>(FIP, ip); store<u64>(FDP, dp); store<u16>(FCS, 0); store<u16>(FDS, 0); }
  else {
    store<u64>(FIP, ip & 0xffffffff); store<u16>(FCS, <u16>(ip >> 32));
    store<u64>(FDP, dp & 0xffffffff); store<u16>(FDS, <u16>(dp >> 32));
  }
  for (let i: u32 = 0; i < 8; i++) {
    const r = st_(i), at = a + 32 + (i << 4);
    store<u64>(r, ld<u64>(at, p)); store<u16>(r, ld<u16>(at + 8, p), 8);
  }
  setControl(control);
}
/** Halves of the vector registers to guest memory. */
function storeVectors(registers: usize, a: u64, p: usize): void {
  const words = xmmCount() << 1;
  for (let i: u32 = 0; i < words; i++) st<u64>(a + (i << 3), load<u64>(registers + (i << 3)), p);
}
function loadVectors(registers: usize, a: u64, p: usize): void {
  const words = xmmCount() << 1;
  for (let i: u32 = 0; i < words; i++) store<u64>(registers + (i << 3), ld<u64>(a + (i << 3), p));
}
/** Does FXSAVE deal with the XMM registers? Not in the fast form for kernels, nor before the system says it knows them. */
function fxsaveVectors(): bool {
  if (!(load<u32>(CR4) & CR4_OSFXSR)) return false;
  return !((load<u64>(EFER) & EFER_FFXSR) && load<u8>(CPL) == 0 && load<u8>(CODE_MODE) == 2);
}
export function fxsave<T>(p: usize): usize {
  checkFpuNoWait(p);
  const a = aligned(ea(p), p);
  probeWrite(a, 512, p);
  storeX87<T>(a, p);
  if (load<u32>(CR4) & CR4_OSFXSR) { st<u32>(a + 24, load<u32>(MXCSR), p); st<u32>(a + 28, mxcsrMask(), p); }
  if (fxsaveVectors()) storeVectors(XMM, a + 160, p);
  return next(p);
}
export function fxrstor<T>(p: usize): usize {
  checkFpuNoWait(p);
  const a = aligned(ea(p), p);
  probeRead(a, 512, p);
  if (load<u32>(CR4) & CR4_OSFXSR) {
    const mxcsr = ld<u32>(a + 24, p);
    checkMxcsr(mxcsr, p);
    store<u32>(MXCSR, mxcsr);
  }
  loadX87<T>(a, p);
  if (fxsaveVectors()) loadVectors(XMM, a + 160, p);
  return next(p);
}

function checkXsave(p: usize): void {
  store<u32>(CURP, p);
  if (!(load<u32>(CR4) & CR4_OSXSAVE)) raiseUD();
  if (load<u32>(CR0) & CR0_TS) raise(V_NM, 0);
}
/** Address of the save area: 64-byte aligned. */
function xsaveArea(p: usize): u64 {
  const a = ea(p);
  if (a & 63) { store<u32>(CURP, p); raiseGP(0); }
  return a;
}
// @ts-ignore: decorator
@inline function requested(): u64 { return (<u64>load<u32>(RAX) | (<u64>load<u32>(RDX) << 32)) & load<u64>(XCR0); }
// @ts-ignore: decorator
@inline function areaBytes(): i32 { return load<u64>(XCR0) & AVX ? 832 : 576; }

/** Every component that is enabled counts as in use, so XSTATE_BV gets exactly the requested bits. */
export function xsave<T>(p: usize): usize {
  checkXsave(p);
  const a = xsaveArea(p), mask = requested();
  probeWrite(a, areaBytes(), p);
  const before = ld<u64>(a + HEADER, p);
  if (mask & X87) storeX87<T>(a, p);
  if (mask & (SSE | AVX)) { st<u32>(a + 24, load<u32>(MXCSR), p); st<u32>(a + 28, mxcsrMask(), p); }
  if (mask & SSE) storeVectors(XMM, a + 160, p);
  if (mask & AVX) storeVectors(YMM_HI, a + AVX_AREA, p);
  st<u64>(a + HEADER, before | mask, p);
  return next(p);
}
export function xsaveopt<T>(p: usize): usize {
  if (!hasFeature(F_XSAVEOPT)) { store<u32>(CURP, p); raiseUD(); }
  return xsave<T>(p);
}
function clearVectors(registers: usize): void { memory.fill(registers, 0, <usize>xmmCount() << 4); }

export function xrstor<T>(p: usize): usize {
  checkXsave(p);
  const a = xsaveArea(p), mask = requested();
  probeRead(a, areaBytes(), p);
  const present = ld<u64>(a + HEADER, p);
  store<u32>(CURP, p);
  if ((present & ~load<u64>(XCR0)) || ld<u64>(a + HEADER + 8, p) || ld<u64>(a + HEADER + 16, p)) { store<u32>(CURP, p); raiseGP(0); }
  // MXCSR has no presence bit of its own in this form: it is loaded whenever SSE or AVX is requested.
  if (mask & (SSE | AVX)) {
    const mxcsr = ld<u32>(a + 24, p);
    checkMxcsr(mxcsr, p);
    store<u32>(MXCSR, mxcsr);
  }
  if (mask & X87) {
    if (present & X87) loadX87<T>(a, p);
    else { resetFpu(); for (let i: u32 = 0; i < 8; i++) { const r = st_(i); store<u64>(r, 0); store<u64>(r, 0, 8); } }
  }
  if (mask & SSE) { if (present & SSE) loadVectors(XMM, a + 160, p); else clearVectors(XMM); }
  if (mask & AVX) { if (present & AVX) loadVectors(YMM_HI, a + AVX_AREA, p); else clearVectors(YMM_HI); }
  return next(p);
}
