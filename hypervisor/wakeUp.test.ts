import assert from 'node:assert/strict';
import test from 'node:test';
import { WAKING_VECTOR } from '../board/firmwareTables.js';
import { KINDS, machineFor } from '../tests/images.js';

const LOAD = 0x10_0000;
const HEADER = [0x1bad_b002, 0x1_0000, -(0x1bad_b002 + 0x1_0000), LOAD, LOAD, 0, 0, LOAD + 0x20];

const little = (value: number, bytes: 2 | 4): string =>
  Buffer.from(Uint32Array.of(value).buffer).subarray(0, bytes).toString('hex');
const store = (address: number, value: number): string => `c705${little(address, 4)}${little(value, 4)}`;
/** mov dx, PORT; mov ax, VALUE; out dx, ax */
const out16 = (port: number, value: number): string => `66ba${little(port, 2)}66b8${little(value, 2)}66ef`;
const rtc = (register: number, value: number): string =>
  [register, value].map((byte, i) => `b0${little(byte, 4).slice(0, 2)}e67${i}`).join('');

/** Real-mode code at 1000h: mov al, [500h]; out F4h, al; hlt. */
const WAKING_CODE = store(0x1000, 0xe605_00a0) + store(0x1004, 0xf4f4);
const EVERY_SECOND = rtc(1, 0xc0) + rtc(3, 0xc0) + rtc(5, 0xc0) + rtc(0x0b, 0x22);
const ENABLE_RTC = out16(0x602, 0x400);
const SLEEP = out16(0x604, 0x2400);

/** A kernel that leaves 7 in memory, sleeps, and would leave 9 there if it went on. */
function kernel(prepare: string): Buffer {
  const code = prepare + store(0x500, 7) + SLEEP + store(0x500, 9) + 'b063e6f4f4';
  return Buffer.concat([Buffer.from(Int32Array.from(HEADER).buffer), Buffer.from(code, 'hex')]);
}
const WAKE_AT_1000 = WAKING_CODE + store(WAKING_VECTOR, 0x1000);

for (const kind of KINDS)
  for (const vcpus of [1, 2]) {
    const sleeper = (prepare: string) => machineFor(kind, 'demo', '', [], { kernel: kernel(prepare), vcpus });
    const name = `S3 on ${kind} with ${vcpus} vCPUs`;

    test(`${name}: the alarm wakes it at its vector, with its memory`, () => {
      const machine = sleeper(WAKE_AT_1000 + ENABLE_RTC + EVERY_SECOND);
      machine.run(1000);
      assert.deepEqual(machine.stopped, { kind: 'exit', code: 15 });
      assert.ok(machine.now >= 1e9 && machine.now < 1.001e9, `${machine.now} ns`);
      // WAK_STS and RTC_STS; the alarm is off, as after any reset.
      assert.equal(machine.pc.portRead(0x600, 2), 0x8400);
      assert.equal(machine.cpu.u64[machine.cpu.state('CR0') >> 3] & 1n, 0n);
    });
    test(`${name}: an alarm that is not enabled leaves it asleep`, () => {
      const machine = sleeper(WAKE_AT_1000 + EVERY_SECOND);
      machine.run(1000, 5e9);
      assert.equal(machine.stopped, undefined);
      assert.ok(machine.pc.asleep && machine.now >= 5e9);
    });
    test(`${name}: without a waking vector it stops by name`, () => {
      const machine = sleeper(ENABLE_RTC + EVERY_SECOND);
      machine.run(1000);
      assert.equal(machine.stopped?.kind, 'unimplemented');
    });
    test(`${name}: a snapshot of the sleeping machine wakes up too`, () => {
      const machine = sleeper(WAKE_AT_1000 + ENABLE_RTC + EVERY_SECOND);
      machine.run(1000, 1e8);
      assert.ok(machine.pc.asleep);
      const again = sleeper(WAKE_AT_1000);
      again.restore(machine.save());
      again.run(1000);
      assert.deepEqual(again.stopped, { kind: 'exit', code: 15 });
    });
  }
