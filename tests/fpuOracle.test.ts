import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { LOOPS, inLoop } from '../oracle/silicon.js';
import { FpuBench, parseFpuCase, type FpuCase } from './fpuCase.js';

// Recorded by running each case on a Zen 4 processor. A line is a name, a tab and a case. Of the transcendental instructions only
// cases that this processor rounds right are here: real ones are a unit of the last place off in one of a hundred.
const recorded = readFileSync(new URL('../../tests/fpuOracle.txt', import.meta.url), 'utf8');
const cases = new Map<string, FpuCase[]>();
for (const line of recorded.split('\n').filter(Boolean)) {
  const [name, given] = line.split('\t');
  cases.set(name, [...(cases.get(name) ?? []), parseFpuCase(given)]);
}

for (const loop of LOOPS) {
  const bench = new FpuBench(loop);
  for (const [name, list] of cases)
    test(`${name} does what the processor does, ${inLoop(loop)}`, () => {
      for (const given of list)
        assert.equal(bench.runFpu(given), given.expected, Buffer.from(given.code).toString('hex'));
    });
}
