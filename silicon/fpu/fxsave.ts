// FXSAVE and FXRSTOR, whose region begins every XSAVE area, and the MXCSR they share with LDMXCSR.
import { FCW, FSW, FTW, FOP, FIP, FDP, FCS, FDS, MXCSR, XMM, CR4, EFER, CPL, CODE_MODE, CURP } from "../gen/layout";
import { ea, next } from "../record";
import { ld, st, checkOperand, probeRead, probeWrite } from "../mem";
import { raiseGP } from "../fault";
import { hasFeature, F_MISALIGNSSE, F_XSAVEERPTR } from "../system/features";
import { checkFpuNoWait, checkSse } from "./check";
import { setControl } from "./state";
import { st_ } from "./stack";

const FSW_ES: u32 = 0x80;
const CR4_OSFXSR: u32 = 0x200;
const EFER_FFXSR: u64 = 0x4000;
/** MXCSR after reset, and what XRSTOR makes of an absent SSE component. */
export const MXCSR_RESET: u32 = 0x1f80;

/** Bits of MXCSR that can be set: what the save areas call its mask. */
export function mxcsrMask(): u32 { return hasFeature(F_MISALIGNSSE) ? 0x2ffff : 0xffff; }
/** #GP for bits of MXCSR that do not exist. */
export function checkMxcsr(v: u32, p: usize): void { if (v & ~mxcsrMask()) { store<u32>(CURP, p); raiseGP(0); } }

export function ldmxcsr(p: usize): usize {
  checkSse(p);
  const v = ld<u32>(ea(p), p);
  checkMxcsr(v, p);
  store<u32>(MXCSR, v);
  return next(p);
}
export function stmxcsr(p: usize): usize { checkSse(p); st<u32>(ea(p), load<u32>(MXCSR), p); return next(p); }

// @ts-ignore: decorator
@inline export function xmmCount(): u32 { return load<u8>(CODE_MODE) == 2 ? 16 : 8; }

/** Where the processor does not promise more, the pointers of the last instruction go only with a pending exception. */
function pointersGo(status: u32): bool { return (status & FSW_ES) != 0 || hasFeature(F_XSAVEERPTR); }
/** The x87 state into the first 160 bytes of an area. */
export function storeX87<T>(a: u64, p: usize): void {
  const pointers = pointersGo(load<u16>(FSW));
  st<u16>(a, load<u16>(FCW), p); st<u16>(a + 2, load<u16>(FSW), p);
  st<u16>(a + 4, load<u16>(FTW) & 0xff, p); st<u16>(a + 6, pointers ? load<u16>(FOP) : 0, p);
  let ip = load<u64>(FIP), dp = load<u64>(FDP);
  if (sizeof<T>() != 8) {
    ip = (ip & 0xffffffff) | (<u64>load<u16>(FCS) << 32);
    dp = (dp & 0xffffffff) | (<u64>load<u16>(FDS) << 32);
  }
  st<u64>(a + 8, pointers ? ip : 0, p); st<u64>(a + 16, pointers ? dp : 0, p);
  for (let i: u32 = 0; i < 8; i++) {
    const r = st_(i), at = a + 32 + (i << 4);
    st<u64>(at, load<u64>(r), p); st<u64>(at + 8, load<u16>(r, 8), p);
  }
}
/** The x87 state from there. */
export function loadX87<T>(a: u64, p: usize): void {
  const control = ld<u16>(a, p), status = ld<u16>(a + 2, p), tags = ld<u16>(a + 4, p), op = ld<u16>(a + 6, p);
  const ip = ld<u64>(a + 8, p), dp = ld<u64>(a + 16, p);
  store<u16>(FSW, status); store<u16>(FTW, tags & 0xff);
  if (pointersGo(status)) {
    store<u16>(FOP, op & 0x7ff);
    if (sizeof<T>() == 8) { store<u64>(FIP, ip); store<u64>(FDP, dp); store<u16>(FCS, 0); store<u16>(FDS, 0); }
    else {
      store<u64>(FIP, ip & 0xffffffff); store<u16>(FCS, <u16>(ip >> 32));
      store<u64>(FDP, dp & 0xffffffff); store<u16>(FDS, <u16>(dp >> 32));
    }
  }
  for (let i: u32 = 0; i < 8; i++) {
    const r = st_(i), at = a + 32 + (i << 4);
    store<u64>(r, ld<u64>(at, p)); store<u16>(r, ld<u16>(at + 8, p), 8);
  }
  setControl(control);
}
/** Halves of the vector registers to guest memory, and from there. */
export function storeVectors(registers: usize, a: u64, p: usize): void {
  const words = xmmCount() << 1;
  for (let i: u32 = 0; i < words; i++) st<u64>(a + (i << 3), load<u64>(registers + (i << 3)), p);
}
export function loadVectors(registers: usize, a: u64, p: usize): void {
  const words = xmmCount() << 1;
  for (let i: u32 = 0; i < words; i++) store<u64>(registers + (i << 3), ld<u64>(a + (i << 3), p));
}
/** Does FXSAVE deal with the XMM registers? Not in the fast form for kernels, nor before the system says it knows them. */
function fxsaveVectors(): bool {
  if (!(load<u32>(CR4) & CR4_OSFXSR)) return false;
  return !((load<u64>(EFER) & EFER_FFXSR) && load<u8>(CPL) == 0 && load<u8>(CODE_MODE) == 2);
}
/** Address of the FXSAVE area: 16-byte aligned, else #GP(0); where alignment is checked, an address that is not a multiple of 4 is #AC. */
function fxsaveArea(p: usize): u64 {
  const a = ea(p);
  if (a & 15) { checkOperand(a, 4, p); raiseGP(0); }
  return a;
}
export function fxsave<T>(p: usize): usize {
  checkFpuNoWait(p);
  const a = fxsaveArea(p);
  probeWrite(a, 512, p);
  storeX87<T>(a, p);
  if (load<u32>(CR4) & CR4_OSFXSR) { st<u32>(a + 24, load<u32>(MXCSR), p); st<u32>(a + 28, mxcsrMask(), p); }
  if (fxsaveVectors()) storeVectors(XMM, a + 160, p);
  return next(p);
}
export function fxrstor<T>(p: usize): usize {
  checkFpuNoWait(p);
  const a = fxsaveArea(p);
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
