import assert from 'node:assert/strict';
import test from 'node:test';
import { Dice } from '../../fuzz/dice.js';
import { differences } from '../../fuzz/differences.js';
import { disturb, prepareLaw } from '../../fuzz/lawCase.js';
import type { Twin } from '../../fuzz/twin.js';
import { twins } from '../../tests/twins.js';

/** Run both in slices, so that their clocks are compared in the midst of things. */
function obeyed(bare: Twin, nested: Twin, slices: number, length: number, seed: number): string[] {
  for (let n = 0; n < slices; n++) {
    for (const twin of [bare, nested]) disturb(twin, new Dice(seed * slices + n));
    const reasons = [bare.run(length), nested.run(length)];
    const found = differences(bare, nested);
    if (reasons[0] !== reasons[1]) found.push(`returned ${reasons.join(' and ')}`);
    if (found.length > 0) return [`slice ${n}`, ...found];
    if (reasons[0] !== 0) break;
  }
  return [];
}

const SEEDS = Number(process.env['NSVM_LAW_SEEDS'] ?? 60);
const FIRST = Number(process.env['NSVM_LAW_FIRST'] ?? 1);

test('random guests cannot tell the machines apart', () => {
  const [bare, nested] = twins();
  const resets = [bare.mark(), nested.mark()];
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    for (const reset of resets) reset();
    for (const twin of [bare, nested]) prepareLaw(twin, seed);
    assert.deepEqual(obeyed(bare, nested, 12, 61, seed), [], `seed ${seed}`);
  }
});
