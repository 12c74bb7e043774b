import { VMCB, VMCB_SIZE, type VmcbKey } from '../spec/vmcb.js';
import type { Processor } from './processor.js';

/** Offset of every VMCB field. */
export const AT = Object.fromEntries(Object.entries(VMCB).map(([key, row]) => [key, row.offset])) as Readonly<
  Record<VmcbKey, number>
>;

/** A VMCB in the L0's own memory, as fields by offset. 64-bit fields come as two lanes: BigInt is for cold paths. */
export class Vmcb {
  /** Linear-memory address of the page. */
  readonly linear: number;

  constructor(
    private readonly cpu: Processor,
    readonly pa: number,
  ) {
    this.linear = cpu.hostAddress(pa);
    if (this.linear === 0) throw new Error(`no RAM for a VMCB at ${pa.toString(16)}`);
  }

  /** All zero. */
  clear(): void {
    this.cpu.u8.fill(0, this.linear, this.linear + VMCB_SIZE);
  }
  /** The 32 bits at an offset, as an unsigned number. */
  word(offset: number): number {
    return this.cpu.u32[(this.linear + offset) >>> 2];
  }
  setWord(offset: number, value: number): void {
    this.cpu.u32[(this.linear + offset) >>> 2] = value;
  }
  /** The 64 bits at an offset. */
  long(offset: number): bigint {
    return this.cpu.u64[(this.linear + offset) >>> 3];
  }
  setLong(offset: number, value: bigint): void {
    this.cpu.u64[(this.linear + offset) >>> 3] = value;
  }
  byte(offset: number): number {
    return this.cpu.u8[this.linear + offset];
  }
  /** The 64 bits at an offset as a number, exact below 2^53: for addresses. */
  address(offset: number): number {
    return this.word(offset + 4) * 0x1_0000_0000 + this.word(offset);
  }
  setAddress(offset: number, value: number): void {
    this.setWord(offset, value % 0x1_0000_0000);
    this.setWord(offset + 4, Math.floor(value / 0x1_0000_0000));
  }
  copyLong(offset: number, from: Vmcb, fromOffset = offset): void {
    this.setWord(offset, from.word(fromOffset));
    this.setWord(offset + 4, from.word(fromOffset + 4));
  }
  zeroLong(offset: number): void {
    this.setWord(offset, 0);
    this.setWord(offset + 4, 0);
  }
}
