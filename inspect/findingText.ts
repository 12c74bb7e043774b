import type { BitField } from '../spec/bits.js';
import type { CpuFacts } from './cpuFacts.js';
import { hex, type ExplainedField, type Finding } from './explain.js';

/** A finding as lines of text, indented: the check and its sentence, then its fields with the bits that are wrong. */
export function findingLines(finding: Finding, cpu: CpuFacts): string[] {
  const { id, sentence, section, fields, notes } = finding;
  const where = section === '' ? '' : `  [APM 2, ${section}]`;
  const indent = ' '.repeat(2 + Math.max(id.length + 1, 5));
  return [
    `  ${id.padEnd(4)} ${sentence}${where}`,
    ...fields.map((field) => `${indent}${fieldText(field, cpu)}`),
    ...notes.map((note) => `${indent}${note}`),
  ];
}

function fieldText(field: ExplainedField, cpu: CpuFacts): string {
  const bits = bitsText(field, cpu);
  return `${field.name} = ${hex(field.value)}${bits === '' ? '' : `: ${bits}`}`;
}

/** The offending bits by name, and those without one by number. */
function bitsText({ value, width, offending, bits }: ExplainedField, cpu: CpuFacts): string {
  // When all of a field is wrong its value says it.
  if (offending === (1n << BigInt(8 * width)) - 1n) return '';
  const parts: string[] = [];
  let rest = offending;
  for (const row of Object.values(bits)) {
    const mask = BigInt(row.mask);
    if (!(mask & offending)) continue;
    rest &= ~mask;
    parts.push(namedText(row, (value & mask) >> BigInt(row.lo), cpu));
  }
  if (rest !== 0n) parts.push(`${runsText(rest)} ${(value & rest) === 0n ? 'clear' : 'set'}`);
  return parts.join(', ');
}

function namedText({ name, lo, width, feature }: BitField, value: bigint, cpu: CpuFacts): string {
  const place = width === 1 ? `bit ${lo}` : `bits ${lo + width - 1}:${lo}`;
  const lacking = feature !== undefined && !cpu.features.has(feature);
  return `${name} (${place}) = ${width === 1 ? value : hex(value)}${lacking ? `, needs ${feature}` : ''}`;
}

/** Bit numbers, highest first, neighbours as a range: `bits 63:52, 41`. */
function runsText(mask: bigint): string {
  const runs: string[] = [];
  let count = 0;
  for (let high = 63; high >= 0; high--) {
    if (!((mask >> BigInt(high)) & 1n)) continue;
    let low = high;
    while (low > 0 && (mask >> BigInt(low - 1)) & 1n) low--;
    runs.push(high === low ? `${high}` : `${high}:${low}`);
    count += high - low + 1;
    high = low;
  }
  return `bit${count === 1 ? '' : 's'} ${runs.join(', ')}`;
}
