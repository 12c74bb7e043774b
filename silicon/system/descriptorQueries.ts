// Questions about a selector that answer in ZF and never fault for what the selector names: LAR LSL VERR VERW; and ARPL.
import { CPL, CURP } from "../gen/layout";
import { dst, src, ea, isMem, next, wr } from "../record";
import { ld, ldSys, st } from "../mem";
import { arithFlags, setArith, F_ZF } from "../flags";
import { raiseUD } from "../fault";
import { protectedMode, longMode, inTable, descriptorAddress, attributesOf, dplOf, limitOf, isConforming, isNull, isReadable,
  isWritableData, A_S } from "./descriptor";

/** System types LAR and LSL accept, as bits: TSSs, LDT, and for LAR the gates that call or switch. */
const LAR_LEGACY: u32 = 0x1a3e; const LAR_LONG: u32 = 0x1a04;
const LSL_LEGACY: u32 = 0x0a0e; const LSL_LONG: u32 = 0x0a04;

function answer(p: usize, yes: bool): usize {
  setArith((arithFlags() & ~F_ZF) | (yes ? F_ZF : 0));
  return next(p);
}
/** The selector, once it is clear that there is a protected mode to ask about. */
function asked(p: usize): u32 {
  store<u32>(CURP, <u32>p);
  if (!protectedMode()) raiseUD();
  return isMem(p) ? ld<u16>(ea(p), p) : load<u16>(src(p));
}
/** The descriptor, or 0 when there is none that the current level may see; `systemTypes` as bits are allowed too. */
function visible(selector: u32, systemTypes: u32): u64 {
  if (isNull(selector) || !inTable(selector, 8)) return 0;
  const d = ldSys(descriptorAddress(selector), 8), attributes = attributesOf(d);
  if (!(attributes & A_S) && !((systemTypes >> (attributes & 15)) & 1)) return 0;
  if (!isConforming(attributes) && dplOf(attributes) < max<u32>(load<u8>(CPL), selector & 3)) return 0;
  return d;
}

export function lar<T>(p: usize): usize {
  const d = visible(asked(p), longMode() ? LAR_LONG : LAR_LEGACY);
  if (d) wr<T>(dst(p), <T>((d >> 32) & 0xffff00));
  return answer(p, d != 0);
}
export function lsl<T>(p: usize): usize {
  const d = visible(asked(p), longMode() ? LSL_LONG : LSL_LEGACY);
  if (d) wr<T>(dst(p), <T>limitOf(d));
  return answer(p, d != 0);
}
export function verr(p: usize): usize {
  const d = visible(asked(p), 0);
  return answer(p, d != 0 && isReadable(attributesOf(d)));
}
export function verw(p: usize): usize {
  const d = visible(asked(p), 0);
  return answer(p, d != 0 && isWritableData(attributesOf(d)));
}
/** Raise the RPL of the destination to that of the source. */
export function arpl(p: usize): usize {
  store<u32>(CURP, <u32>p);
  if (!protectedMode()) raiseUD();
  const rpl = load<u16>(src(p)) & 3;
  if (!isMem(p)) {
    const v = load<u16>(dst(p)), less = (v & 3) < rpl;
    if (less) store<u16>(dst(p), (v & 0xfffc) | rpl);
    return answer(p, less);
  }
  // Only a selector that changes is written.
  const at = ea(p), v = ld<u16>(at, p), less = (v & 3) < rpl;
  if (less) st<u16>(at, <u16>((v & 0xfffc) | rpl), p);
  return answer(p, less);
}
