import { usedPages } from '../silicon/host/processorState.js';
import { digitsOf } from './bytes.js';
import { PAGE, RAM } from './place.js';
import type { Twin } from './twin.js';
import { matters, sameRegisters, visible } from './visible.js';

const SHORT = 64;
const WORD = 16;
const WORDS_SHOWN = 8;

/** What differs between two machines, shortened for a person; empty when they obey the law. */
export function differences(bare: Twin, nested: Twin): string[] {
  return [...differentRegisters(bare, nested), ...differentPages(bare, nested)];
}

/** What differs outside memory. */
export function differentRegisters(bare: Twin, nested: Twin): string[] {
  if (sameRegisters(bare, nested)) return [];
  const [a, b] = [visible(bare), visible(nested)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((name) => matters(name, bare.isDown) && a[name] !== b[name])
    .map((name) => `${name}: ${explain(a[name], b[name])}`);
}

/** What differs in L1's RAM. */
export function differentPages(bare: Twin, nested: Twin): string[] {
  const [a, b] = [pages(bare), pages(nested)];
  const none = new Uint8Array(PAGE);
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((number) => ({ number, left: a.get(number) ?? none, right: b.get(number) ?? none }))
    .filter(({ left, right }) => !same(left, right))
    .map(
      ({ number, left, right }) =>
        `page ${(number * PAGE).toString(16)}: ${explain(digitsOf(left), digitsOf(right))}`,
    );
}

/** L1's RAM: each page that is not all zero. */
function pages({ cpu }: Twin): Map<number, Uint8Array> {
  const used = usedPages(cpu).filter(({ number }) => number * PAGE < RAM);
  return new Map(
    used.map(({ number, address }) => [number, new Uint8Array(cpu.u8.buffer, address, PAGE)] as const),
  );
}
function same(left: Uint8Array, right: Uint8Array): boolean {
  const words = (bytes: Uint8Array) => new Uint32Array(bytes.buffer, bytes.byteOffset, PAGE / 4);
  const [a, b] = [words(left), words(right)];
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

function explain(a = '', b = ''): string {
  if (a.length <= SHORT && b.length <= SHORT) return `bare ${a}, nested ${b}`;
  const rows: string[] = [];
  for (let at = 0; at < Math.max(a.length, b.length) && rows.length < WORDS_SHOWN; at += WORD) {
    const [left, right] = [a.slice(at, at + WORD), b.slice(at, at + WORD)];
    if (left !== right) rows.push(`+${(at / 2).toString(16)} ${left} ${right}`);
  }
  return rows.join('; ');
}
