import { checkVmcb as askProcessor } from '../inspect/checkVmcb.js';
import type { CheckVmcb } from './machineConfig.js';
import { siliconModule } from './run.js';

/** Asks the VMRUN of the processor itself about a VMCB. */
export const checkVmcb: CheckVmcb = async (vmcb, cpu) => askProcessor(siliconModule(), vmcb, cpu);
