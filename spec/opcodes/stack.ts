import { op, type OpFamily } from './row.js';

export const stackFamily: OpFamily = {
  module: 'exec/stack',
  rows: [
    op('50 +r', 'push', 'O', 'D64', { split: true }),
    op('68', 'push', 'I', 'D64', { split: true, imm: 'z' }),
    op('6A', 'push', 'I', 'D64', { split: true, imm: 'b' }),
    op('FF /6', 'push', 'E', 'D64', { split: true, readsRm: true }),
    op('58 +r', 'pop', 'O', 'D64', { split: true }),
    op('8F /0', 'pop', 'E', 'D64', { split: true }),
    op('60', 'pusha', 'X', 'Z', { mode: 'legacy' }),
    op('61', 'popa', 'X', 'Z', { mode: 'legacy' }),
    op('C8', 'enter', 'X', 'D64', { imm: 'wb' }),
    op('C9', 'leave', 'X', 'D64', {}),
  ],
};
