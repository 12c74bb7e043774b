import assert from 'node:assert/strict';
import test from 'node:test';
import { Program, type Start } from '../../tests/program.js';

const AREA = 0x2_0000;
const OSXSAVE = 0x4_0620n;
const COMPACTED = 1n << 63n;
const [UD, NM, GP] = [6, 7, 13];
const F_AVX = 60;
const AVX_AREA = 576;
/** Where a compacted area without AVX has PKRU, and where one with it does. */
const [KEYS_FIRST, KEYS_AFTER_AVX, KEYS_STANDARD] = [576, 832, 2432];
const [XSAVE, XSAVEOPT, XSAVEC, XSAVES] = ['480fae27', '480fae37', '480fc727', '480fc72f'];
const [XRSTOR, XRSTORS] = ['480fae2f', '480fc71f'];
const XGETBV = '0f01d0';
const FILLER = 0xcc;
const [X87, SSE, AVX, KEYS] = [1, 2, 4, 0x200];

type Used = readonly ('x87' | 'xmm' | 'mxcsr' | 'ymm' | 'pkru')[];

/** A processor whose XCR0 has all it can: what nothing has touched is as after a reset. */
class Bench extends Program {
  constructor() {
    super('max');
    this.call('setFeature', F_AVX, 1);
    this.call('setCpuid', 0xd, 2, 1, 256, AVX_AREA, 0, 0);
  }
  prepare(used: Used): void {
    this.reset();
    this.set64('CR4', OSXSAVE);
    this.set64('XCR0', 0x207n);
    const { u8 } = this.cpu;
    const field = (name: string): number => this.cpu.state(name);
    u8.fill(0, field('FCW'), field('MXCSR'));
    u8.fill(0, field('ST'), field('VTMP'));
    this.cpu.u32[field('MXCSR') >> 2] = used.includes('mxcsr') ? 0x1fa0 : 0x1f80;
    u8.set([0x7f, 3], field('FCW'));
    if (used.includes('x87')) u8.set([1, 2, 3], field('ST'));
    if (used.includes('xmm')) u8.set([0x12, 0x34], field('XMM') + 16);
    if (used.includes('ymm')) u8.set([0x56, 0x78], field('YMM_HI') + 16);
    this.set32('PKRU', used.includes('pkru') ? 0x5555_5550 : 0);
  }
  area(length = 0x1000): Buffer {
    return Buffer.from(this.cpu.readPhysical(AREA, length));
  }
  execute(code: string, mask: number, start: Start = {}): number | undefined {
    return this.run(code, { rax: BigInt(mask), rdi: BigInt(AREA), ...start });
  }
}
const bench = new Bench();

