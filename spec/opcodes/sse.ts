import { packedFamilies } from './packed.js';
import { op, type OpFamily, type OpRow } from './row.js';
import { vector, type VectorOp } from './vector.js';

/** The four forms of an arithmetic instruction: packed single and double, scalar single and double. */
function arithmetic(opcode: string, name: string, how: VectorOp = {}): OpRow[] {
  const form = (prefix: string, suffix: string, kind: string, element?: 'u32' | 'u64'): OpRow[] =>
    vector(`${prefix} 0F ${opcode} /r`, `${name}${suffix}`, {
      float: true,
      vex: 'avx',
      ...how,
      lane: `${how.lane ? how.lane.replace('Lanes', kind) : `${name}${kind}`}<${suffix.endsWith('s') ? 'u32' : 'u64'}>`,
      ...(element ? { element } : {}),
    });
  return [
    ...form('NP', 'ps', 'Lanes'),
    ...form('66', 'pd', 'Lanes'),
    ...form('F3', 'ss', 'Element', 'u32'),
    ...form('F2', 'sd', 'Element', 'u64'),
  ];
}

const arithmeticFamily: OpFamily = {
  module: 'fpu/sseArithmetic',
  rows: [
    ...arithmetic('51', 'sqrt', { of: 'b' }),
    ...arithmetic('58', 'add'),
    ...arithmetic('59', 'mul'),
    ...arithmetic('5C', 'sub'),
    ...arithmetic('5D', 'min'),
    ...arithmetic('5E', 'div'),
    ...arithmetic('5F', 'max'),
  ],
};

const approximateFamily: OpFamily = {
  module: 'fpu/approximate',
  rows: [
    ...vector('NP 0F 52 /r', 'rsqrtps', { of: 'b', vex: 'avx' }),
    ...vector('F3 0F 52 /r', 'rsqrtss', { of: 'b', element: 'u32', vex: 'avx' }),
    ...vector('NP 0F 53 /r', 'rcpps', { of: 'b', vex: 'avx' }),
    ...vector('F3 0F 53 /r', 'rcpss', { of: 'b', element: 'u32', vex: 'avx' }),
  ],
};

/** COMIS, UCOMIS and their VEX forms. */
function ordered(opcode: string, name: string): OpRow[] {
  return ['', 'VEX '].flatMap((vex) =>
    ['u32', 'u64'].map((element) =>
      op(
        `${vex}${element === 'u32' ? 'NP' : '66'} 0F ${opcode} /r`,
        `${vex && 'v'}${name}s${element === 'u32' ? 's' : 'd'}`,
        'VW',
        '-',
        {
          fn: `${vex && 'v'}${name}<${element}>`,
          bytes: element === 'u32' ? 4 : 8,
          writes: 'oszapc',
          ...(vex && { feature: 'avx' }),
        },
      ),
    ),
  );
}

const compareFamily: OpFamily = {
  module: 'fpu/sseCompare',
  rows: [
    ...arithmetic('C2', 'cmp', { lane: 'cmpLanes3', imm: true, vex: undefined }),
    ...arithmetic('C2', 'cmp', { lane: 'cmpLanes', imm: true, sse: false }),
    ...ordered('2E', 'ucomi'),
    ...ordered('2F', 'comi'),
  ],
};

/** A conversion from or to a general register, and its VEX form. */
function general(prefix: string, opcode: string, name: string, fn: string, bytes: number): OpRow[] {
  const to = opcode !== '2A';
  return [
    op(`${prefix} 0F ${opcode} /r`, name, to ? 'GW' : 'VE', 'Y', { fn, bytes }),
    op(`VEX ${prefix} 0F ${opcode} /r`, `v${name}`, to ? 'GW' : 'VHE', 'Y', {
      fn: `v${fn}`,
      bytes,
      feature: 'avx',
    }),
  ];
}

