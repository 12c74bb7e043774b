import type { NestedMode } from './nested/npt12.js';
import type { Shadow } from './nested/shadows.js';
import type { PrivateMemory } from './privateMemory.js';
import type { Processor } from './processor.js';
import { Vmcb } from './vmcb.js';

/** MSR permission maps are two pages. */
const MSRPM_PAGES = 2;

/** No address of a VMCB. */
export const NO_VMCB = -1;
/** What a vCPU keeps besides its VMCBs and its maps. */
const PLAIN = [
  'gif',
  'gif02',
  'svme',
  'waitForSipi',
  'shutdown',
  'inL2',
  'vmcb12Pa',
  'rememberedVmcb12',
  'hostIf',
  'nestedNpt',
  'nestedMode',
  'enteredAt',
  'dueTraps',
  'halted',
  'pointersDue',
] as const;
type PlainField = (typeof PLAIN)[number];
export type VcpuState = Pick<Vcpu, PlainField>;

/** One virtual processor as the L0 sees it. */
export class Vcpu {
  /** Runs L1, and keeps L1's state while L2 runs. */
  readonly vmcb01: Vmcb;
  /** Runs L2. */
  readonly vmcb02: Vmcb;
  /** L1's VMCB as it was at VMRUN: every decision about L2 comes from this copy, which L1 cannot change. */
  readonly vmcb12: Vmcb;
  readonly msrpm02: number;

  /** GIF of L1; L2 runs with its own, which is 1 unless L2 itself may clear it. */
  gif = true;
  gif02 = true;
  /** EFER.SVME as L1 sees it: the processor's is always set. */
  svme = false;
  waitForSipi = false;
  /** The guest that is entered next has shut down. */
  shutdown = false;

  inL2 = false;
  /** Where L1's VMCB lies; 0 outside guest mode. */
  vmcb12Pa = 0;
  /** Which VMCB12 the copy in `vmcb12` is of, as the exit has left it: its clean bits count. */
  rememberedVmcb12 = NO_VMCB;
  /** RFLAGS.IF of L1 at VMRUN. */
  hostIf = false;
  /** L2 runs on NPT02 because L1 uses nested paging. */
  nestedNpt = false;
  /** NPT02. */
  shadow: Shadow | null = null;
  /** The format of NPT12. */
  nestedMode: NestedMode | null = null;
  /** Virtual time at VMRUN: no instruction of L2 has retired while it is the same. */
  enteredAt = 0;
  /** DR6 bits of the debug trap that is due in the guest that is entered next; 0 for none. */
  dueTraps = 0;
  /** The guest that is entered next waits in HLT. */
  halted = false;
  /** The guest that is entered next loads its page-directory pointers, if it has any. */
  pointersDue = false;

  constructor(
    readonly index: number,
    cpu: Processor,
    memory: PrivateMemory,
  ) {
    this.vmcb01 = new Vmcb(cpu, memory.page());
    this.vmcb02 = new Vmcb(cpu, memory.page());
    this.vmcb12 = new Vmcb(cpu, memory.page());
    this.msrpm02 = memory.pages(MSRPM_PAGES);
  }

  /** All but what lies in private memory. */
  save(): VcpuState {
    return Object.fromEntries(PLAIN.map((name) => [name, this[name]])) as VcpuState;
  }
  /** `shadow` is for the L0 to find. */
  restore(saved: VcpuState): void {
    Object.assign(this, saved);
  }

  /** The VMCB that runs now. */
  get vmcb(): Vmcb {
    return this.inL2 ? this.vmcb02 : this.vmcb01;
  }
  get level(): 1 | 2 {
    return this.inL2 ? 2 : 1;
  }
}
