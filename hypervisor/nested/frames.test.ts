import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { modeFields, type GuestMode } from '../../fuzz/guestModes.js';
import { LEGACY } from '../../fuzz/legacyTables.js';
import { PLACE } from '../../fuzz/place.js';
import { prepareTwin } from '../../fuzz/prepare.js';
import { twins } from '../../tests/twins.js';

/** L2's descriptor table: the one that CS is loaded from is the first in its page, and no entry of NPT02 is there for the page before. */
const TABLE = 0x6_0000;
const INT3 = 'cc';
const CALL = '9a10100100 2800';

const CASES: readonly (readonly [mode: GuestMode, code: string, above: number, selector: number])[] = [
  ['long', INT3, 16, 8],
  ['paged', INT3, 8, LEGACY.code],
  ['pae', INT3, 4, LEGACY.code],
  ['flat', CALL, 4, LEGACY.code],
];

test('a frame on two pages is pushed once, though the L0 must enter one of them: L2 pushes over its descriptors', async (t) => {
  for (const [mode, code, above, selector] of CASES)
    await t.test(`${mode}: ${code}`, () => {
      const pair = twins();
      for (const twin of pair) {
        prepareTwin(twin);
        const gdtrBase = TABLE - selector;
        twin.vmcb12({ ...modeFields(mode, 0), gdtrBase, gdtrLimit: 0x4f, rsp: TABLE + above, miscCtl: 1 });
        twin.write(TABLE, twin.cpu.readPhysical(PLACE.gdt + selector, 8));
        twin.write(PLACE.l1Code, '0f01d8 f4');
        twin.write(PLACE.l2Code, code);
        twin.run(2);
      }
      const [bare] = pair;
      assert.equal(bare.inL2, true);
      assert.notEqual(bare.get('RIP'), BigInt(PLACE.l2Code));
      assert.deepEqual(differences(...pair), []);
    });
});

test('a frame may overwrite the tables that its own pages are found by: it was found before', () => {
  // With a breakpoint on data the TLB keeps nothing. The first entry of NPT12 becomes CS or RSP.
  for (const [rsp, entry] of [
    [PLACE.npt12 + 0x20, 8n],
    [PLACE.npt12 + 0x10, BigInt(PLACE.npt12 + 0x10)],
  ] as const) {
    const pair = twins();
    for (const twin of pair) {
      prepareTwin(twin);
      twin.vmcb12({ ...modeFields('long', 0), rsp, dr7: 0x80, miscCtl: 1 });
      twin.write(PLACE.l1Code, '0f01d8 f4');
      twin.write(PLACE.l2Code, INT3);
      twin.run(2);
    }
    assert.equal(pair[0].read64(PLACE.npt12), entry);
    assert.deepEqual(differences(...pair), []);
  }
});
