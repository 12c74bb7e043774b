import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { modeFields, modeWidth } from '../../fuzz/guestModes.js';
import { PLACE } from '../../fuzz/place.js';
import { prepareTwin } from '../../fuzz/prepare.js';
import type { MachineKind, Twin } from '../../fuzz/twin.js';
import { makeTwin, twins } from '../../tests/twins.js';

const KINDS: readonly MachineKind[] = ['bare', 'nested'];
const ALL = 0xffff_ffff;
const VMRUN_HLT = '0f01d8 f4';
const MOV = 1n << 63n;

type Fields = Parameters<Twin['vmcb12']>[0];

const CR = { interceptCr: ALL };
const DR = { interceptDr: ALL };
const MISC = { interceptMisc1: 1 << 5 };
/** A value for CR0 that is legal: an illegal one is #GP before it is intercepted. */
const OTHER_CR0 = { ...MISC, rsp: 0x8001_0013 };
const RAX = 0x9345n;

// What EXITINFO1 says of the one instruction of L2, whose rAX is 9345h.
const INFO: readonly (readonly [
  name: string,
  code: string,
  fields: Fields,
  exit: number,
  info1: bigint,
  without: bigint,
])[] = [
  ['MOV from CR0 to RAX', '0f20c0', CR, 0x00, MOV, 0n],
  ['MOV from CR3 to R11', '410f20db', CR, 0x03, MOV | 11n, 0n],
  ['MOV to CR4 from RSP', '0f22e4', { ...CR, rsp: 0x620 }, 0x14, MOV | 4n, 0n],
  ['MOV to CR8 from R15', '450f22c7', CR, 0x18, MOV | 15n, 0n],
  ['MOV to CR0 from RSP that changes more than TS and MP', '0f22c4', OTHER_CR0, 0x65, MOV | 4n, 0n],
  ['SMSW', '0f01e3', CR, 0x00, 0n, 0n],
  ['LMSW', '0f01f3', CR, 0x10, 0n, 0n],
  ['LMSW, selectively', '0f01f3', MISC, 0x65, 0n, 0n],
  ['CLTS', '0f06', CR, 0x10, 0n, 0n],
  ['MOV from DR7 to R9', '410f21f9', DR, 0x27, 9n, 0n],
  ['MOV to DR0 from RBX', '0f23c3', DR, 0x30, 3n, 0n],
  ['INT 80h', 'cd80', { interceptMisc1: 1 << 21 }, 0x75, 0x80n, 0n],
  ['INT FFh', 'cdff', { interceptMisc1: 1 << 21 }, 0x75, 0xffn, 0n],
  ['INVLPG', '0f017810', { interceptMisc1: 1 << 25 }, 0x79, RAX + 0x10n, 0n],
  ['INVLPG in 32-bit code', '0f0178f0', legacy(1 << 25), 0x79, RAX - 0x10n, 0n],
  ['INVLPGA', '0f01df', { interceptMisc1: 1 << 26 }, 0x7a, RAX, 0n],
  ['INVLPGA of EAX', '670f01df', { interceptMisc1: 1 << 26, rax: RAX | (1n << 40n) }, 0x7a, RAX, 0n],
  ['OUTSB of FS', '646e', { ...ports(), rax: 0 }, 0x7b, 0x1214n, 0x214n],
  ['INSD', '6d', { ...ports(), rax: 0 }, 0x7b, 0x245n, 0x245n],
  ['VMMCALL', '0f01d9', {}, 0x81, 0n, 0n],
];
function legacy(interceptMisc1: number): Fields {
  return { interceptMisc1, efer: 0x1000, csAttrib: 0xc9b, cr0: 0x11 };
}
/** Every port, by a map of ones. */
function ports(): Fields {
  return { interceptMisc1: 1 << 27, iopmBasePa: 0x1f_0000 };
}

for (const kind of KINDS)
  test(`N-A8: EXITINFO1 tells of the intercepted instruction: ${kind}`, async (t) => {
    for (const [name, code, fields, exit, info1, without] of INFO)
      await t.test(name, () => {
        for (const [cpu, expected] of [
          ['max', info1],
          ['max,-decodeassists', without],
        ] as const) {
          const ones = makeTwin(kind, cpu);
          ones.write(0x1f_0000, Buffer.alloc(0x3000, 0xff));
          ones.write(PLACE.l1Code, VMRUN_HLT);
          ones.write(PLACE.l2Code, code);
          ones.vmcb12({ rax: RAX, ...fields });
          ones.run(50);
          assert.deepEqual(
            [ones.field('exitCode'), ones.field('exitInfo1') & ~0xffff_0000n],
            [BigInt(exit), expected],
            cpu,
          );
        }
      });
  });

/** MOV EAX, [13F000h], and more bytes than are ever copied. */
const LOAD = '8b042500f01300 11 12 13 14 15 16 17 18 19 1a';
const LOAD_32 = '8b0500f01300 11 12 13 14 15 16 17 18 19 1a 1b';
const LOAD_16 = '678b0500f01300 11 12 13 14 15 16 17 18 19 1a';
/** MOV EAX, [RSP] with RSP where nothing is mapped. */
const STACK = '8b0424 11 12 13 14 15 16 17 18 19 1a 1b 1c 1d 1e';
const PF = { interceptExceptions: 1 << 14, rsp: 0x200_0000 };
const NPT = { miscCtl: 1 };
const NPF_BITS = { code32: { ...NPT, efer: 0x1000, csAttrib: 0xc9b, cr0: 0x11 } };
const SECOND = PLACE.l2Code + 0x1000;

