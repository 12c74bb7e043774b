import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuModels } from './cpuModels.js';

test('the models have names, and those can be asked for', () => {
  assert.ok(cpuModels.names().includes('max'));
  cpuModels.names().forEach((name) => cpuModels.check(name));
});

const refused: [string, RegExp][] = [
  ['host,migratable=no', /'host' requires KVM/],
  ['nosuch', /unable to find CPU model 'nosuch'/],
  ['max,+nosuch', /nosuch/],
];
for (const [cpu, message] of refused) {
  test(`refused: ${cpu}`, () => assert.throws(() => cpuModels.check(cpu), { name: 'UsageError', message }));
}
