import { readFileSync } from 'node:fs';
import { L0 } from '../hypervisor/l0.js';
import type { L0Observer } from '../hypervisor/observer.js';
import type { Bus } from '../silicon/host/bus.js';
import { Processor, RETURN, STATE } from '../silicon/host/cpu.js';
import { restoreProcessor, saveProcessor, usedPages } from '../silicon/host/processorState.js';
import { Module, type WasmModule } from '../silicon/host/wasm.js';
import { SUBLEAF_LEAVES, cpuidLeaves } from '../spec/cpuidLeaves.js';
import { parseCpu } from '../spec/cpuOption.js';
import { STATE_FIELDS } from '../spec/layout.js';
import { VMCB, type VmcbKey } from '../spec/vmcb.js';

/** Where things lie in L1's 2 MiB of RAM, all of it mapped one to one. */
export const PLACE = {
  tables: 0x1000,
  npt12: 0x4000,
  l1Code: 0x1_0000,
  l2Code: 0x1_1000,
  vmcb12: 0x2_0000,
  hsave: 0x2_1000,
  msrpm: 0x2_2000,
  iopm: 0x2_4000,
  /** Anything L1 likes. */
  data: 0x2_8000,
  idt: 0x3_0000,
  stubs: 0x3_1000,
  gdt: 0x3_3000,
  tss: 0x3_4000,
  /** Page tables of L2 in legacy modes. */
  narrow: 0xb000,
  pae: 0xc000,
  /** How often each vector was taken: 64 bits each. */
  counts: 0x3_5000,
  /** SMBASE and 8000h. */
  smmHandler: 0x3_8000,
  l1Stack: 0x8_0000,
  l2Stack: 0x9_0000,
} as const;

const RAM = 0x20_0000;
const PAGE = 0x1000;
const PRIVATE = { address: 0x3_c000_0000, bytes: 0x100_0000 };
const ERROR_VECTORS = [8, 10, 11, 12, 13, 14, 17, 21, 29, 30];
const TRAPS = [1, 3, 4];
const STUB_BYTES = 32;
/** Slot of the local APIC's spurious vector register. */
const SPURIOUS_VECTOR = 0xf;
const CODE = 0xa9b;
const DATA = 0xc93;
const BUSY_TSS = 0x8b;
const SEGMENT_ROWS = ['ES', 'CS', 'SS', 'DS', 'FS', 'GS', 'GDTR', 'LDTR', 'IDTR', 'TR'];

/** State that is the processor's own affair, or that an L0 uses for itself. */
const HIDDEN = new Set(
  `RIPBASE EATMP LF_RES LF_AUX CURP TLB_BASE EVENTS EXACT STOP_KIND CODE_GEN FAULT_VECTOR
   FAULT_ERROR FAULT_KIND DELIVER_ERROR WALK_FLAGS VTMP PDPTE IN_GUEST HOST_IS_L0 HOST_IF
   SMM_L2 SMM_NO_SVME SMM_HOST SMM_WORLD NPT_ON GMET_ON CACHED_VMCB_PA VMCB_CACHE VMCB_PA VMCB GUEST_ASID INTERCEPTS NCR3 HOST_CR0 HOST_CR4 HOST_EFER G_PAT PAT
   INT_CTL FAILED_CHECKS EXIT_CODE V_INTR_MASKING TSC_OFFSET EXIT_INFO1 EXIT_INFO2 NRIP HSAVE
   EVENT_INJ MSRPM IOPM RFLAGS HOST_LBR
   PAUSE_COUNT PAUSE_THRESHOLD VLS_ON`.split(/\s+/),
);

/** What nobody can look at any more after a shutdown. */
const NOT_WHEN_DOWN =
  `pat SHADOW EFER DELIVER_KIND PENDING_DB PENDING_DR6 DEBUGCTL LBR_FROM LBR_TO LASTEXC_FROM
   LASTEXC_TO LBRV_ON TSC_SCALED`.split(/\s+/);

export type MachineKind = 'bare' | 'nested';
type Fields = Partial<Record<VmcbKey, bigint | number>>;

let compiled: WasmModule | undefined;

/** An L1 in 64-bit mode with an IDT whose handlers count, on the processor itself or under the L0. */
export class Twin {
  readonly cpu: Processor;
  readonly l0: L0 | undefined;
  private readonly features: string;

