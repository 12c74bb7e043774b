import { CaseFileError, decodeCase, encodeCase } from '../fuzz/caseFile.js';
import { describeCase, describeFinding } from '../fuzz/caseText.js';
import { BLOCK } from '../fuzz/generate/processors.js';
import { judge } from '../fuzz/judge.js';
import { Pairs } from '../fuzz/pair.js';
import { trail } from '../fuzz/trail.js';
import { UsageError } from './errors.js';
import type { FuzzErrand } from './fuzzErrand.js';
import type { FuzzFinding, FuzzPlan, FuzzProgress, FuzzReplay, FuzzReport, Fuzzer } from './fuzzing.js';
import { FuzzPool } from './fuzzPool.js';
import { behaviourOf } from './l0Behaviour.js';
import { siliconModule } from './run.js';

/** The blocks of cases of a part: every so many-th, each with one processor. */
export function errandsOf({ cases, shard }: Pick<FuzzPlan, 'cases' | 'shard'>): FuzzErrand[] {
  const errands: FuzzErrand[] = [];
  for (let block = shard.part - 1; block * BLOCK < cases; block += shard.of) {
    const first = block * BLOCK;
    errands.push({ first, count: Math.min(BLOCK, cases - first), shrinks: false });
  }
  return errands;
}

async function run(plan: FuzzPlan, progress: (now: FuzzProgress) => void): Promise<FuzzReport> {
  const errands = errandsOf(plan);
  const total = errands.reduce((sum, { count }) => sum + count, 0);
  const pool = new FuzzPool(plan);
  const report = { cases: 0, reachedL2: 0 };
  const found: FuzzFinding[] = [];
  try {
    await pool.run(errands, (answer) => {
      report.cases += answer.done;
      report.reachedL2 += answer.reachedL2;
      found.push(...answer.found);
      progress({ done: report.cases, total, found: found.map(({ index }) => index) });
    });
    found.sort((a, b) => a.index - b.index);
    const smaller = found.filter(({ finding }) => finding.kind !== 'hang').slice(0, plan.mostShrunk);
    await pool.run(
      smaller.map(({ index }) => ({ first: index, count: 1, shrinks: true })),
      (answer) => {
        for (const shrunk of answer.found)
          found[found.findIndex(({ index }) => index === shrunk.index)] = shrunk;
      },
    );
  } finally {
    await pool.close();
  }
  return { ...report, found };
}

function replay(text: string, l0: string | undefined): FuzzReplay {
  const { case: given } = decoded(text);
  const behaviour = behaviourOf(l0);
  const wasm = siliconModule();
  const { finding } = judge(new Pairs(wasm, behaviour), given);
  const trails = (['bare', 'nested'] as const).flatMap((kind) => [
    `${kind}:`,
    ...trail(wasm, kind, given, behaviour).map((line) => `  ${line}`),
  ]);
  const verdict = finding ? describeFinding(finding) : ['the machines do not differ'];
  return { finding, lines: [...describeCase(given), '', ...trails, '', ...verdict] };
}
function decoded(text: string) {
  try {
    return decodeCase(text);
  } catch (error) {
    if (error instanceof CaseFileError) throw new UsageError(error.message);
    throw error;
  }
}

/** The fuzzer on worker threads. */
export const fuzzer: Fuzzer = {
  run,
  replay,
  encode: encodeCase,
};
