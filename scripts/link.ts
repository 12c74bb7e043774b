import { REGIONS, addressOf } from '../spec/layout.js';
import type { HandlerChoice } from './hotHandlers.js';
import { handlerSection } from './handlerSection.js';
import { linkUnwinding } from './unwinding.js';
import { exportName } from '../silicon/host/tier/handlerCode.js';
import {
  OP,
  Reader,
  SECTION,
  VALUE,
  VOID,
  Writer,
  codeOf,
  readModule,
  replaceSections,
  type Section,
  type WasmModule,
} from '../silicon/host/tier/wasmBinary.js';

/** What the name of a handler's function begins with. */
const HANDLER = 'h_';
/** Where a cold handler finds the record it runs for, should it fault. */
const CURP = addressOf('CURP');

/**
 * Rewrite the body of `fast` into `loop { br_table over the handler number }`: hot handlers inline, the others behind call_indirect. The
 * compiler only ever sees small functions; the hot set is data.
 *
 * Depths inside the loop, for case i of n hot ones: the blocks of later cases, then the cold block, then the loop.
 */
export function linkSilicon(wasm: Uint8Array, choice: HandlerChoice): Uint8Array {
  const module = readModule(wasm);
  const bodyOf = (name: string): number => {
    const fn = module.exports.get(`${HANDLER}${name}`);
    if (fn === undefined) throw new Error(`link: handler ${name} is not exported`);
    return fn;
  };
  const fast = module.exports.get('fast');
  if (fast === undefined) throw new Error('link: no function fast');
  const body = dispatchLoop(module, choice, bodyOf);
  const handlers = handlerSection(
    wasm,
    module,
    choice.names.map((name) => [name, bodyOf(name)] as const),
  );
  const linked = linkUnwinding(
    replaceBody(wasm, module, fast - module.importedFunctions, body, handlers.callees),
  );
  return new Writer().append(linked).append(handlers.section).result();
}

function dispatchLoop(
  module: WasmModule,
  choice: HandlerChoice,
  bodyOf: (name: string) => number,
): Uint8Array {
  const hot = choice.names
    .map((name, i) => ({ name, i }))
    .filter(({ name }) => name !== 'exit' && choice.hot(name));
  const n = hot.length;
  const caseOf = new Map(hot.map(({ i }, at) => [i, at]));
  const locals = new LocalPool();
  const code = new Writer();
  // Blocks from the outside in: loop, exit... cold, case n-1, ..., case 0.
  code.bytes(OP.loop, VOID, OP.block, VOID, OP.block, VOID);
  for (let i = 0; i < n; i++) code.bytes(OP.block, VOID);
  code.bytes(OP.localGet, 0, OP.i32Load16u, 1, 0, OP.brTable).u32(choice.names.length);
  // Labels here: case i is depth i, cold is n, exit is n + 1.
  for (let h = 0; h < choice.names.length; h++) code.u32(h === 0 ? n + 1 : (caseOf.get(h) ?? n));
  code.u32(n);
  hot.forEach(({ name }, i) => {
    code.bytes(OP.end);
    const toLoop = n - 1 - i + 2;
    code.bytes(OP.block, VALUE.i32);
    inline(module, bodyOf(name), locals, code);
    code.bytes(OP.end, OP.localSet, 0, OP.br).u32(toLoop);
  });
  code.bytes(OP.end); // cold
  storeRecord(code);
  code
    .bytes(OP.localGet, 0, OP.localGet, 0, OP.i32Load16u, 1, 0, OP.i32Const, 1, OP.i32Shl, OP.i32Load16u, 1)
    .u32(REGIONS.HANDLER_TABLE)
    .bytes(OP.callIndirect);
  code
    .u32(module.typeOf(bodyOf(choice.names[1])))
    .u32(0)
    .bytes(OP.localSet, 0, OP.br)
    .u32(1);
  code.bytes(OP.end); // exit
  code.bytes(OP.end); // loop
  return new Writer().append(locals.declarations()).append(code.result()).bytes(OP.end).result();
}

/** CURP = the record that runs. */
function storeRecord(code: Writer): void {
  code.bytes(OP.i32Const).s32(CURP).bytes(OP.localGet, 0, OP.i32Store, 2, 0);
}

