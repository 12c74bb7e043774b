import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPics, testBoard } from './testBoard.test.js';

const COM1 = 0x3f8;

test('what is written is transmitted, and the transmitter is always ready', () => {
  const board = testBoard();
  for (const char of 'ok\n') board.out8(COM1, char.charCodeAt(0));
  assert.equal(board.serial(), 'ok\n');
  assert.equal(board.in8(COM1 + 5), 0x60);
});

test('the divisor hides behind DLAB', () => {
  const board = testBoard();
  board.out8(COM1 + 3, 0x83);
  board.out8(COM1, 0x01);
  board.out8(COM1 + 1, 0x02);
  assert.deepEqual([board.in8(COM1), board.in8(COM1 + 1)], [1, 2]);
  board.out8(COM1 + 3, 0x03);
  assert.equal(board.in8(COM1 + 1), 0);
  assert.equal(board.serial(), '');
});

test('received bytes come in order and raise IRQ 4 when enabled', () => {
  const board = testBoard();
  startPics(board);
  board.out8(COM1 + 4, 0x0b);
  board.out8(COM1 + 1, 1);
  board.pc.serialInput(0x41);
  board.pc.serialInput(0x42);
  assert.ok(board.intr());
  assert.equal(board.pc.picAcknowledge(), 0x24);
  assert.equal(board.in8(COM1 + 2), 4);
  assert.equal(board.in8(COM1 + 5), 0x61);
  assert.deepEqual([board.in8(COM1), board.in8(COM1)], [0x41, 0x42]);
  assert.equal(board.in8(COM1 + 2), 1);
});

test('the transmitter-empty interrupt goes when IIR has told it', () => {
  const board = testBoard();
  board.out8(COM1 + 4, 0x08);
  board.out8(COM1 + 1, 2);
  assert.equal(board.in8(COM1 + 2), 2);
  assert.equal(board.in8(COM1 + 2), 1);
  board.out8(COM1, 0x20);
  assert.equal(board.in8(COM1 + 2), 2);
});

test('FIFO bits, scratch, loopback', () => {
  const board = testBoard();
  board.out8(COM1 + 2, 1);
  assert.equal(board.in8(COM1 + 2), 0xc1);
  board.out8(COM1 + 7, 0x5a);
  assert.equal(board.in8(COM1 + 7), 0x5a);
  board.out8(COM1 + 4, 0x1a);
  assert.equal(board.in8(COM1 + 6), 0x90);
  board.out8(COM1, 0x77);
  assert.equal(board.in8(COM1), 0x77);
  assert.equal(board.serial(), '');
});
