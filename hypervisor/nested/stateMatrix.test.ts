import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE, RAM } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { visible } from '../../fuzz/visible.js';
import { checkCases, type CheckCase } from '../../spec/checkCases.js';
import { VMCB, type VmcbKey } from '../../spec/vmcb.js';
import { SETUPS, nameOf, textOf, type Setup } from '../../tests/failureMatrix.js';
import { makeTwin } from '../../tests/twins.js';
import { getRegisters, setRegisters, type VcpuRegisters } from '../registers.js';
import { NESTED_STATE_HEADER, getNestedState, setNestedState } from './state.js';

const { bytes: HEADER } = NESTED_STATE_HEADER;
const PHYS_BITS = 40;
const [GUEST_MODE, GIF_SET, TF] = [1, 0x100, 0x100];

/** A machine in L2. */
function inL2({ npt }: Setup): Twin {
  const twin = makeTwin('nested');
  twin.write(PLACE.l1Code, '0f01d8 f4');
  twin.write(PLACE.l2Code, `${'90'.repeat(7)} f4`);
  twin.vmcb12({ miscCtl: npt ? 1 : 0 });
  twin.run(3);
  assert.ok(twin.inL2);
  return twin;
}
/** A case of VMRUN as a nested state and registers have it: control area and PAT in the state, the rest in the registers. */
function spoil(good: VcpuRegisters, bytes: Uint8Array, { fields, pointer }: CheckCase): VcpuRegisters {
  const view = new DataView(bytes.buffer);
  const registers = { ...good, segments: good.segments.slice() };
  const all = { ...fields, ...(pointer === undefined ? {} : { cr3: BigInt(PLACE.data) }) };
  for (const [name, value] of Object.entries(all)) {
    const key = name as VmcbKey;
    const { area, offset, width } = VMCB[key];
    if (key === 'gPat') view.setBigUint64(NESTED_STATE_HEADER.gPat, value, true);
    else if (key === 'csAttrib')
      new DataView(registers.segments.buffer).setUint16(16 + 2, Number(value), true);
    else if (area === 'save') Object.assign(registers, { [key]: value });
    else
      for (let n = 0; n < width; n++) bytes[HEADER + offset + n] = Number((value >> BigInt(8 * n)) & 0xffn);
  }
  return registers;
}

/** All there is, whoever keeps it. */
function everything(twin: Twin): unknown[] {
  const l0 = twin.l0!;
  const vcpu = l0.vcpu(0);
  const { inL2: guestMode, gif, gif02, vmcb12Pa, nestedNpt } = vcpu;
  const memory = Buffer.from(twin.cpu.readPhysical(0, RAM));
  return [
    getRegisters(l0, vcpu),
    getNestedState(l0, vcpu),
    visible(twin),
    memory,
    { guestMode, gif, gif02, vmcb12Pa, nestedNpt },
  ];
}

for (const setup of SETUPS)
  test(`N-D5: what VMRUN refuses is refused as a nested state, and nothing is changed: ${nameOf(setup)}`, () => {
    const twin = inL2(setup);
    const l0 = twin.l0!;
    const vcpu = l0.vcpu(0);
    const good = getNestedState(l0, vcpu);
    const flags = GUEST_MODE | (setup.gif ? GIF_SET : 0);
    const given = getRegisters(l0, vcpu);
    const registers = { ...given, rflags: setup.tf ? given.rflags | BigInt(TF) : given.rflags };
    for (const spoilt of checkCases(PHYS_BITS)) {
      const bytes = good.slice();
      new DataView(bytes.buffer).setUint16(NESTED_STATE_HEADER.flags, flags, true);
      if (!('miscCtl' in spoilt.fields)) bytes[HEADER + VMCB.miscCtl.offset] = setup.npt ? 1 : 0;
      setRegisters(l0, vcpu, registers);
      setNestedState(l0, vcpu, good);
      setRegisters(l0, vcpu, spoil(registers, bytes, spoilt));
      twin.write64(PLACE.data, spoilt.pointer ?? 0n);
      const set = (): void => setNestedState(l0, vcpu, bytes);
      const [first] = spoilt.fails;
      if (first === undefined) {
        set();
        assert.deepEqual([vcpu.inL2, vcpu.gif02], [true, setup.gif], textOf(spoilt));
        continue;
      }
      const before = everything(twin);
      const message = first === 'S1' ? /SVME is clear/ : new RegExp(`\\(${first}\\)`);
      assert.throws(set, { name: 'NestedStateError', message }, textOf(spoilt));
      assert.deepEqual(everything(twin), before, textOf(spoilt));
    }
  });
