import assert from 'node:assert/strict';
import test from 'node:test';
import type { ExitAccount } from '../hypervisor/exitAccount.js';
import { EXITS, type ExitRow } from '../spec/exits.js';
import { INTERCEPT } from '../spec/intercepts.js';
import { parseCpu } from '../spec/cpuOption.js';
import { PLACE } from '../fuzz/place.js';
import type { Fields, MachineKind, Twin } from '../fuzz/twin.js';
import { runEvent, runIntercept } from '../tests/caseRuns.js';
import { EVENT_CASES } from '../tests/eventCases.js';
import { INTERCEPT_CASES } from '../tests/interceptCases.js';
import { MANUAL_SECTIONS } from '../tests/manualSections.js';
import { makeTwin } from '../tests/twins.js';
import { explainEvents } from './explainEvents.js';
import { explainExit, type ExitExplanation } from './explainExit.js';
import { exitRuleText, interceptText } from './exitRules.js';
import { exitLines } from './explanationText.js';

const { features } = parseCpu('max');
const KINDS = ['bare', 'nested'] as const;

type Run = (kind: MachineKind, heard: ExitAccount[]) => unknown;

/** What L1 is told of its first exit, on each machine. */
function firstExit(run: Run): readonly [bare: ExitExplanation, nested: ExitExplanation] {
  const [bare, nested] = KINDS.map((kind) => {
    const heard: ExitAccount[] = [];
    run(kind, heard);
    const account = heard.find(({ toL1 }) => toL1 !== null);
    assert.ok(account, `no exit on ${kind}`);
    return explainExit(account);
  });
  return [bare, nested];
}
/** Both machines explain alike why L1 gets it, what it finds and what waits. */
function assertAlike([bare, nested]: readonly [ExitExplanation, ExitExplanation]): void {
  assert.deepEqual(
    nested.reasons.filter(({ by }) => by === 'L1'),
    bare.reasons,
  );
  // That the L0 hears of INIT first is its own affair.
  const cause = ({ cause: why }: ExitExplanation) => (why?.outcome === 'exit to L1' ? why : null);
  assert.deepEqual(cause(nested), cause(bare));
  for (const key of ['toL1', 'written', 'notes', 'events'] as const)
    assert.deepEqual(nested[key], bare[key], key);
}

for (const given of INTERCEPT_CASES) {
  const { row, code } = given;
  if (row.feature !== undefined && !features.has(row.feature)) continue;
  test(`${row.name}, ${code}: the rule is told, alike on both machines`, () => {
    const both = firstExit((kind, heard) =>
      runIntercept(kind, given, true, {}, { exitDone: (account) => heard.push(account) }),
    );
    assertAlike(both);
    const [{ sentence, section }] = both[0].reasons;
    assert.ok(MANUAL_SECTIONS.has(section), section);
    if (row === INTERCEPT.ioioProt) assert.match(sentence, /at port 60h: bit 0 of the byte at 2400Ch/);
    else if (row === INTERCEPT.msrProt)
      assert.match(sentence, /MSR of EFER \(C0000080h\): bit [01] of the byte at 22820h/);
    else assert.equal(sentence, `${interceptText(row)} is set in L1's VMCB at 20000h`);
  });
}

for (const given of EVENT_CASES) {
  const { row, what } = given;
  test(`${row.name}, ${what}: the rule and the event are told, alike on both machines`, () => {
    const both = firstExit((kind, heard) =>
      runEvent(kind, given, true, { exitDone: (account) => heard.push(account) }),
    );
    assertAlike(both);
    assert.equal(both[0].reasons[0].sentence, `${interceptText(row)} is set in L1's VMCB at 20000h`);
    const interrupts = [INTERCEPT.intr, INTERCEPT.nmi, INTERCEPT.smi, INTERCEPT.init, INTERCEPT.vintr];
    const cause = interrupts.some((one) => one === row) ? 'exit to L1' : undefined;
    assert.equal(both[0].cause?.outcome, cause);
    // What has not been taken waits on, and now GIF holds it off.
    if (cause && row !== INTERCEPT.vintr) assert.match(both[0].events[0].sentence, /^GIF is 0/);
  });
}

