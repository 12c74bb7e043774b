import { hex } from './conditions.js';
import { op, type OpFamily } from './row.js';

/** State and control: nothing here computes. */
const stateFamily: OpFamily = {
  module: 'fpu/state',
  rows: [
    op('9B', 'fwait', 'X', '-'),
    op('D9 /5m', 'fldcw', 'E', '-', { bytes: 2, readsRm: true }),
    op('D9 /7m', 'fnstcw', 'E', '-', { bytes: 2 }),
    op('DD /7m', 'fnstsw', 'E', '-', { bytes: 2 }),
    op('DF =E0', 'fnstswAx', 'X', '-'),
    op('DB =E0', 'fneni', 'X', '-'),
    op('DB =E1', 'fneni', 'X', '-'),
    op('DB =E2', 'fnclex', 'X', '-'),
    op('DB =E3', 'fninit', 'X', '-'),
    op('DB =E4', 'fneni', 'X', '-'),
    op('D9 =D0', 'fnop', 'X', '-'),
    op('NP 0F 77', 'emms', 'X', '-'),
  ],
};

/** The size class chooses the 16-bit or the 32-bit layout; `bytes` is what the smaller one has. */
const environmentFamily: OpFamily = {
  module: 'fpu/environment',
  rows: [
    op('D9 /4m', 'fldenv', 'E', 'V', { bytes: [14, 28], readsRm: true }),
    op('D9 /6m', 'fnstenv', 'E', 'V', { bytes: [14, 28] }),
    op('DD /4m', 'frstor', 'E', 'V', { bytes: [94, 108], readsRm: true }),
    op('DD /6m', 'fnsave', 'E', 'V', { bytes: [94, 108] }),
  ],
};

/** The whole area is checked by the instruction itself. */
const saveFamily: OpFamily = {
  module: 'fpu/fxsave',
  rows: [
    op('NP 0F AE /0m', 'fxsave', 'E', 'Y', { bytes: 512 }),
    op('NP 0F AE /1m', 'fxrstor', 'E', 'Y', { bytes: 512, readsRm: true }),
    op('NP 0F AE /2m', 'ldmxcsr', 'E', '-', { bytes: 4, readsRm: true }),
    op('NP 0F AE /3m', 'stmxcsr', 'E', '-', { bytes: 4 }),
  ],
};

/** State components by XCR0. */
const xsaveFamily: OpFamily = {
  module: 'fpu/xsave',
  rows: [
    op('NP 0F AE /4m', 'xsave', 'E', 'Y', { bytes: 16 }),
    op('NP 0F AE /5m', 'xrstor', 'E', 'Y', { bytes: 16, readsRm: true }),
    op('NP 0F AE /6m', 'xsaveopt', 'E', 'Y', { bytes: 16 }),
    op('NP 0F C7 /3m', 'xrstors', 'E', 'Y', { bytes: 16, readsRm: true }),
    op('NP 0F C7 /4m', 'xsavec', 'E', 'Y', { bytes: 16 }),
    op('NP 0F C7 /5m', 'xsaves', 'E', 'Y', { bytes: 16 }),
  ],
};

/** Memory operands of arithmetic: opcode byte, format number of `loadOperand`, bytes. */
const FORMATS = [
  { opcode: 'D8', suffix: 's', bytes: 4 },
  { opcode: 'DC', suffix: 'd', bytes: 8 },
  { opcode: 'DA', suffix: 'i32', bytes: 4 },
  { opcode: 'DE', suffix: 'i16', bytes: 2 },
] as const;
/** By ModRM.reg; 2 and 3 compare. */
const OPERATIONS: readonly (readonly [number, string])[] = [
  [0, 'fadd'],
  [1, 'fmul'],
  [4, 'fsub'],
  [5, 'fsubr'],
  [6, 'fdiv'],
  [7, 'fdivr'],
];

