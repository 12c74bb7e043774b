import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { twins } from '../../tests/twins.js';
import { VMCB } from '../../spec/vmcb.js';

const [VMMCALL, VMLOAD, VMSAVE, NPF, GP] = [0x81n, 0x82n, 0x83n, 0x400n, 0x4dn];
const [READ_ABSENT, WRITE_DENIED] = [0x1_0000_0004n, 0x1_0000_0007n];
/** Guest-physical page that L2 names, and where L1's nested tables say it is. */
const [NAMED, BEHIND] = [0x15_0000, 0x16_0000];
const VALUE = 0x1234_5678n;
const REAL = { efer: 0x1000, cr0: 0x10, csAttrib: 0x9b, csBase: PLACE.l2Code, csLimit: 0xffff, rip: 0 };

type Fields = Parameters<Twin['vmcb12']>[0];
interface Case {
  readonly name: string;
  readonly code?: 'load' | 'save';
  readonly fields?: Fields;
  /** Low bits of the entry for the page. */
  readonly entry?: number;
  readonly cpu?: string;
  readonly exit?: bigint;
  readonly info?: readonly bigint[];
  /** From which page LSTAR comes, or where it goes. */
  readonly page?: number;
}

const VIRTUAL = { miscCtl: 1, miscCtl2: 2 };
const CASES: readonly Case[] = [
  { name: 'VMLOAD through nested paging', page: BEHIND },
  { name: 'VMSAVE through nested paging', code: 'save', page: BEHIND },
  { name: 'VMLOAD without the bit', fields: { miscCtl2: 0 }, page: NAMED },
  { name: 'VMSAVE without the bit', code: 'save', fields: { miscCtl2: 0 }, page: NAMED },
  { name: 'VMLOAD without the feature', cpu: 'max,-v-vmsave-vmload', page: NAMED },
  { name: 'VMLOAD of a page that is absent', entry: 0, exit: NPF, info: [READ_ABSENT, BigInt(NAMED)] },
  { name: 'VMLOAD of a read-only page', entry: 5, page: BEHIND },
  {
    name: 'VMSAVE to a read-only page',
    code: 'save',
    entry: 5,
    exit: NPF,
    info: [WRITE_DENIED, BigInt(NAMED)],
  },
  { name: 'VMLOAD, intercepted', fields: { interceptMisc2: 7 }, exit: VMLOAD },
  { name: 'VMSAVE, intercepted', code: 'save', fields: { interceptMisc2: 11 }, exit: VMSAVE },
  { name: 'VMLOAD without nested paging', fields: { miscCtl: 0 }, exit: VMLOAD },
  { name: 'VMSAVE without nested paging', code: 'save', fields: { miscCtl: 0 }, exit: VMSAVE },
  { name: 'VMLOAD outside long mode', fields: { ...REAL, cr0: 0x11, csAttrib: 0xc9b }, exit: VMLOAD },
  { name: 'an address that is not aligned', fields: { rax: NAMED + 8 }, exit: GP },
  {
    name: 'an address that is not aligned, without nested paging',
    fields: { rax: NAMED + 8, miscCtl: 0 },
    exit: GP,
  },
  { name: 'an address above the limit', fields: { rax: 1n << 52n }, exit: GP },
];

for (const {
  name,
  code = 'load',
  fields = {},
  entry = 7,
  cpu,
  exit = VMMCALL,
  info = [0n, 0n],
  page,
} of CASES)
  test(`N-A1: virtual VMLOAD and VMSAVE: ${name}`, () => {
    const both = twins(cpu);
    for (const twin of both) {
      twin.write(PLACE.l1Code, '0f01d8 f4');
      twin.write(PLACE.l2Code, `${code === 'load' ? '0f01da' : '0f01db'} 0f01d9`);
      twin.write64(PLACE.npt12 + 0x3000 + 8 * (NAMED >> 12), entry === 0 ? 0 : BEHIND | entry);
      twin.vmcb12({ rax: NAMED, interceptExceptions: 1 << 13, ...VIRTUAL, ...fields });
      if (code === 'save') twin.set('LSTAR', VALUE);
      else if (page !== undefined) twin.write64(page + VMCB.lstar.offset, VALUE);
      twin.run(50);
      assert.deepEqual(
        [twin.field('exitCode'), twin.field('exitInfo1'), twin.field('exitInfo2')],
        [exit, ...info],
      );
      for (const at of [NAMED, BEHIND])
        if (code === 'save') assert.equal(twin.read64(at + VMCB.lstar.offset), at === page ? VALUE : 0n);
      if (code === 'load') assert.equal(twin.get('LSTAR'), page === undefined ? 0n : VALUE);
    }
    assert.deepEqual(differences(...both), []);
  });
