import type { L0Observer, VmrunFailure } from '../hypervisor/observer.js';
import type { CpuFacts } from './cpuFacts.js';
import { explainFailure, hex } from './explain.js';
import { findingLines } from './findingText.js';

const CHECKED_BY = { processor: 'checked by the processor', L0: 'checked by the L0' } as const;

/** Tells a person why each VMRUN failed, one block a failure; one that has been told already is only counted. */
export class FailureReport {
  /** How often each block came, with the number it was given. */
  private readonly told = new Map<string, { number: number; again: number }>();
  readonly observer: L0Observer = { vmrunFailed: (failure) => this.failed(failure) };

  /** `report` takes one line, without newline. */
  constructor(
    private readonly cpu: CpuFacts,
    private readonly report: (line: string) => void,
  ) {}

  private failed(failure: VmrunFailure): void {
    const lines = explainFailure(failure, this.cpu).flatMap((finding) => findingLines(finding, this.cpu));
    const { vcpu, vmcbPa, rip, checkedBy, time } = failure;
    const key = [vcpu, vmcbPa, rip, checkedBy, ...lines].join('\n');
    const before = this.told.get(key);
    if (before) {
      before.again++;
      return;
    }
    const number = this.told.size + 1;
    this.told.set(key, { number, again: 0 });
    const where = `L1's VMRUN at RIP ${hex(rip)}, VMCB at ${hex(vmcbPa)}, ${CHECKED_BY[checkedBy]}`;
    this.report(`VMRUN failure ${number}: ${where} (vCPU ${vcpu}, ${time} ns)`);
    for (const line of lines) this.report(line);
  }

  /** At the end of the run: how often the failures came again. */
  finish(): void {
    for (const entry of this.told.values()) {
      if (entry.again === 0) continue;
      const times = entry.again === 1 ? 'once more' : `${entry.again} times more`;
      this.report(`VMRUN failure ${entry.number}: repeated ${times}`);
      entry.again = 0;
    }
  }
}
