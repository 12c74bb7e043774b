/** How a count is read and written: control word bits 5:4. */
const ACCESS = { low: 1, high: 2, both: 3 } as const;
const NOT_LATCHED = -1;

/** The state of one channel; times are ticks of the 1.193182 MHz input. */
export const channelPowerOn = () => ({
  mode: 0,
  access: ACCESS.both as number,
  bcd: false,
  gate: true,
  /** A count has been written since the control word. */
  counted: false,
  /** The counter has been started: by the count, or by the gate in modes 1 and 5. */
  running: false,
  reload: 0x10000,
  /** The tick at which the counting element took `reload`. */
  start: 0,
  /** Ticks counted when the gate fell. */
  heldAt: 0,
  /** A count waiting for the end of the period (modes 2, 3) or for a trigger (1, 5); 0 when there is none. */
  next: 0,
  /** The tick of that end of period. */
  nextAt: 0,
  lowByte: 0,
  writeHigh: false,
  readHigh: false,
  latchedCount: NOT_LATCHED as number,
  latchedStatus: NOT_LATCHED as number,
});

export type ChannelState = ReturnType<typeof channelPowerOn>;

/**
 * One counter of the 8254. Nothing ticks: OUT and the count are functions of the state and of the tick asked about, so
 * every method takes the current tick.
 */
export class Pit8254Channel {
  state = channelPowerOn();

  /** A control word that selects this channel and is not a latch command. */
  control(value: number): void {
    const { gate } = this.state;
    // Modes 2 and 3 ignore the top bit of the mode field.
    const mode = (value >> 1) & 7;
    this.state = {
      ...channelPowerOn(),
      gate,
      mode: mode > 5 ? mode - 4 : mode,
      access: (value >> 4) & 3,
      bcd: (value & 1) !== 0,
    };
  }

  latchCount(tick: number): void {
    this.settle(tick);
    if (this.state.latchedCount === NOT_LATCHED) this.state.latchedCount = this.encode(this.count(tick));
  }

  latchStatus(tick: number): void {
    this.settle(tick);
    const s = this.state;
    if (s.latchedStatus !== NOT_LATCHED) return;
    const nullCount = !s.counted || s.next !== 0 || (s.running && tick < s.start);
    s.latchedStatus =
      (this.out(tick) ? 0x80 : 0) |
      (nullCount ? 0x40 : 0) |
      (s.access << 4) |
      (s.mode << 1) |
      (s.bcd ? 1 : 0);
  }

  read(tick: number): number {
    this.settle(tick);
    const s = this.state;
    if (s.latchedStatus !== NOT_LATCHED) {
      const status = s.latchedStatus;
      s.latchedStatus = NOT_LATCHED;
      return status;
    }
    const value = s.latchedCount === NOT_LATCHED ? this.encode(this.count(tick)) : s.latchedCount;
    const high = s.access === ACCESS.high || (s.access === ACCESS.both && s.readHigh);
    s.readHigh = s.access === ACCESS.both && !s.readHigh;
    if (!s.readHigh) s.latchedCount = NOT_LATCHED;
    return high ? value >> 8 : value & 0xff;
  }

  write(value: number, tick: number): void {
    this.settle(tick);
    const s = this.state;
    if (s.access === ACCESS.both && !s.writeHigh) {
      s.lowByte = value;
      s.writeHigh = true;
      // Mode 0 stops, with OUT low, until the second byte is there.
      if (s.mode === 0) s.running = false;
      return;
    }
    const count =
      s.access === ACCESS.both ? s.lowByte | (value << 8) : s.access === ACCESS.high ? value << 8 : value;
    s.writeHigh = false;
    this.load(this.decode(count), tick);
  }

  setGate(gate: boolean, tick: number): void {
    this.settle(tick);
    const s = this.state;
    if (gate === s.gate) return;
    if (!gate) s.heldAt = this.elapsed(tick);
    s.gate = gate;
    if (!gate || !s.counted) return;
    if (s.mode === 0 || s.mode === 4) s.start = tick - s.heldAt;
    else this.begin(tick);
  }

