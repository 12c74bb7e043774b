import { UsageError } from '../errors.js';
import { helpText, versionText } from './help.js';
import { Listing, asksForHelp } from './listing.js';
import { OPTIONS, type OptionRow } from './options.js';
import { defaultSettings, type QemuSettings } from './settings.js';

/** The outcome of reading a command line: a run, a text to print, or the names of the processor models to print. */
export type QemuCommand =
  { kind: 'run'; settings: QemuSettings } | { kind: 'print'; text: string } | { kind: 'listCpus' };

/** Reads a command line in QEMU's spelling; throws `UsageError` with QEMU's style of message. */
export function parseQemuArguments(args: readonly string[]): QemuCommand {
  const settings = defaultSettings();
  try {
    for (let i = 0; i < args.length; i++) {
      const spelled = args[i];
      const option = findOption(spelled);
      if (option.argument !== undefined && i + 1 >= args.length) {
        throw new UsageError(`${spelled}: requires an argument`);
      }
      apply(option, spelled, option.argument === undefined ? '' : args[++i], settings);
    }
  } catch (error) {
    if (error instanceof Listing) return { kind: 'print', text: error.text };
    throw error;
  }
  if (asksForHelp(settings.cpu)) return { kind: 'listCpus' };
  for (const name of ['initrd', 'append'] as const) {
    if (settings[name] !== undefined && settings.kernel === undefined) {
      throw new UsageError(`-${name} only allowed with -kernel option`);
    }
  }
  return { kind: 'run', settings };
}

function findOption(spelled: string): OptionRow {
  if (!spelled.startsWith('-')) throw new UsageError(`${spelled}: disk images are not supported`);
  const name = spelled.replace(/^--?/, '');
  const option = OPTIONS.find((row) => row.names.includes(name));
  if (option === undefined) throw new UsageError(`${spelled}: invalid option`);
  return option;
}

function apply(option: OptionRow, spelled: string, value: string, settings: QemuSettings): void {
  switch (option.effect) {
    case 'ignored':
      return;
    case 'later':
      throw new UsageError(`${spelled}: not supported by nsvm yet`);
    case 'help':
      throw new Listing(helpText());
    case 'version':
      throw new Listing(versionText());
    default:
      try {
        option.effect(settings, value);
      } catch (error) {
        // A message about CPU count is matched by its last word; the option in front does no harm there.
        if (error instanceof UsageError)
          throw new UsageError(`${`${spelled} ${value}`.trim()}: ${error.message}`);
        throw error;
      }
  }
}
