import { Dice } from '../fuzz/dice.js';
import { PLACE, RAM } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';
import {
  FETCH,
  READ,
  WRITE,
  referenceWalk,
  type Paging,
  type TableMemory,
  type WalkState,
} from './pageWalk.js';

/** How addresses are translated: nested tables have L1's mode, and only a guest can be without paging. */
export type PagingMode = 'long' | 'la57' | 'pae' | 'narrow' | 'off' | 'real';
type TableMode = Exclude<PagingMode, 'off' | 'real'>;

const PAGE = 0x1000;
/** Pages that tables are made of. */
const TABLES = { from: 0xa_0000, to: 0x18_0000 };
/** A page of RAM that L2 sees through the window. */
const TARGET = 0x18_8000;
/** L2's physical addresses from here on are L1's from 0 on. */
const WINDOW = 0x4000_0000;
/** Where L2's own page tables show the window. */
const LINEAR_WINDOW = 0x8000_0000;
const [P, W, U, A, D, PS] = [1, 2, 4, 0x20, 0x40, 0x80];
const SHIFTS: Record<TableMode, readonly number[]> = {
  la57: [48, 39, 30, 21, 12],
  long: [39, 30, 21, 12],
  pae: [30, 21, 12],
  narrow: [22, 12],
};
/** CR4: PAE, or PSE and OSFXSR. */
const CR4: Record<TableMode, number> = { la57: 0x1620, long: 0x620, pae: 0x620, narrow: 0x610 };
const SMEP = 1 << 20;
const SMAP = 1 << 21;
const PKE = 1 << 22;
const WP = 0x1_0000;
const NXE = 0x800;
const AC = 0x4_0000;

/** Page tables in a machine's memory. */
export class CaseTables {
  readonly root: number;
  constructor(
    private readonly twin: Twin,
    readonly mode: TableMode,
    private readonly page: () => number,
  ) {
    this.root = page();
  }
  private get entryBytes(): number {
    return this.mode === 'narrow' ? 4 : 8;
  }
  private index(address: number, shift: number): number {
    const entries = this.mode === 'narrow' ? 1024 : this.mode === 'pae' && shift === 30 ? 4 : 512;
    return Math.floor(address / 2 ** shift) % entries;
  }
  read(at: number): bigint {
    const value = this.twin.read64(at);
    return this.entryBytes === 4 ? value & 0xffff_ffffn : value;
  }
  write(at: number, value: bigint): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt.asUintN(64, value));
    this.twin.write(at, bytes.subarray(0, this.entryBytes));
  }
  /** Addresses of the entries that translate an address, the root's first. */
  path(address: number): number[] {
    const found: number[] = [];
    let table = this.root;
    for (const shift of SHIFTS[this.mode]) {
      const at = table + this.index(address, shift) * this.entryBytes;
      // A spoilt entry leads anywhere: such tables are not the case's.
      if (at < TABLES.from || at >= TABLES.to) break;
      found.push(at);
      const entry = Number(this.read(at) & 0xf_ffff_ffff_ffffn);
      const leaf =
        shift === 12 || ((entry & PS) !== 0 && shift <= 30 && !(this.mode === 'pae' && shift === 30));
      if (leaf || !(entry & P)) break;
      table = entry - (entry % PAGE);
    }
    return found;
  }
  /** The largest page of this mode that is no larger than wanted. */
  fit(shift: number): number {
    if (this.mode === 'narrow') return shift >= 21 ? 22 : 12;
    return this.mode === 'pae' ? Math.min(shift, 21) : shift;
  }
  map(address: number, pa: number, shift: number, flags: number): void {
    let table = this.root;
    for (const level of SHIFTS[this.mode]) {
      const at = table + this.index(address, level) * this.entryBytes;
      if (level === shift) {
        this.write(at, BigInt(pa + flags + (shift > 12 ? PS : 0)));
        return;
      }
      const entry = Number(this.read(at));
      if (entry & P) table = entry - (entry % PAGE);
      else {
        table = this.page();
        this.write(at, BigInt(table + (this.mode === 'pae' && level === 30 ? P : P | W | U)));
      }
    }
  }
}

