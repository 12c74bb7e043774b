import { INTERCEPTS, INTERCEPT, type Intercept } from '../spec/intercepts.js';
import { STATE } from '../silicon/host/cpu.js';
import { PLACE } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';

type Fields = Parameters<Twin['vmcb12']>[0];

/** An instruction of L2, and what its intercept makes of it. */
export interface InterceptCase {
  row: Intercept;
  /** Mnemonics of the instruction, as a disassembler names it; none for what is no instruction. */
  mnemonics: readonly string[];
  /** What comes before, in hexadecimal, and the instruction. */
  before?: string;
  code: string;
  fields?: Fields;
  prepare?: (twin: Twin) => void;
  info1?: bigint;
  info2?: bigint;
  /** Only CPL 0 may: elsewhere #GP comes first. */
  privileged?: boolean;
  /** The bit has to be set. */
  always?: boolean;
  /** The exception it raises where it is not intercepted; none when it goes on. */
  fault?: number;
}

/** The intercept with a name of spec/intercepts.ts. */
export const named = (name: string): Intercept => {
  const row = INTERCEPTS.find((one) => one.name === name);
  if (!row) throw new Error(`no intercept ${name}`);
  return row;
};
const hex = (n: number): string => n.toString(16).padStart(2, '0');
const address = (pa: number): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(pa);
  return bytes.toString('hex');
};

/** MOV between RBX and a control register: decode assist gives the register, and that it was a move. */
const MOVE = (1n << 63n) | 3n;
const RBX = 3n;
const controlMoves = [0, 2, 3, 4, 8].flatMap((n): InterceptCase[] => {
  const rex = n === 8 ? '44' : '';
  const modrm = hex(0xc0 | ((n & 7) << 3) | 3);
  const about = { mnemonics: ['Mov'], info1: MOVE, privileged: true } as const;
  return [
    { row: named(`CR${n}_READ`), code: `${rex}0f20${modrm}`, ...about },
    { row: named(`CR${n}_WRITE`), before: `${rex}0f20${modrm}`, code: `${rex}0f22${modrm}`, ...about },
  ];
});
const debugMoves = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((n): InterceptCase[] => {
  const modrm = hex(0xc0 | (n << 3) | 3);
  const about = { mnemonics: ['Mov'], info1: RBX, privileged: true } as const;
  return [
    { row: named(`DR${n}_READ`), code: `0f21${modrm}`, ...about },
    { row: named(`DR${n}_WRITE`), before: `0f21${modrm}`, code: `0f23${modrm}`, ...about },
  ];
});

/** One byte of the I/O permission map covers port 60h, one of the MSR map EFER. */
const port60 = (twin: Twin): void => twin.write(PLACE.iopm + 0xc, '01');
const efer = (bits: string) => (twin: Twin) => twin.write(PLACE.msrpm + 0x800 + 0x20, bits);
const IN_60 = 0x60_0211n;
const OUT_60 = 0x60_0210n;
const at = address(PLACE.data);

/** Code at CPL 3. */
export const USER: Fields = {
  cpl: 3,
  csSelector: 0x23,
  csAttrib: 0xafb,
  ssSelector: 0x1b,
  ssAttrib: 0xcf3,
};
/** The task state segment ends before its first stack pointer. */
const TR = 9;
const shortTss = (twin: Twin): void => {
  twin.cpu.u32[(STATE.SEGS >> 2) + 4 * TR + 1] = 3;
};
/** FNINIT; unmask the division by zero; 1/0. */
export const X87_ERROR = 'dbe3 66c7077b03 d92f d9ee d9e8 d8f1';

/** 32-bit code without paging. */
const LEGACY: Fields = { efer: 0x1000, csAttrib: 0xc9b, cr0: 0x11 };
const DS = 3n;
/** INS and OUTS of each size at port 60h: size, 64-bit address, string, direction, and with decode assist the segment. */
const stringPorts = (['b', 'w', 'd'] as const).flatMap((letter, n): InterceptCase[] => {
  const info = 0x60_0204n | (BigInt(1 << n) << 4n);
  const prefix = letter === 'w' ? '66' : '';
  const about = { row: INTERCEPT.ioioProt, before: 'ba60000000', prepare: port60, info2: 2n };
  return [
    { ...about, mnemonics: [`Ins${letter}`], code: `${prefix}${n ? '6d' : '6c'}`, info1: info | 1n },
    {
      ...about,
      mnemonics: [`Outs${letter}`],
      code: `${prefix}${n ? '6f' : '6e'}`,
      info1: info | (DS << 10n),
    },
  ];
});

