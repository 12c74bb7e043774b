import assert from 'node:assert/strict';
import test from 'node:test';
import { STATE } from '../host/cpu.js';
import { HandledProgram, SELECTOR } from '../../tests/handlers.js';

const [UD, NP, SS, GP] = [6, 11, 12, 13];
const [ES, STACK, FS] = [0, 2, 4];
const MOV: Record<number, string> = { [ES]: '8ec0', [STACK]: '8ed0', [FS]: '8ee0' };
const DONE = 'f4';

/** Load a segment register; vector and error code of the exception if there is one. */
function load(program: HandledProgram, seg: number, selector: number, cpl: 0 | 3): number[] {
  // INT 80h from both levels, so that the end looks the same.
  program.setGate(0x80, { dpl: 3 });
  const at = program.runToHandler(`${MOV[seg]} cd80`, { rax: BigInt(selector), cpl })!;
  return at.vector === 0x80 ? [] : [at.vector, Number(at.frame[0])];
}

const LOADS: readonly (readonly [
  what: string,
  seg: number,
  selector: number,
  cpl: 0 | 3,
  ...fault: number[],
])[] = [
  ['a null selector in ES', ES, 3, 3],
  ['a null selector in SS at CPL 0', STACK, 0, 0],
  ['a null selector in SS at CPL 3', STACK, 3, 3, GP, 0],
  ['a null selector in SS with another RPL', STACK, 3, 0, GP, 0],
  ['data', ES, SELECTOR.data, 0],
  ['data of CPL 0 from CPL 3', ES, SELECTOR.data, 3, GP, SELECTOR.data],
  ['data of CPL 0 with an RPL of 3', ES, SELECTOR.data | 3, 0, GP, SELECTOR.data],
  ['conforming code from CPL 3', ES, SELECTOR.conforming, 3],
  ['readable code', ES, SELECTOR.code, 0],
  ['code of CPL 0 from CPL 3', FS, SELECTOR.code, 3, GP, SELECTOR.code],
  ['absent data', ES, SELECTOR.absent, 3, NP, SELECTOR.absent],
  ['a TSS', ES, SELECTOR.tss, 0, GP, SELECTOR.tss],
  ['beyond the table', ES, SELECTOR.beyond, 0, GP, SELECTOR.beyond],
  ['a local descriptor without a table', ES, SELECTOR.data | 4, 0, GP, SELECTOR.data | 4],
  ['a stack of another level', STACK, SELECTOR.userData, 0, GP, SELECTOR.userData & ~3],
  ['a stack with another RPL', STACK, SELECTOR.data | 1, 0, GP, SELECTOR.data],
  ['a read-only stack', STACK, SELECTOR.readOnly | 3, 3, GP, SELECTOR.readOnly],
  ['an absent stack', STACK, SELECTOR.absent | 3, 3, SS, SELECTOR.absent],
];
test('loads of segment registers', async (t) => {
  for (const [what, seg, selector, cpl, ...fault] of LOADS)
    await t.test(what, () => assert.deepEqual(load(new HandledProgram(), seg, selector, cpl), fault));
});

test('CS and registers that do not exist cannot be loaded', () => {
  for (const code of ['8ec8', '8ef0']) assert.equal(new HandledProgram().runToHandler(code)!.vector, UD);
});

test('a load sets the accessed bit of the descriptor', () => {
  const program = new HandledProgram();
  program.gdt[SELECTOR.data + 5] = 0x92;
  load(program, ES, SELECTOR.data, 0);
  assert.equal(program.cpu.readPhysical(0x2_0000 + SELECTOR.data + 5, 1)[0], 0x93);
});

test('what a register keeps of its descriptor', () => {
  const program = new HandledProgram();
  // Base 12345678h, limit 9ABCDh in bytes, 16-bit data.
  program.gdt.writeBigUInt64LE(0x1209_9334_5678_abcdn, SELECTOR.data);
  load(program, ES, SELECTOR.data, 0);
  const at = (STATE.SEGS + 16 * ES) >> 2;
  assert.deepEqual(
    [...program.cpu.u32.subarray(at, at + 4)],
    [(0x93 << 16) | SELECTOR.data, 0x9_abcd, 0x1234_5678, 0],
  );
});

test('a stack load covers the next instruction from single steps', () => {
  // mov ss, eax; nop; nop: the trap comes after the first NOP, where the first instruction would have had one of its own.
  const at = new HandledProgram().runToHandler('8ed0 90 90', { rax: BigInt(SELECTOR.data), flags: 0x102n })!;
  assert.deepEqual([at.vector, at.frame[0]], [1, 0x1_0003n]);
});

test('moves from segment registers', () => {
  const program = new HandledProgram();
  const rax = (code: string): bigint => {
    program.runToHandler(code + DONE, { rax: ~0n });
    return program.rax;
  };
  assert.equal(rax('668cd8'), 0xffff_ffff_ffff_0028n, '16 bits leave the rest alone');
  assert.equal(rax('8cd8'), 0x28n);
  assert.equal(rax('488cc8'), 0x30n);
});

test('FS and GS have bases in 64-bit mode', () => {
  const program = new HandledProgram();
  program.cpu.writePhysical(0x7_0010, Buffer.from('efbeadde', 'hex'));
  // mov ecx, C0000100h; wrmsr; mov eax, fs:[rdi]
  program.runToHandler(`b9000100c0 0f30 648b07 ${DONE}`, { rax: 0x7_0000n, rdi: 0x10n });
  assert.equal(program.rax, 0xdead_beefn);
});

test('LAR, LSL, VERR and VERW answer in ZF', () => {
  const program = new HandledProgram();
  const ask = (code: string, selector: number, cpl: 0 | 3 = 0): readonly [boolean, bigint] => {
    program.setGate(0x80, { dpl: 3 });
    const at = program.runToHandler(`${code} cd80`, { rcx: BigInt(selector), cpl })!;
    return [(at.frame[2] & 0x40n) !== 0n, program.rax];
  };
  const [LAR, LSL, VERR, VERW] = ['0f02c1', '0f03c1', '0f00e1', '0f00e9'];
  assert.deepEqual(ask(LAR, SELECTOR.data), [true, 0xcf_9300n]);
  assert.deepEqual(ask(LAR, SELECTOR.data, 3), [false, 0n]);
  assert.deepEqual(ask(LAR, SELECTOR.tss), [true, 0x8900n]);
  assert.deepEqual(ask(LSL, SELECTOR.data), [true, 0xffff_ffffn]);
  assert.deepEqual(ask(LSL, SELECTOR.tss), [true, 0x67n]);
  assert.deepEqual(ask(LSL, SELECTOR.beyond), [false, 0n]);
  assert.equal(ask(VERR, SELECTOR.readOnly, 3)[0], true);
  assert.equal(ask(VERW, SELECTOR.readOnly, 3)[0], false);
  assert.equal(ask(VERR, SELECTOR.tss)[0], false);
});
