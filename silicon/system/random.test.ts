import assert from 'node:assert/strict';
import test from 'node:test';
import { Program } from '../../tests/program.js';

const MODELS = [
  ['RDRAND', '0fc7f0', 'rdrand'],
  ['RDSEED', '0fc7f8', 'rdseed'],
] as const;
const CF = 1n;
const ARITHMETIC = 0x8d5n;
const UD = 6;

for (const [name, code, feature] of MODELS) {
  test(`${name} gives the numbers of its seed again`, () => {
    const sequence = (seed: bigint): bigint[] => {
      const program = new Program();
      program.set64('RANDOM', seed);
      return [1, 2, 3].map(() => {
        program.run(`48${code}`);
        return program.rax;
      });
    };
    // The first numbers of SplitMix64.
    assert.deepEqual(sequence(0n), [0xe220a8397b1dcdafn, 0x6e789e6aa1b965f4n, 0x06c45d188009454fn]);
    assert.notDeepEqual(sequence(1n), sequence(0n));
  });
  test(`${name} writes its operand size and sets CF alone`, () => {
    for (const [prefix, rax] of [
      ['', 0x7b1dcdafn],
      ['66', 0xffff_ffff_ffff_cdafn],
    ] as const) {
      const program = new Program();
      program.set64('RANDOM', 0n);
      program.run(`${prefix}${code}`, { rax: 0xffff_ffff_ffff_ffffn, flags: ARITHMETIC });
      assert.equal(program.rax, rax);
      assert.equal(program.call('getFlags') & ARITHMETIC, CF);
    }
  });
  test(`${name} is #UD without ${feature}`, () => {
    assert.equal(new Program(`max,-${feature}`).run(code), UD);
  });
}

test('RDRAND has no other prefixes', () => {
  for (const prefix of ['f2', 'f3', 'f0']) assert.equal(new Program().run(`${prefix}0fc7f0`), UD, prefix);
});
