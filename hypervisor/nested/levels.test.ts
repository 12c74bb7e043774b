import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { VMCB } from '../../spec/vmcb.js';
import { CODE, flag, pend, play, rdmsr, taken, wrmsr } from '../../tests/play.js';

const { vmrun, vmmcall, hlt, stgi, clgi, vmload, vmsave } = CODE;
const [VMMCALL, NMI] = [0x81n, 0x61n];
const [LSTAR, KERNEL_GS_BASE, SYSENTER_CS] = [0xc000_0082, 0xc000_0102, 0x174];
const [EFER, TSC_RATIO, VM_HSAVE_PA] = [0xc000_0080, 0xc000_0104, 0xc001_0117];
const CPUID = 1 << 18;
const INTERCEPT_NMI = 2;
const MSR_PROT = 1 << 28;
const [V_GIF, V_GIF_ENABLE] = [0x200n, 0x200_0000n];
const ALL = 0xffff_ffff;

test('N-01: what VMLOAD loads belongs to L1 and L2 alike', () => {
  const registers = [LSTAR, KERNEL_GS_BASE, SYSENTER_CS];
  // L1 loads it, L2 sees it and writes others, which L1's VMSAVE stores.
  const [bare] = play({
    l1: `${vmload} ${vmrun} ${vmsave} ${hlt}`,
    l2: `${registers.map((index, n) => `${rdmsr(index)} 8947${(4 * n).toString(16).padStart(2, '0')} ${wrmsr(index, 0x30 + n)}`).join(' ')} ${vmmcall}`,
    fields: {
      lstar: 0x11,
      kernelGsBase: 0x22,
      sysenterCs: 0x33,
      trAttrib: 0x8b,
      trLimit: 0x67,
      trBase: PLACE.tss,
    },
  });
  assert.deepEqual([bare.read64(PLACE.data), bare.read64(PLACE.data + 8)], [0x22_0000_0011n, 0x33n]);
  assert.deepEqual(
    [bare.field('lstar'), bare.field('kernelGsBase'), bare.field('sysenterCs')],
    [0x30n, 0x31n, 0x32n],
  );
});

test('N-02: L2 runs on a VMCB of the L0, which L1 cannot reach', () => {
  const seen: [number, number][] = [];
  const look = ({ l0 }: Twin): void => {
    if (l0) seen.push([l0.vcpu(0).vmcb02.pa, l0.vcpu(0).vmcb02.word(VMCB.guestAsid.offset)]);
  };
  const [, nested] = play({ fields: { guestAsid: 1 }, at: [[PLACE.l2Code, look]] });
  const { vmcb01 } = nested.l0!.vcpu(0);
  const [[pa, asid]] = seen;
  assert.notEqual(pa, PLACE.vmcb12);
  assert.notEqual(pa, vmcb01.pa);
  assert.equal(nested.l0!.memory.linear(pa), 0, 'L1 has no such memory');
  assert.notEqual(asid, vmcb01.word(VMCB.guestAsid.offset));
});

test('N-03: intercepts and maps that L1 changes while L2 runs decide nothing', () => {
  for (const [before, after, exit] of [
    [CPUID, 0, 0x72n],
    [0, CPUID, VMMCALL],
  ] as const) {
    const [bare] = play({
      l2: `90 ${CODE.cpuid} ${rdmsr(EFER)} ${vmmcall}`,
      fields: { interceptMisc1: before },
      at: [
        [
          PLACE.l2Code + 1,
          (twin) => twin.put({ interceptMisc1: after, interceptMisc2: 3, msrpmBasePa: PLACE.data }),
        ],
      ],
    });
    assert.equal(bare.field('exitCode'), exit);
    assert.equal(bare.field('interceptMisc1'), BigInt(after), 'the exit leaves it alone');
  }
});

test('N-04: a save area that L1 changes while L2 runs is not read again', () => {
  const [bare] = play({
    l2: `90 ${vmmcall}`,
    at: [[PLACE.l2Code + 1, (twin) => twin.put({ rip: 0x1234, cr0: 0, efer: 0, rax: 7 })]],
  });
  assert.deepEqual(
    [bare.field('exitCode'), bare.field('rip'), bare.field('cr0'), bare.field('efer')],
    [VMMCALL, BigInt(PLACE.l2Code + 1), 0x8001_0033n, 0x1d01n],
  );
});

test('N-05: VMCB12 is where RAX said at VMRUN, and outside guest mode there is none', () => {
  const seen: number[] = [];
  // L1 changes RAX before VMRUN; L2 changes its own.
  const [bare, nested] = play({
    l1: `48c7c000000600 ${vmrun} ${hlt}`,
    l2: `31c0 ${vmmcall}`,
    prepare: (twin) => twin.write(0x6_0000, twin.cpu.readPhysical(PLACE.vmcb12, 0x1000)),
    at: [[PLACE.l2Code, ({ l0 }) => void (l0 && seen.push(l0.vcpu(0).vmcb12Pa))]],
  });
  assert.deepEqual([...seen, nested.l0!.vcpu(0).vmcb12Pa], [0x6_0000, 0]);
  assert.equal(bare.field('exitCode'), 0n);
  assert.equal(bare.read64(0x6_0000 + VMCB.exitCode.offset), VMMCALL);
  assert.equal(bare.get('REGS'), 0x6_0000n, 'RAX of L1');
});

