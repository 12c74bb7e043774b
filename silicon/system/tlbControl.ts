// INVLPG and INVPCID.
import { CURP, CPL, CODE_MODE, CR4, GUEST_ASID } from "../gen/layout";
import { dst, ea, nextRip } from "../record";
import { ld } from "../mem";
import { raiseGP, raiseUD } from "../fault";
import { arriveAt, leaveNext } from "../exec/leave";
import { intercepted, exitInstruction } from "../svm/intercept";
import { flushPage, flushPcid, flushSpace } from "../mmu/tlb";
import { isCanonicalBase } from "./segment";
import { hasFeature, F_DECODEASSISTS, F_INVPCID } from "./features";

const CR4_PCIDE: u64 = 1 << 17;

/** INVLPG touches no memory: an address that is not canonical does nothing. */
export function invlpg(p: usize): usize {
  store<u32>(CURP, p);
  if (load<u8>(CPL)) raiseGP();
  const lin = load<u8>(CODE_MODE) == 2 ? ea(p) : ea(p) & 0xffffffff;
  if (intercepted(3, 25)) return exitInstruction(p, 0x79, hasFeature(F_DECODEASSISTS) ? lin : 0, 0);
  flushPage(lin, load<u32>(GUEST_ASID));
  return arriveAt(p, nextRip(p));
}

/** INVPCID: the intercept comes before every exception but those of absence and privilege. */
export function invpcid(p: usize): usize {
  store<u32>(CURP, p);
  if (!hasFeature(F_INVPCID)) raiseUD();
  if (load<u8>(CPL)) raiseGP();
  const type = load<u8>(CODE_MODE) == 2 ? load<u64>(dst(p)) : load<u32>(dst(p)), at = ea(p);
  if (intercepted(5, 2)) return exitInstruction(p, 0xa2, at, type);
  const id = ld<u64>(at, p), lin = ld<u64>(at + 8, p);
  if (type > 3 || id >> 12) raiseGP();
  if (type < 2 && id != 0 && (load<u64>(CR4) & CR4_PCIDE) == 0) raiseGP();
  if (type == 0) {
    if (!isCanonicalBase(lin)) raiseGP();
    flushPage(lin, load<u32>(GUEST_ASID));
  } else if (type == 1) flushPcid(id);
  else flushSpace();
  return leaveNext(p);
}
