import assert from 'node:assert/strict';
import test from 'node:test';
import { Program } from '../../tests/program.js';
import { STATE } from '../host/cpu.js';

const PF = 14;
const CODE = 0x1_0000;
/** The page directory of the program, whose first entry maps its code. */
const DIRECTORY = 0x3000;
const [SUB_TLBS, SEGMENT_BYTES, GDTR] = [16, 16, 6];
const TABLE = 0x40_0000;
const USER_DATA = 0x00cf_f300_0000_ffffn;

const dword = (value: number): string => Buffer.from(Uint32Array.of(value).buffer).toString('hex');
const qword = (value: bigint): Buffer => Buffer.from(BigUint64Array.of(value).buffer);

test("what the processor reads for a program at CPL 3 never takes the program's own sub-TLB", () => {
  const program = new Program();
  // The segment table lies in a page of the supervisor's.
  program.cpu.writePhysical(DIRECTORY + 16, qword(BigInt(TABLE + 0x83)));
  program.cpu.writePhysical(TABLE + 0x28, qword(USER_DATA));
  const gdtr = STATE.SEGS + SEGMENT_BYTES * GDTR;
  program.cpu.u32[(gdtr + 4) >> 2] = 0x2f;
  program.cpu.u64[(gdtr + 8) >> 3] = BigInt(TABLE);
  assert.equal(program.run('90', { cpl: 3 }), undefined);
  // As many other contexts as make the program's the next that is given up.
  for (let n = 1; n < 2 * SUB_TLBS - 1; n++) {
    program.set32('VCPU', n);
    program.call('updateContext');
  }
  program.set32('VCPU', 0);
  program.call('updateContext');
  // MOV EAX, 2Bh; MOV DS, EAX; MOV RAX, [TABLE].
  program.cpu.writePhysical(CODE, Buffer.from(`b82b000000 8ed8 488b0425${dword(TABLE)}`.replace(/ /g, ''), 'hex'));
  program.set64('RIP', BigInt(CODE));
  program.cpu.beginSlice(0, 1000);
  assert.equal(program.fault('runOn'), PF);
  assert.equal(program.cpu.rip, BigInt(CODE + 7), 'at the read');
});

const BESIDE = dword(CODE + 0x800);
const STORES: readonly [what: string, store: string, seen: bigint][] = [
  ['a byte', `c60425${BESIDE}07`, 0x07n],
  ['8 bytes', `48c70425${BESIDE}07000000`, 0x07n],
  ['16 bytes', `0f110425${BESIDE}`, 0n],
  ['a read-modify-write', `48ff0425${BESIDE}`, 1n],
];
for (const [what, store, seen] of STORES)
  test(`${what} beside decoded code goes by the TLB's entry`, () => {
    const program = new Program();
    // The page of the code becomes read-only, of which the TLB is not told.
    const readOnly = `48c70425${dword(DIRECTORY)}e5000000`;
    const first = `c60425${BESIDE}00`;
    assert.equal(program.run(first + readOnly + store), undefined);
    const after = program.cpu.readPhysical(CODE + 0x800, 8);
    assert.equal(Buffer.from(after).readBigUInt64LE(), seen);
    assert.equal(program.run(`0f20d8 0f22d8 ${store}`), PF, 'without the entry it faults');
  });

test('bytes that have been decoded are seen to be written, each time', () => {
  const program = new Program();
  // Three times: store the count over the immediate of the MOV that follows, and add up what it moves.
  const loop = `880d01000000 b300 00d8 e2f4`;
  assert.equal(program.run(`b103 ${loop}`, { rcx: 3n }), undefined);
  assert.equal(program.rax & 0xffn, 6n);
});

test('a page that is written to and then run is watched by the entries that there are', () => {
  const program = new Program();
  // MOV AL, 1 and RET are written and called, then MOV AL, 2; BL adds up.
  const at = dword(0x2_0000);
  const callIt = 'ffd1 00c3';
  const write = (byte: string): string => `c60425${dword(0x2_0001)}${byte}`;
  const code = `c70425${at}b001c300 b9${at} ${callIt} ${write('02')} ${callIt} ${write('04')} ${callIt}`;
  assert.equal(program.run(code), undefined);
  assert.equal(program.register(3) & 0xffn, 7n);
});

test('an access of two pages goes by the entries that the TLB has of both', () => {
  const program = new Program();
  // Pages of 2 MiB either side of 20_0000h; the second is taken out of the tables, of which the TLB is not told.
  const first = `c60425${dword(0x20_0000 - 8)}01 c60425${dword(0x20_0000)}02`;
  const takeOut = `48c70425${dword(DIRECTORY + 8)}00000000`;
  const store = `48c70425${dword(0x20_0000 - 4)}44332211`;
  const add = `4883 0425${dword(0x20_0000 - 4)}01`;
  const load = `488b0425${dword(0x20_0000 - 4)}`;
  assert.equal(program.run(first + takeOut + store + add + load), undefined);
  assert.equal(program.rax, 0x1122_3345n);
  assert.equal(program.run(load), PF, 'without the entries it faults');
});
