// Builds everything into dist/: TypeScript, what is generated from spec/, and silicon.wasm. `--gen` stops after generating.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const at = (path) => new URL(path, root);

function run(what, script, args) {
  const { status } = spawnSync(process.execPath, [at(script).pathname, ...args], {
    cwd: root.pathname,
    stdio: 'inherit',
  });
  if (status === 0) return;
  console.error(`build: ${what} failed`);
  process.exit(1);
}
const tsc = (project) => run(`tsc -b ${project}`, 'node_modules/typescript/bin/tsc', ['-b', project]);

tsc('scripts');
const { writeGenerated } = await import(at('dist/scripts/gen.js'));
for (const path of writeGenerated(root)) console.log(`generated ${path}`);
if (process.argv.includes('--gen')) process.exit(0);

/** Hash of everything the processor is built from. */
function siliconInputs() {
  const hash = createHash('sha256');
  const visit = (folder) => {
    for (const entry of readdirSync(at(folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (path !== 'silicon/host') visit(path);
      } else if (entry.name.endsWith('.ts')) hash.update(path).update(readFileSync(at(path)));
    }
  };
  visit('silicon');
  for (const path of [
    'scripts/build.mjs',
    'dist/scripts/link.js',
    'dist/scripts/unwinding.js',
    'dist/scripts/handlerSection.js',
    'dist/silicon/host/tier/handlerCode.js',
    'dist/silicon/host/tier/wasmBinary.js',
    'dist/scripts/hotHandlers.js',
    'package-lock.json',
  ])
    hash.update(readFileSync(at(path)));
  return hash.digest('hex');
}

const stamp = at('dist/silicon.inputs');
const inputs = siliconInputs();
if (!existsSync(at('dist/silicon.wasm')) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== inputs) {
  mkdirSync(at('dist'), { recursive: true });
  run('asc', 'node_modules/assemblyscript/bin/asc.js', [
    'silicon/index.ts',
    '-o',
    'dist/silicon.raw.wasm',
    '-O3',
    '--runtime',
    'stub',
    '--importMemory',
    '--exportTable',
    '--noAssert',
    '--memoryBase',
    String(0x40000),
    '--initialMemory',
    '544',
    '--maximumMemory',
    '65536',
    '--enable',
    'simd',
    '--enable',
    'relaxed-simd',
    // Addresses have 32 bits, and lane functions are called by the linker's code alone.
    '--disableWarning',
    '201',
    '--disableWarning',
    '112',
  ]);
  const { linkSilicon } = await import(at('dist/scripts/link.js'));
  const { hotHandlers } = await import(at('dist/scripts/hotHandlers.js'));
  writeFileSync(
    at('dist/silicon.wasm'),
    linkSilicon(readFileSync(at('dist/silicon.raw.wasm')), hotHandlers()),
  );
  writeFileSync(stamp, inputs);
}
tsc('.');

// The program again in one file: Node takes longer to find two hundred modules than to run them.
const { rollup } = await import('@rollup/wasm-node');
const bundle = await rollup({ input: at('dist/cli/program.js').pathname, external: [/^node:/] });
rmSync(at('dist/bundle'), { recursive: true, force: true });
// As deep as dist/cli, so that addresses relative to a module stay true.
await bundle.write({ file: at('dist/bundle/nsvm.cjs').pathname, format: 'cjs', inlineDynamicImports: true });
const { status } = spawnSync(process.execPath, [at('scripts/keepCode.mjs').pathname], { stdio: 'ignore' });
// The guest ends with 0 at the debug exit port.
if (status !== 1) {
  console.error('build: the bundled program does not run');
  process.exit(1);
}
