/** Bytes written as hexadecimal digits, with spaces where a reader likes them. */
export function bytesOf(digits: string): Uint8Array {
  const dense = digits.replace(/\s/g, '');
  return Uint8Array.from({ length: dense.length / 2 }, (_, n) =>
    Number.parseInt(dense.slice(2 * n, 2 * n + 2), 16),
  );
}

/** The hexadecimal digits of bytes. */
export function digitsOf(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0');
  return digits;
}

/** The `width` bytes of a number, the lowest first. */
export function littleEndian(value: bigint | number, width: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt.asUintN(64, BigInt(value)), true);
  return bytes.subarray(0, width);
}

/** The number that bytes are, the lowest first. */
export function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
