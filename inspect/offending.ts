import type { VmrunCheck } from '../spec/checks.js';
import type { VmcbKey } from '../spec/vmcb.js';
import { beyondAddresses, reservedCr4, reservedEfer, type CpuFacts } from './cpuFacts.js';

/** Rows about a whole word of the field, or about bits that contradict each other: the clear ones matter as well. */
const WHOLE: ReadonlySet<string> = new Set(['S6', 'S7', 'E1', 'E2', 'E3', 'E4', 'E5']);

const LONG_MODE = 0x500n;
const PAT_ENTRIES = 8;

/** Bits that offend where it depends on the processor which ones can. */
const BY_CPU: Readonly<Record<string, { key: VmcbKey; bits(value: bigint, cpu: CpuFacts): bigint }>> = {
  C3: { key: 'msrpmBasePa', bits: (value, cpu) => value & beyondAddresses(cpu) },
  C4: { key: 'iopmBasePa', bits: (value, cpu) => value & beyondAddresses(cpu) },
  C6: { key: 'nCr3', bits: (value, cpu) => value & beyondAddresses(cpu) },
  C7: { key: 'gPat', bits: illegalTypes },
  S2: { key: 'efer', bits: (value, cpu) => value & reservedEfer(cpu) & ~LONG_MODE },
  S9: { key: 'cr3', bits: (value, cpu) => value & beyondAddresses(cpu) },
  S10: { key: 'cr4', bits: (value, cpu) => value & reservedCr4(cpu) },
};

/**
 * The bits of a field that make a failing row fail: set where they must be clear, or clear where they must be set. Zero
 * for a field that only belongs to the condition.
 */
export function offendingBits(check: VmrunCheck, key: VmcbKey, value: bigint, cpu: CpuFacts): bigint {
  const own = BY_CPU[check.id];
  if (own) return own.key === key ? own.bits(value, cpu) : 0n;
  const mask = check.offending[key] ?? 0n;
  const set = value & mask;
  return WHOLE.has(check.id) || set === 0n ? mask : set;
}

function illegalTypes(pat: bigint): bigint {
  let bits = 0n;
  for (let i = 0; i < PAT_ENTRIES; i++) {
    const type = (pat >> BigInt(8 * i)) & 0xffn;
    if (type > 7n || type === 2n || type === 3n) bits |= 0xffn << BigInt(8 * i);
  }
  return bits;
}

/** Bits of a present page-directory pointer of legacy PAE paging that must be zero. */
export function offendingPointerBits(pointer: bigint, cpu: CpuFacts): bigint {
  return pointer & 1n ? pointer & (beyondAddresses(cpu) | POINTER_RESERVED) : 0n;
}
const POINTER_RESERVED = 0x1e6n;
