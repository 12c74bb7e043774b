import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { VMCB } from '../../spec/vmcb.js';
import { CODE, interrupt, pend, play, rdmsr, taken, wrmsr } from '../../tests/play.js';
import { makeTwin } from '../../tests/twins.js';

const { vmrun, vmmcall, hlt, vmload } = CODE;
const [VMMCALL, MSR_EXIT, IOIO_EXIT, UD_EXIT, GP_EXIT] = [0x81n, 0x7cn, 0x7bn, 0x46n, 0x4dn];
const [UD, GP] = [6, 13];
const [MSR_PROT, IOIO] = [1 << 28, 1 << 27];
const [EFER, VM_CR, LSTAR, PAT, OUTSIDE] = [0xc000_0080, 0xc001_0114, 0xc000_0082, 0x277, 0x4000_0000];
const EVENT_BITS = 0xf;
const AT_USER = { cpl: 3, csSelector: 0x23, csAttrib: 0xafb, ssSelector: 0x1b, ssAttrib: 0xcf3 } as const;

test('N-50: interrupts, NMIs, SMIs and INIT are never the exits of the L0', () => {
  const bits: number[] = [];
  const look = ({ l0 }: Twin): void => {
    if (!l0) return;
    const { vmcb01, vmcb02 } = l0.vcpu(0);
    bits.push(...[vmcb01, vmcb02].map((vmcb) => vmcb.word(VMCB.interceptMisc1.offset) & EVENT_BITS));
  };
  const [bare] = play({
    l2: `90 90 ${vmmcall}`,
    fields: { rflags: 0x202 },
    at: [
      [PLACE.l2Code, look],
      [PLACE.l2Code + 1, interrupt(0x51)],
      [PLACE.l2Code + 2, pend('PENDING_NMI')],
    ],
  });
  // INIT must be seen by the L0, which makes L1 a guest anew.
  assert.deepEqual(bits, [8, 8]);
  assert.deepEqual([taken(bare, 0x51), taken(bare, 2), bare.field('exitCode')], [1, 1, VMMCALL]);
});

test('N-50: a fault in NPT02 that NPT12 has an answer to is not told to L1', () => {
  const exits: number[] = [];
  const twin = makeTwin('nested', undefined, {
    vmexit: ({ level, codeLow }) => void (level === 2 && exits.push(codeLow)),
    nestedExit: ({ codeLow }) => void exits.push(-codeLow),
  });
  twin.vmcb12({ miscCtl: 1 });
  twin.write(PLACE.l1Code, `${vmrun} ${hlt}`);
  twin.write(PLACE.l2Code, vmmcall);
  twin.run(100);
  const [first, ...rest] = exits;
  assert.equal(first, 0x400);
  assert.deepEqual(rest.slice(-2), [0x81, -0x81], 'L1 hears of VMMCALL');
  assert.equal(exits.filter((code) => code < 0).length, 1);
});

test('N-51: a #GP that the L0 looks at, for an L1 that has SVM off, reaches L1 as it was', () => {
  const pushed: bigint[] = [];
  // MOV DS of a selector beyond the table; VMRUN at CPL 3, which is #UD.
  const [bare] = play(
    {
      l1: `${wrmsr(EFER, 0xd01)} b8f8000000 8ed8 90 6a1b 54 9c 6a23 488d0503000000 50 48cf ${vmrun} 90 90 ${hlt}`,
      at: [
        [PLACE.stubs + 32 * GP + 4, (twin) => void pushed.push(twin.read64(Number(twin.get('REGS', 4)) - 8))],
      ],
    },
    80,
  );
  assert.deepEqual(pushed.slice(0, 2), [0xf8n, 0xf8n]);
  assert.ok(taken(bare, UD) >= 1);
});

test('N-53: a VMCB02 that the processor refuses is a failed VMRUN of L1', () => {
  const failures: string[] = [];
  const twin = makeTwin('nested', undefined, {
    vmrunFailed: ({ ownRows }) => void failures.push(...ownRows.map(({ id }) => id)),
    // Behind the back of the L0.
    nestedEnter: () => twin.l0!.vcpu(0).vmcb02.setWord(VMCB.guestAsid.offset, 0),
  });
  twin.vmcb12();
  twin.write(PLACE.l1Code, `${vmrun} ${hlt}`);
  twin.run(10);
  assert.deepEqual(failures, ['L0-VMCB02']);
  assert.deepEqual(
    [twin.field('exitCode'), twin.inL2, twin.get('RIP')],
    [0xffff_ffff_ffff_ffffn, false, BigInt(PLACE.l1Code + 4)],
  );
});

/** Where the map has the two bits of a register. */
function mark(index: number, bits: number) {
  return (twin: Twin): void => {
    const window = index >= 0xc001_0000 ? 0x1000 : index >= 0xc000_0000 ? 0x800 : 0;
    const n = index & 0x1fff;
    twin.write(PLACE.msrpm + window + (n >> 2), Uint8Array.of(bits << (2 * (n & 3))));
  };
}
for (const [name, index] of Object.entries({ PAT, EFER, LSTAR, VM_CR }))
  for (const write of [false, true])
    test(`N-54: ${write ? 'WRMSR' : 'RDMSR'} of ${name} exits if L1 has MSR_PROT and its bit`, () => {
      const l2 = `${rdmsr(index)} ${write ? CODE.wrmsr : ''} ${vmmcall}`;
      for (const [prot, bits, exits] of [
        [0, 3, false],
        [MSR_PROT, 0, false],
        [MSR_PROT, write ? 1 : 2, false],
        [MSR_PROT, write ? 2 : 1, true],
      ] as const) {
        // A write comes after a read of the same register, which must not exit.
        const seen = write && bits === 1 ? 0 : bits;
        const [bare] = play({ l2, fields: { interceptMisc1: prot }, prepare: mark(index, seen) });
        assert.equal(bare.field('exitCode'), exits ? MSR_EXIT : VMMCALL);
        if (exits) assert.equal(bare.field('exitInfo1'), BigInt(write));
      }
    });
