import type { EventState } from '../hypervisor/eventState.js';
import { INTERCEPT, type Intercept } from '../spec/intercepts.js';
import { INT_CTL } from '../spec/vmcbBits.js';
import { hex } from './explain.js';

/** Something that may happen between two instructions. */
export type EventName =
  | 'EVENTINJ'
  | '#DB'
  | 'INIT'
  | 'start-up message'
  | 'SMI'
  | 'NMI'
  | 'interrupt'
  | 'virtual NMI'
  | 'virtual interrupt';

/**
 * What becomes of an event that waits: `taken` by whoever runs, turned into a #VMEXIT to L1 or the L0, `held` off by a
 * rule, or `behind` another one that comes first.
 */
export type EventOutcome = 'taken' | 'exit to L1' | 'exit to L0' | 'held' | 'behind';

/** One event that waits, and what becomes of it at this boundary. */
export interface EventDecision {
  readonly event: EventName;
  /** Its vector, where it has one and it is known before it is taken. */
  readonly vector?: number;
  readonly outcome: EventOutcome;
  /** Why, in one sentence. */
  readonly sentence: string;
  /** Section of the architecture manual, volume 2. */
  readonly section: string;
}

/** A sentence and the section it is from. */
interface Rule {
  readonly sentence: string;
  readonly section: string;
}
interface Candidate {
  readonly event: EventName;
  readonly vector?: number;
  /** Why it must wait; null when it need not. */
  readonly held: Rule | null;
  /** What happens when it is its turn. */
  readonly turn: Rule & { readonly outcome: EventOutcome };
}

const GIF_SECTION = 'Global Interrupt Flag, STGI and CLGI Instructions';
const MASKING = 'Physical (INTR) Interrupt Masking in EFLAGS';
const VIRTUAL = 'Injecting Virtual (INTR) Interrupts';
const VNMI = 'NMI Virtualization';
const SHADOWS = 'Interrupt Shadows';
const INTERCEPTS = 'Interrupt Intercepts';
const INJECTION = 'Event Injection';
const SMM = 'System-Management Mode';
const APIC = 'Selecting and Handling Interrupts';
const PRIORITIES = 'Priorities';
const SHUTDOWN = '#DF—Double-Fault Exception (Vector 8)';
const STARTUP = 'Interprocessor Interrupts (IPI)';

const rule = (sentence: string, section: string): Rule => ({ sentence, section });
const GIF_CLEAR = rule('GIF is 0: it waits until STGI or VMRUN sets it', GIF_SECTION);
const SHADOWED = rule(
  'the instruction after STI or MOV SS is in the interrupt shadow: it waits for one instruction',
  SHADOWS,
);
const DOWN = rule('the processor is shut down: only INIT and NMI end that', SHUTDOWN);
const IN_SMM = rule('system management mode holds it off until RSM', SMM);
const ASLEEP = rule('the processor waits for its start-up message after INIT', STARTUP);

/**
 * What becomes of every event that waits, in the order in which the processor looks at them; no more than one is not held
 * or behind. What the processor itself decides is held against this by a test.
 */
export function decideEvents(state: EventState): EventDecision[] {
  const waiting = [
    injected(state),
    debugTrap(state),
    init(state),
    startUp(state),
    smi(state),
    nmi(state),
    interrupt(state),
    virtualNmi(state),
    virtualInterrupt(state),
  ].filter((one) => one !== null);
  const first = waiting.find(({ held }) => held === null);
  return waiting.map((one) => ({
    event: one.event,
    ...(one.vector === undefined ? {} : { vector: one.vector }),
    ...(one === first
      ? one.turn
      : one.held
        ? { outcome: 'held', ...one.held }
        : { outcome: 'behind', ...rule(`${first?.event} comes first`, PRIORITIES) }),
  }));
}

