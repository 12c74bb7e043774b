import { RECORD, REGIONS, STATE_BASE, STATE_SIZE, placeState } from '../../spec/layout.js';
import { UNIMPLEMENTED } from '../../spec/unimplemented.js';
import type { ApicMessage, Bus, StopReason } from './bus.js';
import type { Exports } from './exports.js';
import { Tier, type Eagerness } from './tier/tier.js';
import { Instance, Memory, type WasmMemory, type WasmModule } from './wasm.js';

/** Linear-memory address of each state field, from spec/layout. */
export const STATE: Readonly<Record<string, number>> = Object.fromEntries(
  placeState().map((field) => [field.name, field.address]),
);

/** Why `run` came back. */
export const RETURN = {
  slice: 0,
  halted: 1,
  shutdown: 2,
  waitSipi: 3,
  vmexit: 4,
  rsm: 5,
  tables: 6,
} as const;

const LONGEST_INSTRUCTION = 15;
/** Row of CS in SEGS. */
const CS = 1;
/** CODE_MODE of 64-bit code. */
const LONG_CODE = 2;
/** What translateForHost answers where there is no page. */
const UNMAPPED = 0xffff_ffff_ffff_ffffn;

/** Stands for a function that the linker has made instructions of. */
function linked(): never {
  throw new Error('silicon.wasm has not been linked');
}
/** The log of writes to watched tables: how many it holds, and the place of a length beside an address. */
const TABLE_WRITES = 256;
const WRITE_BYTES = 2 ** 40;
const NO_WRITES: readonly TableWrite[] = [];

/** A write to a page that holds nested tables. */
export interface TableWrite {
  readonly pa: number;
  readonly bytes: number;
}

type Raw = Record<string, (...args: never[]) => unknown>;
/** A guest is about to leave, the host has been loaded after it, a guest has been loaded, or a VMRUN has failed. */
export type WorldSwitch = (typeof WORLD_SWITCHES)[number];
/** By the number the processor gives it. */
const WORLD_SWITCHES = ['exit', 'enter', 'leave', 'fail'] as const;

/** What the processor tells while it runs, apart from the bus. */
export interface Listener {
  /** A VMRUN fails its checks; the VMCB is still as it was checked. `rip` is the instruction's, if a program executed it. */
  vmrunFailed?(rip: bigint): void;
  /** A VMRUN at `rip` takes groups of fields, as a mask of clean bits, from what it remembers, and memory has something else. */
  staleVmcb?(groups: number, rip: bigint): void;
  /** VMRUN and #VMEXIT of the processor itself, when `observeWorldSwitches` is on. */
  worldSwitch?(kind: WorldSwitch): void;
  /** An event is about to be taken at this boundary, or to exit. */
  eventDue?(): void;
}

export interface ProcessorOptions {
  wasm: WasmModule;
  vcpus: number;
  ramBelow4GiB: number;
  ramAbove4GiB: number;
  /** Pages the L0 keeps for itself: first physical address and bytes. */
  privateRam?: { address: number; bytes: number };
  /** When hot code is compiled, other than usual; never with 'off'. Nothing else depends on it. */
  tier?: Eagerness | 'off';
}

/**
 * The processor: `silicon.wasm` and its linear memory. One vCPU's state region is live at a time; `select` changes turns.
 */
export class Processor {
  readonly memory: WasmMemory;
  readonly wasm: Exports;
  /** Compiles what runs often. */
  readonly tier: Tier | undefined;
  bus!: Bus;
  listener: Listener = {};
  /** Set by a device, a missing feature or the machine: the run loop returns at the next boundary. */
  stopped: StopReason | undefined;
  current = 0;
  /** Linear memory; fetch a view anew after any call into the processor, which may grow it. */
  u8!: Uint8Array;
  u32!: Uint32Array;
  u64!: BigUint64Array;

