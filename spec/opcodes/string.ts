import { hex } from './conditions.js';
import { op, type OpFamily, type OpRow } from './row.js';

/** A string instruction: bytes at `opcode`, words and wider at the next one. */
function string(name: string, opcode: number, writes = ''): OpRow[] {
  // A repetition whose count is zero keeps the flags.
  const about = writes ? { writes, reads: writes } : {};
  return [op(hex(opcode), name, 'X', 'B', about), op(hex(opcode + 1), name, 'X', 'V', about)];
}

export const stringFamily: OpFamily = {
  module: 'exec/string',
  rows: [
    ...string('movs', 0xa4),
    ...string('cmps', 0xa6, 'oszapc'),
    ...string('stos', 0xaa),
    ...string('lods', 0xac),
    ...string('scas', 0xae, 'oszapc'),
  ],
};
