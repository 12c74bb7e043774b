import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import type { MachineKind, Twin } from '../../fuzz/twin.js';
import { makeTwin } from '../../tests/twins.js';
import { IN_A_TASK, TASKS, writeTwoTasks } from '../../tests/twoTasks.js';

const TASK_SWITCH = 0x7dn;
const NPF = 0x400n;
const INTERCEPT = 1 << 29;
const { GDT, OLD_TSS, NEW_TSS, STACK, ENTRY, OLD, NEW, GATE, BUSY } = TASKS;
const GP = 13;
const NESTED = 0x4000n;
const RF = 0x1_0000n;

const CALL = '9a000000003000';
const IRET = 'cf';
const LOAD_DS = '8ed8';

/** An L2 in 32-bit protected mode with two tasks, that runs `code`. */
function twoTasks(kind: MachineKind, code: string, fields: Parameters<Twin['vmcb12']>[0] = {}): Twin {
  const twin = makeTwin(kind);
  writeTwoTasks(twin);
  twin.write(PLACE.l2Code, code);
  twin.vmcb12({ ...IN_A_TASK, interceptMisc1: INTERCEPT | (1 << 24), rax: GATE, ...fields });
  // VMLOAD, for TR; VMRUN; wait for the test; VMRUN.
  twin.write(PLACE.l1Code, '0f01da 0f01d8 ebfe 0f01d8 f4');
  return twin;
}
const run = (twin: Twin): bigint => (twin.run(200), twin.field('exitCode'));

interface Case {
  what: string;
  code: string;
  fields?: Parameters<Twin['vmcb12']>[0];
  selector?: number;
  info2: bigint;
  event?: bigint;
}
const CASES: readonly Case[] = [
  { what: 'CALL', code: CALL, info2: 0n },
  { what: 'JMP', code: CALL.replace('9a', 'ea'), info2: 1n << 38n },
  { what: 'INTn', code: 'cd90', info2: 0n, event: 0x8000_0490n },
  {
    what: 'an exception with an error code',
    code: LOAD_DS,
    info2: BigInt(GATE) | (1n << 44n) | (1n << 48n),
    event: (BigInt(GATE) << 32n) | 0x8000_0b0dn,
  },
];
for (const kind of ['bare', 'nested'] as const) {
  for (const { what, code, fields, info2, event = 0n } of CASES)
    test(`${kind}: the task switch intercept sees ${what}`, () => {
      const twin = twoTasks(kind, code, fields);
      assert.equal(run(twin), TASK_SWITCH);
      assert.deepEqual([twin.field('exitInfo1'), twin.field('exitInfo2')], [BigInt(NEW), info2]);
      assert.equal(twin.field('exitIntInfo') | (twin.field('exitIntInfoErr') << 32n), event);
      assert.deepEqual([twin.field('rip'), twin.field('trSelector')], [BigInt(PLACE.l2Code), BigInt(OLD)]);
    });
  test(`${kind}: the task switch intercept sees IRET`, () => {
    const twin = twoTasks(kind, IRET, { rflags: NESTED | 2n });
    twin.write(GDT + NEW + 5, BUSY.toString(16));
    assert.equal(run(twin), TASK_SWITCH);
    assert.deepEqual([twin.field('exitInfo1'), twin.field('exitInfo2')], [BigInt(NEW), 1n << 36n]);
  });
  test(`${kind}: what is wrong with the TSS comes before the intercept`, () => {
    const twin = twoTasks(kind, CALL, { interceptExceptions: 1 << GP });
    twin.write(GDT + NEW + 5, BUSY.toString(16));
    assert.equal(run(twin), 0x40n + BigInt(GP));
  });
  test(`${kind}: without the intercept the guest switches`, () => {
    const twin = twoTasks(kind, LOAD_DS, { interceptMisc1: 1 << 24 });
    assert.equal(run(twin), 0x78n);
    assert.deepEqual([twin.field('rip'), twin.field('rsp')], [BigInt(ENTRY), BigInt(STACK - 4)]);
    assert.equal(twin.read64(OLD_TSS + 0x20) >> 32n, RF | 2n);
  });
  // A page that the nested tables lack: the switch has not begun, and can be begun again.
  for (const [what, page] of [
    ['the old TSS', OLD_TSS],
    ['the new TSS', NEW_TSS],
    ['the stack for an error code', STACK - 4],
  ] as const)
    test(`${kind}: a nested page fault on ${what}`, () => {
      const twin = twoTasks(kind, LOAD_DS, { interceptMisc1: 1 << 24 });
      const entry = PLACE.npt12 + 0x3000 + 8 * (page >> 12);
      const legal = twin.read64(entry);
      twin.write64(entry, 0);
      assert.equal(run(twin), NPF);
      assert.equal(twin.field('exitInfo2') >> 12n, BigInt(page >> 12));
      assert.deepEqual([twin.field('rip'), twin.field('exitIntInfo')], [BigInt(PLACE.l2Code), 0x8000_0b0dn]);
      assert.equal(twin.read64(OLD_TSS + 0x20), 0n);
      twin.write64(entry, legal);
      twin.put({ eventInj: 0x8000_0b0d, eventInjErr: GATE, tlbControl: 1 });
      twin.write(PLACE.l1Code + 6, '9090');
      assert.equal(run(twin), 0x78n);
      assert.equal(twin.field('rip'), BigInt(ENTRY));
    });
}
