import assert from 'node:assert/strict';
import test from 'node:test';
import type { Bus } from '../host/bus.js';
import { FETCH, READ, WRITE, referenceWalk, type Paging, type WalkState } from '../../tests/pageWalk.js';
import { Silicon } from '../../tests/silicon.js';

const PF = 14;
const NPF = 256;
const F_PDPE1GB = 282;
const UNMAPPED = 0xffff_ffff_ffff_ffffn;
const [PG, WP] = [0x8000_0000n, 0x1_0000n];
const [PSE, PAE, LA57, SMEP, SMAP, PKE] = [0x10n, 0x20n, 0x1000n, 0x10_0000n, 0x20_0000n, 0x40_0000n];
const [LONG, NXE] = [0x500n, 0x800n];

class Walker extends Silicon {
  constructor() {
    super(1, 0x100_0000);
    this.cpu.bus = { mmioRead: () => 0xffff_ffff } as unknown as Bus;
  }
  place(pa: bigint): number {
    return Number(this.call('hostAddress', pa));
  }
  load(pa: bigint, size: number): bigint {
    const at = this.place(pa);
    if (!at) return size === 8 ? UNMAPPED : 0xffff_ffffn;
    return size === 8 ? this.cpu.u64[at >> 3] : BigInt(this.cpu.u32[at >> 2]);
  }
  store(pa: bigint, ...entries: bigint[]): void {
    const at = this.place(pa) >> 3;
    const { u64 } = this.cpu;
    entries.forEach((entry, i) => (u64[at + i] = BigInt.asUintN(64, entry)));
  }
  enter(state: WalkState): void {
    const { nested } = state;
    this.call('setFeature', F_PDPE1GB, state.gbPages);
    this.call('setAddressWidths', state.physBits, 57);
    this.set64('CR0', state.cr0);
    this.set64('CR3', state.cr3);
    this.set64('CR4', state.cr4);
    this.set64('EFER', state.efer);
    this.set64('RFLAGS', state.ac ? 0x4_0002n : 2n);
    this.set32('PKRU', state.pkru ?? 0);
    this.set8('CPL', state.cpl);
    this.set8('IN_GUEST', nested ? 1 : 0);
    this.set8('NPT_ON', nested ? 1 : 0);
    this.set8('GMET_ON', nested && state.gmet ? 1 : 0);
    this.set64('HOST_CR0', nested?.cr0 ?? 0n);
    this.set64('HOST_CR4', nested?.cr4 ?? 0n);
    this.set64('HOST_EFER', nested?.efer ?? 0n);
    this.set64('NCR3', nested?.cr3 ?? 0n);
    state.pdptes.forEach((pointer, i) => this.set64('PDPTE', pointer, i));
  }
  /** The walk's physical address, or its fault. */
  walk(lin: bigint, access: number, user: boolean): { pa?: bigint; writable?: boolean; fault?: unknown } {
    let pa = 0n;
    // What it knows of guests' tables, which the cases change.
    this.call('flushAll');
    const inner = this.call.bind(this);
    this.call = (name, ...args) => (pa = inner(name, ...args));
    const vector = this.fault('walk', lin, access, user);
    this.call = inner;
    if (vector === undefined) return { pa, writable: (this.get32('WALK_FLAGS') & 1) === 1 };
    const code = vector === NPF ? this.get64('EXIT_INFO1') : BigInt(this.get32('FAULT_ERROR'));
    assert.ok(vector === NPF || vector === PF);
    return { fault: { nested: vector === NPF, address: this.get64('EXIT_INFO2'), code } };
  }
}

const flat: WalkState = {
  cr0: PG | WP | 1n,
  cr3: 0x10000n,
  cr4: PAE,
  efer: LONG | NXE,
  pdptes: [0n, 0n, 0n, 0n],
  ac: false,
  cpl: 0,
  physBits: 40,
  gbPages: true,
};
const host: Paging = { cr0: PG | WP | 1n, cr3: 0x20000n, cr4: PAE, efer: LONG | NXE };

/** Four levels at `root` that map the first 2 MiB to themselves. */
function identity(walker: Walker, root: bigint): void {
  for (let level = 0n; level < 3n; level++)
    walker.store(root + level * 0x1000n, (root + (level + 1n) * 0x1000n) | 0x67n);
  for (let page = 0n; page < 512n; page++) walker.store(root + 0x3000n + 8n * page, (page << 12n) | 0x67n);
}

