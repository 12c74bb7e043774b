import { hex } from './conditions.js';
import { op, type OpFamily, type OpRow } from './row.js';
import { vector } from './vector.js';

/** The SSE2 and the MMX form of an integer operation. */
function both(opcode: number, name: string): OpRow[] {
  return [
    op(`66 0F ${hex(opcode)} /r`, name, 'VW', '-', { fn: `${name}<v128>`, bytes: 16 }),
    op(`NP 0F ${hex(opcode)} /r`, `${name}_mmx`, 'PQ', '-', { fn: `${name}<u64>`, bytes: 8 }),
  ];
}
/** A logic operation on floats is the one on integers. */
function logic(opcode: number, name: string): OpRow[] {
  return ['NP', '66'].flatMap((prefix) => vector(`${prefix} 0F ${hex(opcode)} /r`, name, { vex: 'avx' }));
}
/** An integer operation with all its forms. */
function integer(opcode: number, name: string): OpRow[] {
  return vector(`66 0F ${hex(opcode)} /r`, name, { mmx: true, vex: 'avx2' });
}
const rows = (names: Record<number, string>): OpRow[] =>
  Object.entries(names).flatMap(([opcode, name]) => both(Number(opcode), name));

const integerFamily: OpFamily = {
  module: 'fpu/packedInteger',
  rows: [
    ...logic(0x54, 'pand'),
    ...logic(0x55, 'pandn'),
    ...logic(0x56, 'por'),
    ...logic(0x57, 'pxor'),
    ...Object.entries({
      0x64: 'pcmpgtb',
      0x65: 'pcmpgtw',
      0x66: 'pcmpgtd',
      0x74: 'pcmpeqb',
      0x75: 'pcmpeqw',
      0x76: 'pcmpeqd',
      0xd4: 'paddq',
      0xd5: 'pmullw',
      0xd8: 'psubusb',
      0xd9: 'psubusw',
      0xda: 'pminub',
      0xdb: 'pand',
      0xdc: 'paddusb',
      0xdd: 'paddusw',
      0xde: 'pmaxub',
      0xdf: 'pandn',
      0xe0: 'pavgb',
      0xe3: 'pavgw',
      0xe4: 'pmulhuw',
      0xe5: 'pmulhw',
      0xe8: 'psubsb',
      0xe9: 'psubsw',
      0xea: 'pminsw',
      0xeb: 'por',
      0xec: 'paddsb',
      0xed: 'paddsw',
      0xee: 'pmaxsw',
      0xef: 'pxor',
      0xf4: 'pmuludq',
      0xf5: 'pmaddwd',
      0xf6: 'psadbw',
      0xf8: 'psubb',
      0xf9: 'psubw',
      0xfa: 'psubd',
      0xfb: 'psubq',
      0xfc: 'paddb',
      0xfd: 'paddw',
      0xfe: 'paddd',
    }).flatMap(([opcode, name]) => integer(Number(opcode), name)),
  ],
};

const UB = { imm: 'ub' } as const;

const shuffleFamily: OpFamily = {
  module: 'fpu/shuffle',
  rows: [
    ...rows({
      0x60: 'punpcklbw',
      0x61: 'punpcklwd',
      0x62: 'punpckldq',
      0x63: 'packsswb',
      0x67: 'packuswb',
      0x68: 'punpckhbw',
      0x69: 'punpckhwd',
      0x6a: 'punpckhdq',
      0x6b: 'packssdw',
    }),
    op('66 0F 6C /r', 'punpcklqdq', 'VW', '-', { bytes: 16 }),
    op('66 0F 6D /r', 'punpckhqdq', 'VW', '-', { bytes: 16 }),
    // UNPCKL and UNPCKH move the same bits.
    op('NP 0F 14 /r', 'punpckldq', 'VW', '-', { fn: 'punpckldq<v128>', bytes: 16 }),
    op('66 0F 14 /r', 'punpcklqdq', 'VW', '-', { bytes: 16 }),
    op('NP 0F 15 /r', 'punpckhdq', 'VW', '-', { fn: 'punpckhdq<v128>', bytes: 16 }),
    op('66 0F 15 /r', 'punpckhqdq', 'VW', '-', { bytes: 16 }),
    op('66 0F 70 /r', 'pshufd', 'VWI', '-', { ...UB, bytes: 16 }),
    op('F2 0F 70 /r', 'pshuflw', 'VWI', '-', { ...UB, bytes: 16 }),
    op('F3 0F 70 /r', 'pshufhw', 'VWI', '-', { ...UB, bytes: 16 }),
    op('NP 0F 70 /r', 'pshufw', 'PQI', '-', { ...UB, bytes: 8 }),
    op('NP 0F C6 /r', 'shufps', 'VWI', '-', { ...UB, bytes: 16 }),
    op('66 0F C6 /r', 'shufpd', 'VWI', '-', { ...UB, bytes: 16 }),
    op('66 0F C4 /r', 'pinsrw', 'VEI', '-', { ...UB, bytes: 2 }),
    op('NP 0F C4 /r', 'pinsrwMmx', 'PEI', '-', { ...UB, bytes: 2 }),
    op('66 0F C5 /rr', 'pextrw', 'GWI', '-', UB),
    op('NP 0F C5 /rr', 'pextrwMmx', 'GQI', '-', UB),
  ],
};

/** A shift by an immediate: opcode and ModRM.reg. */
function immediateShift(opcode: string, reg: number, name: string): OpRow[] {
  return [
    op(`66 0F ${opcode} /${reg}r`, `${name}Imm`, 'WI', '-', { ...UB, fn: `${name}Imm<v128>` }),
    op(`NP 0F ${opcode} /${reg}r`, `${name}Imm_mmx`, 'QI', '-', { ...UB, fn: `${name}Imm<u64>` }),
  ];
}

const shiftFamily: OpFamily = {
  module: 'fpu/vectorShift',
  rows: [
    ...rows({
      0xd1: 'psrlw',
      0xd2: 'psrld',
      0xd3: 'psrlq',
      0xe1: 'psraw',
      0xe2: 'psrad',
      0xf1: 'psllw',
      0xf2: 'pslld',
      0xf3: 'psllq',
    }),
    ...immediateShift('71', 2, 'psrlw'),
    ...immediateShift('71', 4, 'psraw'),
    ...immediateShift('71', 6, 'psllw'),
    ...immediateShift('72', 2, 'psrld'),
    ...immediateShift('72', 4, 'psrad'),
    ...immediateShift('72', 6, 'pslld'),
    ...immediateShift('73', 2, 'psrlq'),
    ...immediateShift('73', 6, 'psllq'),
    op('66 0F 73 /3r', 'psrldq', 'WI', '-', UB),
    op('66 0F 73 /7r', 'pslldq', 'WI', '-', UB),
  ],
};

export const packedFamilies: readonly OpFamily[] = [integerFamily, shuffleFamily, shiftFamily];