/** Who has an intercept bit, and what that makes of the event; null when nobody has. */
function intercepted(state: EventState, row: Intercept): Candidate['turn'] | null {
  const bit = `${row.name} intercept (INTERCEPT_MISC1 bit ${row.bit})`;
  const has = (word: number): boolean => ((word >>> row.bit) & 1) !== 0;
  if (has(state.intercepts))
    return { outcome: 'exit to L1', ...rule(`L1 has set the ${bit}; it goes on waiting`, INTERCEPTS) };
  if (has(state.l0Intercepts))
    return { outcome: 'exit to L0', ...rule(`the L0 has set the ${bit}`, INTERCEPTS) };
  return null;
}
const taken = (sentence: string, section: string): Candidate['turn'] => ({
  outcome: 'taken',
  ...rule(sentence, section),
});

function injected({ injected: event, shutdown }: EventState): Candidate | null {
  if (event === 0) return null;
  const held = shutdown ? DOWN : null;
  const sentence =
    'EVENTINJ comes before the first instruction; no mask holds it off and no intercept sees it';
  return { event: 'EVENTINJ', vector: event & 0xff, held, turn: taken(sentence, INJECTION) };
}
function debugTrap({ debugTrap: due, shadow, shutdown }: EventState): Candidate | null {
  if (!due) return null;
  const held = shutdown ? DOWN : shadow ? SHADOWED : null;
  const sentence = 'a trap of the instruction before is due; GIF does not hold it off';
  return { event: '#DB', vector: 1, held, turn: taken(sentence, PRIORITIES) };
}
function init(state: EventState): Candidate | null {
  if (!state.init) return null;
  const ends = state.shutdown && !state.underL0;
  const inSmm = state.inSmm && !ends ? IN_SMM : null;
  const held = state.waitsForSipi ? null : !state.gif ? GIF_CLEAR : inSmm;
  const turn = state.redirectInit
    ? taken('VM_CR.R_INIT makes it #SX', 'INIT Support')
    : taken('nobody intercepts it: the processor starts anew', 'INIT Support');
  const asked = state.waitsForSipi ? null : intercepted(state, INTERCEPT.init);
  return { event: 'INIT', held, turn: asked ?? turn };
}
function startUp({ sipi, waitsForSipi }: EventState): Candidate | null {
  if (!sipi || !waitsForSipi) return null;
  return { event: 'start-up message', held: null, turn: taken('the processor waits for it', STARTUP) };
}
function smi(state: EventState): Candidate | null {
  if (!state.smi) return null;
  const held = closed(state) ?? (state.inSmm ? IN_SMM : state.shutdown ? DOWN : null);
  const into = taken('nobody intercepts it: the processor enters system management mode', SMM);
  const locked = taken('HWCR.SMMLOCK is set: no intercept sees it', SMM);
  return {
    event: 'SMI',
    held,
    turn: state.smmLocked ? locked : (intercepted(state, INTERCEPT.smi) ?? into),
  };
}
function nmi(state: EventState): Candidate | null {
  if (state.nmis === 0) return null;
  const asked = intercepted(state, INTERCEPT.nmi);
  const blocked = rule('an NMI handler runs: NMIs are masked until its IRET', 'NMI Support');
  const held = closed(state) ?? (state.nmiBlocked ? blocked : state.shadow && !asked ? SHADOWED : null);
  const turn = taken('it is taken through vector 2, and masks further NMIs until IRET', INTERCEPTS);
  return { event: 'NMI', vector: 2, held, turn: asked ?? turn };
}
/** What holds off everything but INIT. */
function closed({ waitsForSipi, gif }: EventState): Rule | null {
  return waitsForSipi ? ASLEEP : gif ? null : GIF_CLEAR;
}

