import { op, type OpFamily, type OpRow, type Shape } from './row.js';
import { vector } from './vector.js';

const avx = { feature: 'avx' } as const;
const avx2 = { feature: 'avx2' } as const;

/** Rows of a handler for 128 and 256 bits of memory. */
function bothLengths(enc: string, name: string, shape: Shape, how: Partial<OpRow> = {}): OpRow[] {
  return [128, 256].map((length) =>
    op(enc.replace('VEX', `VEX.${length}`), name, shape, '-', { ...avx, bytes: length / 8, ...how }),
  );
}
const load = (enc: string, name: string): OpRow[] =>
  bothLengths(`VEX ${enc}`, name, 'VW', { fn: name === 'vmova_load' ? 'vloadAligned' : 'vloadUnaligned' });
const store = (enc: string, name: string): OpRow[] =>
  bothLengths(`VEX ${enc}`, name, 'WV', { fn: name === 'vmova_store' ? 'vstoreAligned' : 'vstoreUnaligned' });
const low = { ...avx, args: '0', bytes: 8 } as const;
const high = { ...avx, args: '8', bytes: 8 } as const;

/** VMOVSS and VMOVSD. */
function scalarMove(prefix: string, name: string, type: string, bytes: number): OpRow[] {
  const merge = { ...avx, fn: `vmergeScalar<${type}>` };
  return [
    op(`VEX ${prefix} 0F 10 /rm`, `${name}_load`, 'VW', '-', { ...avx, fn: `vloadScalar<${type}>`, bytes }),
    op(`VEX ${prefix} 0F 11 /rm`, `${name}_store`, 'WV', '-', { ...avx, fn: `vstoreScalar<${type}>`, bytes }),
    op(`VEX ${prefix} 0F 10 /rr`, `${name}_merge`, 'VHW', '-', merge),
    op(`VEX ${prefix} 0F 11 /rr`, `${name}_merge`, 'WHV', '-', merge),
  ];
}

const moveFamily: OpFamily = {
  module: 'vector/vexMove',
  rows: [
    ...['NP', '66'].flatMap((prefix) => [
      ...load(`${prefix} 0F 10 /r`, 'vmovu_load'),
      ...store(`${prefix} 0F 11 /r`, 'vmovu_store'),
      ...load(`${prefix} 0F 28 /r`, 'vmova_load'),
      ...store(`${prefix} 0F 29 /r`, 'vmova_store'),
      ...store(`${prefix} 0F 2B /rm`, 'vmova_store'),
      op(`VEX.128 ${prefix} 0F 12 /rm`, 'vmovlps_load', 'VHW', '-', { ...low, fn: 'vloadHalf' }),
      op(`VEX.128 ${prefix} 0F 13 /rm`, 'vmovlps_store', 'WV', '-', { ...low, fn: 'vstoreHalf' }),
      op(`VEX.128 ${prefix} 0F 16 /rm`, 'vmovhps_load', 'VHW', '-', { ...high, fn: 'vloadHalf' }),
      op(`VEX.128 ${prefix} 0F 17 /rm`, 'vmovhps_store', 'WV', '-', { ...high, fn: 'vstoreHalf' }),
    ]),
    op('VEX.128 NP 0F 12 /rr', 'vmovlps_load', 'VHW', '-', { ...low, fn: 'vloadHalf' }),
    op('VEX.128 NP 0F 16 /rr', 'vmovhps_load', 'VHW', '-', { ...high, fn: 'vloadHalf' }),
    ...scalarMove('F3', 'vmovss', 'u32', 4),
    ...scalarMove('F2', 'vmovsd', 'u64', 8),
    ...load('66 0F 6F /r', 'vmova_load'),
    ...store('66 0F 7F /r', 'vmova_store'),
    ...load('F3 0F 6F /r', 'vmovu_load'),
    ...store('F3 0F 7F /r', 'vmovu_store'),
    ...store('66 0F E7 /rm', 'vmova_store'),
    ...load('F2 0F F0 /rm', 'vmovu_load'),
    op('VEX.128 66 0F 38 2A /rm', 'vmova_load', 'VW', '-', { ...avx, fn: 'vloadAligned', bytes: 16 }),
    op('VEX.256 66 0F 38 2A /rm', 'vmova_load', 'VW', '-', { ...avx2, fn: 'vloadAligned', bytes: 32 }),
    op('VEX.128 F3 0F 7E /r', 'vmovq_load', 'VW', '-', { ...avx, fn: 'vloadScalar<u64>', bytes: 8 }),
    op('VEX.128 66 0F D6 /r', 'vmovq_store', 'WV', '-', { ...avx, fn: 'vmovqStore', bytes: 8 }),
    op('VEX.128 66 0F 6E /r', 'vmovToXmm', 'VE', 'Y', { ...avx, fn: 'vloadScalar', bytes: 4 }),
    op('VEX.128 66 0F 7E /r', 'vmovFromXmm', 'EV', 'Y', { ...avx, bytes: 4 }),
    op('VEX NP 0F 50 /rr', 'vmovmskps', 'GW', '-', avx),
    op('VEX 66 0F 50 /rr', 'vmovmskpd', 'GW', '-', avx),
    op('VEX.128 66 0F D7 /rr', 'vpmovmskb', 'GW', '-', avx),
    op('VEX.256 66 0F D7 /rr', 'vpmovmskb', 'GW', '-', avx2),
    op('VEX.128 66 0F F7 /rr', 'vmaskmovdqu', 'VW', '-', avx),
    op('VEX.128 NP 0F AE /2m', 'vldmxcsr', 'E', '-', { ...avx, bytes: 4, readsRm: true }),
    op('VEX.128 NP 0F AE /3m', 'vstmxcsr', 'E', '-', { ...avx, bytes: 4 }),
    op('VEX NP 0F 77', 'vzero', 'X', '-', avx),
    ...bothLengths('VEX.W0 66 0F 38 0E /r', 'vtestps', 'VW', { writes: 'oszapc' }),
    ...bothLengths('VEX.W0 66 0F 38 0F /r', 'vtestpd', 'VW', { writes: 'oszapc' }),
  ],
};

