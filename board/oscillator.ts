const NS_PER_SECOND = 1e9;

/**
 * A fixed frequency counted in virtual time. Whole seconds are split off first so that every product stays below
 * 2^53: the tick at a time and the time of a tick agree exactly, for the 104 days whose nanoseconds fit a number.
 */
export class Oscillator {
  constructor(readonly hz: number) {}

  /** How many ticks have passed at `ns`. */
  ticksAt(ns: number): number {
    const seconds = Math.floor(ns / NS_PER_SECOND);
    return seconds * this.hz + Math.floor(((ns - seconds * NS_PER_SECOND) * this.hz) / NS_PER_SECOND);
  }

  /** The first nanosecond at which `ticksAt` is `tick`. */
  timeOf(tick: number): number {
    const seconds = Math.floor(tick / this.hz);
    return seconds * NS_PER_SECOND + Math.ceil(((tick - seconds * this.hz) * NS_PER_SECOND) / this.hz);
  }
}
