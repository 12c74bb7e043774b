import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { twins } from '../../tests/twins.js';
import { Program, type Start } from '../../tests/program.js';

const [UD, GP, PF] = [6, 13, 14];
/** `max` is without what QEMU has no name for. */
const EVERYTHING = 'max,+rdpru,+aperfmperf';
const DATA = 0x2_0000;
const EFER = 0xd01n;
const MCOMMIT_ON = 0x2_0000n;
const [CLZERO, MCOMMIT, RDPRU, WBNOINVD, PREFETCHW] = ['0f01fc', 'f30f01fa', '0f01fd', 'f30f09', '0f0d0f'];
const [WBINVD, CLFLUSH, CLFLUSHOPT, CLWB] = ['0f09', '0fae3f', '660fae3f', '660fae37'];

test('CLZERO clears the line its address lies in', () => {
  const program = new Program();
  for (const [code, rax] of [
    [CLZERO, BigInt(DATA + 0x7f)],
    // 32-bit address size, and FS for DS.
    [`67${CLZERO}`, 0xffff_0000_0000_0000n + BigInt(DATA + 0x40)],
    [`64${CLZERO}`, BigInt(DATA + 0x40)],
  ] as const) {
    program.cpu.writePhysical(DATA, Buffer.alloc(0x100, 0xff));
    assert.equal(program.run(code, { rax, cpl: 3 }), undefined, code);
    const bytes = Buffer.from(program.cpu.readPhysical(DATA, 0x100));
    const expected = Buffer.alloc(0x100, 0xff).fill(0, 0x40, 0x80);
    assert.deepEqual(bytes, expected, code);
  }
  assert.equal(program.run(CLZERO, { rax: 0x100_0000n }), PF);
  assert.equal(program.get32('FAULT_ERROR') & 2, 2, 'it is a write');
  assert.equal(program.run(CLZERO, { rax: 1n << 62n }), GP);
});

const REFUSALS: readonly (readonly [what: string, cpu: string, code: string, start: Start, vector?: number])[] = [
  ['CLZERO that CPUID lacks', 'max,-clzero', CLZERO, { rax: BigInt(DATA) }, UD],
  ['WBINVD', 'max', WBINVD, {}],
  ['WBINVD in a program', 'max', WBINVD, { cpl: 3 }, GP],
  ['WBNOINVD', 'max', WBNOINVD, {}],
  ['WBNOINVD in a program', 'max', WBNOINVD, { cpl: 3 }, GP],
  ['WBNOINVD is WBINVD where CPUID lacks it', 'max,-wbnoinvd', WBNOINVD, {}],
  ['PREFETCHW of an impossible address', 'max', PREFETCHW, { rdi: 1n << 62n }],
  ['PREFETCHW on a processor with long mode', 'max,-3dnowprefetch', PREFETCHW, {}],
  ['PREFETCHW on one without', 'max,-3dnowprefetch,-lm', PREFETCHW, {}, UD],
  ['CLFLUSH that CPUID lacks', 'max,-clflush', CLFLUSH, { rdi: BigInt(DATA) }, UD],
  ['CLFLUSHOPT that CPUID lacks', 'max,-clflushopt', CLFLUSHOPT, { rdi: BigInt(DATA) }, UD],
  ['CLWB that CPUID lacks', 'max,-clwb', CLWB, { rdi: BigInt(DATA) }, UD],
  ['CLWB of an absent page', 'max', CLWB, { rdi: 0x100_0000n }, PF],
  ['CLWB', 'max', CLWB, { rdi: BigInt(DATA), cpl: 3 }],
  ['MCOMMIT without EFER.MCOMMIT', EVERYTHING, MCOMMIT, { state: { EFER } }, UD],
  ['MCOMMIT', EVERYTHING, MCOMMIT, { state: { EFER: EFER | MCOMMIT_ON }, cpl: 3 }],
  ['MCOMMIT that CPUID lacks', 'max,-mcommit', MCOMMIT, { state: { EFER: EFER | MCOMMIT_ON } }, UD],
  ['RDPRU that CPUID lacks', 'max,-rdpru', RDPRU, {}, UD],
  ['RDPRU in a program with CR4.TSD', EVERYTHING, RDPRU, { cpl: 3, state: { CR4: 0x624n } }, UD],
  ['RDPRU in a kernel with CR4.TSD', EVERYTHING, RDPRU, { state: { CR4: 0x624n } }],
];
test('what may be executed', () => {
  for (const [what, cpu, code, start, vector] of REFUSALS)
    assert.equal(new Program(cpu).run(code, start), vector, what);
});

test('MCOMMIT says by CF that no store has failed', () => {
  const program = new Program(EVERYTHING);
  program.run(`${MCOMMIT} 9c58`, { flags: 0x8d6n, state: { EFER: EFER | MCOMMIT_ON } });
  assert.equal(program.rax & 0x8d5n, 1n);
});

test('RDPRU reads MPERF and APERF, and zero for what lies beyond', () => {
  const program = new Program(EVERYTHING);
  // RDPRU; WRMSR of APERF; RDPRU of APERF
  program.run(`${RDPRU} 89c6 b9e8000000 b800100000 31d2 0f30 b901000000 ${RDPRU}`, { cpl: 0 });
  assert.equal(program.register(6), 0n, 'MPERF at the first instruction of a slice that begins at time 0');
  assert.equal(program.rax, 0x1002n, 'APERF two instructions after it was written');
  program.run(RDPRU, { rcx: 2n, rax: 5n, rdx: 5n, cpl: 3 });
  assert.deepEqual([program.rax, program.register(2)], [0n, 0n]);
});

/** Instruction, intercept word 4 or 5, its bit, and the exit. */
const INTERCEPTS = [
  [WBNOINVD, 'interceptMisc2', 9, 0x89],
  [RDPRU, 'interceptMisc2', 14, 0x8e],
  [MCOMMIT, 'interceptMisc3', 3, 0xa3],
] as const;
for (const [code, word, bit, exit] of INTERCEPTS)
  test(`${code} leaves for the hypervisor, on both machines`, () => {
    const [bare, nested] = twins(EVERYTHING);
    for (const twin of [bare, nested]) {
      twin.vmcb12({ efer: 0x1d01n | MCOMMIT_ON });
      twin.put({ [word]: twin.field(word) | (1n << BigInt(bit)) });
      twin.write(0x1_0000, '0f01d8 f4');
      twin.write(0x1_1000, `${code} 0f01d9`);
      twin.run(100);
      assert.deepEqual([twin.field('exitCode'), twin.field('rip')], [BigInt(exit), 0x1_1000n]);
    }
    assert.deepEqual(differences(bare, nested), []);
  });
