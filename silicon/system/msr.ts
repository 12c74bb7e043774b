// RDMSR, WRMSR and what each register does; the rows of spec/msrs.ts. Nothing here raises but the x2APIC registers and the two
// instructions: an access that must be #GP is told by msrOk().
import { CURP, CPL, RAX, RCX, RDX, EFER, STAR, LSTAR, CSTAR, SFMASK, KERNEL_GS_BASE, SEG_FS, SEG_GS, TSC_ADJUST, TSC_AUX, TSC_RATIO, SYSENTER_CS,
  SYSENTER_ESP, SYSENTER_EIP, DEBUGCTL, LBR_FROM, LBR_TO, LASTEXC_FROM, LASTEXC_TO, VM_CR, VM_HSAVE_PA, SMBASE, SMM_ADDR, SMM_MASK, SPEC_CTRL,
  SYSCFG, HWCR, TOP_MEM, TOP_MEM2, APIC_BASE, IN_GUEST, SHUTDOWN } from "../gen/layout";
import { MC_BANKS, MSR_MCG_STATUS, MSR_MCG_CTL, MSR_MC0_CTL, MSR_MISC_ENABLE, MSR_XSS, MSR_IORRBASE0, MSR_IGNNE, MSR_LS_CFG, MSR_DE_CFG, MSR_PERF_CTL0,
  MSR_SVM_KEY, MSR_SMM_KEY } from "../gen/msrs";
import { shutDown } from "./deliver";
import { next } from "../record";
import { raiseGP } from "../fault";
import { leaveNext } from "../exec/leave";
import { msrIntercepted, exitInstruction } from "../svm/intercept";
import { apicWriteBase, x2apicRead, x2apicWrite, tscDeadlineRead, tscDeadlineWrite, apicTscChanged } from "../apic/apic";
import { isCanonicalBase } from "./segment";
import { eferLegal, setEfer } from "./control";
import { updateExact } from "./debug";
import { controlSmm } from "./smmControl";
import { updateSmram } from "./smram";
import { mtrrAddress, mtrrRead, mtrrWrite, patAddress, patLegal, beyondPhysical } from "./memoryTypes";
import { readTsc, writeTsc, writeTscAdjust, readPerf, writePerf } from "./tsc";
import { hasFeature, hasIntelSysenter, F_TSC_ADJUST, F_SPEC_CTRL, F_STIBP, F_SSBD, F_IBRS, F_AMD_STIBP, F_AMD_SSBD, F_AMD_PSFD, F_IBPB, F_SEP, F_TSC_DEADLINE, F_XSAVES,
  F_SYSCALL, F_LM, F_RDTSCP, F_RDPID, F_TSC_SCALE, F_SVM, F_SVM_LOCK, F_OSVW, F_APERFMPERF } from "./features";

const HIGH: u64 = 0xffffffff00000000;
const EFER_SVME: u64 = 0x1000;
const APIC_X2: u64 = 0x400;
const VM_CR_LOCK: u64 = 8; const VM_CR_SVMDIS: u64 = 16; const VM_CR_LOCKED: u64 = 24;
const HWCR_SMMLOCK: u64 = 1; const HWCR_MC_STATUS_WRITE: u64 = 1 << 18;
/** Base and mask of the protected range of SMRAM; two bits more enable it and the other one. */
const SMM_RANGE: u64 = 0xffffffffe0000;
const PATCH_LEVEL: u64 = 0x01000065;
/** Bits of MISC_ENABLE that cannot be written. */
const MISC_ENABLE_FIXED: u64 = 0x1880;
/** The `n`-th of some registers that lie one after another from `first` on. */
// @ts-ignore: decorator
@inline function slot(first: usize, n: u32): usize { return first + (<usize>n << 3); }

let ok: bool = true;
function refuse(): u64 { ok = false; return 0; }
/** The last readMsr() or writeMsr() was legal. */
export function msrOk(): bool { return ok; }

