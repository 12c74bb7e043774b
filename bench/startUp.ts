import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Emulator } from './emulators.js';
import { runImage } from './imageRun.js';

const IMAGE = fileURLToPath(new URL('../../guests/images/alu.elf', import.meta.url));
const ROUNDS = 15;

export interface StartUp {
  readonly name: string;
  /** Milliseconds on the wall clock from starting the program to its end. */
  readonly best: number;
  readonly median: number;
}

/** Times runs of a guest that executes some fifty instructions and prints a line, and of Node alone with nothing to do. */
export function timeStartUp(emulators: readonly Emulator[]): StartUp[] {
  const start = [
    { name: 'Node alone', run: nodeSeconds },
    ...emulators.map((emulator) => ({
      name: emulator.name,
      run: () => runImage(emulator, IMAGE, '0').seconds,
    })),
  ];
  const times = start.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) start.forEach(({ run }, i) => times[i].push(1000 * run()));
  return start.map(({ name }, i) => {
    const sorted = times[i].sort((a, b) => a - b);
    return { name, best: sorted[0], median: sorted[ROUNDS >> 1] };
  });
}

function nodeSeconds(): number {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, ['-e', '0']);
  return Number(process.hrtime.bigint() - start) / 1e9;
}
