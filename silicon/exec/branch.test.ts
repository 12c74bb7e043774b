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
