import { fileURLToPath } from 'node:url';
import type { Emulator } from './emulators.js';
import { runImage } from './imageRun.js';

/** One of the loops in guests/bench. */
export interface Loop {
  readonly name: string;
  readonly iterations: number;
  /** Instructions of an iteration, when they are always as many. */
  readonly instructionsEach?: number;
}

/** Long enough for a second or so of QEMU, where starting up takes a tenth of one. */
export const LOOPS: readonly Loop[] = [
  { name: 'alu', iterations: 400_000_000, instructionsEach: 10 },
  { name: 'mem', iterations: 100_000, instructionsEach: 6 * 4096 + 4 },
  { name: 'wide', iterations: 80_000_000 },
  { name: 'nbody', iterations: 20_000 },
  { name: 'strings', iterations: 50_000 },
];

const ROUNDS = 3;

/** The call of the loop and its return, which a run of no iterations leaves out. */
const AROUND_THE_LOOP = 2;

/** A loop on one emulator. */
export interface LoopTime {
  readonly emulator: Emulator;
  /** Of the best round, without start-up. */
  readonly seconds: number;
}

export interface LoopResult {
  readonly loop: Loop;
  readonly instructions: number;
  readonly times: readonly LoopTime[];
}

interface Report {
  readonly checksum: string;
  readonly ticks: number;
}

/** Reads the line a loop ends with. */
export function parseReport(output: string): Report {
  const [, checksum, ticks] = /checksum ([0-9A-F]{16}) ticks (\d+)/.exec(output) ?? [];
  if (checksum === undefined) throw new Error(`no report of a bench guest in its output:\n${output}`);
  return { checksum, ticks: Number(ticks) };
}

/**
 * Times a loop on all emulators in turn, several rounds, so that a busy moment of the host does not hit one alone. The
 * first emulator must be nsvm: its time stamp counts instructions. Throws when two runs end with different checksums.
 */
export function timeLoop(loop: Loop, emulators: readonly Emulator[]): LoopResult {
  const image = fileURLToPath(new URL(`../../guests/images/${loop.name}.elf`, import.meta.url));
  const startups = emulators.map(() => Infinity);
  const totals = emulators.map(() => Infinity);
  let first: { empty: Report; full: Report } | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    emulators.forEach((emulator, i) => {
      const empty = runImage(emulator, image, '0');
      const full = runImage(emulator, image, String(loop.iterations));
      const reports = { empty: parseReport(empty.output), full: parseReport(full.output) };
      first ??= reports;
      if (reports.full.checksum !== first.full.checksum || reports.empty.checksum !== first.empty.checksum) {
        throw new Error(
          `${loop.name}: ${emulator.name} ends with checksum ${reports.full.checksum}, ` +
            `${emulators[0].name} with ${first.full.checksum}`,
        );
      }
      startups[i] = Math.min(startups[i], empty.seconds);
      totals[i] = Math.min(totals[i], full.seconds);
    });
  }
  const instructions = first!.full.ticks - first!.empty.ticks - AROUND_THE_LOOP;
  const expected = (loop.instructionsEach ?? NaN) * loop.iterations;
  if (instructions !== expected && loop.instructionsEach !== undefined) {
    throw new Error(`${loop.name}: nsvm counted ${instructions} instructions, they are ${expected}`);
  }
  const times = emulators.map((emulator, i) => ({ emulator, seconds: totals[i] - startups[i] }));
  return { loop, instructions, times };
}