  constructor(
    readonly kind: MachineKind,
    cpu = 'max',
    observer: L0Observer = {},
  ) {
    this.features = cpu;
    compiled ??= new Module(readFileSync(new URL('../silicon.wasm', import.meta.url)));
    const privateRam = kind === 'nested' ? { privateRam: PRIVATE } : {};
    this.cpu = new Processor({
      wasm: compiled,
      vcpus: 1,
      ramBelow4GiB: RAM,
      ramAbove4GiB: 0,
      ...privateRam,
    });
    this.cpu.bus = {
      portRead: () => 0xffff_ffff,
      portWrite: () => undefined,
      mmioRead: () => 0xffff_ffff,
      mmioWrite: () => undefined,
      picAcknowledge: () => 0x20,
      ioapicEoi: () => undefined,
      ferr: () => undefined,
    } satisfies Bus;
    const { model, features } = parseCpu(cpu);
    this.cpu.wasm.setAddressWidths(model.physBits, 48);
    for (const { leaf, subleaf, eax, ebx, ecx, edx } of cpuidLeaves(model, features, 0, 1))
      this.cpu.wasm.setCpuid(leaf, subleaf, SUBLEAF_LEAVES.includes(leaf) ? 1 : 0, eax, ebx, ecx, edx);
    this.cpu.wasm.resetCpu(0);
    this.tables();
    this.legacyTables();
    this.handlers();
    this.registers();
    if (kind === 'nested')
      this.l0 = new L0(this.cpu, { features, physBits: model.physBits, privateRam: PRIVATE, observer });
  }

