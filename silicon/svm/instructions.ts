// The SVM instructions.
import { RAX, RCX, CR0, EFER, RFLAGS, CPL, CURP, GIF, IN_GUEST, NPT_ON, VLS_ON, IN_SMM, INT_CTL, SEGS, STAR, LSTAR, CSTAR, SFMASK, KERNEL_GS_BASE, SYSENTER_CS,
  SYSENTER_ESP, SYSENTER_EIP, CR4 } from "../gen/layout";
import { hasFeature, physicalLimitBits, F_SVME_ADDR_CHK, F_DECODEASSISTS } from "../system/features";
import { imm, next, nextRip, ripOf } from "../record";
import { F_VM } from "../flags";
import { raiseGP, raiseUD } from "../fault";
import { READ, WRITE } from "../mem";
import { nestedFinal } from "../mmu/nestedWalk";
import { physRead, physWrite } from "../mmu/phys";
import { flushPage, forgetTables } from "../mmu/tlb";
import { leaveNext, leaveTo, EXIT_RECORD } from "../exec/leave";
import { noticeEvents } from "../exec/events";
import { isCanonical } from "../system/segment";
import { intercepted } from "./intercept";
import { exitInstruction } from "./vmexit";
import { runGuest } from "./vmrun";
import { vmrunBegins } from "./observe";
import { BY_SMI } from "../system/smmControl";
import * as V from "./vmcb";

// Bits of intercept word 4, and of word 3.
const I_VMRUN = 0; const I_VMMCALL = 1; const I_VMLOAD = 2; const I_VMSAVE = 3; const I_STGI = 4; const I_CLGI = 5;
const I_INVLPGA = 26;
const EXIT_INVLPGA: u64 = 0x7a; const EXIT_VMRUN: u64 = 0x80; const EXIT_VMMCALL: u64 = 0x81; const EXIT_VMLOAD: u64 = 0x82;
const EXIT_VMSAVE: u64 = 0x83; const EXIT_STGI: u64 = 0x84; const EXIT_CLGI: u64 = 0x85;
const EFER_LMA: u64 = 0x400; const EFER_SVME: u64 = 0x1000;

/** #UD without SVM or outside protected mode, #GP(0) outside CPL 0. */
function permit(p: usize): void {
  store<u32>(CURP, <u32>p);
  if (!(load<u64>(EFER) & EFER_SVME) || !(load<u64>(CR0) & 1) || (load<u64>(RFLAGS) & F_VM) != 0) raiseUD();
  if (load<u8>(CPL) != 0) raiseGP(0);
}
/** rAX in the address size of the instruction. */
function address(p: usize): u64 {
  const size = (imm(p) >> 8) & 0xff;
  return size == 2 ? load<u64>(RAX) : size == 1 ? load<u32>(RAX) : load<u16>(RAX);
}
function checkAddress(pa: u64): void {
  if ((pa & 0xfff) != 0 || pa >> <u64>physicalLimitBits() != 0) raiseGP(0);
}
/**
 * The VMCB address of VMRUN, VMLOAD or VMSAVE, all exceptions raised that come before the intercept. A processor with the address check
 * feature leaves the check of an intercepted instruction's address to the hypervisor.
 */
function operand(p: usize, bit: i32): u64 {
  permit(p);
  const pa = address(p);
  if (!hasFeature(F_SVME_ADDR_CHK) || !intercepted(4, bit)) checkAddress(pa);
  return pa;
}

/** In the handler of an SMI there is no room to keep another host: #UD. */
export function vmrun(p: usize): usize {
  store<u32>(CURP, <u32>p);
  if (load<u8>(IN_SMM) == BY_SMI) raiseUD();
  const pa = operand(p, I_VMRUN);
  if (intercepted(4, I_VMRUN)) return exitInstruction(p, EXIT_VMRUN, 0, 0);
  vmrunBegins(ripOf(p));
  leaveTo(p, nextRip(p));
  runGuest(pa);
  return EXIT_RECORD;
}
/** The intercept comes before every exception, at any privilege and in any mode. */
export function vmmcall(p: usize): usize {
  if (intercepted(4, I_VMMCALL)) return exitInstruction(p, EXIT_VMMCALL, 0, 0);
  store<u32>(CURP, <u32>p);
  raiseUD();
  return p;
}
/** The guest's VMLOAD and VMSAVE are virtual, and go through nested paging; where that cannot be they exit, intercepted or not. */
function isVirtual(): bool { return (load<u8>(IN_GUEST) & load<u8>(VLS_ON)) != 0; }
function canBeVirtual(): bool { return load<u8>(NPT_ON) != 0 && (load<u64>(EFER) & EFER_LMA) != 0; }
export function vmloadInstruction(p: usize): usize {
  let pa = operand(p, I_VMLOAD);
  if (intercepted(4, I_VMLOAD) || (isVirtual() && !canBeVirtual())) return exitInstruction(p, EXIT_VMLOAD, 0, 0);
  if (isVirtual()) pa = nestedFinal(pa, READ, false);
  const out = leaveNext(p);
  vmload(<f64>pa);
  return out;
}
export function vmsaveInstruction(p: usize): usize {
  let pa = operand(p, I_VMSAVE);
  if (intercepted(4, I_VMSAVE) || (isVirtual() && !canBeVirtual())) return exitInstruction(p, EXIT_VMSAVE, 0, 0);
  if (isVirtual()) pa = nestedFinal(pa, WRITE, false);
  const out = leaveNext(p);
  vmsave(<f64>pa);
  return out;
}

