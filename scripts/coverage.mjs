// Branch coverage of hypervisor/ by the tests and by the fuzzer: `npm run coverage [-- --cases N] [-- --tests FOLDER]`. A branch is a block that V8
// counts apart from the code around it: one that always runs when that does is not in the sum. Needs a build.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

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

/** Per file: for each character whether it has run, and the blocks that are counted. */
const files = new Map();
function take({ url, functions }) {
  const path = url.slice(url.indexOf(WATCHED));
  // The L0s of the past are not what is to be shown right.
  if (path.endsWith('.test.js') || path.includes('/history/')) return;
  const text = readFileSync(join(root, path), 'utf8');
  const file = files.get(path) ?? { text, ran: new Uint8Array(text.length), branches: new Map() };
  files.set(path, file);
  const ran = new Uint8Array(text.length);
  // Outer ranges come before those within.
  const ranges = functions.flatMap(({ ranges: own }) =>
    own.map(({ startOffset, endOffset, count }, n) => ({ startOffset, endOffset, count, isBlock: n > 0 })),
  );
  ranges.sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  for (const { startOffset, endOffset, count } of ranges) ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  for (const { startOffset, endOffset, isBlock } of ranges)
    if (isBlock) file.branches.set(`${startOffset}-${endOffset}`, [startOffset, endOffset]);
  for (let at = 0; at < ran.length; at++) file.ran[at] |= ran[at];
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

/** A block has run when anything in it has that is in no block within. */
const hasRun = ({ ran }, [start, end]) => ran.subarray(start, end).includes(1);

let [all, covered] = [0, 0];
for (const [path, file] of [...files].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
  const branches = [...file.branches.values()].sort((a, b) => a[0] - b[0]);
  const missing = branches.filter((branch) => !hasRun(file, branch));
  all += branches.length;
  covered += branches.length - missing.length;
  const share = branches.length === 0 ? 100 : (100 * (branches.length - missing.length)) / branches.length;
  const source = path.replace(/^dist\//, '').replace(/\.js$/, '.ts');
  console.log(
    `${share.toFixed(1).padStart(6)} %  ${branches.length - missing.length}/${branches.length}  ${source}`,
  );
  const map = new SourceMap(JSON.parse(readFileSync(join(root, `${path}.map`), 'utf8')));
  for (const [start, end] of missing) {
    const before = file.text.slice(0, start).split('\n');
    const { originalLine = 0 } = map.findEntry(before.length - 1, before.at(-1).length);
    const shown = file.text.slice(start, end).trim().replace(/\s+/g, ' ').slice(0, 100);
    console.log(`            ${source}:${originalLine + 1}  ${shown}`);
  }
}
const share = (100 * covered) / all;
console.log(`branches of hypervisor/ that run: ${covered} of ${all}, ${share.toFixed(1)} %`);
process.exitCode = share >= Number(values.enough) ? 0 : 1;