const arithmeticFamily: OpFamily = {
  module: 'fpu/x87Arithmetic',
  rows: [
    ...OPERATIONS.flatMap(([n, name]) => [
      ...FORMATS.map(({ opcode, suffix, bytes }, format) =>
        op(`${opcode} /${n}m`, `${name}_${suffix}`, 'E', '-', {
          fn: 'arithmeticMemory',
          args: `${n}, ${format}`,
          bytes,
          readsRm: true,
        }),
      ),
      op(`D8 /${n}r`, `${name}_top`, 'E', '-', { fn: 'arithmeticTop', args: String(n) }),
      op(`DC /${n}r`, `${name}_register`, 'E', '-', { fn: 'arithmeticRegister', args: String(n) }),
      op(`DE /${n}r`, `${name}_pop`, 'E', '-', { fn: 'arithmeticPop', args: String(n) }),
    ]),
    op('D9 =F4', 'fxtract', 'X', '-'),
    op('D9 =FA', 'fsqrt', 'X', '-'),
    op('D9 =FC', 'frndint', 'X', '-'),
    op('D9 =FD', 'fscale', 'X', '-'),
  ],
};

const remainderFamily: OpFamily = {
  module: 'fpu/x87Remainder',
  rows: [
    op('D9 =F5', 'fprem1', 'X', '-', { fn: 'fprem', args: 'true' }),
    op('D9 =F8', 'fprem', 'X', '-', { fn: 'fprem', args: 'false' }),
  ],
};

/** Comparison with a register: quiet, to the flags, pops. */
const compares = (enc: string, name: string, quiet: boolean, toFlags: boolean, pops: number) =>
  op(enc, name, 'E', '-', {
    fn: 'compareRegister',
    args: `${quiet}, ${toFlags}, ${pops}`,
    ...(toFlags ? { writes: 'oszapc' } : {}),
  });

const compareFamily: OpFamily = {
  module: 'fpu/x87Compare',
  rows: [
    ...FORMATS.flatMap(({ opcode, suffix, bytes }, format) => [
      op(`${opcode} /2m`, `fcom_${suffix}`, 'E', '-', {
        fn: 'compareMemory',
        args: `${format}, false`,
        bytes,
        readsRm: true,
      }),
      op(`${opcode} /3m`, `fcomp_${suffix}`, 'E', '-', {
        fn: 'compareMemory',
        args: `${format}, true`,
        bytes,
        readsRm: true,
      }),
    ]),
    compares('D8 /2r', 'fcom', false, false, 0),
    compares('DC /2r', 'fcom', false, false, 0),
    compares('D8 /3r', 'fcomp', false, false, 1),
    compares('DC /3r', 'fcomp', false, false, 1),
    compares('DE /2r', 'fcomp', false, false, 1),
    compares('DE =D9', 'fcompp', false, false, 2),
    compares('DD /4r', 'fucom', true, false, 0),
    compares('DD /5r', 'fucomp', true, false, 1),
    compares('DA =E9', 'fucompp', true, false, 2),
    compares('DB /6r', 'fcomi', false, true, 0),
    compares('DF /6r', 'fcomip', false, true, 1),
    compares('DB /5r', 'fucomi', true, true, 0),
    compares('DF /5r', 'fucomip', true, true, 1),
    op('D9 =E4', 'ftst', 'X', '-'),
    op('D9 =E5', 'fxam', 'X', '-'),
  ],
};

const CONSTANTS = ['fld1', 'fldl2t', 'fldl2e', 'fldpi', 'fldlg2', 'fldln2', 'fldz'];
/** FCMOVcc by condition code of Jcc. */
const CONDITIONAL: readonly (readonly [string, string, number, string])[] = [
  ['DA /0r', 'fcmovb', 2, 'c'],
  ['DA /1r', 'fcmove', 4, 'z'],
  ['DA /2r', 'fcmovbe', 6, 'cz'],
  ['DA /3r', 'fcmovu', 10, 'p'],
  ['DB /0r', 'fcmovnb', 3, 'c'],
  ['DB /1r', 'fcmovne', 5, 'z'],
  ['DB /2r', 'fcmovnbe', 7, 'cz'],
  ['DB /3r', 'fcmovnu', 11, 'p'],
];
const read = (bytes: number) => ({ bytes, readsRm: true });

