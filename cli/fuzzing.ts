import type { Case } from '../fuzz/case.js';
import type { CaseFile } from '../fuzz/caseFile.js';
import type { Shrunk } from '../fuzz/shrink.js';
import type { Finding } from '../fuzz/judge.js';

/** Which cases `nsvm fuzz` runs, and how. */
export interface FuzzPlan {
  readonly seed: number;
  readonly cases: number;
  /** This of so many parts, from 1. */
  readonly shard: { readonly part: number; readonly of: number };
  readonly jobs: number;
  /** One processor for all cases. */
  readonly cpu: string | undefined;
  /** An L0 that behaves as another once did. */
  readonly l0: string | undefined;
  /** Findings that are made smaller, the first ones. */
  readonly mostShrunk: number;
}

/** What has been done so far. */
export interface FuzzProgress {
  readonly done: number;
  readonly total: number;
  /** Numbers of the cases in which something was found. */
  readonly found: readonly number[];
}

/** A case in which something was found, and the smaller one that it was made into. */
export interface FuzzFinding {
  readonly index: number;
  readonly given: Case;
  readonly finding: Finding;
  readonly shrunk: Shrunk | undefined;
}

/** What came of it. */
export interface FuzzReport {
  readonly cases: number;
  /** Cases in which L2 ran. */
  readonly reachedL2: number;
  readonly found: readonly FuzzFinding[];
}

/** What was seen when a case was run again. */
export interface FuzzReplay {
  readonly finding: Finding | undefined;
  readonly lines: readonly string[];
}

/** The fuzzer as the command line knows it. */
export interface Fuzzer {
  run(plan: FuzzPlan, progress: (now: FuzzProgress) => void): Promise<FuzzReport>;
  /** The case of a file again. */
  replay(text: string, l0: string | undefined): FuzzReplay;
  /** The text of a file. */
  encode(file: CaseFile): string;
}
