import { CpuOptionError, parseCpu } from '../spec/cpuOption.js';
import { VMCB } from '../spec/vmcb.js';
import { DISTURBANCES, type Case } from './case.js';
import { GUEST_MODES, modeWidth } from './guestModes.js';
import type { Finding } from './judge.js';
import { assemble } from './ops/index.js';
import { OpError } from './ops/op.js';
import { RAM } from './place.js';

const MAGIC = 'nsvm fuzz case';
const VERSION = 1;
/** Beyond these a case is no small reproducer but a mistake. */
const MOST_SLICES = 10_000;
const MOST_INSTRUCTIONS = 1_000_000;
const MOST_ROUNDS = 1_000_000;

/** A file with a case in which something was found. */
export interface CaseFile {
  /** Where the case came from. */
  readonly seed: number;
  readonly index: number;
  readonly finding: Finding;
  readonly case: Case;
}

/** A file that is no case, or a damaged one; the message stands behind the file's name. */
export class CaseFileError extends Error {
  override readonly name = 'CaseFileError';
}

/** The text of a file. */
export function encodeCase(file: CaseFile): string {
  const text = JSON.stringify({ magic: MAGIC, version: VERSION, ...file }, undefined, 1);
  // A list of ops reads as a program, but an edit is one line.
  return `${text.replaceAll(/\{\s+("(?:at|slice)": [^{}]*?)\s+\}/g, (_, inner: string) => `{ ${inner.replaceAll(/\s+/g, ' ')} }`)}\n`;
}

/** Reads a file; throws `CaseFileError`. */
export function decodeCase(text: string): CaseFile {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new CaseFileError('this is no file of nsvm fuzz, or a damaged one');
  }
  const file = object(read, 'the file');
  if (file['magic'] !== MAGIC) throw new CaseFileError('this is no file of nsvm fuzz');
  if (file['version'] !== VERSION)
    throw new CaseFileError(
      `it has version ${JSON.stringify(file['version'])}, this release reads ${VERSION}`,
    );
  const finding = object(file['finding'], 'finding');
  return {
    seed: whole(file['seed'], 'seed', 2 ** 32),
    index: whole(file['index'], 'index', Number.MAX_SAFE_INTEGER),
    finding: {
      kind: oneOf(finding['kind'], ['difference', 'crash', 'hang'] as const, 'finding.kind'),
      slice: whole(finding['slice'], 'finding.slice', MOST_SLICES),
      details: texts(finding['details'], 'finding.details'),
    },
    case: readCase(object(file['case'], 'case')),
  };
}

function readCase(given: Record<string, unknown>): Case {
  const mode = oneOf(given['mode'], GUEST_MODES, 'mode');
  const fields = object(given['fields'], 'fields');
  const ops = (name: string, width: 64 | 32 | 16): string[] => {
    const list = texts(given[name], name);
    for (const op of list) checked(() => void assemble(op, width), name);
    return list;
  };
  const cpu = text(given['cpu'], 'cpu');
  checked(() => void parseCpu(cpu), 'cpu');
  return {
    cpu,
    mode,
    fields: { a: readFields(fields['a'], 'fields.a'), b: readFields(fields['b'], 'fields.b') },
    edits: list(given['edits'], 'edits').map((one) => {
      const { at, value, width } = object(one, 'edits');
      if (Number.parseInt(hex(at, 'at'), 16) >= RAM)
        throw new CaseFileError(`edits: ${String(at)} is no RAM`);
      return { at: hex(at, 'at'), value: hex(value, 'value'), width: whole(width, 'width', 8) };
    }),
    before: ops('before', 64),
    loop: ops('loop', 64),
    rounds: whole(given['rounds'], 'rounds', MOST_ROUNDS),
    l2: ops('l2', modeWidth(mode)),
    l2At: whole(given['l2At'], 'l2At', 0xfff),
    smm: ops('smm', 16),
    events: list(given['events'], 'events').map((one) => {
      const { slice, kind, vector } = object(one, 'events');
      return {
        slice: whole(slice, 'slice', MOST_SLICES),
        kind: oneOf(kind, DISTURBANCES, 'kind'),
        vector: whole(vector, 'vector', 255),
      };
    }),
    slices: whole(given['slices'], 'slices', MOST_SLICES),
    length: whole(given['length'], 'length', MOST_INSTRUCTIONS),
  };
}

function readFields(given: unknown, name: string): Record<string, string> {
  const fields = object(given, name);
  for (const [key, value] of Object.entries(fields)) {
    if (!Object.hasOwn(VMCB, key)) throw new CaseFileError(`${name}: there is no VMCB field '${key}'`);
    hex(value, `${name}.${key}`);
  }
  return fields as Record<string, string>;
}

/** What a table refuses is the file's fault. */
function checked(look: () => void, name: string): void {
  try {
    look();
  } catch (error) {
    if (error instanceof OpError || error instanceof CpuOptionError)
      throw new CaseFileError(`${name}: ${error.message}`);
    throw error;
  }
}

function wrong(name: string, wanted: string): never {
  throw new CaseFileError(`damaged: ${name} must be ${wanted}`);
}
function object(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrong(name, 'an object');
  return value as Record<string, unknown>;
}
function list(value: unknown, name: string): unknown[] {
  return Array.isArray(value) ? value : wrong(name, 'a list');
}
function text(value: unknown, name: string): string {
  return typeof value === 'string' ? value : wrong(name, 'text');
}
function texts(value: unknown, name: string): string[] {
  return list(value, name).map((one) => text(one, name));
}
function hex(value: unknown, name: string): string {
  return /^[\da-f]{1,16}$/.test(String(value)) ? text(value, name) : wrong(name, 'a hexadecimal number');
}
function whole(value: unknown, name: string, most: number): number {
  const fits = Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
  return fits ? (value as number) : wrong(name, `a whole number up to ${most}`);
}
function oneOf<T extends string>(value: unknown, choices: readonly T[], name: string): T {
  return choices.find((choice) => choice === value) ?? wrong(name, `one of ${choices.join(', ')}`);
}
