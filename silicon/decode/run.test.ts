import assert from 'node:assert/strict';
import test from 'node:test';
import type { Bus } from '../host/bus.js';
import { LegacyProgram, LEGACY } from '../../tests/legacyProgram.js';

const [UD, GP] = [6, 13];
/** Beyond RAM. */
const ROM = 0x8000_0000;

/** A program that jumps to code on the bus: what it finds there, and the addresses that were read. */
function fromBus(bytes: string): { program: LegacyProgram; vector: number; reads: number[]; rip: number } {
  const program = new LegacyProgram();
  const rom = Buffer.from(bytes.replace(/\s/g, ''), 'hex');
  const reads: number[] = [];
  const bus: Partial<Bus> = {
    mmioRead: (address) => {
      reads.push(address - ROM);
      return rom[address - ROM] ?? 0xff;
    },
  };
  program.cpu.bus = bus as Bus;
  // jmp eax
  const { vector, frame } = program.run('ffe0', { registers: [ROM] })!;
  return { program, vector, reads, rip: frame[0] };
}

test('code runs from the bus, and no byte is read that is not executed', () => {
  // mov ebx, 12345678h; inc ebx; int 80h
  const { program, vector, reads } = fromBus('bb78563412 43 cd80');
  assert.deepEqual([vector, program.register(3)], [0x80, 0x1234_5679]);
  assert.deepEqual(reads, [0, 1, 2, 3, 4, 5, 6, 7]);
});
test('a branch within such code', () => {
  // mov ecx, 3; dec ecx; jnz; int 80h
  const { program, vector } = fromBus('b903000000 49 75fd cd80');
  assert.deepEqual([vector, program.register(1)], [0x80, 0]);
});
test('where nobody answers there are ones: an undefined opcode', () => {
  const { vector, rip } = fromBus('');
  assert.deepEqual([vector, rip], [UD, ROM]);
});

/** Code segment of 12h bytes from 20000h. */
function short(code: string, at = 0): { vector: number; rip: number; esp: number } {
  const program = new LegacyProgram();
  program.describe(LEGACY.spare[0], { base: 0x2_0000, limit: 0x11, access: 0x9b, flags: 4 });
  program.poke(0x2_0000 + at, code);
  const to = Buffer.from(Uint32Array.of(at).buffer).toString('hex');
  // jmp far
  const { vector, frame, esp } = program.run(`ea${to}3000`, { registers: [0, 5] })!;
  return { vector, rip: frame[vector === GP ? 1 : 0], esp };
}
test('code ends with its segment', async (t) => {
  const cases: readonly (readonly [what: string, code: string, at: number, vector: number, rip: number])[] = [
    ['the last byte', '90cd80', 0xf, 0x80, 0x12],
    ['an instruction that begins after the last', '9090', 0x10, GP, 0x12],
    ['an instruction that is cut', '90b8', 0x10, GP, 0x11],
    ['a jump out', '90eb20', 3, GP, 4],
    ['a conditional jump out', '31c07420', 3, GP, 5],
    ['a call out', '90e820000000', 3, GP, 4],
    ['LOOP out', '90e220', 3, GP, 4],
  ];
  for (const [what, code, at, vector, rip] of cases)
    await t.test(what, () => {
      const found = short(code, at);
      assert.deepEqual([found.vector, found.rip], [vector, rip]);
      // Three words and the error code on a stack from which nothing was pushed.
      if (vector === GP) assert.equal(found.esp, 0x8000 - 16);
    });
});
