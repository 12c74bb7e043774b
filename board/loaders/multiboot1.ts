import { parseElf } from './elf.js';
import { ImageError, hex, segmentSize, type BootImage, type Segment } from './image.js';
import { isUsable, type MemoryRange } from './memoryMap.js';
import { buildMultibootInfo, sizeOfMultibootInfo, type PlacedModule } from './multibootInfo.js';

/** A file handed to the kernel beside its own image. */
export interface BootModule {
  /** Command line of the module: by convention its file name, a space, its arguments. */
  readonly cmdline: string;
  readonly bytes: Uint8Array;
}

export interface MultibootOptions {
  /** Command line for the kernel; by convention it begins with the kernel's path. */
  readonly cmdline: string;
  readonly modules: readonly BootModule[];
  readonly ramBytes: number;
  /** What the kernel is told about memory; image and modules must lie in its usable rows. */
  readonly memoryMap: readonly MemoryRange[];
}

const HEADER_MAGIC = 0x1badb002;
const HEADER_SEARCH_BYTES = 8192;
/** Header flags. Page alignment of modules and memory information are granted to everybody. */
const FLAG_PAGE_ALIGN_MODULES = 1 << 0;
const FLAG_MEMORY_INFO = 1 << 1;
const FLAG_VIDEO_MODE = 1 << 2;
const FLAG_ADDRESS_FIELDS = 1 << 16;
/** Bits 15:0 are demands: a loader that does not know one must refuse the image. */
const KNOWN_DEMANDS = FLAG_PAGE_ALIGN_MODULES | FLAG_MEMORY_INFO | FLAG_VIDEO_MODE;

const BOOT_MAGIC = 0x2badb002;
const PAGE = 4096;
/** Conventional memory the information goes to when the image leaves it free, clear of the page of AP trampolines. */
const LOW_INFO_ADDRESS = 0x9000;
const LOW_INFO_END = 0x9f000;
/** Modules go above the image, but never below 1 MiB: a small real-mode image leaves too little room there. */
const EXTENDED_MEMORY = 0x100000;

interface MultibootHeader {
  readonly offset: number;
  readonly flags: number;
}

/** Does the image carry a Multiboot (version 1) header? */
export function isMultiboot(image: Uint8Array): boolean {
  return findHeader(image) !== undefined;
}

/** Lays out a Multiboot kernel, its modules and its boot information in guest memory; throws `ImageError`. */
export function loadMultiboot(image: Uint8Array, options: MultibootOptions): BootImage {
  const header = findHeader(image);
  if (header === undefined) throw new ImageError('not a Multiboot image');
  const unknown = header.flags & 0xffff & ~KNOWN_DEMANDS;
  if (unknown !== 0) throw new ImageError(`Multiboot header demands unknown features ${hex(unknown)}`);
  const kernel =
    header.flags & FLAG_ADDRESS_FIELDS ? loadByAddressFields(image, header.offset) : parseElf(image);

  const segments: Segment[] = [...kernel.segments];
  for (const segment of segments) mustFit(segment, 'the image', options);
  if (kernel.entry > 0xffffffff) throw new ImageError(`entry address ${hex(kernel.entry)} is above 4 GiB`);
  let top = segments.reduce((end, s) => Math.max(end, s.address + segmentSize(s)), EXTENDED_MEMORY);

  const placed: PlacedModule[] = [];
  for (const module of options.modules) {
    const segment = { address: align(top), bytes: module.bytes, zero: 0 };
    mustFit(segment, `module '${module.cmdline}'`, options);
    segments.push(segment);
    top = segment.address + segmentSize(segment);
    placed.push({ start: segment.address, end: top, cmdline: module.cmdline });
  }

  const infoSize = sizeOfMultibootInfo(options.cmdline, options.modules, options.memoryMap);
  const info = findLowPlace(segments, infoSize) ?? align(top);
  const infoSegment = {
    address: info,
    bytes: buildMultibootInfo(info, options.cmdline, placed, options.memoryMap),
    zero: 0,
  };
  mustFit(infoSegment, 'the boot information', options);
  segments.push(infoSegment);

  return {
    segments,
    entry: kernel.entry,
    registers: {
      mode: 'flat32',
      eip: kernel.entry,
      eax: BOOT_MAGIC,
      ebx: info,
      cr0: 0x11, // PE, and ET, which cannot be cleared
      eflags: 2,
      codeSelector: 0x08,
      dataSelector: 0x10,
    },
  };
}

