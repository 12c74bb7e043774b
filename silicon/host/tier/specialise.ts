import { RECORD, addressOf } from '../../../spec/layout.js';
import type { HandlerBody, Node } from './handlerCode.js';
import { HandlerLocals, type Known } from './handlerLocals.js';
import { NEXT, Temporaries } from './locals.js';
import { LOADS, OPERATORS, STORES, type Access } from './operators.js';
import { NotSpecial, type Mark, type Marking, type RecordCode, type RecordMemory } from './recordCode.js';
import { slotAt } from './slots.js';
import { fixedAt, isWhole, readSlot, writeSlot } from './stateAccess.js';
import { constantOf, either, mayPoint, operate, type Value } from './value.js';
import { OP, VALUE, VOID, unsigned } from './wasmBinary.js';

const CURP = addressOf('CURP');
const UNWINDING = addressOf('UNWINDING');

/** A block or an arm that branches may leave. */
interface Label {
  /** Its end is the end of the handler. */
  readonly tail: boolean;
  readonly depth: number;
  readonly type: number;
  /** Where its value goes. */
  readonly result: number | undefined;
  /** For each way to its end, what is known of the handler's locals, and the value. */
  readonly known: Known[];
  readonly values: Value[];
}

/**
 * The code of record `p`: its handler's body with the record's address as a constant. What the record holds becomes constants, slots become
 * locals, and each way out names the record it goes to. Throws NotSpecial or TooManyLocals for a handler that cannot be treated so.
 */
export function specialise(memory: RecordMemory, p: number, body: HandlerBody): RecordCode {
  return new Specialiser(memory, p, body).recordCode();
}

class Specialiser {
  private readonly code: number[] = [];
  private readonly marks: Mark[] = [];
  private readonly stack: Value[] = [];
  private readonly labels: Label[] = [];
  private depth = 0;
  /** Control does not get here. */
  private ended = false;
  private readonly temporaries = new Temporaries();
  private readonly locals: HandlerLocals;
  private readonly reads = new Set<number>();
  private readonly writes = new Set<number>();

  constructor(
    private readonly memory: RecordMemory,
    private readonly p: number,
    private readonly body: HandlerBody,
  ) {
    this.locals = new HandlerLocals([VALUE.i32, ...body.locals], this.temporaries, p);
    this.code.push(...this.locals.begin());
  }

  recordCode(): RecordCode {
    this.sequence(this.body.nodes, true);
    const { code, marks, reads, writes } = this;
    const end = marks.at(-1);
    const falls = end?.kind === 'goto' && end.at === code.length && end.depth === 0 ? end.to : undefined;
    if (falls !== undefined) marks.pop();
    return { code: Uint8Array.from(code), marks, falls, reads, writes };
  }

  /** Instructions one after another; `tail` when the handler ends behind them. */
  private sequence(nodes: readonly Node[], tail: boolean): void {
    for (let i = 0; i < nodes.length && !this.ended; i++)
      this.instruction(nodes[i], tail && i === nodes.length - 1);
    if (tail && !this.ended) this.leaveFor(this.pop());
  }
  private instruction(node: Node, tail: boolean): void {
    const { op, index } = node;
    switch (op) {
      case OP.nop:
        return;
      case OP.unreachable:
        this.code.push(OP.unreachable);
        this.ended = true;
        return;
      case OP.block:
        return this.block(node, tail && node.type !== VOID, node.body);
      case OP.if:
        return this.conditional(node, tail && node.type !== VOID);
      case OP.br:
        return this.branch(index);
      case OP.brIf:
        return this.branchIf(index);
      case OP.return:
        return this.leaveFor(this.pop());
      case OP.call:
        return this.call(index);
      case OP.drop:
        this.pop();
        return;
      case OP.select:
        return this.select();
      case OP.localGet:
        this.stack.push(this.locals.get(index));
        return;
      case OP.localSet:
        this.setLocal(index, this.pop());
        return;
      case OP.localTee:
        this.setLocal(index, this.pop());
        this.stack.push(this.locals.get(index));
        return;
      case OP.i32Const:
        this.stack.push(constantOf(VALUE.i32, node.constant!));
        return;
      case OP.i64Const:
        this.stack.push(constantOf(VALUE.i64, node.constant!));
        return;
      default:
        if (LOADS.has(op)) return this.load(node, LOADS.get(op)!);
        if (STORES.has(op)) return this.store(node, STORES.get(op)!);
        this.stack.push(operate(op, this.stack.splice(this.stack.length - OPERATORS.get(op)!.from.length)));
    }
  }

