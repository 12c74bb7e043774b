import type { OpRow } from '../spec/opcodes/row.js';
import type { Encoded } from './encode.js';
import { COMPARED_FLAGS, EXTENDED, PLACE, RECORD, VECTOR, WINDOW_BYTES } from './layout.js';

const STATE = RECORD.EXTENDED;
const FLAG_LETTERS: Readonly<Record<string, number>> = { c: 1, p: 4, a: 0x10, z: 0x40, s: 0x80, o: 0x800 };
/** x87 functions whose results may be a unit of the last place off; C1 tells the direction of the rounding. */
const TRANSCENDENTAL = /^(f2xm1|fyl2x|fptan|fpatan|fyl2xp1|fsincos|fsin|fcos)$/;
const C1 = 0x200;
const SUMMARY = 0x80;
/** MXCSR.MM. */
const MISALIGNED = 0x2_0000;
/** Of a linear address: how many bits above it are kept depends on the processor's paging. */
const ADDRESS_BYTES = 6;
/** Of the error code of a page fault. */
const PRESENT = 1;
/**
 * 32-bit code: exceptions of one instruction whose order is the processor's own, theirs and ours. Here the segment's limit and type come
 * first of all; there come before them a pending x87 exception, the alignment of a vector, and the first half of a long store.
 */
const ORDERS: readonly (readonly [rows: RegExp, theirs: number, ours: readonly number[]])[] = [
  [/./, VECTOR.MF, [VECTOR.GP, VECTOR.SS]],
  [/./, VECTOR.AC, [VECTOR.GP, VECTOR.SS]],
  [/./, VECTOR.GP, [VECTOR.SS]],
  [/^mov_from_sreg$/, VECTOR.UD, [VECTOR.GP, VECTOR.SS]],
  [/xtended$|^fb|^bound$|^f.*(env|save|rstor)$|^maskLoad/, VECTOR.PF, [VECTOR.GP, VECTOR.SS]],
  // An end without a fault: no element that is wanted lies beyond.
  [/^mask(Load|Store)/, VECTOR.GP, [VECTOR.GP, VECTOR.SS]],
  [/^mask(Load|Store)/, VECTOR.PF, [VECTOR.GP, VECTOR.SS]],
];
/** Instructions whose operand is an area that is accessed in pieces. */
const AREA = /^(mask(Load|Store)_\w+|fn?save|frstor|fldenv|fnstenv|fx(save|rstor)|x(save|rstor)\w*)$/;
const AREA_BYTES = 832n;
const STRING_BYTES = 32n;
/** Approximations, whose relative error is at most 1.5 / 4096. */
const APPROXIMATE = /^v?(rsqrt|rcp)[ps]s$/;
const BOUND = 1.5 / 4096;
/** Addresses of the last x87 instruction and its operand, which this processor keeps for exceptions only: their place in an image. */
const POINTERS: readonly (readonly [
  rows: RegExp,
  narrow: readonly [number, number],
  wide: readonly [number, number],
])[] = [[/^(fxsave|xsave)$/, [6, 24], [6, 24]]];

/** What two outcomes of one case are compared by. */
export class Comparison {
  private readonly flags: number;
  private readonly orders: typeof ORDERS;
  private readonly area: boolean;
  private readonly larger: boolean;
  private readonly strings: boolean;
  private readonly comparesStrings: boolean;
  private readonly chain: boolean;
  private readonly halves: boolean;
  private readonly maskedMmx: boolean;
  private readonly transcendental: boolean;
  private readonly approximate: boolean;
  private readonly pointers: (typeof POINTERS)[number] | undefined;

