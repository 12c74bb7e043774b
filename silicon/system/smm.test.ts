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
const [REVISION, CR3, DR7, DR6, CS, FS, DS, GDTR] = [0xfc, 0x150, 0x160, 0x168, 0x10, 0x40, 0x30, 0x60];
const [IO_RIP, IO_RCX, IO_RESTART] = [0xa0, 0xa8, 0xc8];

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

function hex(value: number): string {
  return Buffer.from(Uint32Array.of(value).buffer).toString('hex');
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
    ['LMA missing', EFER, 0x901, true],
    ['another revision', REVISION, 0x20064, false],
    ['CR3 beyond the physical addresses', CR3 + 4, 0x10_0000, false],
    ['high half of DR6', DR6 + 4, 1, false],
    ['high half of DR7', DR7 + 4, 1, false],
    ['long mode with 64- and 32-bit code', CS, 0xe09b_0030, false],
    ['reserved bit of EFER', EFER, 0x8000_0d01, false],
  ];
  for (const [name, field, value, legal] of illegal) {
    const program = interrupted(poke(MAP + field, value) + RSM);
    program.run('90');
    assert.deepEqual([program.get8('SHUTDOWN'), program.get8('IN_SMM')], legal ? [0, 0] : [1, 1], name);
  }
});

test('RSM makes what is saved into what can be', () => {
  const cases: readonly (readonly [name: string, pokes: string, field: string, element: number, value: bigint])[] =
    [
      ['LMA follows', poke(MAP + EFER, 0x901), 'EFER', 0, 0xd01n],
      ['VM not in long mode', poke(MAP + FLAGS, 0x2_0002), 'RFLAGS', 0, 2n],
      ['FS canonical', poke(MAP + FS + 12, 0x0100_0000), 'SEGS', 9, 0xff00_0000_0000_0000n],
      ['GDTR canonical', poke(MAP + GDTR + 12, 0x1200_0000), 'SEGS', 13, 0n],
      ['DS below 4 GiB', poke(MAP + DS + 12, 1), 'SEGS', 7, 0n],
    ];
  for (const [name, pokes, field, element, value] of cases) {
    const program = interrupted(pokes + RSM);
    program.set64('SEGS', 0n, 13);
    program.run('90');
    assert.equal(program.get8('IN_SMM'), 0, name);
    const mask = field === 'RFLAGS' ? 0x2_0002n : ~0n;
    const found = field === 'RFLAGS' ? program.call('getFlags') : program.cpu.u64[(STATE[field]! >> 3) + element]!;
    assert.equal(BigInt.asUintN(64, found & mask), value, name);
  }
});

test('an I/O restart goes to where the restart fields say', () => {
  const program = interrupted(poke(MAP + IO_RESTART, 1) + poke(MAP + IO_RCX, 77) + RSM);
  assert.equal(program.run('90', { rcx: 5n }), undefined);
  assert.equal(saved(program, IO_RIP), 0x1_0000n);
  assert.equal(program.register(1), 77n);
});

test('SMM_CTL enters and leaves without an SMI', () => {
  const [DISMISS, ENTER, SMI_CYCLE, EXIT, RSM_CYCLE] = [1n, 2n, 4n, 8n, 16n];
  const SMM_CTL = 0xc001_0116;
  for (const blocked of [0, 1]) {
    const program = new Program();
    const state = (): number[] => ['IN_SMM', 'NMI_BLOCKED', 'PENDING_SMI'].map((name) => program.get8(name));
    program.set8('NMI_BLOCKED', blocked);
    program.set8('PENDING_SMI', 1);
    const write = (value: bigint): boolean => program.cpu.writeMsr(SMM_CTL, value);
    assert.ok(write(EXIT));
    assert.deepEqual(state(), [0, blocked, 1], 'there is nothing to leave');
    assert.ok(write(ENTER | SMI_CYCLE));
    assert.deepEqual(state(), [2, 1, 1]);
    assert.equal(program.call('pendingEvent'), 0n, 'SMIs wait');
    assert.ok(write(DISMISS));
    assert.deepEqual(state(), [2, 1, 0]);
    assert.equal(program.run(RSM), UD, 'no SMI has saved anything');
    assert.ok(write(EXIT | RSM_CYCLE));
    assert.deepEqual(state(), [0, blocked, 0]);
    assert.ok(write(DISMISS | ENTER | SMI_CYCLE));
    assert.ok(!write(0x20n));
    program.cpu.writeMsr(0xc001_0015, 1n);
    assert.ok(!write(EXIT), 'firmware has locked it');
  }
});

test('SMM_KEY takes the lock off if it is known', () => {
  const [HWCR, SMM_KEY] = [0xc001_0015, 0xc001_0119];
  for (const [set, tried, locked] of [
    [7n, 7n, 0n],
    [7n, 8n, 1n],
    [0n, 0n, 1n],
  ] as const) {
    const { cpu } = new Program();
    assert.ok(cpu.writeMsr(SMM_KEY, set));
    assert.equal(cpu.readMsr(SMM_KEY), 0n);
    assert.ok(cpu.writeMsr(HWCR, 1n));
    assert.ok(cpu.writeMsr(HWCR, 0n), 'without effect');
    assert.ok(cpu.writeMsr(SMM_KEY, tried));
    assert.equal((cpu.readMsr(HWCR) ?? 0n) & 1n, locked);
  }
});

test('protected SMRAM is there in system management mode only', () => {
  const [SMM_ADDR, SMM_MASK] = [0xc001_0112, 0xc001_0113];
  const [ASEG, TSEG, TSEG_END] = [0xa_0000, 0x6_0000, 0x7_fffc];
  // mov eax, [address]; mov ecx, [address + 20000h]
  const read = (at: number): string => `8b0425${hex(at)} 8b0c25${hex(at + 0x2_0000)}`;
  const OPEN = [0x1111_1111n, 0x2222_2222n];
  for (const [address, mask, value] of [
    [ASEG, 0n, OPEN],
    [ASEG, 1n, [0xffff_ffffn, 0x2222_2222n]],
    [ASEG, 2n | 0xffff_fffe_0000n, OPEN],
    [TSEG, 2n | 0xffff_fffe_0000n, [0xffff_ffffn, 0x2222_2222n]],
    [TSEG_END, 2n | 0xffff_fffe_0000n, [0xffff_ffffn, 0x2222_2222n]],
    [TSEG, 1n | 0xffff_fffe_0000n, OPEN],
  ] as const) {
    const program = new Program();
    Object.assign(program.cpu.bus, { mmioRead: () => 0xffff_ffff });
    program.cpu.writePhysical(address, Buffer.alloc(4, 0x11));
    program.cpu.writePhysical(address + 0x2_0000, Buffer.alloc(4, 0x22));
    program.run(read(address));
    program.cpu.writeMsr(SMM_ADDR, BigInt(TSEG) | 0xfff0_0000_0001_ffffn);
    program.cpu.writeMsr(SMM_MASK, mask);
    assert.equal(program.cpu.readMsr(SMM_ADDR), BigInt(TSEG), 'only bits 51:17 are there');
    const seen = (): bigint[] => {
      program.run(read(address), { rax: 0n, rcx: 0n });
      return [program.register(0), program.register(1)];
    };
    assert.deepEqual(seen(), value, `${address.toString(16)} with mask ${mask.toString(16)}`);
    program.cpu.writeMsr(0xc001_0116, 2n);
    assert.deepEqual(seen(), OPEN);
    program.cpu.writeMsr(0xc001_0116, 8n);
    assert.deepEqual(seen(), value);
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
