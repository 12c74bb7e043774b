import assert from 'node:assert/strict';
import test from 'node:test';
import { LEGACY, LegacyProgram, type LegacyStart } from '../../tests/legacyProgram.js';
import { Program } from '../../tests/program.js';

const [BR, UD, GP, STOP] = [5, 6, 13, 0x80];
/** INT 80h: the program is through. */
const DONE = 'cd80';

test('moves of control and debug registers name a register whatever mod says', async (t) => {
  for (const mod of ['05', '45', '85', 'c5'])
    await t.test(`mod ${mod}`, () => {
      const program = new Program();
      // mov rbp, cr0; mov rbp, dr7: no displacement follows.
      assert.equal(program.run(`0f20${mod}`), undefined);
      assert.equal(program.register(5), program.get64('CR0'));
      assert.equal(program.run(`0f213d`.replace('3d', (Number(`0x${mod}`) | 0x38).toString(16))), undefined);
      assert.equal(program.register(5), 0x400n);
    });
});

test('LOCK with CR0 means CR8', () => {
  const program = new Program();
  // lock mov cr0, rax; mov rcx, cr8
  assert.equal(program.run('f00f22c0 440f20c1', { rax: 5n }), undefined);
  assert.equal(program.register(1), 5n);
  assert.equal(program.run('f00f20c0', { rax: 0n }), undefined);
  assert.equal(program.rax, 5n);
  for (const code of ['f00f20d8', 'f0440f20c0', 'f00f21f8']) assert.equal(program.run(code), UD, code);
  assert.equal(new Program('max,-cr8legacy').run('f00f20c0'), UD);
});

/** ES ends at 100h: what reads or writes the first and the last byte of an operand that ends there. */
const OPERANDS: readonly (readonly [what: string, code: string, bytes: number, vector?: number])[] = [
  ['mov eax, es:[x]', '26a1', 4],
  ['lds eax, es:[x]', '26c505', 6],
  ['bound eax, es:[x]', '266205', 8, BR],
  ['jmp far es:[x]', '26ff2d', 6],
  ['fnstenv es:[x]', '26d935', 28],
  ['fnstenv es:[x], 16 bits', '2666d935', 14],
  ['fnsave es:[x]', '26dd35', 108],
  ['fxsave es:[x]', '260fae05', 512],
  ['sgdt es:[x]', '260f0105', 6],
];
test('every byte of an operand lies in its segment', async (t) => {
  const end = 0x400;
  const address = (at: number): string => Buffer.from(Uint32Array.of(at).buffer).toString('hex');
  for (const [what, code, bytes, vector = STOP] of OPERANDS)
    await t.test(what, () => {
      const at = (offset: number): number => {
        const program = new LegacyProgram();
        program.describe(LEGACY.spare[0], { base: 0x2_0000, limit: end - 1, access: 0x93 });
        // A pointer to the handler of INT 80h ends the segment.
        program.poke(0x2_0000 + end - 6, '00080300 0800');
        // mov ax, selector; mov es, ax
        const load = `66b8${LEGACY.spare[0].toString(16)}008ec0`;
        return program.run(`${load} ${code}${address(offset)} ${DONE}`)!.vector;
      };
      assert.deepEqual([at(end - bytes), at(end - bytes + 1)], [vector, GP]);
    });
});

test('a bit string is checked where its bit is', async (t) => {
  const cases: readonly (readonly [what: string, bit: number, vector: number, start?: LegacyStart])[] = [
    ['in the operand', 7, STOP],
    ['in the last word of the segment', 0x100 * 8 - 1, STOP],
    ['after it', 0x100 * 8, GP],
    ['before it', -1, GP],
  ];
  for (const [what, bit, vector] of cases)
    await t.test(what, () => {
      const program = new LegacyProgram();
      program.describe(LEGACY.spare[0], { base: 0x2_0000, limit: 0xff, access: 0x93 });
      // mov es, ax; bts es:[0], ecx
      const registers = [LEGACY.spare[0], bit >>> 0];
      assert.equal(program.run(`8ec0 260fab0d00000000 ${DONE}`, { registers })!.vector, vector);
      if (vector === STOP) assert.equal(program.cpu.readPhysical(0x2_0000 + (bit >> 3), 1)[0], 0x80);
    });
  await t.test('an operand outside the segment whose bit is inside', () => {
    const program = new LegacyProgram();
    program.describe(LEGACY.spare[0], { base: 0x2_0000, limit: 0xff, access: 0x93 });
    // bts es:[100h], ecx
    const registers = [LEGACY.spare[0], 0xffff_ffff];
    assert.equal(program.run(`8ec0 260fab0d00010000 ${DONE}`, { registers })!.vector, STOP);
    assert.equal(program.cpu.readPhysical(0x2_00ff, 1)[0], 0x80);
  });
});
