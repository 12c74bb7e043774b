import assert from 'node:assert/strict';
import { INTERCEPT, type Intercept } from '../spec/intercepts.js';
import type { VmcbKey } from '../spec/vmcb.js';
import { PLACE } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';
import { X87_ERROR, named } from './interceptCases.js';
import { IN_A_TASK, TASKS, writeTwoTasks } from './twoTasks.js';

type Fields = NonNullable<Parameters<Twin['vmcb12']>[0]>;

/** Something that befalls L2, and what its intercept makes of it. */
export interface EventCase {
  row: Intercept;
  what: string;
  /** What L2 runs; VMMCALL follows. */
  code: string;
  fields?: Fields;
  /** Before VMRUN. */
  prepare?: (twin: Twin) => void;
  /** When L2 has run its first instruction. */
  happen?: (twin: Twin) => void;
  /** Where the exit finds L2, in bytes from its first instruction. */
  at: number;
  /** Other fields of the VMCB after the exit; those that tell of an exit and are not here are zero. */
  found?: Fields;
  /** What shows that without the intercept it happened to L2: how L2 ends, or what to look at when it does not. */
  otherwise: (twin: Twin) => void;
}

const FIXED = 0;
const [SMI, NMI, INIT] = [2, 4, 5];
const VECTOR = 0x51;
const message =
  (mode: number) =>
  (twin: Twin): void =>
    twin.cpu.apicMessage({ destination: 0, logical: false, deliveryMode: mode, vector: VECTOR, level: true });

const INTERRUPTS_ON = 0x202;
const NOPS = '90'.repeat(4);
const VMMCALL = 0x81n;
const [SHUTDOWN_BIT, HLT_EXIT] = [1 << 31, 0x78n];
const DF_BIT = 1 << 8;

const ended = (twin: Twin, exit: bigint): void => assert.equal(twin.field('exitCode'), exit);
/** L2's handler has run once, and then what follows. */
const taken = (vector: number) => (twin: Twin) => {
  ended(twin, VMMCALL);
  assert.equal(twin.read64(PLACE.counts + 8 * vector), 1n);
};
/** L2 waits `at` bytes from its first instruction, for ever. */
const waits =
  (at: number) =>
  (twin: Twin): void => {
    assert.ok(twin.inL2);
    assert.equal(twin.get('RIP'), BigInt(PLACE.l2Code + at));
  };

/** MONITOR of the stack's line, and MWAIT. */
const ARM = '4889e0 31c931d2 0f01c8';
const MWAIT = '0f01c9';
const length = (code: string): number => code.replace(/\s/g, '').length / 2;
const V_IRQ = 0x100;
/** V_IRQ, of priority 1. */
const VIRTUAL = { intCtl: V_IRQ | 0x1_0000, intVector: VECTOR, rflags: INTERRUPTS_ON } as const;
const [TF, BS, BD, GD] = [0x100, 0x4000, 0x2000, 0x2000];
const DR6 = 0xffff_0ff0;
const breakAt = (address: number) => (twin: Twin) => twin.set('DR', address);
const R_INIT = 2;
/** RIP in the save map of SMM. */
const SAVED_RIP = 0x3_ff78;
const NE_CLEAR = 0x8001_0013;

const DEBUG = named('EXCEPTION_1');
const debug: readonly EventCase[] = [
  {
    row: DEBUG,
    what: 'a single step',
    code: '90 0fa2',
    fields: { rflags: TF | 2 },
    at: 1,
    found: { dr6: DR6 + BS, rflags: TF | 2 },
    // The handler counts each step up to the exit: NOP, CPUID.
    otherwise: (twin) => {
      ended(twin, VMMCALL);
      assert.equal(twin.read64(PLACE.counts + 8), 2n);
    },
  },
  {
    row: DEBUG,
    what: 'a breakpoint on an instruction',
    code: NOPS,
    fields: { dr7: 0x401, idtrLimit: 0, interceptMisc1: SHUTDOWN_BIT },
    prepare: breakAt(PLACE.l2Code + 2),
    at: 2,
    found: { dr6: DR6 + 1 },
    // A handler would have to set RF.
    otherwise: (twin) => ended(twin, BigInt(INTERCEPT.shutdown.exitCode)),
  },
  {
    row: DEBUG,
    what: 'a breakpoint on a write, after it and before an instruction that exits',
    code: `c70700000000 0fa2`,
    fields: { dr7: 0xd_0401, interceptMisc1: 1 << INTERCEPT.cpuid.bit },
    prepare: breakAt(PLACE.data),
    at: 6,
    found: { dr6: DR6 + 1 },
    otherwise: (twin) => ended(twin, BigInt(INTERCEPT.cpuid.exitCode)),
  },
  {
    row: DEBUG,
    what: 'the use of a guarded debug register',
    code: `90 0f21c3 ${NOPS}`,
    fields: { dr7: 0x400 | GD, interceptDr: 1 },
    at: 1,
    found: { dr6: DR6 + BD, dr7: 0x400 },
    otherwise: (twin) => ended(twin, 0x20n),
  },
];

