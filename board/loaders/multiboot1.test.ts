import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BootImage } from './image.js';
import { segmentSize } from './image.js';
import { loadKernel } from './kernel.js';
import { pcMemoryMap } from './memoryMap.js';
import { loadMultiboot, type MultibootOptions } from './multiboot1.js';
import { buildElf, multibootHeader, multibootKernel } from './testImages.test.js';

const MIB = 2 ** 20;

function options(more: Partial<MultibootOptions> = {}): MultibootOptions {
  const ramBytes = more.ramBytes ?? 128 * MIB;
  return { cmdline: 'k', modules: [], ramBytes, memoryMap: pcMemoryMap(ramBytes), ...more };
}

/** Guest memory as the kernel sees it, read through the loaded segments. */
function reader(boot: BootImage) {
  const byte = (address: number): number => {
    const s = boot.segments.find((one) => address >= one.address && address < one.address + segmentSize(one));
    assert.ok(s, `nothing loaded at ${address.toString(16)}`);
    return s.bytes[address - s.address] ?? 0;
  };
  const u32 = (address: number): number =>
    [3, 2, 1, 0].reduce((value, i) => value * 256 + byte(address + i), 0);
  const text = (address: number): string => {
    let result = '';
    for (let at = address; byte(at) !== 0; at++) result += String.fromCharCode(byte(at));
    return result;
  };
  return { u32, text, info: (offset: number) => u32(boot.registers.ebx + offset) };
}

test('registers at entry are those of the Multiboot contract', () => {
  const { registers, entry } = loadMultiboot(multibootKernel(), options());
  assert.equal(entry, 0x40000c);
  assert.deepEqual(registers, {
    mode: 'flat32',
    eip: 0x40000c,
    eax: 0x2badb002,
    ebx: 0x9000,
    cr0: 0x11,
    eflags: 2,
    codeSelector: 8,
    dataSelector: 16,
  });
});

test('the information names command line, memory, map and loader', () => {
  const memory = reader(loadMultiboot(multibootKernel(), options({ cmdline: 'x86/svm.flat asid_zero' })));
  assert.equal(memory.info(0), 0b10_0100_1101);
  assert.equal(memory.info(4), 639);
  assert.equal(memory.info(8), 127 * 1024);
  assert.equal(memory.text(memory.info(16)), 'x86/svm.flat asid_zero');
  assert.equal(memory.info(20), 0);
  assert.equal(memory.text(memory.info(64)), 'nsvm');
  const rows = [];
  for (let at = memory.info(48); at < memory.info(48) + memory.info(44); at += memory.u32(at) + 4) {
    rows.push([memory.u32(at + 4) + memory.u32(at + 8) * 2 ** 32, memory.u32(at + 12), memory.u32(at + 20)]);
  }
  assert.deepEqual(rows, [
    [0, 0x9fc00, 1],
    [0x9fc00, 0x400, 2],
    [0xf0000, 0x10000, 2],
    [0x100000, 127 * MIB, 1],
    [0xfffc0000, 0x40000, 2],
  ]);
});

test('memory above 4 GiB is a row of its own', () => {
  const memory = reader(loadMultiboot(multibootKernel(), options({ ramBytes: 4096 * MIB })));
  assert.equal(memory.info(8), 3071 * 1024);
  const last = memory.info(48) + memory.info(44) - 24;
  assert.deepEqual([memory.u32(last + 4), memory.u32(last + 8), memory.u32(last + 12)], [0, 1, 1024 * MIB]);
});

test('modules lie on pages of their own above the image and its bss', () => {
  const modules = [
    { cmdline: 'env -x', bytes: new Uint8Array(5000).fill(7) },
    { cmdline: 'b', bytes: Uint8Array.of(9) },
  ];
  const memory = reader(loadMultiboot(multibootKernel(0x400000, 0x1000), options({ modules })));
  assert.equal(memory.info(20), 2);
  const table = memory.info(24);
  assert.deepEqual([memory.u32(table), memory.u32(table + 4)], [0x402000, 0x402000 + 5000]);
  assert.equal(memory.text(memory.u32(table + 8)), 'env -x');
  assert.deepEqual([memory.u32(table + 16), memory.u32(table + 20)], [0x404000, 0x404001]);
  assert.equal(memory.text(memory.u32(table + 24)), 'b');
  assert.equal(memory.u32(0x402000), 0x07070707);
});

