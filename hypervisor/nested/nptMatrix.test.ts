import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { preparePagingCase, type PagingMode } from '../../tests/nestedPagingCase.js';
import { twins } from '../../tests/twins.js';

const L1_MODES = ['long', 'la57', 'pae', 'narrow'] as const;
const L2_MODES: readonly PagingMode[] = ['long', 'la57', 'pae', 'narrow', 'off', 'real'];
const MACHINES = [
  { cpu: 'max,phys-bits=40', physBits: 40, gbPages: true },
  { cpu: 'max,phys-bits=40,-pdpe1gb', physBits: 40, gbPages: false },
] as const;
const NAMES: Record<PagingMode, string> = {
  long: '64-bit mode',
  la57: '64-bit mode with five levels',
  pae: 'legacy PAE paging',
  narrow: '32-bit paging',
  off: 'protected mode without paging',
  real: 'real mode',
};
const SEEDS = Number(process.env['NSVM_PAGING_SEEDS'] ?? 25);
const FIRST = Number(process.env['NSVM_PAGING_FIRST'] ?? 1);

for (const machine of MACHINES)
  for (const l1 of L1_MODES)
    for (const l2 of L2_MODES)
      test(`N-70 N-71 N-72 N-74 N-75 N-7A: L1 in ${NAMES[l1]}, L2 in ${NAMES[l2]}${machine.gbPages ? '' : ', no pages of 1 GiB'}`, () => {
        const both = twins(machine.cpu);
        const resets = both.map((twin) => twin.mark());
        let ran = 0;
        for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
          for (const reset of resets) reset();
          const [found] = both.map((twin) => preparePagingCase(twin, l1, l2, machine, seed));
          if (!found) continue;
          ran++;
          const { name, expected } = found;
          for (const twin of both) twin.run(100_000);
          const [bare, nested] = both;
          for (const twin of both) {
            assert.equal(twin.field('exitCode'), expected.exitCode, `${name} (${twin.kind})`);
            if (expected.exitCode !== 0x81n)
              assert.deepEqual(
                [twin.field('exitInfo1').toString(16), twin.field('exitInfo2').toString(16)],
                [expected.info1.toString(16), expected.info2.toString(16)],
                `${name} (${twin.kind})`,
              );
            for (const [at, entry] of expected.written)
              assert.equal(
                twin.read64(Number(at)) & 0xffff_ffffn,
                entry & 0xffff_ffffn,
                `${name}: entry ${at.toString(16)} (${twin.kind})`,
              );
          }
          assert.deepEqual(differences(bare, nested), [], name);
        }
        assert.ok(ran > SEEDS / 2, 'most cases are of use');
      });
