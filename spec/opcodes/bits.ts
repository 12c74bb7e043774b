import { hex } from './conditions.js';
import { op, type OpFamily, type OpRow } from './row.js';

/** BT, BTS, BTR, BTC: number `n` is in bits 4:3 of the opcode, or in ModRM.reg less four. */
function bitTests(name: string, n: number): OpRow[] {
  const access = name === 'bt' ? { readsRm: true } : { lock: true };
  const about = { args: String(n), pure: true, writes: 'c', ...access };
  return [
    op(`0F ${hex(0xa3 + n * 8)} /r`, name, 'EG', 'V', { ...about, fn: 'bitByReg', bitString: true }),
    op(`0F BA /${n + 4}`, `${name}Imm`, 'EI', 'V', { ...about, fn: 'bitByImm', imm: 'ub' }),
  ];
}
const scan = { pure: true, writes: 'oszapc' } as const;
const count = { pure: true, writes: 'szapc' } as const;

export const bitsFamily: OpFamily = {
  module: 'exec/bits',
  rows: [
    ...['bt', 'bts', 'btr', 'btc'].flatMap(bitTests),
    op('0F BC /r', 'bsf', 'GE', 'V', { ...scan, fn: 'scanForward' }),
    op('0F BD /r', 'bsr', 'GE', 'V', { ...scan, fn: 'scanReverse' }),
    op('F3 0F B8 /r', 'popcnt', 'GE', 'V', { ...scan, fn: 'countOnes', feature: 'popcnt' }),
    op('F3 0F BC /r', 'tzcnt', 'GE', 'V', { ...count, fn: 'countTrailing' }),
    op('F3 0F BD /r', 'lzcnt', 'GE', 'V', { ...count, fn: 'countLeading' }),
    op('0F C8 +r', 'bswap', 'O', 'V', { fn: 'swapBytes', pure: true }),
  ],
};
