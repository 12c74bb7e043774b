import { IMPLEMENTED_FEATURES } from './cpuidFeatures.js';

/** A processor as `-cpu` names it. */
export interface CpuModel {
  readonly name: string;
  /** One line for `-cpu help`. */
  readonly doc: string;
  /** Twelve characters. */
  readonly vendor: string;
  readonly family: number;
  readonly model: number;
  readonly stepping: number;
  /** At most 48 characters. */
  readonly brand: string;
  /** Width of a physical address. */
  readonly physBits: number;
  /** Number of ASIDs, the host's included. */
  readonly asids: number;
  /** KiB of the second-level cache of a core, MiB of the third-level cache that all share. */
  readonly l2KiB: number;
  readonly l3MiB: number;
  /** Features the real part has; what this processor lacks of them stays off. */
  readonly features: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s+/);

const BASE = words(`
  fpu de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse sse2
  syscall nx lm`);

const X86_64 = [...BASE, ...words('ht lahf-lm svm')];

const NAPLES = [
  ...X86_64,
  ...words(`
  vme pni pclmulqdq ssse3 fma cx16 sse4.1 sse4.2 movbe popcnt aes xsave avx f16c rdrand
  rdtscp pdpe1gb fxsr-opt mmxext cmp-legacy cr8legacy abm sse4a misalignsse 3dnowprefetch osvw topoext
  fsgsbase bmi1 avx2 smep bmi2 rdseed adx smap clflushopt sha-ni xsaveopt xsavec xgetbv1 arat npt nrip-save`),
];
const NAPLES_V2 = [...NAPLES, 'ibpb'];
const NAPLES_V3 = [...NAPLES_V2, ...words('perfctr-core clzero xsaveerptr xsaves')];

const ROME = [
  ...NAPLES,
  ...words('umip rdpid clwb clzero xsaveerptr wbnoinvd ibpb amd-stibp xsaves perfctr-core'),
];
const ROME_V2 = [...ROME, ...words('ibrs amd-ssbd')];

const MILAN = [...ROME, ...words('pcid invpcid erms fsrm pku ibrs amd-ssbd svme-addr-chk')];
const MILAN_V2 = [
  ...MILAN,
  ...words(`
  vaes vpclmulqdq stibp-always-on amd-psfd no-nested-data-bp lfence-always-serializing null-sel-clr-base`),
];

const GENOA = [
  ...MILAN_V2,
  ...words(`
  la57 gfni avx512f avx512dq avx512ifma avx512cd avx512bw avx512vl avx512vbmi avx512vbmi2 avx512vnni
  avx512bitalg avx512-vpopcntdq avx512-bf16 vnmi auto-ibrs`),
];

// QEMU's models leave out what a guest seldom needs; the parts themselves have these too.
const REAL = words(`
  lbrv svm-lock tsc-scale vmcb-clean flushbyasid decodeassists pause-filter pfthreshold avic v-vmsave-vmload vgif
  x2apic invtsc skinit monitor mwaitx tce aperfmperf extapic wdt perfctr-nb`);
const REAL_ROME = [...REAL, ...words('rdpru mcommit int-wbinvd amd-ssbd gmet')];
const REAL_MILAN = [...REAL, ...words('rdpru int-wbinvd invlpgb tlbi-ctl gmet sss-check v-spec-ctrl shstk')];
const REAL_GENOA = [...REAL_MILAN, ...words('x2avic')];

const AMD = { vendor: 'AuthenticAMD', physBits: 48, asids: 0x8000, l2KiB: 512, l3MiB: 16 } as const;

// Family, model and stepping of QEMU's generic 64-bit processor, which every guest has met.
const GENERIC = { ...AMD, family: 15, model: 107, stepping: 1, physBits: 40, asids: 16 } as const;

const naples = { ...AMD, family: 0x17, model: 0x01, stepping: 2 } as const;
const rome = { ...AMD, family: 0x17, model: 0x31, stepping: 0 } as const;
const milan = { ...AMD, family: 0x19, model: 0x01, stepping: 1, l3MiB: 32 } as const;
const genoa = {
  ...AMD,
  family: 0x19,
  model: 0x11,
  stepping: 0,
  physBits: 52,
  l2KiB: 1024,
  l3MiB: 32,
} as const;

/** A model of QEMU's and its versions, of which the plain name means the first. */
function versions(
  name: string,
  doc: string,
  part: Omit<CpuModel, 'name' | 'doc' | 'features'>,
  ...lists: readonly (readonly string[])[]
): CpuModel[] {
  const plain = { ...part, name, doc, features: lists[0]! };
  return [
    plain,
    ...lists.map((features, n) => ({
      ...part,
      name: `${name}-v${n + 1}`,
      doc: `${doc}, version ${n + 1}`,
      features,
    })),
  ];
}

/** QEMU has no name for these, so that what is written for it cannot switch them off and expects them to be absent. */
const UNNAMED_IN_QEMU: readonly string[] = ['aperfmperf', 'rdpru'];

/** Every model. */
export const CPU_MODELS: readonly CpuModel[] = [
  {
    name: 'max',
    doc: 'everything this processor has that QEMU has a name for (the default)',
    ...GENERIC,
    brand: 'nsvm virtual CPU',
    features: IMPLEMENTED_FEATURES.filter((name) => !UNNAMED_IN_QEMU.includes(name)),
  },
  {
    name: 'qemu64',
    doc: 'a plain 64-bit processor',
    ...GENERIC,
    brand: 'QEMU Virtual CPU version 2.5+',
    features: [...X86_64, 'pni', 'cx16'],
  },
  {
    name: 'Opteron_G1',
    doc: 'AMD Opteron 240 (the first with 64 bits)',
    ...GENERIC,
    model: 6,
    brand: 'AMD Opteron 240 (Gen 1 Class Opteron)',
    features: [...BASE, 'vme', 'pni'],
  },
  ...versions(
    'EPYC',
    'AMD EPYC (Naples)',
    { ...naples, brand: 'AMD EPYC Processor' },
    NAPLES,
    NAPLES_V2,
    NAPLES_V3,
  ),
  ...versions('EPYC-Rome', 'AMD EPYC (Rome)', { ...rome, brand: 'AMD EPYC-Rome Processor' }, ROME, ROME_V2),
  ...versions(
    'EPYC-Milan',
    'AMD EPYC (Milan)',
    { ...milan, brand: 'AMD EPYC-Milan Processor' },
    MILAN,
    MILAN_V2,
  ),
  ...versions('EPYC-Genoa', 'AMD EPYC (Genoa)', { ...genoa, brand: 'AMD EPYC-Genoa Processor' }, GENOA),
  {
    name: 'rome',
    doc: 'Rome as sold',
    ...rome,
    brand: 'AMD EPYC 7742 64-Core Processor',
    features: [...ROME, ...REAL_ROME],
  },
  {
    name: 'milan',
    doc: 'Milan as sold',
    ...milan,
    brand: 'AMD EPYC 7763 64-Core Processor',
    features: [...MILAN_V2, ...REAL_MILAN],
  },
  {
    name: 'genoa',
    doc: 'Genoa as sold',
    ...genoa,
    brand: 'AMD EPYC 9654 96-Core Processor',
    features: [...GENOA, ...REAL_GENOA],
  },
];
