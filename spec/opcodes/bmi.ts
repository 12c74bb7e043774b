import { op, type OpFamily } from './row.js';

const pure = { pure: true } as const;
const flags = { pure: true, writes: 'oszapc' } as const;
const shiftx = { pure: true, fn: 'shiftx' } as const;

export const bmiFamily: OpFamily = {
  module: 'exec/bmi',
  rows: [
    op('VEX NP 0F 38 F2 /r', 'andn', 'GE', 'Y', flags),
    op('VEX NP 0F 38 F7 /r', 'bextr', 'GE', 'Y', flags),
    op('VEX NP 0F 38 F3 /1', 'blsr', 'E', 'Y', { ...flags, fn: 'lowestSet', args: '1', readsRm: true }),
    op('VEX NP 0F 38 F3 /2', 'blsmsk', 'E', 'Y', { ...flags, fn: 'lowestSet', args: '2', readsRm: true }),
    op('VEX NP 0F 38 F3 /3', 'blsi', 'E', 'Y', { ...flags, fn: 'lowestSet', args: '3', readsRm: true }),
    op('VEX NP 0F 38 F5 /r', 'bzhi', 'GE', 'Y', flags),
    op('VEX F2 0F 38 F6 /r', 'mulx', 'GE', 'Y', pure),
    op('VEX F2 0F 38 F5 /r', 'pdep', 'GE', 'Y', pure),
    op('VEX F3 0F 38 F5 /r', 'pext', 'GE', 'Y', pure),
    op('VEX F2 0F 3A F0 /r', 'rorx', 'GEI', 'Y', { ...pure, imm: 'ub' }),
    op('VEX 66 0F 38 F7 /r', 'shlx', 'GE', 'Y', { ...shiftx, args: '1' }),
    op('VEX F3 0F 38 F7 /r', 'sarx', 'GE', 'Y', { ...shiftx, args: '2' }),
    op('VEX F2 0F 38 F7 /r', 'shrx', 'GE', 'Y', { ...shiftx, args: '3' }),
    op('NP 0F 38 F0 /rm', 'movbeLoad', 'GE', 'V'),
    op('66 0F 38 F0 /rm', 'movbeLoad', 'GE', 'V'),
    op('NP 0F 38 F1 /rm', 'movbeStore', 'EG', 'V'),
    op('66 0F 38 F1 /rm', 'movbeStore', 'EG', 'V'),
    op('F2 0F 38 F0 /r', 'crc32Byte', 'GE', 'Y', { ...pure, byteOperand: 'rm', bytes: 1 }),
    op('F2 0F 38 F1 /r', 'crc32', 'GE', 'V', pure),
    op('66 0F 38 F6 /r', 'adcx', 'GE', 'Y', { ...pure, writes: 'c', reads: 'c', bytes: 4 }),
    op('F3 0F 38 F6 /r', 'adox', 'GE', 'Y', { ...pure, writes: 'o', reads: 'o', bytes: 4 }),
  ],
};
