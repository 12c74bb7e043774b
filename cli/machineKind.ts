import { UsageError } from './errors.js';
import { MACHINE_KINDS, type MachineKind } from './machineConfig.js';

/** Reads `bare` or `nested`; `source` names what held the word, for the message. */
export function parseMachineKind(text: string, source: string): MachineKind {
  const kind = MACHINE_KINDS.find((name) => name === text);
  if (kind === undefined)
    throw new UsageError(`${source} is '${text}', it must be ${MACHINE_KINDS.join(' or ')}`);
  return kind;
}
