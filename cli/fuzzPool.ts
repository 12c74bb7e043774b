import { Worker } from 'node:worker_threads';
import { drawCase } from '../fuzz/generate/index.js';
import { NO_MORE, type FuzzAnswer, type FuzzErrand, type FuzzWorkerData } from './fuzzErrand.js';
import type { FuzzPlan } from './fuzzing.js';
import { siliconModule } from './run.js';

/** Milliseconds between looks at the workers, and after which one that is still at the same case will never leave it. */
const LOOK = 1000;
const PATIENCE = 60_000;
const NO_CASE = -1;

/** A worker, what it does now and for how long it has been at a case. */
interface Hand {
  readonly worker: Worker;
  readonly at: Int32Array;
  errand: FuzzErrand | undefined;
  lastAt: number;
  since: number;
}

/** Runs errands on worker threads. What comes of them does not depend on how many there are. */
export class FuzzPool {
  private readonly hands: Hand[] = [];
  private waiting: FuzzErrand[] = [];
  private open = 0;
  private told: (answer: FuzzAnswer) => void = () => undefined;
  private finished: (error?: Error) => void = () => undefined;
  private readonly clock: NodeJS.Timeout;

  constructor(private readonly plan: FuzzPlan) {
    this.clock = setInterval(() => this.look(), LOOK);
  }

  /** Every errand; `told` hears of each as it is done. */
  run(errands: readonly FuzzErrand[], told: (answer: FuzzAnswer) => void): Promise<void> {
    this.waiting = [...errands];
    this.open = errands.length;
    this.told = told;
    return new Promise((resolve, reject) => {
      this.finished = (error) => (error ? reject(error) : resolve());
      if (this.open === 0) resolve();
      for (const hand of this.hands) this.give(hand);
      while (this.hands.length < Math.min(this.plan.jobs, this.open)) this.hire();
    });
  }
  /** No more errands. */
  async close(): Promise<void> {
    clearInterval(this.clock);
    // Not terminated: a thread that ends by itself still tells what of the program it has run.
    await Promise.all(
      this.hands.map(({ worker }) => {
        worker.postMessage(NO_MORE);
        return new Promise((resolve) => worker.once('exit', resolve));
      }),
    );
  }

  private hire(): void {
    const { seed, cpu, l0 } = this.plan;
    const at = new Int32Array(new SharedArrayBuffer(4)).fill(NO_CASE);
    const data: FuzzWorkerData = { wasm: siliconModule(), seed, cpu, l0, at };
    const worker = new Worker(new URL('../cli/fuzzWorker.js', import.meta.url), { workerData: data });
    const hand: Hand = { worker, at, errand: undefined, lastAt: NO_CASE, since: 0 };
    worker.on('message', (answer: FuzzAnswer) => {
      hand.errand = undefined;
      this.hear(answer);
      this.give(hand);
    });
    worker.on('error', (error) => this.finished(error as Error));
    this.hands.push(hand);
    this.give(hand);
  }
  private give(hand: Hand): void {
    if (hand.errand) return;
    hand.errand = this.waiting.shift();
    hand.since = 0;
    if (hand.errand) hand.worker.postMessage(hand.errand);
  }
  private hear(answer: FuzzAnswer): void {
    this.told(answer);
    this.open--;
    if (this.open === 0) this.finished();
  }

  /** A case that does not come to an end is a finding; its worker is lost, and another does the rest of the errand. */
  private look(): void {
    const stuck = this.hands.filter((hand) => {
      const at = Atomics.load(hand.at, 0);
      hand.since = hand.errand && at === hand.lastAt ? hand.since + LOOK : 0;
      hand.lastAt = at;
      return hand.since >= PATIENCE;
    });
    for (const hand of stuck) this.replace(hand, hand.lastAt);
  }
  private replace(hand: Hand, index: number): void {
    const errand = hand.errand as FuzzErrand;
    void hand.worker.terminate();
    this.hands.splice(this.hands.indexOf(hand), 1);
    const given = drawCase(this.plan.seed, index, this.plan.cpu);
    const finding = { kind: 'hang' as const, slice: 0, details: [] };
    const rest = errand.first + errand.count - index - 1;
    // What was done of it before is done again.
    this.open += 2;
    this.waiting.push(
      { ...errand, count: index - errand.first },
      { ...errand, first: index + 1, count: rest },
    );
    const found = [{ index, given, finding, shrunk: undefined }];
    this.hear({ first: index, done: 1, reachedL2: 0, found });
    this.hire();
  }
}
