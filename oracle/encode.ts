import type { OpRow } from '../spec/opcodes/row.js';
import type { Pattern } from '../scripts/opcodeTrie.js';
import { PLACE, RECORD, WINDOW_BYTES } from './layout.js';
import type { Given } from './given.js';
import type { Dice } from './operands.js';

const OPERAND_SIZE = 0x66;
const ADDRESS_SIZE = 0x67;
const LOCK = 0xf0;
const REPEATS = [0xf3, 0xf2];
const [RSP, RBP] = [4, 5];
const LONGEST = 15;
const MASK = 0xffff_ffff_ffff_ffffn;
/** Addresses that fault: the first page, the hole behind the window, one that is not canonical. */
const WILD = [0x10n, BigInt(PLACE.window + WINDOW_BYTES), 0x8000_0000_0000_0000n];

/** How an instruction was encoded, for what is prepared afterwards. */
export interface Encoded {
  /** 16, 32 or 64 as the prefixes say, whatever the row makes of it. */
  operandSize: 16 | 32 | 64;
  repeated: boolean;
  /** Number in ModRM.reg, and register operand of ModRM.rm. */
  reg: number;
  rm: number | undefined;
  /** Offset in the window of a memory operand, if that is where it is. */
  offset: number | undefined;
  /** Registers that the address is made of. */
  address: readonly number[];
  /** Register in VEX.vvvv. */
  vvvv: number;
}

/** Instructions whose operand is larger than what the table says, which is what is checked at first. */
const AREAS: readonly (readonly [rows: RegExp, bytes: number])[] = [
  [/^x(save|rstor)/, 832],
  [/^fx(save|rstor)/, 512],
];

/** Bytes of a memory operand as far as a table can say. */
function operandBytes(row: OpRow, size: number): number {
  const area = AREAS.find(([rows]) => rows.test(row.name));
  if (area) return area[1];
  const { bytes } = row;
  if (bytes !== undefined) return typeof bytes === 'number' ? bytes : bytes[size === 16 ? 0 : 1];
  return row.size === 'B' ? 1 : size / 8;
}

/** What is encoded: one instruction of a row, appended to the code of a case. */
export class Encoder {
  private bytes: number[] = [];
  private tail: number[] = [];
  private rex = 0;
  private narrowAddress = false;
  /** An address relative to the end of the instruction: where in `tail` its displacement is, and what it is to be. */
  private relative: { at: number; target: bigint } | undefined;

  constructor(
    private readonly pattern: Pattern,
    private readonly given: Given,
    private readonly dice: Dice,
    private readonly operands: DataView,
    /** No memory operands, no prefix that could make it fault. */
    private readonly tame: boolean,
  ) {}

  private get wide(): boolean {
    return this.given.mode === 64;
  }
  private register(): number {
    return this.dice.below(this.wide ? 16 : 8);
  }

  /** Undefined when the bytes came out longer than an instruction may be. */
  encode(): Encoded | undefined {
    const { pattern, dice, given } = this;
    const { row } = pattern;
    const vex = pattern.map > 3;
    const prefixes: number[] = [];
    const free = pattern.prefix === undefined && !vex;
    const sized =
      !vex && (free || pattern.prefix! > 1) && !dice.below(row.size === 'V' || row.size === 'D64' ? 4 : 20);
    if (sized) prefixes.push(OPERAND_SIZE);
    const string = pattern.map === 0 && row.shape === 'X' && 'BVZ'.includes(row.size);
    // Before LOOPcc a repeat prefix has an effect on some processors that no manual tells.
    const repeated =
      free &&
      !row.name.startsWith('loop') &&
      (string ? !dice.once(3) : pattern.map === 0 && !this.tame && dice.once(40));
    if (repeated) prefixes.push(dice.pick(REPEATS));
    if (dice.once(this.wide ? 16 : 60) && !this.tame) {
      prefixes.push(ADDRESS_SIZE);
      this.narrowAddress = true;
    }
    if (dice.once(16) && !/^arpl$|mask/.test(row.name))
      prefixes.push(dice.pick(this.wide ? [0x26, 0x2e, 0x36, 0x3e, 0x65] : [0x26, 0x2e, 0x36, 0x3e]));
    if (!this.tame && dice.once(row.lock ? 4 : 100)) prefixes.push(LOCK);
    if (!vex && pattern.prefix! > 0) prefixes.push([0x66, 0xf3, 0xf2][pattern.prefix! - 1]);
    if (this.wide && dice.once(vex ? 2 : 3)) this.rex |= 8;
    const operandSize = this.rex & 8 ? 64 : sized || pattern.prefix === 1 ? 16 : 32;
    const encoded: Encoded = {
      operandSize,
      repeated,
      reg: 0,
      rm: undefined,
      offset: undefined,
      address: [],
      vvvv: 15,
    };
    if (pattern.modrm) this.modrm(encoded);
    let opcode = pattern.opcode;
    if (pattern.plusReg) {
      const n = this.register();
      encoded.rm = n;
      opcode |= n & 7;
      this.rex |= n >> 3;
    }
    if (row.shape === 'AS' || row.shape === 'SA') this.offsetAddress(encoded);
    this.immediate(encoded);
    if (vex) this.vexPrefix(encoded);
    const start = vex
      ? prefixes
      : [...shuffle(prefixes, dice), ...(this.wide && (this.rex || dice.once(8)) ? [0x40 | this.rex] : [])];
    const escape = vex ? [] : [[], [0x0f], [0x0f, 0x38], [0x0f, 0x3a]][pattern.map];
    const code = [...start, ...this.bytes, ...escape, opcode, ...this.tail];
    if (code.length > LONGEST) return undefined;
    if (this.relative !== undefined) {
      const end = BigInt(PLACE.code + given.place + given.code.length + code.length);
      const at = code.length - this.tail.length + this.relative.at;
      code.splice(at, 4, ...little(this.relative.target - end, 4));
    }
    given.code.push(...code);
    return encoded;
  }

