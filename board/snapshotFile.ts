import { placeState } from '../spec/layout.js';
import type { MachineState } from './machine.js';
import { Hash } from './stateHash.js';

/** A snapshot as a file has it: what the machine is, as plain values, and what it holds. */
export interface Snapshot<Config> {
  readonly config: Config;
  readonly state: MachineState;
}

/** The bytes are no snapshot, or one that cannot be used here; the message is one line for a person. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

const MAGIC = 'NSVMSNAP';
const VERSION = 3;
/** Magic, version, bytes of the header, and 16 digits of the hash of all that follows. */
const PREFIX_BYTES = 32;
const AT = { version: 8, headerBytes: 12, hash: 16 } as const;
/** Binary parts in the order of the file, each padded to 4 bytes. */
const PARTS = ['regions', 'pageNumbers', 'pages', 'tlb', 'marks'] as const;

/** What the header says besides the configuration. */
interface Header<Config> {
  /** Tells whether the state regions mean the same here. */
  readonly layout: string;
  readonly config: Config;
  readonly machine: Omit<MachineState, 'processor'>;
  readonly live: number;
  /** Bytes of each part. */
  readonly parts: readonly number[];
}

/** The bytes of a snapshot file. `config` must be plain values. */
export function encodeSnapshot<Config>({ config, state }: Snapshot<Config>): Uint8Array {
  const { processor, ...machine } = state;
  const parts = PARTS.map((name) => bytesOf(processor[name]));
  const header: Header<Config> = {
    layout: layoutHash(),
    config,
    machine,
    live: processor.live,
    parts: parts.map((part) => part.length),
  };
  const text = ascii(JSON.stringify(header, toPlain).replace(NOT_ASCII, escaped));
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const bodyBytes = [text, ...parts].reduce((sum, part) => sum + padded(part.length), 0);
  const file = new Uint8Array(PREFIX_BYTES + bodyBytes);
  let at = PREFIX_BYTES;
  for (const part of [text, ...parts]) {
    file.set(part, at);
    at += padded(part.length);
  }
  const view = new DataView(file.buffer);
  file.set(ascii(MAGIC));
  view.setUint32(AT.version, VERSION, true);
  view.setUint32(AT.headerBytes, text.length, true);
  file.set(ascii(hashOf(file.subarray(PREFIX_BYTES))), AT.hash);
  return file;
}

/** What a snapshot file holds; throws `SnapshotError`. */
export function decodeSnapshot<Config>(file: Uint8Array): Snapshot<Config> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const text = (from: number, to: number): string => textOf(file.subarray(from, to));
  if (file.length < PREFIX_BYTES || text(0, MAGIC.length) !== MAGIC)
    throw new SnapshotError('not a snapshot of nsvm');
  const version = view.getUint32(AT.version, true);
  if (version !== VERSION)
    throw new SnapshotError(`a snapshot of version ${version}; this nsvm reads version ${VERSION}`);
  if (hashOf(file.subarray(PREFIX_BYTES)) !== text(AT.hash, PREFIX_BYTES))
    throw new SnapshotError('a damaged snapshot: its checksum is wrong');
  const headerBytes = view.getUint32(AT.headerBytes, true);
  const header = JSON.parse(text(PREFIX_BYTES, PREFIX_BYTES + headerBytes), fromPlain) as Header<Config>;
  if (header.layout !== layoutHash())
    throw new SnapshotError('a snapshot of another release of nsvm, whose processor state differs');
  let at = PREFIX_BYTES + Math.ceil(headerBytes / 4) * 4;
  const parts = header.parts.map((length) => {
    // A copy of its own: what `slice` of a subclass gives may share its buffer with others.
    const part = new Uint8Array(file.subarray(at, at + length));
    at += Math.ceil(length / 4) * 4;
    return part;
  });
  const [regions, pageNumbers, pages, tlb, marks] = parts;
  const processor = {
    live: header.live,
    regions,
    pageNumbers: new Uint32Array(pageNumbers.buffer),
    pages,
    tlb,
    marks,
  };
  return { config: header.config, state: { ...header.machine, processor } };
}

const NOT_ASCII = /[\u0080-\uffff]/g;
const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
function textOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function bytesOf(part: Uint8Array | Uint32Array): Uint8Array {
  return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
}

function hashOf(bytes: Uint8Array): string {
  const hash = new Hash();
  const words = bytes.length >>> 2;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < words; i++) hash.word(view.getUint32(4 * i, true));
  for (let i = 4 * words; i < bytes.length; i++) hash.word(bytes[i]);
  hash.word(bytes.length);
  return hash.toString();
}

function layoutHash(): string {
  const hash = new Hash();
  for (const { name, address, bytes, count } of placeState())
    hash.text(`${name} ${address} ${bytes} ${count};`);
  return hash.toString();
}

/** JSON has neither bytes nor an infinite number. */
function toPlain(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: [...value] };
  if (value === Infinity) return { $number: 'Infinity' };
  return value;
}
function fromPlain(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$bytes' in value) return Uint8Array.from(value.$bytes as number[]);
  return '$number' in value ? Infinity : value;
}
