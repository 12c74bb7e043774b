import assert from 'node:assert/strict';
import test from 'node:test';
import { Dice } from '../fuzz/dice.js';
import { processorEvents, type EventState } from '../hypervisor/eventState.js';
import { STATE } from '../silicon/host/cpu.js';
import type { BitField } from '../spec/bits.js';
import { INT_CTL } from '../spec/vmcbBits.js';
import { MANUAL_SECTIONS } from '../tests/manualSections.js';
import { makeTwin } from '../tests/twins.js';
import { decideEvents, type EventName, type EventOutcome } from './eventDecisions.js';

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

const { cpu: quiet } = makeTwin('bare');
/** L1 with nothing that waits, and L2 of an L1 that intercepts nothing. */
const L1: EventState = { ...processorEvents(quiet), gif: true };
const L2: EventState = { ...L1, level: 2 };
const bits = (...rows: readonly BitField[]): number => rows.reduce((sum, { mask }) => sum | mask, 0);
const V_IRQ = bits(INT_CTL.vIrq) | (3 << INT_CTL.vIntrPrio.lo);
const V_NMI = bits(INT_CTL.vNmi, INT_CTL.vNmiEnable);
const APIC = { offered: 'APIC', request: 0x51 } as const;

const RULES: readonly (readonly [
  given: EventState,
  expected: readonly (readonly [EventName, EventOutcome, RegExp])[],
])[] = [
  [L1, []],
  [{ ...L1, ...APIC, gif: false }, [['interrupt', 'held', /^GIF is 0/]]],
  [{ ...L1, ...APIC }, [['interrupt', 'held', /^RFLAGS.IF of L1 is 0$/]]],
  [{ ...L1, ...APIC, interruptFlag: true, shadow: true }, [['interrupt', 'held', /interrupt shadow/]]],
  [{ ...L1, ...APIC, interruptFlag: true }, [['interrupt', 'taken', /^RFLAGS.IF of L1 is 1, and nobody/]]],
  [
    { ...L1, request: 0x51, taskPriority: 0x50, interruptFlag: true },
    [['interrupt', 'held', /its class 5h is not above the priority, class 5h$/]],
  ],
  [
    { ...L1, request: 0x51, inService: 0x62, interruptFlag: true },
    [['interrupt', 'held', /its class 5h is not above the priority, class 6h$/]],
  ],
  [
    { ...L2, ...APIC, intercepts: 1, interruptFlag: true, shadow: true },
    [['interrupt', 'exit to L1', /^RFLAGS.IF of L2 is 1, and L1 has set the INTR intercept/]],
  ],
  [
    { ...L2, ...APIC, intCtl: bits(INT_CTL.vIntrMasking), interruptFlag: true },
    [['interrupt', 'held', /^V_INTR_MASKING is set and RFLAGS.IF of L1 was 0/]],
  ],
  [
    { ...L2, ...APIC, intCtl: bits(INT_CTL.vIntrMasking), hostIf: true },
    [['interrupt', 'taken', /^V_INTR_MASKING is set and RFLAGS.IF of L1 was 1/]],
  ],
  [{ ...L1, offered: '8259', interruptFlag: true }, [['interrupt', 'taken', /nobody intercepts/]]],
  [{ ...L2, nmis: 1, nmiBlocked: true }, [['NMI', 'held', /an NMI handler runs/]]],
  [{ ...L2, nmis: 1, shadow: true }, [['NMI', 'held', /interrupt shadow/]]],
  [{ ...L2, nmis: 1, shadow: true, intercepts: 2 }, [['NMI', 'exit to L1', /NMI intercept/]]],
  [{ ...L2, nmis: 1 }, [['NMI', 'taken', /vector 2/]]],
  [{ ...L2, smi: true, intercepts: 4 }, [['SMI', 'exit to L1', /SMI intercept/]]],
  [{ ...L2, smi: true, intercepts: 4, smmLocked: true }, [['SMI', 'taken', /SMMLOCK/]]],
  [{ ...L2, smi: true, inSmm: true }, [['SMI', 'held', /until RSM/]]],
  [{ ...L2, smi: true, shutdown: true }, [['SMI', 'held', /only INIT and NMI/]]],
  [{ ...L2, init: true, intercepts: 8, l0Intercepts: 8 }, [['INIT', 'exit to L1', /L1 has set the INIT/]]],
  [{ ...L2, init: true, l0Intercepts: 8 }, [['INIT', 'exit to L0', /the L0 has set the INIT/]]],
  [{ ...L1, init: true }, [['INIT', 'taken', /starts anew/]]],
  [{ ...L1, init: true, redirectInit: true }, [['INIT', 'taken', /#SX/]]],
  [{ ...L1, init: true, inSmm: true }, [['INIT', 'held', /until RSM/]]],
  [{ ...L1, init: true, inSmm: true, shutdown: true }, [['INIT', 'taken', /starts anew/]]],
  [{ ...L1, sipi: true, waitsForSipi: true }, [['start-up message', 'taken', /waits for it/]]],
  [{ ...L1, sipi: true }, []],
  [{ ...L1, nmis: 1, waitsForSipi: true }, [['NMI', 'held', /start-up message/]]],
  [{ ...L2, injected: 0x8000_0051 }, [['EVENTINJ', 'taken', /no mask holds it off/]]],
  [{ ...L1, gif: false, debugTrap: true }, [['#DB', 'taken', /GIF does not/]]],
  [{ ...L1, debugTrap: true, shadow: true }, [['#DB', 'held', /interrupt shadow/]]],
  [{ ...L2, intCtl: V_NMI }, [['virtual NMI', 'taken', /V_NMI_MASK set/]]],
  [{ ...L2, intCtl: V_NMI | INT_CTL.vNmiMask.mask }, [['virtual NMI', 'held', /V_NMI_MASK is set/]]],
  [{ ...L2, intCtl: V_NMI | INT_CTL.vGifEnable.mask }, [['virtual NMI', 'held', /V_GIF of L2 is 0/]]],
  [{ ...L2, intCtl: V_IRQ }, [['virtual interrupt', 'held', /RFLAGS.IF of L2 is 0/]]],
  [
    { ...L2, intCtl: V_IRQ | 3, interruptFlag: true },
    [['virtual interrupt', 'held', /V_INTR_PRIO 3h is not above V_TPR 3h/]],
  ],
  [
    { ...L2, intCtl: V_IRQ | 3 | INT_CTL.vIgnTpr.mask, interruptFlag: true },
    [['virtual interrupt', 'taken', /V_IGN_TPR is set; V_IRQ is cleared/]],
  ],
  [
    { ...L2, intCtl: V_IRQ | 2, interruptFlag: true, intercepts: 16 },
    [['virtual interrupt', 'exit to L1', /V_INTR_PRIO 3h is above V_TPR 2h, and L1 has set the VINTR/]],
  ],
  [
    { ...L2, ...APIC, nmis: 1, interruptFlag: true, injected: 0x8000_0302 },
    [
      ['EVENTINJ', 'taken', /first instruction/],
      ['NMI', 'behind', /^EVENTINJ comes first$/],
      ['interrupt', 'behind', /^EVENTINJ comes first$/],
    ],
  ],
  [
    { ...L2, ...APIC, nmis: 1, nmiBlocked: true, interruptFlag: true, intCtl: V_IRQ },
    [
      ['NMI', 'held', /an NMI handler runs/],
      ['interrupt', 'taken', /nobody/],
      ['virtual interrupt', 'behind', /^interrupt comes first$/],
    ],
  ],
];

test('each rule about events', () => {
  for (const [given, expected] of RULES) {
    const decisions = decideEvents(given);
    assert.deepEqual(
      decisions.map(({ event, outcome }) => [event, outcome]),
      expected.map(([event, outcome]) => [event, outcome]),
    );
    decisions.forEach(({ sentence, section }, n) => {
      assert.match(sentence, expected[n][2]);
      assert.ok(MANUAL_SECTIONS.has(section), section);
    });
  }
});
