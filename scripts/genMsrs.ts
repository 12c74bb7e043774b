import { addressOf } from '../spec/layout.js';
import { MC_BANKS, MSRS } from '../spec/msrs.js';

/** Where the registers of spec/msrs.ts lie that have no field of their own, as AssemblyScript constants. */
export function msrSource(): string {
  const address = addressOf('MISC_MSR');
  const rows = MSRS.filter((row) => row.state?.[0] === 'MISC_MSR').map(
    (row) => `export const MSR_${row.name.toUpperCase()} = 0x${(address + 8 * row.state![1]).toString(16)};`,
  );
  const count = `export const MC_BANKS: u32 = ${MC_BANKS};`;
  return ['// Generated from spec/msrs.ts by `npm run gen`. Do not edit.', '', count, ...rows, ''].join('\n');
}
