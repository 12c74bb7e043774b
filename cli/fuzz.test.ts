import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from './errors.js';
import { encodeCase } from '../fuzz/caseFile.js';
import { drawCase } from '../fuzz/generate/index.js';
import { errandsOf, fuzzer } from './fuzzer.js';
import type { FuzzPlan, Fuzzer } from './fuzzing.js';
import type { Io } from './io.js';
import { main } from './main.js';
import { wiredParts } from './parts.js';

const PLAN: FuzzPlan = {
  seed: 11,
  cases: 200,
  shard: { part: 1, of: 1 },
  jobs: 1,
  cpu: 'max',
  l0: 'linux-7.0',
  mostShrunk: 1,
};

/** The program with a fuzzer that finds one thing in every run of more than 10 cases. */
async function nsvm(args: string[], files: Record<string, string> = {}) {
  const written: Record<string, string> = { '1': '', '2': '' };
  const plans: FuzzPlan[] = [];
  const sink = (name: string) => {
    written[name] = '';
    return { write: (data: Uint8Array | string) => void (written[name] += String(data)) };
  };
  const io: Io = {
    stdout: sink('1'),
    stderr: sink('2'),
    readFile: (path) => {
      if (path in files) return Buffer.from(files[path]);
      throw Object.assign(new Error('x'), { code: 'ENOENT' });
    },
    createFile: (path) => {
      if (path.startsWith('none/')) throw Object.assign(new Error('x'), { code: 'ENOENT' });
      return sink(path);
    },
    openInput: () => ({ close: () => undefined }),
    now: () => 1000,
  };
  const given = drawCase(0, 0);
  const finding = { kind: 'difference' as const, slice: 3, details: ['GIF: bare 00, nested 01'] };
  const double: Fuzzer = {
    ...fuzzer,
    run: (plan, progress) => {
      plans.push(plan);
      progress({ done: plan.cases, total: plan.cases, found: [4] });
      const found = plan.cases > 10 ? [{ index: 4, given, finding, shrunk: undefined }] : [];
      return Promise.resolve({ cases: plan.cases, reachedL2: 5, found });
    },
  };
  const status = await main(['fuzz', ...args], {}, io, {
    ...wiredParts,
    fuzzer: () => Promise.resolve(double),
  });
  return { status, out: written['1'], err: written['2'], written, plans };
}

const USAGE: readonly [args: string[], message: RegExp][] = [
  [['x'], /'x' is too much/],
  [['--cases', '0'], /--cases must be a number from 1/],
  [['--cases', '1e3'], /not '1e3'/],
  [['--seed', '-1'], /seed/],
  [['--jobs', '65'], /--jobs must be a number from 1 to 64/],
  [['--shard', '3/2'], /--shard must be like 1\/4/],
  [['--shard', '0/2'], /--shard must be like 1\/4/],
  [['--cpu', 'Z80'], /Z80/],
  [['--l0', 'x'], /--l0 is 'x'/],
  [['--fast'], /unknown option '--fast'/i],
  [['--replay', 'missing'], /^nsvm: missing: No such file or directory$/m],
  [['--replay', 'bad'], /^nsvm: bad: this is no file of nsvm fuzz/m],
];
for (const [args, message] of USAGE)
  test(`wrong usage: ${args.join(' ')}`, async () => {
    const run = await nsvm(args, { bad: '{}' });
    assert.equal(run.status, 2);
    assert.match(run.err, message);
    assert.deepEqual([run.out, run.plans], ['', []]);
    assert.equal(run.err.split('\n').length, 2, 'one line');
  });

test('the options are what is run', async () => {
  const args = ['--seed', '9', '--cases', '10', '--shard', '2/3', '--jobs', '2', '--cpu', 'max,-npt', '-q'];
  const { status, plans, out, err } = await nsvm(args);
  const { mostShrunk, ...plan } = plans[0];
  assert.ok(mostShrunk > 0);
  assert.deepEqual(plan, {
    seed: 9,
    cases: 10,
    shard: { part: 2, of: 3 },
    jobs: 2,
    cpu: 'max,-npt',
    l0: undefined,
  });
  assert.equal(status, 0);
  assert.match(out, /^10 cases of seed 9: 0 differences; /);
  assert.equal(err, '');
});

test('a difference is told, kept in a file, and is status 1', async () => {
  const { status, out, err, written } = await nsvm(['--save', 'd', '--cases', '20']);
  assert.equal(status, 1);
  assert.match(out, /1 difference;.*\ncase 4: difference\n {2}GIF: bare 00, nested 01\n/);
  assert.match(err, /20 of 20 cases, .*, 1 difference \(cases 4\)/);
  assert.match(err, /wrote d\/case-0-4\.json/);
  assert.match(written['d/case-0-4.json'], /"magic": "nsvm fuzz case"/);
  const nowhere = await nsvm(['--save', 'none', '--cases', '20', '-q']);
  assert.deepEqual(
    [nowhere.status, nowhere.err],
    [2, 'nsvm: none/case-0-4.json: No such file or directory\n'],
  );
});

test('parts have every case once, in blocks with one processor', () => {
  const all = (cases: number, of: number): number[] =>
    Array.from({ length: of }, (_, n) => errandsOf({ cases, shard: { part: n + 1, of } }))
      .flat()
      .flatMap(({ first, count }) => Array.from({ length: count }, (_, n) => first + n))
      .sort((a, b) => a - b);
  for (const [cases, of] of [
    [1, 1],
    [64, 2],
    [1000, 3],
    [130, 5],
  ])
    assert.deepEqual(all(cases, of), [...Array(cases).keys()]);
});

test('two threads find what one finds, and a file of it is run again', async () => {
  const one = await fuzzer.run(PLAN, () => undefined);
  const two = await fuzzer.run({ ...PLAN, jobs: 2 }, () => undefined);
  assert.deepEqual(two, one);
  assert.equal(one.cases, PLAN.cases);
  const [{ index, shrunk }] = one.found;
  assert.ok(shrunk, 'the first is made smaller');
  const text = encodeCase({ seed: PLAN.seed, index, finding: shrunk.finding, case: shrunk.smallest });
  assert.deepEqual(fuzzer.replay(text, PLAN.l0).finding, shrunk.finding);
  assert.equal(fuzzer.replay(text, undefined).finding, undefined);
  assert.throws(() => fuzzer.replay('{}', undefined), UsageError);
});
