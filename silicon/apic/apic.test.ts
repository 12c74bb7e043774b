import assert from 'node:assert/strict';
import test from 'node:test';
import type { Bus } from '../host/bus.js';
import { Silicon } from '../../tests/silicon.js';

const NEVER = 0xffff_ffff_ffff_ffffn;
const GP = 13;
const F_X2APIC = 53;
const F_TSC_DEADLINE = 56;
/** Offsets in the page. */
const [ID, VERSION, TPR, PPR, EOI, LDR, DFR, SVR, ISR, ESR] = [
  0x20, 0x30, 0x80, 0xa0, 0xb0, 0xd0, 0xe0, 0xf0, 0x100, 0x280,
];
const [ICR, ICR_HIGH, TIMER, LINT0, ERROR, COUNT, CURRENT, DIVIDE] = [
  0x300, 0x310, 0x320, 0x350, 0x370, 0x380, 0x390, 0x3e0,
];
const FIXED = 0;
const EXTINT = 7;

class Apics extends Silicon {
  readonly finished: number[] = [];

  /** vCPUs after power-on, their APICs enabled by software unless told otherwise. */
  constructor(vcpus = 1, enabled = true) {
    super(vcpus, 0x10000);
    const bus = { picAcknowledge: () => 0x20, ioapicEoi: (vector: number) => this.finished.push(vector) };
    this.cpu.bus = bus as unknown as Bus;
    this.call('setFeature', F_X2APIC, true);
    this.call('setFeature', F_TSC_DEADLINE, true);
    for (let v = vcpus - 1; v >= 0; v--) {
      this.cpu.select(v);
      this.set32('VCPU', v);
      this.set8('GIF', 1);
      this.at(0);
      this.call('resetApic', false);
      if (enabled) this.write(SVR, 0x1ff);
    }
  }
  /** Virtual time is `now`, at the boundary where a slice begins. */
  at(now: number): this {
    this.cpu.beginSlice(now, 1_000_000);
    this.set32('CURP', 0);
    return this;
  }
  read(offset: number): number {
    return Number(this.call('apicLoad', offset, 4));
  }
  write(offset: number, value: number): void {
    this.call('apicStore', offset, 4, value);
  }
  message(vector: number, level = false, mode = FIXED): void {
    this.call('apicMessage', 0, false, mode, vector, level);
  }
  /** Vectors the running vCPU takes, one after another, each with its EOI. */
  take(): number[] {
    const taken: number[] = [];
    while (this.call('interruptPending')) {
      taken.push(Number(this.call('apicAcknowledge')));
      this.write(EOI, 0);
    }
    return taken;
  }
  /** vCPUs that an interrupt command reaches, with everything acknowledged again. */
  send(destination: number, command: number): string {
    this.write(ICR_HIGH, destination << 24);
    this.write(ICR, command);
    const all = Array.from({ length: this.cpu.options.vcpus }, (_, v) => v);
    const reached = all.filter((v) => this.get8('APIC_INTR', v));
    for (const v of [...all].reverse()) {
      this.cpu.select(v);
      this.take();
    }
    return reached.join();
  }
  deadline(): bigint {
    return this.call('apicDeadline', this.cpu.current);
  }
}

test('after power-on the APIC is enabled, but by software disabled', () => {
  const apic = new Apics(2, false);
  const cases: [number, number][] = [
    [ID, 0],
    [VERSION, 0x50010],
    [SVR, 0xff],
    [DFR, 0xffff_ffff],
    [TIMER, 0x10000],
  ];
  for (const [offset, value] of cases) assert.equal(apic.read(offset), value);
  assert.equal(apic.get64('APIC_BASE'), 0xfee0_0900n);
  apic.write(LINT0, 0x700);
  assert.equal(apic.read(LINT0), 0x10700, 'entries stay masked');
  apic.message(0x40);
  assert.deepEqual(apic.take(), []);
  apic.cpu.select(1);
  assert.equal(apic.get64('APIC_BASE'), 0xfee0_0800n);
  assert.equal(apic.read(ID), 1 << 24);
});

test('requests are served by priority; EOI tells the I/O APIC about level-triggered ones', () => {
  const apic = new Apics();
  apic.message(0x40);
  apic.message(0x61, true);
  apic.message(0x62);
  assert.equal(apic.call('apicAcknowledge'), 0x62n);
  assert.equal(apic.call('interruptPending'), 0n, 'same class');
  assert.equal(apic.read(PPR), 0x60);
  assert.equal(apic.read(ISR + 0x30), 4);
  apic.write(EOI, 0);
  assert.deepEqual(apic.finished, []);
  apic.call('apicSetTpr', 4n);
  assert.deepEqual(apic.take(), [0x61]);
  assert.deepEqual(apic.finished, [0x61]);
  apic.write(TPR, 0x3f);
  assert.equal(apic.call('apicGetTpr'), 3n);
  assert.deepEqual(apic.take(), [0x40]);
});

