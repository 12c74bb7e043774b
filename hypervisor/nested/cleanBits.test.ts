import assert from 'node:assert/strict';
import test from 'node:test';
import { CLEAN, VMCB, type CleanGroup, type VmcbKey } from '../../spec/vmcb.js';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import type { MachineKind, Twin } from '../../fuzz/twin.js';
import { makeTwin } from '../../tests/twins.js';
import { StaleVmcbReport } from '../../inspect/staleVmcbReport.js';
import { joinObservers } from '../../inspect/joinObservers.js';

/** A copy of the VMCB elsewhere, which L1 runs in between. */
const OTHER = 0x6_0000;
const VMMCALL = '0f01d9';
const VMRUN = '0f01d8';
const ALL = 0x1fff;

/** A field of each group that can be seen: what L1 changes it to, and L2's code that shows it in RBX. */
interface Case {
  readonly group: CleanGroup;
  readonly key: VmcbKey;
  readonly value: bigint;
  readonly code: string;
  /** RBX when the change counts, and when it does not. */
  readonly fresh: bigint;
  readonly stale: bigint;
  readonly fields?: Parameters<Twin['vmcb12']>[0];
}
const CPUID = '31c0 0fa2 bb11000000';
const CASES: readonly Case[] = [
  { group: 'I', key: 'interceptMisc1', value: 1n << 18n, code: CPUID, fresh: 0n, stale: 0x11n },
  {
    group: 'IOPM',
    key: 'iopmBasePa',
    value: BigInt(PLACE.counts),
    code: 'e460 b311',
    fresh: 0x11n,
    stale: 0n,
    fields: { interceptMisc1: 1 << 27 },
  },
  {
    group: 'TPR',
    key: 'intCtl',
    value: 0x100_0005n,
    code: '440f20c3',
    fresh: 5n,
    stale: 0n,
    fields: { intCtl: 0x100_0000 },
  },
  {
    group: 'NP',
    key: 'gPat',
    value: 0x0606_0606_0606_0606n,
    code: 'b977020000 0f32 89c3',
    fresh: 0x0606_0606n,
    stale: 0x0007_0406n,
    fields: { miscCtl: 1 },
  },
  { group: 'CRx', key: 'cr4', value: 0x624n, code: '0f20e3', fresh: 0x624n, stale: 0x620n },
  { group: 'DRx', key: 'dr6', value: 0xffff_0ff1n, code: '0f21f3', fresh: 0xffff_0ff1n, stale: 0xffff_0ff0n },
  {
    group: 'DT',
    key: 'idtrLimit',
    value: 0x7ffn,
    code: '50 0f010c24 5b 0fb7db',
    fresh: 0x7ffn,
    stale: 0xfffn,
  },
  { group: 'SEG', key: 'dsSelector', value: 0x18n, code: '8cdb', fresh: 0x18n, stale: 0x10n },
  { group: 'CR2', key: 'cr2', value: 0x123n, code: '0f20d3', fresh: 0x123n, stale: 0n },
];

/** Two VMRUNs; L1 changes the field between them and sets the clean bits. */
function run(
  kind: MachineKind,
  { key, value, code, fields }: Case,
  clean: number,
  between = '',
  said: string[] = [],
): Twin {
  const twin = makeTwin(
    kind,
    undefined,
    joinObservers([new StaleVmcbReport((line) => said.push(line)).observer]),
  );
  twin.vmcb12(fields);
  twin.write(OTHER, twin.cpu.readPhysical(PLACE.vmcb12, 0x1000));
  twin.write(PLACE.l1Code, `${VMRUN} 90 31db ${between} ${VMRUN} f4`);
  twin.write(PLACE.l2Code, VMMCALL + code + VMMCALL);
  twin.write(PLACE.iopm + 12, Uint8Array.of(1));
  toExit(twin);
  twin.put({ [key]: value, rip: PLACE.l2Code + 3, cleanBits: clean });
  twin.run(100_000);
  return twin;
}
/** On to the VMMCALL of L2. */
function toExit(twin: Twin): void {
  while (twin.field('exitCode') !== 0x81n) twin.run(1);
}
const rbx = (twin: Twin): bigint => twin.get('REGS', 3);

for (const each of CASES) {
  const { group, fresh, stale } = each;
  test(`N-3B N-A9: clean bit ${group}: a change that L1 does not own up to does not count`, () => {
    for (const [clean, seen] of [
      [0, fresh],
      [ALL & ~(1 << CLEAN[group]), fresh],
      [1 << CLEAN[group], stale],
      [ALL, stale],
    ] as const) {
      const said: string[] = [];
      const [bare, nested] = [run('bare', each, clean, '', said), run('nested', each, clean, '', said)];
      assert.equal(rbx(bare), seen, `clean ${clean.toString(16)}`);
      assert.deepEqual(differences(bare, nested), []);
      assert.equal(said.length, seen === stale ? 2 : 0, said.join('\n'));
      for (const line of said)
        assert.match(line, new RegExp(`${VMCB[each.key].name.replace('.', '\\.')} is now`));
    }
  });
}

const CR4_CASE = CASES.find((each) => each.group === 'CRx')!;
/** L1 runs the other VMCB, or one that fails. */
const SWITCHES = {
  'another VMCB ran in between': `b800000600 ${VMRUN} 31db b800000200`,
  'a VMRUN has failed in between': `c786a800000000070080 ${VMRUN}`,
};
for (const [what, code] of Object.entries(SWITCHES))
  test(`N-05 N-3B: all of a VMCB is read when ${what}`, () => {
    const [bare, nested] = [run('bare', CR4_CASE, ALL, code), run('nested', CR4_CASE, ALL, code)];
    assert.equal(rbx(bare), CR4_CASE.fresh);
    assert.deepEqual(differences(bare, nested), []);
  });

test('what the exit has saved is what a clean bit keeps', () => {
  // L2 itself changes CR2, and L1 puts another value in its place.
  const each: Case = { ...CR4_CASE, key: 'cr2', value: 0x99n, code: '0f20d3' };
  for (const kind of ['bare', 'nested'] as const) {
    const twin = makeTwin(kind);
    twin.vmcb12({ cr2: 1 });
    twin.write(PLACE.l1Code, `${VMRUN} 90 31db ${VMRUN} f4`);
    twin.write(PLACE.l2Code, `b877000000 0f22d0 ${VMMCALL}${each.code}${VMMCALL}`);
    toExit(twin);
    assert.equal(twin.field('cr2'), 0x77n);
    twin.put({ cr2: each.value, rip: PLACE.l2Code + 11, cleanBits: 1 << CLEAN.CR2 });
    twin.run(100_000);
    assert.equal(rbx(twin), 0x77n, kind);
  }
});

test('without the feature the clean bits mean nothing', () => {
  for (const kind of ['bare', 'nested'] as const) {
    const twin = makeTwin(kind, 'max,-vmcb-clean');
    twin.vmcb12();
    twin.write(PLACE.l1Code, `${VMRUN} 90 ${VMRUN} f4`);
    twin.write(PLACE.l2Code, `${VMMCALL}${CR4_CASE.code}${VMMCALL}`);
    toExit(twin);
    twin.put({ cr4: CR4_CASE.value, rip: PLACE.l2Code + 3, cleanBits: ALL });
    twin.run(100_000);
    assert.equal(rbx(twin), CR4_CASE.fresh, kind);
  }
});