test('N-54: bits that another vCPU sets or clears while L2 runs count at once', () => {
  for (const [before, after, exit] of [
    [0, 1, MSR_EXIT],
    [1, 0, VMMCALL],
    [0, 2, VMMCALL],
  ] as const) {
    const [bare] = play({
      l2: `90 90 ${rdmsr(PAT)} ${vmmcall}`,
      fields: { interceptMisc1: MSR_PROT },
      prepare: mark(PAT, before),
      at: [[PLACE.l2Code + 1, mark(PAT, after)]],
    });
    assert.equal(bare.field('exitCode'), exit);
  }
});
test('N-54: registers outside the map exit if L1 has MSR_PROT, else they are what they are', () => {
  for (const [prot, exit] of [
    [MSR_PROT, MSR_EXIT],
    [0, GP_EXIT],
  ] as const) {
    const [bare] = play({
      l2: rdmsr(OUTSIDE),
      fields: { interceptMisc1: prot, interceptExceptions: 1 << GP },
    });
    assert.equal(bare.field('exitCode'), exit);
  }
});

test('N-55: a port access exits if any of its ports has a bit, up to the three beyond the last', () => {
  const cover = (port: number) => (twin: Twin) =>
    twin.write(PLACE.iopm + (port >> 3), Uint8Array.of(1 << (port & 7)));
  for (const [code, port, exits] of [
    ['e460', 0x60, true],
    ['e460', 0x61, false],
    ['66e560', 0x61, true],
    ['66e560', 0x62, false],
    ['e560', 0x63, true],
    ['e560', 0x64, false],
    ['66baffff ed', 0x1_0002, true],
    ['66baffff 66ed', 0x1_0002, false],
    ['66baffff 66ed', 0x1_0000, true],
  ] as const) {
    const [bare] = play({ l2: `${code} ${vmmcall}`, fields: { interceptMisc1: IOIO }, prepare: cover(port) });
    assert.equal(bare.field('exitCode'), exits ? IOIO_EXIT : VMMCALL, `${code} ${port.toString(16)}`);
  }
});

/** What the L0 carries out, in L2: the exceptions that come first, the intercept of L1, and what comes after it. */
const CARRIED_OUT: readonly (readonly [
  what: string,
  l2: string,
  exit: bigint,
  fields?: Parameters<Twin['vmcb12']>[0],
])[] = [
  [
    'WRMSR of a value that is illegal, intercepted',
    wrmsr(EFER, 1n << 63n),
    MSR_EXIT,
    { interceptMisc1: MSR_PROT },
  ],
  ['WRMSR of a value that is illegal', wrmsr(EFER, 1n << 63n), GP_EXIT],
  ['WRMSR outside CPL 0, intercepted', wrmsr(EFER, 0), GP_EXIT, { interceptMisc1: MSR_PROT, ...AT_USER }],
  ['VMLOAD of an illegal address', vmload, GP_EXIT, { rax: 8 }],
  ['VMLOAD outside CPL 0, intercepted', vmload, GP_EXIT, { interceptMisc2: 7, ...AT_USER }],
  ['VMLOAD, intercepted', vmload, 0x82n, { interceptMisc2: 7, rax: PLACE.data }],
  ['INVLPGA, intercepted', '0f01df', 0x7an, { interceptMisc1: 1 << 26 }],
  ['STGI outside CPL 0, intercepted', CODE.stgi, GP_EXIT, { interceptMisc2: 0x13, ...AT_USER }],
  ['CLGI, intercepted', CODE.clgi, 0x85n, { interceptMisc2: 0x23 }],
  ['VMRUN', vmrun, 0x80n, { rax: PLACE.data }],
  [
    'VMRUN in real mode',
    vmrun,
    UD_EXIT,
    { efer: 0x1000, cr0: 0x10, csAttrib: 0x9b, csBase: PLACE.l2Code, csLimit: 0xffff, rip: 0 },
  ],
  ['SKINIT', '0f01de', UD_EXIT, { interceptMisc2: 0x43 }],
];
for (const [what, l2, exit, fields] of CARRIED_OUT)
  test(`N-57: ${what}`, () => {
    const [bare] = play({
      l2: `${l2} ${vmmcall}`,
      fields: { interceptExceptions: (1 << UD) | (1 << GP), ...fields },
      prepare: mark(EFER, 3),
    });
    assert.equal(bare.field('exitCode'), exit);
    assert.equal(bare.field('exitIntInfo'), 0n);
  });

test('N-57: after a debug breakpoint on an instruction that the L0 carries out', () => {
  // The breakpoint comes before the intercept; RF lets it pass once.
  const [bare] = play({
    l2: `90 ${CODE.stgi} ${vmmcall}`,
    fields: { dr7: 0x401, interceptExceptions: 2 },
    prepare: (twin) => twin.set('DR', PLACE.l2Code + 1),
  });
  assert.deepEqual(
    [bare.field('exitCode'), bare.field('rip'), bare.field('dr6') & 0xfn],
    [0x41n, BigInt(PLACE.l2Code + 1), 1n],
  );
});