  private modrm(encoded: Encoded): void {
    const { pattern, dice } = this;
    const number = /^(NE|EN)$/.test(pattern.row.shape);
    const reg = pattern.exact !== undefined ? (pattern.exact >> 3) & 7 : (pattern.reg ?? this.register());
    encoded.reg = reg;
    if (pattern.reg === undefined && pattern.exact === undefined) this.rex |= (reg >> 3) << 2;
    const memory =
      pattern.memoryOnly ||
      (!pattern.registerOnly && pattern.exact === undefined && !this.tame && dice.once(2));
    if (memory) this.memoryOperand(encoded);
    else {
      const rm = pattern.exact !== undefined ? pattern.exact & 7 : this.register();
      encoded.rm = rm;
      if (pattern.exact === undefined) this.rex |= rm >> 3;
      this.tail.push(0xc0 | ((reg & 7) << 3) | (rm & 7));
    }
    if (number && !memory) encoded.rm = undefined;
  }

  /** Where the operand is to be: mostly in the window, and mostly aligned. */
  private place(encoded: Encoded): bigint {
    const { dice } = this;
    const bytes = operandBytes(this.pattern.row, encoded.operandSize);
    if (dice.once(60)) return dice.pick(WILD) - BigInt(dice.once(2) ? dice.below(bytes + 1) : 0);
    const room = WINDOW_BYTES - Math.max(bytes, 64);
    const offset = dice.below(room);
    encoded.offset = dice.once(5) ? offset : offset & -Math.min(64, Math.max(16, bytes));
    return BigInt(PLACE.window + encoded.offset);
  }
  private value(n: number): bigint {
    const fixed = this.given.registers.get(n);
    return fixed ?? this.operands.getBigUint64(RECORD.REGISTERS + 8 * n, true);
  }
  private fix(n: number, value: bigint): void {
    const high = this.narrowAddress && this.dice.once(2) ? BigInt(this.dice.next()) << 32n : 0n;
    const masked = this.narrowAddress || !this.wide ? (value & 0xffff_ffffn) | high : value & MASK;
    this.given.registers.set(n, masked);
  }

