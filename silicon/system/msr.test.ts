import assert from 'node:assert/strict';
import test from 'node:test';
import { Program } from '../../tests/program.js';

const GP = 13;
const [RDMSR, WRMSR] = ['0f32', '0f30'];
const ONES = 0xffff_ffff_ffff_ffffn;
const EFER = 0xc000_0080;

/** What a WRMSR leaves: the value read back, or `gp`. */
const WRITES: readonly (readonly [name: string, index: number, value: bigint, result: bigint | 'gp'])[] = [
  ['EFER keeps SVME', EFER, 0x1d01n, 0x1d01n],
  ['EFER bits 7:1 read as zero', EFER, 0xdffn, 0xd01n],
  ['EFER bit 9 is reserved', EFER, 0xf01n, 'gp'],
  ['LMA must be written as it is', EFER, 0x901n, 'gp'],
  ['LME holds while paging is on', EFER, 0xc01n, 'gp'],
  ['LSTAR takes what five levels can translate', 0xc000_0082, 0x8000_0000_0000n, 0x8000_0000_0000n],
  ['LSTAR is canonical', 0xc000_0082, 0x100_0000_0000_0000n, 'gp'],
  ['GS base', 0xc000_0101, 0xffff_8000_0000_0000n, 0xffff_8000_0000_0000n],
  ['GS base is canonical', 0xc000_0101, 0x100_0000_0000_0000n, 'gp'],
  ['SFMASK has 32 bits', 0xc000_0084, ONES, 0xffff_ffffn],
  ['TSC_AUX ignores its upper half', 0xc000_0103, ONES, 0xffff_ffffn],
  ['SYSENTER_CS has 16 bits', 0x174, 0x1_2345n, 0x2345n],
  ['SYSENTER_EIP has 32 bits', 0x176, 0x8000_0000_1234n, 0x1234n],
  ['PAT type 7', 0x277, 0x0707_0707_0707_0707n, 0x0707_0707_0707_0707n],
  ['PAT type 2', 0x277, 0x0200_0000_0000_0000n, 'gp'],
  ['PAT type 8', 0x277, 8n, 'gp'],
  ['MTRR base', 0x200, 0x1006n, 0x1006n],
  ['MTRR base of an illegal type', 0x200, 0x1002n, 'gp'],
  ['MTRR mask beyond the physical width', 0x201, 1n << 40n, 'gp'],
  ['MTRR default type', 0x2ff, 0xc06n, 0xc06n],
  ['MTRR default type, reserved bit', 0x2ff, 0x1c06n, 'gp'],
  ['fixed MTRR', 0x26f, 0x0605_0401_0006_0606n, 0x0605_0401_0006_0606n],
  ['fixed MTRR of an illegal type', 0x26f, 3n, 'gp'],
  ['MTRRcap cannot be written', 0xfe, 0x508n, 'gp'],
  ['machine-check control takes all ones', 0x400, ONES, ONES],
  ['machine-check control takes nothing between', 0x400, 2n, 'gp'],
  ['machine-check status can be cleared', 0x401, 0n, 0n],
  ['machine-check status cannot be set', 0x401, 1n, 'gp'],
  ['no fifth machine-check bank', 0x410, 0n, 'gp'],
  ['MISC_ENABLE keeps its read-only bits', 0x1a0, 0x4_00c5_0809n, 0x4_00c5_0009n],
  ['SPEC_CTRL', 0x48, 0x87n, 0x87n],
  ['SPEC_CTRL reserved bits', 0x48, 8n, 'gp'],
  ['PRED_CMD reserved bits', 0x49, 2n, 'gp'],
  ['EFER: TCE, MCOMMIT, INTWB, AIBRSE', EFER, 0x26_9d01n, 0x26_9d01n],
  ['DEBUGCTL reserved bits', 0x1d9, 0x40n, 'gp'],
  ['APIC base, reserved bit', 0x1b, 0xfee0_0901n, 'gp'],
  ['xAPIC to x2APIC', 0x1b, 0xfee0_0d00n, 0xfee0_0d00n],
  ['x2APIC needs the APIC', 0x1b, 0xfee0_0500n, 'gp'],
  ['host save area', 0xc001_0117, 0x5000n, 0x5000n],
  ['host save area, not a page', 0xc001_0117, 0x5008n, 'gp'],
  ['host save area beyond the physical width', 0xc001_0117, 1n << 40n, 'gp'],
  ['VM_CR reserved bits', 0xc001_0114, 0x20n, 'gp'],
  ['TSC_ADJUST', 0x3b, 0x1234_5678_9abcn, 0x1234_5678_9abcn],
  ['TSC ratio', 0xc000_0104, (1n << 40n) - 1n, (1n << 40n) - 1n],
  ['TSC ratio reserved bits', 0xc000_0104, 1n << 40n, 'gp'],
  ['P-state definitions ignore writes', 0xc001_0064, ONES, 0n],
  ['P-state limit cannot be written', 0xc001_0061, 0n, 'gp'],
  ['no such register', 0x123, 0n, 'gp'],
];

