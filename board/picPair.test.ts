import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPics, testBoard, type TestBoard } from './testBoard.test.js';

const line = (board: TestBoard, irq: number, level: number) => board.out8(0x2000 + irq, level);
const pulse = (board: TestBoard, irq: number) => [1, 0].forEach((level) => line(board, irq, level));

test('a pulse is enough, and the vector comes from ICW2', () => {
  const board = testBoard();
  startPics(board);
  for (const [irq, vector] of [
    [3, 0x23],
    [11, 0x2b],
  ]) {
    pulse(board, irq);
    assert.ok(board.intr());
    assert.equal(board.pc.picAcknowledge(), vector);
    assert.ok(!board.intr());
    if (irq > 7) board.out8(0xa0, 0x20);
    board.out8(0x20, 0x20);
  }
});

test('lower priority waits for the EOI, higher priority does not', () => {
  const board = testBoard();
  startPics(board);
  pulse(board, 4);
  assert.equal(board.pc.picAcknowledge(), 0x24);
  pulse(board, 5);
  assert.ok(!board.intr());
  pulse(board, 9);
  assert.equal(board.pc.picAcknowledge(), 0x29);
  board.out8(0xa0, 0x20);
  board.out8(0x20, 0x20);
  assert.ok(!board.intr());
  board.out8(0x20, 0x20);
  assert.equal(board.pc.picAcknowledge(), 0x25);
});

test('the mask holds a request back and lets it go', () => {
  const board = testBoard();
  startPics(board);
  board.out8(0x21, 0xff);
  pulse(board, 3);
  assert.ok(!board.intr());
  assert.equal(board.in8(0x20), 8);
  board.out8(0x21, 0);
  assert.ok(board.intr());
});

test('spurious interrupts are 7 and 15 and leave nothing in service', () => {
  const board = testBoard();
  startPics(board);
  assert.equal(board.pc.picAcknowledge(), 0x27);
  board.out8(0x20, 0x0b);
  assert.equal(board.in8(0x20), 0);
});

test('a level-triggered line asks again after the EOI while it is high', () => {
  const board = testBoard();
  startPics(board);
  board.out8(0x4d0, 0xff);
  board.out8(0x4d1, 0xff);
  assert.deepEqual([board.in8(0x4d0), board.in8(0x4d1)], [0xf8, 0xde]);
  line(board, 5, 1);
  assert.equal(board.pc.picAcknowledge(), 0x25);
  board.out8(0x20, 0x65);
  assert.ok(board.intr());
  line(board, 5, 0);
  assert.ok(!board.intr());
});

test('automatic EOI, poll, rotation and special mask mode', () => {
  const auto = testBoard();
  startPics(auto, 3);
  pulse(auto, 1);
  auto.pc.picAcknowledge();
  auto.out8(0x20, 0x0b);
  assert.equal(auto.in8(0x20), 0);

  const poll = testBoard();
  startPics(poll);
  pulse(poll, 6);
  poll.out8(0x20, 0x0c);
  assert.equal(poll.in8(0x20), 0x86);
  assert.ok(!poll.intr());

  const rotate = testBoard();
  startPics(rotate);
  rotate.out8(0x20, 0xc3);
  pulse(rotate, 1);
  pulse(rotate, 5);
  assert.equal(rotate.pc.picAcknowledge(), 0x25);

  const special = testBoard();
  startPics(special);
  pulse(special, 3);
  special.pc.picAcknowledge();
  special.out8(0x21, 8);
  pulse(special, 6);
  assert.ok(!special.intr());
  special.out8(0x20, 0x68);
  assert.ok(special.intr());
});
