import { Comparison } from './compare.js';
import type { Encoded } from './encode.js';
import { generateCase, generateProgram } from './generate.js';
import { formatGiven, writeGiven, type Given } from './given.js';
import { HostCpu, disassemble } from './host.js';
import { PLACE, RECORD, VECTOR } from './layout.js';
import { Native, NoOracle } from './native.js';
import { differingItems, formatOutcome } from './outcome.js';
import { FAMILIES, ORACLE_ROWS, type OracleRow } from './rows.js';
import { OracleSilicon, type Loop } from './silicon.js';

export const BATCH = 4096;
export const PROGRAM = 'program';
/** One case in so many is a program, when all families are run. */
const PROGRAM_SHARE = 20;
const SHOWN = 3;
const LONGEST_LINE = 250;

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What is counted of a family. */
export interface Count {
  cases: number;
  faults: number;
  lacking: number;
  differing: number;
}

/** Something that yields cases: a row, or programs. */
export interface Source {
  family: string;
  from: OracleRow | undefined;
  comparison: Comparison;
}

export function sources(wanted: string | undefined): Source[] {
  const program: Source = { family: PROGRAM, from: undefined, comparison: new Comparison(undefined) };
  if (wanted === PROGRAM) return [program];
  const rows = ORACLE_ROWS.filter(
    ({ row, module }) =>
      wanted === undefined || module === wanted || module.endsWith(`/${wanted}`) || row.name === wanted,
  );
  if (rows.length === 0)
    throw new NoOracle(`no family or row ${wanted}; families: ${FAMILIES.join(' ')} ${PROGRAM}`);
  const list = rows.map((from): Source => ({
    family: from.module,
    from,
    comparison: new Comparison(from.row),
  }));
  if (wanted === undefined)
    for (let n = 0; n < Math.ceil(rows.length / PROGRAM_SHARE); n++) list.push(program);
  return list;
}

/** Both processors, and what has been found. */
export class Oracle {
  readonly counts = new Map<string, Count>();
  readonly lacking = new Set<string>();
  private readonly host = new HostCpu();
  private readonly native = new Native(BATCH);
  private readonly silicon: readonly OracleSilicon[];

  /** In each of these loops in turn. */
  constructor(private readonly loops: readonly Loop[] = ['fast', 'exact']) {
    this.silicon = loops.map((loop) => new OracleSilicon(loop));
  }
  private readonly cases = Buffer.alloc(BATCH * RECORD.SIZE);
  private readonly theirs = Buffer.alloc(BATCH * RECORD.SIZE);
  private readonly ours = Buffer.alloc(BATCH * RECORD.SIZE);
  private readonly shown = new Map<Source, number>();

  get hostName(): string {
    return this.host.model;
  }
  private part(of: Buffer, i: number): Buffer {
    return of.subarray(i * RECORD.SIZE, (i + 1) * RECORD.SIZE);
  }
  private async both(count: number): Promise<void> {
    const native = this.native.run(this.cases, count, this.theirs);
    for (let i = 0; i < count; i++)
      this.silicon[i % this.silicon.length].run(this.cases, this.ours, i * RECORD.SIZE);
    await native;
  }

