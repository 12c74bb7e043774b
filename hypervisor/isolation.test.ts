import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../fuzz/differences.js';
import { PLACE } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';
import { twins } from '../tests/twins.js';

/** The L0's own memory. L1 and L2 see its GiB at the last of their eight large pages, and look at the second page of it. */
const PRIVATE = 0x3_c000_0000;
const LARGE_PAGE = 0x87;
const LAST_ENTRY = 0x2000 + 8 * 7;
/** Pages that the L0 itself does not write to once it runs: the rest of NPT01's root, and MSRPM01. */
const STILL = { from: PRIVATE + 0x400, bytes: 0x2c00 };

/** MOV RDX, a bit pattern; write it to the window; read the window into RBX; VMMCALL, which is a way out for L2 only. */
const TOUCH = '48c7c255555555 48891425 0010e000 488b1c25 0010e000';
const VMMCALL = '0f01d9';
const RBX = 3;
const ONES = 0xffff_ffff_ffff_ffffn;

function privateBytes(twin: Twin): string {
  return Buffer.from(twin.cpu.readPhysical(STILL.from, STILL.bytes)).toString('hex');
}

test('L1 finds nothing where the L0 lives', () => {
  const [bare, nested] = twins();
  for (const twin of [bare, nested]) {
    twin.write64(PLACE.tables + LAST_ENTRY, PRIVATE + LARGE_PAGE);
    twin.write(PLACE.l1Code, `${TOUCH} f4`);
  }
  nested.run(1);
  const before = privateBytes(nested);
  nested.run(1000);
  bare.run(1);
  bare.run(1000);
  assert.equal(nested.get('REGS', RBX), ONES);
  // The window of this test shows what the processor has there; on the bare machine that is nothing either.
  assert.equal(bare.get('REGS', RBX), ONES);
  assert.equal(privateBytes(nested), before);
  assert.deepEqual(differences(bare, nested), []);
});

test('L2 finds nothing where the L0 lives, with and without nested paging', () => {
  for (const miscCtl of [0, 1]) {
    const [bare, nested] = twins();
    for (const twin of [bare, nested]) {
      const tables = miscCtl ? PLACE.npt12 : PLACE.tables;
      twin.write64(tables + LAST_ENTRY, PRIVATE + LARGE_PAGE);
      twin.write(PLACE.l1Code, '0f01d8 f4');
      twin.write(PLACE.l2Code, TOUCH + VMMCALL);
      twin.vmcb12({ miscCtl });
    }
    nested.run(1);
    const before = privateBytes(nested);
    nested.run(1000);
    bare.run(1);
    bare.run(1000);
    assert.equal(privateBytes(nested), before);
    assert.equal(nested.field('exitCode'), 0x81n);
    assert.equal(nested.get('REGS', RBX), ONES);
    assert.deepEqual(differences(bare, nested), []);
  }
});

test('no VMCB, permission map or VMSAVE reaches the memory of the L0', () => {
  // MOV RAX, PRIVATE, then VMSAVE, VMRUN or VMLOAD.
  const withPrivate = '48b8000000c003000000';
  for (const instruction of ['0f01db', '0f01d8', '0f01da']) {
    const [bare, nested] = twins();
    for (const twin of [bare, nested]) twin.write(PLACE.l1Code, `${withPrivate} ${instruction} f4`);
    nested.run(1);
    const before = privateBytes(nested);
    nested.run(1000);
    bare.run(1);
    bare.run(1000);
    assert.deepEqual(differences(bare, nested), [], instruction);
    assert.equal(privateBytes(nested), before, instruction);
  }
});
