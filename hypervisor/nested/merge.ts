import { VMCB_ROWS, type VmcbField } from '../../spec/vmcb.js';
import type { Processor } from '../processor.js';
import type { Vmcb } from '../vmcb.js';

/** Bytes of a VMCB to copy, as whole 32-bit lanes and parts of lanes. */
export interface Lanes {
  /** Byte offsets of lanes that are copied whole. */
  readonly whole: Int32Array;
  /** Byte offset and mask of each other lane. */
  readonly parts: Int32Array;
}

/** The lanes that cover some fields. */
export function lanesOf(fields: readonly VmcbField[]): Lanes {
  const masks = new Map<number, number>();
  for (const { offset, width } of fields) {
    for (let at = offset; at < offset + width; at++) {
      masks.set(at & ~3, (masks.get(at & ~3) ?? 0) | (0xff << (8 * (at & 3))));
    }
  }
  const all = [...masks].sort((a, b) => a[0] - b[0]);
  return {
    whole: Int32Array.from(all.filter(([, mask]) => mask === -1).map(([at]) => at)),
    parts: Int32Array.from(all.filter(([, mask]) => mask !== -1).flat()),
  };
}

/** Copy lanes between two pages of linear memory. */
export function copyLanes(u32: Uint32Array, to: number, from: number, lanes: Lanes): void {
  const { whole, parts } = lanes;
  for (let n = 0; n < whole.length; n++) u32[(to + whole[n]) >>> 2] = u32[(from + whole[n]) >>> 2];
  for (let n = 0; n < parts.length; n += 2) {
    const target = (to + parts[n]) >>> 2;
    const mask = parts[n + 1];
    u32[target] = (u32[target] & ~mask) | (u32[(from + parts[n]) >>> 2] & mask);
  }
}

/** What goes from VMCB12 to VMCB02 and back as it is, for a processor with the given features. */
export class Flows {
  readonly entry: Lanes;
  readonly exit: Lanes;

  constructor(features: ReadonlySet<string>) {
    const here = (field: VmcbField): boolean => field.feature === undefined || features.has(field.feature);
    const rows = VMCB_ROWS.filter(([, field]) => here(field));
    this.entry = lanesOf(rows.filter(([, field]) => field.entry === 'copy').map(([, field]) => field));
    this.exit = lanesOf(rows.filter(([, field]) => field.exit === 'writeback').map(([, field]) => field));
  }

  toVmcb02(cpu: Processor, vmcb02: Vmcb, vmcb12: Vmcb): void {
    copyLanes(cpu.u32, vmcb02.linear, vmcb12.linear, this.entry);
  }
  /** `linear` is where VMCB12 lies in L1's memory. */
  toVmcb12(cpu: Processor, linear: number, vmcb02: Vmcb): void {
    copyLanes(cpu.u32, linear, vmcb02.linear, this.exit);
  }
}
