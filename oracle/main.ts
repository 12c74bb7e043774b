import { parseGiven } from './given.js';
import { NoOracle } from './native.js';
import { BATCH, Oracle, PROGRAM, say, sources, type Count } from './oracle.js';
import { FAMILIES, NOT_RUN } from './rows.js';
import { LOOPS, type Loop } from './silicon.js';

const HELP = `usage: npm run oracle -- [options]

Runs random instructions of the opcode tables on this machine's processor and on silicon.wasm, and tells where they differ.

  --cases N      how many cases (default 100000)
  --seed S       where they come from (default 1)
  --family F     only rows of this family, or with this name; 'program' for sequences
  --record N     write N cases of each row instead, with what the host does, in the form of oracle/recorded.txt
  --replay CASE  one case, as it is printed for a difference
  --loop LOOP    how silicon runs them: fast, exact or compiled (default fast and exact in turn)
  --list         families, and rows that are not run, with the reason
`;

interface Options {
  cases: number;
  seed: number;
  family?: string;
  record?: number;
  replay?: string;
  loops?: readonly Loop[];
  list: boolean;
}

function parseOptions(words: readonly string[]): Options | undefined {
  const options: Options = { cases: 100_000, seed: 1, list: false };
  const left = [...words];
  const number = (name: string): number => {
    const value = Number(left.shift());
    if (!Number.isSafeInteger(value) || value < 0) throw new NoOracle(`${name} wants a number`);
    return value;
  };
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--help' || word === '-h') return undefined;
    if (word === '--cases') options.cases = number(word);
    else if (word === '--seed') options.seed = number(word);
    else if (word === '--record') options.record = number(word);
    else if (word === '--family') options.family = left.shift() ?? '';
    else if (word === '--replay') options.replay = left.shift() ?? '';
    else if (word === '--loop') options.loops = [loopNamed(left.shift())];
    else if (word === '--list') options.list = true;
    else throw new NoOracle(`unknown option ${word}; see --help`);
  }
  return options;
}

function loopNamed(name: string | undefined): Loop {
  const loop = LOOPS.find((known) => known === name);
  if (!loop) throw new NoOracle(`--loop wants one of ${LOOPS.join(', ')}`);
  return loop;
}

function listRows(): void {
  say(`families: ${FAMILIES.join(' ')} ${PROGRAM}`);
  for (const { rows, why } of NOT_RUN) say(`not run: ${rows.source.replace(/[\^$()]/g, '')}: ${why}`);
}

function report(oracle: Oracle, seconds: number): number {
  say(
    `${'family'.padEnd(26)}${'cases'.padStart(10)}${'faults'.padStart(9)}${'lacking'.padStart(9)}${'differ'.padStart(8)}`,
  );
  const total: Count = { cases: 0, faults: 0, lacking: 0, differing: 0 };
  const line = (name: string, { cases, faults, lacking, differing }: Count): void =>
    say(
      `${name.padEnd(26)}${String(cases).padStart(10)}${String(faults).padStart(9)}${String(lacking).padStart(9)}${String(differing).padStart(8)}`,
    );
  for (const [name, count] of oracle.counts) {
    line(name, count);
    total.cases += count.cases;
    total.faults += count.faults;
    total.lacking += count.lacking;
    total.differing += count.differing;
  }
  line('all', total);
  say(`${Math.round(total.cases / seconds)} cases a second on ${oracle.hostName}`);
  if (oracle.lacking.size > 0) say(`the host lacks ${[...oracle.lacking].join(' ')}`);
  return total.differing === 0 ? 0 : 1;
}

async function main(words: readonly string[]): Promise<number> {
  const options = parseOptions(words);
  if (!options) {
    process.stdout.write(HELP);
    return 0;
  }
  if (options.list) {
    listRows();
    return 0;
  }
  const list = sources(options.family);
  const replayed = options.replay === undefined ? undefined : parseGiven(options.replay);
  const oracle = new Oracle(options.loops ?? (replayed ? LOOPS : undefined));
  try {
    if (replayed) return (await oracle.replay(replayed)) ? 0 : 1;
    if (options.record !== undefined) {
      await oracle.record(list, options.seed, options.record);
      return 0;
    }
    const began = process.hrtime.bigint();
    const elapsed = (): number => Number(process.hrtime.bigint() - began) / 1e9;
    for (let done = 0, told = 0; done < options.cases;) {
      const count = Math.min(BATCH, options.cases - done);
      await oracle.batch(list, options.seed, done, count);
      done += count;
      if (process.stderr.isTTY && elapsed() > told + 1) {
        told = elapsed();
        process.stderr.write(`\r${done} of ${options.cases} cases`);
      }
    }
    if (process.stderr.isTTY) process.stderr.write('\r');
    return report(oracle, elapsed());
  } finally {
    oracle.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (problem) {
  if (!(problem instanceof NoOracle)) throw problem;
  process.stderr.write(`oracle: ${problem.message}\n`);
  process.exitCode = 2;
}
