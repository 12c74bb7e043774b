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
  table.map(0x12_3456_7000, 0xabc_d000, 12, RIGHTS, 0);
  table.map(0x4020_0000, 0x8765_0000_0000, 21, WRITABLE, ENTRY.NX);
  table.map(0x80_1234_5678, 0x40_4000_0000, 30, WRITABLE, 0);
  assert.equal(leafOf(cpu, table.root, 0x12_3456_7abc)?.pa, 0xabc_dabcn);
  assert.equal(leafOf(cpu, table.root, 0x403f_ffff)?.pa, 0x8765_001f_ffffn);
  assert.equal((leafOf(cpu, table.root, 0x4020_0000)?.entry ?? 0n) >> 63n, 1n);
  assert.equal(leafOf(cpu, table.root, 0x80_1234_5678)?.pa, 0x40_5234_5678n);
  assert.equal(leafOf(cpu, table.root, 0x12_3456_8000), undefined);
  assert.equal(leafOf(cpu, table.root, 0x4040_0000), undefined);
});

test('what is forgotten is gone, with the tables that led to it, and nothing else is', () => {
  const { cpu, memory, table } = tables();
  const { left } = memory;
  table.map(0x1000, 0x5000, 12, RIGHTS, 0);
  table.map(0x2000, 0x6000, 12, WRITABLE, 0);
  table.map(0x20_0000, 0x20_0000, 21, RIGHTS, 0);
  assert.deepEqual([table.unmap(0x1000, 12), table.unmap(0x1000, 12)], [true, false]);
  assert.equal(leafOf(cpu, table.root, 0x1000), undefined);
  assert.equal(leafOf(cpu, table.root, 0x2000)?.pa, 0x6000n);
  assert.deepEqual(
    [table.holds(0, 0x20_0000), table.holds(0x20_0000, 0x20_0000), table.holds(0x40_0000, 0x20_0000)],
    [true, true, false],
  );
  assert.equal(table.unmap(0x20_0000, 12), false, 'a large page is no small one');
  assert.equal(table.unmap(0, 22), true);
  assert.equal(leafOf(cpu, table.root, 0x2000), undefined);
  assert.equal(leafOf(cpu, table.root, 0x20_0000), undefined);
  table.map(0x4000_0000, 0, 12, RIGHTS, 0);
  assert.equal(table.unmap(0, 39), true);
  assert.deepEqual([memory.left, table.size], [left, 0]);
  table.map(0, 0, 12, RIGHTS, 0);
  assert.deepEqual([table.unmap(2 ** 48, 48), table.unmap(0, 48), table.size], [false, true, 0]);
  // Five levels of L1's reach further than four.
  table.map(0, 0, 12, RIGHTS, 0);
  assert.deepEqual([table.unmap(2 ** 48, 12), table.holds(2 ** 48, 0x1000)], [false, false]);
  assert.deepEqual([table.holds(0, 0x1000), table.unmap(0, 12)], [true, true]);
});
test('a page in place of a table, and a table in place of a page', () => {
  const { cpu, table } = tables();
  table.map(0x1000, 0x5000, 12, RIGHTS, 0);
  table.map(0x1000, 0x20_0000, 21, RIGHTS, 0);
  assert.equal(leafOf(cpu, table.root, 0x1234)?.pa, 0x20_1234n);
  table.map(0x1000, 0x7000, 12, RIGHTS, 0);
  assert.equal(leafOf(cpu, table.root, 0x1234)?.pa, 0x7234n);
  assert.equal(leafOf(cpu, table.root, 0x2000), undefined);
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
