import assert from 'node:assert/strict';
import test from 'node:test';
import { INTERCEPT } from '../spec/intercepts.js';
import type { MachineKind } from '../fuzz/twin.js';
import { runEvent, type Happening } from '../tests/caseRuns.js';
import { EVENT_CASES, NO_EVENTS } from '../tests/eventCases.js';
import { EventReport } from './eventReport.js';

function told(kind: MachineKind, given: Happening, intercepted: boolean): string[] {
  const lines: string[] = [];
  runEvent(kind, given, intercepted, new EventReport((line) => lines.push(line)).observer);
  return lines;
}
/** INIT always comes to the L0 first, which then does with it what the processor would. */
const withoutInit = (lines: string[]): string[] => lines.filter((line) => !/: INIT: /.test(line));

const HAPPENINGS = [
  ...EVENT_CASES.flatMap((given) => [[given, true] as const, [given, false] as const]),
  ...NO_EVENTS.map((given) => [given, true] as const),
];
for (const [given, intercepted] of HAPPENINGS)
  test(`${given.row.name} ${intercepted ? 'set' : 'clear'}, ${given.what}: events are told alike on both machines`, () => {
    const [bare, nested] = (['bare', 'nested'] as const).map((kind) => told(kind, given, intercepted));
    assert.deepEqual(withoutInit(nested), withoutInit(bare));
  });

const shortened = (lines: string[]): string[] => lines.map((line) => line.replace(/;.*/, ''));
const event = (name: keyof typeof INTERCEPT): Happening => {
  const found = EVENT_CASES.find(({ row }) => row === INTERCEPT[name]);
  assert.ok(found);
  return found;
};

test('an interrupt that exits, waits for GIF, and one that L2 takes', () => {
  assert.deepEqual(shortened(told('nested', event('intr'), true)), [
    'event in L2: interrupt 51h: exit to L1',
    'event in L1: interrupt 51h: held',
  ]);
  assert.deepEqual(shortened(told('nested', event('intr'), false)), ['event in L2: interrupt 51h: taken']);
});

test('a virtual interrupt is taken by L2, or exits before', () => {
  assert.deepEqual(shortened(told('nested', event('vintr'), true)), [
    'event in L2: virtual interrupt 51h: exit to L1',
  ]);
  assert.deepEqual(shortened(told('nested', event('vintr'), false)), [
    'event in L2: virtual interrupt 51h: taken',
  ]);
});

test('what L1 injects is told where VMRUN has it', () => {
  for (const kind of ['bare', 'nested'] as const) {
    const given = { ...event('intr'), fields: { eventInj: 0x8000_0061 }, prepare: () => undefined };
    const { happen: _, ...quiet } = given;
    assert.deepEqual(shortened(told(kind, quiet, false)), ['event in L2: EVENTINJ 61h: taken'], kind);
  }
});
