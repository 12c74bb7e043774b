import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBoard, type TestBoard } from './testBoard.test.js';

const BASE = 0xfec0_0000;
const LEVEL = 0x8000;
const MASKED = 0x1_0000;
const REMOTE_IRR = 0x4000;

function read(board: TestBoard, register: number): number {
  board.pc.mmioWrite(BASE, 4, register);
  return board.pc.mmioRead(BASE + 0x10, 4);
}

function write(board: TestBoard, register: number, value: number): void {
  board.pc.mmioWrite(BASE, 4, register);
  board.pc.mmioWrite(BASE + 0x10, 4, value);
}

const redirect = (board: TestBoard, pin: number, low: number) => write(board, 0x10 + pin * 2, low);
const line = (board: TestBoard, irq: number, level: number) => board.out8(0x2000 + irq, level);

test('identification registers', () => {
  const board = testBoard();
  assert.equal(read(board, 1), 0x0017_0011);
  write(board, 1, 0xffff_ffff);
  assert.equal(read(board, 1), 0x0017_0011);
  write(board, 0, 0xffff_ffff);
  assert.equal(read(board, 0), 0x0f00_0000);
  assert.equal(read(board, 2), 0x0f00_0000);
  assert.equal(read(board, 0x10), MASKED);
});

test('an edge sends one message to the destination of the entry', () => {
  const board = testBoard();
  write(board, 0x10 + 14 * 2 + 1, 0x0300_0000);
  redirect(board, 14, 0x0876);
  line(board, 14, 1);
  line(board, 14, 1);
  line(board, 14, 0);
  assert.deepEqual(board.messages, [
    { destination: 3, logical: true, deliveryMode: 0, vector: 0x76, level: false },
  ]);
});

test('an edge on a masked pin is lost', () => {
  const board = testBoard();
  redirect(board, 14, 0x81 | MASKED);
  line(board, 14, 1);
  line(board, 14, 0);
  redirect(board, 14, 0x81);
  assert.equal(board.messages.length, 0);
  line(board, 14, 1);
  assert.equal(board.messages.length, 1);
});

test('a level waits for the EOI and comes again while the line is high', () => {
  const board = testBoard();
  redirect(board, 14, 0x99 | LEVEL);
  line(board, 14, 1);
  assert.equal(read(board, 0x10 + 28), 0x99 | LEVEL | REMOTE_IRR);
  line(board, 14, 0);
  line(board, 14, 1);
  assert.equal(board.messages.length, 1);
  board.pc.ioapicEoi(0x98);
  assert.equal(board.messages.length, 1);
  board.pc.ioapicEoi(0x99);
  assert.equal(board.messages.length, 2);
  line(board, 14, 0);
  board.pc.ioapicEoi(0x99);
  assert.equal(board.messages.length, 2);
  assert.equal(read(board, 0x10 + 28), 0x99 | LEVEL);
});

test('a masked level comes when it is unmasked; edge mode clears remote IRR', () => {
  const board = testBoard();
  redirect(board, 14, 0x82 | LEVEL | MASKED);
  line(board, 14, 1);
  assert.equal(board.messages.length, 0);
  redirect(board, 14, 0x82 | LEVEL);
  assert.equal(board.messages.length, 1);
  redirect(board, 14, 0x82 | MASKED);
  assert.equal(read(board, 0x10 + 28), 0x82 | MASKED);
});

test('IRQ 0 arrives at pin 2', () => {
  const board = testBoard();
  redirect(board, 0, 0x40);
  redirect(board, 2, 0x42);
  line(board, 0, 1);
  assert.deepEqual(
    board.messages.map((message) => message.vector),
    [0x42],
  );
});
