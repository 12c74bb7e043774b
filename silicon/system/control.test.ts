import assert from 'node:assert/strict';
import test from 'node:test';
import { Program, type Start } from '../../tests/program.js';

const [UD, GP] = [6, 13];
const [MOV_CR0, MOV_CR3, MOV_CR4, MOV_CR8] = ['0f22c0', '0f22d8', '0f22e0', '440f22c0'];
const [READ_CR0, READ_CR3, READ_CR4, READ_CR8] = ['0f20c0', '0f20d8', '0f20e0', '440f20c0'];
const CR0 = 0x8001_0033n;
const CR4 = 0x620n;
const PCIDE = 0x2_0000n;

/** Code, start, and the vector or (where it is a bigint) RAX afterwards. */
const CASES: readonly (readonly [name: string, code: string, start: Start, result: number | bigint])[] = [
  ['CR0 reads back', READ_CR0, {}, CR0],
  ['CR0 bit 32 is #GP', MOV_CR0, { rax: CR0 | (1n << 32n) }, GP],
  ['NW without CD is #GP', MOV_CR0, { rax: CR0 | 0x2000_0000n }, GP],
  ['CD with NW is legal', MOV_CR0 + READ_CR0, { rax: CR0 | 0x6000_0000n }, CR0 | 0x6000_0000n],
  ['PG without PE is #GP', MOV_CR0, { rax: CR0 & ~1n }, GP],
  ['64-bit code cannot switch paging off', MOV_CR0, { rax: CR0 & ~0x8000_0000n }, GP],
  [
    'reserved low bits of CR0 are ignored and ET is one',
    MOV_CR0 + READ_CR0,
    { rax: (CR0 | 0xffc0n) & ~0x10n },
    CR0,
  ],
  ['CR1 does not exist', '0f20c8', {}, UD],
  ['CR9 does not exist', '440f20c8', {}, UD],
  ['CR0 belongs to CPL 0', READ_CR0, { cpl: 3 }, GP],
  ['a register that does not exist comes before privilege', '0f20c8', { cpl: 3 }, UD],
  ['CR3 beyond the physical address width is #GP', MOV_CR3, { rax: 1n << 40n }, GP],
  ['CR3 keeps ignored low bits', MOV_CR3 + READ_CR3, { rax: 0x1fe7n }, 0x1fe7n],
  ['CR3 bit 63 is reserved without PCIDs', MOV_CR3, { rax: 0x8000_0000_0000_1000n }, GP],
  [
    'CR3 bit 63 is not kept with PCIDs',
    MOV_CR3 + READ_CR3,
    { rax: (1n << 63n) | 0x1005n, state: { CR4: CR4 | PCIDE } },
    0x1005n,
  ],
  ['long mode needs PAE', MOV_CR4, { rax: CR4 & ~0x20n }, GP],
  ['VME and PVI are there', MOV_CR4 + READ_CR4, { rax: CR4 | 3n }, CR4 | 3n],
  ['a feature that is absent reserves its bit: CET', MOV_CR4, { rax: CR4 | 0x80_0000n }, GP],
  ['bit 13 of CR4 is reserved', MOV_CR4, { rax: CR4 | 0x2000n }, GP],
  ['PCIDE goes on with a clean CR3', MOV_CR4 + READ_CR4, { rax: CR4 | PCIDE }, CR4 | PCIDE],
  ['PCIDE needs CR3[11:0] = 0', MOV_CR4, { rax: CR4 | PCIDE, state: { CR3: 0x1008n } }, GP],
  [
    'PCIDE may stay with any CR3',
    MOV_CR4 + READ_CR4,
    { rax: CR4 | PCIDE, state: { CR3: 0x1008n, CR4: CR4 | PCIDE } },
    CR4 | PCIDE,
  ],
  ['CR8 is the task priority', MOV_CR8 + '31c0' + READ_CR8, { rax: 9n }, 9n],
  ['CR8 has four bits', MOV_CR8, { rax: 16n }, GP],
  [
    'LMSW cannot clear PE and sets no more than four bits',
    '0f01f0' + READ_CR0,
    { rax: 0xfff8n },
    (CR0 & ~0xfn) | 9n,
  ],
  ['CLTS clears TS', '0f06' + READ_CR0, { state: { CR0: CR0 | 8n } }, CR0],
  ['SMSW fills a 32-bit register', '0f01e0', { rax: -1n, cpl: 3 }, CR0],
  ['UMIP keeps SMSW to CPL 0', '0f01e0', { cpl: 3, state: { CR4: CR4 | 0x800n } }, GP],
  ['XGETBV needs OSXSAVE', '0f01d0', {}, UD],
  ['XSETBV takes x87 with SSE', '0f01d1 0f01d0', { rax: 3n, state: { CR4: CR4 | 0x4_0000n } }, 3n],
  ['XSETBV needs x87', '0f01d1', { rax: 2n, state: { CR4: CR4 | 0x4_0000n } }, GP],
  ['XSETBV takes AVX', '0f01d1 0f01d0', { rax: 7n, state: { CR4: CR4 | 0x4_0000n } }, 7n],
  ['XSETBV refuses AVX without SSE', '0f01d1', { rax: 5n, state: { CR4: CR4 | 0x4_0000n } }, GP],
  ['XSETBV refuses absent components', '0f01d1', { rax: 0xfn, state: { CR4: CR4 | 0x4_0000n } }, GP],
  ['XSETBV knows XCR0 only', '0f01d1', { rax: 3n, rcx: 1n, state: { CR4: CR4 | 0x4_0000n } }, GP],
  ['INVPCID type 4 is #GP', '660f388203', { rax: 4n, rbx: 0x8_0000n }, GP],
  ['INVPCID of one PCID needs PCIDs unless it is 0', '660f388203', { rax: 1n, rbx: 0x8_0010n }, GP],
  ['INVPCID of everything ignores the PCID', '660f388203', { rax: 2n, rbx: 0x8_0010n }, 2n],
  ['INVPCID belongs to CPL 0', '660f388203', { cpl: 3, rbx: 0x8_0000n }, GP],
  ['INVLPG of an impossible address does nothing', '0f0138', { rax: 1n << 62n }, 1n << 62n],
];

