import assert from 'node:assert/strict';
import test from 'node:test';
import { Dice } from '../../fuzz/dice.js';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { tlbOf } from '../../tests/tlb.js';
import { twins } from '../../tests/twins.js';

const PAGE = 0x1000;
/** Entry of a small page of L2's in NPT12. */
const entryOf = (page: number): number => PLACE.npt12 + 0x3000 + (page >> 9);
const [X, Y] = [0x18_0000, 0x18_8000];
const OTHER = 0x18_c000;
/** Page tables of L2 with small pages: a large one is forgotten as a whole. */
const SMALL = 0x11_0000;
/** Another root of L1's nested tables, and a table of small pages with X and Y exchanged. */
const ROOT2 = 0x10_0000;
const LEAF = 0x67;

const dword = (value: number): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes.toString('hex');
};
const store = (at: number, value: number): string => `48c70425 ${dword(at)} ${dword(value)}`;
const field = (offset: number, value: number): string =>
  `c70425 ${dword(PLACE.vmcb12 + offset)} ${dword(value)}`;
const ASID = 0x58;
const TLB_CONTROL = 0x5c;
const NCR3 = 0xb0;
const RIP = 0x578;
const VMRUN = `b8 ${dword(PLACE.vmcb12)} 0f01d8`;
const invlpga = (linear: number, asid: number): string => `b8 ${dword(linear)} b9 ${dword(asid)} 0f01df`;
const VMMCALL = '0f01d9';
/** MOV RBX, [address]. */
const look = (at: number): string => `488b1c25 ${dword(at)}`;
const invlpg = (at: number): string => `0f013c25 ${dword(at)}`;
const RBX = 3;

/** L2 looks at X, L1 (or L2 itself) does something, L2 looks again: does it see what it saw, or Y? */
const EDIT = store(entryOf(X), Y + LEAF);
const CASES: readonly [id: string, what: string, seen: 'X' | 'Y', l1: string, l2?: string][] = [
  ['N-83', 'an edit without a flush is not seen', 'X', EDIT],
  ['N-80', 'TLB_CONTROL 1', 'Y', EDIT + field(TLB_CONTROL, 1)],
  ['N-80', 'TLB_CONTROL 3', 'Y', EDIT + field(TLB_CONTROL, 3)],
  ['N-80', 'TLB_CONTROL 7', 'Y', EDIT + field(TLB_CONTROL, 7)],
  ['N-80', 'TLB_CONTROL 2 is reserved and asks for nothing', 'X', EDIT + field(TLB_CONTROL, 2)],
  ['N-80', 'another ASID', 'Y', EDIT + field(ASID, 2)],
  [
    'N-80',
    'another ASID and back is no flush',
    'X',
    EDIT + field(ASID, 2) + field(RIP, PLACE.l2Code + 0x100) + VMRUN + field(ASID, 1),
  ],
  [
    'N-80',
    'TLB_CONTROL 3 with another ASID is not about this one',
    'X',
    EDIT +
      field(ASID, 2) +
      field(TLB_CONTROL, 3) +
      field(RIP, PLACE.l2Code + 0x100) +
      VMRUN +
      field(ASID, 1) +
      field(TLB_CONTROL, 0),
  ],
  ['N-83', 'INVLPGA', 'Y', EDIT + invlpga(X, 1)],
  ['N-83', 'INVLPGA of another page', 'X', EDIT + invlpga(OTHER, 1)],
  ['N-83', 'INVLPGA with another ASID', 'X', EDIT + invlpga(X, 2)],
  ['N-83', "INVLPGA with L1's own ASID", 'X', EDIT + invlpga(X, 0)],
  ['N-78', 'another nCR3 with the same ASID is no flush', 'X', field(NCR3, ROOT2)],
  ['N-78', 'another nCR3 with another ASID', 'Y', field(NCR3, ROOT2) + field(ASID, 2)],
  ['N-78', 'another nCR3 and a flush', 'Y', field(NCR3, ROOT2) + field(TLB_CONTROL, 3)],
  ['N-82', 'INVLPGB', 'Y', `${EDIT} 31c0 31c9 31d2 0f01fe`],
  ['N-83', 'INVLPG of L2', 'Y', EDIT, invlpg(X)],
  ['N-83', 'INVLPG of L2 of another page', 'X', EDIT, invlpg(OTHER)],
  ['N-83', 'MOV CR3 of L2', 'Y', EDIT, '0f20d8 0f22d8'],
  ['N-83', 'CR4.PGE of L2', 'Y', EDIT, '0f20e0 4835 80000000 0f22e0'],
  ['N-83', "MOV CR3 of L1 is about L1's translations", 'X', `${EDIT} 0f20d8 0f22d8`],
  ['N-83', 'an edit of L2 without a flush is not seen', 'X', '', EDIT],
  ['N-83', 'an edit of L2 and INVLPG', 'Y', '', EDIT + invlpg(X)],
  ['N-83', 'an edit of a table further up', 'X', store(PLACE.npt12 + 0x2000, ROOT2 + 0x3000 + 7)],
  [
    'N-83',
    'an edit of a table further up and a flush',
    'Y',
    store(PLACE.npt12 + 0x2000, ROOT2 + 0x3000 + 7) + field(TLB_CONTROL, 3),
  ],
];

