import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import {
  behaviourTable,
  checksTable,
  exitGapsTable,
  failedVmrunTable,
  featuresTable,
  historyProgramsTable,
  historyText,
  kutEntriesTable,
  kutTable,
  mutantProgramsTable,
  mutantsTable,
  stopsTable,
} from './docTables.js';
import { withGenerated } from './marked.js';
import { ROOT, filesBelow, sourceText } from './sourceFiles.js';

const TABLES: readonly [page: string, name: string, text: () => string][] = [
  ['docs/behaviour.md', 'items', behaviourTable],
  ['docs/l0.md', 'failed VMRUN', failedVmrunTable],
  ['docs/vmrun-checks.md', 'checks', checksTable],
  ['docs/supported.md', 'features', featuresTable],
  ['docs/supported.md', 'stops', stopsTable],
  ['docs/supported.md', 'kvm-unit-tests entries', kutEntriesTable],
  ['docs/supported.md', 'svm exits', exitGapsTable],
  ['docs/supported.md', 'kvm-unit-tests', kutTable],
  ['docs/history.md', 'profiles', historyText],
  ['docs/history.md', 'programs', historyProgramsTable],
  ['docs/mutants.md', 'mutants', mutantsTable],
  ['docs/mutants.md', 'programs', mutantProgramsTable],
];

for (const [page, name, text] of TABLES)
  test(`the table of ${name} in ${page} is what the sources say`, () => {
    const before = sourceText(page);
    const after = withGenerated(before, name, text());
    if (process.env['NSVM_WRITE_DOCS']) writeFileSync(new URL(page, ROOT), after);
    else assert.ok(before === after, `${page} is stale: run the tests with NSVM_WRITE_DOCS=1 and commit`);
  });

const pages = ['README.md', ...filesBelow('docs', (path) => path.endsWith('.md'))];

test('every link between the pages leads somewhere', () => {
  const dead: string[] = [];
  for (const page of pages)
    for (const [, target] of sourceText(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
      if (/^https?:/.test(target)) continue;
      const path = posix.join(posix.dirname(page), target);
      if (!existsSync(new URL(path, ROOT))) dead.push(`${page}: ${target}`);
    }
  assert.deepEqual(dead, []);
});

test('every file the pages name is there', () => {
  const folders = 'oracle|spec|silicon|board|hypervisor|inspect|cli|guests|tests|scripts|bench|docs|bin';
  const named = new RegExp(`\`((?:${folders})/[\\w./-]*)\``, 'g');
  const missing: string[] = [];
  for (const page of pages)
    for (const [, path] of sourceText(page).matchAll(named))
      if (!existsSync(new URL(path, ROOT))) missing.push(`${page}: ${path}`);
  assert.deepEqual(missing, []);
});
