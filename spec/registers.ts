import type { BitFields } from './bits.js';
import { APIC_BASE, CR0, CR4, DR6, DR7, EFER, RFLAGS } from './controlBits.js';
import { SEGMENTS } from './layout.js';

/** A register as a debugger or a trace viewer shows it. */
export interface Register {
  readonly name: string;
  readonly bits: number;
  /** Number in gdb's remote protocol, in the order of the target description; null when gdb does not see it. */
  readonly gdb: number | null;
  /** Feature of the target description that lists it. */
  readonly feature: string | null;
  /** gdb's type. */
  readonly type: string;
  /** Field of the processor's state, its element and the byte inside it; null when it is computed. */
  readonly state: { readonly field: string; readonly element: number; readonly byte: number } | null;
  readonly named?: BitFields;
}

export const GDB_CORE = 'org.gnu.gdb.i386.core';
export const GDB_SSE = 'org.gnu.gdb.i386.sse';
export const GDB_SEGMENTS = 'org.gnu.gdb.i386.segments';
/** System registers have no feature of gdb's own: it lists them under any name. */
export const GDB_SYSTEM = 'nsvm.system';

type Place = readonly [field: string, element?: number, byte?: number];

function r(name: string, bits: number, type: string, place: Place | null, named?: BitFields): Register {
  const state = place && { field: place[0], element: place[1] ?? 0, byte: place[2] ?? 0 };
  const row = { name, bits, gdb: null, feature: null, type, state };
  return named ? { ...row, named } : row;
}

// gdb's order of the first eight differs from the encoding's, which the state has.
const GPR_ORDER = ['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi', 'rbp', 'rsp'] as const;
const GPR_NUMBER = { rax: 0, rcx: 1, rdx: 2, rbx: 3, rsp: 4, rbp: 5, rsi: 6, rdi: 7 } as const;

const count = (n: number) => Array.from({ length: n }, (_, i) => i);
const segmentRow = (name: string) => SEGMENTS.indexOf(name.toUpperCase() as (typeof SEGMENTS)[number]);

const selector = (name: string) => r(name, 32, 'int32', ['SEGS', segmentRow(name), 0]);
const base = (name: string, segment: string) => r(name, 64, 'int64', ['SEGS', segmentRow(segment), 8]);
const system = (name: string, field: string, named?: BitFields) => r(name, 64, 'int64', [field], named);
// The state keeps tag words and flags in forms of its own, so these go through the processor.
const computed = (name: string, bits: number, type: string, named?: BitFields) =>
  r(name, bits, type, null, named);

const CORE: readonly Register[] = [
  ...GPR_ORDER.map((name) => {
    const type = name === 'rbp' || name === 'rsp' ? 'data_ptr' : 'int64';
    return r(name, 64, type, ['REGS', GPR_NUMBER[name]]);
  }),
  ...count(8).map((n) => r(`r${n + 8}`, 64, 'int64', ['REGS', n + 8])),
  r('rip', 64, 'code_ptr', ['RIP']),
  computed('eflags', 32, 'int32', RFLAGS),
  ...['cs', 'ss', 'ds', 'es', 'fs', 'gs'].map(selector),
  ...count(8).map((n) => computed(`st${n}`, 80, 'i387_ext')),
  ...['fctrl', 'fstat', 'ftag', 'fiseg', 'fioff', 'foseg', 'fooff', 'fop'].map((name) =>
    computed(name, 32, 'int'),
  ),
];

const SSE: readonly Register[] = [
  ...count(16).map((n) => r(`xmm${n}`, 128, 'vec128', ['XMM', n])),
  r('mxcsr', 32, 'int32', ['MXCSR']),
];

const SEGMENT_BASES: readonly Register[] = [base('fs_base', 'fs'), base('gs_base', 'gs')];

const SYSTEM: readonly Register[] = [
  system('k_gs_base', 'KERNEL_GS_BASE'),
  system('cr0', 'CR0', CR0),
  system('cr2', 'CR2'),
  system('cr3', 'CR3'),
  system('cr4', 'CR4', CR4),
  computed('cr8', 64, 'int64'),
  system('efer', 'EFER', EFER),
];

/** Registers gdb sees, in the order of their numbers. */
export const GDB_REGISTERS: readonly Register[] = (
  [
    [GDB_CORE, CORE],
    [GDB_SSE, SSE],
    [GDB_SEGMENTS, SEGMENT_BASES],
    [GDB_SYSTEM, SYSTEM],
  ] as const
)
  .flatMap(([feature, rows]) => rows.map((row) => ({ ...row, feature })))
  .map((row, gdb) => ({ ...row, gdb }));

/** Further registers that viewers show. */
export const VIEWER_REGISTERS: readonly Register[] = [
  ...[0, 1, 2, 3].map((n) => r(`dr${n}`, 64, 'int64', ['DR', n])),
  r('dr6', 64, 'int64', ['DR', 6], DR6),
  r('dr7', 64, 'int64', ['DR', 7], DR7),
  system('xcr0', 'XCR0'),
  system('apic_base', 'APIC_BASE', APIC_BASE),
  system('pat', 'PAT'),
  system('star', 'STAR'),
  system('lstar', 'LSTAR'),
  system('cstar', 'CSTAR'),
  system('sfmask', 'SFMASK'),
  ...(['gdtr', 'ldtr', 'idtr', 'tr'] as const).flatMap((name) => [
    base(`${name}_base`, name),
    r(`${name}_limit`, 32, 'int32', ['SEGS', segmentRow(name), 4]),
  ]),
];

const byName = new Map([...GDB_REGISTERS, ...VIEWER_REGISTERS].map((row) => [row.name, row]));

/** The register of a name, or undefined. */
export function registerByName(name: string): Register | undefined {
  return byName.get(name);
}
