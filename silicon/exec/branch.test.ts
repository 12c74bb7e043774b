import assert from 'node:assert/strict';
import test from 'node:test';
import { Program } from '../../tests/program.js';

const GP = 13;
const PF = 14;
const LA57 = 0x1000n;
/** What only five levels of tables can translate. */
const WIDE = 0x00ff_0000_0000_0000n;
const BEYOND = 0x0100_0000_0000_0000n;

const BRANCHES: readonly (readonly [what: string, code: string, offset: bigint])[] = [
  ['JMP through a register', 'ffe7', 0n],
  ['CALL through a register', 'ffd7', 0n],
  ['RET', '57c3', 1n],
];

test('a near branch to an address that paging cannot translate is a fault of the branch', () => {
  for (const cpu of ['max', 'max,-la57']) {
    const program = new Program(cpu);
    for (const [what, code, offset] of BRANCHES) {
      assert.equal(program.run(code, { rdi: WIDE }), GP, what);
      assert.equal(program.cpu.rip, 0x1_0000n + offset, what);
    }
  }
});

test('with five levels 57 bits are canonical', () => {
  const program = new Program();
  const tables = Buffer.alloc(8);
  tables.writeBigUInt64LE(0x1007n);
  program.cpu.writePhysical(0x6000, tables);
  const state = { CR3: 0x6000n, CR4: 0x620n | LA57 };
  for (const [what, code] of BRANCHES) {
    assert.equal(program.run(code, { rdi: WIDE, state }), PF, what);
    assert.equal(program.get64('EXIT_INFO2'), WIDE, 'the fetch fails, not the branch');
    assert.equal(program.run(code, { rdi: BEYOND, state }), GP, what);
  }
});

test('64-bit code has no base, whatever its descriptor says', () => {
  const program = new Program();
  const descriptors = BigUint64Array.of(0x00cf_9300_0000_ffffn, 0x0020_9b00_1000_0000n);
  program.cpu.writePhysical(0x28, new Uint8Array(descriptors.buffer));
  // MOV EAX, 1 or 2; RET
  program.cpu.writePhysical(0x2_0000, Buffer.from('b801000000c3', 'hex'));
  program.cpu.writePhysical(0x2_1000, Buffer.from('b802000000c3', 'hex'));
  // CALL RDI; IRETQ to what follows, in a segment whose base is 1000h; CALL RSI; ADD EBX, EAX; CALL RSI; ADD EBX, EAX
  const iret = '4889e0 6a28 50 6a02 6a30 4c8d0504000000 4150 48cf';
  const start = { rsi: 0x2_0000n, rdi: 0x2_1000n };
  assert.equal(program.run(`ffd7 ${iret} ffd6 01c3 ffd6 01c3`, start), undefined);
  assert.equal(program.register(3), 2n);
});
