import type { WasmModule } from '../silicon/host/wasm.js';
import type { FuzzFinding } from './fuzzing.js';

/** What a worker of the fuzzer starts with. */
export interface FuzzWorkerData {
  readonly wasm: WasmModule;
  readonly seed: number;
  readonly cpu: string | undefined;
  readonly l0: string | undefined;
  /** The case it is at. */
  readonly at: Int32Array;
}

/** What a worker is told instead of an errand when it may go. */
export const NO_MORE = 'no more';

/** Cases to run, one after another. */
export interface FuzzErrand {
  readonly first: number;
  readonly count: number;
  /** Make smaller what is found. */
  readonly shrinks: boolean;
}

/** What came of an errand. */
export interface FuzzAnswer {
  readonly first: number;
  readonly done: number;
  readonly reachedL2: number;
  readonly found: readonly FuzzFinding[];
}
