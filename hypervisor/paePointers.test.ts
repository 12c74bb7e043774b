import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';
import { twins } from '../tests/twins.js';
import { differences } from '../fuzz/differences.js';

/** The four page-directory pointers, of which only the first leads anywhere: the second would show the same memory 1 GiB higher. */
const POINTERS = PLACE.pae;
const DIRECTORY = PLACE.tables + 0x2000;
const SECOND_GIB = 0x4000_0000;
const RCX = 1;
/** What lies at PLACE.data, and is seen through the second pointer. */
const MARK = 0x5eed;

const dword = (value: number): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes.toString('hex');
};
/** 32-bit code. */
const point = (n: number, low: number): string => `c705 ${dword(POINTERS + 8 * n)} ${dword(low)}`;
const PRESENT = point(1, DIRECTORY + 1);
/** Bit 1 is reserved in a pointer. */
const SPOILT = point(1, DIRECTORY + 3);
const LOOK = `8b0d ${dword(SECOND_GIB + PLACE.data)}`;
const LOAD_CR3 = `b8 ${dword(POINTERS)} 0f22d8`;
const TOGGLE_PGE = '0f20e0 3580000000 0f22e0';
const TOGGLE_MCE = '0f20e0 3540000000 0f22e0';
const TOGGLE_CD = '0f20c0 3500000040 0f22c0';
const VMRUN = `b8 ${dword(PLACE.vmcb12)} 0f01d8`;
/** L2 of these is 64-bit code: the same encoding would be relative to RIP, so the address is in a SIB byte. */
const pointFromL2 = (low: number): string => `c70425 ${dword(POINTERS + 8)} ${dword(low)}`;
const VMMCALL = '0f01d9';

/** L1 in 32-bit code under legacy PAE paging, without an IDT: an exception is a shutdown. */
function run(code: string, l2 = '', fields: Parameters<Twin['vmcb12']>[0] = {}): readonly [Twin, Twin] {
  const both = twins();
  for (const twin of both) {
    twin.set('CR3', POINTERS);
    twin.set('EFER', 0x1801);
    twin.cpu.u32[(twin.cpu.state('SEGS') + 16) >> 2] = 8 | (0xc9b << 16);
    // IDTR, whose row is the ninth, with no limit.
    twin.cpu.u32[((twin.cpu.state('SEGS') + 8 * 16) >> 2) + 1] = 0;
    twin.cpu.wasm.loadOwnPdptes();
    twin.cpu.wasm.updateCodeMode();
    twin.vmcb12(fields);
    twin.write64(PLACE.data, MARK);
    twin.write(PLACE.l1Code, `${code} f4`);
    twin.write(PLACE.l2Code, l2 + VMMCALL);
    twin.run(1000);
  }
  assert.deepEqual(differences(...both), []);
  return both;
}

const CASES: readonly [
  what: string,
  seen: 'new' | 'old' | 'down',
  code: string,
  l2?: string,
  fields?: Parameters<typeof run>[2],
][] = [
  ['a pointer that changes is the old one', 'old', PRESENT + LOOK],
  ['MOV CR3 loads it', 'new', PRESENT + LOAD_CR3 + LOOK],
  ['a change of CR4.PGE loads it', 'new', PRESENT + TOGGLE_PGE + LOOK],
  ['a change of CR0.CD loads it', 'new', PRESENT + TOGGLE_CD + LOOK],
  ['a change of CR4.MCE does not', 'old', PRESENT + TOGGLE_MCE + LOOK],
  ['a reserved bit is #GP when CR3 is loaded', 'down', SPOILT + LOAD_CR3],
  ['a reserved bit does nothing before', 'old', SPOILT + LOOK],
  ['N-48: #VMEXIT loads what L2 has written', 'new', VMRUN + LOOK, pointFromL2(DIRECTORY + 1)],
  ['a #VMEXIT of a failed VMRUN as well', 'new', PRESENT + VMRUN + LOOK, '', { guestAsid: 0 }],
  ['N-48: a #VMEXIT that finds a reserved bit is a shutdown', 'down', VMRUN, pointFromL2(DIRECTORY + 3)],
  [
    '... and under nested paging too',
    'down',
    VMRUN,
    pointFromL2(DIRECTORY + 3),
    { miscCtl: 1, nCr3: POINTERS },
  ],
];

for (const [what, seen, code, l2, fields] of CASES)
  test(`${what}: page-directory pointers of an L1 in legacy PAE paging`, () => {
    const [bare] = run(code, l2, fields);
    // Without the new pointer the look is a page fault, and there is no handler.
    assert.equal(bare.isDown, seen !== 'new');
    if (seen === 'new') assert.equal(bare.get('REGS', RCX), BigInt(MARK));
    if (seen === 'old') assert.equal(bare.get('CR2'), BigInt(SECOND_GIB + PLACE.data));
  });

const PAE_L2 = { efer: 0x1000, csAttrib: 0xc9b, cr0: 0x8000_0011, cr4: 0x620, cr3: POINTERS } as const;
const L2_CASES: readonly [
  what: string,
  np: 0 | 1,
  code: string,
  exit: bigint,
  info?: readonly [bigint, bigint],
][] = [
  [
    'N-7B: MOV CR3 of an L2 without nested paging reads them, #GP for a reserved bit',
    0,
    SPOILT + LOAD_CR3,
    0x4dn,
    [0n, 0n],
  ],
  [
    'N-7B: they stay what they were until then',
    0,
    PRESENT + LOOK,
    0x4en,
    [0n, BigInt(SECOND_GIB + PLACE.data)],
  ],
  ['N-7B: and are what MOV CR3 has read', 0, PRESENT + LOAD_CR3 + LOOK, 0x81n],
  ['N-76: under nested paging MOV CR3 checks nothing', 1, SPOILT + LOAD_CR3, 0x81n],
  ['N-76: they are read when they are used', 1, PRESENT + LOOK, 0x81n],
  [
    'N-76: and a reserved bit is a page fault then',
    1,
    SPOILT + LOOK,
    0x4en,
    [8n, BigInt(SECOND_GIB + PLACE.data)],
  ],
];
for (const [what, miscCtl, code, exit, info] of L2_CASES)
  test(what, () => {
    const both = twins();
    for (const twin of both) {
      twin.vmcb12({ ...PAE_L2, miscCtl, interceptExceptions: 0x6000 });
      twin.write64(PLACE.data, MARK);
      twin.write(PLACE.l1Code, '0f01d8 f4');
      twin.write(PLACE.l2Code, code + VMMCALL);
      twin.run(1000);
    }
    assert.deepEqual(differences(...both), []);
    const [bare] = both;
    assert.equal(bare.field('exitCode'), exit);
    if (info) assert.deepEqual([bare.field('exitInfo1') & ~1n, bare.field('exitInfo2')], info);
  });