test('N-06: nothing of the host is kept in the page of VM_HSAVE_PA', () => {
  const fill = (twin: Twin): void => twin.write(PLACE.hsave, Buffer.alloc(0x1000, 0xa5));
  const [bare] = play({
    prepare: fill,
    at: [[PLACE.l2Code, (twin) => twin.write(PLACE.hsave + 0x400, Buffer.alloc(0x200))]],
  });
  assert.equal(bare.field('exitCode'), VMMCALL);
  assert.equal(bare.read64(PLACE.hsave), 0xa5a5_a5a5_a5a5_a5a5n);
  assert.equal(bare.get('RIP'), BigInt(PLACE.l1Code + 4));
});

test('N-07: what waits at VMRUN exits at the first boundary of L2, after the event that L1 injects', () => {
  for (const [eventInj, rip, stacked] of [
    [0, PLACE.l2Code, 0],
    [0x8000_0041, PLACE.stubs + 32 * 0x41, 0x28],
  ] as const) {
    const [bare] = play({
      l1: `${clgi} ${vmrun} ${hlt}`,
      fields: { eventInj, interceptMisc1: INTERCEPT_NMI, rsp: PLACE.l2Stack },
      at: [[PLACE.l1Code + 3, pend('PENDING_NMI')]],
    });
    assert.deepEqual(
      [bare.field('exitCode'), bare.field('rip'), bare.field('exitIntInfo'), bare.field('rsp')],
      [NMI, BigInt(rip), 0n, BigInt(PLACE.l2Stack - stacked)],
    );
  }
});

test("N-08: L2's virtual GIF is in VMCB12 and L1's GIF is not touched by it", () => {
  for (const [code, gif] of [
    [clgi, 0n],
    [stgi, V_GIF],
  ] as const) {
    const [bare] = play({ l2: `${code} ${vmmcall}`, fields: { intCtl: V_GIF_ENABLE | (V_GIF ^ gif) } });
    assert.equal(bare.field('intCtl') & (V_GIF | V_GIF_ENABLE), V_GIF_ENABLE | gif);
    assert.equal(flag(bare, 'GIF'), 0);
  }
  // Without the enable bit they are the processor's, and L1 has not intercepted them.
  const [bare] = play({
    l2: `${clgi} 90 90 ${stgi} ${vmmcall}`,
    at: [[PLACE.l2Code + 3, pend('PENDING_NMI')]],
  });
  assert.equal(taken(bare, 2), 1);
});

test('N-09: an NMI that L1 injects masks no NMI of the processor', () => {
  const handler = PLACE.stubs + 2 * 32;
  const [bare] = play({
    fields: { eventInj: 0x8000_0202, interceptMisc1: INTERCEPT_NMI },
    at: [[handler, pend('PENDING_NMI')]],
  });
  assert.deepEqual([bare.field('exitCode'), bare.field('rip')], [NMI, BigInt(handler)]);
  assert.equal(flag(bare, 'NMI_BLOCKED'), 0);
});

test("N-0A: L2's accesses to EFER and TSC_RATIO go by L1's map, whatever the L0 intercepts itself", () => {
  const efer = PLACE.msrpm + 0x800 + 0x20;
  for (const [bits, exit] of [
    [0, VMMCALL],
    [1, 0x7cn],
    [2, 0x7cn],
  ] as const) {
    const [bare] = play({
      l2: `${rdmsr(EFER)} 8907 ${wrmsr(TSC_RATIO, 0x1_8000_0000)} ${wrmsr(EFER, 0x1d00)} ${vmmcall}`,
      fields: { interceptMisc1: MSR_PROT },
      prepare: (twin) => twin.write(efer, Uint8Array.of(bits)),
    });
    assert.equal(bare.field('exitCode'), exit);
    assert.equal(bare.field('efer'), bits === 0 ? 0x1d00n : 0x1d01n);
  }
});

test('N-0B: the registers of SVM hold what L1 has written', () => {
  const [bare] = play({
    l1: `${wrmsr(TSC_RATIO, 0x2_0000_0000)} ${wrmsr(VM_HSAVE_PA, 0x6_0000)} ${vmrun} ${rdmsr(TSC_RATIO)} 895708 ${rdmsr(VM_HSAVE_PA)} 89470c ${hlt}`,
    // RAX is the operand of VMRUN.
    prepare: (twin) => twin.write(0x6_0000, twin.cpu.readPhysical(PLACE.vmcb12, 0x1000)),
  });
  assert.equal(bare.read64(PLACE.data + 8), 0x6_0000_0000_0002n);
});

test('N-0C: L1 and L2 translate through tables of their own', () => {
  // 200000h of L1 is 0; of L2, in 32-bit paging, 400000h is.
  const [bare] = play({
    l1: `${vmrun} 8b042500002000 894708 ${hlt}`,
    l2: `a100004000 ${vmmcall}`,
    fields: {
      efer: 0x1000,
      csAttrib: 0xc9b,
      cr0: 0x8000_0011,
      cr4: 0x610,
      cr3: PLACE.narrow,
      interceptExceptions: ALL,
    },
    prepare: (twin) => {
      twin.write64(0, 0x1357n);
      twin.write64(PLACE.tables + 0x2008, 0x87);
      twin.write(PLACE.narrow + 4, '87000000');
    },
  });
  assert.equal(bare.field('rax'), 0x1357n);
  assert.equal(bare.read64(PLACE.data + 8), 0x1357n);
});
