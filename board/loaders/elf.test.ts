import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseElf } from './elf.js';
import { buildElf, type ElfRecipe } from './testImages.test.js';

const code = Uint8Array.of(0xf4, 0xeb, 0xfd);
const base: ElfRecipe = { entry: 0x400001, segments: [{ physical: 0x400000, bytes: code, zero: 5 }] };

test('both classes yield the same segments and entry', () => {
  for (const is64 of [false, true]) {
    const elf = parseElf(buildElf({ ...base, is64 }));
    assert.equal(elf.is64, is64);
    assert.equal(elf.entry, 0x400001);
    assert.deepEqual(
      elf.segments.map((s) => [s.address, [...s.bytes], s.zero]),
      [[0x400000, [...code], 5]],
    );
  }
});

test('a virtual entry is translated to the physical address, in all 64 bits', () => {
  const elf = parseElf(
    buildElf({
      is64: true,
      entry: 0xffffffff80000001n,
      segments: [{ physical: 0x100000, virtual: 0xffffffff80000000n, bytes: code }],
    }),
  );
  assert.equal(elf.entry, 0x100001);
});

test('segments that are not PT_LOAD or are empty are left out', () => {
  const note = { physical: 0x5000, bytes: code, type: 4 };
  const empty = { physical: 0x6000, bytes: new Uint8Array() };
  assert.equal(parseElf(buildElf({ ...base, segments: [note, empty, ...base.segments] })).segments.length, 1);
});

const damaged: [string, (image: Uint8Array) => Uint8Array, RegExp][] = [
  ['no magic', (i) => set(i, 0, 0), /^not an ELF image$/],
  ['class', (i) => set(i, 4, 3), /neither 32-bit nor 64-bit/],
  ['big-endian', (i) => set(i, 5, 2), /not little-endian/],
  ['shared object', (i) => set(i, 16, 3), /not an executable \(type 3\)/],
  ['machine', (i) => set(i, 18, 40), /another processor \(machine 40\)/],
  ['short file header', (i) => i.subarray(0, 40), /header is cut off/],
  ['short table', (i) => i.subarray(0, 60), /program headers are cut off/],
  ['table entry too small', (i) => set(i, 42, 8), /program headers of 8 bytes/],
  ['short segment', (i) => i.subarray(0, i.length - 1), /at 400000h is cut off/],
  ['file size above memory size', (i) => set(i, 52 + 20, 1), /larger in the file/],
  ['nothing to load', (i) => set(i, 52, 4), /nothing to load/],
];

for (const [name, damage, message] of damaged) {
  test(`refused: ${name}`, () => {
    assert.throws(() => parseElf(damage(buildElf(base))), { name: 'ImageError', message });
  });
}

test('a 64-bit address beyond any machine is refused', () => {
  const image = buildElf({ is64: true, entry: 0, segments: [{ physical: 2 ** 60, bytes: code }] });
  assert.throws(() => parseElf(image), /segment address 1000000000000000h is out of reach/);
});

function set(image: Uint8Array, at: number, value: number): Uint8Array {
  image[at] = value;
  return image;
}
