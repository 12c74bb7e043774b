import assert from 'node:assert/strict';
import test from 'node:test';
import { STATE } from '../host/cpu.js';
import { HandledProgram, type Arrival } from '../../tests/handlers.js';

const [DB, UD, GP] = [1, 6, 13];
const CODE = 0x1_0000n;
const ENTRY = 0x5_0000;
const [SYSCALL, SYSRETQ, SYSRET, SWAPGS] = ['0f05', '480f07', '0f07', '0f01f8'];
/** SYSCALL goes to 8 and 10h, SYSRET to 1Bh + 10h (and 1Bh for 32-bit code) and 23h. */
const STAR = 0x001b_0008_0000_0000n;
const MSRS = { STAR, LSTAR: BigInt(ENTRY), CSTAR: BigInt(ENTRY + 0x100), SFMASK: 0x4700n };
const TF = 0x100n;

type Start = NonNullable<Parameters<HandledProgram['runToHandler']>[1]>;
function run(code: string, start: Start = {}): { program: HandledProgram; at: Arrival } {
  const program = new HandledProgram();
  // The entry: INT 80h; the gate lets everybody through.
  program.setGate(0x80, { dpl: 3 });
  program.cpu.writePhysical(ENTRY, Buffer.from('cd80', 'hex'));
  return { program, at: program.runToHandler(code, { ...start, state: { ...MSRS, ...start.state } })! };
}

test('SYSCALL', () => {
  const { program, at } = run(SYSCALL, { cpl: 3, flags: 0x3ad7n });
  assert.deepEqual(
    [at.vector, ...at.frame.slice(0, 5)],
    [0x80, BigInt(ENTRY + 2), 8n, 0x38d7n & ~0x4700n, 0x8_0000n, 0x10n],
  );
  assert.deepEqual([program.register(1), program.register(11)], [CODE + 2n, 0x3ad7n]);
});

test('SYSRET to 64-bit and 32-bit code', () => {
  // The addresses returned to hold INT 80h as well.
  const wide = run(SYSRETQ, { rcx: BigInt(ENTRY) });
  assert.deepEqual([wide.at.vector, wide.at.frame[1], wide.at.frame[4]], [0x80, 0x2bn, 0x23n]);
  const narrow = run(SYSRET, { rcx: BigInt(ENTRY) });
  assert.deepEqual([narrow.at.vector, narrow.at.frame[1], narrow.at.frame[4]], [0x80, 0x1bn, 0x23n]);
});

test('SYSRET leaves the hidden part of SS as it is', () => {
  const program = new HandledProgram();
  program.setGate(0x80, { dpl: 3, type: 14 });
  program.cpu.writePhysical(ENTRY, Buffer.from('f4', 'hex'));
  program.setGate(GP, { selector: 0 });
  program.setGate(8, { selector: 0 });
  // HLT at CPL 3 finds no handler at all: the processor stops as it was.
  assert.equal(program.runToHandler(SYSRETQ, { rcx: BigInt(ENTRY), state: MSRS }), undefined);
  assert.equal(program.cpu.u32[(STATE.SEGS + 32) >> 2], (0xc93 << 16) | 0x23);
});

test('what forbids them', () => {
  assert.equal(run(SYSCALL, { state: { EFER: 0xd00n } }).at.vector, UD);
  assert.equal(run(SYSRETQ, { state: { EFER: 0xd00n } }).at.vector, UD);
  assert.equal(run(SYSRETQ, { cpl: 3 }).at.vector, GP);
  assert.equal(run('0f34').at.vector, UD, 'SYSENTER in long mode');
  assert.equal(run('0f35').at.vector, UD, 'SYSEXIT in long mode');
});

test('a single step of SYSCALL is due when TF is set afterwards', () => {
  assert.equal(run(SYSCALL, { cpl: 3, flags: TF | 2n }).at.vector, 0x80, 'masked: no trap');
  const kept = run(SYSCALL, { cpl: 3, flags: TF | 2n, state: { SFMASK: 0n } }).at;
  assert.deepEqual([kept.vector, kept.frame[0]], [DB, BigInt(ENTRY)]);
});

