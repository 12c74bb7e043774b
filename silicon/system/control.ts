// Control registers: what may be written, and what a write switches. Raising functions need CURP (or a boundary, for the host).
import { CR0, CR3, CR4, EFER, SEG_CS, CODE_MODE, VM_CR } from "../gen/layout";
import { raiseGP } from "../fault";
import { flushSpace, flushPcid, updateContext } from "../mmu/tlb";
import { loadPdptes } from "../mmu/walk";
import { updateCodeMode } from "./segment";
import { hasFeature, physicalLimitBits, F_VME, F_TSC, F_DE, F_PSE, F_PAE, F_MCE, F_PGE, F_FXSR, F_SSE, F_UMIP, F_LA57, F_FSGSBASE, F_PCID,
  F_XSAVE, F_AVX, F_SMEP, F_SMAP, F_PKU, F_SHSTK, F_SYSCALL, F_LM, F_NX, F_SVM, F_FXSR_OPT, F_TCE, F_MCOMMIT, F_INT_WBINVD, F_UAI,
  F_AUTO_IBRS } from "./features";

const CR0_PE: u64 = 1; const CR0_MP: u64 = 2; const CR0_TS: u64 = 8; const CR0_ET: u64 = 0x10; const CR0_WP: u64 = 1 << 16;
const CR0_NW: u64 = 1 << 29; const CR0_CD: u64 = 1 << 30; const CR0_PG: u64 = 0x80000000;
/** Bits of CR0 that exist; the others below bit 32 are ignored and read as zero. */
const CR0_DEFINED: u64 = 0xe005003f;

const CR4_PSE: u64 = 1 << 4; const CR4_PAE: u64 = 1 << 5; const CR4_PGE: u64 = 1 << 7; const CR4_LA57: u64 = 1 << 12;
const CR4_PCIDE: u64 = 1 << 17; const CR4_SMEP: u64 = 1 << 20; const CR4_SMAP: u64 = 1 << 21; const CR4_PKE: u64 = 1 << 22; const CR4_CET: u64 = 1 << 23;
/** A change of one of these makes cached translations wrong. */
const CR4_PAGING: u64 = CR4_PSE | CR4_PAE | CR4_PGE | CR4_LA57 | CR4_PCIDE | CR4_SMEP | CR4_SMAP | CR4_PKE | CR4_CET;
/** A change of one of these makes legacy PAE paging read its page-directory pointers again. */
const CR4_POINTERS: u64 = CR4_PSE | CR4_PAE | CR4_PGE | CR4_SMEP;

const EFER_SCE: u64 = 1; const EFER_LME: u64 = 1 << 8; const EFER_LMA: u64 = 1 << 10; const EFER_NXE: u64 = 1 << 11; const EFER_SVME: u64 = 1 << 12;
/** Bits that read as zero whatever is written. */
const EFER_IGNORED_BITS: u64 = 0xfe;
const VM_CR_SVMDIS: u64 = 0x10;
const CS_LONG: u16 = 0x200;
const NO_FLUSH: u64 = 0x8000000000000000;

// @ts-ignore: decorator
@inline function given(feature: i32, bits: u64): u64 { return hasFeature(feature) ? bits : 0; }

/** Bits of CR4 that this processor does not have: setting one is #GP, and fails VMRUN. */
export function cr4Reserved(): u64 {
  return ~(given(F_VME, 3) | given(F_TSC, 1 << 2) | given(F_DE, 1 << 3) | given(F_PSE, CR4_PSE) | given(F_PAE, CR4_PAE) | given(F_MCE, 1 << 6)
    | given(F_PGE, CR4_PGE) | 1 << 8 | given(F_FXSR, 1 << 9) | given(F_SSE, 1 << 10) | given(F_UMIP, 1 << 11) | given(F_LA57, CR4_LA57)
    | given(F_FSGSBASE, 1 << 16) | given(F_PCID, CR4_PCIDE) | given(F_XSAVE, 1 << 18) | given(F_SMEP, CR4_SMEP) | given(F_SMAP, CR4_SMAP)
    | given(F_PKU, CR4_PKE) | given(F_SHSTK, CR4_CET));
}
/** Bits of EFER that this processor does not have. Bits 7:1 are not among them: they read as zero and may be written. */
export function eferReserved(): u64 {
  return ~(EFER_IGNORED_BITS | given(F_SYSCALL, EFER_SCE) | given(F_LM, EFER_LME | EFER_LMA) | given(F_NX, EFER_NXE) | given(F_SVM, EFER_SVME)
    | given(F_FXSR_OPT, 1 << 14) | given(F_TCE, 1 << 15) | given(F_MCOMMIT, 1 << 17) | given(F_INT_WBINVD, 1 << 18) | given(F_UAI, 1 << 20)
    | given(F_AUTO_IBRS, 1 << 21));
}
/** Bits of XCR0 that this processor has. */
export function xcr0Supported(): u64 { return 3 | given(F_AVX, 4) | given(F_PKU, 0x200); }

/** May XCR0 hold `v`: x87 always, high halves only with their low halves. */
export function xcr0Legal(v: u64): bool {
  return (v & ~xcr0Supported()) == 0 && (v & 1) != 0 && ((v & 4) == 0 || (v & 2) != 0);
}

