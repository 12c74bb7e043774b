import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import { CODE, play, rdmsr } from '../../tests/play.js';

const { vmrun, vmmcall, hlt, vmload, vmsave } = CODE;
const [VMMCALL, NPF, PF] = [0x81n, 0x400n, 0x4en];
/** Addresses that can be, and have no memory: between the RAM and the devices, and of a device. */
const NOWHERE = 0x8000_0000;
/** Where the L0 has memory of its own, and L1 none. */
const HIGH = 0x3_c000_0000;
const INTERCEPT_PF = 1 << 14;
const PRESENT = 7;
const ones = 0xffff_ffffn;

test('N-E0: a VMCB12 without memory reads as ones, which is no VMCB', () => {
  for (const instruction of [vmrun, vmload, vmsave]) {
    const [bare] = play({
      l1: `${instruction} ${hlt}`,
      prepare: (twin) => twin.set('REGS', NOWHERE),
    });
    assert.equal(bare.get('RIP'), BigInt(PLACE.l1Code + 4), 'it is over, and nothing was written anywhere');
    assert.equal(bare.cpu.u8[bare.cpu.state('GIF')], instruction === vmrun ? 0 : 1);
    assert.equal(bare.field('exitCode'), 0n);
  }
});

test('N-E2: permission maps without memory intercept everything they cover', () => {
  for (const at of [NOWHERE, HIGH])
    for (const [fields, l2, exit] of [
      [{ interceptMisc1: 1 << 27, iopmBasePa: at }, `e460 ${vmmcall}`, 0x7bn],
      [{ interceptMisc1: 1 << 28, msrpmBasePa: at }, `${rdmsr(0x277)} ${vmmcall}`, 0x7cn],
    ] as const) {
      const [bare] = play({ l2, fields });
      assert.equal(bare.field('exitCode'), exit);
    }
});

test('N-E3: nested tables without memory read as ones: reserved bits are set', () => {
  const [bare] = play({ fields: { miscCtl: 1, nCr3: NOWHERE } });
  assert.deepEqual([bare.field('exitCode'), bare.field('exitInfo1') & 0xfn], [NPF, 0xfn]);
  // Of the page that has L2's own tables: that is what is looked up first.
  assert.equal(bare.field('exitInfo2'), BigInt(PLACE.tables));
  const [leaf] = play({
    fields: { miscCtl: 1 },
    prepare: (twin) => twin.write64(PLACE.npt12 + 0x2000, NOWHERE + PRESENT),
  });
  assert.equal(leaf.field('exitInfo1') & 0xfn, 0xfn);
});

test('N-E4: page tables and pages of L2 without memory are read from the bus', () => {
  for (const miscCtl of [0, 1]) {
    const far = miscCtl ? PLACE.npt12 + 0x2000 + 8 * 7 : PLACE.tables + 0x2000 + 8 * 7;
    const large = 0x80 | PRESENT;
    // The last 2 MiB that are mapped lead nowhere.
    const [data] = play({
      l2: `a1 0010e00000000000 ${vmmcall}`,
      fields: { miscCtl },
      prepare: (twin) => twin.write64(far, NOWHERE + large),
    });
    assert.deepEqual([data.field('exitCode'), data.field('rax')], [VMMCALL, ones]);
    const [tables] = play({
      fields: { miscCtl, cr3: 0xe0_0000, interceptExceptions: INTERCEPT_PF },
      prepare: (twin) => twin.write64(far, NOWHERE + large),
    });
    assert.deepEqual(
      [tables.field('exitCode'), tables.field('exitInfo1') & 8n],
      [PF, 8n],
      'reserved bits are set',
    );
  }
});
