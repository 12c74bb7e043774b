import assert from 'node:assert/strict';
import test from 'node:test';
import { Program } from '../../tests/program.js';

const RF = 0x1_0000n;
const DE = 0;
const ROUNDS = 3;
const CODE = 0x1_0000;
const DATA = 0x7_0000n;
/** MOV RAX, RSP; PUSH SS, RAX, 10002h, CS and what follows IRETQ; IRETQ. */
const IRET_WITH_RF = '4889e0 6a28 50 6802000100 6a30 4c8d0504000000 4150 48cf';

function program(): Program {
  const made = new Program();
  const descriptors = BigUint64Array.of(0x00cf_9300_0000_ffffn, 0x0020_9b00_0000_0000n);
  made.cpu.writePhysical(0x28, new Uint8Array(descriptors.buffer));
  return made;
}
const length = (code: string): number => code.replace(/\s/g, '').length / 2;
/** MOV EBX, ROUNDS; `code`; DEC EBX; JNZ. From the second round on all of it is known. */
function rounds(code: string): string {
  const back = Buffer.from(Int32Array.of(-(length(code) + 8)).buffer).toString('hex');
  return `bb0${ROUNDS}000000 ${code} ffcb 0f85${back}`;
}
const over = (made: Program): boolean => (made.get64('RFLAGS') & RF) === 0n;

test('RF that IRET has loaded covers one instruction', async (t) => {
  const cases: readonly (readonly [what: string, covered: string, check: (made: Program) => void])[] = [
    ['of any kind', '90', () => {}],
    ['a branch', 'eb00', () => {}],
    ['another IRET, which loads it again', IRET_WITH_RF + '90', () => {}],
    ['a port access, made once', 'e780', (made) => assert.equal(made.ports.length, ROUNDS)],
    // MOV SS, CX, which puts off what comes after it by one instruction more
    ['a move to SS', '8ed1 90', () => {}],
  ];
  for (const [what, covered, check] of cases)
    await t.test(what, () => {
      const made = program();
      assert.equal(made.run(rounds(IRET_WITH_RF + covered)), undefined);
      assert.ok(over(made));
      check(made);
    });
  await t.test('one that changes the code after it', () => {
    const made = program();
    // INC BYTE [RSI]; MOV DL, 0; ADD CL, DL; XCHG RSI, RDI: in the second round it is the immediate.
    const immediate = CODE + length(rounds(IRET_WITH_RF)) - length(rounds('')) + 5 + 3;
    const start = { rsi: DATA, rdi: BigInt(immediate) };
    assert.equal(made.run(rounds(`${IRET_WITH_RF} fe06 b200 00d1 4887f7`), start), undefined);
    assert.equal(made.register(1), 2n);
  });
  await t.test('a repetition to its end', () => {
    const made = program();
    const elements = 10_000n;
    assert.equal(made.run(rounds(`b910270000 ${IRET_WITH_RF} f3aa`), { rdi: DATA }), undefined);
    assert.ok(over(made));
    assert.equal(made.register(7), DATA + BigInt(ROUNDS) * elements);
  });
  await t.test('and still covers it when it faults', () => {
    const made = program();
    // DIV EDI; DEC EDI: it cannot divide by 0 in the last round.
    assert.equal(made.run(rounds(`31d2 ${IRET_WITH_RF} f7f7 ffcf`), { rdi: 2n }), DE);
    assert.ok(!over(made));
    assert.equal(made.register(3), 1n);
    assert.equal(Buffer.from(made.cpu.readPhysical(Number(made.cpu.rip), 2)).toString('hex'), 'f7f7');
  });
});

/** MOV SS, CX. */
const MOV_SS = '8ed1';
const NMI = 2;
test('the shadow of MOV SS covers one instruction', async (t) => {
  const cases: readonly (readonly [what: string, covered: string, accesses: number])[] = [
    ['of any kind', '90', 0],
    ['a port access, made once', 'e780', ROUNDS],
    ['another MOV SS, which casts one again', `${MOV_SS} 90`, 0],
    ['an IRET, which loads RF', `${IRET_WITH_RF} 90`, 0],
  ];
  for (const [what, covered, accesses] of cases)
    await t.test(what, () => {
      const made = program();
      assert.equal(made.run(rounds(MOV_SS + covered)), undefined);
      assert.equal(made.get8('SHADOW'), 0);
      assert.equal(made.ports.length, accesses);
    });
  await t.test('and what comes up during it is taken right after it', () => {
    const made = program();
    let writes = 0;
    made.cpu.bus.portWrite = () => {
      if (++writes < ROUNDS) return;
      made.set8('PENDING_NMI', 1);
      made.call('noticeEvents');
    };
    // OUT 80h; NOP: there is no handler, and the delivery fails where the event is taken.
    assert.equal(made.run(rounds(`${MOV_SS} e780 90`)), NMI);
    const after = CODE + length(rounds(`${MOV_SS} e780`)) - length(rounds('')) + 5;
    assert.deepEqual([writes, made.cpu.rip], [ROUNDS, BigInt(after)]);
  });
  await t.test('it ends with a fault too', () => {
    const made = program();
    // DIV EDI; DEC EDI
    assert.equal(made.run(rounds(`31d2 b80a000000 ${MOV_SS} f7f7 ffcf`), { rdi: 2n }), DE);
    assert.equal(made.register(3), 1n);
    assert.notEqual(made.get8('SHADOW'), 0, 'the delivery, which is still to come, ends it');
  });
});
