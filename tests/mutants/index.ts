import { ENTRY } from './entry.js';
import { EXITS } from './exits.js';
import { FAILURE } from './failure.js';
import type { Mutant } from './mutant.js';

export type { Mutant } from './mutant.js';

/** Every mutant of the L0. */
export const MUTANTS: readonly Mutant[] = [...FAILURE, ...ENTRY, ...EXITS];
