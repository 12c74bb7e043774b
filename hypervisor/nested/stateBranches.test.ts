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
