import { frames } from '../silicon/host/processorState.js';
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
  const found: string[] = [];
  for (let number = 0; number < RAM / PAGE; number++) {
    const [left, right] = [a[number] ?? EMPTY, b[number] ?? EMPTY];
    if (same(left, right)) continue;
    const [before, after] = [left, right].map((words) =>
      digitsOf(new Uint8Array(words.buffer, words.byteOffset, PAGE)),
    );
    found.push(`page ${(number * PAGE).toString(16)}: ${explain(before, after)}`);
  }
  return found;
}

/** A page that was never touched. */
const EMPTY = new Uint32Array(PAGE / 4);

/** L1's RAM by number of page, as far as it was ever touched. */
function pages({ cpu }: Twin): (Uint32Array | undefined)[] {
  const found: (Uint32Array | undefined)[] = [];
  for (const { number, address } of frames(cpu))
    if (number < RAM / PAGE) found[number] = cpu.u32.subarray(address >>> 2, (address + PAGE) >>> 2);
  return found;
}
function same(a: Uint32Array, b: Uint32Array): boolean {
  if (a === b) return true;
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
