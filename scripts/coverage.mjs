// Branch coverage of hypervisor/ by the tests and by the fuzzer: `npm run coverage [-- --cases N] [-- --tests FOLDER]`. Both ways of a branch are in
// the sum (branches.mjs). Needs a build.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { branchesOf } from './branches.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const WATCHED = 'dist/hypervisor/';
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '5000' },
    tests: {
      type: 'string',
      multiple: true,
      default: ['hypervisor', 'inspect', 'silicon/svm', 'silicon/system', 'tests'],
    },
    enough: { type: 'string', default: '95' },
  },
});

/** Tests that say nothing of the L0 and take long. */
const APART = /kut|oracle|docs|readme|layers|generated|guestImages/i;

/** Compiled tests below a folder of dist/ whose source is there. */
function testsBelow(folder) {
  return readdirSync(join(root, 'dist', folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testsBelow(path);
    const isTest = entry.name.endsWith('.test.js') && existsSync(join(root, path.replace(/\.js$/, '.ts')));
    return isTest && !APART.test(path) ? [join('dist', path)] : [];
  });
}
/** Everything a program and its threads have run, as V8 writes it. */
function run(what, args) {
  const into = mkdtempSync(join(tmpdir(), 'nsvm-coverage-'));
  console.error(`coverage: ${what}`);
  const env = { ...process.env, NODE_V8_COVERAGE: into };
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) console.error(`coverage: ${what} ended with status ${status}`);
  const scripts = readdirSync(into).flatMap(
    (name) => JSON.parse(readFileSync(join(into, name), 'utf8')).result,
  );
  rmSync(into, { recursive: true });
  return scripts.filter(({ url }) => url.includes(WATCHED));
}

/** Per file: its branches, each with whether it has run. */
const files = new Map();
function take({ url, functions }) {
  const path = url.slice(url.indexOf(WATCHED));
  if (path.endsWith('.test.js')) return;
  let file = files.get(path);
  if (!file) {
    const text = readFileSync(join(root, path), 'utf8');
    file = { text, branches: branchesOf(text) };
    files.set(path, file);
  }
  const count = new Float64Array(file.text.length);
  // Outer ranges come before those within.
  const ranges = functions.flatMap((one) => one.ranges);
  ranges.sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  for (const range of ranges) count.fill(range.count, range.startOffset, range.endOffset);
  for (const branch of file.branches) branch.ran ||= branch.hasRun(count);
}
for (const script of run('the tests', ['--test', '--test-reporter=dot', ...values.tests.flatMap(testsBelow)]))
  take(script);
if (Number(values.cases) > 0)
  for (const script of run(`${values.cases} cases of the fuzzer`, [
    'dist/cli/program.js',
    'fuzz',
    '-q',
    '--cases',
    values.cases,
  ]))
    take(script);

const percent = (part, all) => (all === 0 ? 100 : (100 * part) / all).toFixed(1);
/** The L0s of the past are not what is to be shown right: they have a sum of their own. */
const sums = { right: { all: 0, ran: 0 }, past: { all: 0, ran: 0 } };
for (const [path, { text, branches }] of [...files].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
  const missing = branches.filter(({ ran }) => !ran).sort((a, b) => a.at - b.at);
  const sum = path.includes('/history/') ? sums.past : sums.right;
  const ran = branches.length - missing.length;
  sum.all += branches.length;
  sum.ran += ran;
  const source = path.replace(/^dist\//, '').replace(/\.js$/, '.ts');
  console.log(`${percent(ran, branches.length).padStart(6)} %  ${ran}/${branches.length}  ${source}`);
  const map = new SourceMap(JSON.parse(readFileSync(join(root, `${path}.map`), 'utf8')));
  for (const { at, shown } of missing) {
    const before = text.slice(0, at).split('\n');
    const { originalLine = 0 } = map.findEntry(before.length - 1, before.at(-1).length);
    console.log(`            ${source}:${originalLine + 1}  ${shown.replace(/\s+/g, ' ').slice(0, 100)}`);
  }
}
const { right, past } = sums;
console.log(
  `branches of the L0s of the past that run: ${past.ran} of ${past.all}, ${percent(past.ran, past.all)} %`,
);
console.log(
  `branches of hypervisor/ besides that run: ${right.ran} of ${right.all}, ${percent(right.ran, right.all)} %`,
);
process.exitCode = (100 * right.ran) / right.all >= Number(values.enough) ? 0 : 1;
