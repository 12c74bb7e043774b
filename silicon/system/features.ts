// What CPUID shows is what the processor does: a feature is a bit of a CPUID word, and the host's CPUID table sets the words.
import { FEATURE_WORDS, FEATURE_PLACES } from "../gen/features";

export * from "../gen/features";

const words = memory.data(FEATURE_WORDS * 4);

let physicalBits: i32 = 40;
let linearWidth: i32 = 48;

let all: bool = false;
/** While an L0 enters its guest nothing is hidden: CPUID tells what L1 may use, not what the processor can do for the L0. */
export function showAllFeatures(on: bool): void { all = on; }
/** The processor has this feature. */
export function hasFeature(n: i32): bool {
  return all || ((load<u32>(words + (<usize>(n >> 5) << 2)) >> (n & 31)) & 1) != 0;
}
/** Switch one feature of the processor on or off, whatever CPUID says. */
export function setFeature(n: i32, on: bool): void {
  const at = words + (<usize>(n >> 5) << 2), bit: u32 = 1 << (n & 31);
  store<u32>(at, on ? load<u32>(at) | bit : load<u32>(at) & ~bit);
}
/** Width of a physical address: bits from there up are reserved everywhere. */
export function physicalLimitBits(): i32 { return physicalBits; }
/** Width of a linear address that the processor can have: 57 where five-level paging exists. */
export function linearLimitBits(): i32 { return linearWidth; }
export function setAddressWidths(physical: i32, linear: i32): void { physicalBits = physical; linearWidth = linear; }

/** "Genu", as CPUID 0 has it in EBX. */
const GENUINE: u32 = 0x756e6547;
let intel: bool = false;
/** CPUID names Intel as the vendor: SYSENTER and SYSEXIT are then as Intel has them, in long mode too. Nothing else depends on it. */
export function hasIntelSysenter(): bool { return intel; }
/** Take over the feature words of a CPUID leaf. */
export function noteFeatures(leaf: u32, subleaf: u32, a: u32, b: u32, c: u32, d: u32): void {
  for (let n = 0; n < FEATURE_WORDS; n++) {
    if (FEATURE_PLACES[3 * n] != leaf || FEATURE_PLACES[3 * n + 1] != subleaf) continue;
    const register = FEATURE_PLACES[3 * n + 2];
    store<u32>(words + (<usize>n << 2), register == 0 ? a : register == 1 ? b : register == 2 ? c : d);
  }
  if (leaf == 0) intel = b == GENUINE;
  if (leaf == 0x80000008) setAddressWidths(a & 0xff, (a >> 8) & 0xff);
}
