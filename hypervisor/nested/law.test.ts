import assert from 'node:assert/strict';
import test from 'node:test';
import { drawCase } from '../../fuzz/generate/index.js';
import { BLOCK, PROCESSORS } from '../../fuzz/generate/processors.js';
import { judge } from '../../fuzz/judge.js';
import { Pairs } from '../../fuzz/pair.js';
import { silicon } from '../../tests/twins.js';

/** A few on every processor that the fuzzer tries, and more on the one with everything. */
const MORE = Number(process.env['NSVM_LAW_CASES'] ?? 240);
const FEW = 6;
const pairs = new Pairs(silicon());

test('random guests cannot tell the machines apart', () => {
  let reached = 0;
  for (let index = 0; index < MORE; index++) {
    const given = drawCase(0, index, 'max');
    const { finding, reachedL2 } = judge(pairs, given);
    assert.equal(finding, undefined, `case ${index}: ${JSON.stringify(given)}`);
    reached += Number(reachedL2);
  }
  assert.ok(reached > MORE / 3, `only ${reached} came to L2`);
});

test('nor can they where a feature is missing', () => {
  for (const [n, cpu] of PROCESSORS.entries()) {
    if (cpu === 'max') continue;
    for (let index = n * BLOCK; index < n * BLOCK + FEW; index++) {
      const given = drawCase(0, index);
      assert.equal(judge(pairs, given).finding, undefined, `case ${index}: ${JSON.stringify(given)}`);
    }
  }
});
