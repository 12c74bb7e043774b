// Page tables, walked. One source, compiled three times: the tables of the running program, the same under nested paging (where each
// entry lies at a guest-physical address), and the nested tables themselves (in the host's format, every access a user's but final ones under GMET).
import { CPL, CR0, CR4, EFER, RFLAGS, HOST_CR4, HOST_EFER, HOST_IS_L0, GMET_ON, WALK_FLAGS, PAGES, SMRAM_HIDDEN } from "../gen/layout";
import { WRITE, FETCH } from "../mem";
import { F_AC } from "../flags";
import { raisePF, raiseNPF } from "../fault";
import { codeWritten } from "../decode/codePage";
import { hasFeature, physicalLimitBits, F_PDPE1GB } from "../system/features";
import { keysApply, keyRefuses } from "../system/protectionKeys";
import { pageOf, physRead, P_SEEN, OF_L1 } from "./phys";
import { nestedTable } from "./nestedWalk";

/** Whose tables: the running program's, those of a guest under nested paging, the nested tables. */
export const OWN = 0; export const GUEST = 1; export const NESTED = 2;

export const CR0_WP: u64 = 1 << 16; export const CR0_PG: u64 = 0x80000000;
export const CR4_PSE: u64 = 1 << 4; export const CR4_PAE: u64 = 1 << 5; export const CR4_LA57: u64 = 1 << 12;
export const CR4_SMEP: u64 = 1 << 20; export const CR4_SMAP: u64 = 1 << 21;
export const EFER_LMA: u64 = 1 << 10; export const EFER_NXE: u64 = 1 << 11;

/** Bits of an entry. */
export const E_P: u64 = 1; export const E_W: u64 = 2; export const E_U: u64 = 4; export const E_A: u64 = 0x20; export const E_D: u64 = 0x40;
export const E_PS: u64 = 0x80;
export const E_NX: u64 = 0x8000000000000000;
/** The address in an 8-byte entry and in CR3. */
export const ADDRESS: u64 = 0xffffffffff000;

/** Address bits of a leaf of the nested tables. An L0's have one more, which says that an address is L1's and not the L0's own. */
export function nestedAddress(): u64 { return load<u8>(HOST_IS_L0) ? ADDRESS | OF_L1 : ADDRESS; }

/** Physical addresses that have a page descriptor (16 GiB). */
const PAGED: u64 = 0x400000000;
/** Bits of an error code that a walk finds out; the access gives the rest. */
const ABSENT: u32 = 0; const DENIED: u32 = 1; const RESERVED: u32 = 9;
const ERROR_U: u32 = 4; const ERROR_KEY: u32 = 0x20;

/** Address bits this processor does not have, up to `top`. */
function absentAddressBits(top: u64): u64 { return ((<u64>1 << top) - 1) & ~((<u64>1 << <u64>physicalLimitBits()) - 1); }
/** Bits that are reserved in every 8-byte entry of long mode. */
export function longReserved(efer: u64): u64 { return absentAddressBits(52) | (efer & EFER_NXE ? 0 : E_NX); }
/** Bits that are reserved in every 8-byte entry of legacy PAE paging below the first level. */
export function paeReserved(efer: u64): u64 { return absentAddressBits(63) | (efer & EFER_NXE ? 0 : E_NX); }
/** Bits that are reserved in a page-directory pointer of legacy PAE paging. */
export function pdpteReserved(): u64 { return absentAddressBits(63) | E_NX | 0x1e6; }

/** Does an instruction fetch say so in the error code? Only where a fetch can fail for being one. */
// @ts-ignore: decorator
@inline function fetchReported(cr4: u64, efer: u64): bool {
  return (cr4 & CR4_SMEP) != 0 || ((efer & EFER_NXE) != 0 && (cr4 & CR4_PAE) != 0);
}
/** Raise #PF, or for the nested tables #VMEXIT(NPF) with the walk it belongs to in `stage`. Does not return. */
export function denied(who: i32, lin: u64, access: i32, user: bool, error: u32, stage: u64): void {
  if (access == WRITE) error |= 2;
  if (who == NESTED) {
    if (access == FETCH && (fetchReported(load<u64>(HOST_CR4), load<u64>(HOST_EFER)) || load<u8>(GMET_ON) != 0)) error |= 16;
    raiseNPF(lin, stage | <u64>(user ? error | ERROR_U : error));
  }
  if (access == FETCH && fetchReported(load<u64>(CR4), load<u64>(EFER))) error |= 16;
  raisePF(lin, user ? error | ERROR_U : error);
}

