import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ImageError } from '../board/loaders/image.js';
import { UsageError } from './errors.js';
import type { Io } from './io.js';
import type { VmcbVerdict } from '../inspect/checkVmcb.js';
import type { MachineConfig, Outcome, RunHooks } from './machineConfig.js';
import type { Fuzzer } from './fuzzing.js';
import { main } from './main.js';
import { wiredParts } from './parts.js';

const fuzzer: Fuzzer = {
  run: ({ cases }) => Promise.resolve({ cases, reachedL2: 1, found: [] }),
  replay: () => ({ finding: undefined, lines: ['the machines do not differ'] }),
  encode: () => '',
};
type Body = (config: MachineConfig, hooks: RunHooks) => Outcome;

const PASSED: VmcbVerdict = { findings: [], lines: [], notes: [] };

/** Runs the program with a machine that is one function, and a file system that is one object. */
async function nsvm(
  args: string[],
  body: Body = () => ({ kind: 'poweroff' }),
  { env = {}, verdict = PASSED } = {},
) {
  const written: Record<string, string> = { '1': '', '2': '' };
  const files: Record<string, Uint8Array> = {
    'k.elf': Uint8Array.of(1, 2),
    env: Uint8Array.of(3),
    vmcb: new Uint8Array(4096),
    tiny: new Uint8Array(7),
  };
  const sink = (name: string) => {
    written[name] = '';
    return {
      write: (data: Uint8Array | string) =>
        void (written[name] += Buffer.from(data as Uint8Array).toString('latin1')),
    };
  };
  let time = 0;
  const configs: MachineConfig[] = [];
  const io: Io = {
    stdout: sink('1'),
    stderr: sink('2'),
    readFile(path) {
      if (path in files) return files[path];
      throw Object.assign(new Error('x'), { code: path === '/tmp' ? 'EISDIR' : 'ENOENT' });
    },
    createFile: sink,
    openInput(receive) {
      receive(Buffer.from('in\x03'), false);
      return { close: () => {} };
    },
    now: () => (time += 1000),
  };
  const status = await main(args, env, io, {
    runMachine: () =>
      Promise.resolve(async (config, hooks) => {
        configs.push(config);
        return body(config, hooks);
      }),
    checkVmcb: () => Promise.resolve(() => Promise.resolve(verdict)),
    fuzzer: () => Promise.resolve(fuzzer),
    cpuModels: () =>
      Promise.resolve({
        names: () => ['max'],
        check: (cpu) => {
          if (cpu === 'host') throw new UsageError("CPU model 'host' requires KVM");
        },
      }),
    l0Names: wiredParts.l0Names,
  });
  return { status, out: written['1'], err: written['2'], written, configs };
}

const send = (hooks: RunHooks, text: string): void =>
  Buffer.from(text).forEach((byte) => hooks.serialOut(byte));

const QEMU = ['-kernel', 'k.elf', '-serial', 'stdio', '-no-reboot'];

test('QEMU mode: serial on stdout, nothing on stderr, the status of the guest', async () => {
  const run = await nsvm([...QEMU, '-append', 'a b', '-initrd', 'env x'], (_, hooks) => {
    send(hooks, 'PASS: x\nSUMMARY');
    return { kind: 'exit', code: 1 };
  });
  assert.deepEqual([run.status, run.out, run.err], [1, 'PASS: x\nSUMMARY', '']);
  const [config] = run.configs;
  assert.equal(config.machine, 'nested');
  assert.equal(config.cmdline, 'k.elf a b');
  assert.deepEqual(config.start, {
    image: { path: 'k.elf', bytes: Uint8Array.of(1, 2) },
    modules: [{ path: 'env', cmdline: 'env x', bytes: Uint8Array.of(3) }],
  });
  assert.equal(config.devices.serial, true);
});

const outcomes: [Outcome, number, number, string][] = [
  [{ kind: 'exit', code: 3 }, 3, 3, ''],
  [{ kind: 'poweroff' }, 0, 0, ''],
  [{ kind: 'reset' }, 0, 0, 'nsvm: the guest asked for a reset\n'],
  [{ kind: 'shutdown' }, 0, 1, 'nsvm: the guest fell into a triple fault (shutdown)\n'],
  [{ kind: 'limit' }, 124, 124, 'nsvm: stopped by --timeout\n'],
  [{ kind: 'interrupted' }, 130, 130, 'nsvm: interrupted\n'],
  [{ kind: 'unimplemented', what: 'FSINCOS' }, 70, 70, 'nsvm: not implemented: FSINCOS\n'],
];
for (const [outcome, qemu, native, text] of outcomes) {
  test(`outcome ${outcome.kind}`, async () => {
    assert.equal((await nsvm(QEMU, () => outcome)).status, qemu);
    const run = await nsvm(['run', 'k.elf'], () => outcome);
    assert.deepEqual([run.status, run.err], [native, text]);
    const quiet = await nsvm(['run', '-q', 'k.elf'], () => outcome);
    assert.equal(quiet.err, outcome.kind === 'unimplemented' ? text : '');
  });
}

