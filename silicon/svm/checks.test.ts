import assert from 'node:assert/strict';
import test from 'node:test';
import { CHECKS, checksOfMask } from '../../spec/checks.js';
import type { VmcbKey } from '../../spec/vmcb.js';
import { VmcbPage } from '../../tests/vmcbPage.js';

type Fields = Partial<Record<VmcbKey, bigint | number>>;
type Case = [rows: string, fields: Fields];

const LIMIT = 1n << 40n;
const valid = (event: number): Fields => ({ eventInj: 0x8000_0000 + event });

// Each row has a case that just fails it, beside cases that just pass.
const CASES: readonly Case[] = [
  ['', {}],
  ['C1', { interceptMisc2: 2 }],
  ['C2', { guestAsid: 0 }],
  ['', { msrpmBasePa: LIMIT - 0x3000n + 0xfffn }],
  ['C3', { msrpmBasePa: LIMIT - 0x2000n }],
  ['C3', { msrpmBasePa: LIMIT - 0x1000n }],
  ['C3', { msrpmBasePa: 0xffff_ffff_ffff_f000n }],
  ['', { iopmBasePa: LIMIT - 0x3000n }],
  ['C4', { iopmBasePa: LIMIT - 0x2000n }],
  ['C4', { iopmBasePa: 0xffff_ffff_ffff_ffffn }],
  ['', { miscCtl: 1, nCr3: 0x3fff }],
  ['C6', { miscCtl: 1, nCr3: LIMIT }],
  ['', { miscCtl: 0, nCr3: LIMIT }],
  ['C7', { miscCtl: 1, gPat: 0x02 }],
  ['C7', { miscCtl: 1, gPat: 0x0300_0000_0000_0000n }],
  ['C7', { miscCtl: 1, gPat: 0x0800 }],
  ['', { miscCtl: 1, gPat: 0x0001_0405_0607_0000n }],
  ['', { miscCtl: 0, gPat: 0x02 }],
  ['C9', { intCtl: 0x400_0000 }],
  ['C9', { intCtl: 0x400_0000, interceptMisc1: 0xffff_fffd }],
  ['', { intCtl: 0x400_0000, interceptMisc1: 2 }],
  ['', { intCtl: 0x1800 }],
  ['', { tlbControl: 0xff }],
  ['S1', { efer: 0xd01 }],
  ['S2', { efer: 0x1f01 }],
  ['S2', { efer: 0x8000_0000_0000_1d01n }],
  ['S2', { efer: 0x5d01 }],
  ['', { efer: 0x1dff }],
  ['S4', { cr4: 0x600 }],
  ['S5', { cr0: 0x8000_0010 }],
  ['S4 S5', { cr0: 0x8000_0010, cr4: 0x600 }],
  ['', { cr0: 0x11, cr4: 0x600 }],
  ['', { efer: 0x1000, cr0: 0x8000_0010, cr4: 0 }],
  ['S6', { csAttrib: 0x69b }],
  ['', { csAttrib: 0x69b, cr0: 0x11 }],
  ['S7', { cr0: 0xa000_0011 }],
  ['', { cr0: 0xe000_0011 }],
  ['S8', { cr0: 0x1_8000_0011n }],
  ['', { cr0: 0xffff_ffdf }],
  ['S9', { cr3: LIMIT }],
  ['S9', { cr3: 1n << 63n, efer: 0x1801 }],
  ['', { cr3: 0x2fff }],
  ['S10', { cr4: 0x2620 }],
  ['S10', { cr4: (1n << 40n) | 0x620n }],
  ['', { cr4: 0x2_0600, cr0: 0x11 }],
  ['S11', { dr6: 1n << 32n }],
  ['', { dr6: 0xffff_ffff }],
  ['S12', { dr7: 1n << 63n }],
  ['', { dr7: 0xffff_ffff }],
  ['S1 S7 S11', { efer: 0xd01, cr0: 0xa000_0011, dr6: 1n << 40n }],
  ['', { eventInj: 0x100 }],
  ['E1', valid(0x100)],
  ['E1', valid(0x500)],
  ['E1', valid(0x700)],
  ['', valid(0x020)],
  ['', valid(0x202)],
  ['', valid(0x4ff)],
  ['E2', valid(0x302)],
  ['E3', valid(0x320)],
  ['', valid(0x30d)],
  ['E4', valid(0x309)],
  ['E4', valid(0x30f)],
  ['E4', valid(0x315)],
  ['E4', valid(0x31d)],
  ['E4', valid(0x31f)],
  ['', valid(0x31e)],
  ['E5', valid(0x304)],
  ['E5', valid(0x305)],
  ['', { ...valid(0x304), csAttrib: 0x49b }],
  ['', valid(0x7fff_f20d)],
  ['', valid(0xb03)],
];

