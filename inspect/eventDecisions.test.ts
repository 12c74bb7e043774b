import assert from 'node:assert/strict';
import test from 'node:test';
import { Dice } from '../fuzz/dice.js';
import { processorEvents } from '../hypervisor/eventState.js';
import { STATE } from '../silicon/host/cpu.js';
import { INT_CTL } from '../spec/vmcbBits.js';
import { makeTwin } from '../tests/twins.js';
import { decideEvents, type EventName } from './eventDecisions.js';

/** What the processor's pendingEvent() answers, by number. */
const ANSWERS: readonly (EventName | undefined)[] = [
  undefined,
  'start-up message',
  'INIT',
  'SMI',
  'NMI',
  'interrupt',
  'virtual interrupt',
  'virtual NMI',
];
const CASES = 20_000;
const FLAGS = [
  'GIF',
  'SHADOW',
  'NMI_BLOCKED',
  'IN_SMM',
  'SHUTDOWN',
  'WAIT_SIPI',
  'PENDING_INIT',
  'PENDING_SIPI',
  'PENDING_SMI',
  'PENDING_NMI',
  'APIC_INTR',
  'EXTINT_PENDING',
  'IN_GUEST',
  'HOST_IS_L0',
  'HOST_IF',
] as const;
/** Rare, or hardly anything else would ever be looked at. */
const RARE: readonly string[] = ['IN_SMM', 'SHUTDOWN', 'WAIT_SIPI', 'PENDING_INIT', 'PENDING_SMI'];

test('the event that is explained to be next is the one the processor takes', () => {
  const twin = makeTwin('bare');
  const { cpu } = twin;
  const processor = cpu.wasm as unknown as { pendingEvent(): number };
  const dice = new Dice(8);
  const seen = new Set<string>();
  for (let n = 0; n < CASES; n++) {
    for (const name of FLAGS) cpu.u8[STATE[name]] = dice.chance(RARE.includes(name) ? 10 : 50) ? 1 : 0;
    const guest = cpu.u8[STATE.IN_GUEST] === 1;
    if (!cpu.u8[STATE.GIF]) cpu.u8[STATE.GIF] = dice.chance(70) ? 1 : 0;
    const intCtl = guest ? randomIntCtl(dice) : 0;
    cpu.u64[STATE.INT_CTL >> 3] = BigInt(intCtl) | (0x51n << 32n);
    cpu.u8[STATE.V_INTR_MASKING] = guest && intCtl & INT_CTL.vIntrMasking.mask ? 1 : 0;
    cpu.u32[(STATE.INTERCEPTS >> 2) + 3] = guest ? dice.below(32) : 0;
    cpu.wasm.setFlags(dice.chance(50) ? 0x202n : 2n);
    const explained = decideEvents(processorEvents(cpu)).filter(
      ({ outcome }) => outcome !== 'held' && outcome !== 'behind',
    );
    const taken = ANSWERS[processor.pendingEvent()];
    assert.ok(explained.length <= 1);
    assert.equal(
      explained[0]?.event,
      taken,
      `case ${n}: ${JSON.stringify(decideEvents(processorEvents(cpu)))}`,
    );
    seen.add(taken ?? 'none');
  }
  assert.equal(seen.size, ANSWERS.length, [...seen].join());
});

function randomIntCtl(dice: Dice): number {
  const bits = [INT_CTL.vIrq, INT_CTL.vIgnTpr, INT_CTL.vIntrMasking, INT_CTL.vGif, INT_CTL.vGifEnable];
  const nmi = [INT_CTL.vNmi, INT_CTL.vNmiMask, INT_CTL.vNmiEnable];
  const some = [...bits, ...nmi].filter(() => dice.chance(50)).reduce((sum, { mask }) => sum | mask, 0);
  return some | dice.below(16) | (dice.below(16) << INT_CTL.vIntrPrio.lo);
}
