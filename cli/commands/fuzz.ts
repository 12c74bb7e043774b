import { availableParallelism } from 'node:os';
import { UsageError, systemReason } from '../errors.js';
import { EXIT } from '../exitStatus.js';
import type { FuzzFinding, FuzzPlan, FuzzReport, Fuzzer } from '../fuzzing.js';
import type { Io } from '../io.js';
import { parseNativeArguments, type NativeArguments } from '../nativeArguments.js';
import type { Parts } from '../parts.js';

const OPTIONS = {
  seed: { type: 'string' },
  cases: { type: 'string' },
  shard: { type: 'string' },
  jobs: { type: 'string' },
  cpu: { type: 'string' },
  l0: { type: 'string' },
  save: { type: 'string' },
  replay: { type: 'string' },
  quiet: { type: 'boolean', short: 'q' },
} as const;
const DEFAULT_CASES = 10_000;
const MOST_CASES = 2 ** 31 - 1;
const MOST_JOBS = 64;
const MOST_SHRUNK = 8;
/** Milliseconds between two lines of progress. */
const PACE = 2000;
/** The machines differ: as `diff` says it. */
const DIFFERENT = 1;

/** `nsvm fuzz`: random guests on both machines. Status 0 if they cannot tell them apart, 1 if one can. */
export async function fuzzCommand(args: readonly string[], io: Io, parts: Parts): Promise<number> {
  const given = parseNativeArguments(args, OPTIONS);
  const [extra] = given.positionals;
  if (extra !== undefined)
    throw new UsageError(`fuzz: '${extra}' is too much; a file is run by --replay FILE`);
  const fuzzer = await parts.fuzzer();
  const l0 = given.text('l0');
  if (l0 !== undefined) (await parts.l0Names()).check(l0, '--l0', 'nested');
  const path = given.text('replay');
  if (path !== undefined) {
    const { finding, lines } = naming(path, () => fuzzer.replay(readText(path, io), l0));
    io.stdout.write(`${lines.join('\n')}\n`);
    return finding ? DIFFERENT : EXIT.ok;
  }
  const plan = parsePlan(given, l0);
  if (plan.cpu !== undefined) (await parts.cpuModels()).check(plan.cpu);
  const started = io.now();
  let told = started;
  const seconds = (): number => (io.now() - started) / 1000;
  const report = await fuzzer.run(plan, ({ done, total, found }) => {
    if (given.isSet('quiet') || (io.now() - told < PACE && done < total)) return;
    told = io.now();
    const rate = Math.round(done / Math.max(seconds(), 0.001));
    const which = found.length > 0 ? ` (cases ${found.slice(0, MOST_SHRUNK).join(' ')})` : '';
    io.stderr.write(`nsvm: ${done} of ${total} cases, ${rate} a second, ${findings(found.length)}${which}\n`);
  });
  tell(report, plan, seconds(), io);
  const folder = given.text('save');
  if (folder !== undefined) for (const one of report.found) save(folder, one, plan, fuzzer.encode, io);
  return report.found.length > 0 ? DIFFERENT : EXIT.ok;
}

const findings = (count: number): string => (count === 1 ? '1 difference' : `${count} differences`);

function parsePlan(given: NativeArguments, l0: string | undefined): FuzzPlan {
  return {
    seed: whole(given.text('seed') ?? '0', 'seed', 0, 2 ** 32 - 1),
    cases: whole(given.text('cases') ?? String(DEFAULT_CASES), 'cases', 1, MOST_CASES),
    shard: parseShard(given.text('shard') ?? '1/1'),
    jobs: whole(given.text('jobs') ?? String(availableJobs()), 'jobs', 1, MOST_JOBS),
    cpu: given.text('cpu'),
    l0,
    mostShrunk: MOST_SHRUNK,
  };
}
function availableJobs(): number {
  return Math.min(MOST_JOBS, availableParallelism());
}
function whole(text: string, option: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new UsageError(`--${option} must be a number from ${least} to ${most}, not '${text}'`);
  return value;
}
function parseShard(text: string): FuzzPlan['shard'] {
  const [, part, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (part === undefined || part < 1 || part > of)
    throw new UsageError(`--shard must be like 1/4, one of so many parts, not '${text}'`);
  return { part, of };
}

function readText(path: string, io: Io): string {
  try {
    return new TextDecoder().decode(io.readFile(path));
  } catch (error) {
    throw new UsageError(`${path}: ${systemReason(error)}`);
  }
}
/** What is wrong with a file is said with its name. */
function naming<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError && !error.message.startsWith(path))
      throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}

function tell(report: FuzzReport, plan: FuzzPlan, seconds: number, io: Io): void {
  const { cases, reachedL2, found } = report;
  const rate = Math.round(cases / Math.max(seconds, 0.001));
  const share = Math.round((100 * reachedL2) / Math.max(cases, 1));
  io.stdout.write(
    `${cases} cases of seed ${plan.seed}: ${findings(found.length)}; ${rate} a second; L2 ran in ${share} %\n`,
  );
  for (const { index, finding, shrunk } of found.slice(0, plan.mostShrunk)) {
    const { kind, details } = shrunk?.finding ?? finding;
    io.stdout.write(`case ${index}: ${kind}\n${details.map((line) => `  ${line}\n`).join('')}`);
  }
  const others = found.slice(plan.mostShrunk).map(({ index }) => index);
  if (others.length > 0) io.stdout.write(`and cases ${others.join(' ')}\n`);
}

function save(
  folder: string,
  { index, given, finding, shrunk }: FuzzFinding,
  plan: FuzzPlan,
  encode: Fuzzer['encode'],
  io: Io,
): void {
  const path = `${folder}/case-${plan.seed}-${index}.json`;
  const smallest = shrunk ?? { smallest: given, finding };
  const text = encode({ seed: plan.seed, index, finding: smallest.finding, case: smallest.smallest });
  try {
    io.createFile(path).write(text);
  } catch (error) {
    throw new UsageError(`${path}: ${systemReason(error)}`);
  }
  io.stderr.write(`nsvm: wrote ${path}\n`);
}
