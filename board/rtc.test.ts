import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPics, testBoard, type TestBoard } from './testBoard.test.js';

function cmos(board: TestBoard, index: number): number {
  board.out8(0x70, index);
  return board.in8(0x71);
}

function setCmos(board: TestBoard, index: number, value: number): void {
  board.out8(0x70, index);
  board.out8(0x71, value);
}

/** Century, year, month, day, hours, minutes, seconds, as the registers have them. */
const dateOf = (board: TestBoard) =>
  [0x32, 9, 8, 7, 4, 2, 0].map((index) => cmos(board, index).toString(16)).join(' ');

test('the date starts where the configuration says and follows virtual time', () => {
  const board = testBoard();
  assert.equal(dateOf(board), '20 26 1 1 0 0 0');
  board.advance(86_400e9 + 3_661e9);
  assert.equal(dateOf(board), '20 26 1 2 1 1 1');
  assert.equal(cmos(board, 6), 6, 'the second of January 2026 is a Friday');
});

test('a guest can set the date, in binary and in 12 hours too', () => {
  const board = testBoard();
  setCmos(board, 0x0b, 0x84);
  const values = [
    [0x32, 19],
    [9, 99],
    [8, 12],
    [7, 31],
    [4, 0x8b],
    [2, 59],
    [0, 59],
  ];
  for (const [index, value] of values) setCmos(board, index, value);
  setCmos(board, 0x0b, 0x04);
  assert.equal(dateOf(board), '13 63 c 1f 8b 3b 3b');
  board.advance(1e9);
  assert.equal(dateOf(board), '14 0 1 1 c 0 0');
});

test('set mode freezes the clock', () => {
  const board = testBoard();
  setCmos(board, 0x0b, 0x82);
  setCmos(board, 4, 0x23);
  setCmos(board, 2, 0x59);
  setCmos(board, 0, 0x58);
  board.advance(10e9);
  assert.equal(cmos(board, 0), 0x58);
  setCmos(board, 0x0b, 0x02);
  board.advance(3e9);
  assert.equal(dateOf(board), '20 26 1 2 0 0 1');
});

test('update in progress shows before each second', () => {
  const board = testBoard();
  assert.equal(cmos(board, 0x0a) & 0x80, 0);
  board.advance(1e9 - 100_000);
  assert.equal(cmos(board, 0x0a) & 0x80, 0x80);
  board.advance(100_000);
  assert.equal(cmos(board, 0x0a) & 0x80, 0);
});

const INTERRUPTS = [
  { what: 'periodic at 1024 Hz', enable: 0x40, after: 1e9 / 1024, flags: 0xc0 },
  { what: 'update ended', enable: 0x10, after: 1e9, flags: 0xd0 },
  { what: 'alarm each second', enable: 0x20, after: 1e9, flags: 0xf0, alarm: 0xc0 },
];

for (const { what, enable, after, flags, alarm } of INTERRUPTS) {
  test(`IRQ 8: ${what}`, () => {
    const board = testBoard();
    startPics(board);
    if (alarm !== undefined) for (const index of [1, 3, 5]) setCmos(board, index, alarm);
    setCmos(board, 0x0b, 0x02 | enable);
    board.advance(after - 1000);
    assert.ok(!board.intr());
    board.advance(2000);
    assert.equal(board.pc.picAcknowledge(), 0x28);
    assert.equal(cmos(board, 0x0c) & flags, flags);
    assert.equal(cmos(board, 0x0c), 0);
  });
}

test('memory sizes', () => {
  const word = (board: TestBoard, low: number) => cmos(board, low) | (cmos(board, low + 1) << 8);
  const small = testBoard({ ramBytes: 2 ** 27 });
  assert.deepEqual([word(small, 0x15), word(small, 0x34), word(small, 0x5b)], [640, 112 * 16, 0]);
  const large = testBoard({ ramBytes: 2 ** 32 });
  assert.deepEqual([word(large, 0x30), word(large, 0x34), word(large, 0x5b)], [0xffff, 3056 * 16, 1024 * 16]);
});