test('QEMU mode without -no-reboot starts again after a reset', async () => {
  let left = 2;
  const run = await nsvm(['-kernel', 'k.elf'], () => (left-- > 0 ? { kind: 'reset' } : { kind: 'poweroff' }));
  assert.deepEqual([run.status, run.configs.length], [0, 3]);
});

test('an L0 of the past is chosen by name, and help lists them', async () => {
  const run = await nsvm(['run', '--l0', 'linux-patch-v4', 'k.elf']);
  assert.equal(run.configs[0].l0, 'linux-patch-v4');
  const qemu = await nsvm(QEMU, undefined, { env: { NSVM_L0: 'xen-4.20' } });
  assert.equal(qemu.configs[0].l0, 'xen-4.20');
  const plain = await nsvm(QEMU);
  assert.equal(plain.configs[0].l0, undefined);
  const list = await nsvm(['run', '--l0', 'help']);
  assert.equal(list.status, 0);
  assert.match(list.out, /^linux-7\.0 +Linux 7\.0/);
  assert.equal(list.configs.length, 0);
});

test('NSVM_MACHINE chooses the machine in QEMU mode', async () => {
  const run = await nsvm(QEMU, undefined, { env: { NSVM_MACHINE: 'bare' } });
  assert.equal(run.configs[0].machine, 'bare');
});

test('a wall-clock limit stops the machine between slices', async () => {
  let slices = 0;
  const run = await nsvm(['run', '--timeout', '3s', 'k.elf'], (_, hooks) => {
    while (!hooks.shouldStop()) slices++;
    return { kind: 'interrupted' };
  });
  assert.deepEqual([run.status, slices], [124, 2]);
});

test('reports go to stderr after the serial text before them, traces to their file', async () => {
  const run = await nsvm(['run', '--explain', '--trace', 't', 'k.elf'], (config, hooks) => {
    assert.deepEqual([config.explain, config.trace], [['failures'], true]);
    send(hooks, 'half');
    hooks.report('VMRUN failed');
    hooks.trace('kvm_entry\n');
    return { kind: 'poweroff' };
  });
  assert.deepEqual([run.out, run.err, run.written['t']], ['half', 'VMRUN failed\n', 'kvm_entry\n']);
});

test('input reaches the guest', async () => {
  const got: (number | undefined)[] = [];
  await nsvm(['run', 'k.elf'], (_, hooks) => {
    for (let i = 0; i < 4; i++) got.push(hooks.serialIn());
    return { kind: 'poweroff' };
  });
  assert.deepEqual(got, [105, 110, 3, undefined]);
});

test('the serial port can be a file', async () => {
  const run = await nsvm(['-kernel', 'k.elf', '-serial', 'file:s.log'], (_, hooks) => {
    send(hooks, 'x');
    return { kind: 'poweroff' };
  });
  assert.deepEqual([run.out, run.written['s.log']], ['', 'x']);
});

const badImage: Body = () => {
  throw new ImageError('not a Multiboot image');
};
const broken: Body = () => {
  throw new TypeError('oops');
};

