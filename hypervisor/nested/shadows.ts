import type { L1Memory } from '../l1Memory.js';
import { NestedTable, type NestedTableState } from '../nestedTable.js';
import type { PrivateMemory } from '../privateMemory.js';
import type { Processor } from '../processor.js';
import { shapeOf, type NestedMode } from './npt12.js';

/** Nested tables of L1's that are kept apart; the oldest makes room. */
const MOST_SHADOWS = 32;
/** Private memory that other things may need: with less left everything is built anew. */
const RESERVE = 256;
/** Places of one page in L1's tables beyond which everything is built anew. */
const MOST_PLACES = 64;
/** Writes to a page, none of which meant anything, before it is asked whether it is a table any more. */
const PATIENCE = 16;
const PAGE = 0x1000;

/** NPT02 for one of L1's nested tables. */
export interface Shadow {
  /** nCR3 and mode, which together say what it is of. */
  readonly key: string;
  readonly table: NestedTable;
  /** Some of L1's tables are not in memory, so nobody says when they change. */
  fleeting: boolean;
}
/** A table of L1's in a page: from `offset` on, entries of `width` bytes that translate 2^`shift` bytes each, the first of them from `base` on. */
interface Place {
  readonly shadow: Shadow;
  readonly offset: number;
  readonly width: number;
  readonly shift: number;
  readonly base: number;
}
interface WatchedPage {
  places: Place[];
  /** Writes since one meant anything. */
  idle: number;
}

export interface ShadowsState {
  readonly shadows: readonly {
    readonly key: string;
    readonly fleeting: boolean;
    readonly table: NestedTableState;
  }[];
  readonly pages: readonly {
    readonly page: number;
    readonly idle: number;
    readonly places: readonly (Omit<Place, 'shadow'> & { readonly shadow: number })[];
  }[];
}

/**
 * The NPT02s: what L1's nested tables say is in them as soon as it is asked for, and is out of them as soon as L1's entry is written to. So a
 * walk of NPT02 comes to what a walk of L1's tables would, and only the TLB, the same on both machines, keeps what is old.
 */
export class Shadows {
  private readonly shadows = new Map<string, Shadow>();
  /** Pages of L1's memory that hold tables, by number. */
  private readonly pages = new Map<number, WatchedPage>();

  constructor(
    private readonly cpu: Processor,
    private readonly hidden: PrivateMemory,
    private readonly memory: L1Memory,
    private readonly physBits: number,
    /** A vCPU runs on it, or will again. */
    private readonly inUse: (shadow: Shadow) => boolean,
  ) {}

  /** The one of L1's nested tables at nCR3. */
  of(nCr3: number, mode: NestedMode): Shadow {
    const key = `${nCr3} ${mode.key}`;
    let shadow = this.shadows.get(key);
    if (!shadow) {
      if (this.shadows.size >= MOST_SHADOWS) this.discard();
      const table = new NestedTable(this.cpu, this.hidden, this.physBits);
      shadow = { key, table, fleeting: false };
      this.shadows.set(key, shadow);
    }
    if (shadow.fleeting) {
      shadow.table.clear();
      shadow.fleeting = false;
    }
    if (this.hidden.left < RESERVE) this.clear();
    return shadow;
  }

  /** A leaf for `gpa` comes from the entries of L1's at some addresses, the root's first. */
  derive(shadow: Shadow, mode: NestedMode, gpa: number, trail: readonly number[]): void {
    const { shifts, width, entries } = shapeOf(mode);
    for (let n = 0; n < trail.length; n++) {
      const at = trail[n];
      if (this.memory.linear(at) === 0) {
        shadow.fleeting = true;
        continue;
      }
      const shift = shifts[n];
      const index = Math.floor(gpa / 2 ** shift) % (n === 0 ? Infinity : entries);
      const place = {
        shadow,
        offset: (at % PAGE) - index * width,
        width,
        shift,
        base: Math.floor(gpa / 2 ** shift - index) * 2 ** shift,
      };
      this.note(Math.floor(at / PAGE), place);
    }
  }
  private note(number: number, place: Place): void {
    let page = this.pages.get(number);
    if (!page) {
      page = { places: [], idle: 0 };
      this.pages.set(number, page);
      this.cpu.watchTable(number * PAGE, true);
    }
    if (!page.places.some((known) => same(known, place))) page.places.push(place);
  }

