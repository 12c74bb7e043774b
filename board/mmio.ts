/** A run of physical addresses that one device answers. */
export interface MmioRange {
  readonly name: string;
  readonly base: number;
  readonly length: number;
  /** `offset` counts from `base`; `size` is 1, 2 or 4 and the access lies inside the range. */
  read(offset: number, size: number): number;
  write(offset: number, size: number, value: number): void;
}

/** Who answers which physical address outside RAM. The rest reads as all ones and ignores writes. */
export class MmioMap {
  private readonly ranges: MmioRange[];

  constructor(ranges: readonly MmioRange[]) {
    this.ranges = [...ranges].sort((a, b) => a.base - b.base);
    this.ranges.reduce((below, above) => {
      if (below.base + below.length > above.base) throw new Error(`${below.name} and ${above.name} overlap`);
      return above;
    });
  }

  /** Read of 1, 2 or 4 bytes, as an unsigned number. */
  read(address: number, size: number): number {
    const range = this.taker(address, size);
    if (range === undefined) return size === 4 ? 0xffff_ffff : (1 << (size * 8)) - 1;
    const value = range.read(address - range.base, size);
    return size === 4 ? value >>> 0 : value & ((1 << (size * 8)) - 1);
  }

  /** Write of 1, 2 or 4 bytes. */
  write(address: number, size: number, value: number): void {
    const range = this.taker(address, size);
    range?.write(address - range.base, size, value >>> 0);
  }

  private taker(address: number, size: number): MmioRange | undefined {
    return this.ranges.find((range) => address >= range.base && address + size <= range.base + range.length);
  }
}
