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
  private tables: number[];

  /** An empty table, or one whose pages are in memory already. */
  constructor(
    private readonly cpu: Processor,
    private readonly memory: PrivateMemory,
    physBits: number,
    saved?: NestedTableState,
  ) {
    this.root = saved?.root ?? memory.page();
    this.tables = [...(saved?.tables ?? [])];
    this.topShift = physBits > FOUR_LEVELS ? 48 : 39;
  }
  /** Where its pages are. */
  save(): NestedTableState {
    return { root: this.root, tables: [...this.tables] };
  }

  /**
   * Map the leaf that holds `gpa`: `low` are the bits of the entry, `high` is NX or 0. True when something else was
   * mapped there before, which translations may have been cached from.
   */
  map(gpa: number, pa: number, shift: LeafShift, low: number, high: number): boolean {
    let table = this.root;
    let replaced = false;
    for (let level = this.topShift; level > shift; level -= 9) {
      const at = this.entryAt(table, gpa, level);
      const { u32 } = this.cpu;
      const entry = u32[at];
      if ((entry & (ENTRY.P | ENTRY.PS)) === ENTRY.P) {
        table = (u32[at + 1] & 0xfffff) * 0x1_0000_0000 + ((entry & 0xfffff000) >>> 0);
        continue;
      }
      replaced ||= entry !== 0;
      table = this.memory.page();
      this.tables.push(table);
      this.write(at, table, TABLE, 0);
    }
    const at = this.entryAt(table, gpa, shift);
    const before = this.cpu.u32[at];
    const beforeHigh = this.cpu.u32[at + 1];
    const size = 2 ** shift;
    this.write(at, Math.floor(pa / size) * size, shift === 12 ? low : low | ENTRY.PS, high);
    const { u32 } = this.cpu;
    // More rights for the same page need no flush: what is not allowed is never cached.
    const changed = (before ^ u32[at]) & ~(u32[at] & (ENTRY.W | ENTRY.D));
    return replaced || (before !== 0 && (changed !== 0 || beforeHigh !== u32[at + 1]));
  }

  /** Forget every mapping. */
  clear(): void {
    for (const pa of this.tables) this.memory.release(pa);
    this.tables = [];
    const at = this.cpu.hostAddress(this.root);
    this.cpu.u8.fill(0, at, at + 0x1000);
  }
  /** Pages in use besides the root. */
  get size(): number {
    return this.tables.length;
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
