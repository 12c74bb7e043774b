import type { ExitAccount, ExitFields } from '../hypervisor/exitAccount.js';
import { exitOfLanes, EXCEPTIONS } from '../spec/exits.js';
import { deedText } from './deedText.js';
import { hex } from './explain.js';
import { eventWord } from './eventWord.js';
import { decideEvents, type EventDecision } from './eventDecisions.js';
import { exitRuleText, type RuleText } from './exitRules.js';
import { writtenFields, type WrittenGroup } from './writtenFields.js';

/** Who had asked for an exit. `nobody`: a VMRUN that failed, or an exit that needs no asking. */
export type WantedBy = 'L1' | 'the L0' | 'both' | 'nobody';

/** Why somebody gets an exit. */
export interface ExitReason extends RuleText {
  readonly by: 'L1' | 'L0';
}

/** One exit, explained. */
export interface ExitExplanation {
  readonly vcpu: number;
  /** Virtual nanoseconds. */
  readonly time: number;
  /** Whose exit it is. */
  readonly level: 1 | 2;
  /** EXITCODE by its name in the manual. */
  readonly exit: string;
  readonly rip: bigint;
  readonly decidedBy: 'processor' | 'L0';
  readonly wantedBy: WantedBy;
  /** The exit that L1 gets, by its name; null when it does not hear of anything. */
  readonly toL1: string | null;
  readonly reasons: readonly ExitReason[];
  /** What the L0 has done on its own, a sentence each. */
  readonly deeds: readonly string[];
  /** Fields of L1's VMCB that the exit has changed. */
  readonly written: readonly WrittenGroup[];
  /** What else has to be known: events cut and traps owed. */
  readonly notes: readonly RuleText[];
  /** What made an interrupt, NMI, SMI or INIT exit. */
  readonly cause: EventDecision | null;
  /** Events that wait for whoever runs next. */
  readonly events: readonly EventDecision[];
}

/** Why an exit went where it went, what was done about it, and what waits after it: nothing is guessed, the account holds the facts. */
export function explainExit(account: ExitAccount): ExitExplanation {
  const { vcpu, time, level, decidedBy, exit, toL1, deeds } = account;
  const before = decideEvents(account.before);
  return {
    vcpu,
    time,
    level,
    exit: exitName(exit),
    rip: exit.rip,
    decidedBy,
    wantedBy: wantedBy(account),
    toL1: toL1 && exitName(toL1.exit),
    reasons: reasonsOf(account),
    deeds: deeds.map(deedText),
    written: toL1 ? writtenFields(toL1.before, toL1.after) : [],
    notes: notesOf(account),
    cause: EVENT_EXITS.includes(exitName(exit))
      ? (before.find(({ outcome }) => outcome.startsWith('exit')) ?? null)
      : null,
    events: decideEvents(account.after),
  };
}

/** A nested page fault always comes to the L0 first: that L1 has no answer either makes it L1's. */
function wantedBy({ l1, l0 }: ExitAccount): WantedBy {
  if (l1) return l0 && l0.kind !== 'unfilled' ? 'both' : 'L1';
  return l0 ? 'the L0' : 'nobody';
}

const EVENT_EXITS = ['INTR', 'NMI', 'SMI', 'INIT', 'VINTR'].map((name) => `VMEXIT_${name}`);

function exitName({ codeLow, codeHigh }: ExitFields): string {
  const row = exitOfLanes(codeLow, codeHigh);
  if (!row) return `exit ${hex(codeLow)}`;
  const vector = /^VMEXIT_EXCP(\d+)$/.exec(row.name)?.[1];
  const mnemonic = vector === undefined ? null : EXCEPTIONS[Number(vector)];
  return mnemonic ? `${row.name} (#${mnemonic})` : row.name;
}

function reasonsOf({ decidedBy, l1, l0, toL1 }: ExitAccount): ExitReason[] {
  const vmcb12 = toL1 ? `L1's VMCB at ${hex(toL1.vmcbPa)}` : "L1's VMCB";
  const wanted = toL1?.rule ?? l1;
  return [
    ...(wanted ? [{ by: 'L1', ...exitRuleText(wanted, vmcb12) } as const] : []),
    ...(l0 && decidedBy === 'L0' ? [{ by: 'L0', ...exitRuleText(l0, "the L0's VMCB") } as const] : []),
  ];
}

const CUT = 'Intercepts During IDT Interrupt Delivery';
function notesOf({ toL1, dueTraps }: ExitAccount): RuleText[] {
  const notes: RuleText[] = [];
  if (toL1 && toL1.exit.intInfo >>> 31 && toL1.rule?.kind !== 'checks')
    notes.push({
      sentence: `EXITINTINFO: ${eventWord(toL1.exit.intInfo)} was being delivered, and this exit has cut it`,
      section: CUT,
    });
  if (dueTraps !== 0)
    notes.push({
      sentence: `a #DB is owed at the next boundary, with DR6 bits ${hex(dueTraps)}`,
      section: 'Single Stepping',
    });
  return notes;
}
