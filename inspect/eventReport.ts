import type { EventState } from '../hypervisor/eventState.js';
import type { L0Observer, Moment } from '../hypervisor/observer.js';
import { decideEvents, type EventDecision } from './eventDecisions.js';
import { eventText } from './explanationText.js';

/**
 * Tells a person of each event that is taken by L1 or L2 or becomes an exit, and after each VMRUN and #VMEXIT of those that are
 * held off, with the rules.
 */
export class EventReport {
  /** What was last said to be held off, by vCPU and level: what goes on is not repeated. */
  private readonly held = new Map<string, readonly string[]>();
  readonly observer: L0Observer = {
    eventDue: (event) => {
      for (const decision of decideEvents(event.events))
        if (isDue(decision)) this.say(event, event.events, decision);
    },
    guestEvents: (event) => {
      for (const decision of decideEvents(event.events))
        if (decision.event === 'EVENTINJ' && isDue(decision)) this.say(event, event.events, decision);
      this.tellHeld(event, event.events);
    },
    exitDone: (account) => {
      if (account.toL1 !== null) this.tellHeld(account, account.after);
    },
  };

  /** `report` takes one line, without newline. */
  constructor(private readonly report: (line: string) => void) {}

  private tellHeld(moment: Moment, state: EventState): void {
    const place = `${moment.vcpu} ${state.level}`;
    const before = this.held.get(place);
    const decisions = decideEvents(state).filter(({ outcome }) => outcome === 'held');
    for (const decision of decisions)
      if (!before?.includes(eventText(decision))) this.say(moment, state, decision);
    this.held.set(place, decisions.map(eventText));
  }
  private say({ vcpu, time }: Moment, { level }: EventState, decision: EventDecision): void {
    this.report(`event in L${level}: ${eventText(decision)} (vCPU ${vcpu}, ${time} ns)`);
  }
}

function isDue({ outcome }: EventDecision): boolean {
  return outcome !== 'held' && outcome !== 'behind';
}
