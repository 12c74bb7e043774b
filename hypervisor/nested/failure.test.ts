import assert from 'node:assert/strict';
import test from 'node:test';
import { CHECKS, checksOfMask } from '../../spec/checks.js';
import { VMCB, VMCB_SIZE, type VmcbKey } from '../../spec/vmcb.js';
import { PLACE, Twin, differences } from '../../tests/bothMachines.js';
import type { VmrunFailure } from '../observer.js';

type Fields = Partial<Record<VmcbKey, bigint | number>>;

const NPT: Fields = { miscCtl: 1 };
const MSR_PROT = 1 << 28;
const LIMIT = 2 ** 40;
/** PAE paging whose first page-directory pointer has a reserved bit. */
const BAD_PAE: Fields = { miscCtl: 0, efer: 0x1000, csAttrib: 0xc9b, cr4: 0x620, cr3: PLACE.data + 0x20 };

/** For every row that a VMRUN of a 64-bit L1 can fail: what spoils the VMCB. */
const SPOILT: Readonly<Record<string, Fields>> = {
  C1: { interceptMisc2: 2 },
  C2: { guestAsid: 0 },
  C3: { msrpmBasePa: LIMIT - 0x1000 },
  C4: { iopmBasePa: LIMIT - 0x2000 },
  C6: { ...NPT, nCr3: 1n << 45n },
  C7: { ...NPT, gPat: 2 },
  C9: { intCtl: 0x400_0000 },
  S1: { efer: 0xd01 },
  S2: { efer: 0x1f01 },
  S4: { cr4: 0x600 },
  S5: { cr0: 0x8000_0010 },
  S6: { csAttrib: 0xe9b },
  S7: { cr0: 0xa000_0011 },
  S8: { cr0: 0x1_8000_0011n },
  S9: { cr3: 1n << 50n },
  S10: { cr4: 0x1_0000_0620n },
  S11: { dr6: 0x1_ffff_0ff0n },
  S12: { dr7: 0x1_0000_0400n },
  S13: BAD_PAE,
  E1: { eventInj: 0x8000_0720 },
  E2: { eventInj: 0x8000_0302 },
  E3: { eventInj: 0x8000_0320 },
  E4: { eventInj: 0x8000_0309 },
  E5: { eventInj: 0x8000_0304 },
};
/** Two rows of bits that no other row of the list has. */
const SEVERAL: Fields = { guestAsid: 0, cr0: 0xa000_0011, efer: 0x1f01 };
/** Not in every processor: long mode can be had, or a host without paging cannot be in 64-bit mode. */
const ELSEWHERE = ['C5', 'S3'];

const SETUPS = [
  { name: 'GIF', gif: true, tf: false, npt: false },
  { name: 'no GIF, nested paging', gif: false, tf: false, npt: true },
  { name: 'single step', gif: false, tf: true, npt: false },
  { name: 'single step, GIF, nested paging', gif: true, tf: true, npt: true },
] as const;
type Setup = (typeof SETUPS)[number];

/** STGI or CLGI, DR7 with breakpoints that hit nothing, PUSH and POPF, VMRUN. */
function code({ gif, tf }: Setup): string {
  const dr7 = '48c7c300070000 0f23fb';
  return `${gif ? '0f01dc' : '0f01dd'} ${dr7} ${tf ? '6802030000' : '6802020000'} 9d 0f01d8 90`;
}
const AFTER_VMRUN = PLACE.l1Code + 3 + 7 + 3 + 5 + 1 + 3;
const INSTRUCTIONS = 6;

