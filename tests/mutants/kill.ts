import { drawCase } from '../../fuzz/generate/index.js';
import { judge } from '../../fuzz/judge.js';
import { Pairs } from '../../fuzz/pair.js';
import { endState, historyTwin } from '../historyRun.js';
import { HISTORY_PROGRAMS, type HistoryProgram } from '../historyPrograms.js';
import { silicon } from '../twins.js';
import type { Mutant } from './index.js';
import { MUTANT_PROGRAMS } from './programs.js';

/** The cases of this seed are tried. */
export const SEED = 1;
const CPU = 'max';
const right = new Pairs(silicon());

/** How many cases it takes to find a mutant, or undefined. A case counts if the right L0 has nothing wrong in it. */
export function casesToFind({ behaviour, cpu = CPU }: Mutant, most: number): number | undefined {
  const pairs = new Pairs(silicon(), behaviour);
  for (let n = 0; n < most; n++) {
    const given = drawCase(SEED, n, cpu);
    if (judge(pairs, given).finding && !judge(right, given).finding) return n + 1;
  }
  return undefined;
}

export const PROGRAMS: readonly HistoryProgram[] = [...HISTORY_PROGRAMS, ...MUTANT_PROGRAMS];
const bare = historyTwin('bare');
const onBare = new Map<string, Map<string, string>>();
function stateOnBare(program: HistoryProgram): Map<string, string> {
  const known = onBare.get(program.name);
  if (known) return known;
  bare.reset();
  const state = endState(bare.twin, program);
  onBare.set(program.name, state);
  return state;
}

/** The programs that end otherwise than on the processor, or not at all. */
export function programsThatFind({ behaviour }: Pick<Mutant, 'behaviour'>, programs = PROGRAMS): string[] {
  let machine = historyTwin(behaviour);
  return programs
    .filter((program) => {
      machine.reset();
      try {
        const state = endState(machine.twin, program);
        const expected = stateOnBare(program);
        return (
          [...state].some(([name, value]) => expected.get(name) !== value) || state.size !== expected.size
        );
      } catch {
        machine = historyTwin(behaviour);
        return true;
      }
    })
    .map(({ name }) => name);
}
