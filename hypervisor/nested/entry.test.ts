import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { CODE, flag, interrupt, length, pend, play, popf, rdmsr, taken, wrmsr } from '../../tests/play.js';

const { vmrun, vmmcall, hlt, clgi, cpuid } = CODE;
const [UD, GP] = [6, 13];
const [VMMCALL, INVALID] = [0x81n, 0xffff_ffff_ffff_ffffn];
const [EFER, PAT] = [0xc000_0080, 0x277];
const SVM_OFF = 0xd01;
const VMCB_TO_RAX = '4889f0';
/** A fault goes on at the byte after: a VMRUN's second byte is ADD here. */
const AFTER = '90 90';
/** IRET to the next instruction at CPL 3. */
const TO_USER = '6a1b 54 9c 6a23 488d0503000000 50 48cf';
/** Far return to 32-bit code at the next instruction, then paging off. */
const UNPAGED = '6a28 488d0504000000 50 48cb 0f20c0 25ffffff7f 0f22c0';
const CODE_32 = 0x00cf_9b00_0000_ffffn;
const MAX_PHYS = 1n << 40n;

test('N-20: VMRUN is #UD without EFER.SVME, #GP outside CPL 0, and needs no paging', () => {
  const vmrunAtUser = play({ l1: `${TO_USER} ${vmrun} ${AFTER} 0f0b`, fields: {} }, 60);
  assert.ok(taken(vmrunAtUser[0], GP) >= 1);
  const [off] = play({ l1: `${wrmsr(EFER, SVM_OFF)} ${VMCB_TO_RAX} ${vmrun} ${AFTER} ${hlt}` });
  assert.ok(taken(off, UD) >= 1);
  assert.equal(off.field('exitCode'), 0n);
  const unpaged = (twin: Twin): void => twin.write64(PLACE.gdt + 0x28, CODE_32);
  const limit = (twin: Twin): void => void (twin.cpu.u32[(twin.cpu.state('SEGS') >> 2) + 4 * 6 + 1] = 0x2f);
  const [bare] = play({
    l1: `${UNPAGED} 89f0 ${vmrun} ${hlt}`,
    prepare: (twin) => [unpaged, limit].forEach((one) => one(twin)),
  });
  assert.equal(bare.field('exitCode'), VMMCALL);
  assert.equal(bare.get('CR0') >> 31n, 0n, 'L1 goes on without paging');
});

test('N-21: VM_HSAVE_PA may be zero: no state is kept there', () => {
  const [bare] = play({ prepare: (twin) => twin.set('VM_HSAVE_PA', 0) });
  assert.equal(bare.field('exitCode'), VMMCALL);
  assert.equal(bare.read64(0), 0n);
});

test('N-22: VMRUN in the handler of an SMI is #UD', () => {
  const [bare] = play({
    l1: `${vmrun} ${AFTER} ${hlt}`,
    prepare: (twin) => void (twin.cpu.u8[twin.cpu.state('IN_SMM')] = 1),
  });
  assert.deepEqual([taken(bare, UD) >= 1, bare.field('exitCode')], [true, 0n]);
});

test('N-24: RAX must be the address of a page that can be addressed, else #GP', () => {
  for (const [rax, faults] of [
    [BigInt(PLACE.vmcb12), false],
    [BigInt(PLACE.vmcb12) + 8n, true],
    [MAX_PHYS, true],
    [MAX_PHYS + BigInt(PLACE.vmcb12), true],
  ] as const) {
    const [bare] = play({ l1: `${vmrun} ${AFTER} ${hlt}`, prepare: (twin) => twin.set('REGS', rax) });
    assert.equal(taken(bare, GP) > 0, faults, rax.toString(16));
    assert.equal(bare.field('exitCode'), faults ? 0n : VMMCALL);
  }
  // With an address-size prefix EAX is the address.
  const wide = (twin: Twin): void => twin.set('REGS', (7n << 40n) | BigInt(PLACE.vmcb12));
  assert.equal(play({ l1: `67${vmrun} ${hlt}`, prepare: wide })[0].field('exitCode'), VMMCALL);
});

test('N-25: VMCB12 is read once, at VMRUN', () => {
  // Nothing that is written to it afterwards is there at the next exit, but for what the exit writes.
  const clear = (twin: Twin): void => twin.write(PLACE.vmcb12, Buffer.alloc(0x1000));
  const [bare] = play({
    l2: `90 ${cpuid} ${vmmcall}`,
    fields: { interceptMisc1: 1 << 18 },
    at: [[PLACE.l2Code + 1, clear]],
  });
  assert.deepEqual([bare.field('exitCode'), bare.field('nRip')], [0x72n, BigInt(PLACE.l2Code + 3)]);
  assert.deepEqual([bare.field('guestAsid'), bare.field('interceptMisc2')], [0n, 0n]);
});

