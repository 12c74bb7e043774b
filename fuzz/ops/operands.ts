import { PLACE } from '../place.js';
import { absolute, below, imm, mostly, one, op, set, type Ops } from './op.js';

/** MSRs that concern SVM, and some that do not. */
export const MSRS = {
  tsc: 0x10,
  apicBase: 0x1b,
  sysenterCs: 0x174,
  sysenterEip: 0x176,
  debugctl: 0x1d9,
  lastBranch: 0x1db,
  pat: 0x277,
  mtrrDefault: 0x2ff,
  tscDeadline: 0x6e0,
  x2apicTpr: 0x808,
  x2apicEoi: 0x80b,
  x2apicSelf: 0x83f,
  efer: 0xc000_0080,
  star: 0xc000_0081,
  lstar: 0xc000_0082,
  fsBase: 0xc000_0100,
  kernelGsBase: 0xc000_0102,
  tscAux: 0xc000_0103,
  tscRatio: 0xc000_0104,
  hwcr: 0xc001_0015,
  vmCr: 0xc001_0114,
  hsavePa: 0xc001_0117,
  svmKey: 0xc001_0118,
  smmCtl: 0xc001_0116,
  nothing: 0x1234,
  /** Outside the permission map. */
  outside: 0x4000_0000,
} as const;

const NOTABLE = [
  [MSRS.pat, 0x0606_0606, 0x0606_0606],
  [MSRS.pat, 0x0007_0406, 0x0007_0406],
  [MSRS.vmCr, 2, 0],
] as const;
const msr = one(...Object.values(MSRS));
const VALUES = [
  0, 1, 2, 3, 5, 8, 0x10, 0x1a, 0xd01, 0x1d01, 0x1d00, 0x1c01, 0x500, 0x51, 0xfee0_0900, 0x7040600,
];
/** Bytes of L1's data, each far from the others. */
const DATA = [0x100, 0x3f, 0xffc, 0x200, 0x7fe].map((at) => PLACE.data + at);
const address = one(
  ...DATA,
  ...DATA,
  PLACE.l2Code + 0xf00,
  PLACE.vmcb12,
  PLACE.vmcb12 + 12,
  0x10_0000,
  0x20_0000,
  0xfee0_0080,
);
const vector = mostly(3, 4, 0x20, 0x50, 0x51, 0x80);
const size = one(1, 2, 4);
const port = one(0x60, 0x61, 0x3f, 0x7fff, 0x20, 0xffff, 0x1fe, 0x80);

/** Opcode of a move between AL, AX or EAX and a port, with the prefix that the size needs. */
function sized(opcode: number, bytes: number, width: number): string {
  const prefix = bytes !== 1 && (bytes === 2) !== (width === 16) ? '66' : '';
  return prefix + imm(opcode + (bytes === 1 ? 0 : 1), 1);
}