/** Instructions by the bit that intercepts them. */
export const INTERCEPT_CASES: readonly InterceptCase[] = [
  ...controlMoves,
  ...debugMoves,
  { row: named('CR0_READ'), mnemonics: ['Smsw'], code: '0f01e0' },
  { row: named('CR0_WRITE'), mnemonics: ['Lmsw'], before: '0f01e3', code: '0f01f3', privileged: true },
  { row: named('CR0_WRITE'), mnemonics: ['Clts'], code: '0f06', privileged: true },
  {
    row: INTERCEPT.selectiveCr0,
    mnemonics: [],
    before: '0f20c3 4881f300000400',
    code: '0f22c3',
    info1: MOVE,
    privileged: true,
  },
  { row: INTERCEPT.storeIdtr, mnemonics: ['Sidt'], code: `0f010c25${at}` },
  { row: INTERCEPT.storeGdtr, mnemonics: ['Sgdt'], code: `0f010425${at}` },
  { row: INTERCEPT.storeLdtr, mnemonics: ['Sldt'], code: '0f00c0' },
  { row: INTERCEPT.storeTr, mnemonics: ['Str'], code: '0f00c8' },
  {
    row: INTERCEPT.loadIdtr,
    mnemonics: ['Lidt'],
    before: `0f010c25${at}`,
    code: `0f011c25${at}`,
    privileged: true,
  },
  {
    row: INTERCEPT.loadGdtr,
    mnemonics: ['Lgdt'],
    before: `0f010425${at}`,
    code: `0f011425${at}`,
    privileged: true,
  },
  { row: INTERCEPT.loadLdtr, mnemonics: ['Lldt'], before: '31c0', code: '0f00d0', privileged: true },
  { row: INTERCEPT.loadTr, mnemonics: ['Ltr'], before: '31c0', code: '0f00d8', privileged: true, fault: 13 },
  { row: INTERCEPT.rdtsc, mnemonics: ['Rdtsc'], code: '0f31' },
  { row: INTERCEPT.rdpmc, mnemonics: ['Rdpmc'], before: '31c9', code: '0f33' },
  { row: INTERCEPT.pushf, mnemonics: ['Pushf', 'Pushfd', 'Pushfq'], code: '9c' },
  { row: INTERCEPT.popf, mnemonics: ['Popf', 'Popfd', 'Popfq'], before: '6a02', code: '9d' },
  { row: INTERCEPT.cpuid, mnemonics: ['Cpuid'], before: '31c0', code: '0fa2' },
  { row: INTERCEPT.rsm, mnemonics: ['Rsm'], code: '0faa', fault: 6 },
  { row: INTERCEPT.swint, mnemonics: ['Int'], code: 'cd80', info1: 0x80n, fault: 13 },
  { row: INTERCEPT.invd, mnemonics: ['Invd'], code: '0f08', privileged: true },
  { row: INTERCEPT.pause, mnemonics: ['Pause'], code: 'f390' },
  { row: INTERCEPT.hlt, mnemonics: ['Hlt'], code: 'f4', privileged: true },
  {
    row: INTERCEPT.invlpg,
    mnemonics: ['Invlpg'],
    code: `0f013c25${at}`,
    info1: BigInt(PLACE.data),
    privileged: true,
  },
  { row: INTERCEPT.invlpga, mnemonics: ['Invlpga'], before: '31c031c9', code: '0f01df', privileged: true },
  { row: INTERCEPT.ioioProt, mnemonics: ['In'], code: 'e460', prepare: port60, info1: IN_60, info2: 2n },
  { row: INTERCEPT.ioioProt, mnemonics: ['Out'], code: 'e660', prepare: port60, info1: OUT_60, info2: 2n },
  {
    row: INTERCEPT.msrProt,
    mnemonics: ['Rdmsr'],
    before: 'b9800000c0',
    code: '0f32',
    prepare: efer('01'),
    privileged: true,
  },
  {
    row: INTERCEPT.msrProt,
    mnemonics: ['Wrmsr'],
    before: 'b9800000c0 b8011d0000 31d2',
    code: '0f30',
    prepare: efer('02'),
    info1: 1n,
    privileged: true,
  },
  { row: INTERCEPT.vmmcall, mnemonics: ['Vmmcall'], code: '0f01d9', fault: 6 },
  {
    row: INTERCEPT.vmload,
    mnemonics: ['Vmload'],
    before: `b8${address(PLACE.data)}`,
    code: '0f01da',
    privileged: true,
  },
  {
    row: INTERCEPT.vmsave,
    mnemonics: ['Vmsave'],
    before: `b8${address(PLACE.data)}`,
    code: '0f01db',
    privileged: true,
  },
  { row: INTERCEPT.stgi, mnemonics: ['Stgi'], code: '0f01dc', privileged: true },
  { row: INTERCEPT.clgi, mnemonics: ['Clgi'], code: '0f01dd', privileged: true },
  { row: INTERCEPT.rdtscp, mnemonics: ['Rdtscp'], code: '0f01f9' },
  { row: INTERCEPT.icebp, mnemonics: ['Int1'], code: 'f1', fault: 13 },
  { row: INTERCEPT.wbinvd, mnemonics: ['Wbinvd', 'Wbnoinvd'], code: '0f09', privileged: true },
  {
    row: INTERCEPT.xsetbv,
    mnemonics: ['Xsetbv'],
    before: '31c931d2b801000000',
    code: '0f01d1',
    fields: { cr4: 0x4_0620 },
  },
  {
    row: INTERCEPT.iret,
    mnemonics: ['Iret', 'Iretd', 'Iretq'],
    before: '4889e0 6a10 50 9c 6a08 488d0503000000 50',
    code: '48cf',
  },
  {
    row: INTERCEPT.invpcid,
    mnemonics: ['Invpcid'],
    before: '6a006a0031c0',
    code: '660f38820424',
    info1: BigInt(PLACE.l2Stack - 16),
    privileged: true,
  },
  { row: INTERCEPT.mcommit, mnemonics: ['Mcommit'], code: 'f30f01fa', fields: { efer: 0x2_1d01 } },
  { row: INTERCEPT.monitor, mnemonics: ['Monitor'], before: '31c031c931d2', code: '0f01c8' },
  { row: INTERCEPT.mwait, mnemonics: ['Mwait'], before: '31c031c9', code: '0f01c9' },
  { row: INTERCEPT.monitor, mnemonics: ['Monitorx'], before: '31c031c931d2', code: '0f01fa' },
  { row: INTERCEPT.mwait, mnemonics: ['Mwaitx'], before: '31c031c9', code: '0f01fb' },
  { row: INTERCEPT.invlpgb, mnemonics: ['Invlpgb'], code: '0f01fe', privileged: true, fault: 6 },
  { row: INTERCEPT.tlbsync, mnemonics: ['Tlbsync'], code: '0f01ff', privileged: true, fault: 6 },
  { row: INTERCEPT.skinit, mnemonics: ['Skinit'], before: '31c0', code: '0f01de' },
  { row: INTERCEPT.rdpru, mnemonics: ['Rdpru'], before: '31c9', code: '0f01fd' },
  { row: named('EXCEPTION_0'), mnemonics: [], before: '31c9', code: 'f7f1', fault: 0 },
  { row: named('EXCEPTION_3'), mnemonics: ['Int3'], code: 'cc', fault: 3 },
  { row: named('EXCEPTION_6'), mnemonics: [], code: '0f0b', fault: 6 },
  { row: named('EXCEPTION_7'), mnemonics: [], code: 'd9e8', fields: { cr0: 0x8001_003b }, fault: 7 },
  // INT 80h, whose gate leads to CPL 0.
  {
    row: named('EXCEPTION_10'),
    mnemonics: [],
    code: 'cd80',
    fields: { ...USER, idtrLimit: 0xfff },
    prepare: shortTss,
    fault: 10,
  },
  {
    row: named('EXCEPTION_11'),
    mnemonics: [],
    before: 'b818000000',
    code: '8ed8',
    prepare: (twin) => twin.write(PLACE.gdt + 0x18 + 5, '73'),
    info1: 0x18n,
    fault: 11,
  },
  { row: named('EXCEPTION_16'), mnemonics: [], before: X87_ERROR, code: '9b', fault: 16 },
  {
    row: named('EXCEPTION_17'),
    mnemonics: [],
    code: `8b0425${address(PLACE.data + 1)}`,
    fields: { ...USER, cr0: 0x8005_0033, rflags: 0x4_0002 },
    fault: 17,
  },
  // MXCSR = 0; 0/0.
  {
    row: named('EXCEPTION_19'),
    mnemonics: [],
    before: 'c70700000000 0fae17 0f57c0',
    code: 'f30f5ec0',
    fault: 19,
  },
  { row: named('EXCEPTION_12'), mnemonics: [], before: '48bc0000000000008000', code: '58', fault: 12 },
  { row: named('EXCEPTION_13'), mnemonics: [], before: 'b9ffffff3f', code: '0f32', fault: 13 },
  {
    row: named('EXCEPTION_14'),
    mnemonics: [],
    code: '8a042500001001',
    fault: 14,
    info2: 0x110_0000n,
  },
  { row: INTERCEPT.vmrun, mnemonics: ['Vmrun'], code: '0f01d8', privileged: true, always: true },
  {
    row: named('EXCEPTION_4'),
    mnemonics: ['Into'],
    code: 'ce',
    fields: { ...LEGACY, rflags: 0x802 },
    fault: 4,
  },
  {
    row: named('EXCEPTION_5'),
    mnemonics: ['Bound'],
    code: `6205${address(PLACE.data + 0x800)}`,
    fields: { ...LEGACY, rax: 5 },
    fault: 5,
  },
  ...stringPorts,
];
