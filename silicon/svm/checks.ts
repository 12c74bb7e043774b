// The consistency checks of VMRUN: every failing row at once, as a mask over the rows of spec/checks.ts. Pure functions of the VMCB and
// of the host's mode, so that VMRUN here, the L0 and a person with a VMCB file get the same answer.
import { hasFeature, physicalLimitBits, F_NPT, F_LM, F_VNMI, F_SHSTK, F_SEV_ES } from "../system/features";
import { cr4Reserved, eferReserved } from "../system/control";
import { physRead } from "../mmu/phys";
import * as V from "./vmcb";

// Bits of the mask: the index of the row in spec/checks.ts.
const C1: u64 = 1 << 0; const C2: u64 = 1 << 1; const C3: u64 = 1 << 2; const C4: u64 = 1 << 3; const C5: u64 = 1 << 4;
const C6: u64 = 1 << 5; const C7: u64 = 1 << 6; const C9: u64 = 1 << 8;
export const S1: u64 = 1 << 14; const S2: u64 = 1 << 15; const S3: u64 = 1 << 16; const S4: u64 = 1 << 17; const S5: u64 = 1 << 18;
const S6: u64 = 1 << 19; const S7: u64 = 1 << 20; const S8: u64 = 1 << 21; const S9: u64 = 1 << 22; const S10: u64 = 1 << 23;
const S11: u64 = 1 << 24; const S12: u64 = 1 << 25; const S13: u64 = 1 << 26;
const E1: u64 = 1 << 32; const E2: u64 = 1 << 33; const E3: u64 = 1 << 34; const E4: u64 = 1 << 35; const E5: u64 = 1 << 36;

const CR0_PE: u64 = 1; const CR0_NW: u64 = 0x20000000; const CR0_CD: u64 = 0x40000000; const CR0_PG: u64 = 0x80000000;
const CR4_PAE: u64 = 0x20;
const EFER_LME: u64 = 0x100; const EFER_LMA: u64 = 0x400; const EFER_SVME: u64 = 0x1000;
/** Bits 7:1 of EFER read as zero whatever is written: they offend nobody. */
const EFER_IGNORED: u64 = 0xfe;
const CS_L_AND_D: u32 = 0x600;
const VNMI_ENABLE: u32 = 0x4000000;

/**
 * All rows that fail, but for the page-directory pointers, which pdpteCheck() reads. `vmcb` is the address of the VMCB's 4 KiB; the
 * host's registers are those at VMRUN.
 */
export function vmcbChecks(vmcb: usize, hostCr0: u64, hostCr4: u64, hostEfer: u64): u64 {
  return controlChecks(vmcb, hostCr0) | stateChecks(vmcb) | injectionChecks(vmcb);
}

/** Physical pages that can be addressed. */
function pageCount(): u64 { return <u64>1 << (<u64>physicalLimitBits() - 12); }
function beyondLimit(): u64 { return ~(((<u64>1) << <u64>physicalLimitBits()) - 1); }
/** NP_ENABLE counts only on a processor that has nested paging. */
export function nestedPagingWanted(vmcb: usize): bool { return (load<u8>(vmcb, V.VC_MISC_CTL) & 1) != 0 && hasFeature(F_NPT); }

function controlChecks(vmcb: usize, hostCr0: u64): u64 {
  let failed: u64 = 0;
  if (!(load<u32>(vmcb, V.VC_INTERCEPT_CR + 16) & 1)) failed |= C1;
  if (load<u32>(vmcb, V.VC_GUEST_ASID) == 0) failed |= C2;
  // The manual refuses a map that extends to an address greater than or equal to the highest supported one, so a map whose last byte is
  // that address fails. The maps are as long as the bits that can be asked for: two pages, and two pages and three bits.
  if ((load<u64>(vmcb, V.VC_MSRPM_BASE_PA) >> 12) + 2 >= pageCount()) failed |= C3;
  if ((load<u64>(vmcb, V.VC_IOPM_BASE_PA) >> 12) + 3 > pageCount()) failed |= C4;
  if (nestedPagingWanted(vmcb)) {
    if (!(hostCr0 & CR0_PG)) failed |= C5;
    if (load<u64>(vmcb, V.VC_N_CR3) & beyondLimit()) failed |= C6;
    if (!legalPat(load<u64>(vmcb, V.VS_G_PAT))) failed |= C7;
  }
  const virtualNmi = (load<u32>(vmcb, V.VC_INT_CTL) & VNMI_ENABLE) != 0 && hasFeature(F_VNMI);
  if (virtualNmi && !(load<u32>(vmcb, V.VC_INTERCEPT_CR + 12) & 2)) failed |= C9;
  return failed;
}
function legalPat(pat: u64): bool {
  for (let i = 0; i < 8; i++, pat >>= 8) {
    const type = <u32>pat & 0xff;
    if (type > 7 || type == 2 || type == 3) return false;
  }
  return true;
}

