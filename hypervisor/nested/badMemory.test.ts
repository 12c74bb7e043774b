import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { twins } from '../../tests/twins.js';
import { differences } from '../../fuzz/differences.js';
import { EXIT } from '../../spec/exits.js';

/** Where there is nothing, and the GiB that an L0 has its own memory in. */
const NOWHERE = {
  'above RAM': 0x1000_0000,
  "in the L0's GiB": 0x3_c000_0000,
  'far above': 0x7f_c000_0000,
} as const;
const GIB = 0x4000_0000;
const VMMCALL = '0f01d9';
const RDMSR_PAT = 'b977020000 0f32';
const IN_AL = 'e460';
const MSR_PROT = 1 << 28;
const IOIO_PROT = 1 << 27;
const ONES = 0xffff_ffff_ffff_ffffn;

type Fields = Parameters<Twin['vmcb12']>[0];
function run(fields: Fields, l2: string, prepare: (twin: Twin) => void = () => undefined): Twin {
  const [bare, nested] = twins();
  for (const twin of [bare, nested]) {
    twin.vmcb12(fields);
    twin.write(PLACE.l1Code, '0f01d8 f4');
    twin.write(PLACE.l2Code, l2);
    prepare(twin);
    twin.run(1000);
  }
  assert.deepEqual(differences(bare, nested), []);
  return bare;
}

for (const [where, address] of Object.entries(NOWHERE)) {
  test(`N-E0: a VMCB12 ${where} fails its checks and nothing is written`, () => {
    const [bare, nested] = twins();
    const code = Buffer.alloc(8);
    code.writeBigUInt64LE(BigInt(address));
    for (const twin of [bare, nested]) {
      twin.write(PLACE.l1Code, `48b8${code.toString('hex')} 0f01d8 90 f4`);
      twin.run(1000);
    }
    assert.deepEqual(differences(bare, nested), []);
    // CLGI is what is left of the #VMEXIT, and L1 has come to its HLT.
    assert.deepEqual([bare.cpu.u8[bare.cpu.state('GIF')], bare.cpu.u8[bare.cpu.state('HALTED')]], [0, 1]);
  });

  test(`N-E2: an MSR permission map ${where} reads as ones, so that L1 has every MSR`, () => {
    for (const miscCtl of [0, 1]) {
      const bare = run({ miscCtl, interceptMisc1: MSR_PROT, msrpmBasePa: address }, RDMSR_PAT + VMMCALL);
      assert.equal(bare.field('exitCode'), BigInt(EXIT.msr.code));
    }
  });

  test(`N-E2: an I/O permission map ${where} reads as ones`, () => {
    const bare = run({ interceptMisc1: IOIO_PROT, iopmBasePa: address }, IN_AL + VMMCALL);
    assert.equal(bare.field('exitCode'), BigInt(EXIT.ioio.code));
  });

  test(`N-E3: nested tables ${where} have reserved bits set`, () => {
    const bare = run({ miscCtl: 1, nCr3: address }, VMMCALL);
    assert.equal(bare.field('exitCode'), BigInt(EXIT.npf.code));
    // The first thing L2 does is to look for its page tables.
    assert.equal(bare.field('exitInfo1'), 0x2_0000_000fn);
    assert.equal(bare.field('exitInfo2'), BigInt(PLACE.tables));
  });

  test(`N-E4: page tables of L2 ${where} have reserved bits set`, () => {
    for (const miscCtl of [0, 1]) {
      const bare = run({ miscCtl, cr3: address, interceptExceptions: 1 << 14 }, VMMCALL, (twin) => {
        const gib = Math.floor(address / GIB);
        if (gib > 0 && gib < 512) twin.write64(PLACE.npt12 + 0x1000 + 8 * gib, gib * GIB + 0x87);
      });
      const reachable = miscCtl === 0 || address >= GIB;
      assert.deepEqual(
        [bare.field('exitCode'), bare.field('exitInfo1'), bare.field('exitInfo2')],
        reachable && address < 512 * GIB
          ? // Reserved bits, and a fetch says so where a page may be no-execute.
            [0x4en, 0x19n, BigInt(PLACE.l2Code)]
          : // Without an entry in the nested tables it is they that are asked.
            [0x400n, 0x2_0000_0006n, BigInt(address)],
      );
    }
  });
}

test('N-E3: an entry of the nested tables that leads nowhere gives a page of ones', () => {
  for (const address of Object.values(NOWHERE)) {
    // MOV RBX, [data]; MOV [data], RBX.
    const data = Buffer.alloc(4);
    data.writeUInt32LE(PLACE.data);
    const bare = run(
      { miscCtl: 1 },
      `488b1c25${data.toString('hex')} 48891c25${data.toString('hex')} ${VMMCALL}`,
      (twin) => twin.write64(PLACE.npt12 + 0x3000 + (PLACE.data >> 9), address + 7),
    );
    assert.equal(bare.get('REGS', 3), ONES);
    assert.equal(bare.field('exitCode'), BigInt(EXIT.vmmcall.code));
  }
});
