import type { OpRow } from '../spec/opcodes/row.js';
import type { Encoded } from './encode.js';
import { EXTENDED, PLACE, RECORD, WINDOW_BYTES } from './layout.js';
import type { Given } from './given.js';
import { little } from './encode.js';
import type { Dice } from './operands.js';

const [RAX, RCX, RDX, RBX, RSP, RSI, RDI] = [0, 1, 2, 3, 4, 6, 7];
const TF_NT_AND_AC = 0x4_4100;
const MXCSR_MASKS = 0x1f80;
/** A component of XSAVE that no AMD processor has. */
const BOUNDS_REGISTERS = 8;
const MASK = 0xffff_ffff_ffff_ffffn;

/** Words that instructions start from, before any row has its say. */
export function controlWords(dice: Dice): Pick<Given, 'flags' | 'control' | 'status' | 'tags' | 'mxcsr'> {
  const mask = dice.once(3) ? dice.below(0x40) : 0x3f;
  const control = 0x40 | mask | (dice.below(16) << 8);
  const exceptions = dice.once(10) ? dice.below(0x40) : dice.once(2) ? 0x20 : 0;
  const summary = exceptions & ~mask ? 0x8080 : 0;
  const status =
    exceptions | summary | (dice.below(8) << 11) | (dice.below(8) << 8) | (dice.once(4) ? 0x4000 : 0);
  const tags = dice.once(3) ? dice.below(256) : dice.once(8) ? 0 : 0xff;
  const masks = dice.once(3) ? dice.below(0x40) << 7 : MXCSR_MASKS;
  // Rounding, flush to zero, denormals are zero; sometimes the misaligned mode.
  const modes = (dice.below(4) << 13) | (dice.once(3) ? 0x8000 : 0) | (dice.once(3) ? 0x40 : 0);
  const mxcsr = masks | modes | (dice.once(3) ? dice.below(0x40) : 0) | (dice.once(10) ? 0x2_0000 : 0);
  const flags = (dice.next() & 0x8d5) | (dice.once(6) ? 0x400 : 0) | (dice.once(25) ? 0x4_0000 : 0);
  return { flags, control, status, tags, mxcsr };
}

/** Operands that some rows need to be worth running, and that one case must not do to the host. */
export class Preparation {
  constructor(
    private readonly given: Given,
    private readonly encoded: Encoded,
    private readonly dice: Dice,
    private readonly operands: DataView,
  ) {}

  row(row: OpRow, module: string): void {
    const { encoded, dice } = this;
    const name = row.name;
    if (module === 'exec/string' || module === 'system/io') this.string();
    else if (/^(bt|bts|btr|btc)$/.test(name)) this.bitOffset();
    else if (/^i?div$/.test(name)) this.dividend();
    else if (name === 'cmpxchg') this.equalAccumulator();
    else if (name === 'cmpxchgPair') this.equalPair();
    else if (name === 'xlat') this.register(RBX, BigInt(PLACE.window + dice.below(WINDOW_BYTES - 256)));
    else if (name === 'popf') this.flagsImage();
    else if (/^(ret|retn|calle|jmpe)$/.test(name)) this.target();
    else if (row.shape === 'J') this.branch(row);
    else if (name === 'fxrstor' || name === 'ldmxcsr') this.goodMxcsr(name === 'fxrstor');
    else if (/^x(save|rstor)/.test(name)) this.components(name === 'xrstor');
    else if (name === 'fbld') this.decimal();
    else if (encoded.repeated && dice.once(2)) this.register(RCX, BigInt(dice.below(20)));
  }

  private register(n: number, value: bigint): void {
    if (!this.encoded.address.includes(n)) this.given.registers.set(n, value & MASK);
  }
  private value(n: number): bigint {
    return this.given.registers.get(n) ?? this.operands.getBigUint64(RECORD.REGISTERS + 8 * n, true);
  }
  private bytes(at: number | undefined, bytes: readonly number[]): void {
    if (at !== undefined && at + bytes.length <= WINDOW_BYTES)
      this.given.memory.set(at, Uint8Array.from(bytes));
  }

