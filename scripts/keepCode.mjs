// Runs the bundled program once, and keeps what V8 has compiled of it for later starts (bin/load.mjs).
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from '../bin/load.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = at('../dist/bundle/nsvm.cjs');
const { script, run } = load(program);
process.on('exit', () => writeFileSync(`${program}.cache`, script.createCachedData()));
process.argv.splice(2, Infinity, 'run', '--quiet', '--append', '0', at('../guests/images/alu.elf'));
run();
