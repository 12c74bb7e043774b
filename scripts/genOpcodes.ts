import type { OpFamily, OpRow, Shape } from '../spec/opcodes/row.js';
import { CPU_FEATURES } from '../spec/cpuidFeatures.js';
import { laneBody } from './laneHandlers.js';
import { opcodeTrie, type Node } from './opcodeTrie.js';

const FLAGS = 'cpazso';
const SIZES = { '-': 0, B: 1, V: 2, Y: 3, D64: 4, F64: 5, Z: 6, J: 7 } as const;
const IMMEDIATES = { b: 1, ub: 2, w: 3, z: 4, v: 5, wb: 6, p: 7, r: 8 } as const;
const REGISTER_KIND: Record<string, number> = { G: 1, E: 1, V: 2, W: 2, P: 3, Q: 3, M: 1, N: 0 };
/** Handlers that come from no opcode row. */
const GLUE = [
  { name: 'exit', module: '', call: '' },
  { name: 'goto', module: 'exec/branch', call: 'goto' },
  { name: 'next_page', module: 'exec/branch', call: 'nextPage' },
  { name: 'cross', module: 'decode/run', call: 'cross' },
  { name: 'segment_micro', module: 'system/segment', call: 'segmentMicro' },
  { name: 'fsgs_micro', module: 'system/segment', call: 'fsgsMicro' },
  { name: 'bus_lock_micro', module: 'svm/busLock', call: 'busLockMicro' },
  { name: 'ud', module: 'exec/illegal', call: 'illegalOpcode' },
  { name: 'too_long', module: 'exec/illegal', call: 'tooLong' },
  { name: 'vex_legacy', module: 'exec/illegal', call: 'vexOutside64' },
] as const;
const FUSED: Record<string, string> = { cmp: 'cmp_j', test: 'test_j', dec: 'dec_j' };

interface Handler {
  name: string;
  module: string;
  call: string;
  attributes: number;
  /** `call` is a whole body around a lane function, with `@` for the module. */
  lane?: boolean;
  noFlags?: string;
  fused?: string;
}

const flagMask = (letters = ''): number =>
  [...letters].reduce((mask, letter) => mask | (1 << FLAGS.indexOf(letter)), 0);
const bitsOf = (row: OpRow): number[] =>
  row.size === 'B' ? [8] : row.size === '-' || row.size === 'J' ? [0] : [16, 32, 64];

/** Numbers and wrappers for every handler the rows need. */
class Handlers {
  readonly list: Handler[] = GLUE.map((glue) => ({
    name: glue.name,
    module: glue.module,
    call: `${glue.call}(p)`,
    attributes: 0,
  }));
  private readonly at = new Map<string, number>();

  /** Number of the first handler of a row's form: one, or three for 16, 32 and 64 bits. */
  base(row: OpRow, family: OpFamily, form: '' | 'rs' | 'ms' | 'rm'): number {
    const bits = bitsOf(row);
    const stem = `${row.name}${form && `_${form}`}`;
    const key = `${stem}:${bits[0]}`;
    const call = (width: number, nf: boolean): string => {
      if (row.lane) return laneBody(row.lane, laneBytes(row));
      const fn = `${row.fn ?? row.name}${form && `_${form}`}${width ? `<u${width}>` : ''}`;
      const args = ['p', ...(row.args ? [row.args] : []), ...(row.nf ? [String(!nf)] : [])];
      return `${fn}(${args.join(', ')})`;
    };
    const known = this.at.get(key);
    const first = known ?? this.list.length;
    bits.forEach((width, i) => {
      const name = width ? `${stem}_${width}` : stem;
      const plain: Handler = {
        name,
        module: family.module,
        call: call(width, false),
        attributes: attributes(row),
        lane: row.lane !== undefined,
      };
      if (known !== undefined) {
        if (this.list[first + i].call !== plain.call)
          throw new Error(`opcode row '${row.enc}': ${name} already means something else`);
        return;
      }
      if (row.nf) plain.noFlags = `${name}_nf`;
      if (form === 'rs' && FUSED[row.name] && width !== 16) plain.fused = `${name}_j`;
      this.list.push(plain);
    });
    if (known === undefined) {
      this.at.set(key, first);
      for (const [i, width] of bits.entries())
        this.variants(this.list[first + i], row, width, call(width, true));
    }
    return first;
  }
  private variants(plain: Handler, row: OpRow, width: number, nfCall: string): void {
    if (plain.noFlags)
      this.list.push({
        name: plain.noFlags,
        module: plain.module,
        call: nfCall,
        attributes: plain.attributes & ~63,
      });
    if (plain.fused)
      for (let cc = 0; cc < 16; cc++)
        this.list.push({
          name: `${plain.fused}${cc}`,
          module: plain.module,
          call: `${FUSED[row.name]}<u${width}>(p, ${cc})`,
          attributes: plain.attributes,
        });
  }
  number(name: string): number {
    const i = this.list.findIndex((handler) => handler.name === name);
    if (i < 0) throw new Error(`no handler ${name}`);
    return i;
  }
}

