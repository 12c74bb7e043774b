import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Behaviour } from '../hypervisor/behaviour.js';
import type { ExitAccount } from '../hypervisor/exitAccount.js';
import { HISTORY } from '../hypervisor/history/index.js';
import type { L0Observer } from '../hypervisor/observer.js';
import { PLACE } from '../fuzz/place.js';
import { Twin } from '../fuzz/twin.js';
import { EXIT } from '../spec/exits.js';
import { HISTORY_EXPECTED } from './historyExpected.js';
import { HISTORY_PROGRAMS, ORDINARY_L1 } from './historyPrograms.js';
import { endState, historyTwin, otherwise } from './historyRun.js';
import { silicon } from './twins.js';

const bare = historyTwin('bare');
const states = new Map(
  HISTORY_PROGRAMS.map((program) => {
    bare.reset();
    return [program.name, endState(bare.twin, program)] as const;
  }),
);

/** What L1 finds otherwise than on the processor, program by program. */
function found(behaviour?: Behaviour, observer?: L0Observer): Record<string, string[]> {
  const { twin, reset } = historyTwin(behaviour, observer);
  const all: Record<string, string[]> = {};
  for (const program of HISTORY_PROGRAMS) {
    reset();
    const differs = otherwise(endState(twin, program), states.get(program.name) ?? new Map());
    if (differs.length > 0) all[program.name] = differs;
  }
  return all;
}

test('the default is as the processor is', () => {
  assert.deepEqual(found(), {});
});

for (const { name, behaviour, faults } of HISTORY) {
  test(`${name} ends every program as it is known to`, () => {
    assert.deepEqual(found(behaviour), HISTORY_EXPECTED[name]);
  });
  test(`whoever observes ${name} hears of its VMRUNs and changes nothing`, () => {
    let entered = 0;
    const accounts: ExitAccount[] = [];
    const observer: L0Observer = {
      nestedEnter: () => entered++,
      exitDone: (account) => accounts.push(account),
    };
    assert.deepEqual(found(behaviour, observer), HISTORY_EXPECTED[name]);
    assert.ok(entered > 0);
    const failures = accounts.filter(({ deeds }) => deeds.some(({ kind }) => kind === 'vmrunFailed'));
    assert.ok(failures.length > 0);
    for (const { toL1 } of failures) assert.deepEqual(toL1?.rule, { kind: 'checks' });
  });
  test(`each fault of ${name} is shown by a program`, () => {
    const programs = faults.flatMap(({ shownBy }) => shownBy ?? []);
    assert.deepEqual(
      programs.filter((program) => !HISTORY_EXPECTED[name][program]),
      [],
    );
  });
}

/** A map that intercepts the PAT register, and an L1 that reads it after its guest. */
function exitsForMsrs(behaviour?: Behaviour): number {
  let exits = 0;
  const observer = {
    vmexit: ({ level, codeLow }: { level: number; codeLow: number }): void => {
      if (level === 1 && codeLow === EXIT.msr.code) exits++;
    },
  };
  const twin = new Twin(silicon(), 'nested', undefined, observer, behaviour);
  twin.write(PLACE.l1Code, `${ORDINARY_L1.slice(0, -'f4 ebfd'.length)} b977020000 0f32 f4`);
  twin.write(PLACE.l2Code, '0f01d9');
  twin.vmcb12({ interceptMisc1: 1 << 28 });
  twin.write64(PLACE.msrpm + (0x277 >> 2), 0xff);
  twin.run(60);
  return exits;
}
test('after its guest L1 has its own MSR map, but under the patch that of its guest', () => {
  const exits = HISTORY.map(({ name, behaviour }) => [name, exitsForMsrs(behaviour)] as const);
  assert.equal(exitsForMsrs(), 0);
  assert.deepEqual(
    exits.filter(([, count]) => count > 0),
    [
      ['linux-patch-v4', 1],
      ['linux-patch-v6', 1],
    ],
  );
});