/** Events by the bit that intercepts them. */
export const EVENT_CASES: readonly EventCase[] = [
  {
    row: INTERCEPT.intr,
    what: 'a message of another processor',
    code: NOPS,
    fields: { rflags: INTERRUPTS_ON },
    happen: message(FIXED),
    at: 1,
    otherwise: taken(VECTOR),
  },
  { row: INTERCEPT.nmi, what: 'an NMI', code: NOPS, happen: message(NMI), at: 1, otherwise: taken(2) },
  {
    row: INTERCEPT.smi,
    what: 'an SMI from outside',
    code: NOPS,
    happen: message(SMI),
    at: 1,
    found: { exitInfo1: 1 },
    otherwise: (twin) => {
      ended(twin, VMMCALL);
      assert.notEqual(twin.read64(SAVED_RIP), 0n);
    },
  },
  {
    row: INTERCEPT.init,
    what: 'INIT',
    code: NOPS,
    happen: message(INIT),
    at: 1,
    otherwise: (twin) => assert.deepEqual([twin.inL2, twin.get('CR0')], [false, 0x10n]),
  },
  {
    row: INTERCEPT.vintr,
    what: 'a virtual interrupt',
    code: NOPS,
    fields: VIRTUAL,
    at: 0,
    found: { intCtl: VIRTUAL.intCtl },
    otherwise: (twin) => {
      taken(VECTOR)(twin);
      assert.equal(twin.field('intCtl'), BigInt(VIRTUAL.intCtl & ~V_IRQ));
    },
  },
  {
    row: INTERCEPT.taskSwitch,
    what: 'INTn through a task gate',
    code: `cd${TASKS.VECTOR.toString(16)}`,
    fields: { ...IN_A_TASK, interceptMisc1: 1 << INTERCEPT.hlt.bit },
    prepare: writeTwoTasks,
    at: 0,
    found: { exitInfo1: TASKS.NEW, exitIntInfo: 0x8000_0400 + TASKS.VECTOR },
    otherwise: (twin) => {
      ended(twin, HLT_EXIT);
      assert.equal(twin.field('rip'), BigInt(TASKS.ENTRY));
    },
  },
  {
    row: INTERCEPT.ferrFreeze,
    what: 'an x87 error with CR0.NE clear',
    code: `${X87_ERROR} 9b`,
    fields: { cr0: NE_CLEAR },
    at: length(X87_ERROR),
    otherwise: waits(length(X87_ERROR)),
  },
  {
    row: INTERCEPT.shutdown,
    what: 'a triple fault',
    code: '0f0b',
    fields: { idtrLimit: 0 },
    at: 0,
    // The double fault whose handler could not be entered.
    found: { exitIntInfo: 0x8000_0b08 },
    otherwise: (twin) => assert.ok(twin.isDown),
  },
  {
    row: INTERCEPT.mwaitCond,
    what: 'MWAIT with the monitor armed',
    code: `${ARM} ${MWAIT}`,
    at: length(ARM),
    found: { nRip: PLACE.l2Code + length(ARM + MWAIT) },
    otherwise: waits(length(ARM + MWAIT)),
  },
  {
    row: INTERCEPT.mwaitCond,
    what: 'MWAIT with the monitor armed, before the plain intercept',
    code: `${ARM} ${MWAIT}`,
    fields: { interceptMisc2: 3 | (1 << INTERCEPT.mwait.bit) },
    at: length(ARM),
    found: { nRip: PLACE.l2Code + length(ARM + MWAIT) },
    otherwise: (twin) => ended(twin, BigInt(INTERCEPT.mwait.exitCode)),
  },
  {
    row: INTERCEPT.idleHlt,
    what: 'HLT with nothing pending',
    code: 'f4',
    at: 0,
    found: { nRip: PLACE.l2Code + 1 },
    otherwise: waits(1),
  },
  {
    row: INTERCEPT.busLock,
    what: 'a locked access over the end of a cache line',
    code: '83c73e f00107',
    at: 3,
    otherwise: (twin) => ended(twin, VMMCALL),
  },
  ...debug,
  {
    row: named('EXCEPTION_8'),
    what: 'a double fault',
    code: '0f0b',
    fields: { idtrLimit: 0, interceptMisc1: SHUTDOWN_BIT },
    at: 0,
    // The #GP that made a double fault with the next one.
    found: { exitIntInfo: 0x8000_0b0d },
    otherwise: (twin) => ended(twin, BigInt(INTERCEPT.shutdown.exitCode)),
  },
  {
    row: named('EXCEPTION_13'),
    what: 'a fault that would make a double fault with the one before',
    code: '0f0b',
    fields: { idtrLimit: 0, interceptExceptions: DF_BIT },
    at: 0,
    found: { exitInfo1: 6 * 8 + 3, exitIntInfo: 0x8000_0306 },
    otherwise: (twin) => {
      ended(twin, 0x48n);
      // #UD and #GP are no double fault: what was being delivered when the second #GP came is the first.
      assert.equal(twin.field('exitIntInfo'), 0x8000_0b0dn);
    },
  },
  {
    row: named('EXCEPTION_30'),
    what: 'an INIT that is redirected',
    code: NOPS,
    prepare: (twin) => twin.set('VM_CR', R_INIT),
    happen: message(INIT),
    at: 1,
    found: { exitInfo1: 1 },
    otherwise: (twin) => assert.equal(twin.read64(PLACE.counts + 8 * 30), 1n),
  },
];

