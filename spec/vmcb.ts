import type { BitFields } from './bits.js';
import * as control from './controlBits.js';
import * as word from './vmcbBits.js';

/** Bits of the clean word: a set bit says the group is as the processor last saw it. */
export const CLEAN = {
  I: 0,
  IOPM: 1,
  ASID: 2,
  TPR: 3,
  NP: 4,
  CRx: 5,
  DRx: 6,
  DT: 7,
  SEG: 8,
  CR2: 9,
  LBR: 10,
  AVIC: 11,
  CET: 12,
  /** Not architectural: set aside for a hypervisor's own use of the software area. */
  SW: 31,
} as const;

export type CleanGroup = keyof typeof CLEAN;

/**
 * How a field of VMCB02 comes about when L1 runs its guest: `copy` of VMCB12, taken `from01`, `or` of both, a rule of
 * its `own`, or `none` when only the processor writes it.
 */
export type Entry = 'copy' | 'from01' | 'or' | 'own' | 'none';

/** What the exit to L1 does to the field of VMCB12: `writeback` of VMCB02, `kept` as L1 wrote it, or a rule of its `own`. */
export type Exit = 'writeback' | 'kept' | 'own';

export interface VmcbField {
  /** Name as the architecture manual has it. */
  readonly name: string;
  /** Name of the member in Linux's structures, null when it has none. */
  readonly kvm: string | null;
  readonly area: 'control' | 'save';
  /** Offset from the start of the VMCB, save area included. */
  readonly offset: number;
  /** Bytes. */
  readonly width: number;
  /** Clean-bit group, null when the field is read on every VMRUN. */
  readonly clean: CleanGroup | null;
  readonly entry: Entry;
  readonly exit: Exit;
  /** The instruction that loads it; null in the control area. */
  readonly loadedBy: 'vmrun' | 'vmload' | null;
  readonly bits?: BitFields;
  /** CPUID feature that brings it; absent when it came with SVM. */
  readonly feature?: string;
  /** What `own` means, or how the plain flow is bent. */
  readonly rule?: string;
}

interface Extra<B extends BitFields> {
  bits?: B;
  feature?: string;
  rule?: string;
}

// A row without named bits must not claim to have them.
type Row<B extends BitFields> = string extends keyof B ? VmcbField : VmcbField & { readonly bits: B };
type Place = readonly [offset: number, width: number, clean: CleanGroup | null];
type Flow = readonly [entry: Entry, exit: Exit];

/** Bytes of a VMCB, and where its save area begins. */
export const VMCB_SIZE = 0x1000;
export const SAVE_AREA = 0x400;

function row<B extends BitFields>(
  area: VmcbField['area'],
  loadedBy: VmcbField['loadedBy'],
  [name, kvm]: readonly [string, string | null],
  [offset, width, clean]: Place,
  [entry, exit]: Flow,
  extra: Extra<B>,
): Row<B> {
  return { name, kvm, area, offset, width, clean, entry, exit, loadedBy, ...extra } as Row<B>;
}

type Names = readonly [name: string, kvm: string | null];

const c = <const B extends BitFields>(names: Names, place: Place, flow: Flow, extra: Extra<B> = {}): Row<B> =>
  row('control', null, names, place, flow, extra);

const s = <const B extends BitFields>(names: Names, place: Place, flow: Flow, extra: Extra<B> = {}): Row<B> =>
  row('save', 'vmrun', names, place, flow, extra);

/** State that VMLOAD and VMSAVE move: it belongs to L1 and L2 alike and stays where it is across VMRUN. */
const live = (name: string, kvm: string, offset: number): Row<BitFields> =>
  row('save', 'vmload', [name, kvm], [offset, 8, null], ['from01', 'kept'], {});

type SegmentKey<S extends string> = `${S}${'Selector' | 'Attrib' | 'Limit' | 'Base'}`;

