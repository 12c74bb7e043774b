import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MachineState } from './machine.js';
import { SnapshotError, decodeSnapshot, encodeSnapshot } from './snapshotFile.js';

const STATE: MachineState = {
  instructions: 5,
  reached: [7],
  devices: { cmos: { version: 1, ram: Uint8Array.of(1, 2, 255) }, timer: { at: Infinity, name: 'a\u00e9' } },
  processor: {
    live: 0,
    regions: Uint8Array.of(9, 8, 7),
    pageNumbers: Uint32Array.of(3, 0x3f_ffff),
    pages: new Uint8Array(0x2000).fill(0x5a),
    tlb: new Uint8Array(16),
    marks: new Uint8Array(0),
  },
};
const file = (): Uint8Array => encodeSnapshot({ config: { cpu: 'max' }, state: STATE });

test('a snapshot file holds what was put in', () => {
  assert.deepEqual(decodeSnapshot(file()), { config: { cpu: 'max' }, state: STATE });
  assert.deepEqual(file(), file());
});

test('where the bytes lie does not matter', () => {
  const bytes = file();
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  assert.deepEqual(decodeSnapshot(shifted.subarray(3)).state, STATE);
  assert.deepEqual(decodeSnapshot(Buffer.from(bytes)).state, STATE);
});

const DAMAGES: readonly [name: string, damage: (bytes: Uint8Array) => Uint8Array, message: RegExp][] = [
  ['nothing', () => new Uint8Array(0), /^not a snapshot/],
  ['another file', () => new Uint8Array(4096), /^not a snapshot/],
  ['only the magic', (bytes) => bytes.subarray(0, 20), /^not a snapshot/],
  ['cut short', (bytes) => bytes.subarray(0, bytes.length - 4), /checksum/],
  ['longer', (bytes) => Uint8Array.from([...bytes, 0]), /checksum/],
  ['a later version', (bytes) => bytes.with(8, 4), /version 4; this nsvm reads version 3/],
  ['a bit of the header', (bytes) => bytes.with(40, bytes[40] ^ 1), /checksum/],
  ['a bit of a page', (bytes) => bytes.with(bytes.length - 100, 0), /checksum/],
  ['a bit of the checksum', (bytes) => bytes.with(20, bytes[20] ^ 1), /checksum/],
];
for (const [name, damage, message] of DAMAGES)
  test(`refused: ${name}`, () => {
    assert.throws(() => decodeSnapshot(damage(file())), { name: SnapshotError.name, message });
  });
