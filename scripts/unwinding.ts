import { addressOf } from '../spec/layout.js';
import {
  OP,
  Reader,
  SECTION,
  VALUE,
  VOID,
  Writer,
  codeOf,
  importNames,
  readModule,
  replaceSections,
  type WasmModule,
} from '../silicon/host/tier/wasmBinary.js';

/** A byte that is 1 from the call of `unwind` to that of `caught`. */
const UNWINDING = addressOf('UNWINDING');

/** What a function leaves behind when it is abandoned: nobody looks at it. */
const NOTHING: Readonly<Record<number, readonly number[]>> = {
  [VALUE.i32]: [OP.i32Const, 0],
  [VALUE.i64]: [OP.i64Const, 0],
  [VALUE.f32]: [OP.f32Const, 0, 0, 0, 0],
  [VALUE.f64]: [OP.f64Const, 0, 0, 0, 0, 0, 0, 0, 0],
  [VALUE.v128]: [OP.vector, 12, ...Array.from({ length: 16 }, () => 0)],
};

/**
 * Make `unwind()` leave every function up to one that asks `caught()`, as a throw would, without a throw: those of V8 take microseconds.
 * A call of the import `unwind` raises a flag and returns; each call of a function that may do so is followed by a look at the flag; a
 * call of `caught` reads the flag and lowers it. The functions that ask look for themselves and get no such code.
 */
export function linkUnwinding(wasm: Uint8Array): Uint8Array {
  const module = readModule(wasm);
  const { unwind, caught } = unwindingImports(wasm);
  const leaving = whatUnwinds(module, { unwind, caught });
  const bodies = module.bodies.map(({ start, end }, i) => {
    const own = wasm.subarray(start, end);
    return leaving.has(i + module.importedFunctions) || leaving.catchers.has(i + module.importedFunctions)
      ? rewrite(module, i, { unwind, caught, leaving })
      : own;
  });
  return replaceSections(wasm, ({ id }) => (id === SECTION.code ? codeOf(bodies) : undefined));
}

interface Calls {
  readonly direct: ReadonlySet<number>;
  readonly indirect: boolean;
}
function callsOf({ wasm, bodies }: WasmModule, index: number): Calls {
  const { start, end } = bodies[index];
  const reader = new Reader(wasm, start);
  reader.skipLocals();
  const direct = new Set<number>();
  let indirect = false;
  while (reader.at < end) {
    const op = reader.byte();
    if (op === OP.call) direct.add(reader.u32());
    else {
      indirect ||= op === OP.callIndirect;
      reader.skipImmediates(op);
    }
  }
  return { direct, indirect };
}

/** Functions that an unwinding may leave, by number; `catchers` are those where it ends. */
class Leaving extends Set<number> {
  readonly catchers = new Set<number>();
}
/** Numbers of the imports that begin an unwinding and ask for its end. */
export interface UnwindingImports {
  readonly unwind: number;
  readonly caught: number;
}
export function unwindingImports(wasm: Uint8Array): UnwindingImports {
  const imports = importNames(wasm);
  const [unwind, caught] = ['unwind', 'caught'].map((name) => imports.indexOf(name));
  if (unwind < 0 || caught < 0) throw new Error('link: no imports unwind and caught');
  return { unwind, caught };
}
export function whatUnwinds(module: WasmModule, { unwind, caught }: UnwindingImports): Leaving {
  const leaving = new Leaving([unwind]);
  const callers = new Map<number, number[]>();
  module.bodies.forEach((_, i) => {
    const fn = i + module.importedFunctions;
    const { direct, indirect } = callsOf(module, i);
    if (direct.has(caught)) {
      // What is called through the table may do anything: it must be within a function that is called by name.
      if (indirect) throw new Error(`link: function ${fn} asks caught() and calls through the table`);
      leaving.catchers.add(fn);
      return;
    }
    if (indirect) leaving.add(fn);
    for (const callee of direct) callers.set(callee, [...(callers.get(callee) ?? []), fn]);
  });
  // A Set goes on to what is added while it is gone through.
  for (const fn of leaving) for (const caller of callers.get(fn) ?? []) leaving.add(caller);
  return leaving;
}

interface Rewriting extends UnwindingImports {
  readonly leaving: Leaving;
}
function rewrite(module: WasmModule, index: number, { unwind, caught, leaving }: Rewriting): Uint8Array {
  const { wasm, bodies } = module;
  const fn = index + module.importedFunctions;
  const asks = leaving.catchers.has(fn);
  const results = module.signatureOf(module.typeOf(fn)).results;
  const { start, end } = bodies[index];
  const reader = new Reader(wasm, start);
  reader.skipLocals();
  const out = new Writer().append(wasm.subarray(start, reader.at));
  let depth = 0;
  const leave = (): void => {
    for (const type of results) out.bytes(...NOTHING[type]);
    out.bytes(OP.return);
  };
  const look = (): void => {
    if (asks) return;
    out.bytes(OP.i32Const, 0, OP.i32Load8u, 0).u32(UNWINDING);
    if (results.length === 0) out.bytes(OP.brIf).u32(depth);
    else {
      out.bytes(OP.if, VOID);
      leave();
      out.bytes(OP.end);
    }
  };
  while (reader.at < end) {
    const from = reader.at;
    const op = reader.byte();
    if (op === OP.call) {
      const callee = reader.u32();
      if (callee === unwind) {
        out.bytes(OP.i32Const, 0, OP.i32Const, 1, OP.i32Store8, 0).u32(UNWINDING);
        leave();
      } else if (callee === caught) {
        out.bytes(OP.i32Const, 0, OP.i32Load8u, 0).u32(UNWINDING);
        out.bytes(OP.i32Const, 0, OP.i32Const, 0, OP.i32Store8, 0).u32(UNWINDING);
      } else {
        out.append(wasm.subarray(from, reader.at));
        if (leaving.has(callee)) look();
      }
      continue;
    }
    if (op === OP.block || op === OP.loop || op === OP.if) depth++;
    if (op === OP.end) depth--;
    reader.skipImmediates(op);
    out.append(wasm.subarray(from, reader.at));
    if (op === OP.callIndirect) look();
  }
  return out.result();
}
