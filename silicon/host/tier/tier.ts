import { RECORD, REGIONS, addressOf } from '../../../spec/layout.js';
import type { Exports } from '../exports.js';
import { Instance, Module, type WasmMemory, type WasmModule, type WasmTable } from '../wasm.js';
import { CORE, compileRegions } from './compile.js';
import { SECTION_NAME, readHandlerCode, type HandlerCode } from './handlerCode.js';
import { isTaken, type Surroundings } from './region.js';

const UNWINDING = addressOf('UNWINDING');
/** Numbers of handlers from here on are those of compiled regions. */
const FIRST = 0x1000;
/** Regions at most; when there are more, all decoded code is forgotten, and begins anew. */
const MOST = 0x800;
/** Records whose code is kept for the next region; when there are more, it is made again. */
const MOST_MADE = 20_000;

/** When code is compiled; the smaller, the sooner. */
export interface Eagerness {
  /** How often slices must have ended at a record before a region is made of it. */
  readonly hot: number;
  /** How many such records make a module: one for each is slow. */
  readonly batch: number;
  /** Slices that the first of them waits at most. */
  readonly patience: number;
  /** Slices between looks at which regions have branches that had never been taken when they were made, and now have been. */
  readonly review: number;
  /** Records that make a region worth while. */
  readonly smallest: number;
}

/** Everything, whatever it is worth: for tests. */
export const EAGER: Eagerness = { hot: 1, batch: 1, patience: 1, review: 16, smallest: 1 };
const USUAL: Eagerness = { hot: 8, batch: 24, patience: 64, review: 512, smallest: 4 };

/** A region in place of a handler. */
interface Installed {
  readonly head: number;
  /** The handler that it took the place of. */
  readonly handler: number;
  open: readonly number[];
}

/**
 * The second tier: records where slices often end are hot, for the loop runs there most of the time; what can be reached from them is
 * compiled, and the record's handler in the fast loop becomes the compiled region. Nothing a guest can see depends on it.
 */
export class Tier {
  private readonly core: Exports;
  private readonly table: WasmTable;
  /** Where the places of regions begin in the table; none before the first. */
  private tableBase = 0;
  /** Regions made so far. */
  regions = 0;
  private readonly installed: Installed[] = [];
  private readonly seen = new Map<number, number>();
  private readonly made: Surroundings['made'] = new Map();
  private waiting: number[] = [];
  private waited = 0;
  private sinceReview = 0;
  private epoch = -1;
  private seenMemory: DataView | undefined;
  private readonly around: Surroundings;

  constructor(
    private readonly module: WasmModule,
    private readonly memory: WasmMemory,
    private readonly exports: Readonly<Record<string, unknown>>,
    private readonly eagerness: Eagerness = USUAL,
  ) {
    this.core = exports as unknown as Exports;
    const { core } = this;
    this.table = exports['table'] as WasmTable;
    this.around = {
      code: {
        body: (handler) => this.handlers().body(handler),
        ends: (handler) => this.handlers().ends(handler),
      },
      smallest: eagerness.smallest,
      made: this.made,
      handlerOf: (record) => this.handlerOf(record),
      recordBehind: (record) => core.recordBehind(record) >>> 0,
      memory: {
        u8: (at) => this.view.getUint8(at),
        u16: (at) => this.view.getUint16(at, true),
        u32: (at) => this.view.getUint32(at, true),
        u64: (at) => this.view.getBigUint64(at, true),
      },
    };
  }

  /** Linear memory, which may have grown since. */
  private get view(): DataView {
    const { buffer } = this.memory;
    if (this.seenMemory?.buffer !== buffer) this.seenMemory = new DataView(buffer);
    return this.seenMemory;
  }
  private code: HandlerCode | undefined;
  private handlers(): HandlerCode {
    const section = (): Uint8Array => new Uint8Array(Module.customSections(this.module, SECTION_NAME)[0]);
    return (this.code ??= readHandlerCode(section()));
  }

  /** Compile what begins at RIP now, unless it cannot be fetched: for tests. */
  compileHere(): void {
    const record = this.core.lookup() >>> 0;
    const faults = this.view.getUint8(UNWINDING) !== 0;
    this.view.setUint8(UNWINDING, 0);
    if (faults) return;
    this.waiting = [record];
    this.compile();
  }
  /** A slice has ended. Only between slices. */
  sliceEnded(): void {
    const record = this.core.hotRecord() >>> 0;
    if (record === 0) return;
    this.sinceReview++;
    if (this.waiting.length > 0) this.waited++;
    if (this.waited >= this.eagerness.patience || this.sinceReview >= this.eagerness.review) this.compile();
    this.noticeEpoch();
    const count = (this.seen.get(record) ?? 0) + 1;
    this.seen.set(record, count);
    if (count !== this.eagerness.hot) return;
    this.waiting.push(record);
    if (this.waiting.length >= this.eagerness.batch) this.compile();
  }
  /** When records have become others, all that is known of them is void. */
  private noticeEpoch(): void {
    const epoch = this.core.recordsEpoch();
    if (epoch === this.epoch) return;
    this.epoch = epoch;
    this.seen.clear();
    this.made.clear();
    this.waiting = [];
    this.installed.length = 0;
  }

  private compile(): void {
    this.noticeEpoch();
    const heads = this.waiting.filter((head) => this.placeOf(head) < 0);
    if (this.sinceReview >= this.eagerness.review) {
      this.sinceReview = 0;
      heads.push(
        ...this.installed
          .filter(({ open }) => open.some((branch) => isTaken(this.around.memory, branch)))
          .map(({ head }) => head),
      );
    }
    this.waiting = [];
    this.waited = 0;
    if (this.made.size > MOST_MADE) this.made.clear();
    const compiled = heads.length > 0 && compileRegions(heads, this.around);
    if (!compiled) return;
    if (this.installed.length + compiled.regions.length > MOST) {
      this.core.dropAllCode();
      return;
    }
    if (this.tableBase === 0) this.tableBase = this.table.grow(MOST);
    const instance = new Instance(new Module(compiled.bytes), {
      [CORE]: { ...this.exports, memory: this.memory },
    });
    this.regions += compiled.regions.length;
    compiled.regions.forEach(({ head, open }, i) => this.install(head, open, instance.exports[String(i)]));
  }
  /** Which region begins at a record; negative for none. */
  private placeOf(record: number): number {
    return this.view.getUint16(record + RECORD.H, true) - FIRST;
  }
  private handlerOf(record: number): number {
    const place = this.placeOf(record);
    return place < 0 ? place + FIRST : this.installed[place].handler;
  }
  private install(head: number, open: readonly number[], region: unknown): void {
    const before = this.placeOf(head);
    const place = before < 0 ? this.installed.length : before;
    this.installed[place] = { head, open, handler: this.handlerOf(head) };
    this.table.set(this.tableBase + place, region);
    this.view.setUint16(REGIONS.HANDLER_TABLE + 2 * (FIRST + place), this.tableBase + place, true);
    this.view.setUint16(head + RECORD.H, FIRST + place, true);
  }
}
