import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import { twins } from '../../tests/twins.js';

const BASE = PLACE.data + 0x100;
/** Canonical with five levels of tables only; the processor has them, though they are off. */
const WIDE = 0x0020_4000_0000_0000n;

test('LGDT may load a base for five-level paging, and no exit of the L0 shortens it', () => {
  const pair = twins();
  for (const twin of pair) {
    twin.write64(BASE, 0x27n | (WIDE << 16n));
    twin.write64(BASE + 8, WIDE >> 48n);
    twin.vmcb12({ miscCtl: 1 });
    twin.write(PLACE.l1Code, '0f01d8 f4');
    // LGDT, then memory that the L0 has yet to enter.
    twin.write(PLACE.l2Code, `0f011425${'00810200'} 8b042500000700 0f01d9`);
    twin.run(3);
    assert.equal(twin.get('SEGS', 13), WIDE);
  }
  assert.deepEqual(differences(...pair), []);
});

test('VMRUN shortens what L1 asks for to the width that paging has', () => {
  const pair = twins();
  for (const twin of pair) {
    twin.vmcb12({ gdtrBase: WIDE, dsBase: 0x1234_8000_0000_0000n });
    twin.write(PLACE.l1Code, '0f01d8 f4');
    twin.write(PLACE.l2Code, '90');
    twin.run(3);
    assert.equal(twin.get('SEGS', 13), 0x4000_0000_0000n);
    assert.equal(twin.get('SEGS', 7), 0xffff_8000_0000_0000n);
  }
  assert.deepEqual(differences(...pair), []);
});
