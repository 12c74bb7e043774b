import type { Bus } from '../silicon/host/bus.js';
import { RETURN, STATE } from '../silicon/host/cpu.js';
import { SUBLEAF_LEAVES, cpuidLeaves } from '../spec/cpuidLeaves.js';
import { parseCpu } from '../spec/cpuOption.js';
import { Silicon } from './silicon.js';

const GDT = 0x1000;
const IDT = 0x2000;
const TSS = 0x3000;
const CODE = 0x1_0000;
const STUBS = 0x3_0000;
const STUB_BYTES = 16;
const VECTORS = 256;
const SEGMENT_BYTES = 16;
const HLT = 0xf4;
const TSS_BYTES = 0x68;
/** Long enough for port accesses, which take their time. */
const SLICE = 100_000;
const TF = 0x100n;
const VM = 0x2_0000n;

/** Selectors of the descriptor table. */
export const LEGACY = {
  code: 0x08,
  data: 0x10,
  userCode: 0x1b,
  userData: 0x23,
  tss: 0x28,
  /** Free for the test. */
  spare: [0x30, 0x38, 0x40, 0x48, 0x50, 0x58, 0x60, 0x68],
} as const;
export const LEGACY_STACK = { start: 0x8000, level0: 0x9000 } as const;

/** What a handler finds. */
export interface LegacyArrival {
  vector: number;
  /** On its stack, 32 bits each, the last pushed first. */
  frame: number[];
  cs: number;
  esp: number;
}
export interface LegacyStart {
  /** Real mode, virtual-8086 mode, or protected mode with 32-bit code (the default). */
  mode?: 'real' | 'virtual' | 'protected';
  cpl?: 0 | 3;
  flags?: bigint;
  /** EAX ECX EDX EBX. */
  registers?: readonly number[];
  /** Further fields of the processor's state, by name. */
  state?: Record<string, bigint>;
}
export interface Descriptor {
  base?: number;
  limit?: number;
  /** Type, S, DPL and P. */
  access: number;
  /** G, B and the like. */
  flags?: number;
}

/** A processor outside long mode, without paging, where every vector has a handler that stops. */
export class LegacyProgram extends Silicon {
  /** Port accesses, as `in` or `out` and the port. */
  readonly ports: string[] = [];
  private readonly gdt = Buffer.alloc(0x100);
  private readonly idt = Buffer.alloc(8 * VECTORS);
  /** The task-state segment that TR names. */
  readonly tss = Buffer.alloc(0x200);
  tssLimit = TSS_BYTES - 1;

  constructor(cpu = 'max') {
    super(1, 0x100_0000);
    const bus: Partial<Bus> = {
      portRead: (port) => (this.ports.push(`in ${port}`), 0),
      portWrite: (port) => void this.ports.push(`out ${port}`),
    };
    this.cpu.bus = bus as Bus;
    const { model, features } = parseCpu(cpu);
    for (const { leaf, subleaf, eax, ebx, ecx, edx } of cpuidLeaves(model, features, 0, 1))
      this.call('setCpuid', leaf, subleaf, SUBLEAF_LEAVES.includes(leaf) ? 1 : 0, eax, ebx, ecx, edx);
    const flat = { limit: 0xf_ffff, flags: 0xc };
    this.describe(LEGACY.code, { ...flat, access: 0x9b });
    this.describe(LEGACY.data, { ...flat, access: 0x93 });
    this.describe(LEGACY.userCode, { ...flat, access: 0xfb });
    this.describe(LEGACY.userData, { ...flat, access: 0xf3 });
    this.describe(LEGACY.tss, { base: TSS, limit: TSS_BYTES - 1, access: 0x8b });
    this.tss.writeUInt32LE(LEGACY_STACK.level0, 4);
    this.tss.writeUInt32LE(LEGACY.data, 8);
    for (let vector = 0; vector < VECTORS; vector++) this.gate(vector);
  }

  describe(selector: number, { base = 0, limit = 0, access, flags = 0 }: Descriptor): void {
    const at = selector & ~7;
    this.gdt.writeUInt32LE(((limit & 0xffff) | (base << 16)) >>> 0, at);
    const high = ((base >> 16) & 0xff) | (access << 8) | (limit & 0xf_0000) | (flags << 20);
    this.gdt.writeUInt32LE((high | (base & 0xff00_0000)) >>> 0, at + 4);
  }
  /** An interrupt gate to the vector's handler unless told otherwise; a task gate has type 5. */
  gate(vector: number, { selector = LEGACY.code as number, type = 14, dpl = 3, present = true } = {}): void {
    const to = STUBS + vector * STUB_BYTES;
    this.idt.writeUInt32LE((to & 0xffff) | (selector << 16), vector * 8);
    const access = (present ? 0x8000 : 0) | (dpl << 13) | (type << 8);
    this.idt.writeUInt32LE((to & 0xffff_0000) | access, vector * 8 + 4);
  }
  /** Write bytes given in hexadecimal. */
  poke(address: number, code: string): void {
    this.cpu.writePhysical(address, Buffer.from(code.replace(/\s/g, ''), 'hex'));
  }
  peek32(address: number): number {
    return Buffer.from(this.cpu.readPhysical(address, 4)).readUInt32LE();
  }
  peek16(address: number): number {
    return this.peek32(address) & 0xffff;
  }
  /** The access byte of a descriptor as it stands in memory. */
  access(selector: number): number {
    return this.cpu.readPhysical(GDT + (selector & ~7) + 5, 1)[0];
  }
  /** Where the code of a test begins, as an offset in its code segment. */
  get entry(): number {
    return this.mode === 'protected' ? CODE : 0;
  }
  private mode: NonNullable<LegacyStart['mode']> = 'protected';

