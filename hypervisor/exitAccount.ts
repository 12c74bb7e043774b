import type { EventState } from './eventState.js';
import type { ExitRule, NestedEntry } from './exitRule.js';
import type { FailedRow, Moment } from './observer.js';

/** What an exit leaves in the control area of a VMCB, and where the guest is. */
export interface ExitFields {
  /** EXITCODE in two lanes. */
  readonly codeLow: number;
  readonly codeHigh: number;
  readonly info1: bigint;
  readonly info2: bigint;
  /** EXITINTINFO: the event whose delivery the exit has cut, in the format of EVENTINJ. */
  readonly intInfo: number;
  readonly intInfoErr: number;
  readonly rip: bigint;
}

/** A #VMEXIT as L1 gets it. */
export interface ExitToL1 {
  readonly vmcbPa: number;
  readonly exit: ExitFields;
  /** Why L1 gets it. */
  readonly rule: ExitRule | null;
  /** The exit is not the one that the processor made: the L0 has made it of another. */
  readonly madeByL0: boolean;
  /** L1's VMCB in memory before the exit was written, and after: copies. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Something the L0 has done on its own about an exit. */
export type Deed =
  | {
      readonly kind: 'mapped';
      readonly table: 'NPT01' | 'NPT02';
      readonly gpa: bigint;
      /** Where the leaf leads: the first byte of it, in L1's memory. */
      readonly pa: bigint;
      readonly bytes: number;
      readonly writable: boolean;
      readonly executable: boolean;
      /** The entries of L1's nested tables that it was made of; empty for NPT01. */
      readonly trail: readonly NestedEntry[];
    }
  /** The event in EXITINTINFO is delivered again; `again` is false for an instruction that asks for its handler by being run again. */
  | { readonly kind: 'delivery'; readonly event: number; readonly error: number; readonly again: boolean }
  | {
      readonly kind: 'raised';
      readonly level: 1 | 2;
      readonly vector: number;
      readonly error: number | undefined;
      readonly why: string;
    }
  /** An instruction was carried out for the guest, whose RIP is behind it now. */
  | {
      readonly kind: 'emulated';
      /** Its mnemonic. */
      readonly what: string;
      readonly operand?: bigint;
      readonly asid?: number;
      /** RDMSR and WRMSR: the register. */
      readonly msr?: number;
    }
  /** L1 has changed its MSR permission map since VMRUN: it was merged anew, and the instruction runs again. */
  | { readonly kind: 'mergedMsrpm' }
  /** Groups of VMCB12, as a mask of clean bits, were not read again. */
  | { readonly kind: 'remembered'; readonly clean: number }
  | Entered
  | {
      readonly kind: 'vmrunFailed';
      readonly vmcbPa: number;
      readonly mask: bigint;
      readonly ownRows: readonly FailedRow[];
    }
  | { readonly kind: 'shutDown'; readonly level: 1 | 2 }
  | { readonly kind: 'reset'; readonly fromL2: boolean };

/** L2 was made ready to run. */
export interface Entered {
  readonly kind: 'entered';
  readonly vmcbPa: number;
  readonly asid12: number;
  readonly asid02: number;
  /** L1 uses nested paging: L2 runs on NPT02. */
  readonly nestedPaging: boolean;
  /** Pages of NPT02 that were there already, the root apart. */
  readonly tables: number;
  readonly tlbControl: number;
  /** Six words each: what L1 intercepts, and that with what the L0 adds. */
  readonly intercepts12: readonly number[];
  readonly intercepts02: readonly number[];
  /** EVENTINJ. */
  readonly event: number;
  readonly eventError: number;
}

/** One exit of a guest: who had asked for it, what was done about it, and what L1 was told. */
export interface ExitAccount extends Moment {
  /** Whose exit it is. */
  readonly level: 1 | 2;
  /** Who decided about it: without an L0 the processor itself does, and all that L1 has not asked for goes on unseen. */
  readonly decidedBy: 'processor' | 'L0';
  readonly exit: ExitFields;
  /** The rule by which L1 wants it; null when it does not. */
  readonly l1: ExitRule | null;
  /** The rule by which the L0 had asked for it. */
  readonly l0: ExitRule | null;
  readonly deeds: readonly Deed[];
  /** Null when L1 does not hear of it. */
  readonly toL1: ExitToL1 | null;
  /** DR6 bits of the #DB that whoever runs next is owed. */
  readonly dueTraps: number;
  /** What the guest had before it, as far as events go. */
  readonly before: EventState;
  /** What whoever runs next has. */
  readonly after: EventState;
}
