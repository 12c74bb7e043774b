import { RETURN } from '../silicon/host/cpu.js';
import type { Case } from './case.js';
import { differentPages, differentRegisters } from './differences.js';
import type { Pairs } from './pair.js';
import { disturb, prepareCase } from './prepare.js';
import type { Twin } from './twin.js';

/** A case in which the machines are not the same, or one of them breaks. */
export interface Finding {
  readonly kind: 'difference' | 'crash' | 'hang';
  /** The slice after which it was seen. */
  readonly slice: number;
  /** By name, or what was thrown. */
  readonly details: readonly string[];
}

/** What a case came to. */
export interface Verdict {
  readonly finding: Finding | undefined;
  /** VMRUNs of L1 are worth nothing if none ever enters: whether L2 was running at the end of some slice. */
  readonly reachedL2: boolean;
}

/** Runs a case on both machines and compares them after every slice. */
export function judge(pairs: Pairs, given: Case): Verdict {
  const pair = pairs.of(given.cpu);
  const { bare, nested } = pair;
  let slice = 0;
  let reachedL2 = false;
  const finding = (): Finding | undefined => {
    for (const twin of [bare, nested]) prepareCase(twin, given);
    for (; slice < given.slices; slice++) {
      for (const event of given.events)
        if (event.slice === slice) for (const twin of [bare, nested]) disturb(twin, event);
      pair.beginSlice();
      const reasons = [bare, nested].map((twin) => turn(twin, given.length));
      const details = differentRegisters(bare, nested);
      if (reasons[0] !== reasons[1]) details.unshift(`returned: bare ${reasons[0]}, nested ${reasons[1]}`);
      reachedL2 ||= bare.inL2;
      const waits = bare.isDown || reasons.every((reason) => reason === 'halted');
      const over = bare.cpu.stopped !== undefined || (waits && !isDisturbed(given, slice));
      if (details.length > 0 || over || slice === given.slices - 1) {
        details.push(...differentPages(bare, nested));
        if (details.length > 0) return { kind: 'difference', slice, details };
      }
      if (over) return undefined;
    }
    return undefined;
  };
  try {
    return { finding: finding(), reachedL2 };
  } catch (error) {
    pairs.forget(given.cpu);
    return { finding: { kind: 'crash', slice, details: [(error as Error).message] }, reachedL2 };
  }
}

/** Runs a slice; why it ended, as text. */
function turn(twin: Twin, length: number): string {
  const reason = twin.run(length);
  const { stopped } = twin.cpu;
  if (stopped?.kind === 'unimplemented') return `stopped: ${stopped.what}`;
  return stopped
    ? stopped.kind
    : (Object.entries(RETURN).find(([, code]) => code === reason)?.[0] ?? String(reason));
}

/** Something comes from outside after a slice. */
function isDisturbed({ events }: Case, slice: number): boolean {
  return events.some((event) => event.slice > slice);
}
