import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BEHAVIOUR_ITEMS } from './behaviourItems.js';
import { testsOfItems } from './behaviourTests.js';

/** Last id of each section: none of those before it may be lost. */
const LAST = ['0C', '2H', '3F', '4B', '58', '6D', '7B', '83', '93', 'A9', 'B5', 'C4', 'D9', 'E4'];
const STARTS_AT_ONE = ['0'];
const DIGITS = '0123456789ABCDEFGH';

const sections = LAST.map(([section, last]) => {
  const first = STARTS_AT_ONE.includes(section) ? 1 : 0;
  return Array.from(DIGITS.slice(first, DIGITS.indexOf(last) + 1), (digit) => `N-${section}${digit}`);
});

test('every item of the behaviour of an L0 is in the table, in order', () => {
  assert.deepEqual(
    BEHAVIOUR_ITEMS.map(({ id }) => id),
    sections.flat(),
  );
});

test('every item has a test that carries its id, or a reason why there is nothing to test', () => {
  const tested = testsOfItems();
  const wrong = BEHAVIOUR_ITEMS.filter(({ id, absent }) => tested.has(id) === (absent !== undefined));
  assert.deepEqual(
    wrong.map(({ id }) => id),
    [],
  );
});

test('no test carries an id that is none', () => {
  const known = new Set(BEHAVIOUR_ITEMS.map(({ id }) => id));
  assert.deepEqual(
    [...testsOfItems().keys()].filter((id) => !known.has(id)),
    [],
  );
});
