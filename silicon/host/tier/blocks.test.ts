import assert from 'node:assert/strict';
import test from 'node:test';
import { REGIONS } from '../../../spec/layout.js';
import { blocksOf } from './blocks.js';
import type { RecordCode } from './recordCode.js';
import type { Region } from './region.js';

/** Records by small numbers. */
const at = (n: number): number => REGIONS.HEAP + 32 * n;

/** A region of records, each with the one that it falls into and those that it jumps to. */
function region(graph: Readonly<Record<number, { falls?: number; jumps?: readonly number[] }>>): Region {
  const none = new Set<number>();
  const records = Object.entries(graph).map(([n, { falls, jumps = [] }]): [number, RecordCode] => [
    at(Number(n)),
    {
      code: new Uint8Array(),
      marks: jumps.map((to) => ({ kind: 'goto', to: at(to), at: 0, depth: 0 })),
      falls: falls === undefined ? undefined : at(falls),
      reads: none,
      writes: none,
    },
  ]);
  return { head: at(0), records: new Map(records), guesses: new Map(), open: [] };
}

test('records that run one after another are one block', () => {
  const blocks = blocksOf(region({ 0: { falls: 1 }, 1: { falls: 2 }, 2: { falls: 9 } }));
  assert.deepEqual(
    [...blocks.values()].map(({ records }) => records),
    [[at(0), at(1), at(2)]],
  );
});

test('what one side of a condition falls into is of its block; the other side and what comes behind both are below it', () => {
  const blocks = blocksOf(region({ 0: { falls: 1, jumps: [2] }, 1: { jumps: [3] }, 2: { falls: 3 }, 3: {} }));
  const head = blocks.get(at(0))!;
  assert.deepEqual(
    head.children.map(({ leader }) => leader).sort((a, b) => a - b),
    [at(2), at(3)],
  );
  const orders = head.children.map(({ order }) => order);
  assert.deepEqual(
    orders,
    [...orders].sort((a, b) => a - b),
  );
  assert.deepEqual(head.records, [at(0), at(1)]);
  assert.ok(blocks.get(at(3))!.order > blocks.get(at(2))!.order);
});

test('a branch back to what leads to it makes a loop', () => {
  const blocks = blocksOf(region({ 0: { falls: 1 }, 1: { falls: 2 }, 2: { falls: 3, jumps: [1] }, 3: {} }));
  assert.equal(blocks.get(at(1))!.loops, true);
  assert.equal(blocks.get(at(0))!.loops, false);
  assert.equal(blocks.get(at(1))!.admits(blocks.get(at(1))!), true);
});

test('a branch into the middle of a loop stays outside', () => {
  // 1 and 2 lead to each other, and the head to both.
  const blocks = blocksOf(region({ 0: { falls: 1, jumps: [2] }, 1: { falls: 2 }, 2: { jumps: [1] } }));
  const [one, two] = [blocks.get(at(1))!, blocks.get(at(2))!];
  const [first, second] = one.order < two.order ? [one, two] : [two, one];
  assert.equal(first.admits(second), false);
  assert.equal(second.admits(first), true);
  assert.equal(first.loops, false);
});
