import { readFileSync } from 'node:fs';
import type { Bus } from '../silicon/host/bus.js';
import { Processor, RETURN, STATE } from '../silicon/host/cpu.js';
import { EAGER } from '../silicon/host/tier/tier.js';
import { Module, type WasmModule } from '../silicon/host/wasm.js';
import { SUBLEAF_LEAVES, cpuidLeaves } from '../spec/cpuidLeaves.js';
import { parseCpu } from '../spec/cpuOption.js';
import { CODE_BYTES, EXTENDED, FILLER, HLT, PLACE, RECORD, SELECTOR, WINDOW_BYTES } from './layout.js';
import { ORACLE_ROWS } from './rows.js';

const RAM = 0x30_0000;
const [PML4, PDPT, PD, PT, GDT, IDT, STACK, TSS] = [
  0x1000, 0x2000, 0x3000, 0x4000, 0x6000, 0x7000, 0x9000, 0xb000,
];
/** Physical frames of the case's pages; the processor's own are mapped once more, from SYSTEM on, for the supervisor. */
const [CODE_FRAME, DATA_FRAME, HANDLERS] = [0x10000, 0x12000, 0xa000];
const NO_EXECUTE = 1n << 63n;
/** In the upper half, where a case sees no difference between a page that is there and one that is not. */
const SYSTEM = 0xffff_8000_0000_0000n;
const [SYSTEM_PDPT, SYSTEM_PD] = [0x5000, 0xc000];
const ERROR_CODES = [8, 10, 11, 12, 13, 14, 17];
/** PE, MP, NE, WP, AM, PG; PAE, OSFXSR, OSXMMEXCPT, OSXSAVE; NXE, LMA, LME, SCE. */
const [CR0, CR4, EFER] = [0x8005_0033n, 0x4_0620n, 0xd01n];
const ROWS = ['ES', 'CS', 'SS', 'DS', 'FS', 'GS', 'GDTR', 'LDTR', 'IDTR', 'TR'];

/** A repeated string instruction takes as many as its count. */
const SLICES = 100;
/** x87 pointers of the last instruction. */
const POINTERS = [
  ['FOP', 2],
  ['FIP', 8],
  ['FDP', 8],
  ['FCS', 2],
  ['FDS', 2],
] as const;
const HALTS = new Uint8Array(CODE_BYTES).fill(HLT);

/** How silicon runs cases: in the loop of whole runs, one instruction at a time, or compiled. */
export const LOOPS = ['fast', 'exact', 'compiled'] as const;
export type Loop = (typeof LOOPS)[number];
/** The same for the name of a test. */
export const inLoop = (loop: Loop): string => (loop === 'compiled' ? loop : `in the ${loop} loop`);

let compiled: WasmModule | undefined;

/** silicon.wasm with the pages of a case, as a program of the user's, and handlers that halt. */
export class OracleSilicon {
  private readonly cpu: Processor;
  private readonly data: number;
  private readonly frame: number;
  private readonly slice: number;

