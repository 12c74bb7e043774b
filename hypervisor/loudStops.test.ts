import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';
import { CODE } from '../tests/play.js';
import { makeTwin } from '../tests/twins.js';
import { handle } from './exits.js';
import { nestedVmexit } from './nested/exit.js';
import { failVmrun } from './nested/failure.js';
import { NESTED_STATE_HEADER, getNestedState, setNestedState } from './nested/state.js';
import { PrivateMemory } from './privateMemory.js';
import { getRegisters, setRegisters } from './registers.js';
import { Vmcb } from './vmcb.js';

const NOWHERE = 0x8000_0000;
const PAGE = 0x1000;
const { vmrun, vmmcall, hlt, nop } = CODE;

/** A machine in L2, or before its VMRUN. */
function machine(inL2: boolean): Twin {
  const twin = makeTwin('nested');
  twin.vmcb12();
  twin.write(PLACE.l1Code, `${vmrun} ${hlt}`);
  twin.write(PLACE.l2Code, `${nop} ${nop} ${nop} ${vmmcall}`);
  if (inL2) twin.run(2);
  else twin.takeOver();
  assert.equal(twin.inL2, inL2);
  return twin;
}

/** What must not be, or cannot be done: by whom, what is said, and how it comes about. */
const CASES: readonly [what: string, says: RegExp, inL2: boolean, happen: (twin: Twin) => void][] = [
  ['a #VMEXIT to L1 while L1 runs', /needs a running L2/, false, ({ l0 }) => nestedVmexit(l0!, l0!.vcpu(0))],
  [
    'a failed VMRUN while L2 runs',
    /only while L1 runs/,
    true,
    ({ l0 }) => failVmrun(l0!, l0!.vcpu(0), PLACE.vmcb12, 1n),
  ],
  [
    'an exit that nobody has asked for',
    /has not asked for exit 77/,
    false,
    ({ l0 }) => handle(l0!, l0!.vcpu(0), 0x77),
  ],
  ['a vCPU that is not there', /no vCPU 3/, false, ({ l0 }) => l0!.vcpu(3)],
  ['private memory in two GiB', /one GiB/, false, ({ cpu }) => new PrivateMemory(cpu, 0x3fff_f000, 2 * PAGE)],
  [
    'more pages than the private memory has',
    /no private memory left/,
    false,
    ({ cpu }) => new PrivateMemory(cpu, 0x10_0000, 2 * PAGE).pages(3),
  ],
  ['a VMCB without memory', /no RAM for a VMCB at 80000000/, false, ({ cpu }) => new Vmcb(cpu, NOWHERE)],
  [
    'registers of L1 from outside that no processor could have',
    /refuses L1's VMCB/,
    false,
    (twin) => {
      const [l0, vcpu] = [twin.l0!, twin.l0!.vcpu(0)];
      setRegisters(l0, vcpu, { ...getRegisters(l0, vcpu), dr7: 1n << 32n });
      twin.run(10);
    },
  ],
  [
    'a nested state from outside whose VMCB12 has no memory, when L2 leaves',
    /VMCB12 at 80000000 is gone/,
    true,
    (twin) => {
      const [l0, vcpu] = [twin.l0!, twin.l0!.vcpu(0)];
      const state = getNestedState(l0, vcpu);
      new DataView(state.buffer).setBigUint64(NESTED_STATE_HEADER.vmcbPa, BigInt(NOWHERE), true);
      setNestedState(l0, vcpu, state);
      twin.run(100);
    },
  ],
];

for (const [what, says, inL2, happen] of CASES)
  test(`${what} is an error that says so`, () => {
    const twin = machine(inL2);
    assert.throws(() => happen(twin), says);
  });
