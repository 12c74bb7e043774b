import assert from 'node:assert/strict';
import test from 'node:test';
import { STATE } from '../host/cpu.js';
import { CPU_FEATURES } from '../../spec/cpuidFeatures.js';
import { Program } from '../../tests/program.js';

const PROTECTED = 1n;
const TASK_SWITCHED = 8n;
const CR0 = 0x8001_0032n;
const OSXSAVE = 0x4_0000n;
const CR4 = 0x620n;
const YMM_STATE = 7n;
const PLACE = 0x3_0000n;

const program = new Program();
const feature = (name: string, on: boolean): void => {
  program.call('setFeature', CPU_FEATURES.get(name)!.number, on);
};

/** Run with byte i of register n (the upper half has i from 16) as 16 * n + i, and memory of ones. */
function run(code: string, state: Record<string, bigint> = {}, rsi = PLACE): number | undefined {
  program.reset();
  const { cpu } = program;
  for (const [name, first] of [
    ['XMM', 0],
    ['YMM_HI', 16],
  ] as const)
    for (let n = 0; n < 16; n++)
      for (let i = 0; i < 16; i++) cpu.u8[STATE[name] + 16 * n + i] = 16 * n + first + i;
  cpu.writePhysical(Number(PLACE), Buffer.alloc(0x2000, 1));
  return program.run(code, { rsi, state: { CR4: CR4 | OSXSAVE, XCR0: YMM_STATE, ...state } });
}
/** Bytes of YMM1, the first one first, as one number a half where all are `step` apart, else in full. */
const ymm1 = (): string =>
  ['XMM', 'YMM_HI']
    .map((name) => Buffer.from(program.cpu.u8.subarray(STATE[name] + 16, STATE[name] + 32)).toString('hex'))
    .join(' ');
const sequence = (first: number, step: number): string =>
  Buffer.from(Array.from({ length: 16 }, (_, i) => (first + step * i) & 0xff)).toString('hex');
const KEPT = sequence(0x20, 1);
const NONE = sequence(0, 0);

/** Form, code, both halves of YMM1 afterwards. */
const FORMS: readonly (readonly [string, string, string, string])[] = [
  ['PADDB xmm1, xmm2', '660ffcca', sequence(0x30, 2), KEPT],
  ['PADDB xmm1, [rsi]', '660ffc0e', sequence(0x11, 1), KEPT],
  ['VPADDB xmm1, xmm3, xmm2', 'c5e1fcca', sequence(0x50, 2), NONE],
  ['VPADDB xmm1, xmm3, [rsi+1]', 'c5e1fc4e01', sequence(0x31, 1), NONE],
  ['VPADDB ymm1, ymm3, ymm2', 'c5e5fcca', sequence(0x50, 2), sequence(0x70, 2)],
  ['VPADDB ymm1, ymm3, [rsi+1]', 'c5e5fc4e01', sequence(0x31, 1), sequence(0x41, 1)],
  ['VPADDB ymm1, ymm1, ymm1', 'c5f5fcc9', sequence(0x20, 2), sequence(0x40, 2)],
  ['VPADDB ymm1, ymm11, ymm12', 'c4c125fccc', sequence(0x70, 2), sequence(0x90, 2)],
];
for (const [form, code, low, high] of FORMS)
  test(`${form} on each byte`, () => {
    feature('avx', true);
    feature('avx2', true);
    assert.equal(run(code), undefined);
    assert.equal(ymm1(), `${low} ${high}`);
  });

test('a memory operand of 32 bytes may cross a page', () => {
  assert.equal(run('c5e5fc4e01', {}, PLACE + 0xff0n), undefined);
  assert.equal(ymm1(), `${sequence(0x31, 1)} ${sequence(0x41, 1)}`);
});

/** What is tried, the exception, code, state. */
const REFUSED: readonly (readonly [string, number, string, Record<string, bigint>])[] = [
  ['without CR4.OSXSAVE', 6, 'c5e1fcca', { CR4 }],
  ['without XCR0.YMM', 6, 'c5e1fcca', { XCR0: 3n }],
  ['with CR0.TS', 7, 'c5e1fcca', { CR0: CR0 | PROTECTED | TASK_SWITCHED }],
  ['with a register in vvvv that is not used', 6, 'c4e363f0ca04', {}],
  ['with VEX.L where there is no such form', 6, 'c4e264f2ca', {}],
  ['in real mode', 6, 'c5e1fcca', { CR0: 0x10n, EFER: 0n }],
  ['after an operand-size prefix', 6, '66c5e1fcca', {}],
];
for (const [what, vector, code, state] of REFUSED)
  test(`a VEX instruction ${what} raises exception ${vector}`, () => {
    assert.equal(run(code, state), vector);
  });

test('a VEX instruction runs in 16-bit protected mode', () => {
  assert.equal(run('c5e1fcca', { CR0: 0x11n, EFER: 0n }), undefined);
  assert.equal(ymm1(), `${sequence(0x50, 2)} ${NONE}`);
});

test('a feature that is off is off in behaviour', () => {
  const tried = (): (number | undefined)[] => ['c5e1fcca', 'c5e5fcca'].map((code) => run(code));
  assert.deepEqual(tried(), [undefined, undefined]);
  feature('avx2', false);
  assert.deepEqual(tried(), [undefined, 6]);
  feature('avx', false);
  assert.deepEqual(tried(), [6, 6]);
});