  constructor(readonly options: ProcessorOptions) {
    this.memory = new Memory({ initial: REGIONS.HEAP / 65536, maximum: 65536 });
    const instance = new Instance(options.wasm, { env: { memory: this.memory, ...this.imports() } });
    this.wasm = instance.exports as unknown as Exports;
    this.refresh();
    const pages = (bytes: number): number => Math.floor(bytes / 4096);
    const own = options.privateRam ?? { address: 0, bytes: 0 };
    this.wasm.setRam(
      pages(options.ramBelow4GiB),
      pages(options.ramAbove4GiB),
      pages(own.address),
      pages(own.bytes),
    );
    this.wasm.setVcpus(options.vcpus);
    this.wasm.install();
    if (options.tier !== 'off')
      this.tier = new Tier(options.wasm, this.memory, instance.exports, options.tier);
  }

  private refresh(): void {
    this.u8 = new Uint8Array(this.memory.buffer);
    this.u32 = new Uint32Array(this.memory.buffer);
    this.u64 = new BigUint64Array(this.memory.buffer);
  }

  private imports(): Raw {
    const imports = {
      unwind: linked,
      caught: linked,
      unimplemented: (what: number, detail: bigint): never => {
        const where = BigInt.asUintN(64, detail).toString(16);
        const bytes = [...this.instructionBytes()]
          .map((byte) => byte.toString(16).padStart(2, '0'))
          .join(' ');
        const at = `RIP ${this.rip.toString(16)}h`;
        this.stop({
          kind: 'unimplemented',
          what: `${UNIMPLEMENTED[what].what} (${where}h) at ${at}${bytes && `, bytes ${bytes}`}`,
        });
        throw new MachineStop();
      },
      grown: (): void => this.refresh(),
      outOfMemory: (): never => {
        throw new Error('out of memory: the guest touches more RAM than a 4 GiB address space holds');
      },
      portRead: (port: number, size: number): number => this.bus.portRead(port, size),
      portWrite: (port: number, size: number, value: number): void =>
        this.bus.portWrite(port, size, value >>> 0),
      mmioRead: (address: number, size: number): number => this.bus.mmioRead(address, size),
      mmioWrite: (address: number, size: number, value: number): void =>
        this.bus.mmioWrite(address, size, value >>> 0),
      picAcknowledge: (): number => this.bus.picAcknowledge(),
      ioapicEoi: (vector: number): void => this.bus.ioapicEoi(vector),
      ferr: (): void => this.bus.ferr(),
      vmrunFailed: (rip: bigint): void => this.listener.vmrunFailed?.(BigInt.asUintN(64, rip)),
      staleVmcb: (groups: number, rip: bigint): void =>
        this.listener.staleVmcb?.(groups, BigInt.asUintN(64, rip)),
      eventDue: (): void => this.listener.eventDue?.(),
      worldSwitch: (kind: number): void => this.listener.worldSwitch?.(WORLD_SWITCHES[kind]),
      abort: (): never => {
        throw new Error('silicon: assertion failed');
      },
    };
    return imports as unknown as Raw;
  }

  /** Run the live vCPU until its slice ends or the host is needed; a RETURN value. */
  resume(): number {
    const reason = this.untilStop(() => this.wasm.resume());
    if (reason === RETURN.slice) this.tier?.sliceEnded();
    return reason;
  }
  /** What a call returns, or RETURN.slice when it stopped the machine on its way. */
  private untilStop(call: () => number): number {
    try {
      return call();
    } catch (thrown) {
      if (thrown instanceof MachineStop) return RETURN.slice;
      throw thrown;
    }
  }
  /** Give the live vCPU `instructions` more, from virtual time `now`. */
  beginSlice(now: number, instructions: number): void {
    this.u64[STATE.TIME >> 3] = BigInt(now + instructions);
    this.u32[STATE.BUDGET >> 2] = instructions;
  }
  /** Instructions of the slice that are left. */
  get left(): number {
    return this.u32[STATE.BUDGET >> 2] | 0;
  }
  /** The L0 has carried out `n` instructions for its guest. */
  retire(n: number): void {
    this.u32[STATE.BUDGET >> 2] -= n;
  }