/** The rows about the registers of the guest: all that RSM can spoil. */
export function stateChecks(vmcb: usize): u64 {
  const efer = load<u64>(vmcb, V.VS_EFER), cr0 = load<u64>(vmcb, V.VS_CR0), cr4 = load<u64>(vmcb, V.VS_CR4);
  const longModes = EFER_LME | EFER_LMA;
  let failed: u64 = 0;
  if (!(efer & EFER_SVME)) failed |= S1;
  if (efer & eferReserved() & ~EFER_IGNORED & ~longModes) failed |= S2;
  if ((efer & longModes) && !hasFeature(F_LM)) failed |= S3;
  if ((efer & EFER_LME) && (cr0 & CR0_PG)) {
    if (!(cr4 & CR4_PAE)) failed |= S4;
    else if ((load<u16>(vmcb, V.VS_ES_SELECTOR + 16 + 2) & CS_L_AND_D) == CS_L_AND_D) failed |= S6;
    if (!(cr0 & CR0_PE)) failed |= S5;
  }
  if ((cr0 & CR0_NW) && !(cr0 & CR0_CD)) failed |= S7;
  if (cr0 >> 32) failed |= S8;
  if (load<u64>(vmcb, V.VS_CR3) & beyondLimit()) failed |= S9;
  if (cr4 & cr4Reserved()) failed |= S10;
  if (load<u32>(vmcb, V.VS_DR6 + 4)) failed |= S11;
  if (load<u32>(vmcb, V.VS_DR7 + 4)) failed |= S12;
  return failed;
}

function injectionChecks(vmcb: usize): u64 {
  const event = load<u32>(vmcb, V.VC_EVENT_INJ);
  if (!(event & V.EVENT_VALID)) return 0;
  const type = event & V.EVENT_TYPE, vector = event & 0xff;
  if (type != 0 && type != V.EVENT_NMI && type != V.EVENT_EXCEPTION && type != V.EVENT_SOFTWARE) return E1;
  if (type != V.EVENT_EXCEPTION) return 0;
  if (vector == 2) return E2;
  if (vector > 31) return E3;
  let failed: u64 = 0;
  if (!isException(vector)) failed |= E4;
  if ((vector == 4 || vector == 5) && entersLongCode(vmcb)) failed |= E5;
  return failed;
}
/** Vectors 0-31 that some processor state can raise: not the reserved ones, nor those of features that are absent. */
function isException(vector: u32): bool {
  if (vector == 21) return hasFeature(F_SHSTK);
  if (vector == 29) return hasFeature(F_SEV_ES);
  return ((<u32>0x500f7dfb >> vector) & 1) != 0;
}
function entersLongCode(vmcb: usize): bool {
  return (load<u64>(vmcb, V.VS_EFER) & EFER_LME) != 0 && (load<u64>(vmcb, V.VS_CR0) & CR0_PG) != 0
    && (load<u16>(vmcb, V.VS_ES_SELECTOR + 16 + 2) & 0x200) != 0;
}

/** The guest uses legacy PAE paging without nested paging: its page-directory pointers are loaded by VMRUN itself. */
export function loadsPdptes(vmcb: usize): bool {
  return !nestedPagingWanted(vmcb) && (load<u64>(vmcb, V.VS_CR0) & CR0_PG) != 0 && (load<u64>(vmcb, V.VS_CR4) & CR4_PAE) != 0
    && !(load<u64>(vmcb, V.VS_EFER) & EFER_LME);
}
/** Row S13: reads the four pointers at CR3 from physical memory; a CR3 that is illegal itself is the other row's. */
export function pdpteCheck(vmcb: usize): u64 {
  if (!loadsPdptes(vmcb)) return 0;
  const cr3 = load<u64>(vmcb, V.VS_CR3);
  if (cr3 & beyondLimit()) return 0;
  for (let i: u64 = 0; i < 4; i++) {
    const pdpte = physRead((cr3 & ~0x1f) + (i << 3), 8);
    if ((pdpte & 1) && (pdpte & (beyondLimit() | PDPTE_RESERVED))) return S13;
  }
  return 0;
}
/** Bits of a legacy PAE page-directory pointer that must be zero below the address limit. */
const PDPTE_RESERVED: u64 = 0x1e6;
