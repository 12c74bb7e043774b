import type { VmcbKey } from '../spec/vmcb.js';
import type { EventState } from './eventState.js';
import type { ExitAccount } from './exitAccount.js';

/** A reason of the L0's own why a VMRUN fails, beside the rows of spec/checks. */
export interface FailedRow {
  readonly id: string;
  /** What is wrong, as a person is told. */
  readonly sentence: string;
  /** VMCB fields the row reads, the offending one first. */
  readonly fields: readonly VmcbKey[];
}

/** When something happened, and on which processor. */
export interface Moment {
  readonly vcpu: number;
  /** Virtual nanoseconds. */
  readonly time: number;
}

/** Something that happened to a VMCB. */
export interface VmcbEvent extends Moment {
  readonly vmcbPa: number;
  /** The VMCB's own bytes, not a copy: they change when the listener has returned. */
  readonly vmcb: Uint8Array;
}

/** An exit, with its EXITCODE in two lanes. */
export interface ExitEvent extends VmcbEvent {
  readonly codeLow: number;
  readonly codeHigh: number;
}

/** A VMRUN of L1 that failed its checks. */
export interface VmrunFailure extends VmcbEvent {
  /** Who found it: the processor, or the L0 that stands in for it. */
  readonly checkedBy: 'processor' | 'L0';
  /** Address of the VMRUN instruction. */
  readonly rip: bigint;
  /** A copy of the VMCB as it was checked: the exit changes the original. */
  readonly vmcb: Uint8Array;
  /** Mask over the rows of spec/checks. */
  readonly mask: bigint;
  /** What the L0 found beyond them. */
  readonly ownRows: readonly FailedRow[];
  /** The four page-directory pointers at CR3, when they are what is wrong. */
  readonly pointers?: readonly bigint[];
}

/** A VMRUN of L1 that goes by what is remembered of the VMCB, since clean bits hide that fields were changed. */
export interface StaleVmcb extends VmcbEvent {
  /** Address of the VMRUN instruction. */
  readonly rip: bigint;
  /** Mask of the clean bits whose fields were changed. */
  readonly groups: number;
  /** The VMCB that is used, like `vmcb` its own bytes. */
  readonly used: Uint8Array;
}

/**
 * What a machine tells. Every member is free when it is absent, and none may change anything. Without an L0 the world
 * switches of the processor itself come as `nestedEnter`, `guestEvents` and `nestedExit`, and of the others only `vmrunFailed`, `staleVmcb`, `exitDone` and `eventDue` ever come.
 */
export interface L0Observer {
  /** The L0 enters its guest of level 1 or 2. */
  vmenter?(event: VmcbEvent & { readonly level: 1 | 2 }): void;
  /** A guest of level 1 or 2 has left to the L0. */
  vmexit?(event: ExitEvent & { readonly level: 1 | 2 }): void;
  /** A VMRUN of L1 is about to run L2. */
  nestedEnter?(event: VmcbEvent): void;
  /** The same, with what waits for L2; heard after it. */
  guestEvents?(event: Moment & { readonly events: EventState }): void;
  /** Between two instructions of L1 or L2 an event is about to be taken, or to become an exit. */
  eventDue?(event: Moment & { readonly events: EventState }): void;
  /** L2 has left to L1. */
  nestedExit?(event: ExitEvent): void;
  /** A VMRUN of L1 failed its checks. */
  vmrunFailed?(event: VmrunFailure): void;
  /** An exit has been dealt with, whoever's it was: all there is to say about why. */
  exitDone?(account: ExitAccount): void;
  /** L1 has changed fields of a VMCB and called them clean: a mistake of L1's. */
  staleVmcb?(event: StaleVmcb): void;
  /** The L0 raises an exception in its guest. */
  inject?(
    event: Moment & { readonly level: 1 | 2; readonly vector: number; readonly error: number | undefined },
  ): void;
}
