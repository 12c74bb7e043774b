import assert from 'node:assert/strict';
import test from 'node:test';
import { INTERCEPTS } from '../spec/intercepts.js';
import { EVENT_CASES } from './eventCases.js';
import { INTERCEPT_CASES } from './interceptCases.js';

/** Intercepts that nothing can show, and why. */
const UNSHOWN: readonly (readonly [names: RegExp, why: string])[] = [
  [/^CR([1567]|9|1\d)_(READ|WRITE)$/, 'there is no such register: #UD'],
  [/^DR([89]|1\d)_(READ|WRITE)$/, 'there is no such register: #UD'],
  [/^EXCEPTION_(2|9|15|2[2-7]|31)$/, 'no exception has the vector; NMI has an intercept of its own'],
  [/^EXCEPTION_18$/, 'machine checks do not happen here'],
  [
    /^EXCEPTION_(20|21|28|29)$/,
    'no AMD processor raises it, or its feature (shstk, sev-snp, sev-es) is not here',
  ],
  [/^(EFER|CR\d+)_WRITE_TRAP$/, 'sev-es is not here'],
  [/^INVLPGB_ILLEGAL$/, 'a guest has no INVLPGB to get wrong: without its own intercept it is #UD'],
];
const shown = new Set([...INTERCEPT_CASES, ...EVENT_CASES].map(({ row }) => row.name));
const excused = (name: string): boolean => UNSHOWN.some(([names]) => names.test(name));

test('every intercept has a case, or a reason why it has none', () => {
  assert.deepEqual(
    INTERCEPTS.map(({ name }) => name).filter((name) => !shown.has(name) && !excused(name)),
    [],
  );
});
test('no reason is given for an intercept that has a case, and none for nothing', () => {
  assert.deepEqual([...shown].filter(excused), []);
  for (const [names] of UNSHOWN) assert.ok(INTERCEPTS.some(({ name }) => names.test(name)));
});
