import assert from 'node:assert/strict';
import test from 'node:test';
import { drawCase } from '../../fuzz/generate/index.js';
import { makePair } from '../../fuzz/pair.js';
import { disturb, prepareCase } from '../../fuzz/prepare.js';
import { tlbOf } from '../../tests/tlb.js';
import { silicon } from '../../tests/twins.js';

const CASES = Number(process.env['NSVM_LAW_CASES'] ?? 120);
const FIRST = Number(process.env['NSVM_LAW_FIRST'] ?? 1000);

test('N-80 N-81 N-82: the TLB of random guests holds the same translations on both machines', () => {
  const pair = makePair(silicon(), 'max');
  const twins = [pair.bare, pair.nested];
  for (let index = FIRST; index < FIRST + CASES; index++) {
    const given = drawCase(0, index, 'max');
    pair.reset();
    for (const twin of twins) prepareCase(twin, given);
    for (let slice = 0; slice < given.slices; slice++) {
      for (const event of given.events)
        if (event.slice === slice) for (const twin of twins) disturb(twin, event);
      pair.beginSlice();
      const [reason] = twins.map((twin) => twin.run(given.length));
      assert.deepEqual(tlbOf(pair.nested), tlbOf(pair.bare), `case ${index}, slice ${slice}`);
      if (reason !== 0) break;
    }
  }
});
