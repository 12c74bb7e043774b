import assert from 'node:assert/strict';
import test from 'node:test';
import { RETURN } from '../host/cpu.js';
import { PLACE } from '../../fuzz/place.js';
import type { MachineKind, Twin } from '../../fuzz/twin.js';
import { makeTwin } from '../../tests/twins.js';

const FERR_FREEZE = 0x7en;
const INTERCEPT = 1 << 30;
const IRQ_13 = 0x75;
const NE_CLEAR = 0x8001_0013n;
const IGNNE_MSR = 'b9150101c0 31d2 b801000000 0f30';
/** mov ecx, HWCR; IGNNE emulation on. */
const EMULATE = 'b9150001c0 31d2 b800010000 0f30';
/** FNINIT; unmask the division by zero; 1/0. */
const DIVIDE = 'dbe3 66c7077b03 d92f d9ee d9e8 d8f1';
const WAIT = '9b';
const STI = 'fb';
const HLT = 'f4';

/** A twin whose board turns FERR# into vector 75h; acknowledging that is taken for the write to port F0h. */
function withBoard(kind: MachineKind, code: string): { twin: Twin; errors: () => number } {
  const twin = makeTwin(kind);
  let errors = 0;
  twin.cpu.bus.ferr = () => {
    errors++;
    twin.cpu.wasm.setLint0(1);
  };
  twin.cpu.bus.picAcknowledge = () => {
    twin.cpu.wasm.setLint0(0);
    twin.cpu.assertIgnne();
    return IRQ_13;
  };
  twin.cpu.wasm.apicVirtualWire();
  twin.set('CR0', NE_CLEAR);
  twin.write(PLACE.l1Code, code);
  return { twin, errors: () => errors };
}
const taken = (twin: Twin): bigint => twin.read64(PLACE.counts + 8 * IRQ_13);

for (const kind of ['bare', 'nested'] as const) {
  test(`${kind}: an x87 error is an interrupt, and the instruction that waited for it runs again`, () => {
    const { twin, errors } = withBoard(kind, `${STI} ${DIVIDE} d9e8 ${WAIT} ${HLT}`);
    assert.equal(twin.run(500), RETURN.halted);
    assert.deepEqual([errors(), taken(twin)], [1, 1n], 'IGNNE# covers FLD1 and FWAIT');
  });
  test(`${kind}: with the error IGNNE# goes`, () => {
    const { twin, errors } = withBoard(kind, `${STI} ${DIVIDE} ${WAIT} ${DIVIDE} ${WAIT} ${HLT}`);
    assert.equal(twin.run(500), RETURN.halted);
    assert.deepEqual([errors(), taken(twin)], [2, 2n]);
  });
  test(`${kind}: while interrupts are off the processor stands still`, () => {
    const { twin, errors } = withBoard(kind, `${DIVIDE} ${WAIT} ${HLT}`);
    assert.equal(twin.run(500), RETURN.halted);
    assert.deepEqual([errors(), taken(twin)], [1, 0n]);
  });
  test(`${kind}: right after STI too`, () => {
    const { twin } = withBoard(kind, `${DIVIDE} ${STI} ${WAIT} ${HLT}`);
    assert.equal(twin.run(500), RETURN.halted);
    assert.equal(taken(twin), 1n);
  });
  test(`${kind}: IGNNE from its MSR`, () => {
    const { twin, errors } = withBoard(kind, `${EMULATE} ${IGNNE_MSR} ${DIVIDE} ${WAIT} ${HLT}`);
    assert.equal(twin.run(500), RETURN.halted);
    assert.equal(errors(), 0);
  });
  test(`${kind}: the FERR_FREEZE intercept`, () => {
    const { twin, errors } = withBoard(kind, `0f01d8 ${HLT}`);
    twin.vmcb12({ interceptMisc1: INTERCEPT, cr0: NE_CLEAR });
    const code = DIVIDE.replaceAll(' ', '');
    twin.write(PLACE.l2Code, `${code}${WAIT}`);
    assert.equal(twin.run(500), RETURN.halted);
    assert.deepEqual(
      [twin.field('exitCode'), twin.field('rip'), errors()],
      [FERR_FREEZE, BigInt(PLACE.l2Code + code.length / 2), 0],
    );
  });
}

test('a masked interrupt does not end the freeze, though the MWAIT before it said so', () => {
  for (const kind of ['bare', 'nested'] as const) {
    const { twin } = withBoard(kind, `${DIVIDE} 488d07 31c9 31d2 0f01c8 b901000000 0f01c9 ${WAIT} 90`);
    twin.set('CR0', NE_CLEAR);
    twin.cpu.bus.ferr = () => undefined;
    twin.cpu.apicMessage({ destination: 0, logical: false, level: true, deliveryMode: 0, vector: 0x50 });
    assert.equal(twin.run(100), RETURN.halted);
    assert.ok(twin.time < 100);
  }
});
