import type { StopReason } from '../silicon/host/bus.js';
import type { TableWrite } from '../silicon/host/cpu.js';

/** What the L0 needs of the processor it runs on. One vCPU's state is live in it at a time. */
export interface Processor {
  /** Linear memory: fetch a view anew after every call into the processor, which may have grown it. */
  readonly u8: Uint8Array;
  readonly u32: Uint32Array;
  readonly u64: BigUint64Array;
  /** Linear-memory address of a state field, by its name in spec/layout. */
  state(name: string): number;
  /** Linear-memory address of a byte of physical RAM, 0 where there is none. It stays what it is. */
  hostAddress(pa: number): number;
  /** The physical address of a byte of RAM in linear memory. */
  physicalAddress(linear: number): number;
  /** The L0 has written to RAM that may hold code. */
  codeWritten(pa: number, bytes: number): void;

  /** Read physical memory or, where there is none, the bus: 1 or 4 bytes within a page. */
  readBus(pa: number, size: 1 | 4): number;
  /** The running guest, under nested paging, uses page-directory pointers that are loaded with CR3 as without it. */
  keepPdptes(on: boolean): void;
  /** Load those of the running guest if its paging mode has any; false when they are not legal. */
  loadPdptes(): boolean;

  /** Call `listen` at every boundary where an event is about to be taken, before anything is done about it. */
  tellOfEvents(listen: () => void): void;

  /** Run the guest until one of RETURN. */
  resume(): number;
  /** Become the guest of a VMCB; one that fails its checks makes the next `resume` tell of a #VMEXIT. */
  vmEnter(vmcbPa: number, hostIf: boolean, gif: boolean): void;
  /** The live registers into the save area of a VMCB, no guest running. */
  captureState(vmcbPa: number): void;
  /** Be no guest any more, without an exit: the registers and what waits go to the current VMCB. */
  suspendGuest(): void;
  /** Mask of the failing rows of spec/checks, page-directory pointers included, for a host in the given mode. */
  vmcbChecks(vmcb: number, cr0: bigint, cr4: bigint, efer: bigint): bigint;

  /**
   * Make the VMCB remembered at one linear address that at another, but for the groups of some clean bits. Says for which of
   * these memory would have had something else.
   */
  mergeVmcb(remembered: number, from: number, clean: number): number;

  /** VMLOAD and VMSAVE between a physical page and the live registers. */
  vmload(pa: number): void;
  vmsave(pa: number): void;
  /** RDMSR of the live state; undefined where it would be #GP. */
  readMsr(index: number): bigint | undefined;
  /** WRMSR to the live state; false, and nothing changed, where it would be #GP. */
  writeMsr(index: number, value: bigint): boolean;

  /** Operands of INVLPGB that are #GP. */
  invlpgbIllegal(rax: bigint, ecx: number, edx: number, cr4: bigint): boolean;
  flushAll(): void;
  /** INVLPGA. */
  flushPage(linear: bigint, asid: number): void;
  /** The instruction that has met a nested page fault does not run again as if nothing had been: what it has done to devices is done. */
  forgetAccesses(): void;
  /** Hear, or hear no more, of writes to a page of RAM; while a guest of L1's runs on nested tables they also end its turn. */
  watchTable(pa: number, on: boolean): void;
  /** Those since the last time; undefined when they were too many to keep. */
  takeTableWrites(): readonly TableWrite[] | undefined;

  /** INIT of the live vCPU. */
  init(): void;
  /** The start-up message that waits for the live vCPU takes effect. */
  startUp(): void;
  /** The L0 has carried out instructions for its guest. */
  retire(instructions: number): void;
  stop(why: StopReason): void;
}
