import assert from 'node:assert/strict';
import test from 'node:test';
import { STATE } from '../host/cpu.js';
import { Program } from '../../tests/program.js';

/** Code here ends one page and begins the next: two pages of 4 KiB that the program may map anew. */
const FIRST = 0x20_0000;
const SECOND = FIRST + 0x1000;
const OTHER = 0x20_5000;
const TABLE = 0x5000;
const PF = 14;

function program(code: string, lengthInFirst: number): Program {
  const made = new Program();
  const table = Buffer.alloc(0x1000);
  for (let i = 0; i < 512; i++) table.writeBigUInt64LE(BigInt(FIRST + i * 0x1000 + 7), 8 * i);
  made.cpu.writePhysical(TABLE, table);
  made.cpu.writePhysical(0x3008, new Uint8Array(BigUint64Array.of(BigInt(TABLE + 7)).buffer));
  made.cpu.writePhysical(SECOND - lengthInFirst, Buffer.from(code.replace(/\s/g, ''), 'hex'));
  return made;
}
const address = (at: number): string => Buffer.from(Uint32Array.of(at).buffer).toString('hex');
/** CALL RSI, and a sum of what comes back in EAX. */
const CALL = 'ffd6 01c3';
/** MOV BYTE [address], value. */
const poke = (at: number, value: string): string => `c60425 ${address(at)} ${value}`;
const MOV = 'b8 01000000 c3';
const at = (lengthInFirst: number): bigint => BigInt(SECOND - lengthInFirst);

test('an instruction that crosses a page runs again and again', () => {
  const made = program(MOV, 2);
  assert.equal(made.run(CALL.repeat(3), { rsi: at(2) }), undefined);
  assert.equal(made.register(3), 3n);
});
test('a write to its bytes is seen, in either page', async (t) => {
  for (const [where, byte] of [
    ['the first', SECOND - 1],
    ['the second', SECOND],
  ] as const)
    await t.test(where, () => {
      const made = program(MOV, 2);
      const code = `${CALL.repeat(2)} ${poke(byte, '10')} ${CALL.repeat(2)}`;
      assert.equal(made.run(code, { rsi: at(2) }), undefined);
      const changed = byte === SECOND ? 0x1001n : 0x10n;
      assert.equal(made.register(3), 2n + 2n * changed);
    });
});
test('a write to other code of the second page changes nothing', () => {
  const made = program(MOV, 2);
  const code = `${CALL.repeat(2)} ${poke(SECOND + 3, 'c3')} ${CALL.repeat(2)}`;
  assert.equal(made.run(code, { rsi: at(2) }), undefined);
  assert.equal(made.register(3), 4n);
});
test('the second page is what the tables say', () => {
  const made = program(MOV, 2);
  made.cpu.writePhysical(OTHER, Buffer.from('002000c3', 'hex'));
  const entry = TABLE + 8 * ((SECOND - FIRST) / 0x1000);
  const remap = (frame: number): string => `c70425 ${address(entry)} ${address(frame + 7)} 0f013c25 ${address(SECOND)}`;
  const code = `${CALL.repeat(2)} ${remap(OTHER)} ${CALL.repeat(2)} ${remap(SECOND)} ${CALL}`;
  assert.equal(made.run(code, { rsi: at(2) }), undefined);
  assert.equal(made.register(3), 3n + 2n * 0x20_0001n);
});
test('without the second page the fetch fails there', () => {
  const made = program(MOV, 2);
  const entry = TABLE + 8 * ((SECOND - FIRST) / 0x1000);
  const code = `${CALL.repeat(2)} ${poke(entry, '00')} 0f013c25 ${address(SECOND)} ${CALL}`;
  assert.equal(made.run(code, { rsi: at(2) }), PF);
  assert.equal(made.get64('EXIT_INFO2'), BigInt(SECOND));
  assert.equal(made.get64('RIP'), at(2));
  assert.equal(made.register(3), 2n);
});
test('a branch that crosses a page goes where it says', () => {
  // call +1; ret; ret: the way back is after the call, twice.
  const made = program('e801000000 c3 ffc0 c3', 3);
  assert.equal(made.run(`${CALL.repeat(3)}`, { rsi: at(3) }), undefined);
  assert.equal(made.register(3), 1n + 2n + 3n);
});
test('an x87 instruction leaves its own opcode, whatever crossed a page in between', () => {
  // fldz; ret and fld1; ret
  const made = program('d9ee c3', 1);
  made.cpu.writePhysical(SECOND + 0xfff, Buffer.from('d9e8c3', 'hex'));
  assert.equal(made.run('dbe3 ffd6 ffd7 ffd6', { rsi: at(1), rdi: BigInt(SECOND + 0xfff) }), undefined);
  assert.equal(Buffer.from(made.cpu.u8.buffer).readUInt16LE(STATE.FOP), 0x1ee);
});
