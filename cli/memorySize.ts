import { UsageError } from './errors.js';

const MIB = 2 ** 20;
const UNITS: Readonly<Record<string, number>> = {
  b: 1,
  k: 2 ** 10,
  m: MIB,
  g: 2 ** 30,
  t: 2 ** 40,
};

/**
 * The least and most RAM: below, the firmware areas and a kernel do not fit; above, RAM would reach the pages past 15 GiB that the L0 keeps
 * for itself.
 */
const LEAST = 2 * MIB;
const MOST = 14 * 2 ** 30;

/** RAM of a machine nobody gave a size, as in QEMU. */
export const DEFAULT_RAM_BYTES = 128 * MIB;

/** Reads `512`, `512M`, `4g`, `1.5G`: MiB when there is no unit; throws `UsageError`. */
export function parseMemorySize(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([bkmgt]?)$/i.exec(text);
  if (match === null) throw new UsageError(`'${text}' is not a memory size such as 512M or 4g`);
  // Rounded up to whole pages of two, as QEMU does, so that odd sizes give the same memory map.
  const bytes = Math.ceil((Number(match[1]) * UNITS[match[2].toLowerCase() || 'm']) / 8192) * 8192;
  if (bytes === 0) return DEFAULT_RAM_BYTES;
  if (bytes < LEAST) throw new UsageError(`${text} of memory is too little: at least 2M`);
  if (bytes > MOST)
    throw new UsageError(
      `${text} of memory is too much: at most 14G, the rest of the address space is the L0's and devices'`,
    );
  return bytes;
}
