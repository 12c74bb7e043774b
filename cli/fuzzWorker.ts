import { parentPort, workerData } from 'node:worker_threads';
import { drawCase } from '../fuzz/generate/index.js';
import { judge } from '../fuzz/judge.js';
import { Pairs } from '../fuzz/pair.js';
import { shrink } from '../fuzz/shrink.js';
import { behaviourOf } from './l0Behaviour.js';
import { NO_MORE, type FuzzAnswer, type FuzzErrand, type FuzzWorkerData } from './fuzzErrand.js';

const { wasm, seed, cpu, l0, at } = workerData as FuzzWorkerData;
const pairs = new Pairs(wasm, behaviourOf(l0));

/** Runs cases, and makes one smaller in which something is found. */
function answer(errand: FuzzErrand): FuzzAnswer {
  const { first, count } = errand;
  const result = { first, done: 0, reachedL2: 0, found: [] as FuzzAnswer['found'][number][] };
  for (let index = first; index < first + count; index++) {
    // Who watches sees from this that the case does not come to an end.
    Atomics.store(at, 0, index);
    const given = drawCase(seed, index, cpu);
    const { finding, reachedL2 } = judge(pairs, given);
    result.done++;
    result.reachedL2 += Number(reachedL2);
    if (!finding) continue;
    const shrunk = errand.shrinks ? shrink(pairs, given, finding) : undefined;
    result.found.push({ index, given, finding, shrunk });
  }
  return result;
}

parentPort?.on('message', (errand: FuzzErrand | typeof NO_MORE) => {
  if (errand === NO_MORE) parentPort?.close();
  else parentPort?.postMessage(answer(errand));
});
