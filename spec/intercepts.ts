import type { VmcbKey } from './vmcb.js';

/** One bit of the intercept words. */
export interface Intercept {
  /** 0 .. 5. */
  readonly word: number;
  readonly bit: number;
  /** Name as Linux has it, without its INTERCEPT_ prefix where it has one; the plain word elsewhere. */
  readonly name: string;
  /** EXITCODE of the #VMEXIT. */
  readonly exitCode: number;
  /** The instruction or event that is intercepted. */
  readonly applies: string;
  /** CPUID feature without which the bit is ignored; absent when it came with SVM. */
  readonly feature?: string;
}

/** VMCB fields of the six words. */
export const INTERCEPT_WORDS = [
  'interceptCr',
  'interceptDr',
  'interceptExceptions',
  'interceptMisc1',
  'interceptMisc2',
  'interceptMisc3',
] as const satisfies readonly VmcbKey[];

function i(
  word: number,
  bit: number,
  name: string,
  exitCode: number,
  applies: string,
  feature?: string,
): Intercept {
  const row = { word, bit, name, exitCode, applies };
  return feature === undefined ? row : { ...row, feature };
}

/** The intercepts of words 3, 4 and 5 by name. */
export const INTERCEPT = {
  intr: i(3, 0, 'INTR', 0x60, 'physical maskable interrupt'),
  nmi: i(3, 1, 'NMI', 0x61, 'physical NMI'),
  smi: i(3, 2, 'SMI', 0x62, 'physical SMI'),
  init: i(3, 3, 'INIT', 0x63, 'physical INIT'),
  vintr: i(3, 4, 'VINTR', 0x64, 'virtual interrupt, before it is taken'),
  selectiveCr0: i(3, 5, 'SELECTIVE_CR0', 0x65, 'write of CR0 that changes more than TS and MP'),
  storeIdtr: i(3, 6, 'STORE_IDTR', 0x66, 'SIDT'),
  storeGdtr: i(3, 7, 'STORE_GDTR', 0x67, 'SGDT'),
  storeLdtr: i(3, 8, 'STORE_LDTR', 0x68, 'SLDT'),
  storeTr: i(3, 9, 'STORE_TR', 0x69, 'STR'),
  loadIdtr: i(3, 10, 'LOAD_IDTR', 0x6a, 'LIDT'),
  loadGdtr: i(3, 11, 'LOAD_GDTR', 0x6b, 'LGDT'),
  loadLdtr: i(3, 12, 'LOAD_LDTR', 0x6c, 'LLDT'),
  loadTr: i(3, 13, 'LOAD_TR', 0x6d, 'LTR'),
  rdtsc: i(3, 14, 'RDTSC', 0x6e, 'RDTSC'),
  rdpmc: i(3, 15, 'RDPMC', 0x6f, 'RDPMC'),
  pushf: i(3, 16, 'PUSHF', 0x70, 'PUSHF'),
  popf: i(3, 17, 'POPF', 0x71, 'POPF'),
  cpuid: i(3, 18, 'CPUID', 0x72, 'CPUID'),
  rsm: i(3, 19, 'RSM', 0x73, 'RSM'),
  iret: i(3, 20, 'IRET', 0x74, 'IRET'),
  swint: i(3, 21, 'INTn', 0x75, 'INT n'),
  invd: i(3, 22, 'INVD', 0x76, 'INVD'),
  pause: i(3, 23, 'PAUSE', 0x77, 'PAUSE, when the filter count is used up'),
  hlt: i(3, 24, 'HLT', 0x78, 'HLT'),
  invlpg: i(3, 25, 'INVLPG', 0x79, 'INVLPG'),
  invlpga: i(3, 26, 'INVLPGA', 0x7a, 'INVLPGA'),
  ioioProt: i(3, 27, 'IOIO_PROT', 0x7b, 'IN, OUT, INS, OUTS to a port the I/O permission map names'),
  msrProt: i(3, 28, 'MSR_PROT', 0x7c, 'RDMSR, WRMSR of a register the MSR permission map names'),
  taskSwitch: i(3, 29, 'TASK_SWITCH', 0x7d, 'task switch'),
  ferrFreeze: i(3, 30, 'FERR_FREEZE', 0x7e, 'processor freezes for a legacy x87 error'),
  shutdown: i(3, 31, 'SHUTDOWN', 0x7f, 'shutdown'),

  vmrun: i(4, 0, 'VMRUN', 0x80, 'VMRUN; must be set'),
  vmmcall: i(4, 1, 'VMMCALL', 0x81, 'VMMCALL'),
  vmload: i(4, 2, 'VMLOAD', 0x82, 'VMLOAD'),
  vmsave: i(4, 3, 'VMSAVE', 0x83, 'VMSAVE'),
  stgi: i(4, 4, 'STGI', 0x84, 'STGI'),
  clgi: i(4, 5, 'CLGI', 0x85, 'CLGI'),
  skinit: i(4, 6, 'SKINIT', 0x86, 'SKINIT', 'skinit'),
  rdtscp: i(4, 7, 'RDTSCP', 0x87, 'RDTSCP', 'rdtscp'),
  icebp: i(4, 8, 'ICEBP', 0x88, 'ICEBP (opcode F1)'),
  wbinvd: i(4, 9, 'WBINVD', 0x89, 'WBINVD and WBNOINVD'),
  monitor: i(4, 10, 'MONITOR', 0x8a, 'MONITOR and MONITORX', 'monitor'),
  mwait: i(4, 11, 'MWAIT', 0x8b, 'MWAIT and MWAITX', 'monitor'),
  mwaitCond: i(4, 12, 'MWAIT_COND', 0x8c, 'MWAIT and MWAITX when the monitor is armed', 'monitor'),
  xsetbv: i(4, 13, 'XSETBV', 0x8d, 'XSETBV', 'xsave'),
  rdpru: i(4, 14, 'RDPRU', 0x8e, 'RDPRU', 'rdpru'),
  eferWriteTrap: i(4, 15, 'EFER_WRITE_TRAP', 0x8f, 'after a write of EFER', 'sev-es'),

  invlpgb: i(5, 0, 'INVLPGB', 0xa0, 'INVLPGB', 'invlpgb'),
  invlpgbIllegal: i(5, 1, 'INVLPGB_ILLEGAL', 0xa1, 'INVLPGB with an illegal operand', 'invlpgb'),
  invpcid: i(5, 2, 'INVPCID', 0xa2, 'INVPCID', 'invpcid'),
  mcommit: i(5, 3, 'MCOMMIT', 0xa3, 'MCOMMIT', 'mcommit'),
  tlbsync: i(5, 4, 'TLBSYNC', 0xa4, 'TLBSYNC', 'invlpgb'),
  busLock: i(5, 5, 'BUSLOCK', 0xa5, 'bus lock, when the threshold is used up', 'bus-lock-threshold'),
  idleHlt: i(5, 6, 'IDLE_HLT', 0xa6, 'HLT with no virtual interrupt pending', 'idle-hlt'),
} as const satisfies Record<string, Intercept>;

