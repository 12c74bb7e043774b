import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedBits, type BitField } from './bits.js';
import * as controlBits from './controlBits.js';
import { CLEAN, SAVE_AREA, VMCB, VMCB_ROWS, VMCB_SIZE, vmcbFieldAt } from './vmcb.js';
import * as vmcbBits from './vmcbBits.js';

test('fields lie inside the VMCB, in their area, and do not overlap', () => {
  let end = 0;
  for (const [key, f] of VMCB_ROWS) {
    assert.ok(f.offset >= end, `${key} overlaps the field before it`);
    end = f.offset + f.width;
    assert.ok(end <= (f.area === 'control' ? SAVE_AREA : VMCB_SIZE), `${key} leaves its area`);
    assert.equal(f.area === 'save', f.offset >= SAVE_AREA, key);
    assert.equal(f.loadedBy === null, f.area === 'control', key);
  }
});

test('widths add up', () => {
  const sum = (area: string) => VMCB_ROWS.reduce((n, [, f]) => n + (f.area === area ? f.width : 0), 0);
  // Counted in the manual's table by size, then the instruction bytes and the software area.
  assert.equal(sum('control'), 18 * 8 + 15 * 4 + 3 * 2 + 3 * 1 + 15 + 32);
  assert.equal(sum('save'), 10 * 16 + 1 + 29 * 8);
});

test('offsets from the manual', () => {
  const table: [number, number][] = [
    [VMCB.interceptMisc2.offset, 0x010],
    [VMCB.exitCode.offset, 0x070],
    [VMCB.eventInj.offset, 0x0a8],
    [VMCB.nRip.offset, 0x0c8],
    [VMCB.esSelector.offset, 0x400],
    [VMCB.trBase.offset, 0x498],
    [VMCB.cpl.offset, 0x4cb],
    [VMCB.efer.offset, 0x4d0],
    [VMCB.cr4.offset, 0x548],
    [VMCB.rip.offset, 0x578],
    [VMCB.rsp.offset, 0x5d8],
    [VMCB.rax.offset, 0x5f8],
    [VMCB.cr2.offset, 0x640],
    [VMCB.gPat.offset, 0x668],
    [VMCB.lastExcpTo.offset, 0x690],
  ];
  for (const [got, want] of table) assert.equal(got, want);
  assert.equal(vmcbFieldAt(0x575)?.[0], 'rflags');
  assert.equal(vmcbFieldAt(0x020), undefined);
});

test('names are used once, own rules are explained, segments flow by who loads them', () => {
  assert.equal(new Set(VMCB_ROWS.map(([, f]) => f.name)).size, VMCB_ROWS.length);
  for (const [key, f] of VMCB_ROWS) {
    if (f.entry === 'own' || f.exit === 'own') assert.ok(f.rule, `${key} has no rule`);
    if (f.clean !== null) assert.ok(f.clean in CLEAN, key);
    if (f.loadedBy === 'vmload') assert.deepEqual([f.entry, f.exit, f.clean], ['from01', 'kept', null], key);
  }
  assert.equal(VMCB.trBase.loadedBy, 'vmload');
  assert.equal(VMCB.csBase.clean, 'SEG');
  assert.equal(VMCB.intCtl.bits.vIrq.mask, 0x100);
});

test('allowed bits follow the features', () => {
  const { CR4, EFER } = controlBits;
  assert.equal(allowedBits(CR4, new Set(['pae', 'smep'])), 0x100120n);
  assert.equal(allowedBits(EFER, new Set(['svm', 'nx', 'lm', 'syscall'])), 0x1d01n);
});

test('named bits do not overlap and have exact masks', () => {
  const tables = [...Object.entries(controlBits), ...Object.entries(vmcbBits)];
  for (const [table, value] of tables) {
    if (typeof value === 'number' || Object.values(value).some((v) => typeof v === 'number')) continue;
    let seen = 0n;
    for (const f of Object.values(value as Record<string, BitField>)) {
      const mask = ((1n << BigInt(f.width)) - 1n) << BigInt(f.lo);
      assert.equal(BigInt(f.mask), mask, `${table}.${f.name}`);
      assert.equal(seen & mask, 0n, `${table}.${f.name} overlaps`);
      seen |= mask;
    }
  }
  for (const [key, f] of VMCB_ROWS)
    for (const b of Object.values(f.bits ?? {})) assert.ok(b.lo + b.width <= f.width * 8, `${key}.${b.name}`);
});
