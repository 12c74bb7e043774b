// XSAVE and its family: the state components that XCR0 enables, to memory and back. A component is in use when it is not as after a reset.
import { FCW, FSW, FTW, FOP, FIP, FDP, FCS, FDS, ST, MXCSR, XMM, YMM_HI, XCR0, CR0, CR4, CPL, RAX, RDX, CURP, PKRU } from "../gen/layout";
import { MSR_XSS } from "../gen/msrs";
import { ea, next } from "../record";
import { ld, st, probeRead, probeWrite } from "../mem";
import { raise, raiseGP, raiseUD, V_NM } from "../fault";
import { hasFeature, F_XSAVEOPT, F_XSAVEC, F_XSAVES } from "../system/features";
import { xsaveBytes, xsaveOffset } from "../system/cpuid";
import { writePkru } from "../system/protectionKeys";
import { checkMxcsr, mxcsrMask, storeX87, loadX87, storeVectors, loadVectors, xmmCount, MXCSR_RESET } from "./fxsave";
import { resetFpu } from "./state";

const X87: u64 = 1; const SSE: u64 = 2; const AVX: u64 = 4; const KEYS: u64 = 0x200;
const AVX_NUMBER = 2; const KEYS_NUMBER = 9;
const CR0_TS: u32 = 8; const CR4_OSXSAVE: u32 = 0x40000;
/** The header: XSTATE_BV, XCOMP_BV, 48 bytes reserved. */
const HEADER: u64 = 512; const LAYOUT: u64 = 520; const RESERVED: u64 = 528; const HEADER_END: u64 = 576;
/** In XCOMP_BV: the components lie one after another. */
const COMPACTED: u64 = 0x8000000000000000;

function refuse(p: usize): void { store<u32>(CURP, p); raiseGP(0); }
function check(p: usize): void {
  store<u32>(CURP, p);
  if (!(load<u32>(CR4) & CR4_OSXSAVE)) raiseUD();
  if (load<u32>(CR0) & CR0_TS) raise(V_NM, 0);
}
function checkSupervisor(p: usize): void {
  store<u32>(CURP, p);
  if (!hasFeature(F_XSAVES)) raiseUD();
  check(p);
  if (load<u8>(CPL)) raiseGP(0);
}
/** Address of the save area: 64-byte aligned. */
function area(p: usize): u64 {
  const a = ea(p);
  if (a & 63) refuse(p);
  return a;
}
// @ts-ignore: decorator
@inline function asked(): u64 { return <u64>load<u32>(RAX) | (<u64>load<u32>(RDX) << 32); }
/** Components that XSAVES knows. */
function enabledWithSupervisor(): u64 { return load<u64>(XCR0) | load<u64>(MSR_XSS); }

function anySet(at: usize, bytes: usize): bool {
  for (let i: usize = 0; i < bytes; i += 8) if (load<u64>(at + i)) return true;
  return false;
}
function x87InUse(): bool {
  return load<u16>(FCW) != 0x37f || (load<u16>(FSW) | load<u16>(FTW) | load<u16>(FOP) | load<u16>(FCS) | load<u16>(FDS)) != 0
    || (load<u64>(FIP) | load<u64>(FDP)) != 0 || anySet(ST, 128);
}
/** Enabled components in use. MXCSR belongs to none for XSAVE and XSAVEOPT, which always save it, and to SSE for all others. */
function inUse(withMxcsr: bool): u64 {
  let used: u64 = 0;
  if (x87InUse()) used = X87;
  if (anySet(XMM, 256) || (withMxcsr && load<u32>(MXCSR) != MXCSR_RESET)) used |= SSE;
  if (anySet(YMM_HI, 256)) used |= AVX;
  if (load<u32>(PKRU)) used |= KEYS;
  return used;
}
/** What XGETBV of register 1 answers. */
export function componentsInUse(): u64 { return inUse(true) & load<u64>(XCR0); }

/** Components `mask` to the area at `a`, laid out by `layout`. */
function storeComponents<T>(a: u64, mask: u64, layout: u64, p: usize): void {
  if (mask & X87) storeX87<T>(a, p);
  if (mask & SSE) storeVectors(XMM, a + 160, p);
  if (mask & AVX) storeVectors(YMM_HI, a + xsaveOffset(AVX_NUMBER, layout), p);
  if (mask & KEYS) st<u64>(a + xsaveOffset(KEYS_NUMBER, layout), load<u32>(PKRU), p);
}
function storeMxcsr(a: u64, p: usize): void { st<u32>(a + 24, load<u32>(MXCSR), p); st<u32>(a + 28, mxcsrMask(), p); }