test('what a nested page fault reports', () => {
  const cases: [string, bigint, (entry: bigint) => bigint, number, bigint, bigint, Partial<Paging>?][] = [
    ['not present', 0x23280n, (e) => e & ~1n, READ, 0x1_0000_0004n, 0x50123n],
    ['supervisor page', 0x23280n, (e) => e & ~4n, READ, 0x1_0000_0005n, 0x50123n],
    ['read-only', 0x23280n, (e) => e & ~2n, WRITE, 0x1_0000_0007n, 0x50123n],
    ['no execute', 0x23280n, (e) => e | (1n << 63n), FETCH, 0x1_0000_0015n, 0x50123n],
    ['reserved bit', 0x23280n, (e) => e | (1n << 50n), FETCH, 0x1_0000_001dn, 0x50123n],
    [
      'reserved bit, fetch not told apart',
      0x23280n,
      (e) => e | (1n << 50n),
      FETCH,
      0x1_0000_000dn,
      0x50123n,
      { efer: LONG },
    ],
    [
      'reserved bit, SMEP',
      0x23280n,
      (e) => e | (1n << 63n),
      FETCH,
      0x1_0000_001dn,
      0x50123n,
      { efer: LONG, cr4: PAE | SMEP },
    ],
    ['read-only guest table', 0x23080n, (e) => e & ~2n, READ, 0x2_0000_0007n, 0x10000n],
    ['reserved bit 8 at the top', 0x20000n, (e) => e | 0x100n, READ, 0x2_0000_000fn, 0x10000n],
  ];
  for (const [what, at, change, access, code, address, changed] of cases) {
    const walker = new Walker();
    identity(walker, 0x10000n);
    identity(walker, 0x20000n);
    walker.enter({ ...flat, nested: { ...host, ...changed } });
    assert.deepEqual(walker.walk(0x50123n, access, false), { pa: 0x50123n, writable: true }, what);
    walker.store(at, change(walker.load(at, 8)));
    assert.deepEqual(walker.walk(0x50123n, access, false), { fault: { nested: true, address, code } }, what);
  }
});

test('the guest mode execute trap: who may do what to a page of the nested tables', () => {
  const [supervisor, user] = [false, true];
  const cases: readonly (readonly [page: bigint, access: number, user: boolean, code: bigint])[] = [
    [0x67n, FETCH, supervisor, 0x1_0000_0011n],
    [0x67n, FETCH, user, 0n],
    [0x67n, READ, supervisor, 0n],
    [0x67n, WRITE, supervisor, 0n],
    [0x63n, FETCH, supervisor, 0n],
    [0x63n, FETCH, user, 0n],
    [0x63n, READ, supervisor, 0n],
    [0x63n, READ, user, 0n],
    [0x61n, WRITE, user, 0x1_0000_0007n],
    [0x61n, WRITE, supervisor, 0x1_0000_0003n],
    [(1n << 63n) | 0x63n, FETCH, supervisor, 0x1_0000_0011n],
  ];
  for (const [page, access, asUser, code] of cases) {
    const walker = new Walker();
    identity(walker, 0x10000n);
    identity(walker, 0x20000n);
    walker.store(0x23280n, 0x50000n | page);
    // The guest's own tables lie in pages of either kind: nobody runs them.
    for (let n = 0x10n; n < 0x14n; n++) walker.store(0x23000n + 8n * n, (n << 12n) | 0x63n);
    walker.enter({ ...flat, nested: host, gmet: true, cpl: asUser ? 3 : 0 });
    const found = walker.walk(0x50123n, access, asUser);
    if (code) assert.deepEqual(found, { fault: { nested: true, address: 0x50123n, code } });
    else assert.equal(found.pa, 0x50123n);
  }
});

test('page-directory pointers are read and checked together', () => {
  const walker = new Walker();
  walker.enter({ ...flat, efer: 0n, pdptes: [1n, 2n, 3n, 4n] });
  walker.store(0x4020n, 0x5001n, 0x6e19n, 0n, 0x1e6n);
  assert.equal(walker.call('loadPdptes', 0x4038n), 1n);
  assert.deepEqual(
    [0, 1, 2, 3].map((i) => walker.cpu.u64[(walker.cpu.field(0, 'PDPTE') >> 3) + i]),
    [0x5001n, 0x6e19n, 0n, 0x1e6n],
  );
  for (const reserved of [1n, 2n, 5n, 8n, 40n, 52n, 63n]) {
    walker.store(0x4038n, 0x7001n | (1n << reserved));
    assert.equal(walker.call('pdptesLegal', 0x4020n), 0n, `bit ${reserved}`);
  }
});

/** A random source that gives the same numbers in every run. */
class Dice {
  private state = 12345;
  below(n: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % n;
  }
  chance(percent: number): boolean {
    return this.below(1000) < percent * 10;
  }
}

/** Tables of 8-byte entries, then tables of 4-byte entries; every entry points at another table of its kind. */
const POOL = 0x10_0000n;
const WIDE = 24;
const NARROW = 8;
const tableAt = (dice: Dice, narrow: boolean): bigint =>
  POOL + 4096n * BigInt(narrow ? WIDE + dice.below(NARROW) : dice.below(WIDE));

