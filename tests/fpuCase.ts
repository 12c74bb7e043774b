import { STATE } from '../silicon/host/cpu.js';
import { DOUBLES, EXPONENTS, SINGLES } from '../oracle/operands.js';
import { HostBench, writeOutcome, type HostCase, type Outcome } from './hostCase.js';

const WINDOW_ADDRESS = 0x2010_0e00n;
const RSI = 6;
const SIGNIFICANDS = [
  0n,
  1n << 63n,
  3n << 62n,
  (1n << 64n) - 1n,
  (1n << 63n) + 1n,
  1n,
  (1n << 63n) - 1n,
  5n << 61n,
  0xffff_ffff_ffff_fbffn,
  0x8000_0080_0000_0000n,
];

/** Everything an x87, MMX or SSE instruction starts from. */
export interface FpuState {
  control: number;
  status: number;
  tags: number;
  mxcsr: number;
  /** ST(0) to ST(7), ten bytes each. */
  stack: Uint8Array[];
  xmm: Uint8Array[];
  registers: bigint[];
  memory: Uint8Array;
}
export interface FpuCase {
  code: Uint8Array;
  flags: bigint;
  control: number;
  status: number;
  tags: number;
  mxcsr: number;
  /** Where the registers and the memory window come from. */
  seed: number;
  expected: string;
}

/** A line is `code flags control status tags mxcsr seed > outcome`, all in hexadecimal. */
export function parseFpuCase(line: string): FpuCase {
  const [given, expected] = line.split(' > ');
  const [code, ...numbers] = given.split(' ');
  const [flags, control, status, tags, mxcsr, seed] = numbers.map((field) => Number.parseInt(field, 16));
  return {
    code: Buffer.from(code, 'hex'),
    flags: BigInt(flags),
    control,
    status,
    tags,
    mxcsr,
    seed,
    expected,
  };
}

function* random32(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state + 0x9e37_79b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0_aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a_2d97);
    yield (z ^ (z >>> 15)) >>> 0;
  }
}
/** Registers and memory of a seed: edges of the formats, ordinary numbers, noise. */
export function startOf(given: FpuCase): FpuState {
  const source = random32(given.seed);
  const next = (): number => source.next().value;
  const pick = <T>(list: readonly T[]): T => list[next() % list.length];
  const ordinary = (): number => ((next() % 2000) - 1000) / pick([1, 2, 3, 8]);
  const eightBytes = (into: DataView, at: number, kind: number): void => {
    if (kind === 0) [0, 4].forEach((half) => into.setUint32(at + half, pick(SINGLES), true));
    else if (kind === 1) {
      into.setUint32(at, pick([0, 0, 1, 0xffff_ffff, next()]), true);
      into.setUint32(at + 4, pick(DOUBLES) * 0x10000 + pick([0, 0, 0xffff]), true);
    } else if (kind === 2) [0, 4].forEach((half) => into.setUint32(at + half, next(), true));
    else if (kind === 3) [0, 4].forEach((half) => into.setFloat32(at + half, ordinary(), true));
    else into.setFloat64(at, ordinary(), true);
  };
  const kind = next() % 5;
  const vector = (bytes: number): Uint8Array => {
    const view = new DataView(new ArrayBuffer(bytes));
    for (let at = 0; at < bytes; at += 8) eightBytes(view, at, kind);
    return new Uint8Array(view.buffer);
  };
  const extended = (): Uint8Array => {
    const view = new DataView(new ArrayBuffer(10));
    const how = next() % 4;
    const noise = (BigInt(next()) << 32n) | BigInt(next()) | (1n << 63n);
    const [significand, exponent] =
      how === 0
        ? [pick(SIGNIFICANDS), pick(EXPONENTS)]
        : how === 1
          ? [noise, 0x3fff + (next() % 140) - 70]
          : how === 2
            ? [BigInt((next() % 2048) + 2048) << 52n, 0x3fff + (next() % 12)]
            : [pick(SIGNIFICANDS) | (1n << 63n), 0x3fff + (next() % 8) - 4];
    view.setBigUint64(0, significand, true);
    view.setUint16(8, exponent | ((next() & 1) << 15), true);
    return new Uint8Array(view.buffer);
  };
  const general = (): bigint =>
    pick([
      BigInt(next()),
      (BigInt(next()) << 32n) | BigInt(next()),
      0n,
      0x8000_0000n,
      (1n << 63n) - 1n,
      1n << 63n,
    ]);
  const registers = Array.from({ length: 16 }, (_, n) => (n < 4 ? general() : 0n));
  const memory = new Uint8Array(512);
  memory.set(vector(48));
  memory.set(extended(), 48);
  const { control, status, tags, mxcsr } = given;
  const xmm = Array.from({ length: 16 }, () => vector(16));
  return { control, status, tags, mxcsr, stack: Array.from({ length: 8 }, extended), xmm, registers, memory };
}

