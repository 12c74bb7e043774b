import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RETURN, STATE } from '../silicon/host/cpu.js';
import { EAGER } from '../silicon/host/tier/tier.js';
import { KINDS, machineFor } from './images.js';
import { Program } from './program.js';

const CODE = 0x1_0000;
const RBX = 3;

/** Images, with what keeps them short, and how many instructions of them are looked at. */
const IMAGES: readonly [image: string, args: string, most: number][] = [
  ['demo', '', 200_000],
  ['alu', '1000', 200_000],
  ['mem', '20', 600_000],
  ['wide', '20000', 600_000],
  ['nbody', '200', 300_000],
  ['strings', '20', 600_000],
];
/** Short pieces: most of a slice under 64 instructions is not compiled, and the regions of long ones are left by other ways. */
const PIECES = [97, 1009];

for (const kind of KINDS)
  for (const [image, args, most] of IMAGES)
    test(`${image} does the same on ${kind} when everything is compiled as when nothing is`, () => {
      for (const piece of PIECES) {
        const compiled = machineFor(kind, image, args, [], { tier: EAGER });
        const plain = machineFor(kind, image, args, [], { tier: 'off' });
        for (let n = 0; plain.instructions < most && plain.stopped === undefined; n++) {
          compiled.run(piece);
          plain.run(piece);
          assert.equal(compiled.instructions, plain.instructions);
          assert.equal(compiled.cpu.rip, plain.cpu.rip, `after ${plain.instructions} instructions`);
          if (n % 64 === 0)
            assert.equal(compiled.stateHash(), plain.stateHash(), `after ${plain.instructions}`);
        }
        assert.deepEqual(compiled.stopped, plain.stopped);
        assert.equal(compiled.stateHash(), plain.stateHash());
        assert.ok(compiled.cpu.tier!.regions > 0, 'something was compiled');
      }
    });

test('code that changes itself is compiled anew', () => {
  const program = new Program();
  // mov ecx, 400; again: mov eax, 1; add ebx, eax; add dword [rip - 8], 1 (the 1 of the first mov); dec ecx; jnz again; hlt
  const code = 'b990010000 b801000000 01c3 8305f3ffffff01 ffc9 75ee f4';
  program.run('90');
  program.cpu.writePhysical(CODE, Buffer.from(code.replaceAll(' ', ''), 'hex'));
  program.set64('RIP', BigInt(CODE));
  program.set64('REGS', 0n, RBX);
  let reason: number = RETURN.slice;
  for (let slices = 0; reason === RETURN.slice && slices < 100; slices++) {
    program.cpu.beginSlice(0, 150);
    reason = program.cpu.resume();
  }
  assert.equal(reason, RETURN.halted);
  assert.equal(program.cpu.u64[(STATE.REGS >> 3) + RBX], (400n * 401n) / 2n);
  assert.ok(program.cpu.tier!.regions > 0);
});
