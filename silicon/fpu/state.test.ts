import assert from 'node:assert/strict';
import test from 'node:test';
import { HostBench, type Outcome } from '../../tests/hostCase.js';

const WINDOW = 0x2010_0e00n;
/** PAE, FXSR, SSE, SSE2, XSAVE. */
const FEATURES = [6, 24, 25, 26, 58];

class Bench extends HostBench {
  constructor() {
    super('fast');
    for (const feature of FEATURES) this.call('setFeature', feature, true);
  }
  /** Run code with RSI at 512 bytes that nothing follows, and plenty before them. */
  execute(code: string): Outcome {
    this.cpu.u32[this.cpu.state('MXCSR') >> 2] = 0x1f80;
    this.cpu.u8.fill(0, this.cpu.state('FCW'), this.cpu.state('FTW') + 2);
    const registers = new Map([[6, WINDOW]]);
    return this.run({ mode: 64, code: Buffer.from(code, 'hex'), flags: 0n, seed: 0n, registers, memory: new Map(), expected: '' });
  }
}
const bench = new Bench();

/** What is tried, the exception (0: none), the code. */
const CASES: readonly (readonly [string, number, string])[] = [
  ['x87 with CR0.TS', 7, '0f20c083c8080f22c0d9e8'],
  ['FNSTSW with CR0.TS', 7, '0f20c083c8080f22c0dfe0'],
  ['FWAIT with CR0.TS', 0, '0f20c083c8080f22c09b'],
  ['FWAIT with CR0.TS and CR0.MP', 7, '0f20c083c80a0f22c09b'],
  ['MMX with CR0.TS', 7, '0f20c083c8080f22c00ffcc1'],
  ['SSE with CR0.TS', 7, '0f20c083c8080f22c00f58c1'],
  ['FXSAVE with CR0.TS', 7, '0f20c083c8080f22c00fae06'],
  ['x87 with CR0.EM', 7, '0f20c083c8040f22c0d9e8'],
  ['MMX with CR0.EM', 6, '0f20c083c8040f22c00ffcc1'],
  ['SSE with CR0.EM', 6, '0f20c083c8040f22c00f58c1'],
  ['SSE without CR4.OSFXSR', 6, '0f20e025fffdffff0f22e00f58c1'],
  ['LDMXCSR without CR4.OSFXSR', 6, '0f20e025fffdffff0f22e00fae16'],
  ['MOVNTI without CR4.OSFXSR', 0, '0f20e025fffdffff0f22e00fc306'],
  ['FWAIT with a pending exception', 16, '0f20c083c8200f22c0dbe366c7067b03d92ed9eed9e8d8f19b'],
  ['FLD1 with a pending exception', 16, '0f20c083c8200f22c0dbe366c7067b03d92ed9eed9e8d8f1d9e8'],
  ['MMX with a pending exception', 16, '0f20c083c8200f22c0dbe366c7067b03d92ed9eed9e8d8f10ffcc1'],
  ['FNSTSW with a pending exception', 0, '0f20c083c8200f22c0dbe366c7067b03d92ed9eed9e8d8f1dfe0'],
  ['FWAIT after FNCLEX', 0, '0f20c083c8200f22c0dbe366c7067b03d92ed9eed9e8d8f1dbe29b'],
  ['FWAIT after FNINIT', 0, '0f20c083c8200f22c0dbe366c7067b03d92ed9eed9e8d8f1dbe39b'],
  ['SSE with a pending x87 exception', 0, '0f20c083c8200f22c0dbe366c7067b03d92ed9eed9e8d8f10f58c1'],
  ['unmasked SSE division by zero', 19, 'c706801d00000fae160f57c9c7060000803ff30f1006f30f5ec1'],
  ['the same without CR4.OSXMMEXCPT', 6, '0f20e025fffbffff0f22e0c706801d00000fae160f57c9c7060000803ff30f1006f30f5ec1'],
  ['MOVAPS at an odd place', 13, '0f284608'],
  ['ADDPS at an odd place', 13, '0f584608'],
  ['MOVUPS at an odd place', 0, '0f104608'],
  ['FXSAVE at an odd place', 13, '0fae46f8'],
  ['FXRSTOR with reserved MXCSR bits', 13, '488dbe00faffff0fae07c74718000004000fae0f'],
  ['LDMXCSR with reserved bits', 13, 'c706000010000fae16'],
  ['XSAVE without CR4.OSXSAVE', 6, '0fae26'],
  ['XSAVE at a place of 32', 13, '0f20e00d000004000f22e031c931d2b8030000000f01d1488dbe00faffff0fae6720'],
  ['XRSTOR of a component that XCR0 lacks', 13, '0f20e00d000004000f22e031c931d2b8030000000f01d1488dbe00faffff48c787000200000400000048c787080200000000000048c78710020000000000000fae2f'],
  ['XRSTOR of a compacted area', 13, '0f20e00d000004000f22e031c931d2b8030000000f01d1488dbe00faffff48c787000200000000000048c787080200000100000048c78710020000000000000fae2f'],
];
for (const [what, vector, code] of CASES)
  test(`${what} ${vector ? `raises exception ${vector}` : 'is executed'}`, () => {
    const { end } = bench.execute(code);
    assert.deepEqual(end, vector ? { vector } : { length: code.length / 2 });
  });

test('FNSTENV shows full tags and masks exceptions', () => {
  // fninit; fld1; fldz; fnstenv [rsi]; then tag word, status word and control word to EAX, ECX, EDX
  const { registers } = bench.execute('dbe3d9e8d9eed9360fb746080fb74e04d93e0fb716');
  assert.deepEqual(registers.slice(0, 3), [0x1fffn, 0x3000n, 0x37fn]);
});
test('FXRSTOR brings back what FXSAVE has saved', () => {
  // fninit; fld1; movd xmm15, 12345678h; fxsave64; fninit; pxor xmm15, xmm15; fxrstor64; then FSW, XMM15, its image, the tag byte
  const code =
    '488dbe00faffffdbe3d9e8b87856341266440f6ef8480fae07dbe366450fefff480fae0fdfe00fb7c066440f7ef98b97900100000fb75f04';
  const { registers } = bench.execute(code);
  assert.deepEqual(registers.slice(0, 4), [0x3800n, 0x1234_5678n, 0x1234_5678n, 0x80n]);
});
test('XSAVE saves what is asked for, and XRSTOR resets what the area does not have', () => {
  // fninit; fld1; movd xmm3, 12345678h; xsave64 of SSE; pcmpeqd xmm3, xmm3; xrstor64 of all; then FSW, XMM3, FCW's place, XSTATE_BV
  const code =
    '0f20e00d000004000f22e031c931d2b8030000000f01d1488dbe00faffffdbe3d9e8b878563412660f6ed848c787000200000000000048c7870802000000000000' +
    '48c787100200000000000031d2b802000000480fae278b9f00020000660f76dbb807000000480fae2f660f7ed9dfe00fb7c08b17';
  const { registers } = bench.execute(code);
  assert.deepEqual(registers.slice(0, 4), [0n, 0x1234_5678n, 0x5a5a_5a5an, 2n]);
});