/** Exit codes that no processor here makes, and why. */
const NEVER: readonly (readonly [names: RegExp, why: string])[] = [
  [/^VMEXIT_AVIC_/, 'avic is not here'],
  [/^VMEXIT_VMGEXIT$/, 'sev-es is not here'],
  [/^VMEXIT_SW$/, 'set aside for a hypervisor'],
  [/^VMEXIT_(BUSY|IDLE_REQUIRED|INVALID_PMC)$/, 'sev-snp and pmc-virt are not here'],
];
function ruleOf({ intercept, name }: ExitRow): string | undefined {
  if (intercept) return exitRuleText({ kind: 'intercept', row: intercept }, 'X').sentence;
  if (name === 'VMEXIT_NPF')
    return exitRuleText({ kind: 'nestedTables', gpa: 0n, error: 4n, trail: [] }, 'X').sentence;
  return name === 'VMEXIT_INVALID' ? exitRuleText({ kind: 'checks' }, 'X').sentence : undefined;
}
test('every exit code that can reach L1 has a rule', () => {
  const without = EXITS.filter((row) => !ruleOf(row)).map(({ name }) => name);
  assert.deepEqual(
    without.filter((name) => !NEVER.some(([names]) => names.test(name))),
    [],
  );
  for (const [names] of NEVER)
    assert.ok(
      without.some((name) => names.test(name)),
      `${names}`,
    );
});

/** VMRUN of L2, whose code is given; then HLT. */
function explained(
  kind: MachineKind,
  code: string,
  fields: Fields,
  prepare?: (twin: Twin) => void,
): string[] {
  const lines: string[] = [];
  const twin = makeTwin(kind, 'max', {
    exitDone: (account) => {
      // Pages of code and tables that are entered first are the same everywhere.
      const about =
        account.level === 2 && (account.toL1 !== null || account.exit.info2 !== BigInt(PLACE.l2Code));
      if (about && account.exit.info2 !== BigInt(PLACE.tables))
        lines.push(...exitLines(explainExit(account)));
    },
  });
  twin.vmcb12({ interceptMisc2: 3, ...fields });
  twin.write(PLACE.l1Code, '0f01d8 f4');
  twin.write(PLACE.l2Code, code);
  prepare?.(twin);
  twin.run(1000);
  return lines;
}
const withoutTime = (lines: string[]): string[] => lines.map((line) => line.replace(/, \d+ ns\)$/, ')'));

test('golden: an exception of L2, and VMRUN single-stepped by L1', () => {
  const step = (twin: Twin): void => twin.cpu.wasm.setFlags(0x102n);
  const lines = explained('bare', '0f0b', { interceptExceptions: 1 << 6 }, step);
  assert.deepEqual(withoutTime(lines), [
    'L2 at RIP 11000h: VMEXIT_EXCP6 (#UD), to L1 (vCPU 0)',
    "  why L1   exception with vector 6: bit 6 (EXCEPTION_6) of INTERCEPT_EXCEPTIONS (008h) is set in L1's VMCB at 20000h  [APM 2, Exception Intercepts]",
    '  written  exit: EXITCODE 0h -> 46h',
    '  note     a #DB is owed at the next boundary, with DR6 bits 4000h  [APM 2, Single Stepping]',
    '  next     #DB: taken; a trap of the instruction before is due; GIF does not hold it off  [APM 2, Priorities]',
  ]);
});

