import { restoreFields, saveFields, type Device, type DeviceState, type IrqLine } from './device.js';

const REG = { data: 0, ier: 1, iirFcr: 2, lcr: 3, mcr: 4, lsr: 5, msr: 6, scratch: 7 } as const;
const IER = { received: 1, transmitEmpty: 2, lineStatus: 4, modemStatus: 8 } as const;
const IIR = { none: 1, transmitEmpty: 2, received: 4, timeout: 0xc, fifoOn: 0xc0 } as const;
const LCR_DLAB = 0x80;
const MCR = { dtr: 1, rts: 2, out1: 4, out2: 8, loop: 0x10 } as const;
const LSR = { dataReady: 1, thrEmpty: 0x20, transmitterIdle: 0x40 } as const;
const MSR = { cts: 0x10, dsr: 0x20, ring: 0x40, carrier: 0x80 } as const;
const TRIGGER_LEVELS = [1, 4, 8, 14];

const powerOn = () => ({
  ier: 0,
  fcr: 0,
  lcr: 0,
  mcr: 0,
  scratch: 0,
  divisor: 12,
  /** The transmitter-empty interrupt: set by an empty holding register, gone once IIR has reported it. */
  transmitPending: false,
  received: [] as number[],
});

/** A 16550A serial port that transmits in no time and never loses what it receives. */
export class Uart16550 implements Device {
  private state = powerOn();

  constructor(
    private readonly transmit: (byte: number) => void,
    private readonly irq: IrqLine,
  ) {}

  /** A byte arrives on the wire. */
  receive(byte: number): void {
    this.state.received.push(byte & 0xff);
    this.updateIrq();
  }

  read(offset: number): number {
    const s = this.state;
    const dlab = (s.lcr & LCR_DLAB) !== 0;
    switch (offset) {
      case REG.data:
        return dlab ? s.divisor & 0xff : this.takeReceived();
      case REG.ier:
        return dlab ? s.divisor >> 8 : s.ier;
      case REG.iirFcr:
        return this.readIir();
      case REG.lcr:
        return s.lcr;
      case REG.mcr:
        return s.mcr;
      case REG.lsr:
        return LSR.thrEmpty | LSR.transmitterIdle | (s.received.length > 0 ? LSR.dataReady : 0);
      case REG.msr:
        return this.modemStatus();
      default:
        return s.scratch;
    }
  }

  write(offset: number, value: number): void {
    const s = this.state;
    const dlab = (s.lcr & LCR_DLAB) !== 0;
    switch (offset) {
      case REG.data:
        if (dlab) s.divisor = (s.divisor & 0xff00) | value;
        else this.send(value);
        break;
      case REG.ier:
        if (dlab) s.divisor = (s.divisor & 0xff) | (value << 8);
        else this.writeIer(value & 0xf);
        break;
      case REG.iirFcr:
        // The receiver is emptied by its own bit, and by any change of the FIFO enable.
        if (value & 2 || (value ^ s.fcr) & 1) s.received = [];
        s.fcr = value & 0xc9;
        break;
      case REG.lcr:
        s.lcr = value;
        break;
      case REG.mcr:
        s.mcr = value & 0x1f;
        break;
      case REG.scratch:
        s.scratch = value;
        break;
    }
    this.updateIrq();
  }

  reset(): void {
    this.state = powerOn();
    this.updateIrq();
  }

  save(): DeviceState {
    return saveFields(1, this.state);
  }

  restore(saved: DeviceState): void {
    this.state = restoreFields('uart16550', 1, powerOn(), saved);
  }

  private takeReceived(): number {
    const byte = this.state.received.shift() ?? 0;
    this.updateIrq();
    return byte;
  }

  private send(byte: number): void {
    this.state.transmitPending = true;
    if (this.state.mcr & MCR.loop) this.receive(byte);
    else this.transmit(byte);
  }

  private writeIer(value: number): void {
    const turnedOn = value & ~this.state.ier;
    this.state.ier = value;
    // The holding register is always empty, and enabling its interrupt reports that at once.
    if (turnedOn & IER.transmitEmpty) this.state.transmitPending = true;
  }

  /** The highest interrupt that is enabled and pending, as IIR names it. */
  private cause(): number {
    const s = this.state;
    if (s.ier & IER.received && s.received.length > 0) {
      const trigger = s.fcr & 1 ? TRIGGER_LEVELS[s.fcr >> 6] : 1;
      // Fewer bytes than the trigger level: the character timeout, with no time to wait for.
      return s.received.length >= trigger ? IIR.received : IIR.timeout;
    }
    return s.ier & IER.transmitEmpty && s.transmitPending ? IIR.transmitEmpty : IIR.none;
  }

  private readIir(): number {
    const cause = this.cause();
    if (cause === IIR.transmitEmpty) {
      this.state.transmitPending = false;
      this.updateIrq();
    }
    return cause | (this.state.fcr & 1 ? IIR.fifoOn : 0);
  }

  private modemStatus(): number {
    const mcr = this.state.mcr;
    if (!(mcr & MCR.loop)) return MSR.carrier | MSR.dsr | MSR.cts;
    return (
      (mcr & MCR.rts ? MSR.cts : 0) |
      (mcr & MCR.dtr ? MSR.dsr : 0) |
      (mcr & MCR.out1 ? MSR.ring : 0) |
      (mcr & MCR.out2 ? MSR.carrier : 0)
    );
  }

  private updateIrq(): void {
    // A PC wires OUT2 to the gate of the interrupt; loopback disconnects it.
    const gated = (this.state.mcr & (MCR.out2 | MCR.loop)) === MCR.out2;
    this.irq(gated && this.cause() !== IIR.none);
  }
}
