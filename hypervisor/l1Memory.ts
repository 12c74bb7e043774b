import type { PrivateMemory } from './privateMemory.js';
import type { Processor } from './processor.js';

const PAGE = 0x1000;
const MOST_FRAMES = 0x2000;

/** L1's memory by its physical address. What is no RAM of L1's is read from the bus, and not written: the processor does the same with tables there. */
export class L1Memory {
  /** Frames never move, and asking the processor costs more than this. */
  private readonly frames = new Map<number, number>();

  constructor(
    private readonly cpu: Processor,
    private readonly hidden: PrivateMemory,
  ) {}

  /** Linear-memory address of a byte, 0 where L1 has no RAM. */
  linear(pa: number): number {
    const page = Math.floor(pa / PAGE);
    const frame = this.frames.get(page) ?? this.frameOf(page);
    return frame === 0 ? 0 : frame + (pa % PAGE);
  }
  private frameOf(page: number): number {
    const pa = page * PAGE;
    const frame = this.hidden.hides(pa) ? 0 : this.cpu.hostAddress(pa);
    if (this.frames.size === MOST_FRAMES) this.frames.clear();
    this.frames.set(page, frame);
    return frame;
  }
  read(pa: number): number {
    const at = this.linear(pa);
    return at === 0 ? this.cpu.readBus(this.hidden.seenByL1(pa), 4) : this.cpu.u32[at >>> 2];
  }
  write(pa: number, value: number): void {
    const at = this.linear(pa);
    if (at === 0) return;
    this.cpu.u32[at >>> 2] = value;
    this.cpu.codeWritten(pa, 4);
  }
  byte(pa: number): number {
    const at = this.linear(pa);
    return at === 0 ? this.cpu.readBus(this.hidden.seenByL1(pa), 1) : this.cpu.u8[at];
  }
}
