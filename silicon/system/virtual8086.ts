// The extensions of CR4.VME and CR4.PVI: a virtual interrupt flag for programs below IOPL, and software interrupts that a virtual-8086
// program handles itself.
import { CPL, CR4, CURP, RFLAGS, SEG_CS, SEG_TR } from "../gen/layout";
import { nextRip } from "../record";
import { ld, ldSys } from "../mem";
import { raiseGP } from "../fault";
import { getFlags, setFlags, F_AC, F_IF, F_IOPL, F_RF, F_TF, F_VIF, F_VIP, F_VM } from "../flags";
import { leaveTo } from "../exec/leave";
import { noticeEvents } from "../exec/events";
import { suppressStep } from "../exec/run";
import { S_CS } from "./descriptor";
import { setVirtual, updateCodeMode } from "./segment";
import { frameMask, frameTop, openCurrentFrame, probeOwn, pushOwn, setRsp } from "./stackFrame";
import { updateExact } from "./debug";
import { ioMapOffset } from "./taskState";

const CR4_VME: u64 = 1; const CR4_PVI: u64 = 2;
/** The redirection map: a bit a vector, before the I/O permission map. */
const MAP_BYTES: u64 = 32;

/** In virtual-8086 mode, without the privilege level for IF. */
export function virtualBelowIopl(flags: u64): bool { return (flags & F_VM) != 0 && (flags & F_IOPL) != F_IOPL; }
/** CLI and STI without the privilege level for IF act on VIF. */
export function actsOnVif(flags: u64): bool {
  const cr4 = load<u64>(CR4);
  return flags & F_VM ? (cr4 & CR4_VME) != 0 : (cr4 & CR4_PVI) != 0 && load<u8>(CPL) == 3;
}
/** #GP(0) unless PUSHF, POPF and IRET of a virtual-8086 program below IOPL may use VIF: 16-bit forms, with VME. */
export function checkVif(size: i32): void { if (size != 2 || !(load<u64>(CR4) & CR4_VME)) raiseGP(); }
/** RFLAGS as such a program sees them: VIF stands for IF, and IOPL seems to be 3. */
export function virtualImage(flags: u64): u64 { return (flags & ~F_IF) | F_IOPL | (flags & F_VIF ? F_IF : 0); }
/** The flags that such a program loads: IF goes to VIF, and what the monitor must deal with is #GP(0). */
export function fromVirtualImage(image: u64, flags: u64): u64 {
  if ((image & F_TF) != 0 || ((image & F_IF) != 0 && (flags & F_VIP) != 0)) raiseGP();
  const kept = F_IF | F_IOPL | ~<u64>0xffff;
  return (((flags & kept) | (image & ~kept)) & ~(F_VIF | F_RF)) | (image & F_IF ? F_VIF : 0);
}

/** Does INTn of a virtual-8086 program go to its own handler? #GP(0) where it may go nowhere. */
export function redirected(vector: u32): bool {
  if (load<u64>(CR4) & CR4_VME) {
    const at = ioMapOffset() - MAP_BYTES + (vector >> 3);
    if (at > load<u32>(SEG_TR, 4)) raiseGP();
    if (!((<u32>ldSys(load<u64>(SEG_TR, 8) + at, 1) >> (vector & 7)) & 1)) return true;
  }
  if (virtualBelowIopl(load<u64>(RFLAGS))) raiseGP();
  return false;
}
/** INTn as in real mode, on the program's own stack. */
export function enterOwnHandler(p: usize, vector: u32): usize {
  const flags = getFlags() & ~F_RF, below = virtualBelowIopl(flags), target = ld<u32>(vector << 2, p);
  store<u32>(CURP, <u32>p);
  openCurrentFrame(0);
  probeOwn<u16>(3, p);
  pushOwn<u16>(<u16>(below ? virtualImage(flags) : flags), p);
  pushOwn<u16>(load<u16>(SEG_CS), p);
  pushOwn<u16>(<u16>nextRip(p), p);
  setRsp(frameMask(), frameTop());
  setVirtual(S_CS, target >> 16);
  setFlags(flags & ~(F_TF | F_AC | (below ? F_VIF : F_IF)));
  suppressStep();
  updateCodeMode();
  updateExact();
  noticeEvents();
  return leaveTo(p, target & 0xffff);
}
