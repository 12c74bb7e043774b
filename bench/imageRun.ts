import { spawnSync } from 'node:child_process';
import type { Emulator } from './emulators.js';

/** One run of an image from start to exit. */
export interface ImageRun {
  readonly seconds: number;
  readonly output: string;
}

/** What isa-debug-exit makes of the 0 that says all went well. */
const STATUS_GOOD = 1;

// prettier-ignore
const MACHINE = [
  '-cpu', 'max,+svm', '-display', 'none', '-nodefaults', '-no-reboot', '-serial', 'stdio',
  '-device', 'isa-debug-exit,iobase=0xf4,iosize=0x4',
];

/** Runs an image and takes the time on the wall clock; throws when it does not end well. */
export function runImage(emulator: Emulator, image: string, append: string): ImageRun {
  const args = [...emulator.prefix, ...MACHINE, '-kernel', image, '-append', append];
  const start = process.hrtime.bigint();
  const run = spawnSync(emulator.program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...emulator.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (run.error) throw run.error;
  if (run.status !== STATUS_GOOD) {
    const ending = run.status === null ? `was ended by ${run.signal}` : `ended with status ${run.status}`;
    throw new Error(`${emulator.name}: ${image} ${append} ${ending}\n${run.stdout}${run.stderr}`);
  }
  return { seconds, output: run.stdout };
}
