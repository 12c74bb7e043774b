/** A named bit, or run of bits, of a field or register. */
export interface BitField {
  /** The word the architecture manual uses. */
  readonly name: string;
  readonly lo: number;
  readonly width: number;
  /** The bits in place, as an exact number: above bit 31 use `BigInt(mask)`, below it `>>> 0` after `&`. */
  readonly mask: number;
  readonly doc: string;
  /** CPUID feature that brings the bit; absent when it came with the register. */
  readonly feature?: string;
}

/** A run of bits `lo` .. `lo + width - 1`. */
export function bits(lo: number, width: number, name: string, doc = '', feature?: string): BitField {
  const row = { name, lo, width, mask: (2 ** width - 1) * 2 ** lo, doc };
  return feature === undefined ? row : { ...row, feature };
}

/** One bit. */
export function bit(lo: number, name: string, doc = '', feature?: string): BitField {
  return bits(lo, 1, name, doc, feature);
}

/** Named bits of one field, in the order a viewer shows them. */
export type BitFields = Readonly<Record<string, BitField>>;

/** The named bits that a processor with these features has; all others are reserved. */
export function allowedBits(fields: BitFields, features: ReadonlySet<string>): bigint {
  return Object.values(fields)
    .filter((row) => row.feature === undefined || features.has(row.feature))
    .reduce((mask, row) => mask | BigInt(row.mask), 0n);
}
