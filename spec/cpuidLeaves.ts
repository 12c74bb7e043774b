import { CPU_FEATURES, type CpuidRegister } from './cpuidFeatures.js';
import type { CpuModel } from './cpuModels.js';

/** One answer of CPUID. A leaf that is not listed answers zero in all four registers, as AMD processors do. */
export interface CpuidLeaf {
  readonly leaf: number;
  readonly subleaf: number;
  /** Unsigned 32-bit values. */
  eax: number;
  ebx: number;
  ecx: number;
  edx: number;
}

/** Leaves whose answer depends on ECX; the others ignore it. */
export const SUBLEAF_LEAVES: readonly number[] = [7, 0xb, 0xd, 0x8000001d];

/** Words of CPUID that follow live state: the processor puts the value in when the instruction runs. */
export const LIVE_WORDS: readonly {
  readonly leaf: number;
  readonly subleaf: number;
  readonly register: CpuidRegister;
  /** The bit, or null when the whole word is live. */
  readonly bit: number | null;
  readonly source: string;
}[] = [
  { leaf: 1, subleaf: 0, register: 'edx', bit: 9, source: 'APIC_BASE.AE' },
  { leaf: 1, subleaf: 0, register: 'ecx', bit: 27, source: 'CR4.OSXSAVE' },
  { leaf: 7, subleaf: 0, register: 'ecx', bit: 4, source: 'CR4.PKE' },
  { leaf: 0xd, subleaf: 0, register: 'ebx', bit: null, source: 'bytes of the XSAVE area for XCR0' },
  {
    leaf: 0xd,
    subleaf: 1,
    register: 'ebx',
    bit: null,
    source: 'bytes of the compacted XSAVE area for XCR0 and XSS',
  },
  { leaf: 0x80000001, subleaf: 0, register: 'edx', bit: 9, source: 'APIC_BASE.AE' },
];

/** Parts of the XSAVE area after the legacy region and header, in the standard format: where Zen 4 has them. */
export const XSAVE_LEGACY_BYTES = 576;
export const XSAVE_PARTS = [
  { bit: 2, feature: 'avx', offset: 576, bytes: 256 },
  { bit: 9, feature: 'pku', offset: 2432, bytes: 8 },
] as const;

/** Bits 9:0, 17:12, 23 and 24 of leaf 1 EDX are repeated in leaf 80000001h. */
const REPEATED_EDX = 0x0183f3ff;

/** Features that make leaf 7 have a subleaf 1. */
const CPUID_7_1 = [...CPU_FEATURES.values()]
  .filter(({ leaf, subleaf }) => leaf === 7 && subleaf === 1)
  .map(({ name }) => name);
/** The highest register that RDPRU reads: APERF. */
const RDPRU_MOST = 1;
/** Most pages behind the first one that INVLPGB takes. */
const INVLPGB_MOST = 7;

type Words = Partial<Record<CpuidRegister, number>>;

function ascii(text: string, at: number): number {
  let word = 0;
  for (let i = 3; i >= 0; i--) word = (word << 8) | (text.charCodeAt(at + i) || 0);
  return word >>> 0;
}

function signature({ family, model, stepping }: CpuModel): number {
  const extended = family > 15 ? family - 15 : 0;
  return (
    ((extended << 20) |
      ((model >> 4) << 16) |
      (Math.min(family, 15) << 8) |
      ((model & 15) << 4) |
      stepping) >>>
    0
  );
}

/** A cache as leaf 8000001Dh has it. */
function cache(level: number, kind: number, kib: number, ways: number, sharedBy: number): Words {
  const sets = (kib * 1024) / (64 * ways);
  const eax = ((sharedBy - 1) << 14) | (1 << 8) | (level << 5) | kind;
  return { eax, ebx: ((ways - 1) << 22) | 63, ecx: sets - 1, edx: level === 3 ? 1 : 0 };
}

