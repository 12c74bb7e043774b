import { restoreFields, saveFields, type Device, type DeviceState, type IrqLine } from './device.js';
import { IOAPIC_PINS, type IoApic } from './ioapic.js';
import type { PicPair } from './picPair.js';

const ISA_LINES = 16;

/**
 * The interrupt wires. Each of the 16 ISA lines ends at the 8259 pair and at the I/O APIC, IRQ 0 at pin 2 of it and the
 * others at the pin of their number; lines 16 to 23 end at the I/O APIC alone. Several devices may share a wire.
 */
export class IsaLines implements Device {
  private sources = 0;
  /** Which sources assert each wire, one bit a source. */
  private state = { asserting: Array.from({ length: IOAPIC_PINS }, (): number => 0) };

  constructor(
    private readonly pic: PicPair,
    private readonly ioapic: IoApic,
  ) {}

  /** A new source on a wire. */
  connect(line: number): IrqLine {
    const bit = 1 << this.sources++;
    return (asserted) => this.drive(line, bit, asserted);
  }

  /** New sources on all wires: one that can drive any of them. */
  connectAll(): (line: number, asserted: boolean) => void {
    const bit = 1 << this.sources++;
    return (line, asserted) => this.drive(line, bit, asserted);
  }

  reset(): void {
    this.state.asserting.forEach((bits, line) => this.drive(line, bits, false));
  }

  save(): DeviceState {
    return saveFields(1, this.state);
  }

  restore(saved: DeviceState): void {
    // The controllers keep the level of each wire themselves.
    this.state = restoreFields('isa lines', 1, { asserting: [] as number[] }, saved);
  }

  private drive(line: number, bit: number, asserted: boolean): void {
    const before = this.state.asserting[line];
    const after = asserted ? before | bit : before & ~bit;
    this.state.asserting[line] = after;
    if ((before !== 0) === (after !== 0)) return;
    if (line < ISA_LINES) this.pic.setLine(line, after !== 0);
    if (line !== 2) this.ioapic.setPin(line === 0 ? 2 : line, after !== 0);
  }
}
