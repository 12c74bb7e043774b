import { op, type OpFamily } from './row.js';

const legacy = { mode: 'legacy' } as const;
const ends = { ends: true } as const;
const leaves = { ends: true, transfers: true } as const;
/** The operand is a selector that is read. */
const selector = { bytes: 2, readsRm: true } as const;
/** The operand is a far pointer: REX.W does not widen it. */
const pointer = { bytes: [4, 6], readsRm: true } as const;

export const segmentMovesFamily: OpFamily = {
  module: 'system/segmentMoves',
  rows: [
    op('8E /r', 'mov_to_sreg', 'NE', '-', { fn: 'movToSegment', ...selector }),
    op('8C /r', 'mov_from_sreg', 'EN', 'V', { fn: 'movFromSegment', bytes: 2 }),
    ...['06', '0E', '16', '1E'].map((enc, seg) =>
      op(enc, `push_${['es', 'cs', 'ss', 'ds'][seg]}`, 'X', 'Z', {
        fn: 'pushSegment',
        args: String(seg),
        ...legacy,
      }),
    ),
    op('0F A0', 'push_fs', 'X', 'D64', { fn: 'pushSegment', args: '4' }),
    op('0F A8', 'push_gs', 'X', 'D64', { fn: 'pushSegment', args: '5' }),
    op('07', 'pop_es', 'X', 'Z', { fn: 'popSegment', args: '0', ...legacy }),
    op('17', 'pop_ss', 'X', 'Z', { fn: 'popSegment', args: '2', ...legacy, ...ends }),
    op('1F', 'pop_ds', 'X', 'Z', { fn: 'popSegment', args: '3', ...legacy }),
    op('0F A1', 'pop_fs', 'X', 'D64', { fn: 'popSegment', args: '4' }),
    op('0F A9', 'pop_gs', 'X', 'D64', { fn: 'popSegment', args: '5' }),
    op('C4 /rm', 'les', 'GE', 'V', { fn: 'loadFar', args: '0', ...pointer, ...legacy }),
    op('C5 /rm', 'lds', 'GE', 'V', { fn: 'loadFar', args: '3', ...pointer, ...legacy }),
    op('0F B2 /rm', 'lss', 'GE', 'V', { fn: 'loadFar', args: '2', ...pointer }),
    op('0F B4 /rm', 'lfs', 'GE', 'V', { fn: 'loadFar', args: '4', ...pointer }),
    op('0F B5 /rm', 'lgs', 'GE', 'V', { fn: 'loadFar', args: '5', ...pointer }),
  ],
};

export const descriptorTablesFamily: OpFamily = {
  module: 'system/descriptorTables',
  rows: [
    op('0F 00 /0', 'sldt', 'E', 'V', { bytes: 2 }),
    op('0F 00 /1', 'str', 'E', 'V', { bytes: 2 }),
    op('0F 00 /2', 'lldt', 'E', '-', selector),
    op('0F 00 /3', 'ltr', 'E', '-', selector),
    op('0F 01 /0m', 'sgdt', 'E', '-', { bytes: 6 }),
    op('0F 01 /1m', 'sidt', 'E', '-', { bytes: 6 }),
    op('0F 01 /2m', 'lgdt', 'E', 'F64', { bytes: 6, readsRm: true }),
    op('0F 01 /3m', 'lidt', 'E', 'F64', { bytes: 6, readsRm: true }),
  ],
};

export const descriptorQueriesFamily: OpFamily = {
  module: 'system/descriptorQueries',
  rows: [
    op('0F 00 /4', 'verr', 'E', '-', { ...selector, writes: 'z' }),
    op('0F 00 /5', 'verw', 'E', '-', { ...selector, writes: 'z' }),
    op('0F 02 /r', 'lar', 'GE', 'V', { bytes: 2, writes: 'z' }),
    op('0F 03 /r', 'lsl', 'GE', 'V', { bytes: 2, writes: 'z' }),
    op('63 /r', 'arpl', 'EG', '-', { bytes: 2, writes: 'z', ...legacy }),
  ],
};

export const farControlFamily: OpFamily = {
  module: 'system/farControl',
  rows: [
    op('EA', 'jmp_far', 'I', 'Z', { fn: 'jmpFar', imm: 'p', ...legacy, ...leaves }),
    op('9A', 'call_far', 'I', 'Z', { fn: 'callFar', imm: 'p', ...legacy, ...leaves }),
    op('FF /5m', 'jmp_far_indirect', 'E', 'V', { fn: 'jmpFarIndirect', ...pointer, ...leaves }),
    op('FF /3m', 'call_far_indirect', 'E', 'V', { fn: 'callFarIndirect', ...pointer, ...leaves }),
  ],
};

export const farReturnFamily: OpFamily = {
  module: 'system/farReturn',
  rows: [
    op('CB', 'retf', 'X', 'V', { args: 'false', ...leaves }),
    op('CA', 'retf_imm', 'I', 'V', { fn: 'retf', args: 'true', imm: 'w', ...leaves }),
    op('CF', 'iret', 'X', 'V', leaves),
  ],
};

export const interruptFamily: OpFamily = {
  module: 'system/interrupt',
  rows: [
    op('CC', 'int3', 'X', '-', ends),
    op('CD', 'intn', 'I', '-', { imm: 'ub', ...ends }),
    op('CE', 'into', 'X', '-', { reads: 'o', ...legacy }),
    op('F1', 'icebp', 'X', '-', ends),
  ],
};
