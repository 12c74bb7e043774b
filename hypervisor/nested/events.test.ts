import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import type { Fields, Twin } from '../../fuzz/twin.js';
import { CODE, flag, interrupt, pend, play, popf, taken } from '../../tests/play.js';

const { vmrun, vmmcall, hlt, clgi, stgi, sti, nop } = CODE;
const [VMMCALL, INTR, NMI, SMI, INIT, VINTR, PF, NPF, SHUTDOWN] = [
  0x81n,
  0x60n,
  0x61n,
  0x62n,
  0x63n,
  0x64n,
  0x4en,
  0x400n,
  0x7fn,
];
const INTERCEPT = { intr: 1, nmi: 2, smi: 4, init: 8, vintr: 16, shutdown: 0x8000_0000 } as const;
const [IF, TF] = [0x200, 0x100];
const [V_IRQ, V_GIF, V_IGN_TPR, V_INTR_MASKING, V_GIF_ENABLE] = [
  0x100, 0x200, 0x10_0000, 0x100_0000, 0x200_0000,
];
/** A virtual interrupt of priority 1. */
const VIRTUAL = V_IRQ | 0x1_0000;
const VECTOR = 0x53;
const NOPS = nop.repeat(6);
const handler = (vector: number): number => PLACE.stubs + 32 * vector;
const vmrunAt = PLACE.l1Code + 3;
/** NPT02 has no page but those that L2 has touched: its stack is found by the L0 in the midst of a delivery. */
const COLD = { miscCtl: 1 } as const;
/** NPT12 has no stack for L2: the fault is L1's. */
const noStack = (twin: Twin): void => twin.write64(PLACE.npt12 + 0x3000 + 8 * ((PLACE.l2Stack >> 12) - 1), 0);

const PENDING: readonly (readonly [
  what: string,
  happen: (twin: Twin) => void,
  intercept: number,
  exit: bigint,
])[] = [
  ['an interrupt', interrupt(0x51), INTERCEPT.intr, INTR],
  ['an NMI', pend('PENDING_NMI'), INTERCEPT.nmi, NMI],
  ['an SMI', pend('PENDING_SMI'), INTERCEPT.smi, SMI],
  ['INIT', pend('PENDING_INIT'), INTERCEPT.init, INIT],
];
for (const [what, happen, interceptMisc1, exit] of PENDING) {
  test(`N-60: ${what} that waits at VMRUN exits after the event that L1 injects has been delivered`, () => {
    for (const fields of [{}, COLD]) {
      const [bare] = play({
        l1: `${clgi} ${sti} ${vmrun} ${hlt}`,
        fields: { eventInj: 0x8000_0041, interceptMisc1, intCtl: V_INTR_MASKING, ...fields },
        at: [[vmrunAt + 1, happen]],
      });
      assert.deepEqual(
        [bare.field('exitCode'), bare.field('rip'), bare.field('exitIntInfo'), bare.field('rsp')],
        [exit, BigInt(handler(0x41)), 0n, BigInt(PLACE.l2Stack - 0x28)],
      );
      assert.equal(bare.inL2, false);
    }
  });
  test(`N-61: ${what} waits until the delivery that the L0 cuts short is over`, () => {
    // INT n pushes to a page that NPT02 has not got yet.
    const [bare] = play({
      l2: `90 cd41 ${vmmcall}`,
      fields: { interceptMisc1, rflags: 2, intCtl: V_INTR_MASKING, ...COLD },
      l1: `${clgi} ${sti} ${vmrun} ${hlt}`,
      at: [[handler(0x41), happen]],
    });
    assert.deepEqual(
      [bare.field('exitCode'), bare.field('rip'), bare.field('exitIntInfo')],
      [exit, BigInt(handler(0x41)), 0n],
    );
  });
  test(`N-69: ${what} waits while GIF is clear`, () => {
    const [bare] = play({
      l1: `${clgi} ${sti} ${NOPS} ${vmrun} ${hlt}`,
      fields: { interceptMisc1, rflags: IF },
      at: [[PLACE.l1Code + 6, happen]],
    });
    // It is L2's VMRUN that opens GIF.
    assert.deepEqual([bare.field('exitCode'), bare.field('rip')], [exit, BigInt(PLACE.l2Code)]);
  });
}

