import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { twins } from '../../tests/twins.js';
import { Program, type Start } from '../../tests/program.js';

const [UD, GP, PF] = [6, 13, 14];
const DATA = 0x2_0040;
const RAX = BigInt(DATA);
const [MONITOR, MWAIT, MONITORX, MWAITX] = ['0f01c8', '0f01c9', '0f01fa', '0f01fb'];
const WAIT = `${MONITOR} ${MWAIT}`;
const WAITX = `${MONITORX} ${MWAITX}`;
/** mov [rdi], al */
const STORE = '8807';
/** HWCR: the instructions are off, and programs may use them. */
const [OFF, USER] = [0x200n, 0x400n];

const waits = (program: Program): boolean => program.get8('HALTED') === 1;
/** Go on, to the end of the code. */
function resume(program: Program): void {
  program.cpu.beginSlice(1000, 1000);
  program.fault('runOn');
}

test('MWAIT waits for a write to the line, and for nothing beside it', () => {
  const program = new Program();
  program.run(WAIT, { rax: RAX + 5n });
  assert.ok(waits(program));
  for (const at of [DATA - 1, DATA + 64]) {
    program.cpu.writePhysical(at, Buffer.from([1]));
    resume(program);
    assert.ok(waits(program), at.toString(16));
  }
  program.cpu.writePhysical(DATA + 63, Buffer.from([1]));
  resume(program);
  assert.ok(!waits(program));
});

test('MWAIT falls through without MONITOR, and after a write in between', () => {
  const program = new Program();
  program.run(MWAIT);
  assert.ok(!waits(program));
  program.run(MONITOR, { rax: RAX });
  program.cpu.writePhysical(DATA, Buffer.from([1]));
  assert.equal(program.get8('MONITOR_ARMED'), 0);
  program.run(MWAIT);
  assert.ok(!waits(program));
  program.run(`${MONITOR} ${STORE} ${MWAIT}`, { rax: RAX, rdi: RAX });
  assert.ok(waits(program), 'its own store does not count');
});

test('the store of another processor wakes, through whatever translation it had', () => {
  const program = new Program();
  const { cpu } = program;
  program.call('setVcpus', 2);
  cpu.select(1);
  program.set32('VCPU', 1);
  program.beModel('max');
  program.reset();
  program.set8('WAIT_SIPI', 0);
  // As Program.run, but for what it forgets: here the translations stay.
  const go = (vcpu: number, code: string, register: number, value: bigint): void => {
    cpu.select(vcpu);
    program.set64('REGS', value, register);
    program.set64('RIP', 0x1_0000n);
    program.set32('CURP', 0);
    program.set32('DELIVER_KIND', 0);
    program.set8('HALTED', 0);
    cpu.writePhysical(0x1_0000, Buffer.from(`${code}f4`.replaceAll(' ', ''), 'hex'));
    cpu.beginSlice(1000, 1000);
    cpu.resume();
  };
  program.run('90');
  cpu.select(0);
  program.run('90');
  go(1, STORE, 7, RAX + 64n);
  go(0, WAIT, 0, RAX);
  assert.equal(program.cpu.rip, 0x1_0006n, 'it waits');
  go(1, STORE, 7, RAX + 64n);
  assert.equal(program.get8('MONITOR_ARMED', 0), 1, 'the next line');
  go(1, STORE, 7, RAX);
  assert.equal(program.get8('MONITOR_ARMED', 0), 0);
  cpu.select(0);
  cpu.resume();
  assert.equal(program.cpu.rip, 0x1_0007n, 'it has gone on');
});

test('a masked interrupt ends the wait only when MWAIT asks for it', () => {
  for (const [rcx, ends] of [
    [0n, false],
    [1n, true],
  ] as const) {
    const program = new Program();
    program.run(`31c9 ${MONITOR} 89d1 ${MWAIT}`, { rax: RAX, rdx: rcx });
    assert.ok(waits(program));
    program.set8('APIC_INTR', 1);
    program.call('noticeEvents');
    resume(program);
    assert.equal(waits(program), !ends);
  }
});

