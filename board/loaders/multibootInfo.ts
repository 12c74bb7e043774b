import { MEMORY_USABLE, type MemoryRange } from './memoryMap.js';

/** A module after it got its place in memory. */
export interface PlacedModule {
  readonly start: number;
  readonly end: number;
  readonly cmdline: string;
}

const LOADER_NAME = 'nsvm';

/** Offsets in the Multiboot information structure; the bit in `flags` that makes each valid is beside it. */
const INFO = {
  flags: 0,
  memLower: 4, // bit 0
  memUpper: 8, // bit 0
  bootDevice: 12, // bit 1, not offered: there is no disk
  cmdline: 16, // bit 2
  moduleCount: 20, // bit 3
  moduleTable: 24, // bit 3
  mapLength: 44, // bit 6
  mapAddress: 48, // bit 6
  loaderName: 64, // bit 9
} as const;
const INFO_SIZE = 88;
const FLAGS = (1 << 0) | (1 << 2) | (1 << 3) | (1 << 6) | (1 << 9);

const MODULE_SIZE = 16;
/** A row of the map: its size field does not count itself. */
const MAP_ROW_SIZE = 24;

/** Bytes `buildMultibootInfo` needs. */
export function sizeOfMultibootInfo(
  cmdline: string,
  modules: readonly { readonly cmdline: string }[],
  map: readonly MemoryRange[],
): number {
  const texts = [cmdline, LOADER_NAME, ...modules.map((module) => module.cmdline)];
  const textBytes = texts.reduce((sum, text) => sum + utf8(text).length + 1, 0);
  return INFO_SIZE + modules.length * MODULE_SIZE + map.length * MAP_ROW_SIZE + textBytes;
}

/** The information structure at `address`, and behind it all it points to. */
export function buildMultibootInfo(
  address: number,
  cmdline: string,
  modules: readonly PlacedModule[],
  map: readonly MemoryRange[],
): Uint8Array {
  const bytes = new Uint8Array(sizeOfMultibootInfo(cmdline, modules, map));
  const view = new DataView(bytes.buffer);
  const put = (offset: number, value: number): void => view.setUint32(offset, value, true);
  const moduleTable = INFO_SIZE;
  const mapTable = moduleTable + modules.length * MODULE_SIZE;
  let textAt = mapTable + map.length * MAP_ROW_SIZE;
  const text = (value: string): number => {
    const at = textAt;
    const encoded = utf8(value);
    bytes.set(encoded, at);
    textAt += encoded.length + 1;
    return address + at;
  };

  put(INFO.flags, FLAGS);
  put(INFO.memLower, kibFrom(map, 0));
  put(INFO.memUpper, kibFrom(map, 0x100000));
  put(INFO.cmdline, text(cmdline));
  put(INFO.loaderName, text(LOADER_NAME));
  put(INFO.moduleCount, modules.length);
  put(INFO.moduleTable, address + moduleTable);
  modules.forEach((module, i) => {
    const at = moduleTable + i * MODULE_SIZE;
    put(at, module.start);
    put(at + 4, module.end);
    put(at + 8, text(module.cmdline));
  });
  put(INFO.mapLength, map.length * MAP_ROW_SIZE);
  put(INFO.mapAddress, address + mapTable);
  map.forEach((range, i) => {
    const at = mapTable + i * MAP_ROW_SIZE;
    put(at, MAP_ROW_SIZE - 4);
    putU64(view, at + 4, range.address);
    putU64(view, at + 12, range.bytes);
    put(at + 20, range.type);
  });
  return bytes;
}

function putU64(view: DataView, at: number, value: number): void {
  view.setUint32(at, value % 2 ** 32, true);
  view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
}

/** KiB of usable memory that begin exactly at `address`. */
function kibFrom(map: readonly MemoryRange[], address: number): number {
  const range = map.find((row) => row.address === address && row.type === MEMORY_USABLE);
  return range === undefined ? 0 : Math.floor(range.bytes / 1024);
}

/** TextEncoder is the platform's, not the language's, and this layer has only the language. */
function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f));
      bytes.push(0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    }
  }
  return bytes;
}
