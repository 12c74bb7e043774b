import assert from 'node:assert/strict';
import test from 'node:test';
import { Random } from '../../../tests/random.js';
import { Instance, Module } from '../wasm.js';
import { OPERATORS } from './operators.js';
import { HEADER, OP, SECTION, VALUE, Writer, codeOf, signed } from './wasmBinary.js';

const EDGES = [
  0n,
  1n,
  -1n,
  31n,
  32n,
  63n,
  64n,
  0x7fn,
  0x80n,
  0x7fffn,
  0x8000n,
  0x7fff_ffffn,
  -0x8000_0000n,
  1n << 62n,
];
const bits = (type: number): number => (type === VALUE.i32 ? 32 : 64);

/** A module whose functions, named by numbers, each work out one thing. */
function run(
  things: readonly { readonly code: readonly number[]; readonly type: number }[],
): (number | bigint)[] {
  const types = new Writer().u32(2).bytes(0x60, 0, 1, VALUE.i32, 0x60, 0, 1, VALUE.i64);
  const functions = new Writer().u32(things.length);
  const exports = new Writer().u32(things.length);
  things.forEach(({ type }, i) => {
    functions.u32(type === VALUE.i32 ? 0 : 1);
    exports.name(String(i)).bytes(0).u32(i);
  });
  const code = codeOf(things.map((thing) => Uint8Array.from([0, ...thing.code, OP.end])));
  const module = new Writer()
    .append(HEADER)
    .section(SECTION.type, types.result())
    .section(SECTION.function, functions.result())
    .section(SECTION.export, exports.result())
    .section(SECTION.code, code);
  const instance = new Instance(new Module(module.result()));
  return things.map((_, i) => (instance.exports[String(i)] as () => number | bigint)());
}

test('operators are folded as the engine works them out', () => {
  const { next } = new Random(11n);
  const value = (type: number): bigint => {
    const kind = next() % 3n;
    return BigInt.asIntN(
      bits(type),
      kind === 0n ? EDGES[Number(next() % BigInt(EDGES.length))] : next() >> (next() % 60n),
    );
  };
  const cases = [...OPERATORS].flatMap(([op, { from, to, fold }]) =>
    fold
      ? Array.from({ length: 40 }, () => {
          const operands = from.map(value);
          const constants = operands.flatMap((constant, i) => [
            from[i] === VALUE.i32 ? OP.i32Const : OP.i64Const,
            ...signed(constant),
          ]);
          return {
            op,
            type: to,
            operands,
            code: [...constants, op],
            folded: fold(operands[0], operands[1] ?? 0n),
          };
        })
      : [],
  );
  assert.ok(cases.length > 2000);
  run(cases).forEach((result, i) => {
    const { op, type, operands, folded } = cases[i];
    assert.equal(
      BigInt.asIntN(bits(type), folded),
      BigInt(result),
      `${op.toString(16)} of ${operands.join(', ')}`,
    );
  });
});
