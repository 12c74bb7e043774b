import { fileURLToPath } from 'node:url';
import { UsageError } from '../errors.js';
import type { Io } from '../io.js';
import type { Parts } from '../parts.js';
import { parseRunArguments, runToEnd } from './run.js';

/** The small L1 hypervisor that comes with the package, seen from the compiled file. */
const DEMO_IMAGE = new URL('../../../guests/images/demo.elf', import.meta.url);

/** `nsvm demo`: runs the demonstration image and explains its failing VMRUNs. */
export async function demoCommand(args: readonly string[], io: Io, parts: Parts): Promise<number> {
  if (args.length > 0) throw new UsageError(`demo: takes no arguments, '${args[0]}' is too much`);
  return runToEnd(parseRunArguments(['--explain', fileURLToPath(DEMO_IMAGE)]), io, parts);
}
