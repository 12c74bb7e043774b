import type { Processor } from './processor.js';

const PAGE = 0x1000;
const GIB = 0x4000_0000;

/** Added to an address of L1's that names memory of the L0's: no memory answers there, and the bus as if it were not added. */
export const OF_L1 = 2 ** 52;

export interface PrivateMemoryState {
  readonly next: number;
  readonly released: readonly number[];
}

/** The L0's own RAM, handed out in zeroed pages. L1 must never reach any of the GiB it lies in. */
export class PrivateMemory {
  private next: number;
  private readonly end: number;
  private readonly gib: number;
  private readonly released: number[] = [];

  constructor(
    private readonly cpu: Processor,
    address: number,
    bytes: number,
  ) {
    this.next = address;
    this.end = address + bytes;
    this.gib = Math.floor(address / GIB);
    if (Math.floor((this.end - 1) / GIB) !== this.gib) throw new Error('private memory must lie in one GiB');
  }

  /** Physical address of `count` pages in a row. */
  pages(count: number): number {
    const pa = this.next;
    this.next += count * PAGE;
    if (this.next > this.end) throw new Error('the L0 has no private memory left');
    for (let n = 0; n < count; n++) this.zero(pa + n * PAGE);
    return pa;
  }
  /** Physical address of a page. */
  page(): number {
    const pa = this.released.pop();
    if (pa === undefined) return this.pages(1);
    this.zero(pa);
    return pa;
  }
  release(pa: number): void {
    this.released.push(pa);
  }
  /** Pages that can still be had. */
  get left(): number {
    return this.released.length + (this.end - this.next) / PAGE;
  }

  /** Which pages are handed out; what they hold is RAM like any other. */
  save(): PrivateMemoryState {
    return { next: this.next, released: [...this.released] };
  }
  restore({ next, released }: PrivateMemoryState): void {
    this.next = next;
    this.released.splice(0, this.released.length, ...released);
  }

  /** Whether a physical address that L1 names lies where only the L0 may go. */
  hides(pa: number): boolean {
    return Math.floor(pa / GIB) === this.gib;
  }
  /** The physical address that L1's address stands for. */
  seenByL1(pa: number): number {
    return this.hides(pa) ? OF_L1 + pa : pa;
  }

  private zero(pa: number): void {
    const at = this.cpu.hostAddress(pa);
    this.cpu.u8.fill(0, at, at + PAGE);
  }
}
