import { REGIONS, STATE_SIZE } from '../spec/layout.js';
import type { Processor } from '../silicon/host/cpu.js';

const PAGE_WORDS = 1024;
const PAGE_COUNT = 0x40_0000;
const FRAME = 0xffff_f000;

/** A 64-bit hash, as two lanes, of 32-bit words: quick and the same on every host; it resists accidents, not adversaries. */
class Hash {
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

/** Hash of all a machine holds: every vCPU's registers, every RAM page that exists, and `devices`, the devices' state as text. */
export function stateHash(cpu: Processor, devices: string): string {
  const hash = new Hash();
  const { u32 } = cpu;
  for (let v = 0; v < cpu.options.vcpus; v++) {
    const from = cpu.field(v, 'REGS') >> 2;
    for (let i = 0; i < STATE_SIZE / 4; i++) hash.word(u32[from + i]);
  }
  const pages = REGIONS.PAGES >> 2;
  for (let pfn = 0; pfn < PAGE_COUNT; pfn++) {
    const frame = (u32[pages + pfn] & FRAME) >>> 2;
    if (frame === 0) continue;
    hash.word(pfn);
    for (let i = 0; i < PAGE_WORDS; i++) hash.word(u32[frame + i]);
  }
  hash.text(devices);
  return hash.toString();
}
