import type { Node } from './handlerCode.js';
import type { Temporaries } from './locals.js';
import { slotAt } from './slots.js';
import { constantOf, type Value } from './value.js';
import { OP, VALUE, unsigned } from './wasmBinary.js';

/** What is known of the locals of a handler at one place of its body. */
export type Known = readonly (bigint | undefined)[];

/** The locals of a handler: most hold the same for a record whatever happens, and then are nowhere but here. */
export class HandlerLocals {
  /** The locals of the compiled function that hold them. */
  private readonly homes: readonly number[];
  private known: Known;
  /** Those that may hold the address of a slot. */
  private readonly pointers = new Set<number>();

  constructor(
    private readonly types: readonly number[],
    temporaries: Temporaries,
    p: number,
  ) {
    this.homes = types.map((type) => temporaries.take(type));
    this.known = types.map((type, i) => {
      if (i === 0) return BigInt.asIntN(32, BigInt(p));
      return type === VALUE.i32 || type === VALUE.i64 ? 0n : undefined;
    });
  }
  /** Code that makes what is not known at the beginning zero. */
  begin(): number[] {
    return this.types.flatMap((type, i) => {
      if (this.known[i] !== undefined) return [];
      const zero = type === VALUE.f32 ? [OP.f32Const, 0, 0, 0, 0] : [OP.f64Const, 0, 0, 0, 0, 0, 0, 0, 0];
      return [...zero, ...this.setHome(i)];
    });
  }
  private setHome(index: number): number[] {
    return [OP.localSet, ...unsigned(this.homes[index])];
  }

  get(index: number): Value {
    const constant = this.known[index];
    const type = this.types[index];
    if (constant !== undefined) return constantOf(type, constant);
    const code = [OP.localGet, ...unsigned(this.homes[index])];
    return { type, code, reads: true, ...(this.pointers.has(index) ? { slots: true } : {}) };
  }
  /** Code that sets a local. Where nothing but straight code follows, a constant needs none. */
  set(index: number, value: Value, straight: boolean): number[] {
    this.known = this.known.map((was, i) => (i === index ? value.constant : was));
    if (value.slots) this.pointers.add(index);
    return value.constant !== undefined && straight ? [] : [...value.code, ...this.setHome(index)];
  }
  /** Code before a block: what is known and may be set inside must be in its home when the block ends. */
  enter(block: Node): number[] {
    return [...setIn(block)].flatMap((index) => {
      const constant = this.known[index];
      return constant === undefined
        ? []
        : [...constantOf(this.types[index], constant).code, ...this.setHome(index)];
    });
  }

  /** What is known here, for `restore` and `join`. */
  now(): Known {
    return this.known;
  }
  restore(known: Known): void {
    this.known = known;
  }
  /** Control comes here from places where so much was known. */
  join(ways: readonly Known[]): void {
    this.known = ways[0].map((value, i) => {
      if (ways.every((other) => other[i] === value)) return value;
      if (ways.some(({ [i]: other }) => other !== undefined && slotAt(Number(other)))) this.pointers.add(i);
      return undefined;
    });
  }
}

const SET_IN = new WeakMap<Node, ReadonlySet<number>>();
/** Locals that are set inside a node. */
function setIn(node: Node): ReadonlySet<number> {
  const known = SET_IN.get(node);
  if (known) return known;
  const found = new Set<number>();
  for (const inner of [...node.body, ...node.otherwise]) {
    if (inner.op === OP.localSet || inner.op === OP.localTee) found.add(inner.index);
    for (const index of setIn(inner)) found.add(index);
  }
  SET_IN.set(node, found);
  return found;
}
