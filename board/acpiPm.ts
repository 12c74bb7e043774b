import type { Pins } from '../silicon/host/bus.js';
import type { Clock, Timer } from './clock.js';
import { restoreFields, saveFields, type Device, type DeviceState, type IrqLine } from './device.js';
import { Oscillator } from './oscillator.js';
import type { PortRange } from './ports.js';

/** Ports and values that the FADT tells the guest. */
export const ACPI_PM = {
  base: 0x600,
  /** Where Bochs and older firmware put the same registers. */
  oldBase: 0xb000,
  event: 0,
  control: 4,
  timer: 8,
  smiCommand: 0xb2,
  enable: 0xf1,
  disable: 0xf0,
  sleepTypeOff: 0,
  /** Suspend to RAM, S3. */
  sleepTypeRam: 1,
} as const;

const TIMER_HZ = 3_579_545;
const TIMER_MASK = 0xff_ffff;
/** TMR_STS follows the top bit of the 24. */
const TIMER_HALF = 0x80_0000;
const PORT_COUNT = 12;
const EVENT = { timer: 1, rtc: 0x400, wake: 0x8000 } as const;
const CONTROL = { sciEnable: 1, sleepType: 7 << 10, sleepEnable: 1 << 13 } as const;

const powerOn = () => ({
  status: 0,
  enable: 0,
  control: 0,
  /** The half period of the timer up to which TMR_STS has been worked out. */
  seenHalf: 0,
  smiCommand: 0,
  smiStatus: 0,
  /** Everything but the clock, the RAM and this device is without power. */
  asleep: false,
});

/** The power management registers of the PIIX4: PM timer, wake events, sleep control and the SMI command port. */
export class AcpiPm implements Device {
  readonly ports: readonly PortRange[] = [
    ...[ACPI_PM.base, ACPI_PM.oldBase].map((first) => ({
      name: `ACPI power management at ${first.toString(16).toUpperCase()}h`,
      first,
      count: PORT_COUNT,
      width: 4 as const,
      read: (offset: number) => this.read(offset),
      write: (offset: number, size: number, value: number) => this.write(offset, size, value),
    })),
    {
      name: 'SMI command',
      first: ACPI_PM.smiCommand,
      count: 2,
      width: 1,
      read: (offset) => (offset === 0 ? this.state.smiCommand : this.state.smiStatus),
      write: (offset, _size, value) => this.writeSmi(offset, value),
    },
  ];
  private readonly crystal = new Oscillator(TIMER_HZ);
  private readonly timer: Timer;
  private state = powerOn();

  constructor(
    private readonly clock: Clock,
    private readonly pins: Pins,
    private readonly sci: IrqLine,
  ) {
    this.timer = clock.timer('acpi pm', () => this.update());
  }

  reset(): void {
    this.state = { ...powerOn(), seenHalf: this.half() };
    this.update();
  }

  save(): DeviceState {
    return saveFields(2, this.state);
  }

  restore(saved: DeviceState): void {
    this.state = restoreFields('acpi pm', 2, powerOn(), saved);
  }

  /** Suspended to RAM, until an event that is enabled. */
  get asleep(): boolean {
    return this.state.asleep;
  }
  get wakeDue(): boolean {
    const { asleep, status, enable } = this.state;
    return asleep && (status & enable) !== 0;
  }
  /** The power is back: after the reset the guest finds what has woken it, and ACPI mode as it was. */
  wake(reset: () => void): void {
    const { status, control } = this.state;
    reset();
    this.state.status = status | EVENT.wake;
    this.state.control = control & CONTROL.sciEnable;
    this.update();
  }
  /** The interrupt line of the real-time clock, which is a wake event too. */
  rtcLine(asserted: boolean): void {
    if (asserted) this.state.status |= EVENT.rtc;
    this.update();
  }

  private half(): number {
    return Math.floor(this.crystal.ticksAt(this.clock.now) / TIMER_HALF);
  }

  private read(offset: number): number {
    this.update();
    const { status, enable, control } = this.state;
    const ticks = this.crystal.ticksAt(this.clock.now);
    const words = [status | (enable << 16), control, ticks & TIMER_MASK];
    return words[offset >> 2] >>> ((offset & 3) * 8);
  }

  private write(offset: number, size: number, value: number): void {
    this.update();
    for (let i = 0; i < size; i++) this.writeByte(offset + i, (value >>> (i * 8)) & 0xff);
    this.update();
  }

  private writeByte(offset: number, byte: number): void {
    const s = this.state;
    const shift = (offset & 1) * 8;
    const merged = (old: number) => (old & ~(0xff << shift)) | (byte << shift);
    if (offset < 2) s.status &= ~(byte << shift);
    else if (offset < 4) s.enable = merged(s.enable);
    else if (offset < 6) this.writeControl(merged(s.control));
  }

  private writeControl(value: number): void {
    // SCI_EN belongs to the SMI command port, and the sleep enable bit reads as zero.
    const kept = this.state.control & CONTROL.sciEnable;
    this.state.control = (value & ~(CONTROL.sleepEnable | CONTROL.sciEnable)) | kept;
    if (!(value & CONTROL.sleepEnable)) return;
    const sleepType = (value & CONTROL.sleepType) >> 10;
    if (sleepType === ACPI_PM.sleepTypeOff) this.pins.stop({ kind: 'poweroff' });
    else if (sleepType === ACPI_PM.sleepTypeRam) {
      this.state.asleep = true;
      this.pins.endTurn();
    } else this.pins.stop({ kind: 'unimplemented', what: `ACPI sleep type ${sleepType}` });
  }

  private writeSmi(offset: number, value: number): void {
    const s = this.state;
    if (offset === 1) {
      s.smiStatus = value;
      return;
    }
    s.smiCommand = value;
    // The firmware's SMI handler would do this; there is none to interrupt.
    if (value === ACPI_PM.enable) s.control |= CONTROL.sciEnable;
    else if (value === ACPI_PM.disable) s.control &= ~CONTROL.sciEnable;
    this.update();
  }

  /** Bring TMR_STS and the SCI up to now, and wake for the next change that would interrupt. */
  private update(): void {
    const s = this.state;
    const half = this.half();
    if (half !== s.seenHalf) s.status |= EVENT.timer;
    s.seenHalf = half;
    this.sci((s.control & CONTROL.sciEnable) !== 0 && (s.status & s.enable) !== 0);
    if (s.enable & EVENT.timer) {
      this.clock.schedule(this.timer, this.crystal.timeOf((half + 1) * TIMER_HALF));
    } else {
      this.clock.cancel(this.timer);
    }
  }
}
