import { VMCB, type VmcbKey } from '../spec/vmcb.js';

/** The value of a field of at most eight bytes, in a VMCB's 4 KiB. */
export function readField(vmcb: Uint8Array, key: VmcbKey): bigint {
  const { offset, width } = VMCB[key];
  let value = 0n;
  for (let i = width - 1; i >= 0; i--) value = (value << 8n) | BigInt(vmcb[offset + i]);
  return value;
}

/** A field of at most four bytes as an unsigned number. */
export function readWord(vmcb: Uint8Array, key: VmcbKey): number {
  return Number(readField(vmcb, key));
}
