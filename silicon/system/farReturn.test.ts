import assert from 'node:assert/strict';
import test from 'node:test';
import { HandledProgram, SELECTOR, STACK, type Arrival } from '../../tests/handlers.js';

const [SS, GP, NP] = [12, 13, 11];
const CODE = 0x1_0000n;
/** Where the returns lead: INT 80h, by which the test sees what they did. */
const TARGET = 0x4_0000;
const USER_STACK = 0x7_0000n;
const IRETQ = '48cf';
const RETFQ = '48cb';

const push = (value: number | bigint): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(Number(value));
  return `68${bytes.toString('hex')}`;
};
function run(
  code: string,
  start: Parameters<HandledProgram['runToHandler']>[1] = {},
  prepare?: (program: HandledProgram) => void,
): Arrival {
  const program = new HandledProgram();
  program.setGate(0x80, { dpl: 3 });
  prepare?.(program);
  program.cpu.writePhysical(TARGET, Buffer.from('cd80', 'hex'));
  return program.runToHandler(code, start)!;
}
const iret = (cs: number, ss: number, flags = 2n, rsp = USER_STACK): string =>
  push(ss) + push(rsp) + push(flags) + push(cs) + push(TARGET) + IRETQ;
/** RFLAGS, CS, SS and RSP that INT 80h at the target has pushed. */
const arrived = ({ vector, frame }: Arrival): unknown[] => [
  vector,
  frame[0],
  frame[1],
  frame[2],
  frame[3],
  frame[4],
];
const there = (cs: number, ss: number, flags = 2n, rsp = USER_STACK): unknown[] => [
  0x80,
  BigInt(TARGET + 2),
  BigInt(cs),
  flags,
  rsp,
  BigInt(ss),
];

test('IRETQ to every kind of code', async (t) => {
  const cases: readonly (readonly [string, cs: number, ss: number])[] = [
    ['64-bit code of the same level', SELECTOR.code, SELECTOR.data],
    ['with a null SS', SELECTOR.code, 0],
    ['64-bit code of CPL 3', SELECTOR.userCode, SELECTOR.userData],
    ['32-bit code of CPL 3', SELECTOR.userCode32, SELECTOR.userData],
  ];
  for (const [what, cs, ss] of cases)
    await t.test(what, () => assert.deepEqual(arrived(run(iret(cs, ss))), there(cs, ss)));
});

test('what IRETQ refuses, it refuses with its frame still on the stack', async (t) => {
  const cases: readonly (readonly [string, cs: number, ss: number, vector: number, error: number])[] = [
    ['a null CS', 0, SELECTOR.data, GP, 0],
    ['data as code', SELECTOR.data, SELECTOR.data, GP, SELECTOR.data],
    ['an RPL that is not the DPL', SELECTOR.code | 3, SELECTOR.userData, GP, SELECTOR.code],
    ['absent code', SELECTOR.absentCode, SELECTOR.data, NP, SELECTOR.absentCode],
    ['a null SS at CPL 3', SELECTOR.userCode, 3, GP, 0],
    ['a null SS of 32-bit code', SELECTOR.code32, 0, GP, 0],
    ['a stack of another level', SELECTOR.userCode, SELECTOR.data, GP, SELECTOR.data],
    ['an absent stack', SELECTOR.userCode, SELECTOR.absent | 3, SS, SELECTOR.absent],
  ];
  for (const [what, cs, ss, vector, error] of cases)
    await t.test(what, () => {
      const at = run(iret(cs, ss));
      assert.deepEqual(
        [at.vector, at.frame[0], at.frame[1], at.frame[4]],
        [vector, BigInt(error), CODE + 25n, 0x8_0000n - 40n],
      );
    });
});

test('flags that IRET changes depend on CPL and IOPL', () => {
  const flags = (image: bigint, start: Parameters<HandledProgram['runToHandler']>[1]): bigint => {
    const [cs, ss] =
      start?.cpl === 3 ? [SELECTOR.userCode, SELECTOR.userData] : [SELECTOR.code, SELECTOR.data];
    return run(iret(cs, ss, image), start).frame[2];
  };
  assert.equal(flags(0x3202n, {}), 0x3202n);
  assert.equal(flags(0x3202n, { cpl: 3 }), 2n, 'neither IF nor IOPL');
  assert.equal(flags(0x202n, { cpl: 3, flags: 0x3002n }), 0x3202n, 'IF with an IOPL of 3, but not IOPL');
  assert.equal(flags(0x24_0cd7n, { cpl: 3 }), 0x24_0cd7n);
});

test('IRET with NT set is #GP in long mode', () =>
  assert.equal(run(iret(SELECTOR.code, SELECTOR.data), { flags: 0x4002n }).vector, GP));

test('RETF to an outer level drops its arguments from both stacks and forgets inner segments', () => {
  const [ES] = [0];
  const program = new HandledProgram();
  program.setGate(0x80, { dpl: 3 });
  program.cpu.writePhysical(TARGET, Buffer.from('cd80', 'hex'));
  const code =
    push(SELECTOR.userData) +
    push(USER_STACK) +
    push(0) +
    push(SELECTOR.userCode) +
    push(TARGET) +
    '48ca0800';
  const at = program.runToHandler(code)!;
  assert.deepEqual(arrived(at), there(SELECTOR.userCode, SELECTOR.userData, 2n, USER_STACK + 8n));
  assert.equal(program.selector(ES), 0);
});

test('far calls', async (t) => {
  /** call far [rdi] through a pointer that the test has put at 70000h. */
  const call = (selector: number, start = {}, prepare?: (program: HandledProgram) => void): Arrival =>
    run('ff1f', { rdi: 0x7_0000n, ...start }, (program) => {
      const pointer = Buffer.alloc(6);
      pointer.writeUInt32LE(TARGET);
      pointer.writeUInt16LE(selector, 4);
      program.cpu.writePhysical(0x7_0000, pointer);
      prepare?.(program);
    });
  await t.test('push 32 bits of CS and RIP unless told otherwise', () => {
    assert.deepEqual(arrived(call(SELECTOR.code)), there(SELECTOR.code, 0x28, 2n, 0x8_0000n - 8n));
  });
  await t.test('stay at their level', () =>
    assert.deepEqual([call(SELECTOR.userCode).vector, call(SELECTOR.data).vector], [GP, GP]),
  );
  await t.test('reach conforming code from outside', () => {
    assert.equal(call(SELECTOR.conforming, { cpl: 3 }).frame[1], BigInt(SELECTOR.conforming | 3));
  });
  await t.test('go through a call gate to an inner level', () => {
    const at = call(SELECTOR.gate, { cpl: 3 }, (program) => program.setCallGate(SELECTOR.code, 3));
    assert.deepEqual([at.vector, at.cpl, at.ss, at.rsp], [255, 0, 0, BigInt(STACK.level0 - 32)]);
    assert.deepEqual(at.frame.slice(0, 4), [CODE + 2n, 0x33n, 0x8_0000n, 0x2bn]);
  });
  await t.test('may not use a gate that is not for them', () => {
    const at = call(SELECTOR.gate, { cpl: 3 }, (program) => program.setCallGate(SELECTOR.code, 0));
    assert.deepEqual([at.vector, at.frame[0]], [GP, BigInt(SELECTOR.gate)]);
  });
});

test('RETFQ undoes a far call', () => {
  assert.deepEqual(
    arrived(run(push(SELECTOR.code) + push(TARGET) + RETFQ)),
    there(SELECTOR.code, 0x28, 2n, 0x8_0000n),
  );
});
