import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import type { Fields, Twin } from '../../fuzz/twin.js';
import { CODE, flag, interrupt, pend, play, taken } from '../../tests/play.js';

const { vmrun, vmmcall, hlt, clgi, stgi, nop } = CODE;
const [VMMCALL, NMI, STGI, CLGI] = [0x81n, 0x61n, 0x84n, 0x85n];
const [V_GIF, ENABLE, V_NMI, V_NMI_ENABLE] = [0x200, 0x200_0000, 0x800, 0x400_0000];
const VIRTUAL = 0x1_0100;
const VECTOR = 0x53;
const NOPS = nop.repeat(4);

test("N-A2: L2's CLGI and STGI are about its own GIF, which holds off virtual events only", () => {
  for (const [what, fields, happen, vector, waits] of [
    [
      'a virtual interrupt',
      { intCtl: VIRTUAL | ENABLE | V_GIF, intVector: VECTOR, intState: 1 },
      undefined,
      VECTOR,
      true,
    ],
    [
      'a virtual NMI',
      { intCtl: V_NMI | V_NMI_ENABLE | ENABLE | V_GIF, interceptMisc1: 2, intState: 1 },
      undefined,
      2,
      true,
    ],
    ['an interrupt', { intCtl: ENABLE | V_GIF }, interrupt(0x51), 0x51, false],
    ['an NMI', { intCtl: ENABLE | V_GIF }, pend('PENDING_NMI'), 2, false],
  ] as const) {
    const counts: number[] = [];
    const note = (twin: Twin): void => void (twin.kind === 'bare' && counts.push(taken(twin, vector)));
    const [bare] = play({
      l2: `${clgi} ${nop} ${NOPS} ${stgi} ${nop} ${vmmcall}`,
      fields: { rflags: 0x202, ...fields } as Fields,
      at: [
        [PLACE.l2Code + 3, happen ?? (() => undefined)],
        [PLACE.l2Code + 7, note],
      ],
    });
    assert.deepEqual([...counts, taken(bare, vector)], [waits ? 0 : 1, 1], what);
    assert.equal(bare.field('exitCode'), VMMCALL);
  }
});

test('N-A2: intercepts come first, and without the enable bit or the feature GIF is the only one there is', () => {
  for (const [cpu, intCtl, l2, interceptMisc2, exit, left] of [
    ['max', ENABLE, stgi, 0x13, STGI, ENABLE],
    ['max', ENABLE | V_GIF, clgi, 0x23, CLGI, ENABLE | V_GIF],
    ['max', V_GIF, clgi, 3, VMMCALL, V_GIF],
    ['max,-vgif', ENABLE, stgi, 3, VMMCALL, ENABLE],
    ['max,-vgif', ENABLE | V_GIF, clgi, 3, VMMCALL, ENABLE | V_GIF],
  ] as const) {
    const [bare] = play({ cpu, l2: `${l2} ${vmmcall}`, fields: { intCtl, interceptMisc2 } });
    assert.deepEqual(
      [bare.field('exitCode'), bare.field('intCtl')],
      [exit, BigInt(left)],
      `${cpu} ${intCtl}`,
    );
  }
});

test('N-A2: with GIF clear in L2 for want of a virtual one, everything waits, and the next VMRUN opens it', () => {
  const [bare] = play({
    l1: `${vmrun} ${vmrun} ${hlt}`,
    l2: `${clgi} ${NOPS} ${vmmcall}`,
    fields: { interceptMisc1: 2 },
    at: [[PLACE.l2Code + 4, pend('PENDING_NMI')]],
  });
  // The first exit is VMMCALL, the second the NMI, at the instruction that the first had left at.
  assert.deepEqual(
    [bare.field('exitCode'), bare.field('rip'), flag(bare, 'GIF')],
    [NMI, BigInt(PLACE.l2Code + 7), 0],
  );
});
