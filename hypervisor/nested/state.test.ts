import assert from 'node:assert/strict';
import test from 'node:test';
import { HOST_FIELDS, placeState } from '../../spec/layout.js';
import { VMCB, type VmcbKey } from '../../spec/vmcb.js';
import type { Case } from '../../fuzz/case.js';
import { differences } from '../../fuzz/differences.js';
import { drawCase } from '../../fuzz/generate/index.js';
import { PLACE } from '../../fuzz/place.js';
import { disturb, prepareCase, prepareTwin } from '../../fuzz/prepare.js';
import type { Twin } from '../../fuzz/twin.js';
import { makeTwin, twins } from '../../tests/twins.js';
import type { L0 } from '../l0.js';
import { getRegisters, setRegisters } from '../registers.js';
import { NESTED_STATE_HEADER, getNestedState, setNestedState } from './state.js';

const RAM = 0x20_0000;
const NO_VMCB = 0xffff_ffff_ffff_ffffn;
const GUEST_MODE = 1;
const RUN_PENDING = 2;
const GIF_SET = 0x100;
const { bytes: HEADER } = NESTED_STATE_HEADER;

/** The L0 of a twin and its only vCPU. */
function parts(twin: Twin) {
  const l0 = twin.l0 as L0;
  return { l0, vcpu: l0.vcpu(0) };
}

/** Another machine that goes on where this one is: memory, the state L1 and L2 share, registers, nested state. */
function migrated(from: Twin, to: Twin): Twin {
  to.takeOver();
  const old = parts(from);
  const { l0, vcpu } = parts(to);
  const registers = getRegisters(old.l0, old.vcpu);
  const nested = getNestedState(old.l0, old.vcpu);
  to.write(0, from.cpu.readPhysical(0, RAM));
  for (const { name, address, bytes, count = 1 } of placeState()) {
    if (HOST_FIELDS.includes(name)) continue;
    to.cpu.u8.set(from.cpu.u8.subarray(address, address + bytes * count), address);
  }
  to.cpu.wasm.updateCodeMode();
  setRegisters(l0, vcpu, registers);
  setNestedState(l0, vcpu, nested);
  vcpu.waitForSipi = old.vcpu.waitForSipi;
  vcpu.shutdown = old.vcpu.shutdown;
  vcpu.dueTraps = old.vcpu.dueTraps;
  // Where the pause filter has got to is not in the format either.
  for (const { name, address, bytes } of placeState())
    if (['PAUSE_LEFT', 'PAUSE_AT'].includes(name))
      to.cpu.u8.set(from.cpu.u8.subarray(address, address + bytes), address);
  to.time = from.time;
  return to;
}

/** How many PAUSEs are left is not in the format, and each VMRUN counts anew. */
function withoutPauses(given: Case): Case {
  const { a, b } = given.fields;
  const none = { pauseFilterCount: '0' };
  const loop = given.loop.filter((op) => !op.includes('pauseFilter'));
  return { ...given, loop, fields: { a: { ...a, ...none }, b: { ...b, ...none } } };
}

const SEEDS = Number(process.env['NSVM_LAW_SEEDS'] ?? 30);
const FIRST = Number(process.env['NSVM_LAW_FIRST'] ?? 1);

