import { digitsOf, littleEndian } from '../bytes.js';
import type { Dice } from '../dice.js';
import type { Width } from '../guestModes.js';

/** Gives an argument: a name or a number. */
export type Draw = (dice: Dice) => string | number | bigint;

/** What an op's bytes are made from: arguments as they are written in a case. */
export interface Arguments {
  /** The argument as a number. */
  number(index: number): number;
  long(index: number): bigint;
  text(index: number): string;
  readonly width: Width;
}

/** An instruction, or a phrase of several, of a program of L1 or L2. */
export interface Op {
  /** How often it is taken beside the others. */
  readonly weight: number;
  readonly args: readonly Draw[];
  /** Hexadecimal digits of its code. */
  readonly code: (args: Arguments) => string;
}
export type Ops = Readonly<Record<string, Op>>;

/** An op without arguments, whose code is the same everywhere. */
export const plain = (code: string, weight = 4): Op => ({ weight, args: [], code: () => code });

/** An op with arguments. */
export const op = (args: readonly Draw[], code: Op['code'], weight = 10): Op => ({ weight, args, code });

/** An op that no table has, or not with these arguments. */
export class OpError extends Error {}

/** Digits of an immediate. */
export const imm = (value: bigint | number, bytes: number): string => digitsOf(littleEndian(value, bytes));

const REGISTERS = ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di'] as const;
export type Register = (typeof REGISTERS)[number];

/** MOV of 32 bits to a register; in 64-bit code the upper half becomes zero. */
export function set(register: Register, value: bigint | number, width: Width): string {
  const number = REGISTERS.indexOf(register);
  if (number < 0) throw new OpError(`there is no register '${register}'`);
  const opcode = (0xb8 + number).toString(16);
  return `${width === 16 ? '66' : ''}${opcode}${imm(value, 4)}`;
}
/** MOV of 64 bits to a register, in 64-bit code. */
export function setLong(register: Register, value: bigint | number): string {
  return `48${(0xb8 + REGISTERS.indexOf(register)).toString(16)}${imm(value, 8)}`;
}

/** ModRM and what follows it for an address without registers. */
export function absolute(field: number, address: number, width: Width): string {
  const modrm = (mode: number): string => imm((field << 3) | mode, 1);
  if (width === 64) return `${modrm(4)}25${imm(address, 4)}`;
  return width === 32 ? `${modrm(5)}${imm(address, 4)}` : `${modrm(6)}${imm(address & 0xffff, 2)}`;
}

/** One of a list. */
export const one =
  (...list: readonly (string | number | bigint)[]): Draw =>
  (dice) =>
    dice.oneOf(list);
/** A number below another. */
export const below =
  (limit: number): Draw =>
  (dice) =>
    dice.below(limit);
/** One of a list mostly, else 32 random bits. */
export const mostly =
  (...list: readonly (number | bigint)[]): Draw =>
  (dice) =>
    dice.chance(80) ? dice.oneOf(list) : dice.word();
