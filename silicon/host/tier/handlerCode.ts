import { OP, Reader, VOID, Writer } from './wasmBinary.js';
import { OPERATORS, LOADS, STORES } from './operators.js';

/** The custom section of `silicon.wasm` that holds this, written by the linker. */
export const SECTION_NAME = 'handlers';

/** An instruction of a handler's body. Blocks and ifs hold their bodies. */
export interface Node {
  readonly op: number;
  /** Number of a local, function or label; offset of an access. */
  readonly index: number;
  readonly constant?: bigint;
  /** Alignment of an access; type of a block's result, or VOID. */
  readonly type: number;
  readonly body: readonly Node[];
  readonly otherwise: readonly Node[];
}

/** A function that handlers call. `silicon.wasm` exports it under `exportName`. */
export interface Callee {
  readonly index: number;
  readonly parameters: readonly number[];
  readonly results: readonly number[];
  /** A guest fault may be leaving when it returns. */
  readonly leaves: boolean;
  /** Which of what compiled code keeps in locals it may read and write. */
  readonly touches: Touches;
  /** It is the import that begins the unwinding of a guest fault. */
  readonly unwinds: boolean;
}
/** No slot, BUDGET only, or any. */
export type Touches = 'nothing' | 'budget' | 'all';
export const exportName = (callee: number): string => `f${callee}`;

/** Near calls and returns, which belong together. */
export type HandlerKind = 'plain' | 'calls' | 'returns';
export interface HandlerBody {
  readonly kind: HandlerKind;
  /** Types of the locals after the record. */
  readonly locals: readonly number[];
  readonly nodes: readonly Node[];
  readonly callees: ReadonlyMap<number, Callee>;
}

/** The bodies of handlers as the compiler made them, by number. */
export interface HandlerCode {
  /** Records behind one with this handler are not for regions, for they change. */
  ends(handler: number): boolean;
  body(handler: number): HandlerBody | undefined;
}

const LEAVES = 1;
const UNWINDS = 2;
const TOUCHES: readonly Touches[] = ['nothing', 'budget', 'all'];
/** What a handler does to the stack of return addresses. */
const KINDS: readonly HandlerKind[] = ['plain', 'calls', 'returns'];

export function writeHandlerCode(
  callees: readonly Callee[],
  ends: readonly number[],
  bodies: readonly { readonly handler: number; readonly kind: HandlerKind; readonly code: Uint8Array }[],
): Uint8Array {
  const out = new Writer().u32(callees.length);
  for (const { index, parameters, results, leaves, touches, unwinds } of callees) {
    out
      .u32(index)
      .u32(parameters.length)
      .bytes(...parameters);
    out.u32(results.length).bytes(...results);
    out.bytes((leaves ? LEAVES : 0) | (unwinds ? UNWINDS : 0), TOUCHES.indexOf(touches));
  }
  out.u32(ends.length);
  for (const handler of ends) out.u32(handler);
  out.u32(bodies.length);
  for (const { handler, kind, code } of bodies)
    out.u32(handler).bytes(KINDS.indexOf(kind)).u32(code.length).append(code);
  return out.result();
}

export function readHandlerCode(section: Uint8Array): HandlerCode {
  const reader = new Reader(section, 0);
  const types = (): number[] => Array.from({ length: reader.u32() }, () => reader.byte());
  const callees = new Map<number, Callee>();
  for (let n = reader.u32(); n > 0; n--) {
    const index = reader.u32();
    const parameters = types();
    const results = types();
    const flags = reader.byte();
    callees.set(index, {
      index,
      parameters,
      results,
      leaves: (flags & LEAVES) !== 0,
      touches: TOUCHES[reader.byte()],
      unwinds: (flags & UNWINDS) !== 0,
    });
  }
  const ends = new Set(Array.from({ length: reader.u32() }, () => reader.u32()));
  const from = new Map<number, { at: number; kind: HandlerKind }>();
  for (let n = reader.u32(); n > 0; n--) {
    const handler = reader.u32();
    const kind = KINDS[reader.byte()];
    const bytes = reader.u32();
    from.set(handler, { at: reader.at, kind });
    reader.at += bytes;
  }
  const read = new Map<number, HandlerBody>();
  return {
    ends: (handler) => ends.has(handler),
    body: (handler) => {
      const found = from.get(handler);
      if (!found) return undefined;
      const body = read.get(handler) ?? { kind: found.kind, callees, ...readBody(section, found.at) };
      read.set(handler, body);
      return body;
    },
  };
}

export function readBody(code: Uint8Array, at: number): Pick<HandlerBody, 'locals' | 'nodes'> {
  const reader = new Reader(code, at);
  const locals: number[] = [];
  for (let groups = reader.u32(); groups > 0; groups--) {
    const count = reader.u32();
    const type = reader.byte();
    for (let i = 0; i < count; i++) locals.push(type);
  }
  return { locals, nodes: readNodes(reader).nodes };
}

const node = (op: number, parts: Partial<Node> = {}): Node => ({
  op,
  index: 0,
  type: VOID,
  body: [],
  otherwise: [],
  ...parts,
});

/** Thrown at an instruction that is not known here: the handler is called instead. */
export class Unknown extends Error {}

function readNodes(reader: Reader): { nodes: Node[]; end: number } {
  const nodes: Node[] = [];
  for (;;) {
    const op = reader.byte();
    if (op === OP.end || op === OP.else) return { nodes, end: op };
    nodes.push(readNode(reader, op));
  }
}
function readNode(reader: Reader, op: number): Node {
  switch (op) {
    case OP.block:
    case OP.if: {
      const type = reader.byte();
      const { nodes: body, end } = readNodes(reader);
      return node(op, { type, body, otherwise: end === OP.else ? readNodes(reader).nodes : [] });
    }
    case OP.br:
    case OP.brIf:
    case OP.call:
    case OP.localGet:
    case OP.localSet:
    case OP.localTee:
      return node(op, { index: reader.u32() });
    case OP.i32Const:
    case OP.i64Const:
      return node(op, { constant: reader.signed() });
    case OP.unreachable:
    case OP.nop:
    case OP.return:
    case OP.drop:
    case OP.select:
      return node(op);
    default:
      if (LOADS.has(op) || STORES.has(op)) {
        const type = reader.u32();
        return node(op, { type, index: reader.u32() });
      }
      if (OPERATORS.has(op)) return node(op);
      throw new Unknown(`wasm: instruction ${op.toString(16)}h`);
  }
}