  /** Take over what has been written to L1's tables. */
  follow(): void {
    const writes = this.cpu.takeTableWrites();
    if (!writes) {
      this.clear();
      return;
    }
    for (const { pa, bytes } of writes) this.written(pa, bytes);
  }
  private written(pa: number, bytes: number): void {
    const number = Math.floor(pa / PAGE);
    const page = this.pages.get(number);
    if (!page) return;
    if (page.places.length > MOST_PLACES) {
      this.clear();
      return;
    }
    let meant = false;
    for (const place of page.places) meant = forget(place, pa % PAGE, bytes) || meant;
    page.idle = meant ? 0 : page.idle + 1;
    if (page.idle < PATIENCE) return;
    page.idle = 0;
    page.places = page.places.filter(({ shadow, shift, width, base }) =>
      shadow.table.holds(base, (2 ** shift * PAGE) / width),
    );
    if (page.places.length === 0) this.unwatch(number);
  }
  private unwatch(number: number): void {
    this.pages.delete(number);
    this.cpu.watchTable(number * PAGE, false);
  }

  /** Everything is built anew. */
  private clear(): void {
    for (const number of this.pages.keys()) this.unwatch(number);
    for (const shadow of this.shadows.values()) {
      shadow.table.clear();
      shadow.fleeting = false;
    }
    this.cpu.takeTableWrites();
  }
  /** As `clear`, and the tables that no vCPU runs on are given back. */
  private discard(): void {
    this.clear();
    for (const [key, shadow] of this.shadows) {
      if (this.inUse(shadow)) continue;
      this.hidden.release(shadow.table.root);
      this.shadows.delete(key);
    }
  }

  save(): ShadowsState {
    const all = [...this.shadows.values()];
    return {
      shadows: all.map(({ key, fleeting, table }) => ({ key, fleeting, table: table.save() })),
      pages: [...this.pages].map(([page, { idle, places }]) => ({
        page,
        idle,
        places: places.map((place) => ({ ...place, shadow: all.indexOf(place.shadow) })),
      })),
    };
  }
  restore(saved: ShadowsState): void {
    for (const number of this.pages.keys()) this.unwatch(number);
    this.shadows.clear();
    const all = saved.shadows.map(({ key, fleeting, table }): Shadow => {
      const made = new NestedTable(this.cpu, this.hidden, this.physBits, table);
      return { key, fleeting, table: made };
    });
    for (const shadow of all) this.shadows.set(shadow.key, shadow);
    for (const { page, idle, places } of saved.pages) {
      this.pages.set(page, {
        idle,
        places: places.map((place) => ({ ...place, shadow: all[place.shadow] })),
      });
      this.cpu.watchTable(page * PAGE, true);
    }
    this.cpu.takeTableWrites();
  }
}

function same(a: Place, b: Place): boolean {
  return a.shadow === b.shadow && a.shift === b.shift && a.base === b.base && a.offset === b.offset;
}
/** What comes from some bytes of a page that hold a table is out of date; false when nothing did. */
function forget({ shadow, offset, width, shift, base }: Place, from: number, bytes: number): boolean {
  const first = Math.max(0, Math.floor((from - offset) / width));
  const last = Math.floor((from + bytes - 1 - offset) / width);
  let meant = false;
  for (let n = first; n <= last; n++) meant = shadow.table.unmap(base + n * 2 ** shift, shift) || meant;
  return meant;
}
