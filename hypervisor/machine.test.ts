import assert from 'node:assert/strict';
import test from 'node:test';
import { KINDS, machineFor } from '../tests/images.js';
import { RIGHT } from './behaviour.js';

const LOAD = 0x10_0000;
const HEADER = [0x1bad_b002, 0x1_0000, -(0x1bad_b002 + 0x1_0000), LOAD, LOAD, 0, 0, LOAD + 0x20];
/** EFER.SVME; VMRUN of a page of zeros; out F4h, 31h; HLT. */
const CODE = 'b9800000c0 0f32 80cc10 0f30 b800002000 0f01d8 b031e6f4 f4';
const kernel = Buffer.concat([
  Buffer.from(Int32Array.from(HEADER).buffer),
  Buffer.from(CODE.replaceAll(' ', ''), 'hex'),
]);
/** Where VMRUN is. */
const VMRUN = LOAD + 0x20 + 17;
const EXITED = { kind: 'exit', code: 0x63 };

for (const kind of KINDS)
  test(`whoever observes a whole machine hears of it, ${kind}`, () => {
    const heard: bigint[] = [];
    const observer = { vmrunFailed: ({ rip }: { rip: bigint }): void => void heard.push(rip) };
    const machine = machineFor(kind, 'demo', '', [], { kernel, observer });
    machine.run(100);
    assert.deepEqual(machine.stopped, EXITED);
    assert.deepEqual(heard, [BigInt(VMRUN)]);
  });

test('a whole machine with another L0', () => {
  const failures: number[] = [];
  const behaviour: typeof RIGHT = {
    ...RIGHT,
    failVmrun: (l0, vcpu, vmcb12Pa, mask, ownRows) => {
      failures.push(vmcb12Pa);
      RIGHT.failVmrun(l0, vcpu, vmcb12Pa, mask, ownRows);
    },
  };
  const machine = machineFor('nested', 'demo', '', [], { kernel, behaviour });
  machine.run(100);
  assert.deepEqual(machine.stopped, EXITED);
  assert.deepEqual(failures, [0x20_0000]);
});