test('N-D6: a guest cannot tell that it has moved to another machine', () => {
  let inL2 = 0;
  const all = (['bare', 'nested', 'nested'] as const).map((kind) => {
    const twin = makeTwin(kind);
    prepareTwin(twin);
    return { twin, reset: twin.mark() };
  });
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    for (const { reset } of all) reset();
    const [{ twin: bare }, ...places] = all;
    let { twin: nested } = places[0];
    const given = withoutPauses(drawCase(0, seed, 'max'));
    for (const twin of [bare, nested]) prepareCase(twin, given);
    for (let n = 0; n < given.slices; n++) {
      for (const event of given.events.filter(({ slice }) => slice === n))
        for (const twin of [bare, nested]) disturb(twin, event);
      const reasons = [bare.run(given.length), nested.run(given.length)];
      assert.deepEqual(differences(bare, nested), [], `seed ${seed} slice ${n}`);
      if (reasons[0] !== 0) break;
      // Guest mode and system management mode together have no place in the format.
      if (nested.cpu.u8[nested.cpu.state('IN_SMM')] !== 0) continue;
      inL2 += Number(nested.inL2);
      const next = places[nested === places[0].twin ? 1 : 0];
      next.reset();
      nested = migrated(nested, next.twin);
      // Neither translations nor a remembered VMCB are in the format: a guest that forgets a flush or calls a changed field
      // clean may notice.
      bare.cpu.flushAll();
      bare.set('CACHED_VMCB_PA', NO_VMCB);
    }
  }
  assert.ok(inL2 > SEEDS, `only ${inL2} moves in L2`);
});

type Edit = (bytes: Uint8Array, view: DataView) => Uint8Array | void;
const put = (key: VmcbKey, value: number): Edit => {
  return (_bytes, view) => view.setUint32(HEADER + VMCB[key].offset, value, true);
};
const flags = (value: number): Edit => {
  return (_bytes, view) => view.setUint16(NESTED_STATE_HEADER.flags, value, true);
};
const smm = (twin: Twin): void => void (twin.cpu.u8[twin.cpu.state('IN_SMM')] = 1);
const svmeOff = (twin: Twin): void => {
  const { l0, vcpu } = parts(twin);
  const registers = getRegisters(l0, vcpu);
  setNestedState(l0, vcpu, header(GIF_SET));
  setRegisters(l0, vcpu, { ...registers, efer: 0xd01n });
};
const header = (value: number): Uint8Array => {
  const bytes = new Uint8Array(HEADER);
  const view = new DataView(bytes.buffer);
  flags(value)(bytes, view);
  view.setUint16(NESTED_STATE_HEADER.format, 1, true);
  view.setUint32(NESTED_STATE_HEADER.size, HEADER, true);
  return bytes;
};

