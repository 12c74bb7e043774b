import { helpPage, isCommand, type CommandName } from './commands/help.js';
import { UsageError } from './errors.js';
import { EXIT } from './exitStatus.js';
import type { Io } from './io.js';
import { wiredParts, type Parts } from './parts.js';

/**
 * The program: the first argument is a native command, or the whole line is in QEMU's spelling. Returns the exit
 * status and never throws.
 */
export async function main(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  io: Io,
  parts: Parts = wiredParts,
): Promise<number> {
  const [word, ...rest] = argv;
  const isQemu = word?.startsWith('-') === true;
  try {
    if (isQemu) {
      const { qemuCommand } = await import('./qemu/command.js');
      return await qemuCommand(argv, env, io, parts);
    }
    if (word !== undefined && !isCommand(word)) {
      throw new UsageError(`unknown command '${word}'; to run an image: nsvm run ${word}`);
    }
    return await native(word ?? 'help', rest, io, parts);
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr.write(`nsvm: ${error.message}\n`);
      return isQemu ? EXIT.qemuError : EXIT.usage;
    }
    io.stderr.write(`nsvm: internal error: ${(error as Error).stack ?? String(error)}\n`);
    return EXIT.software;
  }
}

async function native(command: CommandName, args: readonly string[], io: Io, parts: Parts): Promise<number> {
  if (args[0] === '--help' || args[0] === '-help' || args[0] === '-h') return help(io, command);
  switch (command) {
    case 'run':
      return (await import('./commands/run.js')).runCommand(args, io, parts);
    case 'resume':
      return (await import('./commands/resume.js')).resumeCommand(args, io, parts);
    case 'check':
      return (await import('./commands/check.js')).checkCommand(args, io, parts);
    case 'fuzz':
      return (await import('./commands/fuzz.js')).fuzzCommand(args, io, parts);
    case 'demo':
      return (await import('./commands/demo.js')).demoCommand(args, io, parts);
    case 'help':
      return help(io, args[0]);
  }
}

function help(io: Io, command?: string): number {
  io.stdout.write(helpPage(command));
  return EXIT.ok;
}