/** A component reads as it is, as filler where nothing was written, or as zeroes. */
type Seen = 'saved' | 'untouched' | 'reset';
interface Saved {
  what: string;
  code: string;
  mask: number;
  used: Used;
  bv: bigint;
  layout?: bigint;
  x87?: Seen;
  xmm?: Seen;
  mxcsr?: Seen;
  ymm?: Seen;
  keys?: readonly [at: number, seen: Seen];
}
const ALL = X87 | SSE | AVX | KEYS;
// As a Zen 4 answers; XSTATE_BV was 18h before.
const SAVES: readonly Saved[] = [
  { what: 'XSAVE of a processor after reset', code: XSAVE, mask: ALL, used: [], bv: 0x18n, x87: 'reset', xmm: 'reset', mxcsr: 'reset', ymm: 'reset', keys: [KEYS_STANDARD, 'reset'] },
  { what: 'XSAVE of everything', code: XSAVE, mask: ALL, used: ['x87', 'xmm', 'ymm', 'pkru'], bv: 0x21fn, x87: 'saved', xmm: 'saved', mxcsr: 'reset', ymm: 'saved', keys: [KEYS_STANDARD, 'saved'] },
  { what: 'XSAVE of the high halves takes MXCSR along', code: XSAVE, mask: AVX, used: ['xmm', 'ymm', 'mxcsr'], bv: 0x1cn, mxcsr: 'saved', ymm: 'saved' },
  { what: 'XSAVE of x87 does not', code: XSAVE, mask: X87, used: ['x87', 'mxcsr'], bv: 0x19n, x87: 'saved' },
  { what: 'XSAVE: MXCSR makes SSE no component in use', code: XSAVE, mask: SSE, used: ['mxcsr'], bv: 0x18n, xmm: 'reset', mxcsr: 'saved' },
  { what: 'XSAVE of what XCR0 lacks', code: XSAVE, mask: 0x18, used: ['x87'], bv: 0x18n },
  { what: 'XSAVEOPT leaves out what is not in use', code: XSAVEOPT, mask: ALL, used: ['xmm'], bv: 0x1an, xmm: 'saved', mxcsr: 'reset' },
  { what: 'XSAVEC lays out and leaves out', code: XSAVEC, mask: X87 | AVX | KEYS, used: ['x87', 'pkru'], bv: 0x201n, layout: 0x205n, x87: 'saved', keys: [KEYS_AFTER_AVX, 'saved'] },
  { what: 'XSAVEC of few', code: XSAVEC, mask: X87 | KEYS, used: ['pkru'], bv: 0x200n, layout: 0x201n, keys: [KEYS_FIRST, 'saved'] },
  { what: 'XSAVEC: MXCSR makes SSE a component in use', code: XSAVEC, mask: SSE, used: ['mxcsr'], bv: 2n, layout: 2n, xmm: 'reset', mxcsr: 'saved' },
  { what: 'XSAVEC of AVX alone leaves MXCSR out', code: XSAVEC, mask: AVX, used: ['ymm', 'mxcsr'], bv: 4n, layout: 4n, ymm: 'saved' },
  { what: 'XSAVES as XSAVEC', code: XSAVES, mask: ALL, used: ['ymm'], bv: 4n, layout: 0x207n, ymm: 'saved' },
];

test('what the saving instructions write', async (t) => {
  for (const row of SAVES)
    await t.test(row.what, () => {
      const before = Buffer.alloc(0x1000, FILLER);
      before.writeBigUInt64LE(0x18n, 512);
      before.writeBigUInt64LE(0n, 520);
      bench.cpu.writePhysical(AREA, before);
      bench.prepare(row.used);
      assert.equal(bench.execute(row.code, row.mask), undefined);
      const area = bench.area();
      assert.equal(area.readBigUInt64LE(512), row.bv, 'XSTATE_BV');
      assert.equal(area.readBigUInt64LE(520), row.layout === undefined ? 0n : COMPACTED | row.layout, 'XCOMP_BV');
      assert.equal(area[528], FILLER, 'the rest of the header');
      const check = (what: string, at: number, seen: Seen, saved: number, reset = 0): void =>
        assert.equal(area[at], { saved, untouched: FILLER, reset }[seen], what);
      check('FCW', 0, row.x87 ? 'saved' : 'untouched', 0x7f);
      check('ST0', 32, row.x87 ?? 'untouched', 1);
      check('XMM1', 176, row.xmm ?? 'untouched', 0x12);
      check('MXCSR', 24, row.mxcsr ?? 'untouched', 0xa0, 0x80);
      if (!row.keys || row.keys[0] !== AVX_AREA) check('YMM1', AVX_AREA + 16, row.ymm ?? 'untouched', 0x56);
      for (const at of [KEYS_FIRST, KEYS_AFTER_AVX, KEYS_STANDARD])
        if (at !== AVX_AREA || !(row.mask & AVX))
          check(`PKRU at ${at}`, at, row.keys?.[0] === at ? row.keys[1] : 'untouched', 0x50);
    });
});

