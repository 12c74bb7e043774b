import { SnapshotError, decodeSnapshot } from '../../board/snapshotFile.js';
import { UsageError, systemReason } from '../errors.js';
import type { Io } from '../io.js';
import type { MachineShape } from '../machineConfig.js';
import { parseNativeArguments } from '../nativeArguments.js';
import type { Parts } from '../parts.js';
import { RUN_OPTIONS, runSettings, runToEnd } from './run.js';

/** `nsvm resume FILE`: goes on with a machine that `--save` has kept. */
export async function resumeCommand(args: readonly string[], io: Io, parts: Parts): Promise<number> {
  const given = parseNativeArguments(args, RUN_OPTIONS);
  const [path, extra] = given.positionals;
  if (path === undefined) throw new UsageError("resume: no snapshot given; see 'nsvm help resume'");
  if (extra !== undefined) throw new UsageError(`resume: one snapshot at a time, '${extra}' is too much`);
  const { config, state } = readSnapshot(path, io);
  const { cmdline, ...shape } = config;
  const plan = { ...shape, ...runSettings(given), start: { state, cmdline } };
  return runToEnd({ plan, quiet: given.isSet('quiet') }, io, parts);
}

function readSnapshot(path: string, io: Io) {
  let file: Uint8Array;
  try {
    file = io.readFile(path);
  } catch (error) {
    throw new UsageError(`could not open '${path}': ${systemReason(error)}`);
  }
  try {
    return decodeSnapshot<MachineShape>(file);
  } catch (error) {
    if (error instanceof SnapshotError) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}
