import type { Bus, Pins } from '../silicon/host/bus.js';
import { AcpiPm } from './acpiPm.js';
import type { Clock } from './clock.js';
import { debugExitPorts } from './debugExit.js';
import type { Device, DeviceState } from './device.js';
import { FwCfg, type FwCfgContents } from './fwCfg.js';
import { I8042 } from './i8042.js';
import { IOAPIC_BASE, IoApic } from './ioapic.js';
import { IsaLines } from './isaLines.js';
import { MmioMap, type MmioRange } from './mmio.js';
import { PciHost } from './pciHost.js';
import { PcTestdev } from './pcTestdev.js';
import { PicPair } from './picPair.js';
import { Pit8254 } from './pit8254.js';
import { PortMap, type PortRange } from './ports.js';
import { ResetPorts } from './resetPorts.js';
import { Rtc } from './rtc.js';
import { ScratchPorts } from './scratchPorts.js';
import { Uart16550 } from './uart16550.js';
import { X87Errors } from './x87Errors.js';
import { unimplementedMmio, unimplementedPorts } from './unimplemented.js';

/** Which PC to build. */
export interface PcConfig extends FwCfgContents {
  /** A byte leaves the first serial port. */
  serial: (byte: number) => void;
  /** QEMU's isa-debug-exit device. */
  debugExit?: { iobase: number; iosize: number };
  /** QEMU's pc-testdev, for kvm-unit-tests. */
  testdev?: boolean;
  /** False leaves the 8254 and port 61h out. */
  pit?: boolean;
  /** The date at virtual time 0, in seconds since 1970; 2026-01-01 when not given. */
  startSeconds?: number;
}

/** The board as the processor and the machine see it. */
export interface Pc extends Bus {
  readonly clock: Clock;
  /** A byte arrives at the first serial port. */
  serialInput(byte: number): void;
  /** The name of the device at a port, for messages; undefined where nobody answers. */
  portName(port: number): string | undefined;
  /** Suspended to RAM; then due to wake up again. */
  readonly asleep: boolean;
  readonly wakeDue: boolean;
  /** All devices to their reset state; the date and the CMOS RAM stay. */
  reset(): void;
  /** The reset that ends a suspension. */
  wake(): void;
  /** Every device's state by name, and the clock's with the timers. */
  save(): DeviceState;
  /** Takes back what `save` gave; the configuration must be the one it was saved with. */
  restore(saved: DeviceState): void;
}

const START_2026 = Date.UTC(2026, 0, 1) / 1000;
const IRQ = { timer: 0, keyboard: 1, serial: 4, rtc: 8, sci: 9, x87: 13 } as const;

