import type { VmcbKey } from '../spec/vmcb.js';
import type { Case, Which } from './case.js';
import { judge, type Finding } from './judge.js';
import { formatOp, parseOp } from './ops/index.js';
import type { Pairs } from './pair.js';

/** A case as small as it could be made, and what is found in it. */
export interface Shrunk {
  readonly smallest: Case;
  readonly finding: Finding;
  /** Cases that were run for it. */
  readonly tries: number;
}

type Candidates = (given: Case) => Iterable<Case>;

const LISTS = ['events', 'l2', 'loop', 'before', 'smm', 'edits'] as const;
const VMCBS: readonly Which[] = ['b', 'a'];

/**
 * Makes a case smaller as long as the machines still break the law in the same manner. It goes by the number of tries and not by the
 * clock, so that the same case comes to the same end.
 */
export function shrink(pairs: Pairs, given: Case, found: Finding, mostTries = 1500): Shrunk {
  let best: Shrunk = { smallest: given, finding: found, tries: 0 };
  let tries = 0;
  const take = (smallest: Case): boolean => {
    tries++;
    const { finding } = judge(pairs, smallest);
    if (!finding || !alike(finding, found)) return false;
    best = { smallest, finding, tries };
    return true;
  };
  for (let before: Case | undefined; before !== best.smallest && tries < mostTries;) {
    before = best.smallest;
    for (const candidates of WAYS)
      pursue(
        candidates,
        () => best.smallest,
        take,
        () => tries < mostTries,
      );
  }
  return { ...best, tries };
}

/** What differs in nearly every case, whatever the reason. */
const COMMON = /^(REGS|RIP|BUDGET|SPENT|flags|inL2|page .*|slice|returned)$/;

/** Of the same kind, and with a difference of the same name if one has a telling name. */
function alike(a: Finding, b: Finding): boolean {
  const [left, right] = [a, b].map(({ details }) => telling(details));
  if (a.kind !== b.kind || a.kind === 'crash') return a.kind === b.kind;
  return right.length === 0 || left.some((name) => right.includes(name));
}
function telling(details: readonly string[]): string[] {
  return details.map((line) => line.split(':', 1)[0]).filter((name) => !COMMON.test(name));
}

/** Tries all that a way has to offer; what is taken is where it goes on. */
function pursue(
  candidates: Candidates,
  best: () => Case,
  take: (candidate: Case) => boolean,
  more: () => boolean,
): void {
  for (let taken = true; taken;) {
    taken = false;
    for (const candidate of candidates(best())) {
      if (!more()) return;
      if (!take(candidate)) continue;
      taken = true;
      break;
    }
  }
}

const WAYS: readonly Candidates[] = [
  fewerSlices,
  ...LISTS.map((name) => without(name)),
  fewerFields,
  plainer,
  simplerFields,
  simplerOps,
  fewerInstructions,
];

function fewerSlices(given: Case): Case[] {
  const { slices } = given;
  return [1, slices >> 1, slices - 1]
    .filter((n) => n > 0 && n < slices)
    .map((n) => ({ ...given, slices: n }));
}
function fewerInstructions(given: Case): Case[] {
  const { length, rounds } = given;
  const lengths = [length >> 1, length - 1].filter((n) => n > 0);
  return [
    ...(rounds > 1
      ? [
          { ...given, rounds: 1 },
          { ...given, rounds: rounds - 1 },
        ]
      : []),
    ...(given.slices === 1 ? lengths.map((n) => ({ ...given, length: n })) : []),
  ];
}

/** Shorter lists of one kind. */
function without(name: (typeof LISTS)[number]): Candidates {
  return (given) => shorter<unknown>(given[name]).map((list) => ({ ...given, [name]: list }));
}

/** A list without a half of it, a quarter ... one element. */
function shorter<T>(list: readonly T[]): T[][] {
  const found: T[][] = [];
  for (let size = list.length; size >= 1; size = Math.floor(size / 2))
    for (let at = 0; at < list.length; at += size)
      found.push([...list.slice(0, at), ...list.slice(at + size)]);
  return found;
}

function* fewerFields(given: Case): Iterable<Case> {
  for (const which of VMCBS)
    for (const entries of shorter(Object.entries(given.fields[which])))
      yield { ...given, fields: { ...given.fields, [which]: Object.fromEntries(entries) } };
}

/** What is usual instead of what is special. */
function plainer(given: Case): Case[] {
  const { cpu, mode, l2At } = given;
  return [
    ...(cpu === 'max' ? [] : [{ ...given, cpu: 'max' }]),
    ...(mode === 'long' ? [] : [{ ...given, mode: 'long' as const }]),
    ...(l2At === 0 ? [] : [{ ...given, l2At: 0 }]),
  ];
}

/** Fields with fewer bits set. */
function* simplerFields(given: Case): Iterable<Case> {
  for (const which of VMCBS)
    for (const [key, value] of Object.entries(given.fields[which]) as [VmcbKey, string][])
      for (const simpler of fewerBits(value))
        yield { ...given, fields: { ...given.fields, [which]: { ...given.fields[which], [key]: simpler } } };
}
function fewerBits(hex: string): string[] {
  const value = BigInt(`0x${hex}`);
  const bits = [...value.toString(2)]
    .reverse()
    .flatMap((digit, n) => (digit === '1' ? [1n << BigInt(n)] : []));
  return bits.length < 2 ? [] : bits.map((bit) => (value ^ bit).toString(16));
}

/** Ops whose numbers are zero. */
function* simplerOps(given: Case): Iterable<Case> {
  for (const name of ['l2', 'loop', 'before'] as const)
    for (const [at, text] of given[name].entries()) {
      const { name: op, args } = parseOp(text);
      for (const [n, arg] of args.entries()) {
        if (!/^[\da-f]+$/.test(arg) || arg === '0' || isVmcb(arg, n)) continue;
        const simpler = formatOp(op, args.with(n, '0'));
        yield { ...given, [name]: given[name].with(at, simpler) };
      }
    }
}
/** `a` and `b` are numbers too. */
function isVmcb(arg: string, index: number): boolean {
  return index === 0 && (arg === 'a' || arg === 'b');
}
