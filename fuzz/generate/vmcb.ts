import { checkCases, type CheckCase } from '../../spec/checkCases.js';
import { msrpmPosition } from '../../spec/msrs.js';
import { VMCB, VMCB_ROWS, type VmcbKey } from '../../spec/vmcb.js';
import type { Case, Edit, Hex } from '../case.js';
import type { Dice } from '../dice.js';
import { MSRS } from '../ops/operands.js';
import { PLACE } from '../place.js';

type Values = Partial<Record<VmcbKey, bigint | number>>;
type Written = Partial<Record<VmcbKey, Hex>>;
type Ingredient = (dice: Dice, fields: Values) => void;

const VALID_EVENT = 0x8000_0000;
const HLT_SHUTDOWN = 0x8100_0000;
const NMI_INTERCEPT = 2;
/** Bytes of the MSR permission map. */
const IN_MSRPM = Object.values(MSRS).flatMap((msr) => msrpmPosition(msr)?.byte ?? []);
/** Pages that the processor itself reads, where a stack that begins a little above goes on in the page before. */
const TABLES = [
  PLACE.gdt,
  PLACE.idt,
  PLACE.tss,
  PLACE.vmcb12,
  PLACE.tables + 0x2000,
  PLACE.npt12 + 0x2000,
  PLACE.npt12 + 0x3000,
];
/** Where the page-directory pointers of a check are. */
const POINTERS = PLACE.data + 0x20;

const some = (dice: Dice): number => (dice.chance(50) ? 0 : (dice.word() & dice.word()) >>> 0);

const INGREDIENTS: readonly (readonly [percent: number, add: Ingredient])[] = [
  [
    75,
    (dice, fields) => {
      fields.interceptCr = some(dice);
      fields.interceptDr = some(dice);
      fields.interceptExceptions = some(dice);
      fields.interceptMisc1 = (some(dice) | (dice.chance(70) ? HLT_SHUTDOWN : 0)) >>> 0;
      fields.interceptMisc2 = (some(dice) & 0x7fff) | 1 | (dice.chance(80) ? 2 : 0);
    },
  ],
  [30, (dice, fields) => (fields.interceptMisc3 = dice.below(0x80))],
  [
    30,
    (dice, fields) => {
      const type = dice.oneOf([0, 2, 3, 3, 4]);
      const vector = type === 3 ? dice.oneOf([0, 1, 3, 4, 6, 8, 13, 14, 17]) : dice.below(256);
      const error = type === 3 && [8, 13, 14, 17].includes(vector) ? 0x800 : 0;
      fields.eventInj = (VALID_EVENT | error | (type << 8) | vector) >>> 0;
      fields.eventInjErr = dice.oneOf([0, 2, 0x18, 0xffff_fffe]);
      fields.nRip = PLACE.l2Code + dice.below(8);
    },
  ],
  [
    50,
    (dice, fields) => {
      fields.intCtl = dice.below(0x400) | (dice.below(32) << 16) | (dice.below(4) << 24);
      fields.intVector = dice.oneOf([0x40, 0x20, 0xff]);
    },
  ],
  [
    25,
    (dice, fields) => {
      fields.intCtl = Number(fields.intCtl ?? 0) | 0x400_0000 | (dice.below(4) << 11);
      if (dice.chance(90)) fields.interceptMisc1 = (Number(fields.interceptMisc1 ?? 0) | NMI_INTERCEPT) >>> 0;
    },
  ],
  [60, (dice, fields) => (fields.rflags = dice.oneOf([2, 0x202, 0x302, 0x102, 0x1_0102, 0x4_0202]))],
  [30, (dice, fields) => (fields.intState = dice.below(4))],
  [30, (dice, fields) => (fields.tscOffset = dice.long())],
  [
    25,
    (dice, fields) => {
      fields.pauseFilterCount = dice.below(5);
      fields.pauseFilterThreshold = dice.oneOf([0, 64, 70, 200]);
      fields.interceptMisc1 = (Number(fields.interceptMisc1 ?? 0) | (1 << 23)) >>> 0;
    },
  ],
  [20, (dice, fields) => (fields.busLockCounter = dice.below(4))],
  [
    35,
    (dice, fields) => {
      fields.miscCtl2 = dice.below(4);
      fields.dbgCtl = dice.below(0x80);
      fields.brFrom = 0x1234;
      fields.lastExcpTo = 0x5678;
    },
  ],
  [
    20,
    (dice, fields) => {
      fields.dr7 = dice.oneOf([0x401, 0x403, 0x3_0402, 0x2403, 0x400, 0xffff_ffff]);
      fields.dr6 = dice.oneOf([0xffff_0ff0, 0xffff_0fff, 0]);
    },
  ],
  [30, (dice, fields) => (fields.rax = dice.oneOf([PLACE.vmcb12, PLACE.hsave, 0x123456, 0x1d01]))],
  [10, (dice, fields) => (fields.cr2 = dice.word())],
  [10, (dice, fields) => (fields.idtrLimit = dice.oneOf([0, 0x7f, 0xdf, 0x10f]))],
  [5, (dice, fields) => (fields.rsp = dice.oneOf([PLACE.l2Stack + 3, 0x20_0000, 0xff_ffff_f000, 8]))],
  [5, (dice, fields) => (fields.rsp = dice.oneOf(TABLES) + 4 * dice.below(8))],
  [20, (dice, fields) => (fields.cleanBits = dice.oneOf([0, 0x1fff, dice.below(0x2000)]))],
  [
    8,
    (dice, fields) => {
      const [key, { width }] = dice.oneOf(VMCB_ROWS.filter(([, row]) => row.width <= 8));
      fields[key] = BigInt(fields[key] ?? 0) ^ (1n << BigInt(dice.below(8 * width)));
    },
  ],
];

