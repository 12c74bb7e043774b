import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CPU_FEATURES,
  CPU_MODELS,
  CpuOptionError,
  cpuidLeaves,
  FEATURE_ALIASES,
  LIVE_WORDS,
  parseCpu,
} from './cpuid.js';
import { INTERCEPTS } from './intercepts.js';
import { VMCB_ROWS } from './vmcb.js';

function leaf(cpu: string, leafNumber: number, subleaf = 0, index = 0, count = 1) {
  const { model, features } = parseCpu(cpu);
  const row = cpuidLeaves(model, features, index, count).find(
    (l) => l.leaf === leafNumber && l.subleaf === subleaf,
  );
  return row ?? { leaf: leafNumber, subleaf, eax: 0, ebx: 0, ecx: 0, edx: 0 };
}

test('feature bits and names are unique, needs exist', () => {
  const seen = new Set<string>();
  for (const row of CPU_FEATURES.values()) {
    const place = `${row.leaf}.${row.subleaf}.${row.register}.${row.bit}`;
    assert.ok(!seen.has(place), `${row.name}: ${place}`);
    seen.add(place);
    for (const need of row.needs) {
      assert.ok(CPU_FEATURES.has(need), `${row.name} needs ${need}`);
      assert.ok(!row.implemented || CPU_FEATURES.get(need)!.implemented, `${row.name} lacks ${need}`);
    }
    for (const live of LIVE_WORDS) {
      const same = live.leaf === row.leaf && live.subleaf === row.subleaf && live.register === row.register;
      if (same && row.name !== 'apic') assert.notEqual(live.bit, row.bit, row.name);
    }
  }
  for (const name of Object.values(FEATURE_ALIASES)) assert.ok(CPU_FEATURES.has(name), name);
});

test('features that other tables name exist', () => {
  for (const { name, feature } of INTERCEPTS) assert.ok(!feature || CPU_FEATURES.has(feature), name);
  for (const [key, field] of VMCB_ROWS) {
    assert.ok(!field.feature || CPU_FEATURES.has(field.feature), key);
    for (const b of Object.values(field.bits ?? {}))
      assert.ok(!b.feature || CPU_FEATURES.has(b.feature) || b.feature === 'lmsle', `${key}.${b.name}`);
  }
});

test('models name features that exist, once, and fit their fields', () => {
  for (const model of CPU_MODELS) {
    for (const name of model.features) assert.ok(CPU_FEATURES.has(name), `${model.name}: ${name}`);
    assert.equal(new Set(model.features).size, model.features.length, model.name);
    assert.equal(model.vendor.length, 12);
    assert.ok(model.brand.length <= 48);
    const { features, dropped } = parseCpu(model.name);
    assert.deepEqual(dropped, [], model.name);
    assert.ok(features.has('lm'));
  }
});

test('-cpu: what is on and off', () => {
  const table: [string, string, string][] = [
    ['max', 'svm npt nrip-save x2apic', 'hypervisor avx512f'],
    ['max,+svm,-npt', 'svm nrip-save', 'npt'],
    ['max,+svm,-rdtscp,-xsave,-invpcid,-skinit', 'svm rdpid', 'rdtscp xsave invpcid skinit'],
    ['max,svm=off', 'lm', 'svm npt flushbyasid'],
    ['max,-svm,+svm', '', 'svm'],
    ['max,lahf_lm=off,host-phys-bits,migratable=no', 'lm', 'lahf-lm'],
    ['qemu64,+x2apic,+tsc-deadline', 'x2apic tsc-deadline svm', 'npt'],
    ['qemu64,+pcid,+invpcid', 'pcid invpcid', ''],
    ['qemu64,-pcid,+invpcid', '', 'pcid invpcid'],
    ['qemu64,npt=on', 'npt', ''],
    ['max,-apic', '', 'apic x2apic tsc-deadline arat'],
    ['max,-avx,-vmx', 'xsave', 'avx avx2 fma f16c vaes vpclmulqdq'],
    ['milan,-npt', 'svm flushbyasid', 'npt avic'],
    ['EPYC-Milan', 'svm npt', 'flushbyasid avx512f'],
    ['EPYC-Milan,-avx2', 'avx fma', 'avx2'],
    ['max,+hypervisor', 'hypervisor', ''],
  ];
  for (const [text, on, off] of table) {
    const { features } = parseCpu(text);
    for (const name of on.split(' ').filter(Boolean))
      assert.ok(features.has(name), `${text}: ${name} is off`);
    for (const name of off.split(' ').filter(Boolean))
      assert.ok(!features.has(name), `${text}: ${name} is on`);
  }
  assert.deepEqual(parseCpu('qemu64,-pcid,+invpcid').dropped, ['invpcid']);
  assert.ok(parseCpu('milan').lacking.includes('wdt'));
  assert.equal(parseCpu('max,phys-bits=36').model.physBits, 36);
});

