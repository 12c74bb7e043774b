/**
 * One row an instruction form: its encoding, its operands and the function in `silicon/` that means it. From the rows come
 * the decoder's tables, the dispatch table, the flag analysis of the decoder and the lists in the docs.
 */
export interface OpRow {
  /**
   * Encoding. Optional `VEX`, to which `.128` or `.256` and `.W0` or `.W1` may be added; optional mandatory prefix `NP`, `66`, `F3`, `F2`; opcode bytes in hex (`0F A2`, `0F 38 F0`); then one of nothing,
   * `+r` (register in the low three bits), `/r` (ModRM), `/0`..`/7` (ModRM.reg is part of the opcode), each ModRM form
   * optionally with `m` or `r` (memory or register operand only), or `=D8` (the whole ModRM byte).
   */
  enc: string;
  name: string;
  shape: Shape;
  size: SizeClass;
  /** AssemblyScript function in the family's module; `name` when absent. */
  fn?: string;
  /** The handler is written around this lane function of the family's module; `fn` does not count then. */
  lane?: Lane;
  /** Row of spec/cpuidFeatures.ts without which the instruction is #UD. */
  feature?: string;
  /** Constant arguments after the record pointer. */
  args?: string;
  /** Separate functions for operand forms: `<fn>_rs` (register, register or immediate), `_ms` (memory, register or immediate), `_rm`. */
  split?: boolean;
  imm?: Immediate;
  /** A variant without flag results exists: the last argument is `true` for flags, `false` without. */
  nf?: boolean;
  /** Flags written, read: letters of `oszapc`. Undefined ones also count as written. */
  writes?: string;
  undefined?: string;
  reads?: string;
  /** `reads` holds only where the immediate count is 0: a shift by nothing keeps its flags. */
  readsAtZero?: boolean;
  /** The register form cannot fault, stop or look at flags beyond `reads`. */
  pure?: boolean;
  /** The run ends here: control transfer, or anything that changes how code is fetched. */
  ends?: boolean;
  /** Control always goes elsewhere: a branch even where that is the following instruction. */
  transfers?: boolean;
  /** Only in 64-bit mode, or only outside it. */
  mode?: '64' | 'legacy';
  lock?: boolean;
  /** The r/m operand is only read (matters for segment limit and write checks). */
  readsRm?: boolean;
  /** Bytes of the memory operand when the size class does not say; two numbers: with 16-bit operands, and with wider ones. */
  bytes?: number | readonly [narrow: number, wide: number];
  /** The r/m operand is a register whatever the mod field says. */
  anyMod?: boolean;
  /** The register operand is a bit number, and the memory operand begins where that bit is. */
  bitString?: boolean;
  /** The r/m (`rm8`) or reg (`reg8`) operand is a byte register although the size class is not B. */
  byteOperand?: 'rm' | 'reg';
}

/**
 * A function over 128 bits, and how a handler gets at its operands (scripts/laneHandlers.ts). `a` is the first source, `b` the r/m operand.
 */
export interface Lane {
  fn: string;
  /** Registers: MMX; XMM with the upper half of the YMM register left alone; or VEX, where VEX.L may ask for both halves. */
  form: 'mmx' | 'sse' | 'vex';
  /**
   * Arguments: `ab` both; `b` the r/m operand alone; `count` as ab, where `b` is the same 128 bits for both halves; `shift` the r/m register
   * alone, the destination being the register of ModRM.rm (SSE) or vvvv (VEX); `abc` with a third register from the immediate; `xyz` the
   * destination, vvvv and r/m, all sources.
   */
  of: 'ab' | 'b' | 'count' | 'shift' | 'abc' | 'xyz';
  /** The function is over one element of this type, the rest of the result is that of `a`; `to` is the type of the result. */
  element?: Element | undefined;
  to?: Element | undefined;
  /** Bytes of `b` that make 128 bits of result, when fewer than 16 (`wider`), or the result fills half the register (`narrower`). */
  width?: 'wider' | 'narrower' | undefined;
  /** Floating-point exceptions are collected, and raised before the result is stored. */
  float?: boolean | undefined;
  /** 16 bytes of memory need no alignment in the SSE form either. */
  unaligned?: boolean | undefined;
  /** The immediate is the last argument; for the upper half it is shifted right by this many bits. */
  immediate?: number;
}
type Element = 'u32' | 'u64';

/**
 * Operands. `E` r/m general, `G` reg general, `V` reg xmm, `W` r/m xmm, `P` reg mmx, `Q` r/m mmx, `N` reg as a number (segment, control,
 * debug); the first letter is the destination. `A` accumulator, `I` immediate, `O` opcode register, `J` relative branch, `M` address of
 * memory operand without access (LEA), `S` moffs. Of VEX: `H` vvvv as xmm, `B` vvvv as general; without either vvvv has to be 1111b. A
 * memory operand `Y` is addressed by a vector of indices. `X`: none.
 */
export type Shape =
  | 'X'
  | 'I'
  | 'E'
  | 'EG'
  | 'GE'
  | 'EI'
  | 'AI'
  | 'GEI'
  | 'EGI'
  | 'O'
  | 'OI'
  | 'AO'
  | 'J'
  | 'GM'
  | 'AS'
  | 'SA'
  | 'VW'
  | 'WV'
  | 'VE'
  | 'EV'
  | 'GW'
  | 'PQ'
  | 'QP'
  | 'PE'
  | 'EP'
  | 'GQ'
  | 'PW'
  | 'VQ'
  | 'VWI'
  | 'GWI'
  | 'VEI'
  | 'EVI'
  | 'PQI'
  | 'PEI'
  | 'GQI'
  | 'WI'
  | 'QI'
  | 'NE'
  | 'EN'
  | 'GBE'
  | 'GEB'
  | 'BE'
  | 'VHW'
  | 'VHWI'
  | 'HWI'
  | 'VHE'
  | 'VHEI'
  | 'WHV'
  | 'VYH'
  | 'VHM'
  | 'MHV'
  | 'WVI';

/**
 * Operand size: `B` 8; `V` 16, 32 or 64; `Y` 32, or 64 with REX.W; `D64` as V with 64 the default in 64-bit mode (32 not encodable); `F64` as D64
 * and 66h ignored; `J` as D64 with one handler; `Z` 16 or 32 only; `-` none (one handler).
 */
export type SizeClass = 'B' | 'V' | 'Y' | 'D64' | 'F64' | 'J' | 'Z' | '-';

/** `b` 8-bit sign-extended, `ub` 8-bit zero-extended, `w` 16-bit, `z` 16 or 32 sign-extended, `v` full width, `wb` ENTER, `p` far pointer, `r` a register in bits 7:4. */
export type Immediate = 'b' | 'ub' | 'w' | 'z' | 'v' | 'wb' | 'p' | 'r';

export interface OpFamily {
  /** Module below `silicon/`. */
  module: string;
  rows: OpRow[];
}

export function op(
  enc: string,
  name: string,
  shape: Shape,
  size: SizeClass,
  rest: Omit<OpRow, 'enc' | 'name' | 'shape' | 'size'> = {},
): OpRow {
  return { enc, name, shape, size, ...rest };
}
