import { RETURN, STATE, type Processor } from '../silicon/host/cpu.js';
import type { StopReason } from '../silicon/host/bus.js';
import { Clock } from './clock.js';
import { stateHash } from './stateHash.js';
import { createPc, type Pc, type PcConfig } from './pc.js';

/** How a vCPU's turn is taken: on the processor itself, or under an L0. Returns a RETURN value. */
export interface World {
  /** Run the live vCPU until its slice ends or it cannot go on. */
  run(vcpu: number): number;
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
  /** Instructions retired, all vCPUs together. */
  instructions = 0;
  /** Virtual time each vCPU has reached. */
  private readonly reached: number[];
  private readonly vcpus: number;

  constructor(
    readonly cpu: Processor,
    config: PcConfig,
    private readonly world: World,
  ) {
    this.vcpus = cpu.options.vcpus;
    this.reached = Array.from({ length: this.vcpus }, () => 0);
    this.pc = createPc(config, this.clock, {
      setIntr: (level) => cpu.wasm.setLint0(level ? 1 : 0),
      apicMessage: (message) => cpu.apicMessage(message),
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

  /** Run rounds until the machine stops, or `instructions` have retired, or virtual time `until` has come. Returns false when nothing can ever happen. */
  run(instructions: number, until = Infinity): boolean {
    const end = this.instructions + instructions;
    while (this.cpu.stopped === undefined && this.instructions < end && this.now < until) {
      if (!this.round(end - this.instructions, until)) return false;
    }
    return true;
  }

  private deadline(): number {
    let due = this.clock.nextDeadline();
    for (let v = 0; v < this.vcpus; v++) {
      const apic = BigInt.asUintN(64, this.cpu.wasm.apicDeadline(v));
      if (apic < 0x1f_ffff_ffff_ffffn) due = Math.min(due, Number(apic));
    }
    return due;
  }

  /** One turn for every vCPU, then the timers that are due. */
  private round(instructions: number, until: number): boolean {
    const { cpu } = this;
    const now = this.now;
    const due = Math.min(this.deadline(), until);
    const awake = this.awake();
    if (awake.length === 0 && due === Infinity) return false;
    const quantum =
      awake.length === 0 ? Infinity : Math.min(awake.length === 1 ? ALONE : AMONG, instructions);
    let target = Math.max(Math.min(due, now + quantum), now);
    for (let v = 0; v < this.vcpus && cpu.stopped === undefined; v++) {
      if (!awake.includes(v) || this.reached[v] >= target) continue;
      target = Math.min(target, this.turn(v, target));
    }
    for (let v = 0; v < this.vcpus; v++) this.reached[v] = Math.max(this.reached[v], target);
    if (cpu.stopped !== undefined) return true;
    this.clock.now = target;
    this.clock.runDue();
    for (let v = 0; v < this.vcpus; v++) {
      if (Number(BigInt.asUintN(64, cpu.wasm.apicDeadline(v))) > this.reached[v]) continue;
      cpu.select(v);
      cpu.wasm.apicTimerDue(BigInt(this.reached[v]));
    }
    return true;
  }

  /** vCPUs that run, or sleep with an event to look at. */
  private awake(): number[] {
    const list: number[] = [];
    for (let v = 0; v < this.vcpus; v++) {
      const { u8, u32 } = this.cpu;
      const asleep =
        u8[this.cpu.field(v, 'HALTED')] |
        u8[this.cpu.field(v, 'WAIT_SIPI')] |
        u8[this.cpu.field(v, 'SHUTDOWN')];
      if (!asleep || u32[this.cpu.field(v, 'EVENTS') >> 2]) list.push(v);
    }
    return list;
  }

  /** Let one vCPU run up to virtual time `target`; returns the end of the slice, which the vCPU may have made earlier. */
  private turn(v: number, target: number): number {
    const { cpu } = this;
    cpu.select(v);
    const from = this.reached[v];
    cpu.beginSlice(from, target - from);
    const reason = this.world.run(v);
    const end = Number(cpu.u64[STATE.TIME >> 3]);
    const here = end - cpu.left;
    this.instructions += here - from;
    this.reached[v] = here;
    if (reason === RETURN.shutdown && cpu.stopped === undefined) cpu.stop({ kind: 'shutdown' });
    if (reason === RETURN.halted || reason === RETURN.waitSipi) return this.vcpus === 1 ? here : end;
    return end;
  }
}
