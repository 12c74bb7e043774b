import type { L0Observer } from '../hypervisor/observer.js';

const EVENTS = [
  'vmenter',
  'vmexit',
  'nestedEnter',
  'guestEvents',
  'eventDue',
  'nestedExit',
  'vmrunFailed',
  'staleVmcb',
  'exitDone',
  'inject',
] as const;

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
