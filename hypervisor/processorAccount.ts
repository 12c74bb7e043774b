import { STATE, type Processor } from '../silicon/host/cpu.js';
import { EXIT } from '../spec/exits.js';
import { VMCB_SIZE } from '../spec/vmcb.js';
import { processorEvents, type EventState } from './eventState.js';
import type { ExitAccount, ExitFields } from './exitAccount.js';
import { interceptPlace, interceptRule, ioMapRule, type ExitRule } from './exitRule.js';
import { msrMapPlace } from './nested/msrpm.js';
import { Npt12, nestedMode } from './nested/npt12.js';
import { observedExit } from './observedVmcb.js';
import type { VmcbEvent } from './observer.js';

/** What must be known of a processor to follow its walks. */
export interface ProcessorFacts {
  readonly physBits: number;
  readonly features: ReadonlySet<string>;
}

/** What the processor has of a guest that is about to leave it. */
export interface Leaving {
  readonly events: EventState;
  readonly intercepts: readonly number[];
  readonly gmet: boolean;
  /** A copy of the VMCB before the exit is written. */
  readonly vmcb: Uint8Array;
}

const INTERCEPT_WORDS = 6;
const RCX = 1;
const [WRITE, USER, FETCH] = [2n, 4n, 16n];

/** To be taken before the exit changes anything. */
export function leaving(cpu: Processor, { vmcb }: VmcbEvent): Leaving {
  const first = STATE.INTERCEPTS >>> 2;
  return {
    events: processorEvents(cpu),
    intercepts: [...cpu.u32.subarray(first, first + INTERCEPT_WORDS)],
    gmet: cpu.u8[STATE.GMET_ON] !== 0,
    vmcb: vmcb.slice(),
  };
}

/** The account of a #VMEXIT that the processor has made by itself, its host loaded. */
export function accountOfExit(
  cpu: Processor,
  about: ProcessorFacts,
  seen: VmcbEvent,
  left: Leaving,
): ExitAccount {
  const { vcpu, time, vmcbPa } = seen;
  const exit = observedExit(seen.vmcb);
  const rule = ruleOf(cpu, about, left, exit);
  return {
    vcpu,
    time,
    level: 2,
    decidedBy: 'processor',
    exit,
    l1: rule,
    l0: null,
    deeds: [],
    toL1: { vmcbPa, exit, rule, madeByL0: false, before: left.vmcb, after: seen.vmcb.slice() },
    dueTraps: cpu.u8[STATE.PENDING_DB] ? cpu.u32[STATE.PENDING_DR6 >>> 2] : 0,
    before: left.events,
    after: processorEvents(cpu),
  };
}

/** What the processor has when the checks of a VMRUN fail. */
export interface Failing {
  /** Address of the VMRUN instruction. */
  readonly rip: bigint;
  readonly events: EventState;
  /** A copy of the VMCB in memory. */
  readonly vmcb: Uint8Array;
}
/** To be taken before anything is written. */
export function failing(cpu: Processor, rip: bigint): Failing {
  return { rip, events: processorEvents(cpu), vmcb: vmcbInMemory(cpu) };
}
function vmcbInMemory(cpu: Processor): Uint8Array {
  return cpu.readPhysical(Number(cpu.u64[STATE.VMCB_PA >>> 3]), VMCB_SIZE);
}

/** The account of a VMRUN that has failed, which is an exit of the host to itself. */
export function accountOfFailure(
  cpu: Processor,
  { vcpu, time, vmcbPa }: VmcbEvent,
  failed: Failing,
): ExitAccount {
  const after = vmcbInMemory(cpu);
  const exit = { ...observedExit(after), rip: failed.rip };
  const rule = { kind: 'checks' } as const;
  return {
    vcpu,
    time,
    level: 1,
    decidedBy: 'processor',
    exit,
    l1: rule,
    l0: null,
    deeds: [],
    toL1: { vmcbPa, exit, rule, madeByL0: false, before: failed.vmcb, after },
    dueTraps: cpu.u8[STATE.PENDING_DB] ? cpu.u32[STATE.PENDING_DR6 >>> 2] : 0,
    before: failed.events,
    after: processorEvents(cpu),
  };
}

function ruleOf(cpu: Processor, about: ProcessorFacts, left: Leaving, exit: ExitFields): ExitRule | null {
  const { intercepts, gmet } = left;
  const byteAt = (pa: number): number => {
    const at = cpu.hostAddress(pa);
    return at === 0 ? 0xff : cpu.u8[at];
  };
  const long = (name: string): number => Number(cpu.u64[STATE[name] >>> 3]);
  if (exit.codeLow === EXIT.npf.code) return nestedRule(cpu, about, gmet, exit);
  const place = interceptPlace(exit.codeLow);
  // VMLOAD and VMSAVE come without their bit when they are virtual and cannot be.
  if (!((intercepts[place >> 5] >>> (place & 31)) & 1)) return { kind: 'virtualVmload' };
  if (exit.codeLow === EXIT.ioio.code) return ioMapRule(byteAt, long('IOPM'), exit.info1);
  if (exit.codeLow !== EXIT.msr.code) return interceptRule(exit.codeLow);
  const msr = cpu.u32[(STATE.REGS >>> 2) + 2 * RCX];
  const write = exit.info1 !== 0n;
  return { kind: 'msrMap', msr, write, place: msrMapPlace(long('MSRPM'), msr, write) };
}

/** The processor says only what was wrong, so its walk is followed once more, with nothing written. */
function nestedRule(
  cpu: Processor,
  about: ProcessorFacts,
  gmet: boolean,
  { info1, info2 }: ExitFields,
): ExitRule {
  const word = (name: string): number => cpu.u32[STATE[name] >>> 2];
  const read = (pa: number): number => {
    const at = cpu.hostAddress(pa);
    return at === 0 ? 0xffff_ffff : cpu.u32[at >>> 2];
  };
  const mode = nestedMode(word('HOST_CR4'), word('HOST_EFER'), gmet);
  const walk = new Npt12({ read, write: () => undefined }, about.physBits, about.features.has('pdpe1gb'));
  const has = (bit: bigint): boolean => (info1 & bit) !== 0n;
  const access = { write: has(WRITE), user: has(USER), fetch: has(FETCH) };
  walk.walk(mode, Number(cpu.u64[STATE.NCR3 >>> 3]), Number(info2), access);
  return { kind: 'nestedTables', gpa: info2, error: info1, trail: walk.entries(mode) };
}