  constructor(row: OpRow | undefined, undefinedFlags = 0) {
    const own = [...(row?.undefined ?? '')].reduce((mask, letter) => mask | FLAG_LETTERS[letter], 0);
    this.flags = COMPARED_FLAGS & ~own & ~undefinedFlags;
    this.orders = ORDERS.filter(([rows]) => row !== undefined && rows.test(row.name));
    this.area = row !== undefined && AREA.test(row.name);
    this.larger = row !== undefined && /^x(save|rstor)/.test(row.name);
    this.strings = row !== undefined && /^(movs|cmps|stos|lods|scas)$/.test(row.name);
    this.comparesStrings = row?.name === 'cmps';
    this.chain = row !== undefined && /^v?dpp[sd]$/.test(row.name);
    this.halves = row !== undefined && row.name.startsWith('punpckl');
    this.maskedMmx = row?.name === 'maskmovq';
    this.transcendental = row !== undefined && TRANSCENDENTAL.test(row.name);
    this.approximate = row !== undefined && APPROXIMATE.test(row.name);
    this.pointers = POINTERS.find(([rows]) => row !== undefined && rows.test(row.name));
  }

  /** Whether the outcomes are the same as far as anything is defined. */
  same(given: Buffer, a: Buffer, b: Buffer, encoded?: Encoded): boolean {
    const vector = a.readUInt32LE(RECORD.VECTOR);
    const ours = b.readUInt32LE(RECORD.VECTOR);
    if (given[RECORD.MODE] === 32 && this.orders.some(([, v, w]) => v === vector && w.includes(ours)))
      return true;
    // Its area may be larger than ours, as it may have components that we lack.
    if (this.larger && vector === VECTOR.PF && a.readBigUInt64LE(RECORD.RIP) === start(given)) return true;
    // Which of its two operands is read first depends on the repeat prefix and on the size of an element.
    if (this.comparesStrings && isOperandFault(vector) && isOperandFault(ours))
      return this.registers(given, a, b);
    // How long an opcode is that does not exist, only the host knows; its end may be missing.
    const end = given.readUInt16LE(RECORD.PLACE) + given[RECORD.LENGTH];
    if (vector === VECTOR.PF && ours === VECTOR.UD && end === PLACE.codeBytes) return true;
    // Misaligned, it may read the half it needs.
    if (this.halves && ours === VECTOR.PF && given.readUInt32LE(STATE + EXTENDED.MXCSR) & MISALIGNED)
      return true;
    if (vector !== ours) return false;
    if (!equal(a, b, RECORD.RIP, 8)) return false;
    if (vector === VECTOR.PF && !this.sameAddress(a, b)) return false;
    // Above 4 GiB there are pages of the host's, of its kernel too: they are present.
    const hosts = vector === VECTOR.PF && a.readUInt32LE(RECORD.CR2 + 4) !== 0 ? PRESENT : 0;
    if (((a.readUInt32LE(RECORD.ERROR) ^ b.readUInt32LE(RECORD.ERROR)) & ~hosts) !== 0) return false;
    if (((a.readUInt32LE(RECORD.FLAGS) ^ b.readUInt32LE(RECORD.FLAGS)) & this.flags) !== 0) return false;
    // Zen has already left x87 mode when the store of MASKMOVQ faults.
    const faulted = this.maskedMmx && a.readBigUInt64LE(RECORD.RIP) === start(given);
    return (
      this.registers(given, a, b) &&
      (faulted || this.x87(a, b)) &&
      this.vectors(a, b) &&
      this.window(a, b, encoded)
    );
  }
  /**
   * Where a page fault is; of an area that is read or written in pieces, any byte of it may be the first, and a repeated string
   * instruction may try some elements at once.
   */
  private sameAddress(a: Buffer, b: Buffer): boolean {
    if (!this.area && !this.strings) return equal(a, b, RECORD.CR2, 8);
    // An area may wrap around at 4 GiB.
    const distance = BigInt.asIntN(32, a.readBigInt64LE(RECORD.CR2) - b.readBigInt64LE(RECORD.CR2));
    const bound = this.area ? AREA_BYTES : STRING_BYTES;
    return distance > -bound && distance < bound;
  }
  private registers(given: Buffer, a: Buffer, b: Buffer): boolean {
    if (given[RECORD.MODE] === 64) return equal(a, b, RECORD.REGISTERS, 128);
    for (let n = 0; n < 8; n++) if (!equal(a, b, RECORD.REGISTERS + 8 * n, 4)) return false;
    return true;
  }
  private x87(a: Buffer, b: Buffer): boolean {
    const status = a.readUInt16LE(STATE + EXTENDED.STATUS) ^ b.readUInt16LE(STATE + EXTENDED.STATUS);
    if ((status & ~(this.transcendental ? C1 : 0)) !== 0) return false;
    if (!equal(a, b, STATE + EXTENDED.CONTROL, 2) || !equal(a, b, STATE + EXTENDED.TAGS, 1)) return false;
    // An image shows where the last instruction was only while an exception is pending.
    const pending = (a.readUInt16LE(STATE + EXTENDED.STATUS) & SUMMARY) !== 0;
    const address = (at: number): boolean => equal(a, b, STATE + at, ADDRESS_BYTES);
    if (
      pending &&
      !(equal(a, b, STATE + EXTENDED.OPCODE, 2) && address(EXTENDED.RIP) && address(EXTENDED.RDP))
    )
      return false;
    for (let i = 0; i < 8; i++) {
      const at = STATE + EXTENDED.STACK + 16 * i;
      if (!equal(a, b, at, 10) && !(this.transcendental && neighbours(a, b, at))) return false;
    }
    return true;
  }
  private vectors(a: Buffer, b: Buffer): boolean {
    // What a chain of operations notes before the one that faults is its own affair.
    const chained = this.chain && a.readUInt32LE(RECORD.VECTOR) === VECTOR.XM;
    if (!chained && !equal(a, b, STATE + EXTENDED.MXCSR, 4)) return false;
    if (equal(a, b, STATE + EXTENDED.XMM, 256) && equal(a, b, STATE + EXTENDED.YMM_HI, 256)) return true;
    if (!this.approximate) return false;
    for (let offset = 0; offset < 256; offset += 4)
      if (!close(a, b, STATE + EXTENDED.XMM + offset) || !close(a, b, STATE + EXTENDED.YMM_HI + offset))
        return false;
    return true;
  }
  private window(a: Buffer, b: Buffer, encoded: Encoded | undefined): boolean {
    if (equal(a, b, RECORD.WINDOW, WINDOW_BYTES)) return true;
    if (this.pointers === undefined || encoded?.offset === undefined) return false;
    const [, narrow, wide] = this.pointers;
    const [from, to] = (encoded.operandSize === 16 ? narrow : wide).map((at) => at + encoded.offset!);
    return equal(a, b, RECORD.WINDOW, from) && equal(a, b, RECORD.WINDOW + to, WINDOW_BYTES - to);
  }
}

