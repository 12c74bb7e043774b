import { checkBit } from '../../spec/checks.js';

/** The mask of some rows of spec/checks. */
export function rowsMask(...ids: readonly string[]): bigint {
  return ids.reduce((mask, id) => mask | (1n << BigInt(checkBit(id))), 0n);
}
