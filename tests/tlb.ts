import type { Twin } from '../fuzz/twin.js';

/** What the TLB holds, entry by entry: which translation is whose, and what it translates to. */
export function tlbOf({ cpu }: Twin): string[] {
  const at = cpu.wasm.tlbImage() >>> 0;
  const bytes = cpu.wasm.saveTlb();
  return Array.from(cpu.u64.subarray(at >> 3, (at + bytes) >> 3), (word) => word.toString(16));
}
