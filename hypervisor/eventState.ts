import type { L0 } from './l0.js';
import type { Vcpu } from './vcpu.js';
import { AT } from './vmcb.js';

/** All that decides which event is taken at the boundary between two instructions. */
export interface EventState {
  /** Whose boundary it is. */
  readonly level: 1 | 2;
  /** An L0 is the host of whoever runs. */
  readonly underL0: boolean;
  readonly gif: boolean;
  /** RFLAGS.IF. */
  readonly interruptFlag: boolean;
  readonly shadow: boolean;
  readonly nmiBlocked: boolean;
  readonly inSmm: boolean;
  readonly shutdown: boolean;
  readonly waitsForSipi: boolean;
  /** A debug trap is due. */
  readonly debugTrap: boolean;
  readonly init: boolean;
  readonly sipi: boolean;
  readonly smi: boolean;
  /** How many NMIs wait. */
  readonly nmis: number;
  /** The local APIC or the 8259 pair has an interrupt for this processor above its priority. */
  readonly offered: 'APIC' | '8259' | null;
  /** Highest vector that the local APIC was asked for, -1 for none. */
  readonly request: number;
  /** Highest vector whose handler has not ended, -1 for none. */
  readonly inService: number;
  /** Task priority of the local APIC. */
  readonly taskPriority: number;
  /** VM_CR.R_INIT: an INIT is to become #SX. */
  readonly redirectInit: boolean;
  /** HWCR.SMMLOCK: SMIs are not intercepted. */
  readonly smmLocked: boolean;
  /** INTERCEPT_MISC1: L1's for L2, 0 while L1 runs; and what the L0 wants of either, 0 without one. */
  readonly intercepts: number;
  readonly l0Intercepts: number;
  /** INT_CTL of L2, 0 when L1 runs, and the vector of its virtual interrupt. */
  readonly intCtl: number;
  readonly virtualVector: number;
  /** RFLAGS.IF of L1 at VMRUN. */
  readonly hostIf: boolean;
  /** EVENTINJ of an event that has not been delivered yet, else 0. */
  readonly injected: number;
}

/** Where the fields of a vCPU's state are: by name in linear memory. */
export interface StateView {
  readonly u8: Uint8Array;
  readonly u32: Uint32Array;
  readonly u64: BigUint64Array;
  /** Linear-memory address of a field. */
  state(name: string): number;
}

const RFLAGS_IF = 0x200n;
const R_INIT = 2n;
const SMMLOCK = 1n;
const APIC_ENABLED = 0x800n;
/** Registers of the local APIC, by number. */
const APIC = { taskPriority: 0x08, inService: 0x10, request: 0x20, lint0: 0x35 } as const;
/** LINT0 passes on what the 8259 pair has: not masked, and in the mode for it. */
const LINT0_MODE = 0x1_0700;
const LINT0_EXTINT = 0x700;
const MISC1_WORD = 3;

/** What is pending, and what a processor that is no guest holds against it. */
export function processorEvents(view: StateView): EventState {
  const flag = (name: string): boolean => view.u8[view.state(name)] !== 0;
  const long = (name: string): bigint => view.u64[view.state(name) >>> 3];
  const apic = (number: number): number => view.u32[(view.state('APIC_REGS') >>> 2) + number];
  const lint0 = (apic(APIC.lint0) & LINT0_MODE) === LINT0_EXTINT;
  const reached = !(long('APIC_BASE') & APIC_ENABLED) || lint0;
  const byPic = flag('EXTINT_PENDING') || (flag('PIC_INTR') && reached);
  const inGuest = flag('IN_GUEST');
  const intCtl = inGuest ? long('INT_CTL') : 0n;
  return {
    level: inGuest ? 2 : 1,
    underL0: flag('HOST_IS_L0'),
    gif: flag('GIF'),
    interruptFlag: (long('RFLAGS') & RFLAGS_IF) !== 0n,
    shadow: flag('SHADOW'),
    nmiBlocked: flag('NMI_BLOCKED'),
    inSmm: flag('IN_SMM'),
    shutdown: flag('SHUTDOWN'),
    waitsForSipi: flag('WAIT_SIPI'),
    debugTrap: flag('PENDING_DB'),
    init: flag('PENDING_INIT'),
    sipi: flag('PENDING_SIPI'),
    smi: flag('PENDING_SMI'),
    nmis: view.u8[view.state('PENDING_NMI')],
    offered: byPic ? '8259' : flag('APIC_INTR') ? 'APIC' : null,
    request: highest(apic, APIC.request),
    inService: highest(apic, APIC.inService),
    taskPriority: apic(APIC.taskPriority),
    redirectInit: (long('VM_CR') & R_INIT) !== 0n,
    smmLocked: (long('HWCR') & SMMLOCK) !== 0n,
    intercepts: inGuest ? view.u32[(view.state('INTERCEPTS') >>> 2) + MISC1_WORD] : 0,
    l0Intercepts: 0,
    intCtl: Number(intCtl & 0xffff_ffffn),
    virtualVector: Number((intCtl >> 32n) & 0xffn),
    hostIf: flag('HOST_IF'),
    injected: flag('EVENT_INJECTED') ? view.u32[view.state('EVENT_INJ') >>> 2] : 0,
  };
}
function highest(apic: (number: number) => number, first: number): number {
  for (let n = 7; n >= 0; n--) {
    const word = apic(first + n);
    if (word) return n * 32 + 31 - Math.clz32(word);
  }
  return -1;
}

/** The same under an L0: L1 and L2 are both guests, and one that does not run is in its VMCB. */
export function nestedEvents(view: StateView, vcpu: Vcpu): EventState {
  const live = processorEvents(view);
  const { inL2, vmcb01, vmcb12, vmcb } = vcpu;
  const intercepts = {
    level: vcpu.level,
    underL0: true,
    intercepts: inL2 ? vmcb12.word(AT.interceptMisc1) : 0,
    l0Intercepts: vmcb01.word(AT.interceptMisc1),
    hostIf: vcpu.hostIf,
  };
  // L1 is the host to itself, and a handler of SMIs is nobody's guest.
  if (live.level === 2) return { ...live, ...intercepts, ...(inL2 ? {} : NO_VIRTUAL) };
  if (live.inSmm) return live;
  return {
    ...live,
    ...intercepts,
    gif: inL2 ? vcpu.gif02 : vcpu.gif,
    interruptFlag: (vmcb.long(AT.rflags) & RFLAGS_IF) !== 0n,
    shadow: (vmcb.word(AT.intState) & 1) !== 0,
    shutdown: vcpu.shutdown,
    waitsForSipi: vcpu.waitForSipi,
    debugTrap: vcpu.dueTraps !== 0,
    ...(inL2 ? { intCtl: vmcb.word(AT.intCtl), virtualVector: vmcb.byte(AT.intVector) } : NO_VIRTUAL),
    injected: vmcb.word(AT.eventInj) >>> 31 ? vmcb.word(AT.eventInj) : 0,
  };
}
const NO_VIRTUAL = { intCtl: 0, virtualVector: 0 } as const;

/** The events of the vCPU that is live. */
export function liveEvents(l0: L0, vcpu: Vcpu): EventState {
  return nestedEvents(l0.cpu, vcpu);
}
