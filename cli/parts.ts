import type { CheckVmcb, RunMachine } from './machineConfig.js';
import type { CpuModels } from './cpuModels.js';
import type { Fuzzer } from './fuzzing.js';
import type { L0Names } from './l0.js';

/** The parts behind the command line, loaded when a command needs them: probes must answer at once. */
export interface Parts {
  runMachine(): Promise<RunMachine>;
  checkVmcb(): Promise<CheckVmcb>;
  cpuModels(): Promise<CpuModels>;
  fuzzer(): Promise<Fuzzer>;
  l0Names(): Promise<L0Names>;
}

/** The real ones. */
export const wiredParts: Parts = {
  runMachine: async () => (await import('./run.js')).runMachine,
  checkVmcb: async () => (await import('./checkVmcb.js')).checkVmcb,
  cpuModels: async () => (await import('./cpuModels.js')).cpuModels,
  fuzzer: async () => (await import('./fuzzer.js')).fuzzer,
  l0Names: async () => (await import('./l0.js')).l0Names,
};
