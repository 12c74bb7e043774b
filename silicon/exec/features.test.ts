import assert from 'node:assert/strict';
import test from 'node:test';
import { LegacyProgram } from '../../tests/legacyProgram.js';
import { Program } from '../../tests/program.js';

const [UD, GP] = [6, 13];
const AREA = 0x4_0000n;

const OFF: readonly (readonly [feature: string, code: string])[] = [
  ['cx8', '0fc70f'],
  ['cx16', '480fc70f'],
  ['lahf-lm', '9f'],
  ['lahf-lm', '9e'],
  ['movbe', '0f38f007'],
];
test('a feature that is off is an undefined opcode', async (t) => {
  for (const [feature, code] of OFF)
    await t.test(`${feature}: ${code}`, () => {
      assert.equal(new Program('max').run(code, { rdi: AREA }), undefined);
      assert.equal(new Program(`max,-${feature}`).run(code, { rdi: AREA }), UD);
    });
});
test('LAHF outside 64-bit mode needs no feature, SYSENTER does', () => {
  assert.equal(new LegacyProgram('max,-lahf-lm').run('9f cd80')!.vector, 0x80);
  assert.equal(new LegacyProgram('max').run('0f34')!.vector, GP, 'without a selector in its MSR');
  assert.equal(new LegacyProgram('max,-sep').run('0f34')!.vector, UD);
});
test('CMPXCHG16B wants its operand aligned', () => {
  const program = new Program();
  assert.equal(program.run('480fc70f', { rdi: AREA + 8n }), GP);
  assert.equal(program.run('f0480fc70f', { rdi: AREA }), undefined);
});
test('with EFER.FFXSR the kernel saves no XMM register', () => {
  const saved = (efer: bigint, cpl: 0 | 3): boolean => {
    const program = new Program();
    // pcmpeqd xmm0, xmm0; fxsave [rdi]
    assert.equal(program.run('660f76c0 0fae07', { cpl, rdi: AREA, state: { EFER: efer } }), undefined);
    return program.cpu.readPhysical(Number(AREA) + 160, 1)[0] === 0xff;
  };
  const [EFER, FFXSR] = [0xd01n, 0x4000n];
  assert.deepEqual([saved(EFER, 0), saved(EFER | FFXSR, 0), saved(EFER | FFXSR, 3)], [true, false, true]);
  // mov ecx, EFER; rdmsr; bts eax, 14; wrmsr
  const write = 'b9800000c0 0f32 0fbae80e 0f30';
  assert.equal(new Program().run(write), undefined);
  assert.equal(new Program('max,-fxsr-opt').run(write), GP);
});
