import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import type { MachineKind } from '../../fuzz/twin.js';
import { CODE, play, rdmsr, wrmsr } from '../../tests/play.js';
import { makeTwin, twins } from '../../tests/twins.js';

const KINDS: readonly MachineKind[] = ['bare', 'nested'];
const [ONE, ALL] = [1n << 32n, (1n << 64n) - 1n];
const MSR_PROT = 1 << 28;
const [TSC, TSC_RATIO] = [0x10, 0xc000_0104];

/** RDTSC; both halves to [RDI]; VMMCALL. */
const READ = { RDTSC: '0f31', RDTSCP: '0f01f9', 'RDMSR of the counter': 'b910000000 0f32' };
const STORE = '8907 895704 0f01d9';
const VMRUN_HLT = '0f01d8 f4';

/** What L2 reads when its instruction is the second that runs, with the host's counter at some value before the first. */
function readings(kind: MachineKind, ratio: bigint, offset: bigint, host: bigint, cpu?: string): bigint[] {
  return Object.values(READ).map((code) => {
    const twin = makeTwin(kind, cpu);
    twin.write(PLACE.l1Code, VMRUN_HLT);
    twin.write(PLACE.l2Code, `${code}${STORE}`);
    twin.set('TSC_RATIO', ratio);
    twin.set('TSC_ADD', host);
    twin.vmcb12({ tscOffset: offset });
    twin.run(50);
    assert.equal(twin.field('exitCode'), 0x81n);
    assert.equal(twin.get('TSC_RATIO'), ratio);
    return twin.read64(PLACE.data);
  });
}

const CASES: readonly (readonly [ratio: bigint, offset: bigint, host: bigint])[] = [
  [ONE, 0n, 0n],
  [ONE, 5n, 1000n],
  [ONE + 1n, 0n, ONE],
  [ONE / 2n, 0n, 1n << 40n],
  [0n, 7n, 1n << 40n],
  [1n, ALL, ALL - 100n],
  [(1n << 40n) - 1n, 1n << 63n, ALL >> 1n],
  [0xff_8000_0001n, 12345n, 0x1234_5678_9abc_def0n],
];

for (const kind of KINDS)
  test(`N-90 N-91: the guest's counter is the host's times TSC_RATIO, to the bit, plus the offset: ${kind}`, () => {
    for (const [ratio, offset, host] of CASES) {
      // What time it is at the instruction: with no ratio and no offset.
      const at = readings(kind, ONE, 0n, 0n);
      const scaled = at.map((time) =>
        BigInt.asUintN(64, ((BigInt.asUintN(64, time + host) * ratio) >> 32n) + offset),
      );
      assert.deepEqual(readings(kind, ratio, offset, host), scaled, `${ratio.toString(16)}`);
      const plain = at.map((time) => BigInt.asUintN(64, time + host + offset));
      assert.deepEqual(readings(kind, ratio, offset, host, 'max,-tsc-scale'), plain, 'without the feature');
    }
  });

/** WRMSR of a value to TSC_RATIO, as L1 or L2 would. */
const write = (value: bigint): string => {
  const half = (v: bigint): string => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(Number(v & 0xffff_ffffn));
    return bytes.toString('hex');
  };
  return `b9040100c0 b8${half(value)} ba${half(value >> 32n)} 0f30`;
};

const WRITES: readonly (readonly [value: bigint, legal: boolean])[] = [
  [0n, true],
  [(1n << 40n) - 1n, true],
  [1n << 40n, false],
  [1n << 63n, false],
];

for (const kind of KINDS)
  test(`TSC_RATIO takes 40 bits, else #GP; without the feature it is not there: ${kind}`, () => {
    for (const [value, legal] of WRITES)
      for (const cpu of ['max', 'max,-tsc-scale']) {
        const twin = makeTwin(kind, cpu);
        twin.write(PLACE.l1Code, `${write(value)} f4`);
        twin.run(50);
        const taken = legal && cpu === 'max';
        assert.equal(twin.get('TSC_RATIO'), taken ? value : ONE, `${cpu} ${value.toString(16)}`);
        assert.equal(twin.read64(PLACE.counts + 8 * 13) > 0n, !taken);
      }
  });

test('N-93 N-46: L1 reads its own counter unscaled, and a guest that may write the ratio feels it at once', () => {
  const [bare, nested] = twins();
  for (const twin of [bare, nested]) {
    // RDTSC of L1 before and after, of L2 before and after its own write.
    twin.write(PLACE.l1Code, `${write(3n * ONE)} b800000200 0f31 894710 b800000200 0f01d8 0f31 894718 f4`);
    twin.write(PLACE.l2Code, `0f31 8907 ${write(5n * ONE)} 0f31 894708 0f01d9`);
    twin.vmcb12();
    twin.run(100);
    const [first, second, before, after] = [0, 8, 0x10, 0x18].map((at) => twin.read64(PLACE.data + at));
    assert.ok(before < 100n && after < 100n, 'L1 is not scaled');
    assert.equal(first % 3n, 0n);
    assert.equal(second % 5n, 0n);
    assert.equal(twin.get('TSC_RATIO'), 5n * ONE);
  }
  assert.deepEqual(differences(bare, nested), []);
});

test("N-92: a write of the counter, L1's or L2's, moves the counter of both", () => {
  const value = 0x5_0000_0000n;
  for (const [l1, l2] of [
    [wrmsr(TSC, value), ''],
    ['', wrmsr(TSC, value)],
  ] as const)
    for (const tscOffset of [0n, 1n << 40n])
      for (const ratio of [ONE, 2n * ONE]) {
        const [bare] = play({
          l1: `${l1} 4889f0 ${CODE.vmrun} ${rdmsr(TSC)} 8907 895704 ${CODE.hlt}`,
          l2: `${l2} ${rdmsr(TSC)} 894708 89570c ${CODE.vmmcall}`,
          fields: { tscOffset },
          prepare: (twin) => twin.set('TSC_RATIO', ratio),
        });
        const [inL1, inL2] = [bare.read64(PLACE.data), bare.read64(PLACE.data + 8)];
        // Whoever writes it writes the processor's, and L2 reads that scaled and with its offset.
        const scaled = ((inL1 * ratio) / ONE + tscOffset) & ALL;
        assert.ok(scaled - inL2 < 1000n && inL2 <= scaled);
        assert.ok(inL1 > 100_000n, 'and L1 feels it');
      }
});

test('L1 may intercept TSC_RATIO', () => {
  for (const kind of KINDS) {
    const twin = makeTwin(kind);
    twin.write(PLACE.l1Code, VMRUN_HLT);
    twin.write(PLACE.l2Code, 'b9040100c0 0f32');
    const bit = 2 * (TSC_RATIO - 0xc000_0000);
    twin.write64(PLACE.msrpm + 0x800 + (bit >> 6) * 8, 1n << BigInt(bit & 63));
    twin.vmcb12({ interceptMisc1: MSR_PROT });
    twin.run(50);
    assert.deepEqual([twin.field('exitCode'), twin.field('exitInfo1')], [0x7cn, 0n], kind);
  }
});
