import assert from 'node:assert/strict';
import test from 'node:test';
import { checkCases, type CheckCase } from '../../spec/checkCases.js';
import { checksOfMask } from '../../spec/checks.js';
import { VMCB, VMCB_SIZE, type VmcbKey } from '../../spec/vmcb.js';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { makeTwin } from '../../tests/twins.js';
import type { VmrunFailure } from '../observer.js';

type Fields = Partial<Record<VmcbKey, bigint | number>>;

const NPT: Fields = { miscCtl: 1 };
const PHYS_BITS = 40;
/** Where the page-directory pointers of a case are. */
const POINTERS = PLACE.data + 0x20;

interface Setup {
  readonly gif: boolean;
  readonly tf: boolean;
  readonly npt: boolean;
}
const SETUPS: readonly Setup[] = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => ({
  gif: (n & 1) !== 0,
  tf: (n & 2) !== 0,
  npt: (n & 4) !== 0,
}));
const nameOf = ({ gif, tf, npt }: Setup): string =>
  `GIF ${Number(gif)}, TF ${Number(tf)}, nested paging ${npt ? 'on' : 'off'}`;

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
let failure: VmrunFailure | undefined;
const observed = (kind: 'bare' | 'nested') => {
  const twin = makeTwin(kind, undefined, { vmrunFailed: (event) => (failure = event) });
  return { twin, reset: twin.mark() };
};
const MACHINES = { bare: observed('bare'), nested: observed('nested') };
function vmrun(kind: 'bare' | 'nested', setup: Setup, { fields, pointer }: CaseInput): Run {
  const { twin, reset } = MACHINES[kind];
  reset();
  failure = undefined;
  twin.write(PLACE.l1Code, code(setup));
  const leftovers = { eventInj: 0x8000_0020, exitInfo1: 7, exitInfo2: 8, exitIntInfo: 0x8000_0030, nRip: 9 };
  const spoilt = {
    ...(setup.npt ? NPT : {}),
    ...fields,
    ...(pointer === undefined ? {} : { cr3: POINTERS }),
  };
  twin.vmcb12({ ...leftovers, intState: 1, intCtl: 0x105, cr2: 0x77, ...spoilt });
  twin.write64(POINTERS, pointer ?? 0n);
  twin.set('CR2', 0x1234n);
  const before = twin.cpu.readPhysical(PLACE.vmcb12, VMCB_SIZE);
  twin.run(INSTRUCTIONS);
  return { twin, before, failure };
}
type CaseInput = Pick<CheckCase, 'pointer'> & { fields: Fields };

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

const text = (value: unknown): string =>
  JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? v.toString(16) : v));

for (const setup of SETUPS) {
  test(`N-27: a failed VMRUN leaves what it must: ${nameOf(setup)}`, () => {
    for (const spoilt of checkCases(PHYS_BITS).filter(({ fails }) => fails.length > 0)) {
      const bare = vmrun('bare', setup, spoilt);
      const nested = vmrun('nested', setup, spoilt);
      assert.deepEqual(differences(bare.twin, nested.twin), [], text(spoilt));
      assertFailed(nested, setup);
      const ids = checksOfMask(nested.failure?.mask ?? 0n).map((check) => check.id);
      assert.deepEqual(ids, spoilt.fails);
    }
  });
  test(`N-27: a VMRUN that just passes enters L2: ${nameOf(setup)}`, () => {
    for (const legal of checkCases(PHYS_BITS).filter(({ fails }) => fails.length === 0)) {
      const [bare, nested] = (['bare', 'nested'] as const).map((kind) => vmrun(kind, setup, legal));
      assert.deepEqual([bare.failure, nested.failure], [undefined, undefined], text(legal));
      assert.deepEqual(differences(bare.twin, nested.twin), [], text(legal));
      for (const { twin } of [bare, nested]) twin.run(10);
      assert.deepEqual(differences(bare.twin, nested.twin), [], text(legal));
    }
  });
}
