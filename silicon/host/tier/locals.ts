import { SLOTS } from './slots.js';
import { VALUE, Writer } from './wasmBinary.js';

/** The record that the dispatch loop goes on with. Before it is the parameter, the record where the function is entered. */
export const NEXT = 1;
const FIRST_SLOT = 2;
export const slotLocal = (index: number): number => FIRST_SLOT + index;

/** How many locals of each type an instruction may use for itself. */
const POOLS: readonly (readonly [type: number, size: number])[] = [
  [VALUE.i32, 32],
  [VALUE.i64, 32],
  [VALUE.f32, 12],
  [VALUE.f64, 12],
];
const FIRST_OF_POOL = new Map<number, number>();
let last = FIRST_SLOT + SLOTS.length;
for (const [type, size] of POOLS) {
  FIRST_OF_POOL.set(type, last);
  last += size;
}

/** Thrown when an instruction needs more. */
export class TooManyLocals extends Error {}

/** Locals for one instruction at a time. */
export class Temporaries {
  private readonly used = new Map<number, number>();
  take(type: number): number {
    const n = this.used.get(type) ?? 0;
    const size = POOLS.find(([of]) => of === type)?.[1] ?? 0;
    if (n >= size) throw new TooManyLocals(`type ${type}`);
    this.used.set(type, n + 1);
    return FIRST_OF_POOL.get(type)! + n;
  }
}

/** The declaration of all locals but the parameter. */
export function declareLocals(out: Writer): void {
  out
    .u32(1 + SLOTS.length + POOLS.length)
    .u32(1)
    .bytes(VALUE.i32);
  for (const { type } of SLOTS) out.u32(1).bytes(type);
  for (const [type, size] of POOLS) out.u32(size).bytes(type);
}