test('N-61: what L1 intercepts waits for a delivery, also where that ends in another exit', () => {
  const [bare] = play({
    l2: `90 cd41 ${vmmcall}`,
    fields: { interceptMisc1: INTERCEPT.nmi, ...COLD },
    prepare: noStack,
    at: [[PLACE.l2Code + 1, () => undefined]],
  });
  assert.deepEqual(
    [bare.field('exitCode'), bare.field('exitIntInfo'), bare.field('rip')],
    [NPF, 0x8000_0441n, BigInt(PLACE.l2Code + 1)],
  );
});

test('N-63: an SMI that is intercepted waits after its exit and is taken when L1 sets GIF', () => {
  const [bare] = play({
    l1: `${vmrun} ${nop} ${stgi} ${NOPS} ${hlt}`,
    l2: `${NOPS} ${vmmcall}`,
    fields: { interceptMisc1: INTERCEPT.smi },
    prepare: (twin) => twin.write64(0x3_ff78, 0),
    at: [[PLACE.l2Code + 1, pend('PENDING_SMI')]],
  });
  assert.deepEqual([bare.field('exitCode'), bare.field('exitInfo1')], [SMI, 1n]);
  // RIP in the save map.
  assert.equal(bare.read64(0x3_ff78), BigInt(PLACE.l1Code + 7));
  assert.equal(flag(bare, 'PENDING_SMI'), 0);
});

test('N-64: an NMI waits behind its mask and the shadow, which an intercept does not look at', () => {
  // STI at the first instruction of L2 makes the shadow; the NMI comes in it.
  for (const [interceptMisc1, where] of [
    [0, PLACE.l2Code + 2],
    [INTERCEPT.nmi, PLACE.l2Code + 1],
  ] as const) {
    const [bare] = play({
      l2: `${sti} ${NOPS} ${vmmcall}`,
      fields: { interceptMisc1 },
      at: [[PLACE.l2Code + 1, pend('PENDING_NMI')]],
    });
    if (interceptMisc1) {
      assert.deepEqual(
        [bare.field('exitCode'), bare.field('rip'), bare.field('intState')],
        [NMI, BigInt(where), 1n],
      );
      assert.equal(flag(bare, 'PENDING_NMI'), 1, "it is L1's");
    } else assert.equal(bare.read64(PLACE.l2Stack - 0x28), BigInt(where));
  }
  // The handler of an NMI in L2: a second one waits for IRET.
  const [bare] = play({
    l2: `${NOPS} ${vmmcall}`,
    at: [
      [PLACE.l2Code + 1, pend('PENDING_NMI')],
      [handler(2) + 8, (twin) => (pend('PENDING_NMI')(twin), assert.equal(taken(twin, 2), 1))],
    ],
  });
  assert.equal(taken(bare, 2), 2);
});

test('N-64: an intercepted NMI is taken by L1 when it sets GIF', () => {
  const [bare] = play({
    l1: `${vmrun} ${nop} ${stgi} ${nop} ${hlt}`,
    l2: `${NOPS} ${vmmcall}`,
    fields: { interceptMisc1: INTERCEPT.nmi },
    at: [[PLACE.l2Code + 1, pend('PENDING_NMI')]],
  });
  assert.deepEqual(
    [bare.field('exitCode'), taken(bare, 2), bare.read64(PLACE.l1Stack - 0x28)],
    [NMI, 1, BigInt(PLACE.l1Code + 7)],
  );
});

