import { hex } from './conditions.js';
import { op, type OpFamily, type OpRow } from './row.js';

const pure = { pure: true } as const;

/** 0F 18 to 0F 1F do nothing, whatever their operand (CET's ENDBR and RDSSP are among them). */
const hints: OpRow[] = Array.from({ length: 8 }, (_, n) => `0F ${hex(0x18 + n)}`).flatMap((opcode) => [
  op(`${opcode} /rm`, 'nop', 'GM', '-', pure),
  op(`${opcode} /rr`, 'nop', 'GE', '-', pure),
]);

export const convertFamily: OpFamily = {
  module: 'exec/convert',
  rows: [
    op('98', 'cbw', 'X', 'V', { ...pure, fn: 'widenAcc' }),
    op('99', 'cwd', 'X', 'V', { ...pure, fn: 'spreadSign' }),
    op('D7', 'xlat', 'X', '-'),
    ...[{ mode: 'legacy' } as const, { mode: '64', feature: 'lahf-lm' } as const].flatMap((where) => [
      op('9F', 'lahf', 'X', '-', { ...pure, ...where, reads: 'szapc' }),
      op('9E', 'sahf', 'X', '-', { ...pure, ...where, writes: 'szapc' }),
    ]),
    op('F5', 'cmc', 'X', '-', { ...pure, writes: 'c', reads: 'c' }),
    op('F8', 'clc', 'X', '-', { ...pure, writes: 'c' }),
    op('F9', 'stc', 'X', '-', { ...pure, writes: 'c' }),
    op('FC', 'cld', 'X', '-', pure),
    op('FD', 'std', 'X', '-', pure),
    op('62 /rm', 'bound', 'GE', 'Z', { mode: 'legacy', bytes: [4, 8] }),
    ...hints,
  ],
};
