import { UNIMPLEMENTED } from '../spec/unimplemented.js';
import {
  META,
  RECORD,
  REGIONS,
  STATE_BASE,
  STATE_SIZE,
  UNLINKED,
  addressOf,
  placeState,
  SEGMENTS,
} from '../spec/layout.js';

/** The addresses of spec/layout.ts as AssemblyScript constants. */
export function layoutSource(): string {
  const lines = ['// Generated from spec/layout.ts by `npm run gen`. Do not edit.', ''];
  const constant = (name: string, value: number): void => {
    lines.push(`export const ${name} = 0x${value.toString(16)};`);
  };
  constant('STATE_BASE', STATE_BASE);
  constant('STATE_SIZE', STATE_SIZE);
  for (const field of placeState()) constant(field.name, field.address);
  for (const [name, value] of Object.entries(REGIONS)) constant(name, value);
  for (const [name, value] of Object.entries(RECORD)) constant(`I_${name}`, value);
  for (const [name, value] of Object.entries(META)) constant(`M_${name}`, value);
  constant('UNLINKED', UNLINKED);
  const segs = addressOf('SEGS');
  SEGMENTS.forEach((name, i) => constant(`SEG_${name}`, segs + 16 * i));
  const regs = addressOf('REGS');
  ['RAX', 'RCX', 'RDX', 'RBX', 'RSP', 'RBP', 'RSI', 'RDI'].forEach((name, i) => constant(name, regs + 8 * i));
  UNIMPLEMENTED.forEach(({ name }, i) => constant(`U_${name}`, i));
  return lines.join('\n') + '\n';
}