/** The header is the first aligned place in the first 8 KiB where magic, flags and checksum add up to zero. */
function findHeader(image: Uint8Array): MultibootHeader | undefined {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const end = Math.min(image.length, HEADER_SEARCH_BYTES);
  for (let offset = 0; offset + 12 <= end; offset += 4) {
    if (view.getUint32(offset, true) !== HEADER_MAGIC) continue;
    const flags = view.getUint32(offset + 4, true);
    const checksum = view.getUint32(offset + 8, true);
    if (((HEADER_MAGIC + flags + checksum) & 0xffffffff) === 0) return { offset, flags };
  }
  return undefined;
}

/** The address fields of a.out times: they place a file of any format, and win over its ELF headers. */
function loadByAddressFields(
  image: Uint8Array,
  offset: number,
): { entry: number; segments: readonly Segment[] } {
  if (offset + 32 > image.length) throw new ImageError('Multiboot header is cut off');
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const headerAddress = view.getUint32(offset + 12, true);
  const loadAddress = view.getUint32(offset + 16, true);
  const loadEnd = view.getUint32(offset + 20, true);
  const bssEnd = view.getUint32(offset + 24, true);
  const entry = view.getUint32(offset + 28, true);

  if (headerAddress < loadAddress) throw new ImageError('Multiboot header lies below its own load address');
  const fileStart = offset - (headerAddress - loadAddress);
  if (fileStart < 0) throw new ImageError('Multiboot load address lies before the start of the file');
  if (loadEnd !== 0 && loadEnd < loadAddress) throw new ImageError('Multiboot load end lies below its start');
  // Zero means: to the end of the file.
  const fileEnd = loadEnd === 0 ? image.length : fileStart + (loadEnd - loadAddress);
  if (fileEnd > image.length)
    throw new ImageError('Multiboot load segment is cut off: the file ends too early');
  const bytes = image.subarray(fileStart, fileEnd);
  const dataEnd = loadAddress + bytes.length;
  // Zero means: no bss.
  if (bssEnd !== 0 && bssEnd < dataEnd) throw new ImageError('Multiboot bss ends inside the load segment');
  return { entry, segments: [{ address: loadAddress, bytes, zero: bssEnd === 0 ? 0 : bssEnd - dataEnd }] };
}

function mustFit(segment: Segment, what: string, { ramBytes, memoryMap }: MultibootOptions): void {
  const size = segmentSize(segment);
  if (isUsable(memoryMap, segment.address, size)) return;
  const where = `${hex(segment.address)} to ${hex(segment.address + size)}`;
  // The megabyte below 1 MiB has holes in every PC; anything else is too little RAM.
  if (segment.address < EXTENDED_MEMORY)
    throw new ImageError(`${what} needs ${where}, which is not ordinary memory on a PC`);
  throw new ImageError(`${what} (${where}) does not fit in ${Math.floor(ramBytes / 2 ** 20)} MiB of RAM`);
}

/** The first page-aligned gap between the image's segments in conventional memory. */
function findLowPlace(segments: readonly Segment[], size: number): number | undefined {
  let address = LOW_INFO_ADDRESS;
  for (const segment of [...segments].sort((a, b) => a.address - b.address)) {
    if (segment.address >= address + size) break;
    address = Math.max(address, align(segment.address + segmentSize(segment)));
  }
  return address + size <= LOW_INFO_END ? address : undefined;
}

function align(address: number): number {
  return Math.ceil(address / PAGE) * PAGE;
}
