import assert from 'node:assert/strict';
import test from 'node:test';
import { LEGACY, LegacyProgram } from '../../tests/legacyProgram.js';

const DIRECTORY = 0x2_0000;
const LARGE_PAGE = 0x87;
/** Below is nothing. */
const EDGE = 0x80_0000;
const [GATE, CONFORMING] = LEGACY.spare;
/** MOV ESP, EDGE + 8. */
const AT_EDGE = 'bc08008000';
const far = (selector: number): string => `9a00000300${selector.toString(16).padStart(2, '0')}00`;

const CASES: readonly (readonly [what: string, code: string, level0: number])[] = [
  ['an interrupt to an inner stack', 'cd80', EDGE + 8],
  ['a far call', `${AT_EDGE} ${far(LEGACY.userCode)}`.replace('08008000', '04008000'), 0x9000],
  ['a call gate to an inner stack', far(GATE | 3), EDGE + 8],
  ['an interrupt without a change of level', `${AT_EDGE} cd81`, EDGE + 8],
  ['PUSHA', `${AT_EDGE} 60`, 0x9000],
];

test('what is pushed onto two pages is pushed onto none when the second cannot be written', async (t) => {
  for (const [what, code, level0] of CASES)
    await t.test(what, () => {
      const program = new LegacyProgram();
      program.cpu.writePhysical(
        DIRECTORY,
        new Uint8Array(Uint32Array.of(LARGE_PAGE, 0, EDGE | LARGE_PAGE).buffer),
      );
      program.poke(EDGE, '5a'.repeat(32));
      program.tss.writeUInt32LE(level0, 4);
      program.describe(CONFORMING, { limit: 0xf_ffff, flags: 0xc, access: 0xff });
      program.gate(0x81, { selector: CONFORMING });
      // A call gate of 32 bits with two parameters, to 0x30000 of the code segment.
      program.describe(GATE, { limit: 0, access: 0xec, base: LEGACY.code });
      const state = { CR0: 0x8000_0031n, CR3: BigInt(DIRECTORY), CR4: 0x610n };
      program.run(code, { cpl: 3, state });
      assert.equal(program.get64('CR2') >> 12n, BigInt(EDGE - 1) >> 12n);
      assert.equal(Buffer.from(program.cpu.readPhysical(EDGE, 32)).toString('hex'), '5a'.repeat(32));
    });
});