test('N-26: what a VMCB says about features that are not there counts for nothing, and stays as it is', () => {
  const RESERVED = 0xf800_0000n;
  for (const [cpu, fields, l2, exit] of [
    // Intercepts of instructions that are #UD here.
    ['max,-invpcid', { interceptMisc3: 4, interceptExceptions: 1 << UD }, '31c0 660f38820424', 0x46n],
    ['max,-rdtscp', { interceptMisc2: 3 | (1 << 7), interceptExceptions: 1 << UD }, '0f01f9', 0x46n],
    ['max', { interceptMisc2: 3 | (1 << 6), interceptExceptions: 1 << UD }, '0f01de', 0x46n],
    ['max,-npt', { miscCtl: 1, nCr3: 0xfff_ffff_ffff_f000n, gPat: 2 }, vmmcall, VMMCALL],
    ['max,-gmet', { miscCtl: 9 }, vmmcall, VMMCALL],
    ['max', { miscCtl: 0x76 }, vmmcall, VMMCALL],
    [
      'max',
      { tlbControl: 0xf8, intVector: 0x1234_5600, intState: 0xffff_fff0, intCtl: RESERVED },
      vmmcall,
      VMMCALL,
    ],
    [
      'max',
      { iopmBasePa: PLACE.iopm + 0xfff, msrpmBasePa: PLACE.msrpm + 0xfff, interceptMisc1: 3 << 27 },
      vmmcall,
      VMMCALL,
    ],
  ] as const) {
    const [bare] = play({ cpu, l2, fields });
    assert.equal(bare.field('exitCode'), exit, cpu);
    for (const [key, value] of Object.entries(fields))
      if (key !== 'intState') assert.equal(bare.field(key as keyof typeof fields), BigInt(value), key);
  }
});

test('N-28: L1 goes on behind the VMRUN, whether it has failed or not', () => {
  for (const asid of [0, 1]) {
    const [bare] = play({ fields: { guestAsid: asid } });
    assert.equal(bare.field('exitCode'), asid ? VMMCALL : INVALID);
    assert.equal(bare.get('RIP'), BigInt(PLACE.l1Code + length(vmrun + hlt)));
  }
});

test('N-29: what L1 was is what it is after the exit', () => {
  const before = new Map<string, bigint>();
  const names = ['CR0', 'CR3', 'CR4', 'EFER'];
  const note = (twin: Twin): void => {
    for (const name of names) before.set(name + twin.kind, twin.get(name));
  };
  const [bare] = play({
    l1: `${popf(0x246)} ${vmrun} ${hlt}`,
    fields: {
      efer: 0x1000,
      cr0: 0x11,
      cr3: 0x1000,
      cr4: 0,
      csAttrib: 0xc9b,
      rflags: 0xad7,
      rsp: 0x1234,
      rax: 0x99,
    },
    at: [[PLACE.l1Code + 6, note]],
  });
  for (const name of names) assert.equal(bare.get(name), before.get(`${name}bare`), name);
  assert.deepEqual([bare.get('REGS'), bare.get('REGS', 4)], [BigInt(PLACE.vmcb12), BigInt(PLACE.l1Stack)]);
  assert.equal(BigInt.asUintN(64, bare.cpu.wasm.getFlags()), 0x246n);
});

test('N-2A: in guest mode VMCB12 has an address, and no event of the outside comes between VMRUN and the first boundary', () => {
  const seen: unknown[] = [];
  const look = ({ l0, inL2 }: Twin): void => void (l0 && seen.push([inL2, l0.vcpu(0).vmcb12Pa]));
  const [bare] = play({
    l1: `${clgi} ${vmrun} ${hlt}`,
    fields: { rflags: 0x202, eventInj: 0x8000_0041 },
    at: [
      [PLACE.l1Code + 3, interrupt(0x51)],
      [PLACE.stubs + 32 * 0x51, look],
    ],
  });
  // The handler of the injected event has been entered first, the interrupt then.
  assert.deepEqual(seen, [[true, PLACE.vmcb12]]);
  assert.deepEqual([taken(bare, 0x41), taken(bare, 0x51)], [1, 1]);
  assert.equal(bare.read64(PLACE.l2Stack - 0x28), BigInt(PLACE.l2Code));
});

test('N-2B: VMRUN leaves FS, GS, TR, LDTR and the system-call registers to what they are', () => {
  const FS = 4;
  const base = (twin: Twin): bigint => twin.cpu.u64[(twin.cpu.state('SEGS') >> 3) + 2 * FS + 1];
  const seen: bigint[] = [];
  const [bare] = play({
    fields: { fsBase: 0x111, lstar: 0x222, trSelector: 0x40 },
    prepare: (twin) => {
      twin.cpu.u64[(twin.cpu.state('SEGS') >> 3) + 2 * FS + 1] = 0x333n;
      twin.set('LSTAR', 0x444);
    },
    at: [[PLACE.l2Code, (twin) => void seen.push(base(twin), twin.get('LSTAR'))]],
  });
  assert.deepEqual(seen, [0x333n, 0x444n, 0x333n, 0x444n]);
  assert.deepEqual(
    [bare.field('fsBase'), bare.field('lstar')],
    [0x111n, 0x222n],
    'and #VMEXIT does not store them',
  );
});

