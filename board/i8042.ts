import type { Pins } from '../silicon/host/bus.js';
import { restoreFields, saveFields, type Device, type DeviceState, type IrqLine } from './device.js';

const STATUS = { outputFull: 1, systemFlag: 4, command: 8, unlocked: 0x10 } as const;
const CONFIG = { irq1: 1, systemFlag: 4, keyboardOff: 0x10, auxOff: 0x20 } as const;
const OUTPUT_PORT = { notReset: 1, a20: 2 } as const;
const SELF_TEST_PASSED = 0x55;

const COMMAND = {
  readRam: 0x20,
  writeRam: 0x60,
  auxOff: 0xa7,
  auxOn: 0xa8,
  auxTest: 0xa9,
  selfTest: 0xaa,
  keyboardTest: 0xab,
  keyboardOff: 0xad,
  keyboardOn: 0xae,
  readInputPort: 0xc0,
  readOutputPort: 0xd0,
  writeOutputPort: 0xd1,
  writeKeyboardBuffer: 0xd2,
  writeAuxBuffer: 0xd3,
  writeAux: 0xd4,
  pulse: 0xf0,
} as const;

const powerOn = () => ({
  /** Byte 0 is the configuration byte. */
  ram: [
    CONFIG.systemFlag | CONFIG.keyboardOff | CONFIG.auxOff,
    ...Array.from({ length: 31 }, (): number => 0),
  ],
  output: 0,
  outputFull: false,
  lastWasCommand: false,
  /** The command that waits for its data byte; 0 when none does. */
  waiting: 0,
  outputPort: OUTPUT_PORT.notReset | OUTPUT_PORT.a20,
});

/** The 8042 keyboard controller with nothing plugged in: its self-test, the A20 commands and the reset line. */
export class I8042 implements Device {
  private state = powerOn();

  constructor(
    private readonly pins: Pins,
    private readonly irq1: IrqLine,
  ) {}

  readData(): number {
    this.state.outputFull = false;
    this.irq1(false);
    return this.state.output;
  }

  readStatus(): number {
    const s = this.state;
    return (
      STATUS.unlocked |
      (s.ram[0] & STATUS.systemFlag) |
      (s.outputFull ? STATUS.outputFull : 0) |
      (s.lastWasCommand ? STATUS.command : 0)
    );
  }

  writeCommand(value: number): void {
    const s = this.state;
    s.lastWasCommand = true;
    s.waiting = 0;
    if (value >= COMMAND.pulse) {
      // Pulses the output port lines whose bits are clear; line 0 is the processor's reset.
      if (!(value & 1)) this.pins.stop({ kind: 'reset' });
    } else if ((value & 0xe0) === COMMAND.readRam) {
      this.reply(s.ram[value & 0x1f]);
    } else if ((value & 0xe0) === COMMAND.writeRam) {
      s.waiting = value;
    } else {
      this.command(value);
    }
  }

  writeData(value: number): void {
    const s = this.state;
    const { waiting } = s;
    s.lastWasCommand = false;
    s.waiting = 0;
    if ((waiting & 0xe0) === COMMAND.writeRam) s.ram[waiting & 0x1f] = value;
    else if (waiting === COMMAND.writeOutputPort) this.writeOutputPort(value);
    else if (waiting === COMMAND.writeKeyboardBuffer || waiting === COMMAND.writeAuxBuffer) this.reply(value);
    // Anything else goes to a keyboard or mouse that is not there, and nobody answers.
  }

  reset(): void {
    this.state = powerOn();
    this.irq1(false);
  }

  save(): DeviceState {
    return saveFields(1, this.state);
  }

  restore(saved: DeviceState): void {
    this.state = restoreFields('i8042', 1, powerOn(), saved);
  }

  private command(value: number): void {
    const s = this.state;
    switch (value) {
      case COMMAND.auxOff:
        s.ram[0] |= CONFIG.auxOff;
        return;
      case COMMAND.auxOn:
        s.ram[0] &= ~CONFIG.auxOff;
        return;
      case COMMAND.keyboardOff:
        s.ram[0] |= CONFIG.keyboardOff;
        return;
      case COMMAND.keyboardOn:
        s.ram[0] &= ~CONFIG.keyboardOff;
        return;
      case COMMAND.selfTest:
        s.ram[0] |= CONFIG.systemFlag;
        this.reply(SELF_TEST_PASSED);
        return;
      case COMMAND.auxTest:
      case COMMAND.keyboardTest:
        this.reply(0);
        return;
      case COMMAND.readInputPort:
        this.reply(0x80);
        return;
      case COMMAND.readOutputPort:
        this.reply(s.outputPort | (s.outputFull ? 0x10 : 0));
        return;
      case COMMAND.writeOutputPort:
      case COMMAND.writeKeyboardBuffer:
      case COMMAND.writeAuxBuffer:
      case COMMAND.writeAux:
        s.waiting = value;
    }
  }

  private writeOutputPort(value: number): void {
    this.state.outputPort = value & ~0x10;
    if (!(value & OUTPUT_PORT.notReset)) this.pins.stop({ kind: 'reset' });
    else if (!(value & OUTPUT_PORT.a20))
      this.pins.stop({ kind: 'unimplemented', what: 'A20 gate off (8042)' });
  }

  private reply(value: number): void {
    this.state.output = value;
    this.state.outputFull = true;
    if (this.state.ram[0] & CONFIG.irq1) this.irq1(true);
  }
}
