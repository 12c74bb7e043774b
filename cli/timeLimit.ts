import { UsageError } from './errors.js';
import type { RunLimits } from './machineConfig.js';

/** A `--timeout`: on the wall clock, or one that gives the same run everywhere. */
export interface TimeLimit {
  readonly text: string;
  readonly wallMs?: number;
  readonly limits: RunLimits;
}

const SECONDS: Readonly<Record<string, number>> = { '': 1, ms: 1e-3, s: 1, m: 60, h: 3600 };

/**
 * Reads `10s`, `500ms`, `2m` (wall clock; a bare number is seconds), `30vs`, `500vms` (virtual time) or `5e9i` (retired
 * instructions); throws `UsageError`.
 */
export function parseTimeLimit(text: string): TimeLimit {
  const match = /^(\d+(?:\.\d+)?(?:e\d+)?)(i|v?(?:ms|s|m|h)?)$/.exec(text);
  const unit = match?.[2] ?? '';
  const value = Number(match?.[1] ?? 0);
  if (match === null || unit === 'v' || !(value > 0)) {
    throw new UsageError(
      `'${text}' is not a time limit such as 10s (wall clock), 30vs (virtual time) or 5e9i (instructions)`,
    );
  }
  if (unit === 'i') return { text, limits: { instructions: Math.ceil(value) } };
  if (unit.startsWith('v')) {
    return { text, limits: { virtualNs: Math.round(value * SECONDS[unit.slice(1)] * 1e9) } };
  }
  return { text, wallMs: value * SECONDS[unit] * 1000, limits: {} };
}
