import { bytesOf } from '../bytes.js';
import type { OpText } from '../case.js';
import type { Dice } from '../dice.js';
import type { Width } from '../guestModes.js';
import { HYPERVISOR } from './hypervisor.js';
import { INSTRUCTIONS } from './instructions.js';
import { OPERANDS } from './operands.js';
import { OpError, type Arguments, type Op, type Ops } from './op.js';

/** What a guest of any level may do. */
export const GUEST_OPS: Ops = { ...INSTRUCTIONS, ...OPERANDS };
const ALL: Ops = { ...GUEST_OPS, ...HYPERVISOR };

/** The name and the arguments of an op: names may have spaces, `:` ends them. */
export function parseOp(text: OpText): { name: string; args: string[] } {
  const [name, rest = ''] = text.split(': ', 2);
  return { name, args: rest === '' ? [] : rest.split(' ') };
}
export function formatOp(name: string, args: readonly string[]): OpText {
  return args.length === 0 ? name : `${name}: ${args.join(' ')}`;
}

/** The code of an op. */
export function assemble(text: OpText, width: Width): Uint8Array {
  const { name, args } = parseOp(text);
  const found = Object.hasOwn(ALL, name) ? ALL[name] : undefined;
  if (!found) throw new OpError(`there is no op '${name}'`);
  if (args.length !== found.args.length)
    throw new OpError(`'${name}' takes ${found.args.length} arguments, not ${args.length}`);
  return bytesOf(found.code(new Given(name, args, width)));
}

class Given implements Arguments {
  constructor(
    private readonly name: string,
    private readonly args: readonly string[],
    readonly width: Width,
  ) {}
  text(index: number): string {
    return this.args[index];
  }
  long(index: number): bigint {
    if (!/^[\da-f]{1,16}$/.test(this.args[index]))
      throw new OpError(`'${this.name}' takes a hexadecimal number, not '${this.args[index]}'`);
    return BigInt(`0x${this.args[index]}`);
  }
  number(index: number): number {
    return Number(BigInt.asUintN(32, this.long(index)));
  }
}

/** An op with arguments, written out. */
export function drawArguments(name: string, dice: Dice): OpText {
  const args = ALL[name].args.map((draw) => {
    const value = draw(dice);
    return typeof value === 'string' ? value : BigInt.asUintN(64, BigInt(value)).toString(16);
  });
  return formatOp(name, args);
}

/** Takes ops at random, each as often as its weight says. */
export class Urn {
  private readonly names: readonly string[];
  constructor(ops: Ops) {
    this.names = Object.entries(ops).flatMap(([name, { weight }]: [string, Op]) =>
      Array.from({ length: weight }, () => name),
    );
  }
  draw(dice: Dice): OpText {
    return drawArguments(dice.oneOf(this.names), dice);
  }
}
