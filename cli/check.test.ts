import assert from 'node:assert/strict';
import test from 'node:test';
import type { VmcbKey } from '../spec/vmcb.js';
import { VmcbPage } from '../tests/vmcbPage.js';
import type { Io } from './io.js';
import { main } from './main.js';

type Fields = Partial<Record<VmcbKey, bigint | number>>;

/** `nsvm check FILE`, with the real processor behind it. */
async function check(fields: Fields, ...options: string[]): Promise<[number, string, string]> {
  const page = new VmcbPage();
  page.legal(fields);
  const bytes = page.bytes();
  const text = { out: '', err: '' };
  const io: Io = {
    stdout: { write: (data) => void (text.out += data.toString()) },
    stderr: { write: (data) => void (text.err += data.toString()) },
    readFile: () => bytes,
    createFile: () => assert.fail('nothing is written'),
    openInput: () => ({ close: () => undefined }),
    now: () => 0,
  };
  const status = await main(['check', 'vmcb.bin', ...options], {}, io);
  return [status, text.out, text.err];
}

const PASSES = 'VMRUN would enter the guest: no check fails\n';

const CASES: readonly [
  name: string,
  fields: Fields,
  options: string[],
  status: number,
  out: string | RegExp,
][] = [
  ['a legal VMCB', {}, [], 0, PASSES],
  ['address width', { cr3: 1n << 40n }, ['--cpu', 'max,phys-bits=41'], 0, PASSES],
  [
    'one bit less',
    { cr3: 1n << 40n },
    ['--cpu', 'max,phys-bits=40'],
    1,
    /1 check fails\n {2}S9 .*\n {7}CR3 \(550h\)/,
  ],
  ['two rows', { guestAsid: 0, efer: 0 }, [], 1, /2 checks fail\n {2}C2 [^]*\n {2}S1 /],
  ['pointers', { efer: 0x1801 }, [], 0, /^VMRUN would enter.*\nnote: S13 is not checked: .*\n$/],
  ['no SVM', {}, ['--cpu', 'max,-svm'], 1, /note: this processor has no SVM/],
];
for (const [name, fields, options, status, out] of CASES) {
  test(`nsvm check: ${name}`, async () => {
    const [got, text, err] = await check(fields, ...options);
    assert.deepEqual([got, err], [status, '']);
    if (typeof out === 'string') assert.equal(text, out);
    else assert.match(text, out);
  });
}
