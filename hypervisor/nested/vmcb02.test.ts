import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import type { Fields, Twin } from '../../fuzz/twin.js';
import { INTERCEPT } from '../../spec/intercepts.js';
import { VMCB, type VmcbKey } from '../../spec/vmcb.js';
import { CODE, interrupt, play, rdmsr, taken, wrmsr } from '../../tests/play.js';

const { vmrun, vmmcall, hlt, cpuid, vmload, vmsave } = CODE;
const VMMCALL = 0x81n;
const PAT = 0x277;
const [L1_PAT, L2_PAT] = [0x0007_0406_0007_0406n, 0x0606_0606_0606_0606n];
const [V_TPR_5, V_INTR_MASKING, AVIC] = [5, 0x100_0000, 0xc000_0000];
const IOIO = 1 << 27;
const LSTAR = 0xc000_0082;

/** A field of VMCB02 when L2's first instruction is next. */
function inVmcb02(fields: Fields, keys: readonly VmcbKey[], cpu?: string): bigint[] {
  let found: bigint[] = [];
  const look = ({ l0 }: Twin): void => {
    if (!l0) return;
    const { vmcb02 } = l0.vcpu(0);
    found = keys.map((key) => {
      const { offset, width } = VMCB[key];
      return BigInt.asUintN(8 * width, vmcb02.long(offset & ~7) >> BigInt(8 * (offset & 7)));
    });
  };
  play({ fields, at: [[PLACE.l2Code, look]], ...(cpu === undefined ? {} : { cpu }) });
  return found;
}

test('N-30: intercepts are those of L1 and those of the L0, and L1 hears only of its own', () => {
  for (const [l2, fields, exit] of [
    [cpuid, { interceptMisc1: 1 << INTERCEPT.cpuid.bit }, 0x72n],
    [`${cpuid} ${vmmcall}`, {}, VMMCALL],
    // What the L0 intercepts, and L1 does not.
    [`${CODE.stgi} 0f01df ${rdmsr(0xc000_0080)} ${vmmcall}`, {}, VMMCALL],
    // Nothing is intercepted: VMMCALL is #UD.
    [`${vmmcall} 90 90 ${hlt}`, { interceptMisc2: 1, interceptMisc1: 1 << INTERCEPT.hlt.bit }, 0x78n],
  ] as const) {
    const [bare] = play({ l2, fields });
    assert.equal(bare.field('exitCode'), exit);
  }
});

test("N-30: VMLOAD and VMSAVE that L1 does not intercept go by L1's memory and move L1's registers", () => {
  const page = 0x6_0000;
  const [bare] = play({
    l2: `48c7c000000600 ${vmload} ${wrmsr(LSTAR, 0x99)} 48c7c000000600 ${vmsave} ${vmmcall}`,
    prepare: (twin) => twin.write64(page + VMCB.star.offset, 0x88),
  });
  assert.deepEqual([bare.get('STAR'), bare.read64(page + VMCB.lstar.offset)], [0x88n, 0x99n]);
});

test('N-31: of int_ctl L1 gives the virtual interrupt, its masking and its priorities, and nothing of the interrupt controller', () => {
  const control = V_TPR_5 | V_INTR_MASKING | 0x1f_0000;
  assert.deepEqual(inVmcb02({ intCtl: control | AVIC, intVector: 0x51 }, ['intCtl']), [BigInt(control)]);
  const [bare] = play({ l2: `440f20c3 ${vmmcall}`, fields: { intCtl: control | AVIC } });
  assert.deepEqual([bare.get('REGS', 3), bare.field('intCtl')], [5n, BigInt((control | AVIC) >>> 0)]);
});

test('N-31: V_INTR_MASKING is about L1, and without it interrupts of the outside go by the flag of L2', () => {
  for (const [intCtl, l1If, l2If, inL2] of [
    [0, 0, 1, 1],
    [0, 1, 0, 0],
    [V_INTR_MASKING, 1, 0, 1],
    [V_INTR_MASKING, 0, 1, 0],
  ] as const) {
    const [bare] = play({
      l1: `${CODE.clgi} ${l1If ? CODE.sti : CODE.cli} 90 ${vmrun} ${CODE.cli} ${hlt}`,
      l2: `90 90 90 ${vmmcall}`,
      fields: { intCtl, rflags: l2If ? 0x202 : 2 },
      at: [[PLACE.l2Code + 1, interrupt(0x51)]],
    });
    assert.equal(taken(bare, 0x51), inL2, `${intCtl} ${l1If} ${l2If}`);
  }
});

