/** What a model-specific register does when it is read and written. */
export type MsrKind =
  /** Reads back what was written. */
  | 'plain'
  /** Reads its reset value; a write is #GP. */
  | 'constant'
  /** Reads its reset value; a write has no effect. */
  | 'ignored'
  /** Write-only: a read is #GP. */
  | 'command'
  /** Tied to other state or with rules of its own: see `rule`. */
  | 'live';

/** One model-specific register. */
export interface Msr {
  readonly index: number;
  readonly name: string;
  readonly kind: MsrKind;
  readonly access: 'rw' | 'ro' | 'wo';
  readonly reset: bigint;
  /** Bits that must be written as zero, else #GP. */
  readonly reserved: bigint;
  /** A written value must be a canonical address, else #GP. */
  readonly canonical: boolean;
  /** What a write must obey and what an access does, in words; empty when the columns say it all. */
  readonly rule: string;
  /** Any one of these CPUID features brings it; without them an access is #GP. Empty when always there. */
  readonly features: readonly string[];
  /** Field of the processor's state that holds it, and the element of that field. */
  readonly state: readonly [name: string, element: number] | null;
}

interface Extra {
  access?: Msr['access'];
  reset?: bigint;
  reserved?: bigint;
  canonical?: boolean;
  rule?: string;
  features?: readonly string[];
  state?: string | readonly [string, number];
}

/** Number of banks of machine-check registers. */
export const MC_BANKS = 4;
/** Number of variable-range memory-type registers. */
export const VARIABLE_MTRRS = 8;

const HIGH32 = 0xffffffff_00000000n;
const ALL = 0xffffffff_ffffffffn;

/** What lies outside the page frame of a 52-bit address; the processor adds the bits above its own width. */
const NOT_FRAME = 0xfff00000_00000fffn;

// AMD has no 64-bit SYSENTER, so any value is taken; as Intel has it, all 64 bits of a canonical address are kept.
const NARROW = 'only bits 31:0 are kept';
const MTRR_TYPES = 'memory types 0, 1, 4, 5, 6';

let miscSlots = 0;
/** As `state`: the next free slot of MISC_MSR, which a plain register without a field gets anyway. */
const OWN_SLOT = 'slot';

function m(index: number, name: string, kind: MsrKind, extra: Extra = {}): Msr {
  const { reset = 0n, reserved = 0n, canonical = false, rule = '', features = [], state } = extra;
  const access = extra.access ?? (kind === 'constant' ? 'ro' : kind === 'command' ? 'wo' : 'rw');
  const own = typeof state === 'string' && state !== OWN_SLOT ? ([state, 0] as const) : state;
  const slot = own === OWN_SLOT || (own === undefined && kind === 'plain');
  const place = slot ? (['MISC_MSR', miscSlots++] as const) : typeof own === 'object' ? own : null;
  return { index, name, kind, access, reset, reserved, canonical, rule, features, state: place };
}

const range = (count: number) => Array.from({ length: count }, (_, n) => n);

const FIXED_MTRRS: readonly (readonly [number, string])[] = [
  [0x250, 'MTRRfix64K_00000'],
  [0x258, 'MTRRfix16K_80000'],
  [0x259, 'MTRRfix16K_A0000'],
  ...range(8).map(
    (n) => [0x268 + n, `MTRRfix4K_${(0xc0000 + n * 0x8000).toString(16).toUpperCase()}`] as const,
  ),
];

const MTRRS: readonly Msr[] = [
  m(0xfe, 'MTRRcap', 'constant', { reset: BigInt(0x500 | VARIABLE_MTRRS) }),
  m(0x2ff, 'MTRRdefType', 'plain', { reserved: ~0xcffn & ALL, rule: MTRR_TYPES, state: ['MTRR', 0] }),
  ...range(VARIABLE_MTRRS).flatMap((n) => [
    m(0x200 + 2 * n, `MTRRphysBase${n}`, 'plain', {
      reserved: NOT_FRAME & ~0xffn,
      rule: MTRR_TYPES,
      state: ['MTRR', 1 + 2 * n],
    }),
    m(0x201 + 2 * n, `MTRRphysMask${n}`, 'plain', {
      reserved: NOT_FRAME & ~0x800n,
      state: ['MTRR', 2 + 2 * n],
    }),
  ]),
  ...FIXED_MTRRS.map(([index, name], n) =>
    m(index, name, 'plain', { rule: `${MTRR_TYPES} in each byte`, state: ['MTRR', 17 + n] }),
  ),
];

