import type { Behaviour } from '../hypervisor/behaviour.js';
import { HISTORY } from '../hypervisor/history/index.js';

/** How an L0 of the past behaves; undefined for the right one. */
export function behaviourOf(name: string | undefined): Behaviour | undefined {
  return HISTORY.find((profile) => profile.name === name)?.behaviour;
}
