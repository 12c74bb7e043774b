import { ramBelow4GiB } from './loaders/memoryMap.js';

const KIB = 1024;
const MIB = KIB * KIB;
const BASE_MEMORY_KIB = 640;
/** Coprocessor present, no diskette drive. */
const EQUIPMENT = 0x02;

/** What the firmware of a PC leaves in CMOS RAM about memory and processors, as pairs of index and byte. */
export function cmosSizes(ramBytes: number, vcpus: number): [number, number][] {
  const below4g = ramBelow4GiB(ramBytes);
  const extendedKib = Math.min(Math.max(0, below4g - MIB) / KIB, 0xffff);
  const above16Mib = Math.min(Math.max(0, below4g - 16 * MIB) / (64 * KIB), 0xffff);
  const above4gUnits = (ramBytes - below4g) / (64 * KIB);
  const byte = (value: number, index: number) => Math.floor(value / 256 ** index) & 0xff;
  return [
    [0x14, EQUIPMENT],
    [0x15, byte(BASE_MEMORY_KIB, 0)],
    [0x16, byte(BASE_MEMORY_KIB, 1)],
    [0x17, byte(extendedKib, 0)],
    [0x18, byte(extendedKib, 1)],
    [0x30, byte(extendedKib, 0)],
    [0x31, byte(extendedKib, 1)],
    [0x34, byte(above16Mib, 0)],
    [0x35, byte(above16Mib, 1)],
    [0x5b, byte(above4gUnits, 0)],
    [0x5c, byte(above4gUnits, 1)],
    [0x5d, byte(above4gUnits, 2)],
    [0x5f, vcpus - 1],
  ];
}
