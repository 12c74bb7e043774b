import type { BitFields } from './bits.js';
import { interceptOfExit, type Intercept } from './intercepts.js';
import { CR_INFO, IOIO_INFO, MSR_INFO, NPF_INFO, TASK_SWITCH_INFO } from './vmcbBits.js';

/** One value of EXITCODE. */
export interface ExitRow {
  /** Sign-extended: the codes with all high bits set are -1 .. -4. */
  readonly code: number;
  /** Name as the architecture manual has it. */
  readonly name: string;
  /** Linux's symbol, null when it has none. */
  readonly kvm: string | null;
  /** The word ftrace and perf print, null when they print the number. */
  readonly trace: string | null;
  /** What causes it, null when no intercept bit does. */
  readonly intercept: Intercept | null;
  /** Meaning of EXITINFO1 and EXITINFO2, empty when they are zero. */
  readonly info1: string;
  readonly info2: string;
  readonly info1Bits?: BitFields;
  readonly info2Bits?: BitFields;
}

interface Info {
  info1?: string;
  info2?: string;
  info1Bits?: BitFields;
  info2Bits?: BitFields;
}

function x(code: number, word: string, kvm: string | null, trace: string | null, info: Info = {}): ExitRow {
  const intercept = interceptOfExit(code) ?? null;
  const symbol = kvm === null ? null : `SVM_EXIT_${kvm}`;
  return { code, name: `VMEXIT_${word}`, kvm: symbol, trace, intercept, info1: '', info2: '', ...info };
}

const CR_MOVE: Info = { info1: 'register of the MOV, with decode assists', info1Bits: CR_INFO };
const DR_MOVE: Info = { info1: 'register of the MOV in bits 3:0, with decode assists' };
const ADDRESS: Info = { info1: 'linear address, with decode assists' };
const NEW_VALUE: Info = { info1: 'value that was written' };

const sixteen = Array.from({ length: 16 }, (_, n) => n);

// Linux names only the control registers that exist.
const namedCr = (n: number) => [0, 2, 3, 4, 8].includes(n);

const CR_EXITS = sixteen.flatMap((n) => [
  x(n, `CR${n}_READ`, namedCr(n) ? `READ_CR${n}` : null, namedCr(n) ? `read_cr${n}` : null, CR_MOVE),
  x(
    0x10 + n,
    `CR${n}_WRITE`,
    namedCr(n) ? `WRITE_CR${n}` : null,
    namedCr(n) ? `write_cr${n}` : null,
    CR_MOVE,
  ),
]);

const DR_EXITS = sixteen.flatMap((n) => [
  x(0x20 + n, `DR${n}_READ`, n < 8 ? `READ_DR${n}` : null, n < 8 ? `read_dr${n}` : null, DR_MOVE),
  x(0x30 + n, `DR${n}_WRITE`, n < 8 ? `WRITE_DR${n}` : null, n < 8 ? `write_dr${n}` : null, DR_MOVE),
]);

/** Mnemonics of the exception vectors, without the #; null where none is defined. */
// prettier-ignore
export const EXCEPTIONS: readonly (string | null)[] = [
  'DE', 'DB', null, 'BP', 'OF', 'BR', 'UD', 'NM', 'DF', null, 'TS', 'NP', 'SS', 'GP', 'PF', null,
  'MF', 'AC', 'MC', 'XF', null, 'CP', null, null, null, null, null, null, 'HV', 'VC', 'SX', null,
];

/** Vectors that push an error code. */
export const ERROR_CODE_VECTORS: readonly number[] = [8, 10, 11, 12, 13, 14, 17, 21, 29, 30];

function exceptionExit(n: number): ExitRow {
  const mnemonic = EXCEPTIONS[n];
  // Linux spells vector 19 XM in its symbol and XF in its trace, and names no vector above it.
  const known = mnemonic && n <= 19 ? `EXCP_BASE + ${n === 19 ? 'XM' : mnemonic}_VECTOR` : null;
  const info: Info =
    n === 14
      ? { info1: 'error code', info1Bits: NPF_INFO, info2: 'linear address of the fault' }
      : ERROR_CODE_VECTORS.includes(n)
        ? { info1: 'error code' }
        : {};
  return x(0x40 + n, `EXCP${n}`, known, known && `${mnemonic} excp`, info);
}

