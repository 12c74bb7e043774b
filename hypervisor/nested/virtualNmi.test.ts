import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import { twins } from '../../tests/twins.js';

const [PENDING, MASK, ENABLE] = [0x800n, 0x1000n, 0x400_0000n];
const NMI_COUNT = PLACE.counts + 16;
const VMMCALL = '0f01d9';
/** The handler of vector 2 does nothing but IRET, so the NMI that became pending meanwhile comes right after it. */
const [INTERCEPT_NMI, INTERCEPT_IRET] = [2, 1 << 20];

interface Case {
  readonly what: string;
  readonly intCtl: bigint;
  readonly eventInj?: number;
  readonly intercepts?: number;
  /** Result: the exit, int_ctl and how many NMIs were counted. */
  readonly exit: bigint;
  readonly after: bigint;
  readonly taken: bigint;
}

const CASES: readonly Case[] = [
  { what: 'IRET takes the mask off', intCtl: ENABLE | PENDING, exit: 0x81n, after: ENABLE, taken: 1n },
  {
    what: 'a masked one waits',
    intCtl: ENABLE | PENDING | MASK,
    exit: 0x81n,
    after: ENABLE | PENDING | MASK,
    taken: 0n,
  },
  {
    what: 'after an injected one',
    intCtl: ENABLE | PENDING,
    eventInj: 0x8000_0202,
    exit: 0x81n,
    after: ENABLE,
    taken: 2n,
  },
  {
    what: 'IRET is intercepted',
    intCtl: ENABLE | PENDING,
    intercepts: INTERCEPT_IRET,
    exit: 0x74n,
    after: ENABLE | MASK,
    taken: 1n,
  },
  { what: 'without the enable bit', intCtl: PENDING | MASK, exit: 0x81n, after: PENDING | MASK, taken: 0n },
];

for (const { what, intCtl, eventInj = 0, intercepts = 0, exit, after, taken } of CASES)
  for (const miscCtl of [0, 1])
    test(`N-A3: virtual NMI: ${what}, nested paging ${miscCtl}`, () => {
      const [bare, nested] = twins();
      for (const twin of [bare, nested]) {
        twin.vmcb12({ intCtl, eventInj, miscCtl, interceptMisc1: INTERCEPT_NMI | intercepts });
        twin.write(PLACE.l1Code, '0f01d8 f4');
        twin.write(PLACE.l2Code, VMMCALL);
        twin.run(100_000);
      }
      assert.deepEqual([bare.field('exitCode'), bare.field('intCtl')], [exit, after]);
      assert.equal(bare.read64(NMI_COUNT), taken);
      assert.deepEqual(differences(bare, nested), []);
    });

test('an exit from the delivery of a virtual NMI leaves it to be injected: it masks none', () => {
  for (const [what, eventInj, intCtl] of [
    ['pending', 0, ENABLE | PENDING],
    ['injected', 0x8000_0202, ENABLE],
  ] as const) {
    const [bare, nested] = twins();
    for (const twin of [bare, nested]) {
      // No interrupt table: #GP is intercepted.
      twin.vmcb12({
        intCtl,
        eventInj,
        idtrLimit: 0,
        interceptExceptions: 1 << 13,
        interceptMisc1: INTERCEPT_NMI,
      });
      twin.write(PLACE.l1Code, '0f01d8 f4');
      twin.write(PLACE.l2Code, VMMCALL);
      twin.run(100_000);
    }
    const found = [bare.field('exitCode'), bare.field('exitIntInfo'), bare.field('intCtl')];
    assert.deepEqual(found, [0x4dn, 0x8000_0202n, ENABLE], what);
    assert.deepEqual(differences(bare, nested), []);
  }
});

test('without the feature virtual NMIs are ignored on both machines', () => {
  const [bare, nested] = twins('max,-vnmi');
  for (const twin of [bare, nested]) {
    twin.vmcb12({ intCtl: ENABLE | PENDING });
    twin.write(PLACE.l1Code, '0f01d8 f4');
    twin.write(PLACE.l2Code, VMMCALL);
    twin.run(100_000);
  }
  assert.deepEqual([bare.field('exitCode'), bare.field('intCtl')], [0x81n, ENABLE | PENDING]);
  assert.equal(bare.read64(NMI_COUNT), 0n);
  assert.deepEqual(differences(bare, nested), []);
});