/** Locals of the inlined bodies: shared between cases by type, since at most one case runs at a time. */
class LocalPool {
  private readonly types: number[] = [];
  private readonly byType = new Map<number, number[]>();
  /** One local of the pool for each of `types`. */
  take(types: number[]): number[] {
    const used = new Map<number, number>();
    return types.map((type) => {
      const pool = this.byType.get(type) ?? [];
      this.byType.set(type, pool);
      const k = used.get(type) ?? 0;
      used.set(type, k + 1);
      if (k === pool.length) {
        this.types.push(type);
        pool.push(this.types.length); // parameter 0 is the record
      }
      return pool[k];
    });
  }
  declarations(): Uint8Array {
    const out = new Writer().u32(this.types.length);
    for (const type of this.types) out.u32(1).bytes(type);
    return out.result();
  }
}

/**
 * Copy a body, renaming its locals and turning `return` into a branch to the block around it. Around a call the record pointer goes through
 * CURP: were it live across calls, V8 would keep it on the stack and load it from there for every instruction.
 */
function inline(module: WasmModule, fn: number, pool: LocalPool, out: Writer): void {
  const { start, end } = module.bodies[fn - module.importedFunctions];
  const reader = new Reader(module.wasm, start);
  const types: number[] = [];
  for (let groups = reader.u32(); groups > 0; groups--) {
    const count = reader.u32();
    const type = reader.byte();
    for (let i = 0; i < count; i++) types.push(type);
  }
  const map = [0, ...pool.take(types)];
  const body = new Writer();
  const assigned = new Set<number>([0]);
  const needZero = new Set<number>();
  let depth = 0;
  let recordKept = true;
  while (reader.at < end - 1) {
    const from = reader.at;
    const op = reader.byte();
    if (op === OP.localGet || op === OP.localSet || op === OP.localTee) {
      const local = reader.u32();
      if (op === OP.localGet) {
        if (!assigned.has(local)) needZero.add(local);
      } else if (depth === 0) assigned.add(local);
      if (op !== OP.localGet && local === 0) recordKept = false;
      body.bytes(op).u32(map[local]);
    } else if (op === OP.return) body.bytes(OP.br).u32(depth);
    else if (op === OP.call) {
      const callee = reader.u32();
      if (recordKept) storeRecord(body);
      body.bytes(op).u32(callee);
      if (recordKept) body.bytes(OP.i32Const).s32(CURP).bytes(OP.i32Load, 2, 0, OP.localSet, 0);
    } else {
      if (op === OP.block || op === OP.loop || op === OP.if) depth++;
      if (op === OP.end) depth--;
      reader.skipImmediates(op);
      body.append(module.wasm.subarray(from, reader.at));
    }
  }
  // A local that may be read before it is written must hold the zero that Wasm promises.
  for (const local of needZero) {
    const type = types[local - 1];
    if (type === VALUE.i32) out.bytes(OP.i32Const, 0);
    else if (type === VALUE.i64) out.bytes(OP.i64Const, 0);
    else throw new Error(`link: local of type ${type} read before it is written`);
    out.bytes(OP.localSet).u32(map[local]);
  }
  out.append(body.result());
}

/**
 * The content of the export section without the handlers, which only the linker asks for: each costs time at every start. With the functions
 * that compiled regions call.
 */
function publicExports(wasm: Uint8Array, section: Section, callees: readonly number[]): Uint8Array {
  const reader = new Reader(wasm, section.start);
  const kept = new Writer();
  let count = 0;
  for (let n = reader.u32(); n > 0; n--) {
    const from = reader.at;
    const name = reader.name();
    reader.byte();
    reader.u32();
    if (name.startsWith(HANDLER)) continue;
    kept.append(wasm.subarray(from, reader.at));
    count++;
  }
  for (const callee of callees) kept.name(exportName(callee)).bytes(0).u32(callee);
  return new Writer()
    .u32(count + callees.length)
    .append(kept.result())
    .result();
}
function replaceBody(
  wasm: Uint8Array,
  module: WasmModule,
  index: number,
  body: Uint8Array,
  callees: readonly number[],
): Uint8Array {
  const bodies = module.bodies.map(({ start, end }, i) => (i === index ? body : wasm.subarray(start, end)));
  return replaceSections(wasm, (section) => {
    if (section.id === SECTION.export) return publicExports(wasm, section, callees);
    return section.id === SECTION.code ? codeOf(bodies) : undefined;
  });
}
