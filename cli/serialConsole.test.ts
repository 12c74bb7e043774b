import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SerialConsole } from './serialConsole.js';

test('lines go out when complete, the rest at a flush', () => {
  const pieces: string[] = [];
  const console = new SerialConsole({
    write: (data) => void pieces.push(Buffer.from(data as Uint8Array).toString()),
  });
  for (const byte of Buffer.from('ab\ncd')) console.send(byte);
  assert.deepEqual(pieces, ['ab\n']);
  console.flush();
  console.flush();
  assert.deepEqual(pieces, ['ab\n', 'cd']);
});

test('without an output nothing is kept', () => {
  const console = new SerialConsole(undefined);
  for (let i = 0; i < 10_000; i++) console.send(65);
  console.flush();
});

const keys: [string, boolean, boolean, string, boolean][] = [
  // what is typed, multiplexed, on a terminal, what the guest gets, stops
  ['a\x03b', false, true, 'ab', true],
  ['a\x03b', false, false, 'a\x03b', false],
  ['a\x03b', true, true, 'a\x03b', false],
  ['\x01x', true, true, '', true],
  ['\x01\x01\x01a\x01q', true, true, '\x01\x01', false],
  ['\x01x', false, true, '\x01x', false],
];
for (const [typed, multiplexed, isTerminal, received, interrupted] of keys) {
  test(`typed ${JSON.stringify(typed)}, ${multiplexed ? 'multiplexed' : 'plain'}, terminal ${isTerminal}`, () => {
    const console = new SerialConsole(undefined, multiplexed);
    console.type(Buffer.from(typed), isTerminal);
    let text = '';
    for (let byte = console.receive(); byte !== undefined; byte = console.receive())
      text += String.fromCharCode(byte);
    assert.deepEqual([text, console.interrupted], [received, interrupted]);
  });
}
