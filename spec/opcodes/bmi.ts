import { op, type OpFamily } from './row.js';

const bmi1 = { pure: true, writes: 'oszapc', feature: 'bmi1' } as const;
const bmi2 = { pure: true, feature: 'bmi2' } as const;
const shiftx = { ...bmi2, fn: 'shiftx' } as const;
const movbe = { feature: 'movbe' } as const;
const crc32 = { pure: true, feature: 'sse4.2' } as const;
const adx = { pure: true, feature: 'adx', bytes: 4 } as const;

export const bmiFamily: OpFamily = {
  module: 'exec/bmi',
  rows: [
    op('VEX.128 NP 0F 38 F2 /r', 'andn', 'GBE', 'Y', bmi1),
    op('VEX.128 NP 0F 38 F7 /r', 'bextr', 'GEB', 'Y', bmi1),
    op('VEX.128 NP 0F 38 F3 /1', 'blsr', 'BE', 'Y', { ...bmi1, fn: 'lowestSet', args: '1', readsRm: true }),
    op('VEX.128 NP 0F 38 F3 /2', 'blsmsk', 'BE', 'Y', {
      ...bmi1,
      fn: 'lowestSet',
      args: '2',
      readsRm: true,
    }),
    op('VEX.128 NP 0F 38 F3 /3', 'blsi', 'BE', 'Y', { ...bmi1, fn: 'lowestSet', args: '3', readsRm: true }),
    op('VEX.128 NP 0F 38 F5 /r', 'bzhi', 'GEB', 'Y', { ...bmi2, writes: 'oszapc' }),
    op('VEX.128 F2 0F 38 F6 /r', 'mulx', 'GBE', 'Y', bmi2),
    op('VEX.128 F2 0F 38 F5 /r', 'pdep', 'GBE', 'Y', bmi2),
    op('VEX.128 F3 0F 38 F5 /r', 'pext', 'GBE', 'Y', bmi2),
    op('VEX.128 F2 0F 3A F0 /r', 'rorx', 'GEI', 'Y', { ...bmi2, imm: 'ub' }),
    op('VEX.128 66 0F 38 F7 /r', 'shlx', 'GEB', 'Y', { ...shiftx, args: '1' }),
    op('VEX.128 F3 0F 38 F7 /r', 'sarx', 'GEB', 'Y', { ...shiftx, args: '2' }),
    op('VEX.128 F2 0F 38 F7 /r', 'shrx', 'GEB', 'Y', { ...shiftx, args: '3' }),
    op('NP 0F 38 F0 /rm', 'movbeLoad', 'GE', 'V', movbe),
    op('66 0F 38 F0 /rm', 'movbeLoad', 'GE', 'V', movbe),
    op('NP 0F 38 F1 /rm', 'movbeStore', 'EG', 'V', movbe),
    op('66 0F 38 F1 /rm', 'movbeStore', 'EG', 'V', movbe),
    op('F2 0F 38 F0 /r', 'crc32Byte', 'GE', 'Y', { ...crc32, byteOperand: 'rm', bytes: 1 }),
    op('F2 0F 38 F1 /r', 'crc32', 'GE', 'V', crc32),
    op('66 0F 38 F6 /r', 'adcx', 'GE', 'Y', { ...adx, writes: 'c', reads: 'c' }),
    op('F3 0F 38 F6 /r', 'adox', 'GE', 'Y', { ...adx, writes: 'o', reads: 'o' }),
  ],
};