/** Ways of L2 to use the address in its RDI: machine code, and which accesses that is. */
const USES: readonly {
  name: string;
  code: string;
  at?: number;
  /** It reads its own code first, by RSI. */
  source?: boolean;
  steps: readonly (readonly [offset: number, access: number])[];
}[] = [
  { name: 'read', code: '8b07', steps: [[0, READ]] },
  { name: 'write', code: '8907', steps: [[0, WRITE]] },
  { name: 'locked increment', code: 'f0ff07', steps: [[0, WRITE]] },
  { name: 'compare and exchange that fails', code: 'f00fb00f', steps: [[0, WRITE]] },
  { name: 'jump', code: 'ffe7', steps: [[0, FETCH]] },
  {
    name: 'read over the end of a page',
    code: '8b07',
    at: 0xffe,
    steps: [
      [0, READ],
      [2, READ],
    ],
  },
  {
    name: 'write over the end of a page',
    code: '8907',
    at: 0xffe,
    steps: [
      [0, WRITE],
      [2, WRITE],
    ],
  },
  {
    name: 'increment over the end of a page',
    code: 'ff07',
    at: 0xffd,
    steps: [
      [0, WRITE],
      [3, WRITE],
    ],
  },
  { name: 'string move into', code: 'a4', source: true, steps: [[0, WRITE]] },
  {
    name: 'repeated string store over the end',
    code: 'f3aa',
    at: 0xffc,
    steps: [
      [0, WRITE],
      [4, WRITE],
    ],
  },
  { name: 'push', code: '50', steps: [[0, WRITE]] },
];

/** What the manual says of a case. */
export interface Expected {
  readonly exitCode: bigint;
  readonly info1: bigint;
  readonly info2: bigint;
  /** Entries with the accessed and dirty bits that must be set. */
  readonly written: ReadonlyMap<bigint, bigint>;
}
export interface PagingCase {
  readonly name: string;
  readonly expected: Expected;
}

function memoryOf(twin: Twin): TableMemory {
  return {
    load: (pa, size) => {
      if (pa >= BigInt(RAM)) return size === 8 ? 0xffff_ffff_ffff_ffffn : 0xffff_ffffn;
      return BigInt.asUintN(8 * size, twin.read64(Number(pa)));
    },
  };
}

const L1_SEGMENT_CS = 16;

/** L1 in a mode, its pages the supervisor's: it may have SMEP on. */
function prepareL1(twin: Twin, mode: TableMode, dice: Dice): Paging {
  for (let n = 0; n < 8; n++) twin.write64(PLACE.tables + 0x2000 + 8 * n, n * 0x20_0000 + 0x83);
  // Its own tables are none that a case may spoil.
  const [narrow, top] = [TABLES.from - PAGE, TABLES.from - 2 * PAGE];
  twin.write64(narrow, 0x83);
  twin.write64(top, PLACE.tables + 7);
  const wide = mode === 'long' || mode === 'la57';
  const cr3 = { long: PLACE.tables, la57: top, pae: PLACE.pae, narrow }[mode];
  const cr4 = CR4[mode] | (dice.chance(30) ? SMEP : 0);
  const nxe = dice.chance(80) ? NXE : 0;
  const efer = (wide ? 0x1501 : 0x1001) | nxe;
  twin.set('CR3', cr3);
  twin.set('CR4', cr4);
  twin.set('EFER', efer);
  if (!wide) {
    twin.cpu.u32[(twin.cpu.state('SEGS') + L1_SEGMENT_CS) >> 2] = 8 | (0xc9b << 16);
    twin.cpu.wasm.loadOwnPdptes();
  }
  twin.cpu.wasm.updateCodeMode();
  return { cr0: 0x8001_0033n, cr3: 0n, cr4: BigInt(cr4), efer: BigInt(efer) };
}

/** Spoil an entry in some way. */
function spoil(tables: CaseTables, at: number, dice: Dice): string {
  const before = tables.read(at);
  const one = 1n << BigInt(dice.oneOf([0, 1, 2, 5, 6, 7, 8, 13, 21, 45, 63, dice.below(64)]));
  tables.write(at, before ^ one);
  return `${at.toString(16)} ^ ${one.toString(16)}`;
}

