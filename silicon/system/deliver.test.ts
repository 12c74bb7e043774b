import assert from 'node:assert/strict';
import test from 'node:test';
import { HandledProgram, SELECTOR, STACK } from '../../tests/handlers.js';

const CODE = 0x1_0000n;
const [DB, BP, UD, DF, NP, SS, GP, PF] = [1, 3, 6, 8, 11, 12, 13, 14];
const UD2 = '0f0b';
const INT_80 = 'cd80';
const RF = 0x1_0000n;
const IF = 0x200n;
/** mov eax, [rdi] at an address that nothing is mapped to. */
const LOAD = '8b07';
const NOWHERE = 0x2000_0000n;
/** Error code that names an entry of the interrupt table. */
const entry = (vector: number): bigint => BigInt(vector * 8 + 2);

test('a fault at CPL 0 stays on its stack, aligned, with RF in the pushed flags', () => {
  const program = new HandledProgram();
  const at = program.runToHandler(`6a00 ${UD2}`)!;
  assert.equal(at.vector, UD);
  assert.deepEqual(at.frame.slice(0, 5), [CODE + 2n, 0x30n, RF | 2n, 0x8_0000n - 8n, 0x28n]);
  assert.equal(at.rsp, 0x8_0000n - 16n - 40n);
  assert.equal(program.call('getFlags') & RF, 0n);
});

test('a fault at CPL 3 goes to the stack of the TSS, with a null SS', () => {
  const at = new HandledProgram().runToHandler('fa', { cpl: 3 })!;
  assert.deepEqual([at.vector, at.cpl, at.ss, at.rsp], [GP, 0, 0, BigInt(STACK.level0 - 48)]);
  assert.deepEqual(at.frame.slice(0, 6), [0n, CODE, 0x33n, RF | 2n, 0x8_0000n, 0x2bn]);
});

test('#PF tells the address and what was wrong', () => {
  const program = new HandledProgram();
  const at = program.runToHandler(LOAD, { cpl: 3, rdi: NOWHERE })!;
  assert.deepEqual([at.vector, at.frame[0], program.get64('CR2')], [PF, 4n, NOWHERE]);
});

test('an interrupt gate clears IF, a trap gate does not', () => {
  const program = new HandledProgram();
  program.setGate(0x81, { type: 15 });
  const flags = (code: string): bigint | undefined => {
    const at = program.runToHandler(code, { flags: IF | 2n })!;
    assert.equal(at.frame[2], IF | 2n);
    return program.call('getFlags') & IF;
  };
  assert.equal(flags(INT_80), 0n);
  assert.equal(flags('cd81'), IF);
});

test('INTn returns behind itself; the stack table gives it a stack of its own', () => {
  const program = new HandledProgram();
  program.setGate(0x80, { ist: 1 });
  const at = program.runToHandler(INT_80)!;
  assert.deepEqual([at.vector, at.frame[0], at.rsp], [0x80, CODE + 2n, BigInt(STACK.ist1 - 40)]);
});

const GATES: readonly (readonly [
  what: string,
  gate: Parameters<HandledProgram['setGate']>[1],
  vector: number,
  error: bigint,
])[] = [
  ['DPL below CPL', { dpl: 2 }, GP, entry(0x80)],
  ['not present', { dpl: 3, present: false }, NP, entry(0x80)],
  ['a 16-bit gate', { dpl: 3, type: 6 }, GP, entry(0x80)],
  ['a null selector', { dpl: 3, selector: 0 }, GP, 0n],
  ['a data segment', { dpl: 3, selector: SELECTOR.data }, GP, BigInt(SELECTOR.data)],
  ['32-bit code', { dpl: 3, selector: SELECTOR.code32 }, GP, BigInt(SELECTOR.code32)],
  ['absent code', { dpl: 3, selector: SELECTOR.absentCode }, NP, BigInt(SELECTOR.absentCode)],
  ['a selector beyond the table', { dpl: 3, selector: SELECTOR.beyond }, GP, BigInt(SELECTOR.beyond)],
  ['a handler that is not canonical', { dpl: 3, offset: 0x8000_0000_0000n }, GP, 0n],
];
test('what is wrong with a gate is a fault of INTn', async (t) => {
  for (const [what, gate, vector, error] of GATES)
    await t.test(what, () => {
      const program = new HandledProgram();
      program.setGate(0x80, gate);
      const at = program.runToHandler(INT_80, { cpl: 3 })!;
      assert.deepEqual([at.vector, at.frame[0], at.frame[1]], [vector, error, CODE]);
    });
});

test('a fault of the delivery of an exception has EXT in its error code', () => {
  const program = new HandledProgram();
  program.setGate(UD, { present: false });
  const at = program.runToHandler(UD2)!;
  assert.deepEqual([at.vector, at.frame[0]], [NP, entry(UD) | 1n]);
});

test('a conforming handler runs at the level of the program', () => {
  const program = new HandledProgram();
  program.setGate(0x80, { dpl: 3, selector: SELECTOR.conforming });
  program.setGate(GP, { dpl: 3 });
  // Its HLT is not allowed at CPL 3: the second arrival tells where the first one was.
  const at = program.runToHandler(INT_80, { cpl: 3 })!;
  assert.deepEqual([at.vector, at.frame[2]], [GP, BigInt(SELECTOR.conforming | 3)]);
});

test('double faults', async (t) => {
  const broken = (...vectors: number[]): HandledProgram => {
    const program = new HandledProgram();
    for (const vector of vectors) program.setGate(vector, { present: false });
    return program;
  };
  await t.test('#NP while #GP is delivered', () => {
    const at = broken(GP).runToHandler('f4', { cpl: 3 })!;
    assert.deepEqual([at.vector, at.frame[0], at.frame[1]], [DF, 0n, CODE]);
  });
  await t.test('#NP while #PF is delivered', () =>
    assert.equal(broken(PF).runToHandler(LOAD, { rdi: NOWHERE })!.vector, DF),
  );
  await t.test('#PF while #GP is delivered is just #PF', () => {
    const program = new HandledProgram();
    program.setGate(GP, { ist: 2 });
    assert.equal(program.runToHandler('f4', { cpl: 3 })!.vector, PF);
  });
  await t.test('#NP while #UD is delivered is just #NP', () =>
    assert.equal(broken(UD).runToHandler(UD2)!.vector, NP),
  );
  await t.test('a fault while #DF is delivered shuts down', () =>
    assert.equal(broken(GP, DF).runToHandler('f4', { cpl: 3 }), undefined),
  );
});

test('INT3 is a trap, ICEBP asks no gate for permission', () => {
  const program = new HandledProgram();
  program.setGate(BP, { dpl: 3 });
  const int3 = program.runToHandler('cc', { cpl: 3 })!;
  assert.deepEqual([int3.vector, int3.frame[0]], [BP, CODE + 1n]);
  const icebp = program.runToHandler('f1', { cpl: 3 })!;
  assert.deepEqual([icebp.vector, icebp.frame[0]], [DB, CODE + 1n]);
});

test('a stack that is not canonical is #SS', () => {
  // mov rsp, rdi; pop rax
  const at = new HandledProgram().runToHandler('4889fc 58', { cpl: 3, rdi: 0x8000_0000_0000n })!;
  assert.deepEqual([at.vector, at.frame[0]], [SS, 0n]);
});
