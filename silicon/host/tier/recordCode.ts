import { RECORD, UNLINKED } from '../../../spec/layout.js';
import type { Callee } from './handlerCode.js';

/** Where the code of a record needs to know the region around it. `depth` is the number of blocks of its own around the place. */
export type Mark = Marking & { readonly at: number; readonly depth: number };
export type Marking =
  | { readonly kind: 'goto'; readonly to: number }
  /** Call a function; the operands are on the stack. */
  | { readonly kind: 'call'; readonly callee: Callee }
  /** Go on at NEXT, which is known only now. */
  | { readonly kind: 'leave' }
  /** A guest fault may be leaving: so does the region if the value on the stack is not zero. */
  | { readonly kind: 'leaveIf' }
  /** Slots to memory, and from memory; all, or BUDGET alone. */
  | { readonly kind: 'spill' | 'reload'; readonly only?: 'budget' };

/** What one record does, as code with marks. */
export interface RecordCode {
  readonly code: Uint8Array;
  readonly marks: readonly Mark[];
  /** The record that comes next when control reaches the end of the code; none when it never does. */
  readonly falls: number | undefined;
  /** Slots that it reads, and those that it writes, by index. */
  readonly reads: ReadonlySet<number>;
  readonly writes: ReadonlySet<number>;
}

/** Linear memory, for what records hold. */
export interface RecordMemory {
  u8(at: number): number;
  u16(at: number): number;
  u32(at: number): number;
  u64(at: number): bigint;
}

/** Is this the record of a branch without a link? Of others it tells nothing. */
export function isUnlinked(memory: RecordMemory, record: number): boolean {
  return memory.u32(record + RECORD.IMM + 4) === UNLINKED;
}

/** Thrown where a handler does something that cannot be said of one record: it is called instead. */
export class NotSpecial extends Error {}
