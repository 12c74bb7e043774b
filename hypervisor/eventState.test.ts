import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';
import { CODE, interrupt, pend } from '../tests/play.js';
import { makeTwin } from '../tests/twins.js';
import type { EventState } from './eventState.js';

const { sti, nop, hlt } = CODE;
const LINT0 = 0x35;
const EXTINT = 0x700;
const APIC_ENABLED = 0x800n;
const pic = (twin: Twin): void => void (twin.cpu.u8[twin.cpu.state('PIC_INTR')] = 1);
const lint0 = (twin: Twin): void => void (twin.cpu.u32[(twin.cpu.state('APIC_REGS') >>> 2) + LINT0] = EXTINT);
const apicOff = (twin: Twin): void => twin.set('APIC_BASE', twin.get('APIC_BASE') & ~APIC_ENABLED);

/** Events of L1, and what is told of the first that is due. */
const CASES: readonly [what: string, prepare: ((twin: Twin) => void)[], expected: Partial<EventState>][] = [
  [
    'an interrupt of the local APIC',
    [interrupt(0x51)],
    { offered: 'APIC', request: 0x51, nmis: 0, inSmm: false },
  ],
  ['an interrupt of the 8259 through LINT0', [pic, lint0], { offered: '8259', request: -1 }],
  ['an interrupt of the 8259 without a local APIC', [pic, apicOff], { offered: '8259', request: -1 }],
  ['an NMI', [pend('PENDING_NMI')], { offered: null, nmis: 1 }],
  ['an SMI', [pend('PENDING_SMI')], { offered: null, smi: true, inSmm: false }],
];

/** All that is told of events while a program of L1's runs. */
function told(kind: 'bare' | 'nested', prepare: readonly ((twin: Twin) => void)[]): EventState[] {
  const heard: EventState[] = [];
  const twin = makeTwin(kind, 'max', { eventDue: ({ events }) => heard.push(events) });
  twin.write(PLACE.l1Code, `${sti} ${nop} ${nop} ${hlt}`);
  twin.takeOver();
  for (const one of prepare) one(twin);
  twin.run(20);
  return heard;
}

for (const kind of ['bare', 'nested'] as const) {
  for (const [what, prepare, expected] of CASES)
    test(`what is told when L1 is about to take ${what}, ${kind}`, () => {
      const [first] = told(kind, prepare);
      const { level, gif, shadow, intCtl, underL0 } = first;
      assert.deepEqual(
        { level, gif, shadow, intCtl, underL0 },
        { level: 1, gif: true, shadow: false, intCtl: 0, underL0: kind === 'nested' },
      );
      for (const [name, value] of Object.entries(expected))
        assert.equal(first[name as keyof EventState], value, name);
    });
  test(`what is told in the handler of an SMI, ${kind}`, () => {
    const open = (twin: Twin): void => twin.write(PLACE.smmHandler, `${sti} ${nop} ${nop}`);
    const heard = told(kind, [open, pend('PENDING_SMI'), interrupt(0x51)]);
    const inSmm = heard.filter((events) => events.inSmm);
    assert.ok(inSmm.length > 0);
    assert.deepEqual([inSmm[0].offered, inSmm[0].request, inSmm[0].interruptFlag], ['APIC', 0x51, true]);
  });
}
