/**
 * One row an instruction form: its encoding, its operands and the function in `silicon/` that means it. From the rows come
 * the decoder's tables, the dispatch table, the flag analysis of the decoder and the lists in the docs.
 */
export interface OpRow {
  /**
   * Encoding. Optional mandatory prefix `NP`, `66`, `F3`, `F2`; opcode bytes in hex (`0F A2`, `0F 38 F0`); then one of nothing,
   * `+r` (register in the low three bits), `/r` (ModRM), `/0`..`/7` (ModRM.reg is part of the opcode), each ModRM form
   * optionally with `m` or `r` (memory or register operand only), or `=D8` (the whole ModRM byte).
   */
  enc: string;
  name: string;
  shape: Shape;
  size: SizeClass;
  /** AssemblyScript function in the family's module; `name` when absent. */
  fn?: string;
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
  /** Only in 64-bit mode, or only outside it. */
  mode?: '64' | 'legacy';
  lock?: boolean;
  /** The r/m operand is only read (matters for segment limit and write checks). */
  readsRm?: boolean;
  /** Bytes of the memory operand when the size class does not say. */
  bytes?: number;
  /** The r/m (`rm8`) or reg (`reg8`) operand is a byte register although the size class is not B. */
  byteOperand?: 'rm' | 'reg';
}

/**
 * Operands. `E` r/m general, `G` reg general, `V` reg xmm, `W` r/m xmm, `P` reg mmx, `Q` r/m mmx, `N` reg as a number (segment, control,
 * debug); the first letter is the destination. `A` accumulator, `I` immediate, `O` opcode register, `J` relative branch, `M` address of
 * memory operand without access (LEA), `S` moffs. `X`: none.
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
  | 'EN';

/**
 * Operand size: `B` 8; `V` 16, 32 or 64; `Y` 32, or 64 with REX.W; `D64` as V with 64 the default in 64-bit mode (32 not encodable); `F64` as D64
 * and 66h ignored; `J` as F64 with one handler; `Z` 16 or 32 only; `-` none (one handler).
 */
export type SizeClass = 'B' | 'V' | 'Y' | 'D64' | 'F64' | 'J' | 'Z' | '-';

/** `b` 8-bit sign-extended, `ub` 8-bit zero-extended, `w` 16-bit, `z` 16 or 32 sign-extended, `v` full width, `wb` ENTER, `p` far pointer. */
export type Immediate = 'b' | 'ub' | 'w' | 'z' | 'v' | 'wb' | 'p';

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
