import { CLEAN, SAVE_AREA, VMCB_ROWS } from '../spec/vmcb.js';

/** The offsets of spec/vmcb.ts as AssemblyScript constants: `VC_` in the control area, `VS_` in the save area. */
export function vmcbSource(): string {
  const rows = VMCB_ROWS.map(([key, { area, offset }]) => {
    const name = key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    return `export const ${area === 'control' ? 'VC' : 'VS'}_${name} = 0x${offset.toString(16)};`;
  });
  const spans = cleanSpans();
  return [
    '// Generated from spec/vmcb.ts by `npm run gen`. Do not edit.',
    '',
    `export const SAVE_AREA = 0x${SAVE_AREA.toString(16)};`,
    ...rows,
    '',
    '/** Offset, bytes and clean bit of what the clean bits cover. */',
    `export const CLEAN_SPANS = memory.data<u16>([${spans.flat().join(', ')}]);`,
    `export const CLEAN_SPAN_COUNT = ${spans.length};`,
    '',
  ].join('\n');
}

/** The fields of the clean-bit groups, neighbours of one group joined. */
function cleanSpans(): [offset: number, bytes: number, bit: number][] {
  const spans: [number, number, number][] = [];
  for (const [, { offset, width, clean }] of VMCB_ROWS) {
    if (clean === null || clean === 'SW') continue;
    const last = spans.at(-1);
    if (last && last[0] + last[1] === offset && last[2] === CLEAN[clean]) last[1] += width;
    else spans.push([offset, width, CLEAN[clean]]);
  }
  return spans;
}