/** Bits of SPEC_CTRL that the processor has; without any there is no such register. */
function speculationBits(): u64 {
  return (hasFeature(F_SPEC_CTRL) || hasFeature(F_IBRS) ? 1 : 0) | (hasFeature(F_STIBP) || hasFeature(F_AMD_STIBP) ? 2 : 0)
    | (hasFeature(F_SSBD) || hasFeature(F_AMD_SSBD) ? 4 : 0) | (hasFeature(F_AMD_PSFD) ? 0x80 : 0);
}
/** Where a register is kept that reads back what was written, if the processor has it; else 0. */
function plain(index: u32): usize {
  switch (index) {
    case 0x48: return speculationBits() ? SPEC_CTRL : 0;
    case 0x174: return hasFeature(F_SEP) ? SYSENTER_CS : 0;
    case 0x175: return hasFeature(F_SEP) ? SYSENTER_ESP : 0;
    case 0x176: return hasFeature(F_SEP) ? SYSENTER_EIP : 0;
    case 0x17a: return MSR_MCG_STATUS;
    case 0x17b: return MSR_MCG_CTL;
    case 0x1a0: return MSR_MISC_ENABLE;
    case 0x1d9: return DEBUGCTL;
    case 0x1db: return LBR_FROM;
    case 0x1dc: return LBR_TO;
    case 0x1dd: return LASTEXC_FROM;
    case 0x1de: return LASTEXC_TO;
    case 0x277: return patAddress();
    case 0xda0: return hasFeature(F_XSAVES) ? MSR_XSS : 0;
    case 0xc0000080: return EFER;
    case 0xc0000081: return hasFeature(F_SYSCALL) ? STAR : 0;
    case 0xc0000082: return hasFeature(F_LM) ? LSTAR : 0;
    case 0xc0000083: return hasFeature(F_LM) ? CSTAR : 0;
    case 0xc0000084: return hasFeature(F_LM) ? SFMASK : 0;
    case 0xc0000100: return hasFeature(F_LM) ? SEG_FS + 8 : 0;
    case 0xc0000101: return hasFeature(F_LM) ? SEG_GS + 8 : 0;
    case 0xc0000102: return hasFeature(F_LM) ? KERNEL_GS_BASE : 0;
    case 0xc0000103: return hasFeature(F_RDTSCP) || hasFeature(F_RDPID) ? TSC_AUX : 0;
    case 0xc0000104: return hasFeature(F_TSC_SCALE) ? TSC_RATIO : 0;
    case 0xc0010010: return SYSCFG;
    case 0xc0010015: return HWCR;
    case 0xc001001a: return TOP_MEM;
    case 0xc001001d: return TOP_MEM2;
    case 0xc0010111: return SMBASE;
    case 0xc0010112: return SMM_ADDR;
    case 0xc0010113: return SMM_MASK;
    case 0xc0010114: return hasFeature(F_SVM) ? VM_CR : 0;
    case 0xc0010115: return hasFeature(F_SVM) ? MSR_IGNNE : 0;
    case 0xc0010117: return hasFeature(F_SVM) ? VM_HSAVE_PA : 0;
    case 0xc0011020: return MSR_LS_CFG;
    case 0xc0011029: return MSR_DE_CFG;
  }
  if (index >= 0x400 && index < 0x400 + 4 * MC_BANKS) return slot(MSR_MC0_CTL, index - 0x400);
  // Performance event selects and counters of every AMD processor: they hold what is written and count nothing.
  if (index >= 0xc0010000 && index <= 0xc0010007) return slot(MSR_PERF_CTL0, index - 0xc0010000);
  if (index >= 0xc0010016 && index <= 0xc0010019) return slot(MSR_IORRBASE0, index - 0xc0010016);
  return 0;
}

/** Read a register as RDMSR does, without privilege check and intercept; 0 and msrOk() false where that is #GP. */
export function readMsr(index: u32): u64 {
  ok = true;
  const at = plain(index);
  if (at) return load<u64>(at);
  if (mtrrAddress(index)) return mtrrRead(index);
  if (index - 0x800 < 0x100) return load<u64>(APIC_BASE) & APIC_X2 ? x2apicRead(index) : refuse();
  switch (index) {
    case 0x10: return readTsc();
    case 0x1b: return load<u64>(APIC_BASE);
    case 0x3b: return hasFeature(F_TSC_ADJUST) ? load<u64>(TSC_ADJUST) : refuse();
    case 0x8b: return PATCH_LEVEL;
    case 0xe7: case 0xe8: return hasFeature(F_APERFMPERF) ? readPerf(<i32>index - 0xe7) : refuse();
    case 0xfe: return 0x508;
    case 0x179: return 0x100 | MC_BANKS;
    case 0x6e0: return hasFeature(F_TSC_DEADLINE) ? tscDeadlineRead() : refuse();
    case 0xc0010118: return hasFeature(F_SVM_LOCK) ? 0 : refuse();
    case 0xc0010119: return hasFeature(F_SVM) ? 0 : refuse();
    case 0xc0010140: case 0xc0010141: return hasFeature(F_OSVW) ? 0 : refuse();
    case 0xc001001f: case 0xc0010055: return 0;
  }
  // Performance states: one, and no way to leave it.
  return index - 0xc0010061 < 11 ? 0 : refuse();
}