interface Restored {
  what: string;
  code?: string;
  mask: number;
  bv: bigint;
  layout?: bigint;
  mxcsr?: number;
  /** Byte of the header that is not zero. */
  spoilt?: number;
  /** MXCSR, low byte of XMM1, of YMM1's high half, of PKRU; the vector where there is a fault. */
  end: readonly [mxcsr: number, xmm: number, ymm: number, pkru: number] | number;
}
const KEPT = [0x1f80, 0x12, 0x56, 0x50] as const;
const AREA_MXCSR = 0x1fa0;
// As a Zen 4 answers. Every byte of the components in the area is 11h.
const RESTORES: readonly Restored[] = [
  { what: 'standard, all', mask: ALL, bv: 0x207n, end: [AREA_MXCSR, 0x11, 0x11, 0x11] },
  { what: 'standard, nothing there', mask: ALL, bv: 0n, end: [AREA_MXCSR, 0, 0, 0] },
  { what: 'standard, AVX only', mask: AVX, bv: 0n, end: [AREA_MXCSR, 0x12, 0, 0x50] },
  { what: 'standard, x87 only', mask: X87, bv: 0n, end: KEPT },
  { what: 'standard, reserved MXCSR bits', mask: AVX, bv: 0n, mxcsr: 0xffff_ffff, end: GP },
  { what: 'standard, reserved MXCSR bits nobody loads', mask: X87, bv: 1n, mxcsr: 0xffff_ffff, end: KEPT },
  { what: 'a component that XCR0 lacks', mask: X87, bv: 8n, end: GP },
  { what: 'standard, header byte 16', mask: X87, bv: 1n, spoilt: 16, end: GP },
  { what: 'standard, header byte 23', mask: X87, bv: 1n, spoilt: 23, end: GP },
  { what: 'standard, header byte 24', mask: X87, bv: 1n, spoilt: 24, end: KEPT },
  { what: 'compacted, all', mask: ALL, bv: 0x207n, layout: 0x207n, end: [AREA_MXCSR, 0x11, 0x11, 0x11] },
  { what: 'compacted, SSE absent', mask: ALL, bv: 0x205n, layout: 0x207n, end: [0x1f80, 0, 0x11, 0x11] },
  { what: 'compacted, AVX asked for', mask: AVX, bv: 4n, layout: 4n, end: [0x1f80, 0x12, 0x11, 0x50] },
  { what: 'compacted, reserved MXCSR bits nobody loads', mask: SSE, bv: 0n, layout: 7n, mxcsr: 0xffff_ffff, end: [0x1f80, 0, 0x56, 0x50] },
  { what: 'compacted, present but not laid out', mask: ALL, bv: 7n, layout: 3n, end: GP },
  { what: 'compacted, a component that XCR0 lacks', mask: ALL, bv: 7n, layout: 15n, end: GP },
  { what: 'compacted, header byte 56', mask: ALL, bv: 7n, layout: 7n, spoilt: 56, end: GP },
  { what: 'XRSTORS of a compacted area', code: XRSTORS, mask: ALL, bv: 0x207n, layout: 0x207n, end: [AREA_MXCSR, 0x11, 0x11, 0x11] },
  { what: 'XRSTORS of a standard one', code: XRSTORS, mask: ALL, bv: 7n, end: GP },
];

test('what the restoring instructions read', async (t) => {
  for (const { what, code = XRSTOR, mask, bv, layout, mxcsr = AREA_MXCSR, spoilt, end } of RESTORES)
    await t.test(what, () => {
      bench.prepare(['x87', 'xmm', 'ymm', 'pkru']);
      const area = Buffer.alloc(0x1000, 0x11);
      area.fill(0, 512, 576);
      area.writeUInt32LE(mxcsr, 24);
      area.writeBigUInt64LE(bv, 512);
      if (layout !== undefined) area.writeBigUInt64LE(COMPACTED | layout, 520);
      if (spoilt !== undefined) area[512 + spoilt] = 1;
      bench.cpu.writePhysical(AREA, area);
      const vector = bench.execute(code, mask);
      if (typeof end === 'number') {
        assert.equal(vector, end);
        return;
      }
      const { u8 } = bench.cpu;
      const byte = (name: string, at = 16): number => u8[bench.cpu.state(name) + at];
      assert.equal(vector, undefined);
      assert.deepEqual([bench.get32('MXCSR'), byte('XMM'), byte('YMM_HI'), byte('PKRU', 0)], end);
    });
});

