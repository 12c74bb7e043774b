import { hex } from './explain.js';
import type { EventDecision } from './eventDecisions.js';
import type { ExitExplanation } from './explainExit.js';
import type { RuleText } from './exitRules.js';
import type { WrittenGroup } from './writtenFields.js';

const LABEL = 9;

/** An explained exit as lines of text: a title, and under it who wanted it, what was done, what was written and what waits. */
export function exitLines(exit: ExitExplanation): string[] {
  const { vcpu, time, level, rip, reasons, cause, deeds, written, notes, events } = exit;
  return [
    `L${level} at RIP ${hex(rip)}: ${exit.exit}, ${outcomeText(exit)} (vCPU ${vcpu}, ${time} ns)`,
    ...reasons.map((reason) => line(`why ${reason.by}`, ruleText(reason))),
    ...(cause ? [line('event', eventText(cause))] : []),
    ...deeds.map((deed) => line('the L0', deed)),
    ...written.map((group, n) => line(n === 0 ? 'written' : '', groupText(group))),
    ...notes.map((note) => line('note', ruleText(note))),
    ...events.map((event) => line('next', eventText(event))),
  ];
}

/** What becomes of an event that waits, as a sentence. */
export function eventText({ event, vector, outcome, ...rule }: EventDecision): string {
  const which = vector === undefined || event === '#DB' || event.endsWith('NMI') ? '' : ` ${hex(vector)}`;
  return `${event}${which}: ${outcome}; ${ruleText(rule)}`;
}

function outcomeText({ level, wantedBy, toL1, exit, decidedBy }: ExitExplanation): string {
  if (level === 1 && toL1 === null) return 'dealt with by the L0';
  if (level === 1) return toL1 === exit ? 'to L1' : `for L1 ${toL1}`;
  if (toL1 === null) return 'the L0 alone; L1 does not hear of it';
  if (toL1 !== exit) return `which the L0 makes ${toL1} for L1`;
  if (decidedBy === 'processor') return 'to L1';
  if (exit === 'VMEXIT_NPF') return 'to L1, whose nested tables have no answer';
  return wantedBy === 'both' ? 'to L1; the L0 had asked for it too' : 'to L1, which alone had asked for it';
}
function ruleText({ sentence, section }: RuleText): string {
  return section === '' ? sentence : `${sentence}  [APM 2, ${section}]`;
}
function groupText({ group, fields }: WrittenGroup): string {
  return `${group}: ${fields.map(({ name, before, after }) => `${name} ${before} -> ${after}`).join(', ')}`;
}
function line(label: string, text: string): string {
  return `  ${label.padEnd(LABEL)}${text}`;
}
