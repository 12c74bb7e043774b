import type { L0Observer } from '../hypervisor/observer.js';

const MEMBERS = {
  vmenter: true,
  vmexit: true,
  nestedEnter: true,
  guestEvents: true,
  eventDue: true,
  nestedExit: true,
  vmrunFailed: true,
  staleVmcb: true,
  exitDone: true,
  inject: true,
} as const satisfies Record<keyof L0Observer, true>;
const EVENTS = Object.keys(MEMBERS) as (keyof L0Observer)[];

/** One observer that tells several; it listens only to what at least one of them listens to. */
export function joinObservers(observers: readonly L0Observer[]): L0Observer {
  const joined: Record<string, (event: never) => void> = {};
  for (const name of EVENTS) {
    const listeners = observers.filter((observer) => observer[name] !== undefined);
    if (listeners.length === 0) continue;
    joined[name] = (event) => {
      for (const listener of listeners) listener[name]?.(event);
    };
  }
  return joined;
}
