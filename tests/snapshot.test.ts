import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeSnapshot, encodeSnapshot } from '../board/snapshotFile.js';
import { KINDS, machineFor } from './images.js';
import { Random } from './random.js';

/** More than any image here runs. */
const ENOUGH = 200_000_000;
const IMAGES: readonly [image: string, args: string, cuts: number][] = [
  ['demo', '', 12],
  ['alu', '1000', 2],
  ['mem', '20', 2],
];

for (const kind of KINDS)
  for (const [image, args, cuts] of IMAGES)
    test(`${image} goes on from a snapshot as without one on ${kind}`, () => {
      const whole: number[] = [];
      const straight = machineFor(kind, image, args, whole);
      straight.run(ENOUGH);
      const hash = straight.stateHash();
      const random = new Random(1);
      for (let n = 0; n < cuts; n++) {
        const cut = random.below(straight.instructions);
        const early: number[] = [];
        const first = machineFor(kind, image, args, early);
        first.run(cut);
        const state = decodeSnapshot(encodeSnapshot({ config: {}, state: first.save() })).state;
        const late: number[] = [];
        const second = machineFor(kind, image, args, late);
        // A machine that has been somewhere else before takes the state over as a new one does.
        if (n % 2 === 1) second.run(cut * 2);
        late.length = 0;
        second.restore(state);
        second.run(ENOUGH);
        assert.equal(second.stateHash(), hash, `cut at ${cut}: restored`);
        assert.deepEqual([...early, ...late], whole, `cut at ${cut}: said`);
        assert.equal(second.instructions, straight.instructions);
        first.run(ENOUGH);
        assert.equal(first.stateHash(), hash, `cut at ${cut}: saved and gone on`);
      }
    });
