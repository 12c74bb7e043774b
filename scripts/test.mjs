// Runs every compiled test with node's runner. Arguments are passed on, e.g. `--test-name-pattern`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** All tests compiled into a folder below dist/, without those whose source has gone since. */
function tests(folder) {
  return readdirSync(join(root, 'dist', folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return tests(path);
    if (!entry.name.endsWith('.test.js')) return [];
    return existsSync(join(root, path.replace(/\.js$/, '.ts'))) ? [join('dist', path)] : [];
  });
}

const scratch = mkdtempSync(join(tmpdir(), 'nsvm-test-'));
try {
  // The totals go through a file, so that they are the last line whatever the other reporter still has to say.
  const totals = join(scratch, 'totals');
  const { status } = spawnSync(
    process.execPath,
    [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      `--test-reporter=${new URL('countReporter.mjs', import.meta.url)}`,
      `--test-reporter-destination=${totals}`,
      ...process.argv.slice(2),
      ...tests('').sort(),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (existsSync(totals)) process.stdout.write(readFileSync(totals, 'utf8'));
  process.exitCode = status ?? 1;
} finally {
  rmSync(scratch, { recursive: true });
}
