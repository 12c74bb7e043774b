import type { Twin } from '../fuzz/twin.js';

const [CODE, DATA] = [8, 16];
const [AVAILABLE, IDT] = [0x89, 0x4_1000];
const GP = 13;
const HLT = 'f4';

/** Where two tasks of 32-bit code lie, below 1 MiB and away from what the twin has there, and their selectors. */
export const TASKS = {
  GDT: 0x4_0000,
  OLD_TSS: 0x4_2000,
  NEW_TSS: 0x4_3000,
  STACK: 0x4_5000,
  ENTRY: 0x4_6000,
  OLD: 0x28,
  NEW: 0x30,
  GATE: 0x38,
  BUSY: 0x8b,
  /** Its gate, like that of #GP, is one to the new task. */
  VECTOR: 0x90,
} as const;
const { GDT, OLD_TSS, NEW_TSS, STACK, ENTRY, OLD, NEW, BUSY, VECTOR } = TASKS;

/** VMCB fields of an L2 in the old task; VMLOAD loads TR. */
export const IN_A_TASK = {
  csAttrib: 0xc9b,
  efer: 0x1000,
  cr0: 0x31,
  cr4: 0,
  gdtrBase: GDT,
  gdtrLimit: 0x3f,
  idtrBase: IDT,
  idtrLimit: 0x7ff,
  trSelector: OLD,
  trAttrib: BUSY,
  trLimit: 0x67,
  trBase: OLD_TSS,
  miscCtl: 1,
} as const;

/** Descriptors, gates and task states; the new task halts. */
export function writeTwoTasks(twin: Twin): void {
  const tss = (at: number, type: number): bigint =>
    0x67n | (BigInt(at & 0xffff) << 16n) | (BigInt(type) << 40n) | (BigInt(at >> 16) << 32n);
  twin.write64(GDT + CODE, 0x00cf_9b00_0000_ffffn);
  twin.write64(GDT + DATA, 0x00cf_9300_0000_ffffn);
  twin.write64(GDT + OLD, tss(OLD_TSS, BUSY));
  twin.write64(GDT + NEW, tss(NEW_TSS, AVAILABLE));
  for (const vector of [GP, VECTOR]) twin.write64(IDT + 8 * vector, (0x8500n << 32n) | BigInt(NEW << 16));
  const image = Buffer.alloc(0x68);
  image.writeUInt32LE(ENTRY, 0x20);
  image.writeUInt32LE(2, 0x24);
  image.writeUInt32LE(STACK, 0x38);
  [DATA, CODE, DATA, DATA, DATA, DATA].forEach((value, n) => image.writeUInt16LE(value, 0x48 + 4 * n));
  twin.write(NEW_TSS, image);
  twin.write64(OLD_TSS, NEW);
  twin.write(ENTRY, HLT);
}