function randomEntry(dice: Dice, narrow: boolean): bigint {
  let entry = tableAt(dice, narrow);
  for (const [bits, percent] of [
    [1n, 97],
    [2n, 90],
    [4n, 85],
    [0x20n, 50],
    [0x40n, 50],
    [0x100n, 2],
    [0xe00n, 10],
    [0x1000n, 3],
  ] as const)
    if (dice.chance(percent)) entry |= bits;
  if (dice.chance(8)) entry = (entry & ~0x3f_f000n) | 0x80n;
  if (dice.chance(1)) entry |= 1n << BigInt(12 + dice.below(51));
  if (dice.chance(4)) entry |= 1n << 63n;
  if (dice.chance(10)) entry |= BigInt(dice.below(16)) << 59n;
  return entry;
}
function fillPool(walker: Walker, dice: Dice): void {
  for (let page = 0; page < WIDE + NARROW; page++) {
    const narrow = page >= WIDE;
    const entries = Array.from({ length: 512 }, () => {
      const entry = randomEntry(dice, narrow);
      return narrow ? (entry & 0xffff_ffffn) | (randomEntry(dice, true) << 32n) : entry;
    });
    walker.store(POOL + BigInt(page) * 4096n, ...entries);
  }
}
/** 0: no paging, 1: legacy, 2: PAE, 3: four levels, 4: five levels. */
function randomPaging(dice: Dice, walker: Walker, mode: number): Paging {
  const maybe = (percent: number, bits: bigint): bigint => (dice.chance(percent) ? bits : 0n);
  const cr3 = tableAt(dice, mode === 1) | (mode === 2 ? BigInt(dice.below(16)) << 5n : 0x18n);
  if (mode === 2 && dice.chance(70))
    for (let i = 0n; i < 4n; i++)
      walker.store(cr3 + 8n * i, walker.load(cr3 + 8n * i, 8) & ~((1n << 63n) | 0x1e6n));
  return {
    cr0: 1n | maybe(70, WP) | (mode ? PG : 0n),
    cr3,
    cr4:
      maybe(50, PSE) | maybe(40, SMEP) | maybe(40, SMAP) | maybe(40, PKE) | (mode >= 2 ? PAE : 0n) | (mode === 4 ? LA57 : 0n),
    efer: (mode >= 3 ? LONG : 0n) | maybe(60, NXE),
  };
}

test('random tables in every mode, nested and not: as a walk written down level by level', () => {
  const dice = new Dice();
  const walker = new Walker();
  const seen = new Set<string>();
  for (let round = 0; round < 8; round++) {
    fillPool(walker, dice);
    const physBits = [36, 39, 40, 48, 52][dice.below(5)];
    for (let i = 0; i < 700; i++) {
      const [mode, hostMode] = [dice.below(5), 1 + dice.below(4)];
      const state: WalkState = {
        ...randomPaging(dice, walker, mode),
        ...(dice.chance(60) ? { nested: randomPaging(dice, walker, hostMode) } : {}),
        pdptes: [0, 1, 2, 3].map(() => (dice.chance(90) ? tableAt(dice, false) | 1n : 0n)),
        ac: dice.chance(40),
        pkru: dice.below(0x1_0000) * 0x1_0001,
        cpl: dice.chance(40) ? 3 : 0,
        physBits,
        gbPages: dice.chance(70),
        gmet: dice.chance(30),
      };
      const bits = (n: bigint): bigint => BigInt(dice.below(0x8000_0000)) << n;
      const lin = BigInt.asUintN(mode < 3 ? 32 : 64, bits(33n) ^ bits(15n) ^ bits(0n));
      const access = dice.below(3);
      const user = state.cpl === 3 && dice.chance(70);
      walker.enter(state);
      let outside = false;
      const memory = {
        load: (pa: bigint, size: number): bigint => {
          outside ||= walker.place(pa) === 0;
          return walker.load(pa, size);
        },
      };
      const { written, ...want } = referenceWalk(state, memory, lin, access, user);
      const looked = walker.call('translateForHost', lin);
      const message = `round ${round} case ${i}`;
      assert.deepEqual(walker.walk(lin, access, user), want, message);
      for (const [pa, entry] of written)
        if (walker.place(pa)) assert.equal(walker.load(pa, 4), entry & 0xffff_ffffn, message);
      if (want.pa !== undefined && !outside) assert.equal(looked, want.pa, message);
      if (!want.fault) seen.add(`mode ${mode}`).add(state.nested ? `nested ${hostMode}` : 'plain');
      else seen.add(`${want.fault.nested ? 'npf' : 'pf'} ${want.fault.code.toString(16)}`);
    }
  }
  const reached = [
    'plain',
    'mode 0',
    'mode 1',
    'mode 2',
    'mode 3',
    'mode 4',
    'nested 1',
    'nested 2',
    'nested 3',
    'nested 4',
  ];
  for (const what of [...reached, 'pf 1d', 'pf 7', 'pf 15', 'pf 21', 'pf 27', 'npf 10000000d', 'npf 20000000f', 'npf 100000011'])
    assert.ok(seen.has(what), what);
});
