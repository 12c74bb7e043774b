import assert from 'node:assert/strict';
import test from 'node:test';
import { startPics, testBoard } from './testBoard.test.js';

test('FERR# is IRQ 13 until port F0h is written, and IGNNE# follows', () => {
  const board = testBoard();
  startPics(board);
  board.pc.ferr();
  assert.equal(board.intr(), true);
  assert.equal(board.pc.picAcknowledge(), 0x28 + 5);
  board.out8(0xa0, 0x20);
  board.out8(0x20, 0x20);
  const saved = board.pc.save();
  board.out8(0xf0, 0);
  assert.equal(board.ignne(), 1);
  board.out8(0xf0, 0);
  assert.equal(board.ignne(), 1, 'without an error the port does nothing');
  board.pc.restore(saved);
  board.out8(0xf0, 0);
  assert.equal(board.ignne(), 2);
  board.pc.ferr();
  assert.equal(board.intr(), true, 'the next error is an edge');
});
