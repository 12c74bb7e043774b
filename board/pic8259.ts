import { restoreFields, saveFields, type DeviceState } from './device.js';

const ICW1 = { select: 0x10, single: 2, needIcw4: 1 } as const;
const ICW4 = { autoEoi: 2, nested: 0x10 } as const;
const OCW3 = { select: 0x08, poll: 4, readRegister: 2, readIsr: 1, setMask: 0x40, mask: 0x20 } as const;
/** OCW2, by its top three bits. */
const OCW2 = {
  rotateAutoClear: 0,
  eoi: 1,
  eoiSpecific: 3,
  rotateAutoSet: 4,
  rotateEoi: 5,
  setPriority: 6,
  rotateEoiSpecific: 7,
} as const;
const SPURIOUS = 7;

const powerOn = () => ({
  irr: 0,
  isr: 0,
  imr: 0,
  lines: 0,
  /** ELCR: inputs that are level triggered. */
  levelTriggered: 0,
  vectorBase: 0,
  /** The input with the lowest priority; the one after it has the highest. */
  lowest: 7,
  autoEoi: false,
  rotateOnAutoEoi: false,
  specialMask: false,
  fullyNested: false,
  readIsr: false,
  poll: false,
  /** The ICW that port 1 takes next: 0 when it is the mask register. */
  expectIcw: 0,
  single: false,
  needIcw4: false,
});

/** One 8259A interrupt controller; two of them make the pair of a PC. */
export class Pic8259 {
  private state = powerOn();

  /**
   * `elcrMask` has the inputs whose trigger mode software may choose; `cascade` has the inputs that carry another 8259;
   * `changed` is called after every change that may move the INT output.
   */
  constructor(
    private readonly name: string,
    private readonly elcrMask: number,
    private readonly cascade: number,
    private readonly changed: () => void,
  ) {}

  /** The INT output. */
  get output(): boolean {
    return this.highest() >= 0;
  }

  /**
   * An input changes. An edge stays requested after its line falls: the discrete 8259A forgets it, but chipsets keep it,
   * and guests depend on a pulse being enough.
   */
  setLine(input: number, asserted: boolean): void {
    const bit = 1 << input;
    const s = this.state;
    const rising = asserted && !(s.lines & bit);
    s.lines = asserted ? s.lines | bit : s.lines & ~bit;
    if (rising) s.irr |= bit;
    // The cascade input follows the other chip, whose own request register does the latching.
    else if (!asserted && (s.levelTriggered | this.cascade) & bit) s.irr &= ~bit;
    this.changed();
  }

  /** INTA: the input taken, or 7 with nothing in service when no request is left. */
  acknowledge(): number {
    const input = this.highest();
    if (input < 0) return SPURIOUS;
    const s = this.state;
    const bit = 1 << input;
    if (!((s.levelTriggered | this.cascade) & bit)) s.irr &= ~bit;
    if (!s.autoEoi) s.isr |= bit;
    else if (s.rotateOnAutoEoi) s.lowest = input;
    this.changed();
    return input;
  }

  /** The vector of an input. */
  vector(input: number): number {
    return this.state.vectorBase | input;
  }

  read(offset: number): number {
    const s = this.state;
    if (s.poll) {
      s.poll = false;
      const pending = this.output;
      return (pending ? 0x80 : 0) | this.acknowledge();
    }
    if (offset === 1) return s.imr;
    return s.readIsr ? s.isr : s.irr;
  }

  write(offset: number, value: number): void {
    if (offset === 1) this.writeDataPort(value);
    else if (value & ICW1.select) this.initialise(value);
    else if (value & OCW3.select) this.writeOcw3(value);
    else this.writeOcw2(value >> 5, value & 7);
    this.changed();
  }

  readElcr(): number {
    return this.state.levelTriggered;
  }

  writeElcr(value: number): void {
    const s = this.state;
    s.levelTriggered = value & this.elcrMask;
    s.irr = (s.irr & ~s.levelTriggered) | (s.lines & s.levelTriggered);
    this.changed();
  }

