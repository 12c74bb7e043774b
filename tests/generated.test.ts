import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generated } from '../scripts/gen.js';
import { filesBelow, sourceText } from './sourceFiles.js';

test('silicon/gen holds what spec/ gives', () => {
  const expected = generated();
  // The texts are long: name the file instead of printing them.
  for (const [path, text] of expected)
    assert.ok(sourceText(path) === text, `${path} is stale: run \`npm run gen\` and commit`);
});

test('silicon/gen holds nothing else', () => {
  const files = filesBelow('silicon/gen', () => true);
  assert.deepEqual(
    files.filter((path) => !generated().has(path)),
    [],
  );
});