test('N-32: nested paging is always on for the processor, the execute trap as L1 says, encryption never', () => {
  assert.deepEqual(inVmcb02({ miscCtl: 0 }, ['miscCtl']), [1n]);
  assert.deepEqual(inVmcb02({ miscCtl: 0x77 }, ['miscCtl']), [1n]);
  assert.deepEqual(inVmcb02({ miscCtl: 8 }, ['miscCtl']), [1n], 'the trap is one of nested paging');
  assert.deepEqual(inVmcb02({ miscCtl: 9 }, ['miscCtl'], 'max,-gmet'), [1n]);
});

test("N-33: L2's physical addresses are L1's, or go through NPT02", () => {
  let roots: number[] = [];
  const look = ({ l0 }: Twin): void => {
    if (l0)
      roots = [
        l0.vcpu(0).vmcb02.address(VMCB.nCr3.offset),
        l0.npt01.root,
        l0.vcpu(0).shadow?.table.root ?? 0,
      ];
  };
  // L2's page 150000h is L1's 160000h.
  for (const [miscCtl, seen] of [
    [0, 0x15n],
    [1, 0x16n],
  ] as const) {
    const [bare] = play({
      l2: `488b042500001500 ${vmmcall}`,
      fields: { miscCtl },
      prepare: (twin) => {
        twin.write64(0x15_0000, 0x15);
        twin.write64(0x16_0000, 0x16);
        twin.write64(PLACE.npt12 + 0x3000 + 8 * 0x150, 0x16_0007);
      },
      at: [[PLACE.l2Code, look]],
    });
    assert.equal(bare.field('rax'), seen);
    const [used, npt01, npt02] = roots;
    assert.equal(used, miscCtl ? npt02 : npt01);
  }
});

test("N-34: L2's ports go by L1's map as it is at the access", () => {
  const cover = (twin: Twin): void => twin.write(PLACE.iopm + 0xc, Uint8Array.of(1));
  for (const [when, exit] of [
    [PLACE.l2Code, VMMCALL],
    [PLACE.l2Code + 1, 0x7bn],
  ] as const) {
    const l2 = when === PLACE.l2Code ? `90 ${vmmcall}` : `90 e460 ${vmmcall}`;
    const [bare] = play({ l2, fields: { interceptMisc1: IOIO }, at: [[when, cover]] });
    assert.equal(bare.field('exitCode'), exit);
  }
});

test("N-35: VMCB02 asks for L1's flush no second time and has L1's ASID; the counter is offset as L1 says", () => {
  const [control, asid, offset] = inVmcb02({ tlbControl: 7, guestAsid: 1, tscOffset: 0x1234 }, [
    'tlbControl',
    'guestAsid',
    'tscOffset',
  ]);
  assert.deepEqual([control, asid, offset], [0n, 1n, 0x1234n]);
});

test('N-36: the virtual interrupt, the shadow and the injected event are those of VMCB12', () => {
  const [bare] = play({
    l2: `90 ${vmmcall}`,
    // The shadow holds off the virtual interrupt for one instruction.
    fields: { intCtl: 0x1_0100, intVector: 0x53, intState: 1, rflags: 0x202 },
  });
  assert.deepEqual([taken(bare, 0x53), bare.read64(PLACE.l2Stack - 0x28)], [1, BigInt(PLACE.l2Code + 1)]);
  const [injected] = play({ fields: { eventInj: 0x8000_0b0e, eventInjErr: 4 } });
  assert.deepEqual([taken(injected, 14), injected.read64(PLACE.l2Stack - 0x30)], [1, 4n]);
});