function segment<S extends string>(
  key: S,
  at: number,
  clean: CleanGroup | null,
): Record<SegmentKey<S>, Row<typeof word.SEGMENT_ATTRIB>> {
  const shared = clean === null;
  const part = (tail: string, member: string, offset: number, width: number) => {
    const names = [`${key.toUpperCase()}.${tail.toUpperCase()}`, `${key}.${member}`] as const;
    // GDTR and IDTR are a base and a limit: nobody looks at the rest of the row.
    const unused = clean === 'DT' && width === 2;
    const flow: Flow = unused ? ['none', 'kept'] : shared ? ['from01', 'kept'] : ['copy', 'writeback'];
    const extra = tail === 'Attrib' ? { bits: word.SEGMENT_ATTRIB } : {};
    return [
      key + tail,
      row('save', shared ? 'vmload' : 'vmrun', names, [offset, width, unused ? null : clean], flow, extra),
    ];
  };
  return Object.fromEntries([
    part('Selector', 'selector', at, 2),
    part('Attrib', 'attrib', at + 2, 2),
    part('Limit', 'limit', at + 4, 4),
    part('Base', 'base', at + 8, 8),
  ]) as Record<SegmentKey<S>, Row<typeof word.SEGMENT_ATTRIB>>;
}

const COPY: Flow = ['copy', 'writeback'];
const INPUT: Flow = ['copy', 'kept'];
const OUTPUT: Flow = ['none', 'writeback'];
const UNUSED: Flow = ['none', 'kept'];
const OWN: Flow = ['own', 'kept'];
const OWN_BOTH: Flow = ['own', 'own'];
const OR: Flow = ['or', 'kept'];

const LBR_RULE = "VMCB12's when L1 virtualizes LBR, else L1's live registers pass through and come back";
const CET_RULE = 'moves only when shadow stacks are shown to L1';
const AVIC_RULE = 'L1 has no AVIC: never taken from VMCB12';