function tables(twin: Twin): void {
  for (let n = 0; n < 3; n++) twin.write64(SMALL + n * PAGE, SMALL + (n + 1) * PAGE + 7);
  for (let n = 0; n < 512; n++) twin.write64(SMALL + 3 * PAGE + 8 * n, n * PAGE + LEAF);
  twin.write64(ROOT2, ROOT2 + 0x1007);
  twin.write64(ROOT2 + 0x1000, ROOT2 + 0x2007);
  twin.write64(ROOT2 + 0x2000, ROOT2 + 0x3007);
  for (let n = 0; n < 512; n++) {
    const page = n * PAGE;
    const to = page === X ? Y : page === Y ? X : page;
    twin.write64(ROOT2 + 0x3000 + 8 * n, to + LEAF);
    twin.write64(PLACE.npt12 + 0x3000 + 8 * n, page + LEAF);
    if (page >= X && page < X + 0x2_0000) twin.write64(page, page);
  }
}

for (const [id, what, seen, l1, l2 = ''] of CASES)
  test(`${id}: ${what}: L2 sees ${seen === 'X' ? 'the old page' : 'the new one'}`, () => {
    const both = twins();
    for (const twin of both) {
      tables(twin);
      twin.vmcb12({ miscCtl: 1, tlbControl: 0, cr3: SMALL });
      twin.write(
        PLACE.l1Code,
        `${VMRUN} ${field(RIP, PLACE.l2Code + 0x200)} ${l1} ${field(RIP, PLACE.l2Code + 0x200)} ${VMRUN} f4`,
      );
      twin.write(PLACE.l2Code, look(X) + look(OTHER) + VMMCALL);
      twin.write(PLACE.l2Code + 0x100, VMMCALL);
      twin.write(PLACE.l2Code + 0x200, `${l2} ${look(X)} ${VMMCALL}`);
      twin.run(10_000);
    }
    assert.deepEqual(differences(...(both as [Twin, Twin])), []);
    assert.equal(both[0].get('REGS', RBX), BigInt(seen === 'X' ? X : Y));
    assert.equal(both[0].field('exitCode'), 0x81n);
  });

