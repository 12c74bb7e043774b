import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import type { Fields, Twin } from '../../fuzz/twin.js';
import { tlbOf } from '../../tests/tlb.js';
import { twins } from '../../tests/twins.js';

const PAGE = 0x1000;
/** Pages of L2's: each a device's, or next to one. */
const DEVICE = 0x18_0000;
const APIC = 0x18_4000;
const RAM_PAGE = 0x18_6000;
const LAST_PAGE = 0x18_7000;
/** What they are to L1: a device of the board's, the local APIC, and a device in the GiB where the L0 has its memory. */
const BOARD = 0xfec0_0000;
const LOCAL_APIC = 0xfee0_0000;
const HIGH = 0x3_c000_0000;
const VMMCALL = '0f01d9';
const [RBX, RDX] = [3, 2];

const dword = (value: number): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes.toString('hex');
};
const moves = (from: number, to: number): string => `be ${dword(from)} bf ${dword(to)}`;

/** Runs L2 on both machines, which must make the same accesses to devices: those, and the bare machine. */
function run(
  l2: string,
  npt12: Record<number, number>,
  fields: Fields = {},
  rip: number = PLACE.l2Code,
  rom?: (address: number) => number,
  slice = 37,
): { bare: Twin; accesses: string[] } {
  const both = twins();
  const logs = both.map((twin) => {
    const log: string[] = [];
    const { bus } = twin.cpu;
    let n = 0;
    bus.mmioRead = (address, size) => {
      log.push(`read ${size} at ${address.toString(16)}, time ${twin.time}`);
      if (rom) return [...Array(size).keys()].reduce((sum, k) => sum + rom(address + k) * 256 ** k, 0);
      return (0x1122_3344 + 0x101 * n++) >>> 0;
    };
    bus.mmioWrite = (address, size, value) =>
      log.push(`write ${size} at ${address.toString(16)}: ${value.toString(16)}`);
    for (let at = PAGE * Math.floor(DEVICE / PAGE); at < LAST_PAGE; at += PAGE)
      twin.write64(PLACE.npt12 + 0x3000 + (at >> 9), at + 7);
    for (const [page, to] of Object.entries(npt12))
      twin.write64(PLACE.npt12 + 0x3000 + (Number(page) >> 9), to);
    twin.vmcb12({ miscCtl: 1, rip, ...fields });
    twin.write(PLACE.l1Code, '0f01d8 f4');
    twin.write(rip, rip === PLACE.l2Code ? l2 + VMMCALL : '90');
    for (let n = 0; n < 60; n++) twin.run(slice);
    return log;
  });
  const [bare, nested] = both;
  assert.deepEqual(differences(bare, nested), []);
  assert.deepEqual(tlbOf(nested), tlbOf(bare));
  assert.deepEqual(logs[1], logs[0]);
  return { bare, accesses: logs[0].map((line) => line.replace(/, time.*/, '')) };
}
const board = (at: number): string => (BOARD + at).toString(16);

const CASES: readonly [what: string, l2: string, accesses: string[]][] = [
  ['a load', `8b1c25 ${dword(DEVICE + 0x10)}`, [`read 4 at ${board(0x10)}`]],
  [
    'a load of eight bytes',
    `488b1c25 ${dword(DEVICE + 8)}`,
    [`read 4 at ${board(8)}`, `read 4 at ${board(12)}`],
  ],
  ['a store', `c70425 ${dword(DEVICE)} ${dword(5)}`, [`write 4 at ${board(0)}: 5`]],
  [
    'a read and a write',
    `830425 ${dword(DEVICE)} 01`,
    [`read 4 at ${board(0)}`, `write 4 at ${board(0)}: 11223345`],
  ],
  [
    'a string move out of it',
    `${moves(DEVICE, RAM_PAGE)} b902000000 f3a5`,
    [`read 4 at ${board(0)}`, `read 4 at ${board(4)}`],
  ],
  [
    'a string move into it',
    `${moves(RAM_PAGE, DEVICE)} b903000000 f366a5`,
    ['0', '2', '4'].map((at) => `write 2 at ${board(Number(at))}: 0`),
  ],
  [
    'a push of what it has, to a page not seen before',
    `bc ${dword(RAM_PAGE + 0x100)} ff3425 ${dword(DEVICE)}`,
    [`read 4 at ${board(0)}`, `read 4 at ${board(4)}`],
  ],
  [
    'a string store to it',
    `bf ${dword(DEVICE)} b902000000 f3aa`,
    [`write 1 at ${board(0)}: 0`, `write 1 at ${board(1)}: 0`],
  ],
  ['a comparison of strings', `${moves(DEVICE, RAM_PAGE)} b902000000 f3a6`, [`read 1 at ${board(0)}`]],
  [
    'a load over the end of a page of RAM',
    `8b1c25 ${dword(DEVICE - 2)}`,
    [`read 1 at ${board(0)}`, `read 1 at ${board(1)}`],
  ],
  [
    'a load over its end',
    `8b1c25 ${dword(DEVICE + PAGE - 2)}`,
    [`read 1 at ${board(0xffe)}`, `read 1 at ${board(0xfff)}`],
  ],
  [
    'a store over its end',
    `c70425 ${dword(DEVICE + PAGE - 2)} 01020304`,
    [`write 1 at ${board(0xffe)}: 1`, `write 1 at ${board(0xfff)}: 2`],
  ],
];
for (const [what, l2, accesses] of CASES)
  test(`N-73: L2 in a device of L1's: ${what}`, () => {
    const seen = run(l2, { [DEVICE]: BOARD + 7 });
    assert.deepEqual(seen.accesses, accesses);
    assert.equal(seen.bare.field('exitCode'), 0x81n);
  });

