// VMCB clean bits: the processor remembers the VMCB it ran last, as it was loaded and as the exit left it. A group of fields whose clean bit
// is set is taken from there, whatever memory holds by now.
import { VMCB_CACHE, CACHED_VMCB_PA, VMCB } from "../gen/layout";
import { hasFeature, F_VMCB_CLEAN } from "../system/features";
import { staleGroups } from "./observe";
import { CLEAN_SPANS, CLEAN_SPAN_COUNT, VC_CLEAN_BITS } from "./vmcb";

/** Bytes of a VMCB up to its last field. */
const BYTES: usize = 0x700;
const NOTHING: u64 = 0xffffffffffffffff;

const before = memory.data(0x700, 8);

// @ts-ignore: decorator
@inline function spanAt(n: i32): usize { return CLEAN_SPANS + <usize>(n * 6); }

/** Make `cache` the VMCB at `from`, but for the groups of `clean`. Says for which of these groups memory would have had something else. */
export function mergeVmcb(cache: usize, from: usize, clean: u32): u32 {
  if (!clean) { memory.copy(cache, from, BYTES); return 0; }
  memory.copy(before, cache, BYTES);
  memory.copy(cache, from, BYTES);
  let stale: u32 = 0;
  for (let n = 0; n < CLEAN_SPAN_COUNT; n++) {
    const span = spanAt(n), offset = <usize>load<u16>(span), bytes = <usize>load<u16>(span, 2), bit: u32 = 1 << load<u16>(span, 4);
    if (!(clean & bit)) continue;
    if (memory.compare(before + offset, from + offset, bytes) != 0) stale |= bit;
    memory.copy(cache + offset, before + offset, bytes);
  }
  return stale;
}
/** What VMRUN of the VMCB at `at` goes by: the VMCB itself, or what is remembered of it and what is not. */
export function effectiveVmcb(at: usize, pa: u64): usize {
  if (!hasFeature(F_VMCB_CLEAN)) return at;
  const clean = load<u64>(CACHED_VMCB_PA) == pa ? load<u32>(at, VC_CLEAN_BITS) : 0;
  store<u64>(CACHED_VMCB_PA, pa);
  const stale = mergeVmcb(VMCB_CACHE, at, clean);
  if (stale) { store<u32>(VMCB, <u32>at); staleGroups(stale); }
  return VMCB_CACHE;
}
/** Whether #VMEXIT has to remember what it saves. */
export function remembersVmcb(): bool { return load<u64>(CACHED_VMCB_PA) != NOTHING; }
/** The next VMRUN reads all of its VMCB. */
export function forgetVmcb(): void { store<u64>(CACHED_VMCB_PA, NOTHING); }
