import assert from 'node:assert/strict';
import test from 'node:test';
import { Program } from '../../tests/program.js';

const UD = 6;
const PLACE = 0x3_0000n;

/** Feature, an instruction of it, and its code: #UD where the feature is off. */
const INSTRUCTIONS: readonly (readonly [feature: string, instruction: string, code: string])[] = [
  ['pni', 'HADDPS', 'f20f7cca'],
  ['pni', 'LDDQU', 'f20ff00e'],
  ['pni', 'MOVDDUP', 'f20f12ca'],
  ['pni', 'FISTTP', 'dbe3 d9e8 db0e'],
  ['ssse3', 'PSHUFB', '660f3800ca'],
  ['ssse3', 'PSHUFB mm', '0f3800ca'],
  ['ssse3', 'PALIGNR', '660f3a0fca03'],
  ['sse4.1', 'PMULLD', '660f3840ca'],
  ['sse4.1', 'PEXTRQ', '66480f3a16c801'],
  ['sse4.1', 'MOVNTDQA', '660f382a0e'],
  ['sse4.1', 'PTEST', '660f3817ca'],
  ['sse4.2', 'PCMPGTQ', '660f3837ca'],
  ['sse4.2', 'PCMPISTRI', '660f3a63ca0c'],
  ['sse4.2', 'CRC32', 'f20f38f1ca'],
  ['sse4a', 'EXTRQ', '660f79ca'],
  ['sse4a', 'INSERTQ', 'f20f78ca0804'],
  ['sse4a', 'MOVNTSS', 'f30f2b0e'],
  ['aes', 'AESENC', '660f38dcca'],
  ['pclmulqdq', 'PCLMULQDQ', '660f3a44ca11'],
  ['sha-ni', 'SHA256RNDS2', '0f38cbca'],
  ['gfni', 'GF2P8MULB', '660f38cfca'],
  ['movbe', 'MOVBE', '0f38f00e'],
  ['popcnt', 'POPCNT', 'f30fb8ca'],
  ['bmi1', 'ANDN', 'c4e270f2ca'],
  ['bmi2', 'RORX', 'c4e37bf0ca05'],
  ['adx', 'ADOX', 'f30f38f6ca'],
];
for (const [feature, instruction, code] of INSTRUCTIONS)
  test(`${instruction} is there with ${feature} and not without`, () => {
    assert.equal(new Program().run(code, { rsi: PLACE }), undefined);
    assert.equal(new Program(`max,-${feature}`).run(code, { rsi: PLACE }), UD);
  });

test('LZCNT and TZCNT are BSR and BSF on a processor without them', () => {
  for (const [cpu, leading, trailing] of [
    ['max', 24n, 4n],
    ['max,-abm,-bmi1', 7n, 4n],
  ] as const) {
    const program = new Program(cpu);
    program.run('f30fbdc2', { rdx: 0x90n });
    assert.equal(program.rax, leading);
    program.run('f30fbcc2', { rdx: 0x90n });
    assert.equal(program.rax, trailing);
    // Of nothing, a count is the width, and a scan leaves its destination alone.
    program.run('f30fbcc2', { rax: 5n, rdx: 0n });
    assert.equal(program.rax, cpu === 'max' ? 32n : 5n);
  }
});
