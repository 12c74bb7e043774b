import type { Behaviour } from '../hypervisor/behaviour.js';
import type { WasmModule } from '../silicon/host/wasm.js';
import type { Case } from './case.js';
import { drawCase } from './generate/index.js';
import { judge, type Finding } from './judge.js';
import { Pairs } from './pair.js';

/** Which cases are run, of those that a seed gives. */
export interface Hunt {
  readonly seed: number;
  /** The first, and how many. */
  readonly first?: number;
  readonly cases: number;
  /** One processor for all, instead of one by the number of the case. */
  readonly cpu?: string | undefined;
  /** Another behaviour of the L0. */
  readonly behaviour?: Behaviour;
}

/** A case in which something was found. */
export interface Found {
  readonly index: number;
  readonly given: Case;
  readonly finding: Finding;
}

/** Runs cases until one tells the machines apart. */
export function hunt(wasm: WasmModule, wanted: Hunt): { casesRun: number; found: Found | undefined } {
  const { seed, first = 0, cases, cpu, behaviour } = wanted;
  const pairs = new Pairs(wasm, behaviour);
  for (let n = 0; n < cases; n++) {
    const given = drawCase(seed, first + n, cpu);
    const { finding } = judge(pairs, given);
    if (finding) return { casesRun: n + 1, found: { index: first + n, given, finding } };
  }
  return { casesRun: cases, found: undefined };
}
