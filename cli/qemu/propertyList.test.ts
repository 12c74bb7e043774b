import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInteger, parsePropertyList, parseSwitch, splitList } from './propertyList.js';

const lists: [string, ReturnType<typeof parsePropertyList>][] = [
  ['pc', { head: 'pc', properties: [] }],
  ['pc,a=1', { head: 'pc', properties: [['a', '1']] }],
  ['a=1,b=', { head: undefined, properties: [['a', '1'], ['b', '']] }], // prettier-ignore
  ['x,pit,novmport', { head: 'x', properties: [['pit', 'on'], ['vmport', 'off']] }], // prettier-ignore
  ['x,a=b,,c=d', { head: 'x', properties: [['a', 'b,c=d']] }],
  ['', { head: undefined, properties: [] }],
];
for (const [text, expected] of lists) {
  test(`list '${text}'`, () => assert.deepEqual(parsePropertyList(text), expected));
}

test('two commas stand for one', () => {
  assert.deepEqual(splitList('a,,b,c,,,d'), ['a,b', 'c,', 'd']);
});

test('switches and integers', () => {
  assert.deepEqual(['on', 'yes', 'off', 'false', 'maybe'].map(parseSwitch), [
    true,
    true,
    false,
    false,
    undefined,
  ]);
  assert.deepEqual(
    ['10', '0x10', '0xFG', '-1', '', '256'].map((text) => parseInteger(text, 255)),
    [10, 16, undefined, undefined, undefined, undefined],
  );
});
