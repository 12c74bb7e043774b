import assert from 'node:assert/strict';
import test from 'node:test';
import { Dice } from '../../fuzz/dice.js';
import { Program } from '../../tests/program.js';

const MIB = 0x10_0000;
const FRAME = 2 * MIB;
const PAGE = 0x1000;
/** Page directories of the program's first GiB and of its second, and what is seen of memory. */
const [ROOT, POINTERS, LOW, HIGH, SEEN] = [0x1000, 0x2000, 0x3000, 0x4000, 0x18_0000];
const GIB = 0x4000_0000;
/** Present, writable, large. */
const LARGE = 0x83;

const bytes = (value: number | bigint, size: number): string => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer.toString('hex').slice(0, 2 * size);
};
const edit = (at: number, value: number): string => `48b8${bytes(value, 8)} 48a3${bytes(at, 8)}`;
const invlpg = (at: number): string => `48b9${bytes(at, 8)} 0f0139`;
/** What a function at `at` returns, by running it. */
const call = (at: number): string => `48b9${bytes(at, 8)} ffd1`;
/** The same, by reading it. */
const load = (at: number | bigint): string => `48b9${bytes(at, 8)} 8b4101`;
const note = (slot: number): string => `89c0 48a3${bytes(SEEN + 8 * slot, 8)}`;

/** Memory whose pages hold functions that tell which page they are in, mapped by large pages of the supervisor's. */
class Mapped extends Program {
  constructor() {
    super();
    for (let page = 0x20_0000; page < 16 * MIB; page += PAGE)
      this.cpu.writePhysical(page, Buffer.from(`b8${bytes(page, 4)}c3`, 'hex'));
    for (let n = 0; n < 512; n++) {
      this.entry(LOW + 8 * n, n < 8 ? n * FRAME + LARGE : 0);
      this.entry(HIGH + 8 * n, (1 + (n % 7)) * FRAME + LARGE);
    }
    this.entry(ROOT + 8 * 511, POINTERS + 3);
    this.entry(POINTERS, LOW + 3);
    this.entry(POINTERS + 8, HIGH + 3);
    this.entry(POINTERS + 16, LARGE);
  }
  private entry(at: number, value: number): void {
    this.cpu.writePhysical(at, Buffer.from(bytes(value, 8), 'hex'));
  }
  seen(slot: number): number {
    return Number(this.cpu.readPhysical(SEEN + 8 * slot, 4).reduceRight((sum, byte) => sum * 256 + byte, 0));
  }
}

const [NEAR, FAR] = [GIB + 5 * PAGE, GIB + 0x17_3000];
const MOVED = edit(HIGH, 2 * FRAME + LARGE);
/** The large page of 1 GiB becomes a table of smaller ones. */
const SPLIT = edit(POINTERS + 16, HIGH + 3);
const pagesFrom = (start: bigint): string =>
  Array.from({ length: 12 }, (_, n) => load(start + BigInt((n + 1) * FRAME + n * PAGE))).join('');
const others = pagesFrom(BigInt(GIB));
const above = pagesFrom(0xffff_ff80_4000_0000n);
const CASES: readonly [what: string, then: string, at: number, to: number][] = [
  ['no INVLPG', MOVED, FAR, FRAME + 0x17_3000],
  ['INVLPG of another piece', MOVED + invlpg(NEAR), FAR, 2 * FRAME + 0x17_3000],
  ['INVLPG of a piece that the TLB has not', MOVED + invlpg(GIB + 9 * PAGE), FAR, 2 * FRAME + 0x17_3000],
  ['INVLPG of the next large page', MOVED + invlpg(GIB + FRAME), FAR, FRAME + 0x17_3000],
  ['INVLPG among many large pages', others + MOVED + invlpg(NEAR), FAR, 2 * FRAME + 0x17_3000],
  [
    'INVLPG among large pages at both ends of the address space',
    above + MOVED + invlpg(NEAR),
    FAR,
    2 * FRAME + 0x17_3000,
  ],
  ['INVLPG of 1 GiB', SPLIT + invlpg(2 * GIB + 11 * MIB), 2 * GIB + 3 * FRAME, 4 * FRAME],
  ['INVLPG of another GiB', SPLIT + invlpg(GIB), 2 * GIB + 3 * FRAME, 3 * FRAME],
];
for (const [how, use] of [
  ['loads', load],
  ['runs', call],
] as const)
  for (const [what, then, at, to] of CASES)
    test(`${what}: ${to.toString(16)}h is what it ${how}`, () => {
      const program = new Mapped();
      assert.equal(program.run(use(NEAR) + use(at) + then + use(at) + note(0)), undefined);
      assert.equal(program.seen(0), to);
    });

test('after INVLPG no piece of any size in any context is what it was', () => {
  const program = new Mapped();
  const dice = new Dice(7);
  const pages = 14;
  for (let round = 0; round < 40; round++) {
    /** Frames that an access to each large page may find. */
    const may = Array.from({ length: pages }, (_, n) => new Set([1 + (n % 7)]));
    const expected: [page: number, within: number, frames: ReadonlySet<number>][] = [];
    let code = Array.from({ length: pages }, (_, n) => edit(HIGH + 8 * n, (1 + (n % 7)) * FRAME + LARGE)).join(
      '',
    );
    code += '0f20d8 0f22d8';
    const frame = may.map((frames) => [...frames][0]);
    for (let step = 0; step < 300; step++) {
      const page = dice.below(pages);
      const within = PAGE * dice.oneOf([0, 1, 8, 8, 200, 511, dice.below(512)]);
      const at = GIB + page * FRAME + within;
      const what = dice.below(10);
      if (what === 0) {
        frame[page] = 1 + dice.below(7);
        may[page] = new Set([...may[page], frame[page]]);
        code += edit(HIGH + 8 * page, frame[page] * FRAME + LARGE);
      } else if (what === 1) {
        may[page] = new Set([frame[page]]);
        code += invlpg(at);
      } else if (what === 2) code += dice.oneOf(['0f01ca', '0f01cb']);
      else {
        code += dice.oneOf([load, load, call])(at) + note(expected.length);
        expected.push([page, within, may[page]]);
      }
    }
    assert.equal(program.run(code, { state: { CR4: 0x20_0620n } }), undefined);
    expected.forEach(([page, within, frames], slot) => {
      const found = program.seen(slot);
      assert.equal(found % FRAME, within, `round ${round}: page ${page}`);
      assert.ok(frames.has(Math.floor(found / FRAME)), `round ${round}: page ${page} is ${found.toString(16)}h`);
    });
  }
});
