/** A run of I/O ports that one device answers. */
export interface PortRange {
  readonly name: string;
  readonly first: number;
  readonly count: number;
  /** The widest access the device takes whole: 1, 2 or 4; a wider one comes as several, low port first. */
  readonly width: 1 | 2 | 4;
  /** `offset` counts from `first`. */
  read(offset: number, size: number): number;
  write(offset: number, size: number, value: number): void;
}

/** Who answers which I/O port. Ports nobody answers read as all ones and ignore writes, as an idle ISA bus does. */
export class PortMap {
  private readonly ranges: PortRange[];
  /** Index into `ranges` plus one, by port; 0 where nobody answers. */
  private readonly owner = new Uint8Array(0x10000);

  constructor(ranges: readonly PortRange[]) {
    if (ranges.length > 255) throw new Error('more port ranges than an owner byte can name');
    this.ranges = [...ranges];
    this.ranges.forEach((range, index) => {
      for (let port = range.first; port < range.first + range.count; port++) {
        const other = this.owner[port];
        if (other !== 0)
          throw new Error(`port ${hex(port)} is both ${this.ranges[other - 1].name} and ${range.name}`);
        this.owner[port] = index + 1;
      }
    });
  }

  /** The name of the device at a port; undefined where nobody answers. */
  nameOf(port: number): string | undefined {
    return this.ranges[this.owner[port] - 1]?.name;
  }

  /** IN of 1, 2 or 4 bytes, as an unsigned number. */
  read(port: number, size: number): number {
    const range = this.taker(port, size);
    if (range !== undefined) return clip(range.read(port - range.first, size), size);
    if (size === 1) return 0xff;
    const half = size >> 1;
    const low = this.read(port, half);
    return (low | (this.read(port + half, half) << (half * 8))) >>> 0;
  }

  /** OUT of 1, 2 or 4 bytes. */
  write(port: number, size: number, value: number): void {
    const range = this.taker(port, size);
    if (range !== undefined) {
      range.write(port - range.first, size, clip(value, size));
    } else if (size > 1) {
      const half = size >> 1;
      this.write(port, half, clip(value, half));
      this.write(port + half, half, clip(value >>> (half * 8), half));
    }
  }

  /** The device that takes the access whole. */
  private taker(port: number, size: number): PortRange | undefined {
    const range = this.ranges[this.owner[port] - 1];
    if (range === undefined || size > range.width) return undefined;
    return port + size <= range.first + range.count ? range : undefined;
  }
}

function clip(value: number, size: number): number {
  return size === 4 ? value >>> 0 : value & ((1 << (size * 8)) - 1);
}

function hex(port: number): string {
  return `${port.toString(16).toUpperCase()}h`;
}
