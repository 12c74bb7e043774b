import { RETURN, STATE, type Processor } from '../silicon/host/cpu.js';
import type { StopReason } from '../silicon/host/bus.js';
import { Clock } from './clock.js';
import { saveProcessor, restoreProcessor, type ProcessorState } from '../silicon/host/processorState.js';
import type { DeviceState } from './device.js';
import { stateHash } from './stateHash.js';
import { createPc, type Pc, type PcConfig } from './pc.js';

/** How a vCPU's turn is taken: on the processor itself, or under an L0. Returns a RETURN value. */
export interface World {
  /** Run the live vCPU until its slice ends or it cannot go on. */
  run(vcpu: number): number;
  /** What it holds besides the processor's state and RAM, as plain values. */
  save?(): unknown;
  restore?(saved: unknown): void;
  /** The live vCPU has been reset from outside. */
  reset?(vcpu: number): void;
}

/** A round: every vCPU that is awake gets a turn up to virtual time `target`. */
interface Round {
  /** Virtual time when it began. */
  readonly from: number;
  target: number;
  /** vCPUs whose turn is not over. */
  readonly left: number[];
}

/** All that a machine holds: with its options, everything that decides how it goes on. */
export interface MachineState {
  readonly instructions: number;
  readonly reached: readonly number[];
  readonly round?: Round;
  readonly devices: DeviceState;
  /** The L0's, when there is one. */
  readonly world?: unknown;
  readonly processor: ProcessorState;
}

/** Longest turn, in instructions, of a vCPU that runs alone, and of one among several. */
const ALONE = 200_000;
const AMONG = 4_000;

/**
 * The machine: processor and board, and the turns of the vCPUs. Virtual time is counted in instructions; every vCPU runs up to the end of
 * a round, one after another, and devices act between rounds. Nothing here looks at a real clock.
 */
export class Machine {
  readonly clock = new Clock();
  readonly pc: Pc;
  /** What firmware does when the board wakes up: the processors are without state, the RAM is as it was. */
  wakeUp: () => void = () => {};
  /** Instructions retired, all vCPUs together. */
  instructions = 0;
  /** Virtual time each vCPU has reached. */
  private readonly reached: number[];
  /** The round that is under way. */
  private round: Round | undefined;
  private readonly vcpus: number;

  constructor(
    readonly cpu: Processor,
    config: PcConfig,
    readonly world: World,
  ) {
    this.vcpus = cpu.options.vcpus;
    this.reached = Array.from({ length: this.vcpus }, () => 0);
    this.pc = createPc(config, this.clock, {
      setIntr: (level) => cpu.wasm.setLint0(level ? 1 : 0),
      apicMessage: (message) => cpu.apicMessage(message),
      endTurn: () => cpu.wasm.endSliceAt(cpu.wasm.currentTime()),
      assertIgnne: () => cpu.assertIgnne(),
      stop: (why) => cpu.stop(why),
    });
    const { pc } = this;
    const timed = <A extends unknown[], R>(access: (...args: A) => R) => {
      return (...args: A): R => {
        this.clock.now = Number(cpu.wasm.currentTime());
        const result = access(...args);
        this.shorten();
        return result;
      };
    };
    cpu.bus = {
      portRead: timed((port: number, size: number) => pc.portRead(port, size)),
      portWrite: timed((port: number, size: number, value: number) => pc.portWrite(port, size, value)),
      mmioRead: timed((address: number, size: number) => pc.mmioRead(address, size)),
      mmioWrite: timed((address: number, size: number, value: number) => pc.mmioWrite(address, size, value)),
      picAcknowledge: () => pc.picAcknowledge(),
      ioapicEoi: (vector) => pc.ioapicEoi(vector),
      ferr: timed(() => pc.ferr()),
    };
  }

  /** Why the machine has stopped, when it has. */
  get stopped(): StopReason | undefined {
    return this.cpu.stopped;
  }

  /** Virtual nanoseconds since power-on. */
  get now(): number {
    return Math.min(...this.reached);
  }

  /** A hash of everything the machine holds: equal runs end in equal hashes. */
  stateHash(): string {
    return stateHash(this.cpu, JSON.stringify(this.pc.save()));
  }

  /** A device may have asked for an earlier wake-up than the end of this slice. */
  private shorten(): void {
    const deadline = this.clock.nextDeadline();
    if (deadline < Infinity) this.cpu.wasm.endSliceAt(BigInt(Math.max(deadline, this.clock.now)));
  }

  /**
   * Run until the machine stops, or `instructions` have retired, or virtual time `until` has come. Returns false when nothing can ever
   * happen. Where a run of so many instructions ends changes nothing: the next one goes on with the same round.
   */
  run(instructions: number, until = Infinity): boolean {
    const end = this.instructions + instructions;
    while (this.cpu.stopped === undefined && this.instructions < end && this.now < until) {
      this.round ??= this.plan(until);
      if (this.round === undefined) return false;
      if (!this.takeTurns(this.round, end)) continue;
      this.finish(this.round.target);
      this.round = undefined;
    }
    return true;
  }

