import type { NestedEntry } from '../exitRule.js';
import type { L1Memory } from '../l1Memory.js';
import { ENTRY, type LeafShift } from '../nestedTable.js';

const CR4_PSE = 1 << 4;
const CR4_PAE = 1 << 5;
const CR4_LA57 = 1 << 12;
const CR4_SMEP = 1 << 20;
const EFER_LMA = 1 << 10;
const EFER_NXE = 1 << 11;

/** Error code of a nested page fault. */
const ABSENT = 0;
const DENIED = 1;
const RESERVED = 9;
const WRITE = 2;
const USER = 4;
const FETCH = 16;

const GIB4 = 0x1_0000_0000;

/** L1's paging mode at VMRUN: the format of its nested tables. */
export interface NestedMode {
  readonly long: boolean;
  /** Five levels in long mode. */
  readonly la57: boolean;
  readonly pae: boolean;
  /** 4 MiB pages in 32-bit tables. */
  readonly pse: boolean;
  readonly nxe: boolean;
  readonly smep: boolean;
  /** The guest mode execute trap is on. */
  readonly gmet: boolean;
  /** Equal for equal modes. */
  readonly key: number;
}

/** The mode that L1's control registers select, and whether its VMCB has the guest mode execute trap on. */
export function nestedMode(cr4: number, efer: number, gmet: boolean): NestedMode {
  const long = (efer & EFER_LMA) !== 0;
  const pae = (cr4 & CR4_PAE) !== 0;
  const pse = (cr4 & CR4_PSE) !== 0;
  const nxe = (efer & EFER_NXE) !== 0;
  const smep = (cr4 & CR4_SMEP) !== 0;
  const la57 = long && (cr4 & CR4_LA57) !== 0;
  const key = [long, la57, pae, pse, nxe, smep, gmet].reduce((bits, on, n) => bits | (+on << n), 0);
  return { long, la57, pae, pse, nxe, smep, gmet, key };
}

/** The tables of a mode: bits of an address below each level's index, bytes of an entry, and entries of all tables but the root. */
export interface TableShape {
  readonly shifts: readonly number[];
  readonly width: 4 | 8;
  readonly entries: number;
}
const LONG: TableShape = { shifts: [39, 30, 21, 12], width: 8, entries: 512 };
const LA57: TableShape = { shifts: [48, 39, 30, 21, 12], width: 8, entries: 512 };
const PAE: TableShape = { shifts: [30, 21, 12], width: 8, entries: 512 };
const NARROW: TableShape = { shifts: [22, 12], width: 4, entries: 1024 };
export function shapeOf({ long, la57, pae }: NestedMode): TableShape {
  return long ? (la57 ? LA57 : LONG) : pae ? PAE : NARROW;
}

/** What L2 wants of an address. */
export interface NestedAccess {
  readonly write: boolean;
  readonly fetch: boolean;
  /** The user's, as every access is but a final one under the guest mode execute trap. */
  readonly user: boolean;
}

/** What a walk of NPT12 came to. */
export interface Npt12Walk {
  /** Low half of EXITINFO1, or -1 when the walk went well. */
  error: number;
  /** L1-physical address of the leaf's first byte. */
  pa: number;
  shift: LeafShift;
  /** May be written with no further walk: allowed, and dirty already. */
  writable: boolean;
  noExecute: boolean;
  /** U is set: under the guest mode execute trap the supervisor must not run it. */
  user: boolean;
}

/** Walks L1's nested page tables as the processor would, setting accessed and dirty bits. */
export class Npt12 {
  /** L1-physical addresses of the entries that the last walk read. */
  readonly trail: number[] = [];
  private readonly result: Npt12Walk = {
    error: 0,
    pa: 0,
    shift: 12,
    writable: false,
    noExecute: false,
    user: false,
  };
  /** Reserved bits of the high lane for lack of address lines: below bit 52, and below bit 63. */
  private readonly absent52: number;
  private readonly absent63: number;
  /** The walk is under the guest mode execute trap. */
  private gmet = false;

  constructor(
    private readonly memory: Pick<L1Memory, 'read' | 'write'>,
    physBits: number,
    /** The processor has 1 GiB pages. */
    private readonly huge: boolean,
  ) {
    const above = ~(2 ** (physBits - 32) - 1);
    this.absent52 = above & 0xfffff;
    this.absent63 = above & 0x7fffffff;
  }

  /** Translate an L2-physical address; the result is good until the next walk. */
  walk(mode: NestedMode, nCr3: number, gpa: number, access: NestedAccess): Npt12Walk {
    this.trail.length = 0;
    this.gmet = mode.gmet;
    const error = this.start(mode, nCr3, gpa, access);
    this.result.error = error < 0 ? -1 : error | cause(mode, access);
    return this.result;
  }

  /** The entries that the last walk read, as they are now. */
  entries(mode: NestedMode): NestedEntry[] {
    const top = mode.long ? (mode.la57 ? 5 : 4) : mode.pae ? 3 : 2;
    const wide = mode.long || mode.pae;
    return this.trail.map((address, n) => {
      const high = wide ? BigInt(this.memory.read(address + 4)) << 32n : 0n;
      return { level: top - n, address, value: high | BigInt(this.memory.read(address)) };
    });
  }

