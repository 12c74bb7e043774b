// Bytes that are no instruction.
import { raiseUD, raiseGP } from "../fault";

export function illegalOpcode(p: usize): usize { raiseUD(); return p; }
/** More than fifteen bytes. */
export function tooLong(p: usize): usize { raiseGP(0); return p; }