  /** A batch of cases `first`, `first + 1`... . */
  async batch(list: readonly Source[], seed: number, first: number, count: number): Promise<void> {
    const given: Given[] = [];
    const encoded: (Encoded | undefined)[] = [];
    const from: Source[] = [];
    for (let i = 0; i < count; i++) {
      const source = list[(first + i) % list.length];
      const one = Math.imul(seed, 0x9e37_79b1) ^ (first + i);
      const view = new DataView(this.cases.buffer, this.cases.byteOffset + i * RECORD.SIZE, RECORD.SIZE);
      const made = source.from ? generateCase(source.from, one, view) : generateProgram(one, view);
      given.push(made.given);
      encoded.push(made.encoded);
      from.push(source);
    }
    await this.both(count);
    for (let i = 0; i < count; i++) this.judge(from[i], given[i], encoded[i], i);
  }
  private judge(source: Source, given: Given, encoded: Encoded | undefined, i: number): void {
    const [before, theirs, ours] = [this.cases, this.theirs, this.ours].map((all) => this.part(all, i));
    const count = this.counts.get(source.family) ?? { cases: 0, faults: 0, lacking: 0, differing: 0 };
    this.counts.set(source.family, count);
    count.cases++;
    const end = endOf(given);
    if (
      theirs.readUInt32LE(RECORD.VECTOR) !== VECTOR.GP ||
      Number(theirs.readBigUInt64LE(RECORD.RIP)) !== end
    )
      count.faults++;
    if (source.comparison.same(before, theirs, ours, encoded)) return;
    if (theirs.readUInt32LE(RECORD.VECTOR) === VECTOR.UD) {
      const missing = this.host.lacks(before);
      if (missing.length > 0) {
        count.lacking++;
        missing.forEach((name) => this.lacking.add(name));
        return;
      }
    }
    const open = this.host.undefinedFlags(before);
    if (open !== 0 && new Comparison(source.from?.row, open).same(before, theirs, ours, encoded)) return;
    count.differing++;
    const shown = this.shown.get(source) ?? 0;
    this.shown.set(source, shown + 1);
    if (shown >= SHOWN) return;
    say(
      `${source.family} ${source.from?.row.name ?? ''} (${source.from?.row.enc ?? ''}): ${disassemble(before)}`,
    );
    say(`  --replay '${formatGiven(given)}'`);
    for (const item of differingItems(before, theirs, ours)) say(`  ${item}`);
  }

  /** One case in each loop of silicon. */
  async replay(given: Given): Promise<boolean> {
    const { loops } = this;
    const view = new DataView(this.cases.buffer, this.cases.byteOffset, loops.length * RECORD.SIZE);
    loops.forEach((_, i) => writeGiven(view, i * RECORD.SIZE, given));
    await this.both(loops.length);
    const [before, theirs] = [this.cases, this.theirs].map((all) => this.part(all, 0));
    say(disassemble(before));
    say(`  host              ${formatOutcome(before, theirs)}`);
    loops.forEach((loop, i) =>
      say(`  silicon, ${loop.padEnd(8)} ${formatOutcome(before, this.part(this.ours, i))}`),
    );
    return loops.every((_, i) => differingItems(before, theirs, this.part(this.ours, i)).length === 0);
  }

  /** Lines for oracle/recorded.txt: cases in which the outcomes are the same to the last bit. */
  async record(list: readonly Source[], seed: number, each: number): Promise<void> {
    for (const source of list) {
      let seen = false;
      for (let n = 0, tries = 0; n < each && tries < 40 * each; tries++) {
        const view = new DataView(this.cases.buffer, this.cases.byteOffset, RECORD.SIZE);
        const one = Math.imul(seed, 0x9e37_79b1) ^ tries;
        const { given } = source.from ? generateCase(source.from, one, view) : generateProgram(one, view);
        await this.both(1);
        const [before, theirs, ours] = [this.cases, this.theirs, this.ours].map((all) => this.part(all, 0));
        const outcome = formatOutcome(before, theirs);
        const line = `${source.from?.row.name ?? PROGRAM}\t${formatGiven(given)} > ${outcome}`;
        const faults = Number(theirs.readBigUInt64LE(RECORD.RIP)) !== endOf(given);
        // One fault a row: most are the same for every row.
        if (outcome !== formatOutcome(before, ours) || line.length > LONGEST_LINE || (faults && seen))
          continue;
        seen ||= faults;
        say(line);
        n++;
      }
    }
  }
  close(): void {
    this.native.close();
  }
}

/** Where a case stops that does nothing but go on. */
function endOf(given: Given): number {
  return PLACE.code + given.place + given.code.length;
}