test('-cpu: errors name what is wrong', () => {
  const table: [string, RegExp][] = [
    ['pentium', /unable to find CPU model 'pentium'/],
    ['', /unable to find CPU model ''/],
    ['max,+nptt', /unknown CPU feature 'nptt'/],
    ['max,-nptt', /unknown CPU feature 'nptt'/],
    ['max,foo=1', /unknown CPU feature 'foo'/],
    ['max,+avx512f', /feature avx512f is not implemented/],
    ['max,avx512f=on', /feature avx512f is not implemented/],
    ['max,npt=maybe', /takes on or off, not 'maybe'/],
    ['max,phys-bits=99', /phys-bits must be between 32 and 52, not '99'/],
    ['max,vendor=CentaurHauls', /vendor 'CentaurHauls' is not implemented/],
    ['milan,enforce', /is not implemented/],
  ];
  for (const [text, message] of table)
    assert.throws(
      () => parseCpu(text),
      (error: Error) => error instanceof CpuOptionError && message.test(error.message),
      text,
    );
});

test('leaves: identification', () => {
  const l0 = leaf('max', 0);
  assert.deepEqual([l0.eax, l0.ebx, l0.edx, l0.ecx], [0xd, 0x68747541, 0x69746e65, 0x444d4163]);
  assert.equal(leaf('qemu64', 1).eax, 0x00060fb1);
  assert.equal(leaf('EPYC-Rome', 1).eax, 0x00830f10);
  assert.equal(leaf('milan', 1).eax, 0x00a00f11);
  assert.equal(leaf('genoa', 0x80000001).eax, 0x00a10f10);
  assert.equal(leaf('max', 0x80000002).eax, 0x6d76736e);
  assert.equal(leaf('max', 0x80000000).eax, 0x80000021);
  assert.equal(leaf('rome', 0x80000000).eax, 0x8000001e);
  assert.equal(leaf('Opteron_G1', 0x80000000).eax, 0x80000008);
  assert.equal(leaf('Opteron_G1', 1).eax, 0x00000f61);
  assert.equal(leaf('qemu64', 0x80000000).eax, 0x8000000a);
});

test('leaves: features, widths and SVM', () => {
  assert.equal(leaf('max', 0x80000001).edx & 0x0183f3ff, leaf('max', 1).edx & 0x0183f3ff);
  assert.equal(leaf('max', 0x80000008).eax & 0xffff, 0x3928);
  assert.equal(leaf('max,-la57', 0x80000008).eax & 0xffff, 0x3028);
  assert.equal(leaf('milan', 0x80000008).eax & 0xffff, 0x3030);
  assert.equal(leaf('max,phys-bits=36', 0x80000008).eax & 0xff, 36);
  const svm = leaf('qemu64,+npt,+nrip-save,+vgif', 0x8000000a);
  assert.deepEqual([svm.eax, svm.ebx, svm.edx], [1, 16, 0x1_0009]);
  assert.equal(leaf('qemu64,+npt,+nrip-save,+vgif,-npt', 0x8000000a).edx, 0x1_0008);
  assert.deepEqual(leaf('max,-svm', 0x8000000a), {
    leaf: 0x8000000a,
    subleaf: 0,
    eax: 0,
    ebx: 0,
    ecx: 0,
    edx: 0,
  });
  const xsave = leaf('max,-avx,-pku', 0xd);
  assert.deepEqual([xsave.eax, xsave.ebx, xsave.ecx], [3, 576, 576]);
  const keys = leaf('max,-avx', 0xd);
  assert.deepEqual([keys.eax, keys.ebx, keys.ecx], [0x203, 576, 2440]);
  assert.deepEqual(leaf('max', 0xd, 9).ebx, 2432);
});

test('leaves: topology follows the count', () => {
  assert.equal(leaf('max', 1).edx & (1 << 28), 0);
  const l1 = leaf('max', 1, 0, 3, 4);
  assert.equal(l1.ebx, 0x03040800);
  assert.notEqual(l1.edx & (1 << 28), 0);
  const b1 = leaf('max', 0xb, 1, 3, 4);
  assert.deepEqual([b1.eax, b1.ebx, b1.ecx, b1.edx], [2, 4, 0x201, 3]);
  assert.equal(leaf('max', 0x80000008, 0, 0, 3).ecx, 0x2002);
  assert.equal(leaf('max', 0x8000001e, 0, 2, 4).eax, 2);
  assert.equal(leaf('max', 0x8000001d, 2).ecx, 1023);
});

test('every word is an unsigned 32-bit number, every leaf comes once', () => {
  for (const model of CPU_MODELS) {
    const { features } = parseCpu(model.name);
    const rows = cpuidLeaves(model, features, 7, 8);
    assert.equal(new Set(rows.map((l) => `${l.leaf}.${l.subleaf}`)).size, rows.length);
    for (const { eax, ebx, ecx, edx } of rows)
      for (const value of [eax, ebx, ecx, edx]) assert.ok(value >= 0 && value <= 0xffffffff);
  }
});