/** VBROADCAST: AVX has the forms with memory, AVX2 those with a register. */
const broadcast = (enc: string, name: string, bytes: number): OpRow[] => [
  op(`${enc}m`, name, 'VW', '-', { ...avx, bytes }),
  op(`${enc}r`, name, 'VW', '-', avx2),
];
/** Instructions on halves of 128 bits: AVX has one for floats, AVX2 one for integers. */
const twice = (
  float: string,
  integer: string,
  rest: string,
  name: string,
  shape: Shape,
  bytes: number,
): OpRow[] => [
  op(`VEX.256.W0 66 0F ${float} ${rest}`, name, shape, '-', { ...avx, bytes, ...ub(shape) }),
  op(`VEX.256.W0 66 0F ${integer} ${rest}`, name, shape, '-', { ...avx2, bytes, ...ub(shape) }),
];
const ub = (shape: Shape): Partial<OpRow> => (shape.endsWith('I') ? { imm: 'ub' } : {});
const across = { ...avx2, bytes: 32 } as const;

const permuteFamily: OpFamily = {
  module: 'vector/permute',
  rows: [
    ...broadcast('VEX.W0 66 0F 38 18 /r', 'broadcast32', 4),
    ...broadcast('VEX.256.W0 66 0F 38 19 /r', 'broadcast64', 8),
    op('VEX.W0 66 0F 38 78 /r', 'broadcast8', 'VW', '-', { ...avx2, bytes: 1 }),
    op('VEX.W0 66 0F 38 79 /r', 'broadcast16', 'VW', '-', { ...avx2, bytes: 2 }),
    op('VEX.W0 66 0F 38 58 /r', 'broadcast32', 'VW', '-', { ...avx2, bytes: 4 }),
    op('VEX.W0 66 0F 38 59 /r', 'broadcast64', 'VW', '-', { ...avx2, bytes: 8 }),
    ...twice('38 1A', '38 5A', '/rm', 'broadcast128', 'VW', 16),
    ...twice('3A 18', '3A 38', '/r', 'insert128', 'VHWI', 16),
    ...twice('3A 19', '3A 39', '/r', 'extract128', 'WVI', 16),
    ...twice('3A 06', '3A 46', '/r', 'permute128', 'VHWI', 32),
    ...vector('VEX.W0 66 0F 38 0C /r', 'permilps', { lane: 'permutePsBy', sse: false, vex: 'avx' }),
    ...vector('VEX.W0 66 0F 38 0D /r', 'permilpd', { lane: 'permutePdBy', sse: false, vex: 'avx' }),
    ...vector('VEX.W0 66 0F 3A 04 /r', 'permilpsImm', {
      lane: 'permutePs',
      of: 'b',
      imm: true,
      sse: false,
      vex: 'avx',
    }),
    ...vector('VEX.W0 66 0F 3A 05 /r', 'permilpdImm', {
      lane: 'permutePd',
      of: 'b',
      imm: 2,
      sse: false,
      vex: 'avx',
    }),
    ...vector('VEX.W0 66 0F 3A 02 /r', 'pblendd', {
      lane: 'blendDwords',
      imm: 4,
      sse: false,
      vex: 'avx2',
    }),
    op('VEX.256.W0 66 0F 38 36 /r', 'permute32', 'VHW', '-', across),
    op('VEX.256.W0 66 0F 38 16 /r', 'permute32', 'VHW', '-', across),
    op('VEX.256 66 0F 3A 00 /r', 'permute64', 'VWI', '-', { ...across, imm: 'ub' }),
    op('VEX.256 66 0F 3A 01 /r', 'permute64', 'VWI', '-', { ...across, imm: 'ub' }),
  ],
};

