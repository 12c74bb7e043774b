import { op, type OpFamily, type OpRow } from './row.js';

/** Rows, and those of their forms with VEX.128: `vvvv` is the first source where the result keeps a part of it. */
function withVex(rows: readonly OpRow[]): OpRow[] {
  return rows.flatMap((row) => [
    row,
    {
      ...row,
      enc: `VEX.128 ${row.enc}`,
      name: `v${row.name}`,
      shape: row.shape === 'VEI' ? 'VHEI' : row.name === 'insertps' ? 'VHWI' : row.shape,
      fn: `v${row.fn ?? row.name}`,
      feature: 'avx',
    },
  ]);
}

const strings = { imm: 'ub', feature: 'sse4.2', bytes: 16, writes: 'oszapc' } as const;

const stringsFamily: OpFamily = {
  module: 'vector/strings',
  rows: withVex([
    op('66 0F 3A 60 /r', 'pcmpestrm', 'VWI', 'Y', strings),
    op('66 0F 3A 61 /r', 'pcmpestri', 'VWI', 'Y', strings),
    op('66 0F 3A 62 /r', 'pcmpistrm', 'VWI', '-', strings),
    op('66 0F 3A 63 /r', 'pcmpistri', 'VWI', '-', strings),
  ]),
};

const SSE41 = { imm: 'ub', feature: 'sse4.1' } as const;
const SSE4A = { feature: 'sse4a' } as const;
const fieldsFamily: OpFamily = {
  module: 'vector/fields',
  rows: [
    ...withVex([
      op('66 0F 3A 14 /r', 'pextrb', 'EVI', '-', { ...SSE41, fn: 'extractElement<u8>', bytes: 1 }),
      op('66 0F 3A 15 /r', 'pextrw_sse41', 'EVI', '-', { ...SSE41, fn: 'extractElement<u16>', bytes: 2 }),
      op('66 0F 3A 16 /r', 'pextr', 'EVI', 'Y', { ...SSE41, fn: 'extractElement', bytes: 4 }),
      op('66 0F 3A 17 /r', 'extractps', 'EVI', '-', { ...SSE41, fn: 'extractElement<u32>', bytes: 4 }),
      op('66 0F 3A 20 /r', 'pinsrb', 'VEI', '-', { ...SSE41, fn: 'insertElement<u8>', bytes: 1 }),
      op('66 0F 3A 21 /r', 'insertps', 'VWI', '-', { ...SSE41, fn: 'insertSingle', bytes: 4 }),
      op('66 0F 3A 22 /r', 'pinsr', 'VEI', 'Y', { ...SSE41, fn: 'insertElement', bytes: 4 }),
    ]),
    op('66 0F 38 17 /r', 'ptest', 'VW', '-', { feature: 'sse4.1', bytes: 16, writes: 'oszapc' }),
    op('VEX.128 66 0F 38 17 /r', 'vptest', 'VW', '-', { feature: 'avx', bytes: 16, writes: 'oszapc' }),
    op('VEX.256 66 0F 38 17 /r', 'vptest', 'VW', '-', { feature: 'avx', bytes: 32, writes: 'oszapc' }),
    op('66 0F 78 /0r', 'extrqImm', 'WI', '-', { ...SSE4A, imm: 'w' }),
    op('66 0F 79 /rr', 'extrq', 'VW', '-', SSE4A),
    op('F2 0F 78 /rr', 'insertqImm', 'VWI', '-', { ...SSE4A, imm: 'w' }),
    op('F2 0F 79 /rr', 'insertq', 'VW', '-', SSE4A),
  ],
};

export const fieldFamilies: readonly OpFamily[] = [stringsFamily, fieldsFamily];
