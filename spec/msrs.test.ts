import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CPU_FEATURES } from './cpuid.js';
import { STATE_FIELDS } from './layout.js';
import { MSRS, msr, msrpmPosition } from './msrs.js';
import { GDB_REGISTERS, registerByName, VIEWER_REGISTERS } from './registers.js';

const fieldCount = (name: string) => STATE_FIELDS.find((f) => f.name === name)?.count ?? 1;
const fieldExists = (name: string) => STATE_FIELDS.some((f) => f.name === name);

test('every MSR has a place of its own and features that exist', () => {
  const places = new Set<string>();
  assert.equal(new Set(MSRS.map((row) => row.index)).size, MSRS.length);
  for (const row of MSRS) {
    for (const name of row.features) assert.ok(CPU_FEATURES.has(name), `${row.name}: ${name}`);
    assert.equal(row.reset & row.reserved, 0n, `${row.name} resets to reserved bits`);
    assert.ok(row.reserved >= 0n && row.reserved < 1n << 64n, row.name);
    if (row.kind === 'live') assert.ok(row.rule, `${row.name} has no rule`);
    if (!row.state) continue;
    const [field, element] = row.state;
    assert.ok(fieldExists(field), `${row.name}: ${field}`);
    assert.ok(element < fieldCount(field), `${row.name}: ${field} is full`);
    assert.ok(!places.has(row.state.join()), `${row.name} shares ${row.state.join()}`);
    places.add(row.state.join());
  }
});

test('MSR permission map positions', () => {
  const table: [number, ReturnType<typeof msrpmPosition>][] = [
    [0x0, { byte: 0, bit: 0 }],
    [0x1fff, { byte: 0x7ff, bit: 6 }],
    [0x2000, null],
    [0x10, { byte: 4, bit: 0 }],
    [0xc0000080, { byte: 0x820, bit: 0 }],
    [0xc0000102, { byte: 0x840, bit: 4 }],
    [0xc0010117, { byte: 0x1045, bit: 6 }],
    [0xc0011fff, { byte: 0x17ff, bit: 6 }],
    [0xc0012000, null],
  ];
  for (const [index, want] of table) assert.deepEqual(msrpmPosition(index), want, index.toString(16));
});

test('MSRs by index', () => {
  assert.equal(msr(0xc0000080)?.name, 'EFER');
  assert.equal(msr(0xc0000080 | 0)?.name, 'EFER');
  assert.equal(msr(0xfe)?.reset, 0x508n);
  assert.equal(msr(0x20f)?.name, 'MTRRphysMask7');
  assert.equal(msr(0x26f)?.name, 'MTRRfix4K_F8000');
  assert.deepEqual(msr(0x26f)?.state, ['MTRR', 27]);
  assert.equal(msr(0x83f)?.access, 'wo');
  assert.equal(msr(0x800), undefined);
  assert.equal(msr(0x410), undefined);
});

test('registers: gdb numbers run without gaps and state fields exist', () => {
  GDB_REGISTERS.forEach((row, n) => assert.equal(row.gdb, n));
  const table: [string, number][] = [
    ['rax', 0],
    ['rsp', 7],
    ['rip', 16],
    ['cs', 18],
    ['gs', 23],
    ['st0', 24],
    ['fop', 39],
    ['xmm0', 40],
    ['mxcsr', 56],
    ['fs_base', 57],
  ];
  for (const [name, n] of table) assert.equal(registerByName(name)?.gdb, n, name);
  const all = [...GDB_REGISTERS, ...VIEWER_REGISTERS];
  assert.equal(new Set(all.map((row) => row.name)).size, all.length);
  for (const { name, state } of all) {
    if (state) assert.ok(fieldExists(state.field) && state.element < fieldCount(state.field), name);
  }
});