  private memoryOperand(encoded: Encoded): void {
    const { dice } = this;
    const middle = (encoded.reg & 7) << 3;
    if (!this.wide && this.narrowAddress) {
      encoded.offset = undefined;
      const [mod, rm] = [dice.below(3), dice.below(8)];
      this.tail.push((mod << 6) | middle | rm);
      const bytes = mod === 1 ? 1 : mod === 2 || rm === 6 ? 2 : 0;
      for (let i = 0; i < bytes; i++) this.tail.push(dice.below(256));
      return;
    }
    const target = this.place(encoded);
    const form = dice.below(8);
    if (form < 2 && !this.pattern.row.shape.includes('Y') && target < 0x7fff_ffffn) {
      if (this.wide && dice.once(2)) {
        this.relative = { at: this.tail.length + 1, target };
        this.tail.push(middle | 5, 0, 0, 0, 0);
      } else if (this.wide) this.tail.push(middle | 4, 0x25, ...little(target, 4));
      else this.tail.push(middle | 5, ...little(target, 4));
      return;
    }
    if (this.pattern.row.shape.includes('Y')) {
      this.vectorOperand(encoded, target);
      return;
    }
    const index = form >= 5 ? this.indexRegister(encoded.reg) : undefined;
    const base = this.baseRegister(encoded.reg, index);
    const mod = dice.below(3);
    const short = (base & 7) === RBP && mod === 0 ? 1 : mod;
    const displacement =
      short === 0 ? 0 : short === 1 ? dice.below(256) - 128 : (dice.next() | 0) >> dice.below(24);
    const scale = index === undefined ? 0 : dice.below(4);
    const sum = BigInt(displacement) + (index === undefined ? 0n : this.value(index) << BigInt(scale));
    this.fix(base, target - sum);
    encoded.address = index === undefined ? [base] : [base, index];
    this.rex |= base >> 3;
    const sib = index !== undefined || (base & 7) === RSP;
    this.tail.push((short << 6) | middle | (sib ? 4 : base & 7));
    if (sib) {
      this.tail.push((scale << 6) | (((index ?? 4) & 7) << 3) | (base & 7));
      if (index !== undefined) this.rex |= (index >> 3) << 1;
    }
    if (short > 0) this.tail.push(...little(BigInt(displacement), short === 1 ? 1 : 4));
  }
  /** Addressed by a vector of indices: near each other, whether they are 32 or 64 bits wide. */
  private vectorOperand(encoded: Encoded, target: bigint): void {
    const { dice } = this;
    const index = this.register();
    const base = this.baseRegister(-1, undefined);
    const scale = dice.below(4);
    const narrow = /gatherd/.test(this.pattern.row.name);
    const bytes = new Uint8Array(32);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < 32; at += narrow ? 4 : 8) {
      const near = dice.below(8) - 4;
      if (narrow) view.setInt32(at, near, true);
      else view.setBigInt64(at, BigInt(near), true);
    }
    this.given.vectors.set(index, bytes);
    this.fix(base, target);
    encoded.address = [base];
    this.rex |= (base >> 3) | ((index >> 3) << 1);
    this.tail.push(0x44 | ((encoded.reg & 7) << 3), (scale << 6) | ((index & 7) << 3) | (base & 7), 0);
  }
  private indexRegister(reg: number): number {
    for (;;) {
      const n = this.register();
      if (n !== RSP && n !== reg) return n;
    }
  }
  private baseRegister(reg: number, index: number | undefined): number {
    for (;;) {
      const n = this.register();
      if (n !== index && (n !== reg || this.dice.once(8))) return n;
    }
  }
  private offsetAddress(encoded: Encoded): void {
    const target = this.place(encoded);
    const bytes = this.wide ? (this.narrowAddress ? 4 : 8) : this.narrowAddress ? 2 : 4;
    if (this.narrowAddress) encoded.offset = this.wide ? encoded.offset : undefined;
    this.tail.push(...little(target, bytes));
  }

  private immediate(encoded: Encoded): void {
    const { dice } = this;
    const { row } = this.pattern;
    if (row.imm === undefined) return;
    const sizes = { b: 1, ub: 1, r: 1, w: 2, wb: 3, p: 6 } as const;
    const count =
      row.imm in sizes
        ? sizes[row.imm as keyof typeof sizes]
        : row.imm === 'v' && encoded.operandSize === 64
          ? 8
          : encoded.operandSize === 16
            ? 2
            : 4;
    const kind = dice.below(4);
    for (let i = 0; i < count; i++) {
      const noise = dice.below(256);
      this.tail.push(
        kind === 0
          ? i === 0
            ? noise
            : 0
          : kind === 1 && i > 0
            ? 0xff
            : kind === 2 && i === 0
              ? noise & 0x3f
              : noise,
      );
    }
  }

  private vexPrefix(encoded: Encoded): void {
    const { pattern, dice } = this;
    const [r, x, b] = [4, 2, 1].map((bit) => (this.rex & bit ? 1 : 0));
    // Written inverted. A register that is not used must read as 1111b, and bits that belong to the opcode must be right.
    const used = /[HB]/.test(pattern.row.shape);
    encoded.vvvv = used || dice.once(12) ? this.register() : 0;
    const vvvv = ~encoded.vvvv & 15;
    const fixed = (bit: number | undefined, other: number): number =>
      bit === undefined || dice.once(12) ? other : bit;
    const w = fixed(pattern.w, this.rex >> 3);
    const long = fixed(pattern.l, dice.below(2));
    const low = ((this.wide ? vvvv : vvvv | 8) << 3) | (long << 2) | (pattern.prefix ?? 0);
    const map = pattern.map - 3;
    if (map === 1 && !x && !b && !w && dice.once(2)) this.bytes.push(0xc5, ((r ^ 1) << 7) | low);
    else this.bytes.push(0xc4, ((r ^ 1) << 7) | ((x ^ 1) << 6) | ((b ^ 1) << 5) | map, (w << 7) | low);
  }
}

export function little(value: bigint, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));
}

function shuffle(list: number[], dice: Dice): number[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = dice.below(i + 1);
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}
