import type { Behaviour } from '../hypervisor/behaviour.js';
import { L0, type L0State } from '../hypervisor/l0.js';
import { observeProcessor } from '../hypervisor/processorObserver.js';
import type { L0Observer } from '../hypervisor/observer.js';
import type { Bus } from '../silicon/host/bus.js';
import { Processor, STATE, type ProcessorOptions } from '../silicon/host/cpu.js';
import { restoreProcessor, saveProcessor, type ProcessorState } from '../silicon/host/processorState.js';
import type { WasmModule } from '../silicon/host/wasm.js';
import { SUBLEAF_LEAVES, cpuidLeaves } from '../spec/cpuidLeaves.js';
import { parseCpu } from '../spec/cpuOption.js';
import { VMCB, type VmcbKey } from '../spec/vmcb.js';
import { bytesOf, littleEndian, numberOf } from './bytes.js';
import { writeHandlers, writePageTables } from './l1Tables.js';
import { PLACE, RAM } from './place.js';

const PRIVATE = { address: 0x3_c000_0000, bytes: 0x100_0000 };
/** Slot of the local APIC's spurious vector register. */
const SPURIOUS_VECTOR = 0xf;
const CODE = 0xa9b;
const DATA = 0xc93;
const BUSY_TSS = 0x8b;
const SEGMENT_ROWS = ['ES', 'CS', 'SS', 'DS', 'FS', 'GS', 'GDTR', 'LDTR', 'IDTR', 'TR'];

/** Ports and device memory where there is nothing. */
const EMPTY_BUS: Bus = {
  portRead: () => 0xffff_ffff,
  portWrite: () => undefined,
  mmioRead: () => 0xffff_ffff,
  mmioWrite: () => undefined,
  picAcknowledge: () => 0x20,
  ioapicEoi: () => undefined,
  ferr: () => undefined,
};

export type MachineKind = 'bare' | 'nested';
/** Values of some fields of a VMCB. */
export type Fields = Partial<Record<VmcbKey, bigint | number>>;

/** What `Twin.save` keeps. */
export interface TwinState {
  readonly taken: boolean;
  readonly time: number;
  readonly processor: ProcessorState;
  readonly world: L0State | undefined;
}

/** An L1 in 64-bit mode with an IDT whose handlers count, on the processor itself or under the L0. */
export class Twin {
  readonly cpu: Processor;
  readonly l0: L0 | undefined;

  constructor(
    wasm: WasmModule,
    readonly kind: MachineKind,
    readonly features = 'max',
    observer: L0Observer = {},
    behaviour?: Behaviour,
    tier?: ProcessorOptions['tier'],
  ) {
    const privateRam = kind === 'nested' ? { privateRam: PRIVATE } : {};
    const when = tier ? { tier } : {};
    this.cpu = new Processor({ wasm, vcpus: 1, ramBelow4GiB: RAM, ramAbove4GiB: 0, ...privateRam, ...when });
    this.cpu.bus = { ...EMPTY_BUS };
    const parsed = parseCpu(features);
    this.cpu.wasm.setAddressWidths(parsed.model.physBits, 48);
    for (const { leaf, subleaf, eax, ebx, ecx, edx } of cpuidLeaves(parsed.model, parsed.features, 0, 1))
      this.cpu.wasm.setCpuid(leaf, subleaf, SUBLEAF_LEAVES.includes(leaf) ? 1 : 0, eax, ebx, ecx, edx);
    this.cpu.wasm.resetCpu(0);
    writePageTables(this);
    writeHandlers(this);
    this.registers();
    const { physBits } = parsed.model;
    if (kind === 'bare') observeProcessor(this.cpu, observer, { physBits, features: parsed.features });
    else
      this.l0 = new L0(this.cpu, {
        features: parsed.features,
        physBits,
        privateRam: PRIVATE,
        observer,
        ...(behaviour ? { behaviour } : {}),
      });
  }

  write(pa: number, bytes: string | Uint8Array): void {
    this.cpu.writePhysical(pa, typeof bytes === 'string' ? bytesOf(bytes) : bytes);
  }
  write64(pa: number, value: bigint | number): void {
    this.write(pa, littleEndian(value, 8));
  }
  read64(pa: number): bigint {
    return numberOf(this.cpu.readPhysical(pa, 8));
  }
  set(name: string, value: bigint | number, element = 0): void {
    this.cpu.u64[(STATE[name] >> 3) + element] = BigInt.asUintN(64, BigInt(value));
  }
  get(name: string, element = 0): bigint {
    return this.cpu.u64[(STATE[name] >> 3) + element];
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
      if (width <= 8) this.write(PLACE.vmcb12 + offset, littleEndian(value, width));
    }
  }
  field(key: VmcbKey): bigint {
    const { offset, width } = VMCB[key];
    return numberOf(this.cpu.readPhysical(PLACE.vmcb12 + offset, width));
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
  /** All that the machine is. */
  save(): TwinState {
    const { taken, time } = this;
    const world = this.l0?.save();
    return { taken, time, world, processor: saveProcessor(this.cpu) };
  }
  /** Become what a machine of the same kind and processor has been. */
  restore({ taken, time, processor, world }: TwinState): void {
    if (taken) this.takeOver();
    restoreProcessor(this.cpu, processor);
    if (world) this.l0?.restore(world);
    this.taken = taken;
    this.time = time;
  }
  /** The way back to what the machine is now: much quicker than making another one. */
  mark(): () => void {
    const state = this.save();
    return () => this.restore(state);
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
}
