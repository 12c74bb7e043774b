import type { Pins } from '../silicon/host/bus.js';
import { ACPI_PM } from './acpiPm.js';
import { restoreFields, saveFields, type Device, type DeviceState } from './device.js';
import type { PortRange } from './ports.js';

/** A function on bus 0: its identity, and the few other configuration bytes that are not zero. */
interface PciFunction {
  readonly what: string;
  readonly device: number;
  readonly fn: number;
  readonly vendorId: number;
  readonly deviceId: number;
  readonly classCode: number;
  readonly headerType: number;
  readonly dwords: Readonly<Record<number, number>>;
}

const INTEL = 0x8086;

/** What a guest finds on an otherwise empty bus. */
export const PCI_FUNCTIONS: readonly PciFunction[] = [
  {
    what: '440FX host bridge',
    device: 0,
    fn: 0,
    vendorId: INTEL,
    deviceId: 0x1237,
    classCode: 0x06_0000,
    headerType: 0,
    dwords: {},
  },
  {
    what: 'PIIX3 ISA bridge',
    device: 1,
    fn: 0,
    vendorId: INTEL,
    deviceId: 0x7000,
    classCode: 0x06_0100,
    headerType: 0x80,
    dwords: {},
  },
  {
    what: 'PIIX4 power management',
    device: 1,
    fn: 3,
    vendorId: INTEL,
    deviceId: 0x7113,
    classCode: 0x06_8000,
    headerType: 0,
    // The base of the power management ports, and their enable bit; the SCI is IRQ 9, pin A.
    dwords: { 0x3c: 0x0109, 0x40: ACPI_PM.base | 1, 0x80: 1 },
  },
];

const ADDRESS_ENABLE = 0x8000_0000;
const RESET = { offset: 1, hard: 2, now: 4 } as const;

const powerOn = () => ({ address: 0, resetControl: 0 });

/** PCI configuration mechanism 1 at CF8h and CFCh, with the reset control port CF9h inside it. */
export class PciHost implements Device {
  readonly ports: readonly PortRange[] = [
    {
      name: 'PCI configuration address and reset control',
      first: 0xcf8,
      count: 4,
      width: 4,
      read: (offset, size) => {
        if (size === 4) return this.state.address;
        return offset === RESET.offset ? this.state.resetControl : 0xffff_ffff;
      },
      write: (offset, size, value) => {
        if (size === 4) this.state.address = value & 0x80ff_fffc;
        else if (offset === RESET.offset && size === 1) this.writeReset(value);
      },
    },
    {
      name: 'PCI configuration data',
      first: 0xcfc,
      count: 4,
      width: 4,
      read: (offset) => this.readConfig() >>> (offset * 8),
      // Every register there is read only: there are no resources to assign.
      write: () => {},
    },
  ];
  private state = powerOn();

  constructor(private readonly pins: Pins) {}

  reset(): void {
    this.state = powerOn();
  }

  save(): DeviceState {
    return saveFields(1, this.state);
  }

  restore(saved: DeviceState): void {
    this.state = restoreFields('pci host', 1, powerOn(), saved);
  }

  private writeReset(value: number): void {
    const rising = value & ~this.state.resetControl & RESET.now;
    this.state.resetControl = value & RESET.hard;
    if (rising) this.pins.stop({ kind: 'reset' });
  }

  private readConfig(): number {
    const { address } = this.state;
    if (!(address & ADDRESS_ENABLE) || (address >>> 16) & 0xff) return 0xffff_ffff;
    const found = PCI_FUNCTIONS.find((row) => ((row.device << 3) | row.fn) === ((address >>> 8) & 0xff));
    if (found === undefined) return 0xffff_ffff;
    const register = address & 0xfc;
    switch (register) {
      case 0x00:
        return found.vendorId | (found.deviceId << 16);
      case 0x08:
        return found.classCode << 8;
      case 0x0c:
        return found.headerType << 16;
      default:
        return found.dwords[register] ?? 0;
    }
  }
}
