import { op, type OpFamily, type OpRow } from './row.js';
import { vector, type VectorOp } from './vector.js';

/** Vector operations of one feature, by the encoding of the SSE form. */
function all(feature: string, names: Record<string, string>, how: VectorOp = {}): OpRow[] {
  return Object.entries(names).flatMap(([opcode, name]) => vector(`${opcode} /r`, name, { feature, ...how }));
}
const floats = { float: true, vex: 'avx' } as const;

const pairsFamily: OpFamily = {
  module: 'vector/pairs',
  rows: [
    ...all(
      'pni',
      {
        'F2 0F 7C': 'haddps',
        '66 0F 7C': 'haddpd',
        'F2 0F 7D': 'hsubps',
        '66 0F 7D': 'hsubpd',
        'F2 0F D0': 'addsubps',
        '66 0F D0': 'addsubpd',
      },
      floats,
    ),
    ...all('sse4.1', { '66 0F 3A 40': 'dpps' }, { ...floats, imm: true }),
    ...all('sse4.1', { '66 0F 3A 41': 'dppd' }, { ...floats, imm: true, vex: 'avx -' }),
  ],
};

const supplementalFamily: OpFamily = {
  module: 'vector/supplemental',
  rows: [
    ...all(
      'ssse3',
      {
        '66 0F 38 04': 'pmaddubsw',
        '66 0F 38 08': 'psignb',
        '66 0F 38 09': 'psignw',
        '66 0F 38 0A': 'psignd',
        '66 0F 38 0B': 'pmulhrsw',
      },
      { mmx: true, vex: 'avx avx2' },
    ),
    ...all(
      'ssse3',
      { '66 0F 38 1C': 'pabsb', '66 0F 38 1D': 'pabsw', '66 0F 38 1E': 'pabsd' },
      { of: 'b', mmx: true, vex: 'avx avx2' },
    ),
    ...['pshufb', 'phaddw', 'phaddd', 'phaddsw', '', 'phsubw', 'phsubd', 'phsubsw'].flatMap((name, n) =>
      name ? vector(`66 0F 38 0${n} /r`, name, { feature: 'ssse3', mmx: `${name}Mmx`, vex: 'avx avx2' }) : [],
    ),
    ...vector('66 0F 3A 0F /r', 'palignr', {
      feature: 'ssse3',
      imm: true,
      mmx: 'palignrMmx',
      vex: 'avx avx2',
    }),
  ],
};

/** PMOVSX and PMOVZX: elements from and to, bytes of the source. */
const WIDENINGS = [
  ['bw', 8],
  ['bd', 4],
  ['bq', 2],
  ['wd', 8],
  ['wq', 4],
  ['dq', 8],
] as const;
const widenings = (digit: number, name: string): OpRow[] =>
  WIDENINGS.flatMap(([elements, bytes], n) =>
    vector(`66 0F 38 ${digit}${n} /r`, `${name}${elements}`, {
      feature: 'sse4.1',
      of: 'b',
      bytes,
      width: 'wider',
      vex: 'avx avx2',
    }),
  );
const extendedFamily: OpFamily = {
  module: 'vector/extended',
  rows: [
    ...all(
      'sse4.1',
      {
        '66 0F 38 28': 'pmuldq',
        '66 0F 38 29': 'pcmpeqq',
        '66 0F 38 2B': 'packusdw',
        '66 0F 38 38': 'pminsb',
        '66 0F 38 39': 'pminsd',
        '66 0F 38 3A': 'pminuw',
        '66 0F 38 3B': 'pminud',
        '66 0F 38 3C': 'pmaxsb',
        '66 0F 38 3D': 'pmaxsd',
        '66 0F 38 3E': 'pmaxuw',
        '66 0F 38 3F': 'pmaxud',
        '66 0F 38 40': 'pmulld',
      },
      { vex: 'avx avx2' },
    ),
    ...all('sse4.2', { '66 0F 38 37': 'pcmpgtq' }, { vex: 'avx avx2' }),
    ...all('pni', { 'F2 0F 12': 'movddup' }, { of: 'b', bytes: 8 }),
    ...vector('VEX F2 0F 12 /r', 'movddup', { of: 'b', bytes: 8, width: 'wider', sse: false, vex: 'avx -' }),
    ...vector('VEX F2 0F 12 /r', 'movddup256', { lane: 'movddup', of: 'b', sse: false, vex: '- avx' }),
    ...all('pni', { 'F3 0F 12': 'movsldup', 'F3 0F 16': 'movshdup' }, { of: 'b', vex: 'avx' }),
    ...all('sse4.1', { '66 0F 38 41': 'phminposuw' }, { of: 'b', vex: 'avx -' }),
    ...widenings(2, 'pmovsx'),
    ...widenings(3, 'pmovzx'),
    ...all(
      'sse4.1',
      { '66 0F 38 10': 'pblendvb', '66 0F 38 14': 'blendvps', '66 0F 38 15': 'blendvpd' },
      { of: 'abc' },
    ),
    ...vector('VEX.W0 66 0F 3A 4C /r', 'pblendvb', { of: 'abc', sse: false, vex: 'avx avx2' }),
    ...vector('VEX.W0 66 0F 3A 4A /r', 'blendvps', { of: 'abc', sse: false, vex: 'avx' }),
    ...vector('VEX.W0 66 0F 3A 4B /r', 'blendvpd', { of: 'abc', sse: false, vex: 'avx' }),
    ...all('sse4.1', { '66 0F 3A 0C': 'blendps' }, { imm: 4, vex: 'avx' }),
    ...all('sse4.1', { '66 0F 3A 0D': 'blendpd' }, { imm: 2, vex: 'avx' }),
    ...all('sse4.1', { '66 0F 3A 0E': 'pblendw' }, { imm: true, vex: 'avx avx2' }),
    ...all('sse4.1', { '66 0F 3A 42': 'mpsadbw' }, { imm: 3, vex: 'avx avx2' }),
  ],
};