  reset(): void {
    // The lines belong to the devices, which drop theirs in their own reset.
    this.state = { ...powerOn(), lines: this.state.lines };
  }

  save(): DeviceState {
    return saveFields(1, this.state);
  }

  restore(saved: DeviceState): void {
    this.state = restoreFields(this.name, 1, powerOn(), saved);
  }

  /** The request that INT stands for; -1 when there is none. */
  private highest(): number {
    const s = this.state;
    const requests = s.irr & ~s.imr;
    if (requests === 0) return -1;
    // Special mask mode: a masked input in service holds nobody back.
    const inService = s.specialMask ? s.isr & ~s.imr : s.isr;
    // Special fully nested mode: the other 8259 may interrupt its own handler.
    const renewed = s.fullyNested ? requests & this.cascade : 0;
    for (let step = 1; step <= 8; step++) {
      const bit = 1 << ((s.lowest + step) & 7);
      if (inService & bit & ~renewed) {
        if (!s.specialMask) return -1;
      } else if (requests & bit) {
        return (s.lowest + step) & 7;
      }
    }
    return -1;
  }

  private initialise(icw1: number): void {
    const { lines, levelTriggered } = this.state;
    this.state = { ...powerOn(), lines, levelTriggered };
    // The edge sense is cleared: a line that is high must fall and rise again to be seen.
    this.state.irr = lines & (levelTriggered | this.cascade);
    this.state.single = (icw1 & ICW1.single) !== 0;
    this.state.needIcw4 = (icw1 & ICW1.needIcw4) !== 0;
    this.state.expectIcw = 2;
  }

  private writeDataPort(value: number): void {
    const s = this.state;
    switch (s.expectIcw) {
      case 0:
        s.imr = value;
        return;
      case 2:
        s.vectorBase = value & 0xf8;
        s.expectIcw = s.single ? (s.needIcw4 ? 4 : 0) : 3;
        return;
      case 3:
        // Which inputs cascade is wired on a PC, whatever ICW3 says.
        s.expectIcw = s.needIcw4 ? 4 : 0;
        return;
      default:
        s.autoEoi = (value & ICW4.autoEoi) !== 0;
        s.fullyNested = (value & ICW4.nested) !== 0;
        s.expectIcw = 0;
    }
  }

  private writeOcw2(command: number, level: number): void {
    const s = this.state;
    switch (command) {
      case OCW2.rotateAutoClear:
      case OCW2.rotateAutoSet:
        s.rotateOnAutoEoi = command === OCW2.rotateAutoSet;
        return;
      case OCW2.setPriority:
        s.lowest = level;
        return;
      case OCW2.eoi:
      case OCW2.rotateEoi:
        this.endOfInterrupt(this.highestInService(), command === OCW2.rotateEoi);
        return;
      case OCW2.eoiSpecific:
      case OCW2.rotateEoiSpecific:
        this.endOfInterrupt(level, command === OCW2.rotateEoiSpecific);
    }
  }

  private endOfInterrupt(input: number, rotate: boolean): void {
    if (input < 0) return;
    this.state.isr &= ~(1 << input);
    if (rotate) this.state.lowest = input;
  }

  /** What a non-specific EOI ends: in special mask mode it passes over masked inputs. */
  private highestInService(): number {
    const s = this.state;
    const inService = s.specialMask ? s.isr & ~s.imr : s.isr;
    for (let step = 1; step <= 8; step++) {
      const input = (s.lowest + step) & 7;
      if (inService & (1 << input)) return input;
    }
    return -1;
  }

  private writeOcw3(value: number): void {
    const s = this.state;
    if (value & OCW3.setMask) s.specialMask = (value & OCW3.mask) !== 0;
    if (value & OCW3.poll) s.poll = true;
    else if (value & OCW3.readRegister) s.readIsr = (value & OCW3.readIsr) !== 0;
  }
}
