import { UsageError, systemReason } from '../errors.js';
import { EXIT } from '../exitStatus.js';
import type { Io } from '../io.js';
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
  const { findings, lines, notes } = await (await parts.checkVmcb())(readVmcb(path, io), cpu);
  const count = findings.length === 1 ? '1 check fails' : `${findings.length} checks fail`;
  const verdict =
    findings.length === 0
      ? 'VMRUN would enter the guest: no check fails'
      : `VMRUN would fail with VMEXIT_INVALID: ${count}`;
  io.stdout.write([verdict, ...lines, ...notes.map((note) => `note: ${note}`), ''].join('\n'));
  return findings.length === 0 ? EXIT.ok : REJECTED;
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
