import {
  SECTION_NAME,
  Unknown,
  readBody,
  writeHandlerCode,
  type Callee,
  type HandlerKind,
  type Node,
  type Touches,
} from '../silicon/host/tier/handlerCode.js';
import { OP, SECTION, Writer, type WasmModule } from '../silicon/host/tier/wasmBinary.js';
import { unwindingImports, whatUnwinds } from './unwinding.js';

/**
 * What exports touch of that which compiled regions keep in locals: all others may touch everything. What they do behind onlyExactly() does
 * not count, for in a region they do not get there.
 */
const TOUCHES: readonly (readonly [Touches, readonly string[]])[] = [
  ['nothing', ['slowLoad', 'slowStore', 'slowModify', 'probeRead', 'probeWrite', 'checkOperand']],
  ['budget', ['takenSlow']],
];
/** Handlers that decode again what is behind their record. */
const ENDS = ['cross'];
/** Bytes of the longest handler that is worth a copy in a region. */
const LONGEST = 600;

/** The custom section with handlers that can be made special for a record, and the functions they call, which must be exported. */
export function handlerSection(
  wasm: Uint8Array,
  module: WasmModule,
  handlers: readonly (readonly [name: string, fn: number])[],
): { section: Uint8Array; callees: readonly number[] } {
  const imports = unwindingImports(wasm);
  const { unwind } = imports;
  const leaving = whatUnwinds(module, imports);
  const touches = new Map(
    TOUCHES.flatMap(([what, names]) => names.map((name) => [module.exports.get(name), what] as const)),
  );
  const called = new Set<number>();
  const bodies = handlers.flatMap(([name, fn], handler) => {
    const { start, end } = module.bodies[fn - module.importedFunctions];
    if (end - start > LONGEST) return [];
    const calls = callsOf(wasm, start);
    // What the host does is too much for a region.
    if (!calls || calls.some((callee) => callee < module.importedFunctions && callee !== unwind)) return [];
    for (const callee of calls) called.add(callee);
    return [{ handler, kind: kindOf(name), code: wasm.subarray(start, end) }];
  });
  const ends = handlers.flatMap(([name], handler) => (ENDS.includes(name) ? [handler] : []));
  const callees = [...called].map((index): Callee => ({
    index,
    ...module.signatureOf(module.typeOf(index)),
    leaves: leaving.has(index),
    touches: touches.get(index) ?? 'all',
    unwinds: index === unwind,
  }));
  const content = new Writer()
    .name(SECTION_NAME)
    .append(writeHandlerCode(callees, ends, bodies))
    .result();
  return {
    section: new Writer().section(SECTION.custom, content).result(),
    callees: callees.filter(({ unwinds }) => !unwinds).map(({ index }) => index),
  };
}

const kindOf = (name: string): HandlerKind =>
  /^(call|calle_.*)_64$/.test(name) ? 'calls' : /^retn?_64$/.test(name) ? 'returns' : 'plain';
/** Functions that a body calls; nothing for one that cannot be made special. */
function callsOf(wasm: Uint8Array, start: number): number[] | undefined {
  try {
    return calls(readBody(wasm, start).nodes);
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}
const calls = (nodes: readonly Node[]): number[] =>
  nodes.flatMap(({ op, index, body, otherwise }) =>
    op === OP.call ? [index] : [...calls(body), ...calls(otherwise)],
  );
