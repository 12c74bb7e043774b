import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { LOOPS, inLoop } from '../oracle/silicon.js';
import { HostBench, parseHostCase, writeOutcome, type HostCase } from './hostCase.js';

// Recorded by running each case on a Zen 4 processor, undefined flags included. A line is a name, a tab and a case.
const recorded = readFileSync(new URL('../../tests/integerOracle.txt', import.meta.url), 'utf8');
const cases = new Map<string, HostCase[]>();
for (const line of recorded.split('\n').filter(Boolean)) {
  const [name, given] = line.split('\t');
  cases.set(name, [...(cases.get(name) ?? []), parseHostCase(given)]);
}

for (const loop of LOOPS) {
  const bench = new HostBench(loop);
  for (const [name, list] of cases)
    test(`${name} does what the processor does, ${inLoop(loop)}`, () => {
      for (const given of list)
        assert.equal(
          writeOutcome(given, bench.run(given)),
          given.expected,
          Buffer.from(given.code).toString('hex'),
        );
    });
}