/** RFLAGS.IF of L1 and L2, V_INTR_MASKING and the intercept; what comes of an interrupt in L2. */
const INTERRUPTS: readonly (readonly [
  l1: 0 | 1,
  l2: 0 | 1,
  masking: 0 | 1,
  intercept: 0 | 1,
  outcome: 'exit' | 'L2' | 'waits',
])[] = [
  [0, 0, 0, 0, 'waits'],
  [0, 1, 0, 0, 'L2'],
  [1, 0, 0, 0, 'waits'],
  [0, 0, 0, 1, 'waits'],
  [0, 1, 0, 1, 'exit'],
  [1, 0, 0, 1, 'waits'],
  [0, 1, 1, 0, 'waits'],
  [1, 0, 1, 0, 'L2'],
  [0, 1, 1, 1, 'waits'],
  [1, 0, 1, 1, 'exit'],
];
for (const [l1, l2, masking, intercept, outcome] of INTERRUPTS)
  test(`N-65: an interrupt with IF ${l1} in L1 and ${l2} in L2, V_INTR_MASKING ${masking}, intercept ${intercept}: ${outcome}`, () => {
    const [bare] = play({
      l1: `${clgi} ${l1 ? sti : CODE.cli} ${vmrun} ${hlt}`,
      l2: `${NOPS} ${vmmcall}`,
      fields: { intCtl: masking ? V_INTR_MASKING : 0, rflags: l2 ? IF : 2, interceptMisc1: intercept },
      at: [[PLACE.l2Code + 2, interrupt(0x51)]],
    });
    assert.equal(bare.field('exitCode'), outcome === 'exit' ? INTR : VMMCALL);
    assert.equal(taken(bare, 0x51), outcome === 'L2' ? 1 : 0);
    assert.equal(
      flag(bare, 'APIC_INTR'),
      outcome === 'L2' ? 0 : 1,
      'who has not taken it has not acknowledged it',
    );
  });
test('N-65: an intercepted interrupt does not mind the shadow', () => {
  const [bare] = play({
    l2: `${sti} ${NOPS} ${vmmcall}`,
    fields: { interceptMisc1: INTERCEPT.intr },
    at: [[PLACE.l2Code + 1, interrupt(0x51)]],
  });
  assert.deepEqual(
    [bare.field('exitCode'), bare.field('rip'), bare.field('intState')],
    [INTR, BigInt(PLACE.l2Code + 1), 1n],
  );
});

const MASKED: readonly (readonly [what: string, fields: Fields, taken: boolean])[] = [
  ['its priority above V_TPR', { intCtl: VIRTUAL }, true],
  ['its priority equal to V_TPR', { intCtl: VIRTUAL | 1 }, false],
  ['V_IGN_TPR', { intCtl: VIRTUAL | V_IGN_TPR | 0xf }, true],
  ['IF clear', { intCtl: VIRTUAL, rflags: 2 }, false],
  ['its GIF clear', { intCtl: VIRTUAL | V_GIF_ENABLE }, false],
  ['its GIF set', { intCtl: VIRTUAL | V_GIF_ENABLE | V_GIF }, true],
  ['V_INTR_MASKING, and IF of L1 clear', { intCtl: VIRTUAL | V_INTR_MASKING }, true],
];
for (const [what, fields, comes] of MASKED)
  test(`N-66: a virtual interrupt with ${what} ${comes ? 'comes' : 'waits'}`, () => {
    const scene = { l2: `${NOPS} ${vmmcall}`, fields: { rflags: IF, intVector: VECTOR, ...fields } };
    const [bare] = play(scene);
    assert.equal(taken(bare, VECTOR), comes ? 1 : 0);
    assert.equal(bare.field('intCtl') & BigInt(V_IRQ), comes ? 0n : BigInt(V_IRQ));
    const [exited] = play({ ...scene, fields: { ...scene.fields, interceptMisc1: INTERCEPT.vintr } });
    assert.equal(exited.field('exitCode'), comes ? VINTR : VMMCALL);
    assert.equal(exited.field('intCtl') & BigInt(V_IRQ), BigInt(V_IRQ), 'an exit leaves it pending');
  });

