import assert from 'node:assert/strict';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { ROOT } from './sourceFiles.js';

interface Load {
  load(program: string): { readonly script: { readonly cachedDataRejected?: boolean } };
}

test('what the build keeps of compiling the program is taken at the start', async () => {
  const { load } = (await import(new URL('bin/load.mjs', ROOT).href)) as Load;
  const { script } = load(fileURLToPath(new URL('dist/bundle/nsvm.cjs', ROOT)));
  assert.equal(script.cachedDataRejected, false);
});
