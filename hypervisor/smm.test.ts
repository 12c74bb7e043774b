import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../fuzz/differences.js';
import { PLACE } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';
import { twins } from '../tests/twins.js';

/** The save map, and fields of it. */
const MAP = 0x3_fe00;
const [EFER, GUEST, VMCB, HOST_EFER, PAT, NCR3, HOST_CR0] = [0xd0, 0xd8, 0xe0, 0x128, 0x120, 0x138, 0x140];
const VMRUN = '0f01d8';
const NOPS = '90'.repeat(8);
const INTERCEPT_SMI = 4;

/** Both machines, with an SMI that comes while L1 runs NOPs of its own or of L2, and is over. */
function interrupted(
  l1: string,
  fields: Parameters<Twin['vmcb12']>[0] = {},
): readonly [bare: Twin, nested: Twin] {
  const both = twins();
  for (const twin of both) {
    twin.vmcb12(fields);
    twin.write(PLACE.l1Code, `${l1} ${NOPS} f4`);
    twin.write(PLACE.l2Code, `${NOPS} 0f01d9`);
    const at = (place: number): boolean =>
      twin.get('RIP') >= BigInt(place) && twin.get('RIP') < BigInt(place + 0x100);
    while (
      l1 === VMRUN
        ? !at(PLACE.l2Code)
        : twin.get('RIP') < BigInt(PLACE.l1Code + l1.replace(/ /g, '').length / 2)
    )
      twin.run(1);
    twin.cpu.u8[twin.cpu.state('PENDING_SMI')] = 1;
    for (let n = 0; n < 6; n++) twin.run(1);
  }
  return both;
}
const saved = (twin: Twin, field: number): bigint => twin.read64(MAP + field);

test('an SMI that interrupts L1 shows no guest, and EFER as L1 has it', () => {
  for (const [l1, efer] of [
    ['90', 0x1d01n],
    ['b9800000c0 b8010d0000 31d2 0f30', 0xd01n],
  ] as const) {
    const [bare, nested] = interrupted(l1);
    assert.deepEqual([saved(bare, EFER), saved(bare, GUEST), saved(bare, VMCB)], [efer, 0n, 0n]);
    assert.deepEqual(differences(bare, nested), []);
  }
});

test('N-B0 N-B4: an SMI that interrupts L2 shows L1 as its host', () => {
  for (const miscCtl of [0, 1]) {
    const [bare, nested] = interrupted(VMRUN, { miscCtl });
    assert.deepEqual([saved(bare, GUEST), saved(bare, VMCB)], [1n, BigInt(PLACE.vmcb12)]);
    assert.deepEqual([saved(bare, HOST_EFER), saved(bare, HOST_CR0)], [0x1d01n, 0x8001_0033n]);
    assert.equal(saved(bare, NCR3), BigInt(miscCtl * PLACE.npt12));
    assert.equal(saved(bare, PAT), miscCtl ? 0x0007_0406_0007_0406n : 0n);
    assert.ok(bare.inL2, 'RSM goes back to L2');
    assert.deepEqual(differences(bare, nested), []);
  }
});

test('N-63 N-B5: an intercepted SMI is an exit, and waits', () => {
  const [bare, nested] = interrupted(VMRUN, { interceptMisc1: INTERCEPT_SMI });
  assert.equal(bare.field('exitCode'), 0x62n);
  assert.equal(bare.field('exitInfo1'), 1n, 'from outside');
  assert.equal(bare.cpu.u8[bare.cpu.state('PENDING_SMI')], 1);
  assert.deepEqual(differences(bare, nested), []);
});

test('the PAT register that a handler finds and changes is that of L1', () => {
  const both = twins();
  for (const twin of both) {
    // mov ecx, 277h; rdmsr; inc al; wrmsr; rsm
    twin.write(PLACE.smmHandler, '66b977020000 0f32 fec8 fec0 b004 0f30 0faa');
    twin.write(PLACE.l1Code, `90 90 b977020000 0f32 f4`);
    twin.run(1);
    twin.cpu.u8[twin.cpu.state('PENDING_SMI')] = 1;
    twin.run(100_000);
  }
  const [bare, nested] = both;
  assert.equal(bare.get('REGS') & 0xffn, 4n);
  assert.deepEqual(differences(bare, nested), []);
});

