import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import type { Fields, Twin } from '../../fuzz/twin.js';
import { VMCB, VMCB_ROWS, VMCB_SIZE } from '../../spec/vmcb.js';
import { CODE, flag, interrupt, length, pend, play, popf, taken } from '../../tests/play.js';

const { vmrun, vmmcall, hlt, clgi, stgi } = CODE;
const [VMMCALL, INTR, GP_EXIT] = [0x81n, 0x60n, 0x4dn];
const INTERCEPT_INTR = 1;
const INTERRUPTS_ON = 0x202;
/** A handler counts, then returns. */
const INC = 8;
const handler = (vector: number): number => PLACE.stubs + 32 * vector;

test('N-41: L2 is left, also out of HLT, and L1 runs', () => {
  const [bare, nested] = play({
    l1: `${vmrun} 90 ${hlt}`,
    l2: `${hlt} 90`,
    fields: { rflags: INTERRUPTS_ON, interceptMisc1: INTERCEPT_INTR },
    at: [[PLACE.l2Code + 1, interrupt(0x51)]],
  });
  assert.deepEqual([bare.field('exitCode'), bare.field('rip')], [INTR, BigInt(PLACE.l2Code + 1)]);
  assert.equal(bare.get('RIP'), BigInt(PLACE.l1Code + 5));
  const { inL2, vmcb12Pa, shadow, nestedNpt, halted } = nested.l0!.vcpu(0);
  assert.deepEqual(
    { inL2, vmcb12Pa, shadow, nestedNpt, halted },
    { inL2: false, vmcb12Pa: 0, shadow: null, nestedNpt: false, halted: false },
  );
});

/** What was being delivered when the interrupt table turned out to be empty: code of L2, what befalls it, what EXITINTINFO tells. */
const DELIVERIES: readonly (readonly [
  what: string,
  l2: string,
  fields: Fields,
  info: number,
  error?: number,
  happen?: (twin: Twin) => void,
])[] = [
  ['#UD', '90 0f0b', {}, 0x8000_0306],
  ['#PF', `90 8b042500000001`, {}, 0x8000_0b0e, 0],
  ['INT3', '90 cc', {}, 0x8000_0303],
  ['ICEBP', '90 f1', {}, 0x8000_0301],
  ['INT n', '90 cd80', {}, 0x8000_0480],
  ['an NMI', '90 90 90', {}, 0x8000_0202, 0, pend('PENDING_NMI')],
  ['an interrupt', '90 90 90', { rflags: INTERRUPTS_ON }, 0x8000_0051, 0, interrupt(0x51)],
  [
    'a virtual interrupt',
    '90 90 90',
    { rflags: INTERRUPTS_ON, intCtl: 0x1_0100, intVector: 0x53, intState: 1 },
    0x8000_0053,
  ],
  ['an injected exception', '90', { eventInj: 0x8000_0b0a, eventInjErr: 0x1234 }, 0x8000_0b0a, 0x1234],
  ['an injected interrupt', '90', { eventInj: 0x8000_0055 }, 0x8000_0055],
  ['an injected NMI', '90', { eventInj: 0x8000_0202 }, 0x8000_0202],
];
for (const [what, l2, fields, info, error = 0, happen] of DELIVERIES)
  for (const miscCtl of [0, 1])
    test(`N-42: EXITINTINFO after a fault in the delivery of ${what}, nested paging ${miscCtl}`, () => {
      const [bare] = play({
        l2: `${l2} ${vmmcall}`,
        fields: { idtrLimit: 0, interceptExceptions: 1 << 13, miscCtl, nRip: PLACE.l2Code, ...fields },
        ...(happen ? { at: [[PLACE.l2Code + 1, happen]] } : {}),
      });
      assert.deepEqual(
        [bare.field('exitCode'), bare.field('exitIntInfo'), bare.field('exitIntInfoErr')],
        [GP_EXIT, BigInt(info), BigInt(error)],
      );
    });

test('N-42: an L1 that injects what EXITINTINFO tells it, and runs the same VMCB again, loses nothing', () => {
  // The table is made whole; EXITINTINFO becomes EVENTINJ; the second VMRUN delivers.
  const whole = `66c78684040000ff0f 488b8e88000000 48898ea8000000`;
  for (const [, l2, fields, info, , happen] of DELIVERIES) {
    const [bare] = play({
      l1: `${vmrun} ${whole} ${vmrun} ${hlt}`,
      l2: `${l2} ${vmmcall}`,
      fields: { idtrLimit: 0, interceptExceptions: 1 << 13, nRip: PLACE.l2Code, ...fields },
      ...(happen ? { at: [[PLACE.l2Code + 1, happen]] } : {}),
    });
    assert.ok(taken(bare, info & 0xff) >= 1, `${info.toString(16)}`);
  }
});

