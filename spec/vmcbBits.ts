import { bit, bits, type BitFields } from './bits.js';

/** Named bits of the VMCB control area, of segment attributes and of EXITINFO1/2. */
export const INT_CTL = {
  vTpr: bits(0, 8, 'V_TPR', 'virtual task priority; bits 3:0 are what MOV CR8 sees'),
  vIrq: bit(8, 'V_IRQ', 'a virtual interrupt is pending'),
  vGif: bit(9, 'V_GIF', 'virtual global interrupt flag', 'vgif'),
  vNmi: bit(11, 'V_NMI', 'a virtual NMI is pending', 'vnmi'),
  vNmiMask: bit(12, 'V_NMI_MASK', 'virtual NMIs are blocked', 'vnmi'),
  vIntrPrio: bits(16, 4, 'V_INTR_PRIO', 'priority of the virtual interrupt'),
  vIgnTpr: bit(20, 'V_IGN_TPR', 'the virtual interrupt ignores V_TPR'),
  vIntrMasking: bit(24, 'V_INTR_MASKING', 'guest IF and TPR mask virtual interrupts only'),
  vGifEnable: bit(25, 'V_GIF_ENABLE', 'STGI and CLGI act on V_GIF', 'vgif'),
  vNmiEnable: bit(26, 'V_NMI_ENABLE', 'NMIs are virtual', 'vnmi'),
  x2avic: bit(30, 'X2AVIC_ENABLE', 'virtual x2APIC', 'x2avic'),
  avic: bit(31, 'AVIC_ENABLE', 'virtual APIC', 'avic'),
} as const satisfies BitFields;

export const INT_STATE = {
  shadow: bit(0, 'INTERRUPT_SHADOW', 'the next instruction is shadowed by STI or MOV SS'),
  guestInterruptMask: bit(1, 'GUEST_INTERRUPT_MASK', 'RFLAGS.IF of an SEV-ES guest', 'sev-es'),
} as const satisfies BitFields;

export const MISC_CTL = {
  npEnable: bit(0, 'NP_ENABLE', 'nested paging', 'npt'),
  sev: bit(1, 'SEV_ENABLE', 'encrypted memory', 'sev'),
  sevEs: bit(2, 'SEV_ES_ENABLE', 'encrypted state', 'sev-es'),
  gmet: bit(3, 'GMET_ENABLE', 'guest mode execute trap', 'gmet'),
  sssCheck: bit(4, 'SSS_CHECK_ENABLE', 'supervisor shadow stack check', 'sss-check'),
  vte: bit(5, 'VTE', 'virtual transparent encryption', 'vte'),
  rogpt: bit(6, 'RO_GPT', 'guest page tables may be read-only', 'rogpt'),
  invlpgb: bit(7, 'INVLPGB_TLBSYNC', 'INVLPGB and TLBSYNC in the guest', 'tlbi-ctl'),
} as const satisfies BitFields;

export const MISC_CTL2 = {
  lbrv: bit(0, 'LBR_VIRTUALIZATION_ENABLE', 'LBR registers are switched', 'lbrv'),
  vVmload: bit(1, 'VIRTUALIZED_VMLOAD_VMSAVE', 'VMLOAD and VMSAVE run in the guest', 'v-vmsave-vmload'),
  ibs: bit(2, 'IBS_VIRTUALIZATION_ENABLE', 'IBS registers are switched', 'ibs-virt'),
  pmc: bit(3, 'PMC_VIRTUALIZATION_ENABLE', 'performance counters are switched', 'pmc-virt'),
} as const satisfies BitFields;

export const ERAP_CTL = {
  allowLargerRap: bit(0, 'ALLOW_LARGER_RAP', 'the guest may use the full return predictor', 'eraps'),
  clearRap: bit(1, 'CLEAR_RAP', 'clear the return predictor on VMRUN', 'eraps'),
} as const satisfies BitFields;

/** EVENTINJ and EXITINTINFO share this format. */
export const EVENT = {
  vector: bits(0, 8, 'VECTOR', 'vector; not looked at for an NMI'),
  type: bits(8, 3, 'TYPE', 'one of EVENT_TYPE'),
  ev: bit(11, 'EV', 'an error code goes with it'),
  v: bit(31, 'V', 'there is an event'),
} as const satisfies BitFields;

export const EVENT_TYPE = { intr: 0, nmi: 2, exception: 3, softwareInterrupt: 4 } as const;

export const TLB_CONTROL = { nothing: 0, flushAll: 1, flushAsid: 3, flushAsidNonGlobal: 7 } as const;

export const SEGMENT_ATTRIB = {
  type: bits(0, 4, 'TYPE', 'code or data type, or system type'),
  s: bit(4, 'S', 'code or data, not system'),
  dpl: bits(5, 2, 'DPL', ''),
  p: bit(7, 'P', 'present'),
  avl: bit(8, 'AVL', ''),
  l: bit(9, 'L', '64-bit code'),
  db: bit(10, 'D/B', '32-bit default'),
  g: bit(11, 'G', 'limit in pages'),
} as const satisfies BitFields;

export const CR_INFO = {
  gpr: bits(0, 4, 'GPR', 'register of the MOV'),
  mov: bit(63, 'MOV', 'a MOV, not LMSW, CLTS or SMSW'),
} as const satisfies BitFields;

export const IOIO_INFO = {
  in: bit(0, 'TYPE', 'IN, not OUT'),
  string: bit(2, 'STR', 'INS or OUTS'),
  rep: bit(3, 'REP', 'REP prefix'),
  size8: bit(4, 'SZ8', ''),
  size16: bit(5, 'SZ16', ''),
  size32: bit(6, 'SZ32', ''),
  address16: bit(7, 'A16', ''),
  address32: bit(8, 'A32', ''),
  address64: bit(9, 'A64', ''),
  segment: bits(10, 3, 'SEG', 'effective segment: ES CS SS DS FS GS', 'decodeassists'),
  port: bits(16, 16, 'PORT', ''),
} as const satisfies BitFields;

/** Error code of #PF, and with the two high bits EXITINFO1 of a nested page fault. */
export const NPF_INFO = {
  present: bit(0, 'P', 'the page was present'),
  write: bit(1, 'W', 'write'),
  user: bit(2, 'U', 'user access: every one is, unless the guest mode execute trap is on'),
  reserved: bit(3, 'RSV', 'reserved bit set'),
  fetch: bit(4, 'ID', 'instruction fetch'),
  shadowStack: bit(6, 'SS', 'shadow stack access', 'shstk'),
  final: bit(32, 'FINAL', 'translating the final address'),
  walk: bit(33, 'WALK', 'translating a guest page-table address'),
  sss: bit(37, 'SSS', 'supervisor shadow stack page', 'sss-check'),
} as const satisfies BitFields;

export const MSR_INFO = { write: bit(0, 'WRMSR', 'WRMSR, not RDMSR') } as const satisfies BitFields;

export const TASK_SWITCH_INFO = {
  errorCode: bits(0, 32, 'ERROR_CODE', 'error code to push, if any'),
  iret: bit(36, 'IRET', 'by IRET'),
  jump: bit(38, 'JMP', 'by a far jump'),
  hasErrorCode: bit(44, 'EV', 'the error code is there'),
  rf: bit(48, 'RF', 'RFLAGS.RF as the outgoing task stores it'),
} as const satisfies BitFields;
