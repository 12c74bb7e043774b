import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { SAVE_AREA, VMCB, VMCB_SIZE, type VmcbKey } from '../../spec/vmcb.js';
import { CODE, flag, pend, play } from '../../tests/play.js';

const { vmrun, vmmcall, hlt, nop, rsm, stgi } = CODE;
const VMMCALL = 0x81n;
/** The save map; what a VMCB has of it too lies where it lies there. */
const MAP = 0x3_fe00;
const field = (key: VmcbKey): number => MAP + VMCB[key].offset - SAVE_AREA;
const RBX = MAP + 0x1e0;
const NOPS = nop.repeat(4);
const inHandler = 0x8001;

const smiAt = (rip: number, ...more: [number, (twin: Twin) => void][]) =>
  [[rip, pend('PENDING_SMI')], ...more] as const;

test('N-B1: an SMI in L2 is no #VMEXIT: VMCB12 and the page of VM_HSAVE_PA stay as they are', () => {
  const pages = (twin: Twin): string =>
    Buffer.from([
      ...twin.cpu.readPhysical(PLACE.vmcb12, VMCB_SIZE),
      ...twin.cpu.readPhysical(PLACE.hsave, 0x1000),
    ]).toString('hex');
  const seen: string[] = [];
  const note = (twin: Twin): void => void seen.push(pages(twin));
  const [bare] = play({
    l2: `${NOPS} ${vmmcall}`,
    prepare: (twin) => twin.write(PLACE.smmHandler, `${NOPS} ${rsm}`),
    at: smiAt(PLACE.l2Code + 1, [PLACE.l2Code + 2, note], [inHandler, note], [PLACE.l2Code + 3, note]),
  });
  assert.equal(new Set(seen).size, 1);
  assert.equal(seen.length, 6);
  assert.equal(bare.field('exitCode'), VMMCALL);
});

test('N-B0: in the handler GIF and all intercepts are off, and RSM brings them back', () => {
  const seen: number[][] = [];
  const note = (twin: Twin): void =>
    void seen.push([
      flag(twin, 'IN_SMM'),
      flag(twin, 'GIF'),
      twin.cpu.u32[twin.cpu.state('INTERCEPTS') >> 2] & 1,
    ]);
  const [bare] = play({
    // CR0 reads are intercepted, and the handler reads CR0.
    l2: `${NOPS} ${nop} 0f20c3`,
    fields: { interceptCr: 1 },
    prepare: (twin) => twin.write(PLACE.smmHandler, `${nop} 0f20c3 ${rsm}`),
    at: smiAt(PLACE.l2Code + 1, [0x8004, note], [PLACE.l2Code + 4, note]),
  });
  assert.deepEqual(seen, [
    [1, 0, 0],
    [1, 0, 0],
    [0, 1, 1],
    [0, 1, 1],
  ]);
  assert.equal(bare.field('exitCode'), 0n);
  assert.equal(bare.field('rip'), BigInt(PLACE.l2Code + 5));
});

test('N-B3: L2 goes on with the registers of the save map, and VMCB12 has them at the next exit', () => {
  const edit = (twin: Twin): void => {
    twin.write64(RBX, 0x1234);
    twin.write64(field('rax'), 0x5678);
    twin.write64(field('rip'), PLACE.l2Code + 0x20);
    twin.write64(field('cr4'), 0x628);
  };
  const [bare] = play({
    prepare: (twin) => {
      twin.write(PLACE.l2Code, NOPS);
      twin.write(PLACE.l2Code + 0x20, `0f20e1 ${vmmcall}`);
      twin.write(PLACE.smmHandler, `${NOPS} ${rsm}`);
    },
    l2: NOPS,
    at: smiAt(PLACE.l2Code + 1, [inHandler, edit]),
  });
  assert.deepEqual(
    [bare.get('REGS', 3), bare.get('REGS', 1), bare.field('rax'), bare.field('rip'), bare.field('cr4')],
    [0x1234n, 0x628n, 0x5678n, BigInt(PLACE.l2Code + 0x23), 0x628n],
  );
});

test('N-B4: what RSM loads lies in the save map where the manual has it', () => {
  const expected = {
    cr4: 0xff48,
    cr3: 0xff50,
    cr0: 0xff58,
    dr7: 0xff60,
    dr6: 0xff68,
    rflags: 0xff70,
    rip: 0xff78,
    rsp: 0xffd8,
    rax: 0xfff8,
    efer: 0xfed0,
    esSelector: 0xfe00,
    csBase: 0xfe18,
    trLimit: 0xfe94,
  };
  for (const [key, offset] of Object.entries(expected))
    assert.equal(field(key as VmcbKey), 0x3_0000 + offset, key);
  const [bare] = play({
    l2: `${NOPS} ${vmmcall}`,
    fields: { rax: 0xabc, rflags: 0x46, dr7: 0x455, cr4: 0x628 },
    at: smiAt(PLACE.l2Code + 1),
  });
  const saved = (['rax', 'rflags', 'dr7', 'cr4', 'rip', 'rsp', 'cr3'] as const).map((key) =>
    bare.read64(field(key)),
  );
  assert.deepEqual(saved, [
    0xabcn,
    0x46n,
    0x455n,
    0x628n,
    BigInt(PLACE.l2Code + 1),
    BigInt(PLACE.l2Stack),
    BigInt(PLACE.tables),
  ]);
});

test('N-B5: an SMI waits while GIF is clear', () => {
  const [bare] = play({
    l1: `${vmrun} ${NOPS} ${stgi} ${nop} ${hlt}`,
    prepare: (twin) => twin.write64(field('rip'), 0),
    at: smiAt(PLACE.l1Code + 5),
  });
  assert.equal(bare.read64(field('rip')), BigInt(PLACE.l1Code + 10));
});
