import assert from 'node:assert/strict';
import test from 'node:test';
import { CPU_FEATURES } from '../spec/cpuidFeatures.js';
import { cpuidLeaves, type CpuidLeaf } from '../spec/cpuidLeaves.js';
import { CPU_MODELS } from '../spec/cpuModels.js';
import { parseCpu } from '../spec/cpuOption.js';
import { MSRS, MSRPM_WINDOWS, msr } from '../spec/msrs.js';
import { Program } from './program.js';

const NAMES = CPU_MODELS.map(({ name }) => name);
const CPUS = 6;

function leavesOf(cpu: string, index = 0, count = CPUS): CpuidLeaf[] {
  const { model, features } = parseCpu(cpu);
  return cpuidLeaves(model, features, index, count);
}
function leaf(rows: readonly CpuidLeaf[], number: number, subleaf = 0): CpuidLeaf {
  const none = { leaf: number, subleaf, eax: 0, ebx: 0, ecx: 0, edx: 0 };
  return rows.find((row) => row.leaf === number && row.subleaf === subleaf) ?? none;
}

for (const name of NAMES) {
  test(`${name}: every feature has what it needs, and CPUID tells the features and no others`, () => {
    const { features, dropped } = parseCpu(name);
    assert.deepEqual(dropped, []);
    const rows = leavesOf(name);
    for (const [feature, { leaf: number, subleaf, register, bit, needs }] of CPU_FEATURES) {
      const told = ((leaf(rows, number, subleaf)[register] >>> bit) & 1) === 1;
      assert.equal(told, features.has(feature), feature);
      if (told) for (const need of needs) assert.ok(features.has(need), `${feature} without ${need}`);
    }
  });

  test(`${name}: the leaves agree with each other`, () => {
    const { model, features } = parseCpu(name);
    for (const index of [0, CPUS - 1]) {
      const rows = leavesOf(name, index);
      for (const range of [0, 0x80000000]) {
        const within = rows
          .map((row) => row.leaf)
          .filter((number) => number >= range && number < range + 0x10000);
        assert.equal(leaf(rows, range).eax, Math.max(...within), 'highest leaf');
      }
      assert.equal(leaf(rows, 0x80000001).eax, leaf(rows, 1).eax, 'signature');
      const widths = leaf(rows, 0x80000008);
      assert.equal(widths.eax & 0xff, model.physBits);
      assert.equal((widths.eax >> 8) & 0xff, features.has('la57') ? 57 : 48);
      assert.equal((widths.ecx & 0xff) + 1, CPUS, 'threads');
      assert.ok(2 ** ((widths.ecx >> 12) & 15) >= CPUS, 'width of an APIC id');
      assert.equal(leaf(rows, 1).ebx >>> 24, index, 'APIC id');
      assert.equal((leaf(rows, 1).ebx >>> 16) & 0xff, CPUS);
      if (features.has('x2apic')) {
        assert.equal(leaf(rows, 0xb, 1).ebx, CPUS);
        assert.equal(leaf(rows, 0xb, 1).eax, (widths.ecx >> 12) & 15);
        assert.equal(leaf(rows, 0xb).edx, index);
      }
      if (features.has('topoext')) {
        assert.equal(leaf(rows, 0x8000001e).eax, index);
        const bytes = (level: number): number => {
          const { ebx, ecx } = leaf(rows, 0x8000001d, level);
          return ((ebx >>> 22) + 1) * ((ebx & 0xfff) + 1) * (ecx + 1);
        };
        assert.equal(bytes(0) / 1024, leaf(rows, 0x80000005).ecx >>> 24);
        assert.equal(bytes(2) / 1024, leaf(rows, 0x80000006).ecx >>> 16);
        assert.equal(bytes(3) / 0x80000, leaf(rows, 0x80000006).edx >>> 18);
        assert.equal(leaf(rows, 0x8000001d, 3).eax >>> 14, CPUS - 1, 'all share the third level');
        assert.equal(leaf(rows, 0x8000001d, 4).eax, 0, 'the list of caches ends');
      }
      const area = leaf(rows, 0xd);
      for (let bit = 2; bit < 32; bit++) {
        const part = leaf(rows, 0xd, bit);
        assert.equal(part.eax !== 0, ((area.eax >>> bit) & 1) === 1, `component ${bit}`);
        assert.ok(part.eax + part.ebx <= area.ecx, `component ${bit} lies in the area`);
      }
    }
  });

  test(`${name}: the registers that CPUID promises answer, and no others`, () => {
    const { features } = parseCpu(name);
    const program = new Program(name);
    const answers = (index: number): boolean => {
      program.call('readMsr', index);
      return program.call('msrOk') === 1n;
    };
    for (const row of MSRS) {
      const there = row.features.length === 0 || row.features.some((feature) => features.has(feature));
      // In xAPIC mode the registers of the x2APIC are not there.
      const readable = there && row.access !== 'wo' && (row.index & ~0xff) !== 0x800;
      assert.equal(answers(row.index), readable, row.name);
    }
    for (const { first } of MSRPM_WINDOWS)
      for (let index = first; index < first + 0x2000; index++)
        if (!msr(index)) assert.equal(answers(index), false, index.toString(16));
  });
}
