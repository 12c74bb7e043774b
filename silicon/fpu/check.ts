// What x87, MMX, SSE and AVX instructions look at before anything else: #UD, #NM, then a pending x87 exception.
import { CR0, CR4, XCR0, FSW, FTW, CURP, HALTED, MWAITING, HWCR, IGNNE, SHADOW } from "../gen/layout";
import { raise, resumeAtRip, V_UD, V_NM, V_MF } from "../fault";
import { sync } from "../exec/leave";
import { noticeEvents } from "../exec/events";
import { intercepted, vmexit } from "../svm/intercept";
import { MSR_IGNNE } from "../gen/msrs";

// @ts-ignore: decorator
@external("env", "ferr") declare function ferr(): void;

const CR0_MP: u32 = 2; const CR0_EM: u32 = 4; const CR0_TS: u32 = 8; const CR0_NE: u32 = 0x20;
const CR4_OSFXSR: u32 = 0x200; const CR4_OSXSAVE: u32 = 0x40000;
/** Bits of XCR0: SSE and AVX state. */
const XCR0_YMM: u32 = 6;
const FSW_ES: u32 = 0x80;
const HWCR_IGNNE_EM: u64 = 0x100;
const VMEXIT_FERR_FREEZE: u64 = 0x7e;

function fail(p: usize, vector: u32): void { store<u32>(CURP, p); raise(vector, 0); }

/** IGNNE, from the pin or, where HWCR says so, from its MSR. */
function ignored(): bool { return (load<u64>(HWCR) & HWCR_IGNNE_EM ? load<u8>(MSR_IGNNE) & 1 : load<u8>(IGNNE)) != 0; }
/**
 * An unmasked x87 exception waits: #MF; with CR0.NE clear the processor reports it by FERR# and stands still before the instruction until an
 * interrupt comes, unless IGNNE tells it to go on.
 */
function pendingError(p: usize): void {
  if (load<u32>(CR0) & CR0_NE) fail(p, V_MF);
  if (ignored()) return;
  sync(p);
  // An interrupt shadow over the instruction would keep away what is waited for.
  store<u8>(SHADOW, 0);
  if (intercepted(3, 30)) vmexit(VMEXIT_FERR_FREEZE, 0, 0);
  else {
    store<u8>(HALTED, 1);
    store<u8>(MWAITING, 0);
    ferr();
    noticeEvents();
  }
  resumeAtRip();
}
/** May an x87 instruction run that does not look at pending exceptions (FNSTSW, FNINIT, FXSAVE...)? */
// @ts-ignore: decorator
@inline export function checkFpuNoWait(p: usize): void { if (load<u32>(CR0) & (CR0_EM | CR0_TS)) fail(p, V_NM); }
/** May an x87 instruction run now? */
// @ts-ignore: decorator
@inline export function checkFpu(p: usize): void {
  checkFpuNoWait(p);
  if (load<u16>(FSW) & FSW_ES) pendingError(p);
}
/** FWAIT looks at TS only together with MP. */
export function checkWait(p: usize): void {
  if ((load<u32>(CR0) & (CR0_MP | CR0_TS)) == (CR0_MP | CR0_TS)) fail(p, V_NM);
  if (load<u16>(FSW) & FSW_ES) pendingError(p);
}
function refuseSse(p: usize): void {
  if ((load<u32>(CR0) & CR0_EM) || !(load<u32>(CR4) & CR4_OSFXSR)) fail(p, V_UD);
  fail(p, V_NM);
}
/** May an SSE instruction run now? */
// @ts-ignore: decorator
@inline export function checkSse(p: usize): void {
  if ((load<u32>(CR0) & (CR0_EM | CR0_TS)) | (~load<u32>(CR4) & CR4_OSFXSR)) refuseSse(p);
}
function refuseAvx(p: usize): void {
  if (!(load<u32>(CR4) & CR4_OSXSAVE) || (load<u32>(XCR0) & XCR0_YMM) != XCR0_YMM) fail(p, V_UD);
  fail(p, V_NM);
}
/** May an instruction with a VEX prefix and vector registers run now? */
// @ts-ignore: decorator
@inline export function checkAvx(p: usize): void {
  if ((load<u32>(CR0) & CR0_TS) | (~load<u32>(CR4) & CR4_OSXSAVE) | (~load<u32>(XCR0) & XCR0_YMM)) refuseAvx(p);
}
function refuseMmx(p: usize): void {
  const cr0 = load<u32>(CR0);
  if (cr0 & CR0_EM) fail(p, V_UD);
  if (cr0 & CR0_TS) fail(p, V_NM);
  pendingError(p);
}
/** May an MMX instruction run now? */
// @ts-ignore: decorator
@inline export function checkMmx(p: usize): void {
  if ((load<u32>(CR0) & (CR0_EM | CR0_TS)) | (load<u16>(FSW) & FSW_ES)) refuseMmx(p);
}
/** Every MMX instruction but EMMS leaves all registers in use and the top of the stack at 0. */
// @ts-ignore: decorator
@inline export function enterMmx(): void { store<u16>(FTW, 0xff); store<u16>(FSW, load<u16>(FSW) & 0xc7ff); }
