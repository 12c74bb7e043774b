import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './errors.js';

type ParsedOption = NonNullable<ParseArgsConfig['options']>[string];
/** Options by name. One with `bare` may come without its value, and then has that. */
type OptionTable = Readonly<Record<string, ParsedOption & { readonly bare?: string }>>;

/** Options and positional arguments of a native command. Long names may have one dash, as people type for QEMU. */
export interface NativeArguments {
  text(name: string): string | undefined;
  isSet(name: string): boolean;
  readonly positionals: readonly string[];
}

/** Reads a native command's arguments; throws `UsageError`. */
export function parseNativeArguments(args: readonly string[], options: OptionTable): NativeArguments {
  const end = args.indexOf('--');
  const spelled = args.map((arg, i) => {
    const name = /^-([a-z][a-z-]+)(?==|$)/.exec(arg)?.[1];
    const isLong = name !== undefined && Object.hasOwn(options, name) && (end < 0 || i < end);
    return withValue(isLong ? `-${arg}` : arg, options, end < 0 || i < end);
  });
  try {
    const { values, positionals } = parseArgs({ args: spelled, options, allowPositionals: true });
    const lookup = values as Readonly<Record<string, string | boolean | undefined>>;
    return {
      text: (name) => lookup[name] as string | undefined,
      isSet: (name) => lookup[name] === true,
      positionals,
    };
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError(inOneSentence((error as Error).message));
  }
}

function withValue(arg: string, options: OptionTable, isOption: boolean): string {
  const name = arg.slice(2);
  const bare =
    isOption && arg.startsWith('--') && Object.hasOwn(options, name) ? options[name].bare : undefined;
  return bare === undefined ? arg : `${arg}=${bare}`;
}

/** Node adds advice about `--` that fits no command here, but for a value that looks like an option. */
function inOneSentence(message: string): string {
  const option = /^Option '([^']+)' argument is ambiguous/.exec(message)?.[1];
  if (option !== undefined) {
    const written = option.startsWith('--') ? `${option}=VALUE` : `${option}VALUE`;
    return `a value that begins with a dash is written ${written}`;
  }
  const sentence = message.split(/\.\s|\n/, 1)[0].replace(/\.$/, '');
  return sentence[0].toLowerCase() + sentence.slice(1);
}
