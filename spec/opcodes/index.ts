import { aluFamily } from './alu.js';
import { branchFamily } from './branch.js';
import { moveFamily } from './move.js';
import type { OpFamily } from './row.js';
import { stackFamily } from './stack.js';

/** Every instruction the processor has. */
export const OPCODE_FAMILIES: readonly OpFamily[] = [aluFamily, moveFamily, stackFamily, branchFamily];