const integral = { ...floats, of: 'b', imm: true } as const;
const integralFamily: OpFamily = {
  module: 'vector/integral',
  rows: [
    ...all('sse4.1', { '66 0F 3A 08': 'roundps', '66 0F 3A 09': 'roundpd' }, integral),
    ...all('sse4.1', { '66 0F 3A 0A': 'roundss' }, { ...integral, element: 'u32' }),
    ...all('sse4.1', { '66 0F 3A 0B': 'roundsd' }, { ...integral, element: 'u64' }),
  ],
};

const galoisFamily: OpFamily = {
  module: 'vector/galois',
  rows: [
    ...all(
      'aes',
      {
        '66 0F 38 DC': 'aesenc',
        '66 0F 38 DD': 'aesenclast',
        '66 0F 38 DE': 'aesdec',
        '66 0F 38 DF': 'aesdeclast',
      },
      { vex: 'aes vaes' },
    ),
    ...all('aes', { '66 0F 38 DB': 'aesimc' }, { of: 'b', vex: 'aes -' }),
    ...all('aes', { '66 0F 3A DF': 'aeskeygenassist' }, { of: 'b', imm: true, vex: 'aes -' }),
    ...all('pclmulqdq', { '66 0F 3A 44': 'pclmulqdq' }, { imm: true, vex: 'pclmulqdq vpclmulqdq' }),
    ...all('gfni', { '66 0F 38 CF': 'gf2p8mulb' }),
    ...all('gfni', { '66 0F 3A CE': 'gf2p8affineqb', '66 0F 3A CF': 'gf2p8affineinvqb' }, { imm: true }),
    ...all('gfni', { 'VEX.W0 66 0F 38 CF': 'gf2p8mulb' }, { sse: false, vex: 'gfni' }),
    ...all(
      'gfni',
      { 'VEX.W1 66 0F 3A CE': 'gf2p8affineqb', 'VEX.W1 66 0F 3A CF': 'gf2p8affineinvqb' },
      { imm: true, sse: false, vex: 'gfni' },
    ),
  ],
};

/** On AMD's processors these are the operations whose memory operand may be misaligned. */
const SHA = { unaligned: true } as const;
const shaFamily: OpFamily = {
  module: 'vector/sha',
  rows: [
    ...all(
      'sha-ni',
      {
        'NP 0F 38 C8': 'sha1nexte',
        'NP 0F 38 C9': 'sha1msg1',
        'NP 0F 38 CA': 'sha1msg2',
        'NP 0F 38 CC': 'sha256msg1',
        'NP 0F 38 CD': 'sha256msg2',
      },
      SHA,
    ),
    ...all('sha-ni', { 'NP 0F 38 CB': 'sha256rnds2' }, { ...SHA, of: 'abc' }),
    ...all('sha-ni', { 'NP 0F 3A CC': 'sha1rnds4' }, { ...SHA, imm: true }),
  ],
};

/** Moves whose work earlier ones do already. */
const moveFamily: OpFamily = {
  module: 'fpu/sseMove',
  rows: [
    op('F2 0F F0 /rm', 'lddqu', 'VW', '-', { feature: 'pni', fn: 'loadUnaligned', bytes: 16 }),
    op('66 0F 38 2A /rm', 'movntdqa', 'VW', '-', { feature: 'sse4.1', fn: 'loadAligned', bytes: 16 }),
    op('F3 0F 2B /rm', 'movntss', 'WV', '-', { feature: 'sse4a', fn: 'storeScalar<u32>', bytes: 4 }),
    op('F2 0F 2B /rm', 'movntsd', 'WV', '-', { feature: 'sse4a', fn: 'storeScalar<u64>', bytes: 8 }),
  ],
};

export const extensionFamilies: readonly OpFamily[] = [
  pairsFamily,
  supplementalFamily,
  extendedFamily,
  integralFamily,
  galoisFamily,
  shaFamily,
  moveFamily,
];
