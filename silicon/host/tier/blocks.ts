import { successors, type Region } from './region.js';
import type { RecordCode } from './recordCode.js';

/** Records that are only entered at the first and run one after another. */
export interface Block {
  readonly leader: number;
  readonly records: readonly number[];
  /** Blocks that control may go to from here without leaving the region, by leader. */
  readonly next: readonly number[];
  /** Its place when blocks are ordered so that each comes before those it goes to, but for loops. */
  readonly order: number;
  /** Blocks that only it leads to, in order. */
  readonly children: readonly Block[];
  /** Control comes back to it from a block that it leads to. */
  readonly loops: boolean;
  /** Does a branch from block `from` to this one stay inside the function? Those into the middle of a loop do not. */
  admits(from: Block): boolean;
}

/** The blocks of a region as a tree of dominators, by leader; the root is that of the region's head. */
export function blocksOf(region: Region): ReadonlyMap<number, Block> {
  const parts = split(region);
  const order = reversePostorder(region.head, parts);
  const number = new Map(order.map((leader, i) => [leader, i]));
  const from = predecessors(order, parts);
  const above = dominators(order, number, from);
  const dominates = (a: number, b: number): boolean => {
    let at = b;
    while (number.get(at)! > number.get(a)!) at = above.get(at)!;
    return at === a;
  };
  const blocks = new Map<number, Block>();
  // From the last to the first: children come behind those who lead to them.
  for (const leader of [...order].reverse()) {
    const place = number.get(leader)!;
    const back = (source: number): boolean => number.get(source)! >= place;
    blocks.set(leader, {
      leader,
      ...parts.get(leader)!,
      order: place,
      children: order
        .slice(place + 1)
        .flatMap((other) => (above.get(other) === leader ? [blocks.get(other)!] : [])),
      loops: from.get(leader)!.some((source) => back(source) && dominates(leader, source)),
      admits: (source) => !back(source.leader) || dominates(leader, source.leader),
    });
  }
  return blocks;
}

interface Part {
  readonly records: readonly number[];
  readonly next: readonly number[];
}
function split({ head, records, guesses }: Region): Map<number, Part> {
  const leaders = new Set([head]);
  const fallenInto = new Set<number>();
  for (const [p, code] of records) {
    for (const guess of guesses.get(p) ?? []) if (records.has(guess)) leaders.add(guess);
    for (const mark of code.marks) if (mark.kind === 'goto' && records.has(mark.to)) leaders.add(mark.to);
    const { falls } = code;
    if (falls === undefined || !records.has(falls)) continue;
    if (fallenInto.has(falls)) leaders.add(falls);
    fallenInto.add(falls);
  }
  const parts = new Map<number, Part>();
  for (const leader of leaders) {
    const chain: number[] = [];
    const next = new Set<number>();
    for (let at: number | undefined = leader; at !== undefined;) {
      const code: RecordCode = records.get(at)!;
      chain.push(at);
      for (const to of [...successors(code), ...(guesses.get(at) ?? [])])
        if (records.has(to) && (to !== code.falls || leaders.has(to))) next.add(to);
      at =
        code.falls !== undefined && records.has(code.falls) && !leaders.has(code.falls)
          ? code.falls
          : undefined;
    }
    parts.set(leader, { records: chain, next: [...next] });
  }
  return parts;
}
function reversePostorder(head: number, parts: ReadonlyMap<number, Part>): number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (leader: number): void => {
    seen.add(leader);
    for (const next of parts.get(leader)!.next) if (!seen.has(next)) visit(next);
    order.push(leader);
  };
  visit(head);
  return order.reverse();
}
function predecessors(order: readonly number[], parts: ReadonlyMap<number, Part>): Map<number, number[]> {
  const from = new Map<number, number[]>(order.map((leader) => [leader, []]));
  for (const leader of order) for (const next of parts.get(leader)!.next) from.get(next)!.push(leader);
  return from;
}
/** The nearest block that every way to a block goes through, by leader; that of the first is itself. */
function dominators(
  order: readonly number[],
  number: ReadonlyMap<number, number>,
  from: ReadonlyMap<number, readonly number[]>,
): Map<number, number> {
  const above = new Map([[order[0], order[0]]]);
  const meet = (a: number, b: number): number => {
    let [x, y] = [a, b];
    while (x !== y)
      if (number.get(x)! > number.get(y)!) x = above.get(x)!;
      else y = above.get(y)!;
    return x;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const leader of order.slice(1)) {
      const known = from.get(leader)!.filter((source) => above.has(source));
      const nearest = known.reduce(meet);
      if (above.get(leader) !== nearest) changed = true;
      above.set(leader, nearest);
    }
  }
  return above;
}
