import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import { twins } from '../../tests/twins.js';

const GENERAL_DETECT = 0x2400;
const BD = 0x2000n;

test('#DB of an access to a debug register is delivered again, however near nRIP is: it is no ICEBP', () => {
  for (const miscCtl of [0, 1]) {
    const pair = twins();
    for (const twin of pair) {
      // The first push of the handler finds no page in the L0's tables.
      twin.vmcb12({ miscCtl, dr7: GENERAL_DETECT, nRip: PLACE.l2Code + 2 });
      twin.write(PLACE.l1Code, '0f01d8 f4');
      // MOV DR7, RBX.
      twin.write(PLACE.l2Code, '0f23fb');
      twin.run(3);
      assert.equal(twin.read64(PLACE.counts + 8), 1n, 'the handler has counted');
      assert.equal(twin.get('DR', 6) & BD, BD);
    }
    assert.deepEqual(differences(...pair), []);
  }
});
