import assert from 'node:assert/strict';
import test from 'node:test';
import { STATE } from '../host/cpu.js';
import { Program } from '../../tests/program.js';

const DB = 1;
const CODE = 0x1_0000n;
const [LBR, BTF] = ['01', '02'];
/** WRMSR of DEBUGCTL: 14 bytes. */
const debugctl = (value: string): string => `b9d9010000 b8${value}000000 31d2 0f30`;
const START = CODE + 14n;
const OLD = [0x111n, 0x222n];

/** The last branch, as distances from the instruction after WRMSR; undefined when none was recorded. */
function lastBranch(code: string): readonly bigint[] | undefined {
  const program = new Program();
  const [LBR_FROM, LBR_TO] = OLD;
  assert.equal(program.run(debugctl(LBR) + code, { state: { LBR_FROM, LBR_TO } }), undefined);
  const found = [program.get64('LBR_FROM'), program.get64('LBR_TO')];
  return found[0] === LBR_FROM ? undefined : found.map((rip) => rip - START);
}

const CASES: readonly (readonly [name: string, code: string, branch: readonly bigint[] | undefined])[] = [
  ['nothing but a NOP', '90', undefined],
  ['a jump', '90 eb01 90 90', [1n, 4n]],
  ['the last of two jumps', 'eb01 90 eb01 90 90', [3n, 6n]],
  ['a conditional jump taken', '31c0 7401 90 90', [2n, 5n]],
  ['a conditional jump not taken', '31c0 7501 90 90', undefined],
  ['a call', 'e801000000 90 90', [0n, 6n]],
  ['a return', '488d0503000000 50 c3 90', [8n, 10n]],
  ['a jump to the following instruction', '90 eb00 90', [1n, 3n]],
  ['a conditional jump to the following instruction, taken', '31c0 7400 90', [2n, 4n]],
  ['a conditional jump to the following instruction, not taken', '31c0 7500 90', undefined],
  ['a call of the following instruction', 'e800000000 5b', [0n, 5n]],
  ['an indirect jump to the following instruction', '488d0502000000 ffe0 90', [7n, 9n]],
  ['JRCXZ to the following instruction, taken', '31c9 e300 90', [2n, 4n]],
  ['LOOP to the following instruction, not taken', 'b901000000 e200 90', undefined],
  ['the last round of a loop', 'b903000000 90 e2fd 90', [6n, 5n]],
  ['a repetition that stops on its way', 'bf00000700 b900200000 f3aa 90', undefined],
];

test('DEBUGCTL.LBR records taken branches', async (t) => {
  for (const [name, code, branch] of CASES) await t.test(name, () => assert.deepEqual(lastBranch(code), branch));
});

test('an interrupt counts as a branch and keeps the one before it apart', () => {
  const [GDT, IDT, HANDLER] = [0x7_1000, 0x7_2000, 0x2_0000n];
  const program = new Program();
  const tables = Buffer.alloc(0x2000);
  tables.writeBigUInt64LE(0x00cf_9300_0000_ffffn, 0x28);
  tables.writeBigUInt64LE(0x00af_9b00_0000_ffffn, 0x30);
  tables.writeBigUInt64LE(0x0002_8e00_0030_0000n, 0x1200);
  program.cpu.writePhysical(GDT, tables);
  program.cpu.writePhysical(Number(HANDLER), Buffer.from('9048cf', 'hex'));
  for (const [register, base] of [
    [6, GDT],
    [8, IDT],
  ] as const) {
    const at = (STATE.SEGS + 16 * register) >> 2;
    program.cpu.u32.set([0xfff, base, 0], at + 1);
  }
  assert.equal(program.run(`${debugctl(LBR)} eb01 90 cd20 90`), undefined);
  assert.deepEqual([program.get64('LBR_FROM'), program.get64('LBR_TO')], [HANDLER + 1n, START + 5n], 'IRET');
  assert.deepEqual([program.get64('LASTEXC_FROM'), program.get64('LASTEXC_TO')], [START, START + 3n]);
});

test('DEBUGCTL.BTF makes single-step traps come after branches only', () => {
  const afterPopf = '9c 66810c240001 9d';
  const program = new Program();
  assert.equal(program.run(`${debugctl(BTF)} ${afterPopf} 90 90 eb01 90 90`), DB);
  assert.equal(program.cpu.rip - START, 8n + 2n + 3n);
});
