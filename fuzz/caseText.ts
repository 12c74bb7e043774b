import type { Case, OpText, Which } from './case.js';
import { digitsOf } from './bytes.js';
import { modeWidth, type Width } from './guestModes.js';
import type { Finding } from './judge.js';
import { assemble } from './ops/index.js';
import { PLACE } from './place.js';

const CODE_COLUMN = 34;

/** A case as a person reads it. */
export function describeCase(given: Case): string[] {
  const width = modeWidth(given.mode);
  return [
    `processor ${given.cpu}; L2 begins in mode '${given.mode}'; ${given.slices} slices of ${given.length} instructions`,
    ...(['a', 'b'] as const).flatMap((which) => vmcb(which, given)),
    ...section(
      'memory',
      given.edits.map(({ at, value, width: bytes }) => `${at} = ${value} (${bytes} bytes)`),
    ),
    ...section('L1, once', program(given.before, 64, PLACE.l1Code)),
    ...section(`L1, ${given.rounds} times`, program(given.loop, 64, PLACE.l1Code + length(given.before, 64))),
    ...section('L2, for ever', program(given.l2, width, PLACE.l2Code + given.l2At)),
    ...section('SMI handler', program(given.smm, 16, PLACE.smmHandler)),
    ...section(
      'from outside',
      given.events.map(({ slice, kind, vector }) => `before slice ${slice}: ${kind} ${vector.toString(16)}`),
    ),
  ];
}

/** What was found, by name. */
export function describeFinding({ kind, slice, details }: Finding): string[] {
  const head = {
    difference: `the machines differ after slice ${slice}`,
    crash: `a machine breaks in slice ${slice}`,
    hang: `the machines do not come back from the case`,
  }[kind];
  return section(head, details);
}

function vmcb(which: Which, { fields, loop }: Case): string[] {
  const used = which === 'a' || loop.some((op) => op.includes(': b'));
  const rows = Object.entries(fields[which]).map(([key, value]) => `${key} ${value}`);
  return used ? section(`VMCB ${which}`, rows) : [];
}
function section(head: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : [`${head}:`, ...rows.map((row) => `  ${row}`)];
}
function program(ops: readonly OpText[], width: Width, start: number): string[] {
  let at = start;
  return ops.map((op) => {
    const code = assemble(op, width);
    const line = `${at.toString(16)}  ${op.padEnd(CODE_COLUMN)} ${digitsOf(code)}`;
    at += code.length;
    return line;
  });
}
function length(ops: readonly OpText[], width: Width): number {
  return ops.reduce((sum, op) => sum + assemble(op, width).length, 0);
}
