import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHECKS, checkBit, checksOfMask, INJECTABLE_EXCEPTIONS } from './checks.js';
import { code64, EXIT, EXITS, exitOfLanes, exitRow } from './exits.js';
import { INTERCEPT, INTERCEPTS, interceptAt, interceptOfExit, INTERCEPT_WORDS } from './intercepts.js';
import { VMCB } from './vmcb.js';

test('every intercept has its exit, and the exit names the intercept', () => {
  for (const i of INTERCEPTS) {
    const exit = exitRow(i.exitCode);
    assert.ok(exit, i.name);
    assert.equal(exit.intercept, i, i.name);
    assert.equal(interceptOfExit(exit.code), i);
    assert.equal(interceptAt(i.word, i.bit), i);
    assert.ok(i.bit < 32 && i.word < INTERCEPT_WORDS.length);
  }
  assert.equal(new Set(INTERCEPTS.map((i) => i.word * 32 + i.bit)).size, INTERCEPTS.length);
  assert.equal(INTERCEPTS.length, 32 * 5 + 7);
  INTERCEPT_WORDS.forEach((key, n) => assert.equal(VMCB[key].offset, n * 4));
});

test('only nested faults, AVIC, VMGEXIT and errors need no intercept', () => {
  const free = EXITS.filter((row) => row.intercept === null).map((row) => row.name.replace('VMEXIT_', ''));
  assert.deepEqual(free, [
    'NPF',
    'AVIC_INCOMPLETE_IPI',
    'AVIC_NOACCEL',
    'VMGEXIT',
    'SW',
    'INVALID_PMC',
    'IDLE_REQUIRED',
    'BUSY',
    'INVALID',
  ]);
});

test('exit codes are unique and read back from lanes', () => {
  assert.equal(new Set(EXITS.map((row) => row.code)).size, EXITS.length);
  for (const row of EXITS) {
    const code = code64(row);
    assert.equal(exitOfLanes(Number(code & 0xffffffffn), Number(code >> 32n)), row, row.name);
  }
  assert.equal(exitOfLanes(-1, -1), EXIT.invalid);
  assert.equal(exitOfLanes(-1, 0), undefined);
  assert.equal(code64(EXIT.invalid), 0xffffffff_ffffffffn);
});

test('names that users know', () => {
  const table: [number, string | null, string | null][] = [
    [0x00, 'SVM_EXIT_READ_CR0', 'read_cr0'],
    [0x01, null, null],
    [0x37, 'SVM_EXIT_WRITE_DR7', 'write_dr7'],
    [0x4e, 'SVM_EXIT_EXCP_BASE + PF_VECTOR', 'PF excp'],
    [0x53, 'SVM_EXIT_EXCP_BASE + XM_VECTOR', 'XF excp'],
    [0x42, null, null],
    [0x60, 'SVM_EXIT_INTR', 'interrupt'],
    [0x81, 'SVM_EXIT_VMMCALL', 'hypercall'],
    [0x400, 'SVM_EXIT_NPF', 'npf'],
    [-1, 'SVM_EXIT_ERR', 'invalid_guest_state'],
  ];
  for (const [code, kvm, trace] of table) {
    assert.equal(exitRow(code)?.kvm, kvm);
    assert.equal(exitRow(code)?.trace, trace);
  }
  assert.deepEqual([INTERCEPT.vmrun.word, INTERCEPT.vmrun.bit], [4, 0]);
});

test('checks: ids in order, fields exist, masks fit, reasons are given', () => {
  const ids = [
    ...Array.from({ length: 14 }, (_, n) => `C${n + 1}`),
    ...Array.from({ length: 18 }, (_, n) => `S${n + 1}`),
    ...Array.from({ length: 7 }, (_, n) => `E${n + 1}`),
  ];
  assert.deepEqual(
    CHECKS.map((c) => c.id),
    ids,
  );
  assert.ok(CHECKS.length <= 64);
  for (const c of CHECKS) {
    for (const key of c.fields) assert.ok(key in VMCB, `${c.id}: ${key}`);
    for (const [key, mask] of Object.entries(c.offending)) {
      assert.ok(c.fields.includes(key as keyof typeof VMCB), `${c.id}: ${key} is not read`);
      assert.equal(mask >> BigInt(VMCB[key as keyof typeof VMCB].width * 8), 0n, `${c.id}: ${key}`);
    }
    assert.equal(c.why === undefined, c.reach === 'checked', c.id);
    assert.match(c.sentence, /^[A-Za-z].*[^.]$/);
  }
  assert.deepEqual(
    CHECKS.filter((c) => c.reach === 'notChecked').map((c) => c.id),
    ['C8', 'C10', 'S18', 'E6', 'E7'],
  );
  assert.deepEqual(
    checksOfMask((1n << BigInt(checkBit('C2'))) | (1n << BigInt(checkBit('E7')))).map((c) => c.id),
    ['C2', 'E7'],
  );
  assert.throws(() => checkBit('C99'), /no VMRUN check C99/);
  for (const vector of [2, 9, 15, 20, 21, 22, 27, 29, 31]) assert.ok(!INJECTABLE_EXCEPTIONS.includes(vector));
});