function interrupt(state: EventState): Candidate | null {
  const { offered, request, inService, taskPriority } = state;
  if (offered === null && request < 0) return null;
  const asked = intercepted(state, INTERCEPT.intr);
  const vector = offered === '8259' ? {} : { vector: request };
  const serving = Math.max(taskPriority >> 4, inService >> 4);
  const low = rule(
    `the local APIC holds it: its class ${hex(request >> 4)} is not above the priority, class ${hex(serving)}`,
    APIC,
  );
  const masked = offered === null ? low : maskedBy(state);
  const held =
    closed(state) ?? (state.shutdown ? DOWN : (masked ?? (state.shadow && !asked ? SHADOWED : null)));
  const turn = taken(`${openBy(state)}, and nobody intercepts it`, MASKING);
  const exits = asked && { ...asked, sentence: `${openBy(state)}, and ${asked.sentence}` };
  return { event: 'interrupt', ...vector, held, turn: exits ?? turn };
}
function virtualizesIf({ intCtl }: EventState): boolean {
  return (intCtl & INT_CTL.vIntrMasking.mask) !== 0;
}
function maskedBy(state: EventState): Rule | null {
  if (virtualizesIf(state))
    return state.hostIf ? null : rule('V_INTR_MASKING is set and RFLAGS.IF of L1 was 0 at VMRUN', MASKING);
  return state.interruptFlag ? null : rule(`RFLAGS.IF of L${state.level} is 0`, MASKING);
}
function openBy(state: EventState): string {
  return virtualizesIf(state)
    ? 'V_INTR_MASKING is set and RFLAGS.IF of L1 was 1 at VMRUN'
    : `RFLAGS.IF of L${state.level} is 1`;
}

const VGIF_CLEAR = rule('V_GIF of L2 is 0', 'Virtual GIF (VGIF)');
function virtualGifClosed({ intCtl }: EventState): boolean {
  return (intCtl & INT_CTL.vGifEnable.mask) !== 0 && !(intCtl & INT_CTL.vGif.mask);
}
function virtualNmi(state: EventState): Candidate | null {
  const { intCtl } = state;
  const [pending, enabled] = [intCtl & INT_CTL.vNmi.mask, intCtl & INT_CTL.vNmiEnable.mask];
  if (!pending || !enabled) return null;
  const masked = rule('V_NMI_MASK is set: an NMI handler of L2 runs', VNMI);
  const blocked = (intCtl & INT_CTL.vNmiMask.mask) !== 0;
  const held = virtualHeld(state) ?? (blocked ? masked : null);
  const turn = taken('it is taken through vector 2, V_NMI is cleared and V_NMI_MASK set', VNMI);
  return { event: 'virtual NMI', vector: 2, held, turn };
}
function virtualInterrupt(state: EventState): Candidate | null {
  const { intCtl, virtualVector, interruptFlag } = state;
  if (!(intCtl & INT_CTL.vIrq.mask)) return null;
  const priority = (intCtl >> INT_CTL.vIntrPrio.lo) & 15;
  const task = intCtl & 15;
  const above = (intCtl & INT_CTL.vIgnTpr.mask) !== 0 || priority > task;
  const low = rule(`V_INTR_PRIO ${hex(priority)} is not above V_TPR ${hex(task)}`, VIRTUAL);
  const masked = rule('RFLAGS.IF of L2 is 0', VIRTUAL);
  const held = virtualHeld(state) ?? (!interruptFlag ? masked : above ? null : low);
  const open = `RFLAGS.IF of L2 is 1 and ${above && priority <= task ? 'V_IGN_TPR is set' : `V_INTR_PRIO ${hex(priority)} is above V_TPR ${hex(task)}`}`;
  const asked = intercepted(state, INTERCEPT.vintr);
  const turn = taken(`${open}; V_IRQ is cleared`, VIRTUAL);
  const exits = asked && { ...asked, sentence: `${open}, and ${asked.sentence}` };
  return { event: 'virtual interrupt', vector: virtualVector, held, turn: exits ?? turn };
}
function virtualHeld(state: EventState): Rule | null {
  if (state.shutdown) return DOWN;
  return closed(state) ?? (state.shadow ? SHADOWED : virtualGifClosed(state) ? VGIF_CLEAR : null);
}