/** Every field of the VMCB. */
export const VMCB = {
  interceptCr: c(['INTERCEPT_CR', 'intercepts[0]'], [0x000, 4, 'I'], OR),
  interceptDr: c(['INTERCEPT_DR', 'intercepts[1]'], [0x004, 4, 'I'], OR),
  interceptExceptions: c(['INTERCEPT_EXCEPTIONS', 'intercepts[2]'], [0x008, 4, 'I'], OR),
  interceptMisc1: c(['INTERCEPT_MISC1', 'intercepts[3]'], [0x00c, 4, 'I'], OR, {
    rule: "INIT, SHUTDOWN, INVLPGA and MSRs are always L0's; interrupts, NMI and SMI only as L1 asks",
  }),
  interceptMisc2: c(['INTERCEPT_MISC2', 'intercepts[4]'], [0x010, 4, 'I'], OR, {
    rule: 'VMRUN, STGI, CLGI and SKINIT always, VMLOAD and VMSAVE unless virtualized for L2; VMMCALL as L1 asks',
  }),
  interceptMisc3: c(['INTERCEPT_MISC3', 'intercepts[5]'], [0x014, 4, 'I'], OR),
  pauseFilterThreshold: c(['PAUSE_FILTER_THRESHOLD', 'pause_filter_thresh'], [0x03c, 2, 'I'], INPUT, {
    feature: 'pfthreshold',
  }),
  pauseFilterCount: c(['PAUSE_FILTER_COUNT', 'pause_filter_count'], [0x03e, 2, 'I'], INPUT, {
    feature: 'pause-filter',
  }),
  iopmBasePa: c(['IOPM_BASE_PA', 'iopm_base_pa'], [0x040, 8, 'IOPM'], OWN, {
    rule: "L1's own map, which the processor reads at each access",
  }),
  msrpmBasePa: c(['MSRPM_BASE_PA', 'msrpm_base_pa'], [0x048, 8, 'IOPM'], OWN, {
    rule: "a map that merges L0's and L1's",
  }),
  tscOffset: c(['TSC_OFFSET', 'tsc_offset'], [0x050, 8, 'I'], OWN, {
    rule: "VMCB12's: L1's own counter has neither offset nor ratio below",
  }),
  guestAsid: c(['GUEST_ASID', 'asid'], [0x058, 4, 'ASID'], OWN, { rule: 'an address space of L0' }),
  tlbControl: c(['TLB_CONTROL', 'tlb_ctl'], [0x05c, 1, null], OWN, {
    rule: 'nothing: L0 flushes by itself what L1 asks for',
  }),
  erapCtl: c(['ERAP_CTL', 'erap_ctl'], [0x05d, 1, null], OWN, {
    bits: word.ERAP_CTL,
    feature: 'eraps',
    rule: 'larger RAP as L1 asks; clear always',
  }),
  intCtl: c(['INT_CTL', 'int_ctl'], [0x060, 4, 'TPR'], OWN_BOTH, {
    bits: word.INT_CTL,
    rule: 'virtual interrupt, masking, virtual GIF and NMI from VMCB12, AVIC never; what the processor changes goes back',
  }),
  intVector: c(['V_INTR_VECTOR', 'int_vector'], [0x064, 4, 'TPR'], INPUT, { rule: 'bits 7:0 only' }),
  intState: c(['INT_STATE', 'int_state'], [0x068, 4, null], COPY, {
    bits: word.INT_STATE,
    rule: 'bit 0 only',
  }),
  exitCode: c(['EXITCODE', 'exit_code'], [0x070, 8, null], OUTPUT),
  exitInfo1: c(['EXITINFO1', 'exit_info_1'], [0x078, 8, null], OUTPUT),
  exitInfo2: c(['EXITINFO2', 'exit_info_2'], [0x080, 8, null], OUTPUT),
  exitIntInfo: c(['EXITINTINFO', 'exit_int_info'], [0x088, 4, null], ['none', 'own'], {
    bits: word.EVENT,
    rule: 'the event that was being delivered; untouched by a failed VMRUN',
  }),
  exitIntInfoErr: c(['EXITINTINFO.ERRORCODE', 'exit_int_info_err'], [0x08c, 4, null], ['none', 'own'], {
    rule: 'goes with EXITINTINFO',
  }),
  miscCtl: c(['MISC_CTL', 'misc_ctl'], [0x090, 8, 'NP'], OWN, {
    bits: word.MISC_CTL,
    rule: 'nested paging as L0 has it; guest mode execute trap from VMCB12; encryption never',
  }),
  avicApicBar: c(['AVIC_APIC_BAR', 'avic_vapic_bar'], [0x098, 8, 'AVIC'], UNUSED, {
    feature: 'avic',
    rule: AVIC_RULE,
  }),
  ghcbPa: c(['GHCB_PA', 'ghcb_gpa'], [0x0a0, 8, null], UNUSED, { feature: 'sev-es' }),
  eventInj: c(['EVENTINJ', 'event_inj'], [0x0a8, 4, null], ['copy', 'own'], {
    bits: word.EVENT,
    rule: 'zero after the exit',
  }),
  eventInjErr: c(['EVENTINJ.ERRORCODE', 'event_inj_err'], [0x0ac, 4, null], ['copy', 'own'], {
    rule: 'zero after the exit',
  }),
  nCr3: c(['N_CR3', 'nested_cr3'], [0x0b0, 8, 'NP'], OWN, {
    feature: 'npt',
    rule: 'root of the composed tables when L1 uses nested paging, else as in VMCB01',
  }),
  miscCtl2: c(['MISC_CTL2', 'misc_ctl2'], [0x0b8, 8, 'LBR'], OWN, {
    bits: word.MISC_CTL2,
    rule: 'a bit counts only if L1 has its feature',
  }),
  cleanBits: c(['VMCB_CLEAN', 'clean'], [0x0c0, 4, null], OWN, {
    feature: 'vmcb-clean',
    rule: 'honoured when the same VMCB12 runs again',
  }),
  nRip: c(['NRIP', 'next_rip'], [0x0c8, 8, null], ['own', 'writeback'], {
    feature: 'nrip-save',
    rule: 'return address of an injected software interrupt: RIP when L1 lacks the feature',
  }),
  insnLen: c(['GUEST_INSTRUCTION_LENGTH', 'insn_len'], [0x0d0, 1, null], OUTPUT, {
    feature: 'decodeassists',
  }),
  insnBytes: c(['GUEST_INSTRUCTION_BYTES', 'insn_bytes'], [0x0d1, 15, null], OUTPUT, {
    feature: 'decodeassists',
  }),
  avicBackingPage: c(['AVIC_APIC_BACKING_PAGE', 'avic_backing_page'], [0x0e0, 8, 'AVIC'], UNUSED, {
    feature: 'avic',
    rule: AVIC_RULE,
  }),
  avicLogicalTable: c(['AVIC_LOGICAL_TABLE', 'avic_logical_id'], [0x0f0, 8, 'AVIC'], UNUSED, {
    feature: 'avic',
    rule: AVIC_RULE,
  }),
  avicPhysicalTable: c(['AVIC_PHYSICAL_TABLE', 'avic_physical_id'], [0x0f8, 8, 'AVIC'], UNUSED, {
    feature: 'avic',
    rule: AVIC_RULE,
  }),
  vmsaPa: c(['VMSA_PA', 'vmsa_pa'], [0x108, 8, null], UNUSED, { feature: 'sev-es' }),
  busLockCounter: c(['BUS_LOCK_THRESHOLD', 'bus_lock_counter'], [0x120, 2, null], COPY, {
    feature: 'bus-lock-threshold',
  }),
  allowedSevFeatures: c(['ALLOWED_SEV_FEATURES', 'allowed_sev_features'], [0x138, 8, null], UNUSED, {
    feature: 'sev-es',
  }),
  guestSevFeatures: c(['GUEST_SEV_FEATURES', 'guest_sev_features'], [0x140, 8, null], UNUSED, {
    feature: 'sev-es',
  }),
  softwareArea: c(['RESERVED_FOR_HOST', 'hv_enlightenments'], [0x3e0, 32, 'SW'], UNUSED, {
    rule: 'bytes for software; the processor never looks',
  }),

  ...segment('es', 0x400, 'SEG'),
  ...segment('cs', 0x410, 'SEG'),
  ...segment('ss', 0x420, 'SEG'),
  ...segment('ds', 0x430, 'SEG'),
  ...segment('fs', 0x440, null),
  ...segment('gs', 0x450, null),
  ...segment('gdtr', 0x460, 'DT'),
  ...segment('ldtr', 0x470, null),
  ...segment('idtr', 0x480, 'DT'),
  ...segment('tr', 0x490, null),
  cpl: s(['CPL', 'cpl'], [0x4cb, 1, 'SEG'], COPY),
  efer: s(['EFER', 'efer'], [0x4d0, 8, 'CRx'], COPY, { bits: control.EFER, rule: 'LMA is recomputed' }),
  cr4: s(['CR4', 'cr4'], [0x548, 8, 'CRx'], COPY, { bits: control.CR4 }),
  cr3: s(['CR3', 'cr3'], [0x550, 8, 'CRx'], COPY),
  cr0: s(['CR0', 'cr0'], [0x558, 8, 'CRx'], COPY, { bits: control.CR0 }),
  dr7: s(['DR7', 'dr7'], [0x560, 8, 'DRx'], COPY, { bits: control.DR7, rule: 'fixed bits are set' }),
  dr6: s(['DR6', 'dr6'], [0x568, 8, 'DRx'], COPY, { bits: control.DR6, rule: 'fixed bits are set' }),
  rflags: s(['RFLAGS', 'rflags'], [0x570, 8, null], COPY, { bits: control.RFLAGS, rule: 'bit 1 is set' }),
  rip: s(['RIP', 'rip'], [0x578, 8, null], COPY),
  rsp: s(['RSP', 'rsp'], [0x5d8, 8, null], COPY),
  sCet: s(['S_CET', 's_cet'], [0x5e0, 8, 'CET'], OWN_BOTH, { feature: 'shstk', rule: CET_RULE }),
  ssp: s(['SSP', 'ssp'], [0x5e8, 8, 'CET'], OWN_BOTH, { feature: 'shstk', rule: CET_RULE }),
  isstAddr: s(['ISST_ADDR', 'isst_addr'], [0x5f0, 8, 'CET'], OWN_BOTH, { feature: 'shstk', rule: CET_RULE }),
  rax: s(['RAX', 'rax'], [0x5f8, 8, null], COPY),
  star: live('STAR', 'star', 0x600),
  lstar: live('LSTAR', 'lstar', 0x608),
  cstar: live('CSTAR', 'cstar', 0x610),
  sfmask: live('SFMASK', 'sfmask', 0x618),
  kernelGsBase: live('KERNEL_GS_BASE', 'kernel_gs_base', 0x620),
  sysenterCs: live('SYSENTER_CS', 'sysenter_cs', 0x628),
  sysenterEsp: live('SYSENTER_ESP', 'sysenter_esp', 0x630),
  sysenterEip: live('SYSENTER_EIP', 'sysenter_eip', 0x638),
  cr2: s(['CR2', 'cr2'], [0x640, 8, 'CR2'], COPY),
  gPat: s(['G_PAT', 'g_pat'], [0x668, 8, 'NP'], OWN_BOTH, {
    feature: 'npt',
    rule: "moves when L1 uses nested paging, else L2 shares L1's PAT register",
  }),
  dbgCtl: s(['DBGCTL', 'dbgctl'], [0x670, 8, 'LBR'], OWN_BOTH, {
    bits: control.DEBUGCTL,
    feature: 'lbrv',
    rule: LBR_RULE,
  }),
  brFrom: s(['BR_FROM', 'br_from'], [0x678, 8, 'LBR'], OWN_BOTH, { feature: 'lbrv', rule: LBR_RULE }),
  brTo: s(['BR_TO', 'br_to'], [0x680, 8, 'LBR'], OWN_BOTH, { feature: 'lbrv', rule: LBR_RULE }),
  lastExcpFrom: s(['LASTEXCPFROM', 'last_excp_from'], [0x688, 8, 'LBR'], OWN_BOTH, {
    feature: 'lbrv',
    rule: LBR_RULE,
  }),
  lastExcpTo: s(['LASTEXCPTO', 'last_excp_to'], [0x690, 8, 'LBR'], OWN_BOTH, {
    feature: 'lbrv',
    rule: LBR_RULE,
  }),
  specCtrl: s(['SPEC_CTRL', 'spec_ctrl'], [0x6e0, 8, null], ['from01', 'kept'], { feature: 'v-spec-ctrl' }),
} as const satisfies Record<string, VmcbField>;

/** Key of a VMCB field. */
export type VmcbKey = keyof typeof VMCB;

/** All fields with their keys, in the order of their offsets. */
export const VMCB_ROWS: readonly (readonly [VmcbKey, VmcbField])[] = (
  Object.entries(VMCB) as [VmcbKey, VmcbField][]
).sort((a, b) => a[1].offset - b[1].offset);

/** The field that holds a byte of the VMCB, or undefined for reserved bytes. */
export function vmcbFieldAt(offset: number): readonly [VmcbKey, VmcbField] | undefined {
  return VMCB_ROWS.find(([, f]) => offset >= f.offset && offset < f.offset + f.width);
}
