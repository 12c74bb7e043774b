import type { MachineState } from '../board/machine.js';
import type { VmcbVerdict } from '../inspect/checkVmcb.js';
import type { StopReason } from '../silicon/host/bus.js';

/** `bare`: the image runs on the processor itself. `nested`: it runs under the L0. */
export const MACHINE_KINDS = ['bare', 'nested'] as const;
export type MachineKind = (typeof MACHINE_KINDS)[number];

/** Most vCPUs a machine can have. */
export const MAX_VCPUS = 16;

/** A file by the name the person used for it. */
export interface NamedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A module for the kernel; `cmdline` is its path and arguments as written. */
export interface ModuleFile extends NamedFile {
  readonly cmdline: string;
}

/** The optional devices of the board. */
export interface DeviceConfig {
  /** The isa-debug-exit device, when there is one. */
  readonly debugExit?: { readonly iobase: number; readonly iosize: number };
  readonly pcTestdev: boolean;
  readonly pciTestdev: boolean;
  readonly pit: boolean;
  readonly vmport: boolean;
  /** COM1; without it its ports are there and what is sent is dropped. */
  readonly serial: boolean;
}

/** When to stop a guest that does not stop by itself; the wall clock is the front end's affair. */
export interface RunLimits {
  /** Retired instructions, all vCPUs together. */
  readonly instructions?: number;
  /** Virtual time in nanoseconds, in which HLT takes as long as the guest sleeps. */
  readonly virtualNs?: number;
}

/** What a machine is, whatever it runs: what a snapshot must say beside the state. */
export interface MachineShape {
  readonly machine: MachineKind;
  /** The kernel's whole command line, its path included. */
  readonly cmdline: string;
  readonly ramBytes: number;
  readonly vcpus: number;
  /** Model and features in QEMU's spelling, as in `max,+svm,-npt`. */
  readonly cpu: string;
  /** Where random numbers start. */
  readonly seed?: bigint;
  /** An L0 of the past in place of the right one. */
  readonly l0?: string;
  readonly devices: DeviceConfig;
}

/** What it starts with. */
export type MachineStart =
  { readonly image: NamedFile; readonly modules: readonly ModuleFile[] } | { readonly state: MachineState };

/** `failures`: why a VMRUN failed; `exits`: whose each exit is; `events`: what becomes of those that wait. */
export const EXPLAIN_TOPICS = ['failures', 'exits', 'events'] as const;
export type ExplainTopic = (typeof EXPLAIN_TOPICS)[number];

/** Everything that decides a run: the same config and the same input give the same run. */
export interface MachineConfig extends MachineShape {
  readonly start: MachineStart;
  readonly limits: RunLimits;
  /** What to explain through `hooks.report`; nothing when empty. */
  readonly explain: readonly ExplainTopic[];
  /** Write trace events through `hooks.trace`. */
  readonly trace: boolean;
}

/** What a running machine may ask of the front end. None of these may change virtual time. */
export interface RunHooks {
  /** COM1 sent a byte. */
  serialOut(byte: number): void;
  /** The next byte for COM1, or undefined when there is none. */
  serialIn(): number | undefined;
  /** A line for the person, without newline. */
  report(line: string): void;
  /** The run ends before the guest does: what the machine holds, for whoever wants to keep it. */
  save?(state: () => MachineState): void;
  /** A piece of the trace, newlines included. */
  trace(text: string): void;
  /** Called between slices of at most some 10 ms: true means stop with `interrupted`. */
  shouldStop(): boolean;
}

/** How a run ended. `limit`: one of `RunLimits`; `interrupted`: `shouldStop` said so. */
export type Outcome = StopReason | { kind: 'limit' } | { kind: 'interrupted' };

/** Builds the machine, runs it to its end; throws `ImageError` for an image that cannot be loaded. */
export type RunMachine = (config: MachineConfig, hooks: RunHooks) => Promise<Outcome>;

/** What VMRUN would say to these 4096 bytes on this processor. */
export type CheckVmcb = (vmcb: Uint8Array, cpu: string) => Promise<VmcbVerdict>;
