import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firmwareTables, type FirmwareBlock } from './firmwareTables.js';
import { FIRMWARE_BASE, realModeFirmware } from './realModeFirmware.js';

const sum = (bytes: Uint8Array) => bytes.reduce((total, byte) => total + byte, 0) & 0xff;
const viewOf = ({ bytes }: FirmwareBlock) => new DataView(bytes.buffer);
const blocks = firmwareTables({ vcpus: 3 });
const at = (address: number) => blocks.find((block) => block.address === address) as FirmwareBlock;
const named = (what: string) => blocks.find((block) => block.what === what) as FirmwareBlock;
const signature = (block: FirmwareBlock) => String.fromCharCode(...block.bytes.subarray(0, 4));

test('every table has its checksum and its length', () => {
  for (const block of blocks) {
    if (block.what === 'FACS' || block.what === 'RSDP') continue;
    assert.equal(sum(block.bytes), 0, block.what);
    assert.equal(viewOf(block).getUint32(4, true), block.bytes.length, block.what);
  }
  const { bytes } = named('RSDP');
  assert.deepEqual([sum(bytes), sum(bytes.subarray(0, 20)), bytes.length], [0, 0, 36]);
});

test('the pointers lead from the RSDP to every table', () => {
  const rsdp = viewOf(named('RSDP'));
  const rsdt = at(rsdp.getUint32(16, true));
  const xsdt = at(Number(rsdp.getBigUint64(24, true)));
  const tables = [at(viewOf(rsdt).getUint32(36, true)), at(viewOf(rsdt).getUint32(40, true))];
  assert.deepEqual(tables.map(signature), ['FACP', 'APIC']);
  assert.equal(at(Number(viewOf(xsdt).getBigUint64(44, true))), tables[1]);
  const fadt = viewOf(tables[0]);
  assert.equal(fadt.byteLength, 244);
  assert.deepEqual(
    [36, 40].map((offset) => signature(at(fadt.getUint32(offset, true)))),
    ['FACS', 'DSDT'],
  );
  const ports = {
    sci: fadt.getUint16(46, true),
    pm1a: fadt.getUint32(64, true),
    timer: fadt.getUint32(76, true),
  };
  assert.deepEqual(ports, { sci: 9, pm1a: 0x604, timer: 0x608 });
  assert.deepEqual([fadt.getBigUint64(120, true), fadt.getUint8(128)], [0xcf9n, 6]);
  assert.equal(fadt.getBigUint64(212, true), 0x608n);
});

test('the MADT lists processors, I/O APIC, overrides and NMI', () => {
  const { bytes } = named('MADT');
  const entries: string[] = [];
  for (let offset = 44; offset < bytes.length; offset += bytes[offset + 1]) {
    entries.push(`${bytes[offset]}:${bytes[offset + 3]}`);
  }
  assert.deepEqual(entries, ['0:0', '0:1', '0:2', '1:0', '2:0', '2:9', '4:0']);
});

test('nothing overlaps, with as many processors as there can be', () => {
  const all = [...firmwareTables({ vcpus: 255 }), ...realModeFirmware()].sort(
    (a, b) => a.address - b.address,
  );
  all.reduce((below, above) => {
    assert.ok(below.address + below.bytes.length <= above.address, `${below.what} and ${above.what}`);
    return above;
  });
  const last = all[all.length - 1];
  assert.ok(last.address >= FIRMWARE_BASE && last.address + last.bytes.length <= 2 ** 20);
});
