import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import type { MachineKind, Twin } from '../../fuzz/twin.js';
import { makeTwin } from '../../tests/twins.js';

const KINDS: readonly MachineKind[] = ['bare', 'nested'];
const [VMMCALL, BUSLOCK, PF] = [0x81n, 0xa5n, 0x4en];
const VMRUN_HLT = '0f01d8 f4';
const INTERCEPT = 1 << 5;
/** RDI is at 62 bytes of a cache line, RSI at its begin. */
const POINTERS = `48c7c7${le32(PLACE.data + 62)} 48c7c6${le32(PLACE.data)}`;
const POINTERS_BYTES = 14;
/** An address that nothing is mapped at, 2 bytes before the end of a cache line. */
const UNMAPPED = '48bf3e00000000400000';

function le32(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes.toString('hex');
}

type Row = readonly [what: string, code: string, count: number, exit: bigint, left: bigint, cpu?: string];
const ROWS: readonly Row[] = [
  ['LOCK ADD over the end of a line', 'f0 0107', 0, BUSLOCK, 0n],
  ['with 64 bits', 'f0 480107', 0, BUSLOCK, 0n],
  ['with a byte, which is in one line', 'f0 0007', 0, VMMCALL, 0n],
  ['with two bytes, which just are', '66f0 0107', 0, VMMCALL, 0n],
  ['an immediate', 'f0 830701', 0, BUSLOCK, 0n],
  ['an FS override, an address of its own', 'f0 64 0107', 0, BUSLOCK, 0n],
  ['within a line', 'f0 0106', 0, VMMCALL, 0n],
  ['no LOCK', '0107', 0, VMMCALL, 0n],
  ['XCHG locks without a prefix', '8707', 0, BUSLOCK, 0n],
  ['XCHG within a line', '8706', 0, VMMCALL, 0n],
  ['CMPXCHG', 'f0 0fb107', 0, BUSLOCK, 0n],
  ['XADD', 'f0 0fc107', 0, BUSLOCK, 0n],
  ['INC', 'f0 ff07', 0, BUSLOCK, 0n],
  ['NOT', 'f0 f717', 0, BUSLOCK, 0n],
  ['CMPXCHG8B', 'f0 0fc70f', 0, BUSLOCK, 0n],
  ['BTS, whose offset leads to another line', '31c9 f0 0fab0f', 0, BUSLOCK, 0n],
  ['BTS, whose offset leads back into one', '48c7c110000000 f0 0fab0e', 0, VMMCALL, 0n],
  ['as many as the count', 'f0 0107 8707', 2, VMMCALL, 0n],
  ['fewer than the count', 'f0 0107 8707', 5, VMMCALL, 3n],
  ['one more than the count', 'f0 0107 8707 f0 0107', 2, BUSLOCK, 0n],
  ['a page fault comes first', `${UNMAPPED} f0 0107`, 0, PF, 0n],
  ['the processor has no threshold', 'f0 0107', 7, VMMCALL, 7n, 'max,-bus-lock-threshold'],
];

function run(kind: MachineKind, [, code, busLockCounter, , , cpu]: Row, interceptMisc3 = INTERCEPT): Twin {
  const twin = makeTwin(kind, cpu);
  twin.write(PLACE.l1Code, VMRUN_HLT);
  twin.write(PLACE.l2Code, `${POINTERS} ${code} 0f01d9`);
  twin.vmcb12({ interceptMisc3, busLockCounter, interceptExceptions: 1 << 14 });
  twin.run(200);
  return twin;
}

for (const row of ROWS)
  test(`N-A6: bus lock threshold: ${row[0]}`, () => {
    const [bare, nested] = KINDS.map((kind) => run(kind, row));
    assert.deepEqual(differences(bare, nested), []);
    const [, , , exit, left] = row;
    assert.equal(nested.field('exitCode'), exit);
    assert.equal(nested.field('busLockCounter'), left);
    if (exit === BUSLOCK)
      assert.equal(nested.field('exitInfo1') + nested.field('exitInfo2') + nested.field('nRip'), 0n);
  });

for (const kind of KINDS) {
  test(`a bus lock that exits is not made, and its instruction can run again: ${kind}`, () => {
    const row = ['', 'f0 0107', 0, BUSLOCK, 0n] as const;
    const twin = run(kind, row);
    assert.equal(twin.field('rip'), BigInt(PLACE.l2Code + POINTERS_BYTES));
    assert.equal(twin.read64(PLACE.data + 62), 0n);
  });
  test(`without the intercept nothing is counted: ${kind}`, () => {
    const twin = run(kind, ['', 'f0 0107', 3, VMMCALL, 3n], 0);
    assert.deepEqual([twin.field('exitCode'), twin.field('busLockCounter')], [VMMCALL, 3n]);
  });
}
