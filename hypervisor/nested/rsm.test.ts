import assert from 'node:assert/strict';
import test from 'node:test';
import { checkCases, type CheckCase } from '../../spec/checkCases.js';
import { SAVE_AREA, VMCB, type VmcbKey } from '../../spec/vmcb.js';
import { differences } from '../../fuzz/differences.js';
import { PLACE, RAM } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { visible } from '../../fuzz/visible.js';
import { RETURN } from '../../silicon/host/cpu.js';
import { SETUPS, nameOf, textOf, type Setup } from '../../tests/failureMatrix.js';
import { makeTwin } from '../../tests/twins.js';

/** The save map: what it has of a VMCB's save area is where that has it. */
const MAP = 0x3_fe00;
const REVISION = MAP + 0xfc;
const IN_MAP: readonly VmcbKey[] = ['csAttrib', 'efer', 'cr4', 'cr3', 'cr0', 'dr7', 'dr6'];
/** What a case may say besides: how the guest was entered. */
const ENTERED: readonly VmcbKey[] = ['miscCtl'];
const PHYS_BITS = 40;
const POINTERS = PLACE.data + 0x20;
/** Rows of VMRUN about what RSM loads. */
const ROWS = ['S1', 'S2', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11', 'S12', 'S13'];

const applicable = (spoilt: CheckCase): boolean =>
  Object.keys(spoilt.fields).every((key) => [...IN_MAP, ...ENTERED].includes(key as VmcbKey));
const CASES = checkCases(PHYS_BITS).filter(applicable);

const MACHINES = (['bare', 'nested'] as const).map((kind) => {
  const twin = makeTwin(kind);
  return { twin, reset: twin.mark() };
});

/** Both machines in the handler of an SMI that has interrupted L2 before its second instruction. */
function inHandler(setup: Setup, { fields, pointer }: CheckCase): readonly [bare: Twin, nested: Twin] {
  for (const { twin, reset } of MACHINES) {
    reset();
    const miscCtl = fields.miscCtl ?? (setup.npt ? 1n : 0n);
    twin.vmcb12({ miscCtl, rflags: setup.tf ? 0x102 : 2, nRip: 7, exitIntInfo: 0x8000_0030 });
    twin.write(PLACE.l1Code, `${setup.gif ? '0f01dc' : '0f01dd'} 0f01d8 f4`);
    twin.write(PLACE.l2Code, `${'90'.repeat(8)} f4`);
    twin.write64(POINTERS, pointer ?? 0n);
    while (twin.get('RIP') !== BigInt(PLACE.l2Code + 1)) twin.run(1);
    twin.cpu.u8[twin.cpu.state('PENDING_SMI')] = 1;
    twin.write(PLACE.smmHandler, '90 90 0faa');
    twin.run(2);
    assert.equal(twin.cpu.u8[twin.cpu.state('IN_SMM')], 1);
  }
  return [MACHINES[0].twin, MACHINES[1].twin];
}

/** What the handler writes to the save map. */
function edit(twin: Twin, { fields, pointer }: CheckCase): void {
  const all = { ...fields, ...(pointer === undefined ? {} : { cr3: BigInt(POINTERS) }) };
  for (const [name, value] of Object.entries(all)) {
    if (ENTERED.includes(name as VmcbKey)) continue;
    const { offset, width } = VMCB[name as VmcbKey];
    const bytes = Buffer.alloc(8);
    // Attributes are as in a descriptor here, with a gap where the limit is.
    bytes.writeBigUInt64LE(name === 'csAttrib' ? (value & 0xffn) | ((value & 0xf00n) << 4n) : value);
    twin.write(MAP + offset - SAVE_AREA, bytes.subarray(0, width));
  }
}
/** All of L1's memory. */
const memory = (twin: Twin): string => Buffer.from(twin.cpu.readPhysical(0, RAM)).toString('base64');

/** Nothing of the guest has been loaded, and its VMCB is not written: the processor is down, in the handler still. */
function assertDown(twin: Twin, before: { memory: string; smm: Record<string, string> }): void {
  assert.equal(memory(twin), before.memory, 'no byte of memory is written');
  assert.deepEqual([twin.isDown, twin.inL2, twin.cpu.u8[twin.cpu.state('IN_SMM')]], [true, true, 1]);
  const after = visible(twin);
  const changed = Object.keys(after).filter((name) => after[name] !== before.smm[name]);
  assert.deepEqual(
    changed.filter((name) => !['RIP', 'BUDGET', 'TIME', 'SHUTDOWN', 'flags'].includes(name)),
    [],
  );
}

for (const setup of SETUPS)
  test(`N-B2: RSM back to L2 goes by the rows of VMRUN: ${nameOf(setup)}`, () => {
    for (const spoilt of CASES) {
      const both = inHandler(setup, spoilt);
      const [bare, nested] = both;
      for (const twin of both) {
        edit(twin, spoilt);
        const before = { memory: memory(twin), smm: visible(twin) };
        const reason = twin.run(1);
        if (spoilt.fails.length > 0) assertDown(twin, before);
        else
          assert.deepEqual(
            [twin.isDown, twin.inL2, reason === RETURN.shutdown],
            [false, true, false],
            textOf(spoilt),
          );
      }
      assert.deepEqual(differences(bare, nested), [], textOf(spoilt));
      for (const twin of both) twin.run(20);
      assert.deepEqual(differences(bare, nested), [], `20 instructions later: ${textOf(spoilt)}`);
    }
  });

test('the rows that RSM goes by all have a case', () => {
  assert.deepEqual([...new Set(CASES.flatMap(({ fails }) => fails))].sort(), [...ROWS].sort());
});

test('N-B2: after a failed RSM from L2 GIF is 0, so INIT, SMI and NMI wait for ever', () => {
  for (const spoilt of CASES.filter(({ fails }) => fails.length > 0)) {
    const both = inHandler(SETUPS[0], spoilt);
    for (const twin of both) {
      edit(twin, spoilt);
      twin.run(1);
      for (const event of ['PENDING_SMI', 'PENDING_NMI', 'PENDING_INIT']) {
        twin.cpu.u8[twin.cpu.state(event)] = 1;
        assert.equal(twin.run(10), RETURN.shutdown, event);
      }
    }
    assert.deepEqual(differences(both[0], both[1]), [], textOf(spoilt));
  }
});

test('another revision is a shutdown', () => {
  const both = inHandler(SETUPS[0], { fails: [], fields: {} });
  for (const twin of both) {
    twin.write(REVISION, Uint8Array.of(0x65));
    twin.run(1);
    assert.ok(twin.isDown);
  }
  assert.deepEqual(differences(both[0], both[1]), []);
});
