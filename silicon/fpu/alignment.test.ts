import assert from 'node:assert/strict';
import test from 'node:test';
import { CPU_FEATURES } from '../../spec/cpuidFeatures.js';
import { Program } from '../../tests/program.js';

const GP = 13;
const AC = 17;
const OFFSETS = [0, 16, 8, 4, 1];
const PLACE = 0x3_0000n;
const ALIGNMENT_MASK = 0x8005_0033n;
const ALIGNMENT_CHECK = 0x4_0002n;
const MISALIGNED_ALLOWED = 0x2_1f80n;
const YMM_STATE = 7n;
const OSXSAVE = 0x4_0620n;

/** Instruction at [rsi], and what becomes of it at each offset, under alignment checks and without: as on Zen 4. */
type Row = readonly [
  instruction: string,
  code: string,
  checked: (number | undefined)[],
  free: (number | undefined)[],
];
const ALWAYS = [undefined, undefined, GP, GP, GP];
const NEVER = [undefined, undefined, undefined, undefined, undefined];
const BY_16 = [undefined, undefined, AC, AC, AC];
const BY_8 = [undefined, undefined, undefined, AC, AC];
const ROWS: readonly Row[] = [
  ['MOVAPS', '0f2806', ALWAYS, ALWAYS],
  ['MOVUPS', '0f1006', BY_16, NEVER],
  ['MOVUPS to memory', '0f1106', BY_16, NEVER],
  ['LDDQU', 'f20ff006', BY_16, NEVER],
  ['PADDD', '660ffe06', ALWAYS, ALWAYS],
  ['HADDPS', 'f20f7c06', ALWAYS, ALWAYS],
  ['PCMPISTRI', '660f3a630600', BY_16, NEVER],
  ['SHA1MSG1', '0f38c906', BY_16, NEVER],
  ['VPADDD', 'c5f9fe06', BY_16, NEVER],
  ['VPADDD of 256 bits', 'c5fdfe06', BY_16, NEVER],
  ['MOVQ', 'f30f7e06', BY_8, NEVER],
  ['PMOVSXBW', '660f382006', BY_8, NEVER],
];
/** The same with MXCSR.MM: it frees operands of calculations, and not moves. */
const MASKED: readonly Row[] = [
  ['MOVAPS', '0f2806', ALWAYS, ALWAYS],
  ['MOVNTDQA', '660f382a06', ALWAYS, ALWAYS],
  ['PADDD', '660ffe06', BY_16, NEVER],
  ['HADDPS', 'f20f7c06', BY_16, NEVER],
];

for (const [mxcsr, rows] of [
  [0x1f80n, ROWS],
  [MISALIGNED_ALLOWED, MASKED],
] as const)
  for (const [instruction, code, checked, free] of rows)
    test(`alignment of ${instruction} with MXCSR ${mxcsr.toString(16)}`, () => {
      const program = new Program();
      program.reset();
      for (const name of ['avx', 'avx2']) program.call('setFeature', CPU_FEATURES.get(name)!.number, true);
      for (const [flags, expected] of [
        [ALIGNMENT_CHECK, checked],
        [2n, free],
      ] as const)
        assert.deepEqual(
          OFFSETS.map((offset) => {
            program.set32('MXCSR', Number(mxcsr));
            const state = { CR0: ALIGNMENT_MASK, CR4: OSXSAVE, XCR0: YMM_STATE };
            return program.run(code, { cpl: 3, flags, rsi: PLACE + BigInt(offset), state });
          }),
          expected,
        );
    });
