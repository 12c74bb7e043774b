import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parseGiven, writeGiven } from './given.js';
import { RECORD } from './layout.js';
import { formatOutcome } from './outcome.js';
import { LOOPS, OracleSilicon, inLoop } from './silicon.js';

// Written by `npm run oracle -- --record N` on a Zen 4 processor: the name of a row, a tab, a case and what that processor did.
const recorded = readFileSync(new URL('../../oracle/recorded.txt', import.meta.url), 'utf8');
const cases = recorded.split('\n').filter(Boolean);

for (const loop of LOOPS)
  test(`recorded cases have the outcome of the real processor, ${inLoop(loop)}`, () => {
    const silicon = new OracleSilicon(loop);
    const given = Buffer.alloc(RECORD.SIZE);
    const outcome = Buffer.alloc(RECORD.SIZE);
    const view = new DataView(given.buffer, given.byteOffset, RECORD.SIZE);
    assert.ok(cases.length > 1000);
    for (const line of cases) {
      const [start, expected] = line.split('\t')[1].split(' > ');
      writeGiven(view, 0, parseGiven(start));
      silicon.run(given, outcome, 0);
      assert.equal(formatOutcome(given, outcome), expected, line);
    }
  });