// @ts-ignore: decorator
@inline function needsWritable(who: i32, user: bool): bool { return who == NESTED || user || (load<u64>(CR0) & CR0_WP) != 0; }

/** SMEP and SMAP: may the supervisor not touch a user page? AC lifts SMAP, but not for what the processor itself does at CPL 3. */
function userPageBarred(access: i32): bool {
  const cr4 = load<u64>(CR4);
  if (access == FETCH) return (cr4 & CR4_SMEP) != 0;
  return (cr4 & CR4_SMAP) != 0 && ((load<u64>(RFLAGS) & F_AC) == 0 || load<u8>(CPL) == 3);
}
/** `rights` is the AND of all levels, `nx` their OR. */
// @ts-ignore: decorator
@inline function permitted(who: i32, rights: u64, nx: u64, access: i32, user: bool): bool {
  if (access == FETCH && (nx & E_NX) != 0) return false;
  if (access == WRITE && (rights & E_W) == 0 && needsWritable(who, user)) return false;
  // Under the guest mode execute trap U says of a nested page only that the guest's supervisor must not run it.
  if (who == NESTED && load<u8>(GMET_ON) != 0) return user || access != FETCH || (rights & E_U) == 0;
  if (user) return (rights & E_U) != 0;
  return (rights & E_U) == 0 || !userPageBarred(access);
}
/** Say in WALK_FLAGS whether a write to the same page would need no walk (allowed, and dirty already), and how large a large page is. */
// @ts-ignore: decorator
@inline function noteLeaf(who: i32, rights: u64, entry: u64, user: bool, shift: u64): void {
  const writable = (entry & E_D) != 0 && ((rights & E_W) != 0 || !needsWritable(who, user));
  store<u32>(WALK_FLAGS, <u32>writable | (who != NESTED && shift != 12 ? <u32>shift << 8 : 0));
}

// @ts-ignore: decorator
@inline function placeOf(who: i32, at: u64): u64 { return who == GUEST ? nestedTable(at) : at; }
/** Descriptor of the page that holds an entry: pageOf() without the call, for the pages that exist. */
// @ts-ignore: decorator
@inline function tablePage(spa: u64): u32 {
  const d: u32 = spa < PAGED && !load<u8>(SMRAM_HIDDEN) ? load<u32>(PAGES + (<u32>(spa >> 12) << 2)) : 0;
  return d ? d : pageOf(spa);
}
/** An entry in RAM or, for what it is worth, on the bus; `d` describes its page. */
// @ts-ignore: decorator
@inline function entryAt<T>(spa: u64, d: u32): T {
  return d ? load<T>(<usize>((d & ~0xfff) | (<u32>spa & 0xfff))) : <T>physRead(spa, sizeof<T>());
}
/** Write back an entry with its accessed or dirty bit. */
function mark<T>(spa: u64, d: u32, entry: T): void {
  if (!d) return;
  store<T>(<usize>((d & ~0xfff) | (<u32>spa & 0xfff)), entry);
  if (d & P_SEEN) codeWritten(spa, sizeof<T>());
}

