import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StopReason } from '../silicon/host/bus.js';
import { FIRMWARE_PORT_WRITES } from './realModeFirmware.js';
import { testBoard } from './testBoard.test.js';

const STOPS: { what: string; writes: [port: number, size: number, value: number][]; stops: StopReason[] }[] =
  [
    { what: 'isa-debug-exit 0', writes: [[0xf4, 4, 0]], stops: [{ kind: 'exit', code: 1 }] },
    { what: 'isa-debug-exit 1', writes: [[0xf4, 1, 1]], stops: [{ kind: 'exit', code: 3 }] },
    { what: 'isa-debug-exit 127', writes: [[0xf4, 4, 127]], stops: [{ kind: 'exit', code: 255 }] },
    {
      what: 'Shutdown',
      writes: [...'ShutShutdown'].map((char) => [0x8900, 1, char.charCodeAt(0)]),
      stops: [{ kind: 'poweroff' }],
    },
    { what: 'ACPI S5', writes: [[0x604, 2, 0x2000]], stops: [{ kind: 'poweroff' }] },
    { what: 'ACPI S5, old port', writes: [[0xb004, 2, 0x2000]], stops: [{ kind: 'poweroff' }] },
    {
      what: 'ACPI S4',
      writes: [[0x604, 2, 0x2800]],
      stops: [{ kind: 'unimplemented', what: 'ACPI sleep type 2' }],
    },
    {
      what: 'CF9h',
      writes: [
        [0xcf9, 1, 2],
        [0xcf9, 1, 6],
      ],
      stops: [{ kind: 'reset' }],
    },
    {
      what: 'port 92h',
      writes: [
        [0x92, 1, 2],
        [0x92, 1, 3],
      ],
      stops: [{ kind: 'reset' }],
    },
    { what: '8042 pulse', writes: [[0x64, 1, 0xfe]], stops: [{ kind: 'reset' }] },
    {
      what: '8042 output port',
      writes: [
        [0x64, 1, 0xd1],
        [0x60, 1, 2],
      ],
      stops: [{ kind: 'reset' }],
    },
    {
      what: 'A20 on',
      writes: [
        [0x64, 1, 0xd1],
        [0x60, 1, 0xdf],
        [0x92, 1, 2],
      ],
      stops: [],
    },
    {
      what: 'POST code',
      writes: [
        [0x80, 1, 0xaa],
        [0xed, 1, 0],
      ],
      stops: [],
    },
    {
      what: 'fw_cfg DMA',
      writes: [[0x514, 4, 0]],
      stops: [{ kind: 'unimplemented', what: 'fw_cfg DMA (port 514h)' }],
    },
  ];

for (const { what, writes, stops } of STOPS) {
  test(`what stops the machine: ${what}`, () => {
    const board = testBoard({ debugExit: { iobase: 0xf4, iosize: 4 } });
    for (const write of writes) board.pc.portWrite(...write);
    assert.deepEqual(board.stops, stops);
  });
}

function fwCfg(board: ReturnType<typeof testBoard>, key: number, size: number): number {
  board.pc.portWrite(0x510, 2, key);
  return Array.from({ length: size }, () => board.in8(0x511)).reduce(
    (sum, byte, i) => sum + byte * 256 ** i,
    0,
  );
}

test('fw_cfg', () => {
  const board = testBoard({
    ramBytes: 2 ** 32 + 2 ** 20,
    files: [{ name: 'etc/x', bytes: Uint8Array.of(7, 8) }],
  });
  assert.equal(fwCfg(board, 0, 4), 0x554d_4551);
  assert.equal(fwCfg(board, 1, 4), 1);
  assert.equal(fwCfg(board, 3, 8), 2 ** 32 + 2 ** 20);
  assert.equal(fwCfg(board, 5, 2), 2);
  assert.equal(fwCfg(board, 0x11, 8), 0);
  assert.equal(fwCfg(board, 0x19, 4), 0x0100_0000);
  assert.equal(fwCfg(board, 0x20, 2), 0x0807);
});