  /** RIP of the live vCPU, inside an instruction or at a boundary. */
  get rip(): bigint {
    const record = this.u32[STATE.CURP >> 2];
    if (!record) return this.u64[STATE.RIP >> 3];
    return BigInt.asUintN(
      64,
      this.u64[STATE.RIPBASE >> 3] +
        BigInt(this.u8[record + RECORD.OFF] | (this.u8[record + RECORD.OFF + 1] << 8)),
    );
  }

  /** Bytes of the instruction at `rip`, as far as they can be read without side effects; as many as may be when none is under way. */
  private instructionBytes(): Uint8Array {
    const record = this.u32[STATE.CURP >> 2];
    const length = (record && this.u8[record + RECORD.LEN]) || LONGEST_INSTRUCTION;
    const { rip } = this;
    const base = this.u64[(STATE.SEGS + 16 * CS + 8) >> 3];
    const linear = this.u8[STATE.CODE_MODE] === LONG_CODE ? rip : BigInt.asUintN(32, rip + base);
    const bytes: number[] = [];
    for (let i = 0; i < length; i++) {
      const pa = BigInt.asUintN(64, this.wasm.translateForHost(linear + BigInt(i)));
      const from = pa === UNMAPPED ? 0 : this.wasm.hostAddress(pa) >>> 0;
      if (!from) break;
      bytes.push(this.u8[from]);
    }
    return Uint8Array.from(bytes);
  }

  /** Make another vCPU's region the live one. */
  select(vcpu: number): void {
    if (vcpu === this.current) return;
    const { u8 } = this;
    const home = (index: number): number => REGIONS.VCPUS + index * STATE_SIZE;
    u8.copyWithin(home(this.current), STATE_BASE, STATE_BASE + STATE_SIZE);
    u8.copyWithin(STATE_BASE, home(vcpu), home(vcpu) + STATE_SIZE);
    this.current = vcpu;
    this.wasm.updateCodeMode();
  }
  /** Linear-memory address of a field of any vCPU: the live region for the current one. */
  field(vcpu: number, name: string): number {
    return vcpu === this.current ? STATE[name] : STATE[name] - STATE_BASE + REGIONS.VCPUS + vcpu * STATE_SIZE;
  }

  /** IGNNE# of the live vCPU. */
  assertIgnne(): void {
    this.u8[STATE.IGNNE] = 1;
  }
  stop(why: StopReason): void {
    this.stopped ??= why;
    this.wasm.endSliceAt(this.wasm.currentTime());
  }

