import type { L0Observer } from '../hypervisor/observer.js';
import { explainExit, type ExitExplanation } from './explainExit.js';
import { eventText, exitLines } from './explanationText.js';

/** Tells a person of each exit: who had asked for it and by which rule, what the L0 did, what L1's VMCB was told. */
export class ExitReport {
  private count = 0;
  /** What was last said of the events that wait for each vCPU's L1: no need to say it again. */
  private readonly said: (readonly string[])[] = [];
  readonly observer: L0Observer;

  /** `report` takes one line, without newline. */
  constructor(report: (line: string) => void) {
    this.observer = {
      exitDone: (account) => {
        const [title, ...rest] = exitLines(this.withNews(explainExit(account)));
        report(`exit ${++this.count}: ${title}`);
        rest.forEach(report);
      },
    };
  }

  /** Events that are held off are told where L1 hears of the exit, and once as long as nothing changes. */
  private withNews(exit: ExitExplanation): ExitExplanation {
    const { vcpu, toL1, events } = exit;
    if (toL1 === null) return { ...exit, events: events.filter(({ outcome }) => outcome !== 'held') };
    const before = this.said[vcpu];
    this.said[vcpu] = events.map(eventText);
    return { ...exit, events: events.filter((event) => !before?.includes(eventText(event))) };
  }
}
