import { COMPARED_FLAGS, EXTENDED, PLACE, RECORD, VECTOR, WINDOW_BYTES } from './layout.js';

const STATE = RECORD.EXTENDED;
const WORDS = [
  ['control', EXTENDED.CONTROL, 2],
  ['status', EXTENDED.STATUS, 2],
  ['tags', EXTENDED.TAGS, 1],
  ['mxcsr', EXTENDED.MXCSR, 4],
] as const;
/** The last x87 instruction: told only while an exception is pending. */
const POINTERS = [
  ['fop', EXTENDED.OPCODE, 2],
  ['fip', EXTENDED.RIP, 6],
  ['fdp', EXTENDED.RDP, 6],
] as const;
const SUMMARY = 0x80;
/** Registers of the extended state: name, place, bytes, distance. */
const VECTORS = [
  ['st', EXTENDED.STACK, 10, 16, 8],
  ['xmm', EXTENDED.XMM, 16, 16, 16],
  ['ymm', EXTENDED.YMM_HI, 16, 16, 16],
] as const;

/** One item of an outcome and its value: numbers as they are, bytes as hexadecimal with the first byte last. */
export type Item = readonly [name: string, value: string];

function bytesOf(record: Uint8Array, at: number, bytes: number): string {
  return Buffer.from(record.subarray(at, at + bytes))
    .reverse()
    .toString('hex');
}

/** What an outcome has that its case had not: first the end and the flags, then registers, then memory. */
export function itemsOf(given: Uint8Array, outcome: Uint8Array): Item[] {
  const before = new DataView(given.buffer, given.byteOffset, RECORD.SIZE);
  const after = new DataView(outcome.buffer, outcome.byteOffset, RECORD.SIZE);
  const vector = after.getUint32(RECORD.VECTOR, true);
  const items: Item[] = [
    ['vector', String(vector)],
    ['error', after.getUint32(RECORD.ERROR, true).toString(16)],
    ['rip', (after.getBigUint64(RECORD.RIP, true) - BigInt(PLACE.code)).toString(16)],
    ['flags', (after.getUint32(RECORD.FLAGS, true) & COMPARED_FLAGS).toString(16)],
  ];
  if (vector === VECTOR.PF) items.push(['cr2', after.getBigUint64(RECORD.CR2, true).toString(16)]);
  const wide = before.getUint8(RECORD.MODE) === 64;
  for (let n = 0; n < (wide ? 16 : 8); n++) {
    const at = RECORD.REGISTERS + 8 * n;
    const read = (view: DataView): bigint =>
      wide ? view.getBigUint64(at, true) : BigInt(view.getUint32(at, true));
    if (read(before) !== read(after)) items.push([`r${n}`, read(after).toString(16)]);
  }
  const pending = (after.getUint16(STATE + EXTENDED.STATUS, true) & SUMMARY) !== 0;
  for (const [name, offset, bytes] of pending ? [...WORDS, ...POINTERS] : WORDS) {
    const now = bytesOf(outcome, STATE + offset, bytes);
    if (now !== bytesOf(given, STATE + offset, bytes)) items.push([name, now]);
  }
  for (const [name, offset, bytes, distance, count] of VECTORS)
    for (let n = 0; n < count; n++) {
      const now = bytesOf(outcome, STATE + offset + distance * n, bytes);
      if (now !== bytesOf(given, STATE + offset + distance * n, bytes)) items.push([`${name}${n}`, now]);
    }
  for (let at = 0; at < WINDOW_BYTES; at++) {
    let end = at;
    while (end < WINDOW_BYTES && outcome[RECORD.WINDOW + end] !== given[RECORD.WINDOW + end]) end++;
    if (end === at) continue;
    const bytes = outcome.subarray(RECORD.WINDOW + at, RECORD.WINDOW + end);
    items.push([`m${at}`, Buffer.from(bytes).toString('hex')]);
    at = end;
  }
  return items;
}

/** An outcome on one line. */
export function formatOutcome(given: Uint8Array, outcome: Uint8Array): string {
  const [[, vector], [, error], [, rip], [, flags], ...rest] = itemsOf(given, outcome);
  const items = rest.map(([name, value]) => `${name}=${value}`);
  return [`#${vector}`, error, rip, flags, ...items].join(' ');
}

/** The items in which two outcomes differ, both values beside each other; empty values are those of the start. */
export function differingItems(given: Uint8Array, a: Uint8Array, b: Uint8Array): string[] {
  const left = new Map(itemsOf(given, a));
  const right = new Map(itemsOf(given, b));
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names
    .filter((name) => left.get(name) !== right.get(name))
    .map(
      (name) => `${name}: host ${left.get(name) ?? 'unchanged'}, silicon ${right.get(name) ?? 'unchanged'}`,
    );
}
