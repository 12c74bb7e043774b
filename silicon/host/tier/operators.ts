import { VALUE } from './wasmBinary.js';

const { i32, i64, f32, f64 } = VALUE;

/** An operator that only looks at its operands. */
export interface Operator {
  /** Types of the operands. */
  readonly from: readonly number[];
  readonly to: number;
  /** What it makes of constants, as signed numbers of its width; none for those nobody folds. */
  readonly fold?: (a: bigint, b: bigint) => bigint;
}

const signed = (type: number, value: bigint): bigint => BigInt.asIntN(type === i32 ? 32 : 64, value);
const bit = (on: boolean): bigint => (on ? 1n : 0n);

function comparisons(type: number, first: number): [number, Operator][] {
  const u = (value: bigint): bigint => BigInt.asUintN(type === i32 ? 32 : 64, value);
  const folds: ((a: bigint, b: bigint) => boolean)[] = [
    (a, b) => a === b,
    (a, b) => a !== b,
    (a, b) => a < b,
    (a, b) => u(a) < u(b),
    (a, b) => a > b,
    (a, b) => u(a) > u(b),
    (a, b) => a <= b,
    (a, b) => u(a) <= u(b),
    (a, b) => a >= b,
    (a, b) => u(a) >= u(b),
  ];
  return [
    [first, { from: [type], to: i32, fold: (a) => bit(a === 0n) }],
    ...folds.map((fold, i): [number, Operator] => [
      first + 1 + i,
      { from: [type, type], to: i32, fold: (a, b) => bit(fold(a, b)) },
    ]),
  ];
}
function integers(type: number, first: number): [number, Operator][] {
  const bits = type === i32 ? 32n : 64n;
  const u = (value: bigint): bigint => BigInt.asUintN(Number(bits), value);
  const by = (b: bigint): bigint => b & (bits - 1n);
  const folds: (((a: bigint, b: bigint) => bigint) | undefined)[] = [
    (a, b) => a + b,
    (a, b) => a - b,
    (a, b) => a * b,
    undefined,
    undefined,
    undefined,
    undefined,
    (a, b) => a & b,
    (a, b) => a | b,
    (a, b) => a ^ b,
    (a, b) => a << by(b),
    (a, b) => a >> by(b),
    (a, b) => u(a) >> by(b),
    (a, b) => (u(a) << by(b)) | (u(a) >> by(bits - by(b))),
    (a, b) => (u(a) >> by(b)) | (u(a) << by(bits - by(b))),
  ];
  const unary: [number, Operator][] = [0, 1, 2].map((i) => [first + i, { from: [type], to: type }]);
  return [
    ...unary,
    ...folds.map((fold, i): [number, Operator] => [
      first + 3 + i,
      { from: [type, type], to: type, ...(fold ? { fold: (a, b) => signed(type, fold(a, b)) } : {}) },
    ]),
  ];
}
function floats(type: number, compare: number, arithmetic: number): [number, Operator][] {
  return [
    ...[0, 1, 2, 3, 4, 5].map((i): [number, Operator] => [compare + i, { from: [type, type], to: i32 }]),
    ...[0, 1, 2, 3, 4, 5, 6].map((i): [number, Operator] => [arithmetic + i, { from: [type], to: type }]),
    ...[7, 8, 9, 10, 11, 12, 13].map((i): [number, Operator] => [
      arithmetic + i,
      { from: [type, type], to: type },
    ]),
  ];
}
/** Conversions between types in the order of their opcodes, from A7h on. */
const CONVERSIONS: readonly (readonly [from: number, to: number])[] = [
  [i64, i32],
  ...[f32, f32, f64, f64].map((from) => [from, i32] as const),
  [i32, i64],
  [i32, i64],
  ...[f32, f32, f64, f64].map((from) => [from, i64] as const),
  ...[i32, i32, i64, i64, f64].map((from) => [from, f32] as const),
  ...[i32, i32, i64, i64, f32].map((from) => [from, f64] as const),
  [f32, i32],
  [f64, i64],
  [i32, f32],
  [i64, f64],
  [i32, i32],
  [i32, i32],
  [i64, i64],
  [i64, i64],
  [i64, i64],
];
const CONVERT = 0xa7;
const FOLDS: Readonly<Record<number, ((a: bigint) => bigint) | undefined>> = {
  0xa7: (a) => BigInt.asIntN(32, a),
  0xac: (a) => a,
  0xad: (a) => BigInt.asUintN(32, a),
  0xc0: (a) => BigInt.asIntN(8, a),
  0xc1: (a) => BigInt.asIntN(16, a),
  0xc2: (a) => BigInt.asIntN(8, a),
  0xc3: (a) => BigInt.asIntN(16, a),
  0xc4: (a) => BigInt.asIntN(32, a),
};

/** By opcode. Divisions may trap: they are operators all the same, for none is ever moved. */
export const OPERATORS: ReadonlyMap<number, Operator> = new Map([
  ...comparisons(i32, 0x45),
  ...comparisons(i64, 0x50),
  ...floats(f32, 0x5b, 0x8b),
  ...floats(f64, 0x61, 0x99),
  ...integers(i32, 0x67),
  ...integers(i64, 0x79),
  ...CONVERSIONS.map(([from, to], i): [number, Operator] => {
    const fold = FOLDS[CONVERT + i];
    return [CONVERT + i, { from: [from], to, ...(fold ? { fold } : {}) }];
  }),
]);

/** What a load gives and a store takes: the type of the value, the bytes in memory, and how a load widens them. */
export interface Access {
  readonly type: number;
  readonly bytes: number;
  readonly signed?: boolean;
}
export const LOADS: ReadonlyMap<number, Access> = new Map<number, Access>([
  [0x28, { type: i32, bytes: 4 }],
  [0x29, { type: i64, bytes: 8 }],
  [0x2a, { type: f32, bytes: 4 }],
  [0x2b, { type: f64, bytes: 8 }],
  [0x2c, { type: i32, bytes: 1, signed: true }],
  [0x2d, { type: i32, bytes: 1 }],
  [0x2e, { type: i32, bytes: 2, signed: true }],
  [0x2f, { type: i32, bytes: 2 }],
  [0x30, { type: i64, bytes: 1, signed: true }],
  [0x31, { type: i64, bytes: 1 }],
  [0x32, { type: i64, bytes: 2, signed: true }],
  [0x33, { type: i64, bytes: 2 }],
  [0x34, { type: i64, bytes: 4, signed: true }],
  [0x35, { type: i64, bytes: 4 }],
]);
export const STORES: ReadonlyMap<number, Access> = new Map<number, Access>([
  [0x36, { type: i32, bytes: 4 }],
  [0x37, { type: i64, bytes: 8 }],
  [0x38, { type: f32, bytes: 4 }],
  [0x39, { type: f64, bytes: 8 }],
  [0x3a, { type: i32, bytes: 1 }],
  [0x3b, { type: i32, bytes: 2 }],
  [0x3c, { type: i64, bytes: 1 }],
  [0x3d, { type: i64, bytes: 2 }],
  [0x3e, { type: i64, bytes: 4 }],
]);