test('N-2C: L2 starts with the registers of VMCB12', () => {
  // Each register to memory: CR0, CR2, CR3, CR4, DR6, DR7, RFLAGS, SS, RSP, RAX.
  const show =
    '488907 0f20c3 48895f08 0f20d3 48895f10 0f20db 48895f18 0f20e3 48895f20 0f21f3 48895f28 0f21fb 48895f30 48896738 8cd3 48895f40 9c 5b 48895f48';
  const [bare] = play({
    l2: `${show} ${vmmcall}`,
    fields: {
      rax: 0xabc,
      cr2: 0x55,
      dr6: 0xffff_0ff1,
      dr7: 0x455,
      rflags: 0x46,
      ssSelector: 0x18,
      cr0: 0xc001_0033,
      cr4: 0x628,
    },
  });
  const found = Array.from({ length: 10 }, (_, n) => bare.read64(PLACE.data + 8 * n));
  const tables = BigInt(PLACE.tables);
  assert.deepEqual(found, [
    0xabcn,
    0xc001_0033n,
    0x55n,
    tables,
    0x628n,
    0xffff_0ff1n,
    0x455n,
    BigInt(PLACE.l2Stack),
    0x18n,
    0x46n,
  ]);
});

test("N-2D: page-directory pointers are checked in L2's mode, not in L1's", () => {
  for (const [fields, exit] of [
    [{}, VMMCALL],
    [{ efer: 0x1000, csAttrib: 0xc9b, cr4: 0x620 }, INVALID],
    [{ efer: 0x1000, csAttrib: 0xc9b, cr4: 0x610 }, 0x4en],
  ] as const) {
    const [bare] = play({
      fields: { interceptExceptions: 1 << 14, ...fields, cr3: PLACE.data },
      // As a pointer it has a reserved bit; in the other modes it leads to the tables, and nowhere.
      prepare: (twin) => twin.write64(PLACE.data, PLACE.tables + 0x1027),
    });
    assert.equal(bare.field('exitCode'), exit);
  }
});

test('N-2E: VMRUN sets GIF, and the exit clears it', () => {
  const gif: number[] = [];
  const [bare] = play({
    l1: `${clgi} ${vmrun} ${hlt}`,
    at: [[PLACE.l2Code, (twin) => void gif.push(flag(twin, 'GIF'))]],
  });
  assert.deepEqual([...gif, flag(bare, 'GIF')], [1, 1, 0]);
});

test('N-2F: the MSR permission map is the one that VMCB12 names', () => {
  const elsewhere = 0x6_0000;
  const bit = (PAT & 3) << 1;
  const intercept = (map: number) => (twin: Twin) => twin.write(map + (PAT >> 2), Uint8Array.of(1 << bit));
  for (const [map, exit] of [
    [PLACE.msrpm, VMMCALL],
    [elsewhere, 0x7cn],
  ] as const) {
    const [bare] = play({
      l2: `${rdmsr(PAT)} ${vmmcall}`,
      fields: { interceptMisc1: 1 << 28, msrpmBasePa: map },
      prepare: intercept(elsewhere),
    });
    assert.equal(bare.field('exitCode'), exit);
  }
});

test('N-2H: EVENTINJ is delivered before the first instruction of L2, and is used up', () => {
  const [bare] = play({
    l2: `90 ${vmmcall}`,
    fields: { eventInj: 0x8000_0b0d, eventInjErr: 0x77, intState: 1 },
    prepare: () => undefined,
  });
  assert.equal(taken(bare, GP), 1);
  // RIP is on the stack, above the error code, which the handler has taken away.
  assert.deepEqual(
    [bare.read64(PLACE.l2Stack - 0x30), bare.field('eventInj'), bare.field('eventInjErr')],
    [0x77n, 0n, 0n],
  );
});

test('N-2H: a VMRUN that fails delivers nothing', () => {
  const [bare] = play({
    l1: `${vmrun} 90 90 ${hlt}`,
    fields: { guestAsid: 0, eventInj: 0x8000_0041 },
    at: [[PLACE.l1Code + 4, pend('PENDING_NMI')]],
  });
  assert.deepEqual([taken(bare, 0x41), taken(bare, 2)], [0, 0]);
  assert.deepEqual([bare.field('exitCode'), bare.field('eventInj')], [INVALID, 0n]);
});