test('destinations: physical, shorthand, flat, cluster, lowest priority', () => {
  const apic = new Apics(3);
  const expect = (cases: [number, number, string][]): void => {
    for (const [to, command, reached] of cases)
      assert.equal(apic.send(to, command), reached, `${to.toString(16)} ${command.toString(16)}`);
  };
  const name = (format: number, ids: number[]): void => {
    for (const v of [2, 1, 0]) {
      apic.cpu.select(v);
      apic.write(DFR, format);
      apic.write(LDR, ids[v] << 24);
    }
  };
  expect([
    [1, 0x40, '1'],
    [9, 0x40, ''],
    [0xff, 0x40, '0,1,2'],
    [0, 0x40040, '0'],
    [0, 0x80040, '0,1,2'],
    [0, 0xc0040, '1,2'],
  ]);
  name(0xffff_ffff, [1, 2, 4]);
  expect([
    [5, 0x840, '0,2'],
    [8, 0x840, ''],
    [0xff, 0x840, '0,1,2'],
    [7, 0x940, '0'],
  ]);
  apic.write(TPR, 0x50);
  expect([[7, 0x940, '1']]);
  apic.write(TPR, 0);
  name(0x0fff_ffff, [0x11, 0x12, 0x21]);
  expect([
    [0x13, 0x840, '0,1'],
    [0x21, 0x840, '2'],
    [0xff, 0x840, '0,1,2'],
  ]);
});

test('INIT, start-up and NMI messages', () => {
  const apic = new Apics(2);
  apic.write(ICR, 0xc0612);
  assert.equal(apic.get8('PENDING_SIPI', 1), 0, 'nobody waits for it');
  apic.write(ICR, 0xc8500);
  assert.equal(apic.get8('PENDING_INIT', 1), 0, 'level de-assert');
  apic.write(ICR, 0xc4500);
  apic.write(ICR, 0xc0612);
  assert.deepEqual(
    ['PENDING_INIT', 'PENDING_SIPI', 'SIPI_VECTOR'].map((name) => apic.get8(name, 1)),
    [1, 1, 0x12],
  );
  for (const waiting of [1, 2, 2]) {
    apic.write(ICR, 0x44400);
    assert.equal(apic.get8('PENDING_NMI'), waiting);
  }
  apic.set8('PENDING_NMI', 0);
  apic.set8('NMI_BLOCKED', 1);
  for (let i = 0; i < 3; i++) apic.write(ICR, 0x44400);
  assert.equal(apic.get8('PENDING_NMI'), 1);
});

test('errors gather until the status register is written', () => {
  const apic = new Apics();
  apic.write(ICR, 0x4000a);
  assert.equal(apic.read(ESR), 0);
  apic.write(ESR, 0);
  assert.equal(apic.read(ESR), 0x20);
  apic.write(ERROR, 0x55);
  apic.read(0x40);
  apic.message(3);
  assert.deepEqual(apic.take(), [0x55]);
  apic.write(ESR, 0);
  assert.equal(apic.read(ESR), 0xc0);
});

test('timer: one-shot, periodic, divider, masked', () => {
  const apic = new Apics().at(1000);
  apic.write(DIVIDE, 0xb);
  apic.write(TIMER, 0x31);
  apic.write(COUNT, 5000);
  assert.equal(apic.deadline(), 6000n);
  assert.equal(apic.get64('TIME'), 6000n, 'the slice ends with it');
  apic.at(3000);
  assert.equal(apic.read(CURRENT), 3000);
  apic.write(DIVIDE, 0);
  assert.equal(apic.read(CURRENT), 3000, 'a new divider keeps the count');
  assert.equal(apic.deadline(), 9000n);
  apic.write(TIMER, 0x20031);
  apic.at(9000).call('apicTimerDue', 9000n);
  assert.deepEqual(apic.take(), [0x31]);
  assert.equal(apic.deadline(), 19000n);
  apic.write(TIMER, 0x30031);
  assert.equal(apic.deadline(), NEVER, 'masked');
  assert.equal(apic.at(40000).read(CURRENT), 4500, 'but it counts');
  apic.write(TIMER, 0x31);
  assert.equal(apic.at(49000).read(CURRENT), 0);
  assert.deepEqual(apic.take(), [0x31]);
  apic.write(TIMER, 0x20031);
  assert.equal(apic.read(CURRENT), 0, 'an expired one-shot does not begin again');
  assert.equal(apic.deadline(), NEVER);
});

test('timer: TSC deadline', () => {
  const apic = new Apics().at(1000);
  apic.set64('TSC_ADD', 500n);
  apic.call('tscDeadlineWrite', 99n);
  assert.equal(apic.call('tscDeadlineRead'), 0n, 'another mode');
  apic.write(TIMER, 0x40041);
  apic.call('tscDeadlineWrite', 2500n);
  assert.equal(apic.deadline(), 2000n);
  apic.set64('TSC_ADD', 600n);
  apic.call('apicTscChanged');
  assert.equal(apic.deadline(), 1900n);
  apic.at(1900).call('apicTimerDue', 1900n);
  assert.equal(apic.call('tscDeadlineRead'), 0n);
  assert.deepEqual(apic.take(), [0x41]);
  apic.call('tscDeadlineWrite', 2500n);
  assert.deepEqual(apic.take(), [0x41], 'already past');
  apic.call('tscDeadlineWrite', 9000n);
  apic.write(TIMER, 0x41);
  assert.equal(apic.deadline(), NEVER, 'leaving the mode disarms');
});

