import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Something that runs an image given in QEMU's spelling. */
export interface Emulator {
  readonly name: string;
  readonly program: string;
  /** Arguments before those that describe the machine. */
  readonly prefix: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

// Seen from the compiled file.
const NSVM = fileURLToPath(new URL('../../bin/nsvm', import.meta.url));

/** This project's processor, with or without its L0. */
export function nsvm(machine: 'bare' | 'nested'): Emulator {
  return {
    name: `nsvm ${machine}`,
    program: process.execPath,
    prefix: [NSVM],
    env: { NSVM_MACHINE: machine },
  };
}

/** QEMU's translator, or a sentence about why it cannot be had; `QEMU` names another program. */
export function qemuTcg(): Emulator | string {
  const program = process.env['QEMU'] ?? 'qemu-system-x86_64';
  const { error, status, stdout } = spawnSync(program, ['-version'], { encoding: 'utf8' });
  if (error || status !== 0) {
    return `'${program}' does not run here: install QEMU or name it in QEMU to compare with it`;
  }
  const version = /version (\d+(?:\.\d+)*)/.exec(stdout)?.[1] ?? '';
  return { name: `QEMU ${version} TCG`.replace('  ', ' '), program, prefix: ['-accel', 'tcg'], env: {} };
}
