import { availableParallelism, loadavg } from 'node:os';
import { nsvm, qemuTcg, type Emulator } from './emulators.js';
import { LOOPS, timeLoop, type LoopResult } from './loops.js';
import { timeStartUp } from './startUp.js';
import { tableLines } from './table.js';
import { svmTests, timeWorldSwitch, type WorldSwitchTime } from './worldSwitch.js';

const WORLD_SWITCH = 'vmrun';
const START_UP = 'start';
const NAMES = [...LOOPS.map((loop) => loop.name), START_UP, WORLD_SWITCH];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Million instructions a second, and how that compares with the last emulator. */
function loopRows(results: readonly LoopResult[], emulators: readonly Emulator[]): string[][] {
  const compared = emulators.length > 1;
  const head = ['MIPS', ...emulators.map(({ name }) => name), ...(compared ? ['ratio'] : []), 'instructions'];
  const rows = results.map(({ loop, instructions, times }) => {
    const mips = times.map(({ seconds }) => instructions / seconds / 1e6);
    const ratio = compared ? [(mips[0] / mips[mips.length - 1]).toFixed(2)] : [];
    return [
      loop.name,
      ...mips.map((value) => value.toFixed(0)),
      ...ratio,
      (instructions / 1e6).toFixed(0) + ' M',
    ];
  });
  return [head, ...rows];
}

function worldSwitchRows(times: readonly WorldSwitchTime[], reference: Emulator | undefined): string[][] {
  const base = times.find(({ emulator }) => emulator === reference)?.nanoseconds;
  const head = ['VMRUN and #VMEXIT', 'ns', ...(base === undefined ? [] : ['speed ratio'])];
  const rows = times.map(({ emulator, nanoseconds }) => [
    emulator.name,
    nanoseconds.toFixed(0),
    ...(base === undefined ? [] : [(base / nanoseconds).toFixed(2)]),
  ]);
  return [head, ...rows];
}

function bench(wanted: readonly string[]): void {
  const load = loadavg()[0];
  const processors = availableParallelism();
  if (load > processors / 2) {
    say(
      `This machine is busy (load ${load.toFixed(1)}, ${processors} processors): trust ratios more than figures.`,
    );
  }
  const found = qemuTcg();
  if (typeof found === 'string') say(found);
  const qemu = typeof found === 'string' ? undefined : found;
  const withQemu = (...emulators: Emulator[]): Emulator[] => (qemu ? [...emulators, qemu] : emulators);

  const loops = LOOPS.filter(({ name }) => wanted.includes(name));
  if (loops.length > 0) {
    const emulators = withQemu(nsvm('bare'));
    const results = loops.map((loop) => timeLoop(loop, emulators));
    say('');
    tableLines(loopRows(results, emulators)).forEach(say);
  }

  if (wanted.includes(START_UP)) {
    const times = timeStartUp(withQemu(nsvm('bare'), nsvm('nested')));
    const rows = times.map(({ name, best, median }) => [name, best.toFixed(0), median.toFixed(0)]);
    say('');
    tableLines([['start to exit', 'ms, best', 'median'], ...rows]).forEach(say);
  }

  if (!wanted.includes(WORLD_SWITCH)) return;
  const tests = svmTests();
  say('');
  if (typeof tests === 'string') return say(tests);
  const times = timeWorldSwitch(tests.image, withQemu(nsvm('bare'), nsvm('nested')));
  tableLines(worldSwitchRows(times, qemu)).forEach(say);
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !NAMES.includes(name));
if (unknown !== undefined) {
  console.error(`bench: there is no '${unknown}'; there are ${NAMES.join(', ')}`);
  process.exit(2);
}
try {
  bench(wanted.length > 0 ? wanted : NAMES);
} catch (error) {
  console.error(`bench: ${(error as Error).message}`);
  process.exit(1);
}
