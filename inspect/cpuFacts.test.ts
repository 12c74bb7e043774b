import assert from 'node:assert/strict';
import test from 'node:test';
import { powerOn } from '../hypervisor/machine.js';
import { CPU_MODELS } from '../spec/cpuModels.js';
import { Silicon } from '../tests/silicon.js';
import { cpuFacts, reservedCr4, reservedEfer } from './cpuFacts.js';

const OFF = [
  'vme',
  'pcid',
  'smep',
  'umip',
  'fsgsbase',
  'xsave',
  'la57',
  'pku',
  'nx',
  'lm',
  'svm',
  'fxsr-opt',
  'tce',
];
const IGNORED_EFER = 0xfen;

test('reserved bits are those of the processor, for every model and without each feature', () => {
  const models = CPU_MODELS.map(({ name }) => name);
  for (const cpu of [...models, ...OFF.map((feature) => `max,-${feature}`)]) {
    const silicon = new Silicon(1, 0x20_0000);
    powerOn(silicon.cpu, cpu);
    const facts = cpuFacts(cpu);
    assert.equal(silicon.call('cr4Reserved'), reservedCr4(facts), `CR4 of ${cpu}`);
    assert.equal(silicon.call('eferReserved') & ~IGNORED_EFER, reservedEfer(facts), `EFER of ${cpu}`);
  }
});
