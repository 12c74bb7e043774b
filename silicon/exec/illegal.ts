// Bytes that are no instruction.
import { CR0, RFLAGS, HANDLER_TABLE, I_IMM } from "../gen/layout";
import { raiseUD, raiseGP } from "../fault";
import { F_VM } from "../flags";

export function illegalOpcode(p: usize): usize { raiseUD(); return p; }
/** More than fifteen bytes. */
export function tooLong(p: usize): usize { raiseGP(0); return p; }
/** A VEX prefix outside 64-bit code: not in real and virtual-8086 mode. The number of the instruction's own handler is in IMM 31:17. */
export function vexOutside64(p: usize): usize {
  if (!(load<u32>(CR0) & 1) || (load<u64>(RFLAGS) & F_VM)) raiseUD();
  return call_indirect<usize>(load<u16>(HANDLER_TABLE + (<usize>(load<u32>(p, I_IMM) >> 17) << 1)), p);
}