/** Events as the just failing cases have them: the bit is set, and yet nothing exits. */
export const NO_EVENTS: readonly (Omit<EventCase, 'at' | 'found'> & { why: string })[] = [
  {
    row: INTERCEPT.intr,
    what: 'a message of another processor',
    why: 'IF is clear',
    code: NOPS,
    happen: message(FIXED),
    otherwise: (twin) => ended(twin, VMMCALL),
  },
  {
    row: INTERCEPT.vintr,
    what: 'a virtual interrupt',
    why: 'its priority is that of the task',
    code: NOPS,
    fields: { ...VIRTUAL, intCtl: VIRTUAL.intCtl | 1 },
    otherwise: (twin) => ended(twin, VMMCALL),
  },
  {
    row: INTERCEPT.vintr,
    what: 'a virtual interrupt',
    why: 'IF is clear',
    code: NOPS,
    fields: { ...VIRTUAL, rflags: 2 },
    otherwise: (twin) => ended(twin, VMMCALL),
  },
  {
    row: INTERCEPT.ferrFreeze,
    what: 'an x87 error',
    why: 'CR0.NE makes it #MF',
    code: `${X87_ERROR} 9b`,
    fields: { interceptExceptions: 1 << 16 },
    otherwise: (twin) => ended(twin, 0x50n),
  },
  {
    row: INTERCEPT.mwaitCond,
    what: 'MWAIT',
    why: 'the monitor is not armed',
    code: `31c9 ${MWAIT}`,
    otherwise: (twin) => ended(twin, VMMCALL),
  },
  {
    row: INTERCEPT.idleHlt,
    what: 'HLT',
    why: 'a virtual interrupt is pending, though masked',
    code: 'f4',
    fields: { ...VIRTUAL, rflags: 2 },
    otherwise: waits(1),
  },
  {
    row: INTERCEPT.shutdown,
    what: 'a fault',
    why: 'its handler can be entered',
    code: '06',
    otherwise: taken(6),
  },
  {
    row: DEBUG,
    what: 'ICEBP',
    why: 'it has an intercept of its own',
    code: 'f1',
    otherwise: taken(1),
  },
  ...[1, 3].map((vector) => ({
    row: named(`EXCEPTION_${vector}`),
    what: `INT ${vector}`,
    why: 'it is a software interrupt',
    code: `cd0${vector.toString(16)} 90`,
    otherwise: taken(vector),
  })),
];

/** The fields that tell of an exit. */
export const EXIT_FIELDS: readonly VmcbKey[] = ['exitInfo1', 'exitInfo2', 'exitIntInfo', 'nRip'];
