import { HISTORY } from '../hypervisor/history/index.js';
import { UsageError } from './errors.js';
import type { MachineKind } from './machineConfig.js';

/** What the command line asks about L0s of the past. */
export interface L0Names {
  /** One line for each. */
  list(): string;
  /** Throws a `UsageError` when there is no such L0, or no L0 at all; `source` names what held the word. */
  check(name: string, source: string, machine: MachineKind): void;
}

/** The profiles of the tables. */
export const l0Names: L0Names = {
  list: () => {
    const width = Math.max(...HISTORY.map(({ name }) => name.length));
    return HISTORY.map(({ name, title }) => `${name.padEnd(width)}  ${title}\n`).join('');
  },
  check(name, source, machine) {
    if (machine === 'bare') throw new UsageError(`${source}: the machine 'bare' has no L0`);
    const names = HISTORY.map((profile) => profile.name);
    if (!names.includes(name))
      throw new UsageError(
        `${source} is '${name}', it must be ${names.join(', ').replace(/, ([^,]*)$/, ' or $1')}`,
      );
  },
};
