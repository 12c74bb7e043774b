import assert from 'node:assert/strict';
import test from 'node:test';
import type { VmrunFailure } from '../hypervisor/observer.js';
import type { VmcbKey } from '../spec/vmcb.js';
import { PLACE } from '../fuzz/place.js';
import type { MachineKind, Twin } from '../fuzz/twin.js';
import { makeTwin } from '../tests/twins.js';
import { cpuFacts } from './cpuFacts.js';
import { FailureReport } from './failureReport.js';

type Fields = Partial<Record<VmcbKey, bigint | number>>;

/** NOP, VMRUN, HLT. */
const ONCE = '90 0f01d8 f4';

function machine(kind: MachineKind, code: string, fields: Fields, lines: string[]): [Twin, FailureReport] {
  const report = new FailureReport(cpuFacts('max'), (line) => lines.push(line));
  const twin = makeTwin(kind, 'max', report.observer);
  twin.vmcb12(fields);
  twin.write(PLACE.l1Code, code);
  twin.run(100);
  return [twin, report];
}

function told(kind: MachineKind, fields: Fields): string[] {
  const lines: string[] = [];
  machine(kind, ONCE, fields, lines);
  return lines;
}

const CASES: readonly [Fields, ...RegExp[]][] = [
  [{ cr0: 0xa001_0033 }, /S7 .*CR0.NW is set/s, /NW \(bit 29\) = 1/],
  [{ eventInj: 0x8000_0309 }, /E4 .*EVENTINJ \(0A8h\) = 80000309h/s],
  [{ interceptMisc2: 0, guestAsid: 0 }, /C1 .*C2 /s],
  [{ msrpmBasePa: 1n << 60n }, /C3 .*bit 60 set/s],
];

for (const [fields, ...patterns] of CASES) {
  test(`told the same on both machines: ${Object.keys(fields).join(' ')}`, () => {
    const [bare, nested] = [told('bare', fields), told('nested', fields)];
    const place = `L1's VMRUN at RIP ${(PLACE.l1Code + 1).toString(16)}h, VMCB at ${PLACE.vmcb12.toString(16)}h`;
    assert.equal(bare[0].replace(/ \(.*/, ''), `VMRUN failure 1: ${place}, checked by the processor`);
    assert.equal(nested[0].replace(/ \(.*/, ''), `VMRUN failure 1: ${place}, checked by the L0`);
    assert.equal(bare[0].replace('the processor', 'the L0'), nested[0], 'the same time');
    assert.deepEqual(bare.slice(1), nested.slice(1));
    for (const pattern of patterns) assert.match(bare.join('\n'), pattern);
  });
}

test('page-directory pointers are shown', () => {
  for (const kind of ['bare', 'nested'] as const) {
    const lines: string[] = [];
    const report = new FailureReport(cpuFacts('max'), (line) => lines.push(line));
    const twin = makeTwin(kind, 'max', report.observer);
    twin.vmcb12({ efer: 0x1801, cr3: PLACE.data });
    twin.write64(PLACE.data + 16, 0x8000_0000_0000_0003n);
    twin.write(PLACE.l1Code, ONCE);
    twin.run(100);
    assert.match(lines.join('\n'), /S13 .*pointer 2 at CR3 = 8000000000000003h: bits 63, 1 set/s);
  }
});

test('what has been told is counted', () => {
  const lines: string[] = [];
  const report = new FailureReport(cpuFacts('max'), (line) => lines.push(line));
  const vmcb = new Uint8Array(4096);
  const failure: VmrunFailure = {
    vcpu: 0,
    time: 0,
    vmcbPa: 0x5000,
    vmcb,
    checkedBy: 'L0',
    rip: 0x10n,
    mask: 1n,
    ownRows: [],
  };
  const say = (time: number, rip: bigint): void => report.observer.vmrunFailed?.({ ...failure, time, rip });
  say(1, 0x10n);
  say(2, 0x20n);
  for (let time = 3; time < 8; time++) say(time, 0x10n);
  say(9, 0x20n);
  assert.equal(lines.filter((line) => line.startsWith('VMRUN failure')).length, 2);
  report.finish();
  assert.deepEqual(lines.slice(-2), [
    'VMRUN failure 1: repeated 5 times more',
    'VMRUN failure 2: repeated once more',
  ]);
});

test('a loop of the same failure is told once', () => {
  const lines: string[] = [];
  const [, report] = machine('nested', '0f01d8 ebfb', { guestAsid: 0 }, lines);
  report.finish();
  assert.equal(lines.filter((line) => /C2/.test(line)).length, 1);
  assert.match(lines.at(-1) ?? '', /repeated \d+ times more/);
});