test('testdev gives back what it was given', () => {
  const { pc } = testBoard();
  pc.portWrite(0xe0, 4, 0x8765_4321);
  assert.equal(pc.portRead(0xe0, 4), 0x8765_4321);
  assert.equal(pc.portRead(0xe2, 2), 0x8765);
  pc.mmioWrite(0xff00_fffc, 4, 0xfedc_ba98);
  assert.equal(pc.mmioRead(0xff00_fffe, 2), 0xfedc);
  assert.equal(pc.mmioRead(0xff01_0000, 4), 0xffff_ffff);
});

test('the PCI bus has its bridges and nothing else', () => {
  const { pc } = testBoard();
  const config = (device: number, fn: number, register: number) => {
    pc.portWrite(0xcf8, 4, (0x8000_0000 | (device << 11) | (fn << 8) | register) >>> 0);
    return pc.portRead(0xcfc, 4);
  };
  assert.equal(config(0, 0, 0), 0x1237_8086);
  assert.equal(config(1, 0, 0), 0x7000_8086);
  assert.equal(config(1, 0, 8) >>> 8, 0x06_0100);
  assert.equal(pc.portRead(0xcfe, 2) >>> 0, 0x0601);
  for (let device = 2; device < 32; device++) assert.equal(config(device, 0, 0), 0xffff_ffff);
  pc.portWrite(0xcf8, 4, 0);
  assert.equal(pc.portRead(0xcfc, 4), 0xffff_ffff);
});

test('the 8042 passes its tests and has no keyboard', () => {
  const board = testBoard();
  assert.equal(board.in8(0x64) & 3, 0);
  board.out8(0x64, 0xaa);
  assert.deepEqual([board.in8(0x64) & 1, board.in8(0x60), board.in8(0x64) & 1], [1, 0x55, 0]);
  board.out8(0x64, 0x60);
  board.out8(0x60, 0x44);
  board.out8(0x64, 0x20);
  assert.equal(board.in8(0x60), 0x44);
  board.out8(0x60, 0xff);
  assert.equal(board.in8(0x64) & 1, 0);
});

test('the PM timer counts at 3.579545 MHz in 24 bits', () => {
  const board = testBoard();
  board.clock.now = 1e9;
  assert.equal(board.pc.portRead(0x608, 4), 3_579_545);
  assert.equal(board.pc.portRead(0xb008, 4), 3_579_545);
  board.clock.now = 10e9;
  assert.equal(board.pc.portRead(0x608, 4), 35_795_450 & 0xff_ffff);
  assert.equal(board.pc.portRead(0x600, 2) & 1, 1);
  board.pc.portWrite(0x600, 2, 1);
  assert.equal(board.pc.portRead(0x600, 2) & 1, 0);
});

test('a snapshot taken at any moment goes on the same', () => {
  const use = (board: ReturnType<typeof testBoard>) => {
    const seen: number[] = [];
    for (let i = 0; i < 50; i++) {
      board.advance(7_654_321);
      if (board.intr()) seen.push(board.pc.picAcknowledge());
      board.out8(0x20, 0x20);
      seen.push(board.in8(0x40), board.pc.portRead(0x608, 4), board.in8(0x71), board.in8(0x61));
    }
    return seen;
  };
  const first = testBoard();
  for (const [port, value] of FIRMWARE_PORT_WRITES) first.out8(port, value);
  first.out8(0x70, 0);
  first.advance(123_456_789);
  // INTR is the processor's to restore; here both boards start the comparison with it low.
  if (first.intr()) first.pc.picAcknowledge();
  const saved = first.pc.save();
  const second = testBoard();
  second.pc.restore(saved);
  assert.deepEqual(second.pc.save(), saved);
  assert.deepEqual(use(second), use(first));
  assert.throws(() => testBoard({ testdev: false }).pc.restore(saved), /other devices/);
});

test('reset puts the devices back and lowers every line', () => {
  const board = testBoard();
  const fresh = board.pc.save();
  for (const [port, value] of FIRMWARE_PORT_WRITES) board.out8(port, value);
  board.out8(0x2003, 1);
  board.pc.reset();
  assert.ok(!board.intr());
  assert.deepEqual(board.pc.save(), fresh);
});
