import assert from 'node:assert/strict';
import test from 'node:test';
import { CHECKED_ELSEWHERE, checkCases } from '../../spec/checkCases.js';
import { CHECKS, checksOfMask } from '../../spec/checks.js';
import { VmcbPage } from '../../tests/vmcbPage.js';

/** Where the page-directory pointers of a case are. */
const POINTERS = 0x2000;

test('VMRUN checks: neighbours of every row', () => {
  const page = new VmcbPage();
  for (const { fails, fields, pointer } of checkCases(40)) {
    page.legal({ ...fields, ...(pointer === undefined ? {} : { cr3: POINTERS }) });
    if (pointer !== undefined) page.cpu.u64[page.cpu.hostAddress(POINTERS) >> 3] = pointer;
    const mask =
      page.call('vmcbChecks', page.at, 0x8000_0011n, 0x620n, 0x1d01n) | page.call('pdpteCheck', page.at);
    assert.deepEqual(
      checksOfMask(mask).map((check) => check.id),
      fails,
      JSON.stringify({ ...fields, pointer }, (_, v) => (typeof v === 'bigint' ? v.toString(16) : v)),
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

test('VMRUN checks: every row that can fail has a case', () => {
  const failing = new Set(checkCases(40).flatMap(({ fails }) => fails));
  const missing = CHECKS.filter(({ id, reach }) => reach === 'checked' && !failing.has(id));
  assert.deepEqual(
    missing.map(({ id }) => id),
    CHECKED_ELSEWHERE,
  );
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
