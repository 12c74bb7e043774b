import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../fuzz/differences.js';
import { PLACE } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';
import { RETURN } from '../silicon/host/cpu.js';
import { makeTwin, twins } from '../tests/twins.js';
import { AT } from './vmcb.js';

const SX = 30;
const CR0_PE = 1n;
const VMRUN = '0f01d8';
const [CLGI, STGI, HLT] = ['0f01dd', '0f01dc', 'f4'];
const NOPS = '90'.repeat(8);
const [INTERCEPT_NMI, INTERCEPT_INIT, INTERCEPT_SHUTDOWN] = [2, 8, 0x8000_0000];
const R_INIT = 2n;
/** An IDT without gates, then UD2: the third fault is the end. */
const TRIPLE_FAULT = '0f011c2500800200 0f0b';

const flag = (twin: Twin, name: string): number => twin.cpu.u8[twin.cpu.state(name)];
function raise(twin: Twin, name: string): void {
  twin.cpu.u8[twin.cpu.state(name)] = 1;
}
/** One instruction at a time on both machines, alike after each. */
function step(both: readonly [Twin, Twin], instructions: number): void {
  for (let n = 0; n < instructions; n++) {
    const [bare, nested] = both.map((twin) => twin.run(1));
    assert.equal(bare, nested);
    assert.deepEqual(differences(...both), [], `${n} instructions later`);
  }
}

type Outcome = 'reset' | 'waits' | 'exit' | '#SX';
const CASES: readonly (readonly [
  gif: 0 | 1,
  intercept: boolean,
  redirect: boolean,
  level: 1 | 2,
  Outcome,
])[] = [
  [0, false, false, 1, 'waits'],
  [0, false, true, 1, 'waits'],
  [1, false, false, 1, 'reset'],
  [1, false, true, 1, '#SX'],
  [1, true, false, 2, 'exit'],
  [1, true, true, 2, 'exit'],
  [1, false, false, 2, 'reset'],
  [1, false, true, 2, '#SX'],
];
function outcomeOf(twin: Twin, level: 1 | 2): Outcome | 'nothing' {
  if (!(twin.get('CR0') & CR0_PE)) return 'reset';
  if (flag(twin, 'PENDING_INIT')) return level === 2 && !twin.inL2 ? 'exit' : 'waits';
  return twin.get('RIP') >= BigInt(PLACE.stubs) ? '#SX' : 'nothing';
}

for (const [gif, intercept, redirect, level, outcome] of CASES)
  test(`N-62 N-C2: INIT with GIF ${gif}, ${intercept ? '' : 'not '}intercepted, ${redirect ? '' : 'not '}redirected, in L${level}: ${outcome}`, () => {
    const both = twins();
    for (const twin of both) {
      twin.vmcb12({ interceptMisc1: intercept ? INTERCEPT_INIT : 0 });
      twin.set('VM_CR', redirect ? R_INIT : 0n);
      const l1 = level === 2 ? VMRUN : gif ? STGI : CLGI;
      twin.write(PLACE.l1Code, `${l1} ${NOPS} ${STGI} ${NOPS} ${HLT}`);
      twin.write(PLACE.l2Code, `${NOPS} ${NOPS} ${NOPS} 0f01d9`);
      twin.run(2);
      raise(twin, 'PENDING_INIT');
    }
    const [bare] = both;
    step(both, 1);
    assert.equal(outcomeOf(bare, level), outcome);
    if (outcome === 'exit') assert.equal(bare.field('exitCode'), 0x63n);
    if (outcome === 'reset') {
      assert.equal(bare.inL2, false);
      return;
    }
    // What waits is decided anew when L1 sets GIF.
    for (let n = 0; n < 12 && outcomeOf(bare, 1) !== 'reset'; n++) step(both, 1);
    assert.equal(flag(bare, 'PENDING_INIT'), 0);
    assert.equal(bare.read64(PLACE.counts + 8 * SX), redirect ? 1n : 0n);
  });

test('N-C3: a start-up message is for a processor that waits for one', () => {
  const both = twins();
  for (const twin of both) {
    twin.write(PLACE.l1Code, `${NOPS} ${HLT}`);
    twin.run(1);
    twin.cpu.u8[twin.cpu.state('SIPI_VECTOR')] = 0x10;
    raise(twin, 'PENDING_SIPI');
  }
  step(both, 4);
  assert.equal(both[0].get('RIP'), BigInt(PLACE.l1Code + 5));
});

test('INIT clears SVMDIS unless it is locked', () => {
  for (const [before, after] of [
    [0x10n, 0n],
    [0x18n, 0x18n],
    [5n, 5n],
  ] as const) {
    const both = twins();
    for (const twin of both) {
      twin.write(PLACE.l1Code, `${NOPS} ${HLT}`);
      twin.set('EFER', 0xd01n);
      twin.run(1);
      twin.set('VM_CR', before);
      raise(twin, 'PENDING_INIT');
    }
    step(both, 1);
    assert.equal(both[0].get('VM_CR'), after);
  }
});

