import type { Pins } from '../silicon/host/bus.js';
import { restoreFields, saveFields, type Device, type DeviceState } from './device.js';

/** Where a PC decodes the I/O APIC. */
export const IOAPIC_BASE = 0xfec0_0000;
/** Interrupt inputs of the 82093AA. */
export const IOAPIC_PINS = 24;

const WINDOW = { select: 0, data: 0x10 } as const;
const REG = { id: 0, version: 1, arbitration: 2, redirection: 0x10 } as const;
const VERSION = ((IOAPIC_PINS - 1) << 16) | 0x11;

/** The low half of a redirection entry; the high half holds only the destination, in its top byte. */
const ENTRY = {
  vector: 0xff,
  deliveryMode: 7 << 8,
  logical: 1 << 11,
  remoteIrr: 1 << 14,
  level: 1 << 15,
  masked: 1 << 16,
  /** Delivery status (bit 12, always idle here) and remote IRR are the I/O APIC's own. */
  writable: 0x1_afff,
} as const;

const powerOn = () => ({
  select: 0,
  id: 0,
  low: Array.from({ length: IOAPIC_PINS }, (): number => ENTRY.masked),
  high: Array.from({ length: IOAPIC_PINS }, (): number => 0),
  lines: Array.from({ length: IOAPIC_PINS }, (): boolean => false),
});

/** The 82093AA I/O APIC: turns 24 interrupt lines into messages to the local APICs. */
export class IoApic implements Device {
  private state = powerOn();

  constructor(private readonly pins: Pins) {}

  /**
   * A line changes. `asserted` is the logical level: the polarity bit of an entry is kept for reading only, because
   * every line of this board tells whether it is asserted, not whether its voltage is high.
   */
  setPin(pin: number, asserted: boolean): void {
    const rising = asserted && !this.state.lines[pin];
    this.state.lines[pin] = asserted;
    if (this.state.low[pin] & ENTRY.level) this.deliverLevel(pin);
    // An edge on a masked pin is lost, not held pending.
    else if (rising && !(this.state.low[pin] & ENTRY.masked)) this.send(pin);
  }

  /** A local APIC broadcasts the end of a level-triggered interrupt. */
  eoi(vector: number): void {
    this.state.low.forEach((low, pin) => {
      if (!(low & ENTRY.remoteIrr) || (low & ENTRY.vector) !== vector) return;
      this.state.low[pin] = low & ~ENTRY.remoteIrr;
      this.deliverLevel(pin);
    });
  }

  read(offset: number): number {
    if (offset === WINDOW.select) return this.state.select;
    return offset === WINDOW.data ? this.readRegister(this.state.select) : 0;
  }

  write(offset: number, value: number): void {
    if (offset === WINDOW.select) this.state.select = value & 0xff;
    else if (offset === WINDOW.data) this.writeRegister(this.state.select, value);
  }

  reset(): void {
    // The lines belong to the devices, which drop theirs in their own reset.
    this.state = { ...powerOn(), lines: this.state.lines };
  }

  save(): DeviceState {
    return saveFields(1, this.state);
  }

  restore(saved: DeviceState): void {
    this.state = restoreFields('ioapic', 1, powerOn(), saved);
  }

  private readRegister(register: number): number {
    if (register === REG.id || register === REG.arbitration) return this.state.id << 24;
    if (register === REG.version) return VERSION;
    const pin = (register - REG.redirection) >> 1;
    if (pin < 0 || pin >= IOAPIC_PINS) return 0;
    return register & 1 ? this.state.high[pin] : this.state.low[pin];
  }

  private writeRegister(register: number, value: number): void {
    const pin = (register - REG.redirection) >> 1;
    if (register === REG.id) this.state.id = (value >>> 24) & 0xf;
    else if (pin < 0 || pin >= IOAPIC_PINS) return;
    else if (register & 1) this.state.high[pin] = (value & 0xff00_0000) >>> 0;
    else this.writeLow(pin, value);
  }

  private writeLow(pin: number, value: number): void {
    const remoteIrr = this.state.low[pin] & ENTRY.remoteIrr;
    // Programming a pin as edge triggered clears remote IRR: the way a driver frees a pin whose EOI was lost.
    this.state.low[pin] = (value & ENTRY.writable) | (value & ENTRY.level ? remoteIrr : 0);
    if (value & ENTRY.level) this.deliverLevel(pin);
  }

  private deliverLevel(pin: number): void {
    const low = this.state.low[pin];
    if (!this.state.lines[pin] || low & (ENTRY.masked | ENTRY.remoteIrr)) return;
    // Only fixed and lowest-priority messages are answered by an EOI.
    if ((low & ENTRY.deliveryMode) >> 8 <= 1) this.state.low[pin] = low | ENTRY.remoteIrr;
    this.send(pin);
  }

  private send(pin: number): void {
    const low = this.state.low[pin];
    this.pins.apicMessage({
      destination: this.state.high[pin] >>> 24,
      logical: (low & ENTRY.logical) !== 0,
      deliveryMode: (low & ENTRY.deliveryMode) >> 8,
      vector: low & ENTRY.vector,
      level: (low & ENTRY.level) !== 0,
    });
  }
}