test('control registers: what is legal, and in which order it is refused', async (t) => {
  const program = new Program();
  program.cpu.writePhysical(0x8_0000, new Uint8Array(32));
  program.cpu.writePhysical(0x8_0010, Uint8Array.of(1));
  for (const [name, code, start, result] of CASES)
    await t.test(name, () => {
      program.reset();
      const vector = program.run(code, start);
      if (typeof result === 'number') assert.equal(vector, result);
      else assert.deepEqual([vector, program.rax], [undefined, BigInt.asUintN(64, result)]);
    });
});

test('a changed table entry is seen after INVLPG, after MOV CR3, and not before', () => {
  const program = new Program();
  const entry = (frame: number): Uint8Array =>
    Buffer.from(
      BigInt(frame + 0x87)
        .toString(16)
        .padStart(16, '0'),
      'hex',
    ).reverse();
  program.cpu.writePhysical(0x40_0000, Uint8Array.of(0x44));
  program.cpu.writePhysical(0x60_0000, Uint8Array.of(0x66));
  // mov al,[rdi]; mov [rsi],rcx; (flush); mov ah,[rdi]
  for (const [flush, seen] of [
    ['0f013f', 0x66],
    ['0f20d8 88c2 0f22d8 88d0', 0x66],
    ['90', 0x44],
  ] as const) {
    program.reset();
    program.cpu.writePhysical(0x3010, entry(0x40_0000));
    const start = { rdi: 0x40_0000n, rsi: 0x3010n, rcx: 0x60_0087n };
    assert.equal(program.run(`8a07 48890e ${flush} 8a1f`, start), undefined);
    assert.equal(program.register(3) & 0xffn, BigInt(seen));
  }
});
