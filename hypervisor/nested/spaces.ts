import { Journal, type JournalState } from './journal.js';
import { NestedTable, type NestedTableState } from '../nestedTable.js';
import type { PrivateMemory } from '../privateMemory.js';
import type { Processor } from '../processor.js';
import type { NestedMode } from './npt12.js';

/** ASID of L1 itself; those of L2 follow. */
export const ASID01 = 1;
const FIRST_ASID02 = 2;
/** Address spaces of L2 that are kept apart. More than L1s use; the oldest makes room. */
const MOST_SPACES = 64;
/** Pages of one NPT02 beyond which it is built anew. */
const MOST_TABLES = 2048;
/** A mode that no nested table has: nothing but L1's physical addresses. */
const PLAIN = -1;

/** One address space of L2: what L1 names by an ASID. */
export interface NestedSpace {
  readonly asid12: number;
  readonly asid02: number;
  /** NPT02, when L1 has used nested paging with this ASID. */
  table: NestedTable | null;
  /** What NPT02 was built from. */
  nCr3Low: number;
  nCr3High: number;
  mode: number;
  /** The entries NPT02 was built from. */
  readonly journal: Journal;
}

export interface NestedSpaceState extends Omit<NestedSpace, 'table' | 'journal'> {
  readonly table: NestedTableState | null;
  readonly journal: JournalState;
}

/** The address spaces of one vCPU's L2, each with an ASID of the processor and its NPT02. */
export class NestedSpaces {
  private readonly spaces = new Map<number, NestedSpace>();
  private last: NestedSpace | undefined;

  constructor(
    private readonly cpu: Processor,
    private readonly memory: PrivateMemory,
    private readonly physBits: number,
  ) {}

  /** The space of an ASID of L1; made when it is new. */
  of(asid12: number): NestedSpace {
    if (this.last?.asid12 === asid12) return this.last;
    const space = this.spaces.get(asid12) ?? this.make(asid12);
    this.last = space;
    return space;
  }
  /** The space of an ASID if L1 has run anything in it. */
  find(asid12: number): NestedSpace | undefined {
    return this.spaces.get(asid12);
  }

  /** NPT02 of a space for L1's nested tables at nCR3, empty unless it was built from them. */
  tableFor(space: NestedSpace, low: number, high: number, mode: NestedMode): NestedTable {
    const same = space.nCr3Low === low && space.nCr3High === high && space.mode === mode.key;
    space.table ??= new NestedTable(this.cpu, this.memory, this.physBits);
    if (!same || space.table.size > MOST_TABLES) this.flush(space);
    space.nCr3Low = low;
    space.nCr3High = high;
    space.mode = mode.key;
    return space.table;
  }

  /** The space is used without nested paging of L1's. */
  withoutTable(space: NestedSpace): void {
    if (space.mode !== PLAIN) this.flush(space);
    space.mode = PLAIN;
  }

  /** Every space, the oldest first. */
  save(): readonly NestedSpaceState[] {
    return [...this.spaces.values()].map(({ table, journal, ...plain }) => ({
      ...plain,
      table: table?.save() ?? null,
      journal: journal.save(this.cpu),
    }));
  }
  restore(saved: readonly NestedSpaceState[]): void {
    this.last = undefined;
    this.spaces.clear();
    for (const state of saved) {
      const table = state.table && new NestedTable(this.cpu, this.memory, this.physBits, state.table);
      const journal = new Journal();
      journal.restore(this.cpu, state.journal);
      this.spaces.set(state.asid12, { ...state, table, journal });
    }
  }

  /** Forget all that was translated in a space. */
  flush(space: NestedSpace): void {
    this.drop(space);
    this.cpu.flushAsid(space.asid02);
  }
  /** L1 asks to flush a space: what it has changed in its tables takes effect. */
  refresh(space: NestedSpace): void {
    if (!space.journal.holds(this.cpu)) this.drop(space);
    this.cpu.flushAsid(space.asid02);
  }
  /** The same for every space, and for L1's own translations. */
  refreshAll(): void {
    for (const space of this.spaces.values()) if (!space.journal.holds(this.cpu)) this.drop(space);
    this.cpu.flushAll();
  }
  private drop(space: NestedSpace): void {
    space.table?.clear();
    space.journal.clear();
  }

  private make(asid12: number): NestedSpace {
    let asid02 = FIRST_ASID02 + this.spaces.size;
    let table: NestedTable | null = null;
    if (this.spaces.size === MOST_SPACES) {
      const oldest = this.spaces.values().next().value as NestedSpace;
      this.flush(oldest);
      this.spaces.delete(oldest.asid12);
      ({ asid02, table } = oldest);
    }
    const space: NestedSpace = {
      asid12,
      asid02,
      table,
      nCr3Low: 0,
      nCr3High: 0,
      mode: PLAIN,
      journal: new Journal(),
    };
    this.spaces.set(asid12, space);
    return space;
  }
}