/** Does GIF mean the guest's virtual one? */
function gifIsVirtual(): bool { return load<u8>(IN_GUEST) != 0 && (load<u64>(INT_CTL) & V.IC_V_GIF_ENABLE) != 0; }
export function stgi(p: usize): usize {
  permit(p);
  if (intercepted(4, I_STGI)) return exitInstruction(p, EXIT_STGI, 0, 0);
  if (gifIsVirtual()) store<u64>(INT_CTL, load<u64>(INT_CTL) | V.IC_V_GIF);
  else store<u8>(GIF, 1);
  noticeEvents();
  return leaveNext(p);
}
export function clgi(p: usize): usize {
  permit(p);
  if (intercepted(4, I_CLGI)) return exitInstruction(p, EXIT_CLGI, 0, 0);
  if (gifIsVirtual()) store<u64>(INT_CTL, load<u64>(INT_CTL) & ~V.IC_V_GIF);
  else store<u8>(GIF, 0);
  return next(p);
}
/** Secure start-up is not in this processor, and CPUID says so. */
export function skinit(p: usize): usize {
  store<u32>(CURP, <u32>p);
  raiseUD();
  return p;
}
/** Forget the translations of the page at rAX for the ASID in ECX; an address that is not canonical has none. */
export function invlpga(p: usize): usize {
  permit(p);
  const linear = address(p);
  if (intercepted(3, I_INVLPGA)) return exitInstruction(p, EXIT_INVLPGA, hasFeature(F_DECODEASSISTS) ? linear : 0, 0);
  invlpgaPage(linear, load<u32>(RCX));
  return leaveNext(p);
}
/** What INVLPGA does. */
export function invlpgaPage(linear: u64, asid: u32): void {
  forgetTables();
  if (isCanonical(linear)) flushPage(linear, asid & 0xfffff);
}

// What VMLOAD and VMSAVE move: FS, GS, LDTR and TR with all that is hidden in them, and eight MSRs. Byte by byte through physical memory,
// so that a VMCB outside RAM is read and written on the bus.
const ROWS = memory.data<u8>([4, 5, 7, 9]);

/** VMLOAD of the VMCB at a physical address. */
export function vmload(pa: f64): void {
  const at = <u64>pa, cr4 = load<u64>(CR4);
  for (let i = 0; i < 4; i++) {
    const row = <i32>load<u8>(ROWS + i) << 4;
    store<u64>(SEGS + row, physRead(at + V.VS_ES_SELECTOR + row, 8));
    store<u64>(SEGS + row, V.canonicalised(physRead(at + V.VS_ES_SELECTOR + row + 8, 8), cr4), 8);
  }
  store<u64>(STAR, physRead(at + V.VS_STAR, 8));
  store<u64>(LSTAR, physRead(at + V.VS_LSTAR, 8));
  store<u64>(CSTAR, physRead(at + V.VS_CSTAR, 8));
  store<u64>(SFMASK, physRead(at + V.VS_SFMASK, 8));
  store<u64>(KERNEL_GS_BASE, V.canonicalised(physRead(at + V.VS_KERNEL_GS_BASE, 8), cr4));
  store<u64>(SYSENTER_CS, physRead(at + V.VS_SYSENTER_CS, 8));
  // These two are 32 bits wide on AMD processors.
  store<u64>(SYSENTER_ESP, physRead(at + V.VS_SYSENTER_ESP, 4));
  store<u64>(SYSENTER_EIP, physRead(at + V.VS_SYSENTER_EIP, 4));
}
/** VMSAVE into the VMCB at a physical address. */
export function vmsave(pa: f64): void {
  const at = <u64>pa;
  for (let i = 0; i < 4; i++) {
    const row = <i32>load<u8>(ROWS + i) << 4;
    physWrite(at + V.VS_ES_SELECTOR + row, 8, load<u64>(SEGS + row));
    physWrite(at + V.VS_ES_SELECTOR + row + 8, 8, load<u64>(SEGS + row, 8));
  }
  physWrite(at + V.VS_STAR, 8, load<u64>(STAR));
  physWrite(at + V.VS_LSTAR, 8, load<u64>(LSTAR));
  physWrite(at + V.VS_CSTAR, 8, load<u64>(CSTAR));
  physWrite(at + V.VS_SFMASK, 8, load<u64>(SFMASK));
  physWrite(at + V.VS_KERNEL_GS_BASE, 8, load<u64>(KERNEL_GS_BASE));
  physWrite(at + V.VS_SYSENTER_CS, 8, load<u64>(SYSENTER_CS));
  physWrite(at + V.VS_SYSENTER_ESP, 8, load<u64>(SYSENTER_ESP));
  physWrite(at + V.VS_SYSENTER_EIP, 8, load<u64>(SYSENTER_EIP));
  V.vmcbWritten(at);
}
