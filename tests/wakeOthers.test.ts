import assert from 'node:assert/strict';
import test from 'node:test';
import { KINDS, machineFor } from './images.js';

const LOAD = 0x10_0000;
const HEADER = [0x1bad_b002, 0x1_0000, -(0x1bad_b002 + 0x1_0000), LOAD, LOAD, 0, 0, LOAD + 0x20];
const little = (value: number): string => Buffer.from(Uint32Array.of(value).buffer).toString('hex');
const store = (address: number, value: number): string => `c705${little(address)}${little(value)}`;
/** The interrupt command register, and commands to all others. */
const ICR = 0xfee0_0300;
const [INIT, START_1000, NMI] = [0xc_4500, 0xc_4601, 0xc_4400];
/** What the other processor writes when it comes to run, and how often the first has looked until then. */
const [STARTED, INTERRUPTED, LOOKS] = [0x500, 0x504, 0x510];
/** XOR ECX, ECX; INC ECX; CMP BYTE [address], 0; JE to the INC; MOV [slot], ECX. */
const await_ = (address: number, slot: number): string =>
  `31c9 41 803d${little(address)}00 74f6 890d${little(slot)}`;

/** Real-mode code at 1000h: it says that it has started, and halts; its NMI handler at 1010h likewise. */
const OTHER =
  store(0x1000, 0x0500_06c6) +
  store(0x1004, 0xf4f4_f401) +
  store(0x1010, 0x0504_06c6) +
  store(0x1014, 0xf4f4_f401) +
  store(8, 0x1010);
const CODE = [
  OTHER,
  store(ICR, INIT),
  store(ICR, START_1000),
  await_(STARTED, LOOKS),
  // Until it has halted.
  'b9e8030000 e2fe',
  store(ICR, NMI),
  await_(INTERRUPTED, LOOKS + 4),
  'b063e6f4f4',
]
  .join('')
  .replace(/ /g, '');
const KERNEL = Buffer.concat([Buffer.from(Int32Array.from(HEADER).buffer), Buffer.from(CODE, 'hex')]);
/** One turn among several vCPUs, in looks of three instructions. */
const A_TURN = 4000 / 3;

for (const kind of KINDS)
  test(`a vCPU that sleeps has its turn soon after it is woken, wherever the run is cut: ${kind}`, () => {
    const ends = [1e9, 1, 7, 1000].map((piece) => {
      const machine = machineFor(kind, 'demo', '', [], { kernel: KERNEL, vcpus: 2 });
      while (machine.stopped === undefined && machine.instructions < 1_000_000) machine.run(piece);
      assert.equal(machine.stopped?.kind, 'exit');
      const looks = new Uint32Array(machine.cpu.readPhysical(LOOKS, 8).slice().buffer);
      for (const count of looks) assert.ok(count > 0 && count < A_TURN + 10, `${count} looks`);
      return [machine.instructions, machine.now, ...looks];
    });
    for (const end of ends) assert.deepEqual(end, ends[0]);
  });
