import assert from 'node:assert/strict';
import test from 'node:test';
import { CaseFileError, decodeCase, encodeCase } from './caseFile.js';
import { drawCase } from './generate/index.js';

const FILE = {
  seed: 1,
  index: 2,
  finding: { kind: 'difference' as const, slice: 0, details: ['RIP: bare 1, nested 2'] },
  case: { ...drawCase(1, 2), edits: [{ at: '1000', value: '7', width: 8 }] },
};
const GOOD = encodeCase(FILE);

const DAMAGED: readonly [what: string, text: string, message: RegExp][] = [
  ['nothing', '', /^this is no file of nsvm fuzz, or a damaged one$/],
  ['cut off', GOOD.slice(0, -20), /damaged one$/],
  ['another JSON', '{"name":"x"}', /^this is no file of nsvm fuzz$/],
  ['a list', '[]', /the file must be an object/],
  ['another version', GOOD.replace('"version": 1', '"version": 9'), /version 9, this release reads 1$/],
  ['another mode', GOOD.replace(/"mode": "\w+"/, '"mode": "huge"'), /mode must be one of long, /],
  ['an unknown processor', GOOD.replace(/"cpu": "[^"]+"/, '"cpu": "Z80"'), /^cpu: .*Z80/],
  ['an unknown op', GOOD.replace(/"loop": \[/, '"loop": ["fly",'), /^loop: there is no op 'fly'$/],
  [
    'too few arguments',
    GOOD.replace(/"loop": \[/, '"loop": ["skip: a",'),
    /^loop: 'skip' takes 2 arguments, not 1$/,
  ],
  ['no number', GOOD.replace(/"loop": \[/, '"loop": ["skip: a x",'), /takes a hexadecimal number, not 'x'$/],
  [
    'an unknown field',
    GOOD.replace(/"a": \{/, '"a": {"zz": "1",'),
    /^fields\.a: there is no VMCB field 'zz'$/,
  ],
  ['no rounds', GOOD.replace(/"rounds": \d+/, '"rounds": -1'), /rounds must be a whole number/],
  ['memory that is not there', GOOD.replace('"at": "1000"', '"at": "ffff0000"'), /ffff0000 is no RAM$/],
];

for (const [what, text, message] of DAMAGED)
  test(`refused in one line: ${what}`, () => {
    assert.throws(
      () => decodeCase(text),
      (error) => {
        assert.ok(error instanceof CaseFileError);
        assert.match(error.message, message);
        assert.ok(!error.message.includes('\n'));
        return true;
      },
    );
  });

test('what was written is read again', () => {
  assert.deepEqual(decodeCase(GOOD), FILE);
  assert.match(GOOD, /\{ "at": "1000", "value": "7", "width": 8 \}/, 'an edit is one line');
});
