import { RECORD, addressOf } from '../../../spec/layout.js';
import { slotLocal } from './locals.js';
import type { Access } from './operators.js';
import { NotSpecial, isUnlinked, type RecordMemory } from './recordCode.js';
import type { Slot } from './slots.js';
import { OP, VALUE, signed, unsigned } from './wasmBinary.js';

const ZREG = addressOf('ZREG');

/** Is this a part of the record `p`, or of the one behind it, that never changes? A branch may get a link. */
function isFixed(memory: RecordMemory, p: number, at: number, bytes: number): boolean {
  const inside = at - p;
  if (inside < 0 || inside + bytes > 2 * RECORD.SIZE) return false;
  const record = at - (inside % RECORD.SIZE);
  return at < record + RECORD.IMM || !isUnlinked(memory, record);
}
/** What a load at a constant address gives while record `p` runs, where that is always the same. */
export function fixedAt(
  memory: RecordMemory,
  p: number,
  at: number,
  { type, bytes, signed: extended }: Access,
): bigint | undefined {
  if (at >= ZREG && at + bytes <= ZREG + 8) return 0n;
  if (!isFixed(memory, p, at, bytes)) return undefined;
  const value =
    bytes === 8
      ? memory.u64(at)
      : BigInt(bytes === 4 ? memory.u32(at) : bytes === 2 ? memory.u16(at) : memory.u8(at));
  return BigInt.asIntN(type === VALUE.i32 ? 32 : 64, extended ? BigInt.asIntN(bytes * 8, value) : value);
}

/** Only whole words of 32 bits, and integers that do not reach over the end. */
function checkAccess(slot: Slot, at: number, { type, bytes }: Access): void {
  const whole = bytes === slot.bytes && type === slot.type;
  const part = slot.type === VALUE.i64 && (type === VALUE.i32 || type === VALUE.i64);
  if (!whole && !part) throw new NotSpecial('an access to a word of the state of another type');
  if (at + bytes > slot.address + slot.bytes)
    throw new NotSpecial('an access over the end of a word of the state');
}
/** Code that reads a slot, or a part of it. */
export function readSlot(slot: Slot, at: number, access: Access): number[] {
  checkAccess(slot, at, access);
  const { type, bytes, signed: extended } = access;
  const code = [OP.localGet, ...unsigned(slotLocal(slot.index))];
  if (slot.type === VALUE.i32) return code;
  const shift = (at - slot.address) * 8;
  if (shift) code.push(OP.i64Const, ...signed(BigInt(shift)), OP.i64ShrU);
  const narrow = type === VALUE.i32;
  if (narrow) code.push(OP.i32WrapI64);
  if (bytes === (narrow ? 4 : 8)) return code;
  if (extended) return [...code, (narrow ? EXTEND_32 : EXTEND_64)[bytes]];
  const mask = (1n << BigInt(bytes * 8)) - 1n;
  return [...code, narrow ? OP.i32Const : OP.i64Const, ...signed(mask), narrow ? OP.i32And : OP.i64And];
}
const EXTEND_32: Readonly<Record<number, number>> = { 1: 0xc0, 2: 0xc1 };
const EXTEND_64: Readonly<Record<number, number>> = { 1: 0xc2, 2: 0xc3, 4: 0xc4 };

/** Code that writes what `value` works out to a slot; where it is only a part, the rest stays. */
export function writeSlot(slot: Slot, at: number, value: readonly number[], access: Access): number[] {
  checkAccess(slot, at, access);
  const local = unsigned(slotLocal(slot.index));
  if (isWhole(slot, access)) return [...value, OP.localSet, ...local];
  const shift = BigInt((at - slot.address) * 8);
  const mask = ((1n << BigInt(access.bytes * 8)) - 1n) << shift;
  const constant = (bits: bigint): number[] => [OP.i64Const, ...signed(BigInt.asIntN(64, bits))];
  return [
    OP.localGet,
    ...local,
    ...constant(~mask),
    OP.i64And,
    ...value,
    ...(access.type === VALUE.i32 ? [OP.i64ExtendI32U] : []),
    ...(shift ? [...constant(shift), OP.i64Shl] : []),
    ...constant(mask),
    OP.i64And,
    OP.i64Or,
    OP.localSet,
    ...local,
  ];
}
export const isWhole = (slot: Slot, { bytes }: Access): boolean => bytes === slot.bytes;
