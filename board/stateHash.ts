import { HOST_FIELDS, STATE_SIZE, placeState } from '../spec/layout.js';
import type { Processor } from '../silicon/host/cpu.js';
import { usedPages } from '../silicon/host/processorState.js';

const PAGE_WORDS = 1024;

/** A 64-bit hash, as two lanes, of 32-bit words: quick and the same on every host; it resists accidents, not adversaries. */
export class Hash {
  private a = 0x811c9dc5;
  private b = 0x9e3779b9;
  word(v: number): void {
    this.a = Math.imul(this.a ^ v, 0x01000193);
    this.a ^= this.a >>> 15;
    this.b = Math.imul(this.b + v + 1, 0x85ebca6b);
    this.b ^= this.b >>> 13;
  }
  text(s: string): void {
    for (let i = 0; i < s.length; i++) this.word(s.charCodeAt(i));
  }
  toString(): string {
    const hex = (v: number): string => (v >>> 0).toString(16).padStart(8, '0');
    return hex(this.a) + hex(this.b);
  }
}

const [FIRST] = placeState();
/** Index of the word of each host field in a region. */
const HOST_WORDS = placeState()
  .filter(({ name }) => HOST_FIELDS.includes(name))
  .map(({ address }) => (address - FIRST.address) >> 2);

/** Hash of all a machine holds: every vCPU's registers, every RAM page that is not all zero, and `devices`, the devices' state as text. */
export function stateHash(cpu: Processor, devices: string): string {
  const hash = new Hash();
  const { u32 } = cpu;
  for (let v = 0; v < cpu.options.vcpus; v++) {
    const from = cpu.field(v, FIRST.name) >> 2;
    for (let i = 0; i < STATE_SIZE / 4; i++) hash.word(HOST_WORDS.includes(i) ? 0 : u32[from + i]);
  }
  for (const { number, address } of usedPages(cpu)) {
    hash.word(number);
    for (let i = 0; i < PAGE_WORDS; i++) hash.word(u32[(address >>> 2) + i]);
  }
  hash.text(devices);
  return hash.toString();
}