function isOperandFault(vector: number): boolean {
  return vector === VECTOR.GP || vector === VECTOR.PF;
}
/** Where the code begins. */
function start(given: Buffer): bigint {
  return BigInt(PLACE.code + given.readUInt16LE(RECORD.PLACE));
}
function equal(a: Buffer, b: Buffer, at: number, bytes: number): boolean {
  return a.compare(b, at, at + bytes, at, at + bytes) === 0;
}
/** Extended numbers that differ by at most one unit of the last place. */
function neighbours(a: Buffer, b: Buffer, at: number): boolean {
  const ordered = (from: Buffer): bigint =>
    (BigInt(from.readUInt16LE(at + 8) & 0x7fff) << 63n) + (from.readBigUInt64LE(at) & ((1n << 63n) - 1n));
  const distance = ordered(a) - ordered(b);
  return ((a[at + 9] ^ b[at + 9]) & 0x80) === 0 && distance >= -1n && distance <= 1n;
}
function close(a: Buffer, b: Buffer, at: number): boolean {
  if (equal(a, b, at, 4)) return true;
  const [x, y] = [a.readFloatLE(at), b.readFloatLE(at)];
  return Number.isFinite(x) && Number.isFinite(y) && Math.abs(x - y) <= 2 * BOUND * Math.abs(x);
}