test('N-83: what was denied is never kept, what was allowed is', () => {
  const steps: readonly [name: string, first: number, then: number, use: string, exits: boolean][] = [
    ['absent, then there', 0, LEAF, look(X), false],
    ['there, then absent', LEAF, 0, look(X), false],
    ['read-only, then writable', LEAF & ~2, LEAF, store(X, 1), false],
    ['writable, then read-only', LEAF, LEAF & ~2, store(X, 1), false],
    [
      'not dirty, then read-only: the first write must set the dirty bit',
      LEAF & ~0x40,
      LEAF & ~0x42,
      store(X, 1),
      true,
    ],
  ];
  for (const [name, first, then, use, exits] of steps) {
    const both = twins();
    for (const twin of both) {
      tables(twin);
      twin.write64(entryOf(X), first === 0 ? 0 : X + first);
      twin.vmcb12({ miscCtl: 1, tlbControl: 0, cr3: SMALL });
      twin.write(
        PLACE.l1Code,
        `${VMRUN} ${store(entryOf(X), then === 0 ? 0 : X + then)} ${field(RIP, PLACE.l2Code + 0x200)} ${VMRUN} f4`,
      );
      twin.write(PLACE.l2Code, look(X) + (first & 2 && first & 0x40 ? store(X, 2) : '') + VMMCALL);
      twin.write(PLACE.l2Code + 0x200, use + VMMCALL);
      twin.run(10_000);
    }
    assert.deepEqual(differences(...(both as [Twin, Twin])), [], name);
    assert.equal(both[0].field('exitCode'), exits ? 0x400n : 0x81n, name);
  }
});

test("N-78: L1's paging mode is taken anew at each VMRUN", () => {
  const NO_EXECUTE = 0x8000_0000_0000_0000n;
  // WRMSR of EFER without NXE, or CR4 with SMEP; then the same L2 again.
  const withoutNx = 'b9800000c0 b801150000 31d2 0f30';
  const withSmep = '0f20e0 0d00001000 0f22e0';
  const runs: readonly [name: string, l1: string, use: string, info: bigint][] = [
    ['the bit that forbids execution is reserved', withoutNx, look(X), 0x1_0000_000dn],
    ['a fetch is still told apart by SMEP', withoutNx + withSmep, `b8 ${dword(X)} ffe0`, 0x1_0000_001dn],
  ];
  for (const [name, l1, use, info] of runs) {
    const both = twins();
    for (const twin of both) {
      tables(twin);
      // Under SMEP L1 runs in pages of the supervisor's only.
      twin.write64(PLACE.tables + 0x2000, 0x83);
      twin.write64(entryOf(X), BigInt(X + LEAF) | NO_EXECUTE);
      twin.vmcb12({ miscCtl: 1, tlbControl: 1, cr3: SMALL });
      twin.write(PLACE.l1Code, `${VMRUN} ${l1} ${field(RIP, PLACE.l2Code)} ${VMRUN} f4`);
      twin.write(PLACE.l2Code, use + VMMCALL);
      twin.run(10_000);
    }
    assert.deepEqual(differences(...(both as [Twin, Twin])), [], name);
    assert.deepEqual([both[0].field('exitCode'), both[0].field('exitInfo1')], [0x400n, info], name);
  }
});