const convertFamily: OpFamily = {
  module: 'fpu/sseConvert',
  rows: [
    op('NP 0F 2A /r', 'cvtpi2ps', 'VQ', '-', { bytes: 8 }),
    op('66 0F 2A /r', 'cvtpi2pd', 'VQ', '-', { bytes: 8 }),
    op('NP 0F 2C /r', 'cvttps2pi', 'PW', '-', { bytes: 8 }),
    op('66 0F 2C /r', 'cvttpd2pi', 'PW', '-', { bytes: 16 }),
    op('NP 0F 2D /r', 'cvtps2pi', 'PW', '-', { bytes: 8 }),
    op('66 0F 2D /r', 'cvtpd2pi', 'PW', '-', { bytes: 16 }),
    ...general('F3', '2A', 'cvtsi2ss', 'cvtG2S', 4),
    ...general('F2', '2A', 'cvtsi2sd', 'cvtG2D', 4),
    ...general('F3', '2C', 'cvttss2si', 'cvttS2G', 4),
    ...general('F2', '2C', 'cvttsd2si', 'cvttD2G', 8),
    ...general('F3', '2D', 'cvtss2si', 'cvtS2G', 4),
    ...general('F2', '2D', 'cvtsd2si', 'cvtD2G', 8),
    ...vector('NP 0F 5A /r', 'cvtps2pd', { of: 'b', width: 'wider', bytes: 8, float: true, vex: 'avx' }),
    ...vector('66 0F 5A /r', 'cvtpd2ps', { of: 'b', width: 'narrower', float: true, vex: 'avx' }),
    ...vector('F3 0F 5A /r', 'cvtss2sd', {
      of: 'b',
      element: 'u32',
      to: 'u64',
      lane: 'widened',
      float: true,
      vex: 'avx',
    }),
    ...vector('F2 0F 5A /r', 'cvtsd2ss', {
      of: 'b',
      element: 'u64',
      to: 'u32',
      lane: 'narrowed',
      float: true,
      vex: 'avx',
    }),
    ...vector('NP 0F 5B /r', 'cvtdq2ps', { of: 'b', float: true, vex: 'avx' }),
    ...vector('66 0F 5B /r', 'cvtps2dq', { of: 'b', float: true, vex: 'avx' }),
    ...vector('F3 0F 5B /r', 'cvttps2dq', { of: 'b', float: true, vex: 'avx' }),
    ...vector('66 0F E6 /r', 'cvttpd2dq', { of: 'b', width: 'narrower', float: true, vex: 'avx' }),
    ...vector('F3 0F E6 /r', 'cvtdq2pd', { of: 'b', width: 'wider', bytes: 8, vex: 'avx' }),
    ...vector('F2 0F E6 /r', 'cvtpd2dq', { of: 'b', width: 'narrower', float: true, vex: 'avx' }),
  ],
};

const loadAligned = { fn: 'loadAligned', bytes: 16 } as const;
const storeAligned = { fn: 'storeAligned', bytes: 16 } as const;
const loadUnaligned = { fn: 'loadUnaligned', bytes: 16 } as const;
const storeUnaligned = { fn: 'storeUnaligned', bytes: 16 } as const;
const loadHalf = (half: 'low' | 'high') => ({ fn: 'loadHalf', args: half === 'low' ? '0' : '8', bytes: 8 });
const storeHalf = (half: 'low' | 'high') => ({ fn: 'storeHalf', args: half === 'low' ? '0' : '8', bytes: 8 });

