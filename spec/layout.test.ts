import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORD, REGIONS, SEGMENTS, STATE_BASE, STATE_SIZE, placeState } from './layout.js';

interface Extent {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Pairs of extents that share a byte. */
function overlaps(extents: readonly Extent[]): string[] {
  const sorted = [...extents].sort((a, b) => a.from - b.from);
  return sorted.slice(1).flatMap((extent, i) => {
    const before = sorted[i];
    return extent.from < before.to ? [`${before.name} and ${extent.name}`] : [];
  });
}

const fields = placeState();
const stateExtents = fields.map(({ name, address, bytes, count = 1 }): Extent => ({
  name,
  from: address,
  to: address + bytes * count,
}));

test('every state field has a place of its own', () => {
  assert.deepEqual(overlaps(stateExtents), []);
  assert.equal(new Set(fields.map(({ name }) => name)).size, fields.length);
});

test('every state field is aligned to its size, inside the region of one vCPU', () => {
  for (const { name, address, bytes } of fields) assert.equal(address % bytes, 0, name);
  for (const { name, from, to } of stateExtents)
    assert.ok(from >= STATE_BASE && to <= STATE_BASE + STATE_SIZE, name);
});

test('the segment rows are those that SEGMENTS numbers', () => {
  assert.equal(fields.find(({ name }) => name === 'SEGS')?.count, SEGMENTS.length);
});

test('the regions of linear memory do not overlap', () => {
  const pages = 0x40_0000;
  const sizes: Readonly<Record<keyof typeof REGIONS, number>> = {
    STATIC_RECORDS: 0x400,
    FETCH_BUFFER: 0x40,
    BOUNCE: 0x40,
    VCPUS: 16 * STATE_SIZE,
    HANDLER_TABLE: 0x4000,
    MODULE_DATA: 0x10000,
    TLB: 0x100000,
    PAGES: 4 * pages,
    CODES: 4 * pages,
    FRAMES: 4 * 0x10_0000,
    HEAP: 0x1000,
  };
  const extents = Object.entries(REGIONS).map(([name, from]): Extent => ({
    name,
    from,
    to: from + sizes[name as keyof typeof REGIONS],
  }));
  assert.deepEqual(
    overlaps([...extents, { name: 'state', from: STATE_BASE, to: STATE_BASE + STATE_SIZE }]),
    [],
  );
});

test('the fields of a record fill it without overlap', () => {
  const widths: Readonly<Record<Exclude<keyof typeof RECORD, 'SIZE'>, number>> = {
    H: 2,
    HX: 2,
    DST: 2,
    BASE: 2,
    INDEX: 2,
    SCALE: 1,
    LEN: 1,
    SRC: 4,
    DISP: 4,
    OFF: 2,
    N: 1,
    META: 1,
    IMM: 8,
  };
  const extents = Object.entries(widths).map(([name, width]): Extent => {
    const from = RECORD[name as keyof typeof widths];
    return { name, from, to: from + width };
  });
  assert.deepEqual(overlaps(extents), []);
  assert.equal(Math.max(...extents.map(({ to }) => to)), RECORD.SIZE);
});
