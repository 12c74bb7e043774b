import { ImageError, hex, type Segment } from './image.js';

/** The parts of an ELF executable that loading needs. */
export interface ElfImage {
  readonly is64: boolean;
  /** Physical address of the first instruction. */
  readonly entry: number;
  /** The PT_LOAD program headers at their physical addresses, empty ones left out. */
  readonly segments: readonly Segment[];
}

/** Where the two classes keep the same fields: file header, then one program header. */
interface Layout {
  readonly headerSize: number;
  readonly entry: number;
  readonly programOffset: number;
  readonly programEntrySize: number;
  readonly programCount: number;
  readonly programHeaderSize: number;
  readonly offset: number;
  readonly virtual: number;
  readonly physical: number;
  readonly fileSize: number;
  readonly memorySize: number;
}

const ELF32: Layout = {
  headerSize: 52,
  entry: 24,
  programOffset: 28,
  programEntrySize: 42,
  programCount: 44,
  programHeaderSize: 32,
  offset: 4,
  virtual: 8,
  physical: 12,
  fileSize: 16,
  memorySize: 20,
};

const ELF64: Layout = {
  headerSize: 64,
  entry: 24,
  programOffset: 32,
  programEntrySize: 54,
  programCount: 56,
  programHeaderSize: 56,
  offset: 8,
  virtual: 16,
  physical: 24,
  fileSize: 32,
  memorySize: 40,
};

const CLASS_32 = 1;
const CLASS_64 = 2;
const LITTLE_ENDIAN = 1;
const TYPE_EXECUTABLE = 2;
const MACHINE_386 = 3;
const MACHINE_X86_64 = 62;
const PT_LOAD = 1;

/** Does the image begin with the ELF magic? */
export function isElf(image: Uint8Array): boolean {
  return image[0] === 0x7f && image[1] === 0x45 && image[2] === 0x4c && image[3] === 0x46;
}

/** Reads an x86 ELF executable of either class; throws `ImageError` for anything else. */
export function parseElf(image: Uint8Array): ElfImage {
  if (!isElf(image)) throw new ImageError('not an ELF image');
  const is64 = image[4] === CLASS_64;
  if (!is64 && image[4] !== CLASS_32) throw new ImageError('ELF class is neither 32-bit nor 64-bit');
  if (image[5] !== LITTLE_ENDIAN) throw new ImageError('ELF image is not little-endian');
  const layout = is64 ? ELF64 : ELF32;
  if (image.length < layout.headerSize) throw new ImageError('ELF header is cut off');

  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  // Virtual addresses of kernels linked high need all 64 bits; this is not a hot path.
  const wide = (at: number): bigint =>
    is64 ? view.getBigUint64(at, true) : BigInt(view.getUint32(at, true));
  const type = view.getUint16(16, true);
  if (type !== TYPE_EXECUTABLE) throw new ImageError(`ELF image is not an executable (type ${type})`);
  const machine = view.getUint16(18, true);
  if (machine !== MACHINE_386 && machine !== MACHINE_X86_64) {
    throw new ImageError(`ELF image is for another processor (machine ${machine})`);
  }

  const table = narrow(wide(layout.programOffset), 'program header offset');
  const stride = view.getUint16(layout.programEntrySize, true);
  const count = view.getUint16(layout.programCount, true);
  if (count > 0 && stride < layout.programHeaderSize)
    throw new ImageError(`ELF program headers of ${stride} bytes`);
  if (table + count * stride > image.length) throw new ImageError('ELF program headers are cut off');

  const virtualEntry = wide(layout.entry);
  let entry = virtualEntry;
  const segments: Segment[] = [];
  for (let i = 0; i < count; i++) {
    const at = table + i * stride;
    if (view.getUint32(at, true) !== PT_LOAD) continue;
    const offset = narrow(wide(at + layout.offset), 'segment offset');
    const virtual = wide(at + layout.virtual);
    const physical = narrow(wide(at + layout.physical), 'segment address');
    const fileSize = narrow(wide(at + layout.fileSize), 'segment size');
    const memorySize = narrow(wide(at + layout.memorySize), 'segment size');
    if (memorySize === 0) continue;
    if (fileSize > memorySize) {
      throw new ImageError(`ELF segment at ${hex(physical)} is larger in the file than in memory`);
    }
    if (offset + fileSize > image.length) {
      throw new ImageError(`ELF segment at ${hex(physical)} is cut off: the file ends too early`);
    }
    // Kernels linked high give a virtual entry; with paging off only the physical one means anything.
    if (virtualEntry >= virtual && virtualEntry < virtual + BigInt(memorySize)) {
      entry = virtualEntry - virtual + BigInt(physical);
    }
    segments.push({
      address: physical,
      bytes: image.subarray(offset, offset + fileSize),
      zero: memorySize - fileSize,
    });
  }
  if (segments.length === 0) throw new ImageError('ELF image has nothing to load');
  return { is64, entry: narrow(entry, 'entry address'), segments };
}

/** A field that must be an address or a size some machine could have. */
function narrow(value: bigint, what: string): number {
  if (value >= 1n << 52n)
    throw new ImageError(`ELF ${what} ${value.toString(16).toUpperCase()}h is out of reach`);
  return Number(value);
}
