// Virtual NMIs: with V_NMI_ENABLE a guest has an NMI and an NMI mask of its own in int_ctl. Physical NMIs, always intercepted then, and the
// physical mask are not its affair.
import { IN_GUEST, INT_CTL, SHADOW, NMI_BLOCKED, DELIVER_KIND } from "../gen/layout";
import * as V from "./vmcb";

const PENDING: u64 = V.IC_V_NMI | V.IC_V_NMI_ENABLE;

/** NMIs of the running guest are virtual. */
export function nmiIsVirtual(): bool { return load<u8>(IN_GUEST) != 0 && (load<u64>(INT_CTL) & V.IC_V_NMI_ENABLE) != 0; }
/** Virtual interrupts and NMIs wait while the guest's own GIF is 0. */
export function virtualGifOpen(control: u64): bool { return (control & V.IC_V_GIF_ENABLE) == 0 || (control & V.IC_V_GIF) != 0; }
/** A virtual NMI is due at this boundary. */
export function virtualNmiOpen(): bool {
  const control = load<u64>(INT_CTL);
  if (!load<u8>(IN_GUEST) || (control & (PENDING | V.IC_V_NMI_MASK)) != PENDING) return false;
  return !load<u8>(SHADOW) && virtualGifOpen(control);
}
/** The pending virtual NMI is taken: it masks further ones. */
export function takeVirtualNmi(): void { store<u64>(INT_CTL, (load<u64>(INT_CTL) & ~V.IC_V_NMI) | V.IC_V_NMI_MASK); }
/** IRET ends the NMI handler of whoever runs; true when NMIs were masked. */
export function unmaskNmi(): bool {
  if (!nmiIsVirtual()) {
    const blocked = load<u8>(NMI_BLOCKED) != 0;
    store<u8>(NMI_BLOCKED, 0);
    return blocked;
  }
  const control = load<u64>(INT_CTL);
  store<u64>(INT_CTL, control & ~V.IC_V_NMI_MASK);
  return (control & V.IC_V_NMI_MASK) != 0;
}
/** The handler of a virtual NMI has not been reached yet: a #VMEXIT now leaves it to be injected, and masks nothing. */
export function deliversVirtualNmi(): bool {
  return (load<u32>(DELIVER_KIND) & (V.EVENT_VALID | V.EVENT_TYPE)) == (V.EVENT_VALID | V.EVENT_NMI) && nmiIsVirtual();
}
