import { UsageError, systemReason } from '../errors.js';
import type { Io } from '../io.js';
import type { CheckFinding } from '../machineConfig.js';
import { parseNativeArguments } from '../nativeArguments.js';
import type { Parts } from '../parts.js';

const VMCB_SIZE = 4096;
const OPTIONS = { cpu: { type: 'string' } } as const;
const REJECTED = 1;

/** `nsvm check FILE`: would VMRUN take this VMCB? Status 0 if it would, 1 if not; the reasons on stdout. */
export async function checkCommand(args: readonly string[], io: Io, parts: Parts): Promise<number> {
  const given = parseNativeArguments(args, OPTIONS);
  const [path, extra] = given.positionals;
  if (path === undefined) throw new UsageError("check: no file given; see 'nsvm help check'");
  if (extra !== undefined) throw new UsageError(`check: one file at a time, '${extra}' is too much`);
  const cpu = given.text('cpu') ?? 'max';
  (await parts.cpuModels()).check(cpu);
  const findings = await (await parts.checkVmcb())(readVmcb(path, io), cpu);
  if (findings.length === 0) {
    io.stdout.write('VMRUN would enter the guest: no check fails\n');
    return 0;
  }
  const count = findings.length === 1 ? '1 check fails' : `${findings.length} checks fail`;
  io.stdout.write(`VMRUN would fail with VMEXIT_INVALID: ${count}\n${findings.map(describe).join('')}`);
  return REJECTED;
}

function readVmcb(path: string, io: Io): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = io.readFile(path);
  } catch (error) {
    throw new UsageError(`${path}: ${systemReason(error)}`);
  }
  if (bytes.length !== VMCB_SIZE) {
    throw new UsageError(`${path}: ${bytes.length} bytes, a VMCB has ${VMCB_SIZE}`);
  }
  return bytes;
}

function describe({ rule, sentence, fields }: CheckFinding): string {
  const values = fields.map(({ name, value }) => `      ${name} = ${value.toString(16).toUpperCase()}h\n`);
  return `  ${rule.padEnd(4)}${sentence}\n${values.join('')}`;
}
