import assert from 'node:assert/strict';
import test from 'node:test';
import { STATE } from '../host/cpu.js';
import { Program } from '../../tests/program.js';
import { VmcbPage } from '../../tests/vmcbPage.js';

const UD = 6;
const SMBASE = 0x3_0000;
const MAP = SMBASE + 0xfe00;
const SCRATCH = 0x6_0000;
const RSM = '0faa';
const [CR0, CR4, FLAGS, RIP, RBX, SMRAM_BASE] = [0x158, 0x148, 0x170, 0x178, 0x1e0, 0x100];
const [HLT_RESTART, EFER, SVM_GUEST, SVM_VMCB] = [0xc9, 0xd0, 0xd8, 0xe0];

/** A program with an SMI pending, and a handler given in hexadecimal. */
function interrupted(handler: string): Program {
  const program = new Program();
  program.cpu.writePhysical(SMBASE + 0x8000, Buffer.from(handler.replace(/\s/g, ''), 'hex'));
  program.set8('PENDING_SMI', 1);
  return program;
}
const saved = (program: Program | VmcbPage, field: number): bigint =>
  Buffer.from(program.cpu.readPhysical(MAP + field, 8)).readBigUInt64LE();
/** mov dword [address], value in the 16-bit code of a handler. */
function poke(address: number, value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(address, 0);
  bytes.writeUInt32LE(value, 4);
  return `6766c705${bytes.toString('hex')}`;
}

test('an SMI whose handler returns at once leaves no trace', () => {
  const program = interrupted(RSM);
  assert.equal(program.run('90 ffc3', { rbx: 6n, flags: 0x8d7n }), undefined);
  assert.deepEqual([program.register(3), program.get8('IN_SMM'), program.get8('NMI_BLOCKED')], [7n, 0, 0]);
  assert.deepEqual(
    [program.get64('CR0'), program.get64('CR4'), program.get64('EFER'), program.get8('CPL')],
    [0x8001_0033n, 0x620n, 0xd01n, 0],
  );
  assert.deepEqual(
    [CR0, CR4, EFER, FLAGS, RIP, RBX].map((field) => saved(program, field)),
    [0x8001_0033n, 0x620n, 0xd01n, 0x8d7n, 0x1_0000n, 6n],
  );
  assert.equal(saved(program, 0x10) & 0xffff_ffffn, 0xa09b_0030n, 'CS attributes as a descriptor has them');
});

test('a user program goes on at its privilege', () => {
  const program = interrupted(RSM);
  assert.equal(program.run('90', { cpl: 3 }), undefined);
  assert.equal(program.get8('CPL'), 3);
});

test('the handler runs in real mode with segments of 4 GiB', () => {
  // mov eax, cr0; mov [SCRATCH], eax; mov ax, cs; mov [SCRATCH + 4], ax; rsm
  const program = interrupted(`0f20c0 6766a300000600 8cc8 67a304000600 ${RSM}`);
  assert.equal(program.run('90'), undefined);
  const bytes = Buffer.from(program.cpu.readPhysical(SCRATCH, 8));
  assert.deepEqual([bytes.readUInt32LE(0), bytes.readUInt16LE(4)], [0x1_0032, SMBASE >> 4]);
});

test('RSM relocates SMBASE', () => {
  const program = interrupted(poke(MAP + SMRAM_BASE, 0x5_0000) + RSM);
  assert.equal(program.run('90'), undefined);
  assert.equal(program.get64('SMBASE'), 0x5_0000n);
});

test('RSM of a state that cannot be is a shutdown', () => {
  const illegal: readonly (readonly [name: string, field: number, value: number, legal: boolean])[] = [
    ['CR0 as it was', CR0, 0x8001_0033, true],
    ['paging without protection', CR0, 0x8001_0032, false],
    ['NW without CD', CR0, 0xa001_0033, false],
    ['reserved bit of CR4', CR4, 0x8000_0620, false],
    ['long mode without PAE', CR4, 0x600, false],
    ['LMA without LME', EFER, 0xc01, false],
    ['LME and paging without LMA', EFER, 0x901, false],
    ['reserved bit of EFER', EFER, 0x8000_0d01, false],
  ];
  for (const [name, field, value, legal] of illegal) {
    const program = interrupted(poke(MAP + field, value) + RSM);
    program.run('90');
    assert.deepEqual([program.get8('SHUTDOWN'), program.get8('IN_SMM')], legal ? [0, 0] : [1, 1], name);
  }
});

test('HLT goes on after the SMI unless the handler says otherwise', () => {
  for (const [handler, halted] of [
    [RSM, 1],
    [`67c605${Buffer.from(Uint32Array.of(MAP + HLT_RESTART).buffer).toString('hex')}00 ${RSM}`, 0],
  ] as const) {
    const program = interrupted(handler);
    program.set8('HALTED', 1);
    program.run('90');
    assert.equal(program.get8('HALTED'), halted);
  }
});

test('SMIs and INIT wait until RSM, and RSM belongs to system management mode', () => {
  const program = interrupted(RSM);
  program.set8('IN_SMM', 1);
  program.set8('PENDING_INIT', 1);
  assert.equal(program.call('pendingEvent'), 0n);
  program.reset();
  assert.equal(program.run(RSM), UD);
});

test('an SMI that a guest does not intercept interrupts it without #VMEXIT', () => {
  const page = new VmcbPage();
  page.legal({ tscOffset: 0x1000, intCtl: 0x0100_0005, interceptMisc1: 1 });
  page.cpu.writePhysical(SMBASE + 0x8000, Uint8Array.of(0x0f, 0xaa));
  page.call('runGuest', BigInt(page.pa));
  const world = (): unknown[] => [
    page.get8('IN_GUEST'),
    page.get8('GIF'),
    page.get8('V_INTR_MASKING'),
    page.get32('GUEST_ASID'),
    page.get64('TSC_OFFSET'),
    page.get64('INT_CTL'),
    page.cpu.u32.slice(STATE.INTERCEPTS >> 2, (STATE.INTERCEPTS >> 2) + 6).join(),
  ];
  const before = world();
  page.set8('PENDING_SMI', 1);
  assert.equal(page.call('takeEvents'), 1n);
  assert.deepEqual(world(), [0, 0, 0, 0, 0n, 0n, '0,0,0,0,0,0']);
  assert.deepEqual([page.get8('IN_SMM'), page.get64('RIP'), page.get8('CODE_MODE')], [1, 0x8000n, 0]);
  assert.deepEqual([saved(page, SVM_GUEST), saved(page, SVM_VMCB)], [1n, BigInt(page.pa)]);
  page.cpu.beginSlice(0, 1);
  page.call('resume');
  assert.deepEqual(world(), before);
  assert.deepEqual([page.get8('IN_SMM'), page.get64('RIP'), page.get8('CODE_MODE')], [0, 0x40_0000n, 2]);
  assert.equal(page.vmcb('exitCode'), 0n);
});