test('N-73: a device where the L0 has its own memory is there', () => {
  const { accesses } = run(`8b1c25 ${dword(DEVICE + 0x10)} c70425 ${dword(DEVICE)} ${dword(5)}`, {
    [DEVICE]: HIGH + 7,
  });
  assert.deepEqual(accesses, [
    `read 4 at ${(HIGH + 0x10).toString(16)}`,
    `write 4 at ${HIGH.toString(16)}: 5`,
  ]);
});

test("N-73: L2 in L1's local APIC", () => {
  // The task priority, and the version.
  const { bare, accesses } = run(
    `c70425 ${dword(APIC + 0x80)} 20000000 8b1c25 ${dword(APIC + 0x80)} 8b1425 ${dword(APIC + 0x30)}`,
    { [APIC]: LOCAL_APIC + 7 },
  );
  assert.deepEqual(accesses, []);
  assert.equal(bare.get('REGS', RBX), 0x20n);
  assert.notEqual(bare.get('REGS', RDX), 0n);
});

test('N-73: a device that may only be read, and one that is not there', () => {
  const written = run(`c70425 ${dword(DEVICE)} 01000000`, { [DEVICE]: BOARD + 5 });
  assert.deepEqual(
    [written.accesses, written.bare.field('exitInfo1'), written.bare.field('exitInfo2')],
    [[], 0x1_0000_0007n, BigInt(DEVICE)],
  );
  const absent = run(`830425 ${dword(DEVICE)} 01`, { [DEVICE]: BOARD + 6 });
  assert.deepEqual([absent.accesses, absent.bare.field('exitInfo1')], [[], 0x1_0000_0006n]);
});

test('N-73: the device has been read, and L1 has no page for what comes next: L1 hears of that', () => {
  const { bare, accesses } = run(`${moves(DEVICE, RAM_PAGE)} a5`, { [DEVICE]: BOARD + 7, [RAM_PAGE]: 0 });
  assert.equal(bare.field('exitInfo2'), BigInt(RAM_PAGE));
  assert.ok(accesses.length <= 1);
});

test('N-79: of two pages the first that fails is reported', () => {
  const straddle = `8b1c25 ${dword(RAM_PAGE - 2)}`;
  const info = (npt12: Record<number, number>): bigint => run(straddle, npt12).bare.field('exitInfo2');
  assert.equal(info({ [RAM_PAGE - PAGE]: 0, [RAM_PAGE]: 0 }), BigInt(RAM_PAGE - 2));
  assert.equal(info({ [RAM_PAGE]: 0 }), BigInt(RAM_PAGE));
});

test('N-73: instructions that lie in a device', () => {
  // NOPs, a load from the device, a store to a page not seen before and VMMCALL; also where they begin in memory and end in the device.
  const bytes = Buffer.from('9090908b1c2500001800891c25006018000f01d9', 'hex');
  const rom = (address: number): number => bytes[(address & 0xfff) % bytes.length];
  for (const [rip, slice] of [DEVICE, DEVICE + 1, DEVICE - 1].flatMap((at) => [
    [at, 37],
    [at, 500],
  ])) {
    const { bare, accesses } = run(
      '',
      { [DEVICE]: BOARD + 7 },
      { rip, interceptExceptions: 0xffff_ffff },
      rip,
      rom,
      slice,
    );
    assert.equal(bare.field('exitCode'), 0x81n);
    // Each byte once, and what is loaded.
    assert.equal(accesses.length, bytes.length - (rip & 1 && rip > DEVICE ? 1 : 0) + 1);
  }
});