  constructor(
    private readonly loop: Loop,
    cpu = 'max',
  ) {
    this.slice = loop === 'exact' ? 20 : 1_000_000;
    compiled ??= new Module(readFileSync(new URL('../silicon.wasm', import.meta.url)));
    this.cpu = new Processor({
      wasm: compiled,
      vcpus: 1,
      ramBelow4GiB: RAM,
      ramAbove4GiB: 0,
      tier: EAGER,
    });
    this.cpu.bus = {
      portRead: () => 0xffff_ffff,
      portWrite: () => undefined,
      mmioRead: () => 0xffff_ffff,
      mmioWrite: () => undefined,
      picAcknowledge: () => 0,
      ioapicEoi: () => undefined,
      ferr: () => undefined,
    } satisfies Bus;
    const { model, features: offered } = parseCpu(cpu);
    // What the tables have is tried whether or not it is offered yet.
    const needed = ORACLE_ROWS.flatMap(({ row }) => row.feature ?? []);
    const features = new Set([...offered, ...needed]);
    for (const { leaf, subleaf, eax, ebx, ecx, edx } of cpuidLeaves(model, features, 0, 1))
      this.cpu.wasm.setCpuid(leaf, subleaf, SUBLEAF_LEAVES.includes(leaf) ? 1 : 0, eax, ebx, ecx, edx);
    this.cpu.wasm.setAddressWidths(model.physBits, 48);
    this.cpu.wasm.resetCpu(0);
    this.tables();
    this.system();
    this.data = this.cpu.hostAddress(DATA_FRAME);
    this.frame = this.cpu.hostAddress(STACK - 0x1000);
    this.cpu.writePhysical(CODE_FRAME, new Uint8Array(PLACE.codeBytes).fill(HLT));
  }
  private write64(pa: number, value: bigint | number): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
    this.cpu.writePhysical(pa, bytes);
  }
  private tables(): void {
    this.write64(PML4, PDPT | 7);
    this.write64(PDPT, PD | 7);
    this.write64(PML4 + 8 * 256, SYSTEM_PDPT | 3);
    this.write64(SYSTEM_PDPT, SYSTEM_PD | 3);
    this.write64(SYSTEM_PD, 0x83);
    this.write64(PD + 8 * (PLACE.code >> 21), PT | 7);
    const map = (linear: number, frame: number): void =>
      this.write64(PT + 8 * ((linear >> 12) & 511), BigInt(frame | 5));
    map(PLACE.code, CODE_FRAME);
    map(PLACE.code + 0x1000, CODE_FRAME + 0x1000);
    this.write64(PT + 8 * ((PLACE.data >> 12) & 511), BigInt(DATA_FRAME | 7) | NO_EXECUTE);
    for (let vector = 0; vector < 32; vector++) {
      const at = SYSTEM + BigInt(HANDLERS + vector);
      this.write64(
        IDT + 16 * vector,
        (at & 0xffffn) | (0x10n << 16n) | (0xeen << 40n) | (((at >> 16n) & 0xffffn) << 48n),
      );
      this.write64(IDT + 16 * vector + 8, at >> 32n);
    }
    this.cpu.writePhysical(HANDLERS, new Uint8Array(32).fill(HLT));
    this.write64(GDT + 0x10, 0x00af_9b00_0000_ffffn);
    this.write64(GDT + SELECTOR.code32 - 3, 0x00cf_fb00_0000_ffffn);
    this.write64(GDT + SELECTOR.data - 3, 0x00cf_f300_0000_ffffn);
    this.write64(GDT + SELECTOR.code64 - 3, 0x00af_fb00_0000_ffffn);
    this.write64(TSS + 4, SYSTEM + BigInt(STACK));
    // No I/O permission map within the limit.
    this.write64(TSS + 0x60, 0xffff_0000_0000_0000n);
  }
  private system(): void {
    const own: Record<string, [attributes: number, limit: number, base: bigint]> = {
      GDTR: [0, 0x3f, SYSTEM + BigInt(GDT)],
      IDTR: [0, 0x1ff, SYSTEM + BigInt(IDT)],
      TR: [0x8b, 0x67, SYSTEM + BigInt(TSS)],
    };
    for (const [name, [attributes, limit, base]] of Object.entries(own)) {
      const at = STATE['SEGS'] + 16 * ROWS.indexOf(name);
      this.cpu.u32.set([attributes << 16, limit], at >> 2);
      this.cpu.u64[(at >> 3) + 1] = base;
    }
    this.set('CR0', CR0);
    this.set('CR3', BigInt(PML4));
    this.set('CR4', CR4);
    this.set('EFER', EFER);
    this.set('XCR0', 7n);
  }
  private set(name: string, value: bigint): void {
    this.cpu.u64[STATE[name] >> 3] = value;
  }

  /** Run the case at `at` of `cases` and write what came out to `at` of `outcomes`. */
  run(cases: Uint8Array, outcomes: Uint8Array, at: number): void {
    const view = new DataView(cases.buffer, cases.byteOffset + at, RECORD.SIZE);
    const place = view.getUint16(RECORD.PLACE, true);
    const length = view.getUint8(RECORD.LENGTH);
    this.load(cases, view, at);
    const { cpu } = this;
    cpu.writePhysical(CODE_FRAME + place, cases.subarray(at + RECORD.CODE, at + RECORD.CODE + length));
    if (this.loop === 'compiled') cpu.tier!.compileHere();
    let returned: number = RETURN.slice;
    for (let n = 0; n < SLICES && returned === RETURN.slice; n++) {
      cpu.beginSlice(0, this.slice);
      returned = cpu.resume();
    }
    if (returned !== RETURN.halted)
      throw new Error(`the processor came back for reason ${returned}: ${cpu.stopped?.kind ?? 'no handler'}`);
    this.store(outcomes, at);
    cpu.writePhysical(CODE_FRAME + place, HALTS.subarray(0, length));
  }

  private load(cases: Uint8Array, view: DataView, at: number): void {
    const { cpu } = this;
    const { u8, u32, u64 } = cpu;
    const state = at + RECORD.EXTENDED;
    u8.set(cases.subarray(at + RECORD.REGISTERS, at + RECORD.REGISTERS + 128), STATE['REGS']);
    u8.set(cases.subarray(state + EXTENDED.XMM, state + EXTENDED.XMM + 256), STATE['XMM']);
    u8.set(cases.subarray(state + EXTENDED.YMM_HI, state + EXTENDED.YMM_HI + 256), STATE['YMM_HI']);
    const status = view.getUint16(RECORD.EXTENDED + EXTENDED.STATUS, true);
    for (let i = 0; i < 8; i++) {
      const from = state + EXTENDED.STACK + 16 * i;
      u8.set(cases.subarray(from, from + 10), stackRegister(status, i));
    }
    for (const [name, bytes] of POINTERS) u8.fill(0, STATE[name], STATE[name] + bytes);
    u8.set(cases.subarray(state + EXTENDED.CONTROL, state + EXTENDED.CONTROL + 2), STATE['FCW']);
    u8.set(cases.subarray(state + EXTENDED.STATUS, state + EXTENDED.STATUS + 2), STATE['FSW']);
    u8.set(cases.subarray(state + EXTENDED.TAGS, state + EXTENDED.TAGS + 2), STATE['FTW']);
    u32[STATE['MXCSR'] >> 2] = view.getUint32(RECORD.EXTENDED + EXTENDED.MXCSR, true);
    u8.fill(FILLER, this.data, this.data + 0x1000 - WINDOW_BYTES);
    u8.set(
      cases.subarray(at + RECORD.WINDOW, at + RECORD.WINDOW + WINDOW_BYTES),
      this.data + 0x1000 - WINDOW_BYTES,
    );
    const wide = view.getUint8(RECORD.MODE) === 64;
    for (let n = 0; n < 6; n++) {
      const selector = n === 1 ? (wide ? SELECTOR.code64 : SELECTOR.code32) : n < 4 ? SELECTOR.data : 0;
      const attributes = n === 1 ? (wide ? 0xafb : 0xcfb) : n < 4 ? 0xcf3 : 0;
      u32[(STATE['SEGS'] >> 2) + 4 * n] = selector | (attributes << 16);
      u32[(STATE['SEGS'] >> 2) + 4 * n + 1] = attributes ? 0xffff_ffff : 0;
      u64[(STATE['SEGS'] >> 3) + 2 * n + 1] = 0n;
    }
    u64[STATE['RIP'] >> 3] = BigInt(PLACE.code + view.getUint16(RECORD.PLACE, true));
    for (const name of ['HALTED', 'SHADOW', 'PENDING_DB', 'EXACT', 'SHUTDOWN']) u8[STATE[name]] = 0;
    for (const name of ['CURP', 'DELIVER_KIND', 'PENDING_DR6', 'FAULT_KIND']) u32[STATE[name] >> 2] = 0;
    u8[STATE['CPL']] = 3;
    cpu.wasm.setFlags(view.getBigUint64(RECORD.FLAGS, true));
    cpu.wasm.updateCodeMode();
    cpu.wasm.noticeEvents();
  }

  private store(outcomes: Uint8Array, at: number): void {
    const { u8, u64 } = this.cpu;
    const view = new DataView(outcomes.buffer, outcomes.byteOffset + at, RECORD.SIZE);
    // The handler's HLT has been carried out.
    const vector = Number(u64[STATE['RIP'] >> 3] - SYSTEM) - 1 - HANDLERS;
    if (!(vector >= 0 && vector < 32)) throw new Error(`no handler was reached: ${vector}`);
    const hasError = ERROR_CODES.includes(vector);
    const top = this.frame + 0x1000;
    const memory = new DataView(u8.buffer);
    view.setUint32(RECORD.VECTOR, vector, true);
    view.setUint32(RECORD.ERROR, hasError ? memory.getUint32(top - 48, true) : 0, true);
    view.setBigUint64(RECORD.RIP, memory.getBigUint64(top - 40, true), true);
    view.setBigUint64(RECORD.CR2, u64[STATE['CR2'] >> 3], true);
    view.setBigUint64(RECORD.FLAGS, memory.getBigUint64(top - 24, true), true);
    const put = (to: number, from: number, bytes: number): void =>
      outcomes.set(u8.subarray(from, from + bytes), at + to);
    put(RECORD.REGISTERS, STATE['REGS'], 128);
    view.setBigUint64(RECORD.REGISTERS + 8 * 4, memory.getBigUint64(top - 16, true), true);
    put(RECORD.EXTENDED + EXTENDED.XMM, STATE['XMM'], 256);
    put(RECORD.EXTENDED + EXTENDED.YMM_HI, STATE['YMM_HI'], 256);
    put(RECORD.EXTENDED + EXTENDED.CONTROL, STATE['FCW'], 2);
    put(RECORD.EXTENDED + EXTENDED.STATUS, STATE['FSW'], 2);
    put(RECORD.EXTENDED + EXTENDED.TAGS, STATE['FTW'], 2);
    put(RECORD.EXTENDED + EXTENDED.OPCODE, STATE['FOP'], 2);
    put(RECORD.EXTENDED + EXTENDED.RIP, STATE['FIP'], 8);
    put(RECORD.EXTENDED + EXTENDED.RDP, STATE['FDP'], 8);
    put(RECORD.EXTENDED + EXTENDED.MXCSR, STATE['MXCSR'], 4);
    const status = view.getUint16(RECORD.EXTENDED + EXTENDED.STATUS, true);
    for (let i = 0; i < 8; i++) put(RECORD.EXTENDED + EXTENDED.STACK + 16 * i, stackRegister(status, i), 10);
    put(RECORD.WINDOW, this.data + 0x1000 - WINDOW_BYTES, WINDOW_BYTES);
  }
}

function stackRegister(status: number, i: number): number {
  return STATE['ST'] + 16 * (((status >> 11) + i) & 7);
}