/** The standard format; `onlyUsed`: a component as after a reset need not be written. */
function saveStandard<T>(p: usize, onlyUsed: bool): usize {
  check(p);
  const a = area(p), mask = asked() & load<u64>(XCR0), used = mask & inUse(false);
  probeWrite(a, xsaveBytes(mask, false), p);
  const before = ld<u64>(a + HEADER, p);
  storeComponents<T>(a, onlyUsed ? used : mask, 0, p);
  if (mask & (SSE | AVX)) storeMxcsr(a, p);
  st<u64>(a + HEADER, (before & ~mask) | used, p);
  return next(p);
}
/** The compacted format, of what is in use. */
function saveCompacted<T>(p: usize, enabled: u64): usize {
  const a = area(p), mask = asked() & enabled, used = mask & inUse(true), layout = mask | COMPACTED;
  probeWrite(a, xsaveBytes(mask, true), p);
  storeComponents<T>(a, used, layout, p);
  if (used & SSE) storeMxcsr(a, p);
  st<u64>(a + HEADER, used, p);
  st<u64>(a + LAYOUT, layout, p);
  return next(p);
}
export function xsave<T>(p: usize): usize { return saveStandard<T>(p, false); }
export function xsaveopt<T>(p: usize): usize {
  if (!hasFeature(F_XSAVEOPT)) { store<u32>(CURP, p); raiseUD(); }
  return saveStandard<T>(p, true);
}
export function xsavec<T>(p: usize): usize {
  if (!hasFeature(F_XSAVEC)) { store<u32>(CURP, p); raiseUD(); }
  check(p);
  return saveCompacted<T>(p, load<u64>(XCR0));
}
/** XSAVES writes every component in use, modified since the last XRSTORS or not. */
export function xsaves<T>(p: usize): usize { checkSupervisor(p); return saveCompacted<T>(p, enabledWithSupervisor()); }

function loadMxcsr(a: u64, p: usize): void {
  const v = ld<u32>(a + 24, p);
  checkMxcsr(v, p);
  store<u32>(MXCSR, v);
}
function clearVectors(registers: usize): void { memory.fill(registers, 0, <usize>xmmCount() << 4); }
/** Components `mask`: those that are `present` from the area, the others as after a reset. */
function loadComponents<T>(a: u64, mask: u64, present: u64, layout: u64, p: usize): void {
  if (mask & X87) { if (present & X87) loadX87<T>(a, p); else { resetFpu(); memory.fill(ST, 0, 128); } }
  if (mask & SSE) { if (present & SSE) loadVectors(XMM, a + 160, p); else clearVectors(XMM); }
  if (mask & AVX) { if (present & AVX) loadVectors(YMM_HI, a + xsaveOffset(AVX_NUMBER, layout), p); else clearVectors(YMM_HI); }
  if (mask & KEYS) writePkru(present & KEYS ? ld<u32>(a + xsaveOffset(KEYS_NUMBER, layout), p) : 0);
}
function restoreStandard<T>(p: usize, a: u64, mask: u64, present: u64): usize {
  if ((present & ~load<u64>(XCR0)) || ld<u64>(a + LAYOUT, p) || ld<u64>(a + RESERVED, p)) refuse(p);
  probeRead(a, xsaveBytes(mask & present, false), p);
  // MXCSR has no presence bit of its own in this form.
  if (mask & (SSE | AVX)) loadMxcsr(a, p);
  loadComponents<T>(a, mask, present, 0, p);
  return next(p);
}
function restoreCompacted<T>(p: usize, a: u64, enabled: u64, present: u64, layout: u64): usize {
  const mask = asked() & enabled;
  if ((layout & ~(enabled | COMPACTED)) || (present & ~layout)) refuse(p);
  for (let at = RESERVED; at < HEADER_END; at += 8) if (ld<u64>(a + at, p)) refuse(p);
  probeRead(a, xsaveBytes(layout & ~COMPACTED, true), p);
  if (mask & SSE) { if (present & SSE) loadMxcsr(a, p); else store<u32>(MXCSR, MXCSR_RESET); }
  loadComponents<T>(a, mask, present, layout, p);
  return next(p);
}
export function xrstor<T>(p: usize): usize {
  check(p);
  const a = area(p);
  probeRead(a, <i32>HEADER_END, p);
  const present = ld<u64>(a + HEADER, p), layout = ld<u64>(a + LAYOUT, p);
  if ((layout & COMPACTED) && hasFeature(F_XSAVEC)) return restoreCompacted<T>(p, a, load<u64>(XCR0), present, layout);
  return restoreStandard<T>(p, a, asked() & load<u64>(XCR0), present);
}
/** XRSTORS takes the compacted format only. */
export function xrstors<T>(p: usize): usize {
  checkSupervisor(p);
  const a = area(p);
  probeRead(a, <i32>HEADER_END, p);
  const layout = ld<u64>(a + LAYOUT, p);
  if (!(layout & COMPACTED)) refuse(p);
  return restoreCompacted<T>(p, a, enabledWithSupervisor(), ld<u64>(a + HEADER, p), layout);
}