  write(pa: number, bytes: string | Uint8Array): void {
    const data = typeof bytes === 'string' ? Buffer.from(bytes.replace(/\s/g, ''), 'hex') : bytes;
    this.cpu.writePhysical(pa, data);
  }
  write64(pa: number, value: bigint | number): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
    this.write(pa, bytes);
  }
  read64(pa: number): bigint {
    return Buffer.from(this.cpu.readPhysical(pa, 8)).readBigUInt64LE();
  }
  set(name: string, value: bigint | number, element = 0): void {
    this.cpu.u64[(STATE[name] >> 3) + element] = BigInt.asUintN(64, BigInt(value));
  }
  get(name: string, element = 0): bigint {
    return this.cpu.u64[(STATE[name] >> 3) + element];
  }

  private tables(): void {
    this.write64(PLACE.tables, PLACE.tables + 0x1007);
    this.write64(PLACE.tables + 0x1000, PLACE.tables + 0x2007);
    this.write64(PLACE.npt12, PLACE.npt12 + 0x1007);
    this.write64(PLACE.npt12 + 0x1000, PLACE.npt12 + 0x2007);
    for (let n = 0; n < 8; n++) this.write64(PLACE.tables + 0x2000 + 8 * n, n * 0x20_0000 + 0x87);
    // The first 2 MiB of L2's memory in small pages, so that each can be spoilt alone.
    this.write64(PLACE.npt12 + 0x2000, PLACE.npt12 + 0x3007);
    for (let n = 1; n < 8; n++) this.write64(PLACE.npt12 + 0x2000 + 8 * n, n * 0x20_0000 + 0x87);
    for (let n = 0; n < 512; n++) this.write64(PLACE.npt12 + 0x3000 + 8 * n, n * 0x1000 + 7);
  }
  private legacyTables(): void {
    const entry = Buffer.alloc(4);
    for (let n = 0; n < 4; n++) {
      entry.writeUInt32LE(n * 0x40_0000 + 0x87);
      this.write(PLACE.narrow + 4 * n, entry);
    }
    this.write64(PLACE.pae, PLACE.tables + 0x2001);
  }
  private handlers(): void {
    for (let vector = 0; vector < 256; vector++) {
      const at = PLACE.stubs + STUB_BYTES * vector;
      const gate = Buffer.alloc(16);
      gate.writeUInt16LE(at & 0xffff, 0);
      gate.writeUInt16LE(8, 2);
      gate.writeUInt16LE(0xee00, 4);
      gate.writeUInt16LE(at >> 16, 6);
      this.write(PLACE.idt + 16 * vector, gate);
      const count = Buffer.alloc(4);
      count.writeUInt32LE(PLACE.counts + 8 * vector);
      const popError = ERROR_VECTORS.includes(vector) ? '4883c408' : '';
      // A fault goes on at the byte after: whatever that is, it is the same on both machines.
      const advance = vector < 32 && vector !== 2 && !TRAPS.includes(vector) ? '48ff0424' : '';
      this.write(at, `${popError}${advance}48ff0425${count.toString('hex')}48cf`);
    }
    // RSM, where an SMI goes.
    this.write(PLACE.smmHandler, '0faa');
    this.write64(PLACE.gdt + 8, 0x00af_9b00_0000_ffffn);
    this.write64(PLACE.gdt + 16, 0x00cf_9300_0000_ffffn);
    this.write64(PLACE.gdt + 24, 0x00cf_f300_0000_ffffn);
    this.write64(PLACE.gdt + 32, 0x00af_fb00_0000_ffffn);
    this.write64(PLACE.tss + 4, PLACE.l1Stack);
  }
  private registers(): void {
    const { u32 } = this.cpu;
    const row = (name: string, selector: number, attributes: number, limit: number, base: number): void => {
      const at = (STATE.SEGS >> 2) + 4 * SEGMENT_ROWS.indexOf(name);
      u32.set([selector | (attributes << 16), limit, base, 0], at);
    };
    for (const name of SEGMENT_ROWS.slice(0, 6))
      row(name, name === 'CS' ? 8 : 16, name === 'CS' ? CODE : DATA, 0xffff_ffff, 0);
    row('GDTR', 0, 0, 0x27, PLACE.gdt);
    row('IDTR', 0, 0, 0xfff, PLACE.idt);
    row('TR', 0, BUSY_TSS, 0x67, PLACE.tss);
    this.set('CR0', 0x8001_0033n);
    this.set('CR3', PLACE.tables);
    this.set('CR4', 0x620n);
    this.set('EFER', 0x1d01n);
    this.set('VM_HSAVE_PA', PLACE.hsave);
    this.set('RIP', PLACE.l1Code);
    // The local APIC takes messages once its spurious vector register has bit 8.
    u32[(STATE.APIC_REGS >> 2) + SPURIOUS_VECTOR] |= 0x1ff;
    this.set('REGS', PLACE.vmcb12);
    this.set('REGS', PLACE.l1Stack, 4);
    this.set('REGS', PLACE.vmcb12, 6);
    this.set('REGS', PLACE.data, 7);
    this.cpu.wasm.setFlags(2n);
    this.cpu.wasm.updateCodeMode();
  }

  /** A VMCB12 that passes every check, for an L2 in 64-bit mode that shares L1's tables; then some other fields. */
  vmcb12(fields: Fields = {}): void {
    this.put({
      interceptMisc1: 0,
      interceptMisc2: 3,
      guestAsid: 1,
      iopmBasePa: PLACE.iopm,
      msrpmBasePa: PLACE.msrpm,
      tlbControl: 1,
      nCr3: PLACE.npt12,
      efer: 0x1d01,
      cr0: 0x8001_0033,
      cr4: 0x620,
      cr3: PLACE.tables,
      dr6: 0xffff_0ff0,
      dr7: 0x400,
      rflags: 2,
      rip: PLACE.l2Code,
      rsp: PLACE.l2Stack,
      csSelector: 8,
      csAttrib: CODE,
      csLimit: 0xffff_ffff,
      ssSelector: 16,
      ssAttrib: DATA,
      ssLimit: 0xffff_ffff,
      dsSelector: 16,
      dsAttrib: DATA,
      dsLimit: 0xffff_ffff,
      esSelector: 16,
      esAttrib: DATA,
      esLimit: 0xffff_ffff,
      gdtrLimit: 0x27,
      gdtrBase: PLACE.gdt,
      idtrLimit: 0xfff,
      idtrBase: PLACE.idt,
      gPat: 0x0007_0406_0007_0406n,
      ...fields,
    });
  }
  put(fields: Fields): void {
    for (const [key, value] of Object.entries(fields)) {
      const { offset, width } = VMCB[key as VmcbKey];
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
      if (width <= 8) this.write(PLACE.vmcb12 + offset, bytes.subarray(0, width));
    }
  }
  field(key: VmcbKey): bigint {
    const { offset, width } = VMCB[key];
    const bytes = this.cpu.readPhysical(PLACE.vmcb12 + offset, width);
    return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  }

  /** Run some instructions, or until L1 or L2 halts; a RETURN value. */
  run(instructions: number): number {
    const { cpu, l0 } = this;
    this.takeOver();
    this.cpu.wasm.noticeEvents();
    cpu.beginSlice(this.time, instructions);
    const reason = l0 ? l0.run(0) : cpu.resume();
    this.time += instructions - cpu.left;
    return reason;
  }
  /** The way back to what the machine is now: much quicker than making another one. */
  mark(): () => void {
    const { taken, time } = this;
    const processor = saveProcessor(this.cpu);
    const world = this.l0?.save();
    return () => {
      restoreProcessor(this.cpu, processor);
      if (world) this.l0?.restore(world);
      this.taken = taken;
      this.time = time;
    };
  }
  /** The L0, if there is one, takes over what has been set up. */
  takeOver(): void {
    if (this.taken) return;
    this.l0?.createVcpu(0);
    this.taken = true;
  }
  private taken = false;
  /** Virtual time. */
  time = 0;

  /** Whether L2 is what runs now. */
  get inL2(): boolean {
    if (this.l0) return this.l0.vcpu(0).inL2;
    const { u8 } = this.cpu;
    // While an SMI is handled the guest is kept where SMM_WORLD begins with GIF.
    const kept = STATE.SMM_WORLD + STATE.IN_GUEST - STATE.GIF;
    return u8[u8[STATE.IN_SMM] === 1 ? kept : STATE.IN_GUEST] === 1;
  }

  /** The processor has shut down. */
  get isDown(): boolean {
    return this.cpu.u8[STATE.SHUTDOWN] === 1;
  }

  /** All that software could find out, by name. */
  visible(): Record<string, string> {
    const { cpu } = this;
    const found: Record<string, string> = { cpu: this.features, inL2: String(this.inL2) };
    for (const { name, bytes, count = 1 } of STATE_FIELDS) {
      if (HIDDEN.has(name)) continue;
      found[name] = Buffer.from(cpu.u8.subarray(STATE[name], STATE[name] + bytes * count)).toString('hex');
    }
    if (this.l0 && !this.inL2 && !this.l0.vcpu(0).svme) found['EFER'] = swapped(this.get('EFER') & ~SVME);
    found['flags'] = cpu.wasm.getFlags().toString(16);
    const nptOn = cpu.u8[STATE.NPT_ON] === 1;
    found['pat'] = this.get(nptOn ? 'G_PAT' : 'PAT').toString(16);
    return found;
  }
  /** L1's RAM: each page that is not all zero, by its address. */
  pages(): Map<string, Buffer> {
    const used = usedPages(this.cpu).filter(({ number }) => number * PAGE < RAM);
    return new Map(
      used.map(({ number, address }) => [
        `page ${(number * PAGE).toString(16)}`,
        Buffer.from(this.cpu.u8.buffer, address, PAGE),
      ]),
    );
  }
}

