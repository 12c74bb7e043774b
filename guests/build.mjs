// Builds guests/images from the assembly sources. `--check` writes nothing and compares with the committed files instead.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wideSource } from './bench/generate.mjs';
import { svmSymbols } from './symbols.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const spec = new URL('../dist/spec/', import.meta.url);
const check = process.argv.includes('--check');

const IMAGES = [
  ['demo', 'demo/demo.S'],
  ['alu', 'bench/alu.S'],
  ['mem', 'bench/mem.S'],
  ['wide', 'bench/wide.S'],
  ['nbody', 'bench/nbody.S'],
  ['strings', 'bench/strings.S'],
];

const LINK = [
  '-m',
  'elf_x86_64',
  '-s',
  '--build-id=none',
  '--no-warn-rwx-segments',
  '-z',
  'max-page-size=4096',
];

function fail(message) {
  console.error(`guests: ${message}`);
  process.exit(1);
}

function run(tool, args) {
  const { error, status, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (error?.code === 'ENOENT')
    fail(
      `no '${tool}' on this machine: install GNU binutils (the built images are committed, only changing them needs it)`,
    );
  if (error) throw error;
  if (status !== 0) fail(`${tool} ${args.join(' ')}\n${stderr}`);
}

const stale = [];
function settle(path, bytes) {
  const file = at(path);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  if (check) stale.push(path);
  else {
    writeFileSync(file, bytes);
    console.log(`guests: wrote ${path}`);
  }
}

if (!existsSync(spec)) fail('the symbols of the VMCB come from dist/spec: run `npm run build` first');
const scratch = mkdtempSync(join(tmpdir(), 'guests-'));
try {
  const symbols = await svmSymbols(spec);
  settle('include/svm.S', Buffer.from(symbols));
  // Searched before the committed files, so that a check compares images made from what the sources say now.
  writeFileSync(join(scratch, 'svm.S'), symbols);
  writeFileSync(join(scratch, 'wide_blocks.S'), wideSource());
  for (const [name, source] of IMAGES) {
    const object = join(scratch, `${name}.o`);
    const linked = join(scratch, `${name}.linked`);
    const image = join(scratch, `${name}.elf`);
    const folders = [scratch, at('include'), at(join(source, '..'))].flatMap((folder) => ['-I', folder]);
    run('as', ['--64', '-mx86-used-note=no', '--fatal-warnings', ...folders, '-o', object, at(source)]);
    run('ld', [...LINK, '-T', at('image.ld'), '-o', linked, object]);
    // Multiboot wants 32-bit ELF, which has no relocations for 64-bit code: the container changes after linking.
    run('objcopy', ['-O', 'elf32-i386', linked, image]);
    settle(`images/${name}.elf`, readFileSync(image));
  }
} finally {
  rmSync(scratch, { recursive: true });
}
if (stale.length > 0)
  fail(`not what the sources give: ${stale.join(', ')}; run \`node guests/build.mjs\` and commit`);
