import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { ROOT } from './sourceFiles.js';

/** Programs of GNU binutils that building a guest takes. */
const TOOLS = ['as', 'ld', 'objcopy'];
const missing = TOOLS.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
const skip = missing.length > 0 ? `needs GNU binutils: no ${missing.join(', ')} on this machine` : false;

test('the committed guest images are what their sources give', { skip }, () => {
  const { status, stderr } = spawnSync(process.execPath, ['guests/build.mjs', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  assert.equal(status, 0);
});
