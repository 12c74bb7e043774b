import type { Clock, Timer } from './clock.js';
import { cmosSizes } from './cmosSizes.js';
import { restoreFields, saveFields, type Device, type DeviceState, type IrqLine } from './device.js';
import { Oscillator } from './oscillator.js';
import { decodeTime, encodeTime, TIME_REG, type TimeFormat } from './rtcTime.js';

const REG = { a: 0x0a, b: 0x0b, c: 0x0c, d: 0x0d } as const;
const A = { updating: 0x80, rate: 0x0f } as const;
const B = { set: 0x80, periodic: 0x40, alarm: 0x20, updateEnded: 0x10, binary: 4, hours24: 2 } as const;
const C = { irq: 0x80, periodic: 0x40, alarm: 0x20, updateEnded: 0x10 } as const;
const D_VALID = 0x80;

const NS_PER_SECOND = 1e9;
/** The update-in-progress bit is up this long before the time changes. */
const UPDATE_NS = 244_000;
/** An alarm register with both top bits set matches anything. */
const ALARM_ANY = 0xc0;
const SECONDS_PER_DAY = 86_400;
const TIME_REGISTERS: readonly number[] = [
  TIME_REG.seconds,
  TIME_REG.minutes,
  TIME_REG.hours,
  TIME_REG.weekday,
  TIME_REG.day,
  TIME_REG.month,
  TIME_REG.year,
  TIME_REG.century,
];

export interface RtcConfig {
  ramBytes: number;
  vcpus: number;
  /** Seconds since 1970 when the machine starts. */
  startSeconds: number;
}

/** The MC146818 clock and CMOS RAM at ports 70h and 71h; its date follows virtual time from a fixed start. */
export class Rtc implements Device {
  private readonly crystal = new Oscillator(32_768);
  private readonly timer: Timer;
  private state: ReturnType<Rtc['powerOn']>;

  constructor(
    private readonly config: RtcConfig,
    private readonly clock: Clock,
    private readonly irq8: IrqLine,
  ) {
    this.timer = clock.timer('rtc', () => this.update());
    this.state = this.powerOn();
  }

  /** OUT 70h; the top bit masks NMI, which nothing on this board raises. */
  writeIndex(value: number): void {
    this.state.index = value & 0x7f;
  }

  /** IN 71h. */
  read(): number {
    this.update();
    const s = this.state;
    switch (s.index) {
      case REG.a:
        return s.ram[REG.a] | (this.updating() ? A.updating : 0);
      case REG.c:
        return this.takeFlags();
      case REG.d:
        return D_VALID;
    }
    if (TIME_REGISTERS.includes(s.index)) this.showTime();
    return s.ram[s.index];
  }

  /** OUT 71h. */
  write(value: number): void {
    this.update();
    const s = this.state;
    switch (s.index) {
      case REG.a:
        s.ram[REG.a] = value & ~A.updating;
        break;
      case REG.b:
        this.writeB(value);
        break;
      case REG.c:
      case REG.d:
        break;
      default:
        if (TIME_REGISTERS.includes(s.index)) this.showTime();
        s.ram[s.index] = value;
        if (TIME_REGISTERS.includes(s.index)) this.takeTime();
    }
    this.update();
  }

  /** The battery keeps the time and the RAM; a reset only clears the interrupts. */
  reset(): void {
    this.update();
    this.state.index = 0;
    this.state.flags = 0;
    this.state.ram[REG.b] &= ~(B.periodic | B.alarm | B.updateEnded);
    this.update();
  }

  save(): DeviceState {
    return saveFields(1, this.state);
  }

  restore(saved: DeviceState): void {
    this.state = restoreFields('rtc', 1, this.powerOn(), saved);
  }

  private powerOn() {
    const ram = Array.from({ length: 128 }, (): number => 0);
    ram[REG.a] = 0x26;
    ram[REG.b] = B.hours24;
    for (const [index, byte] of cmosSizes(this.config.ramBytes, this.config.vcpus)) ram[index] = byte;
    for (const [register, byte] of encodeTime(this.config.startSeconds, { binary: false, hours24: true })) {
      ram[register] = byte;
    }
    return {
      index: 0,
      ram,
      flags: 0,
      /** Seconds since 1970 at virtual time 0. */
      epoch: this.config.startSeconds,
      /** Virtual time up to which `flags` is worked out. */
      settledAt: 0,
    };
  }