const TYPES = { ps: 'u32', pd: 'u64', d: 'u32', q: 'u64' } as const;
const masked = (w: string, load: string, store: string, type: string, feature: string): OpRow[] => [
  ...bothLengths(`VEX.${w} 66 0F 38 ${load} /rm`, `maskLoad_${type}`, 'VHM', {
    fn: `maskLoad<${type}>`,
    feature,
  }),
  ...bothLengths(`VEX.${w} 66 0F 38 ${store} /rm`, `maskStore_${type}`, 'MHV', {
    fn: `maskStore<${type}>`,
    feature,
  }),
];
/** VPGATHER and VGATHER: indices of 32 bits, or 64 at an odd opcode; data of 32 bits, or 64 with VEX.W. */
const gather = (opcode: number): OpRow[] =>
  [0, 1].map((w) => {
    const [data, index] = [w, opcode & 1].map((long) => (long ? 'u64' : 'u32'));
    const name = `vgather${opcode & 1 ? 'q' : 'd'}${w ? 'q' : 'd'}`;
    const enc = `VEX.W${w} 66 0F 38 ${opcode.toString(16)} /rm`;
    return op(enc, name, 'VYH', '-', { ...avx2, fn: `gather<${data}, ${index}>` });
  });

const maskedFamily: OpFamily = {
  module: 'vector/masked',
  rows: [
    ...masked('W0', '2C', '2E', TYPES.ps, 'avx'),
    ...masked('W0', '2D', '2F', TYPES.pd, 'avx'),
    ...masked('W0', '8C', '8E', TYPES.d, 'avx2'),
    ...masked('W1', '8C', '8E', TYPES.q, 'avx2'),
    ...[0x90, 0x91, 0x92, 0x93].flatMap(gather),
  ],
};

/** The three orders of an operation, each for single and double; `low` is the opcode's last digit. */
function fused(name: string, low: number, scalar: boolean): OpRow[] {
  return [
    [0x90, '132'],
    [0xa0, '213'],
    [0xb0, '231'],
  ].flatMap(([base, order]) =>
    (['u32', 'u64'] as const).flatMap((type, w) => {
      const opcode = (Number(base) + low).toString(16).toUpperCase();
      const suffix = `${scalar ? 's' : 'p'}${w ? 'd' : 's'}`;
      return vector(`VEX.W${w} 66 0F 38 ${opcode} /r`, `${name}${order}${suffix}`, {
        lane: `${name}${order}${scalar ? 'Element' : 'Lanes'}<${type}>`,
        of: 'xyz',
        ...(scalar ? { element: type } : {}),
        float: true,
        sse: false,
        vex: 'fma',
      });
    }),
  );
}

const fmaFamily: OpFamily = {
  module: 'vector/fma',
  rows: [
    ...fused('fmaddsub', 6, false),
    ...fused('fmsubadd', 7, false),
    ...fused('fmadd', 8, false),
    ...fused('fmadd', 9, true),
    ...fused('fmsub', 0xa, false),
    ...fused('fmsub', 0xb, true),
    ...fused('fnmadd', 0xc, false),
    ...fused('fnmadd', 0xd, true),
    ...fused('fnmsub', 0xe, false),
    ...fused('fnmsub', 0xf, true),
  ],
};

const halfFamily: OpFamily = {
  module: 'vector/halfFloat',
  rows: [
    ...vector('VEX.W0 66 0F 38 13 /r', 'cvtph2ps', {
      lane: 'vcvtph2ps',
      of: 'b',
      width: 'wider',
      bytes: 8,
      float: true,
      sse: false,
      vex: 'f16c',
    }),
    op('VEX.128.W0 66 0F 3A 1D /r', 'vcvtps2ph', 'WVI', '-', { imm: 'ub', bytes: 8, feature: 'f16c' }),
    op('VEX.256.W0 66 0F 3A 1D /r', 'vcvtps2ph', 'WVI', '-', { imm: 'ub', bytes: 16, feature: 'f16c' }),
  ],
};

export const avxFamilies: readonly OpFamily[] = [
  moveFamily,
  permuteFamily,
  maskedFamily,
  fmaFamily,
  halfFamily,
];
