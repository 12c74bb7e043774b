// Which events and instructions of the running guest its VMCB intercepts. The words are all zero in the host, so a test is one load.
import { INTERCEPTS, MSRPM, L1_MSRPM, IOPM } from "../gen/layout";
import { hostAddress } from "../mmu/phys";

export { exitInstruction, vmexit, vmexitException } from "./vmexit";

/** Bit `bit` of intercept word `word`. */
// @ts-ignore: decorator
@inline export function intercepted(word: i32, bit: i32): bool {
  return ((load<u32>(INTERCEPTS + (word << 2)) >> bit) & 1) != 0;
}

/** A bit of a permission map; memory that is not RAM reads as ones, so everything there is intercepted. */
function mapBit(base: u64, bit: u32): bool {
  const at = hostAddress(base + (bit >> 3));
  return at == 0 || ((load<u8>(at) >> (bit & 7)) & 1) != 0;
}

/** L1_MSRPM: there is no L2, or its L1 intercepts no registers. */
export const NO_MAP: u64 = 0xffffffffffffffff;
const MSR_PROT = 28;
const IOIO_PROT = 27;

/** Does RDMSR or WRMSR of `index` exit? MSRs outside the three ranges of the map always do. */
export function msrIntercepted(index: u32, write: bool): bool {
  if (!intercepted(3, MSR_PROT)) return false;
  const range = index & ~0x1fff;
  let start: u32;
  if (range == 0) start = 0;
  else if (range == 0xc0000000) start = 0x800;
  else if (range == 0xc0010000) start = 0x1000;
  else return true;
  const bit = (start << 3) + ((index & 0x1fff) << 1) + <u32>write, l1 = load<u64>(L1_MSRPM);
  return mapBit(load<u64>(MSRPM), bit) || (l1 != NO_MAP && mapBit(l1, bit));
}

/** Does an access of `size` bytes at `port` exit? The map has three bits more than there are ports, for accesses that run over. */
export function ioIntercepted(port: u32, size: u32): bool {
  if (!intercepted(3, IOIO_PROT)) return false;
  const base = load<u64>(IOPM);
  for (let i: u32 = 0; i < size; i++) if (mapBit(base, port + i)) return true;
  return false;
}
