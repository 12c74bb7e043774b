import type { Behaviour } from '../hypervisor/behaviour.js';
import type { WasmModule } from '../silicon/host/wasm.js';
import { prepareTwin } from './prepare.js';
import { Twin } from './twin.js';

/** Entries of the L0 into its guest in one slice beyond which it will never come to an end. */
const MOST_ENTRIES = 20_000;

/** Both machines with the same processor, and the way back to how they were made. */
export interface Pair {
  readonly bare: Twin;
  readonly nested: Twin;
  reset(): void;
  /** Another slice: the L0 may enter its guest so many times again. */
  beginSlice(): void;
}

/** Makes both machines; the L0 of one may behave otherwise than it should. */
export function makePair(wasm: WasmModule, cpu: string, behaviour?: Behaviour): Pair {
  let entries = 0;
  const vmenter = (): void => {
    if (++entries > MOST_ENTRIES) throw new Error('the L0 enters its guest again and again');
  };
  const bare = new Twin(wasm, 'bare', cpu);
  const nested = new Twin(wasm, 'nested', cpu, { vmenter }, behaviour);
  for (const twin of [bare, nested]) prepareTwin(twin);
  const resets = [bare.mark(), nested.mark()];
  return {
    bare,
    nested,
    reset: () => {
      for (const twin of [bare, nested]) twin.cpu.stopped = undefined;
      for (const reset of resets) reset();
    },
    beginSlice: () => (entries = 0),
  };
}

/** Pairs that are kept, since making one takes as long as many cases. */
export class Pairs {
  private readonly kept = new Map<string, Pair>();

  constructor(
    private readonly wasm: WasmModule,
    private readonly behaviour?: Behaviour,
    private readonly most = 3,
  ) {}

  /** The pair of a processor, as it was made. */
  of(cpu: string): Pair {
    const found = this.kept.get(cpu) ?? makePair(this.wasm, cpu, this.behaviour);
    // The one used last is the youngest.
    this.kept.delete(cpu);
    this.kept.set(cpu, found);
    if (this.kept.size > this.most) this.kept.delete([...this.kept.keys()][0]);
    found.reset();
    return found;
  }
  /** A machine in which something was thrown is not to be trusted. */
  forget(cpu: string): void {
    this.kept.delete(cpu);
  }
}
