import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { markedBlock } from './marked.js';
import { ROOT, sourceText } from './sourceFiles.js';

const nsvm = fileURLToPath(new URL('bin/nsvm', ROOT));

// What is printed differs from machine to machine in no byte. A serial port ends lines with CR and LF, a page does not.
test('the demo prints what the README shows', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [nsvm, 'demo'], { encoding: 'utf8' });
  const readme = sourceText('README.md');
  assert.equal(status, 1, 'the demo writes 0 to the debug exit port when all is as it expects');
  assert.equal(markedBlock(readme, 'demo: stdout'), stdout.replaceAll('\r', ''));
  assert.equal(markedBlock(readme, 'demo: stderr'), stderr);
});

/** Blocks of a page that are a piece of what a run of the demonstration explains. */
const PIECES: readonly (readonly [page: string, name: string, topic: string])[] = [
  ['README.md', 'demo: exits', 'exits'],
  ['docs/explaining.md', 'explain: an exit to L1', 'exits'],
  ['docs/explaining.md', 'explain: an exit of the L0', 'exits'],
  ['docs/explaining.md', 'explain: events', 'events'],
];
for (const topic of ['exits', 'events'])
  test(`--explain=${topic} says what the pages show`, () => {
    const args = [nsvm, 'run', `--explain=${topic}`, fileURLToPath(new URL('guests/images/demo.elf', ROOT))];
    const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    for (const [page, name] of PIECES.filter(([, , of]) => of === topic)) {
      const block = markedBlock(sourceText(page), name);
      assert.ok(block && stderr.includes(block), `${page}: ${name}`);
    }
  });

test('the program of the README prints what it says', () => {
  const readme = sourceText('README.md');
  // A package finds itself by its name from within.
  const program = new URL('dist/readmeExample.mjs', ROOT);
  writeFileSync(program, markedBlock(readme, 'library: program') ?? '');
  const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(program)], {
    encoding: 'utf8',
    cwd: fileURLToPath(ROOT),
  });
  rmSync(program);
  assert.equal(stderr, '');
  assert.equal(markedBlock(readme, 'library: output'), stdout);
});
