/** A person's image that cannot be loaded; the message is one line and names what is wrong. */
export class ImageError extends Error {
  override name = 'ImageError';
}

/** Bytes to place in guest memory, followed by `zero` bytes that must read as zero. */
export interface Segment {
  readonly address: number;
  readonly bytes: Uint8Array;
  readonly zero: number;
}

/** State in which a loader hands the boot processor over; what it leaves out is as after reset. */
export interface BootRegisters {
  /** 32-bit protected mode, paging off, interrupts off, all segments flat: 0 to 4 GiB. */
  readonly mode: 'flat32';
  readonly eip: number;
  readonly eax: number;
  readonly ebx: number;
  readonly cr0: number;
  readonly eflags: number;
  /** Selectors only: the descriptors behind them are loaded, a GDT is not promised. */
  readonly codeSelector: number;
  readonly dataSelector: number;
}

/** What a loader makes of an image: copy the segments, load the registers, run. */
export interface BootImage {
  readonly segments: readonly Segment[];
  readonly entry: number;
  readonly registers: BootRegisters;
}

/** Bytes of address space a segment occupies. */
export function segmentSize(segment: Segment): number {
  return segment.bytes.length + segment.zero;
}

/** An address or a size as error messages show it. */
export function hex(value: number): string {
  return `${value.toString(16).toUpperCase()}h`;
}