const backwards = (bytes: Uint8Array): string => Buffer.from(bytes).reverse().toString('hex');
/** What changed: the parts a case of integers has, then control words and registers. */
export function writeFpuOutcome(given: FpuCase, outcome: Outcome, after: FpuState): string {
  const start = startOf(given);
  const words = [writeOutcome(hostCase(given, start), outcome)];
  for (const name of ['control', 'status', 'tags', 'mxcsr'] as const)
    if (after[name] !== start[name]) words.push(`${name}=${after[name].toString(16)}`);
  for (const name of ['stack', 'xmm'] as const)
    after[name].forEach((value, n) => {
      if (backwards(value) !== backwards(start[name][n])) words.push(`${name}${n}=${backwards(value)}`);
    });
  return words.join(' ');
}
/** The window is where RSI points. */
function hostCase(given: FpuCase, start: FpuState): HostCase {
  const registers = new Map(start.registers.map((value, n) => [n, n === RSI ? WINDOW_ADDRESS : value]));
  const { code, flags } = given;
  return { mode: 64, code, flags, seed: 0n, registers, memory: new Map([[0, start.memory]]), expected: '' };
}

/** A processor that runs such cases. */
export class FpuBench extends HostBench {
  runFpu(given: FpuCase): string {
    const start = startOf(given);
    const { u8, u32 } = this.cpu;
    const words = new Uint16Array(u8.buffer);
    words[STATE.FCW >> 1] = start.control;
    words[STATE.FSW >> 1] = start.status;
    words[STATE.FTW >> 1] = start.tags;
    for (const name of ['FOP', 'FCS', 'FDS']) words[STATE[name] >> 1] = 0;
    for (const name of ['FIP', 'FDP']) this.set64(name, 0n);
    u32[STATE.MXCSR >> 2] = start.mxcsr;
    start.stack.forEach((value, i) => u8.set(value, this.stackRegister(start.status, i)));
    start.xmm.forEach((value, i) => u8.set(value, STATE.XMM + 16 * i));
    const outcome = this.run(hostCase(given, start));
    return writeFpuOutcome(given, outcome, this.state());
  }
  private stackRegister(status: number, i: number): number {
    return STATE.ST + 16 * (((status >> 11) + i) & 7);
  }
  private state(): FpuState {
    const { u8, u32 } = this.cpu;
    const [control, status, tags] = ['FCW', 'FSW', 'FTW'].map(
      (name) => new Uint16Array(u8.buffer)[STATE[name] >> 1],
    );
    return {
      control,
      status,
      tags,
      mxcsr: u32[STATE.MXCSR >> 2],
      stack: Array.from({ length: 8 }, (_, i) =>
        u8.slice(this.stackRegister(status, i), this.stackRegister(status, i) + 10),
      ),
      xmm: Array.from({ length: 16 }, (_, i) => u8.slice(STATE.XMM + 16 * i, STATE.XMM + 16 * i + 16)),
      registers: [],
      memory: new Uint8Array(),
    };
  }
}
