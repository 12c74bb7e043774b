import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../fuzz/differences.js';
import { PLACE } from '../fuzz/place.js';
import { twins } from '../tests/twins.js';

/** DR7: breakpoint 0 on any access to two bytes. */
const DR7 = 0x7_0401;
const DEBUG_COUNT = PLACE.counts + 8;
const STACK_SELECTOR = 0x10n;

function little(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes.toString('hex');
}
/** DR0 at what RDI points to and DR7, ECX = EFER, then MOV SS from there: its trap waits for the instruction after it. */
const MOV_SS = `0f23c7 b8${little(DR7)} 0f23f8 b9800000c0 8e17`;

/** What follows MOV SS, and how many traps there are. */
const AFTER = {
  NOP: '90',
  RDMSR: '0f32',
  STGI: '0f01dc',
  'a page not touched before': '488b042500800600',
} as const;

for (const [what, code] of Object.entries(AFTER))
  for (const miscCtl of [-1, 0, 1])
    test(`the trap that MOV SS puts off comes after ${what}, ${miscCtl < 0 ? 'L1' : `L2 with nested paging ${miscCtl}`}`, () => {
      const [bare, nested] = twins();
      for (const twin of [bare, nested]) {
        twin.write64(PLACE.data, STACK_SELECTOR);
        // STGI of L2 is not intercepted here.
        twin.vmcb12({ miscCtl: Math.max(miscCtl, 0) });
        const program = `${MOV_SS} ${code}`;
        twin.write(PLACE.l1Code, miscCtl < 0 ? `${program} f4` : '0f01d8 f4');
        twin.write(PLACE.l2Code, `${program} 0f01d9`);
        twin.run(100_000);
      }
      assert.equal(bare.read64(DEBUG_COUNT), 1n);
      assert.equal(bare.get('DR', 6) & 0xfn, 1n);
      assert.deepEqual(differences(bare, nested), []);
    });
