import type { Lane, OpRow, Shape } from './row.js';

/** A vector operation: its lane function, and the encodings it has. */
export interface VectorOp {
  /** The lane function; the name when absent. */
  lane?: string;
  of?: Lane['of'];
  element?: Lane['element'];
  to?: Lane['to'];
  width?: Lane['width'];
  float?: boolean;
  unaligned?: boolean;
  /** It has an immediate; a number says how far it is shifted for the upper half. */
  imm?: true | number;
  /** Bytes of a memory operand of the SSE form: 16 when absent. */
  bytes?: number;
  /** Feature of the forms without VEX. */
  feature?: string;
  /** `false`: there are only VEX forms. */
  sse?: false;
  /** There is an MMX form, with this lane function if it needs another one; `mmxBytes` of memory instead of 8. */
  mmx?: true | string;
  mmxBytes?: number;
  /** The feature of the VEX forms; or two, of that with 128 bits and of that with 256, where `-` is for one that does not exist. */
  vex?: string | undefined;
  writes?: string;
}

const SHAPES: Record<Lane['of'], Record<Lane['form'], Shape>> = {
  ab: { mmx: 'PQ', sse: 'VW', vex: 'VHW' },
  count: { mmx: 'PQ', sse: 'VW', vex: 'VHW' },
  xyz: { mmx: 'PQ', sse: 'VW', vex: 'VHW' },
  b: { mmx: 'PQ', sse: 'VW', vex: 'VW' },
  shift: { mmx: 'QI', sse: 'WI', vex: 'HWI' },
  abc: { mmx: 'PQ', sse: 'VW', vex: 'VHWI' },
};

/** The rows of a vector operation. `enc` is the encoding of the SSE form; the MMX form has no prefix, the VEX forms have the same one. */
export function vector(enc: string, name: string, how: VectorOp = {}): OpRow[] {
  const { of = 'ab', bytes = 16, vex } = how;
  const rows: OpRow[] = [];
  const add = (form: Lane['form'], encoding: string, size: number, feature?: string): void => {
    rows.push(row(form, encoding, size, { name, ...how, of }, feature));
  };
  if (how.sse !== false) add('sse', enc, how.element ? elementBytes(how.element) : bytes, how.feature);
  if (how.mmx !== undefined) add('mmx', enc.replace(/^66/, 'NP'), how.mmxBytes ?? 8, how.feature);
  if (vex === undefined) return rows;
  if (how.element) {
    add(
      'vex',
      enc.replace(/^(VEX\S* )?/, (old) => old || 'VEX '),
      elementBytes(how.element),
      vex,
    );
    return rows;
  }
  const [small, large = small] = vex.split(' ');
  const withLength = (length: number): string =>
    enc.replace(/^(?:VEX(\S*) )?/, (_, w = '') => `VEX.${length}${w} `);
  if (small !== '-') add('vex', withLength(128), bytes, small);
  if (large !== '-') add('vex', withLength(256), of === 'count' ? bytes : 2 * bytes, large);
  return rows;
}

const elementBytes = (element: string): number => (element === 'u32' ? 4 : 8);

function row(
  form: Lane['form'],
  enc: string,
  bytes: number,
  op: VectorOp & { name: string; of: Lane['of'] },
  feature?: string,
): OpRow {
  const { name, of, element, to, width, float, unaligned, imm, mmx, writes } = op;
  const fn = form === 'mmx' && typeof mmx === 'string' ? mmx : (op.lane ?? name);
  const lane: Lane = { fn, form, of, element, to, width, float, unaligned };
  if (imm !== undefined || of === 'shift') lane.immediate = imm === true || imm === undefined ? 0 : imm;
  // The upper part of a scalar result comes from vvvv, whether or not the operation has two operands.
  const shape = SHAPES[element && of === 'b' ? 'ab' : of][form];
  const third = of === 'abc' && form === 'vex';
  return {
    enc,
    name: form === 'sse' ? name : form === 'mmx' ? `${name}_mmx` : `v${name}`,
    shape: (imm !== undefined && !shape.endsWith('I') ? `${shape}I` : shape) as Shape,
    size: '-',
    lane,
    ...(third ? { imm: 'r' as const } : lane.immediate === undefined ? {} : { imm: 'ub' as const }),
    ...(of === 'shift' ? {} : { bytes }),
    ...(feature === undefined ? {} : { feature }),
    ...(writes === undefined ? {} : { writes }),
  };
}