const places: [string, number, number, number, number][] = [
  ['image above 1 MiB', 0x400000, 0, 1, 0x9000],
  ['image over the usual place', 0x8000, 0x5000, 1, 0xe000],
  ['image that fills conventional memory', 0x7000, 0x98000, 1, 0x101000],
  ['command line too long for conventional memory', 0x400000, 0, 0x98000, 0x402000],
];
for (const [name, address, zero, cmdlineLength, ebx] of places) {
  test(`place of the information: ${name}`, () => {
    const modules = [{ cmdline: 'm', bytes: new Uint8Array(16) }];
    const boot = loadMultiboot(
      multibootKernel(address, zero),
      options({ cmdline: 'c'.repeat(cmdlineLength), modules }),
    );
    assert.equal(boot.registers.ebx, ebx);
    const sorted = [...boot.segments].sort((a, b) => a.address - b.address);
    sorted.reduce((a, b) => (assert.ok(a.address + segmentSize(a) <= b.address, 'segments overlap'), b));
  });
}

test('a 64-bit ELF is accepted and enters in 32-bit mode', () => {
  assert.equal(loadMultiboot(multibootKernel(0x400000, 0, true), options()).registers.mode, 'flat32');
});

test('address fields place a flat file, with bss', () => {
  const file = new Uint8Array(0x60);
  file.set(multibootHeader(1 << 16, [0x200010, 0x200000, 0x200030, 0x200100, 0x200034]), 0x20);
  const { segments, entry } = loadMultiboot(file, options());
  assert.equal(entry, 0x200034);
  assert.deepEqual(
    [segments[0].address, segments[0].bytes.length, segments[0].bytes.byteOffset, segments[0].zero],
    [0x200000, 0x30, 0x10, 0xd0],
  );
});

test('address fields of zero mean: the rest of the file, no bss', () => {
  const file = new Uint8Array(0x50);
  file.set(multibootHeader(1 << 16, [0x200000, 0x200000, 0, 0, 0x200020]));
  const [segment] = loadMultiboot(file, options()).segments;
  assert.deepEqual([segment.bytes.length, segment.zero], [0x50, 0]);
});

function flat(addresses: number[], offset = 0, flags = 1 << 16): Uint8Array {
  const file = new Uint8Array(offset + 0x40);
  file.set(multibootHeader(flags, addresses), offset);
  return file;
}

const refused: [string, Uint8Array, Partial<MultibootOptions>, RegExp][] = [
  ['empty file', new Uint8Array(), {}, /^the file is empty$/],
  ['text', new TextEncoder().encode('hello, world'), {}, /^not a Multiboot image$/],
  ['bad checksum', multibootHeader().fill(1, 8), {}, /^not a Multiboot image$/],
  ['header beyond 8 KiB', flat([1, 1, 0, 0, 1], 8192), {}, /^not a Multiboot image$/],
  ['header not aligned', flat([1, 1, 0, 0, 1], 2), {}, /^not a Multiboot image$/],
  [
    'ELF without header',
    buildElf({ entry: 0, segments: [{ physical: 0x100000, bytes: Uint8Array.of(1) }] }),
    {},
    /ELF, but not a Multiboot/,
  ],
  ['Linux', linux(), {}, /bzImage: not supported yet/],
  ['unknown demand', flat([], 0, 1 << 4), {}, /demands unknown features 10h/],
  ['neither ELF nor address fields', flat([], 0, 0), {}, /^not an ELF image$/],
  ['header below load address', flat([0x100000, 0x200000, 0, 0, 0]), {}, /below its own load address/],
  ['load address before the file', flat([0x200000, 0x1ff000, 0, 0, 0]), {}, /before the start of the file/],
  ['load end below start', flat([0x200000, 0x200000, 0x100000, 0, 0]), {}, /load end lies below/],
  ['file too short', flat([0x200000, 0x200000, 0x200400, 0, 0]), {}, /the file ends too early/],
  ['bss inside data', flat([0x200000, 0x200000, 0x200030, 0x200010, 0]), {}, /bss ends inside/],
  [
    'too little RAM',
    multibootKernel(0x400000, 8 * MIB),
    { ramBytes: 8 * MIB },
    /^the image \(400000h to C00040h\) does not fit in 8 MiB of RAM$/,
  ],
  ['over the VGA hole', multibootKernel(0x90000, 0x20000), {}, /90000h to B0040h, which is not ordinary/],
  [
    'module too large',
    multibootKernel(),
    { ramBytes: 8 * MIB, modules: [{ cmdline: 'm x', bytes: new Uint8Array(4 * MIB) }] },
    /^module 'm x' .* does not fit in 8 MiB/,
  ],
];
for (const [name, image, more, message] of refused) {
  test(`refused: ${name}`, () => {
    assert.throws(() => loadKernel(image, options(more)), { name: 'ImageError', message });
  });
}

function linux(): Uint8Array {
  const image = new Uint8Array(0x400);
  image.set(new TextEncoder().encode('HdrS'), 0x202);
  return image;
}