/** Nested paging, and what its tables are spoilt with; the guest mode execute trap on some. */
function paging(dice: Dice, always: boolean, fields: Values, edits: Edit[]): void {
  if (!always && dice.chance(35)) return;
  const gmet = dice.chance(20);
  fields.miscCtl = gmet ? 9 : 1;
  fields.nCr3 = PLACE.npt12;
  const entry = (at: number, value: number): void => {
    edits.push({ at: at.toString(16), value: value.toString(16), width: 8 });
  };
  // Under the guest mode execute trap most pages that hold code are the supervisor's.
  if (gmet)
    for (const code of [PLACE.l2Code, PLACE.stubs, PLACE.stubs + 0x1000])
      if (dice.chance(93)) entry(PLACE.npt12 + 0x3000 + (code >> 9), code | 3);
  // The nested tables are read-only: a change without a flush may show sooner or later.
  for (let page = PLACE.npt12; page < PLACE.npt12 + 0x4000; page += 0x1000)
    entry(PLACE.npt12 + 0x3000 + (page >> 9), page | 5);
  if (dice.chance(50)) entry(PLACE.npt12 + 0x3000 + 8 * dice.below(0xa0), dice.below(0x8_0000));
  if (dice.chance(20)) entry(PLACE.npt12 + 0x2000 + 8 * dice.below(8), dice.below(0x1_0000) * 0x100 + 0x87);
}

function maps(dice: Dice, edits: Edit[]): void {
  const entry = (at: number, value: number, width: number): void => {
    edits.push({ at: at.toString(16), value: value.toString(16), width });
  };
  for (let n = dice.below(4); n > 0; n--) entry(PLACE.msrpm + 8 * dice.below(0x300), dice.word(), 4);
  // Of registers that the programs use.
  for (let n = dice.below(6); n > 0; n--) entry(PLACE.msrpm + dice.oneOf(IN_MSRPM), dice.below(256), 1);
  if (dice.chance(40)) entry(PLACE.msrpm + 0x820, dice.below(4), 1);
  if (dice.chance(40)) entry(PLACE.msrpm + 0x1040, dice.word(), 4);
  for (let n = dice.below(6); n > 0; n--) entry(PLACE.iopm + dice.below(0x20), dice.below(256), 1);
  if (dice.chance(20)) entry(PLACE.iopm + 0x1fff + dice.below(2), dice.below(256), 1);
}

/** A row of the table of checks: the VMCB just fails, or just passes, because of it. */
function boundary(dice: Dice, physBits: number, fields: Values, edits: Edit[]): void {
  const rows: readonly CheckCase[] = checkCases(physBits);
  for (let n = 1 + dice.below(2); n > 0; n--) {
    const row = dice.oneOf(rows);
    Object.assign(fields, row.fields);
    if (row.pointer === undefined) continue;
    fields.cr3 = POINTERS;
    edits.push({ at: POINTERS.toString(16), value: row.pointer.toString(16), width: 8 });
  }
}

interface Shape {
  readonly physBits: number;
  /** Near the boundary of validity. */
  readonly near: boolean;
  /** With nested paging. */
  readonly nested: boolean;
}

/** The fields of both VMCBs and the memory that goes with them. */
export function drawVmcbs(dice: Dice, { physBits, near, nested }: Shape): Pick<Case, 'fields' | 'edits'> {
  const edits: Edit[] = [];
  const draw = (asid: number): Values => {
    const fields: Values = {};
    for (const [percent, add] of INGREDIENTS) if (dice.chance(percent)) add(dice, fields);
    fields.guestAsid = asid;
    fields.tlbControl = dice.oneOf([0, 0, 1, 1, 3, 7]);
    return fields;
  };
  const a = draw(1 + dice.below(2));
  paging(dice, nested, a, edits);
  // The other differs from the first in some fields, and mostly has an ASID of its own.
  const b: Values = { ...a, ...(dice.chance(50) ? draw(3) : {}), guestAsid: dice.chance(80) ? 3 : 1 };
  if (dice.chance(20) && !nested) b.miscCtl = 0;
  if (near) boundary(dice, physBits, dice.chance(80) ? a : b, edits);
  maps(dice, edits);
  return { fields: { a: written(a), b: written(b) }, edits };
}

function written(values: Values): Written {
  const all = Object.entries(values) as [VmcbKey, bigint | number][];
  return Object.fromEntries(
    all.map(([key, value]) => [key, BigInt.asUintN(8 * VMCB[key].width, BigInt(value)).toString(16)]),
  );
}