const SVME = 0x1000n;
function swapped(value: bigint): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes.toString('hex');
}

/** The same L1 on both machines. */
export function twins(cpu?: string, observer?: L0Observer): readonly [bare: Twin, nested: Twin] {
  return [new Twin('bare', cpu), new Twin('nested', cpu, observer)];
}

/** What differs between two machines, shortened for a person; empty when they obey the law. */
export function differences(bare: Twin, nested: Twin): string[] {
  const [a, b] = [bare.visible(), nested.visible()];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const told = (name: string): boolean => !bare.isDown || !NOT_WHEN_DOWN.includes(name);
  const registers = names
    .filter((name) => told(name) && a[name] !== b[name])
    .map((name) => `${name}: ${explain(a[name], b[name])}`);
  return [...registers, ...differentPages(bare.pages(), nested.pages())];
}
function differentPages(a: Map<string, Buffer>, b: Map<string, Buffer>): string[] {
  const none = Buffer.alloc(PAGE);
  const at = (map: Map<string, Buffer>, name: string): Buffer => map.get(name) ?? none;
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((name) => !at(a, name).equals(at(b, name)))
    .map((name) => `${name}: ${explain(at(a, name).toString('hex'), at(b, name).toString('hex'))}`);
}

function explain(a = '', b = ''): string {
  if (a.length <= 64 && b.length <= 64) return `bare ${a}, nested ${b}`;
  const rows: string[] = [];
  for (let at = 0; at < Math.max(a.length, b.length) && rows.length < 8; at += 16) {
    if (a.slice(at, at + 16) !== b.slice(at, at + 16))
      rows.push(`+${(at / 2).toString(16)} ${a.slice(at, at + 16)} ${b.slice(at, at + 16)}`);
  }
  return rows.join('; ');
}

export { RETURN };
