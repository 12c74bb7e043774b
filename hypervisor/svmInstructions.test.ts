import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';
import { CODE, play } from '../tests/play.js';

const { vmload, vmsave, hlt } = CODE;
const KERNEL_GS_BASE_AT = 0x620;
const CS = 16;
const NOWHERE = 0x8000_0000;
const [LARGE, RIGHTS] = [0x80, 7];
const STUB_BYTES = 32;

/** L1 in 32-bit code with legacy PAE paging, where the processor does no VMLOAD and VMSAVE for a guest. */
function inPae(twin: Twin): void {
  twin.set('CR3', PLACE.pae);
  twin.set('EFER', 0x1001);
  twin.cpu.u32[(twin.cpu.state('SEGS') + CS) >> 2] = 8 | (0xc9b << 16);
  twin.cpu.wasm.loadOwnPdptes();
  twin.cpu.wasm.updateCodeMode();
}

test('VMLOAD and VMSAVE of an L1 outside long mode', () => {
  const [bare] = play({
    // VMLOAD; MOV EAX, the next page; VMSAVE.
    l1: `${vmload} b800900200 ${vmsave} ${hlt}`,
    prepare: (twin) => {
      inPae(twin);
      twin.set('REGS', PLACE.data);
      twin.write64(PLACE.data + KERNEL_GS_BASE_AT, 0x1234_5678n);
    },
  });
  assert.equal(bare.get('KERNEL_GS_BASE'), 0x1234_5678n);
  assert.equal(bare.read64(PLACE.data + 0x1000 + KERNEL_GS_BASE_AT), 0x1234_5678n);
});

test('INT n of L1 onto a stack that the L0 has not mapped yet', () => {
  const VECTOR = 0x51;
  const stub = PLACE.stubs + STUB_BYTES * VECTOR;
  const [bare] = play({
    // MOV ESP, where no memory is; INT n.
    l1: `bc0001e000 cd51`,
    prepare: (twin) => {
      twin.write64(PLACE.tables + 0x2000 + 8 * 7, NOWHERE + LARGE + RIGHTS);
      twin.write(stub, hlt);
    },
  });
  assert.equal(bare.get('RIP'), BigInt(stub + 1));
});
