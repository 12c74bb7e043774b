import assert from 'node:assert/strict';
import test from 'node:test';
import { INTERCEPT } from '../spec/intercepts.js';
import { differences } from '../fuzz/differences.js';
import { PLACE } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';
import { runEvent, type Happening } from './caseRuns.js';
import { EVENT_CASES, EXIT_FIELDS, NO_EVENTS } from './eventCases.js';

function both(given: Happening, intercepted: boolean): Twin {
  const [bare, nested] = (['bare', 'nested'] as const).map((kind) => runEvent(kind, given, intercepted));
  assert.deepEqual(differences(bare, nested), [], 'the machines are alike');
  return bare;
}

for (const given of EVENT_CASES) {
  const { row, what, at, found = {}, otherwise } = given;
  test(`${row.name}: ${what} exits when the bit is set`, () => {
    const twin = both(given, true);
    const expected = { exitCode: row.exitCode, rip: PLACE.l2Code + at, ...found };
    for (const key of EXIT_FIELDS) if (!(key in found)) Object.assign(expected, { [key]: 0 });
    const fields = Object.entries(expected) as [(typeof EXIT_FIELDS)[number], bigint | number][];
    assert.deepEqual(
      Object.fromEntries(fields.map(([key]) => [key, twin.field(key)])),
      Object.fromEntries(fields.map(([key, value]) => [key, BigInt.asUintN(64, BigInt(value))])),
    );
  });
  test(`${row.name}: ${what} does not exit when it is clear`, () => otherwise(both(given, false)));
}
for (const given of NO_EVENTS)
  test(`${given.row.name}: ${given.what} does not exit: ${given.why}`, () =>
    given.otherwise(both(given, true)));

test('a breakpoint whose handler does not set RF is hit again and again, and time goes by', () => {
  const given = { code: '90909090', fields: { dr7: 0x401 }, row: INTERCEPT.intr, otherwise: () => undefined };
  const twin = both({ ...given, prepare: (one) => one.set('DR', PLACE.l2Code + 3) }, false);
  // The handler has two instructions.
  const [hits, most] = [Number(twin.read64(PLACE.counts + 8)), 1000];
  assert.ok(hits > most - 10 && hits <= most, `${hits}`);
});
