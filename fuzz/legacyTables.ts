import { bytesOf, littleEndian } from './bytes.js';
import type { TableWriter } from './l1Tables.js';
import { PLACE } from './place.js';

/** Where an L2 outside long mode has its tables, and its selectors. */
export const LEGACY = {
  stubs16: 0x4_0000,
  idt: 0x4_2000,
  stubs32: 0x4_3000,
  tss: 0x4_6000,
  otherTss: 0x4_6800,
  code: 0x28,
  task: 0x30,
  otherTask: 0x40,
  gdtLimit: 0x4f,
} as const;

const ERROR_VECTORS = [8, 10, 11, 12, 13, 14, 17, 21, 29, 30];
const TRAPS = [1, 3, 4];
const DATA = 0x10;
const STUB16 = 16;
const STUB32 = 32;
/** Where real-mode handlers count, from their segment. */
const COUNTS16 = 0x1000;

const isFault = (vector: number): boolean => vector < 32 && vector !== 2 && !TRAPS.includes(vector);

/** Handlers for L2s in real and in protected mode, segments and tasks. They count and step over what has faulted. */
export function writeLegacyTables(to: TableWriter): void {
  for (let vector = 0; vector < 256; vector++) {
    writeRealHandler(to, vector);
    writeProtectedHandler(to, vector);
  }
  to.write64(PLACE.gdt + LEGACY.code, 0x00cf_9b00_0000_ffffn);
  to.write64(PLACE.gdt + LEGACY.task, taskDescriptor(LEGACY.tss, 0x8b));
  to.write64(PLACE.gdt + LEGACY.otherTask, taskDescriptor(LEGACY.otherTss, 0x89));
  // Stack of level 0 in the task that runs, and the whole of the other, which goes on where L2 begins.
  to.write64(LEGACY.tss + 4, BigInt(PLACE.l2Stack) | (BigInt(DATA) << 32n));
  to.write64(LEGACY.otherTss + 4, BigInt(PLACE.l2Stack) | (BigInt(DATA) << 32n));
  to.write(LEGACY.otherTss + 0x20, littleEndian(PLACE.l2Code, 4));
  to.write(LEGACY.otherTss + 0x24, littleEndian(2, 4));
  to.write(LEGACY.otherTss + 0x38, littleEndian(PLACE.l2Stack, 4));
  [DATA, LEGACY.code, DATA, DATA, DATA, DATA].forEach((selector, n) =>
    to.write(LEGACY.otherTss + 0x48 + 4 * n, littleEndian(selector, 2)),
  );
}

function taskDescriptor(base: number, type: number): bigint {
  return 0x67n | (BigInt(base) << 16n) | (BigInt(type) << 40n);
}

function writeRealHandler(to: TableWriter, vector: number): void {
  to.write(4 * vector, littleEndian((LEGACY.stubs16 << 12) | (STUB16 * vector), 4));
  // PUSH BP; MOV BP, SP; INC word [BP + 2]; POP BP.
  const advance = isFault(vector) ? '5589e5ff46025d' : '';
  const at = LEGACY.stubs16 + STUB16 * vector;
  to.write(at, `2eff06`);
  to.write(at + 3, littleEndian(COUNTS16 + 2 * vector, 2));
  to.write(at + 5, `${advance}cf`);
}

function writeProtectedHandler(to: TableWriter, vector: number): void {
  const at = LEGACY.stubs32 + STUB32 * vector;
  const gate = (BigInt(at >> 16) << 48n) | (0xee00n << 32n) | BigInt((LEGACY.code << 16) | (at & 0xffff));
  to.write64(LEGACY.idt + 8 * vector, gate);
  const start = `${ERROR_VECTORS.includes(vector) ? '83c404' : ''}${isFault(vector) ? 'ff0424' : ''}ff05`;
  to.write(at, start);
  const count = at + bytesOf(start).length;
  to.write(count, littleEndian(PLACE.counts + 8 * vector + 4, 4));
  to.write(count + 4, 'cf');
}