/** Set up a random case: an L1 and an L2 in given modes, tables that are sound or nearly so, one use of an address. Null when it is of no use. */
export function preparePagingCase(
  twin: Twin,
  l1: TableMode,
  l2: PagingMode,
  machine: { physBits: number; gbPages: boolean },
  seed: number,
): PagingCase | null {
  const dice = new Dice(seed);
  let next = TABLES.from;
  const page = (): number => (next += PAGE) - PAGE;
  const nested = prepareL1(twin, l1, dice);
  const gmet = dice.chance(20);
  const npt = new CaseTables(twin, l1, page);
  const flags = (): number =>
    P | W | (gmet && dice.chance(85) ? 0 : U) | (dice.chance(50) ? A : 0) | (dice.chance(30) ? D : 0);
  for (let at = 0; at < RAM; at += PAGE) npt.map(at, at, 12, flags());
  const nptShift = npt.fit(dice.oneOf([12, 12, 21, machine.gbPages || dice.chance(20) ? 30 : 21]));
  mapWindow(npt, WINDOW, 0, nptShift, flags);

  const paged = l2 !== 'off' && l2 !== 'real';
  const guest = paged ? new CaseTables(twin, l2, page) : null;
  const user = l2 !== 'real' && dice.chance(40);
  const guestFlags = (): number =>
    P |
    (dice.chance(85) ? W : 0) |
    (user || dice.chance(20) ? U : 0) |
    (dice.chance(50) ? A : 0) |
    (dice.chance(30) ? D : 0);
  let guestShift = 12;
  if (guest) {
    if (dice.chance(60)) for (let at = 0; at < RAM; at += PAGE) guest.map(at, at, 12, guestFlags());
    else guest.map(0, 0, guest.fit(21), guestFlags());
    guestShift = guest.fit(dice.oneOf([12, 12, 21, machine.gbPages || dice.chance(20) ? 30 : 21]));
    mapWindow(guest, LINEAR_WINDOW, WINDOW, guestShift, guestFlags);
  }
  const use = dice.oneOf(USES);
  const linear = (guest ? LINEAR_WINDOW : WINDOW) + TARGET + (use.at ?? 0x10 * dice.below(0x80));
  const spoilt = dice.chance(15) ? [] : spoilSome(npt, guest, linear, dice);
  const paging = prepareL2(twin, l2, guest, user, dice);
  twin.put({ miscCtl: gmet ? 9 : 1, nCr3: npt.root });
  prepareUse(twin, l2, use, linear);

  const ac = (Number(twin.field('rflags')) & AC) !== 0;
  const pkru = dice.chance(50) ? 0 : dice.below(16);
  twin.cpu.u32[twin.cpu.state('PKRU') >> 2] = pkru;
  const state: WalkState = {
    ...paging,
    nested: { ...nested, cr3: BigInt(npt.root) },
    pdptes: [],
    ac,
    pkru,
    cpl: user ? 3 : 0,
    physBits: machine.physBits,
    gbPages: machine.gbPages,
    gmet,
  };
  const expected = expect(state, memoryOf(twin), linear, use, user);
  if (!expected) return null;
  const name = `seed ${seed}: ${use.name} at ${linear.toString(16)}, pages of 2^${nptShift} and 2^${guestShift}, CPL ${state.cpl}${gmet ? ', GMET' : ''}; ${spoilt.join(', ')}`;
  return { name, expected };
}

function mapWindow(tables: CaseTables, from: number, to: number, shift: number, flags: () => number): void {
  if (shift > 12) tables.map(from, to, shift, flags());
  else
    for (let at = TARGET - PAGE; at < TARGET + 3 * PAGE; at += PAGE)
      tables.map(from + at, to + at, 12, flags());
}

function spoilSome(npt: CaseTables, guest: CaseTables | null, linear: number, dice: Dice): string[] {
  return Array.from({ length: dice.oneOf([1, 1, 1, 2, 3]) }, () => {
    const onto = (dice.chance(70) ? linear + dice.oneOf([0, 0, 4]) : PLACE.l2Code) - 0;
    if (guest && dice.chance(35)) return `L2 ${spoil(guest, dice.oneOf(guest.path(onto)), dice)}`;
    // What L1's tables translate: where the data is, or where a table of L2 is.
    const aim = guest
      ? dice.oneOf([...guest.path(onto), onto >= LINEAR_WINDOW ? onto - LINEAR_WINDOW + WINDOW : onto])
      : onto;
    return `L1 ${spoil(npt, dice.oneOf(npt.path(aim)), dice)}`;
  });
}

