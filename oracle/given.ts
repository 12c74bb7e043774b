import { EXTENDED, RECORD, WINDOW_BYTES } from './layout.js';
import { fillOperands } from './operands.js';

/** An instruction or a few, with everything they start from. */
export interface Given {
  mode: 64 | 32;
  code: number[];
  /** Offset of the code in its pages. */
  place: number;
  flags: number;
  control: number;
  status: number;
  tags: number;
  mxcsr: number;
  /** Where all other operands come from. */
  seed: number;
  /** Registers that do not come from the seed. */
  registers: Map<number, bigint>;
  /** Vector registers, both halves, that do not come from the seed. */
  vectors: Map<number, Uint8Array>;
  /** Bytes of the window that do not come from the seed, by offset. */
  memory: Map<number, Uint8Array>;
}

const MASK32 = 0xffff_ffffn;

/** Write the case into the record at `at`, operands and all. */
export function writeGiven(view: DataView, at: number, given: Given): void {
  fillOperands(view, at, given.seed, given.mode);
  writeStart(view, at, given);
}

/** The same when the operands are there already. */
export function writeStart(view: DataView, at: number, given: Given): void {
  view.setUint8(at + RECORD.MODE, given.mode);
  view.setUint8(at + RECORD.LENGTH, given.code.length);
  view.setUint16(at + RECORD.PLACE, given.place, true);
  given.code.forEach((byte, i) => view.setUint8(at + RECORD.CODE + i, byte));
  view.setBigUint64(at + RECORD.FLAGS, BigInt(given.flags | 0x202), true);
  for (const [n, value] of given.registers)
    view.setBigUint64(at + RECORD.REGISTERS + 8 * n, given.mode === 64 ? value : value & MASK32, true);
  const state = at + RECORD.EXTENDED;
  view.setUint16(state + EXTENDED.CONTROL, given.control, true);
  view.setUint16(state + EXTENDED.STATUS, given.status, true);
  view.setUint16(state + EXTENDED.TAGS, given.tags, true);
  view.setUint32(state + EXTENDED.MXCSR, given.mxcsr, true);
  for (const [n, bytes] of given.vectors)
    bytes.forEach((byte, i) => {
      view.setUint8(state + (i < 16 ? EXTENDED.XMM : EXTENDED.YMM_HI) + 16 * n + (i & 15), byte);
    });
  for (const [from, bytes] of given.memory)
    bytes.forEach((byte, i) => {
      if (from + i < WINDOW_BYTES) view.setUint8(at + RECORD.WINDOW + from + i, byte);
    });
}

/** `mode code place flags control status tags mxcsr seed [rN=value]... [vN=bytes]... [mN=bytes]...`, hexadecimal but the mode and N. */
export function formatGiven(given: Given): string {
  const { mode, code, place, flags, control, status, tags, mxcsr, seed } = given;
  const numbers = [place, flags, control, status, tags, mxcsr, seed >>> 0].map((n) => n.toString(16));
  const registers = [...given.registers].map(([n, value]) => `r${n}=${value.toString(16)}`);
  const vectors = [...given.vectors].map(([n, bytes]) => `v${n}=${Buffer.from(bytes).toString('hex')}`);
  const memory = [...given.memory].map(([at, bytes]) => `m${at}=${Buffer.from(bytes).toString('hex')}`);
  return [mode, Buffer.from(code).toString('hex'), ...numbers, ...registers, ...vectors, ...memory].join(' ');
}

export function parseGiven(line: string): Given {
  const [mode, code, ...fields] = line.trim().split(/\s+/);
  const numbers = fields.filter((field) => !field.includes('='));
  if ((mode !== '64' && mode !== '32') || numbers.length !== 7 || !/^([0-9a-f]{2})+$/i.test(code))
    throw new Error(`not a case: ${line}`);
  const [place, flags, control, status, tags, mxcsr, seed] = numbers.map((text) => Number.parseInt(text, 16));
  const given: Given = {
    mode: mode === '64' ? 64 : 32,
    code: [...Buffer.from(code, 'hex')],
    place,
    flags,
    control,
    status,
    tags,
    mxcsr,
    seed,
    registers: new Map(),
    vectors: new Map(),
    memory: new Map(),
  };
  for (const field of fields.filter((text) => text.includes('='))) {
    const [name, value] = field.split('=');
    const n = Number(name.slice(1));
    if (name.startsWith('r')) given.registers.set(n, BigInt(`0x${value}`));
    else if (name.startsWith('v')) given.vectors.set(n, Buffer.from(value, 'hex'));
    else given.memory.set(n, Buffer.from(value, 'hex'));
  }
  return given;
}