  /** The OUT pin. */
  out(tick: number): boolean {
    this.settle(tick);
    const s = this.state;
    if (!s.running) return s.mode !== 0;
    const elapsed = this.elapsed(tick);
    switch (s.mode) {
      case 0:
      case 1:
        return elapsed >= s.reload;
      case 2:
        return !s.gate || elapsed % s.reload !== s.reload - 1;
      case 3:
        return !s.gate || elapsed % s.reload < (s.reload + 1) >> 1;
      default:
        return elapsed !== s.reload;
    }
  }

  /** The first tick after `tick` at which OUT changes if nothing is written; Infinity when it never does. */
  nextChange(tick: number): number {
    this.settle(tick);
    const s = this.state;
    if (!s.running) return Infinity;
    const counting = s.gate || s.mode === 1 || s.mode === 5;
    if (!counting) return Infinity;
    const elapsed = this.elapsed(tick);
    const edges = this.edges(elapsed);
    const edge = edges.find((at) => at > elapsed);
    return edge === undefined ? Infinity : s.start + edge;
  }

  /** Candidate changes of OUT around `elapsed`, in ticks since the start, ascending. */
  private edges(elapsed: number): number[] {
    const { mode, reload } = this.state;
    if (mode === 0 || mode === 1) return [reload];
    if (mode === 4 || mode === 5) return [reload, reload + 1];
    const period = Math.floor(elapsed / reload) * reload;
    const half = mode === 2 ? reload - 1 : (reload + 1) >> 1;
    return [period + half, period + reload];
  }

  private load(count: number, tick: number): void {
    const s = this.state;
    const first = !s.counted;
    s.counted = true;
    if (s.mode === 1 || s.mode === 5) {
      s.next = count;
      return;
    }
    // A periodic counter finishes the period it is in.
    if (!first && s.running && (s.mode === 2 || s.mode === 3)) {
      s.next = count;
      s.nextAt = s.start + (Math.floor(this.elapsed(tick) / s.reload) + 1) * s.reload;
      return;
    }
    s.reload = count;
    s.heldAt = 0;
    // The count reaches the counting element with the next clock pulse.
    s.start = tick + 1;
    s.running = true;
  }

  /** A trigger, or a gate that lets a periodic counter start over. */
  private begin(tick: number): void {
    const s = this.state;
    if (s.next !== 0) s.reload = s.next;
    s.next = 0;
    s.start = tick + 1;
    s.running = true;
  }

  /** Take over a waiting count whose period has come. */
  private settle(tick: number): void {
    const s = this.state;
    if (s.next === 0 || !s.running || !s.gate || (s.mode !== 2 && s.mode !== 3)) return;
    if (tick < s.nextAt) return;
    s.start = s.nextAt;
    s.reload = s.next;
    s.next = 0;
  }

  private elapsed(tick: number): number {
    const s = this.state;
    if (!s.gate && s.mode !== 1 && s.mode !== 5) return s.heldAt;
    return Math.max(0, tick - s.start);
  }

  /** The counting element, 1 to the largest count; wraps past zero where the mode lets it. */
  private count(tick: number): number {
    const s = this.state;
    const elapsed = s.running ? this.elapsed(tick) : 0;
    if (s.mode === 2) return s.reload - (elapsed % s.reload);
    if (s.mode === 3) {
      // Each half of the period counts down by two from the even part.
      const half = (s.reload + 1) >> 1;
      const phase = elapsed % s.reload;
      return (s.reload & ~1) - 2 * (phase < half ? phase : phase - half);
    }
    const range = s.bcd ? 10000 : 0x10000;
    return (((s.reload - elapsed) % range) + range) % range;
  }

  private decode(count: number): number {
    if (!this.state.bcd) return count === 0 ? 0x10000 : count;
    const decimal = [12, 8, 4, 0].reduce((sum, shift) => sum * 10 + ((count >> shift) & 0xf), 0);
    return decimal === 0 ? 10000 : decimal;
  }

  private encode(count: number): number {
    if (!this.state.bcd) return count & 0xffff;
    const digits = [1, 10, 100, 1000].map((unit) => Math.floor(count / unit) % 10);
    return digits[0] | (digits[1] << 4) | (digits[2] << 8) | (digits[3] << 12);
  }
}
