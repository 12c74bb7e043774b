import { PLACE } from './place.js';
import { bytesOf, littleEndian } from './bytes.js';

/** What L1's tables are written with. */
export interface TableWriter {
  write(pa: number, bytes: string | Uint8Array): void;
  write64(pa: number, value: bigint | number): void;
}

const ERROR_VECTORS = [8, 10, 11, 12, 13, 14, 17, 21, 29, 30];
const TRAPS = [1, 3, 4];
const STUB_BYTES = 32;

/** L1's page tables, NPT12, and tables for an L2 in legacy modes. */
export function writePageTables(to: TableWriter): void {
  to.write64(PLACE.tables, PLACE.tables + 0x1007);
  to.write64(PLACE.tables + 0x1000, PLACE.tables + 0x2007);
  to.write64(PLACE.npt12, PLACE.npt12 + 0x1007);
  to.write64(PLACE.npt12 + 0x1000, PLACE.npt12 + 0x2007);
  for (let n = 0; n < 8; n++) to.write64(PLACE.tables + 0x2000 + 8 * n, n * 0x20_0000 + 0x87);
  // The first 2 MiB of L2's memory in small pages, so that each can be spoilt alone.
  to.write64(PLACE.npt12 + 0x2000, PLACE.npt12 + 0x3007);
  for (let n = 1; n < 8; n++) to.write64(PLACE.npt12 + 0x2000 + 8 * n, n * 0x20_0000 + 0x87);
  for (let n = 0; n < 512; n++) to.write64(PLACE.npt12 + 0x3000 + 8 * n, n * 0x1000 + 7);
  for (let n = 0; n < 4; n++) to.write(PLACE.narrow + 4 * n, littleEndian(n * 0x40_0000 + 0x87, 4));
  to.write64(PLACE.pae, PLACE.tables + 0x2001);
}

/** An IDT whose handlers count and go on, an SMI handler, a GDT and a TSS. */
export function writeHandlers(to: TableWriter): void {
  for (let vector = 0; vector < 256; vector++) {
    const at = PLACE.stubs + STUB_BYTES * vector;
    const gate = (BigInt(at >> 16) << 48n) | 0xee00_0008_0000n | BigInt(at & 0xffff);
    to.write64(PLACE.idt + 16 * vector, gate);
    const popError = ERROR_VECTORS.includes(vector) ? '4883c408' : '';
    // A fault goes on at the byte after: whatever that is, it is the same on both machines.
    const advance = vector < 32 && vector !== 2 && !TRAPS.includes(vector) ? '48ff0424' : '';
    to.write(at, `${popError}${advance}48ff0425`);
    const count = at + bytesOf(popError + advance).length + 4;
    to.write(count, littleEndian(PLACE.counts + 8 * vector, 4));
    to.write(count + 4, '48cf');
  }
  // RSM, where an SMI goes.
  to.write(PLACE.smmHandler, '0faa');
  to.write64(PLACE.gdt + 8, 0x00af_9b00_0000_ffffn);
  to.write64(PLACE.gdt + 16, 0x00cf_9300_0000_ffffn);
  to.write64(PLACE.gdt + 24, 0x00cf_f300_0000_ffffn);
  to.write64(PLACE.gdt + 32, 0x00af_fb00_0000_ffffn);
  to.write64(PLACE.tss + 4, PLACE.l1Stack);
}
