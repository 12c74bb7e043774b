import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import { twins } from '../../tests/twins.js';

const PAGE_FAULT = 14;
/** Beyond what the tables map. */
const NOWHERE = 0x4000_0000;
const FIRST_STACK = 0x24;

test('a handler that is not there faults for ever, and time goes on', () => {
  const pair = twins();
  for (const twin of pair) {
    // The stack of the gate is the same for every fault, so none of them is the last.
    twin.write64(PLACE.tss + FIRST_STACK, PLACE.data + 0x800);
    const gate = 0xee01_0008_0000n | (BigInt(NOWHERE >> 16) << 48n) | BigInt(NOWHERE & 0xffff);
    twin.write64(PLACE.idt + 16 * PAGE_FAULT, gate);
    twin.write(PLACE.l1Code, `8b0425${'00000040'} 90`);
    for (let slice = 0; slice < 3; slice++) assert.equal(twin.run(500), 0, 'the slice ends');
    assert.ok(twin.time >= 1500);
    assert.equal(twin.get('CR2'), BigInt(NOWHERE));
    assert.equal(twin.get('RIP'), BigInt(NOWHERE));
    assert.equal(twin.read64(PLACE.counts + 8 * 8), 0n, 'no double fault');
  }
  assert.deepEqual(differences(...pair), []);
});