const MACHINE_CHECK: readonly Msr[] = [
  m(0x179, 'MCG_CAP', 'constant', { reset: BigInt(0x100 | MC_BANKS) }),
  m(0x17a, 'MCG_STATUS', 'plain', { reserved: ~7n & ALL }),
  m(0x17b, 'MCG_CTL', 'plain', { reset: ALL, rule: 'all ones or zero, else #GP' }),
  ...range(MC_BANKS).flatMap((n) => [
    m(0x400 + 4 * n, `MC${n}_CTL`, 'plain', { rule: 'all ones or zero, else #GP' }),
    m(0x401 + 4 * n, `MC${n}_STATUS`, 'plain', { rule: 'zero, else #GP, unless HWCR.McStatusWrEn is set' }),
    m(0x402 + 4 * n, `MC${n}_ADDR`, 'plain'),
    m(0x403 + 4 * n, `MC${n}_MISC`, 'plain'),
  ]),
];

type X2apicRow = readonly [index: number, name: string, access: Msr['access']];

const X2APIC_ROWS: readonly X2apicRow[] = [
  [0x802, 'ID', 'ro'],
  [0x803, 'VERSION', 'ro'],
  [0x808, 'TPR', 'rw'],
  [0x80a, 'PPR', 'ro'],
  [0x80b, 'EOI', 'wo'],
  [0x80d, 'LDR', 'ro'],
  [0x80f, 'SVR', 'rw'],
  ...range(8).map((n): X2apicRow => [0x810 + n, `ISR${n}`, 'ro']),
  ...range(8).map((n): X2apicRow => [0x818 + n, `TMR${n}`, 'ro']),
  ...range(8).map((n): X2apicRow => [0x820 + n, `IRR${n}`, 'ro']),
  [0x828, 'ESR', 'rw'],
  [0x830, 'ICR', 'rw'],
  [0x832, 'LVT_TIMER', 'rw'],
  [0x833, 'LVT_THERMAL', 'rw'],
  [0x834, 'LVT_PERF', 'rw'],
  [0x835, 'LVT_LINT0', 'rw'],
  [0x836, 'LVT_LINT1', 'rw'],
  [0x837, 'LVT_ERROR', 'rw'],
  [0x838, 'TIMER_INITIAL', 'rw'],
  [0x839, 'TIMER_CURRENT', 'ro'],
  [0x83e, 'TIMER_DIVIDE', 'rw'],
  [0x83f, 'SELF_IPI', 'wo'],
];

/** x2APIC registers are #GP outside x2APIC mode, and so are the gaps of 800h to 8FFh. */
const X2APIC: readonly Msr[] = X2APIC_ROWS.map(([index, name, access]) =>
  m(index, `X2APIC_${name}`, 'live', {
    rule: 'the local APIC register of this number, in x2APIC mode only',
    features: ['x2apic'],
    access,
    state: ['APIC_REGS', index - 0x800],
    // ICR is the one 64-bit register; a self-IPI holds a vector only.
    reserved: index === 0x830 ? 0n : index === 0x83f ? ~0xffn & ALL : HIGH32,
  }),
);

const PERF_RULE = 'counts with the TSC; the slot holds what a write has moved it by';

