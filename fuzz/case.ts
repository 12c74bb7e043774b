import type { VmcbKey } from '../spec/vmcb.js';
import type { GuestMode } from './guestModes.js';

/** A number of a case: hexadecimal digits, so that 64 bits survive a file. */
export type Hex = string;

/** One instruction or phrase, as the tables of `fuzz/ops` name it, with its arguments: `wrmsr c0000080 1d01`. */
export type OpText = string;

/** Which of L1's VMCBs. */
export type Which = 'a' | 'b';

/** Bytes of L1's memory that are not as they usually are. */
export interface Edit {
  readonly at: Hex;
  readonly value: Hex;
  /** Bytes. */
  readonly width: number;
}

export const DISTURBANCES = ['interrupt', 'nmi', 'smi', 'init', 'sipi'] as const;

/** Something from outside, before a slice begins. */
export interface Disturbance {
  readonly slice: number;
  readonly kind: (typeof DISTURBANCES)[number];
  readonly vector: number;
}

/** All that decides what two machines do: the same case is the same run everywhere. */
export interface Case {
  /** As the `-cpu` option names it. */
  readonly cpu: string;
  /** What L2 begins in. */
  readonly mode: GuestMode;
  /** What is changed in L1's two VMCBs. */
  readonly fields: Readonly<Record<Which, Readonly<Partial<Record<VmcbKey, Hex>>>>>;
  readonly edits: readonly Edit[];
  /** What L1 does once. */
  readonly before: readonly OpText[];
  /** What it does in every round. */
  readonly loop: readonly OpText[];
  readonly rounds: number;
  /** L2's program, which begins again at its end, and how far into its page it lies. */
  readonly l2: readonly OpText[];
  readonly l2At: number;
  /** What L1's SMI handler does before RSM. */
  readonly smm: readonly OpText[];
  readonly events: readonly Disturbance[];
  /** How often the machines are compared, and after how many instructions. */
  readonly slices: number;
  readonly length: number;
}