test('VMRUN checks: failing rows', () => {
  const page = new VmcbPage();
  for (const [rows, fields] of CASES) {
    page.legal(fields);
    const mask = page.call('vmcbChecks', page.at, 0x8000_0011n, 0x620n, 0x1d01n);
    const found = checksOfMask(mask).map((check) => check.id);
    assert.equal(
      found.join(' '),
      rows,
      JSON.stringify(fields, (_, v) => (typeof v === 'bigint' ? `${v}` : v)),
    );
  }
});

test('VMRUN checks: nested paging needs a host with paging', () => {
  const page = new VmcbPage();
  page.legal({ miscCtl: 1 });
  assert.deepEqual(
    checksOfMask(page.call('vmcbChecks', page.at, 0x11n, 0x620n, 0x1801n)).map((check) => check.id),
    ['C5'],
  );
});

const POINTERS: readonly [rows: string, pointer: bigint, fields: Fields][] = [
  ['S13', (1n << 52n) | 1n, {}],
  ['S13', (1n << 40n) | 1n, {}],
  ['S13', (1n << 63n) | 1n, {}],
  ['S13', 0x21n, {}],
  ['S13', 0x3n, {}],
  ['', 0xe19n, {}],
  ['', 0xffff_ffff_ffff_fffen, {}],
  ['', (1n << 52n) | 1n, { miscCtl: 1 }],
  ['', (1n << 52n) | 1n, { efer: 0x1d01 }],
  ['', (1n << 52n) | 1n, { cr4: 0x600 }],
  ['', (1n << 52n) | 1n, { cr0: 0x11 }],
];

test('VMRUN checks: page-directory pointers of legacy PAE paging', () => {
  const page = new VmcbPage();
  for (const [rows, pointer, fields] of POINTERS) {
    page.legal({ efer: 0x1801, ...fields });
    page.cpu.u64[(page.cpu.hostAddress(0x2000) >> 3) + 3] = pointer;
    const found = checksOfMask(page.call('pdpteCheck', page.at)).map((check) => check.id);
    assert.equal(found.join(' '), rows, pointer.toString(16));
  }
});

test('VMRUN checks: every row that can fail has a case', () => {
  const failing = new Set(CASES.flatMap(([rows]) => rows.split(' ')));
  const elsewhere = ['C5', 'S3', 'S13'];
  for (const { id, reach } of CHECKS)
    if (reach === 'checked') assert.ok(failing.has(id) || elsewhere.includes(id), id);
});

test('VMRUN checks: virtual NMIs need a processor that has them', () => {
  const page = new VmcbPage();
  page.legal({ intCtl: 0x400_0000 });
  page.call('setFeature', 409, false);
  assert.equal(page.call('vmcbChecks', page.at, 0x8000_0011n, 0x620n, 0x1d01n), 0n);
});

test('VMRUN checks: long mode needs a processor that has it', () => {
  const page = new VmcbPage();
  page.call('setFeature', 285, false);
  const found = checksOfMask(page.call('vmcbChecks', page.at, 0x8000_0011n, 0x620n, 0x1d01n));
  assert.deepEqual(
    found.map((check) => check.id),
    ['S3'],
  );
});