const SYSTEM: readonly Msr[] = [
  m(0x10, 'TSC', 'live', {
    rule: 'a write moves TSC_ADJUST by the same amount',
    state: 'TSC_ADD',
    features: ['tsc'],
  }),
  m(0x1b, 'APIC_BASE', 'live', {
    reset: 0xfee00900n,
    reserved: 0xfff00000_000002ffn,
    rule: 'EXTD needs AE; AE with EXTD clears only both at once; boot processor bit set on the first only',
    features: ['apic'],
    state: 'APIC_BASE',
  }),
  m(0x3b, 'TSC_ADJUST', 'live', {
    rule: 'a write moves the TSC by the same amount',
    features: ['tsc-adjust'],
    state: 'TSC_ADJUST',
  }),
  m(0x48, 'SPEC_CTRL', 'plain', {
    reserved: ~0x87n & ALL,
    rule: 'each bit needs its feature: 0 IBRS, 1 STIBP, 2 SSBD, 7 PSFD',
    features: ['spec-ctrl', 'stibp', 'ssbd', 'ibrs', 'amd-stibp', 'amd-ssbd', 'amd-psfd'],
    state: 'SPEC_CTRL',
  }),
  m(0x49, 'PRED_CMD', 'command', { reserved: ~1n & ALL, features: ['ibpb', 'spec-ctrl'] }),
  m(0x8b, 'PATCH_LEVEL', 'ignored', { reset: 0x01000065n }),
  m(0xe7, 'MPERF', 'live', { rule: PERF_RULE, features: ['aperfmperf'], state: OWN_SLOT }),
  m(0xe8, 'APERF', 'live', { rule: PERF_RULE, features: ['aperfmperf'], state: OWN_SLOT }),
  m(0x174, 'SYSENTER_CS', 'plain', {
    rule: 'only bits 15:0 are used',
    features: ['sep'],
    state: 'SYSENTER_CS',
  }),
  m(0x175, 'SYSENTER_ESP', 'plain', { rule: NARROW, features: ['sep'], state: 'SYSENTER_ESP' }),
  m(0x176, 'SYSENTER_EIP', 'plain', { rule: NARROW, features: ['sep'], state: 'SYSENTER_EIP' }),
  m(0x1a0, 'MISC_ENABLE', 'plain', {
    reset: 1n,
    reserved: 0xfffffffb_ff3ae776n,
    rule: 'in no AMD part, but virtual processors have it and guests expect that; bits 12, 11 and 7 are read-only',
  }),
  m(0x1d9, 'DEBUGCTL', 'plain', { reserved: ~0x3fn & ALL, state: 'DEBUGCTL' }),
  m(0x1db, 'LASTBRANCHFROMIP', 'plain', { state: 'LBR_FROM' }),
  m(0x1dc, 'LASTBRANCHTOIP', 'plain', { state: 'LBR_TO' }),
  m(0x1dd, 'LASTINTFROMIP', 'plain', { state: 'LASTEXC_FROM' }),
  m(0x1de, 'LASTINTTOIP', 'plain', { state: 'LASTEXC_TO' }),
  m(0x277, 'PAT', 'plain', {
    reset: 0x00070406_00070406n,
    reserved: 0xf8f8f8f8_f8f8f8f8n,
    rule: 'each byte is 0, 1, 4, 5, 6 or 7',
    features: ['pat'],
    state: 'PAT',
  }),
  m(0x6e0, 'TSC_DEADLINE', 'live', {
    rule: 'arms the local APIC timer in deadline mode, zero disarms; reads 0 and ignores writes in other modes',
    features: ['tsc-deadline'],
    state: 'TSC_DEADLINE',
  }),
  m(0xda0, 'XSS', 'plain', { reserved: ALL, features: ['xsaves'] }),
];

const LONG_MODE: readonly Msr[] = [
  m(0xc0000080, 'EFER', 'live', {
    reserved: 0xffffffff_ffc90200n,
    rule: 'bits 7:1 read as zero; LMA is read-only; LME may not change while paging is on; SVME only unless VM_CR.SVMDIS; bits of absent features are reserved',
    state: 'EFER',
  }),
  m(0xc0000081, 'STAR', 'plain', { features: ['syscall'], state: 'STAR' }),
  m(0xc0000082, 'LSTAR', 'plain', { canonical: true, features: ['lm'], state: 'LSTAR' }),
  m(0xc0000083, 'CSTAR', 'plain', { canonical: true, features: ['lm'], state: 'CSTAR' }),
  m(0xc0000084, 'SFMASK', 'plain', { rule: 'only bits 31:0 are kept', features: ['lm'], state: 'SFMASK' }),
  m(0xc0000100, 'FS_BASE', 'live', { canonical: true, rule: 'base of FS', features: ['lm'] }),
  m(0xc0000101, 'GS_BASE', 'live', { canonical: true, rule: 'base of GS', features: ['lm'] }),
  m(0xc0000102, 'KERNEL_GS_BASE', 'plain', { canonical: true, features: ['lm'], state: 'KERNEL_GS_BASE' }),
  m(0xc0000103, 'TSC_AUX', 'plain', { reserved: HIGH32, features: ['rdtscp', 'rdpid'], state: 'TSC_AUX' }),
  m(0xc0000104, 'TSC_RATIO', 'plain', {
    reset: 1n << 32n,
    reserved: 0xffffff00_00000000n,
    features: ['tsc-scale'],
    state: 'TSC_RATIO',
  }),
];

// They hold what is written and count nothing.
const COUNTERS: readonly Msr[] = [
  ...range(4).map((n) => m(0xc0010000 + n, `PERF_CTL${n}`, 'plain')),
  ...range(4).map((n) => m(0xc0010004 + n, `PERF_CTR${n}`, 'plain')),
];

