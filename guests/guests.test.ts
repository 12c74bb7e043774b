import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

// Seen from the compiled file.
const root = new URL('../../', import.meta.url);

function run(machine: string, image: string, append: string): { status: number | null; output: string } {
  // prettier-ignore
  const args = [
    fileURLToPath(new URL('bin/nsvm', root)), '-kernel', fileURLToPath(new URL(`guests/images/${image}.elf`, root)),
    '-append', append, '-cpu', 'max,+svm', '-display', 'none', '-nodefaults', '-no-reboot', '-serial', 'stdio',
    '-device', 'isa-debug-exit,iobase=0xf4,iosize=0x4',
  ];
  const env = { ...process.env, NSVM_MACHINE: machine };
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  return { status, output: stdout.replaceAll('\r', '') };
}

const MACHINES = ['bare', 'nested'];

for (const machine of MACHINES) {
  test(`the demo on ${machine}`, () => {
    const { status, output } = run(machine, 'demo', '');
    assert.equal(status, 1, output);
    assert.match(output, /All as expected\.\n$/);
    assert.equal(output.match(/EXITCODE FFFFFFFFFFFFFFFF/g)?.length, 5);
    assert.match(output, /L2 says: my processor was made by HelloFromL1!/);
    assert.match(output, /L2's screen: written by L2 through nested paging/);
  });
}

test('L1 and L2 of the demo cannot tell the machines apart', () => {
  assert.equal(run('bare', 'demo', '').output, run('nested', 'demo', '').output);
});

// Checksums as QEMU computes them; ticks are instructions: the loop, its call and return, and what a run of no
// iterations takes.
const AROUND = 50;
const CALL_AND_RETURN = 2;
const LOOPS: [image: string, append: string, iterations: number, checksum: string, instructions: number][] = [
  ['alu', '0', 0, '5DD85C763D7A3395', -CALL_AND_RETURN],
  ['alu', 'some words 1000', 1000, 'F7ADF06815A15FF3', 10 * 1000],
  ['mem', '100', 100, '33D2B572D5F663B8', 100 * (6 * 4096 + 4)],
  ['wide', '100000', 100_000, '8F6962E1B5F1EDD1', 1_704_327],
  ['nbody', '1000', 1000, 'D66A41DBB6BF704B', 556 * 1000 + 4],
  ['strings', '1000', 1000, '1962BD2DD0580F5A', 4497 * 1000 + 6],
];

for (const machine of MACHINES) {
  for (const [image, append, iterations, checksum, instructions] of LOOPS) {
    test(`${image} ${append} on ${machine}`, () => {
      const ticks = instructions + CALL_AND_RETURN + AROUND;
      assert.equal(
        run(machine, image, append).output,
        `${image} iterations ${iterations} checksum ${checksum} ticks ${ticks}\n`,
      );
    });
  }
}