test('N-67: of what waits together the physical comes before the virtual, and the higher first', () => {
  const order: string[] = [];
  const note = (what: string) => (twin: Twin) => void (twin.kind === 'bare' && order.push(what));
  play({
    l1: `${clgi} ${vmrun} ${hlt}`,
    l2: `${NOPS} ${vmmcall}`,
    fields: { rflags: IF, intCtl: VIRTUAL, intVector: VECTOR },
    at: [
      [
        vmrunAt,
        (twin) =>
          [interrupt(0x51), pend('PENDING_NMI'), pend('PENDING_SMI')].forEach((happen) => happen(twin)),
      ],
      [0x8000, note('SMI')],
      [handler(2) + 8, note('NMI')],
      [handler(0x51) + 8, note('INTR')],
      [handler(VECTOR) + 8, note('VINTR')],
    ],
  });
  assert.deepEqual(order, ['SMI', 'NMI', 'INTR', 'VINTR']);
});

test('N-68: TF of L2 traps after its first instruction, TF of L1 after the exit', () => {
  const where: bigint[] = [];
  const note = (twin: Twin): void =>
    void (twin.kind === 'bare' && where.push(twin.read64(Number(twin.get('REGS', 4)))));
  const [bare] = play({ l2: `${nop} 9c 58 0f01d9`, fields: { rflags: TF }, at: [[handler(1) + 8, note]] });
  assert.deepEqual(where, [BigInt(PLACE.l2Code + 1)]);
  assert.equal(taken(bare, 1), 3);
  const [stepped] = play({
    l1: `${popf(TF)} ${vmrun} ${popf(2)} ${hlt}`,
    l2: `${NOPS} ${vmmcall}`,
    at: [[handler(1) + 8, note]],
  });
  assert.equal(where[1], BigInt(PLACE.l1Code + 9));
  assert.equal(stepped.field('rflags') & 0x100n, 0n, 'L2 knows nothing of it');
  assert.equal(taken(stepped, 1), 3);
});

test('N-69: breakpoints on instructions are lost while GIF is clear, single steps are not', () => {
  const [bare] = play({
    l1: `48c7c300070000 0f23fb ${clgi} ${nop} ${nop} ${popf(TF)} ${nop} ${popf(2)} ${stgi} ${hlt}`,
    prepare: (twin) => twin.set('DR', PLACE.l1Code + 14),
  });
  assert.equal(taken(bare, 1), 3);
});

test("N-6A: the shadow of VMCB12 covers L2's first instruction, and L1's STI only the VMRUN", () => {
  for (const [intState, first] of [
    [0, PLACE.l2Code],
    [1, PLACE.l2Code + 1],
  ] as const) {
    const [bare] = play({
      l1: `${clgi} ${sti} ${vmrun} ${hlt}`,
      l2: `${NOPS} ${vmmcall}`,
      fields: { intState, rflags: IF },
      at: [[vmrunAt + 1, interrupt(0x51)]],
    });
    assert.deepEqual([taken(bare, 0x51), bare.read64(PLACE.l2Stack - 0x28)], [1, BigInt(first)]);
  }
  // L1 after the exit: nothing shadows the interrupt once GIF is set.
  const [bare] = play({
    l1: `${clgi} ${sti} ${vmrun} ${stgi} ${nop} ${hlt}`,
    l2: `8ed1 ${vmmcall}`,
    fields: { intCtl: V_INTR_MASKING, interceptMisc1: INTERCEPT.intr },
    at: [[vmrunAt + 1, interrupt(0x51)]],
  });
  assert.deepEqual(
    [bare.field('exitCode'), taken(bare, 0x51), bare.read64(PLACE.l1Stack - 0x28)],
    [INTR, 1, BigInt(PLACE.l1Code + 10)],
  );
});