test('MWAITX sets itself a limit', () => {
  const program = new Program();
  program.run(`31c9 ${MONITORX} b902000000 ${MWAITX}`, { rax: RAX, rbx: 500n, cpl: 3 });
  assert.ok(waits(program));
  const due = program.call('apicDeadline', 0);
  assert.equal(due, 503n, 'from the fourth instruction on');
  program.call('apicTimerDue', due - 1n);
  assert.equal(program.get8('MONITOR_ARMED'), 1);
  program.call('apicTimerDue', due);
  resume(program);
  assert.ok(!waits(program));
});

const CASES: readonly (readonly [what: string, cpu: string, code: string, start: Start, vector?: number])[] = [
  ['MONITOR that CPUID lacks', 'max,-monitor', MONITOR, { rax: RAX }, UD],
  ['MWAIT that CPUID lacks', 'max,-monitor', MWAIT, {}, UD],
  ['MONITOR in a program', 'max', MONITOR, { rax: RAX, cpl: 3 }, UD],
  ['MONITOR in a program that may', 'max', MONITOR, { rax: RAX, cpl: 3, state: { HWCR: USER } }],
  ['MONITOR switched off', 'max', MONITOR, { rax: RAX, state: { HWCR: OFF } }, UD],
  ['MONITOR with extensions', 'max', MONITOR, { rax: RAX, rcx: 1n }, GP],
  ['MONITOR of an absent page', 'max', MONITOR, { rax: 0x100_0000n }, PF],
  ['MWAIT with an unknown extension', 'max', MWAIT, { rcx: 2n }, GP],
  ['MONITORX that CPUID lacks', 'max,-mwaitx', MONITORX, { rax: RAX }, UD],
  ['MWAITX that CPUID lacks', 'max,-mwaitx', MWAITX, {}, UD],
  ['MONITORX in a program', 'max', MONITORX, { rax: RAX, cpl: 3 }],
  ['MWAITX with an unknown extension', 'max', MWAITX, { rcx: 4n }, GP],
];
test('when they are refused', () => {
  for (const [what, cpu, code, start, vector] of CASES)
    assert.equal(new Program(cpu).run(code, start), vector, what);
});

const [I_MONITOR, I_MWAIT, I_ARMED] = [1n << 10n, 1n << 11n, 1n << 12n];
const LEAVES: readonly (readonly [what: string, code: string, intercepts: bigint, exit: number, rip: number])[] = [
  ['MONITOR', MONITOR, I_MONITOR, 0x8a, 0x1_1000],
  ['MONITORX', MONITORX, I_MONITOR, 0x8a, 0x1_1000],
  ['MWAIT', MWAIT, I_MWAIT, 0x8b, 0x1_1000],
  ['MWAIT that is not armed', `${MWAIT} 0f01d9`, I_ARMED, 0x81, 0x1_1003],
  ['armed MWAIT', WAIT, I_MWAIT | I_ARMED, 0x8c, 0x1_1003],
  ['armed MWAITX', WAITX, I_ARMED, 0x8c, 0x1_1003],
  ['VMRUN disarms', `${MWAIT} 0f01d9`, I_ARMED, 0x81, 0x1_1003],
];
for (const [what, code, intercepts, exit, rip] of LEAVES)
  test(`${what} under a hypervisor, on both machines`, () => {
    const [bare, nested] = twins();
    for (const twin of [bare, nested]) {
      twin.vmcb12({ rax: DATA });
      twin.put({ interceptMisc2: 3n | intercepts });
      // L1 arms its own monitor: mov ebx, eax; mov eax, DATA; monitor; mov eax, ebx; VMRUN; HLT.
      twin.write(0x1_0000, `89c3 b840000200 31c9 ${MONITOR} 89d8 0f01d8 f4`);
      twin.write(0x1_1000, code);
      twin.run(100);
      assert.deepEqual([twin.field('exitCode'), twin.field('rip')], [BigInt(exit), BigInt(rip)]);
    }
    assert.deepEqual(differences(bare, nested), []);
  });