test('SWAPGS and the bases of FS and GS', () => {
  const fsgsbase = { CR4: 0x1_0620n };
  const program = new HandledProgram();
  const rax = (code: string, start: Start): bigint => {
    program.runToHandler(`${code} f4`, start);
    return program.rax;
  };
  // rdgsbase rax after SWAPGS
  assert.equal(rax(`${SWAPGS} f3480faec8`, { state: { ...fsgsbase, KERNEL_GS_BASE: 0x1234n } }), 0x1234n);
  // wrfsbase rcx; rdfsbase rax; and the 32-bit forms
  assert.equal(rax('f3480faed1 f3480faec0', { rcx: 0x1234_5678_9abcn, state: fsgsbase }), 0x1234_5678_9abcn);
  assert.equal(rax('f30faed1 f3480faec0', { rcx: 0x1234_5678_9abcn, state: fsgsbase }), 0x5678_9abcn);
  assert.equal(run(SWAPGS, { cpl: 3 }).at.vector, GP);
  assert.equal(run('f3480faed1', { rcx: 0x8000_0000_0000n, state: fsgsbase }).at.vector, GP);
  assert.equal(run('f3480faec0').at.vector, UD, 'without CR4.FSGSBASE');
});

test('with Intel as the vendor SYSENTER and SYSEXIT work in long mode', () => {
  const state = { SYSENTER_CS: 0x101n, SYSENTER_ESP: 0x1_0000_7000n, SYSENTER_EIP: BigInt(ENTRY) };
  const intel = (code: string, start: Start): { program: HandledProgram; at: Arrival } => {
    const program = new HandledProgram('max,vendor=GenuineIntel');
    // The handler that stops is reached from wherever the instruction leads.
    program.cpu.writePhysical(ENTRY, Buffer.from('cd80', 'hex'));
    program.setGate(0x80, { dpl: 3 });
    return { program, at: program.runToHandler(code, start)! };
  };
  const entered = intel('0f34', { cpl: 3, flags: 0x202n, state: { ...state, SYSENTER_ESP: 0x7000n } }).at;
  assert.deepEqual([entered.vector, ...entered.frame.slice(0, 5)], [0x80, BigInt(ENTRY + 2), 0x100n, 2n, 0x7000n, 0x108n]);
  const registers = { rcx: 0x8000n, rdx: BigInt(ENTRY) };
  const wide = intel('480f35', { ...registers, state }).at;
  assert.deepEqual([wide.vector, wide.frame[1], wide.frame[3], wide.frame[4]], [0x80, 0x123n, 0x8000n, 0x12bn]);
  const narrow = intel('0f35', { ...registers, rcx: 0x1_0000_8000n, state }).at;
  assert.deepEqual([narrow.vector, narrow.frame[1], narrow.frame[3], narrow.frame[4]], [0x80, 0x113n, 0x8000n, 0x11bn]);
  assert.equal(intel('480f35', { ...registers, rcx: 0x8000_0000_0000n, state }).at.vector, GP);
  assert.equal(intel('480f35', { ...registers, cpl: 3, state }).at.vector, GP);
  assert.equal(intel('0f34', { state: { ...state, SYSENTER_CS: 3n } }).at.vector, GP);
});
test('the width of the SYSENTER registers', () => {
  // mov ecx, 175h; mov edx, 1; wrmsr; rdmsr; hlt
  const code = 'b975010000 ba01000000 0f30 0f32 f4';
  for (const [cpu, high] of [
    ['max', 0n],
    ['max,vendor=GenuineIntel', 1n],
  ] as const) {
    const program = new HandledProgram(cpu);
    program.runToHandler(code);
    assert.equal(program.register(2), high, cpu);
  }
});