interface Run {
  twin: Twin;
  before: Uint8Array;
  failure: VmrunFailure | undefined;
}
function vmrun(kind: 'bare' | 'nested', setup: Setup, fields: Fields): Run {
  let failure: VmrunFailure | undefined;
  const twin = new Twin(kind, undefined, { vmrunFailed: (event) => (failure = event) });
  twin.write(PLACE.l1Code, code(setup));
  const leftovers = { eventInj: 0x8000_0020, exitInfo1: 7, exitInfo2: 8, exitIntInfo: 0x8000_0030, nRip: 9 };
  twin.vmcb12({ ...leftovers, intState: 1, intCtl: 0x105, cr2: 0x77, ...(setup.npt ? NPT : {}), ...fields });
  twin.write64(PLACE.data + 0x20, 0x1e7n);
  twin.set('CR2', 0x1234n);
  const before = twin.cpu.readPhysical(PLACE.vmcb12, VMCB_SIZE);
  twin.run(INSTRUCTIONS);
  return { twin, before, failure };
}

/** The bytes that a failed VMRUN may write. */
const WRITTEN: ReadonlySet<number> = new Set(
  (['exitCode', 'exitInfo1', 'exitInfo2', 'eventInj', 'eventInjErr'] as const).flatMap((key) =>
    Array.from({ length: VMCB[key].width }, (_, n) => VMCB[key].offset + n),
  ),
);

function assertFailed({ twin, before }: Run, setup: Setup): void {
  const after = twin.cpu.readPhysical(PLACE.vmcb12, VMCB_SIZE);
  const changed = [...after.keys()].filter((at) => after[at] !== before[at] && !WRITTEN.has(at));
  assert.deepEqual(changed, [], 'bytes of the VMCB');
  assert.equal(twin.field('exitCode'), 0xffff_ffff_ffff_ffffn);
  assert.equal(twin.field('exitInfo1') + twin.field('exitInfo2') + twin.field('eventInj'), 0n);
  assert.equal(twin.inL2, false);
  assert.equal(twin.cpu.u8[twin.cpu.state('GIF')], 0, 'GIF');
  assert.equal(twin.get('REGS'), BigInt(PLACE.vmcb12), 'RAX');
  assert.equal(twin.get('CR2'), 0x1234n);
  assert.equal(twin.get('DR', 7), 0x400n);
  assert.equal(twin.get('DR', 6), setup.tf ? 0xffff_4ff0n : 0xffff_0ff0n);
  const taken = twin.read64(PLACE.counts + 8);
  assert.equal(taken, 0n, 'the handler has not come to its count');
  const rip = setup.tf ? twin.read64(Number(twin.get('REGS', 4))) : twin.get('RIP');
  assert.equal(rip, BigInt(AFTER_VMRUN), 'where L1 goes on');
  const flags = setup.tf
    ? twin.read64(Number(twin.get('REGS', 4)) + 16)
    : BigInt.asUintN(64, twin.cpu.wasm.getFlags());
  assert.equal(flags, setup.tf ? 0x302n : 0x202n, 'RFLAGS');
}

for (const setup of SETUPS) {
  test(`a failed VMRUN leaves what it must: ${setup.name}`, () => {
    for (const [id, fields] of [...Object.entries(SPOILT), ['several', SEVERAL] as const]) {
      const bare = vmrun('bare', setup, fields);
      const nested = vmrun('nested', setup, fields);
      assert.deepEqual(differences(bare.twin, nested.twin), [], id);
      assertFailed(nested, setup);
      const ids = checksOfMask(nested.failure?.mask ?? 0n).map((check) => check.id);
      assert.deepEqual(ids, id === 'several' ? ['C2', 'S2', 'S7'] : [id]);
    }
  });
}

test('every checked row is spoilt here', () => {
  const checked = CHECKS.filter((check) => check.reach === 'checked').map((check) => check.id);
  assert.deepEqual(
    checked.filter((id) => !(id in SPOILT)),
    ELSEWHERE,
  );
});

test('an MSR permission map without memory fails VMRUN under the L0', () => {
  const fields = { interceptMisc1: MSR_PROT, msrpmBasePa: 0x1_0000_0000 };
  for (const setup of SETUPS) {
    const nested = vmrun('nested', setup, fields);
    assertFailed(nested, setup);
    assert.deepEqual(
      [nested.failure?.mask, nested.failure?.ownRows.map((own) => own.id)],
      [0n, ['L0-MSRPM']],
    );
  }
});
