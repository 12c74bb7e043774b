import assert from 'node:assert/strict';
import test from 'node:test';
import { modeFields } from '../fuzz/guestModes.js';
import { PLACE } from '../fuzz/place.js';
import { makeTwin } from '../tests/twins.js';
import type { VmrunFailure } from './observer.js';

const NOWHERE = 0x8000_0000;
const RESERVED = 0x1e7n;

/** What a VMRUN is told to have failed for, with the page-directory pointers it was refused for. */
function refusal(kind: 'bare' | 'nested', cr3: number): VmrunFailure {
  const heard: VmrunFailure[] = [];
  const twin = makeTwin(kind, 'max', { vmrunFailed: (event) => heard.push(event) });
  twin.vmcb12({ ...modeFields('pae', 0), cr3 });
  for (let n = 0; n < 4; n++) twin.write64(PLACE.data + 8 * n, RESERVED + BigInt(n << 12));
  twin.write(PLACE.l1Code, '0f01d8 f4');
  twin.run(100);
  assert.equal(heard.length, 1);
  return heard[0];
}

for (const kind of ['bare', 'nested'] as const)
  test(`a refusal shows the page-directory pointers if they are in memory, ${kind}`, () => {
    const seen = refusal(kind, PLACE.data);
    assert.deepEqual(seen.pointers, [0x1e7n, 0x11e7n, 0x21e7n, 0x31e7n]);
    const { mask, pointers } = refusal(kind, NOWHERE);
    assert.equal(mask, seen.mask, 'without memory they read as ones, which is no better');
    assert.equal(pointers, undefined);
  });
