import { META, RECORD, REGIONS } from '../../../spec/layout.js';
import { Unknown, type HandlerBody, type HandlerCode } from './handlerCode.js';
import { NEXT, TooManyLocals } from './locals.js';
import { NotSpecial, isUnlinked, type Mark, type RecordCode, type RecordMemory } from './recordCode.js';
import { specialise } from './specialise.js';
import { OP, signed, unsigned } from './wasmBinary.js';

/** Where branches lead is not followed any more when a region has so many records; what comes behind them is, up to twice as many. */
const LARGE = 160;
/** Places behind calls that a return is compared with, at most. */
const MOST_SITES = 4;
/** Is this a record that never changes, and not one of the few that are written again and again? */
const isLasting = (record: number): boolean => record >= REGIONS.HEAP;

/** Records that are compiled as one function, which is entered at `head`. */
export interface Region {
  readonly head: number;
  readonly records: ReadonlyMap<number, RecordCode>;
  /** Where control is likely to go from a record that does not name the next one: what NEXT is worth being compared with. */
  readonly guesses: ReadonlyMap<number, readonly number[]>;
  /** Branches that have never been taken. */
  readonly open: readonly number[];
}
/** Has a branch that was open been taken since? */
export function isTaken(memory: RecordMemory, branch: number): boolean {
  return !isUnlinked(memory, branch) || isLasting(memory.u32(branch + RECORD.IMM));
}

/** The code of a record, and what it was made from: its handler, and which branches were linked. */
interface Made {
  readonly from: string;
  readonly code: RecordCode | undefined;
}
/** What there is to know of records and handlers. */
export interface Surroundings {
  readonly memory: RecordMemory;
  readonly code: HandlerCode;
  /** A region with fewer records that are compiled is not worth its entry. */
  readonly smallest: number;
  /** The handler of a record in the fast loop, before anything was compiled. */
  handlerOf(record: number): number;
  /** What has been made of records, for the next time. */
  readonly made: Map<number, Made>;
  /** The record of the instruction behind; 0 for none. */
  recordBehind(record: number): number;
}

/** The records that control may reach from `head`, nearest first; none when that is not worth while. */
export function gatherRegion(head: number, around: Surroundings): Region | undefined {
  const { memory, handlerOf } = around;
  const records = new Map<number, RecordCode>();
  const reached = new Set([head]);
  /** Those that come behind others in their runs: nobody jumps to them, so no region would begin there. */
  const behind = new Set<number>();
  const returns: number[] = [];
  const returnSites = new Set<number>();
  const guesses = new Map<number, number[]>();
  const open: number[] = [];
  let special = 0;
  for (const p of reached) {
    if (records.size >= 2 * LARGE) break;
    if (records.size >= LARGE && !behind.has(p)) continue;
    const handler = handlerOf(p);
    const own = specialised(around, p, handler);
    if (own) special++;
    const code = own ?? called(p, handler, !around.code.ends(handler) && goesOn(memory, p));
    records.set(p, code);
    for (const next of successors(code)) {
      reached.add(next);
      if (next > p && next <= p + 2 * RECORD.SIZE) behind.add(next);
    }
    const kind = own ? around.code.body(handler)!.kind : 'plain';
    const branch = own && unlinked(memory, p, own);
    if (branch !== undefined) {
      const to = memory.u32(branch + RECORD.IMM);
      if (isLasting(to)) {
        guesses.set(p, [to]);
        reached.add(to);
      } else open.push(branch);
    }
    if (kind === 'returns') returns.push(p);
    const site = kind === 'calls' ? around.recordBehind(p) : 0;
    if (site === 0) continue;
    returnSites.add(site);
    reached.add(site);
  }
  for (const p of returns) guesses.set(p, [...returnSites].slice(0, MOST_SITES));
  return special < around.smallest ? undefined : { head, records, guesses, open };
}
/** The record of a branch in `p`, or in what is fused with it, that has no link: it leaves the page or has never been taken. */
function unlinked(memory: RecordMemory, p: number, { marks }: RecordCode): number | undefined {
  if (!marks.some(({ kind }) => kind === 'leave')) return undefined;
  return [p, p + RECORD.SIZE].find((record) => isUnlinked(memory, record));
}

/** Records that a record names as the next one. */
export function successors({ marks, falls }: RecordCode): number[] {
  const named = marks.flatMap((mark) => (mark.kind === 'goto' ? [mark.to] : []));
  return (falls === undefined ? named : [falls, ...named]).filter(isLasting);
}

function specialised(
  { memory, code: handlers, made }: Surroundings,
  p: number,
  handler: number,
): RecordCode | undefined {
  const link = RECORD.IMM + 4;
  const from = `${handler} ${memory.u32(p + link)} ${memory.u32(p + RECORD.SIZE + link)}`;
  const known = made.get(p);
  if (known?.from === from) return known.code;
  const code = make(memory, handlers.ends(handler) ? undefined : handlers.body(handler), p);
  made.set(p, { from, code });
  return code;
}
function make(memory: RecordMemory, body: HandlerBody | undefined, p: number): RecordCode | undefined {
  try {
    return body && specialise(memory, p, body);
  } catch (error) {
    if (error instanceof NotSpecial || error instanceof TooManyLocals || error instanceof Unknown)
      return undefined;
    throw error;
  }
}

/** Number of the function that calls a handler, in every compiled module. */
export const CALL_HANDLER = 0;

/** A record whose handler is called as it is. */
function called(p: number, handler: number, runGoesOn: boolean): RecordCode {
  const code: number[] = [];
  const marks: Mark[] = [{ kind: 'spill', at: 0, depth: 0 }];
  const mark = (kind: 'reload' | 'leaveIf' | 'leave'): void => {
    marks.push({ kind, at: code.length, depth: 0 });
  };
  code.push(OP.i32Const, ...signed(BigInt(handler)), OP.i32Const, ...signed(BigInt(p | 0)));
  code.push(OP.call, ...unsigned(CALL_HANDLER), OP.localSet, NEXT);
  mark('reload');
  const none = new Set<number>();
  if (!runGoesOn) {
    mark('leave');
    return { code: Uint8Array.from(code), marks, falls: undefined, reads: none, writes: none };
  }
  const next = p + RECORD.SIZE;
  code.push(OP.localGet, NEXT, OP.i32Const, ...signed(BigInt(next | 0)), OP.i32Ne);
  mark('leaveIf');
  return { code: Uint8Array.from(code), marks, falls: next, reads: none, writes: none };
}
/** Does the run go on behind this record? */
function goesOn(memory: RecordMemory, p: number): boolean {
  const next = p + RECORD.SIZE;
  const micro = memory.u8(p + RECORD.META) & META.MICRO;
  const after = memory.u16(p + RECORD.OFF) + (micro ? 0 : memory.u8(p + RECORD.LEN));
  const nextIsMicro = memory.u8(next + RECORD.META) & META.MICRO;
  const n = memory.u8(p + RECORD.N);
  return (
    memory.u16(next + RECORD.OFF) === after &&
    memory.u8(next + RECORD.N) === (micro && nextIsMicro ? n : nextIsMicro ? n : n + 1)
  );
}
