import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Machine } from '../board/machine.js';
import { KINDS, machineFor } from './images.js';

/** More than any image here runs. */
const ENOUGH = 200_000_000;

/** What can be told of a run that has come to its end. */
function ending(machine: Machine, said: number[]) {
  return {
    stopped: machine.stopped,
    instructions: machine.instructions,
    now: machine.now,
    said: Buffer.from(said).toString('latin1'),
  };
}

/** Iterations that keep the benchmark images short here. */
const IMAGES: readonly [image: string, args: string][] = [
  ['demo', ''],
  ['alu', '1000'],
  ['mem', '20'],
  ['wide', '20'],
];

for (const kind of KINDS)
  for (const [image, args] of IMAGES)
    test(`${image} runs the same way twice on ${kind}`, () => {
      const [first, second] = [0, 1].map(() => {
        const said: number[] = [];
        const machine = machineFor(kind, image, args, said);
        machine.run(ENOUGH);
        return { ...ending(machine, said), hash: machine.stateHash() };
      });
      assert.ok(first.stopped, 'the guest ends by itself');
      assert.deepEqual(first, second);
    });

for (const kind of KINDS)
  test(`looking in between changes nothing on ${kind}`, () => {
    const whole: number[] = [];
    const one = machineFor(kind, 'demo', '', whole);
    one.run(ENOUGH);
    const pieces: number[] = [];
    const many = machineFor(kind, 'demo', '', pieces);
    while (many.stopped === undefined) many.run(997);
    assert.deepEqual(ending(many, pieces), ending(one, whole));
  });

test('the demo takes as many instructions on both machines', () => {
  const counts = KINDS.map((kind) => {
    const machine = machineFor(kind, 'demo');
    machine.run(ENOUGH);
    return machine.instructions;
  });
  assert.equal(counts[0], counts[1]);
});
