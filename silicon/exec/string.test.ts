import assert from 'node:assert/strict';
import test from 'node:test';
import { STATE } from '../host/cpu.js';
import { Random } from '../../tests/random.js';
import { Silicon } from '../../tests/silicon.js';
import {
  ABSENT,
  BASE,
  READ_ONLY,
  StringModel,
  WRITABLE,
  type After,
  type Repetition,
  type Segment,
} from '../../tests/stringModel.js';

const [PML4, PDPT, PD, PT, CODE, FRAMES] = [0x1000, 0x2000, 0x3000, 0x4000, 0x5000, 0x10_0000];
const PAGES = 24;
const MASK = 0xffff_ffff_ffff_ffffn;
const [RAX, RCX, RSI, RDI] = [0, 1, 6, 7];
const PF = 14;
const DIRECTION = 0x400n;
const OPCODES = { movs: 0xa4, cmps: 0xa6, stos: 0xaa, lods: 0xac, scas: 0xae } as const;
const OVERRIDES = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65];

class Bench extends Silicon {
  constructor(private readonly exact: boolean) {
    super(1, 0x100_0000);
    this.call('resetCpu', 0);
    this.entry(PML4, PDPT | 7);
    this.entry(PDPT, PD | 7);
    this.entry(PD, 0x87);
    this.entry(PD + 8 * 0x100, PT | 7);
  }
  private entry(at: number, value: number): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    this.cpu.writePhysical(at, bytes);
  }
  run(given: Repetition): After {
    given.rights.forEach((rights, i) =>
      this.entry(PT + 8 * i, rights === ABSENT ? 0 : (FRAMES + 4096 * given.frames[i]) | 1 | (rights & 2)),
    );
    this.call('flushAll');
    this.cpu.writePhysical(FRAMES, given.memory);
    this.cpu.writePhysical(CODE, Uint8Array.from([...encode(given), 0xf4]));
    given.registers.forEach((value, n) => this.set64('REGS', value, n));
    given.segments.forEach(({ base, limit, expandDown }, n) => {
      const data = given.code !== 64 && expandDown ? 0xc97 : 0xc93;
      const attributes = n !== 1 ? data : given.code === 64 ? 0xa9b : given.code === 32 ? 0xc9b : 0x89b;
      const at = STATE.SEGS + 16 * n;
      this.cpu.u32.set([(attributes << 16) | 8, Number(n === 1 ? 0xffff_ffffn : limit)], at >> 2);
      this.cpu.u64[(at + 8) >> 3] = n === 1 ? 0n : base;
    });
    const control = { RIP: BigInt(CODE), CR0: 0x8001_0011n, CR3: BigInt(PML4), CR4: 0x620n, EFER: 0x500n };
    for (const [name, value] of Object.entries(control)) this.set64(name, value);
    for (const name of ['CPL', 'HALTED', 'SHADOW']) this.set8(name, 0);
    this.set32('CURP', 0);
    this.call('setFlags', given.flags | 2n);
    this.call('updateCodeMode');
    const slice = this.exact ? 60 : 1_000_000;
    this.cpu.beginSlice(0, slice);
    const vector = this.fault('runOn');
    const page = vector === PF ? ` ${this.get32('FAULT_ERROR')} ${this.get64('EXIT_INFO2')}` : '';
    const wide = given.code === 64;
    return {
      registers: given.registers.map(
        (_, n) => this.cpu.u64[(STATE.REGS >> 3) + n] & (wide ? MASK : 0xffff_ffffn),
      ),
      flags: this.call('getFlags') & 0xcd5n,
      memory: this.cpu.readPhysical(FRAMES, given.memory.length),
      fault: vector === undefined ? undefined : `${vector}${page}`,
      // HLT is an instruction too.
      retired: vector === undefined ? slice - this.cpu.left - 1 : undefined,
    };
  }
}
function encode({ op, code, bytes, address, prefix, segment }: Repetition): number[] {
  return [
    ...(segment === 3 ? [] : [OVERRIDES[segment]]),
    ...(address === code ? [] : [0x67]),
    ...((code === 16 ? bytes === 4 : bytes === 2) ? [0x66] : []),
    ...(prefix === 0 ? [] : [prefix]),
    ...(bytes === 8 ? [0x48] : []),
    OPCODES[op] + (bytes === 1 ? 0 : 1),
  ];
}