  /** Run until a handler stops: what it finds; undefined when the processor shuts down. */
  run(code: string, start: LegacyStart = {}): LegacyArrival | undefined {
    this.prepare(code, start);
    this.cpu.beginSlice(0, SLICE);
    const reason = this.cpu.resume();
    if (reason === RETURN.shutdown) return undefined;
    if (reason !== RETURN.halted) throw new Error(`the program stopped with ${reason}`);
    return this.arrival();
  }
  private prepare(code: string, start: LegacyStart): void {
    const mode = (this.mode = start.mode ?? 'protected');
    const cpl = mode === 'virtual' ? 3 : (start.cpl ?? 0);
    this.call('resetCpu', 0);
    this.cpu.writePhysical(GDT, this.gdt);
    this.cpu.writePhysical(IDT, this.idt);
    this.cpu.writePhysical(TSS, this.tss);
    this.cpu.writePhysical(STUBS, Buffer.alloc(VECTORS * STUB_BYTES, HLT));
    this.poke(CODE, code);
    const vectors = Buffer.alloc(4 * VECTORS);
    for (let n = 0; n < VECTORS; n++)
      vectors.writeUInt32LE((((STUBS >> 4) << 16) | (n * STUB_BYTES)) >>> 0, 4 * n);
    this.cpu.writePhysical(0, vectors);
    this.set64('CR0', mode === 'real' ? 0x30n : 0x31n);
    this.set64('CR4', 0x600n);
    for (let n = 0; n < 6; n++) this.startSegment(n, mode, cpl);
    this.segment(6, 0, 0, 0xff, GDT);
    this.segment(8, 0, 0, mode === 'real' ? 0x3ff : 0x7ff, mode === 'real' ? 0 : IDT);
    this.segment(9, LEGACY.tss, 0x8b, this.tssLimit, TSS);
    (start.registers ?? []).forEach((value, n) => this.set64('REGS', BigInt(value), n));
    this.set64('REGS', BigInt(LEGACY_STACK.start), 4);
    this.set8('CPL', cpl);
    this.set64('RIP', BigInt(this.entry));
    this.call('setFlags', (start.flags ?? 2n) | (mode === 'virtual' ? VM : 0n));
    for (const [name, value] of Object.entries(start.state ?? {})) this.set64(name, value);
    this.call('updateCodeMode');
    this.call('flushAll');
    this.set8('EXACT', Number(((start.flags ?? 0n) & TF) !== 0n));
    this.call('noticeEvents');
  }
  private startSegment(n: number, mode: string, cpl: number): void {
    const code = n === 1;
    if (mode === 'protected') {
      const selector = (code ? LEGACY.code : LEGACY.data) + (cpl ? 0x10 : 0);
      this.segment(n, selector | cpl, (code ? 0xc9b : 0xc93) | (cpl << 5), 0xffff_ffff, 0);
    } else {
      const attributes = mode === 'virtual' ? 0xf3 : code ? 0x9b : 0x93;
      this.segment(n, code ? CODE >> 4 : 0, attributes, 0xffff, code ? CODE : 0);
    }
  }
  /** A row of SEGS, in the order of the VMCB. */
  segment(n: number, selector: number, attributes: number, limit: number, base: number): void {
    this.cpu.u32.set([selector | (attributes << 16), limit, base, 0], (STATE.SEGS + SEGMENT_BYTES * n) >> 2);
  }
  private row(n: number): number {
    return (STATE.SEGS + SEGMENT_BYTES * n) >> 2;
  }
  selector(n: number): number {
    return this.cpu.u32[this.row(n)] & 0xffff;
  }
  attributes(n: number): number {
    return this.cpu.u32[this.row(n)] >>> 16;
  }
  base(n: number): number {
    return this.cpu.u32[this.row(n) + 2];
  }
  register(n: number): number {
    return this.cpu.u32[(STATE.REGS >> 2) + 2 * n];
  }
  get flags(): bigint {
    return this.call('getFlags');
  }
  private arrival(): LegacyArrival {
    const esp = this.register(4);
    const stack = Buffer.from(this.cpu.readPhysical(this.base(2) + esp, 64));
    return {
      vector: (Number(this.cpu.rip) - 1 + this.base(1) - STUBS) / STUB_BYTES,
      frame: Array.from({ length: 12 }, (_, i) => stack.readUInt32LE(4 * i)),
      cs: this.selector(1),
      esp,
    };
  }
}
