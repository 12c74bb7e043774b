import type { OpRow } from '../spec/opcodes/row.js';

/** A row's encoding, taken apart. */
export interface Pattern {
  row: OpRow;
  map: number;
  opcode: number;
  plusReg: boolean;
  prefix: number | undefined; // 0 none, 1 66, 2 F3, 3 F2
  /** VEX.W and VEX.L where they are part of the opcode. */
  w: number | undefined;
  l: number | undefined;
  reg: number | undefined;
  memoryOnly: boolean;
  registerOnly: boolean;
  exact: number | undefined;
  modrm: boolean;
}

export type Node =
  | { kind: 'none' }
  | { kind: 'leaf'; row: OpRow; modrm: boolean; vex: boolean }
  | { kind: 'prefix' | 'group' | 'rm' | 'mode' | 'w' | 'l'; children: Node[] };

const PREFIXES = ['NP', '66', 'F3', 'F2'];

export function parse(row: OpRow): Pattern {
  const tokens: string[] = row.enc.split(' ');
  const [vex, ...bits] = tokens[0].startsWith('VEX') ? tokens.shift()!.split('.') : [];
  const bit = (zero: string, one: string): number | undefined =>
    bits.includes(zero) ? 0 : bits.includes(one) ? 1 : undefined;
  // `66` and the like is a prefix only where an opcode follows it.
  const opcodeFollows = (tokens[1] ?? '').length === 2 && !tokens[1].startsWith('/') && tokens[1] !== '+r';
  let prefix: number | undefined;
  if (tokens[0] === 'NP' || (PREFIXES.includes(tokens[0]) && opcodeFollows))
    prefix = PREFIXES.indexOf(tokens.shift()!);
  let map = 0;
  if (tokens[0] === '0F') {
    tokens.shift();
    const escape = ['38', '3A'].indexOf(tokens.at(0) ?? '');
    map = escape >= 0 && /^[0-9A-F]{2}$/.test(tokens[1] ?? '') ? escape + 2 : 1;
    if (map > 1) tokens.shift();
  }
  const opcode = Number.parseInt(tokens.shift() ?? '', 16);
  const rest = tokens.shift() ?? '';
  const match = /^(?:\+r|=([0-9A-F]{2})|\/([0-7r])([mr]?))?$/.exec(rest);
  if (Number.isNaN(opcode) || match === null || tokens.length > 0)
    throw new Error(`opcode row '${row.enc}' (${row.name}): cannot be read`);
  return {
    row,
    map: vex ? map + 3 : map,
    opcode,
    plusReg: rest === '+r',
    prefix,
    w: bit('W0', 'W1'),
    l: bit('128', '256'),
    reg: match[2] !== undefined && match[2] !== 'r' ? Number(match[2]) : undefined,
    memoryOnly: match[3] === 'm',
    registerOnly: match[3] === 'r',
    exact: match[1] === undefined ? undefined : Number.parseInt(match[1], 16),
    modrm: rest.startsWith('/') || rest.startsWith('='),
  };
}

/** Patterns told apart by VEX.W or VEX.L, then as `rest` does. */
function byBit(
  key: 'w' | 'l',
  rest: (patterns: Pattern[], where: string) => Node,
): (patterns: Pattern[], where: string) => Node {
  return (patterns, where) =>
    patterns.some((p) => p[key] !== undefined)
      ? {
          kind: key,
          children: [0, 1].map((value) =>
            rest(
              patterns.filter((p) => (p[key] ?? value) === value),
              `${where} ${key}${value}`,
            ),
          ),
        }
      : rest(patterns, where);
}
const byVexBits = byBit('l', byBit('w', leaf));

function leaf(patterns: Pattern[], where: string): Node {
  if (patterns.length === 0) return { kind: 'none' };
  if (patterns.length > 1)
    throw new Error(`opcode ${where}: ${patterns.map((p) => p.row.name).join(' and ')} collide`);
  const [only] = patterns;
  return { kind: 'leaf', row: only.row, modrm: only.modrm, vex: only.map > 3 };
}

function byModrm(patterns: Pattern[], where: string): Node {
  if (!patterns.some((p) => p.reg !== undefined || p.memoryOnly || p.registerOnly || p.exact !== undefined))
    return byVexBits(patterns, where);
  const children: Node[] = [];
  for (let slot = 0; slot < 16; slot++) {
    const reg = slot & 7;
    const register = slot >= 8;
    const here = patterns.filter((p) =>
      p.exact === undefined
        ? (p.reg === undefined || p.reg === reg) && !(register ? p.memoryOnly : p.registerOnly)
        : register && ((p.exact >> 3) & 7) === reg,
    );
    const exact = here.filter((p) => p.exact !== undefined);
    const loose = here.filter((p) => p.exact === undefined);
    const at = `${where} /${reg}`;
    if (exact.length === 0) children.push(byVexBits(loose, at));
    else {
      const rms = Array.from({ length: 8 }, (_, rm) => {
        const fixed = exact.filter((p) => (p.exact! & 7) === rm);
        return byVexBits(fixed.length > 0 ? fixed : loose, `${at} rm ${rm}`);
      });
      children.push({ kind: 'rm', children: rms });
    }
  }
  return { kind: 'group', children };
}

function byPrefix(patterns: Pattern[], where: string): Node {
  if (!patterns.some((p) => p.prefix !== undefined)) return byModrm(patterns, where);
  const children = PREFIXES.map((name, i) => {
    // ModRM forms without a prefix of their own stay reachable beside prefixed ones of other forms.
    const exact = patterns.filter((p) => p.prefix === i);
    const wild = patterns.filter((p) => p.prefix === undefined && !exact.some((x) => sameForm(x, p)));
    return byModrm([...exact, ...wild], `${name} ${where}`);
  });
  return { kind: 'prefix', children };
}
function sameForm(a: Pattern, b: Pattern): boolean {
  if (a.exact !== undefined || b.exact !== undefined) return a.exact === b.exact;
  return (
    (a.reg === undefined || b.reg === undefined || a.reg === b.reg) &&
    !(a.memoryOnly && b.registerOnly) &&
    !(a.registerOnly && b.memoryOnly)
  );
}

function byMode(patterns: Pattern[], where: string): Node {
  if (!patterns.some((p) => p.row.mode !== undefined)) return byPrefix(patterns, where);
  const legacy = patterns.filter((p) => p.row.mode !== '64');
  const long = patterns.filter((p) => p.row.mode !== 'legacy');
  return { kind: 'mode', children: [byPrefix(legacy, `${where} legacy`), byPrefix(long, `${where} 64-bit`)] };
}

/** The decoder's tables as trees: seven maps (one byte, 0F, 0F38, 0F3A, VEX 1..3) of 256 opcodes. */
export function opcodeTrie(rows: readonly OpRow[]): Node[][] {
  const patterns = rows.map(parse);
  return Array.from({ length: 7 }, (_, map) =>
    Array.from({ length: 256 }, (_, opcode) => {
      const here = patterns.filter(
        (p) => p.map === map && (p.plusReg ? (opcode & 0xf8) === p.opcode : p.opcode === opcode),
      );
      return byMode(here, `${map}:${opcode.toString(16)}`);
    }),
  );
}