/** CR0 with the bits that do not exist dropped and the constant one set; bits 63:32 stay for the check. */
export function cr0Image(v: u64): u64 { return (v & (CR0_DEFINED | 0xffffffff00000000)) | CR0_ET; }
/** The selective CR0 intercept wants this write: it changes more than TS and MP. */
export function cr0SelectiveChange(v: u64): bool { return ((cr0Image(v) ^ load<u64>(CR0)) & ~(CR0_TS | CR0_MP)) != 0; }

/** #GP for a value that CR0 may not take, before any intercept; the pointers of legacy PAE paging come later. */
export function checkCr0(v: u64): void {
  v = cr0Image(v);
  const old = load<u64>(CR0), cr4 = load<u64>(CR4);
  if (v >> 32) raiseGP();
  if ((v & CR0_PG) != 0 && (v & CR0_PE) == 0) raiseGP();
  if ((v & CR0_NW) != 0 && (v & CR0_CD) == 0) raiseGP();
  if ((cr4 & CR4_CET) != 0 && (v & CR0_WP) == 0) raiseGP();
  // Long mode begins in compatibility mode only.
  const begins = (v & ~old & CR0_PG) != 0 && (load<u64>(EFER) & EFER_LME) != 0;
  if (begins && ((cr4 & CR4_PAE) == 0 || (load<u16>(SEG_CS, 2) & CS_LONG) != 0)) raiseGP();
  if ((old & ~v & CR0_PG) != 0 && (load<u8>(CODE_MODE) == 2 || (cr4 & CR4_PCIDE) != 0)) raiseGP();
}
/** Load CR0 with a legal value, switching paging and long mode. The caller leaves the run. */
export function writeCr0(v: u64): void {
  v = cr0Image(v);
  const old = load<u64>(CR0), cr4 = load<u64>(CR4);
  let efer = load<u64>(EFER);
  if ((v & ~old & CR0_PG) != 0 && (efer & EFER_LME) != 0) efer |= EFER_LMA;
  if ((old & ~v & CR0_PG) != 0) efer &= ~EFER_LMA;
  if (legacyPae(v, cr4, efer) && ((old ^ v) & (CR0_PG | CR0_CD | CR0_NW)) != 0 && !loadPdptes(load<u64>(CR3))) raiseGP();
  store<u64>(CR0, v);
  store<u64>(EFER, efer);
  if ((old ^ v) & (CR0_PG | CR0_WP | CR0_PE)) flushSpace();
  updateCodeMode();
}
function legacyPae(cr0: u64, cr4: u64, efer: u64): bool {
  return (cr0 & CR0_PG) != 0 && (cr4 & CR4_PAE) != 0 && (efer & EFER_LMA) == 0;
}

/** #GP for a value that CR3 may not take, before any intercept; the pointers of legacy PAE paging come later. */
export function checkCr3(v: u64): void {
  if (load<u64>(CR4) & CR4_PCIDE) v &= ~NO_FLUSH;
  if ((load<u64>(EFER) & EFER_LMA) != 0 && v >> <u64>physicalLimitBits()) raiseGP();
}
/** Load CR3 with a legal value. Bit 63 with PCIDs keeps the translations of the new PCID. */
export function writeCr3(v: u64): void {
  const cr4 = load<u64>(CR4), efer = load<u64>(EFER);
  const tagged = (cr4 & CR4_PCIDE) != 0;
  const keep = tagged && (v & NO_FLUSH) != 0;
  if (tagged) v &= ~NO_FLUSH;
  if (legacyPae(load<u64>(CR0), cr4, efer) && !loadPdptes(v)) raiseGP();
  store<u64>(CR3, v);
  if (keep) updateContext(); else flushPcid(tagged ? v & 0xfff : 0);
}

/** #GP for a value that CR4 may not take, before any intercept; the pointers of legacy PAE paging come later. */
export function checkCr4(v: u64): void {
  const old = load<u64>(CR4), long = (load<u64>(EFER) & EFER_LMA) != 0;
  if (v & cr4Reserved()) raiseGP();
  if (long && ((v & CR4_PAE) == 0 || ((old ^ v) & CR4_LA57) != 0)) raiseGP();
  if ((v & ~old & CR4_PCIDE) != 0 && (!long || (load<u64>(CR3) & 0xfff) != 0)) raiseGP();
  if ((v & CR4_CET) != 0 && (load<u64>(CR0) & CR0_WP) == 0) raiseGP();
}
/** Load CR4 with a legal value. */
export function writeCr4(v: u64): void {
  const old = load<u64>(CR4), cr0 = load<u64>(CR0), efer = load<u64>(EFER);
  if (legacyPae(cr0, v, efer) && ((old ^ v) & CR4_POINTERS) != 0 && !loadPdptes(load<u64>(CR3))) raiseGP();
  store<u64>(CR4, v);
  if ((old ^ v) & CR4_PAGING) flushSpace();
  updateContext();
}

/** May WRMSR put `v` into EFER? LMA must be written as it is, and LME holds while paging is on. */
export function eferLegal(v: u64): bool {
  const old = load<u64>(EFER);
  if (v & eferReserved()) return false;
  if ((old ^ v) & EFER_LMA) return false;
  if ((v & EFER_SVME) != 0 && (load<u64>(VM_CR) & VM_CR_SVMDIS) != 0) return false;
  return ((old ^ v) & EFER_LME) == 0 || (load<u64>(CR0) & CR0_PG) == 0;
}
/** Load a legal EFER. */
export function setEfer(v: u64): void {
  const old = load<u64>(EFER);
  store<u64>(EFER, v & ~EFER_IGNORED_BITS);
  if ((old ^ v) & EFER_NXE) flushSpace();
  updateCodeMode();
}
