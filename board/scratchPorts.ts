import { restoreFields, saveFields, type Device, type DeviceState } from './device.js';
import type { PortRange } from './ports.js';

const FIRST = 0x80;
const COUNT = 0x10;

const powerOn = () => ({ bytes: Array.from({ length: COUNT }, (): number => 0) });

/** Ports with no effect but to remember a byte: POST codes at 80h and the DMA page registers 81h to 8Fh. */
export class ScratchPorts implements Device {
  readonly ports: readonly PortRange[] = [
    {
      name: 'POST code and DMA pages',
      first: FIRST,
      count: COUNT,
      width: 1,
      read: (offset) => this.state.bytes[offset],
      write: (offset, _size, value) => {
        this.state.bytes[offset] = value;
      },
    },
    // Where drivers write to pass a microsecond when port 80h is taken.
    { name: 'delay port', first: 0xed, count: 1, width: 1, read: () => 0xff, write: () => {} },
  ];
  private state = powerOn();

  reset(): void {
    this.state = powerOn();
  }

  save(): DeviceState {
    return saveFields(1, this.state);
  }

  restore(saved: DeviceState): void {
    this.state = restoreFields('scratch ports', 1, powerOn(), saved);
  }
}
