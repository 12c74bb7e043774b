import { UsageError } from './errors.js';

/** Reads the number that random numbers of a run come from. */
export function parseSeed(text: string): bigint {
  if (!/^(\d+|0x[\da-f]+)$/i.test(text)) throw new UsageError(`invalid seed '${text}': use a number`);
  return BigInt.asUintN(64, BigInt(text));
}
