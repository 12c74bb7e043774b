import type { Processor } from '../processor.js';

/** Entries beyond which building anew is no dearer than comparing. */
const MOST = 1024;

export interface JournalState {
  readonly overflown: boolean;
  /** Of each entry: its physical address, and its two halves. */
  readonly entries: readonly number[];
}

/**
 * The entries of L1's tables that an NPT02 was built from, as they were. Where L1 asks for a flush and they are all unchanged, a new
 * NPT02 would be the same as the old one, fault for fault.
 */
export class Journal {
  /** Of each entry: its index in 32-bit words, and its two halves. */
  private readonly entries: number[] = [];
  private overflown = false;

  /** Note the entry at a linear-memory address, 0 when it is not in RAM. */
  note(cpu: Processor, linear: number): void {
    if (linear === 0 || this.entries.length === 3 * MOST) {
      this.overflown = true;
      return;
    }
    const at = linear >>> 2;
    const { u32 } = cpu;
    this.entries.push(at, u32[at], u32[at + 1]);
  }
  /** True when every entry is as it was. */
  holds({ u32 }: Processor): boolean {
    if (this.overflown) return false;
    const { entries } = this;
    for (let i = 0; i < entries.length; i += 3)
      if (u32[entries[i]] !== entries[i + 1] || u32[entries[i] + 1] !== entries[i + 2]) return false;
    return true;
  }
  /** The entries with their addresses in L1's memory. */
  save(cpu: Processor): JournalState {
    const { overflown } = this;
    return { overflown, entries: this.entries.map((v, i) => (i % 3 === 0 ? cpu.physicalAddress(v * 4) : v)) };
  }
  restore(cpu: Processor, { overflown, entries }: JournalState): void {
    this.overflown = overflown;
    const here = entries.map((v, i) => (i % 3 === 0 ? cpu.hostAddress(v) >>> 2 : v));
    this.entries.splice(0, this.entries.length, ...here);
  }
  clear(): void {
    this.entries.length = 0;
    this.overflown = false;
  }
}
