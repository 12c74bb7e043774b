import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE, differences, twins, type Twin } from '../tests/bothMachines.js';

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

test('an SMI that interrupts L2 shows L1 as its host', () => {
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

test('an intercepted SMI is an exit, and waits', () => {
  const [bare, nested] = interrupted(VMRUN, { interceptMisc1: INTERCEPT_SMI });
  assert.equal(bare.field('exitCode'), 0x62n);
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
