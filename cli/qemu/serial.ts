import { UsageError } from '../errors.js';
import type { QemuSettings, SerialTarget } from './settings.js';

/** Applies `-serial`; the board has one port, so a second one may only be `none` or `null`. */
export function addSerial(settings: QemuSettings, value: string): void {
  const target = parseSerial(value);
  if (settings.serial === undefined) settings.serial = target;
  else if (target.kind !== 'none') throw new UsageError('only one serial port is supported');
}

function parseSerial(value: string): SerialTarget {
  if (value === 'none' || value === 'null') return { kind: 'none' };
  if (value === 'stdio') return { kind: 'stdio', multiplexed: false };
  if (value === 'mon:stdio') return { kind: 'stdio', multiplexed: true };
  if (value.startsWith('file:') && value.length > 5) return { kind: 'file', path: value.slice(5) };
  throw new UsageError(`'${value}' is not supported: use stdio, mon:stdio, file:PATH or none`);
}
