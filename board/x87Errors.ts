import type { Pins } from '../silicon/host/bus.js';
import { restoreFields, saveFields, type Device, type DeviceState, type IrqLine } from './device.js';
import type { PortRange } from './ports.js';

const powerOn = () => ({ waiting: false });

/** The way a PC reports x87 errors while CR0.NE is clear: FERR# becomes IRQ 13, and port F0h lets the processor go on. */
export class X87Errors implements Device {
  readonly ports: PortRange = {
    name: 'x87 errors',
    first: 0xf0,
    count: 2,
    width: 1,
    read: () => 0xff,
    write: () => this.clear(),
  };
  private state = powerOn();

  constructor(
    private readonly pins: Pins,
    private readonly irq13: IrqLine,
  ) {}

  /** The processor has asserted FERR#. */
  ferr(): void {
    this.state.waiting = true;
    this.irq13(true);
  }
  private clear(): void {
    if (!this.state.waiting) return;
    this.state.waiting = false;
    this.irq13(false);
    this.pins.assertIgnne();
  }

  reset(): void {
    this.state = powerOn();
    this.irq13(false);
  }
  save(): DeviceState {
    return saveFields(1, this.state);
  }
  restore(saved: DeviceState): void {
    this.state = restoreFields('x87 errors', 1, powerOn(), saved);
  }
}