/** A random case: pages out of order, one perhaps missing or read-only, two perhaps the same; counts around the chunk. */
function randomCase(random: Random, op: Repetition['op']): Repetition {
  const { below, pick } = random;
  const code = pick(64, 64, 32, 16);
  const bytes = code === 64 ? pick(1, 2, 4, 8) : pick(1, 2, 4);
  const address = code === 64 ? pick(64, 64, 32) : pick(32, 16);
  const wide = address === 64 ? MASK : 0xffff_ffffn;
  const segment = code === 64 ? pick(3, 3, 4, 5) : pick(3, 3, 0, 2, 4, 5);
  const reach = address === 16 ? 0x1_0000 : PAGES * 4096;
  const segments = Array.from({ length: 6 }, (_, n): Segment => {
    if (code === 64)
      return { base: n < 4 ? 0n : BigInt(below(0x8000)), limit: 0xffff_ffffn, expandDown: false };
    const base = BASE + BigInt(below(0x3000));
    if (address === 16) return { base, limit: pick(0xffffn, 0xff00n, 0xffff_ffffn), expandDown: false };
    const limit = pick(0xffff_ffffn, BigInt(0x4000 + below(0xc000)), BigInt(below(0x3000)));
    return { base, limit, expandDown: limit < 0x3000n };
  });
  const offset = (n: number): bigint => {
    const at = BigInt(below(5) === 0 ? reach - 1 - below(300) : below(reach));
    return code === 64 ? (BASE + at - segments[n].base) & wide : at;
  };
  // Bits above the address size must survive, or go where a 32-bit result clears them.
  const above = (value: bigint): bigint =>
    value | (address === 16 ? 5n << 20n : address === 32 && code === 64 ? 3n << 40n : 0n);
  const registers = Array.from({ length: 8 }, () => random.next() & (code === 64 ? MASK : 0xffff_ffffn));
  const from = offset(segment);
  const to = below(3) === 0 ? (from + BigInt(below(40) - 20)) & (address === 16 ? 0xffffn : wide) : offset(0);
  const count = pick(0, 1, below(20), below(300), below(5000), below(20_000), 4096, 8192, 4097);
  registers[RCX] = above(BigInt(count));
  registers[RSI] = above(from);
  registers[RDI] = above(to);
  const rights = Array.from({ length: PAGES }, () => WRITABLE);
  if (below(2) === 0) rights[below(PAGES)] = pick(ABSENT, READ_ONLY);
  const frames = random.shuffle(Array.from({ length: PAGES }, (_, i) => i));
  if (below(3) === 0) frames[below(PAGES)] = frames[below(PAGES)];
  const memory = new Uint8Array(PAGES * 4096).fill(0x33);
  const alike = op === 'cmps' || op === 'scas' || below(2) === 0;
  if (alike) for (let i = below(4); i > 0; i--) memory[below(memory.length)] = below(256);
  else memory.forEach((_, i) => (memory[i] = below(256)));
  if (below(2) === 0) registers[RAX] = code === 64 ? 0x3333_3333_3333_3333n : 0x3333_3333n;
  const prefix = pick(0xf3, 0xf3, 0xf2, 0);
  const flags = below(4) === 0 ? DIRECTION : 0n;
  return { op, code, bytes, address, prefix, segment, segments, flags, registers, rights, frames, memory };
}

const CASES = 40;
for (const exact of [false, true])
  for (const op of ['movs', 'cmps', 'stos', 'lods', 'scas'] as const)
    test(`${op} goes as its elements one by one, in the ${exact ? 'exact' : 'fast'} loop`, () => {
      const bench = new Bench(exact);
      const random = new Random(0x5eed);
      for (let i = 0; i < CASES; i++) {
        const given = randomCase(random, op);
        const { memory, ...after } = bench.run(given);
        const { memory: wanted, ...expected } = new StringModel(given).run();
        const { memory: _, ...start } = given;
        assert.deepEqual({ start, ...after }, { start, ...expected });
        assert.ok(Buffer.from(memory).equals(wanted), 'memory');
      }
    });
