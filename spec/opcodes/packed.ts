import { hex } from './conditions.js';
import { op, type OpFamily, type OpRow } from './row.js';
import { vector } from './vector.js';

/** A logic operation on floats is the one on integers. */
function logic(opcode: number, name: string): OpRow[] {
  return ['NP', '66'].flatMap((prefix) => vector(`${prefix} 0F ${hex(opcode)} /r`, name, { vex: 'avx' }));
}
/** An integer operation with all its forms. */
function integer(opcode: number, name: string): OpRow[] {
  return vector(`66 0F ${hex(opcode)} /r`, name, { mmx: true, vex: 'avx avx2' });
}
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

/** A pack or an unpack of upper halves, which for MMX is a function of its own. */
function ofHalves(opcode: number, name: string): OpRow[] {
  return vector(`66 0F ${hex(opcode)} /r`, name, { mmx: `${name}Mmx`, vex: 'avx avx2' });
}
/** An unpack of lower halves: the MMX form reads 4 bytes of memory. */
function lowHalves(opcode: number, name: string): OpRow[] {
  return vector(`66 0F ${hex(opcode)} /r`, name, { mmx: true, mmxBytes: 4, vex: 'avx avx2' });
}
const UB = { imm: 'ub' } as const;

const shuffleFamily: OpFamily = {
  module: 'fpu/shuffle',
  rows: [
    ...lowHalves(0x60, 'punpcklbw'),
    ...lowHalves(0x61, 'punpcklwd'),
    ...lowHalves(0x62, 'punpckldq'),
    ...ofHalves(0x63, 'packsswb'),
    ...ofHalves(0x67, 'packuswb'),
    ...ofHalves(0x68, 'punpckhbw'),
    ...ofHalves(0x69, 'punpckhwd'),
    ...ofHalves(0x6a, 'punpckhdq'),
    ...ofHalves(0x6b, 'packssdw'),
    ...vector('66 0F 6C /r', 'punpcklqdq', { vex: 'avx avx2' }),
    ...vector('66 0F 6D /r', 'punpckhqdq', { vex: 'avx avx2' }),
    // UNPCKL and UNPCKH move the same bits.
    ...vector('NP 0F 14 /r', 'punpckldq', { vex: 'avx' }),
    ...vector('66 0F 14 /r', 'punpcklqdq', { vex: 'avx' }),
    ...vector('NP 0F 15 /r', 'punpckhdq', { vex: 'avx' }),
    ...vector('66 0F 15 /r', 'punpckhqdq', { vex: 'avx' }),
    ...vector('66 0F 70 /r', 'pshufd', { of: 'b', imm: true, vex: 'avx avx2' }),
    ...vector('F2 0F 70 /r', 'pshuflw', { of: 'b', imm: true, vex: 'avx avx2' }),
    ...vector('F3 0F 70 /r', 'pshufhw', { of: 'b', imm: true, vex: 'avx avx2' }),
    ...vector('NP 0F 70 /r', 'pshufw', { sse: false, mmx: 'pshuflw', of: 'b', imm: true }),
    ...vector('NP 0F C6 /r', 'shufps', { imm: true, vex: 'avx' }),
    ...vector('66 0F C6 /r', 'shufpd', { imm: 2, vex: 'avx' }),
    op('66 0F C4 /r', 'pinsrw', 'VEI', '-', { ...UB, bytes: 2 }),
    op('VEX.128 66 0F C4 /r', 'vpinsrw', 'VHEI', '-', { ...UB, bytes: 2, feature: 'avx' }),
    op('NP 0F C4 /r', 'pinsrwMmx', 'PEI', '-', { ...UB, bytes: 2 }),
    op('66 0F C5 /rr', 'pextrw', 'GWI', '-', UB),
    op('VEX.128 66 0F C5 /rr', 'vpextrw', 'GWI', '-', { ...UB, feature: 'avx' }),
    op('NP 0F C5 /rr', 'pextrwMmx', 'GQI', '-', UB),
  ],
};

/** A shift: by the low half of a vector, and by an immediate at an opcode with this ModRM.reg. */
function shift(opcode: number, group: string, reg: number, name: string): OpRow[] {
  return [
    ...vector(`66 0F ${hex(opcode)} /r`, name, { of: 'count', mmx: true, vex: 'avx avx2' }),
    ...vector(`66 0F ${group} /${reg}r`, `${name}Imm`, { of: 'shift', mmx: true, vex: 'avx avx2' }),
  ];
}

const shiftFamily: OpFamily = {
  module: 'fpu/vectorShift',
  rows: [
    ...shift(0xd1, '71', 2, 'psrlw'),
    ...shift(0xe1, '71', 4, 'psraw'),
    ...shift(0xf1, '71', 6, 'psllw'),
    ...shift(0xd2, '72', 2, 'psrld'),
    ...shift(0xe2, '72', 4, 'psrad'),
    ...shift(0xf2, '72', 6, 'pslld'),
    ...shift(0xd3, '73', 2, 'psrlq'),
    ...shift(0xf3, '73', 6, 'psllq'),
    ...vector('66 0F 73 /3r', 'psrldq', { of: 'shift', vex: 'avx avx2' }),
    ...vector('66 0F 73 /7r', 'pslldq', { of: 'shift', vex: 'avx avx2' }),
    ...vector('VEX.W0 66 0F 38 45 /r', 'psrlvd', { sse: false, vex: 'avx2' }),
    ...vector('VEX.W1 66 0F 38 45 /r', 'psrlvq', { sse: false, vex: 'avx2' }),
    ...vector('VEX.W0 66 0F 38 46 /r', 'psravd', { sse: false, vex: 'avx2' }),
    ...vector('VEX.W0 66 0F 38 47 /r', 'psllvd', { sse: false, vex: 'avx2' }),
    ...vector('VEX.W1 66 0F 38 47 /r', 'psllvq', { sse: false, vex: 'avx2' }),
  ],
};

export const packedFamilies: readonly OpFamily[] = [integerFamily, shuffleFamily, shiftFamily];
