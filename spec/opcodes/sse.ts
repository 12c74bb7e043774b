import { packedFamilies } from './packed.js';
import { op, type OpFamily, type OpRow } from './row.js';

const B16 = { bytes: 16 } as const;

/** The four forms of an arithmetic instruction: packed single and double, scalar single and double. */
function arithmetic(opcode: string, name: string): OpRow[] {
  return [
    op(`NP 0F ${opcode} /r`, `${name}ps`, 'VW', '-', { fn: `${name}Packed<u32>`, bytes: 16 }),
    op(`66 0F ${opcode} /r`, `${name}pd`, 'VW', '-', { fn: `${name}Packed<u64>`, bytes: 16 }),
    op(`F3 0F ${opcode} /r`, `${name}ss`, 'VW', '-', { fn: `${name}Scalar<u32>`, bytes: 4 }),
    op(`F2 0F ${opcode} /r`, `${name}sd`, 'VW', '-', { fn: `${name}Scalar<u64>`, bytes: 8 }),
  ];
}

const arithmeticFamily: OpFamily = {
  module: 'fpu/sseArithmetic',
  rows: [
    ...arithmetic('51', 'sqrt'),
    ...arithmetic('58', 'add'),
    ...arithmetic('59', 'mul'),
    ...arithmetic('5C', 'sub'),
    ...arithmetic('5D', 'min'),
    ...arithmetic('5E', 'div'),
    ...arithmetic('5F', 'max'),
    op('NP 0F 52 /r', 'rsqrtps', 'VW', '-', B16),
    op('F3 0F 52 /r', 'rsqrtss', 'VW', '-', { bytes: 4 }),
    op('NP 0F 53 /r', 'rcpps', 'VW', '-', B16),
    op('F3 0F 53 /r', 'rcpss', 'VW', '-', { bytes: 4 }),
  ],
};

const compareFamily: OpFamily = {
  module: 'fpu/sseCompare',
  rows: [
    ...arithmetic('C2', 'cmp').map((row): OpRow => ({ ...row, shape: 'VWI', imm: 'ub' })),
    op('NP 0F 2E /r', 'ucomiss', 'VW', '-', { fn: 'ucomi<u32>', bytes: 4, writes: 'oszapc' }),
    op('66 0F 2E /r', 'ucomisd', 'VW', '-', { fn: 'ucomi<u64>', bytes: 8, writes: 'oszapc' }),
    op('NP 0F 2F /r', 'comiss', 'VW', '-', { fn: 'comi<u32>', bytes: 4, writes: 'oszapc' }),
    op('66 0F 2F /r', 'comisd', 'VW', '-', { fn: 'comi<u64>', bytes: 8, writes: 'oszapc' }),
  ],
};

const convertFamily: OpFamily = {
  module: 'fpu/sseConvert',
  rows: [
    op('NP 0F 2A /r', 'cvtpi2ps', 'VQ', '-', { bytes: 8 }),
    op('66 0F 2A /r', 'cvtpi2pd', 'VQ', '-', { bytes: 8 }),
    op('F3 0F 2A /r', 'cvtsi2ss', 'VE', 'Y', { fn: 'cvtG2S', bytes: 4 }),
    op('F2 0F 2A /r', 'cvtsi2sd', 'VE', 'Y', { fn: 'cvtG2D', bytes: 4 }),
    op('NP 0F 2C /r', 'cvttps2pi', 'PW', '-', { bytes: 8 }),
    op('66 0F 2C /r', 'cvttpd2pi', 'PW', '-', B16),
    op('F3 0F 2C /r', 'cvttss2si', 'GW', 'Y', { fn: 'cvttS2G', bytes: 4 }),
    op('F2 0F 2C /r', 'cvttsd2si', 'GW', 'Y', { fn: 'cvttD2G', bytes: 8 }),
    op('NP 0F 2D /r', 'cvtps2pi', 'PW', '-', { bytes: 8 }),
    op('66 0F 2D /r', 'cvtpd2pi', 'PW', '-', B16),
    op('F3 0F 2D /r', 'cvtss2si', 'GW', 'Y', { fn: 'cvtS2G', bytes: 4 }),
    op('F2 0F 2D /r', 'cvtsd2si', 'GW', 'Y', { fn: 'cvtD2G', bytes: 8 }),
    op('NP 0F 5A /r', 'cvtps2pd', 'VW', '-', { bytes: 8 }),
    op('66 0F 5A /r', 'cvtpd2ps', 'VW', '-', B16),
    op('F3 0F 5A /r', 'cvtss2sd', 'VW', '-', { bytes: 4 }),
    op('F2 0F 5A /r', 'cvtsd2ss', 'VW', '-', { bytes: 8 }),
    op('NP 0F 5B /r', 'cvtdq2ps', 'VW', '-', B16),
    op('66 0F 5B /r', 'cvtps2dq', 'VW', '-', B16),
    op('F3 0F 5B /r', 'cvttps2dq', 'VW', '-', B16),
    op('66 0F E6 /r', 'cvttpd2dq', 'VW', '-', B16),
    op('F3 0F E6 /r', 'cvtdq2pd', 'VW', '-', { bytes: 8 }),
    op('F2 0F E6 /r', 'cvtpd2dq', 'VW', '-', B16),
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
  compareFamily,
  convertFamily,
  moveFamily,
  ...packedFamilies,
];
