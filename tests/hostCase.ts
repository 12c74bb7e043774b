import type { Loop } from '../oracle/silicon.js';
import { STATE } from '../silicon/host/cpu.js';
import { Random } from './random.js';
import { Silicon } from './silicon.js';

const CODE = 0x2001_0000n;
/** The page of the memory window, which is its last 512 bytes; nothing follows it. */
const DATA = 0x2010_0000n;
const WINDOW = 0xe00;
const [PML4, PDPT, PD, PT, CODE_FRAME, DATA_FRAME] = [0x1000, 0x2000, 0x3000, 0x4000, 0x5000, 0x6000];
const CARRY_TO_OVERFLOW_AND_DIRECTION = 0xcd5n;
const MASK = 0xffff_ffff_ffff_ffffn;
const EDGES = [0n, MASK, 0x7fn, 0x80n, 0x7fffn, 0x8000n, 0x7fff_ffffn, 0x8000_0000n, MASK >> 1n, 1n << 63n];
const HALTED = 1n;
/** As Linux gives them to a program: x87 instructions note them. */
const [CODE_SELECTOR, DATA_SELECTOR] = [0x33, 0x2b];

/** An instruction or a few, with everything they start from. */
export interface HostCase {
  mode: 64 | 32;
  code: Uint8Array;
  flags: bigint;
  /** Where registers and memory come from. */
  seed: bigint;
  /** Registers that do not come from the seed. */
  registers: ReadonlyMap<number, bigint>;
  /** Bytes of the window that do not come from the seed, by offset. */
  memory: ReadonlyMap<number, Uint8Array>;
  /** The outcome, as `HostBench.run` writes it. */
  expected: string;
}

/** Sixteen registers and the memory window of a seed: every third value is an edge or short. */
export function operands(seed: bigint, mode: 64 | 32): { registers: bigint[]; memory: Uint8Array } {
  const { next } = new Random(seed);
  const value = (): bigint => {
    const kind = next() % 6n;
    if (kind === 0n) return EDGES[Number(next() % BigInt(EDGES.length))];
    return kind === 1n ? next() >> (next() % 64n) : next();
  };
  const registers = Array.from({ length: 16 }, () => (mode === 32 ? value() & 0xffff_ffffn : value()));
  const memory = new Uint8Array(new BigUint64Array(Array.from({ length: 64 }, next)).buffer);
  return { registers, memory };
}

/** A line is `mode code flags seed [rN=value]... [mN=bytes]... > outcome`, all in hexadecimal but the mode and N. */
export function parseHostCase(line: string): HostCase {
  const [given, expected] = line.split(' > ');
  const [mode, code, flags, seed, ...fields] = given.split(' ');
  const named = (letter: string): [number, string][] =>
    fields
      .filter((field) => field.startsWith(letter))
      .map((field) => {
        const [name, value] = field.split('=');
        return [Number(name.slice(1)), value];
      });
  return {
    mode: mode === '32' ? 32 : 64,
    code: Buffer.from(code, 'hex'),
    flags: BigInt(`0x${flags}`),
    seed: BigInt(`0x${seed}`),
    registers: new Map(named('r').map(([n, value]) => [n, BigInt(`0x${value}`)])),
    memory: new Map(named('m').map(([at, bytes]) => [at, Buffer.from(bytes, 'hex')])),
    expected,
  };
}
/** Registers and memory window that a case starts with. */
function startOf(given: HostCase): { registers: bigint[]; memory: Uint8Array } {
  const start = operands(given.seed, given.mode);
  for (const [n, value] of given.registers) start.registers[n] = value;
  for (const [at, bytes] of given.memory) start.memory.set(bytes, at);
  return start;
}

