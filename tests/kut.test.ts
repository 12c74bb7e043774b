import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { KINDS } from './images.js';
import { KUT_ENTRIES, type KutEntry } from './kutEntries.js';
import { KUT_EXPECTED, type KutResult } from './kutExpected.js';
import { ROOT } from './sourceFiles.js';

const checkout = process.env['NSVM_KUT'];
const NSVM = fileURLToPath(new URL('bin/nsvm', ROOT));
const image = (name: string): string => `${checkout}/x86/${name}.flat`;

/** Longest a test may take here, in seconds of the wall clock. */
const PATIENCE = 180;
const DEVICES = `--no-reboot -nodefaults -display none -serial stdio -machine accel=tcg
  -device pc-testdev -device isa-debug-exit,iobase=0xf4,iosize=0x4 -device pci-testdev`.split(/\s+/);

interface Ending {
  readonly result: KutResult | 'timeout';
  readonly said: string;
}

/** A program to its end, all it says together. */
function runProgram(program: ChildProcess): Promise<{ code: number | null; killed: boolean; said: string }> {
  let said = '';
  const listen = (text: Buffer): void => {
    said += text.toString('latin1');
  };
  program.stdout?.on('data', listen);
  program.stderr?.on('data', listen);
  return new Promise((resolve) => {
    program.on('close', (code, signal) => resolve({ code, killed: signal !== null, said }));
  });
}

/** Runs one test of an image the way its own runner does. */
async function runKut(
  machine: string,
  file: string,
  name: string,
  cpu: string,
  smp: number,
): Promise<Ending> {
  const args = [
    ...DEVICES,
    '-kernel',
    image(file),
    '-smp',
    String(smp),
    '-m',
    '4g',
    '-cpu',
    cpu,
    '-append',
    name,
  ];
  const program = spawn(process.execPath, [NSVM, ...args], {
    env: { ...process.env, NSVM_MACHINE: machine },
    timeout: PATIENCE * 1000,
    killSignal: 'SIGKILL',
  });
  const { code, killed, said } = await runProgram(program);
  return { result: killed ? 'timeout' : judge(code), said };
}

/** Exit status of a test that does not apply here; 1 is success and 3 failure. */
const SKIPPED = 77;

function judge(code: number | null): Ending['result'] {
  if (code === 1) return 'pass';
  if (code === 3) return 'fail';
  return code === SKIPPED ? 'skip' : 'abort';
}

const ready = checkout !== undefined && existsSync(image('svm'));
const skip = ready
  ? false
  : checkout === undefined
    ? 'set NSVM_KUT to a built kvm-unit-tests checkout to run its SVM tests'
    : `${image('svm')} is not there: build kvm-unit-tests in NSVM_KUT first`;

/** Runs an entry by upstream's own runner, with the parameters that its configuration has. */
async function runEntry(
  machine: string,
  { name, env }: KutEntry,
): Promise<{ result: string | undefined; said: string }> {
  const scratch = mkdtempSync(join(tmpdir(), 'kut-'));
  const file = join(scratch, 'env');
  if (env !== undefined) writeFileSync(file, `${env}\n`);
  try {
    const runner = spawn('./run_tests.sh', [name], {
      cwd: checkout,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        QEMU: NSVM,
        ACCEL: 'tcg',
        NSVM_MACHINE: machine,
        // As many processors as the configuration asks for, and time for a busy computer.
        MAX_SMP: '16',
        TIMEOUT: String(PATIENCE * 5),
        KVM_UNIT_TESTS_ENV: file,
      },
    });
    const { said } = await runProgram(runner);
    return { result: new RegExp(`(PASS|FAIL|SKIP)\\S* ${name} `).exec(said)?.[1], said };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

test('every entry of unittests.cfg is in the table', { skip }, () => {
  const configuration = readFileSync(`${checkout}/x86/unittests.cfg`, 'utf8');
  const entries = [...configuration.matchAll(/^\[([\w-]+)\]/gm)].map(([, name]) => name);
  assert.deepEqual([...new Set(KUT_ENTRIES.map(({ name }) => name))].sort(), entries.sort());
});

for (const machine of KINDS)
  test(`the entries of unittests.cfg on ${machine}`, { skip }, async (t) => {
    for (const entry of KUT_ENTRIES)
      await t.test(`${entry.name} ${entry.env ?? ''}: ${entry[machine]}`, async () => {
        const { result, said } = await runEntry(machine, entry);
        assert.equal(result, entry[machine], said.slice(-2000));
      });
  });

for (const machine of KINDS)
  test(`kvm-unit-tests on ${machine}`, { skip }, async (t) => {
    for (const { image: file, name, cpu = 'max,+svm', smp = 2, ...expected } of KUT_EXPECTED)
      await t.test(`${file} ${name}: ${expected[machine]}`, async () => {
        const { result, said } = await runKut(machine, file, name, cpu, smp);
        assert.equal(result, expected[machine], said.slice(-2000));
      });
  });
