// The nested tables of a guest: guest-physical to system-physical, in the format of the host's paging when it did VMRUN.
import { NCR3, HOST_CR0, HOST_CR4, HOST_EFER, HOST_IS_L0, PDPTES_KEPT, GMET_ON, WALK_FLAGS } from "../gen/layout";
import { WRITE } from "../mem";
import { physRead } from "./phys";
import { tableAt, tableOwner } from "./tlb";
import { walkWide, walkNarrow, denied, longReserved, paeReserved, pdpteReserved, NESTED, ADDRESS, E_P, CR0_PG, CR4_PAE, CR4_PSE, CR4_LA57,
  EFER_LMA } from "./tables";

/** EXITINFO1: the fault came from the final translation, or from reaching a table of the guest. */
const FINAL: u64 = 0x100000000; const TABLE: u64 = 0x200000000;

/** System-physical address of what a guest accesses; WALK_FLAGS tells whether it may be written at once. */
export function nestedFinal(gpa: u64, access: i32, user: bool): u64 { return nestedWalk(gpa, access, user || !load<u8>(GMET_ON), FINAL); }
/** System-physical address of an entry of the guest's tables. Such an access counts as a user's write, needed or not. */
export function nestedTable(gpa: u64): u64 {
  if (runsL1()) return nestedWalk(gpa, WRITE, true, TABLE);
  const owner = tableOwner(), known = tableAt(gpa);
  if (load<u64>(known) == ((gpa & ~0xfff) | 1) && load<u64>(known, 8) == owner) return load<u64>(known, 16) | (gpa & 0xfff);
  const pa = nestedWalk(gpa, WRITE, true, TABLE);
  store<u64>(known, (gpa & ~0xfff) | 1); store<u64>(known, owner, 8); store<u64>(known, pa & ~0xfff, 16);
  return pa;
}

/**
 * GiB that an L0 has entered in the tables it runs L1 on. It enters whole ones, where L1 has the processor's own addresses and may do
 * everything, and never takes one out: they need no second walk. The one that holds its own memory is not of them.
 */
let entered: u32 = 0;
/** The tables may be others now. */
export function forgetEntered(): void { entered = 0; }
// @ts-ignore: decorator
@inline function runsL1(): bool { return (load<u8>(HOST_IS_L0) & load<u8>(PDPTES_KEPT)) != 0; }

/** Every access counts as the user's, except a final one under the guest mode execute trap, which tells the guest's privilege levels apart. */
function nestedWalk(gpa: u64, access: i32, user: bool, stage: u64): u64 {
  if (!runsL1()) return walkNested(gpa, access, user, stage);
  const gib = gpa >> 30;
  if (gib < 32 && ((entered >> <u32>gib) & 1) != 0) { store<u32>(WALK_FLAGS, 1); return gpa; }
  const pa = walkNested(gpa, access, user, stage);
  if (gib < 32 && pa == gpa) entered |= 1 << <u32>gib;
  return pa;
}
function walkNested(gpa: u64, access: i32, user: bool, stage: u64): u64 {
  const efer = load<u64>(HOST_EFER);
  if (efer & EFER_LMA) {
    const shift: u64 = load<u64>(HOST_CR4) & CR4_LA57 ? 48 : 39;
    // An address wider than the tables has no entry.
    if (gpa >> (shift + 9)) denied(NESTED, gpa, access, user, 0, stage);
    return walkWide(NESTED, gpa, access, user, load<u64>(NCR3) & ADDRESS, shift, longReserved(efer), stage);
  }
  return nestedLegacy(gpa, access, user, stage);
}
function nestedLegacy(gpa: u64, access: i32, user: bool, stage: u64): u64 {
  if (!(load<u64>(HOST_CR0) & CR0_PG)) { store<u32>(WALK_FLAGS, 1); return gpa; }
  if (gpa >> 32) denied(NESTED, gpa, access, user, 0, stage);
  const cr4 = load<u64>(HOST_CR4), root = load<u64>(NCR3);
  if (!(cr4 & CR4_PAE)) return walkNarrow(NESTED, gpa, access, user, root, (cr4 & CR4_PSE) != 0, stage);
  const pointer = physRead((root & 0xffffffe0) | ((gpa >> 27) & 0x18), 8);
  if (!(pointer & E_P)) denied(NESTED, gpa, access, user, 0, stage);
  if (pointer & pdpteReserved()) denied(NESTED, gpa, access, user, 9, stage);
  return walkWide(NESTED, gpa, access, user, pointer & ADDRESS, 21, paeReserved(load<u64>(HOST_EFER)), stage);
}
