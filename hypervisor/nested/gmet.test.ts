import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { twins } from '../../tests/twins.js';

const [NP, GMET] = [1, 8];
const VMMCALL = '0f01d9';
/** IRET to a VMMCALL at CPL 3. */
const TO_USER = '6a1b 54 9c 6a23 488d0503000000 50 48cf';
const SUPERVISOR = 3;
const USER = 7;
const PAGES = 0xa0;

function run(
  cpu: string,
  miscCtl: number,
  code: string,
  codePage: number,
  tables = SUPERVISOR,
): readonly [Twin, Twin] {
  const both = twins(cpu);
  for (const twin of both) {
    for (let n = 0; n < PAGES; n++) twin.write64(PLACE.npt12 + 0x3000 + 8 * n, n * 0x1000 + SUPERVISOR);
    twin.write64(PLACE.npt12 + 0x3000 + (PLACE.l2Code >> 9), PLACE.l2Code + codePage);
    twin.write64(PLACE.npt12 + 0x3000 + (PLACE.tables >> 9), PLACE.tables + tables);
    twin.vmcb12({ miscCtl });
    twin.write(PLACE.l1Code, '0f01d8 f4');
    twin.write(PLACE.l2Code, code + VMMCALL);
    twin.run(100_000);
  }
  return both;
}

const CASES = [
  { what: 'the supervisor runs its own page', code: '', page: SUPERVISOR, exit: 0x81n },
  {
    what: "the supervisor does not run the user's",
    code: '',
    page: USER,
    exit: 0x400n,
    info: 0x1_0000_0011n,
  },
  {
    what: "the user runs the supervisor's",
    code: TO_USER,
    page: SUPERVISOR,
    exit: 0x81n,
  },
  {
    what: 'page tables that may not be written',
    code: '',
    page: SUPERVISOR,
    tables: 1,
    exit: 0x400n,
    info: 0x2_0000_0007n,
  },
] as const;

for (const { what, code, page, exit, ...more } of CASES)
  test(`guest mode execute trap: ${what}`, () => {
    const [bare, nested] = run('max', NP | GMET, code, page, 'tables' in more ? more.tables : SUPERVISOR);
    assert.equal(bare.field('exitCode'), exit);
    if ('info' in more) assert.equal(bare.field('exitInfo1'), more.info);
    assert.deepEqual(differences(bare, nested), []);
  });

test('without the bit, the feature or nested paging it does not exist', () => {
  for (const [cpu, miscCtl, exit] of [
    ['max', NP, 0x400n],
    ['max,-gmet', NP | GMET, 0x400n],
    ['max', GMET, 0x81n],
  ] as const) {
    const [bare, nested] = run(cpu, miscCtl, '', USER);
    assert.equal(bare.field('exitCode'), exit);
    // Every access is the user's: it is the supervisor's tables that stop it.
    if (exit === 0x400n) assert.equal(bare.field('exitInfo1'), 0x2_0000_0007n);
    assert.deepEqual(differences(bare, nested), []);
  }
});
