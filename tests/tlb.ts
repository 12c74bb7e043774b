import type { Twin } from '../fuzz/twin.js';

/** Words of a known page of a guest's tables. */
const TABLE_WORDS = 3;

/**
 * What the TLB holds, entry by entry: which translation is whose, and what it translates to. Left out is what it knows of the tables of
 * guests that are none without an L0.
 */
export function tlbOf({ cpu }: Twin): string[] {
  const at = cpu.wasm.tlbImage() >>> 0;
  const bytes = cpu.wasm.saveTlb();
  const words = [...cpu.u64.subarray(at >> 3, (at + bytes) >> 3)];
  let tables = 1;
  for (let n = words[0] >> 32n; n > 0n; n--) tables += 2 + 2 * Number(words[tables] >> 32n);
  const kept = words.slice(0, tables);
  for (let n = tables + 1; n < words.length; n += TABLE_WORDS)
    if (!(words[n + 1] & 1n)) kept.push(...words.slice(n, n + TABLE_WORDS));
  return kept.map((word) => word.toString(16));
}
