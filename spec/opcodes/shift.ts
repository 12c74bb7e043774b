import { hex } from './conditions.js';
import { op, type OpFamily, type OpRow } from './row.js';

/** By ModRM.reg; number 6 is an alias of SHL. */
const NAMES = ['rol', 'ror', 'rcl', 'rcr', 'shl', 'shr', 'shl', 'sar'];

function shifts(name: string, n: number): OpRow[] {
  const rotate = n < 4;
  const args = String(n === 6 ? 4 : n);
  const writes = rotate ? 'oc' : 'oszapc';
  const carry = name === 'rcl' || name === 'rcr' ? { reads: 'c' } : {};
  const one = { fn: 'shiftOne', args, split: true, nf: true, pure: true, writes, ...carry };
  // A count of zero keeps the flags, so what they were before stays wanted.
  const imm = {
    ...one,
    fn: 'shiftImm',
    imm: 'ub',
    reads: writes,
    ...(name.startsWith('rc') ? {} : { readsAtZero: true }),
  } as const;
  const cl = { fn: 'shiftCl', args, pure: true, writes, reads: writes };
  return [
    op(`D0 /${n}`, `${name}1`, 'E', 'B', one),
    op(`D1 /${n}`, `${name}1`, 'E', 'V', one),
    op(`C0 /${n}`, name, 'EI', 'B', imm),
    op(`C1 /${n}`, name, 'EI', 'V', imm),
    op(`D2 /${n}`, `${name}cl`, 'E', 'B', cl),
    op(`D3 /${n}`, `${name}cl`, 'E', 'V', cl),
  ];
}

/** SHLD and SHRD: by an immediate at `opcode`, by CL at the next one. */
function doubles(name: string, opcode: number): OpRow[] {
  const about = { pure: true, writes: 'oszapc', reads: 'oszapc' };
  return [
    op(`0F ${hex(opcode)} /r`, name, 'EGI', 'V', { ...about, fn: `${name}Imm`, imm: 'ub' }),
    op(`0F ${hex(opcode + 1)} /r`, `${name}cl`, 'EG', 'V', { ...about, fn: `${name}Cl` }),
  ];
}

export const shiftFamily: OpFamily = {
  module: 'exec/shift',
  rows: [...NAMES.flatMap(shifts), ...doubles('shld', 0xa4), ...doubles('shrd', 0xac)],
};
