import assert from 'node:assert/strict';
import test from 'node:test';
import asc from 'assemblyscript/asc';
import { Instance, Memory, Module } from '../silicon/host/wasm.js';
import { addressOf } from '../spec/layout.js';
import { linkUnwinding } from '../scripts/unwinding.js';

/** A small program of all the ways to be on the stack while something unwinds. */
const SOURCE = `
  @external("env", "unwind") declare function unwind(): void;
  @external("env", "caught") declare function caught(): bool;
  export let steps: i32 = 0;
  export function leaf(deep: i32): i32 {
    if (deep == 0) unwind();
    steps++;
    return deep;
  }
  export function asI64(n: i32): i64 { const got = leaf(n); steps += 10; return <i64>got + 1; }
  export function asF32(n: i32): f32 { const got = asI64(n); steps += 100; return <f32>got + 1; }
  export function asF64(n: i32): f64 { const got = asF32(n); steps += 1000; return <f64>got + 1; }
  export function asV128(n: i32): v128 { const got = asF64(n); steps += 10000; return f64x2.splat(got + 1); }
  export function nothing(n: i32): void {
    for (let i = 0; i < 2; i++) { if (n < 5) { f64x2.extract_lane(asV128(n), 0); steps += 100000; } }
  }
  export function throughTable(n: i32, f: i32): i32 { call_indirect<void>(f, n); steps += 1000000; return 7; }
  export function innocent(n: i32): i32 { return n + steps; }
  export function indexOfNothing(): i32 { return nothing.index; }
  export function run(n: i32): i32 {
    const got = throughTable(n, nothing.index);
    return caught() ? -1 : got;
  }
`;

interface Program {
  steps: { value: number };
  run(n: number): number;
  leaf(n: number): number;
  innocent(n: number): number;
}

async function program(): Promise<{ exports: Program; flag: () => number }> {
  let wasm: Uint8Array | undefined;
  const { error } = await asc.main(
    ['source.ts', '-o', 'out.wasm', '-O1', '--runtime', 'stub', '--importMemory', '--enable', 'simd'],
    {
      readFile: (name) => (name === 'source.ts' ? SOURCE : null),
      writeFile: (_, contents) => {
        if (typeof contents !== 'string') wasm = contents;
      },
      listFiles: () => [],
    },
  );
  assert.equal(error, null);
  const memory = new Memory({ initial: 1 });
  const never = (): never => assert.fail('an import that the linker should have replaced');
  const imports = { env: { memory, unwind: never, caught: never, abort: never } };
  const instance = new Instance(new Module(linkUnwinding(wasm!)), imports);
  const address = addressOf('UNWINDING');
  return {
    exports: instance.exports as unknown as Program,
    flag: () => new Uint8Array(memory.buffer)[address],
  };
}

test('unwinding leaves every function, whatever it returns, up to the one that asks', async () => {
  const { exports, flag } = await program();
  assert.equal(exports.run(0), -1);
  assert.equal(exports.steps.value, 0, 'nothing runs after the unwinding began');
  assert.equal(flag(), 0, 'asking lowers the flag');
  assert.equal(exports.run(1), 7);
  assert.equal(exports.steps.value, 2 * 111111 + 1000000);
  assert.equal(exports.run(0), -1, 'and again');
});

test('a function that nobody catches returns with the flag up', async () => {
  const { exports, flag } = await program();
  exports.leaf(0);
  assert.equal(flag(), 1);
  assert.equal(exports.innocent(5), 5);
});
