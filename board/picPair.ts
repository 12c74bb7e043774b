import type { Device, DeviceState } from './device.js';
import { Pic8259 } from './pic8259.js';

const CASCADE_INPUT = 2;
/** IRQ 0, 1, 2, 8 and 13 are edge triggered on every PC. */
const MASTER_ELCR = 0xf8;
const SLAVE_ELCR = 0xde;

/** The two cascaded 8259A of a PC: 16 lines in, INTR out. */
export class PicPair implements Device {
  readonly master: Pic8259;
  readonly slave: Pic8259;
  private intr = false;

  constructor(private readonly setIntr: (level: boolean) => void) {
    this.master = new Pic8259('pic master', MASTER_ELCR, 1 << CASCADE_INPUT, () => this.update());
    this.slave = new Pic8259('pic slave', SLAVE_ELCR, 0, () =>
      this.master.setLine(CASCADE_INPUT, this.slave.output),
    );
  }

  /** IRQ 0 to 15; IRQ 2 does not exist, its input is the cascade. */
  setLine(irq: number, asserted: boolean): void {
    if (irq === CASCADE_INPUT) return;
    if (irq < 8) this.master.setLine(irq, asserted);
    else this.slave.setLine(irq - 8, asserted);
  }

  /** The processor takes the interrupt; spurious ones give IRQ 7 or IRQ 15. */
  acknowledge(): number {
    const input = this.master.acknowledge();
    return input === CASCADE_INPUT ? this.slave.vector(this.slave.acknowledge()) : this.master.vector(input);
  }

  reset(): void {
    this.slave.reset();
    this.master.reset();
    this.master.setLine(CASCADE_INPUT, this.slave.output);
  }

  save(): DeviceState {
    return { master: this.master.save(), slave: this.slave.save(), intr: this.intr };
  }

  restore(saved: DeviceState): void {
    this.master.restore(saved['master'] as DeviceState);
    this.slave.restore(saved['slave'] as DeviceState);
    // The processor restores its own pin with the rest of its state.
    this.intr = saved['intr'] === true;
  }

  private update(): void {
    const level = this.master.output;
    if (level === this.intr) return;
    this.intr = level;
    this.setIntr(level);
  }
}
