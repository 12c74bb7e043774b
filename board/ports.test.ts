import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MmioMap } from './mmio.js';
import { PortMap, type PortRange } from './ports.js';

function recorder(first: number, count: number, width: 1 | 2 | 4) {
  const log: string[] = [];
  const range: PortRange = {
    name: `at ${first}`,
    first,
    count,
    width,
    read: (offset, size) => {
      log.push(`r${size}@${offset}`);
      return 0x10 + offset;
    },
    write: (offset, size, value) => void log.push(`w${size}@${offset}=${value.toString(16)}`),
  };
  return { range, log };
}

const READS = [
  { what: 'byte', port: 0x10, size: 1, value: 0x10, log: ['r1@0'] },
  { what: 'word of a byte device, low first', port: 0x10, size: 2, value: 0x1110, log: ['r1@0', 'r1@1'] },
  {
    what: 'dword of a byte device',
    port: 0x10,
    size: 4,
    value: 0x1312_1110,
    log: ['r1@0', 'r1@1', 'r1@2', 'r1@3'],
  },
  { what: 'over the end of the device', port: 0x13, size: 2, value: 0xff13, log: ['r1@3'] },
  { what: 'nobody', port: 0x5000, size: 4, value: 0xffff_ffff, log: [] },
  { what: 'nobody, a word', port: 0x5000, size: 2, value: 0xffff, log: [] },
  { what: 'past the last port', port: 0xffff, size: 4, value: 0xffff_ffff, log: [] },
];

for (const { what, port, size, value, log } of READS) {
  test(`port read: ${what}`, () => {
    const device = recorder(0x10, 4, 1);
    assert.equal(new PortMap([device.range]).read(port, size), value);
    assert.deepEqual(device.log, log);
  });
}

test('port writes are split to the width of the device', () => {
  const narrow = recorder(0x10, 4, 2);
  const map = new PortMap([narrow.range]);
  map.write(0x10, 4, 0xdead_beef);
  map.write(0x12, 4, 0x1_2345);
  assert.deepEqual(narrow.log, ['w2@0=beef', 'w2@2=dead', 'w2@2=2345']);
});

test('two devices at one port are refused', () => {
  assert.throws(
    () => new PortMap([recorder(0x10, 4, 1).range, recorder(0x13, 1, 1).range]),
    /port 13h is both at 16 and at 19/,
  );
});

test('memory nobody decodes reads as ones', () => {
  const row = { name: 'x', base: 0x1000, length: 4, read: () => -1, write: () => {} };
  const map = new MmioMap([row]);
  const sizes = [1, 2, 4];
  assert.deepEqual(
    sizes.map((size) => map.read(0x2000, size)),
    [0xff, 0xffff, 0xffff_ffff],
  );
  assert.deepEqual(
    sizes.map((size) => map.read(0x1000, size)),
    [0xff, 0xffff, 0xffff_ffff],
  );
  assert.throws(() => new MmioMap([row, { ...row, base: 0x1003 }]), /overlap/);
});