  private start(mode: NestedMode, nCr3: number, gpa: number, access: NestedAccess): number {
    const noNx = mode.nxe ? 0 : ENTRY.NX;
    if (mode.long) {
      const top = mode.la57 ? 48 : 39;
      if (gpa >= 2 ** (top + 9)) return ABSENT;
      return this.wide(Math.floor(nCr3 / 4096) * 4096, top, this.absent52 | noNx, gpa, access);
    }
    if (gpa >= GIB4) return ABSENT;
    const root = nCr3 % GIB4;
    if (!mode.pae) return this.narrow(root - (root % 4096), mode.pse, gpa, access);
    const at = root - (root % 32) + Math.floor(gpa / 2 ** 30) * 8;
    this.trail.push(at);
    const low = this.memory.read(at);
    const high = this.memory.read(at + 4);
    if (!(low & ENTRY.P)) return ABSENT;
    if ((low & 0x1e6) !== 0 || (high & (this.absent63 | ENTRY.NX)) !== 0) return RESERVED;
    return this.wide(tableOf(low, high), 21, this.absent63 | noNx, gpa, access);
  }

  private wide(
    table: number,
    shift: number,
    reservedHigh: number,
    gpa: number,
    access: NestedAccess,
  ): number {
    let rights: number = ENTRY.W | ENTRY.U;
    let nx = 0;
    for (;;) {
      const at = table + (Math.floor(gpa / 2 ** shift) & 511) * 8;
      this.trail.push(at);
      const low = this.memory.read(at);
      const high = this.memory.read(at + 4);
      if (!(low & ENTRY.P)) return ABSENT;
      if ((high & reservedHigh) !== 0 || (low & this.reservedLow(shift, low)) !== 0) return RESERVED;
      rights &= low;
      nx |= high & ENTRY.NX;
      if (shift === 12 || (low & ENTRY.PS) !== 0) {
        return this.leaf(tableOf(low, high), shift as LeafShift, at, low, rights, nx, access);
      }
      if (!(low & ENTRY.A)) this.memory.write(at, low | ENTRY.A);
      table = tableOf(low, high);
      shift -= 9;
    }
  }
  /** Reserved bits of the low lane, by level and kind of entry. */
  private reservedLow(shift: number, low: number): number {
    if (shift === 12) return 0;
    if (shift === 21) return low & ENTRY.PS ? 0x1fe000 : 0;
    if (shift > 30) return 0x180;
    if (!(low & ENTRY.PS)) return 0x100;
    return this.huge ? 0x3fffe000 : ENTRY.PS;
  }

  private narrow(root: number, pse: boolean, gpa: number, access: NestedAccess): number {
    const upperAt = root + Math.floor(gpa / 2 ** 22) * 4;
    this.trail.push(upperAt);
    const upper = this.memory.read(upperAt);
    if (!(upper & ENTRY.P)) return ABSENT;
    if (pse && (upper & ENTRY.PS) !== 0) {
      // PSE-36 keeps bits 39:32 of the address in bits 20:13.
      const high = (upper >>> 13) & 0xff;
      if ((upper & 0x200000) !== 0 || (high & this.absent52) !== 0) return RESERVED;
      const half = gpa & 0x200000;
      const pa = high * GIB4 + ((upper & 0xffc00000) >>> 0) + half;
      return this.leaf(pa, 21, upperAt, upper, upper, 0, access);
    }
    if (!(upper & ENTRY.A)) this.memory.write(upperAt, upper | ENTRY.A);
    const at = (upper & 0xfffff000) >>> 0;
    const entryAt = at + (Math.floor(gpa / 4096) & 1023) * 4;
    this.trail.push(entryAt);
    const entry = this.memory.read(entryAt);
    if (!(entry & ENTRY.P)) return ABSENT;
    return this.leaf((entry & 0xfffff000) >>> 0, 12, entryAt, entry, upper & entry, 0, access);
  }

  private leaf(
    pa: number,
    shift: LeafShift,
    at: number,
    low: number,
    rights: number,
    nx: number,
    access: NestedAccess,
  ): number {
    const user = (rights & ENTRY.U) !== 0;
    if ((access.fetch && nx !== 0) || (access.write && !(rights & ENTRY.W))) return DENIED;
    // Under the guest mode execute trap U says only that the guest's supervisor must not run the page.
    if (this.gmet ? user && access.fetch && !access.user : !user) return DENIED;
    const used = low | (access.write ? ENTRY.A | ENTRY.D : ENTRY.A);
    if (used !== low) this.memory.write(at, used);
    const { result } = this;
    const size = 2 ** shift;
    result.pa = Math.floor(pa / size) * size;
    result.shift = shift;
    result.writable = (rights & ENTRY.W) !== 0 && (used & ENTRY.D) !== 0;
    result.noExecute = nx !== 0;
    result.user = user;
    return -1;
  }
}

/** The bits of the error code that say what was wanted. A fetch is told apart where one can fail for being one. */
function cause(mode: NestedMode, { write, fetch, user }: NestedAccess): number {
  const reported = fetch && (mode.smep || mode.gmet || (mode.nxe && mode.pae));
  return (user ? USER : 0) | (write ? WRITE : 0) | (reported ? FETCH : 0);
}
function tableOf(low: number, high: number): number {
  return (high & 0xfffff) * GIB4 + ((low & 0xfffff000) >>> 0);
}
