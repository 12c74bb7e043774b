import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MUTANTS } from './mutants/index.js';
import { PROGRAMS, casesToFind, programsThatFind } from './mutants/kill.js';
import { FINDERS } from './mutants/results.js';
import { RIGHT } from '../hypervisor/behaviour.js';

/** Beyond this many cases a program is quicker, if there is one. */
const FEW = 50;
/** The generator grows: what took some cases may take some more. */
const MOST = 1500;

test('the programs find nothing wrong with the right L0', () => {
  assert.deepEqual(programsThatFind({ behaviour: RIGHT }), []);
});

test('there are mutants, each with its own name and a row in the table', () => {
  const ids = MUTANTS.map(({ id }) => id);
  assert.ok(ids.length >= 35);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(Object.keys(FINDERS), ids);
});

for (const mutant of MUTANTS)
  test(`${mutant.id} is found`, () => {
    const { cases, programs } = FINDERS[mutant.id];
    const byCases = cases !== null && (cases <= FEW || programs.length === 0);
    if (byCases && casesToFind(mutant, programs.length === 0 ? MOST : 10 * FEW)) return;
    const known = PROGRAMS.filter(({ name }) => programs.includes(name));
    assert.ok(programsThatFind(mutant, known).length > 0, 'neither by cases nor by a program');
  });
