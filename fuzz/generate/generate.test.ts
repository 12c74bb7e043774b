import assert from 'node:assert/strict';
import test from 'node:test';
import { decodeCase, encodeCase } from '../caseFile.js';
import { Dice } from '../dice.js';
import { GUEST_OPS, assemble, drawArguments } from '../ops/index.js';
import { HYPERVISOR } from '../ops/hypervisor.js';
import { drawCase } from './index.js';
import { BLOCK, PROCESSORS, processorOf } from './processors.js';

test('a seed and a number give the same case every time, and others give others', () => {
  const cases = [drawCase(7, 3), drawCase(7, 3), drawCase(7, 4), drawCase(8, 3)].map((one) =>
    JSON.stringify(one),
  );
  assert.equal(cases[0], cases[1]);
  assert.equal(new Set(cases).size, 3);
});

test('every op has code in every mode, and most draw different arguments', () => {
  const dice = new Dice(1);
  for (const name of Object.keys({ ...GUEST_OPS, ...HYPERVISOR }))
    for (const width of [64, 32, 16] as const)
      for (let n = 0; n < 20; n++) {
        const text = drawArguments(name, dice);
        const code = assemble(text, width);
        assert.ok(code.length > 0, text);
        assert.ok(code.length < 120, text);
      }
});

test('every processor has its turn, for a block of cases', () => {
  const seen = Array.from({ length: PROCESSORS.length }, (_, n) => processorOf(n * BLOCK));
  assert.deepEqual(seen, PROCESSORS);
  assert.equal(processorOf(BLOCK - 1), processorOf(0));
});

test('whatever is drawn is a case that a file can hold', () => {
  for (let index = 0; index < 300; index++) {
    const given = drawCase(3, index * 7);
    const finding = { kind: 'difference' as const, slice: 1, details: ['RIP: bare 1, nested 2'] };
    const file = { seed: 3, index, finding, case: given };
    assert.deepEqual(decodeCase(encodeCase(file)), file);
  }
});
