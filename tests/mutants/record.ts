import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { casesToFind, programsThatFind } from './kill.js';
import { MUTANTS, type Mutant } from './index.js';
import { FINDERS, TRIED, type Finders } from './results.js';

/** Writes results.ts anew, or only the rows of the mutants that are named: it takes some seconds for each. */
const RESULTS = new URL('../../../tests/mutants/results.ts', import.meta.url);
const SUITE = new URL('suite.js', import.meta.url).pathname;
const SUITE_MS = 120_000;
/** Names of tests that are kept; the others are counted. */
const NAMED = 2;

/** Tests that fail when the L0 of all is a mutant. */
function testsThatFind(id: string): string[] {
  const run = spawnSync(process.execPath, ['--test-reporter=tap', SUITE], {
    env: { ...process.env, NSVM_MUTANT: id },
    encoding: 'utf8',
    timeout: SUITE_MS,
    maxBuffer: 1 << 30,
  });
  const failed = [...run.stdout.matchAll(/^not ok \d+ - (.*)$/gm)].map(([, name]) =>
    name.replaceAll('\\#', '#'),
  );
  const more = failed.length - NAMED;
  return more > 0 ? [...failed.slice(0, NAMED), `and ${more} more`] : failed;
}

function find(mutant: Mutant): Finders {
  const cases = casesToFind(mutant, TRIED) ?? null;
  const tests = cases === null ? testsThatFind(mutant.id) : [];
  return { cases, programs: programsThatFind(mutant), tests };
}

const wanted = process.argv.slice(2);
const rows: Record<string, Finders> = {};
for (const mutant of MUTANTS) {
  const { id } = mutant;
  const known = FINDERS[id];
  rows[id] = known && wanted.length > 0 && !wanted.includes(id) ? known : find(mutant);
  process.stdout.write(`${id} ${rows[id].cases} ${rows[id].programs.length} ${rows[id].tests.length}\n`);
}
writeFileSync(
  RESULTS,
  `// Written by record.ts, and as long as there are mutants.

/** What has found a mutant. */
export interface Finders {
  /** Random cases until it was found; null when so many as were tried did not. */
  readonly cases: number | null;
  /** Programs that end otherwise than on the processor. */
  readonly programs: readonly string[];
  /** Tests of the L0 that fail. */
  readonly tests: readonly string[];
}

/** Cases that were tried before the fuzzer gave up. */
export const TRIED = ${TRIED};

/** By mutant; \`node dist/tests/mutants/record.js\` writes it. */
export const FINDERS: Readonly<Record<string, Finders>> = ${JSON.stringify(rows)};
`,
);
