import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { VMCB } from '../../spec/vmcb.js';
import { CODE, rdmsr } from '../../tests/play.js';
import { makeTwin } from '../../tests/twins.js';
import type { L0 } from '../l0.js';
import { getRegisters, setRegisters } from '../registers.js';
import { NESTED_STATE_HEADER, getNestedState, setNestedState } from './state.js';

const { vmrun, vmmcall, hlt, nop } = CODE;
const [FROM, LBRV] = [0x1db, 1];
const PAGE = NESTED_STATE_HEADER.bytes;
const ALL_CLEAN = 0x1fff;

/** In L2, whose last-branch registers are its own. */
function inL2(): { twin: Twin; l0: L0 } {
  const twin = makeTwin('nested');
  twin.write(PLACE.l1Code, `${vmrun} ${rdmsr(FROM)} 8907 ${hlt}`);
  twin.write(PLACE.l2Code, `${nop} ${nop} ${rdmsr(FROM)} 894708 ${vmmcall}`);
  twin.vmcb12({ miscCtl2: LBRV, brFrom: 0x12, cleanBits: ALL_CLEAN });
  twin.set('LBR_FROM', 0x34);
  twin.run(2);
  assert.ok(twin.inL2);
  return { twin, l0: twin.l0! };
}

test('N-D7: the state holds the last-branch registers of L1, the registers those of L2, and where the next instruction is', () => {
  const from = inL2();
  const state = getNestedState(from.l0, from.l0.vcpu(0));
  const registers = getRegisters(from.l0, from.l0.vcpu(0));
  const to = inL2();
  // What is there is something else.
  to.twin.set('LBR_FROM', 0x99);
  setRegisters(to.l0, to.l0.vcpu(0), {
    ...registers,
    lastBranches: registers.lastBranches.map((value) => value + 1n),
  });
  setNestedState(to.l0, to.l0.vcpu(0), state);
  to.twin.run(100);
  assert.deepEqual(
    [to.twin.read64(PLACE.data + 8), to.twin.read64(PLACE.data)].map((value) => value & 0xffff_ffffn),
    [0x13n, 0x34n],
  );
  assert.equal(to.twin.field('nRip'), BigInt(PLACE.l2Code + 15));
});

test('N-D7: registers come before the state: a state in guest mode says whose they are', () => {
  const { twin, l0 } = inL2();
  const vcpu = l0.vcpu(0);
  const [state, registers] = [getNestedState(l0, vcpu), getRegisters(l0, vcpu)];
  setNestedState(l0, vcpu, headerOf(state));
  assert.equal(vcpu.inL2, false);
  setRegisters(l0, vcpu, { ...registers, efer: 0x1d01n });
  setNestedState(l0, vcpu, state);
  assert.ok(vcpu.inL2);
  twin.run(100);
  assert.equal(twin.field('exitCode'), 0x81n);
});
/** The same flags outside guest mode, with GIF. */
function headerOf(state: Uint8Array): Uint8Array {
  const header = state.slice(0, PAGE);
  const view = new DataView(header.buffer);
  view.setUint16(NESTED_STATE_HEADER.flags, 0x100, true);
  view.setUint32(NESTED_STATE_HEADER.size, PAGE, true);
  return header;
}

test('N-D9: reserved bits of DEBUGCTL are cleared, and the clean bits come back', () => {
  const { twin, l0 } = inL2();
  const vcpu = l0.vcpu(0);
  const [state, registers] = [getNestedState(l0, vcpu), getRegisters(l0, vcpu)];
  assert.equal(new DataView(state.buffer).getUint32(PAGE + VMCB.cleanBits.offset, true), ALL_CLEAN);
  setRegisters(l0, vcpu, { ...registers, lastBranches: [0xffff_ff42n, ...registers.lastBranches.slice(1)] });
  setNestedState(l0, vcpu, state);
  assert.deepEqual(getNestedState(l0, vcpu), state);
  twin.run(1);
  assert.equal(twin.get('DEBUGCTL'), 2n);
});