  state(name: string): number {
    return STATE[name];
  }
  hostAddress(pa: number): number {
    return this.wasm.hostAddress(BigInt(pa)) >>> 0;
  }
  /** The physical address of a byte of RAM in linear memory. */
  physicalAddress(linear: number): number {
    const owner = this.u32[(REGIONS.FRAMES >> 2) + Math.floor(linear / 4096)];
    if (owner === 0) throw new RangeError(`no RAM lies at ${linear.toString(16)}h of linear memory`);
    return (owner - 1) * 4096 + (linear % 4096);
  }
  /** Copy bytes into physical RAM; what is not RAM is dropped. */
  writePhysical(pa: number, bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const room = Math.min(4096 - ((pa + at) % 4096), bytes.length - at);
      const to = this.hostAddress(pa + at);
      if (to) {
        this.u8.set(bytes.subarray(at, at + room), to);
        this.wasm.codeWritten(BigInt(pa + at), room);
      }
      at += room;
    }
  }
  /** Bytes of physical RAM; what is not RAM reads as ones. */
  readPhysical(pa: number, length: number): Uint8Array {
    const out = new Uint8Array(length).fill(0xff);
    for (let at = 0; at < length;) {
      const room = Math.min(4096 - ((pa + at) % 4096), length - at);
      const from = this.hostAddress(pa + at);
      if (from) out.set(this.u8.subarray(from, from + room), at);
      at += room;
    }
    return out;
  }
  readBus(pa: number, size: 1 | 4): number {
    return Number(BigInt.asUintN(32, this.wasm.physRead(BigInt(pa), size)));
  }
  keepPdptes(on: boolean): void {
    this.u8[STATE.PDPTES_KEPT] = on ? 1 : 0;
  }
  loadPdptes(): boolean {
    return this.wasm.loadOwnPdptes() !== 0;
  }
  codeWritten(pa: number, size: number): void {
    this.wasm.codeWritten(BigInt(pa), size);
  }
  vmEnter(vmcbPa: number, hostIf: boolean, gif: boolean): void {
    this.u64[STATE.VMCB_PA >> 3] = BigInt(vmcbPa);
    this.untilStop(() => this.wasm.vmEnter(hostIf ? 1 : 0, gif ? 1 : 0));
  }
  /** Call `listen` at every boundary where an event is about to be taken, before anything is done about it. */
  tellOfEvents(listen: () => void): void {
    this.listener.eventDue = listen;
    this.wasm.observeEvents(1);
  }
  mergeVmcb(remembered: number, from: number, clean: number): number {
    return this.wasm.mergeVmcb(remembered, from, clean);
  }
  vmcbChecks(vmcb: number, cr0: bigint, cr4: bigint, efer: bigint): bigint {
    return BigInt.asUintN(64, this.wasm.vmcbChecks(vmcb, cr0, cr4, efer) | this.wasm.pdpteCheck(vmcb));
  }
  /** The live registers into the save area of a VMCB, no guest running. */
  captureState(vmcbPa: number): void {
    this.wasm.captureState(vmcbPa);
  }
  /** Be no guest any more, without an exit: the registers and what waits go to the current VMCB. */
  suspendGuest(): void {
    this.wasm.suspendGuest();
  }
  /** VMLOAD and VMSAVE between a physical page and the live registers. */
  vmload(pa: number): void {
    this.wasm.vmload(pa);
  }
  vmsave(pa: number): void {
    this.wasm.vmsave(pa);
  }
  /** RDMSR of the live state; undefined where it would be #GP. */
  readMsr(index: number): bigint | undefined {
    const value = BigInt.asUintN(64, this.wasm.readMsr(index));
    return this.wasm.msrOk() ? value : undefined;
  }
  /** WRMSR to the live state; false, and nothing changed, where it would be #GP. */
  writeMsr(index: number, value: bigint): boolean {
    this.wasm.writeMsr(index, value);
    return this.wasm.msrOk() !== 0;
  }
  /** Operands of INVLPGB that are #GP. */
  invlpgbIllegal(rax: bigint, ecx: number, edx: number, cr4: bigint): boolean {
    return this.wasm.invlpgbIllegal(rax, ecx, edx, cr4) !== 0;
  }
  forgetAccesses(): void {
    this.wasm.forgetAccesses();
  }
  watchTable(pa: number, on: boolean): void {
    this.wasm.watchTable(BigInt(pa), on ? 1 : 0);
  }
  takeTableWrites(): readonly TableWrite[] | undefined {
    const at = this.wasm.tableWrites();
    const count = this.u32[at >>> 2];
    if (count === 0) return NO_WRITES;
    this.u32[at >>> 2] = 0;
    if (count > TABLE_WRITES) return undefined;
    return Array.from({ length: count }, (_, n) => {
      const word = Number(this.u64[(at >>> 3) + 1 + n]);
      return { pa: word % WRITE_BYTES, bytes: Math.floor(word / WRITE_BYTES) };
    });
  }
  flushPage(linear: bigint, asid: number): void {
    this.wasm.invlpgaPage(linear, asid);
  }
  /** INIT of the live vCPU. */
  init(): void {
    this.wasm.resetCpu(1);
  }
  /** The start-up message that waits for the live vCPU takes effect. */
  startUp(): void {
    this.wasm.startProcessor();
  }
  flushAll(): void {
    this.wasm.flushAll();
  }
  apicMessage(message: ApicMessage): void {
    this.wasm.apicMessage(
      message.destination,
      message.logical ? 1 : 0,
      message.deliveryMode,
      message.vector,
      message.level ? 1 : 0,
    );
  }
}

/** Thrown through Wasm frames when the machine must stop inside an instruction. */
export class MachineStop extends Error {}
