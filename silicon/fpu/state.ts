// x87 control and status: the instructions that compute nothing.
import { FCW, FSW, FTW, FOP, FIP, FDP, FCS, FDS, IGNNE, RAX } from "../gen/layout";
import { ea, next } from "../record";
import { ld, st } from "../mem";
import { checkFpu, checkFpuNoWait, checkMmx, checkWait } from "./check";
import { beginKeepingC1 } from "./x87Exception";

/** Make ES and B follow the exceptions that FCW leaves unmasked. */
export function updateSummary(): void {
  const w = load<u16>(FSW);
  const pending = (w & ~load<u16>(FCW) & 0x3f) != 0;
  store<u16>(FSW, pending ? w | 0x8080 : w & 0x7f7f);
  if (!pending) dropFerr();
}
/** No error waits any more: FERR# goes, and the chipset takes IGNNE# with it. */
function dropFerr(): void { store<u8>(IGNNE, 0); }
/** Load FCW: reserved bit 6 reads as one, 7 and 13 to 15 as zero. */
export function setControl(v: u32): void { store<u16>(FCW, <u16>((v & 0x1f3f) | 0x40)); updateSummary(); }

/** The state FNINIT makes. */
export function resetFpu(): void {
  store<u16>(FCW, 0x37f); store<u16>(FSW, 0); store<u16>(FTW, 0);
  store<u16>(FOP, 0); store<u64>(FIP, 0); store<u64>(FDP, 0); store<u16>(FCS, 0); store<u16>(FDS, 0);
  dropFerr();
}
export function fninit(p: usize): usize { checkFpuNoWait(p); resetFpu(); return next(p); }
export function fnclex(p: usize): usize { checkFpuNoWait(p); store<u16>(FSW, load<u16>(FSW) & 0x7f00); dropFerr(); return next(p); }
export function fnstcw(p: usize): usize { checkFpuNoWait(p); st<u16>(ea(p), load<u16>(FCW), p); return next(p); }
export function fldcw(p: usize): usize { checkFpu(p); setControl(ld<u16>(ea(p), p)); return next(p); }
export function fnstsw(p: usize): usize { checkFpuNoWait(p); st<u16>(ea(p), load<u16>(FSW), p); return next(p); }
export function fnstswAx(p: usize): usize { checkFpuNoWait(p); store<u16>(RAX, load<u16>(FSW)); return next(p); }
/** It notes its address as instructions that compute do. */
export function fnop(p: usize): usize { checkFpu(p); beginKeepingC1(p); return next(p); }
export function fwait(p: usize): usize { checkWait(p); return next(p); }
/** FNENI, FNDISI and FNSETPM of the early coprocessors do nothing. */
export function fneni(p: usize): usize { checkFpuNoWait(p); return next(p); }
export function emms(p: usize): usize { checkMmx(p); store<u16>(FTW, 0); store<u16>(FSW, load<u16>(FSW) & 0xc7ff); return next(p); }