test('a handler may change EFER.SVME of L1', () => {
  const UD = 6;
  for (const [first, code, taken] of [
    [0x1d01, '90 90 0f01d9 0f01dc 0f01d8 f4', 1n],
    [0xd01, '90 90 0f01dc 0f01d8 f4', 2n],
  ] as const) {
    const both = twins();
    for (const twin of both) {
      twin.vmcb12();
      twin.write(PLACE.l2Code, '0f01d9');
      twin.write(PLACE.l1Code, code);
      twin.write(PLACE.smmHandler, '90 0faa');
      twin.run(1);
      twin.cpu.u8[twin.cpu.state('PENDING_SMI')] = 1;
      twin.run(1);
      twin.write64(MAP + EFER, first);
      for (let n = 0; n < 3; n++) twin.run(1);
    }
    const [bare, nested] = both;
    assert.deepEqual(differences(bare, nested), []);
    for (let n = 0; n < 60; n++) {
      for (const twin of both) twin.run(1);
      assert.deepEqual(differences(bare, nested), [], `${n} instructions later`);
    }
    assert.equal(bare.read64(PLACE.counts + 8 * UD), taken);
  }
});

test('a handler may turn SVM on for an L1 that has it off', () => {
  const both = twins();
  for (const twin of both) {
    twin.vmcb12();
    twin.write(PLACE.l2Code, '0f01d9');
    // wrmsr EFER without SVME; nop; nop; then rAX again and VMRUN.
    twin.write(PLACE.l1Code, `b9800000c0 b8010d0000 31d2 0f30 90 90 ${VMCB_TO_RAX} ${VMRUN} f4`);
    twin.write(PLACE.smmHandler, '90 0faa');
    twin.run(5);
    twin.cpu.u8[twin.cpu.state('PENDING_SMI')] = 1;
    twin.run(1);
    assert.equal(saved(twin, EFER), 0xd01n);
    twin.write64(MAP + EFER, 0x1d01);
  }
  const [bare, nested] = both;
  for (let n = 0; n < 20; n++) {
    for (const twin of both) twin.run(1);
    assert.deepEqual(differences(bare, nested), [], `${n} instructions later`);
  }
  assert.equal(bare.field('exitCode'), 0x81n);
});

test('a handler may change the PAT register of L1 while an L2 with its own runs', () => {
  const both = twins();
  for (const twin of both) {
    twin.vmcb12({ miscCtl: 1 });
    // mov ecx, 277h; rdmsr; dec al; wrmsr; rsm: type 6 becomes 5.
    twin.write(PLACE.smmHandler, '66b977020000 0f32 fec8 0f30 0faa');
    twin.write(PLACE.l1Code, `${VMRUN} b977020000 0f32 f4`);
    twin.write(PLACE.l2Code, '90 90 b977020000 0f32 0f01d9');
    while (twin.get('RIP') !== BigInt(PLACE.l2Code + 1)) twin.run(1);
    twin.cpu.u8[twin.cpu.state('PENDING_SMI')] = 1;
  }
  const [bare, nested] = both;
  for (let n = 0; n < 20; n++) {
    for (const twin of both) twin.run(1);
    assert.deepEqual(differences(bare, nested), [], `${n} instructions later`);
  }
  assert.equal(bare.field('rax'), 0x7_0406n, "L2's is what it was");
  assert.equal(bare.get('REGS'), 0x7_0405n, "L1's is what the handler has left");
});

/** mov ecx, SMM_CTL; mov eax, value; xor edx, edx; wrmsr */
const smmCtl = (value: string): string => `b9160101c0 b8${value}000000 31d2 0f30`;
const VMCB_TO_RAX = '4889f0';

test('N-B5: a hypervisor runs the SMI handler as its guest, with SMM_CTL', () => {
  const both = twins();
  for (const twin of both) {
    twin.vmcb12({ interceptMisc1: INTERCEPT_SMI | (1 << 19) });
    // The guest is interrupted; its hypervisor enters system management mode and runs it again; it does RSM; then the mode is left.
    twin.write(PLACE.l1Code, `${VMRUN} ${smmCtl('07')} ${VMCB_TO_RAX} ${VMRUN} ${smmCtl('18')} f4`);
    twin.write(PLACE.l2Code, '90 90 0faa');
    while (twin.get('RIP') !== BigInt(PLACE.l2Code + 1)) twin.run(1);
    twin.cpu.u8[twin.cpu.state('PENDING_SMI')] = 1;
    twin.cpu.u8[twin.cpu.state('NMI_BLOCKED')] = 0;
    twin.run(2);
  }
  const [bare, nested] = both;
  for (let n = 0; n < 20; n++) {
    assert.deepEqual(differences(bare, nested), [], `${n} instructions later`);
    bare.run(1);
    nested.run(1);
  }
  assert.equal(bare.field('exitCode'), 0x73n);
  const flags = ['IN_SMM', 'NMI_BLOCKED', 'PENDING_SMI', 'HALTED'];
  assert.deepEqual(
    flags.map((name) => bare.cpu.u8[bare.cpu.state(name)]),
    [0, 0, 0, 1],
  );
});