  private pop(): Value {
    return this.stack.pop()!;
  }
  /** Work out now what stands on the stack and could change. */
  private settle(): void {
    for (const value of this.stack) if (value.reads) this.bind(value);
  }
  private bind(value: Value): void {
    if (value.constant !== undefined) return;
    const local = this.temporaries.take(value.type);
    this.code.push(...value.code, OP.localSet, ...unsigned(local));
    value.code = [OP.localGet, ...unsigned(local)];
    value.reads = false;
  }
  private mark(mark: Marking): void {
    this.marks.push({ ...mark, at: this.code.length, depth: this.depth });
  }

  private setLocal(index: number, value: Value): void {
    this.settle();
    this.code.push(...this.locals.set(index, value, this.depth === 0));
  }

  private select(): void {
    const [first, second, condition] = this.stack.splice(this.stack.length - 3);
    if (condition.constant !== undefined) {
      this.stack.push(condition.constant !== 0n ? first : second);
      return;
    }
    // Constants may be told apart by it later.
    if (first.constant !== undefined && second.constant !== undefined) this.bind(condition);
    this.stack.push(either(condition, first, second));
  }

  private load(node: Node, access: Access): void {
    const address = this.pop();
    const { op, index: offset, type: alignment } = node;
    if (address.constant !== undefined) this.stack.push(this.loaded(node, access, address.constant));
    else if (address.choice) {
      const { condition, first, second } = address.choice;
      this.stack.push(either(condition, this.loaded(node, access, first), this.loaded(node, access, second)));
    } else if (address.slots) throw new NotSpecial('an address of one register or another');
    else
      this.stack.push({
        type: access.type,
        code: [...address.code, op, alignment, ...unsigned(offset)],
        reads: true,
      });
  }
  private loaded({ op, index: offset, type: alignment }: Node, access: Access, address: bigint): Value {
    const at = Number(BigInt.asUintN(32, address)) + offset;
    const slot = slotAt(at);
    if (slot) {
      this.reads.add(slot.index);
      return { type: access.type, code: readSlot(slot, at, access), reads: true };
    }
    const fixed = fixedAt(this.memory, this.p, at, access);
    if (fixed !== undefined) return constantOf(access.type, fixed);
    return { type: access.type, code: [OP.i32Const, 0, op, alignment, ...unsigned(at)], reads: true };
  }

  private store({ op, index: offset, type: alignment }: Node, access: Access): void {
    const value = this.pop();
    const address = this.pop();
    this.settle();
    if (address.slots) throw new NotSpecial('an address of one register or another');
    if (address.constant === undefined) {
      this.code.push(...address.code, ...value.code, op, alignment, ...unsigned(offset));
      return;
    }
    const at = Number(BigInt.asUintN(32, address.constant)) + offset;
    const slot = slotAt(at);
    // It says itself when it is no more the running one.
    if (at === CURP) throw new NotSpecial('a handler that ends its record');
    if (slot) {
      this.writes.add(slot.index);
      if (!isWhole(slot, access)) this.reads.add(slot.index);
      this.code.push(...writeSlot(slot, at, value.code, access));
    } else if (at >= this.p - RECORD.SIZE && at < this.p + 3 * RECORD.SIZE)
      throw new NotSpecial('a record that changes');
    else this.code.push(OP.i32Const, 0, ...value.code, op, alignment, ...unsigned(at));
  }

  private call(index: number): void {
    const callee = this.body.callees.get(index);
    if (!callee) throw new NotSpecial(`a call of function ${index}`);
    if (callee.unwinds) {
      this.code.push(OP.i32Const, 0, OP.i32Const, 1, OP.i32Store8, 0, ...unsigned(UNWINDING), OP.i32Const, 1);
      this.mark({ kind: 'leaveIf' });
      this.code.push(OP.unreachable);
      this.ended = true;
      return;
    }
    const operands = this.stack.splice(this.stack.length - callee.parameters.length);
    this.settle();
    const record = this.locals.get(0);
    this.code.push(OP.i32Const, 0, ...record.code, OP.i32Store, 2, ...unsigned(CURP));
    const only = callee.touches === 'budget' ? { only: callee.touches } : {};
    if (callee.touches !== 'nothing') this.mark({ kind: 'spill', ...only });
    this.code.push(...operands.flatMap(({ code }) => code));
    this.mark({ kind: 'call', callee });
    const [type] = callee.results;
    const result = type === undefined ? undefined : this.temporaries.take(type);
    if (result !== undefined) this.code.push(OP.localSet, ...unsigned(result));
    if (callee.touches !== 'nothing') this.mark({ kind: 'reload', ...only });
    if (callee.leaves) {
      this.code.push(OP.i32Const, 0, OP.i32Load8u, 0, ...unsigned(UNWINDING));
      this.mark({ kind: 'leaveIf' });
    }
    if (result !== undefined)
      this.stack.push({ type, code: [OP.localGet, ...unsigned(result)], reads: false });
  }