/** Write a register as WRMSR does, without privilege check and intercept; nothing changes and msrOk() is false where that is #GP. */
export function writeMsr(index: u32, v: u64): void {
  ok = true;
  const at = plain(index);
  if (at) writePlain(index, at, v);
  else if (mtrrAddress(index)) ok = mtrrWrite(index, v);
  else if (index - 0x800 < 0x100) { if (load<u64>(APIC_BASE) & APIC_X2) x2apicWrite(index, v); else refuse(); }
  else writeLive(index, v);
}
/** Bits of a plain register that must be zero. */
function reserved(index: u32): u64 {
  switch (index) {
    case 0x48: return ~speculationBits();
    case 0x17a: return ~7;
    case 0x1a0: return 0xfffffffbff3ae776;
    case 0x1d9: return ~0x3f;
    case 0xda0: return ~0;
    case 0xc0000104: return 0xffffff0000000000;
    case 0xc0010015: case 0xc0010111: return HIGH;
    case 0xc0010016: case 0xc0010018: return beyondPhysical() | 0xfe7;
    case 0xc0010017: case 0xc0010019: return beyondPhysical() | 0x7ff;
    case 0xc0010114: return ~0x1f;
    case 0xc0010115: return ~1;
    case 0xc0010117: return beyondPhysical() | 0xfff;
  }
  return 0;
}
/** Bits of a plain register that are there; the others are ignored. */
function present(index: u32): u64 {
  if (index == 0x174) return 0xffff;
  if (index == 0xc0010112) return SMM_RANGE;
  if (index == 0xc0010113) return SMM_RANGE | 3;
  if (isSysenterAddress(index) && !hasIntelSysenter()) return 0xffffffff;
  return index == 0xc0000084 || index == 0xc0000103 ? 0xffffffff : ~0;
}
/** 32 bits wide, but Intel has them in long mode. */
function isSysenterAddress(index: u32): bool { return index == 0x175 || index == 0x176; }
function holdsAddress(index: u32): bool {
  if (isSysenterAddress(index)) return hasIntelSysenter();
  return index == 0xc0000082 || index == 0xc0000083 || index - 0xc0000100 < 3;
}
/** Software sets these to all ones or zero; other values are undefined, but bits 10 and 0 of the first may be cleared for errata. */
function controlLegal(v: u64): bool { return v == 0 || ~(v | 0x401) == 0; }