function attributes(row: OpRow): number {
  const branch = row.shape === 'J' || row.ends === true;
  return (
    flagMask(row.writes) |
    flagMask(row.undefined) |
    (flagMask(row.reads) << 6) |
    (row.pure ? 1 << 12 : 0) |
    (branch ? 1 << 13 : 0) |
    (row.fn === 'jcc' ? 1 << 14 : 0) |
    (row.readsAtZero ? 1 << 15 : 0) |
    (row.transfers ? 1 << 16 : 0) |
    (row.shape === 'J' ? 1 << 17 : 0)
  );
}

/** Bytes of the memory operand for 128 bits of result. */
function laneBytes(row: OpRow): number {
  const [bytes] = operandBytes(row);
  return row.lane!.width === 'wider' && row.enc.startsWith('VEX.256') ? bytes / 2 : bytes;
}
/** Bytes of the memory operand with 16-bit operands and with wider ones; 0 where the size class says. */
function operandBytes({ bytes = 0 }: OpRow): readonly [narrow: number, wide: number] {
  return typeof bytes === 'number' ? [bytes, bytes] : bytes;
}

function featureNumber(row: OpRow): number {
  const feature = CPU_FEATURES.get(row.feature!);
  if (!feature) throw new Error(`opcode row '${row.enc}': no feature ${row.feature}`);
  return feature.number;
}

/** What a shape means to the decoder: flags, kinds of the ModRM operands, extras (see silicon/decode/instruction.ts). */
function operands(shape: Shape): { flags: number; kinds: number; extra: number } {
  const letters = shape.replace(/I$/, '').replace(/[HB]/, '').replace('Y', 'M');
  const simple: Record<string, number> = { X: 8, I: 7, AI: 1, O: 2, OI: 2, AO: 3, J: 4, AS: 5, SA: 6 };
  if (shape in simple) return { flags: 0, kinds: 0, extra: simple[shape] };
  const isRm = (letter: string): boolean => 'EWQM'.includes(letter);
  const rm = [...letters].find(isRm)!;
  const reg = [...letters].find((letter) => !isRm(letter)) ?? '';
  let flags = 1024;
  if (letters.length > 1 && isRm(letters[1])) flags |= 256;
  if (reg === 'N') flags |= 512;
  if (shape.includes('M')) flags |= 4096;
  return { flags, kinds: (reg ? REGISTER_KIND[reg] : 0) | (REGISTER_KIND[rm] << 2), extra: 0 };
}

interface Entry {
  words: [number, number, number, number];
}

class Tables {
  readonly entries: Entry[] = [{ words: [0, 0, 0, 0] }];
  private readonly leaves = new Map<string, number>();
  constructor(
    private readonly handlers: Handlers,
    private readonly familyOf: Map<OpRow, OpFamily>,
  ) {}

  add(node: Node): number {
    if (node.kind === 'none') return 0;
    if (node.kind === 'leaf') return this.leaf(node);
    const children = node.children.map((child) => this.add(child));
    // A slot a child: its last word is the child's entry.
    const base = this.entries.length;
    for (const child of children) this.entries.push({ words: [0, 0, 0, child] });
    const kind = { prefix: 2, group: 3, rm: 4, mode: 5, w: 6, l: 7 }[node.kind];
    this.entries.push({ words: [kind, base, 0, 0] });
    return this.entries.length - 1;
  }
  private leaf({ row, modrm, vex }: Extract<Node, { kind: 'leaf' }>): number {
    const family = this.familyOf.get(row)!;
    const { flags, kinds, extra } = operands(row.shape);
    const immediate = row.imm ? IMMEDIATES[row.imm] : 0;
    let bits =
      flags |
      (row.split ? 1 : 0) |
      (row.ends ? 2 : 0) |
      (row.mode === '64' ? 4 : 0) |
      (row.mode === 'legacy' ? 8 : 0);
    bits |=
      (row.lock ? 16 : 0) |
      (row.readsRm ? 32 : 0) |
      (row.byteOperand === 'rm' ? 64 : 0) |
      (row.byteOperand === 'reg' ? 128 : 0);
    bits |= (modrm ? 1024 : 0) | (vex ? 2048 : 0);
    bits |=
      (row.shape.includes('H') ? 8192 : 0) |
      (vex && row.shape.includes('B') ? 16384 : 0) |
      (row.shape.includes('Y') ? 32768 : 0);
    const [narrow, wide] = operandBytes(row);
    const special = row.anyMod ? 9 : row.bitString ? 10 : extra;
    const memory = flags & 256 ? 'rm' : 'ms';
    const split = row.split === true;
    const memoryForm = split && (modrm || row.shape === 'AS' || row.shape === 'SA');
    const form = memoryForm && row.shape === 'AS' ? 'rm' : memory;
    const registerOnly = row.enc.endsWith('r') && /\/[0-7r]r$/.test(row.enc);
    const base = this.handlers.base(row, family, split ? 'rs' : '');
    const mem = memoryForm && !registerOnly ? this.handlers.base(row, family, form) : base;
    // Y has no 16-bit form: its first handler is the 32-bit one.
    const skip = row.size === 'Y' ? 1 : 0;
    const entry: Entry['words'] = [
      1 | ((SIZES[row.size] | (immediate << 4)) << 8) | (bits << 16),
      (base + skip) | ((mem + skip) << 16),
      special | (kinds << 4) | (narrow << 8) | (wide << 20),
      row.feature ? 1 + featureNumber(row) : 0,
    ];
    const key = entry.join();
    const known = this.leaves.get(key);
    if (known !== undefined) return known;
    this.entries.push({ words: entry });
    this.leaves.set(key, this.entries.length - 1);
    return this.entries.length - 1;
  }
}