test('XGETBV of register 1 tells the components in use', () => {
  const uses: readonly (readonly [Used, bigint])[] = [
    [[], 0n],
    [['x87'], 1n],
    [['xmm'], 2n],
    [['mxcsr'], 2n],
    [['ymm'], 4n],
    [['pkru'], 0x200n],
  ];
  for (const [used, want] of uses) {
    bench.prepare(used);
    assert.equal(bench.execute(XGETBV, 0, { rcx: 1n }), undefined);
    assert.equal(bench.rax, want, used.join());
  }
});

const REFUSALS: readonly (readonly [what: string, code: string, start: Start, vector: number, cr4?: bigint])[] = [
  ['XSAVE without CR4.OSXSAVE', XSAVE, {}, UD, 0x620n],
  ['XSAVE with CR0.TS', XSAVE, { state: { CR0: 0x8001_003bn } }, NM],
  ['XSAVE at a place of 32', XSAVE, { rdi: 0x2_0020n }, GP],
  ['XSAVEC at a place of 32', XSAVEC, { rdi: 0x2_0020n }, GP],
  ['XRSTOR at a place of 32', XRSTOR, { rdi: 0x2_0020n }, GP],
  ['XSAVES in a program', XSAVES, { cpl: 3 }, GP],
  ['XRSTORS in a program', XRSTORS, { cpl: 3 }, GP],
  ['XRSTORS with CR0.TS in a program', XRSTORS, { cpl: 3, state: { CR0: 0x8001_003bn } }, NM],
  ['XGETBV of register 2', XGETBV, { rcx: 2n }, GP],
];
test('when the family is refused', () => {
  for (const [what, code, start, vector, cr4] of REFUSALS) {
    bench.prepare([]);
    if (cr4 !== undefined) bench.set64('CR4', cr4);
    assert.equal(bench.execute(code, ALL, start), vector, what);
  }
});

test('what CPUID lacks is #UD, register 1 of XGETBV #GP, and a compacted area no XRSTOR takes', () => {
  const plain = new Program('max,-xsaveopt,-xsavec,-xsaves,-xgetbv1');
  const run = (code: string, start: Start = {}): number | undefined => {
    plain.reset();
    plain.set64('CR4', OSXSAVE);
    return plain.run(code, { rax: 1n, rdi: BigInt(AREA), ...start });
  };
  for (const code of [XSAVEOPT, XSAVEC, XSAVES, XRSTORS]) assert.equal(run(code), UD, code);
  assert.equal(run(XGETBV, { rcx: 1n }), GP);
  const area = Buffer.alloc(0x1000);
  area.writeBigUInt64LE(COMPACTED | 1n, 520);
  plain.cpu.writePhysical(AREA, area);
  assert.equal(run(XRSTOR), GP);
});

test('a fault in the area comes before anything is written', () => {
  bench.prepare(['x87', 'ymm']);
  const last = 0x100_0000 - 0x280;
  bench.cpu.writePhysical(last, Buffer.alloc(0x280, FILLER));
  assert.equal(bench.execute(XSAVE, ALL, { rdi: BigInt(last) }), 14);
  assert.deepEqual(new Set(bench.cpu.readPhysical(last, 0x280)), new Set([FILLER]));
  assert.equal(bench.execute(XSAVE, X87, { rdi: BigInt(last) }), undefined, 'x87 alone needs no more room');
});

test('the pointers of the last x87 instruction always go where CPUID promises it, else with a pending exception', () => {
  for (const [cpu, kept] of [
    ['max', 0x1234n],
    ['max,-xsaveerptr', 0n],
  ] as const) {
    const program = new Program(cpu);
    program.cpu.writePhysical(AREA, Buffer.alloc(512));
    // FXSAVE64, then FXRSTOR64 after another instruction pointer.
    program.set64('FIP', 0x1234n);
    program.run('480fae07', { rdi: BigInt(AREA) });
    assert.equal(Buffer.from(program.cpu.readPhysical(AREA + 8, 8)).readBigUInt64LE(), kept, cpu);
    program.set64('FIP', 0x5678n);
    program.run('480fae0f', { rdi: BigInt(AREA) });
    assert.equal(program.get64('FIP'), kept || 0x5678n, cpu);
  }
});