for (const [cpu, pushed] of [
  ['max', PLACE.l2Code + 2],
  ['max,-nrip-save', PLACE.l2Code],
] as const)
  for (const type of [4, 3])
    test(`N-37: an injected ${type === 4 ? 'INT n' : 'INT3'} returns to ${cpu === 'max' ? 'nRIP' : 'RIP, without nrip-save'}`, () => {
      const vector = type === 4 ? 0x80 : 3;
      const [bare] = play({
        cpu,
        l2: `90 90 ${vmmcall}`,
        fields: { eventInj: 0x8000_0000 | (type << 8) | vector, nRip: PLACE.l2Code + 2 },
      });
      assert.deepEqual([taken(bare, vector), bare.read64(PLACE.l2Stack - 0x28)], [1, BigInt(pushed)]);
    });

for (const cpu of ['max', 'max,-nrip-save'])
  test(`N-38: an injected software interrupt that nested paging cuts short is delivered all the same: ${cpu}`, () => {
    const count = (twin: Twin): number => taken(twin, 0x80);
    // NPT02 does not have the stack yet; with an entry for it absent, L1 finds the event in EXITINTINFO.
    for (const present of [true, false]) {
      const [bare] = play({
        cpu,
        l2: `90 90 ${vmmcall}`,
        fields: { miscCtl: 1, eventInj: 0x8000_0480, nRip: PLACE.l2Code + 2 },
        prepare: (twin) =>
          twin.write64(
            PLACE.npt12 + 0x3000 + 8 * ((PLACE.l2Stack >> 12) - 1),
            present ? PLACE.l2Stack - 0x1000 + 7 : 0,
          ),
      });
      assert.equal(count(bare), present ? 1 : 0);
      if (present) assert.equal(bare.field('exitCode'), VMMCALL);
      else
        assert.deepEqual(
          [bare.field('exitCode'), bare.field('exitIntInfo'), bare.field('rip')],
          [0x400n, 0x8000_0480n, BigInt(PLACE.l2Code)],
        );
    }
  });

test("N-39: the counts of pauses and bus locks are L1's", () => {
  const keys = ['pauseFilterCount', 'pauseFilterThreshold', 'busLockCounter'] as const;
  const fields = { pauseFilterCount: 3, pauseFilterThreshold: 4, busLockCounter: 5 };
  assert.deepEqual(inVmcb02(fields, keys), [3n, 4n, 5n]);
  const cpu = 'max,-pause-filter,-pfthreshold,-bus-lock-threshold';
  assert.deepEqual(inVmcb02(fields, keys, cpu), [0n, 0n, 0n]);
});

test('N-3C: fixed bits of DR6 and DR7 are set in L2, whatever VMCB12 says', () => {
  const [bare] = play({ l2: `0f21f3 0f21fa ${vmmcall}`, fields: { dr6: 0xe00f, dr7: 0xd000 } });
  assert.deepEqual([bare.get('REGS', 3), bare.get('REGS', 2)], [0xffff_effdn | 2n, 0x400n]);
});

test('N-3E N-77: L2 has a PAT register of its own under nested paging only', () => {
  for (const [miscCtl, first, left] of [
    [0, L1_PAT, L2_PAT],
    [1, L2_PAT, L1_PAT],
  ] as const) {
    // L2 reads it and writes the other's; L1 reads its own.
    const [bare] = play({
      l1: `${vmrun} ${rdmsr(PAT)} 8907 895704 ${hlt}`,
      l2: `${rdmsr(PAT)} 894708 89570c ${wrmsr(PAT, miscCtl ? L1_PAT : L2_PAT)} ${vmmcall}`,
      fields: { miscCtl, gPat: L2_PAT },
      prepare: (twin) => twin.set('PAT', L1_PAT),
    });
    assert.deepEqual([bare.read64(PLACE.data + 8), bare.read64(PLACE.data)], [first, left]);
    assert.equal(bare.field('gPat'), miscCtl ? L1_PAT : L2_PAT);
  }
});

test('N-3F: the processor takes nothing of VMCB02 for clean', () => {
  assert.deepEqual(inVmcb02({ cleanBits: 0x1fff }, ['cleanBits']), [0n]);
});
