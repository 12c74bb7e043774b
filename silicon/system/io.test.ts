import assert from 'node:assert/strict';
import test from 'node:test';
import { STATE } from '../host/cpu.js';
import { Program } from '../../tests/program.js';

const [GP, PF] = [13, 14];
const TSS = 0x9_0000;
const [IN_AL_60, IN_AX_60, IN_EAX_DX, OUT_DX_AX] = ['e460', '66e560', 'ed', '66ef'];
const [REP_INSB, REP_OUTSW] = ['f36c', 'f3666f'];
const IOPL3 = 0x3002n;

/** A program with a busy 64-bit TSS whose permission map begins at byte 68h, limit `limit`. */
function withTss(limit = 0x2068): Program {
  const program = new Program();
  const tss = new Uint8Array(0x2100);
  tss[0x66] = 0x68;
  program.cpu.writePhysical(TSS, tss);
  program.cpu.u32.set([0x008b_0040, limit, TSS, 0], (STATE.SEGS + 16 * 9) >> 2);
  return program;
}
const forbid = (program: Program, port: number): void =>
  program.cpu.writePhysical(TSS + 0x68 + (port >> 3), Uint8Array.of(1 << (port & 7)));

test('IN and OUT move the right number of bytes', () => {
  const program = new Program();
  assert.equal(program.run(IN_AL_60, { rax: -1n }), undefined);
  assert.equal(program.rax, 0xffff_ffff_ffff_ff44n);
  assert.equal(program.run(IN_AX_60, { rax: -1n }), undefined);
  assert.equal(program.rax, 0xffff_ffff_ffff_3344n);
  assert.equal(program.run(IN_EAX_DX, { rax: -1n, rdx: 0x1_0070n }), undefined);
  assert.equal(program.rax, 0x1122_3344n);
  assert.equal(program.run(OUT_DX_AX, { rax: 0x5_6789n, rdx: 0x80n }), undefined);
  assert.deepEqual(program.ports, [
    ['in', 0x60, 1],
    ['in', 0x60, 2],
    ['in', 0x70, 4],
    ['out', 0x80, 2, 0x6789],
  ]);
});

test('beyond IOPL the map of the TSS decides, for every byte of the access', () => {
  const program = withTss();
  assert.equal(program.run(IN_AX_60, { cpl: 3 }), undefined);
  forbid(program, 0x61);
  assert.equal(program.run(IN_AL_60, { cpl: 3 }), undefined);
  assert.equal(program.run(IN_AX_60, { cpl: 3 }), GP);
  assert.equal(program.run(IN_AX_60, { cpl: 3, flags: IOPL3 }), undefined);
  assert.equal(program.run(IN_AX_60, { cpl: 0 }), undefined);
  assert.equal(program.ports.length, 4, 'a refused access reaches no port');
});

test('the map ends where the TSS ends, and two bytes of it are read', () => {
  const program = withTss(0x69);
  assert.equal(program.run('ec', { cpl: 3, rdx: 7n }), undefined);
  assert.equal(program.run('ec', { cpl: 3, rdx: 8n }), GP);
  program.cpu.u32[(STATE.SEGS + 16 * 9) >> 2] = 0x0083_0040; // a 16-bit TSS has none
  assert.equal(program.run('ec', { cpl: 3, rdx: 7n }), GP);
});

test('REP INS and OUTS move memory, count and index', () => {
  const program = new Program();
  program.portValue = 0x5a;
  assert.equal(program.run(REP_INSB, { rcx: 5n, rdx: 0x90n, rdi: 0x7_0000n }), undefined);
  assert.deepEqual([...program.cpu.readPhysical(0x7_0000, 6)], [0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0]);
  assert.deepEqual([program.register(1), program.register(7)], [0n, 0x7_0005n]);
  program.cpu.writePhysical(0x7_0000, Uint8Array.of(1, 2, 3, 4));
  program.ports.length = 0;
  // STD: downwards
  assert.equal(program.run(`fd ${REP_OUTSW}`, { rcx: 2n, rdx: 0x91n, rsi: 0x7_0002n }), undefined);
  assert.deepEqual(program.ports, [
    ['out', 0x91, 2, 0x403],
    ['out', 0x91, 2, 0x201],
  ]);
  assert.equal(program.register(6), 0x6_fffen);
  assert.equal(program.run(REP_INSB, { rdx: 0x90n, rdi: -1n }), undefined, 'a count of zero touches nothing');
});

test('INS checks its memory before it reads the port, and keeps what it has done', () => {
  const program = new Program();
  assert.equal(program.run(REP_INSB, { rcx: 5n, rdx: 0x90n, rdi: 0xff_fffen }), PF);
  assert.deepEqual([program.ports.length, program.register(1), program.register(7)], [2, 3n, 0x100_0000n]);
});

test('INS over code that has been decoded reads the port once, and the new code runs', () => {
  const program = new Program();
  program.portValue = 0x77;
  // insb; mov eax, 5 whose immediate is at 1_0002h
  assert.equal(program.run('6c b805000000', { rdx: 0x90n, rdi: 0x1_0002n }), undefined);
  assert.deepEqual([program.ports.length, program.rax], [1, 0x77n]);
});