const BYTES: readonly (readonly [
  name: string,
  code: string,
  fields: Fields,
  at: number,
  exit: number,
  count: number,
])[] = [
  ['a nested page fault', LOAD, NPT, PLACE.l2Code, 0x400, 15],
  ['a page fault', STACK, PF, PLACE.l2Code, 0x4e, 15],
  ['a page fault under nested paging', STACK, { ...PF, ...NPT }, PLACE.l2Code, 0x4e, 15],
  ['bytes that just stay in their page', LOAD, NPT, SECOND - 15, 0x400, 15],
  ['bytes that run into another page', LOAD, NPT, SECOND - 8, 0x400, 15],
  ['an instruction that crosses pages', LOAD, NPT, SECOND - 3, 0x400, 15],
  ['bytes that run into a page that is not there', LOAD, NPT, PLACE.l2Code + 0x2000 - 9, 0x400, 9],
  ['bytes that run into no RAM', STACK, PF, 0x20_0000 - 11, 0x4e, 11],
  ['32-bit code', LOAD_32, NPF_BITS.code32, PLACE.l2Code, 0x400, 15],
  [
    'a code segment with a base',
    LOAD_32,
    { ...NPF_BITS.code32, csBase: 0x1_0000, rip: 0x1000 },
    PLACE.l2Code,
    0x400,
    15,
  ],
  [
    'a code segment that ends',
    LOAD_32,
    { ...NPF_BITS.code32, csLimit: PLACE.l2Code + 9 },
    PLACE.l2Code,
    0x400,
    10,
  ],
  [
    '16-bit code',
    LOAD_16,
    {
      ...NPT,
      efer: 0x1000,
      cr0: 0x10,
      csAttrib: 0x9b,
      csSelector: 0x1100,
      csBase: PLACE.l2Code,
      csLimit: 0xffff,
      rip: 0,
    },
    PLACE.l2Code,
    0x400,
    15,
  ],
  ['an exit of another kind', '0f01d9', {}, PLACE.l2Code, 0x81, 0],
  ['a fetch', '', { ...NPT, rip: 0x13_f000 }, PLACE.l2Code, 0x400, 0],
];

for (const kind of KINDS)
  test(`N-A8: the bytes of an instruction whose data access faults: ${kind}`, async (t) => {
    for (const [name, code, fields, at, exit, count] of BYTES)
      await t.test(name, () => {
        const twin = makeTwin(kind);
        twin.write(PLACE.l1Code, VMRUN_HLT);
        twin.write(at, code);
        twin.write64(PLACE.npt12 + 0x3000 + 8 * 0x13f, 0);
        twin.write64(PLACE.npt12 + 0x3000 + 8 * 0x13, 0);
        twin.vmcb12({ rip: at, ...fields });
        twin.run(50);
        assert.equal(twin.field('exitCode'), BigInt(exit));
        assert.equal(twin.field('insnLen'), BigInt(count));
        const expected = Buffer.alloc(15);
        Buffer.from(code.replace(/\s/g, ''), 'hex').copy(expected, 0, 0, count);
        assert.equal(
          twin.field('insnBytes'),
          expected.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n),
        );
      });
  });

test('the bytes of an instruction are those that were fetched, also where the exit overwrites them', () => {
  const pair = twins();
  for (const twin of pair) {
    // L2's code page is VMCB12, and EVENTINJ is ADD [RAX], 0.
    twin.write64(PLACE.npt12 + 0x3000 + (PLACE.l2Code >> 9), PLACE.vmcb12 | 7);
    twin.write(PLACE.l1Code, '0f01d8 f4');
    twin.vmcb12({
      miscCtl: 1,
      rip: PLACE.l2Code + 0xa8,
      rax: 0x4000_0000,
      eventInj: 0x80,
      eventInjErr: 0x10,
      interceptExceptions: 1 << 14,
    });
    twin.run(3);
    assert.equal(twin.field('exitCode'), 0x4en);
    assert.equal(twin.read64(PLACE.vmcb12 + 0xd0), 0x1000_0000_800fn);
    assert.equal(twin.field('eventInj'), 0n);
  }
  assert.deepEqual(differences(...pair), []);
});

for (const mode of ['long', 'compat', 'pae', 'paged', 'flat', 'real'] as const)
  test(`the bytes behind an instruction, on a page that the guest has not touched, in mode '${mode}'`, () => {
    const pair = twins();
    const at = 0xff6;
    for (const twin of pair) {
      prepareTwin(twin);
      const misc = { interceptExceptions: 1 << 14, miscCtl: 1, tlbControl: 1 };
      twin.vmcb12({ ...modeFields(mode, at), ...misc, ...(mode === 'real' ? { csLimit: 0xffff_ffff } : {}) });
      twin.write(PLACE.l1Code, '0f01d8 f4');
      // MOV EBX from an address that no table has; in real mode from a page that NPT12 has not.
      const load = { 64: '8b1c2500000030', 32: '8b1d00000030', 16: '90908b1e0090' }[modeWidth(mode)];
      twin.write(PLACE.l2Code + at, load);
      twin.write(PLACE.l2Code + 0x1000, 'aabbccddeeff112233');
      twin.write64(PLACE.npt12 + 0x3000 + ((PLACE.vmcb12 + 0x9000) >> 9), 0);
      twin.run(5);
      assert.ok(!twin.inL2);
      assert.ok(twin.field('insnLen') >= 10n, `${twin.field('insnLen')} bytes`);
      const crossing = twin.cpu.readPhysical(PLACE.vmcb12 + 0xd1, 15);
      assert.ok(Buffer.from(crossing).toString('hex').includes('aabbccdd'));
    }
    assert.deepEqual(differences(...pair), []);
  });