const moveFamily: OpFamily = {
  module: 'fpu/x87Move',
  rows: [
    op('D9 /0m', 'fld_s', 'E', '-', { fn: 'fldMemory', args: 'false', ...read(4) }),
    op('DD /0m', 'fld_d', 'E', '-', { fn: 'fldMemory', args: 'true', ...read(8) }),
    op('DB /5m', 'fldExtended', 'E', '-', read(10)),
    op('D9 /0r', 'fldRegister', 'E', '-'),
    op('DF /0m', 'fild_16', 'E', '-', { fn: 'fild<u16>', ...read(2) }),
    op('DB /0m', 'fild_32', 'E', '-', { fn: 'fild<u32>', ...read(4) }),
    op('DF /5m', 'fild_64', 'E', '-', { fn: 'fild<u64>', ...read(8) }),
    ...CONSTANTS.map((name, i) =>
      op(`D9 =${hex(0xe8 + i)}`, name, 'X', '-', { fn: 'fldConstant', args: String(i) }),
    ),
    op('D9 /2m', 'fst_s', 'E', '-', { fn: 'fstMemory', args: 'false, false', bytes: 4 }),
    op('D9 /3m', 'fstp_s', 'E', '-', { fn: 'fstMemory', args: 'false, true', bytes: 4 }),
    op('DD /2m', 'fst_d', 'E', '-', { fn: 'fstMemory', args: 'true, false', bytes: 8 }),
    op('DD /3m', 'fstp_d', 'E', '-', { fn: 'fstMemory', args: 'true, true', bytes: 8 }),
    op('DB /7m', 'fstpExtended', 'E', '-', { bytes: 10 }),
    op('DF /2m', 'fist_16', 'E', '-', { fn: 'fist<u16>', bytes: 2 }),
    op('DB /2m', 'fist_32', 'E', '-', { fn: 'fist<u32>', bytes: 4 }),
    op('DF /3m', 'fistp_16', 'E', '-', { fn: 'fistp<u16>', bytes: 2 }),
    op('DB /3m', 'fistp_32', 'E', '-', { fn: 'fistp<u32>', bytes: 4 }),
    op('DF /7m', 'fistp_64', 'E', '-', { fn: 'fistp<u64>', bytes: 8 }),
    op('DF /1m', 'fisttp_16', 'E', '-', { fn: 'fisttp<u16>', bytes: 2 }),
    op('DB /1m', 'fisttp_32', 'E', '-', { fn: 'fisttp<u32>', bytes: 4 }),
    op('DD /1m', 'fisttp_64', 'E', '-', { fn: 'fisttp<u64>', bytes: 8 }),
    op('DD /2r', 'fst_register', 'E', '-', { fn: 'fstRegister', args: 'false' }),
    // The last two are undocumented aliases that every processor has.
    ...['DD /3r', 'DF /2r', 'DF /3r'].map((enc) =>
      op(enc, 'fstp_register', 'E', '-', { fn: 'fstRegister', args: 'true' }),
    ),
    op('D9 /3r', 'fstpQuietly', 'E', '-'),
    ...['D9 /1r', 'DD /1r', 'DF /1r'].map((enc) => op(enc, 'fxch', 'E', '-')),
    ...CONDITIONAL.map(([enc, name, cc, reads]) =>
      op(enc, name, 'E', '-', { fn: 'fcmov', args: String(cc), reads }),
    ),
    op('DD /0r', 'ffree', 'E', '-'),
    op('DF /0r', 'ffreep', 'E', '-'),
    op('D9 =F6', 'fdecstp', 'X', '-'),
    op('D9 =F7', 'fincstp', 'X', '-'),
    op('D9 =E0', 'fchs', 'X', '-', { fn: 'changeSign', args: 'false' }),
    op('D9 =E1', 'fabs', 'X', '-', { fn: 'changeSign', args: 'true' }),
  ],
};

const decimalFamily: OpFamily = {
  module: 'fpu/x87Decimal',
  rows: [op('DF /4m', 'fbld', 'E', '-', read(10)), op('DF /6m', 'fbstp', 'E', '-', { bytes: 10 })],
};

const transcendentalFamily: OpFamily = {
  module: 'fpu/x87Transcendental',
  rows: [
    op('D9 =F0', 'f2xm1', 'X', '-'),
    op('D9 =F1', 'fyl2x', 'X', '-'),
    op('D9 =F2', 'fptan', 'X', '-'),
    op('D9 =F3', 'fpatan', 'X', '-'),
    op('D9 =F9', 'fyl2xp1', 'X', '-'),
    op('D9 =FB', 'fsincos', 'X', '-'),
    op('D9 =FE', 'fsin', 'X', '-'),
    op('D9 =FF', 'fcos', 'X', '-'),
  ],
};

export const x87Families: readonly OpFamily[] = [
  stateFamily,
  environmentFamily,
  saveFamily,
  xsaveFamily,
  arithmeticFamily,
  remainderFamily,
  compareFamily,
  moveFamily,
  decimalFamily,
  transcendentalFamily,
];
