import { restoreFields, saveFields, type DeviceState } from './device.js';

/** One alarm of a clock; made by `Clock.timer`. */
export interface Timer {
  readonly name: string;
  /** Called with the deadline it was set to, which is `clock.now` then. */
  readonly fire: (at: number) => void;
  /** Virtual nanoseconds; Infinity when the timer is not set. */
  deadline: number;
}

/**
 * Virtual time of the machine and the timers that wait on it. Two timers with one deadline fire in the order they
 * were made, so the order in which devices happen to set them never shows.
 */
export class Clock {
  /** Virtual nanoseconds since the machine was made; the machine sets it before every device access. */
  now = 0;
  private readonly timers: Timer[] = [];
  private next = Infinity;

  /** Make a timer that is not set; `name` is what a snapshot calls it. */
  timer(name: string, fire: (at: number) => void): Timer {
    if (this.timers.some((other) => other.name === name)) throw new Error(`two timers are called ${name}`);
    const timer = { name, fire, deadline: Infinity };
    this.timers.push(timer);
    return timer;
  }

  /** Set or move a timer; a deadline that has passed fires at the next `runDue`. */
  schedule(timer: Timer, atNs: number): void {
    timer.deadline = atNs;
    this.findNext();
  }

  /** The timer does not fire until it is set again. */
  cancel(timer: Timer): void {
    this.schedule(timer, Infinity);
  }

  /** The earliest deadline; Infinity when no timer is set. */
  nextDeadline(): number {
    return this.next;
  }

  /**
   * Fire what is due, in time order, each at its own time, however late the machine looks; a timer that sets itself
   * again to a time already due fires again.
   */
  runDue(): void {
    const end = this.now;
    while (this.next <= end) {
      const due = this.timers.find((timer) => timer.deadline === this.next) as Timer;
      this.now = due.deadline;
      this.cancel(due);
      due.fire(this.now);
    }
    this.now = end;
  }

  /** The time and every deadline, by timer name. */
  save(): DeviceState {
    const deadlines: Record<string, number> = {};
    for (const timer of this.timers) if (timer.deadline !== Infinity) deadlines[timer.name] = timer.deadline;
    return { ...saveFields(1, { now: this.now }), deadlines };
  }

  /** Takes back what `save` gave; timers that the snapshot does not name are not set. */
  restore(saved: DeviceState): void {
    const { deadlines, ...fields } = saved as { deadlines: Record<string, number> };
    this.now = restoreFields('clock', 1, { now: 0 }, fields).now;
    for (const name of Object.keys(deadlines)) {
      if (!this.timers.some((timer) => timer.name === name))
        throw new Error(`clock: no timer is called ${name}`);
    }
    for (const timer of this.timers) timer.deadline = deadlines[timer.name] ?? Infinity;
    this.findNext();
  }

  private findNext(): void {
    let next = Infinity;
    for (const timer of this.timers) if (timer.deadline < next) next = timer.deadline;
    this.next = next;
  }
}
