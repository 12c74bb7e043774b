import { VMCB, type VmcbKey } from '../spec/vmcb.js';
import { bytesOf, littleEndian } from './bytes.js';
import type { Case, Disturbance, OpText, Which } from './case.js';
import { modeFields, modeWidth, type Width } from './guestModes.js';
import { LEGACY, writeLegacyTables } from './legacyTables.js';
import { assemble } from './ops/index.js';
import { absolute } from './ops/op.js';
import { PAGE, PLACE } from './place.js';
import type { Fields, Twin } from './twin.js';

const WHICH: readonly Which[] = ['a', 'b'];
/** HLT, and again. */
const STOP = 'f4ebfd';
/** RSM. */
const RETURN_FROM_SMM = '0faa';
/** 8 bytes of L1's data: the rounds that are left. */
const ROUNDS = PLACE.data + 8;
const DELIVERY_MODE = { interrupt: 0, smi: 2, nmi: 4, init: 5, sipi: 6 } as const;

/** What every case has in common, so that it need not be written for each. */
export function prepareTwin(twin: Twin): void {
  writeLegacyTables(twin);
  twin.vmcb12(baseFields());
  twin.write(PLACE.vmcb12b, twin.cpu.readPhysical(PLACE.vmcb12, PAGE));
}

/** Fields that are not as in a twin's usual VMCB12: VMLOAD finds L1's own segments there. */
function baseFields(): Fields {
  return {
    gdtrLimit: LEGACY.gdtLimit,
    trAttrib: 0x8b,
    trLimit: 0x67,
    trBase: PLACE.tss,
    fsAttrib: 0xc93,
    fsLimit: 0xffff_ffff,
    gsAttrib: 0xc93,
    gsLimit: 0xffff_ffff,
  };
}

/** A twin that `prepareTwin` has seen becomes what a case describes. */
export function prepareCase(twin: Twin, given: Case): void {
  const mode = modeFields(given.mode, given.l2At);
  for (const which of WHICH) {
    const at = which === 'a' ? PLACE.vmcb12 : PLACE.vmcb12b;
    putFields(twin, at, mode);
    putFields(twin, at, given.fields[which]);
  }
  const width = modeWidth(given.mode);
  write(twin, PLACE.l2Code + given.l2At, assembleLoop(given.l2, width));
  write(twin, PLACE.l1Code, assembleL1(given));
  if (given.smm.length > 0)
    write(
      twin,
      PLACE.smmHandler,
      joined([...given.smm.map((op) => assemble(op, 16)), bytesOf(RETURN_FROM_SMM)]),
    );
  twin.write64(ROUNDS, given.rounds);
  for (const { at, value, width: bytes } of given.edits)
    twin.write(Number(number(at)), littleEndian(number(value), bytes));
}

/** Something from outside reaches the processor. */
export function disturb(twin: Twin, { kind, vector }: Disturbance): void {
  const deliveryMode = DELIVERY_MODE[kind];
  twin.cpu.apicMessage({ destination: 0, logical: false, level: true, deliveryMode, vector });
}

/** A number of a case. */
export function number(hex: string): bigint {
  return BigInt(`0x${hex}`);
}

function putFields(
  twin: Twin,
  vmcb: number,
  fields: Readonly<Partial<Record<VmcbKey, string | number | bigint>>>,
): void {
  for (const [key, value] of Object.entries(fields)) {
    const { offset, width } = VMCB[key as VmcbKey];
    const bits = typeof value === 'string' ? number(value) : value;
    twin.write(vmcb + offset, littleEndian(bits, width));
  }
}

/** Ops, and back to the first. */
function assembleLoop(ops: readonly OpText[], width: Width): Uint8Array {
  const code = ops.map((op) => assemble(op, width));
  const length = code.reduce((sum, { length: bytes }) => sum + bytes, 0);
  const size = width === 16 ? 3 : 5;
  return joined([...code, bytesOf('e9'), littleEndian(-(length + size), size - 1)]);
}

/** What comes once, then what comes in every round, then HLT. */
function assembleL1({ before, loop }: Case): Uint8Array {
  const first = before.map((op) => assemble(op, 64));
  const round = loop.map((op) => assemble(op, 64));
  // DEC of the rounds that are left; JNZ.
  const count = bytesOf(`ff${absolute(1, ROUNDS, 64)}`);
  const length = round.reduce((sum, { length: bytes }) => sum + bytes, 0) + count.length;
  const again = [bytesOf('0f85'), littleEndian(-(length + 6), 4)];
  return joined([...first, ...round, count, ...again, bytesOf(STOP)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Programs end with their page, wherever that ends: what is behind it belongs to something else. */
function write(twin: Twin, at: number, code: Uint8Array): void {
  twin.write(at, code.subarray(0, 2 * PAGE - (at % PAGE)));
}
