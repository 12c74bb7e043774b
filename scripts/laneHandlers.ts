import type { Lane } from '../spec/opcodes/row.js';

/** Bytes from the lower to the upper half of a YMM register in the processor's state. */
const UPPER = 256;

/**
 * Statements of a handler around a lane function: operands checked and loaded, the function called for each half, exceptions raised,
 * the result stored. `@` stands for the function's module, `lanes` for silicon/fpu/laneOperand.ts.
 */
export function laneBody(lane: Lane, bytes: number): string {
  if (lane.element) return elementBody(lane, lane.element);
  if (lane.form === 'vex') return vexBody(lane, bytes);
  return legacyBody(lane, bytes);
}

const call = (lane: Lane, ...args: string[]): string => `@.${lane.fn}(${args.join(', ')})`;
const begin = (lane: Lane): string => (lane.float ? 'lanes.begin(); ' : '');
const settle = (lane: Lane): string => (lane.float ? 'lanes.settle(p); ' : '');

/** MMX and SSE forms: the destination is the first source. */
function legacyBody(lane: Lane, bytes: number): string {
  const mmx = lane.form === 'mmx';
  const old = mmx ? 'v128.load_zero<u64>(d)' : 'v128.load(d)';
  const immediate = lane.immediate === undefined ? [] : ['<u32>imm(p)'];
  const put = mmx ? 'lanes.putLow(d, r)' : 'v128.store(d, r)';
  const finish = `${settle(lane)}${put}; return next(p);`;
  if (lane.of === 'shift')
    return `lanes.${mmx ? 'beginMmx' : 'beginSse'}(p); const d = dst(p), r = ${call(lane, old, ...immediate)}; ${finish}`;
  const load = mmx
    ? `lanes.mmx${bytes}(p)`
    : lane.of === 'count'
      ? 'lanes.sseCount(p)'
      : bytes === 16
        ? `v128.load(lanes.${lane.unaligned ? 'sseAnywhere' : 'sse'}(p))`
        : `lanes.sse${bytes}(p)`;
  const args = lane.of === 'b' ? ['b'] : lane.of === 'abc' ? [old, 'b', 'v128.load(lanes.XMM0)'] : [old, 'b'];
  return `const b = ${load}, d = dst(p); ${begin(lane)}const r = ${call(lane, ...args, ...immediate)}; ${finish}`;
}

/** VEX forms: VEX.L is looked at when the instruction runs. */
function vexBody(lane: Lane, bytes: number): string {
  const immediate = (half: number): string[] =>
    lane.immediate === undefined
      ? []
      : [half && lane.immediate ? `lanes.immediate(p) >> ${lane.immediate}` : 'lanes.immediate(p)'];
  const half = (register: string, n: number): string =>
    `v128.load(${register}${n ? (register === 'm' ? ' + lanes.gap(p)' : `, ${UPPER}`) : ''})`;
  const result = (n: number): string => {
    const of = {
      ab: () => [half('a', n), half('m', n)],
      b: () => [half('m', n)],
      count: () => [half('a', n), half('m', 0)],
      shift: () => [half('d', n)],
      abc: () => [half('a', n), half('m', n), half('c', n)],
      xyz: () => [half('d', n), half('a', n), half('m', n)],
    };
    if (lane.width === 'wider') return call(lane, n ? `lanes.above${bytes}(b)` : 'b', ...immediate(n));
    return call(lane, ...of[lane.of](), ...immediate(n));
  };
  const source =
    lane.width === 'wider'
      ? `b = lanes.vexWider(p, ${bytes})`
      : `m = lanes.vex${lane.of === 'count' ? 16 : ''}(p)`;
  const operands = lane.of === 'shift' ? 'lanes.beginVex(p); const ' : `const ${source}, `;
  const third = lane.of === 'abc' ? ', c = lanes.third(p)' : '';
  const low = `${operands}a = lanes.vvvv(p), d = dst(p)${third}; ${begin(lane)}const r = ${result(0)};`;
  const to = lane.of === 'shift' ? 'a' : 'd';
  const one = `if (!lanes.wide(p)) { ${settle(lane)}lanes.put128(${to}, r); return next(p); }`;
  const joined =
    lane.width === 'narrower' ? `lanes.put128(d, lanes.join(r, h))` : `lanes.put256(${to}, r, h)`;
  return `${low} ${one} const h = ${result(1)}; ${settle(lane)}${joined}; return next(p);`;
}

/** The function is over one element; the other elements of a VEX form come from the first source. */
function elementBody(lane: Lane, from: string): string {
  const vex = lane.form === 'vex';
  const a = vex ? 'a' : 'd';
  const immediate = lane.immediate === undefined ? [] : [vex ? 'lanes.immediate(p)' : '<u32>imm(p)'];
  const first = `load<${from}>(${a})`;
  const args = lane.of === 'b' ? ['b'] : lane.of === 'xyz' ? [`load<${from}>(d)`, first, 'b'] : [first, 'b'];
  const registers = vex ? 'a = lanes.vvvv(p), d = dst(p)' : 'd = dst(p)';
  const rest = !vex ? '' : lane.of === 'xyz' ? 'lanes.clearUpper(d); ' : 'lanes.put128(d, v128.load(a)); ';
  return (
    `const b = lanes.${vex ? 'vexElement' : 'sseElement'}<${from}>(p), ${registers}; ${begin(lane)}` +
    `const r = ${call(lane, ...args, ...immediate)}; ${settle(lane)}${rest}store<${lane.to ?? from}>(d, r); return next(p);`
  );
}