/** Instructions with operands that matter. */
export const OPERANDS: Ops = {
  set: op([one('ax', 'cx', 'dx', 'bx'), mostly(0, 1, ...VALUES, ...DATA)], (a) =>
    set(a.text(0) as 'ax', a.number(1), a.width),
  ),
  rdmsr: op(
    [msr],
    (a) => `${set('cx', a.number(0), a.width)}0f32${'89'}${absolute(0, PLACE.data + 0x400, a.width)}`,
    14,
  ),
  wrmsr: op(
    [msr, mostly(...VALUES), mostly(0, 0, 0, 1, 2)],
    (a) =>
      set('cx', a.number(0), a.width) +
      set('ax', a.number(1), a.width) +
      set('dx', a.number(2), a.width) +
      '0f30',
    18,
  ),
  /** Other memory types; INIT redirected. */
  'wrmsr of note': op(
    [one(...NOTABLE.keys())],
    (a) => {
      const [index, low, high] = NOTABLE[a.number(0)];
      return `${set('cx', index, a.width)}${set('ax', low, a.width)}${set('dx', high, a.width)}0f30`;
    },
    5,
  ),
  'mov from cr': op([one(0, 2, 3, 4, 4, 8)], (a) =>
    a.number(0) === 8 ? 'f00f20c3' : `0f20${imm(0xc3 | (a.number(0) << 3), 1)}`,
  ),
  'mov to cr0': op(
    [mostly(0x8000_0033, 0x8001_0033, 0x8001_003b, 0xe001_0033, 0x11, 0x10, 0x8005_0033)],
    (a) => `${set('bx', a.number(0), a.width)}0f22c3`,
  ),
  'mov to cr2': op([mostly(0, 0x1234)], (a) => `${set('bx', a.number(0), a.width)}0f22d3`),
  'mov to cr3': op(
    [one(PLACE.tables, PLACE.tables, PLACE.pae, PLACE.narrow, 0x1018, 0x5000)],
    (a) => `${set('bx', a.number(0), a.width)}0f22db`,
    6,
  ),
  'mov to cr4': op(
    [one(0x620, 0x6a0, 0x620, 0x624, 0x628, 0x610, 0x4_0620, 0x2620, 0x1620, 0x630, 0x10_0620)],
    (a) => `${set('bx', a.number(0), a.width)}0f22e3`,
  ),
  'mov to cr8': op([below(17)], (a) => `${set('bx', a.number(0), a.width)}f00f22c3`, 6),
  'cr3 again': op([], () => '0f20db0f22db', 5),
  'mov from dr': op([below(8)], (a) => `0f21${imm(0xc3 | (a.number(0) << 3), 1)}`, 6),
  'mov to dr': op(
    [below(4), one(PLACE.data + 0x100, PLACE.data + 0x400, PLACE.l2Code + 0x20, PLACE.l1Code + 0x20, 0x60)],
    (a) => `${set('bx', a.number(1), a.width)}0f23${imm(0xc3 | (a.number(0) << 3), 1)}`,
    5,
  ),
  'mov to dr6': op([mostly(0, 0xffff_0ff0, 0xf)], (a) => `${set('bx', a.number(0), a.width)}0f23f3`, 3),
  'mov to dr7': op(
    [mostly(0x400, 0x403, 0x3_0401, 0xf_0402, 0x2_0403, 0x2403, 0x4f_04aa)],
    (a) => `${set('bx', a.number(0), a.width)}0f23fb`,
  ),
  lmsw: op([mostly(1, 3, 0xb, 0)], (a) => `${set('bx', a.number(0), a.width)}0f01f3`, 6),
  smsw: op([], () => '0f01e3', 3),
  in: op([port, size], (a) => `${set('dx', a.number(0), a.width)}${sized(0xec, a.number(1), a.width)}`),
  out: op([port, size], (a) => `${set('dx', a.number(0), a.width)}${sized(0xee, a.number(1), a.width)}`),
  'in byte': op([below(256)], (a) => `e4${imm(a.number(0), 1)}`, 4),
  'out byte': op([below(256)], (a) => `e6${imm(a.number(0), 1)}`, 4),
  ins: op(
    [port, size, address],
    (a) =>
      `${set('dx', a.number(0), a.width)}${set('di', a.number(2), a.width)}${sized(0x6c, a.number(1), a.width)}`,
  ),
  outs: op(
    [port, size, address],
    (a) =>
      `${set('dx', a.number(0), a.width)}${set('si', a.number(2), a.width)}${sized(0x6e, a.number(1), a.width)}`,
  ),
  'rep ins': op(
    [port, size, address, below(6)],
    (a) =>
      `${set('dx', a.number(0), a.width)}${set('di', a.number(2), a.width)}${set('cx', a.number(3), a.width)}f3${sized(0x6c, a.number(1), a.width)}`,
    5,
  ),
  'rep outs': op(
    [port, size, address, below(6)],
    (a) =>
      `${set('dx', a.number(0), a.width)}${set('si', a.number(2), a.width)}${set('cx', a.number(3), a.width)}f3${sized(0x6e, a.number(1), a.width)}`,
    5,
  ),
  int: op([vector], (a) => `cd${imm(a.number(0), 1)}`, 12),
  invlpg: op([address], (a) => `0f01${absolute(7, a.number(0), a.width)}`, 6),
  invpcid: op(
    [below(5), address],
    (a) => `${set('bx', a.number(0), a.width)}660f3882${absolute(3, a.number(1), a.width)}`,
    5,
  ),
  'load from': op([address], (a) => `8b${absolute(3, a.number(0), a.width)}`, 12),
  'store to': op([address], (a) => `89${absolute(3, a.number(0), a.width)}`, 12),
  count: op([address], (a) => `ff${absolute(0, a.number(0), a.width)}`, 6),
  'count locked': op([address], (a) => `f0ff${absolute(0, a.number(0), a.width)}`, 8),
  exchange: op([address], (a) => `87${absolute(0, a.number(0), a.width)}`, 3),
  sgdt: op([one(0, 1, 2, 3), address], (a) => `0f01${absolute(a.number(0), a.number(1), a.width)}`, 5),
  'popf of': op([mostly(2, 0x202, 0x102, 0x302, 0x1_0102, 0x3002, 0x4_0002, 0x20_0002)], (a) =>
    a.width === 16 ? `68${imm(a.number(0), 2)}9d` : `68${imm(a.number(0), 4)}9d`,
  ),
  monitor: op(
    [address],
    (a) => `${set('ax', a.number(0), a.width)}${set('cx', 0, a.width)}${set('dx', 0, a.width)}0f01c8`,
    6,
  ),
  'monitor and mwait': op(
    [address, one(0, 0, 1)],
    (a) =>
      `${set('ax', a.number(0), a.width)}${set('cx', 0, a.width)}${set('dx', 0, a.width)}0f01c8${set('cx', a.number(1), a.width)}0f01c9`,
    6,
  ),
  'pause often': op([below(9)], (a) => `${set('cx', a.number(0) + 1, a.width)}f390ffc975fa`, 8),
  'pause apart': op([below(40)], (a) => `f390${'90'.repeat(a.number(0))}f390`, 4),
  xsetbv: op(
    [one(1, 3, 7, 2)],
    (a) => `${set('cx', 0, a.width)}${set('ax', a.number(0), a.width)}${set('dx', 0, a.width)}0f01d1`,
    4,
  ),
  'to level 3': op([], (a) => (a.width === 64 ? '6a1b549c6a23488d05030000005048cf' : '90'), 4),
  'far call': op([one(0x30, 0x40, 0x28, 8, 0x48)], (a) => farCall(a.number(0), a.width), 4),
  'load state': op(
    [one(PLACE.vmcb12, PLACE.vmcb12b, PLACE.data, 0x1_0000_0000, 0x123)],
    (a) => `${set('ax', a.number(0), a.width)}0f01da`,
    6,
  ),
  'save state': op(
    [one(PLACE.data + 0x2000, PLACE.vmcb12b, PLACE.data, 0x123)],
    (a) => `${set('ax', a.number(0), a.width)}0f01db`,
    6,
  ),
  'invlpga of': op(
    [address, below(5)],
    (a) => `${set('ax', a.number(0), a.width)}${set('cx', a.number(1), a.width)}0f01df`,
    6,
  ),
};

/** CALL to another segment or task: with an immediate, or through memory in 64-bit code, which has no other. */
function farCall(selector: number, width: number): string {
  if (width === 64) return '90';
  const offset = imm(PLACE.l2Code, width === 16 ? 2 : 4);
  return `9a${offset}${imm(selector, 2)}`;
}