test('N-6B: faults in the delivery of an injected event are as if it had happened', () => {
  const PF_BIT = 1 << 14;
  const DF_BIT = 1 << 8;
  for (const [what, eventInj, fields, exit, info] of [
    // The stack is nowhere: #PF of an interrupt; #DF of a page fault.
    ['an interrupt', 0x8000_0041, { interceptExceptions: PF_BIT }, PF, 0x8000_0041n],
    ['a page fault', 0x8000_0b0e, { interceptExceptions: DF_BIT }, 0x48n, 0x8000_0b0en],
    ['a contributory fault', 0x8000_0b0d, { interceptExceptions: DF_BIT, idtrLimit: 0 }, 0x48n, 0x8000_0b0dn],
    ['a double fault', 0x8000_0b08, { interceptMisc1: INTERCEPT.shutdown }, SHUTDOWN, 0x8000_0b08n],
  ] as const) {
    const [bare] = play({ fields: { eventInj, rsp: 0x4000_0000n, ...fields } });
    assert.deepEqual(
      [bare.field('exitCode'), bare.field('exitIntInfo'), bare.field('rip')],
      [exit, info, BigInt(PLACE.l2Code)],
      what,
    );
  }
});

test('N-6C: an exit for an event of the outside tells of no delivery', () => {
  for (const [, happen, interceptMisc1, exit] of PENDING) {
    const [bare] = play({
      l2: `${NOPS} ${vmmcall}`,
      fields: { rflags: IF, interceptMisc1, exitIntInfo: 0x8000_0041, exitIntInfoErr: 9 },
      at: [[PLACE.l2Code + 2, happen]],
    });
    assert.deepEqual(
      [bare.field('exitCode'), bare.field('exitIntInfo'), bare.field('exitIntInfoErr')],
      [exit, 0n, 0n],
    );
  }
});

const CUT: readonly (readonly [
  what: string,
  l2: string,
  vector: number,
  fields: Fields,
  happen?: (twin: Twin) => void,
])[] = [
  ['an exception', '90 06', 6, {}],
  ['a page fault, with its address', '90 8a042590909050', 14, {}],
  ['INT n', '90 cd41', 0x41, {}],
  ['INT3', '90 cc', 3, {}],
  ['ICEBP', '90 f1', 1, {}],
  ['an interrupt', `90 90 90`, 0x51, { rflags: IF }, interrupt(0x51)],
  ['an NMI', `90 90 90`, 2, {}, pend('PENDING_NMI')],
  ['a virtual interrupt', '90 90', VECTOR, { rflags: IF, intCtl: VIRTUAL, intVector: VECTOR, intState: 1 }],
  ['an injected exception', '90', 13, { eventInj: 0x8000_0b0d, eventInjErr: 8 }],
  ['an injected interrupt', '90', 0x55, { eventInj: 0x8000_0055 }],
  ['an injected INT n', '90', 0x56, { eventInj: 0x8000_0456, nRip: PLACE.l2Code + 1 }],
  ['an injected INT3', '90', 3, { eventInj: 0x8000_0303, nRip: PLACE.l2Code + 1 }],
  ['an injected NMI', '90', 2, { eventInj: 0x8000_0202 }],
];
for (const [what, l2, vector, fields, happen] of CUT)
  for (const cpu of ['max', 'max,-nrip-save'])
    test(`N-6D: ${what} whose delivery the L0 cuts short comes once, or is L1's to inject: ${cpu}`, () => {
      const scene = {
        cpu,
        l2: `${l2} ${NOPS} ${vmmcall}`,
        fields: { ...COLD, ...fields },
        ...(happen ? { at: [[PLACE.l2Code + 1, happen]] as const } : {}),
      };
      const [bare] = play(scene);
      assert.deepEqual([bare.field('exitCode'), taken(bare, vector)], [VMMCALL, 1]);
      const [cut] = play({ ...scene, prepare: noStack });
      assert.deepEqual([cut.field('exitCode'), taken(cut, vector)], [NPF, 0]);
      assert.equal(cut.field('exitIntInfo') & 0x8000_00ffn, BigInt(0x8000_0000 + vector));
    });
