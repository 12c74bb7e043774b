import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPics, testBoard, type TestBoard } from './testBoard.test.js';

const HZ = 1_193_182;
const ns = (ticks: number) => Math.ceil((ticks * 1e9) / HZ);

/** Program a counter with a two-byte count. */
function program(board: TestBoard, channel: number, mode: number, count: number): void {
  board.out8(0x43, (channel << 6) | 0x30 | (mode << 1));
  board.out8(0x40 + channel, count & 0xff, count >> 8);
}

function latched(board: TestBoard, channel: number): number {
  board.out8(0x43, channel << 6);
  return board.in8(0x40 + channel) | (board.in8(0x40 + channel) << 8);
}

/** OUT of counter 2 at port 61h, one sample a tick from the tick after the count is written. */
function waveform(mode: number, count: number, ticks: number): string {
  const board = testBoard();
  board.out8(0x61, 1);
  program(board, 2, mode, count);
  if (mode === 1 || mode === 5) board.out8(0x61, 0, 1);
  let wave = '';
  for (let tick = 1; tick <= ticks; tick++) {
    board.clock.now = ns(tick);
    wave += board.in8(0x61) & 0x20 ? '#' : '.';
  }
  return wave;
}

const WAVES = [
  { mode: 0, count: 3, wave: '...####' },
  { mode: 1, count: 3, wave: '...####' },
  { mode: 2, count: 3, wave: '##.##.##.' },
  { mode: 3, count: 4, wave: '##..##..' },
  { mode: 3, count: 5, wave: '###..###..' },
  { mode: 4, count: 3, wave: '###.###' },
  { mode: 5, count: 3, wave: '###.###' },
];

for (const { mode, count, wave } of WAVES) {
  test(`mode ${mode} with count ${count} gives ${wave}`, () => {
    assert.equal(waveform(mode, count, wave.length), wave);
  });
}

test('counter 0 in mode 2 interrupts once a period', () => {
  const board = testBoard();
  startPics(board);
  program(board, 0, 2, 1193);
  let interrupts = 0;
  for (let i = 0; i < 1000; i++) {
    board.advance(100_000);
    if (!board.intr()) continue;
    assert.equal(board.pc.picAcknowledge(), 0x20);
    board.out8(0x20, 0x20);
    interrupts++;
  }
  // The OUT pin rises when mode 2 is chosen, before the first period: an interrupt of its own.
  assert.equal(interrupts, Math.floor((0.1 * HZ) / 1193) + 1);
});

test('counter 0 in mode 0 interrupts once', () => {
  const board = testBoard();
  startPics(board);
  program(board, 0, 0, 100);
  board.advance(ns(100));
  assert.ok(!board.intr());
  board.advance(ns(1));
  assert.ok(board.intr());
  board.pc.picAcknowledge();
  board.out8(0x20, 0x20);
  board.advance(1e9);
  assert.ok(!board.intr());
});

test('the count can be latched, and runs on', () => {
  const board = testBoard();
  program(board, 0, 2, 1000);
  board.advance(ns(1 + 10));
  board.out8(0x43, 0);
  board.advance(ns(20));
  const low = board.in8(0x40);
  assert.equal(low | (board.in8(0x40) << 8), 990);
  assert.ok(latched(board, 0) < 980);
});

test('the gate stops counter 2 and lets it go on', () => {
  const board = testBoard();
  board.out8(0x61, 1);
  program(board, 2, 0, 1000);
  board.advance(ns(1 + 100));
  board.out8(0x61, 0);
  board.advance(ns(500));
  assert.equal(latched(board, 2), 900);
  board.out8(0x61, 1);
  board.advance(ns(100));
  assert.ok(Math.abs(latched(board, 2) - 800) <= 1);
});

test('a new count in mode 2 waits for the end of the period', () => {
  const board = testBoard();
  program(board, 0, 2, 1000);
  board.advance(ns(1 + 400));
  board.out8(0x40, 50, 0);
  assert.equal(latched(board, 0), 600);
  board.advance(ns(620));
  assert.ok(latched(board, 0) <= 50);
});

test('read-back gives the status', () => {
  const board = testBoard();
  program(board, 0, 3, 1000);
  board.out8(0x43, 0xe2);
  assert.equal(board.in8(0x40), 0xc0 | 0x36);
  board.advance(ns(2));
  board.out8(0x43, 0xe2);
  assert.equal(board.in8(0x40), 0x80 | 0x36);
});

test('BCD counts in decimal', () => {
  const board = testBoard();
  board.out8(0x43, 0x35);
  board.out8(0x40, 0x00, 0x10);
  board.advance(ns(2));
  assert.equal(latched(board, 0), 0x0999);
});

test('pit off leaves the ports empty', () => {
  const board = testBoard({ pit: false });
  assert.deepEqual([board.in8(0x40), board.in8(0x61)], [0xff, 0xff]);
});
