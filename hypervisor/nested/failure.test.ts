import assert from 'node:assert/strict';
import test from 'node:test';
import { checkCases, type CheckCase } from '../../spec/checkCases.js';
import { checksOfMask } from '../../spec/checks.js';
import { FAILED_VMRUN, FAILED_VMRUN_FIELDS } from '../../spec/failedVmrun.js';
import { VMCB_ROWS, VMCB_SIZE, type VmcbKey } from '../../spec/vmcb.js';
import { littleEndian } from '../../fuzz/bytes.js';
import { differences } from '../../fuzz/differences.js';
import { PLACE, RAM } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { visible } from '../../fuzz/visible.js';
import { SETUPS, nameOf, textOf, type Setup } from '../../tests/failureMatrix.js';
import { makeTwin } from '../../tests/twins.js';
import type { VmrunFailure } from '../observer.js';

type Fields = Partial<Record<VmcbKey, bigint | number>>;

const NPT: Fields = { miscCtl: 1 };
const PHYS_BITS = 40;
/** Where the page-directory pointers of a case are. */
const POINTERS = PLACE.data + 0x20;

/** STGI or CLGI, DR7 with breakpoints that hit nothing, PUSH and POPF, VMRUN. */
function code({ gif, tf }: Setup): string {
  const dr7 = '48c7c300070000 0f23fb';
  return `${gif ? '0f01dc' : '0f01dd'} ${dr7} ${tf ? '6802030000' : '6802020000'} 9d 0f01d8 90`;
}
const AFTER_VMRUN = PLACE.l1Code + 3 + 7 + 3 + 5 + 1 + 3;
const INSTRUCTIONS = 6;

interface Run {
  twin: Twin;
  /** Of the VMCB, of all that L1 can see, and of memory, before VMRUN. */
  page: Uint8Array;
  before: Map<string, bigint | string>;
  memory: Uint8Array;
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
  const page = twin.cpu.readPhysical(PLACE.vmcb12, VMCB_SIZE);
  twin.run(INSTRUCTIONS - 1);
  const [before, memory] = [seen(twin), twin.cpu.readPhysical(0, RAM)];
  twin.run(1);
  return { twin, page, before, memory, failure };
}
type CaseInput = Pick<CheckCase, 'pointer'> & { fields: Fields };

/** What the single-step trap does besides, when its handler is next: its frame and where that says L1 goes on. */
const FRAME = 40;
const INTERRUPT_GATE_CLEARS = 0x300n;

/** Everything that L1 can see, by name, with the registers one by one. */
function seen(twin: Twin): Map<string, bigint | string> {
  const { DR: _, REGS: _registers, ...plain } = visible(twin);
  const all = new Map<string, bigint | string>(Object.entries(plain));
  for (let n = 0; n < 8; n++) all.set(`DR ${n}`, twin.get('DR', n));
  for (let n = 0; n < 16; n++) all.set(`REGS ${n}`, twin.get('REGS', n));
  for (const name of ['RIP', 'flags']) all.delete(name);
  return all;
}
/** The names of `spec/failedVmrun.ts` with the values they have there. */
const CHANGED = new Map(
  FAILED_VMRUN.flatMap(({ state = [] }) => state).map(([name, element, value]) => [
    name === 'DR' ? `DR ${element}` : name,
    value,
  ]),
);

/** Field by field: what the table of `spec/failedVmrun.ts` says, and nothing else. */
function assertFailed({ twin, page, before, memory }: Run, setup: Setup): void {
  for (const [key, { offset, width }] of VMCB_ROWS) {
    const was = Buffer.from(page.subarray(offset, offset + width));
    const value = FAILED_VMRUN_FIELDS[key];
    const expected = value === undefined ? was : Buffer.from(littleEndian(value, width));
    assert.deepEqual(Buffer.from(twin.cpu.readPhysical(PLACE.vmcb12 + offset, width)), expected, key);
  }
  const rsp = twin.get('REGS', 4);
  const frame = setup.tf ? Number(rsp) : 0;
  const trap = new Map<string, bigint>(
    setup.tf
      ? [
          ['REGS 4', BigInt(PLACE.l1Stack - FRAME)],
          ['DR 6', 0xffff_4ff0n],
        ]
      : [],
  );
  const [after, time] = [seen(twin), ['TIME', 'BUDGET']];
  for (const [name, was] of before) {
    if (time.includes(name)) continue;
    const is = after.get(name);
    const value = trap.get(name) ?? CHANGED.get(name);
    if (value === undefined) assert.equal(is, was, `${name} is unchanged`);
    else assert.equal(typeof is === 'bigint' ? is : BigInt(`0x${is}`), value, name);
  }
  const rip = setup.tf ? twin.read64(frame) : twin.get('RIP');
  assert.equal(rip, BigInt(AFTER_VMRUN), 'where L1 goes on');
  const flags = BigInt.asUintN(64, twin.cpu.wasm.getFlags());
  const kept = setup.tf ? 0x302n : 0x202n;
  assert.equal(setup.tf ? twin.read64(frame + 16) : flags, kept, 'RFLAGS');
  assert.equal(flags, setup.tf ? kept & ~INTERRUPT_GATE_CLEARS : kept);
  // All memory but that of the VMCB, which is looked at above, and of the frame.
  const now = twin.cpu.readPhysical(0, RAM);
  for (const [from, bytes] of [
    [PLACE.vmcb12, VMCB_SIZE],
    [frame, setup.tf ? FRAME : 0],
  ])
    memory.set(now.subarray(from, from + bytes), from);
  assert.equal(Buffer.compare(memory, now), 0, 'memory');
  assert.equal(twin.inL2, false);
}

for (const setup of SETUPS) {
  test(`N-27: a failed VMRUN leaves what it must: ${nameOf(setup)}`, () => {
    for (const spoilt of checkCases(PHYS_BITS).filter(({ fails }) => fails.length > 0)) {
      const bare = vmrun('bare', setup, spoilt);
      const nested = vmrun('nested', setup, spoilt);
      assert.deepEqual(differences(bare.twin, nested.twin), [], textOf(spoilt));
      assertFailed(bare, setup);
      assertFailed(nested, setup);
      const ids = checksOfMask(nested.failure?.mask ?? 0n).map((check) => check.id);
      assert.deepEqual(ids, spoilt.fails);
    }
  });
  test(`N-27: a VMRUN that just passes enters L2: ${nameOf(setup)}`, () => {
    for (const legal of checkCases(PHYS_BITS).filter(({ fails }) => fails.length === 0)) {
      const [bare, nested] = (['bare', 'nested'] as const).map((kind) => vmrun(kind, setup, legal));
      assert.deepEqual([bare.failure, nested.failure], [undefined, undefined], textOf(legal));
      assert.deepEqual(differences(bare.twin, nested.twin), [], textOf(legal));
      for (const { twin } of [bare, nested]) twin.run(10);
      assert.deepEqual(differences(bare.twin, nested.twin), [], textOf(legal));
    }
  });
}
