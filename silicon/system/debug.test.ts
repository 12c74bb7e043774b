import assert from 'node:assert/strict';
import test from 'node:test';
import { STATE } from '../host/cpu.js';
import { Program, type Start } from '../../tests/program.js';

const [DB, UD, GP] = [1, 6, 13];
const CODE = 0x1_0000n;
const DATA = 0x7_0000n;
const READ_DR6 = '0f21f0';
const [READ_DR7, MOV_DR6, MOV_DR7, READ_DR4] = ['0f21f8', '0f23f0', '0f23f8', '0f21e0'];

const CASES: readonly (readonly [name: string, code: string, start: Start, result: number | bigint])[] = [
  ['DR6 after power-on', READ_DR6, {}, 0xffff_0ff0n],
  ['DR6 has fixed bits', MOV_DR6 + READ_DR6, { rax: 0xffff_ffffn }, 0xffff_efffn],
  ['DR6 takes zeros where it can', MOV_DR6 + READ_DR6, {}, 0xffff_0ff0n],
  ['DR6 above bit 31 is #GP', MOV_DR6, { rax: 1n << 32n }, GP],
  ['DR7 has fixed bits', MOV_DR7 + READ_DR7, { rax: 0xdc00n }, 0x400n],
  ['DR7 above bit 31 is #GP', MOV_DR7, { rax: 1n << 32n }, GP],
  ['DR4 is DR6', READ_DR4, {}, 0xffff_0ff0n],
  ['DR4 is #UD with CR4.DE', READ_DR4, { state: { CR4: 0x628n } }, UD],
  ['DR8 does not exist', '440f21c0', {}, UD],
  ['debug registers belong to CPL 0', '0f21c0', { cpl: 3 }, GP],
  ['DR7.GD guards them', MOV_DR7 + '0f21c0', { rax: 0x2400n }, DB],
];

test('moves of debug registers', async (t) => {
  const program = new Program();
  for (const [name, code, start, result] of CASES)
    await t.test(name, () => {
      program.reset();
      const vector = program.run(code, start);
      if (typeof result === 'number') assert.equal(vector, result);
      else assert.deepEqual([vector, program.rax], [undefined, result]);
    });
});

/** Breakpoint 0: R/W and LEN as DR7 has them. */
function breakpoint(address: bigint, kind: number, length: number): Program {
  const program = new Program();
  program.set64('DR', address, 0);
  assert.equal(program.run(MOV_DR7, { rax: BigInt(0x401 | (kind << 16) | (length << 18)) }), undefined);
  return program;
}
/** Instructions begun before #DB came, where each is `bytes` long; undefined when it did not come. */
function stoppedAfter(program: Program, code: string, start: Start = {}): bigint | undefined {
  return program.run(code, start) === DB ? program.cpu.rip - CODE : undefined;
}

test('data breakpoints trap after the access, within their bytes and for their kind', () => {
  const [WRITE, ACCESS] = [1, 3];
  const [LOAD, STORE] = ['8a07', '8807'];
  const at = (kind: number, length: number, code: string, address: bigint): bigint | undefined =>
    stoppedAfter(breakpoint(DATA, kind, length), `90 ${code} 90`, { rdi: address });
  assert.equal(at(WRITE, 3, STORE, DATA + 3n), 3n);
  assert.equal(at(WRITE, 3, STORE, DATA + 4n), undefined);
  assert.equal(at(WRITE, 3, LOAD, DATA), undefined);
  assert.equal(at(ACCESS, 2, LOAD, DATA + 7n), 3n);
  assert.equal(at(ACCESS, 0, LOAD, DATA + 1n), undefined);
  assert.equal(at(ACCESS, 1, '488b07', DATA - 7n), 4n, 'a wide access that reaches into it');
});

test('an instruction breakpoint is a fault, and RF passes it', () => {
  const program = breakpoint(CODE + 1n, 0, 0);
  assert.equal(stoppedAfter(program, '90 90'), 1n);
  const resumed = breakpoint(CODE, 0, 0);
  assert.equal(stoppedAfter(resumed, '90', { flags: 0x1_0002n }), undefined);
});

test('a port breakpoint needs CR4.DE', () => {
  assert.equal(stoppedAfter(breakpoint(0x61n, 2, 0), '66e560 90'), undefined);
  assert.equal(stoppedAfter(breakpoint(0x61n, 2, 0), '66e560 90', { state: { CR4: 0x628n } }), 3n);
});

test('single steps come one instruction after TF is set, and HLT does not sleep over one', () => {
  const program = new Program();
  const afterPopf = '9c 66810c240001 9d'; // pushfq; or word [rsp], 100h; popfq
  assert.equal(stoppedAfter(program, `${afterPopf} 90 90`), 9n);
  assert.equal(stoppedAfter(program, `${afterPopf} f4`), 9n);
  assert.equal(program.cpu.u8[STATE.HALTED], 0);
});