/** The answers of CPUID on one processor of `cpuCount`, each a core of one socket with its number as APIC id. */
export function cpuidLeaves(
  model: CpuModel,
  features: ReadonlySet<string>,
  cpuIndex: number,
  cpuCount: number,
): CpuidLeaf[] {
  const leaves = new Map<string, CpuidLeaf>();
  const put = (leaf: number, subleaf: number, words: Words): void => {
    const key = `${leaf}.${subleaf}`;
    const row = leaves.get(key) ?? { leaf, subleaf, eax: 0, ebx: 0, ecx: 0, edx: 0 };
    for (const [register, value] of Object.entries(words) as [CpuidRegister, number][])
      row[register] = (row[register] | value) >>> 0;
    leaves.set(key, row);
  };
  const vendor = (max: number): Words => ({
    eax: max,
    ebx: ascii(model.vendor, 0),
    edx: ascii(model.vendor, 4),
    ecx: ascii(model.vendor, 8),
  });
  const idBits = Math.ceil(Math.log2(cpuCount));
  const topology = features.has('topoext');

  for (const name of features) {
    const row = CPU_FEATURES.get(name)!;
    // HT and CmpLegacy say "more than one", so they follow the count.
    if ((name === 'ht' || name === 'cmp-legacy') && cpuCount === 1) continue;
    put(row.leaf, row.subleaf, { [row.register]: 2 ** row.bit });
  }

  put(1, 0, { eax: signature(model), ebx: (cpuIndex << 24) | (cpuCount << 16) | (8 << 8) });
  // Lines of 64 bytes; extensions, of which one lets masked interrupts wake; one kind of C0 and of C1.
  if (features.has('monitor') || features.has('mwaitx')) put(5, 0, { eax: 64, ebx: 64, ecx: 3, edx: 0x11 });
  if (CPUID_7_1.some((name) => features.has(name))) put(7, 0, { eax: 1 });
  if (features.has('x2apic')) {
    put(0xb, 0, { eax: 0, ebx: 1, ecx: 0x100, edx: cpuIndex });
    put(0xb, 1, { eax: idBits, ebx: cpuCount, ecx: 0x201, edx: cpuIndex });
    put(0xb, 2, { ecx: 2, edx: cpuIndex });
  }
  if (features.has('xsave')) {
    const parts = XSAVE_PARTS.filter((part) => features.has(part.feature));
    const bytes = Math.max(XSAVE_LEGACY_BYTES, ...parts.map((part) => part.offset + part.bytes));
    const xcr0 = parts.reduce((mask, part) => mask | (1 << part.bit), 3);
    put(0xd, 0, { eax: xcr0, ebx: XSAVE_LEGACY_BYTES, ecx: bytes });
    for (const part of parts) put(0xd, part.bit, { eax: part.bytes, ebx: part.offset });
  }

  const edx1 = leaves.get('1.0')!.edx;
  put(0x80000001, 0, { eax: signature(model), edx: edx1 & REPEATED_EDX });
  for (let i = 0; i < 3; i++) {
    const at = i * 16;
    put(0x80000002 + i, 0, {
      eax: ascii(model.brand, at),
      ebx: ascii(model.brand, at + 4),
      ecx: ascii(model.brand, at + 8),
      edx: ascii(model.brand, at + 12),
    });
  }
  // 32 KiB 8-way first-level caches with 64 entries of TLB each; 8-way second level, 16-way third level in units of 512 KiB.
  put(0x80000005, 0, { eax: 0xff40ff40, ebx: 0xff40ff40, ecx: 0x20080140, edx: 0x20080140 });
  put(0x80000006, 0, {
    eax: 0x48002200,
    ebx: 0x68004200,
    ecx: (model.l2KiB << 16) | 0x6140,
    edx: (model.l3MiB << 19) | 0x8140,
  });
  const linearBits = features.has('la57') ? 57 : 48;
  put(0x80000008, 0, {
    eax: (linearBits << 8) | model.physBits,
    ecx: (idBits << 12) | (cpuCount - 1),
    edx: (features.has('rdpru') ? RDPRU_MOST << 16 : 0) | (features.has('invlpgb') ? INVLPGB_MOST : 0),
  });
  if (features.has('svm')) put(0x8000000a, 0, { eax: 1, ebx: model.asids });
  // 64 entries of first-level TLB for pages of 1 GiB.
  if (features.has('pdpe1gb')) put(0x80000019, 0, { eax: 0xf040f040 });
  // Loads and stores that are not aligned are no slower; with AVX2 the units are 256 bits wide.
  if (features.has('misalignsse')) put(0x8000001a, 0, { eax: features.has('avx2') ? 6 : 2 });
  if (topology) {
    put(0x8000001d, 0, cache(1, 1, 32, 8, 1));
    put(0x8000001d, 1, cache(1, 2, 32, 8, 1));
    put(0x8000001d, 2, cache(2, 3, model.l2KiB, 8, 1));
    put(0x8000001d, 3, cache(3, 3, model.l3MiB * 1024, 16, cpuCount));
    put(0x8000001e, 0, { eax: cpuIndex, ebx: cpuIndex });
  }
  const numbers = [...leaves.values()].map((row) => row.leaf);
  put(0, 0, vendor(Math.max(...numbers.filter((number) => number < 0x80000000))));
  put(0x80000000, 0, vendor(Math.max(...numbers)));
  return [...leaves.values()].sort((a, b) => a.leaf - b.leaf || a.subleaf - b.subleaf);
}