const errors: [string, string[], Body | undefined, Record<string, string>, number, RegExp][] = [
  [
    'QEMU: no such kernel',
    ['-kernel', '_NO_FILE_4Uhere_'],
    undefined,
    {},
    1,
    /^nsvm: could not open kernel file '_NO_FILE_4Uhere_': No such file or directory\n$/,
  ],
  [
    'QEMU: processors come before the kernel',
    ['-kernel', '_NO_FILE_4Uhere_', '-smp', '64'],
    undefined,
    {},
    1,
    /SMP CPUs requested \(64\) exceeds .* \(16\)\n$/,
  ],
  [
    'QEMU: the CPU model comes before the kernel',
    ['-kernel', '_NO_FILE_', '-cpu', 'host'],
    undefined,
    {},
    1,
    /requires KVM\n$/,
  ],
  [
    'QEMU: bad image',
    ['-kernel', 'k.elf'],
    badImage,
    {},
    1,
    /^nsvm: could not load kernel 'k.elf': not a Multiboot image\n$/,
  ],
  [
    'QEMU: no such module',
    ['-kernel', 'k.elf', '-initrd', 'gone'],
    undefined,
    {},
    1,
    /could not open module 'gone': No such/,
  ],
  ['QEMU: no kernel', ['-m', '64'], undefined, {}, 1, /nothing to run: use -kernel/],
  [
    'QEMU: NSVM_MACHINE',
    ['-kernel', 'k.elf'],
    undefined,
    { NSVM_MACHINE: 'x' },
    1,
    /^nsvm: NSVM_MACHINE is 'x', it must be bare or nested\n$/,
  ],
  [
    'QEMU: NSVM_L0',
    ['-kernel', 'k.elf'],
    undefined,
    { NSVM_L0: 'linux' },
    1,
    /^nsvm: NSVM_L0 is 'linux', it must be linux-7.0, .* or xen-4.20\n$/,
  ],
  [
    'native: an L0 that is not there',
    ['run', '--l0', 'x', 'k.elf'],
    undefined,
    {},
    2,
    /^nsvm: --l0 is 'x', it must be linux-7.0, .* or xen-4.20\n$/,
  ],
  [
    'native: an L0 on the machine without one',
    ['run', '--l0', 'linux-7.1', '--machine', 'bare', 'k.elf'],
    undefined,
    {},
    2,
    /^nsvm: --l0: the machine 'bare' has no L0\n$/,
  ],
  ['QEMU: unknown option', ['-nosuch'], undefined, {}, 1, /^nsvm: -nosuch: invalid option\n$/],
  [
    'native: unknown command',
    ['k.elf'],
    undefined,
    {},
    2,
    /^nsvm: unknown command 'k.elf'; .*nsvm run k.elf\n$/,
  ],
  ['native: missing file', ['run', 'gone'], undefined, {}, 2, /^nsvm: gone: No such file or directory\n$/],
  ['native: a folder', ['run', '/tmp'], undefined, {}, 2, /^nsvm: \/tmp: Is a directory\n$/],
  ['native: bad image', ['run', 'k.elf'], badImage, {}, 2, /^nsvm: k.elf: not a Multiboot image\n$/],
  ['native: bad option', ['run', '--x', 'k.elf'], undefined, {}, 2, /^nsvm: unknown option '--x'\n$/],
  [
    'native: check of a short file',
    ['check', 'tiny'],
    undefined,
    {},
    2,
    /^nsvm: tiny: 7 bytes, a VMCB has 4096\n$/,
  ],
  [
    'native: help for nothing',
    ['help', 'fly'],
    undefined,
    {},
    2,
    /unknown command 'fly'; there are run, resume, check/,
  ],
  ['our own mistake', ['run', 'k.elf'], broken, {}, 70, /^nsvm: internal error: TypeError: oops\n/],
];
for (const [name, args, body, env, status, message] of errors) {
  test(`error: ${name}`, async () => {
    const run = await nsvm(args, body, { env });
    assert.equal(run.status, status);
    assert.match(run.err, message);
    assert.equal(run.out, '');
  });
}

test('check says which rules fail', async () => {
  const finding = { id: 'S11', sentence: 'DR6 has high bits set', section: '', fields: [], notes: [] };
  const verdict = { findings: [finding], lines: ['  S11  DR6 has high bits set'], notes: ['S13 waits'] };
  const run = await nsvm(['check', 'vmcb'], undefined, { verdict });
  assert.deepEqual(
    [run.status, run.out, run.err],
    [
      1,
      'VMRUN would fail with VMEXIT_INVALID: 1 check fails\n  S11  DR6 has high bits set\nnote: S13 waits\n',
      '',
    ],
  );
  assert.equal((await nsvm(['check', 'vmcb'])).status, 0);
});

const printed: [string[], RegExp][] = [
  [[], /nsvm run IMAGE/],
  [['help'], /nsvm run IMAGE/],
  [['help', 'run'], /--timeout LIMIT/],
  [['run', '--help'], /--timeout LIMIT/],
  [['check', '-h'], /4096 bytes/],
  [['--version'], /^nsvm, QEMU-compatible version/],
  [['--help'], /QEMU/],
  [['-cpu', 'help'], /^Available CPUs:\nx86 max\n$/],
];
for (const [args, text] of printed) {
  test(`printed: ${args.join(' ') || '(nothing)'}`, async () => {
    const run = await nsvm(args);
    assert.deepEqual([run.status, run.err], [0, '']);
    assert.match(run.out, text);
  });
}