test('an event that waits for its delivery moves with the state', () => {
  const { twin, l0 } = inL2();
  const vcpu = l0.vcpu(0);
  const state = getNestedState(l0, vcpu);
  const view = new DataView(state.buffer);
  const [event, error] = [0x8000_0b0en, 0x7n];
  const at = (offset: number): number => PAGE + offset;
  view.setBigUint64(at(VMCB.eventInj.offset), event | (error << 32n), true);
  view.setBigUint64(at(VMCB.nRip.offset), 0x1234n, true);
  setNestedState(l0, vcpu, state);
  const again = getNestedState(l0, vcpu);
  const seen = new DataView(again.buffer);
  assert.equal(
    seen.getUint16(NESTED_STATE_HEADER.flags, true),
    0x103,
    'guest mode, a VMRUN to be finished, GIF',
  );
  assert.equal(seen.getBigUint64(at(VMCB.eventInj.offset), true), event | (error << 32n));
  assert.equal(seen.getBigUint64(at(VMCB.nRip.offset), true), 0x1234n);
  setNestedState(l0, vcpu, again);
  twin.run(1000);
  assert.equal(twin.read64(PLACE.counts + 8 * 14), 1n, 'delivered once');
});

test('an L2 with nested paging and the guest mode execute trap gives way to one with neither', () => {
  const plain = inL2();
  const [state, registers] = [
    getNestedState(plain.l0, plain.l0.vcpu(0)),
    getRegisters(plain.l0, plain.l0.vcpu(0)),
  ];
  const twin = makeTwin('nested');
  twin.write(PLACE.l1Code, `${vmrun} ${hlt}`);
  twin.write(PLACE.l2Code, `${nop} ${nop} ${rdmsr(FROM)} 894708 ${vmmcall}`);
  // Pages for L1's supervisor only: no other may be run by L2's.
  for (let n = 0; n < 512; n++) twin.write64(PLACE.npt12 + 0x3000 + 8 * n, n * 0x1000 + 3);
  twin.vmcb12({ miscCtl: 9 });
  twin.run(2);
  assert.ok(twin.inL2);
  const l0 = twin.l0!;
  setRegisters(l0, l0.vcpu(0), registers);
  setNestedState(l0, l0.vcpu(0), state);
  assert.equal(
    l0.vcpu(0).vmcb02.word(VMCB.miscCtl.offset),
    1,
    'the L0’s own nested paging, without the trap',
  );
  twin.run(1000);
  assert.deepEqual([twin.inL2, twin.field('exitCode')], [false, 0x81n]);
});

test('the interrupt shadow is one of the registers', () => {
  const { l0 } = inL2();
  const vcpu = l0.vcpu(0);
  for (const interruptShadow of [true, false]) {
    setRegisters(l0, vcpu, { ...getRegisters(l0, vcpu), interruptShadow });
    assert.equal(getRegisters(l0, vcpu).interruptShadow, interruptShadow);
  }
});

test('a machine that went back to a moment in L2 has the nested tables of then', () => {
  const twin = makeTwin('nested');
  twin.write(PLACE.l1Code, `${vmrun} ${hlt}`);
  // What is on a page that NPT12 has elsewhere.
  twin.write(PLACE.l2Code, `${nop} a1 0000180000000000 ${vmmcall}`);
  twin.write64(PLACE.npt12 + 0x3000 + 8 * 0x180, 0x18_1007);
  twin.write64(0x18_1000, 0x55);
  twin.vmcb12({ miscCtl: 1 });
  twin.run(2);
  assert.ok(twin.inL2);
  const goBack = twin.mark();
  for (let n = 0; n < 2; n++) {
    twin.run(1000);
    assert.equal(twin.field('rax'), 0x55n);
    twin.put({ rax: 0 });
    goBack();
    assert.ok(twin.inL2);
  }
});