  private string(): void {
    const { dice } = this;
    const high = dice.once(20) ? BigInt(dice.next()) << 32n : 0n;
    this.register(RCX, BigInt(dice.once(3) ? dice.below(300) : dice.below(12)) | high);
    if (!dice.once(3)) return;
    // Long runs of the same byte, so that a repeated comparison goes on.
    const byte = dice.below(256);
    this.bytes(
      0,
      Array.from({ length: WINDOW_BYTES }, () => byte),
    );
    this.register(RAX, BigInt(byte) * 0x0101_0101_0101_0101n);
    if (dice.once(2)) this.given.memory.set(dice.below(WINDOW_BYTES), Uint8Array.of(dice.below(256)));
    if (dice.once(3)) this.register(RDI, this.value(RSI) + BigInt(dice.below(33) - 16));
  }
  /** The bit offset in a register reaches any address. */
  private bitOffset(): void {
    const { encoded, dice } = this;
    if (encoded.rm !== undefined) return;
    const offset = BigInt(dice.below(2000) - 1000);
    const high = BigInt(dice.next()) << BigInt(encoded.operandSize);
    if (encoded.address.includes(encoded.reg)) return;
    this.given.registers.set(encoded.reg, (BigInt.asUintN(encoded.operandSize, offset) | high) & MASK);
  }
  private dividend(): void {
    const { dice } = this;
    const kind = dice.below(4);
    if (kind === 0) this.register(RDX, 0n);
    if (kind === 1) this.register(RDX, BigInt.asUintN(64, BigInt.asIntN(64, this.value(RAX)) >> 63n));
    if (kind === 2) this.register(RDX, this.value(RDX) >> BigInt(dice.below(64)));
    if (dice.once(3)) this.register(RAX, this.value(RAX) >> BigInt(dice.below(64)));
  }
  private equalAccumulator(): void {
    const { encoded } = this;
    if (this.dice.once(2)) return;
    if (encoded.rm !== undefined) this.register(RAX, this.value(encoded.rm));
    else this.bytes(encoded.offset, little(this.value(RAX), 8));
  }
  private equalPair(): void {
    if (this.dice.once(2)) return;
    const half = this.encoded.operandSize === 64 ? 8 : 4;
    this.bytes(this.encoded.offset, [...little(this.value(RAX), half), ...little(this.value(RDX), half)]);
  }
  /** A trap flag would stop the host after POPF, and an alignment check on its way back. */
  private flagsImage(): void {
    const at = Number(this.value(RSP) - BigInt(PLACE.window));
    if (at < 0 || at > WINDOW_BYTES - 8) this.register(RSP, BigInt(PLACE.window + 0x100));
    this.bytes(
      at < 0 || at > WINDOW_BYTES - 8 ? 0x100 : at,
      little(BigInt((this.dice.next() & ~TF_NT_AND_AC) >>> 0), 8),
    );
  }
  /** A place in the code pages that holds nothing but HLT. */
  private elsewhere(): bigint {
    const { place } = this.given;
    const at = place > 0x1000 ? this.dice.below(0xe00) : 0x1200 + this.dice.below(0xd00);
    return BigInt(PLACE.code + at);
  }
  private target(): void {
    const { encoded, dice } = this;
    if (dice.once(16)) return;
    const to = this.elsewhere();
    if (encoded.rm !== undefined && encoded.offset === undefined && this.isIndirect) {
      this.register(encoded.rm, to);
      return;
    }
    const stack = Number(this.value(RSP) - BigInt(PLACE.window));
    const at = this.isIndirect ? encoded.offset : stack;
    if (at !== undefined && at >= 0) this.bytes(at, little(to, 8));
  }
  private get isIndirect(): boolean {
    return (
      this.encoded.rm !== undefined || this.encoded.address.length > 0 || this.encoded.offset !== undefined
    );
  }
  /** Over the rest of the page, or to the next instruction: never into its own bytes. */
  private branch(row: OpRow): void {
    const { given, dice, encoded } = this;
    const bytes = row.imm === 'b' ? 1 : encoded.operandSize === 16 ? 2 : 4;
    const distance = dice.once(4) ? 0 : bytes === 1 ? 0x10 + dice.below(0x60) : this.far();
    given.code.splice(given.code.length - bytes, bytes, ...little(BigInt(distance), bytes));
  }
  private far(): number {
    const { place, code } = this.given;
    if (this.dice.once(30)) return this.dice.next() | 0x4000_0000;
    return Number(this.elsewhere()) - PLACE.code - place - code.length;
  }
  private goodMxcsr(area: boolean): void {
    const { encoded, dice } = this;
    if (encoded.offset === undefined || dice.once(8)) return;
    this.bytes(encoded.offset + (area ? EXTENDED.MXCSR : 0), little(BigInt(dice.below(0x1_0000)), 4));
  }
  /** Only x87 and SSE: what else there is differs from processor to processor. */
  private components(load: boolean): void {
    const { dice, encoded } = this;
    this.register(RAX, BigInt(dice.below(4)));
    this.register(RDX, 0n);
    if (!load || encoded.offset === undefined || encoded.offset + 576 > WINDOW_BYTES) return;
    this.bytes(encoded.offset + EXTENDED.MXCSR, little(BigInt(dice.below(0x1_0000)), 4));
    this.bytes(encoded.offset + EXTENDED.COMPONENTS, [
      (dice.once(8) ? BOUNDS_REGISTERS : 0) | dice.below(4),
      ...Array.from({ length: 23 }, () => 0),
    ]);
  }
  private decimal(): void {
    const { dice } = this;
    if (dice.once(4)) return;
    const digits = Array.from({ length: 9 }, () => dice.below(10) | (dice.below(10) << 4));
    this.bytes(this.encoded.offset, [...digits, dice.pick([0, 0x80])]);
  }
}
