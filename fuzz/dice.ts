/** Deterministic numbers: the same cases on every machine. */
export class Dice {
  constructor(private state: number) {}
  /** The dice of one case of many that share a seed. */
  static of(seed: number, index: number): Dice {
    return new Dice(scramble(scramble(seed) ^ Math.imul(index, 0x9e37_79b1)));
  }
  below(n: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 0x1_0000_0000) * n);
  }
  /** 32 bits. */
  word(): number {
    return this.below(0x1_0000) * 0x1_0000 + this.below(0x1_0000);
  }
  /** 64 bits. */
  long(): bigint {
    return (BigInt(this.word()) << 32n) | BigInt(this.word());
  }
  oneOf<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
  /** Between none and `most` of something. */
  some<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }
}

/** Neighbouring numbers far apart. */
function scramble(value: number): number {
  let x = value >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x85eb_ca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2_ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