const sixteen = Array.from({ length: 16 }, (_, n) => n);

/** Word 0: reads of CR0 to CR15 in the low half, writes in the high half. */
const CR_ROWS = sixteen.flatMap((n) => [
  i(0, n, `CR${n}_READ`, 0x00 + n, `MOV from CR${n}${n === 0 ? ' and SMSW' : ''}`),
  i(0, 16 + n, `CR${n}_WRITE`, 0x10 + n, `MOV to CR${n}${n === 0 ? ', LMSW and CLTS' : ''}`),
]);

/** Word 1: the same for the debug registers. */
const DR_ROWS = sixteen.flatMap((n) => [
  i(1, n, `DR${n}_READ`, 0x20 + n, `MOV from DR${n}`),
  i(1, 16 + n, `DR${n}_WRITE`, 0x30 + n, `MOV to DR${n}`),
]);

/** Word 2: one bit a vector. */
const EXCEPTION_ROWS = Array.from({ length: 32 }, (_, n) =>
  i(2, n, `EXCEPTION_${n}`, 0x40 + n, `exception with vector ${n}`),
);

/** Upper half of word 4: after a write of CR0 to CR15. */
const CR_TRAP_ROWS = sixteen.map((n) =>
  i(4, 16 + n, `CR${n}_WRITE_TRAP`, 0x90 + n, `after a write of CR${n}`, 'sev-es'),
);

/** Every intercept, by word and bit. */
export const INTERCEPTS: readonly Intercept[] = [
  ...CR_ROWS,
  ...DR_ROWS,
  ...EXCEPTION_ROWS,
  ...CR_TRAP_ROWS,
  ...Object.values<Intercept>(INTERCEPT),
].sort((a, b) => a.word - b.word || a.bit - b.bit);

const byPlace = new Map(INTERCEPTS.map((row) => [row.word * 32 + row.bit, row]));
const byExit = new Map(INTERCEPTS.map((row) => [row.exitCode, row]));

/** The intercept at a bit, or undefined for a reserved bit. */
export function interceptAt(word: number, bit: number): Intercept | undefined {
  return byPlace.get(word * 32 + bit);
}

/** The intercept that makes an exit code, or undefined for an exit that needs none. */
export function interceptOfExit(exitCode: number): Intercept | undefined {
  return byExit.get(exitCode);
}
