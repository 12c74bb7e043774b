/** A register of a CPUID leaf. */
export type CpuidRegister = 'eax' | 'ebx' | 'ecx' | 'edx';

/** One feature bit of CPUID. */
export interface CpuFeature {
  /** QEMU's spelling. */
  readonly name: string;
  readonly leaf: number;
  readonly subleaf: number;
  readonly register: CpuidRegister;
  readonly bit: number;
  /** Number for the processor: 32 times the position of the word in the list below, plus the bit. */
  readonly number: number;
  /** This processor has it; a feature it lacks can be switched off but not on. */
  readonly implemented: boolean;
  /** Features without which this one is switched off. */
  readonly needs: readonly string[];
}

interface Word {
  leaf: number;
  subleaf?: number;
  register: CpuidRegister;
  /** Position and name; a `+` before the name marks what this processor has, `<` separates what it needs. */
  names: Record<number, string>;
}

const WORDS: readonly Word[] = [
  {
    leaf: 1,
    register: 'edx',
    names: {
      0: '+fpu',
      1: '+vme',
      2: '+de',
      3: '+pse',
      4: '+tsc',
      5: '+msr',
      6: '+pae',
      7: '+mce',
      8: '+cx8',
      9: '+apic',
      11: '+sep',
      12: '+mtrr',
      13: '+pge',
      14: '+mca',
      15: '+cmov',
      16: '+pat',
      17: '+pse36',
      18: 'pn',
      19: '+clflush',
      21: 'ds',
      22: 'acpi',
      23: '+mmx',
      24: '+fxsr',
      25: '+sse < fxsr',
      26: '+sse2 < sse',
      27: 'ss',
      28: '+ht',
      29: 'tm',
      31: 'pbe',
    },
  },
  {
    leaf: 1,
    register: 'ecx',
    names: {
      0: '+pni < sse2',
      1: '+pclmulqdq < sse2',
      2: 'dtes64',
      3: '+monitor',
      4: 'ds-cpl',
      5: 'vmx',
      6: 'smx',
      7: 'est',
      8: 'tm2',
      9: '+ssse3 < pni',
      10: 'cid',
      12: '+fma < avx',
      13: '+cx16 < cx8',
      14: 'xtpr',
      15: 'pdcm',
      17: '+pcid < lm',
      18: 'dca',
      19: '+sse4.1 < ssse3',
      20: '+sse4.2 < sse4.1',
      21: '+x2apic < apic',
      22: '+movbe',
      23: '+popcnt',
      24: '+tsc-deadline < apic tsc',
      25: '+aes < sse2',
      26: '+xsave < fxsr',
      28: '+avx < xsave',
      29: '+f16c < avx',
      30: '+rdrand',
      31: '+hypervisor',
    },
  },
  { leaf: 6, register: 'eax', names: { 2: '+arat < apic' } },
  {
    leaf: 7,
    register: 'ebx',
    names: {
      0: '+fsgsbase < lm',
      1: '+tsc-adjust < tsc',
      2: 'sgx',
      3: '+bmi1',
      4: 'hle',
      5: '+avx2 < avx',
      6: 'fdp-excptn-only',
      7: '+smep',
      8: '+bmi2',
      9: '+erms',
      10: '+invpcid < pcid',
      11: 'rtm',
      13: 'zero-fcs-fds',
      14: 'mpx',
      16: 'avx512f < avx2',
      17: 'avx512dq < avx512f',
      18: '+rdseed',
      19: '+adx',
      20: '+smap',
      21: 'avx512ifma < avx512f',
      23: '+clflushopt < clflush',
      24: '+clwb < clflush',
      25: 'intel-pt',
      26: 'avx512pf < avx512f',
      27: 'avx512er < avx512f',
      28: 'avx512cd < avx512f',
      29: '+sha-ni < sse2',
      30: 'avx512bw < avx512f',
      31: 'avx512vl < avx512f',
    },
  },
  {
    leaf: 7,
    register: 'ecx',
    names: {
      1: 'avx512vbmi < avx512f',
      2: '+umip',
      3: '+pku < xsave',
      5: 'waitpkg',
      6: 'avx512vbmi2 < avx512f',
      7: 'shstk < xsaves',
      8: '+gfni < sse2',
      9: '+vaes < avx aes',
      10: '+vpclmulqdq < avx pclmulqdq',
      11: 'avx512vnni < avx512f',
      12: 'avx512bitalg < avx512f',
      14: 'avx512-vpopcntdq < avx512f',
      16: '+la57 < lm',
      22: '+rdpid',
      24: 'bus-lock-detect',
      25: 'cldemote',
      27: 'movdiri',
      28: 'movdir64b',
      31: 'pks',
    },
  },
  {
    leaf: 7,
    register: 'edx',
    names: {
      4: '+fsrm',
      10: 'md-clear',
      14: 'serialize',
      19: 'arch-lbr',
      20: 'ibt',
      26: 'spec-ctrl',
      27: 'stibp',
      28: 'flush-l1d',
      29: 'arch-capabilities',
      31: 'ssbd',
    },
  },
  {
    leaf: 7,
    subleaf: 1,
    register: 'eax',
    names: { 4: 'avx-vnni < avx2', 5: 'avx512-bf16 < avx512f', 26: 'lam' },
  },
  {
    leaf: 0xd,
    subleaf: 1,
    register: 'eax',
    names: { 0: '+xsaveopt < xsave', 1: '+xsavec < xsave', 2: '+xgetbv1 < xsave', 3: '+xsaves < xsavec' },
  },
  {
    leaf: 0x80000001,
    register: 'edx',
    names: {
      11: '+syscall < lm',
      19: 'mp',
      20: '+nx < pae',
      22: '+mmxext < mmx',
      25: '+fxsr-opt < fxsr',
      26: '+pdpe1gb < lm',
      27: '+rdtscp < tsc',
      29: '+lm < pae cx8 sse2',
      30: '3dnowext < 3dnow',
      31: '3dnow < mmx',
    },
  },
  {
    leaf: 0x80000001,
    register: 'ecx',
    names: {
      0: '+lahf-lm < lm',
      1: '+cmp-legacy',
      2: '+svm',
      3: 'extapic < apic',
      4: '+cr8legacy',
      5: '+abm',
      6: '+sse4a < pni',
      7: '+misalignsse < sse',
      8: '+3dnowprefetch',
      9: '+osvw',
      10: 'ibs',
      11: 'xop < avx',
      12: 'skinit < svm',
      13: 'wdt',
      15: 'lwp',
      16: 'fma4 < avx',
      17: '+tce',
      19: 'nodeid-msr',
      21: 'tbm',
      22: '+topoext',
      23: 'perfctr-core',
      24: 'perfctr-nb',
      29: '+mwaitx',
    },
  },
  { leaf: 0x80000007, register: 'edx', names: { 8: '+invtsc < tsc' } },
  {
    leaf: 0x80000008,
    register: 'ebx',
    names: {
      0: '+clzero',
      2: '+xsaveerptr < xsave',
      3: '+invlpgb',
      4: '+rdpru < aperfmperf',
      8: '+mcommit',
      9: '+wbnoinvd',
      12: '+ibpb',
      13: '+int-wbinvd',
      14: '+ibrs',
      15: '+amd-stibp',
      17: '+stibp-always-on',
      24: '+amd-ssbd',
      25: 'virt-ssbd',
      26: 'amd-no-ssb',
      28: '+amd-psfd',
    },
  },
  {
    leaf: 0x8000000a,
    register: 'edx',
    names: {
      0: '+npt < svm',
      1: '+lbrv < svm',
      2: '+svm-lock < svm',
      3: '+nrip-save < svm',
      4: '+tsc-scale < svm',
      5: '+vmcb-clean < svm',
      6: '+flushbyasid < svm',
      7: '+decodeassists < svm',
      8: 'pmc-virt < svm',
      10: '+pause-filter < svm',
      12: '+pfthreshold < pause-filter',
      13: 'avic < svm npt',
      15: '+v-vmsave-vmload < svm npt lm',
      16: '+vgif < svm',
      17: '+gmet < npt',
      18: 'x2avic < avic',
      19: 'sss-check < npt',
      20: 'v-spec-ctrl < svm',
      21: 'rogpt < npt',
      24: 'tlbi-ctl < svm',
      25: '+vnmi < svm',
      26: 'ibs-virt < svm',
      28: '+svme-addr-chk < svm',
      29: '+bus-lock-threshold < svm',
      30: '+idle-hlt < svm',
    },
  },
  {
    leaf: 0x8000001f,
    register: 'eax',
    names: { 0: 'sme', 1: 'sev < svm npt', 3: 'sev-es < sev', 4: 'sev-snp < sev-es', 16: 'vte < sev' },
  },
  {
    leaf: 0x80000021,
    register: 'eax',
    names: {
      0: 'no-nested-data-bp',
      2: '+lfence-always-serializing',
      6: '+null-sel-clr-base',
      7: 'uai',
      8: '+auto-ibrs',
      24: 'eraps < svm',
    },
  },
  { leaf: 6, register: 'ecx', names: { 0: '+aperfmperf < tsc' } },
];

