import { op, type OpFamily } from './row.js';
import { CONDITIONS, hex } from './conditions.js';

const mov = { split: true, pure: true } as const;
const wide = { split: true, pure: true } as const;

export const moveFamily: OpFamily = {
  module: 'exec/move',
  rows: [
    op('88 /r', 'mov', 'EG', 'B', mov),
    op('89 /r', 'mov', 'EG', 'V', mov),
    op('8A /r', 'mov', 'GE', 'B', mov),
    op('8B /r', 'mov', 'GE', 'V', mov),
    op('A0', 'mov', 'AS', 'B', mov),
    op('A1', 'mov', 'AS', 'V', mov),
    op('A2', 'mov', 'SA', 'B', mov),
    op('A3', 'mov', 'SA', 'V', mov),
    op('B0 +r', 'mov', 'OI', 'B', { ...mov, imm: 'b' }),
    op('B8 +r', 'mov', 'OI', 'V', { ...mov, imm: 'v' }),
    op('C6 /0', 'mov', 'EI', 'B', { ...mov, imm: 'b' }),
    op('C7 /0', 'mov', 'EI', 'V', { ...mov, imm: 'z' }),
    op('8D /rm', 'lea', 'GM', 'V', { pure: true }),
    op('0F B6 /r', 'movzx8', 'GE', 'V', { ...wide, byteOperand: 'rm', bytes: 1 }),
    op('0F B7 /r', 'movzx16', 'GE', 'V', { ...wide, bytes: 2 }),
    op('0F BE /r', 'movsx8', 'GE', 'V', { ...wide, byteOperand: 'rm', bytes: 1 }),
    op('0F BF /r', 'movsx16', 'GE', 'V', { ...wide, bytes: 2 }),
    op('63 /r', 'movsxd', 'GE', 'V', { ...wide, bytes: 4, mode: '64' }),
    ...CONDITIONS.map(({ name, reads }, cc) =>
      op(`0F ${hex(0x40 + cc)} /r`, `cmov${name}`, 'GE', 'V', {
        fn: 'cmov',
        args: String(cc),
        split: true,
        pure: true,
        reads,
      }),
    ),
    ...CONDITIONS.map(({ name, reads }, cc) =>
      op(`0F ${hex(0x90 + cc)} /r`, `set${name}`, 'E', 'B', {
        fn: 'setcc',
        args: String(cc),
        pure: true,
        reads,
      }),
    ),
  ],
};