/** A random L1 that edits its nested tables and flushes seldom, and an L2 that uses them and edits them too. */
function randomEditor(twin: Twin, seed: number): void {
  const dice = new Dice(seed);
  tables(twin);
  twin.vmcb12({ miscCtl: 1, tlbControl: 0, cr3: SMALL });
  const page = (): number => X + PAGE * dice.below(12);
  const leaf = (): number =>
    page() + (dice.chance(10) ? dice.below(0x80) : LEAF & ~dice.oneOf([0, 0, 0x40, 0x60, 2, 0x20]));
  const root = (): number => dice.oneOf([PLACE.npt12, PLACE.npt12, ROOT2]);
  const edit = (): string => {
    const of = root();
    const what = dice.below(10);
    if (what === 0) return store(of + 0x2000, root() + 0x3000 + dice.oneOf([7, 7, 0x27, 5, 0]));
    if (what === 1) return store(of + 0x1000, root() + 0x2000 + dice.oneOf([7, 0x27]));
    return store(of + 0x3000 + (page() >> 9), leaf());
  };
  const host = (): string =>
    dice.oneOf([
      edit,
      edit,
      edit,
      () => field(ASID, 1 + dice.below(3)),
      () => field(NCR3, root()),
      () => field(TLB_CONTROL, dice.oneOf([0, 0, 0, 0, 1, 3, 7])),
      () => invlpga(page(), dice.below(4)),
      () => invlpga(page(), 1),
    ])();
  const guest = (): string =>
    dice.oneOf([
      () => `4c330425 ${dword(page())}`,
      () => `4c330425 ${dword(page())}`,
      () => `48ff0425 ${dword(page())}`,
      () => `48ff0425 ${dword(page())}`,
      () => `8b0425 ${dword(page() + 0xffe)}`,
      () => invlpg(page()),
      () => '0f20d8 0f22d8',
      () => edit(),
    ])();
  const many = (n: number, what: () => string): string => Array.from({ length: n }, what).join('');
  const slots = 8;
  for (let n = 0; n < slots; n++)
    twin.write(PLACE.l2Code + 0x100 * n, many(1 + dice.below(10), guest) + VMMCALL);
  const round = (): string =>
    `${many(dice.below(4), host)} ${field(RIP, PLACE.l2Code + 0x100 * dice.below(slots))} ${VMRUN}`;
  twin.write(PLACE.l1Code, `${many(25, round)} f4`);
}

const SEEDS = Number(process.env['NSVM_LAW_SEEDS'] ?? 60);
const FIRST = Number(process.env['NSVM_LAW_FIRST'] ?? 1);
test('N-75 N-80 N-83: random edits of nested tables with few flushes show alike on both machines', () => {
  const both = twins();
  const resets = both.map((twin) => twin.mark());
  const exits = new Set<bigint>();
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    for (const reset of resets) reset();
    for (const twin of both) randomEditor(twin, seed);
    for (let slice = 0; slice < 12; slice++) {
      for (const twin of both) twin.run(41);
      exits.add(both[0].field('exitCode'));
      assert.deepEqual(differences(...(both as [Twin, Twin])), [], `seed ${seed}, slice ${slice}`);
      assert.deepEqual(tlbOf(both[1]), tlbOf(both[0]), `seed ${seed}, slice ${slice}`);
    }
  }
  assert.ok(exits.has(0x400n) && exits.has(0x81n));
});

/** XSETBV of all that AVX needs; then a store at the end of X makes the TLB's entry, and L2 takes X out of its own tables. */
const WIDE = `b907000000 91 31c9 31d2 0f01d1 ${store(X + 0xff8, 0)} ${store(SMALL + 3 * PAGE + (X >> 9), 0)}`;
const WIDE_STORES: readonly [name: string, code: string][] = [
  ['8 bytes', store(X + 0xff0, 1)],
  ['16 bytes', `0f110425 ${dword(X + 0xfe0)}`],
  ['32 bytes', `c5fc110425 ${dword(X + 0xfe0)}`],
  ['16 bytes, compared', `480fc70c25 ${dword(X + 0xfe0)}`],
];
for (const [name, code] of WIDE_STORES)
  test(`N-83: a store of ${name} to L1's nested tables goes by the entry that the TLB has`, () => {
    const both = twins();
    for (const twin of both) {
      tables(twin);
      twin.write64(SMALL + 3 * PAGE + (X >> 9), PLACE.npt12 + 0x3000 + LEAF);
      twin.vmcb12({
        miscCtl: 1,
        tlbControl: 0,
        cr3: SMALL,
        cr4: 0x4_0620,
        interceptExceptions: 0xffff_ffff,
      });
      twin.write(PLACE.l1Code, `${VMRUN} f4`);
      twin.write(PLACE.l2Code, WIDE + code + VMMCALL);
      twin.run(10_000);
    }
    assert.equal(both[0].field('exitCode'), 0x81n);
    assert.deepEqual(differences(...(both as [Twin, Twin])), []);
    assert.deepEqual(tlbOf(both[1]), tlbOf(both[0]));
  });