/** Builds the devices of a PC into one port map and one memory map. */
export function createPc(config: PcConfig, clock: Clock, pins: Pins): Pc {
  const pic = new PicPair((level) => pins.setIntr(level));
  const ioapic = new IoApic(pins);
  const lines = new IsaLines(pic, ioapic);
  const uart = new Uart16550(config.serial, lines.connect(IRQ.serial));
  const i8042 = new I8042(pins, lines.connect(IRQ.keyboard));
  const acpiPm = new AcpiPm(clock, pins, lines.connect(IRQ.sci));
  const irq8 = lines.connect(IRQ.rtc);
  const rtc = new Rtc({ ...config, startSeconds: config.startSeconds ?? START_2026 }, clock, (asserted) => {
    irq8(asserted);
    acpiPm.rtcLine(asserted);
  });
  const fwCfg = new FwCfg(config);
  const pciHost = new PciHost(pins);
  const resetPorts = new ResetPorts(pins);
  const scratch = new ScratchPorts();
  const x87Errors = new X87Errors(pins, lines.connect(IRQ.x87));
  const pit = config.pit === false ? undefined : new Pit8254(clock, lines.connect(IRQ.timer));
  const testdev = config.testdev ? new PcTestdev(lines.connectAll()) : undefined;

  // The controllers come last: when the others are reset they drop their lines.
  const devices: Record<string, Device> = {
    uart,
    rtc,
    i8042,
    acpiPm,
    fwCfg,
    pciHost,
    resetPorts,
    scratch,
    x87Errors,
    ...(pit && { pit }),
    ...(testdev && { testdev }),
    lines,
    pic,
    ioapic,
  };

  const ports = new PortMap([
    bytes(
      'pic master',
      0x20,
      2,
      (at) => pic.master.read(at),
      (at, value) => pic.master.write(at, value),
    ),
    ...(pit ? pitPorts(pit) : []),
    bytes(
      '8042 data',
      0x60,
      1,
      () => i8042.readData(),
      (_at, value) => i8042.writeData(value),
    ),
    bytes(
      '8042 command',
      0x64,
      1,
      () => i8042.readStatus(),
      (_at, value) => i8042.writeCommand(value),
    ),
    bytes(
      'rtc index',
      0x70,
      1,
      () => 0xff,
      (_at, value) => rtc.writeIndex(value),
    ),
    bytes(
      'rtc data',
      0x71,
      1,
      () => rtc.read(),
      (_at, value) => rtc.write(value),
    ),
    ...scratch.ports,
    ...resetPorts.ports,
    bytes(
      'pic slave',
      0xa0,
      2,
      (at) => pic.slave.read(at),
      (at, value) => pic.slave.write(at, value),
    ),
    x87Errors.ports,
    ...(testdev?.ports ?? []),
    bytes(
      'uart COM1',
      0x3f8,
      8,
      (at) => uart.read(at),
      (at, value) => uart.write(at, value),
    ),
    bytes(
      'elcr master',
      0x4d0,
      1,
      () => pic.master.readElcr(),
      (_at, value) => pic.master.writeElcr(value),
    ),
    bytes(
      'elcr slave',
      0x4d1,
      1,
      () => pic.slave.readElcr(),
      (_at, value) => pic.slave.writeElcr(value),
    ),
    fwCfg.ports,
    ...acpiPm.ports,
    ...pciHost.ports,
    ...(config.debugExit ? [debugExitPorts(config.debugExit.iobase, config.debugExit.iosize, pins)] : []),
    ...unimplementedPorts(pins),
  ]);

  const ioapicWindow: MmioRange = {
    name: 'ioapic',
    base: IOAPIC_BASE,
    length: 0x1000,
    read: (offset) => ioapic.read(offset),
    write: (offset, _size, value) => ioapic.write(offset, value),
  };
  const memory = new MmioMap([ioapicWindow, ...(testdev ? [testdev.mmio] : []), ...unimplementedMmio(pins)]);

  const reset = (): void => {
    for (const device of Object.values(devices)) device.reset();
  };
  return {
    clock,
    get asleep() {
      return acpiPm.asleep;
    },
    get wakeDue() {
      return acpiPm.wakeDue;
    },
    wake: () => acpiPm.wake(reset),
    portRead: (port, size) => ports.read(port, size),
    portWrite: (port, size, value) => ports.write(port, size, value),
    mmioRead: (address, size) => memory.read(address, size),
    mmioWrite: (address, size, value) => memory.write(address, size, value),
    picAcknowledge: () => pic.acknowledge(),
    ioapicEoi: (vector) => ioapic.eoi(vector),
    ferr: () => x87Errors.ferr(),
    serialInput: (byte) => uart.receive(byte),
    portName: (port) => ports.nameOf(port),
    reset,
    save: () => {
      const saved = Object.entries(devices).map(([name, device]) => [name, device.save()] as const);
      return { ...Object.fromEntries(saved), clock: clock.save() };
    },
    restore: (saved) => {
      const names = [...Object.keys(devices), 'clock'].sort().join(' ');
      const given = Object.keys(saved).sort().join(' ');
      if (given !== names) throw new Error(`the snapshot has other devices: ${given}, not ${names}`);
      for (const [name, device] of Object.entries(devices)) device.restore(saved[name] as DeviceState);
      clock.restore(saved['clock'] as DeviceState);
    },
  };
}

/** A range of byte registers. */
function bytes(
  name: string,
  first: number,
  count: number,
  read: (offset: number) => number,
  write: (offset: number, value: number) => void,
): PortRange {
  return { name, first, count, width: 1, read, write: (offset, _size, value) => write(offset, value) };
}

function pitPorts(pit: Pit8254): PortRange[] {
  return [
    bytes(
      'pit',
      0x40,
      4,
      (at) => pit.read(at),
      (at, value) => pit.write(at, value),
    ),
    bytes(
      'system control port B',
      0x61,
      1,
      () => pit.readPortB(),
      (_at, value) => pit.writePortB(value),
    ),
  ];
}
