// Images built byte by byte, for the tests of the loaders and of the command line.

export interface SegmentRecipe {
  physical: number;
  virtual?: bigint;
  bytes: Uint8Array;
  zero?: number;
  type?: number;
}

export interface ElfRecipe {
  is64?: boolean;
  entry: number | bigint;
  segments: SegmentRecipe[];
}

/** File header, program headers, then the segments' bytes one after the other. */
export function buildElf({ is64 = false, entry, segments }: ElfRecipe): Uint8Array {
  const headerSize = is64 ? 64 : 52;
  const programSize = is64 ? 56 : 32;
  const dataStart = headerSize + segments.length * programSize;
  const image = new Uint8Array(segments.reduce((n, s) => n + s.bytes.length, dataStart));
  const view = new DataView(image.buffer);
  const word = (at: number, value: number | bigint): void =>
    is64 ? view.setBigUint64(at, BigInt(value), true) : view.setUint32(at, Number(value), true);

  image.set([0x7f, 0x45, 0x4c, 0x46, is64 ? 2 : 1, 1, 1]);
  view.setUint16(16, 2, true);
  view.setUint16(18, is64 ? 62 : 3, true);
  word(24, entry);
  word(is64 ? 32 : 28, headerSize);
  view.setUint16(is64 ? 54 : 42, programSize, true);
  view.setUint16(is64 ? 56 : 44, segments.length, true);

  const fields = is64 ? [8, 16, 24, 32, 40] : [4, 8, 12, 16, 20];
  let data = dataStart;
  segments.forEach((segment, i) => {
    const at = headerSize + i * programSize;
    view.setUint32(at, segment.type ?? 1, true);
    const size = segment.bytes.length;
    const values = [
      data,
      segment.virtual ?? segment.physical,
      segment.physical,
      size,
      size + (segment.zero ?? 0),
    ];
    values.forEach((value, n) => word(at + fields[n], value));
    image.set(segment.bytes, data);
    data += size;
  });
  return image;
}

/** A Multiboot header: flags, and the address fields when given. */
export function multibootHeader(flags = 0, addresses: number[] = []): Uint8Array {
  const words = [0x1badb002, flags, -(0x1badb002 + flags) >>> 0, ...addresses];
  return new Uint8Array(Uint32Array.from(words).buffer);
}

/** A Multiboot ELF kernel of a few bytes at `address`. */
export function multibootKernel(address = 0x400000, zero = 0, is64 = false): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set(multibootHeader());
  return buildElf({ is64, entry: address + 12, segments: [{ physical: address, bytes, zero }] });
}