/** Bits reserved by level and kind of an 8-byte entry, beside those that are reserved everywhere. */
// @ts-ignore: decorator
@inline function shapeReserved(shift: u64, entry: u64): u64 {
  if (shift == 12) return 0;
  if (shift == 21) return entry & E_PS ? 0x1fe000 : 0;
  // Where a leaf would have its G bit, AMD reserves the bit in the two upper levels.
  if (shift > 30) return 0x180;
  if (!(entry & E_PS)) return 0x100;
  return hasFeature(F_PDPE1GB) ? 0x3fffe000 : E_PS;
}
/** Walk tables of 8-byte entries from `table`, whose index is at `shift` of the address, to a physical address. */
// @ts-ignore: decorator
@inline export function walkWide(who: i32, lin: u64, access: i32, user: bool, table: u64, shift: u64, reserved: u64, stage: u64): u64 {
  let rights: u64 = E_W | E_U, nx: u64 = 0;
  while (true) {
    const spa = placeOf(who, table | (((lin >> shift) & 511) << 3));
    const d = tablePage(spa);
    const e = entryAt<u64>(spa, d);
    if (!(e & E_P)) denied(who, lin, access, user, ABSENT, stage);
    if (e & (reserved | shapeReserved(shift, e))) denied(who, lin, access, user, RESERVED, stage);
    rights &= e;
    nx |= e;
    if (shift == 12 || (e & E_PS) != 0) {
      const keyed = who != NESTED && (rights & E_U) != 0 && keysApply();
      if (keyed && access != FETCH && keyRefuses(e, access == WRITE, user)) denied(who, lin, access, user, DENIED | ERROR_KEY, stage);
      if (!permitted(who, rights, nx, access, user)) denied(who, lin, access, user, DENIED, stage);
      const used = e | (access == WRITE ? E_A | E_D : E_A);
      if (used != e) mark<u64>(spa, d, used);
      noteLeaf(who, rights, keyed && keyRefuses(e, true, user) ? used & ~E_D : used, user, shift);
      const within = (<u64>1 << shift) - 1;
      return (e & (who == NESTED ? nestedAddress() : ADDRESS) & ~within) | (lin & within);
    }
    if (!(e & E_A)) mark<u64>(spa, d, e | E_A);
    table = e & ADDRESS;
    shift -= 9;
  }
}

/** Physical address of a 4 MiB page: PSE-36 keeps bits 39:32 in bits 20:13. */
function largeLegacy(entry: u32): u64 { return <u64>(entry & 0xffc00000) | (<u64>((entry >> 13) & 0xff) << 32); }
/** Bit 21, and the bits of PSE-36 that this processor has no address lines for. */
function largeLegacyReserved(entry: u32): bool { return (entry & 0x200000) != 0 || (largeLegacy(entry) & absentAddressBits(52)) != 0; }

/** Walk the two levels of 4-byte entries of legacy paging. */
// @ts-ignore: decorator
@inline export function walkNarrow(who: i32, lin: u64, access: i32, user: bool, root: u64, large: bool, stage: u64): u64 {
  const upperAt = placeOf(who, (root & 0xfffff000) | ((lin >> 20) & 0xffc));
  const upperPage = tablePage(upperAt);
  const upper = entryAt<u32>(upperAt, upperPage);
  if (!(upper & <u32>E_P)) denied(who, lin, access, user, ABSENT, stage);
  if (large && (upper & <u32>E_PS) != 0) {
    if (largeLegacyReserved(upper)) denied(who, lin, access, user, RESERVED, stage);
    finishNarrow(who, lin, access, user, upper, upper, upperAt, upperPage, 22, stage);
    return largeLegacy(upper) | (lin & 0x3fffff);
  }
  if (!(upper & <u32>E_A)) mark<u32>(upperAt, upperPage, upper | <u32>E_A);
  const at = placeOf(who, <u64>(upper & 0xfffff000) | ((lin >> 10) & 0xffc));
  const page = tablePage(at);
  const e = entryAt<u32>(at, page);
  if (!(e & <u32>E_P)) denied(who, lin, access, user, ABSENT, stage);
  finishNarrow(who, lin, access, user, upper & e, e, at, page, 12, stage);
  return <u64>(e & 0xfffff000) | (lin & 0xfff);
}
/** Rights, accessed and dirty bits of a 4-byte leaf. */
function finishNarrow(who: i32, lin: u64, access: i32, user: bool, rights: u32, entry: u32, at: u64, page: u32, shift: u64, stage: u64): void {
  if (!permitted(who, <u64>rights, 0, access, user)) denied(who, lin, access, user, DENIED, stage);
  const used = entry | <u32>(access == WRITE ? E_A | E_D : E_A);
  if (used != entry) mark<u32>(at, page, used);
  noteLeaf(who, <u64>rights, <u64>used, user, shift);
}