/** A state in guest mode, edited; what the machine is like; what it is told. */
const REFUSED: readonly [
  id: string,
  what: string,
  edit: Edit,
  message: RegExp,
  before?: (twin: Twin) => void,
][] = [
  ['N-D1', 'less than a header', (bytes) => bytes.subarray(0, HEADER - 1), /128 bytes, not 127/],
  ['N-D1', 'a size beyond the bytes', (bytes) => bytes.subarray(0, HEADER), /says 4224 bytes/],
  ['N-D1', 'a size below the header', (_, view) => view.setUint32(4, 64, true), /says 64 bytes/],
  ['N-D1', 'the format of VMX', (_, view) => view.setUint16(2, 0, true), /format is 0/],
  ['N-D1', 'an unknown flag', flags(GUEST_MODE | GIF_SET | 8), /flags 109h/],
  ['N-D1', 'VMRUN pending outside guest mode', flags(RUN_PENDING), /only in guest mode/],
  ['N-D2', 'guest mode without SVME', () => undefined, /EFER.SVME is clear/, svmeOff],
  ['N-D3', 'guest mode in SMM', () => undefined, /system management mode/, smm],
  [
    'N-D5',
    'a misaligned VMCB12',
    (_, view) => view.setUint32(8, 0x2_0800, true),
    /VMCB12 cannot lie at 20800h/,
  ],
  ['N-D5', 'VMCB12 beyond the last address', (_, view) => view.setUint32(12, 0x100, true), /cannot lie/],
  [
    'N-D5',
    'no VMCB',
    (bytes, view) => {
      view.setUint32(4, HEADER, true);
      return bytes.subarray(0, HEADER);
    },
    /guest mode needs 4224 bytes, not 128/,
  ],
  ['N-D5', 'ASID 0', put('guestAsid', 0), /L2 is not legal: .*\(C2\)/],
  ['N-D5', 'VMRUN not intercepted', put('interceptMisc2', 0), /\(C1\)/],
  ['N-D5', 'L1 without paging', put('cr0', 0x11), /L1 has no paging/],
  ['N-D5', 'L1 in virtual-8086 mode', put('rflags', 0x2_0002), /virtual-8086/],
  ['N-D5', 'L1 with reserved bits of CR4', put('cr4', 0x8000_0620), /L1's state is not legal: .*\(S10\)/],
  ['N-D5', 'an illegal PAT of L2', (_, view) => view.setUint32(NESTED_STATE_HEADER.gPat, 2, true), /\(C7\)/],
];

/** A machine in L2, with nested paging. */
function twinInL2(): Twin {
  const twin = makeTwin('nested');
  twin.write(PLACE.l1Code, '0f01d8 f4');
  twin.write(PLACE.l2Code, '90 90 90 90 90 90 90 f4');
  twin.vmcb12({ miscCtl: 1 });
  twin.run(3);
  assert.ok(twin.inL2);
  return twin;
}
for (const [id, what, edit, message, before] of REFUSED)
  test(`${id}: refused, with nothing changed: ${what}`, () => {
    const twin = twinInL2();
    const { l0, vcpu } = parts(twin);
    const good = getNestedState(l0, vcpu);
    before?.(twin);
    const was = [getRegisters(l0, vcpu), getNestedState(l0, vcpu)];
    const bytes = good.slice();
    const given = edit(bytes, new DataView(bytes.buffer)) ?? bytes;
    assert.throws(() => setNestedState(l0, vcpu, given), { name: 'NestedStateError', message });
    assert.deepEqual([getRegisters(l0, vcpu), getNestedState(l0, vcpu)], was);
  });

test('N-D5: L2 registers that cannot be entered are refused', () => {
  const twin = twinInL2();
  const { l0, vcpu } = parts(twin);
  const state = getNestedState(l0, vcpu);
  setRegisters(l0, vcpu, { ...getRegisters(l0, vcpu), cr0: 0xa001_0033n });
  assert.throws(() => setNestedState(l0, vcpu, state), /state of L2 is not legal: .*\(S7\)/);
});

test('N-D0: outside guest mode there is only a header', () => {
  const twin = makeTwin('nested');
  twin.write(PLACE.l1Code, '90 0f01dd 90');
  const { l0 } = twin;
  twin.run(1);
  assert.deepEqual(getNestedState(l0 as L0, parts(twin).vcpu), header(GIF_SET));
  twin.run(1);
  assert.deepEqual(getNestedState(l0 as L0, parts(twin).vcpu), header(0));
});

test('N-D4: a state outside guest mode leaves L2 and sets GIF', () => {
  const twin = twinInL2();
  const { l0, vcpu } = parts(twin);
  for (const gif of [GIF_SET, 0]) {
    setNestedState(l0, vcpu, header(gif));
    assert.deepEqual([vcpu.inL2, vcpu.vmcb12Pa, vcpu.gif], [false, 0, gif !== 0]);
  }
});

test('N-D8: an event that L1 injects is delivered once, whenever the machine moves', () => {
  for (const cut of [1, 2, 3]) {
    const [bare, nested] = twins();
    for (const twin of [bare, nested]) {
      twin.write(PLACE.l1Code, '0f01d8 f4');
      twin.write(PLACE.l2Code, '90 90 90 f4');
      twin.vmcb12({ eventInj: 0x8000_0050, rflags: 0x202 });
      twin.run(cut);
    }
    const moved = migrated(nested, makeTwin('nested'));
    for (const twin of [bare, moved]) twin.run(20);
    assert.deepEqual(differences(bare, moved), [], `after ${cut} instructions`);
    assert.equal(moved.read64(PLACE.counts + 8 * 0x50), 1n);
  }
});
