import type { L0Observer, StaleVmcb } from '../hypervisor/observer.js';
import { CLEAN, VMCB_ROWS, type CleanGroup } from '../spec/vmcb.js';
import { hex } from './explain.js';

/** Tells a person of each VMCB that was changed under a set clean bit, once a VMRUN and field. */
export class StaleVmcbReport {
  private readonly told = new Set<string>();
  readonly observer: L0Observer = { staleVmcb: (event) => this.stale(event) };

  /** `report` takes one line, without newline. */
  constructor(private readonly report: (line: string) => void) {}

  private stale({ vcpu, time, vmcbPa, rip, groups, vmcb, used }: StaleVmcb): void {
    const bytes = (of: Uint8Array, offset: number, width: number): bigint =>
      of.subarray(offset, offset + width).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    for (const [key, { name, offset, width, clean }] of VMCB_ROWS) {
      if (clean === null || !covers(groups, clean)) continue;
      const [memory, remembered] = [bytes(vmcb, offset, width), bytes(used, offset, width)];
      const place = [vcpu, vmcbPa, rip, key].join(' ');
      if (memory === remembered || this.told.has(place)) continue;
      this.told.add(place);
      this.report(
        `stale VMCB: L1's VMRUN at RIP ${hex(rip)}, VMCB at ${hex(vmcbPa)}: ${name} is now ${hex(memory)}, ` +
          `but clean bit ${clean} (${CLEAN[clean]}) is set and ${hex(remembered)} is used (vCPU ${vcpu}, ${time} ns)`,
      );
    }
  }
}

function covers(groups: number, clean: CleanGroup): boolean {
  return ((groups >>> CLEAN[clean]) & 1) !== 0;
}
