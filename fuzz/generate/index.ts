import { parseCpu } from '../../spec/cpuOption.js';
import { DISTURBANCES, type Case, type Disturbance } from '../case.js';
import { Dice } from '../dice.js';
import { GUEST_MODES, type GuestMode } from '../guestModes.js';
import { drawL1, drawL2, drawSmm } from './programs.js';
import { processorOf } from './processors.js';
import { drawVmcbs } from './vmcb.js';

const SLICES = 12;
const SHORTEST = 23;
/** From here the code of L2 soon runs into another page. */
const NEARLY_A_PAGE = 0xfb0;

/** The case of a number, of those that a seed gives; its processor is `cpu`, or goes by the number. */
export function drawCase(seed: number, index: number, cpu: string = processorOf(index)): Case {
  const dice = Dice.of(seed, index);
  const near = dice.chance(25);
  const { model, features } = parseCpu(cpu);
  // The table of checks is about an L2 in 64-bit mode, and legacy PAE paging without nested paging is a known difference.
  const legacy = !near && features.has('npt');
  const mode: GuestMode = dice.chance(60) || !legacy ? 'long' : dice.oneOf(GUEST_MODES);
  return {
    cpu,
    mode,
    ...drawVmcbs(dice, { physBits: model.physBits, near, nested: mode !== 'long' }),
    ...drawL1(dice),
    l2: drawL2(dice),
    l2At: dice.chance(15) ? NEARLY_A_PAGE : 0,
    smm: drawSmm(dice),
    events: drawEvents(dice),
    slices: SLICES,
    length: SHORTEST + dice.below(60),
  };
}

function drawEvents(dice: Dice): Disturbance[] {
  const drawn: Disturbance[] = [];
  for (let slice = 0; slice < SLICES; slice++) {
    if (!dice.chance(22)) continue;
    const kind = dice.chance(50)
      ? 'interrupt'
      : dice.chance(88)
        ? dice.oneOf(['nmi', 'smi'] as const)
        : dice.oneOf(DISTURBANCES);
    drawn.push({ slice, kind, vector: 0x50 + dice.below(3) });
  }
  return drawn;
}
