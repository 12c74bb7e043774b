import type { Pins } from '../silicon/host/bus.js';
import { restoreFields, saveFields, type Device, type DeviceState } from './device.js';
import type { PortRange } from './ports.js';

const PORT92 = { reset: 1, a20: 2 } as const;
const SHUTDOWN_WORD = 'Shutdown';

const powerOn = () => ({ port92: PORT92.a20 as number, matched: 0 });

/** The system control port 92h, and port 8900h where the word "Shutdown" switches the power off. */
export class ResetPorts implements Device {
  readonly ports: readonly PortRange[] = [
    {
      name: 'system control port A',
      first: 0x92,
      count: 1,
      width: 1,
      read: () => this.state.port92,
      write: (_offset, _size, value) => this.writePort92(value),
    },
    {
      name: 'shutdown port',
      first: 0x8900,
      count: 1,
      width: 1,
      read: () => 0xff,
      write: (_offset, _size, value) => this.spell(value),
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
    this.state = restoreFields('reset ports', 1, powerOn(), saved);
  }

  private writePort92(value: number): void {
    const rising = value & ~this.state.port92 & PORT92.reset;
    this.state.port92 = value;
    if (rising) this.pins.stop({ kind: 'reset' });
    else if (!(value & PORT92.a20))
      this.pins.stop({ kind: 'unimplemented', what: 'A20 gate off (port 92h)' });
  }

  private spell(value: number): void {
    const { matched } = this.state;
    const goesOn = value === SHUTDOWN_WORD.charCodeAt(matched);
    this.state.matched = goesOn ? matched + 1 : value === SHUTDOWN_WORD.charCodeAt(0) ? 1 : 0;
    if (this.state.matched < SHUTDOWN_WORD.length) return;
    this.state.matched = 0;
    this.pins.stop({ kind: 'poweroff' });
  }
}
