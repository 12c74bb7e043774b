import { checkBit } from '../spec/checks.js';
import { VMCB, VMCB_SIZE } from '../spec/vmcb.js';
import type { ExitFields } from './exitAccount.js';

/** What looking at a VMCB needs of the processor. */
interface Memory {
  readonly u8: Uint8Array;
  readonly u64: BigUint64Array;
  hostAddress(pa: number): number;
}

const POINTER_ROW = 1n << BigInt(checkBit('S13'));
const POINTERS = 4;
const POINTER_TABLE = 0xffff_ffe0n;

/** The bytes of the VMCB at a linear-memory address, as they are from now on until something is run. */
export function vmcbBytes({ u8 }: Memory, linear: number): Uint8Array {
  return u8.subarray(linear, linear + VMCB_SIZE);
}

/** What a VMCB tells of the exit it holds. */
export function observedExit(vmcb: Uint8Array): ExitFields {
  const view = new DataView(vmcb.buffer, vmcb.byteOffset, vmcb.byteLength);
  const word = (offset: number): number => view.getUint32(offset, true);
  const long = (offset: number): bigint => view.getBigUint64(offset, true);
  return {
    codeLow: word(VMCB.exitCode.offset),
    codeHigh: word(VMCB.exitCode.offset + 4),
    info1: long(VMCB.exitInfo1.offset),
    info2: long(VMCB.exitInfo2.offset),
    intInfo: word(VMCB.exitIntInfo.offset),
    intInfoErr: word(VMCB.exitIntInfoErr.offset),
    rip: long(VMCB.rip.offset),
  };
}

/** The page-directory pointers a failed VMRUN was refused for; nothing when they were not the reason. */
export function failedPointers(
  memory: Memory,
  vmcb: Uint8Array,
  mask: bigint,
): { pointers?: readonly bigint[] } {
  if (!(mask & POINTER_ROW)) return {};
  const { offset } = VMCB.cr3;
  const view = new DataView(vmcb.buffer, vmcb.byteOffset, vmcb.byteLength);
  const at = Number(view.getBigUint64(offset, true) & POINTER_TABLE);
  const from = memory.hostAddress(at);
  if (from === 0) return {};
  return { pointers: [...memory.u64.subarray(from >>> 3, (from >>> 3) + POINTERS)] };
}
