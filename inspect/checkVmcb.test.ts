import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Module } from '../silicon/host/wasm.js';
import { CHECKS } from '../spec/checks.js';
import type { VmcbKey } from '../spec/vmcb.js';
import { VmcbPage } from '../tests/vmcbPage.js';
import { checkVmcb } from './checkVmcb.js';

type Fields = Partial<Record<VmcbKey, bigint | number>>;
type Case = [cpu: string, fields: Fields, ids: string, ...text: RegExp[]];

const MAX = 'max,phys-bits=40';
const LIMIT = 1n << 40n;
const exception = (vector: number): Fields => ({ eventInj: 0x8000_0300 + vector });

const CASES: readonly Case[] = [
  [MAX, {}, ''],
  [MAX, { interceptMisc2: 2 }, 'C1', /INTERCEPT_MISC2 \(010h\) = 2h: .*bit 0.* = 0|bit 0 clear/],
  [MAX, { guestAsid: 0 }, 'C2', /GUEST_ASID \(058h\) = 0h$/m],
  [MAX, { msrpmBasePa: LIMIT - 0x3000n }, ''],
  [
    MAX,
    { msrpmBasePa: LIMIT - 0x2000n },
    'C3',
    /last byte is at FFFFFFFFFFh, the highest address is FFFFFFFFFFh/,
  ],
  [MAX, { msrpmBasePa: LIMIT | (1n << 45n) }, 'C3', /: bits 45, 40 set$/m],
  ['max,phys-bits=48', { msrpmBasePa: LIMIT }, ''],
  [MAX, { iopmBasePa: LIMIT - 0x3000n }, ''],
  [MAX, { iopmBasePa: LIMIT - 0x2000n }, 'C4', /IOPM_BASE_PA/],
  [MAX, { miscCtl: 1, nCr3: LIMIT }, 'C6', /N_CR3 \(0B0h\) = 10000000000h: bit 40 set$/m, /have 40 bits/],
  ['max,phys-bits=40,-npt', { miscCtl: 1, nCr3: LIMIT }, ''],
  [
    MAX,
    { miscCtl: 1, gPat: 0x0200_0000_0000_0906n },
    'C7',
    /PA1 \(bits 15:8\) = 9h, PA7 \(bits 63:56\) = 2h/,
  ],
  [MAX, { intCtl: 0x400_0000 }, 'C9', /INTERCEPT_MISC1 \(00Ch\) = 0h: bit 1 clear$/m, /INT_CTL/],
  ['max,-vnmi', { intCtl: 0x400_0000 }, ''],
  [MAX, { efer: 0xd01 }, 'S1', /EFER \(4D0h\) = D01h: SVME \(bit 12\) = 0$/m],
  [MAX, { efer: 0x1f01 }, 'S2', /: bit 9 set$/m],
  ['max,-fxsr-opt', { efer: 0x5d01 }, 'S2', /FFXSR \(bit 14\) = 1, needs fxsr-opt$/m],
  ['max,-nx', { efer: 0x1d01 }, 'S2', /NXE \(bit 11\) = 1, needs nx$/m],
  [MAX, { cr4: 0x600 }, 'S4', /CR4 \(548h\) = 600h: PAE \(bit 5\) = 0$/m, /^ {7}CR0 \(558h\) = 80000011h$/m],
  [MAX, { cr0: 0x8000_0010 }, 'S5', /PE \(bit 0\) = 0/],
  [MAX, { csAttrib: 0x69b }, 'S6', /L \(bit 9\) = 1, D\/B \(bit 10\) = 1/],
  [MAX, { cr0: 0xa000_0011 }, 'S7', /CR0 \(558h\) = A0000011h: NW \(bit 29\) = 1, CD \(bit 30\) = 0$/m],
  [MAX, { cr0: 0x8100_0000_8000_0011n }, 'S8', /bits 63, 56 set/],
  [MAX, { cr3: 0xff00_0000_0000_2000n }, 'S9', /CR3 \(550h\) = .*: bits 63:56 set$/m],
  [MAX, { cr4: (1n << 40n) | 0x2620n }, 'S10', /bits 40, 13 set/],
  ['max,-umip', { cr4: 0xe20 }, 'S10', /UMIP \(bit 11\) = 1, needs umip/],
  [MAX, { dr6: 0x1_ffff_0ff0n }, 'S11', /bit 32 set/],
  [MAX, { dr7: 0xffff_ffff_0000_0400n }, 'S12', /bits 63:32 set/],
  [MAX, { eventInj: 0x8000_0500 }, 'E1', /TYPE \(bits 10:8\) = 5h/, /type 5 \(reserved\)/],
  [MAX, exception(2), 'E2', /VECTOR \(bits 7:0\) = 2h/],
  [MAX, exception(0x20), 'E3', /vector 32$/m],
  [MAX, exception(9), 'E4', /EVENTINJ \(0A8h\) = 80000309h: VECTOR \(bits 7:0\) = 9h$/m],
  [MAX, exception(4), 'E5', /type 3 \(exception\), vector 4 \(#OF\)/, /CS.ATTRIB \(412h\)/],
  [MAX, exception(13), ''],
  [MAX, { efer: 0xd01, cr0: 0xa000_0011, dr6: 1n << 40n }, 'S1 S7 S11'],
  ['max,-lm', { efer: 0x1100, cr0: 0x11 }, 'S3', /LME \(bit 8\) = 1, needs lm/],
];

const wasm = new Module(readFileSync(new URL('../silicon.wasm', import.meta.url)));
const page = new VmcbPage();

for (const [cpu, fields, ids, ...text] of CASES) {
  const name = JSON.stringify(fields, (_, v: unknown) => (typeof v === 'bigint' ? `${v}` : v));
  test(`check ${ids || 'passes'}: ${cpu} ${name}`, () => {
    page.legal(fields);
    const { findings, lines, notes } = checkVmcb(wasm, page.bytes(), cpu);
    assert.equal(findings.map(({ id }) => id).join(' '), ids);
    for (const pattern of text) assert.match(lines.join('\n'), pattern);
    assert.deepEqual(notes, []);
  });
}

test('every row that a dump can fail is explained with fields that are in it', () => {
  const cannot = ['C5', 'S13'];
  for (const { id, reach } of CHECKS)
    if (reach === 'checked' && !cannot.includes(id))
      assert.ok(
        CASES.some(([, , ids]) => ids === id),
        id,
      );
});

test('a guest with page-directory pointers outside the dump is said to have them', () => {
  page.legal({ efer: 0x1801 });
  assert.match(
    checkVmcb(wasm, page.bytes(), MAX).notes.join('\n'),
    /^S13 is not checked: .*page-directory pointers/,
  );
  page.legal({ efer: 0x1801, miscCtl: 1 });
  assert.deepEqual(checkVmcb(wasm, page.bytes(), MAX).notes, []);
});
