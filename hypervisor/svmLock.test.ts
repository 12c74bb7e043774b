import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../fuzz/differences.js';
import { PLACE } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';
import { twins } from '../tests/twins.js';

const [LOCK, SVMDIS] = [8, 0x10];
const [EFER, VM_CR, SVM_KEY] = [0xc000_0080, 0xc001_0114, 0xc001_0118];
const [SVM_OFF, SVM_ON] = [0xd01, 0x1d01];
const V_GP = 13;
const V_SX = 30;

function wrmsr(index: number, value: number): string {
  const bytes = Buffer.alloc(10);
  bytes[0] = 0xb9;
  bytes.writeUInt32LE(index, 1);
  bytes[5] = 0xb8;
  bytes.writeUInt32LE(value, 6);
  return `${bytes.toString('hex')} 31d2 0f30`;
}
const taken = (twin: Twin, vector: number): bigint => twin.read64(PLACE.counts + 8 * vector);

/** After WRMSR: nothing that matters, whether it is begun here or, after a fault, at the second byte of the WRMSR. */
const AFTER = 'f6c000 90';

/** VM_CR at the end, and how many #GPs there were. */
function run(code: string, cpu = 'max'): readonly [vmCr: bigint, faults: bigint] {
  const both = twins(cpu);
  for (const twin of both) {
    twin.write(PLACE.l1Code, `${code.replace(/0f30/g, `0f30 ${AFTER}`)} f4`);
    twin.run(100_000);
  }
  const [bare, nested] = both;
  assert.deepEqual(differences(bare, nested), []);
  return [bare.get('VM_CR'), taken(bare, V_GP)];
}

const CASES: readonly (readonly [what: string, code: string, vmCr: number])[] = [
  ['a locked register keeps LOCK and SVMDIS', wrmsr(VM_CR, LOCK) + wrmsr(VM_CR, 0), LOCK],
  ['the key unlocks it', wrmsr(SVM_KEY, 5) + wrmsr(VM_CR, LOCK) + wrmsr(SVM_KEY, 5), 0],
  ['another key does not', wrmsr(SVM_KEY, 5) + wrmsr(VM_CR, LOCK) + wrmsr(SVM_KEY, 6), LOCK],
  [
    'a key cannot be set while it is locked',
    wrmsr(VM_CR, LOCK) + wrmsr(SVM_KEY, 5) + wrmsr(SVM_KEY, 5),
    LOCK,
  ],
  ['zero is no key', wrmsr(SVM_KEY, 0) + wrmsr(VM_CR, LOCK) + wrmsr(SVM_KEY, 0), LOCK],
  ['SVM can be disabled while it is off', wrmsr(EFER, SVM_OFF) + wrmsr(VM_CR, SVMDIS), SVMDIS],
];
for (const [what, code, vmCr] of CASES)
  test(`VM_CR: ${what}`, () => {
    assert.deepEqual(run(code), [BigInt(vmCr), 0n]);
  });

test('VM_CR.SVMDIS keeps EFER.SVME out, and EFER.SVME keeps SVMDIS out', () => {
  assert.deepEqual(run(wrmsr(EFER, SVM_OFF) + wrmsr(VM_CR, SVMDIS) + wrmsr(EFER, SVM_ON)), [
    BigInt(SVMDIS),
    1n,
  ]);
  assert.deepEqual(run(wrmsr(VM_CR, SVMDIS)), [0n, 1n]);
});

test('there is a key only where svm-lock is', () => {
  assert.deepEqual(run(wrmsr(SVM_KEY, 5), 'max,-svm-lock'), [0n, 1n]);
});

test('VM_CR.R_INIT makes #SX of an INIT, when GIF lets it', () => {
  const rInit = wrmsr(VM_CR, 2);
  // STGI, CLGI, STGI around a NOP each.
  const [bare, nested] = twins();
  for (const twin of [bare, nested]) {
    twin.write(PLACE.l1Code, `${rInit} 0f01dd 90 90 90 0f01dc 90 f4`);
    while (twin.get('RIP') < BigInt(PLACE.l1Code + 17)) twin.run(1);
    twin.cpu.u8[twin.cpu.state('PENDING_INIT')] = 1;
    twin.run(2);
    assert.equal(taken(twin, V_SX), 0n, 'GIF is 0');
    twin.run(100_000);
    assert.equal(taken(twin, V_SX), 1n);
    assert.equal(twin.cpu.u8[twin.cpu.state('PENDING_INIT')], 0);
  }
  assert.deepEqual(differences(bare, nested), []);
});
