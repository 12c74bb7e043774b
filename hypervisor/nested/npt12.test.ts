import assert from 'node:assert/strict';
import test from 'node:test';
import { Dice } from '../../fuzz/dice.js';
import { FETCH, READ, WRITE, referenceWalk, type Paging } from '../../tests/pageWalk.js';
import type { L1Memory } from '../l1Memory.js';
import { Npt12, type NestedMode } from './npt12.js';

const PHYS_BITS = 40;
const ROOT = 0x1000;
const RAM = 0x1_0000;
const WALKS = 2000;
/** A guest without paging: its addresses go straight to the nested tables. */
const OWN_PAGING_OFF = { cr0: 0n, cr3: 0n, cr4: 0n, efer: 0n, pdptes: [], ac: false, cpl: 0 };

/** Little tables: entries at random places of 64 KiB, all else not present. */
class Tables {
  readonly words = new Map<number, number>();
  readonly written = new Set<number>();
  read(pa: number): number {
    return pa < RAM ? (this.words.get(pa) ?? 0) : 0xffff_ffff;
  }
  write(pa: number, value: number): void {
    this.written.add(pa);
    if (pa < RAM) this.words.set(pa, value >>> 0);
  }
  load(pa: bigint, size: number): bigint {
    const at = Number(pa);
    const low = BigInt(this.read(at));
    return size === 8 ? low | (BigInt(this.read(at + 4)) << 32n) : low;
  }
}

function fill(tables: Tables, dice: Dice, pointers: boolean): void {
  for (let pa = 0; pa < RAM; pa += 4) {
    const high = pa % 8 === 4;
    // Mostly sound entries that lead to another of these pages, now and then a wild one.
    if (high) tables.words.set(pa, dice.chance(97) ? 0 : dice.oneOf([0x8000_0000, 0x100, 0x10_0000, 1]));
    else if (dice.chance(92)) tables.words.set(pa, dice.below(16) * 0x1000 + (dice.chance(85) ? 0x67 : 7));
    else
      tables.words.set(pa, dice.below(16) * 0x1000 + dice.below(0x200) + (dice.chance(30) ? 0x20_0000 : 0));
  }
  // Page-directory pointers have neither rights nor an accessed bit.
  if (pointers) for (let n = 0; n < 3; n++) tables.words.set(ROOT + 8 * n, dice.below(16) * 0x1000 + 1);
}

/** Name and what is set. */
const MODES = [
  ['64-bit', 'long pae nxe'],
  ['64-bit with five levels', 'long la57 pae nxe'],
  ['64-bit without NX', 'long pae pse smep'],
  ['PAE', 'pae nxe'],
  ['PAE without NX', 'pae'],
  ['64-bit under the execute trap', 'long pae gmet'],
  ['32-bit under the execute trap', 'pse gmet'],
  ['32-bit', 'pse'],
  ['32-bit without large pages', 'nxe smep'],
].map(([name, set]): Omit<NestedMode, 'key'> & { name: string } => {
  const has = (flag: string): boolean => set.split(' ').includes(flag);
  return {
    name,
    long: has('long'),
    la57: has('la57'),
    pae: has('pae'),
    pse: has('pse'),
    nxe: has('nxe'),
    smep: has('smep'),
    gmet: has('gmet'),
  };
});

function pagingOf({ long, la57, pae, pse, nxe, smep }: Omit<NestedMode, 'key'>): Paging {
  const bit = (on: boolean, n: bigint): bigint => (on ? 1n << n : 0n);
  return {
    cr0: 0x8000_0001n,
    cr3: BigInt(ROOT),
    cr4: bit(pse, 4n) | bit(pae, 5n) | bit(la57, 12n) | bit(smep, 20n),
    efer: bit(long, 10n) | bit(nxe, 11n),
  };
}

for (const mode of MODES) {
  test(`nested tables of a host in ${mode.name} mode are walked as the manual says`, () => {
    const dice = new Dice(MODES.indexOf(mode) + 1);
    const seen = new Set<number>();
    let tables = new Tables();
    for (let n = 0; n < WALKS; n++) {
      if (n % 40 === 0) {
        tables = new Tables();
        fill(tables, dice, mode.pae && !mode.long);
      }
      const gbPages = dice.chance(50);
      // Doubles tell 53 bits apart; no physical address has more than 52.
      const wide = mode.la57 ? 52 : mode.long ? 48 : 32;
      const gpa = dice.chance(3)
        ? 2 ** (mode.la57 ? 57 : wide)
        : dice.below(2 ** 30) * 2 ** (wide - 30) + dice.below(0x1000);
      const access = dice.oneOf([READ, WRITE, FETCH]);
      const state = {
        ...OWN_PAGING_OFF,
        nested: pagingOf(mode),
        physBits: PHYS_BITS,
        gbPages,
        gmet: mode.gmet,
      };
      const user = !mode.gmet || dice.chance(50);
      const expected = referenceWalk(state, tables, BigInt(gpa), access, user);
      const npt12 = new Npt12(tables as unknown as L1Memory, PHYS_BITS, gbPages);
      tables.written.clear();
      const walk = npt12.walk({ ...mode, key: 0 }, ROOT, gpa, {
        write: access === WRITE,
        fetch: access === FETCH,
        user,
      });
      const what = `walk ${n} of ${gpa.toString(16)}`;
      seen.add(walk.error);
      if (expected.fault) {
        assert.equal(BigInt(walk.error), expected.fault.code & 0xffff_ffffn, what);
      } else {
        assert.equal(walk.error, -1, what);
        assert.equal(BigInt(walk.pa + (gpa % 2 ** walk.shift)), expected.pa, what);
        assert.equal(walk.writable, expected.writable, what);
      }
      for (const [at, entry] of expected.written)
        assert.equal(tables.load(at, 4), entry & 0xffff_ffffn, `${what}: entry ${at.toString(16)}`);
      const touched = [...tables.written].filter((at) => at < RAM);
      assert.ok(
        touched.every((at) => expected.written.has(BigInt(at))),
        what,
      );
    }
    assert.ok(seen.size > 5, 'many kinds of outcome');
  });
}
