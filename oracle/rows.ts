import { OPCODE_FAMILIES } from '../spec/opcodes/index.js';
import type { OpRow } from '../spec/opcodes/row.js';
import { parse, type Pattern } from '../scripts/opcodeTrie.js';

/** Rows that a program of the host's user cannot run with a result that must be the same here. */
export const NOT_RUN: readonly { readonly rows: RegExp; readonly why: string }[] = [
  {
    rows: /^(jmp_far|call_far|jmp_far_indirect|call_far_indirect|retf|retf_imm|iret)$/,
    why: 'far control transfer reads the descriptor tables of the system',
  },
  {
    rows: /^(mov_to_sreg|pop_(es|ss|ds|fs|gs)|l[esdfg]s|lss)$/,
    why: 'a segment load reads the descriptor tables of the system',
  },
  { rows: /^(lar|lsl|verr|verw)$/, why: 'asks about descriptors of the system' },
  {
    rows: /^(sldt|str|sgdt|sidt|smsw|smsw_m)$/,
    why: 'UMIP: a system may refuse these to a program or answer itself',
  },
  { rows: /^(rdpkru|wrpkru)$/, why: 'protection keys are for the system to turn on' },
  { rows: /^icebp$/, why: 'below a hypervisor that intercepts #DB its address is another' },
  { rows: /^(syscall|sysenter|intn)$/, why: 'calls the system' },
  {
    rows: /^(rdfsbase|rdgsbase|wrfsbase|wrgsbase)$/,
    why: 'the bases belong to the program that runs the cases',
  },
  { rows: /^(rdtsc|rdtscp|rdpmc|rdpru|rdpid|cpuid|xgetbv|rdrand|rdseed)$/, why: 'tells about the machine' },
  { rows: /^(vm\w+|stgi|clgi|skinit|invlpga)$/, why: 'depends on EFER.SVME of the system' },
  { rows: /^(monitor|mwait)x?$/, why: 'waits, or is refused, as the system has configured' },
  { rows: /^(xsaveopt|xsavec|xsaves|xrstors)(64)?$/, why: 'what it leaves out is up to the processor' },
  {
    rows: /^(mov_from_cr|mov_to_cr|mov_from_dr|mov_to_dr)$/,
    why: 'which numbers do not exist is told before the privilege, but not everywhere',
  },
];

export interface OracleRow {
  row: OpRow;
  pattern: Pattern;
  /** The module of its family, which names the family. */
  module: string;
}

/** Why a row is not run, or undefined when it is. */
export function notRun(row: OpRow): string | undefined {
  return NOT_RUN.find(({ rows }) => rows.test(row.name))?.why;
}

/** The rows of the instruction tables that both processors run. */
export const ORACLE_ROWS: readonly OracleRow[] = OPCODE_FAMILIES.flatMap(({ module, rows }) =>
  rows.filter((row) => notRun(row) === undefined).map((row) => ({ row, pattern: parse(row), module })),
);

/** Names of the families, as a person may give them. */
export const FAMILIES: readonly string[] = [...new Set(ORACLE_ROWS.map(({ module }) => module))];