  /** The handler returns this: go on there. */
  private leaveFor(next: Value): void {
    this.ended = true;
    if (next.choice) {
      const { condition, first, second } = next.choice;
      this.code.push(...condition.code, OP.if, VOID);
      this.depth++;
      this.goTo(first);
      this.depth--;
      this.code.push(OP.end);
      this.goTo(second);
    } else if (next.constant !== undefined) this.goTo(next.constant);
    else {
      this.code.push(...next.code, OP.localSet, NEXT);
      this.mark({ kind: 'leave' });
    }
  }
  private goTo(record: bigint): void {
    this.mark({ kind: 'goto', to: Number(BigInt.asUintN(32, record)) });
  }

  private open(op: number, condition: Value | undefined): void {
    this.settle();
    if (condition) this.code.push(...condition.code);
    this.code.push(op, VOID);
    this.depth++;
  }
  private close(): void {
    this.depth--;
    this.code.push(OP.end);
  }
  private labelFor({ type }: Node, tail: boolean): Label {
    const result = type === VOID || tail ? undefined : this.temporaries.take(type);
    return { tail, depth: this.depth, result, type, known: [], values: [] };
  }
  private block(node: Node, tail: boolean, body: readonly Node[]): void {
    this.code.push(...this.locals.enter(node));
    this.open(OP.block, undefined);
    const label = this.labelFor(node, tail);
    this.arm(label, body);
    this.close();
    this.join(label);
  }
  /** The value on the stack goes to the label's end. */
  private deliver(label: Label, value: Value): void {
    label.values.push(value);
    this.code.push(...value.code, OP.localSet, ...unsigned(label.result!));
  }
  /** What is inside a label, and the way to its end. */
  private arm(label: Label, body: readonly Node[]): void {
    const height = this.stack.length;
    this.labels.push(label);
    this.sequence(body, label.tail);
    if (!this.ended) this.reach(label, height);
    this.labels.pop();
    this.stack.length = height;
  }
  private reach(label: Label, height: number): void {
    if (label.result !== undefined) this.deliver(label, this.stack[height]);
    label.known.push(this.locals.now());
  }
  private join({ known, result, type, values }: Label, condition?: Value): void {
    this.ended = known.length === 0;
    if (this.ended) return;
    this.locals.join(known);
    if (result === undefined) return;
    const code = [OP.localGet, ...unsigned(result)];
    const [first, second] = values;
    if (
      condition &&
      values.length === 2 &&
      known.length === 2 &&
      first.constant !== undefined &&
      second.constant !== undefined
    )
      this.stack.push({ ...either(condition, first, second), code, reads: false });
    else {
      const slots = values.some(mayPoint);
      this.stack.push({ type, code, reads: false, ...(slots ? { slots } : {}) });
    }
  }
  private conditional(node: Node, tail: boolean): void {
    const condition = this.pop();
    const { body, otherwise } = node;
    if (condition.constant !== undefined) {
      const arm = condition.constant !== 0n ? body : otherwise;
      this.block(node, tail, arm);
      return;
    }
    this.bind(condition);
    this.code.push(...this.locals.enter(node));
    this.open(OP.if, condition);
    const label = this.labelFor(node, tail);
    const before = this.locals.now();
    this.arm(label, body);
    this.ended = false;
    this.locals.restore(before);
    this.code.push(OP.else);
    const ways = label.known.length;
    this.arm(label, otherwise);
    this.close();
    // With one way out of each arm, the values are those of the condition.
    this.join(label, ways === 1 ? condition : undefined);
  }
  private branch(index: number): void {
    const label = this.labels.at(-1 - index);
    if (!label || label.tail) {
      this.leaveFor(this.pop());
      return;
    }
    if (label.result !== undefined) this.deliver(label, this.pop());
    label.known.push(this.locals.now());
    this.code.push(OP.br, ...unsigned(this.depth - label.depth));
    this.ended = true;
  }
  private branchIf(index: number): void {
    const condition = this.pop();
    if (condition.constant === 0n) return;
    if (condition.constant !== undefined) return this.branch(index);
    const label = this.labels.at(-1 - index);
    const value = label && label.type === VOID ? undefined : this.stack.at(-1);
    if (value) this.bind(value);
    this.open(OP.if, condition);
    this.branch(index);
    if (value) this.stack.push(value);
    this.ended = false;
    this.close();
  }
}
