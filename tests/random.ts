const MASK = 0xffff_ffff_ffff_ffffn;

/** Random numbers from a seed, the same on every run. */
export class Random {
  constructor(private state: bigint | number) {}

  /** 64 bits (splitmix64). */
  readonly next = (): bigint => {
    this.state = (BigInt(this.state) + 0x9e37_79b9_7f4a_7c15n) & MASK;
    let z = ((this.state ^ (this.state >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d0_49bb_1331_11ebn) & MASK;
    return z ^ (z >> 31n);
  };
  readonly below = (limit: number): number => Number(this.next() % BigInt(limit));
  readonly pick = <T extends number | bigint>(...choices: T[]): T => choices[this.below(choices.length)];

  shuffle<T>(list: T[]): T[] {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list;
  }
}