const moveFamily: OpFamily = {
  module: 'fpu/sseMove',
  rows: [
    op('NP 0F 10 /r', 'movups_load', 'VW', '-', loadUnaligned),
    op('NP 0F 11 /r', 'movups_store', 'WV', '-', storeUnaligned),
    op('66 0F 10 /r', 'movups_load', 'VW', '-', loadUnaligned),
    op('66 0F 11 /r', 'movups_store', 'WV', '-', storeUnaligned),
    op('F3 0F 10 /r', 'movss_load', 'VW', '-', { fn: 'loadScalar<u32>', bytes: 4 }),
    op('F3 0F 11 /r', 'movss_store', 'WV', '-', { fn: 'storeScalar<u32>', bytes: 4 }),
    op('F2 0F 10 /r', 'movsd_load', 'VW', '-', { fn: 'loadScalar<u64>', bytes: 8 }),
    op('F2 0F 11 /r', 'movsd_store', 'WV', '-', { fn: 'storeScalar<u64>', bytes: 8 }),
    op('NP 0F 12 /r', 'movlps_load', 'VW', '-', loadHalf('low')),
    op('66 0F 12 /rm', 'movlps_load', 'VW', '-', loadHalf('low')),
    op('NP 0F 13 /rm', 'movlps_store', 'WV', '-', storeHalf('low')),
    op('66 0F 13 /rm', 'movlps_store', 'WV', '-', storeHalf('low')),
    op('NP 0F 16 /r', 'movhps_load', 'VW', '-', loadHalf('high')),
    op('66 0F 16 /rm', 'movhps_load', 'VW', '-', loadHalf('high')),
    op('NP 0F 17 /rm', 'movhps_store', 'WV', '-', storeHalf('high')),
    op('66 0F 17 /rm', 'movhps_store', 'WV', '-', storeHalf('high')),
    op('NP 0F 28 /r', 'movaps_load', 'VW', '-', loadAligned),
    op('NP 0F 29 /r', 'movaps_store', 'WV', '-', storeAligned),
    op('66 0F 28 /r', 'movaps_load', 'VW', '-', loadAligned),
    op('66 0F 29 /r', 'movaps_store', 'WV', '-', storeAligned),
    op('NP 0F 2B /rm', 'movaps_store', 'WV', '-', storeAligned),
    op('66 0F 2B /rm', 'movaps_store', 'WV', '-', storeAligned),
    op('66 0F 6F /r', 'movaps_load', 'VW', '-', loadAligned),
    op('66 0F 7F /r', 'movaps_store', 'WV', '-', storeAligned),
    op('66 0F E7 /rm', 'movaps_store', 'WV', '-', storeAligned),
    op('F3 0F 6F /r', 'movups_load', 'VW', '-', loadUnaligned),
    op('F3 0F 7F /r', 'movups_store', 'WV', '-', storeUnaligned),
    op('F3 0F 7E /r', 'movq_load', 'VW', '-', { fn: 'movqLoad', bytes: 8 }),
    op('66 0F D6 /r', 'movq_store', 'WV', '-', { fn: 'movqStore', bytes: 8 }),
    op('66 0F 6E /r', 'movToXmm', 'VE', 'Y', { bytes: 4 }),
    op('66 0F 7E /r', 'movFromXmm', 'EV', 'Y', { bytes: 4 }),
    op('NP 0F 6E /r', 'movToMmx', 'PE', 'Y', { bytes: 4 }),
    op('NP 0F 7E /r', 'movFromMmx', 'EP', 'Y', { bytes: 4 }),
    op('NP 0F 6F /r', 'mmxLoad', 'PQ', '-', { bytes: 8 }),
    op('NP 0F 7F /r', 'mmxStore', 'QP', '-', { bytes: 8 }),
    op('NP 0F E7 /rm', 'mmxStore', 'QP', '-', { bytes: 8 }),
    op('F2 0F D6 /rr', 'movdq2q', 'PW', '-'),
    op('F3 0F D6 /rr', 'movq2dq', 'VQ', '-'),
    op('NP 0F C3 /rm', 'movnti', 'EG', 'Y', { bytes: 4 }),
    op('NP 0F 50 /rr', 'movmskps', 'GW', '-'),
    op('66 0F 50 /rr', 'movmskpd', 'GW', '-'),
    op('66 0F D7 /rr', 'pmovmskb', 'GW', '-'),
    op('NP 0F D7 /rr', 'pmovmskbMmx', 'GQ', '-'),
    op('66 0F F7 /rr', 'maskmovdqu', 'VW', '-'),
    op('NP 0F F7 /rr', 'maskmovq', 'PQ', '-'),
  ],
};

export const sseFamilies: readonly OpFamily[] = [
  arithmeticFamily,
  approximateFamily,
  compareFamily,
  convertFamily,
  moveFamily,
  ...packedFamilies,
];
