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
  /** Features the real part has; what this processor lacks of them stays off. */
  readonly features: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s+/);

const X86_64 = words(`
  fpu de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse sse2 ht
  syscall nx lm lahf-lm svm`);

const NAPLES = [
  ...X86_64,
  ...words(`
  vme pni pclmulqdq ssse3 fma cx16 sse4.1 sse4.2 movbe popcnt aes xsave avx f16c rdrand
  rdtscp pdpe1gb fxsr-opt mmxext cmp-legacy cr8legacy abm sse4a misalignsse 3dnowprefetch osvw topoext
  fsgsbase bmi1 avx2 smep bmi2 rdseed adx smap clflushopt sha-ni xsaveopt xsavec xgetbv1 arat npt nrip-save`),
];

const ROME = [
  ...NAPLES,
  ...words('umip rdpid clwb clzero xsaveerptr wbnoinvd ibpb amd-stibp xsaves perfctr-core'),
];

const MILAN = [...ROME, ...words('pcid invpcid erms fsrm pku vaes vpclmulqdq ibrs amd-ssbd svme-addr-chk')];

const GENOA = [
  ...MILAN,
  ...words(`
  la57 gfni avx512f avx512dq avx512ifma avx512cd avx512bw avx512vl avx512vbmi avx512vbmi2 avx512vnni
  avx512bitalg avx512-vpopcntdq avx512-bf16 stibp-always-on amd-psfd vnmi
  no-nested-data-bp lfence-always-serializing null-sel-clr-base auto-ibrs`),
];

// QEMU's models leave out what a guest seldom needs; the parts themselves have these too.
const REAL_SVM = words(`
  lbrv svm-lock tsc-scale vmcb-clean flushbyasid decodeassists pause-filter pfthreshold avic v-vmsave-vmload vgif
  x2apic invtsc skinit monitor`);

const real = (features: readonly string[]): string[] => [...features, ...REAL_SVM];

const AMD = { vendor: 'AuthenticAMD', physBits: 48, asids: 0x8000 } as const;

// Family, model and stepping of QEMU's generic 64-bit processor, which every guest has met.
const GENERIC = { ...AMD, family: 15, model: 107, stepping: 1, physBits: 40, asids: 16 } as const;

const naples = { ...AMD, family: 0x17, model: 0x01, stepping: 2 } as const;
const rome = { ...AMD, family: 0x17, model: 0x31, stepping: 0 } as const;
const milan = { ...AMD, family: 0x19, model: 0x01, stepping: 1 } as const;
const genoa = { ...AMD, family: 0x19, model: 0x11, stepping: 0, physBits: 52 } as const;

/** Every model. */
export const CPU_MODELS: readonly CpuModel[] = [
  {
    name: 'max',
    doc: 'everything this processor has (the default)',
    ...GENERIC,
    brand: 'nsvm virtual CPU',
    features: IMPLEMENTED_FEATURES,
  },
  {
    name: 'qemu64',
    doc: 'a plain 64-bit processor',
    ...GENERIC,
    brand: 'QEMU Virtual CPU version 2.5+',
    features: [...X86_64, 'pni', 'cx16'],
  },
  { name: 'EPYC', doc: 'AMD EPYC (Naples)', ...naples, brand: 'AMD EPYC Processor', features: NAPLES },
  { name: 'EPYC-Rome', doc: 'AMD EPYC (Rome)', ...rome, brand: 'AMD EPYC-Rome Processor', features: ROME },
  {
    name: 'EPYC-Milan',
    doc: 'AMD EPYC (Milan)',
    ...milan,
    brand: 'AMD EPYC-Milan Processor',
    features: MILAN,
  },
  {
    name: 'EPYC-Genoa',
    doc: 'AMD EPYC (Genoa)',
    ...genoa,
    brand: 'AMD EPYC-Genoa Processor',
    features: GENOA,
  },
  {
    name: 'rome',
    doc: 'Rome as sold',
    ...rome,
    brand: 'AMD EPYC 7742 64-Core Processor',
    features: real(ROME),
  },
  {
    name: 'milan',
    doc: 'Milan as sold',
    ...milan,
    brand: 'AMD EPYC 7763 64-Core Processor',
    features: real(MILAN),
  },
  {
    name: 'genoa',
    doc: 'Genoa as sold',
    ...genoa,
    brand: 'AMD EPYC 9654 96-Core Processor',
    features: real(GENOA),
  },
];
