import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import { disturb } from '../../fuzz/prepare.js';
import { twins } from '../../tests/twins.js';

const SVME = 0x1000n;
/** WRMSR of EFER without SVME. */
const CLEAR = 'b9800000c0 b8000d0000 31d2 0f30';

test('an L2 that has shut down by turning SVM off, and is woken up by an NMI, is the same guest on both machines', () => {
  const pair = twins();
  for (const twin of pair) {
    twin.vmcb12({ rip: PLACE.l2Code });
    twin.write(PLACE.l1Code, '0f01d8 f4');
    // Once more after it has been woken up.
    twin.write(PLACE.l2Code, `${CLEAR} 90 ${CLEAR} f4`);
    for (let times = 1n; times <= 2n; times++) {
      twin.run(20);
      assert.ok(twin.isDown && twin.inL2);
      disturb(twin, { slice: 0, kind: 'nmi', vector: 0 });
      twin.run(1);
      assert.ok(!twin.isDown && twin.inL2);
      assert.equal(twin.get('EFER') & SVME, SVME, 'a guest has it');
      twin.run(2);
      assert.equal(twin.read64(PLACE.counts + 16), times);
    }
  }
  assert.deepEqual(differences(...pair), []);
});
