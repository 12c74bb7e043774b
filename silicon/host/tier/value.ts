import { OPERATORS } from './operators.js';
import { slotAt } from './slots.js';
import { OP, VALUE, signed } from './wasmBinary.js';

/** A value on the stack of a handler: the code that works it out, where that is put off, or a constant. */
export interface Value {
  readonly type: number;
  readonly constant?: bigint;
  code: readonly number[];
  /** The code reads what a later instruction may write. */
  reads: boolean;
  /** It may be the address of a slot, where nothing is while compiled code runs. */
  readonly slots?: boolean;
  /** One of two constants: the first when the condition is not zero. */
  readonly choice?: { readonly condition: Value; readonly first: bigint; readonly second: bigint };
}

/** A constant, as a signed number of its width. */
export const constantOf = (type: number, value: bigint): Value => ({
  type,
  constant: value,
  code: [type === VALUE.i32 ? OP.i32Const : OP.i64Const, ...signed(value)],
  reads: false,
});

/** May the value be used as the address of a slot? */
export const mayPoint = ({ constant, slots = false }: Value): boolean =>
  slots || (constant !== undefined && slotAt(Number(constant)) !== undefined);

function combined(type: number, operands: readonly Value[], op: number, points: boolean): Value {
  return {
    type,
    code: [...operands.flatMap(({ code }) => code), op],
    reads: operands.some(({ reads }) => reads),
    ...(points ? { slots: true } : {}),
  };
}

/** The first of two values when the condition is not zero. */
export function either(condition: Value, first: Value, second: Value): Value {
  const value = combined(
    first.type,
    [first, second, condition],
    OP.select,
    mayPoint(first) || mayPoint(second),
  );
  if (first.constant === undefined || second.constant === undefined) return value;
  return { ...value, choice: { condition, first: first.constant, second: second.constant } };
}

/** What an operator makes of its operands. */
export function operate(op: number, operands: readonly Value[]): Value {
  const { to, fold } = OPERATORS.get(op)!;
  const [a, b] = operands;
  if (fold && operands.every(({ constant }) => constant !== undefined)) {
    const value = fold(a.constant!, b?.constant ?? 0n);
    return constantOf(to, BigInt.asIntN(to === VALUE.i32 ? 32 : 64, value));
  }
  if (b?.constant === 0n && NEUTRAL_RIGHT.has(op)) return a;
  if (a.constant === 0n && NEUTRAL_LEFT.has(op)) return b;
  return combined(
    to,
    operands,
    op,
    operands.some(({ slots }) => slots),
  );
}
/** Add, subtract, or, exclusive or and shifts leave the left operand as it is when the right one is zero. */
const NEUTRAL_RIGHT: ReadonlySet<number> = new Set([
  0x6a, 0x6b, 0x72, 0x73, 0x74, 0x75, 0x76, 0x7c, 0x7d, 0x84, 0x85, 0x86, 0x87, 0x88,
]);
const NEUTRAL_LEFT: ReadonlySet<number> = new Set([0x6a, 0x72, 0x73, 0x7c, 0x84, 0x85]);
