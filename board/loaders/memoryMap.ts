/** Kinds of memory as BIOS function E820h numbers them. */
export const MEMORY_USABLE = 1;
export const MEMORY_RESERVED = 2;

/** One row of the memory map that firmware reports. */
export interface MemoryRange {
  readonly address: number;
  readonly bytes: number;
  readonly type: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** Conventional memory ends here: the extended BIOS data area takes the last KiB below A0000h. */
export const EBDA_ADDRESS = 0x9fc00;

/**
 * RAM below 4 GiB. A PC keeps the top of the 32-bit space for devices: a machine that would reach into it gets 3 GiB
 * below and the rest above 4 GiB, so that large pages line up on both sides.
 */
export function ramBelow4GiB(ramBytes: number): number {
  return ramBytes > 3.5 * GIB ? 3 * GIB : ramBytes;
}

/** The memory map of a PC with this much RAM, sorted by address, rows not overlapping. */
export function pcMemoryMap(ramBytes: number): MemoryRange[] {
  const low = ramBelow4GiB(ramBytes);
  const map: MemoryRange[] = [
    { address: 0, bytes: EBDA_ADDRESS, type: MEMORY_USABLE },
    { address: EBDA_ADDRESS, bytes: 0xa0000 - EBDA_ADDRESS, type: MEMORY_RESERVED },
    { address: 0xf0000, bytes: 0x10000, type: MEMORY_RESERVED },
    { address: MIB, bytes: low - MIB, type: MEMORY_USABLE },
    { address: 0xfffc0000, bytes: 0x40000, type: MEMORY_RESERVED },
    { address: 4 * GIB, bytes: ramBytes - low, type: MEMORY_USABLE },
  ];
  return map.filter((range) => range.bytes > 0);
}

/** Is all of [address, address + bytes) inside one usable row? */
export function isUsable(map: readonly MemoryRange[], address: number, bytes: number): boolean {
  return map.some(
    (range) =>
      range.type === MEMORY_USABLE &&
      address >= range.address &&
      address + bytes <= range.address + range.bytes,
  );
}