  /** All the machine holds, to go on from later. Between runs only. */
  save(): MachineState {
    const { instructions, reached, round, world, cpu } = this;
    return {
      instructions,
      reached: [...reached],
      ...(round ? { round: { ...round, left: [...round.left] } } : {}),
      devices: this.pc.save(),
      ...(world.save ? { world: world.save() } : {}),
      processor: saveProcessor(cpu),
    };
  }
  /** Takes back what `save` gave; the machine must have been made with the same options. */
  restore(state: MachineState): void {
    this.instructions = state.instructions;
    this.reached.splice(0, this.reached.length, ...state.reached);
    this.round = state.round && { ...state.round, left: [...state.round.left] };
    this.cpu.stopped = undefined;
    restoreProcessor(this.cpu, state.processor);
    this.pc.restore(state.devices);
    this.world.restore?.(state.world);
  }

  private deadline(): number {
    let due = this.clock.nextDeadline();
    if (this.pc.asleep) return due;
    for (let v = 0; v < this.vcpus; v++) {
      const apic = BigInt.asUintN(64, this.cpu.wasm.apicDeadline(v));
      if (apic < 0x1f_ffff_ffff_ffffn) due = Math.min(due, Number(apic));
    }
    return due;
  }

  /** The next round, or undefined when nothing can ever happen. */
  private plan(until: number): Round | undefined {
    const { now } = this;
    const due = Math.min(this.deadline(), until);
    const left = this.awake();
    if (left.length === 0 && due === Infinity) return undefined;
    const quantum = left.length === 0 ? Infinity : left.length === 1 ? ALONE : AMONG;
    return { from: now, target: Math.max(Math.min(due, now + quantum), now), left };
  }
  /** A turn for every vCPU of the round; false when `end` came first. */
  private takeTurns(round: Round, end: number): boolean {
    const { cpu, reached } = this;
    for (; round.left.length > 0 && cpu.stopped === undefined && !this.pc.asleep; round.left.shift()) {
      const [v] = round.left;
      // What ran before may have asked for a device to act sooner.
      round.target = Math.max(Math.min(round.target, this.deadline()), round.from);
      if (reached[v] >= round.target) continue;
      const target = Math.min(round.target, reached[v] + end - this.instructions);
      if (target <= reached[v]) return false;
      const woken = this.woken();
      const ended = this.turn(v, target);
      if (ended === undefined) continue;
      // A message to a vCPU that sleeps ends the round, wherever the run is cut.
      const wakes = this.woken() > woken;
      if (ended === target && target < round.target && !wakes) return false;
      round.target = Math.min(round.target, ended);
    }
    return true;
  }
  /** The round is over: the timers that are due. */
  private finish(target: number): void {
    const { cpu, reached } = this;
    for (let v = 0; v < this.vcpus; v++) reached[v] = Math.max(reached[v], target);
    if (cpu.stopped !== undefined) return;
    this.clock.now = target;
    this.clock.runDue();
    if (this.pc.asleep) {
      if (this.pc.wakeDue) this.wakeUp();
      return;
    }
    for (let v = 0; v < this.vcpus; v++) {
      if (Number(BigInt.asUintN(64, cpu.wasm.apicDeadline(v))) > reached[v]) continue;
      cpu.select(v);
      cpu.wasm.apicTimerDue(BigInt(reached[v]));
    }
  }

  /** vCPUs that run, or sleep with an event to look at. */
  private awake(): number[] {
    const list: number[] = [];
    if (this.pc.asleep) return list;
    for (let v = 0; v < this.vcpus; v++) if (!this.sleeps(v) || this.hasEvent(v)) list.push(v);
    return list;
  }
  /** How many sleep with an event to look at. */
  private woken(): number {
    let count = 0;
    for (let v = 0; v < this.vcpus; v++) if (this.sleeps(v) && this.hasEvent(v)) count++;
    return count;
  }
  private sleeps(v: number): boolean {
    const { cpu } = this;
    const flags =
      cpu.u8[cpu.field(v, 'HALTED')] | cpu.u8[cpu.field(v, 'WAIT_SIPI')] | cpu.u8[cpu.field(v, 'SHUTDOWN')];
    return flags !== 0;
  }
  private hasEvent(v: number): boolean {
    return this.cpu.u32[this.cpu.field(v, 'EVENTS') >> 2] !== 0;
  }

  /**
   * Let one vCPU run up to virtual time `target`; returns the end of the slice, which the vCPU may have made earlier, or undefined when
   * it sleeps for the rest of the round.
   */
  private turn(v: number, target: number): number | undefined {
    const { cpu } = this;
    cpu.select(v);
    const from = this.reached[v];
    const spent = cpu.u64[STATE.SPENT >> 3];
    cpu.beginSlice(from, target - from);
    const reason = this.world.run(v);
    const end = Number(cpu.u64[STATE.TIME >> 3]);
    const here = end - cpu.left;
    this.instructions += here - from - Number(cpu.u64[STATE.SPENT >> 3] - spent);
    this.reached[v] = here;
    if (reason === RETURN.shutdown && cpu.stopped === undefined) cpu.stop({ kind: 'shutdown' });
    if (reason !== RETURN.halted && reason !== RETURN.waitSipi) return end;
    return this.vcpus === 1 ? here : end < target ? end : undefined;
  }
}