test('N-42: the exit writes what it must, and every other byte of VMCB12 is as L1 left it', () => {
  const own = new Set([
    'intCtl',
    'intState',
    'exitCode',
    'exitInfo1',
    'exitInfo2',
    'exitIntInfo',
    'exitIntInfoErr',
    'eventInj',
    'eventInjErr',
    'nRip',
    'insnLen',
    'insnBytes',
    'busLockCounter',
    'gPat',
  ]);
  const writable = new Set(
    VMCB_ROWS.filter(([key, row]) => own.has(key) || row.exit === 'writeback').flatMap(
      ([, { offset, width }]) => Array.from({ length: width }, (_, n) => offset + n),
    ),
  );
  let before = Buffer.alloc(0);
  const [bare] = play({
    fields: { miscCtl: 1 },
    prepare: (twin) => {
      // Reserved bytes and fields that mean nothing here hold something.
      const page = Buffer.from(twin.cpu.readPhysical(PLACE.vmcb12, VMCB_SIZE));
      for (let at = 0x700; at < VMCB_SIZE; at++) page[at] = 0x5a;
      for (let at = 0x150; at < 0x400; at++) page[at] = 0x5b;
      for (const key of [
        'star',
        'lstar',
        'kernelGsBase',
        'fsBase',
        'trBase',
        'avicApicBar',
        'vmsaPa',
      ] as const)
        page.writeUInt32LE(0x1357, VMCB[key].offset);
      twin.write(PLACE.vmcb12, page);
      before = page;
    },
  });
  const after = bare.cpu.readPhysical(PLACE.vmcb12, VMCB_SIZE);
  assert.deepEqual(
    [...after.keys()].filter((at) => after[at] !== before[at] && !writable.has(at)),
    [],
  );
  assert.equal(bare.field('exitCode'), VMMCALL);
});

test('N-44: GIF is clear after an exit, and what waits is taken when L1 sets it', () => {
  const [bare] = play({
    l1: `${vmrun} 90 90 90 ${stgi} 90 ${hlt}`,
    at: [
      [PLACE.l1Code + 4, pend('PENDING_NMI')],
      [PLACE.l1Code + 6, (twin) => assert.equal(taken(twin, 2), 0)],
    ],
  });
  assert.equal(taken(bare, 2), 1);
});

test('N-45: an event that L2 was cut short in is not delivered to L1', () => {
  const [bare] = play({
    l1: `${stgi} ${vmrun} ${stgi} 90 ${CODE.cpuid} 0f01db ${hlt}`,
    l2: 'cd80',
    fields: { idtrLimit: 0, interceptExceptions: 1 << 13 },
  });
  assert.deepEqual([bare.field('exitIntInfo'), taken(bare, 0x80), taken(bare, 13)], [0x8000_0480n, 0, 0]);
});

test('N-47: the exit clears RF and VM, turns breakpoints off and goes to CPL 0', () => {
  const [bare] = play({
    l1: `48c7c300070000 0f23fb ${vmrun} ${hlt}`,
    fields: {
      efer: 0x1000,
      cr0: 0x11,
      rflags: 0x2_0002,
      csSelector: PLACE.l2Code >> 4,
      csBase: PLACE.l2Code,
      csLimit: 0xffff,
      rip: 0,
      dr7: 0x455,
    },
    at: [[PLACE.l1Code + 10, (twin) => twin.cpu.wasm.setFlags(0x1_0a93n)]],
  });
  assert.equal(bare.field('exitCode'), VMMCALL);
  assert.equal(bare.field('rflags') >> 17n, 1n);
  assert.deepEqual([bare.get('DR', 7), flag(bare, 'CPL')], [0x400n, 0]);
  assert.equal(BigInt.asUintN(64, bare.cpu.wasm.getFlags()), (0xa93n & ~0x100n) | 0n);
});

test('N-49: what waits in L2 is no event of L1', () => {
  const [bare] = play({
    l1: `${clgi} ${CODE.sti} ${vmrun} ${stgi} 90 90 ${hlt}`,
    fields: { intCtl: 0x1f_0100 | 0x1000_0000, intVector: 0x53, rflags: 2 },
  });
  assert.equal(bare.field('intCtl') & 0x100n, 0x100n, 'it waits still');
  assert.equal(taken(bare, 0x53), 0);
});

test('N-4A: a VMRUN that is single-stepped traps in L1 after the exit, though GIF is clear', () => {
  for (const guestAsid of [1, 0]) {
    const l1 = `${clgi} ${popf(0x102)} ${vmrun} ${popf(2)} ${hlt}`;
    const behind = PLACE.l1Code + length(`${clgi} ${popf(0x102)} ${vmrun}`);
    const stacked: bigint[] = [];
    const note = (twin: Twin): void => void stacked.push(twin.read64(Number(twin.get('REGS', 4))));
    const [bare] = play({ l1, fields: { guestAsid, rflags: 2 }, at: [[handler(1) + INC, note]] });
    assert.deepEqual(stacked, [BigInt(behind), BigInt(behind)]);
    assert.equal(bare.get('DR', 6) & 0x4000n, 0x4000n);
    // After VMRUN, PUSH and POPF.
    assert.equal(taken(bare, 1), 3);
    assert.equal(flag(bare, 'GIF'), 0);
  }
});
