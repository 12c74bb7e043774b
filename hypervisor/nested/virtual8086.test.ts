import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { modeFields } from '../../fuzz/guestModes.js';
import { PLACE } from '../../fuzz/place.js';
import { prepareTwin } from '../../fuzz/prepare.js';
import { twins } from '../../tests/twins.js';

const VM = 0x2_0000n;

test('VMRUN knows no virtual-8086 mode without protected mode, nor does the guest come to it by LMSW', () => {
  const pair = twins();
  for (const twin of pair) {
    prepareTwin(twin);
    twin.vmcb12({ ...modeFields('vm86', 0), cr0: 0x10, miscCtl: 1 });
    twin.write(PLACE.l1Code, '0f01d8 f4');
    // MOV BX, 1; LMSW BX; INT3, whose handler runs at the level of before.
    twin.write(PLACE.l2Code, 'bb0100 0f01f3 cc');
    twin.run(2);
    assert.equal(twin.cpu.wasm.getFlags() & VM, 0n);
    twin.run(3);
    assert.equal(twin.cpu.u8[twin.cpu.state('CPL')], 0);
  }
  assert.deepEqual(differences(...pair), []);
});