/** What is compared: end, flags, registers that changed, bytes of the window that changed. */
export interface Outcome {
  /** Bytes of code executed, or the exception. */
  end: { length: number } | { vector: number };
  flags: bigint;
  registers: readonly bigint[];
  memory: Uint8Array;
}
export function writeOutcome(given: HostCase, outcome: Outcome): string {
  const start = startOf(given);
  const mask = given.mode === 32 ? 0xffff_ffffn : MASK;
  const words = [
    'vector' in outcome.end ? `#${outcome.end.vector}` : String(outcome.end.length),
    (outcome.flags & CARRY_TO_OVERFLOW_AND_DIRECTION).toString(16),
  ];
  for (let n = 0; n < (given.mode === 32 ? 8 : 16); n++) {
    const now = outcome.registers[n] & mask;
    if (now !== start.registers[n]) words.push(`r${n}=${now.toString(16)}`);
  }
  for (let at = 0; at < 512; at++) {
    let end = at;
    while (end < 512 && outcome.memory[end] !== start.memory[end]) end++;
    if (end === at) continue;
    words.push(`m${at}=${Buffer.from(outcome.memory.subarray(at, end)).toString('hex')}`);
    at = end;
  }
  return words.join(' ');
}

/** A processor in long mode that runs cases, in one of the loops. */
export class HostBench extends Silicon {
  constructor(private readonly loop: Loop) {
    super(1, 0x100_0000);
    this.beModel('max');
    this.call('resetCpu', 0);
    const entry = (at: number, value: number): void => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(BigInt(value));
      this.cpu.writePhysical(at, bytes);
    };
    entry(PML4, PDPT | 7);
    entry(PDPT, PD | 7);
    entry(PD + 8 * 0x100, PT | 7);
    entry(PT + 8 * Number((CODE >> 12n) & 511n), CODE_FRAME | 7);
    entry(PT + 8 * Number((DATA >> 12n) & 511n), DATA_FRAME | 7);
  }

  run(given: HostCase): Outcome {
    const start = startOf(given);
    this.cpu.writePhysical(DATA_FRAME, new Uint8Array(WINDOW).fill(0x5a));
    this.cpu.writePhysical(DATA_FRAME + WINDOW, start.memory);
    this.cpu.writePhysical(CODE_FRAME, Buffer.concat([given.code, Buffer.from('f4f4', 'hex')]));
    start.registers.forEach((value, n) => this.set64('REGS', value, n));
    for (let n = 0; n < 6; n++) {
      const attributes = n !== 1 ? 0xc93 : given.mode === 64 ? 0xa9b : 0xc9b;
      this.cpu.u32.set(
        [(attributes << 16) | (n === 1 ? CODE_SELECTOR : DATA_SELECTOR), 0xffff_ffff, 0, 0],
        (STATE.SEGS + 16 * n) >> 2,
      );
    }
    const control = { RIP: CODE, CR0: 0x8001_0031n, CR3: BigInt(PML4), CR4: 0x620n, EFER: 0x500n };
    for (const [name, value] of Object.entries(control)) this.set64(name, value);
    for (const name of ['CPL', 'HALTED', 'SHADOW']) this.set8(name, 0);
    this.set32('CURP', 0);
    this.call('setFlags', given.flags | 2n);
    this.call('updateCodeMode');
    if (this.loop === 'compiled') this.cpu.tier!.compileHere();
    this.cpu.beginSlice(0, this.loop === 'exact' ? 40 : 1_000_000);
    let returned = 0n;
    const inner = this.call.bind(this);
    this.call = (name, ...args) => (returned = inner(name, ...args));
    const vector = this.fault('runOn');
    this.call = inner;
    if (vector === undefined && returned !== HALTED) throw new Error(`the slice ended with ${returned}`);
    return {
      end: vector === undefined ? { length: Number(this.get64('RIP') - CODE) - 1 } : { vector },
      flags: this.call('getFlags'),
      registers: Array.from({ length: 16 }, (_, n) => this.cpu.u64[(STATE.REGS >> 3) + n]),
      memory: this.cpu.readPhysical(DATA_FRAME + WINDOW, 512),
    };
  }
}