  private format(): TimeFormat {
    const b = this.state.ram[REG.b];
    return { binary: (b & B.binary) !== 0, hours24: (b & B.hours24) !== 0 };
  }

  private halted(): boolean {
    return (this.state.ram[REG.b] & B.set) !== 0;
  }

  private updating(): boolean {
    return !this.halted() && this.clock.now % NS_PER_SECOND >= NS_PER_SECOND - UPDATE_NS;
  }

  private secondsNow(): number {
    return Math.floor(this.clock.now / NS_PER_SECOND);
  }

  /** Put the present time into the registers, unless they are being set. */
  private showTime(): void {
    if (this.halted()) return;
    const time = this.state.epoch + this.secondsNow();
    for (const [register, byte] of encodeTime(time, this.format())) this.state.ram[register] = byte;
  }

  /** Go on from the time in the registers, unless they are still being set. */
  private takeTime(): void {
    if (this.halted()) return;
    this.state.epoch = decodeTime(this.state.ram, this.format()) - this.secondsNow();
  }

  private writeB(value: number): void {
    this.showTime();
    const wasHalted = this.halted();
    // Setting the clock turns the update-ended interrupt off.
    this.state.ram[REG.b] = value & B.set ? value & ~B.updateEnded : value;
    if (wasHalted) this.takeTime();
  }

  private takeFlags(): number {
    const flags = this.state.flags;
    this.state.flags = 0;
    this.update();
    return flags;
  }

  /** Ticks of the crystal in one period; 0 when the periodic rate is off. */
  private periodTicks(): number {
    const rate = this.state.ram[REG.a] & A.rate;
    if (rate === 0) return 0;
    // Rates 1 and 2 repeat 8 and 9 with the 32 kHz crystal of a PC.
    return 1 << (rate <= 2 ? rate + 6 : rate - 1);
  }

  /** Bring the flags and IRQ 8 up to now, and wake for the next event that would interrupt. */
  private update(): void {
    const s = this.state;
    const { now } = this.clock;
    s.flags |= this.flagsBetween(s.settledAt, now);
    s.settledAt = now;
    const enabled = s.ram[REG.b] & (B.periodic | B.alarm | B.updateEnded);
    // The enable bits of B and the flags of C stand in the same places.
    if (s.flags & enabled) s.flags |= C.irq;
    this.irq8((s.flags & C.irq) !== 0);
    this.clock.schedule(this.timer, this.nextEvent(enabled));
  }

  private flagsBetween(from: number, to: number): number {
    let flags = 0;
    const period = this.periodTicks();
    const periods = (ns: number) => Math.floor(this.crystal.ticksAt(ns) / period);
    if (period !== 0 && periods(to) !== periods(from)) flags |= C.periodic;
    const first = Math.floor(from / NS_PER_SECOND) + 1;
    const last = Math.floor(to / NS_PER_SECOND);
    if (this.halted() || last < first) return flags;
    flags |= C.updateEnded;
    for (let second = Math.max(first, last - SECONDS_PER_DAY + 1); second <= last; second++) {
      if (this.alarmMatches(second)) return flags | C.alarm;
    }
    return flags;
  }

  private alarmMatches(second: number): boolean {
    const { ram, epoch } = this.state;
    const time = new Map(encodeTime(epoch + second, this.format()));
    const matches = (alarm: number, register: number) =>
      ram[alarm] >= ALARM_ANY || ram[alarm] === time.get(register);
    return (
      matches(TIME_REG.secondsAlarm, TIME_REG.seconds) &&
      matches(TIME_REG.minutesAlarm, TIME_REG.minutes) &&
      matches(TIME_REG.hoursAlarm, TIME_REG.hours)
    );
  }

  private nextEvent(enabled: number): number {
    const { now } = this.clock;
    const period = this.periodTicks();
    let next = Infinity;
    if (enabled & B.periodic && period !== 0) {
      const tick = (Math.floor(this.crystal.ticksAt(now) / period) + 1) * period;
      next = this.crystal.timeOf(tick);
    }
    // An alarm is looked for each second, together with the end of the update.
    if (enabled & (B.alarm | B.updateEnded) && !this.halted()) {
      next = Math.min(next, (this.secondsNow() + 1) * NS_PER_SECOND);
    }
    return next;
  }
}
