import assert from 'node:assert/strict';
import test from 'node:test';
import { RAM } from '../fuzz/place.js';
import { makeTwin } from '../tests/twins.js';

const PAGE = 0x1000;

test('however many pages are looked at, each is where it is', () => {
  const twin = makeTwin('nested');
  const { memory } = twin.l0!;
  for (let round = 0; round < 2; round++)
    for (let n = 0; n < 0x2100; n++) {
      const pa = n * PAGE;
      assert.equal(memory.linear(pa + 8), pa < RAM ? twin.cpu.hostAddress(pa) + 8 : 0, `page ${n}`);
    }
});
