import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../fuzz/place.js';
import { CODE, play, taken, wrmsr } from '../tests/play.js';

const { hlt } = CODE;
const [UD, DF, GP, PF] = [6, 8, 13, 14];
const EFER = 0xc000_0080;
const SVME_OFF = 0xd01n;
/** A gate to a selector beyond the table. */
const SPOILT = 0xee00_1000_0000n;

/** With SVM off, a #GP that comes up while something else is delivered: what L1 does, whose gates are spoilt, what its handlers count. */
const CASES: readonly [
  what: string,
  l1: string,
  spoilt: readonly number[],
  counts: Record<number, number>,
][] = [
  ['INT n', 'cd51', [0x51], { [GP]: 1, [DF]: 0 }],
  ['INT3, a trap', 'cc', [3], { [GP]: 1, [DF]: 0 }],
  ['#UD, which is harmless', '0f0b', [UD], { [GP]: 1, [DF]: 0 }],
  ['a page fault', '8b042500000070', [PF], { [GP]: 0, [DF]: 1 }],
  ['#GP itself', wrmsr(EFER, 1n << 60n), [GP], { [DF]: 1 }],
];

for (const [what, l1, spoilt, counts] of CASES)
  test(`L1 without SVM: #GP on the way to the handler of ${what}`, () => {
    const [bare] = play(
      {
        l1: `${wrmsr(EFER, SVME_OFF)} ${l1} ${hlt}`,
        prepare: (twin) => {
          for (const vector of spoilt) twin.write64(PLACE.idt + 16 * vector, SPOILT);
        },
      },
      40,
    );
    for (const [vector, count] of Object.entries(counts))
      assert.equal(taken(bare, Number(vector)), count, vector);
  });

test('WRMSR of what EFER does not have is #GP, SVM or not', () => {
  for (const svme of [0x1000n, 0n]) {
    const [bare] = play({ l1: `${wrmsr(EFER, SVME_OFF | svme)} ${wrmsr(EFER, 1n << 60n)} ${hlt}` }, 40);
    assert.equal(taken(bare, GP), 1);
  }
});
