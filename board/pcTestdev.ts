import { restoreFields, saveFields, type Device, type DeviceState } from './device.js';
import type { MmioRange } from './mmio.js';
import type { PortRange } from './ports.js';

const IRQ_LINES = 24;
const IOMEM_BYTES = 0x1_0000;

const powerOn = () => ({ echo: [0, 0, 0, 0], iomem: new Uint8Array(IOMEM_BYTES) });

/**
 * What kvm-unit-tests expects of QEMU's pc-testdev: interrupt lines to pull, ports and memory that give back what was
 * written but are devices to the processor, and a page flush that has nothing to flush here.
 */
export class PcTestdev implements Device {
  readonly ports: readonly PortRange[] = [
    {
      name: 'testdev echo',
      first: 0xe0,
      count: 4,
      width: 4,
      read: (offset, size) => load(this.state.echo, offset, size),
      write: (offset, size, value) => store(this.state.echo, offset, size, value),
    },
    { name: 'testdev page flush', first: 0xe4, count: 4, width: 4, read: () => 0, write: () => {} },
    {
      name: 'testdev irq lines',
      first: 0x2000,
      count: IRQ_LINES,
      width: 4,
      read: () => 0,
      // A wide write means the line addressed, not its neighbours.
      write: (line, _size, value) => this.setLine(line, value !== 0),
    },
  ];
  readonly mmio: MmioRange = {
    name: 'testdev iomem',
    base: 0xff00_0000,
    length: IOMEM_BYTES,
    read: (offset, size) => load(this.state.iomem, offset, size),
    write: (offset, size, value) => store(this.state.iomem, offset, size, value),
  };
  private state = powerOn();

  constructor(private readonly setLine: (line: number, asserted: boolean) => void) {}

  reset(): void {
    this.state = powerOn();
  }

  save(): DeviceState {
    return saveFields(1, this.state);
  }

  restore(saved: DeviceState): void {
    this.state = restoreFields('pc-testdev', 1, powerOn(), saved);
  }
}

function load(bytes: ArrayLike<number>, offset: number, size: number): number {
  let value = 0;
  for (let i = size - 1; i >= 0; i--) value = value * 256 + bytes[offset + i];
  return value;
}

function store(bytes: number[] | Uint8Array, offset: number, size: number, value: number): void {
  for (let i = 0; i < size; i++) bytes[offset + i] = (value >>> (i * 8)) & 0xff;
}
