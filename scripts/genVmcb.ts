import { VMCB_ROWS } from '../spec/vmcb.js';

/** The offsets of spec/vmcb.ts as AssemblyScript constants: `VC_` in the control area, `VS_` in the save area. */
export function vmcbSource(): string {
  const rows = VMCB_ROWS.map(([key, { area, offset }]) => {
    const name = key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    return `export const ${area === 'control' ? 'VC' : 'VS'}_${name} = 0x${offset.toString(16)};`;
  });
  return ['// Generated from spec/vmcb.ts by `npm run gen`. Do not edit.', '', ...rows, ''].join('\n');
}