const list = (values: number[]): string => {
  const lines: string[] = [];
  for (let i = 0; i < values.length; i += 16)
    lines.push(
      '  ' +
        values
          .slice(i, i + 16)
          .map((v) => `0x${(v >>> 0).toString(16)}`)
          .join(', '),
    );
  return `[\n${lines.join(',\n')}\n]`;
};
const HEAD = '// Generated from spec/opcodes by `npm run gen`. Do not edit.\n';

export interface GeneratedOpcodes {
  /** Tables of the decoder. */
  tables: string;
  /** A wrapper a handler, and a function that fixes their order in the function table. */
  handlers: string;
  /** Handler names by number, for the linker. */
  names: string[];
}

export function generateOpcodes(families: readonly OpFamily[]): GeneratedOpcodes {
  const familyOf = new Map(families.flatMap((family) => family.rows.map((row) => [row, family] as const)));
  const handlers = new Handlers();
  const tables = new Tables(handlers, familyOf);
  const roots = opcodeTrie([...familyOf.keys()]).flatMap((map) => map.map((node) => tables.add(node)));
  const { list: all } = handlers;
  const jcc = handlers.number('jo');
  const source = [
    HEAD,
    `/** Entry of each opcode: 7 maps of 256 words. */\nexport const ROOT: usize = memory.data<u32>(${list(roots)});`,
    `/** Entries of 16 bytes: leaves and dispatch by prefix, ModRM and mode. */\nexport const OPCODES: usize = memory.data<u32>(${list(tables.entries.flatMap((e) => e.words))}, 16);`,
    `/** Of each handler: flags written 5:0, read 11:6, pure 12, branch 13, Jcc 14, reads only at count 0 15, always a transfer 16, relative 17. */\nexport const ATTRIBUTES: usize = memory.data<u32>(${list(all.map((h) => h.attributes))});`,
    `/** Of each handler: the one that leaves the flags alone, or 0. */\nexport const NO_FLAGS: usize = memory.data<u16>(${list(all.map((h) => (h.noFlags ? handlers.number(h.noFlags) : 0)))});`,
    `/** Of each handler: the first of sixteen fused with a following Jcc, or 0. */\nexport const FUSED: usize = memory.data<u16>(${list(all.map((h) => (h.fused ? handlers.number(`${h.fused}0`) : 0)))});`,
    'export const A_PURE: u32 = 0x1000;\nexport const A_BRANCH: u32 = 0x2000;\nexport const A_JCC: u32 = 0x4000;\nexport const A_COUNT: u32 = 0x8000;\nexport const A_TRANSFER: u32 = 0x10000;\nexport const A_RELATIVE: u32 = 0x20000;',
    ...GLUE.map((glue, i) => `export const H_${glue.name.toUpperCase()}: u32 = ${i};`),
    `export const H_JCC: u32 = ${jcc};`,
    `export const HANDLERS: u32 = ${all.length};`,
    '',
  ].join('\n');
  return { tables: source, handlers: wrappers(all), names: all.map((h) => h.name) };
}

function wrappers(all: Handler[]): string {
  const modules = [...new Set(all.map((h) => h.module).filter(Boolean))];
  const alias = (module: string): string => module.replace(/[^a-z0-9]/gi, '_');
  const lines = [
    HEAD,
    'import { HANDLER_TABLE } from "./layout";',
    'import { dst, imm, next } from "../record";',
    'import * as lanes from "../fpu/laneOperand";',
    ...modules.map((module) => `import * as ${alias(module)} from "../${module}";`),
    '',
  ];
  for (const h of all) {
    const name = alias(h.module);
    const body = !h.module
      ? 'return p;'
      : h.lane
        ? h.call.replaceAll('@', name)
        : `return ${name}.${h.call};`;
    lines.push(`export function h_${h.name}(p: usize): usize { ${body} }`);
  }
  lines.push(
    '',
    '/** Enters the function-table index of every handler, by handler number. */',
    'export function installHandlers(): void {',
  );
  all.forEach((h, i) => lines.push(`  store<u16>(HANDLER_TABLE, h_${h.name}.index, ${2 * i});`));
  lines.push('}', '');
  return lines.join('\n');
}