const EXCEPTION_EXITS = Array.from({ length: 32 }, (_, n) => exceptionExit(n));

const CR_TRAP_EXITS = sixteen.map((n) =>
  x(
    0x90 + n,
    `CR${n}_WRITE_TRAP`,
    `CR${n}_WRITE_TRAP`,
    [0, 4, 8].includes(n) ? `write_cr${n}_trap` : null,
    NEW_VALUE,
  ),
);

/** Exits that do not come in numbered rows, by name. */
export const EXIT = {
  intr: x(0x60, 'INTR', 'INTR', 'interrupt'),
  nmi: x(0x61, 'NMI', 'NMI', 'nmi'),
  smi: x(0x62, 'SMI', 'SMI', 'smi', {
    info1: 'internal or external SMI, and the I/O instruction that raised it',
  }),
  init: x(0x63, 'INIT', 'INIT', 'init'),
  vintr: x(0x64, 'VINTR', 'VINTR', 'vintr'),
  cr0SelWrite: x(0x65, 'CR0_SEL_WRITE', 'CR0_SEL_WRITE', 'cr0_sel_write', CR_MOVE),
  idtrRead: x(0x66, 'IDTR_READ', 'IDTR_READ', 'read_idtr'),
  gdtrRead: x(0x67, 'GDTR_READ', 'GDTR_READ', 'read_gdtr'),
  ldtrRead: x(0x68, 'LDTR_READ', 'LDTR_READ', 'read_ldtr'),
  trRead: x(0x69, 'TR_READ', 'TR_READ', 'read_rt'),
  idtrWrite: x(0x6a, 'IDTR_WRITE', 'IDTR_WRITE', 'write_idtr'),
  gdtrWrite: x(0x6b, 'GDTR_WRITE', 'GDTR_WRITE', 'write_gdtr'),
  ldtrWrite: x(0x6c, 'LDTR_WRITE', 'LDTR_WRITE', 'write_ldtr'),
  trWrite: x(0x6d, 'TR_WRITE', 'TR_WRITE', 'write_rt'),
  rdtsc: x(0x6e, 'RDTSC', 'RDTSC', 'rdtsc'),
  rdpmc: x(0x6f, 'RDPMC', 'RDPMC', 'rdpmc'),
  pushf: x(0x70, 'PUSHF', 'PUSHF', 'pushf'),
  popf: x(0x71, 'POPF', 'POPF', 'popf'),
  cpuid: x(0x72, 'CPUID', 'CPUID', 'cpuid'),
  rsm: x(0x73, 'RSM', 'RSM', 'rsm'),
  iret: x(0x74, 'IRET', 'IRET', 'iret'),
  swint: x(0x75, 'SWINT', 'SWINT', 'swint', { info1: 'vector, with decode assists' }),
  invd: x(0x76, 'INVD', 'INVD', 'invd'),
  pause: x(0x77, 'PAUSE', 'PAUSE', 'pause'),
  hlt: x(0x78, 'HLT', 'HLT', 'hlt'),
  invlpg: x(0x79, 'INVLPG', 'INVLPG', 'invlpg', ADDRESS),
  invlpga: x(0x7a, 'INVLPGA', 'INVLPGA', 'invlpga', ADDRESS),
  ioio: x(0x7b, 'IOIO', 'IOIO', 'io', {
    info1: 'port, size and kind',
    info1Bits: IOIO_INFO,
    info2: 'RIP of the next instruction',
  }),
  msr: x(0x7c, 'MSR', 'MSR', 'msr', { info1: '0 RDMSR, 1 WRMSR', info1Bits: MSR_INFO }),
  taskSwitch: x(0x7d, 'TASK_SWITCH', 'TASK_SWITCH', 'task_switch', {
    info1: 'selector of the incoming task',
    info2: 'cause and error code',
    info2Bits: TASK_SWITCH_INFO,
  }),
  ferrFreeze: x(0x7e, 'FERR_FREEZE', 'FERR_FREEZE', 'ferr_freeze'),
  shutdown: x(0x7f, 'SHUTDOWN', 'SHUTDOWN', 'shutdown'),
  vmrun: x(0x80, 'VMRUN', 'VMRUN', 'vmrun'),
  vmmcall: x(0x81, 'VMMCALL', 'VMMCALL', 'hypercall'),
  vmload: x(0x82, 'VMLOAD', 'VMLOAD', 'vmload'),
  vmsave: x(0x83, 'VMSAVE', 'VMSAVE', 'vmsave'),
  stgi: x(0x84, 'STGI', 'STGI', 'stgi'),
  clgi: x(0x85, 'CLGI', 'CLGI', 'clgi'),
  skinit: x(0x86, 'SKINIT', 'SKINIT', 'skinit'),
  rdtscp: x(0x87, 'RDTSCP', 'RDTSCP', 'rdtscp'),
  icebp: x(0x88, 'ICEBP', 'ICEBP', 'icebp'),
  wbinvd: x(0x89, 'WBINVD', 'WBINVD', 'wbinvd'),
  monitor: x(0x8a, 'MONITOR', 'MONITOR', 'monitor'),
  mwait: x(0x8b, 'MWAIT', 'MWAIT', 'mwait'),
  mwaitConditional: x(0x8c, 'MWAIT_CONDITIONAL', 'MWAIT_COND', null),
  xsetbv: x(0x8d, 'XSETBV', 'XSETBV', 'xsetbv'),
  rdpru: x(0x8e, 'RDPRU', 'RDPRU', null),
  eferWriteTrap: x(0x8f, 'EFER_WRITE_TRAP', 'EFER_WRITE_TRAP', 'write_efer_trap', NEW_VALUE),
  invlpgb: x(0xa0, 'INVLPGB', null, null),
  invlpgbIllegal: x(0xa1, 'INVLPGB_ILLEGAL', null, null),
  invpcid: x(0xa2, 'INVPCID', 'INVPCID', 'invpcid'),
  mcommit: x(0xa3, 'MCOMMIT', null, null),
  tlbsync: x(0xa4, 'TLBSYNC', null, null),
  busLock: x(0xa5, 'BUSLOCK', 'BUS_LOCK', 'buslock'),
  idleHlt: x(0xa6, 'IDLE_HLT', 'IDLE_HLT', 'idle-halt'),
  npf: x(0x400, 'NPF', 'NPF', 'npf', {
    info1: 'error code and the stage of the walk',
    info1Bits: NPF_INFO,
    info2: 'guest physical address',
  }),
  avicIncompleteIpi: x(0x401, 'AVIC_INCOMPLETE_IPI', 'AVIC_INCOMPLETE_IPI', 'avic_incomplete_ipi', {
    info1: 'interrupt command register',
    info2: 'why it was incomplete',
  }),
  avicNoaccel: x(0x402, 'AVIC_NOACCEL', 'AVIC_UNACCELERATED_ACCESS', 'avic_unaccelerated_access', {
    info1: 'register offset, and bit 32 for a write',
    info2: 'vector, for a write of EOI',
  }),
  vmgexit: x(0x403, 'VMGEXIT', 'VMGEXIT', 'vmgexit'),
  sw: x(0xf0000000, 'SW', 'SW', null),
  invalid: x(-1, 'INVALID', 'ERR', 'invalid_guest_state'),
  busy: x(-2, 'BUSY', null, null),
  idleRequired: x(-3, 'IDLE_REQUIRED', null, null),
  invalidPmc: x(-4, 'INVALID_PMC', null, null),
} as const satisfies Record<string, ExitRow>;

/** Every exit code, in the order of the 64-bit codes. */
export const EXITS: readonly ExitRow[] = [
  ...CR_EXITS,
  ...DR_EXITS,
  ...EXCEPTION_EXITS,
  ...CR_TRAP_EXITS,
  ...Object.values<ExitRow>(EXIT),
].sort((a, b) => (code64(a) < code64(b) ? -1 : 1));

/** EXITCODE of a row as the VMCB holds it. */
export function code64(row: ExitRow): bigint {
  return BigInt.asUintN(64, BigInt(row.code));
}

const byCode = new Map(EXITS.map((row) => [row.code, row]));

/** The row of a sign-extended code, or undefined when the code has no meaning. */
export function exitRow(code: number): ExitRow | undefined {
  return byCode.get(code);
}

/** The row of an EXITCODE read as two 32-bit lanes; lanes may be signed or unsigned. */
export function exitOfLanes(low: number, high: number): ExitRow | undefined {
  const high32 = high >>> 0;
  if (high32 === 0) return byCode.get(low >>> 0);
  return high32 === 0xffffffff ? byCode.get(low | 0) : undefined;
}
