// Linear to system-physical address, as the processor does it when the TLB has no answer.
import { CR0, CR3, CR4, EFER, PDPTE, IN_GUEST, NPT_ON, PDPTES_KEPT, WALK_FLAGS } from "../gen/layout";
import { physRead } from "./phys";
import { nestedFinal, nestedTable } from "./nestedWalk";
import { walkWide, walkNarrow, denied, longReserved, paeReserved, pdpteReserved, OWN, GUEST, ADDRESS, E_P, CR0_PG, CR4_PAE, CR4_PSE,
  CR4_LA57, EFER_LMA } from "./tables";

/** Does the running program's physical address mean a guest-physical one? */
// @ts-ignore: decorator
@inline export function nestedPaging(): bool { return (load<u8>(IN_GUEST) & load<u8>(NPT_ON)) != 0; }

/** Does legacy PAE paging use the page-directory pointers that were loaded? An L0 has it so for an L1 that must not notice nested paging. */
export function keepsPdptes(): bool { return !nestedPaging() || load<u8>(PDPTES_KEPT) != 0; }

/**
 * Physical address for an access (READ, WRITE, FETCH) by the user or the supervisor. Sets accessed and dirty bits; WALK_FLAGS bit 0 says
 * that a write to the page would need no walk, bits 15:8 the logarithm of the size of a page larger than 4 KiB. A failure raises #PF or #VMEXIT(NPF) and does not return.
 */
export function walk(lin: u64, access: i32, user: bool): u64 {
  if (nestedPaging()) return walkGuest(lin, access, user);
  if (!(load<u64>(CR0) & CR0_PG)) { store<u32>(WALK_FLAGS, 1); return lin; }
  const efer = load<u64>(EFER);
  if (efer & EFER_LMA) return walkWide(OWN, lin, access, user, load<u64>(CR3) & ADDRESS, topShift(), longReserved(efer), 0);
  return walkLegacy(lin, access, user);
}
function walkLegacy(lin: u64, access: i32, user: bool): u64 {
  const cr4 = load<u64>(CR4);
  if (!(cr4 & CR4_PAE)) return walkNarrow(OWN, lin, access, user, load<u64>(CR3), (cr4 & CR4_PSE) != 0, 0);
  const pointer = load<u64>(PDPTE + <i32>((lin >> 27) & 0x18));
  if (!(pointer & E_P)) denied(OWN, lin, access, user, 0, 0);
  return walkWide(OWN, lin, access, user, pointer & ADDRESS, 21, paeReserved(load<u64>(EFER)), 0);
}
// @ts-ignore: decorator
@inline function topShift(): u64 { return load<u64>(CR4) & CR4_LA57 ? 48 : 39; }

function walkGuest(lin: u64, access: i32, user: bool): u64 {
  if (!(load<u64>(CR0) & CR0_PG)) return nestedFinal(lin, access, user);
  const efer = load<u64>(EFER);
  const gpa = efer & EFER_LMA
    ? walkWide(GUEST, lin, access, user, load<u64>(CR3) & ADDRESS, topShift(), longReserved(efer), 0)
    : walkLegacyGuest(lin, access, user);
  const own = load<u32>(WALK_FLAGS);
  const pa = nestedFinal(gpa, access, user);
  store<u32>(WALK_FLAGS, own & (load<u32>(WALK_FLAGS) | ~1));
  return pa;
}
function walkLegacyGuest(lin: u64, access: i32, user: bool): u64 {
  const cr4 = load<u64>(CR4), root = load<u64>(CR3);
  if (!(cr4 & CR4_PAE)) return walkNarrow(GUEST, lin, access, user, root, (cr4 & CR4_PSE) != 0, 0);
  // Under nested paging the page-directory pointers are neither cached nor checked at MOV CR3: they are a level like any other.
  const kept = load<u8>(PDPTES_KEPT) != 0, index = <i32>(lin >> 27) & 0x18;
  const pointer = kept ? load<u64>(PDPTE + index) : physRead(nestedTable((root & 0xffffffe0) | index), 8);
  if (!(pointer & E_P)) denied(GUEST, lin, access, user, 0, 0);
  if (!kept && pointer & pdpteReserved()) denied(GUEST, lin, access, user, 9, 0);
  return walkWide(GUEST, lin, access, user, pointer & ADDRESS, 21, paeReserved(load<u64>(EFER)), 0);
}

/** May legacy PAE paging use the page-directory pointers at `cr3`: no present one has a reserved bit set. */
export function pdptesLegal(cr3: u64): bool {
  for (let i: u64 = 0; i < 4; i++) {
    const pointer = physRead((cr3 & 0xffffffe0) + (i << 3), 8);
    if ((pointer & E_P) != 0 && (pointer & pdpteReserved()) != 0) return false;
  }
  return true;
}
/**
 * Read the page-directory pointers of legacy PAE paging; false, with nothing changed, when they are not legal. They lie below 4 GiB, where
 * a physical address of L1 is one of the processor's.
 */
export function loadPdptes(cr3: u64): bool {
  if (!keepsPdptes()) return true;
  if (!pdptesLegal(cr3)) return false;
  for (let i: u64 = 0; i < 4; i++) store<u64>(PDPTE + <i32>(i << 3), physRead((cr3 & 0xffffffe0) + (i << 3), 8));
  return true;
}
