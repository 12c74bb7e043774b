import { DEMO_IMAGE } from '../demoImage.js';
import { UsageError } from '../errors.js';
import type { Io } from '../io.js';
import type { Parts } from '../parts.js';
import { parseRunArguments, runToEnd } from './run.js';

/** `nsvm demo`: runs the demonstration image and explains its failing VMRUNs. */
export async function demoCommand(args: readonly string[], io: Io, parts: Parts): Promise<number> {
  if (args.length > 0) throw new UsageError(`demo: takes no arguments, '${args[0]}' is too much`);
  return runToEnd(parseRunArguments(['--explain', DEMO_IMAGE]), io, parts);
}