test('golden: the L0 raises an exception that L1 intercepts', () => {
  const lines = explained('nested', '0f01da', { rax: 1, interceptExceptions: 1 << 13 });
  assert.deepEqual(withoutTime(lines), [
    'L2 at RIP 11000h: VMEXIT_VMLOAD, which the L0 makes VMEXIT_EXCP13 (#GP) for L1 (vCPU 0)',
    "  why L1   exception with vector 13: bit 13 (EXCEPTION_13) of INTERCEPT_EXCEPTIONS (008h) is set in L1's VMCB at 20000h  [APM 2, Exception Intercepts]",
    "  why L0   VMLOAD: bit 2 (VMLOAD) of INTERCEPT_MISC2 (010h) is set in the L0's VMCB  [APM 2, Instruction Intercepts]",
    '  the L0   raises #GP(0h) in L2: the address in rAX is no physical address of a page',
    '  written  exit: EXITCODE 0h -> 4Dh',
  ]);
});

test('golden: an event that an exit has cut', () => {
  for (const kind of KINDS) {
    const lines = explained(kind, '0f0b', { idtrLimit: 0, interceptMisc1: 1 << 31 });
    const notes = lines.filter((line) => line.startsWith('  note'));
    assert.deepEqual(notes, [
      '  note     EXITINTINFO: #DF was being delivered, and this exit has cut it  [APM 2, Intercepts During IDT Interrupt Delivery]',
    ]);
  }
});

test('golden: a page that L1 has, and one that it lacks', () => {
  const read = (gpa: number): string => {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32LE(gpa);
    return `a1${bytes.toString('hex')}`;
  };
  const lines = explained('nested', `${read(0x10_0000)} ${read(0x10_1000)}`, { miscCtl: 1 }, (twin) =>
    twin.write64(PLACE.npt12 + 0x3000 + 8 * 0x101, 0),
  );
  const told = withoutTime(lines.filter((line) => !/written|^ {9}/.test(line)));
  assert.deepEqual(
    told.slice(-5),
    [
      'L2 at RIP 11000h: VMEXIT_NPF, the L0 alone; L1 does not hear of it (vCPU 0)',
      '  why L0   NPT02 has no entry that allows this at 100000h yet',
      "  the L0   enters L2's 100000h in NPT02: 4 KiB at 100000h, read-only for now, executable, by NPT12's entry at 7800h = 100027h",
      'L2 at RIP 11009h: VMEXIT_NPF, to L1, whose nested tables have no answer (vCPU 0)',
      "  why L1   a read at L2's 101000h: L1's nested tables, level 1, the entry at 7808h = 0h, is not present  [APM 2, Nested versus Guest Page Faults, Fault Ordering]",
      '  why L0   NPT02 has no entry that allows this at 101000h yet',
    ].slice(-5),
  );
});

test('on demand: what waits for a vCPU, alike on both machines', () => {
  for (const kind of KINDS) {
    const twin = makeTwin(kind);
    twin.vmcb12({ interceptMisc1: 1, intCtl: 0x100_0100 | 0x1_0000, intVector: 0x61 });
    twin.write(PLACE.l1Code, '0f01d8 f4');
    twin.write(PLACE.l2Code, '90909090 ebfe');
    for (let n = 0; n < 20 && twin.get('RIP') !== BigInt(PLACE.l2Code + 2); n++) twin.run(1);
    assert.ok(twin.inL2);
    twin.cpu.apicMessage({ destination: 0, logical: false, deliveryMode: 0, vector: 0x51, level: true });
    const world = twin.l0 ?? { run: () => 0 };
    const decisions = explainEvents({ cpu: twin.cpu, world }, 0);
    assert.deepEqual(
      decisions.map(({ event, vector, outcome, sentence }) => [event, vector, outcome, sentence]),
      [
        ['interrupt', 0x51, 'held', 'V_INTR_MASKING is set and RFLAGS.IF of L1 was 0 at VMRUN'],
        ['virtual interrupt', 0x61, 'held', 'RFLAGS.IF of L2 is 0'],
      ],
      kind,
    );
  }
});
