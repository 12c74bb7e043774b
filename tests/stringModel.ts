/** Linear address of the pages that string instructions work on in tests. */
export const BASE = 0x2000_0000n;
const MASK = 0xffff_ffff_ffff_ffffn;
const [RAX, RCX, RSI, RDI] = [0, 1, 6, 7];
/** Rights of a page. */
export const [ABSENT, READ_ONLY, WRITABLE] = [0, 1, 2];
const [SS_FAULT, GP, PF] = [12, 13, 14];
const DIRECTION = 0x400n;
const CHUNK_MASK = 4095n;

export interface Segment {
  base: bigint;
  limit: bigint;
  expandDown: boolean;
}
/** A string instruction, with or without a repeat prefix, and everything it starts from. */
export interface Repetition {
  op: 'movs' | 'cmps' | 'stos' | 'lods' | 'scas';
  code: 64 | 32 | 16;
  bytes: 1 | 2 | 4 | 8;
  address: 64 | 32 | 16;
  /** F3, F2 or none. */
  prefix: 0xf3 | 0xf2 | 0;
  /** Segment of the source. */
  segment: number;
  segments: Segment[];
  flags: bigint;
  registers: bigint[];
  /** What each page allows, and its frame; two pages may share one. */
  rights: number[];
  frames: number[];
  memory: Uint8Array;
}
/** What it leaves. */
export interface After {
  registers: bigint[];
  flags: bigint;
  memory: Uint8Array;
  /** Vector, and error code and address of #PF. */
  fault: string | undefined;
  retired: number | undefined;
}

class Fault extends Error {
  constructor(readonly what: string) {
    super(what);
  }
}

/** The string instructions, one element after the other, as the manual has them. */
export class StringModel {
  readonly registers: bigint[];
  readonly memory: Uint8Array;
  flags: bigint;
  private readonly size: bigint;
  private readonly mask: bigint;

  constructor(private readonly given: Repetition) {
    this.registers = [...given.registers];
    this.memory = given.memory.slice();
    this.flags = given.flags;
    this.size = BigInt(given.bytes);
    this.mask = given.address === 64 ? MASK : given.address === 32 ? 0xffff_ffffn : 0xffffn;
  }
  run(): After {
    const { prefix } = this.given;
    let retired = 1;
    let fault: string | undefined;
    try {
      if (prefix === 0) this.element();
      else
        for (let left = this.get(RCX); left !== 0n;) {
          const equal = this.element();
          this.add(RCX, -1n);
          left--;
          if (equal !== undefined && equal !== (prefix === 0xf3)) break;
          if (left !== 0n && (left & CHUNK_MASK) === 0n) retired++;
        }
    } catch (thrown) {
      if (!(thrown instanceof Fault)) throw thrown;
      fault = thrown.what;
    }
    const { registers, flags, memory } = this;
    return { registers, flags, memory, fault, retired: fault === undefined ? retired : undefined };
  }
  private get(register: number): bigint {
    return this.registers[register] & this.mask;
  }
  private add(register: number, n: bigint): void {
    const sum = (this.get(register) + n) & this.mask;
    const kept = this.given.address === 16 ? this.registers[register] & ~0xffffn : 0n;
    this.registers[register] = kept | sum;
  }
  /** Is the comparison one of equals? Undefined where there is none. */
  private element(): boolean | undefined {
    const { op, segment } = this.given;
    const step = this.flags & DIRECTION ? -this.size : this.size;
    const all = (1n << (8n * this.size)) - 1n;
    // Functions, because all faults of one operand come before those of the other.
    const source = (): bigint => this.load(this.linear(segment, this.get(RSI)));
    const to = (): bigint => this.linear(0, this.get(RDI));
    let equal: boolean | undefined;
    if (op === 'movs') {
      const value = source();
      this.store(to(), value);
    } else if (op === 'stos') this.store(to(), this.registers[RAX] & all);
    else if (op === 'lods') {
      const value = source();
      this.registers[RAX] = this.size === 4n ? value : (this.registers[RAX] & ~all) | value;
    } else {
      const right = this.load(to());
      const left = op === 'cmps' ? source() : this.registers[RAX] & all;
      this.compare(left, right, all);
      equal = left === right;
    }
    if (op !== 'stos' && op !== 'scas') this.add(RSI, step);
    if (op !== 'lods') this.add(RDI, step);
    return equal;
  }
  private compare(a: bigint, b: bigint, all: bigint): void {
    const r = (a - b) & all;
    const top = 8n * this.size - 1n;
    const odd = [...(r & 0xffn).toString(2)].filter((digit) => digit === '1').length % 2 === 1;
    const bit = (set: boolean, flag: bigint): bigint => (set ? flag : 0n);
    this.flags =
      (this.flags & DIRECTION) |
      bit(a < b, 1n) |
      bit(!odd, 4n) |
      ((a ^ b ^ r) & 16n) |
      bit(r === 0n, 0x40n) |
      bit(r >> top !== 0n, 0x80n) |
      bit(((a ^ b) & (a ^ r)) >> top !== 0n, 0x800n);
  }
  private linear(n: number, offset: bigint): bigint {
    const { base, limit, expandDown } = this.given.segments[n];
    if (this.given.code === 64) return n < 4 ? offset : (base + offset) & MASK;
    const last = offset + this.size - 1n;
    const outside = expandDown ? offset <= limit || last > 0xffff_ffffn : last > limit;
    if (outside) throw new Fault(String(n === 2 ? SS_FAULT : GP));
    return (base + offset) & 0xffff_ffffn;
  }
  /** Index into memory of each byte of an element. */
  private bytesAt(linear: bigint, write: boolean): number[] {
    return Array.from({ length: this.given.bytes }, (_, i) => {
      const at = linear + BigInt(i);
      const page = Number((at - BASE) >> 12n);
      const rights = this.given.rights[page] ?? ABSENT;
      if (rights === ABSENT) throw new Fault(`${PF} ${write ? 2 : 0} ${at}`);
      if (write && rights === READ_ONLY) throw new Fault(`${PF} 3 ${at}`);
      return this.given.frames[page] * 4096 + Number(at & 0xfffn);
    });
  }
  private load(linear: bigint): bigint {
    return this.bytesAt(linear, false).reduceRight(
      (value, at) => (value << 8n) | BigInt(this.memory[at]),
      0n,
    );
  }
  private store(linear: bigint, value: bigint): void {
    this.bytesAt(linear, true).forEach(
      (at, i) => (this.memory[at] = Number((value >> BigInt(8 * i)) & 0xffn)),
    );
  }
}
