import { op, type OpFamily } from './row.js';

const pure = { pure: true } as const;
const flags = { pure: true, writes: 'oszapc' } as const;
const shiftx = { pure: true, fn: 'shiftx' } as const;

export const bmiFamily: OpFamily = {
  module: 'exec/bmi',
  rows: [
    op('VEX.128 NP 0F 38 F2 /r', 'andn', 'GBE', 'Y', flags),
    op('VEX.128 NP 0F 38 F7 /r', 'bextr', 'GEB', 'Y', flags),
    op('VEX.128 NP 0F 38 F3 /1', 'blsr', 'BE', 'Y', { ...flags, fn: 'lowestSet', args: '1', readsRm: true }),
    op('VEX.128 NP 0F 38 F3 /2', 'blsmsk', 'BE', 'Y', {
      ...flags,
      fn: 'lowestSet',
      args: '2',
      readsRm: true,
    }),
    op('VEX.128 NP 0F 38 F3 /3', 'blsi', 'BE', 'Y', { ...flags, fn: 'lowestSet', args: '3', readsRm: true }),
    op('VEX.128 NP 0F 38 F5 /r', 'bzhi', 'GEB', 'Y', flags),
    op('VEX.128 F2 0F 38 F6 /r', 'mulx', 'GBE', 'Y', pure),
    op('VEX.128 F2 0F 38 F5 /r', 'pdep', 'GBE', 'Y', pure),
    op('VEX.128 F3 0F 38 F5 /r', 'pext', 'GBE', 'Y', pure),
    op('VEX.128 F2 0F 3A F0 /r', 'rorx', 'GEI', 'Y', { ...pure, imm: 'ub' }),
    op('VEX.128 66 0F 38 F7 /r', 'shlx', 'GEB', 'Y', { ...shiftx, args: '1' }),
    op('VEX.128 F3 0F 38 F7 /r', 'sarx', 'GEB', 'Y', { ...shiftx, args: '2' }),
    op('VEX.128 F2 0F 38 F7 /r', 'shrx', 'GEB', 'Y', { ...shiftx, args: '3' }),
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
