import assert from 'node:assert/strict';
import test from 'node:test';
import { modeFields } from '../fuzz/guestModes.js';
import { PAGE, PLACE } from '../fuzz/place.js';
import { CODE, play, taken } from '../tests/play.js';

const { vmload, vmsave, vmmcall, nop } = CODE;
const SHORT_ADDRESS = '67';
const KERNEL_GS_BASE_AT = 0x620;
const RIGHTS = 7;
const TABLES = 0xa_0000;
const [GP, UD] = [13, 6];

test('an address-size prefix makes the operand of VMLOAD 32 bits in 64-bit code, and 16 in 32-bit code', () => {
  for (const [mode, address] of [
    ['long', 0x8_8000],
    ['compat', 0x8000],
    ['pae', 0x8000],
    ['paged', 0x8000],
  ] as const) {
    const rax = mode === 'long' ? 0x1_0000_0000 + address : 0xabc_0000 + address;
    const [bare] = play({
      fields: { ...modeFields(mode, 0), rax },
      l2: `${SHORT_ADDRESS} ${vmload} ${vmmcall}`,
      prepare: (twin) => twin.write64(address + KERNEL_GS_BASE_AT, 0x1234_5678n),
    });
    assert.equal(bare.get('KERNEL_GS_BASE'), 0x1234_5678n, mode);
    assert.equal(bare.field('exitCode'), 0x81n, mode);
  }
});

test('code that runs into the hole between canonical addresses is at no SVM instruction', () => {
  const TOP = 0x7fff_ffff_f000n;
  for (const [last, instruction] of [
    [nop, nop],
    [vmsave, vmsave],
  ]) {
    const size = instruction.length / 2;
    const [bare] = play(
      {
        // MOV RAX, the last bytes; JMP RAX.
        l1: `48b8${littleHex(TOP + BigInt(PAGE - size))} ffe0`,
        prepare: (twin) => {
          twin.set('EFER', 0xd01n);
          twin.write64(PLACE.tables + 8 * 255, TABLES + RIGHTS);
          for (let n = 0; n < 3; n++)
            twin.write64(TABLES + n * PAGE + 8 * 511, TABLES + (n + 1) * PAGE + RIGHTS);
          twin.write(TABLES + 4 * PAGE - size, last);
        },
      },
      40,
    );
    assert.ok(taken(bare, GP) > 0);
    assert.equal(taken(bare, UD), instruction === vmsave ? 1 : 0);
  }
});

function littleHex(value: bigint): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes.toString('hex');
}
