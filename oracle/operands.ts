import { EXTENDED, PLACE, RECORD, WINDOW_BYTES } from './layout.js';

/** Random 32-bit numbers from a seed, the same on every run. */
export class Dice {
  constructor(private state: number) {}
  next(): number {
    this.state = (this.state + 0x9e37_79b9) | 0;
    let z = Math.imul(this.state ^ (this.state >>> 16), 0x21f0_aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a_2d97);
    return (z ^ (z >>> 15)) >>> 0;
  }
  below(limit: number): number {
    return this.next() % limit;
  }
  /** True once in `n` times. */
  once(n: number): boolean {
    return this.next() % n === 0;
  }
  pick<T>(list: readonly T[]): T {
    return list[this.next() % list.length];
  }
}

const EDGES = [0, 0xffff_ffff, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0x8000_0000, 1];
/** Singles, and then doubles and exponents of extended numbers, at which something changes. */
export const SINGLES = [
  0, 0x8000_0000, 1, 0x8000_0001, 0x7f_ffff, 0x80_0000, 0x7f7f_ffff, 0x7f80_0000, 0xff80_0000, 0x7fc0_0000,
  0xffc1_2345, 0x7f81_2345, 0x3f80_0000, 0xbf80_0000, 0x4000_0000, 0x4eff_ffff, 0x4f00_0000, 0xcf00_0000,
  0x5f00_0000, 0x3fc0_0000, 0x3380_0000,
];
/** Upper halves of doubles. */
export const DOUBLES = [
  0x0000, 0x8000, 0x000f, 0x0010, 0x7fef, 0xffef, 0x7ff0, 0xfff0, 0x7ff8, 0xfff9, 0x7ff1, 0x3ff0, 0xbff0,
  0x41df, 0x41e0, 0xc1e0, 0x43e0, 0xc3e0, 0x3fe0, 0x36a0, 0x380f, 0x3810, 0x47ef, 0x47f0, 0x1ff0,
];
export const EXPONENTS = [
  0, 0, 1, 0x7fff, 0x7ffe, 0x3fff, 0x3ffe, 0x4000, 0x3fbf, 0x403e, 0x403d, 0x401e, 0x3c00, 0x43ff, 0x3f80,
  0x407f, 0x3bcd,
];
const SIGNIFICANDS: readonly (readonly [high: number, low: number])[] = [
  [0, 0],
  [0x8000_0000, 0],
  [0xc000_0000, 0],
  [0xffff_ffff, 0xffff_ffff],
  [0x8000_0000, 1],
  [0, 1],
  [0x7fff_ffff, 0xffff_ffff],
  [0xa000_0000, 0],
  [0xffff_ffff, 0xffff_fbff],
  [0x8000_0080, 0],
];
const [RSP, RDI] = [4, 7];
const KINDS = 8;

/** Eight bytes of one of eight kinds: edges of the formats, ordinary numbers, noise, lanes that are often alike. */
function lane(view: DataView, at: number, kind: number, dice: Dice): void {
  const low = dice.next();
  switch (kind) {
    case 0:
      view.setUint32(at, dice.pick(SINGLES), true);
      view.setUint32(at + 4, dice.pick(SINGLES), true);
      return;
    case 1:
      view.setUint32(at, dice.pick([0, 0, 1, 0xffff_ffff, low]), true);
      view.setUint32(at + 4, dice.pick(DOUBLES) * 0x10000 + dice.pick([0, 0, 0xffff]), true);
      return;
    case 2:
      view.setFloat32(at, ((low % 2000) - 1000) / dice.pick([1, 2, 3, 8]), true);
      view.setFloat32(at + 4, ((dice.next() % 2000) - 1000) / dice.pick([1, 2, 3, 8]), true);
      return;
    case 3:
      view.setFloat64(at, ((low % 2000) - 1000) / dice.pick([1, 2, 3, 8]), true);
      return;
    case 4:
      view.setUint32(at, dice.pick(EDGES), true);
      view.setUint32(at + 4, dice.pick(EDGES), true);
      return;
    case 5:
      view.setUint32(at, low & 0x0101_8001, true);
      view.setUint32(at + 4, dice.next() & 0x8001_0101, true);
      return;
    default:
      view.setUint32(at, low, true);
      view.setUint32(at + 4, dice.next(), true);
  }
}

function extended(view: DataView, at: number, dice: Dice): void {
  const how = dice.below(4);
  let [high, low] = dice.pick(SIGNIFICANDS);
  let exponent = dice.pick(EXPONENTS);
  if (how === 1) {
    [high, low] = [dice.next() | 0x8000_0000, dice.next()];
    exponent = 0x3fff + dice.below(140) - 70;
  } else if (how === 2) {
    [high, low] = [(dice.below(2048) + 2048) << 20, 0];
    exponent = 0x3fff + dice.below(12);
  } else if (how === 3) {
    high |= 0x8000_0000;
    exponent = 0x3fff + dice.below(8) - 4;
  }
  view.setUint32(at, low, true);
  view.setUint32(at + 4, high, true);
  view.setUint16(at + 8, exponent | (dice.below(2) << 15), true);
}

/** Fill registers, extended state and window of the record at `at`. RSP, and often RBP, RSI and RDI, point into the window. */
export function fillOperands(view: DataView, at: number, seed: number, mode: number): void {
  const dice = new Dice(seed);
  for (let n = 0; n < 16; n++) {
    const place = at + RECORD.REGISTERS + 8 * n;
    const kind = dice.below(8);
    let [low, high] = [dice.next(), dice.next()];
    if (kind === 0) [low, high] = [dice.pick(EDGES), dice.pick(EDGES)];
    else if (kind === 1) [low, high] = [low >>> (high & 31), 0];
    else if (kind === 2) [low, high] = [~(low >>> (high & 31)), 0xffff_ffff];
    if (n >= RSP && n <= RDI && !dice.once(n === RSP ? 30 : 3))
      [low, high] = [PLACE.window + 0x100 + 8 * dice.below(0x40) + (dice.once(8) ? dice.below(8) : 0), 0];
    view.setUint32(place, low, true);
    view.setUint32(place + 4, mode === 64 ? high : 0, true);
  }
  const state = at + RECORD.EXTENDED;
  for (let offset = 0; offset < EXTENDED.SIZE; offset += 8) view.setBigUint64(state + offset, 0n, true);
  for (let i = 0; i < 8; i++) extended(view, state + EXTENDED.STACK + 16 * i, dice);
  const kind = dice.below(KINDS);
  // Registers 8 to 15 cannot be reached in 32-bit code, but are there.
  for (let offset = 0; offset < 256; offset += 8) lane(view, state + EXTENDED.XMM + offset, kind, dice);
  for (let offset = 0; offset < 256; offset += 8) lane(view, state + EXTENDED.YMM_HI + offset, kind, dice);
  view.setUint32(state + EXTENDED.COMPONENTS, 7, true);
  const memory = dice.once(3) ? dice.below(KINDS) : kind;
  for (let offset = 0; offset < WINDOW_BYTES; offset += 8)
    lane(view, at + RECORD.WINDOW + offset, memory, dice);
  if (memory < 4) extended(view, at + RECORD.WINDOW + 0x80, dice);
}
