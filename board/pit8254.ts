import type { Clock, Timer } from './clock.js';
import { restoreFields, saveFields, type Device, type DeviceState, type IrqLine } from './device.js';
import { Oscillator } from './oscillator.js';
import { channelPowerOn, Pit8254Channel } from './pit8254Channel.js';

/** The input of the three counters: a third of the NTSC colour burst's third harmonic, rounded to whole hertz. */
const PIT_HZ = 1_193_182;
const CONTROL = 3;
const READ_BACK = 3;
const SPEAKER = 2;
/** Port 61h: gate of counter 2 and speaker enable, parity checks, then the read-only bits. */
const PORT_B = { gate2: 1, writable: 0x0f, refresh: 0x10, out2: 0x20 } as const;
/** DRAM refresh toggles its bit about every 15.085 microseconds. */
const REFRESH_NS = 15_085;

/** The 8254 timer with what port 61h adds to it: IRQ 0 from counter 0, the speaker's counter 2. */
export class Pit8254 implements Device {
  private readonly input = new Oscillator(PIT_HZ);
  private readonly channels = [new Pit8254Channel(), new Pit8254Channel(), new Pit8254Channel()];
  private readonly timer: Timer;
  private portB = 0;

  constructor(
    private readonly clock: Clock,
    private readonly irq: IrqLine,
  ) {
    this.timer = clock.timer('pit', (at) => this.update(this.input.ticksAt(at)));
    this.reset();
  }

  read(offset: number): number {
    // The control register cannot be read.
    return offset === CONTROL ? 0xff : this.channels[offset].read(this.tick());
  }

  write(offset: number, value: number): void {
    const tick = this.tick();
    if (offset === CONTROL) this.writeControl(value, tick);
    else this.channels[offset].write(value, tick);
    this.update(tick);
  }

  readPortB(): number {
    const refresh = Math.floor(this.clock.now / REFRESH_NS) & 1;
    const out2 = this.channels[SPEAKER].out(this.tick());
    return this.portB | (refresh ? PORT_B.refresh : 0) | (out2 ? PORT_B.out2 : 0);
  }

  writePortB(value: number): void {
    this.portB = value & PORT_B.writable;
    this.channels[SPEAKER].setGate((value & PORT_B.gate2) !== 0, this.tick());
  }

  reset(): void {
    for (const channel of this.channels) channel.state = channelPowerOn();
    this.channels[SPEAKER].state.gate = false;
    this.portB = 0;
    this.clock.cancel(this.timer);
    this.irq(false);
  }

  save(): DeviceState {
    const channels = this.channels.map((channel) => saveFields(1, channel.state));
    return { ...saveFields(1, { portB: this.portB }), channels };
  }

  restore(saved: DeviceState): void {
    this.portB = restoreFields('pit8254', 1, { portB: 0 }, saved).portB;
    const channels = saved['channels'] as DeviceState[];
    this.channels.forEach((channel, index) => {
      channel.state = restoreFields(`pit8254 counter ${index}`, 1, channelPowerOn(), channels[index]);
    });
  }

  private tick(): number {
    return this.input.ticksAt(this.clock.now);
  }

  private writeControl(value: number, tick: number): void {
    const selected = value >> 6;
    if (selected === READ_BACK) {
      this.channels.forEach((channel, index) => {
        if (!(value & (2 << index))) return;
        // Both latch bits are active low.
        if (!(value & 0x20)) channel.latchCount(tick);
        if (!(value & 0x10)) channel.latchStatus(tick);
      });
    } else if (value & 0x30) {
      this.channels[selected].control(value);
    } else {
      this.channels[selected].latchCount(tick);
    }
  }

  /** Drive IRQ 0 from OUT of counter 0 and wait for its next change. */
  private update(tick: number): void {
    const channel = this.channels[0];
    this.irq(channel.out(tick));
    const change = channel.nextChange(tick);
    if (change === Infinity) this.clock.cancel(this.timer);
    else this.clock.schedule(this.timer, this.input.timeOf(change));
  }
}
