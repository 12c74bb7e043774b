import type { PrivateMemory } from './privateMemory.js';
import type { Processor } from './processor.js';

/** Bits of an entry in its low lane, and the one in its high lane. */
export const ENTRY = { P: 1, W: 2, U: 4, A: 0x20, D: 0x40, PS: 0x80, NX: 0x8000_0000 } as const;

/** log2 of the bytes a leaf maps. */
export type LeafShift = 12 | 21 | 30;

const TABLE = ENTRY.P | ENTRY.W | ENTRY.U | ENTRY.A;
/** Bits of an address that four levels translate. */
const FOUR_LEVELS = 48;

export interface NestedTableState {
  readonly root: number;
  readonly tables: readonly number[];
}

/** Nested page tables of the L0, filled leaf by leaf: four levels, or five where physical addresses need them. */
export class NestedTable {
  readonly root: number;
  /** log2 of what an entry of the root maps. */
  private readonly topShift: number;
  private readonly tables: Set<number>;

  /** An empty table, or one whose pages are in memory already. */
  constructor(
    private readonly cpu: Processor,
    private readonly memory: PrivateMemory,
    physBits: number,
    saved?: NestedTableState,
  ) {
    this.root = saved?.root ?? memory.page();
    this.tables = new Set(saved?.tables);
    this.topShift = physBits > FOUR_LEVELS ? 48 : 39;
  }
  /** Where its pages are. */
  save(): NestedTableState {
    return { root: this.root, tables: [...this.tables] };
  }

  /** Map the leaf that holds `gpa`: `low` are the bits of the entry, `high` is NX or 0. */
  map(gpa: number, pa: number, shift: LeafShift, low: number, high: number): void {
    let table = this.root;
    for (let level = this.topShift; level > shift; level -= 9) {
      const at = this.entryAt(table, gpa, level);
      const { u32 } = this.cpu;
      const entry = u32[at];
      if ((entry & (ENTRY.P | ENTRY.PS)) === ENTRY.P) {
        table = (u32[at + 1] & 0xfffff) * 0x1_0000_0000 + ((entry & 0xfffff000) >>> 0);
        continue;
      }
      table = this.memory.page();
      this.tables.add(table);
      this.write(at, table, TABLE, 0);
    }
    const at = this.entryAt(table, gpa, shift);
    this.drop(at, shift);
    const size = 2 ** shift;
    this.write(at, Math.floor(pa / size) * size, shift === 12 ? low : low | ENTRY.PS, high);
  }

  /** Forget what is mapped in the 2^`shift` bytes from `gpa` on, which are aligned; false when nothing is. */
  unmap(gpa: number, shift: number): boolean {
    // An entry of 32-bit tables maps two of these, and one of a fifth level all that four can.
    if (shift === 22) {
      const lower = this.unmap(gpa, 21);
      return this.unmap(gpa + 2 ** 21, 21) || lower;
    }
    if (shift > this.topShift) {
      const any = gpa === 0 && this.tables.size > 0;
      if (any) this.clear();
      return any;
    }
    if (gpa >= 2 ** (this.topShift + 9)) return false;
    let table = this.root;
    for (let level = this.topShift; level > shift; level -= 9) {
      const next = this.tableAt(this.entryAt(table, gpa, level));
      if (next === 0) return false;
      table = next;
    }
    return this.drop(this.entryAt(table, gpa, shift), shift);
  }
  /** Is anything mapped in some bytes from `gpa` on, both a power of two? */
  holds(gpa: number, bytes: number): boolean {
    if (gpa >= 2 ** (this.topShift + 9)) return false;
    let table = this.root;
    let level = this.topShift;
    for (; bytes < 2 ** (level + 9); level -= 9) {
      const at = this.entryAt(table, gpa, level);
      table = this.tableAt(at);
      if (table === 0) return this.cpu.u32[at] !== 0;
    }
    const first = this.entryAt(table, gpa, level);
    const { u32 } = this.cpu;
    const count = Math.min(512, bytes / 2 ** level);
    for (let n = 0; n < count; n++) if (u32[first + 2 * n] !== 0) return true;
    return false;
  }
  /** Empty an entry of a level, and give back the tables it leads to. */
  private drop(at: number, level: number): boolean {
    const { u32 } = this.cpu;
    if (u32[at] === 0) return false;
    const table = level === 12 ? 0 : this.tableAt(at);
    u32[at] = 0;
    u32[at + 1] = 0;
    if (table === 0) return true;
    if (level > 21) {
      const first = this.cpu.hostAddress(table) >>> 2;
      for (let n = 0; n < 512; n++) this.drop(first + 2 * n, level - 9);
    }
    this.tables.delete(table);
    this.memory.release(table);
    return true;
  }
  /** The table that an entry leads to, 0 when it is a leaf or empty. */
  private tableAt(at: number): number {
    const { u32 } = this.cpu;
    if ((u32[at] & (ENTRY.P | ENTRY.PS)) !== ENTRY.P) return 0;
    return (u32[at + 1] & 0xfffff) * 0x1_0000_0000 + ((u32[at] & 0xfffff000) >>> 0);
  }

  /** Forget every mapping. */
  clear(): void {
    for (const pa of this.tables) this.memory.release(pa);
    this.tables.clear();
    const at = this.cpu.hostAddress(this.root);
    this.cpu.u8.fill(0, at, at + 0x1000);
  }
  /** Pages in use besides the root. */
  get size(): number {
    return this.tables.size;
  }

  private entryAt(table: number, gpa: number, level: number): number {
    return (this.cpu.hostAddress(table) >>> 2) + (Math.floor(gpa / 2 ** level) & 511) * 2;
  }
  private write(at: number, pa: number, low: number, high: number): void {
    const { u32 } = this.cpu;
    u32[at] = (pa % 0x1_0000_0000) + low;
    u32[at + 1] = Math.floor(pa / 0x1_0000_0000) + high;
  }
}