const split = (value: bigint): { rax: bigint; rdx: bigint } => ({
  rax: value & 0xffff_ffffn,
  rdx: value >> 32n,
});
const both = (program: Program): bigint => (program.register(2) << 32n) | program.rax;

test('WRMSR: what registers take and keep', async (t) => {
  const program = new Program();
  for (const [name, index, value, result] of WRITES)
    await t.test(name, () => {
      program.reset();
      const vector = program.run(`${WRMSR} 31c0 31d2 ${RDMSR}`, { rcx: BigInt(index), ...split(value) });
      if (result === 'gp') assert.equal(vector, GP);
      else assert.deepEqual([vector, both(program).toString(16)], [undefined, result.toString(16)]);
    });
});

test('what a processor lacks has no register', () => {
  const lacking: readonly (readonly [cpu: string, index: number, value: bigint])[] = [
    ['max,-tsc-scale', 0xc000_0104, 1n << 32n],
    ['max,-la57', 0xc000_0082, 0x8000_0000_0000n],
    ['max,-aperfmperf', 0xe7, 0n],
    ['max,-ibrs,-amd-stibp,-amd-ssbd,-amd-psfd', 0x48, 0n],
    ['max,-amd-stibp', 0x48, 2n],
    ['max,-ibpb', 0x49, 1n],
    ['max,-tce', EFER, 0x8d01n],
    ['max,-auto-ibrs', EFER, 0x20_0d01n],
  ];
  for (const [cpu, index, value] of lacking)
    assert.equal(new Program(cpu).run(WRMSR, { rcx: BigInt(index), ...split(value) }), GP, cpu);
});

test('privilege comes before anything about the register', () => {
  const program = new Program();
  assert.equal(program.run(RDMSR, { cpl: 3, rcx: 0x10n }), GP);
  assert.equal(program.run(WRMSR, { cpl: 3, rcx: 0x123n }), GP);
});

test('x2APIC is left only for the disabled state', () => {
  const program = new Program();
  const write = (value: bigint): number | undefined => program.run(WRMSR, { rcx: 0x1bn, ...split(value) });
  assert.equal(write(0xfee0_0d00n), undefined);
  assert.equal(write(0xfee0_0900n), GP);
  assert.equal(write(0xfee0_0100n), undefined);
  assert.equal(write(0xfee0_0d00n), GP, 'and x2APIC is not entered from it');
  assert.equal(write(0xfee0_0900n), undefined);
});

test('a locked VM_CR keeps LOCK and SVMDIS, and SVMDIS keeps SVME out', () => {
  const program = new Program();
  const write = (index: number, value: bigint): number | undefined =>
    program.run(WRMSR, { rcx: BigInt(index), ...split(value) });
  assert.equal(write(EFER, 0x1d01n), undefined);
  assert.equal(write(0xc001_0114, 0x10n), GP, 'SVMDIS with SVME');
  assert.equal(write(EFER, 0xd01n), undefined);
  assert.equal(write(0xc001_0114, 0x18n), undefined);
  assert.equal(write(0xc001_0114, 2n), undefined);
  assert.equal(program.get64('VM_CR'), 0x1an);
  assert.equal(write(EFER, 0x1d01n), GP);
});

test('writing the time-stamp counter moves TSC_ADJUST, and the other way round', () => {
  const program = new Program();
  program.run(WRMSR, { rcx: 0x10n, ...split(0x10_0000_0000n) });
  const adjust = program.get64('TSC_ADJUST');
  assert.equal(adjust, program.get64('TSC_ADD'));
  program.run(WRMSR, { rcx: 0x3bn, ...split(adjust + 5n) });
  assert.equal(program.get64('TSC_ADD'), adjust + 5n);
  program.run('0f31', {});
  assert.equal(both(program), adjust + 5n, 'RDTSC as the first instruction of a slice that begins at time 0');
});
