import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import type { VmcbKey } from '../../spec/vmcb.js';
import { CODE, pend, play, rdmsr, wrmsr } from '../../tests/play.js';

const { vmrun, vmmcall, hlt } = CODE;
const [DEBUGCTL, FROM, TO, EXCEPTION_FROM] = [0x1d9, 0x1db, 0x1dc, 0x1dd];
const LBRV = 1;
const FIELDS: readonly VmcbKey[] = ['dbgCtl', 'brFrom', 'brTo', 'lastExcpFrom', 'lastExcpTo'];
const STATE = ['DEBUGCTL', 'LBR_FROM', 'LBR_TO', 'LASTEXC_FROM', 'LASTEXC_TO'];
/** A short jump to the next instruction. */
const JUMP = 'eb00';

for (const cpu of ['max', 'max,-lbrv'])
  for (const miscCtl2 of [0, LBRV]) {
    const own = cpu === 'max' && miscCtl2 === LBRV;
    test(`N-A0: the last-branch registers are ${own ? 'switched' : 'shared'}: ${cpu}, bit ${miscCtl2}`, () => {
      const [bare] = play({
        cpu,
        l1: `${wrmsr(DEBUGCTL, 1)} ${JUMP} 4889f0 ${vmrun} ${rdmsr(FROM)} 8907 ${hlt}`,
        l2: `${rdmsr(FROM)} 894708 ${JUMP} ${vmmcall}`,
        fields: { miscCtl2, dbgCtl: 0x41, brFrom: 0x12, brTo: 0x13, lastExcpFrom: 0x14, lastExcpTo: 0x15 },
      });
      const l1Jump = PLACE.l1Code + 17;
      const l2Jump = PLACE.l2Code + 10;
      const word = (at: number): number => Number(bare.read64(at) & 0xffff_ffffn);
      assert.equal(word(PLACE.data + 8), own ? 0x12 : l1Jump, 'what L2 finds');
      assert.equal(word(PLACE.data), own ? l1Jump : l2Jump, 'what L1 finds');
      assert.deepEqual(
        FIELDS.map((key) => bare.field(key)),
        own ? [1n, BigInt(l2Jump), BigInt(l2Jump + 2), 0x14n, 0x15n] : [0x41n, 0x12n, 0x13n, 0x14n, 0x15n],
      );
      assert.equal(bare.field('miscCtl2'), BigInt(miscCtl2), 'the bit stays');
    });
  }

test('N-3D: L2 starts with the registers of VMCB12, reserved bits of DEBUGCTL clear, where L1 virtualizes them', () => {
  const found: bigint[][] = [];
  play({
    fields: {
      miscCtl2: LBRV,
      dbgCtl: 0xffff_ff42,
      brFrom: 0x12,
      brTo: 0x13,
      lastExcpFrom: 0x14,
      lastExcpTo: 0x15,
    },
    prepare: (twin) => STATE.forEach((name, n) => twin.set(name, n)),
    at: [[PLACE.l2Code, (twin) => void found.push(STATE.map((name) => twin.get(name)))]],
  });
  assert.deepEqual(found[0], [2n, 0x12n, 0x13n, 0x14n, 0x15n]);
  assert.deepEqual(found[1], found[0]);
});

/** The registers of the last exception hold the branch before it. */
test("N-45: after the exit the registers are L1's again, interrupts and exceptions included", () => {
  for (const miscCtl2 of [0, LBRV]) {
    const [bare] = play({
      l1: `${vmrun} ${rdmsr(EXCEPTION_FROM)} 8907 ${rdmsr(TO)} 894708 ${hlt}`,
      l2: `90 90 ${JUMP} ${vmmcall}`,
      fields: { miscCtl2, dbgCtl: 1, brFrom: 0x12, lastExcpFrom: 0x14 },
      prepare: (twin) => STATE.forEach((name, n) => twin.set(name, n === 0 ? 1 : 0x30 + n)),
      at: [[PLACE.l2Code + 1, pend('PENDING_NMI')]],
    });
    const words = [PLACE.data, PLACE.data + 8].map((at) => Number(bare.read64(at) & 0xffff_ffffn));
    assert.deepEqual(words, miscCtl2 ? [0x33, 0x32] : [0x31, PLACE.l2Code + 4]);
    if (miscCtl2)
      assert.deepEqual([bare.field('lastExcpFrom'), bare.field('brTo')], [0x12n, BigInt(PLACE.l2Code + 4)]);
  }
});