function feature(word: Word, position: number, bit: number, text: string): CpuFeature {
  const [name, needs = ''] = text.replace(/^\+/, '').split(' < ');
  return {
    name: name!,
    leaf: word.leaf,
    subleaf: word.subleaf ?? 0,
    register: word.register,
    bit,
    number: 32 * position + bit,
    implemented: text.startsWith('+'),
    needs: needs.split(' ').filter((n) => n !== ''),
  };
}

/** Every feature by name. */
export const CPU_FEATURES: ReadonlyMap<string, CpuFeature> = new Map(
  WORDS.flatMap((word, position) =>
    Object.entries(word.names).map(([bit, text]) => {
      const row = feature(word, position, Number(bit), text);
      return [row.name, row] as const;
    }),
  ),
);

/** The words of CPUID that hold features, in the order of the features' numbers. */
export const FEATURE_WORDS: readonly Pick<CpuFeature, 'leaf' | 'subleaf' | 'register'>[] = WORDS.map(
  ({ leaf, subleaf = 0, register }) => ({ leaf, subleaf, register }),
);

/** Other spellings people use. QEMU also takes `_` for `-` everywhere. */
export const FEATURE_ALIASES: Readonly<Record<string, string>> = {
  sse3: 'pni',
  pclmuldq: 'pclmulqdq',
  'sse4-1': 'sse4.1',
  'sse4-2': 'sse4.2',
  xd: 'nx',
  ffxsr: 'fxsr-opt',
  i64: 'lm',
  lzcnt: 'abm',
  'tsc-deadline-timer': 'tsc-deadline',
  nrips: 'nrip-save',
};

/** Names of the features this processor has. The hypervisor bit is no feature of a processor: the machine adds it. */
export const IMPLEMENTED_FEATURES: readonly string[] = [...CPU_FEATURES.values()]
  .filter((row) => row.implemented && row.name !== 'hypervisor')
  .map((row) => row.name);
