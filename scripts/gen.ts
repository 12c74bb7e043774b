import { readFileSync, writeFileSync } from 'node:fs';
import { OPCODE_FAMILIES } from '../spec/opcodes/index.js';
import { featureSource } from './genFeatures.js';
import { layoutSource } from './genLayout.js';
import { msrSource } from './genMsrs.js';
import { generateOpcodes } from './genOpcodes.js';
import { vmcbSource } from './genVmcb.js';

/** Everything generated from `spec/`, by path from the root of the repository. */
export function generated(): Map<string, string> {
  const opcodes = generateOpcodes(OPCODE_FAMILIES);
  return new Map([
    ['silicon/gen/layout.ts', layoutSource()],
    ['silicon/gen/vmcb.ts', vmcbSource()],
    ['silicon/gen/msrs.ts', msrSource()],
    ['silicon/gen/features.ts', featureSource()],
    ['silicon/gen/opcodes.ts', opcodes.tables],
    ['silicon/gen/handlers.ts', opcodes.handlers],
  ]);
}

/** Write what differs from the files in `root`; the paths that were written. */
export function writeGenerated(root: URL): string[] {
  const written: string[] = [];
  for (const [path, text] of generated()) {
    const file = new URL(path, root);
    if (read(file) === text) continue;
    writeFileSync(file, text);
    written.push(path);
  }
  return written;
}
function read(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
