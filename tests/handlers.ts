import { RETURN, STATE } from '../silicon/host/cpu.js';
import { Program, type Start } from './program.js';

const GDT = 0x2_0000;
const IDT = 0x2_1000;
const TSS = 0x2_2000;
const STUBS = 0x3_0000;
const STUB_BYTES = 16;
const HLT = 0xf4;
const GATE_BYTES = 16;
const SEGMENT_BYTES = 16;

/** Selectors of the descriptor table. */
export const SELECTOR = {
  /** Where the program starts, data and 64-bit code at its own level: the level is that of the start. */
  startData: 0x28,
  startCode: 0x30,
  code: 0x08,
  data: 0x10,
  userCode: 0x1b,
  userData: 0x23,
  code32: 0x38,
  conforming: 0x40,
  readOnly: 0x48,
  absent: 0x50,
  absentCode: 0x58,
  userCode32: 0x63,
  gate: 0x70,
  tss: 0x80,
  level1Code: 0x90,
  beyond: 0xff8,
} as const;

/** Stacks the task-state segment names. */
export const STACK = { level0: 0x9_0000, level1: 0x9_1000, ist1: 0x9_2000 } as const;

/** What a handler finds. */
export interface Arrival {
  vector: number;
  /** On its stack, the last pushed first. */
  frame: bigint[];
  rsp: bigint;
  cpl: number;
  ss: number;
}

type Gate = {
  selector?: number;
  type?: number;
  dpl?: number;
  ist?: number;
  present?: boolean;
  offset?: bigint;
};

const descriptor = (kind: number, flags: number): bigint =>
  (BigInt((flags << 20) | 0xf_0000 | (kind << 8)) << 32n) | 0xffffn;

/** A program with descriptor tables and a task-state segment, where every vector has a handler that stops. */
export class HandledProgram extends Program {
  readonly gdt = Buffer.alloc(0x100);
  readonly idt = Buffer.alloc(0x1000);
  readonly tss = Buffer.alloc(0x68);

  constructor(cpu = 'max') {
    super(cpu);
    const [long, small] = [0xa, 0xc];
    const rows: readonly (readonly [selector: number, kind: number, flags: number])[] = [
      [SELECTOR.code, 0x9b, long],
      [SELECTOR.data, 0x93, small],
      [SELECTOR.userCode, 0xfb, long],
      [SELECTOR.userData, 0xf3, small],
      [SELECTOR.startData, 0x93, small],
      [SELECTOR.startCode, 0x9b, long],
      [SELECTOR.code32, 0x9b, small],
      [SELECTOR.conforming, 0x9f, long],
      [SELECTOR.readOnly, 0xf1, small],
      [SELECTOR.absent, 0x73, small],
      [SELECTOR.absentCode, 0x1b, long],
      [SELECTOR.userCode32, 0xfb, small],
      [SELECTOR.level1Code, 0xbb, long],
    ];
    for (const [selector, kind, flags] of rows)
      this.gdt.writeBigUInt64LE(descriptor(kind, flags), selector & ~7);
    this.gdt.writeUInt32LE(0x67 | ((TSS & 0xffff) << 16), SELECTOR.tss);
    this.gdt.writeUInt32LE((TSS >> 16) | 0x8900, SELECTOR.tss + 4);
    this.tss.writeUInt32LE(STACK.level0, 4);
    this.tss.writeUInt32LE(STACK.level1, 12);
    this.tss.writeUInt32LE(STACK.ist1, 0x24);
    for (let vector = 0; vector < 256; vector++) this.setGate(vector, {});
    this.cpu.writePhysical(STUBS, Buffer.alloc(256 * STUB_BYTES, HLT));
  }

  /** A 64-bit interrupt gate to the vector's handler unless told otherwise. */
  setGate(
    vector: number,
    { selector = SELECTOR.code, type = 14, dpl = 0, ist = 0, present = true, offset }: Gate,
  ): void {
    const to = offset ?? BigInt(STUBS + vector * STUB_BYTES);
    const high = (to >> 16n) & 0xffffn;
    const access = BigInt((present ? 0x8000 : 0) | (dpl << 13) | (type << 8) | ist);
    const low = (to & 0xffffn) | (BigInt(selector) << 16n) | (access << 32n) | (high << 48n);
    this.idt.writeBigUInt64LE(low, vector * GATE_BYTES);
    this.idt.writeBigUInt64LE(to >> 32n, vector * GATE_BYTES + 8);
  }
  /** A call gate at SELECTOR.gate, to vector 255's handler. */
  setCallGate(selector: number, dpl: number): void {
    const to = STUBS + 255 * STUB_BYTES;
    this.gdt.writeUInt32LE((to & 0xffff) | (selector << 16), SELECTOR.gate);
    this.gdt.writeUInt32LE((to & 0xffff_0000) | 0x8c00 | (dpl << 13), SELECTOR.gate + 4);
  }

  /** Run until a handler stops: what it finds; undefined when the processor shuts down. */
  runToHandler(code: string, start: Start = {}): Arrival | undefined {
    this.reset();
    this.cpu.writePhysical(GDT, this.gdt);
    this.cpu.writePhysical(IDT, this.idt);
    this.cpu.writePhysical(TSS, this.tss);
    this.table(6, GDT, 0xff, 0);
    this.table(8, IDT, 0xfff, 0);
    this.table(9, TSS, 0x67, 0x8b);
    this.run(code, start);
    if (this.reason === RETURN.shutdown) return undefined;
    if (this.reason !== RETURN.halted) throw new Error(`the program stopped with ${this.reason}`);
    const rsp = this.register(4);
    const stack = this.cpu.readPhysical(Number(rsp), 64);
    return {
      vector: (Number(this.cpu.rip) - 1 - STUBS) / STUB_BYTES,
      frame: Array.from({ length: 8 }, (_, i) => Buffer.from(stack).readBigUInt64LE(8 * i)),
      rsp,
      cpl: this.get8('CPL'),
      ss: this.selector(2),
    };
  }
  /** Faults go to their handlers. */
  override fault(): undefined {
    this.reason = this.cpu.resume();
  }
  private reason = -1;
  private table(n: number, base: number, limit: number, attributes: number): void {
    this.cpu.u32.set([attributes << 16, limit, base, 0], (STATE.SEGS + SEGMENT_BYTES * n) >> 2);
  }
  /** Selector of a segment register, in the order of the VMCB. */
  selector(n: number): number {
    return this.cpu.u32[(STATE.SEGS + SEGMENT_BYTES * n) >> 2] & 0xffff;
  }
}