/** L2's registers in VMCB12; what of them translates addresses. */
function prepareL2(
  twin: Twin,
  mode: PagingMode,
  guest: CaseTables | null,
  user: boolean,
  dice: Dice,
): Paging {
  const long = mode === 'long' || mode === 'la57';
  const bits = [dice.chance(30) ? SMEP : 0, dice.chance(30) ? SMAP : 0, long && dice.chance(30) ? PKE : 0];
  const cr4 = guest ? CR4[guest.mode] | bits[0] | bits[1] | bits[2] : 0x600;
  const cr0 = guest ? 0x8000_0033 + (dice.chance(50) ? WP : 0) : mode === 'real' ? 0x10 : 0x11;
  const efer = (long ? 0x1501 : 0x1000) | (dice.chance(80) ? NXE : 0);
  const dpl = user ? 0x60 : 0;
  const code = long ? 0xa9b : mode === 'real' ? 0x9b : 0xc9b;
  twin.vmcb12({
    efer,
    cr0,
    cr4,
    cr3: guest?.root ?? 0,
    cpl: user ? 3 : 0,
    csSelector: user ? 0x23 : 8,
    csAttrib: code | dpl,
    ssSelector: user ? 0x1b : 16,
    ssAttrib: 0xc93 | dpl,
    dsAttrib: 0xc93 | dpl,
    esAttrib: 0xc93 | dpl,
    rflags: dice.chance(70) ? 2 : 2 | AC,
    interceptExceptions: 1 << 14,
  });
  const lma = long ? 0x400 : 0;
  return { cr0: BigInt(cr0), cr3: BigInt(guest?.root ?? 0), cr4: BigInt(cr4), efer: BigInt(efer | lma) };
}

const VMMCALL = '0f01d9';
function prepareUse(twin: Twin, mode: PagingMode, use: (typeof USES)[number], linear: number): void {
  // 16-bit code needs prefixes for 32-bit addresses and operands.
  const prefix = mode !== 'real' ? '' : use.name === 'jump' ? '66' : use.name === 'push' ? '67' : '6766';
  twin.write(PLACE.l1Code, '0f01d8 f4');
  twin.write(PLACE.l2Code, prefix + use.code + VMMCALL);
  for (let at = 0; at < PAGE; at += 0x10) twin.write(TARGET + at, VMMCALL);
  const push = use.name === 'push';
  const pushed = mode === 'long' || mode === 'la57' ? 8 : mode === 'real' ? 2 : 4;
  twin.put({ rsp: push ? linear + pushed : PLACE.l2Stack });
  twin.set('REGS', 8, 1);
  twin.set('REGS', linear, 7);
  twin.set('REGS', PLACE.l2Code, 6);
}

/** The exit that a fetch of the code and then the steps come to; null when they would write over tables. */
function expect(
  state: WalkState,
  memory: TableMemory,
  linear: number,
  { source, steps }: (typeof USES)[number],
  user: boolean,
): Expected | null {
  const written = new Map<bigint, bigint>();
  const seen: TableMemory = {
    load: (pa, size) => written.get(pa) ?? memory.load(pa, size),
  };
  const all = [
    [PLACE.l2Code, FETCH] as const,
    ...(source ? [[PLACE.l2Code, READ] as const] : []),
    ...steps.map(([offset, access]) => [linear + offset, access] as const),
  ];
  for (const [address, access] of all) {
    const result = referenceWalk(state, seen, BigInt(address), access, user);
    for (const [at, entry] of result.written) written.set(at, entry);
    if (result.fault) {
      const { nested, address: where, code } = result.fault;
      return { exitCode: nested ? 0x400n : 0x4en, info1: code, info2: where, written };
    }
    if (
      access === WRITE &&
      result.pa! < BigInt(RAM) &&
      result.pa! >> 12n !== BigInt(TARGET >> 12) &&
      result.pa! < BigInt(TABLES.to)
    )
      return null;
    if (
      access === FETCH &&
      result.pa! >> 12n !== BigInt((address === PLACE.l2Code ? PLACE.l2Code : TARGET) >> 12)
    )
      return null;
  }
  return { exitCode: 0x81n, info1: 0n, info2: 0n, written };
}
