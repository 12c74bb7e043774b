import { CPU_MODELS } from '../spec/cpuModels.js';
import { CpuOptionError, parseCpu } from '../spec/cpuOption.js';
import { UsageError } from './errors.js';

/** What the command line asks about processor models. */
export interface CpuModels {
  names(): readonly string[];
  /** Throws a `UsageError` that names the model or feature that cannot be had. */
  check(cpu: string): void;
}

/** The models of the tables. */
export const cpuModels: CpuModels = {
  names: () => CPU_MODELS.map((model) => model.name),
  check(cpu) {
    if (/^host(,|$)/.test(cpu)) {
      throw new UsageError("CPU model 'host' requires KVM: nsvm emulates the processor, its best is max");
    }
    try {
      parseCpu(cpu);
    } catch (error) {
      if (error instanceof CpuOptionError) throw new UsageError(error.message);
      throw error;
    }
  },
};
