import type { Behaviour } from '../behaviour.js';

/** One thing that a hypervisor of the past does otherwise than the architecture manual. */
export interface Fault {
  readonly what: string;
  /** Where it can be read: a commit or a message. */
  readonly source: string;
  /** The program of `programs.ts` that shows it to L1, or null where only an observer sees it. */
  readonly shownBy: string | null;
}

/** How a hypervisor really behaved, for the machine `nested` to behave like it. */
export interface HistoryProfile {
  /** The word for `--l0`. */
  readonly name: string;
  readonly title: string;
  readonly sources: readonly string[];
  readonly faults: readonly Fault[];
  /** What of it is not reproduced, and why. */
  readonly notReproduced: readonly string[];
  readonly behaviour: Behaviour;
}