test('N-C0: a triple fault is a shutdown, or the exit that was asked for', () => {
  for (const [level, intercept] of [
    [1, 0],
    [2, 0],
    [2, INTERCEPT_SHUTDOWN],
  ] as const) {
    const both = twins();
    for (const twin of both) {
      twin.vmcb12({ interceptMisc1: intercept });
      twin.write(PLACE.l1Code, `${level === 2 ? VMRUN : TRIPLE_FAULT} ${HLT}`);
      twin.write(PLACE.l2Code, TRIPLE_FAULT);
      twin.run(100);
    }
    const [bare, nested] = both;
    assert.equal(bare.isDown, intercept === 0);
    assert.equal(bare.inL2, level === 2 && intercept === 0);
    if (intercept) assert.equal(bare.field('exitCode'), 0x7fn);
    assert.deepEqual(differences(bare, nested), []);
  }
});

test('a guest that turns SVM off under its hypervisor shuts down, and INIT still ends that', () => {
  const both = twins();
  for (const twin of both) {
    twin.vmcb12();
    twin.write(PLACE.l1Code, `${VMRUN} ${HLT}`);
    // mov ecx, EFER; mov eax, d01h; xor edx, edx; wrmsr
    twin.write(PLACE.l2Code, `b9800000c0 b8010d0000 31d2 0f30 ${HLT}`);
    assert.equal(twin.run(100), RETURN.shutdown);
  }
  assert.deepEqual(differences(...both), []);
  for (const twin of both) raise(twin, 'PENDING_INIT');
  step(both, 1);
  assert.equal(both[0].get('CR0') & CR0_PE, 0n);
});

test('N-C1: what ends a shutdown: INIT, or an NMI, which finds no handler here', () => {
  for (const [event, gif, intercept, redirect, ends] of [
    ['PENDING_INIT', STGI, 0, 0n, 'reset'],
    ['PENDING_INIT', CLGI, 0, 0n, 'down'],
    ['PENDING_INIT', STGI, 0, R_INIT, 'down'],
    ['PENDING_INIT', VMRUN, 0, 0n, 'reset'],
    ['PENDING_INIT', VMRUN, INTERCEPT_INIT, 0n, 'exit'],
    ['PENDING_NMI', STGI, 0, 0n, 'down'],
    ['PENDING_NMI', VMRUN, INTERCEPT_NMI, 0n, 'exit'],
    ['PENDING_SMI', STGI, 0, 0n, 'down'],
  ] as const) {
    const what = `${event} ${gif} ${intercept} ${redirect}`;
    const both = twins();
    for (const twin of both) {
      twin.vmcb12({ interceptMisc1: intercept });
      twin.set('VM_CR', redirect);
      twin.write(PLACE.l1Code, `${gif} ${gif === VMRUN ? HLT : TRIPLE_FAULT}`);
      twin.write(PLACE.l2Code, TRIPLE_FAULT);
      assert.equal(twin.run(100), RETURN.shutdown, what);
      raise(twin, event);
    }
    const [bare, nested] = both;
    const reasons = both.map((twin) => twin.run(1));
    assert.equal(reasons[0], reasons[1], what);
    assert.deepEqual(differences(bare, nested), [], what);
    const now = bare.isDown ? 'down' : bare.get('CR0') & CR0_PE ? 'exit' : 'reset';
    assert.equal(now, ends, what);
  }
});

test('system management mode holds off INIT, unless the processor has shut down in it', () => {
  for (const [level, handler, ends] of [
    [1, NOPS, false],
    [2, NOPS, false],
    // RSM of another revision than the processor has written.
    [1, '67c605fcfe030000 0faa', true],
    // GIF is 0 when a guest was interrupted.
    [2, '67c605fcfe030000 0faa', false],
  ] as const) {
    const both = twins();
    for (const twin of both) {
      twin.vmcb12();
      twin.write(PLACE.l1Code, `${level === 2 ? VMRUN : ''} ${NOPS} ${HLT}`);
      twin.write(PLACE.l2Code, `${NOPS} 0f01d9`);
      twin.write(PLACE.smmHandler, handler);
      twin.run(2);
      raise(twin, 'PENDING_SMI');
      twin.run(1);
      assert.equal(flag(twin, 'IN_SMM'), 1);
      raise(twin, 'PENDING_INIT');
    }
    step(both, 3);
    assert.equal(flag(both[0], 'IN_SMM'), ends ? 0 : 1);
    assert.equal(flag(both[0], 'PENDING_INIT'), ends ? 0 : 1);
  }
});

test('a reset from outside ends an L2 that runs', () => {
  const twin = makeTwin('nested');
  twin.vmcb12();
  twin.write(PLACE.l1Code, '0f01d8 f4');
  twin.write(PLACE.l2Code, 'ebfe');
  twin.run(50);
  assert.ok(twin.inL2);
  twin.cpu.wasm.resetCpu(0);
  twin.l0!.reset(0);
  assert.equal(twin.inL2, false);
  const { vmcb01 } = twin.l0!.vcpu(0);
  assert.equal(vmcb01.long(AT.rip), 0xfff0n);
});
