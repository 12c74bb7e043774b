import { readdirSync } from 'node:fs';

/** The tests of the L0 in one process, but for the random ones and those that take long: with NSVM_MUTANT, those that fail have found it. */
const LEFT_OUT = ['law', 'nptMatrix', 'rsm', 'state', 'tscScale', 'npt12'].map((name) => `${name}.test.js`);
const FOLDERS = ['../../hypervisor/', '../../hypervisor/nested/'];
for (const folder of FOLDERS) {
  const at = new URL(folder, import.meta.url);
  for (const file of readdirSync(at).filter((name) => name.endsWith('.test.js') && !LEFT_OUT.includes(name)))
    await import(new URL(file, at).href);
}