test('LINT0 brings the 8259 pair in its three ways, and directly when the APIC is off', () => {
  const apic = new Apics();
  const line = (level: boolean): bigint => apic.call('setLint0', level);
  const pending = (): boolean => apic.call('interruptPending') === 1n;
  line(true);
  assert.equal(pending(), false);
  apic.write(LINT0, 0x700);
  assert.equal(apic.call('apicAcknowledge'), 0x20n);
  line(false);
  assert.equal(pending(), false);
  apic.write(LINT0, 0x8045);
  line(true);
  assert.equal(apic.read(LINT0), 0xc045);
  assert.equal(apic.call('apicAcknowledge'), 0x45n);
  line(false);
  apic.write(EOI, 0);
  assert.equal(apic.read(LINT0), 0x8045);
  apic.write(LINT0, 0x46);
  line(true);
  assert.deepEqual(apic.take(), [0x46]);
  apic.call('apicWriteBase', 0xfee0_0100n);
  assert.equal(pending(), true);
  line(false);
  apic.call('apicWriteBase', 0xfee0_0900n);
  apic.message(0, false, EXTINT);
  assert.equal(apic.call('apicAcknowledge'), 0x20n);
  assert.equal(pending(), false);
});

test('the base register goes from disabled to xAPIC to x2APIC to disabled', () => {
  const apic = new Apics();
  const [off, on, wide] = [0xfee0_0100n, 0xfee0_0900n, 0xfee0_0d00n];
  const steps: [bigint, boolean][] = [
    [0xfee0_0500n, false],
    [on | 1n, false],
    [on | (1n << 40n), false],
    [wide, true],
    [on, false],
    [off, true],
    [wide, false],
    [on, true],
  ];
  for (const [value, legal] of steps)
    assert.equal(apic.call('apicWriteBase', value), legal ? 1n : 0n, value.toString(16));
  assert.equal(apic.read(SVR), 0xff, 'a disabled APIC forgets');
  apic.call('apicWriteBase', 0xfed4_0800n);
  assert.equal(apic.get64('APIC_BASE'), 0xfed4_0900n);
  assert.equal(apic.call('apicCovers', 0xfed4_0030n), 1n);
  assert.equal(apic.call('apicCovers', 0xfee0_0030n), 0n);
});

test('x2APIC registers: which can be read and written, and reserved bits', () => {
  const apic = new Apics();
  const access: Record<number, string> = {
    0x0b: 'w',
    0x3f: 'w',
    0x28: 'rw',
    0x30: 'rw',
    0x38: 'rw',
    0x3e: 'rw',
  };
  for (const r of [0x02, 0x03, 0x0a, 0x0d, 0x39]) access[r] = 'r';
  for (let r = 0x10; r < 0x28; r++) access[r] = 'r';
  for (const r of [0x08, 0x0f, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37]) access[r] = 'rw';
  assert.equal(apic.fault('x2apicRead', 0x802), GP, 'xAPIC mode');
  apic.call('apicWriteBase', 0xfee0_0d00n);
  for (let r = 0; r < 0x100; r++) {
    const want = access[r] ?? '';
    assert.equal(apic.fault('x2apicRead', 0x800 + r), want.includes('r') ? undefined : GP, `read ${r}`);
    assert.equal(apic.fault('x2apicWrite', 0x800 + r, 0n), want.includes('w') ? undefined : GP, `write ${r}`);
    if (r !== 0x30) assert.equal(apic.fault('x2apicWrite', 0x800 + r, NEVER), GP, `write all ${r}`);
  }
});

test('x2APIC ids and destinations', () => {
  const apic = new Apics(2);
  for (const v of [1, 0]) {
    apic.cpu.select(v);
    apic.call('apicWriteBase', 0xfee0_0c00n);
    assert.equal(apic.call('x2apicRead', 0x80d), 1n << BigInt(v));
  }
  const cases: [bigint, string][] = [
    [0x1_0000_0040n, '0,1'],
    [0xffff_ffff_0000_0040n, '1,1'],
    [0x2_0000_0840n, '0,1'],
    [0xff_0000_0040n, '0,0'],
  ];
  for (const [command, reached] of cases) {
    apic.call('x2apicWrite', 0x830, command);
    assert.equal([0, 1].map((v) => apic.get8('APIC_INTR', v)).join(), reached, command.toString(16));
    for (const v of [1, 0]) {
      apic.cpu.select(v);
      if (apic.call('interruptPending')) apic.call('apicAcknowledge');
      apic.call('x2apicWrite', 0x80b, 0n);
    }
  }
  apic.call('x2apicWrite', 0x83f, 0x77n);
  assert.equal(apic.call('apicAcknowledge'), 0x77n);
});