test('RSM outside system management mode is #UD in L1 and in L2, unless it is intercepted', () => {
  const UD = 6;
  for (const [l1, fields, taken, exit] of [
    ['0faa f4', {}, 1n, undefined],
    [`${VMRUN} f4`, {}, 1n, 0x81n],
    [`${VMRUN} f4`, { interceptMisc1: 1 << 19 }, 0n, 0x73n],
  ] as const) {
    const both = twins();
    for (const twin of both) {
      twin.vmcb12(fields);
      twin.write(PLACE.l1Code, l1);
      twin.write(PLACE.l2Code, '0faa 0f01d9');
      twin.run(10_000);
    }
    const [bare, nested] = both;
    assert.equal(bare.read64(PLACE.counts + 8 * UD), taken);
    if (exit !== undefined) assert.equal(bare.field('exitCode'), exit);
    assert.deepEqual(differences(bare, nested), []);
  }
});

test('firmware that has locked system management mode is not intercepted', () => {
  const both = twins();
  for (const twin of both) {
    twin.vmcb12({ interceptMisc1: INTERCEPT_SMI });
    twin.set('HWCR', 1);
    twin.write(PLACE.l1Code, `${VMRUN} f4`);
    twin.write(PLACE.l2Code, `${NOPS} 0f01d9`);
    while (twin.get('RIP') < BigInt(PLACE.l2Code)) twin.run(1);
    twin.cpu.u8[twin.cpu.state('PENDING_SMI')] = 1;
    twin.run(10_000);
  }
  const [bare, nested] = both;
  assert.equal(bare.field('exitCode'), 0x81n);
  assert.equal(saved(bare, GUEST), 1n);
  assert.deepEqual(differences(bare, nested), []);
});

test('N-B0: an SMI handler takes its time', () => {
  for (const l1 of ['90', VMRUN]) {
    const both = twins();
    for (const twin of both) {
      twin.vmcb12();
      twin.write(PLACE.l1Code, `${l1} ${NOPS} f4`);
      twin.write(PLACE.l2Code, `${NOPS} 0f01d9`);
      twin.write(PLACE.smmHandler, '90 90 90 0faa');
      twin.run(2);
      twin.cpu.u8[twin.cpu.state('PENDING_SMI')] = 1;
    }
    const [bare, nested] = both;
    for (let n = 0; n < 24; n++) {
      for (const twin of both) twin.run(1);
      assert.deepEqual(differences(bare, nested), [], `${n} instructions later`);
    }
    assert.equal(bare.cpu.u8[bare.cpu.state('HALTED')], 1);
  }
});

test('N-B2: RSM goes back to a guest in paged real mode', () => {
  const both = twins();
  for (const twin of both) {
    twin.vmcb12({
      cr0: 0x8001_0032,
      cr3: PLACE.narrow,
      cr4: 0x10,
      efer: 0x1000,
      csSelector: PLACE.l2Code >> 4,
      csBase: PLACE.l2Code,
      csAttrib: 0x9b,
      csLimit: 0xffff,
      rip: 0,
    });
    twin.write(PLACE.l1Code, `${VMRUN} f4`);
    twin.write(PLACE.l2Code, `${NOPS} 0f01d9`);
    while (twin.get('RIP') >= BigInt(PLACE.l1Code)) twin.run(1);
    twin.cpu.u8[twin.cpu.state('PENDING_SMI')] = 1;
    twin.run(10_000);
  }
  const [bare, nested] = both;
  assert.equal(saved(bare, GUEST), 1n);
  assert.equal(bare.field('exitCode'), 0x81n);
  assert.deepEqual(differences(bare, nested), []);
});
