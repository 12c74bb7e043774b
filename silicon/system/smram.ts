// The protected areas of SMRAM: outside system management mode their RAM is not there, and accesses go to the bus.
import { IN_SMM, SMM_MASK, SMRAM_HIDDEN } from "../gen/layout";
import { flushProcessor } from "../mmu/tlb";

const ASEG_ENABLED: u64 = 1; const TSEG_ENABLED: u64 = 2;

/** SMM_ADDR, SMM_MASK or the mode has changed. */
export function updateSmram(): void {
  const enabled = (load<u64>(SMM_MASK) & (ASEG_ENABLED | TSEG_ENABLED)) != 0;
  store<u8>(SMRAM_HIDDEN, <u8>(enabled && !load<u8>(IN_SMM)));
  if (enabled) flushProcessor();
}