const AMD: readonly Msr[] = [
  m(0xc0010010, 'SYSCFG', 'plain', {
    rule: 'MtrrFixDramModEn shows the RdMem and WrMem bits of the fixed ranges',
    state: 'SYSCFG',
  }),
  m(0xc0010015, 'HWCR', 'plain', { reserved: HIGH32, state: 'HWCR' }),
  ...range(2).flatMap((n) => [
    m(0xc0010016 + 2 * n, `IORRBase${n}`, 'plain', { reserved: NOT_FRAME & ~0x18n }),
    m(0xc0010017 + 2 * n, `IORRMask${n}`, 'plain', { reserved: NOT_FRAME & ~0x800n }),
  ]),
  m(0xc001001a, 'TOP_MEM', 'plain', { rule: 'set by the machine to the end of low RAM', state: 'TOP_MEM' }),
  m(0xc001001d, 'TOP_MEM2', 'plain', {
    rule: 'set by the machine to the end of high RAM',
    state: 'TOP_MEM2',
  }),
  m(0xc001001f, 'NB_CFG', 'ignored'),
  m(0xc0010020, 'PATCH_LOADER', 'command', { rule: 'no microcode to load: no effect' }),
  m(0xc0010055, 'INT_PENDING', 'ignored'),
  m(0xc0010061, 'PSTATE_LIMIT', 'constant'),
  m(0xc0010062, 'PSTATE_CONTROL', 'ignored'),
  m(0xc0010063, 'PSTATE_STATUS', 'constant'),
  ...range(8).map((n) => m(0xc0010064 + n, `PSTATE_DEF${n}`, 'ignored')),
  m(0xc0010111, 'SMBASE', 'plain', { reset: 0x30000n, reserved: HIGH32, state: 'SMBASE' }),
  m(0xc0010112, 'SMM_ADDR', 'plain', { rule: 'bits 51:17; locked by HWCR.SmmLock', state: 'SMM_ADDR' }),
  m(0xc0010113, 'SMM_MASK', 'plain', {
    rule: 'bits 51:17, 1 and 0; locked by HWCR.SmmLock',
    state: 'SMM_MASK',
  }),
  m(0xc0010114, 'VM_CR', 'live', {
    reserved: ~0x1fn & ALL,
    rule: 'SVMDIS may not be set while EFER.SVME is; once LOCK is set, LOCK and SVMDIS keep their values',
    features: ['svm'],
    state: 'VM_CR',
  }),
  m(0xc0010115, 'IGNNE', 'plain', { reserved: ~1n & ALL, features: ['svm'] }),
  m(0xc0010116, 'SMM_CTL', 'command', {
    reserved: ~0x1fn & ALL,
    rule: 'enters and leaves system management mode; locked by HWCR.SmmLock',
    features: ['svm'],
  }),
  m(0xc0010117, 'VM_HSAVE_PA', 'plain', {
    reserved: NOT_FRAME,
    rule: 'below the physical address limit',
    features: ['svm'],
    state: 'VM_HSAVE_PA',
  }),
  m(0xc0010118, 'SVM_KEY', 'command', {
    access: 'rw',
    rule: 'unlocks VM_CR where svm-lock is there; reads as zero',
    features: ['svm-lock'],
    state: OWN_SLOT,
  }),
  m(0xc0010119, 'SMM_KEY', 'command', {
    access: 'rw',
    rule: 'unlocks HWCR.SmmLock; reads as zero',
    features: ['svm'],
    state: OWN_SLOT,
  }),
  m(0xc0010140, 'OSVW_ID_LENGTH', 'ignored', { features: ['osvw'] }),
  m(0xc0010141, 'OSVW_STATUS', 'ignored', { features: ['osvw'] }),
  m(0xc0011020, 'LS_CFG', 'plain', { rule: 'how loads and stores work inside: no effect' }),
  m(0xc0011029, 'DE_CFG', 'plain', { reset: 2n, rule: 'bit 1: LFENCE waits, as it always does here' }),
];

/** Every register, by index. Any other index is #GP. */
export const MSRS: readonly Msr[] = [
  ...SYSTEM,
  ...MTRRS,
  ...MACHINE_CHECK,
  ...X2APIC,
  ...LONG_MODE,
  ...COUNTERS,
  ...AMD,
].sort((a, b) => a.index - b.index);

const byIndex = new Map(MSRS.map((row) => [row.index, row]));

/** The register of an index, or undefined. */
export function msr(index: number): Msr | undefined {
  return byIndex.get(index >>> 0);
}

/** The registers the permission map covers: `first` .. `first + 1FFFh` from byte `byte` on. */
export const MSRPM_WINDOWS = [
  { first: 0, byte: 0 },
  { first: 0xc0000000, byte: 0x800 },
  { first: 0xc0010000, byte: 0x1000 },
] as const;

/** Byte and bit of a register's read bit in the MSR permission map; the write bit is the next. Null outside the map. */
export function msrpmPosition(index: number): { readonly byte: number; readonly bit: number } | null {
  const window = MSRPM_WINDOWS.find(({ first }) => index >= first && index < first + 0x2000);
  if (!window) return null;
  const n = index - window.first;
  return { byte: window.byte + (n >> 2), bit: (n & 3) * 2 };
}
