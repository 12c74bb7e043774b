import assert from 'node:assert/strict';
import test from 'node:test';
import type { Case } from '../fuzz/case.js';
import { differences } from '../fuzz/differences.js';
import { drawCase } from '../fuzz/generate/index.js';
import { disturb, prepareCase, prepareTwin } from '../fuzz/prepare.js';
import type { Twin, TwinState } from '../fuzz/twin.js';
import { KINDS } from './images.js';
import { makeTwin } from './twins.js';

/** Seeds and numbers of cases: some, and those that have found something. */
const CASES = [...Array.from({ length: 120 }, (_, index) => [11, index]), [12, 425], [12, 552]];
/** Cuts a machine's run short where its state is not a plain one. */
const PLACES: Readonly<Record<string, (twin: Twin) => boolean>> = {
  'in L2': (twin) => twin.inL2,
  'in the handler of an SMI': ({ cpu }) => cpu.u8[cpu.state('IN_SMM')] !== 0,
  'with an NMI that waits': ({ cpu }) => cpu.u8[cpu.state('PENDING_NMI')] !== 0,
  'with an SMI that waits': ({ cpu }) => cpu.u8[cpu.state('PENDING_SMI')] !== 0,
  halted: ({ cpu }) => cpu.u8[cpu.state('HALTED')] !== 0,
};

/** Runs a case; after every slice `cut` gives the machine that goes on. */
function play(start: Twin, given: Case, cut: (twin: Twin) => Twin): Twin {
  let twin = start;
  prepareCase(twin, given);
  for (let slice = 0; slice < given.slices; slice++) {
    for (const event of given.events) if (event.slice === slice) disturb(twin, event);
    twin.run(given.length);
    if (twin.cpu.stopped) break;
    twin = cut(twin);
  }
  return twin;
}

for (const kind of KINDS)
  test(`a run that goes from machine to machine after every slice ends as one that does not, on ${kind}`, () => {
    const machines = Array.from({ length: 3 }, () => makeTwin(kind));
    for (const machine of machines) prepareTwin(machine);
    const states = machines.map((machine): TwinState => machine.save());
    const seen = new Map(Object.keys(PLACES).map((place) => [place, 0]));
    const [whole, first, second] = machines;
    for (const [seed, index] of CASES) {
      machines.forEach((machine, n) => {
        machine.cpu.stopped = undefined;
        machine.restore(states[n]);
      });
      // Short slices: cuts in the midst of everything.
      const given = { ...drawCase(seed, index, 'max'), slices: 40, length: 1 + (index % 9) };
      play(whole, given, (twin) => twin);
      const end = play(first, given, (twin) => {
        for (const [place, is] of Object.entries(PLACES)) if (is(twin)) seen.set(place, seen.get(place)! + 1);
        const other = twin === first ? second : first;
        const state = twin.save();
        // Whatever the other one has been, and whatever becomes of this one.
        other.restore(state);
        twin.run(given.length);
        twin.cpu.stopped = undefined;
        return other;
      });
      assert.deepEqual(
        differences(whole, end),
        [],
        `case ${index} of seed ${seed}: ${JSON.stringify(given)}`,
      );
      assert.equal(end.time, whole.time);
    }
    for (const [place, times] of seen) assert.ok(times > 0, `no cut ${place}`);
  });
