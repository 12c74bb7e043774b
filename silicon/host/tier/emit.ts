import { blocksOf, type Block } from './blocks.js';
import { NEXT, declareLocals, slotLocal } from './locals.js';
import type { Callee } from './handlerCode.js';
import type { Region } from './region.js';
import { BUDGET, SLOTS, type Slot } from './slots.js';
import type { Mark, RecordCode } from './recordCode.js';
import { OP, VALUE, VOID, Writer } from './wasmBinary.js';

/** What a branch can go to: the way out, the beginning of a loop, or behind a block, where another block's code is. */
type Scope = 'exit' | { readonly loop: number } | { readonly before: number };

/** The body of the function that a region becomes: from the address of its head to that of the record behind it. */
export function emitRegion(region: Region, numberOf: (callee: Callee) => number): Uint8Array {
  return new Emitter(region, numberOf).body();
}

const EXIT = (scope: Scope): boolean => scope === 'exit';

class Emitter {
  private readonly out = new Writer();
  private readonly blocks: ReadonlyMap<number, Block>;
  private readonly scopes: Scope[] = [];
  private readonly used: readonly Slot[];
  private readonly written: readonly Slot[];

  constructor(
    private readonly region: Region,
    private readonly numberOf: (callee: Callee) => number,
  ) {
    this.blocks = blocksOf(region);
    const codes = [...this.blocks.values()].flatMap(({ records }) => records.map((p) => this.codeOf(p)));
    this.written = SLOTS.filter(({ index }) => codes.some(({ writes }) => writes.has(index)));
    // What is written goes back to memory whichever way control takes, so it must have been read.
    this.used = SLOTS.filter(({ index }) =>
      codes.some(({ reads, writes }) => reads.has(index) || writes.has(index)),
    );
  }
  private codeOf(p: number): RecordCode {
    return this.region.records.get(p)!;
  }

  body(): Uint8Array {
    const { out } = this;
    declareLocals(out);
    this.fill();
    out.bytes(OP.block, VOID);
    this.scopes.push('exit');
    this.tree(this.blocks.get(this.region.head)!);
    this.scopes.pop();
    out.bytes(OP.end);
    this.spill();
    out.bytes(OP.localGet, NEXT, OP.end);
    return out.result();
  }

  /** Slots from memory. */
  private fill(only?: 'budget'): void {
    for (const { index, address, type } of this.used) {
      if (only && address !== BUDGET) continue;
      const [op, alignment] = type === VALUE.i64 ? [OP.i64Load, 3] : [OP.i32Load, 2];
      this.out.bytes(OP.i32Const, 0, op, alignment).u32(address).bytes(OP.localSet).u32(slotLocal(index));
    }
  }
  private spill(only?: 'budget'): void {
    for (const { index, address, type } of this.written) {
      if (only && address !== BUDGET) continue;
      const [op, alignment] = type === VALUE.i64 ? [OP.i64Store, 3] : [OP.i32Store, 2];
      this.out.bytes(OP.i32Const, 0, OP.localGet).u32(slotLocal(index)).bytes(op, alignment).u32(address);
    }
  }

  /** A block and all that only it leads to. */
  private tree(block: Block): void {
    if (block.loops) {
      this.out.bytes(OP.loop, VOID);
      this.scopes.push({ loop: block.leader });
    }
    this.within(block, block.children.length);
    if (block.loops) {
      this.scopes.pop();
      this.out.bytes(OP.end);
    }
  }
  /** A block in front of the code of its first `count` children. */
  private within(block: Block, count: number): void {
    if (count === 0) {
      this.straight(block);
      return;
    }
    const child = block.children[count - 1];
    this.out.bytes(OP.block, VOID);
    this.scopes.push({ before: child.leader });
    this.within(block, count - 1);
    this.scopes.pop();
    this.out.bytes(OP.end);
    this.tree(child);
  }
  private straight(block: Block): void {
    block.records.forEach((p, i) => {
      const { code, marks, falls } = this.codeOf(p);
      let from = 0;
      for (const mark of marks) {
        this.out.append(code.subarray(from, mark.at));
        from = mark.at;
        this.marked(block, p, mark);
      }
      this.out.append(code.subarray(from));
      if (i === block.records.length - 1 && falls !== undefined) this.goTo(block, falls, 0);
    });
    this.out.bytes(OP.unreachable);
  }
  private marked(block: Block, p: number, mark: Mark): void {
    const { out } = this;
    switch (mark.kind) {
      case 'goto':
        return this.goTo(block, mark.to, mark.depth);
      case 'call':
        out.bytes(OP.call).u32(this.numberOf(mark.callee));
        return;
      case 'spill':
        return this.spill(mark.only);
      case 'reload':
        return this.fill(mark.only);
      case 'leaveIf':
        out.bytes(OP.brIf).u32(mark.depth + this.distance(EXIT));
        return;
      case 'leave':
        for (const guess of this.region.guesses.get(p) ?? []) {
          const place = this.placeOf(block, guess);
          if (place === undefined) continue;
          out.bytes(OP.localGet, NEXT, OP.i32Const).s32(guess).bytes(OP.i32Eq);
          out.bytes(OP.brIf).u32(mark.depth + place);
        }
        out.bytes(OP.br).u32(mark.depth + this.distance(EXIT));
    }
  }
  private goTo(block: Block, to: number, depth: number): void {
    const place = this.placeOf(block, to);
    if (place === undefined) this.out.bytes(OP.i32Const).s32(to).bytes(OP.localSet, NEXT);
    this.out.bytes(OP.br).u32(depth + (place ?? this.distance(EXIT)));
  }
  /** How far out the label of a record is; none for one that is not inside, or where no label can be. */
  private placeOf(block: Block, to: number): number | undefined {
    const target = this.blocks.get(to);
    if (!target || !target.admits(block)) return undefined;
    const back = target.order <= block.order;
    return this.distance(
      (scope) =>
        scope !== 'exit' &&
        (back ? 'loop' in scope && scope.loop === to : 'before' in scope && scope.before === to),
    );
  }
  /** Blocks between here and the innermost scope of a kind. */
  private distance(wanted: (scope: Scope) => boolean): number {
    const at = this.scopes.findLastIndex(wanted);
    if (at < 0) throw new Error('a branch to nowhere');
    return this.scopes.length - 1 - at;
  }
}
