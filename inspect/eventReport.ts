import type { EventState } from '../hypervisor/eventState.js';
import type { L0Observer, Moment } from '../hypervisor/observer.js';
import { decideEvents } from './eventDecisions.js';
import { eventText } from './explanationText.js';

type Place = 'after VMRUN' | 'before #VMEXIT' | 'after #VMEXIT';

/** Tells a person, at every world switch that L1 sees, of each event that waits: taken, held off or an exit, and by which rule. */
export class EventReport {
  /** What was last said of each vCPU at each place: what is the same again is not repeated. */
  private readonly said = new Map<string, readonly string[]>();
  readonly observer: L0Observer = {
    guestEvents: (event) => this.tell(event, event.events, 'after VMRUN'),
    exitDone: (account) => {
      if (account.toL1 === null) return;
      if (account.level === 2) this.tell(account, account.before, 'before #VMEXIT');
      this.tell(account, account.after, 'after #VMEXIT');
    },
  };

  /** `report` takes one line, without newline. */
  constructor(private readonly report: (line: string) => void) {}

  private tell({ vcpu, time }: Moment, state: EventState, where: Place): void {
    const place = `${vcpu} ${where}`;
    const before = this.said.get(place);
    const texts = decideEvents(state).map((decision) => `L${state.level} ${where}: ${eventText(decision)}`);
    for (const text of texts)
      if (!before?.includes(text)) this.report(`event: ${text} (vCPU ${vcpu}, ${time} ns)`);
    this.said.set(place, texts);
  }
}