function writePlain(index: u32, at: usize, v: u64): void {
  if ((v & reserved(index)) != 0 || (holdsAddress(index) && !isCanonicalBase(v))) { refuse(); return; }
  const old = load<u64>(at), bank = index - 0x400;
  if (bank < 4 * MC_BANKS) {
    if ((bank & 3) == 0 && !controlLegal(v)) { refuse(); return; }
    if ((bank & 3) == 1 && v != 0 && (load<u64>(HWCR) & HWCR_MC_STATUS_WRITE) == 0) { refuse(); return; }
  }
  switch (index) {
    case 0x17b: if (!controlLegal(v)) { refuse(); return; } break;
    case 0x1a0: v = (v & ~MISC_ENABLE_FIXED) | (old & MISC_ENABLE_FIXED); break;
    case 0x277: if (!patLegal(v)) { refuse(); return; } break;
    case 0xc0000080: if (eferLegal(v)) setEfer(v); else refuse(); return;
    case 0xc0010015: v |= old & HWCR_SMMLOCK; break;
    case 0xc0010111: case 0xc0010112: case 0xc0010113: if (load<u64>(HWCR) & HWCR_SMMLOCK) { refuse(); return; } break;
    case 0xc0010114:
      if (old & VM_CR_LOCK) v = (v & ~VM_CR_LOCKED) | (old & VM_CR_LOCKED);
      if ((v & VM_CR_SVMDIS) != 0 && (load<u64>(EFER) & EFER_SVME) != 0) { refuse(); return; }
      break;
  }
  store<u64>(at, v & present(index));
  if (index == 0x1d9) updateExact();
  else if (index == 0xc0010112 || index == 0xc0010113) updateSmram();
}
function writeLive(index: u32, v: u64): void {
  switch (index) {
    case 0x10: writeTsc(v); apicTscChanged(); return;
    case 0x1b: ok = apicWriteBase(v); return;
    case 0x3b: if (hasFeature(F_TSC_ADJUST)) { writeTscAdjust(v); apicTscChanged(); } else refuse(); return;
    case 0x49: if ((!hasFeature(F_IBPB) && !hasFeature(F_SPEC_CTRL)) || (v & ~1) != 0) refuse(); return;
    case 0xe7: case 0xe8: if (hasFeature(F_APERFMPERF)) writePerf(<i32>index - 0xe7, v); else refuse(); return;
    case 0x6e0: if (hasFeature(F_TSC_DEADLINE)) tscDeadlineWrite(v); else refuse(); return;
    case 0xc0010116: smmControl(v); return;
    case 0xc0010118: if (hasFeature(F_SVM_LOCK)) svmKey(v); else refuse(); return;
    case 0xc0010119: if (hasFeature(F_SVM)) smmKey(v); else refuse(); return;
    case 0xc0010140: case 0xc0010141: if (!hasFeature(F_OSVW)) refuse(); return;
    // Written without effect: patch level, north bridge, patch loader, pending interrupt message, P-state control and definitions.
    case 0x8b: case 0xc001001f: case 0xc0010020: case 0xc0010055: case 0xc0010062: return;
  }
  if (index - 0xc0010064 >= 8) refuse();
}
function smmControl(v: u64): void {
  if (hasFeature(F_SVM) && (v & ~0x1f) == 0 && (load<u64>(HWCR) & HWCR_SMMLOCK) == 0) controlSmm(v); else refuse();
}
/** SVM_KEY: sets the key while VM_CR is unlocked; the right one, if not zero, unlocks it. */
function svmKey(v: u64): void {
  const control = load<u64>(VM_CR);
  if (!(control & VM_CR_LOCK)) store<u64>(MSR_SVM_KEY, v);
  else if (v != 0 && v == load<u64>(MSR_SVM_KEY)) store<u64>(VM_CR, control & ~VM_CR_LOCK);
}
/** SMM_KEY: the same for SmmLock. */
function smmKey(v: u64): void {
  const control = load<u64>(HWCR);
  if (!(control & HWCR_SMMLOCK)) store<u64>(MSR_SMM_KEY, v);
  else if (v != 0 && v == load<u64>(MSR_SMM_KEY)) store<u64>(HWCR, control & ~HWCR_SMMLOCK);
}

/** Power-on values of the registers that are not zero then and belong to no other part of the processor. */
export function resetMsrs(): void {
  store<u64>(MSR_MCG_CTL, ~0);
  store<u64>(MSR_MISC_ENABLE, 1);
  store<u64>(MSR_DE_CFG, 2);
  store<u64>(TSC_RATIO, 0x100000000);
  store<u64>(SMBASE, 0x30000);
}

/** RDMSR: privilege, then the intercept, then the register. */
export function rdmsr(p: usize): usize {
  store<u32>(CURP, p);
  if (load<u8>(CPL)) raiseGP();
  const index = load<u32>(RCX);
  if (msrIntercepted(index, false)) return exitInstruction(p, 0x7c, 0, 0);
  const v = readMsr(index);
  if (!ok) raiseGP();
  store<u64>(RAX, v & 0xffffffff); store<u64>(RDX, v >> 32);
  return next(p);
}
export function wrmsr(p: usize): usize {
  store<u32>(CURP, p);
  if (load<u8>(CPL)) raiseGP();
  const index = load<u32>(RCX);
  if (msrIntercepted(index, true)) return exitInstruction(p, 0x7c, 1, 0);
  writeMsr(index, (load<u64>(RDX) << 32) | load<u32>(RAX));
  if (!ok) raiseGP();
  const exit = leaveNext(p);
  // A guest that turns SVM off under its hypervisor's feet: what then happens is undefined, and shutdown is safe.
  if (load<u8>(IN_GUEST) && !(load<u64>(EFER) & EFER_SVME)) {
    shutDown();
    // A guest that an NMI wakes up is still a guest.
    if (load<u8>(SHUTDOWN)) store<u64>(EFER, load<u64>(EFER) | EFER_SVME);
  }
  return exit;
}
