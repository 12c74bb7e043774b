import { RIGHT, type Behaviour } from '../../hypervisor/behaviour.js';
import type { L0 } from '../../hypervisor/l0.js';
import type { Vcpu } from '../../hypervisor/vcpu.js';

/** A mistake that some hypervisor has made, or one of its kind, in our L0. */
export interface Mutant {
  readonly id: string;
  readonly title: string;
  /** Who made it: a commit, a CVE, a message; or the item of the architecture manual that is broken. */
  readonly source: string;
  readonly behaviour: Behaviour;
  /** The processor that shows it; the one with everything when absent. */
  readonly cpu?: string;
}

/** The right behaviour with some decisions otherwise. */
export function mutant(
  id: string,
  title: string,
  source: string,
  wrong: Partial<Behaviour>,
  cpu?: string,
): Mutant {
  return { id, title, source, behaviour: { ...RIGHT, ...wrong }, ...(cpu === undefined ? {} : { cpu }) };
}

type More = (l0: L0, vcpu: Vcpu) => unknown;
/** A step of the L0, and then something else. */
export function after<Rest extends unknown[]>(
  right: (l0: L0, vcpu: Vcpu, ...rest: Rest) => void,
  more: More,
): (l0: L0, vcpu: Vcpu, ...rest: Rest) => void {
  return (l0, vcpu, ...rest) => {
    right(l0, vcpu, ...rest);
    more(l0, vcpu);
  };
}
/** Something else, and then a step of the L0. */
export function before<Rest extends unknown[]>(
  right: (l0: L0, vcpu: Vcpu, ...rest: Rest) => void,
  more: More,
): (l0: L0, vcpu: Vcpu, ...rest: Rest) => void {
  return (l0, vcpu, ...rest) => {
    more(l0, vcpu);
    right(l0, vcpu, ...rest);
  };
}
