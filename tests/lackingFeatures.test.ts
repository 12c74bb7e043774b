import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KINDS, machineFor } from './images.js';

/** What L1 may lack and the L0 itself needs: CPUID is what L1 is offered, not what the L0 has. */
const CPUS = [
  'max,-svm',
  'max,-npt',
  'max,-nrip-save',
  'max,-npt,-nrip-save,-vgif,-vnmi,-gmet',
  'qemu64',
  'milan',
];

for (const cpu of CPUS)
  for (const image of ['alu', 'demo'])
    test(`${image} runs alike on both machines with -cpu ${cpu}`, () => {
      const [bare, nested] = KINDS.map((kind) => {
        const said: number[] = [];
        const machine = machineFor(kind, image, image === 'alu' ? '1000' : '', said, { cpu });
        machine.run(200_000_000);
        return {
          stopped: machine.stopped,
          instructions: machine.instructions,
          said: Buffer.from(said).toString('latin1'),
        };
      });
      assert.equal(bare.stopped?.kind, 'exit');
      assert.deepEqual(nested, bare);
    });
