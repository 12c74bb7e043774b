import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LaunchPlan } from '../launch.js';
import { parseRunArguments } from './run.js';

const plain = parseRunArguments(['a.elf']).plan;

const accepted: [string[], Partial<LaunchPlan>][] = [
  [['a.elf'], { machine: 'nested', cpu: 'max', vcpus: 1, ramBytes: 2 ** 30, onReset: 'stop' }],
  [['--machine', 'bare', 'a.elf'], { machine: 'bare' }],
  [['a.elf', '--machine=bare'], { machine: 'bare' }],
  [
    ['-machine', 'bare', '-append', 'x y', 'a.elf'],
    { machine: 'bare', start: { kernel: 'a.elf', append: 'x y' } },
  ],
  [
    ['a.elf', '-m', '2g', '--smp', '2', '--cpu', 'milan,-npt'],
    { ramBytes: 2 ** 31, vcpus: 2, cpu: 'milan,-npt' },
  ],
  [['a.elf', '-m512'], { ramBytes: 2 ** 29 }],
  [['a.elf', '--memory', '64M'], { ramBytes: 2 ** 26 }],
  [['a.elf', '--initrd', 'f 1,g'], { start: { kernel: 'a.elf', append: '', initrd: 'f 1,g' } }],
  [['a.elf', '--explain', '--trace', 't.txt'], { explain: ['failures'], traceFile: 't.txt' }],
  [['--explain', 'a.elf'], { explain: ['failures'] }],
  [['-explain', 'a.elf'], { explain: ['failures'] }],
  [['a.elf', '--explain=events,exits'], { explain: ['exits', 'events'] }],
  [['a.elf', '--explain=all'], { explain: ['failures', 'exits', 'events'] }],
  [['a.elf', '--explain-file', 'e.txt'], { explain: ['failures'], explainFile: 'e.txt' }],
  [['a.elf', '--save', 's.nsvm'], { saveFile: 's.nsvm' }],
  [['a.elf', '--timeout', '10'], { wallMs: 10_000 }],
  [['a.elf', '--timeout', '2m'], { wallMs: 120_000 }],
  [['a.elf', '--timeout', '30vs'], { limits: { virtualNs: 30e9 } }],
  [['a.elf', '--timeout', '1.5vms'], { limits: { virtualNs: 1_500_000 } }],
  [['a.elf', '--timeout', '5e9i'], { limits: { instructions: 5e9 } }],
];
for (const [args, expected] of accepted) {
  test(`accepted: ${args.join(' ')}`, () => {
    assert.deepEqual(parseRunArguments(args).plan, { ...plain, ...expected });
  });
}

const refused: [string[], RegExp][] = [
  [[], /no image given/],
  [['a', 'b'], /'b' is too much/],
  [['a', '--nosuch'], /^unknown option '--nosuch'$/],
  [['a', '--append'], /'--append <value>' argument missing/],
  [['a', '--append', '-x'], /^a value that begins with a dash is written --append=VALUE$/],
  [['a', '-m', '-x'], /^a value that begins with a dash is written -mVALUE$/],
  [['a', '--machine', 'kvm'], /^--machine is 'kvm', it must be bare or nested$/],
  [['a', '--smp', '17'], /exceeds max CPUs supported by machine \(16\)/],
  [['a', '-m', 'lots'], /'lots' is not a memory size/],
  [['a', '--explain=why'], /^--explain: there is no 'why'; there are failures, exits, events, all$/],
  [['--explain', 'exits', 'a'], /^run: --explain takes its topics behind '=', as in --explain=exits$/],
  [['a', '--timeout', '5v'], /'5v' is not a time limit/],
  [['a', '--timeout', '0s'], /not a time limit/],
  [['a', '--timeout', 'soon'], /not a time limit/],
];
for (const [args, message] of refused) {
  test(`refused: ${args.join(' ') || '(nothing)'}`, () => {
    assert.throws(() => parseRunArguments(args), { name: 'UsageError', message });
  });
}
