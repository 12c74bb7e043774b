import assert from 'node:assert/strict';
import test from 'node:test';
import { Silicon } from '../tests/silicon.js';
import { ENTRY, NestedTable } from './nestedTable.js';
import { PrivateMemory, OF_L1 } from './privateMemory.js';
import type { Processor } from './processor.js';

const BASE = 0x40_0000;
const BYTES = 0x20_0000;
const RIGHTS = ENTRY.P | ENTRY.U | ENTRY.A;
const WRITABLE = RIGHTS | ENTRY.W | ENTRY.D;

function tables(): { cpu: Processor; memory: PrivateMemory; table: NestedTable } {
  const cpu = new Silicon(1, 0x100_0000).cpu as unknown as Processor;
  const memory = new PrivateMemory(cpu, BASE, BYTES);
  return { cpu, memory, table: new NestedTable(cpu, memory, 48) };
}

/** The leaf that maps an address: its entry and the address it gives; undefined when there is none. */
function leafOf(cpu: Processor, root: number, gpa: number): { entry: bigint; pa: bigint } | undefined {
  let at = BigInt(root);
  for (let shift = 39n; ; shift -= 9n) {
    const entry = cpu.u64[(cpu.hostAddress(Number(at)) >>> 3) + Number((BigInt(gpa) >> shift) & 511n)];
    if (!(entry & 1n)) return undefined;
    const address = entry & 0xf_ffff_ffff_f000n;
    if (shift === 12n || entry & 0x80n) {
      const within = (1n << shift) - 1n;
      return { entry, pa: (address & ~within) | (BigInt(gpa) & within) };
    }
    at = address;
  }
}

test('leaves of every size map what they should', () => {
  const { cpu, table } = tables();
  assert.equal(table.map(0x12_3456_7000, 0xabc_d000, 12, RIGHTS, 0), false);
  assert.equal(table.map(0x4020_0000, 0x8765_0000_0000, 21, WRITABLE, ENTRY.NX), false);
  assert.equal(table.map(0x80_1234_5678, 0x40_4000_0000, 30, WRITABLE, 0), false);
  assert.equal(leafOf(cpu, table.root, 0x12_3456_7abc)?.pa, 0xabc_dabcn);
  assert.equal(leafOf(cpu, table.root, 0x403f_ffff)?.pa, 0x8765_001f_ffffn);
  assert.equal((leafOf(cpu, table.root, 0x4020_0000)?.entry ?? 0n) >> 63n, 1n);
  assert.equal(leafOf(cpu, table.root, 0x80_1234_5678)?.pa, 0x40_5234_5678n);
  assert.equal(leafOf(cpu, table.root, 0x12_3456_8000), undefined);
  assert.equal(leafOf(cpu, table.root, 0x4040_0000), undefined);
});

test('only a mapping that takes something away needs a flush', () => {
  const { table } = tables();
  table.map(0x1000, 0x5000, 12, RIGHTS, 0);
  assert.equal(table.map(0x1000, 0x5000, 12, RIGHTS, 0), false, 'the same again');
  assert.equal(table.map(0x1000, 0x5000, 12, WRITABLE, 0), false, 'more rights');
  assert.equal(table.map(0x1000, 0x5000, 12, RIGHTS, 0), true, 'fewer rights');
  assert.equal(table.map(0x1000, 0x6000, 12, RIGHTS, 0), true, 'another page');
  assert.equal(table.map(0x1000, 0x6000, 12, RIGHTS, ENTRY.NX), true, 'no execution');
  assert.equal(table.map(0x1000, 0x20_0000, 21, RIGHTS, 0), true, 'a large page in place of a table');
  assert.equal(table.map(0x1000, 0x20_1000, 12, RIGHTS, 0), true, 'a small page in place of a large one');
});

test('clearing gives the pages back', () => {
  const { cpu, memory, table } = tables();
  const { left } = memory;
  for (let n = 0; n < 50; n++) table.map(n * 2 ** 30, 0, 12, RIGHTS, 0);
  assert.ok(memory.left < left);
  table.clear();
  assert.deepEqual([memory.left, table.size], [left, 0]);
  assert.equal(leafOf(cpu, table.root, 0), undefined);
});

test('the GiB of the private memory is hidden as a whole, and nothing else is', () => {
  const cpu = new Silicon(1, 0x100_0000).cpu as unknown as Processor;
  const memory = new PrivateMemory(cpu, BASE, BYTES);
  assert.equal(memory.seenByL1(0), OF_L1);
  assert.equal(memory.seenByL1(0x3fff_ffff), OF_L1 + 0x3fff_ffff);
  assert.equal(memory.seenByL1(0x4000_0000), 0x4000_0000);
});
