import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { KINDS } from './images.js';
import { KUT_EXPECTED, type KutResult } from './kutExpected.js';
import { ROOT } from './sourceFiles.js';

const checkout = process.env['NSVM_KUT'];
const image = (name: string): string => `${checkout}/x86/${name}.flat`;

/** Longest a test may take here, in seconds of the wall clock. */
const PATIENCE = 180;
const DEVICES = `--no-reboot -nodefaults -display none -serial stdio -machine accel=tcg
  -device pc-testdev -device isa-debug-exit,iobase=0xf4,iosize=0x4 -device pci-testdev`.split(/\s+/);

interface Ending {
  readonly result: KutResult | 'timeout';
  readonly said: string;
}

/** Runs one test of an image the way its own runner does. */
function runKut(machine: string, file: string, name: string, cpu: string, smp: number): Promise<Ending> {
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
  const program = spawn(process.execPath, [fileURLToPath(new URL('bin/nsvm', ROOT)), ...args], {
    env: { ...process.env, NSVM_MACHINE: machine },
  });
  let said = '';
  const listen = (text: Buffer): void => {
    said += text.toString('latin1');
  };
  program.stdout.on('data', listen);
  program.stderr.on('data', listen);
  const clock = setTimeout(() => program.kill('SIGKILL'), PATIENCE * 1000);
  return new Promise((resolve) => {
    program.on('close', (code, signal) => {
      clearTimeout(clock);
      resolve({ result: signal ? 'timeout' : judge(code), said });
    });
  });
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

for (const machine of KINDS)
  test(`kvm-unit-tests on ${machine}`, { skip }, async (t) => {
    for (const { image: file, name, cpu = 'max,+svm', smp = 2, ...expected } of KUT_EXPECTED)
      await t.test(`${file} ${name}: ${expected[machine]}`, async () => {
        const { result, said } = await runKut(machine, file, name, cpu, smp);
        assert.equal(result, expected[machine], said.slice(-2000));
      });
  });
