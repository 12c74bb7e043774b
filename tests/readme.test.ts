import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
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
