import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import type { Io } from './io.js';
import { main } from './main.js';

const DEMO = new URL('../../guests/images/demo.elf', import.meta.url);

/** Run the program on the demonstration image; `t` is where a trace goes. */
type Told = { status: number; out: string; err: string; t: string };
const nsvm = (...args: string[]): Promise<Told> => nsvmWith({}, ...args);
async function nsvmWith(env: Record<string, string>, ...args: string[]): Promise<Told> {
  const text = { out: '', err: '', t: '' };
  const sink = (name: keyof typeof text): Io['stdout'] => ({
    write: (data) => void (text[name] += Buffer.from(data as Uint8Array).toString('latin1')),
  });
  const io: Io = {
    stdout: sink('out'),
    stderr: sink('err'),
    readFile: () => readFileSync(DEMO),
    createFile: () => sink('t'),
    openInput: () => ({ close: () => undefined }),
    now: () => 0,
  };
  return { status: await main(args, env, io), ...text };
}

test('the demonstration: each failing VMRUN is explained, the same on both machines', async () => {
  const plain = await nsvm('run', 'demo.elf');
  assert.equal(plain.err, '');
  const [nested, bare] = [
    await nsvm('run', '--explain', '--trace', 't', 'demo.elf'),
    await nsvm('run', '--explain', '--trace', 't', '--machine', 'bare', 'demo.elf'),
  ];
  for (const run of [nested, bare]) assert.deepEqual([run.status, run.out], [plain.status, plain.out]);
  assert.equal(bare.err.replaceAll('checked by the processor', 'checked by the L0'), nested.err);
  const blocks = nested.err.split(/^VMRUN failure \d+: .*\n/m).slice(1);
  const rows = blocks.map((block) => [...block.matchAll(/^ {2}(\w+) +\S/gm)].map(([, id]) => id).join(' '));
  assert.deepEqual(rows, ['C2', 'S7', 'S2', 'C1', 'C2 S1 S7 S11 E1']);
  assert.match(blocks[1], /CR0 \(558h\) = 20000010h: NW \(bit 29\) = 1, CD \(bit 30\) = 0/);
  for (const { t } of [nested, bare]) assert.equal(t.match(/kvm_nested_vmenter_failed: /g)?.length, 9);
});

test('the demonstration: L1 hears of the same exits for the same reasons on both machines', async () => {
  const [nested, bare] = [
    await nsvm('run', '--explain=exits', 'demo.elf'),
    await nsvm('run', '--explain=exits', '--machine', 'bare', 'demo.elf'),
  ];
  const blocks = (text: string): string[] => text.split(/^exit \d+: /m).slice(1);
  // The exits that are the L0's alone, and what only it has to say. To it a VMRUN that fails is an exit of L1 before it is one to L1.
  const alike = (block: string): string =>
    block
      .replace(/^ {2}(why|the) L0 .*\n/gm, '')
      .replace(/VMEXIT_VMRUN, for L1 /, '')
      .replace(/(VMEXIT_INVALID)[^(]*\(.*\)/, '$1')
      .replace(/, to L1[^(]* \(/, ', to L1 (');
  const told = blocks(nested.err).filter((block) => /, (to|for) L1/.test(block));
  assert.deepEqual(told.map(alike), blocks(bare.err).map(alike));
  assert.equal(told.length, 11);
});

test('the demonstration: events are decided alike on both machines', async () => {
  const [nested, bare] = [
    await nsvm('run', '--explain=events', 'demo.elf'),
    await nsvm('run', '--explain=events', '--machine', 'bare', 'demo.elf'),
  ];
  assert.equal(nested.err, bare.err);
  assert.match(nested.err, /^event in L1: interrupt: held; GIF is 0/m);
});

test('explanations go to a file when there is one', async () => {
  const { err, t } = await nsvm('run', '--explain-file', 't', 'demo.elf');
  assert.equal(err, '');
  assert.match(t, /^VMRUN failure 5: /m);
});

const QEMU = ['-kernel', 'demo.elf', '-serial', 'stdio', '-no-reboot'];
const DEBUG_EXIT = ['-cpu', 'max', '-m', '1g', '-device', 'isa-debug-exit,iobase=0xf4,iosize=0x4'];

test('QEMU mode explains nothing', async () => {
  assert.equal((await nsvm(...QEMU, ...DEBUG_EXIT)).err, '');
});

test('but what the environment asks for', async () => {
  const native = await nsvm('run', '--explain=exits', 'demo.elf');
  const exits = await nsvmWith({ NSVM_EXPLAIN: 'exits' }, ...QEMU, ...DEBUG_EXIT);
  assert.equal(exits.err, native.err);
  const file = await nsvmWith({ NSVM_EXPLAIN: 'exits', NSVM_EXPLAIN_FILE: 't' }, ...QEMU, ...DEBUG_EXIT);
  assert.deepEqual([file.err, file.t], ['', native.err]);
  const wrong = await nsvmWith({ NSVM_EXPLAIN: 'why' }, ...QEMU);
  assert.match(wrong.err, /NSVM_EXPLAIN: there is no 'why'/);
});
