import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Emulator } from './emulators.js';
import { runImage } from './imageRun.js';

/** VMRUN to #VMEXIT round trips that latency_run_exit makes. */
const ROUND_TRIPS = 1_000_000;

/** The test with a single round trip: what remains is starting up. */
const STARTUP_TEST = 'null';

/** svm.flat of a built kvm-unit-tests checkout, or a sentence about why it cannot be had. */
export function svmTests(): { image: string } | string {
  const checkout = process.env['NSVM_KUT'];
  if (!checkout) return 'NSVM_KUT does not name a built kvm-unit-tests checkout: no VMRUN figures';
  const image = join(checkout, 'x86', 'svm.flat');
  return existsSync(image) ? { image } : `${image} does not exist: build kvm-unit-tests first`;
}

export interface WorldSwitchTime {
  readonly emulator: Emulator;
  /** Of one round trip. */
  readonly nanoseconds: number;
}

/** Times the round trip on each emulator, once: it takes long enough not to be noise. */
export function timeWorldSwitch(image: string, emulators: readonly Emulator[]): WorldSwitchTime[] {
  return emulators.map((emulator) => {
    const startup = runImage(emulator, image, STARTUP_TEST);
    const full = runImage(emulator, image, 'latency_run_exit');
    if (!full.output.includes('PASS: latency_run_exit')) {
      throw new Error(`${emulator.name}: latency_run_exit did not pass\n${full.output}`);
    }
    return { emulator, nanoseconds: ((full.seconds - startup.seconds) / ROUND_TRIPS) * 1e9 };
  });
}
